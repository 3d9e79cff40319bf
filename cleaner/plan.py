"""Plan -> text, and one plan from several looks at a text that gets shorter from look to look."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate

from cleaner.paragraph import count_line_ends
from cleaner.removal import Removal, retarget_survivors


def emit(text: str, removals: Sequence[Removal]) -> str:
    """Return ``text`` without ``removals``, disjoint and in order; the same string for none."""
    if not removals:
        return text
    kept, at = [], 0
    for removal in removals:
        kept.append(text[at : removal.start])
        at = removal.end
    kept.append(text[at:])
    return "".join(kept)


def rebase(text: str, plan: Sequence[Removal], found: Iterable[Removal]) -> list[Removal]:
    """Return what was ``found`` in the text that ``plan`` leaves, in terms of ``text`` itself.

    A finding that reaches over something already gone comes out in pieces.
    """
    if not plan:
        return list(found)
    offsets = _OffsetMap(text, plan)
    return list(_numbered(text, (piece for removal in found for piece in offsets.pieces(text, removal))))


def merge(plan: Sequence[Removal], new: Sequence[Removal]) -> list[Removal]:
    """Return one plan of both, in order.

    Where ``new`` takes from the survivor of an earlier repeat, its own survivor stands in for that;
    where it is boilerplate and has none, the earlier repeat was boilerplate too.
    """
    return sorted([*retarget_survivors(plan, new), *new], key=lambda removal: removal.start)


class _OffsetMap:
    """The stretches of a text that a plan keeps: where each begins in what is left, and in the text."""

    def __init__(self, text: str, plan: Sequence[Removal]) -> None:
        starts = [0, *(removal.end for removal in plan)]
        ends = [*(removal.start for removal in plan), len(text)]
        self.stretches = [(start, end) for start, end in zip(starts, ends, strict=True) if start < end]
        self.offsets = list(accumulate((end - start for start, end in self.stretches), initial=0))

    def pieces(self, text: str, removal: Removal) -> Iterator[Removal]:
        survivor = removal.survivor and (self._origin(removal.survivor[0]), self._origin(removal.survivor[1] - 1) + 1)
        differences = removal.differences  # once, with the first piece
        for index in range(bisect_right(self.offsets, removal.start) - 1, len(self.stretches)):
            shift = self.stretches[index][0] - self.offsets[index]
            start = max(removal.start, self.offsets[index]) + shift
            end = min(removal.end, self.offsets[index + 1]) + shift
            if start >= end:
                break
            yield removal._replace(
                start=start, end=end, survivor=survivor, text=text[start:end], differences=differences
            )
            differences = ()

    def _origin(self, offset: int) -> int:
        index = bisect_right(self.offsets, offset) - 1
        return self.stretches[index][0] + offset - self.offsets[index]


def _numbered(text: str, removals: Iterable[Removal]) -> Iterator[Removal]:
    line, counted = 1, 0
    for removal in sorted(removals, key=lambda removal: removal.start):
        start = removal.start + len(removal.text) - len(removal.text.lstrip())
        line, counted = line + count_line_ends(text[counted:start]), start
        yield removal._replace(line=line)
