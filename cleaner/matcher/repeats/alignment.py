"""Alignment: runs of words that stood earlier in the text, and chains of them.

Chains are found by dynamic programming with a gap cost, as in minimap2 (Li 2018, section 2.1), on
words for bases. It is what lets a chance phrase be stepped over instead of followed.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import compress, count, pairwise
from typing import NamedTuple

from cleaner.matcher.repeats.candidates import LOOK_BACK
from cleaner.matcher.repeats.similarity import LCSseq

# Of the places where a shingle stands, so many of the first are looked at, or time would go into a
# text that says one thing for ever.
MOST_PLACES = 8
# A shingle that stands more often than this is a phrase of the language or a row of a form, and tells
# nothing about which place is meant. A page holds its article two or three times.
FREQUENT = 32
# Runs are followed in strides of so many words, then in shorter ones.
STRIDE, STRIDE_DIVISOR = 64, 8
# Words that the later copy may put between two anchors (an advertisement, a caption, a rewritten
# sentence), and that the earlier may have in between (a paragraph or two that were dropped). A third
# of it restored .976 of 1,410 damaged articles, this .984, and three times as much no more.
LATER_GAP, EARLIER_GAP = 60, 250
# What a gap costs, in words matched: so much for each word of it, and so much for each that one
# side has more. A chance phrase of three words is thus worth a detour of a line, not of a page. Four
# times the cost breaks chains at edits (.981 of 1,410 damaged articles restored instead of .984).
GAP_COST, DRIFT_COST = 0.05, 0.1


class Anchor(NamedTuple):
    """``length`` words from word number ``later`` on are the words from number ``earlier`` on."""

    earlier: int
    later: int
    length: int


class Chain(NamedTuple):
    """One passage and its repeat: aligned runs of equal words, in order on both sides."""

    runs: tuple[Anchor, ...]


def find_anchors(words: Sequence[str], shingle: int) -> list[Anchor]:
    """Return non-overlapping anchors of at least ``shingle`` words, in the order of the later side.

    Of several earlier places the one with the longest run counts, the first among equals, so that
    a third copy points at the first and not at the second. Linear: each word is looked at once by
    each of at most ``MOST_PLACES`` candidates.
    """
    keys = _shingle_keys(words, shingle)
    times = Counter(keys)
    rare = {key for key, number in times.items() if 1 < number <= FREQUENT}
    anchors: list[Anchor] = []
    places: dict[int, list[int]] = {}
    free = 0
    for at in compress(count(), map(rare.__contains__, keys)):
        known = places.get(keys[at])
        if known is None:
            places[keys[at]] = [at]
            continue
        if at >= free:
            best = max((Anchor(earlier, at, _run(words, earlier, at)) for earlier in known), key=lambda run: run.length)
            if best.length >= shingle:
                anchors.append(best)
                free = at + best.length
        if len(known) < MOST_PLACES:
            known.append(at)
    return anchors


def find_chains(anchors: Sequence[Anchor], words: Sequence[str]) -> list[Chain]:
    """Return the chains that ``anchors`` form, with the short gaps in them aligned word by word."""
    return [Chain(tuple(_aligned(chain, words))) for chain in _linked(anchors)]


def _shingle_keys(words: Sequence[str], shingle: int) -> list[int]:
    """Return a number for each run of ``shingle`` words, the same in every process."""
    number = dict(zip(dict.fromkeys(words), count(), strict=False))
    numbers = list(map(number.__getitem__, words))
    return list(map(hash, zip(*(numbers[offset:] for offset in range(shingle)), strict=False)))


def _run(words: Sequence[str], earlier: int, later: int) -> int:
    """Return how many words agree from both places on, before the earlier run meets the later."""
    most = min(later - earlier, len(words) - later)
    length, step = 0, STRIDE
    while step:
        # Whole strides are compared by the interpreter, ten times as fast as word by word.
        while length + step <= most and (
            words[earlier + length : earlier + length + step] == words[later + length : later + length + step]
        ):
            length += step
        step //= STRIDE_DIVISOR
    return length


def _linked(anchors: Sequence[Anchor]) -> Iterator[list[Anchor]]:
    scores: list[float] = []
    befores: list[int] = []
    for index, anchor in enumerate(anchors):
        score, before = float(anchor.length), -1
        for back in range(max(0, index - LOOK_BACK), index):
            through = scores[back] + anchor.length - _cost(anchors[back], anchor)
            if through > score:
                score, before = through, back
        scores.append(score)
        befores.append(before)

    used: set[int] = set()
    for end in sorted(range(len(anchors)), key=lambda index: -scores[index]):
        chain: list[Anchor] = []
        last, at = anchors[end], end
        # A passage cannot be its own repeat: the chain ends where its two sides would meet.
        while at >= 0 and at not in used and anchors[at].later >= last.earlier + last.length:
            used.add(at)
            chain.append(anchors[at])
            at = befores[at]
        if chain:
            yield chain[::-1]


def _cost(before: Anchor, after: Anchor) -> float:
    later_gap = after.later - before.later - before.length
    earlier_gap = after.earlier - before.earlier - before.length
    if not 0 <= earlier_gap <= EARLIER_GAP or later_gap > LATER_GAP:
        return float("inf")
    return GAP_COST * max(earlier_gap, later_gap) + DRIFT_COST * abs(earlier_gap - later_gap)


def _aligned(chain: Sequence[Anchor], words: Sequence[str]) -> Iterator[Anchor]:
    yield chain[0]
    for before, after in pairwise(chain):
        earlier, later = before.earlier + before.length, before.later + before.length
        gap = (words[earlier : after.earlier], words[later : after.later])
        if all(0 < len(side) <= LATER_GAP for side in gap):
            for block in LCSseq.opcodes(*gap):
                if block.tag == "equal":
                    length = block.src_end - block.src_start
                    yield Anchor(earlier + block.src_start, later + block.dest_start, length)
        yield after
