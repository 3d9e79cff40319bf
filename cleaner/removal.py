"""Removal: what the matcher proposes, the verifier checks and the writer leaves out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Kind = Literal["repeat", "boilerplate"]


@dataclass(frozen=True, slots=True)
class Removal:
    """One stretch of whole lines, or of whole sentences in a giant line, that goes, and why.

    ``start`` and ``end`` are code-point offsets into the input, ``text`` is ``input[start:end]``,
    and ``line`` is the number, from 1, of its first line that is not blank. ``rule`` names what caught it:
    ``exact``, ``near`` or ``teaser`` for a repeat, ``category:language:phrase`` for boilerplate.
    ``score`` is the likeness found, 0-100. ``survivor`` is, for a repeat, the (start, end) in
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
