"""Alignment: word-for-word runs beside the obvious search; chains in order, with chance phrases stepped over."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from cleaner.matcher.repeats.alignment import (
    EARLIER_GAP,
    FREQUENT,
    LATER_GAP,
    MOST_PLACES,
    Anchor,
    find_anchors,
    find_chains,
)

BODY = [f"w{number}" for number in range(200)]


def test_a_run_that_stood_before_is_an_anchor() -> None:
    words = ["a", "b", "c", "d", "x", "y", "a", "b", "c", "d"]
    assert find_anchors(words, 3) == [Anchor(0, 6, 4)]


def test_a_run_shorter_than_a_shingle_is_none() -> None:
    assert find_anchors(["a", "b", "x", "y", "a", "b"], 3) == []


def test_the_longest_run_counts_and_the_first_among_equals() -> None:
    words = ["a", "b", "c", "1", "a", "b", "c", "d", "2", "a", "b", "c", "d", "3", "a", "b", "c", "d"]
    assert find_anchors(words, 3)[-1] == Anchor(4, 14, 4)


def test_a_run_does_not_reach_into_its_own_copy() -> None:
    anchors = find_anchors(["a"] * 20, 3)
    assert anchors
    assert all(earlier + length <= later for earlier, later, length in anchors)


@given(st.lists(st.sampled_from("abcd"), max_size=60))
def test_anchors_are_what_a_search_of_all_pairs_would_allow(words: list[str]) -> None:
    behind = 0
    for earlier, later, length in find_anchors(words, 3):
        assert later >= behind
        assert words[earlier : earlier + length] == words[later : later + length]
        assert earlier + length <= later
        behind = later + length


@given(st.lists(st.integers(0, 5), max_size=40))
def test_no_repeated_shingle_is_missed_while_places_are_few(words: list[int]) -> None:
    said = [str(word) for word in words]
    covered = {at for _, later, length in find_anchors(said, 3) for at in range(later, later + length)}
    for at in range(len(said) - 2):
        places = [p for p in range(at - 2) if said[p : p + 3] == said[at : at + 3]]
        if places and len(places) < MOST_PLACES:
            assert covered.intersection(range(at, at + 3))


def test_what_stands_there_too_often_tells_nothing() -> None:
    said = ["a", "b", "c"]
    assert find_anchors([word for number in range(FREQUENT) for word in (*said, str(number))], 3)
    assert not find_anchors([word for number in range(FREQUENT + 1) for word in (*said, str(number))], 3)


def chains(words: list[str]) -> list[tuple[Anchor, ...]]:
    found = (chain.runs for chain in find_chains(find_anchors(words, 3), words))
    return sorted(found, key=lambda runs: -sum(run.length for run in runs))


def test_an_exact_copy_is_one_chain_of_one_run() -> None:
    assert chains(BODY + BODY) == [(Anchor(0, 200, 200),)]


def test_an_edited_copy_is_one_chain() -> None:
    edited = [word for number, word in enumerate(BODY) if number % 10 != 5]
    edited[50], edited[90] = "new", "newer"
    (runs, *rest) = chains(BODY + edited)
    assert sum(run.length for run in runs) == len(edited) - 2
    assert not rest


def test_a_dropped_passage_does_not_break_a_chain() -> None:
    assert len(chains(BODY + BODY[:60] + BODY[120:])) == 1


def test_too_large_a_gap_breaks_it() -> None:
    foreign = [f"x{number}" for number in range(LATER_GAP + 1)]
    assert len(chains(BODY + BODY[:100] + foreign + BODY[100:])) == 2
    long = [f"w{number}" for number in range(EARLIER_GAP + 201)]
    assert len(chains(long + long[:100] + long[101 + EARLIER_GAP :])) == 2


def test_a_chance_phrase_does_not_lead_a_chain_astray() -> None:
    phrase = ["as", "it", "were"]
    early = [*BODY[:150], *phrase, *BODY[150:]]
    late = [*BODY[:40], *phrase, *BODY[40:]]
    runs = chains(early + late)[0]
    assert sum(run.length for run in runs) == len(BODY)


def test_a_phrase_far_from_the_passage_is_not_of_it() -> None:
    phrase = ["as", "it", "were"]
    early = [*BODY[:100], *(f"x{number}" for number in range(LATER_GAP - 5)), *phrase]
    late = [*BODY[:100], *phrase]
    assert {sum(run.length for run in runs) for runs in chains(early + late)} == {100, 3}


@given(st.lists(st.sampled_from("abcdefgh"), max_size=120))
def test_runs_are_equal_words_in_order_on_both_sides(words: list[str]) -> None:
    for runs in chains(words):
        for earlier, later, length in runs:
            assert words[earlier : earlier + length] == words[later : later + length]
        for before, after in pairwise(runs):
            assert before.earlier + before.length <= after.earlier
            assert before.later + before.length <= after.later
        assert runs[-1].earlier + runs[-1].length <= runs[0].later
