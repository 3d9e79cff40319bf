"""Regions: the search of a long text looks where something is said twice, and finds what it would find anywhere."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

import pytest
from articles import SCRIPTS, prose

from cleaner.matcher.repeats import regions
from cleaner.matcher.repeats import search as searching
from cleaner.matcher.repeats.gate import LONG
from cleaner.matcher.repeats.regions import MARGIN, find_regions, within
from cleaner.matcher.repeats.search import search
from cleaner.tokenizer import tokenize


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


def assert_as_everywhere(lines: Sequence[str], monkeypatch: pytest.MonkeyPatch) -> None:
    text = "\n".join(lines)
    by_regions = search(text)
    monkeypatch.setattr(searching, "LONG", len(text) + 1)
    assert by_regions
    assert by_regions == search(text)


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
    found = find_regions(text)
    for line in ARTICLE:
        assert any(text.index(line) in region for region in found)
        assert any(text.rindex(line) in region for region in found)
    assert sum(map(len, found)) < len("\n".join(ARTICLE * 2)) + 8 * MARGIN


def test_a_text_is_cut_at_a_time_as_it_would_be_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "\n".join([*PAGES, "0 " * LONG, *ARTICLE])
    at_once = find_regions(text)
    monkeypatch.setattr(regions, "SLAB", LONG // 10)
    assert find_regions(text) == at_once


def test_a_text_that_says_nothing_twice_has_no_region() -> None:
    text = "\n".join(PAGES)
    assert find_regions(text) == []
    assert search(text) == []


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
    kept = within([range(5, 6), range(20, 21)], tokenize(text))
    assert [text[paragraph.start : paragraph.end] for paragraph in kept] == ["one\n", "two\n", "three\nfour\n", "five"]
