"""The layout: which module may import what, where names of categories stand, how docstrings begin."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from conftest import ROOT

from cleaner.matcher.phrases.phrase import CATEGORIES

MODULES = sorted((ROOT / "cleaner").rglob("*.py"))
LONGEST_SENTENCE = 95
# A module of one of these may not import a module of those beside it.
FORBIDDEN = {
    "paragraph": ("tokenizer", "removal", "plan", "verify", "matcher", "pipeline", "rules", "files", "report", "cli"),
    "tokenizer": ("removal", "plan", "verify", "matcher", "pipeline", "rules", "files", "report", "cli"),
    "matcher": ("plan", "verify", "pipeline", "rules", "files", "report", "cli"),
    "plan": ("tokenizer", "verify", "matcher", "pipeline", "rules", "files", "report", "cli"),
    "verify": ("paragraph", "tokenizer", "plan", "matcher", "pipeline", "rules", "files", "report", "cli"),
    "pipeline": ("files", "report", "cli"),
    "files": ("matcher", "pipeline", "report", "cli"),
    "report": ("matcher", "pipeline", "files", "cli"),
}


def room(path: Path) -> str:
    return path.relative_to(ROOT / "cleaner").parts[0].removesuffix(".py")


def imports(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(ROOT)))
def test_imports_point_one_way(path: Path) -> None:
    forbidden = tuple(f"cleaner.{name}" for name in FORBIDDEN.get(room(path), ()))
    assert [name for name in imports(path) if f"{name}.".startswith(tuple(f"{other}." for other in forbidden))] == []


def test_only_the_command_line_knows_click() -> None:
    assert {room(path) for path in MODULES if "click" in set(imports(path))} == {"cli"}


def test_names_of_categories_stand_in_one_table() -> None:
    found = {
        (str(path.relative_to(ROOT)), node.value)
        for path in MODULES
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Constant) and node.value in CATEGORIES
    }
    assert {path for path, _ in found} == {"cleaner/matcher/phrases/phrase.py"}


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(ROOT)))
def test_docstrings_begin_with_a_short_sentence(path: Path) -> None:
    nodes = ast.walk(ast.parse(path.read_text("utf-8")))
    documented = [node for node in nodes if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef)]
    firsts = [
        re.split(r"(?<=[.!?])\s|\n\n", docstring, maxsplit=1)[0].replace("\n", " ")
        for node in documented
        if (docstring := ast.get_docstring(node))
    ]
    assert [sentence for sentence in firsts if len(sentence) > LONGEST_SENTENCE] == []
