"""Doubles: a passage that stands there twice in a row, line for line, as on most pages that hold their article twice.

The search finds these too, word by word, in twenty times the time; whatever is doubtful is left to it.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate, pairwise

from cleaner.matcher.repeats.copies import CERTAIN, CERTAIN_PARAGRAPHS, LONG_PROSE
from cleaner.matcher.words import UNSPACED_UNIT, has_unspaced, words
from cleaner.removal import Removal
from cleaner.tokenizer import LONGEST_PARAGRAPH, count_line_ends

# Lines are looked up from this length on, in code points: none with LONG_PROSE words is shorter.
LONG = 2 * LONG_PROSE


def find_doubles(text: str) -> list[Removal]:
    """Return a removal for each copy that follows a passage at once, if it is certain to be one."""
    lines = text.split("\n")
    said = [number for number, line in enumerate(lines) if line and not line.isspace()]
    found = _double([lines[number].strip() for number in said])
    if found is None:
        return []
    stays, goes = found
    starts = list(accumulate((len(line) + 1 for line in lines), initial=0))
    # Blank lines behind what goes go with it, or at the end of the text those before it.
    if goes.stop == len(said):
        borders = [*(starts[said[at - 1] + 1] for at in goes[:: len(stays)]), len(text)]
    else:
        borders = [starts[said[at]] for at in (*goes[:: len(stays)], goes.stop)]
    return [
        Removal(
            start=start,
            end=end,
            line=count_line_ends(text[: starts[said[at]]]) + 1,
            kind="repeat",
            rule="exact",
            score=100.0,
            survivor=(starts[said[stays.start]], starts[said[stays.stop - 1] + 1]),
            text=text[start:end],
        )
        for at, (start, end) in zip(goes[:: len(stays)], pairwise(borders), strict=True)
    ]


def _double(lines: Sequence[str]) -> tuple[range, range] | None:
    """Return which of ``lines`` stay and which say the same directly below, as often as that may be."""
    first, period = _first_again(lines)
    if not period:
        return None
    start, stop = first, first + period
    while start and lines[start - 1] == lines[start - 1 + period]:
        start -= 1
    while stop < len(lines) and lines[stop] == lines[stop - period]:
        stop += 1
    # Of a further copy that breaks off, the first lines may be headings of what follows: only whole ones go.
    stays, goes = range(start, start + period), range(start + period, stop - (stop - start) % period)
    return (stays, goes) if len(goes) >= period and _is_certain(lines[start : start + period]) else None


def _first_again(lines: Sequence[str]) -> tuple[int, int]:
    """Return the first long line that comes again, and how many lines below; (0, 0) if none does."""
    seen: dict[str, int] = {}
    for at, line in enumerate(lines):
        if len(line) >= LONG and (before := seen.setdefault(line, at)) < at:
            return before, at - before
    return 0, 0


def _is_certain(lines: Sequence[str]) -> bool:
    """Tell whether ``lines`` are so much running text that nothing but a copy can be like them, line for line."""
    prose = [said for line in lines if len(said := _words(line)) >= LONG_PROSE]
    is_much = len(prose) >= CERTAIN_PARAGRAPHS and len(set().union(*prose)) >= CERTAIN
    return is_much and max(map(len, lines)) <= LONGEST_PARAGRAPH


def _words(line: str) -> Sequence[str]:
    """Return the words of ``line``: of a script without spaces between them, every second letter."""
    said = words(line)
    return said[::UNSPACED_UNIT] if has_unspaced(line) else said
