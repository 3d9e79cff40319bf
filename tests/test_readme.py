"""The README: every block of it is run."""

from __future__ import annotations

import doctest
import re
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest
from conftest import ROOT

from cleaner import clean
from cleaner.cli.config import read_config, read_phrases
from cleaner.cli.options import command

README = (ROOT / "README.md").read_text(encoding="utf-8")
BLOCKS = dict(re.findall(r"^```([^\n]+)\n(.*?)^```$", README, re.DOTALL | re.MULTILINE))
ARTICLES = {"clock.txt": "damaged/russian-double-and-counter.txt", "ferry.txt": "unchanged/recipe.txt"}


def test_every_block_is_known_to_these_tests() -> None:
    assert set(BLOCKS) == {"text before", "text after", "sh", "console", "toml", "yaml", "pycon", "text phrases"}


def test_before_becomes_after() -> None:
    assert clean(BLOCKS["text before"]).text == BLOCKS["text after"]


def test_ci_runs_the_two_commands_as_they_stand() -> None:
    commands = re.findall(r"^```sh\n(.*?)^```$", README, re.DOTALL | re.MULTILINE)
    assert len(commands) == 2
    assert all(command.startswith("python3 -m venv .venv && .venv/bin/pip install") for command in commands)
    assert "README.md" in (ROOT / ".ci/run").read_text(encoding="utf-8")


def session() -> Iterator[tuple[str, str]]:
    for step in re.split(r"^\$ ", BLOCKS["console"], flags=re.MULTILINE)[1:]:
        typed, _, printed = step.partition("\n")
        yield typed, printed


def test_the_session_goes_as_it_is_shown(tmp_path: Path) -> None:
    (tmp_path / "articles").mkdir()
    for name, sample in ARTICLES.items():
        shutil.copy(ROOT / "samples" / sample, tmp_path / "articles" / name)
    bin_folder = Path(sys.executable).parent
    for typed, printed in session():
        done = subprocess.run(
            typed,
            shell=True,
            cwd=tmp_path,
            env={"PATH": f"{bin_folder}:/usr/bin:/bin"},
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            check=False,
        )
        assert done.stdout == printed, typed


def test_every_option_is_in_the_table() -> None:
    for parameter in command.params:
        for option in parameter.opts if parameter.param_type_name == "option" else ():
            assert f"`{option}" in README


def test_the_library_example_is_true() -> None:
    parser, runner = doctest.DocTestParser(), doctest.DocTestRunner()
    runner.run(parser.get_doctest(BLOCKS["pycon"], {}, "README", "README.md", 0))
    assert runner.summarize(verbose=False) == (0, 4)


def test_the_configuration_is_one(tmp_path: Path) -> None:
    (tmp_path / "pyproject.toml").write_text(BLOCKS["toml"], encoding="utf-8")
    config = read_config(str(tmp_path / "pyproject.toml"))
    assert config.phrases == (f"{tmp_path}/our-phrases.txt",)
    assert config.encoding == "windows-1251"
    assert tomllib.loads(BLOCKS["toml"])


def test_the_phrases_are_some(tmp_path: Path) -> None:
    path = tmp_path / "our-phrases.txt"
    path.write_text(BLOCKS["text phrases"], encoding="utf-8")
    assert [(phrase.wording, phrase.takes_suffix) for phrase in read_phrases(str(path))] == [
        ("Return to the lighthouse", False),
        ("From our archive", True),
    ]


def test_the_hook_is_configured_as_pre_commit_wants_it(tmp_path: Path) -> None:
    path = tmp_path / ".pre-commit-config.yaml"
    path.write_text(BLOCKS["yaml"], encoding="utf-8")
    subprocess.run([sys.executable, "-m", "pre_commit", "validate-config", path], check=True)
    subprocess.run(
        [sys.executable, "-m", "pre_commit", "validate-manifest", ROOT / ".pre-commit-hooks.yaml"], check=True
    )


@pytest.mark.parametrize(
    "hook", re.findall(r"^- id: (\S+)", (ROOT / ".pre-commit-hooks.yaml").read_text(), re.MULTILINE)
)
def test_every_hook_is_named(hook: str) -> None:
    assert hook in BLOCKS["yaml"]
