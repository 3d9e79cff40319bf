"""Removal: what the matcher proposes, the verifier checks and the writer leaves out."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from typing import Literal, NamedTuple

from cleaner.paragraph import Paragraph, find_end_run, removal_span

Kind = Literal["repeat", "boilerplate"]


class Removal(NamedTuple):
    """One stretch of whole lines, or of whole sentences in a giant line, that goes, and why.

    ``start`` and ``end`` are code-point offsets into the input, ``text`` is ``input[start:end]``,
    and ``line`` is the number, from 1, of its first line that is not blank. ``rule`` names what caught it:
    ``exact``, ``near`` or ``teaser`` for a repeat, ``category:language:phrase`` for boilerplate.
    ``score`` is the similarity found, 0-100. ``survivor`` is, for a repeat, the (start, end) in
    the input between which the same is said by what stays; ``None`` for boilerplate.
    ``differences`` are, for a ``near`` repeat, pairs of words: what stays says, and what went said.
    """

    start: int
    end: int
    line: int
    kind: Kind
    rule: str
    score: float
    survivor: tuple[int, int] | None
    text: str
    differences: tuple[tuple[str, str], ...] = ()


class Reason(NamedTuple):
    """Why paragraphs go: as in ``Removal``, but the ``survivor`` as numbers of paragraphs."""

    kind: Kind
    rule: str
    score: float
    survivor: tuple[int, int] | None = None
    differences: tuple[tuple[str, str], ...] = ()


class Cutter:
    """Makes the removals from one text, of which several runs of paragraphs go."""

    def __init__(self, text: str, paragraphs: Sequence[Paragraph], runs: Iterable[Sequence[int]]) -> None:
        """Cut from ``text``, which is ``paragraphs``; ``runs`` are the numbers, from 0, of all that go."""
        self._text, self._paragraphs = text, paragraphs
        self._end_run = find_end_run(paragraphs, set(chain.from_iterable(runs)))

    def cut(self, run: Sequence[int], reason: Reason) -> Removal:
        """Return the removal of the paragraphs numbered in ``run``, which is one of the runs."""
        start, end = removal_span(self._text, self._paragraphs, run, self._end_run)
        survivor = reason.survivor
        return Removal(
            start=start,
            end=end,
            line=self._paragraphs[run[0]].line,
            kind=reason.kind,
            rule=reason.rule,
            score=reason.score,
            survivor=survivor and (self._paragraphs[survivor[0]].start, self._paragraphs[survivor[1]].end),
            text=self._text[start:end],
            differences=reason.differences,
        )


def retarget_survivors(plan: Iterable[Removal], takers: Iterable[Removal]) -> Iterator[Removal]:
    """Yield the removals of ``plan`` as they stand once ``takers`` have taken their survivors.

    No taker may follow another round to where it came from.
    """
    takers = sorted(takers, key=lambda removal: removal.start)
    starts = [taker.start for taker in takers]
    for removal in plan:
        retargeted, at = removal, len(takers)
        # Only those that reach into the survivor, the last first: trying all of them would be quadratic.
        while survivor := retargeted.survivor:
            at = min(at, bisect_left(starts, survivor[1])) - 1
            if at < 0 or takers[at].end <= survivor[0]:
                break
            retargeted = _without_survivor(retargeted, survivor, takers[at])
        yield retargeted


def _without_survivor(removal: Removal, survivor: tuple[int, int], taker: Removal) -> Removal:
    """Return ``removal`` as it stands once ``taker`` is gone and with it some of its ``survivor``."""
    is_taken = taker.start <= survivor[0] and survivor[1] <= taker.end
    if taker.survivor is None:
        # A copy of boilerplate is boilerplate.
        boilerplate = removal._replace(
            kind="boilerplate", rule=taker.rule, score=taker.score, survivor=None, differences=()
        )
        return boilerplate if is_taken else removal
    outer = min(survivor[0], taker.survivor[0]), max(survivor[1], taker.survivor[1])
    return removal._replace(survivor=taker.survivor if is_taken else outer)
