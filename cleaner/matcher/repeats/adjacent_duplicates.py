"""Adjacent duplicates: a passage twice in a row, as on most pages that hold their article twice.

The search finds these too, word by word; whatever is doubtful is left to it. The exact doubles of the benchmark take
39 times the floor with this, and 122 times without.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from cleaner.matcher.repeats.duplicates import CERTAIN, CERTAIN_PARAGRAPHS, PROSE_WORDS
from cleaner.matcher.words import UNSPACED_UNIT, has_unspaced, words
from cleaner.paragraph import Paragraph, are_cut_together
from cleaner.removal import Cutter, Reason, Removal

# Paragraphs are looked up from this length on, in code points: none with PROSE_WORDS words is shorter.
SHORTEST = 2 * PROSE_WORDS


def find_adjacent(text: str, paragraphs: Sequence[Paragraph]) -> list[Removal]:
    """Return a removal for each copy that follows a passage at once, if it is certain to be one."""
    texts = [paragraph.text for paragraph in paragraphs]
    first, period = _first_again(texts)
    if not period:
        return []
    start, stop = first, first + period
    while start and texts[start - 1] == texts[start - 1 + period]:
        start -= 1
    while stop < len(texts) and texts[stop] == texts[stop - period]:
        stop += 1
    # Of a further copy that breaks off, the first lines may be headings of what follows: only whole ones go.
    stop -= (stop - start) % period
    are_lines = all(are_cut_together(paragraphs, one, other) for one, other in pairwise(range(start, stop)))
    if stop - start < 2 * period or not are_lines or not _are_much_prose(texts[start : start + period]):
        return []
    copies = [range(at, at + period) for at in range(start + period, stop, period)]
    cutter = Cutter(text, paragraphs, copies)
    reason = Reason("repeat", "exact", 100.0, survivor=(start, start + period - 1))
    return [cutter.cut(copy, reason) for copy in copies]


def _first_again(texts: Sequence[str]) -> tuple[int, int]:
    """Return the first long paragraph that comes again, and how far below; (0, 0) if none does."""
    seen: dict[str, int] = {}
    for at, text in enumerate(texts):
        if len(text) >= SHORTEST and (before := seen.setdefault(text, at)) < at:
            return before, at - before
    return 0, 0


def _are_much_prose(texts: Sequence[str]) -> bool:
    """Tell whether ``texts`` are so much prose that only a copy can be the same."""
    prose = [found for text in texts if len(found := _words(text)) >= PROSE_WORDS]
    return len(prose) >= CERTAIN_PARAGRAPHS and len(set().union(*prose)) >= CERTAIN


def _words(text: str) -> Sequence[str]:
    """Return the words of ``text``: of a script without spaces between them, every second letter."""
    found = words(text)
    return found[::UNSPACED_UNIT] if has_unspaced(text) else found
