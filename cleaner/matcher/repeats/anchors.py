"""Anchors: runs of words that stood earlier in the text, word for word."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import compress, count
from typing import NamedTuple

# Of the places where a shingle stands, so many of the first are looked at, or time would go into a
# text that says one thing for ever.
MOST_PLACES = 8
# A shingle that stands more often than this is a phrase of the language or a row of a form, and tells
# nothing about which place is meant. A page holds its article two or three times.
FREQUENT = 32
# Runs are followed in strides of so many words, then in shorter ones.
STRIDE, STRIDE_DIVISOR = 64, 8


class Anchor(NamedTuple):
    """``length`` words from word number ``later`` on are the words from number ``earlier`` on."""

    earlier: int
    later: int
    length: int


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


def _shingle_keys(words: Sequence[str], shingle: int) -> list[int]:
    """Return a number for each run of ``shingle`` words, the same in every process; runs are compared later."""
    number = dict(zip(dict.fromkeys(words), count(), strict=False))
    numbers = list(map(number.__getitem__, words))
    return list(map(hash, zip(*(numbers[offset:] for offset in range(shingle)), strict=False)))


def _run(words: Sequence[str], earlier: int, later: int) -> int:
    """Return how many words agree from both places on, the earlier run ending before the later begins."""
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
