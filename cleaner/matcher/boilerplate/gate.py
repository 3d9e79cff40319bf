"""Gate: which texts hold furniture at all. Nearly all lines of an article are no phrase: that is told of all at once.

Lines are compared by their letters alone, without the words: whatever the catalogue would find has the letters of a
phrase, and the interpreter drops all other signs of a text faster than it finds the words of a line.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import islice

from cleaner.matcher.boilerplate.shapes import is_prose
from cleaner.matcher.boilerplate.tail import MOST_LINKS, find_nearly
from cleaner.matcher.catalogue import COUNT_UNITS, DIGITS, LETTERS, LONGEST_LINE, LONGEST_SLOTTED, Catalogue
from cleaner.matcher.words import folded, letters
from cleaner.tokenizer import LONGEST_PARAGRAPH, shown

_DIGIT = re.compile(r"\d")
_COUNT_UNIT = re.compile(rf"([0-9])\s?(?:{'|'.join(sorted(COUNT_UNITS))})(?![^\W\d_])")
# All bytes but line ends and those that digits begin with in UTF-8, whatever their script.
_NO_DIGITS = bytes(set(range(256)) - {digit.encode()[0] for digit in DIGITS} - {ord("\n")})
# As in `OPENER`, once folded and without typography.
_OPENERS = (":", "|", " - ", "՝", "ঃ")
_COPYRIGHT = ("©", "(c)", "copyright")
# The signs that make English other than ASCII, which takes half the time, and Chinese a text to be normalised, which
# takes five times as long.
_PLAIN = {
    " ": "’‘“”…\xa0«»。、「」《》•·",
    "-": "–—",
    ",": "，",
    ":": "：",
    "!": "！",
    "?": "？",
    "(": "（",
    ")": "）",
    "©": "ⓒ",
}
_TYPOGRAPHY = {sign: plain for plain, signs in _PLAIN.items() for sign in signs}


def may_be_furnished(text: str, catalogue: Catalogue) -> bool:
    """Tell whether ``text`` could hold furniture; ``False`` is certain but for phrases that a wrapper broke."""
    lines = shown(text).replace("\r", "\n").split("\n")
    if max(map(len, lines)) > LONGEST_PARAGRAPH:
        return True  # cut into sentences, one of which may be a phrase
    short = [line for line in lines if len(line) <= LONGEST_LINE or len(line.strip()) <= LONGEST_LINE]
    said = _folded("\n".join(short))
    counting = _lines_with_digits(said)
    uncounted = _COUNT_UNIT.sub(r"\1", counting)
    looked_up = said if uncounted == counting else f"{said}\n{uncounted}"
    return (
        any(sign in said for sign in _COPYRIGHT)
        or not catalogue.letters.isdisjoint(letters(_opened(looked_up)).split("\n"))
        or _has_count(counting, catalogue)
        or _ends_like_phrase(lines, catalogue)
    )


def _folded(lines: str) -> str:
    if not lines.isascii():
        for sign, plain in _TYPOGRAPHY.items():
            lines = lines.replace(sign, plain)
    return folded(lines)


def _opened(said: str) -> str:
    """Return the lines of ``said``, and again those with a sign behind which a phrase may be over, up to there."""
    signs = [sign for sign in _OPENERS if sign in said]
    if not signs:
        return said
    lines = said.split("\n")
    return "\n".join([said, *(line.partition(sign)[0] for sign in signs for line in lines if sign in line)])


def _lines_with_digits(said: str) -> str:
    digits = said.encode("utf-8", "surrogatepass").translate(None, _NO_DIGITS)
    if not digits.strip():
        return ""
    return "\n".join(line for line, found in zip(said.split("\n"), digits.split(b"\n"), strict=True) if found)


def _has_count(counting: str, catalogue: Catalogue) -> bool:
    if not counting:
        return False
    words = " ".join(line for line in counting.split("\n") if len(line) <= LONGEST_SLOTTED and _DIGIT.search(line))
    return not catalogue.counting.isdisjoint(LETTERS.findall(words))


def _ends_like_phrase(lines: Sequence[str], catalogue: Catalogue) -> bool:
    said = filter(None, map(str.strip, reversed(lines)))
    for line in islice(said, MOST_LINKS + 1):
        if find_nearly(line, catalogue, is_followed=True):
            return True
        if is_prose(line):
            return False
    return False
