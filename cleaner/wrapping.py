"""Wrapping: lines that a program broke at a fixed width become paragraphs again."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from cleaner.paragraph import CLOSING, Paragraph

# Nobody wraps running text narrower or wider than this (e-books 60, mail 65-78, comments 99).
NARROWEST_WRAP, WIDEST_WRAP = 40, 120
# Text is wrapped when this share of its neighbouring short lines are full up to one same column,
# and this share of the lines after a full one goes on in small letters (German, with its capitals,
# has .43). Of 79 articles wrapped at 72 columns 72 have both, of the same not wrapped and of 137
# texts of verse, lists, plans and logs none.
WRAPPED_SHARE, RUN_ON_SHARE = 0.4, 0.3
# Fewer full lines than this are chance: three happen in lists of commands or addresses.
FEWEST_FULL_LINES = 6
# Rows of a table are as full as wrapped lines, but keep their columns apart.
_COLUMNS = "   ", "\t"


def unwrap(lines: Sequence[Paragraph]) -> Sequence[Paragraph]:
    """Return ``lines`` with those joined that a wrapper broke; the same where none was at work."""
    broken = _broken_lines(lines)
    return list(_joined(lines, broken)) if broken else lines


def _broken_lines(lines: Sequence[Paragraph]) -> set[int]:
    """Return the indexes of the lines that a wrapper broke, so that the next line goes on.

    A wrapper breaks a line where the next word would not fit, so each broken line is consistent
    with any width from its own length to that plus the next word. The width is the column where
    most of these ranges overlap.
    """
    # Most texts are not wrapped, and most of their lines too long for it: no need to look at those.
    narrow = [len(line.text) <= WIDEST_WRAP for line in lines]
    pairs = [index for index, are_narrow in enumerate(pairwise(narrow)) if all(are_narrow)]
    if len(pairs) < FEWEST_FULL_LINES:
        return set()
    rooms = {
        index: range(len(lines[index].text), len(lines[index].text) + 1 + len(word))
        for index in pairs
        if (word := _next_word(lines[index], lines[index + 1]))
    }
    width = _commonest_column(rooms.values())
    full = {index for index, room in rooms.items() if width in room}
    running_on = {index for index in full if _runs_on(lines[index + 1].text)}
    if len(full) < max(FEWEST_FULL_LINES, WRAPPED_SHARE * len(rooms)) or len(running_on) < RUN_ON_SHARE * len(full):
        return set()
    # After a full stop only a small letter tells that the sentence goes on; some scripts have none.
    return {at for at in full if lines[at + 1].text[0].islower() or not lines[at].text.endswith(CLOSING)}


def _next_word(line: Paragraph, after: Paragraph) -> str:
    """Return the word that a wrapper had to put on the next line, "" where no wrapper was at work."""
    if line.end != after.start or any(map(line.text.__contains__, _COLUMNS)):
        return ""
    # A full line without a space is of a script that needs none, and could have been broken anywhere.
    return after.text.split(None, 1)[0] if " " in line.text else ""


def _commonest_column(rooms: Iterable[range]) -> int:
    steps: Counter[int] = Counter()
    for room in rooms:
        steps[room.start] += 1
        steps[room.stop] -= 1
    best = column = depth = 0
    for position in sorted(steps):
        depth += steps[position]
        if depth > best and NARROWEST_WRAP <= position <= WIDEST_WRAP:
            best, column = depth, position
    return column


def _runs_on(line: str) -> bool:
    return line[0].isalpha() and not line[0].isupper()


def _joined(lines: Sequence[Paragraph], broken: set[int]) -> Iterator[Paragraph]:
    first = 0
    for index, line in enumerate(lines):
        if index not in broken:
            text = " ".join(part.text for part in lines[first : index + 1])
            yield Paragraph(lines[first].start, line.end, lines[first].line, text)
            first = index + 1
