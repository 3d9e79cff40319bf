"""Copies: which side could go, and where the two differ."""

from __future__ import annotations

from cleaner.matcher.repeats.alignment import find_anchors, find_chains
from cleaner.matcher.repeats.duplicates import Duplicate, find_duplicate
from cleaner.matcher.repeats.tokens import TokenIndex

FIRST = "The ferry to the islands leaves at seven in the morning and comes back after dark."
SECOND = "Those who miss it sleep in the hall of the fish auction, where there are six beds."


def copy(*lines: str) -> Duplicate | None:
    tokens = TokenIndex.of(lines)
    chains = find_chains(find_anchors(tokens.words, 3), tokens.words)
    return find_duplicate(max(chains, key=lambda chain: sum(run.length for run in chain.runs)), tokens)


def test_of_equal_sides_the_later_could_go() -> None:
    found = copy(FIRST, SECOND, FIRST, SECOND)
    assert found
    assert (found.is_later, found.covered, found.evidence, found.gaps) == (True, (2, 3), (2, 3), ())
    assert found.is_exact()


def test_the_side_that_says_less_could_go() -> None:
    found = copy(FIRST, SECOND[:30], FIRST, SECOND)
    assert found
    assert (found.is_later, found.covered) == (False, (0, 1))


def test_differences_are_found_inside_and_at_the_borders() -> None:
    found = copy("North: " + FIRST, "South: " + FIRST.replace("seven", "nine").replace("dark", "dusk"))
    assert found
    assert [(gap.old, gap.new) for gap in found.gaps] == [
        (("north",), ("south",)),
        (("seven",), ("nine",)),
        (("dark",), ("dusk",)),
    ]
    assert all(gap.is_swap() for gap in found.gaps)


def test_a_word_that_only_one_side_has_is_a_difference_but_no_swap() -> None:
    found = copy(FIRST, FIRST.replace("leaves", "never leaves"))
    assert found
    assert [(gap.old, gap.new, gap.is_swap()) for gap in found.gaps] == [((), ("never",), False)]


def test_a_last_word_cut_short_is_no_swap() -> None:
    found = copy(FIRST, FIRST[:-4] + "…")
    assert found
    assert [(gap.old, gap.new, gap.is_swap()) for gap in found.gaps] == [(("dark",), ("d",), False)]


def test_a_row_at_the_end_that_differs_is_not_covered() -> None:
    found = copy("Ticket for one adult: 120 euros", FIRST, SECOND, "Ticket for one adult: 85 euros", FIRST, SECOND)
    assert found
    assert found.covered == (4, 5)


def test_a_phrase_in_common_is_no_copy() -> None:
    assert copy(FIRST, SECOND + " It leaves at seven in the evening.") is None
