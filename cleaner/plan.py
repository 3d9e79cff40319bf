"""Plan -> text, and one plan from several looks at a text that gets shorter from look to look."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import accumulate

from cleaner.removal import Removal
from cleaner.tokenizer import count_line_ends


def emit(text: str, removals: Sequence[Removal]) -> str:
    """Return ``text`` without ``removals``, which are disjoint and in order; the same string for none."""
    if not removals:
        return text
    kept, at = [], 0
    for removal in removals:
        kept.append(text[at : removal.start])
        at = removal.end
    kept.append(text[at:])
    return "".join(kept)


def told_of(text: str, plan: Sequence[Removal], found: Iterable[Removal]) -> list[Removal]:
    """Return what was ``found`` in the text that ``plan`` leaves, in terms of ``text`` itself.

    A finding that reaches over something already gone comes out in pieces.
    """
    if not plan:
        return list(found)
    rest = _Rest(text, plan)
    return list(_numbered(text, (piece for removal in found for piece in rest.pieces(text, removal))))


def joined(plan: Sequence[Removal], new: Sequence[Removal]) -> list[Removal]:
    """Return one plan of both, in order.

    Where ``new`` takes from the survivor of an earlier repeat, its own survivor stands in for that;
    where it is furniture and has none, the earlier repeat was furniture too.
    """
    return sorted([*_repointed(plan, new), *new], key=lambda removal: removal.start)


class _Rest:
    """The stretches of a text that a plan keeps: where each begins in what is left, and in the text."""

    def __init__(self, text: str, plan: Sequence[Removal]) -> None:
        starts = [0, *(removal.end for removal in plan)]
        ends = [*(removal.start for removal in plan), len(text)]
        self.stretches = [(start, end) for start, end in zip(starts, ends, strict=True) if start < end]
        self.offsets = list(accumulate((end - start for start, end in self.stretches), initial=0))

    def pieces(self, text: str, removal: Removal) -> Iterator[Removal]:
        survivor = removal.survivor and (self._origin(removal.survivor[0]), self._origin(removal.survivor[1] - 1) + 1)
        told = removal.differences  # once, with the first piece
        for index in range(bisect_right(self.offsets, removal.start) - 1, len(self.stretches)):
            shift = self.stretches[index][0] - self.offsets[index]
            start = max(removal.start, self.offsets[index]) + shift
            end = min(removal.end, self.offsets[index + 1]) + shift
            if start >= end:
                break
            yield replace(removal, start=start, end=end, survivor=survivor, text=text[start:end], differences=told)
            told = ()

    def _origin(self, offset: int) -> int:
        index = bisect_right(self.offsets, offset) - 1
        return self.stretches[index][0] + offset - self.offsets[index]


def _repointed(plan: Iterable[Removal], new: Iterable[Removal]) -> Iterator[Removal]:
    takers = sorted(new, key=lambda removal: removal.start)
    starts = [taker.start for taker in takers]
    for removal in plan:
        repointed, at = removal, len(takers)
        # Only those that reach into the survivor, the last first: trying all of them would be quadratic.
        while survivor := repointed.survivor:
            at = min(at, bisect_left(starts, survivor[1])) - 1
            if at < 0 or takers[at].end <= survivor[0]:
                break
            repointed = _without_survivor(repointed, survivor, takers[at])
        yield repointed


def _without_survivor(removal: Removal, survivor: tuple[int, int], taker: Removal) -> Removal:
    """Return ``removal`` as it stands once ``taker`` is gone, which holds some of its ``survivor`` or all."""
    is_taken = taker.start <= survivor[0] and survivor[1] <= taker.end
    if taker.survivor is None:
        # A copy of furniture is furniture.
        furniture = replace(
            removal, kind="boilerplate", rule=taker.rule, score=taker.score, survivor=None, differences=()
        )
        return furniture if is_taken else removal
    outer = min(survivor[0], taker.survivor[0]), max(survivor[1], taker.survivor[1])
    return replace(removal, survivor=taker.survivor if is_taken else outer)


def _numbered(text: str, removals: Iterable[Removal]) -> Iterator[Removal]:
    line, counted = 1, 0
    for removal in sorted(removals, key=lambda removal: removal.start):
        said = removal.start + len(removal.text) - len(removal.text.lstrip())
        line, counted = line + count_line_ends(text[counted:said]), said
        yield replace(removal, line=line)
