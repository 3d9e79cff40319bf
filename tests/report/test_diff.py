"""Unified diffs: exactly these lines, and the patch program makes the cleaned text of them."""

from __future__ import annotations

import re
import shutil
import subprocess
from itertools import groupby
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cleaner.plan import emit
from cleaner.removal import Removal
from cleaner.report.diff import unified_diff

PATCH = shutil.which("patch")

needs_patch = pytest.mark.skipif(PATCH is None, reason="no patch program")


def without(text: str, *lines: int) -> list[Removal]:
    """Return removals of the lines with these numbers, neighbours as one."""
    parts = text.splitlines(keepends=True)
    removals, at = [], 0
    for gone, group in groupby(enumerate(parts, 1), key=lambda part: part[0] in lines):
        start, at = at, at + sum(len(part) for _, part in group)
        if gone:
            removals.append(Removal(start, at, 1, "boilerplate", "own:own:x", 100.0, None, text[start:at]))
    return removals


def diff(text: str, *lines: int) -> str:
    return "".join(unified_diff(text, without(text, *lines), "a.txt"))


def numbered(count: int) -> str:
    return "".join(f"line {number}\n" for number in range(1, count + 1))


def run_patch(folder: Path, patch: str, *arguments: str) -> None:
    assert PATCH is not None
    command = [PATCH, "--binary", "--batch", "--silent", "--fuzz=0", *arguments]
    subprocess.run(command, input=patch.encode(), cwd=folder, check=True, capture_output=True)


@st.composite
def cleanings(draw: st.DrawFn) -> tuple[str, list[Removal]]:
    part = st.text(alphabet="ab-+@ \\\tё", max_size=3)
    ends = st.sampled_from(["\n", "\r\n"])
    text = "".join(draw(part) + draw(ends) for _ in range(draw(st.integers(1, 30)))) + draw(part)
    lines = range(1, len(text.splitlines()) + 1)
    return text, without(text, *draw(st.sets(st.sampled_from(lines), min_size=1)))


@needs_patch
@given(case=cleanings())
def test_patch_makes_the_cleaned_text_of_it(
    case: tuple[str, list[Removal]], tmp_path_factory: pytest.TempPathFactory
) -> None:
    text, removals = case
    path = tmp_path_factory.getbasetemp() / "patched.txt"
    path.write_bytes(text.encode())
    run_patch(path.parent, "".join(unified_diff(text, removals, "any name")), path.name)
    assert path.read_bytes() == emit(text, removals).encode()


@needs_patch
@pytest.mark.parametrize("name", ["plain.txt", "two words.txt", "статья.txt"])
def test_patch_finds_the_file_by_its_name(name: str, tmp_path: Path) -> None:
    (tmp_path / name).write_text(numbered(5))
    run_patch(tmp_path, "".join(unified_diff(numbered(5), without(numbered(5), 2), name)), "-p0")
    assert (tmp_path / name).read_text() == "line 1\nline 3\nline 4\nline 5\n"


def test_a_small_diff_is_exactly_this() -> None:
    assert diff("Title\nRead also\nText.\nMore.\nLast.\nShare\n", 2, 6) == (
        "--- a.txt\n"
        "+++ a.txt\n"
        "@@ -1,6 +1,4 @@\n"
        " Title\n"
        "-Read also\n"
        " Text.\n"
        " More.\n"
        " Last.\n"
        "-Share\n"
    )  # fmt: skip


@pytest.mark.parametrize(
    ("name", "header"),
    [
        pytest.param("статья.txt", "статья.txt\n", id="letters"),
        pytest.param("two words.txt", "two words.txt\t\n", id="space"),
        pytest.param(" a.txt", '"\\040a.txt"\t\n', id="space-first"),
        pytest.param("a\nb\t.txt", '"a\\012b\\011.txt"\n', id="controls"),
        pytest.param('"a\\b".txt', '"\\042a\\134b\\042.txt"\n', id="quotes"),
        pytest.param("\u202e\udcff.txt", "\u202e\udcff.txt\n", id="bidi-control-and-stray-byte"),
    ],
)
def test_a_name_is_written_as_patch_reads_it(name: str, header: str) -> None:
    assert list(unified_diff("a\nb\n", without("a\nb\n", 2), name))[:2] == [f"--- {header}", f"+++ {header}"]


def test_without_removals_there_is_nothing() -> None:
    assert list(unified_diff(numbered(5), [], "a.txt")) == []


@pytest.mark.parametrize(
    ("lines", "headers"),
    [
        pytest.param([1], ["@@ -1,4 +1,3 @@"], id="first"),
        pytest.param([10], ["@@ -7,7 +7,6 @@"], id="middle"),
        pytest.param([20], ["@@ -17,4 +17,3 @@"], id="last"),
        pytest.param([5, 6], ["@@ -2,8 +2,6 @@"], id="neighbours"),
        pytest.param([4, 11], ["@@ -1,14 +1,12 @@"], id="six-between"),
        pytest.param([4, 12], ["@@ -1,7 +1,6 @@", "@@ -9,7 +8,6 @@"], id="seven-between"),
        pytest.param([1, 20], ["@@ -1,4 +1,3 @@", "@@ -17,4 +16,3 @@"], id="both-ends"),
        pytest.param([1, 10, 20], ["@@ -1,4 +1,3 @@", "@@ -7,7 +6,6 @@", "@@ -17,4 +15,3 @@"], id="three"),
        pytest.param(list(range(1, 21)), ["@@ -1,20 +0,0 @@"], id="all"),
    ],
)
def test_a_hunk_shows_three_lines_around_and_hunks_that_meet_are_one(lines: list[int], headers: list[str]) -> None:
    assert re.findall(r"^@@.*", diff(numbered(20), *lines), re.MULTILINE) == headers


@pytest.mark.parametrize("count", [1, 2, 5])
def test_all_that_goes_is_marked_and_nothing_else(count: int) -> None:
    marked = [line for line in diff(numbered(20), *range(3, 3 + count)).splitlines()[3:] if line[0] != " "]
    assert marked == [f"-line {number}" for number in range(3, 3 + count)]


def test_a_last_line_without_an_end_says_so() -> None:
    assert diff("a\nb", 1).endswith("-a\n b\n\\ No newline at end of file\n")
    assert diff("a\nb", 2).endswith(" a\n-b\n\\ No newline at end of file\n")
    assert "No newline" not in diff("a\nb\n", 2)


def test_a_last_line_that_is_not_shown_does_not_say_so() -> None:
    assert "No newline" not in diff(numbered(9) + "end", 1)


def test_carriage_returns_stay_in_their_lines() -> None:
    assert diff("a\r\nb\r\nc\r\n", 2).split("@@\n")[1] == " a\r\n-b\r\n c\r\n"


def test_a_lone_carriage_return_ends_a_line() -> None:
    assert list(unified_diff("a\rb\rc\r", without("a\rb\rc\r", 2), "x"))[2:] == [
        "@@ -1,3 +1,2 @@\n",
        " a\r\n",
        "-b\r\n",
        " c\r\n",
    ]


@pytest.mark.parametrize("other", ["\x0b", "\x0c", "\x1c", "\x85", "\u2028"], ids=ascii)
def test_what_ends_no_line_is_text(other: str) -> None:
    text = f"a{other}b\nc\n"
    gone = [Removal(4, 6, 2, "boilerplate", "own:own:x", 100.0, None, "c\n")]
    assert list(unified_diff(text, gone, "x"))[3:] == [f" a{other}b\n", "-c\n"]


def test_a_line_of_which_a_part_goes_is_shown_as_it_was_and_as_it_is() -> None:
    text = "Title\nOne. Two. Three. Four.\nEnd\n"
    gone = [
        Removal(at, at + len(part), 2, "repeat", "exact", 100.0, (0, 5), part)
        for at, part in [(11, "Two. "), (22, " Four.")]
    ]
    assert list(unified_diff(text, gone, "x"))[2:] == [
        "@@ -1,3 +1,3 @@\n",
        " Title\n",
        "-One. Two. Three. Four.\n",
        "+One. Three.\n",
        " End\n",
    ]
