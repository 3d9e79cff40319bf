"""Blocks: how much must be said again, teasers, and the short lines that go along."""

from __future__ import annotations

from cleaner.matcher.repeats.anchors import find_anchors
from cleaner.matcher.repeats.blocks import Block, find_blocks
from cleaner.matcher.repeats.chains import find_chains
from cleaner.matcher.words import Wording

FIRST = "The ferry to the islands leaves at seven in the morning and comes back after dark, whatever people say."
SECOND = "Those who miss it sleep in the hall of the fish auction, where the council has put up six beds and a stove."


def blocks(*lines: str) -> list[Block]:
    wording = Wording.of(lines)
    return list(find_blocks(find_chains(find_anchors(wording.words, 3), wording.words), wording))


def test_two_paragraphs_of_prose_are_a_block() -> None:
    assert blocks(FIRST, SECOND, FIRST, SECOND) == [Block({2: (0, 0), 3: (1, 1)}, "exact", 42, 100.0)]


def test_one_short_paragraph_is_none() -> None:
    assert blocks(FIRST, SECOND, FIRST) == []


def test_one_long_paragraph_is_a_block() -> None:
    long = f"{FIRST} {SECOND} Nobody has ever complained of it, and the stove is said to smoke only in the east wind."
    assert [block.going for block in blocks(long, SECOND, long)] == [{2: (0, 0)}]


def test_likeness_is_the_share_of_words_that_stay() -> None:
    (block,) = blocks(FIRST, SECOND, FIRST.replace("morning", "evening"), SECOND)
    assert (block.rule, round(block.likeness, 1)) == ("near", 97.6)


def test_a_teaser_is_the_beginning_of_a_longer_paragraph_cut_with_an_ellipsis() -> None:
    assert blocks(SECOND[:56] + "…", FIRST, SECOND) == [Block({0: (2, 2)}, "teaser", 12, 100.0)]
    assert [block.rule for block in blocks(SECOND[:59] + "…", FIRST, SECOND)] == ["teaser"]  # "wh…"
    assert blocks(SECOND[:60], FIRST, SECOND) == []
    assert blocks(SECOND[30:90] + "…", FIRST, SECOND) == []
    assert blocks("Those who miss it sleep…", FIRST, SECOND) == []


def test_an_edited_heading_inside_goes_along_and_one_with_another_number_does_not() -> None:
    assert set(blocks(FIRST, "A hall with beds", SECOND, FIRST, "The hall with beds", SECOND)[0].going) == {3, 4, 5}
    assert set(blocks(FIRST, "Room 1 and a bed", SECOND, FIRST, "Room 2 and a bed", SECOND)[0].going) == {3, 5}


def test_beside_a_block_a_line_goes_along_only_if_it_is_the_same_but_for_a_slip() -> None:
    assert set(blocks(FIRST, SECOND, "By Anselm Pryce", FIRST, SECOND, "By Anslem Pryce")[0].going) == {3, 4, 5}
    assert set(blocks(FIRST, SECOND, "By Anselm Pryce", FIRST, SECOND, "By Anselma Hale")[0].going) == {3, 4}
    assert set(blocks(FIRST, SECOND, "* * *", FIRST, SECOND, "* * *")[0].going) == {3, 4, 5}
