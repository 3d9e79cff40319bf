"""Gate: which texts hold furniture at all. Nearly all lines of an article are no phrase: that is told of all at once.

Lines are compared by their letters alone, without the words: whatever the catalogue would find has the letters of a
phrase, and the interpreter drops all other signs of a text faster than it finds the words of a line.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from cleaner.matcher.boilerplate.shapes import is_prose
from cleaner.matcher.boilerplate.tail import MOST_LINKS, find_nearly
from cleaner.matcher.catalogue import COUNT_UNITS, LETTERS, LONGEST_LINE, LONGEST_SLOTTED, Catalogue
from cleaner.matcher.words import folded, letters
from cleaner.tokenizer import LONGEST_PARAGRAPH, shown

_DIGIT = re.compile(r"\d")
_COUNT_UNIT = re.compile(rf"([0-9])\s?(?:{'|'.join(sorted(COUNT_UNITS))})(?![^\W\d_])")
# As in `OPENER`, once folded and without typography.
_OPENERS = (":", "|", "՝", "ঃ", " - ")
_COPYRIGHT = ("©", "(c)", "copyright")
# The signs that make English other than ASCII, and text in ASCII takes half the time.
_TYPOGRAPHY = {"’": " ", "‘": " ", "“": " ", "”": " ", "–": "-", "—": "-", "…": " ", "\xa0": " "}


def may_be_furnished(text: str, catalogue: Catalogue) -> bool:
    """Tell whether ``text`` could hold furniture; ``False`` is certain but for phrases that a wrapper broke."""
    lines = [line for line in map(str.strip, shown(text).replace("\r", "\n").split("\n")) if line]
    short = [line for line in lines if len(line) <= LONGEST_LINE]
    said = _folded("\n".join(short))
    return (
        max(map(len, lines), default=0) > LONGEST_PARAGRAPH  # cut into sentences, one of which may be a phrase
        or any(sign in said for sign in _COPYRIGHT)
        or not catalogue.letters.isdisjoint(_letters_of_lines(said))
        or not catalogue.letters.isdisjoint(_letters_of_lines(_opened(said)))
        or _has_count(said, catalogue)
        or _ends_like_phrase(lines, catalogue)
    )


def _folded(lines: str) -> str:
    if not lines.isascii():
        lines = lines.replace("ⓒ", "©")
        for sign, plain in _TYPOGRAPHY.items():
            lines = lines.replace(sign, plain)
    return folded(lines)


def _opened(said: str) -> str:
    """Return the lines of ``said`` with a sign behind which a phrase may be over, each cut there."""
    opened = "\n".join(line for line in said.split("\n") if any(sign in line for sign in _OPENERS))
    for sign in _OPENERS:
        opened = opened.replace(sign, "\n")
    return opened


def _letters_of_lines(said: str) -> Sequence[str]:
    return letters(_COUNT_UNIT.sub(r"\1", said)).split("\n")


def _has_count(said: str, catalogue: Catalogue) -> bool:
    counting = " ".join(line for line in said.split("\n") if len(line) <= LONGEST_SLOTTED and _DIGIT.search(line))
    return not catalogue.counting.isdisjoint(LETTERS.findall(counting))


def _ends_like_phrase(lines: Sequence[str], catalogue: Catalogue) -> bool:
    for line in reversed(lines[-MOST_LINKS - 1 :]):
        if find_nearly(line, catalogue, is_followed=True):
            return True
        if is_prose(line):
            return False
    return False
