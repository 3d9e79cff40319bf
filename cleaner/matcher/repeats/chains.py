"""Chains: anchors in the same order on both sides, close enough to be one passage said again.

Collinear chaining by dynamic programming with a gap cost, as in minimap2 (Li 2018, section 2.1),
on words for bases. It is what lets a chance phrase be stepped over instead of followed.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from cleaner.matcher.likeness import LCSseq
from cleaner.matcher.repeats.anchors import Anchor

# Words that the later copy may put between two anchors (an advertisement, a caption, a rewritten
# sentence), and that the earlier may have in between (a paragraph or two that were dropped). A third
# of it restored .976 of 1,410 damaged articles, this .984, and three times as much no more.
LATER_GAP, EARLIER_GAP = 60, 250
# What a gap costs, in words matched: so much for each word of it, and so much for each that one
# side has more. A chance phrase of three words is thus worth a detour of a line, not of a page. Four
# times the cost breaks chains at edits (.981 of 1,410 damaged articles restored instead of .984).
GAP_COST, DRIFT_COST = 0.05, 0.1
# How many anchors back the one before may stand. More than a few only lie between in text made of
# few words, where chains mean nothing.
LOOK_BACK = 16
# Words that two passages may go on with by chance.
CHANCE = 2
# Only gaps this short on both sides are aligned word by word: the cost is quadratic in them.
LONGEST_ALIGNED_GAP = 60


@dataclass(frozen=True, slots=True)
class Chain:
    """One passage and its repeat: aligned runs of equal words, in order on both sides."""

    runs: tuple[Anchor, ...]


def find_chains(anchors: Sequence[Anchor], words: Sequence[str]) -> list[Chain]:
    """Return the chains that ``anchors`` form, with the short gaps in them aligned word by word."""
    return [Chain(tuple(_aligned(chain, words))) for chain in _linked(anchors)]


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
        # A passage cannot be its own repeat: the chain ends where its two sides would meet. If the last run only
        # reaches over by a word that both passages happen to be followed by, it gives way.
        while at >= 0 and at not in used and anchors[at].later >= last.earlier + last.length - CHANCE:
            last = last._replace(length=min(last.length, anchors[at].later - last.earlier))
            used.add(at)
            chain.append(anchors[at])
            at = befores[at]
        if chain:
            yield [*chain[:0:-1], last]


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
        if all(0 < len(side) <= LONGEST_ALIGNED_GAP for side in gap):
            for block in LCSseq.opcodes(*gap):
                if block.tag == "equal":
                    length = block.src_end - block.src_start
                    yield Anchor(earlier + block.src_start, later + block.dest_start, length)
        yield after
