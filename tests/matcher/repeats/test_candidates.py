"""Candidates: the texts, and the parts of a long one, that are not searched hold no repeat."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from articles import SCRIPTS, prose
from conftest import DAMAGED, ROOT

from cleaner.files.reader import read_file
from cleaner.matcher.repeats import candidates
from cleaner.matcher.repeats.candidates import (
    LONG,
    MARGIN,
    candidate_paragraphs,
    find_regions,
    may_repeat,
    paragraphs_within,
)
from cleaner.matcher.repeats.search import search
from cleaner.removal import Removal
from cleaner.tokenizer import tokenize

TEXTS = [
    *DAMAGED,
    *sorted((ROOT / "tests/corpus").glob("*/*.txt")),
    *sorted((ROOT / "samples/unchanged").glob("*.txt")),
]


MILL = [
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
    assert may_repeat(text) or search(text, tokenize(text)) == []


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
    assert may_repeat("\n".join([*MILL, FOREIGN, *copied("\n".join(MILL)).split("\n")]))


@pytest.mark.parametrize("script", SCRIPTS)
def test_a_copy_in_any_script_passes(script: str) -> None:
    body = [prose(seed, script, 30) for seed in range(4)]
    assert may_repeat("\n".join([*body, *body]))


def test_most_texts_do_not_pass() -> None:
    assert not may_repeat("\n".join([*MILL, FOREIGN]))


def test_a_clause_that_comes_again_alone_does_not_pass() -> None:
    clause = "because the money that goes into the jar is not theirs to take"
    assert not may_repeat("\n".join([f"{MILL[0]} {clause}", *MILL[1:], f"{FOREIGN} Nor will it stop {clause}"]))


@pytest.mark.parametrize("part", [slice(150), slice(-150, None)], ids=["its beginning", "its end"])
def test_a_part_of_one_paragraph_passes(part: slice) -> None:
    paragraph = " ".join(MILL[1:3])
    assert may_repeat("\n".join([MILL[0], paragraph, MILL[3], FOREIGN, paragraph[part]]))


def test_an_open_sentence_is_no_teaser() -> None:
    assert not may_repeat("\n".join([*MILL, FOREIGN, "And then there is the matter of the plums…"]))


@pytest.mark.parametrize("text", ["a", "aaaa" * 100, "12 34 56 " * 50])
def test_text_without_two_letters_to_cut_at_passes(text: str) -> None:
    assert may_repeat(text)


def book(script: str = "latin", first: int = 0) -> list[str]:
    """Return more paragraphs than a text needs to be long, no two of them alike, of long words that hardly come again."""
    pages = [prose(seed, script, 80) for seed in range(first, first + 3 * LONG // len(prose(0, script, 80)))]
    return [re.sub(r"(\w+) (\w+)", r"\1\2", page) for page in pages]


def edited(paragraph: str) -> str:
    """Change one word in twelve."""
    words = paragraph.split(" ")
    words[5::12] = ["quite"] * len(words[5::12])
    return " ".join(words)


PAGES = book()
ARTICLE = PAGES[20:26]


def found(text: str) -> list[Removal]:
    return search(text, candidate_paragraphs(text, tokenize(text)))


def assert_as_everywhere(lines: Sequence[str], monkeypatch: pytest.MonkeyPatch) -> None:
    text = "\n".join(lines)
    by_regions = found(text)
    monkeypatch.setattr(candidates, "LONG", len(text) + 1)
    assert by_regions
    assert by_regions == found(text)


@pytest.mark.parametrize(
    "copied", [str, edited, lambda line: line.replace(" ", "\u00a0")], ids=["exact", "edited", "set"]
)
def test_a_copy_far_away_is_found_as_in_a_short_text(
    copied: Callable[[str], str], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert_as_everywhere([*PAGES, *map(copied, ARTICLE), *book(first=1000)], monkeypatch)


# The Thai that is drawn has too few different letters to be a block.
@pytest.mark.parametrize("script", sorted({*SCRIPTS} - {"thai"}))
def test_a_copy_in_any_script_is_found(script: str, monkeypatch: pytest.MonkeyPatch) -> None:
    pages = book(script)
    assert_as_everywhere([*pages, *pages[3:8]], monkeypatch)


def test_a_copy_of_two_passages_is_no_copy_of_all_between_them(monkeypatch: pytest.MonkeyPatch) -> None:
    assert_as_everywhere([*PAGES, *ARTICLE, *PAGES[80:86]], monkeypatch)


def test_a_teaser_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    assert_as_everywhere([PAGES[0][:300] + "…", *PAGES], monkeypatch)


def test_copies_inside_a_giant_line_are_found(monkeypatch: pytest.MonkeyPatch) -> None:
    assert_as_everywhere([" ".join([*PAGES, *ARTICLE])], monkeypatch)


def test_only_the_surroundings_of_both_copies_are_looked_at() -> None:
    text = "\n".join([*PAGES, *ARTICLE])
    regions = find_regions(text)
    for line in ARTICLE:
        assert any(text.index(line) in region for region in regions)
        assert any(text.rindex(line) in region for region in regions)
    assert sum(map(len, regions)) < len("\n".join(ARTICLE * 2)) + 8 * MARGIN


def test_a_text_is_cut_at_a_time_as_it_would_be_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "\n".join([*PAGES, "0 " * LONG, *ARTICLE])
    at_once = find_regions(text)
    monkeypatch.setattr(candidates, "SLAB", LONG // 10)
    assert find_regions(text) == at_once


def test_a_text_that_says_nothing_twice_has_no_region() -> None:
    text = "\n".join(PAGES)
    assert find_regions(text) == []
    assert found(text) == []


@pytest.mark.parametrize(
    ("ones", "others"),
    [((10, 40, 70), ()), ((10, 90), (50, 91)), ((10, 90), (14, 94))],
    ids=["alone", "beside another that stood elsewhere", "as far from another as before"],
)
def test_clauses_that_come_again_make_no_region(ones: Sequence[int], others: Sequence[int]) -> None:
    pages = list(PAGES)
    for at in ones:
        pages[at] += " Stop: that is what the whole village was waiting for all day in the shop."
    for at in others:
        pages[at] += " Top that! Nobody could have told them that it would take so long in the ship."
    assert find_regions("\n".join(pages)) == []


def test_text_without_a_letter_to_cut_at_is_one_region() -> None:
    assert find_regions("12 34 56 " * 50) == [range(450)]


def test_what_is_left_out_is_one_paragraph_between_two_regions() -> None:
    text = "one\ntwo\nthree\nfour\nfive"
    kept = paragraphs_within([range(5, 6), range(20, 21)], tokenize(text))
    assert [text[paragraph.start : paragraph.end] for paragraph in kept] == ["one\n", "two\n", "three\nfour\n", "five"]
