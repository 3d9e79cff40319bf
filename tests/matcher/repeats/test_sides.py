"""Sides: what a chain covers of each copy's paragraphs."""

from __future__ import annotations

from cleaner.matcher.repeats.alignment import Anchor, Chain
from cleaner.matcher.repeats.sides import Side, sides
from cleaner.matcher.repeats.tokens import TokenIndex


def tokens(*lengths: int) -> TokenIndex:
    return TokenIndex.of(
        [" ".join(f"w{paragraph}x{word}" for word in range(length)) for paragraph, length in enumerate(lengths)]
    )


def test_a_run_is_cut_at_the_borders_of_both_copies() -> None:
    earlier, later = sides(Chain((Anchor(0, 20, 20),)), tokens(5, 15, 12, 8))
    assert dict(earlier.shared) == {0: 5, 1: 15}
    assert dict(later.shared) == {2: 12, 3: 8}
    assert earlier.partners == {0: (2, 2), 1: (2, 3)}
    assert later.partners == {2: (0, 1), 3: (1, 1)}


def test_a_paragraph_is_covered_by_three_quarters() -> None:
    side = Side(tokens(8, 8), {0: 6, 1: 5}, {})
    assert side.covered() == [0]


def test_what_a_copy_says_alone_is_counted() -> None:
    side = Side(tokens(20, 3, 12, 20), {0: 18, 3: 10}, {})
    assert side.unique_words(prose=10) == 2 + 12 + 10


def test_a_phrase_in_common_with_a_long_paragraph_does_not_count_against_it() -> None:
    side = Side(tokens(20, 100), {0: 20, 1: 3}, {})
    assert side.unique_words(prose=10) == 0


def test_a_copy_spread_over_other_text_is_not_compact() -> None:
    assert Side(tokens(10, 5, 10), {0: 10, 2: 10}, {}).is_compact()
    assert not Side(tokens(10, 50, 10), {0: 10, 2: 10}, {}).is_compact()
