"""Anchors: runs of words that stood earlier in the text, word for word."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

# A shingle that stands more often says little about which place is meant, and looking at all its
# places would be quadratic in a text that repeats one line for ever.
MOST_PLACES = 8


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
    anchors: list[Anchor] = []
    places: dict[tuple[str, ...], list[int]] = {}
    shingles = list(zip(*(words[offset:] for offset in range(shingle)), strict=False))
    at = 0
    while at < len(shingles):
        known = places.setdefault(shingles[at], [])
        best = Anchor(0, at, 0)
        for earlier in known:
            length = _run(words, earlier, at)
            if length > best.length:
                best = Anchor(earlier, at, length)
        if best.length < shingle:
            if len(known) < MOST_PLACES:
                known.append(at)
            at += 1
            continue
        anchors.append(best)
        for passed in range(at, min(at + best.length, len(shingles))):
            known = places.setdefault(shingles[passed], [])
            if len(known) < MOST_PLACES:
                known.append(passed)
        at += best.length
    return anchors


def _run(words: Sequence[str], earlier: int, later: int) -> int:
    """Return how many words agree from both places on, the earlier run ending before the later begins."""
    most = min(later - earlier, len(words) - later)
    length = 0
    while length < most and words[earlier + length] == words[later + length]:
        length += 1
    return length
