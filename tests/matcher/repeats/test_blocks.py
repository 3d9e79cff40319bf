"""Blocks: how much must be said again, teasers, and the short lines that go along."""

from __future__ import annotations

import pytest

from cleaner.matcher.repeats.alignment import find_anchors, find_chains
from cleaner.matcher.repeats.blocks import DuplicateBlock, find_blocks
from cleaner.matcher.repeats.tokens import TokenIndex

FIRST = "The ferry to the islands leaves at seven in the morning and comes back after dark, whatever people say."
SECOND = "Those who miss it sleep in the hall of the fish auction, where the council has put up six beds and a stove."


def blocks(*lines: str) -> list[DuplicateBlock]:
    tokens = TokenIndex.of(lines)
    return list(find_blocks(find_chains(find_anchors(tokens.words, 3), tokens.words), tokens))


def test_two_paragraphs_of_prose_are_a_block() -> None:
    assert blocks(FIRST, SECOND, FIRST, SECOND) == [DuplicateBlock({2: (0, 0), 3: (1, 1)}, "exact", 42, 100.0)]


def test_one_short_paragraph_is_none() -> None:
    assert blocks(FIRST, SECOND, FIRST) == []


def test_one_long_paragraph_is_a_block() -> None:
    long = f"{FIRST} {SECOND} Nobody has ever complained of it, and the stove is said to smoke only in the east wind."
    assert [block.dropped for block in blocks(long, SECOND, long)] == [{2: (0, 0)}]


def test_likeness_is_the_share_of_words_that_stay() -> None:
    (block,) = blocks(FIRST, SECOND, FIRST.replace("morning", "evening"), SECOND)
    assert (block.rule, round(block.similarity, 1)) == ("near", 97.6)


def test_a_teaser_is_the_beginning_of_a_longer_paragraph_cut_with_an_ellipsis() -> None:
    (block,) = blocks(SECOND[:56] + "…", "By Anselm Pryce", SECOND)
    assert (block.dropped, block.rule, block.words, block.similarity) == ({0: (2, 2)}, "teaser", 12, 100.0)
    assert [block.rule for block in blocks(SECOND[:59] + "…", "By Anselm Pryce", SECOND)] == ["teaser"]  # "wh…"
    assert blocks(SECOND[:60], "By Anselm Pryce", SECOND) == []
    assert blocks(SECOND[30:90] + "…", "By Anselm Pryce", SECOND) == []
    assert blocks("Those who miss it sleep…", "By Anselm Pryce", SECOND) == []


def test_a_sentence_left_open_further_up_is_no_teaser() -> None:
    assert blocks(SECOND[:56] + "…", FIRST, SECOND) == []
    assert [block.rule for block in blocks(SECOND, FIRST, SECOND[:56] + "…")] == ["teaser"]


def test_an_edited_heading_inside_goes_along_and_one_with_another_number_does_not() -> None:
    assert set(blocks(FIRST, "A hall with beds", SECOND, FIRST, "The hall with beds", SECOND)[0].dropped) == {3, 4, 5}
    assert set(blocks(FIRST, "Room 1 and a bed", SECOND, FIRST, "Room 2 and a bed", SECOND)[0].dropped) == {3, 5}


def test_beside_a_block_a_line_goes_along_only_if_it_is_the_same() -> None:
    assert set(blocks(FIRST, SECOND, "By Anselm Pryce", FIRST, SECOND, "BY ANSELM PRYCE")[0].dropped) == {3, 4, 5}
    assert set(blocks(FIRST, SECOND, "By Anselm Pryce", FIRST, SECOND, "By Anselma Hale")[0].dropped) == {3, 4}
    assert set(blocks(FIRST, SECOND, "* * *", FIRST, SECOND, "* * *")[0].dropped) == {3, 4, 5}


LONG = [
    "The harbour of Whitmore was built in 1874 by a company that went bankrupt before the first ship had moored there.",
    "For half a century nobody wanted it, and the sheds along the quay were used by the town to store salt for its roads.",
    "Then the ferries came, a Norwegian line began to call twice a week, and the population doubled within five years.",
    "Today those sheds are flats, and only pensioners remember how the whistle of the last boat woke their street.",
]


@pytest.mark.parametrize(
    ("line", "other"),
    [
        ("Berth 14, open all year", "Berth 15, open all year"),
        ("Photo: The Whitmore Gazette", "Photo: Whitmore Gazette now"),
    ],
)
def test_in_a_certain_copy_a_short_line_goes_that_is_merely_alike(line: str, other: str) -> None:
    assert set(blocks(*LONG, line, *LONG, other)[0].dropped) == {5, 6, 7, 8, 9}
    assert set(blocks(*LONG[:2], line, *LONG[:2], other)[0].dropped) == {3, 4}


def test_a_line_that_the_other_side_has_otherwise_stays_beside_a_certain_copy() -> None:
    assert set(blocks(*LONG, "By Anselm Pryce", *LONG, "The bus leaves at noon")[0].dropped) == {5, 6, 7, 8}


LIST = [
    "red apples from Leeds", "green pears, York", "blue plums from Hull", "white cherries, Bath", "black grapes from Wells",
    "brown melons, Ely", "small lemons from Truro", "large oranges, Derby", "heavy figs from Ripon", "light dates, Exeter",
    "round nuts from Lincoln", "square beans, Durham", "long peas from Oxford", "short leeks, Chester", "new onions",
    "old carrots from Norwich", "dried mint, Stoke", "fresh basil and thyme", "sweet chestnuts", "sour milk and butter",
    "yellow turnips", "wild garlic", "pickled cabbage",
]  # fmt: skip


def test_lines_that_are_no_prose_are_a_block_if_they_are_much_of_the_text_and_stand_there_to_the_word() -> None:
    assert set(blocks("Our stall", *LIST, *LIST)[0].dropped) == set(range(24, 47))
    assert blocks("Our stall", *LIST, *LIST[:8], "blue ducks from Hay", *LIST[8:]) == []
    assert blocks("Our stall", *LIST[:9], *LIST[:9]) == []  # too few different words
    assert blocks("Our stall", *LIST, *(word * 2 for word in "abcdefghijklmnopqrstuvwxyz" * 8), *LIST) == []


def test_a_paragraph_with_enough_words_that_follows_itself_is_a_block() -> None:
    line = LONG[0] + " " + LONG[1][:40]
    assert [set(block.dropped) for block in blocks(line, line)] == [{1}]
    assert blocks(line[:100], line[:100]) == []


def test_a_block_says_where_its_sides_differ() -> None:
    (block,) = blocks(*LONG, *LONG[:2], LONG[2].replace("five", "six"), LONG[3])
    words = " ".join(LONG).split()
    assert [(len(kept), len(gone)) for kept, gone in block.gaps] == [(1, 1)]
    assert words[block.gaps[0][0].start] == "five"


def test_lines_all_the_same_are_one_paragraph() -> None:
    assert blocks(*[FIRST] * 4) == []
