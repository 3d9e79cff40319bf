"""Anchors: word-for-word runs, compared with the obvious search."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from cleaner.matcher.repeats.anchors import FREQUENT, MOST_PLACES, Anchor, find_anchors


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
