"""Chains: anchors in order, chance phrases stepped over, short gaps aligned."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from cleaner.matcher.repeats.anchors import Anchor, find_anchors
from cleaner.matcher.repeats.chains import CHANCE, EARLIER_GAP, LATER_GAP, find_chains

BODY = [f"w{number}" for number in range(200)]


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


def test_a_passage_and_its_copy_may_be_followed_by_the_same_word_by_chance() -> None:
    copy = [*BODY[:100], "x", *BODY[102:]]
    for shared in range(CHANCE + 1):
        runs, *_ = chains(BODY + copy + BODY[:shared] + ["y"])
        assert [run.length for run in runs] == [100, 98]
