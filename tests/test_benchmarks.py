"""The benchmarks: they run, and what they call found is found."""

from __future__ import annotations

import subprocess
import sys

import pytest
from conftest import ROOT

pytestmark = pytest.mark.slow

FOLDER = ROOT / "tests/benchmarks"


@pytest.fixture(autouse=True)
def on_the_path(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(FOLDER)


def true_of(find: object) -> set[str]:
    return {name for name, is_true in vars(find).items() if is_true}


def test_a_copy_is_gone_if_each_paragraph_is_left_once_whichever_side_it_is_left_on() -> None:
    from documents import Find
    from texts import Line

    document = [
        Line("Headline"),
        Line("One", (0,)),
        Line("Two", (1,)),
        Line("One. Two", (0, 1), is_copy=True),
        Line("Share", is_boilerplate=True),
    ]
    assert true_of(Find.of(document, set())) == set()
    assert true_of(Find.of(document, {1})) == {"is_touched", "is_found"}
    assert (
        true_of(Find.of(document, {3})) == true_of(Find.of(document, {1, 2})) == {"is_touched", "is_found", "is_gone"}
    )
    assert true_of(Find.of(document, {2, 3})) == {"is_touched", "is_found", "is_gone", "has_lost"}
    assert true_of(Find.of(document, {0, 4})) == {"is_touched", "is_bare"}


def test_lines_are_counted_as_the_text_has_them_also_behind_signs_of_several_bytes() -> None:
    from documents import lines_dropped
    from texts import Line, file_of

    lines = [Line("“Наш паром”, сказала она, больше не ходит по четвергам."), Line("Комментарии (0)")]
    assert lines_dropped(file_of(lines)) == {1}


@pytest.mark.parametrize("script", ["documents.py --articles 5 --rounds 1", "startup.py --rounds 1"])
def test_a_script_prints_its_tables(script: str) -> None:
    name, *options = script.split()
    done = subprocess.run([sys.executable, FOLDER / name, *options], capture_output=True, text=True, check=True)
    assert "\n| --- | --: |" in done.stdout
    assert "cleaner" in done.stdout
    assert not done.stderr
