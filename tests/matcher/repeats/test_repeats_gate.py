"""The gate before the search for repeats: what it stops holds none, and what holds one passes."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from articles import SCRIPTS, prose
from conftest import DAMAGED, ROOT

from cleaner.files.reader import read_file
from cleaner.matcher.repeats.gate import may_repeat
from cleaner.matcher.repeats.search import search

TEXTS = [
    *DAMAGED,
    *sorted((ROOT / "tests/corpus").glob("*/*.txt")),
    *sorted((ROOT / "samples/unchanged").glob("*.txt")),
]


BODY = [
    "The mill at the third weir has ground no corn since the winter of the great flood, and its wheel was sold for scrap.",
    "Last spring somebody painted the door blue, put a table under the plum tree, and began to sell lemonade by the jug.",
    "Nobody in the village knows who it is. The table is there in the morning and gone at dusk, the money goes into a jar.",
    "Whoever takes more out of it than they put in finds the jar empty on the next day, and the lemonade a little sour.",
]
FOREIGN = (
    "A dredger from the coast will clear the mouth of the river before the autumn rains, unless they begin too early."
)


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.stem)
def test_what_is_stopped_holds_no_repeat(path: Path) -> None:
    text = read_file(str(path)).text
    assert may_repeat(text) or search(text) == []


@pytest.mark.parametrize(
    "copied",
    [
        lambda text: text,
        lambda text: text.replace(" ", "\n"),
        lambda text: text.replace(" ", "\xa0"),
        str.upper,
        lambda text: text.replace("winter", "year").replace("table", "bench").replace("jar", "hat"),
        lambda text: text[:150],
        lambda text: text[:60] + "…",
    ],
    ids=["exact", "wrapped", "no-break spaces", "capitals", "edited", "cut", "teaser"],
)
def test_a_copy_passes(copied: Callable[[str], str]) -> None:
    assert may_repeat("\n".join([*BODY, FOREIGN, *copied("\n".join(BODY)).split("\n")]))


@pytest.mark.parametrize("script", SCRIPTS)
def test_a_copy_in_any_script_passes(script: str) -> None:
    body = [prose(seed, script, 30) for seed in range(4)]
    assert may_repeat("\n".join([*body, *body]))


def test_most_texts_do_not_pass() -> None:
    assert not may_repeat("\n".join([*BODY, FOREIGN]))


def test_a_clause_that_comes_again_alone_does_not_pass() -> None:
    clause = "because the money that goes into the jar is not theirs to take"
    assert not may_repeat("\n".join([f"{BODY[0]} {clause}", *BODY[1:], f"{FOREIGN} Nor will it stop {clause}"]))


@pytest.mark.parametrize("part", [slice(150), slice(-150, None)], ids=["its beginning", "its end"])
def test_a_part_of_one_paragraph_passes(part: slice) -> None:
    paragraph = " ".join(BODY[1:3])
    assert may_repeat("\n".join([BODY[0], paragraph, BODY[3], FOREIGN, paragraph[part]]))


def test_an_open_sentence_is_no_teaser() -> None:
    assert not may_repeat("\n".join([*BODY, FOREIGN, "And then there is the matter of the plums…"]))


@pytest.mark.parametrize("text", ["a", "aaaa" * 100, "12 34 56 " * 50])
def test_text_without_two_letters_to_cut_at_passes(text: str) -> None:
    assert may_repeat(text)
