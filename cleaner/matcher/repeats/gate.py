"""Gate: which texts hold a repeat at all. Nearly all do not, and end here at a few times the cost of splitting lines.

The text is cut behind every occurrence of a letter that is neither rare nor frequent in it. Where a passage is said
again the same pieces come again, as the borders go with the text; this is content-defined chunking (Muthitacharoen,
Chen and Mazieres 2001) with a letter for the hash, since the interpreter splits at letters faster than it hashes.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import islice

from cleaner.tokenizer import ELLIPSIS

# A text of so many code points always holds some clause twice; it is searched by regions.
LONG = 50_000
# Letters of middling frequency in some language of their script. One that makes up this share of a text cuts it into
# pieces of 30 to 100 letters.
LETTERS = "wpygmbvfcduhlkпгмбчязкдв是在了人不大有中国はにをたがで다이는에을고سكقفحجشعدبتהיומלαινστρकमयसरนกมย"
RARE, COMMON = 0.015, 0.03
# So many such letters are tried, in short texts more: an edit that spoils the pieces of one rarely spoils those of the
# other. Pieces of so many letters tell something, and so many letters of pieces that come again make a repeat
# possible. Of 2,433 texts with repeats these stop none, of 223 short articles doubled with one word in twelve
# exchanged one; 11 of 263 clean articles pass. Letters half as common stop 44 and ten.
TRIED, TRIED_IN_SHORT, SHORT = 1, 2, 2500
TELLING, ENOUGH = 16, 36
# A few pieces that come again tell nothing, unless this much of the words in so many letters before or behind them
# does as well.
FEW, AROUND, SAME = 4, 100, 0.4
# A cut teaser is shorter than that, but it ends in an ellipsis, and its beginning comes again.
BEGINNING = 24
# In scripts without spaces, where words are shorter, half as many letters tell as much.
FEW_SPACES, UNSPACED = 0.05, 2
# Spaces that copies differ in.
_SPACES = "\xa0\u2009\u202f"


def may_repeat(text: str) -> bool:
    """Tell whether ``text`` could hold a repeat.

    ``False`` is certain but for short passages that are edited in every line or written in other
    letters: title case, full width, stress marks.
    """
    if len(text) >= LONG:
        return True
    lines = text.split("\n")
    flat = flattened(text)
    if any(map(str.isupper, lines)):  # a copy in capitals; folding every text takes as long as all the rest
        flat = flat.casefold()
    tried = list(islice(cuts(flat), TRIED_IN_SHORT if len(flat) < SHORT else TRIED))
    return len(tried) < TRIED or any(_comes_again(flat, cut) for cut in tried) or _has_teaser(text, lines)


def flattened(text: str) -> str:
    """Return ``text`` with plain spaces for line ends and other spaces, each for one."""
    flat = text.replace("\n", " ")
    if not flat.isascii():
        for space in _SPACES:
            flat = flat.replace(space, " ")
    return flat


def cuts(flat: str) -> Iterator[str]:
    """Yield the letters to cut ``flat`` at, those of middling frequency."""
    for letter in LETTERS:
        if RARE * len(flat) <= flat.count(letter) <= COMMON * len(flat):
            yield letter


def _comes_again(flat: str, cut: str) -> bool:
    unit = UNSPACED if not flat.isascii() and flat.count(" ") < FEW_SPACES * len(flat) else 1
    shortest = TELLING // unit
    pieces = [piece for piece in flat.split(cut) if len(piece) >= shortest]
    if len(set(pieces)) == len(pieces):
        return False
    again = {piece: times for piece, times in Counter(pieces).items() if times > 1}
    is_enough = sum(len(piece) * (times - 1) for piece, times in again.items()) * unit >= ENOUGH
    return is_enough and (unit > 1 or len(again) > FEW or any(_goes_on(flat, piece) for piece in again))


def _goes_on(flat: str, piece: str) -> bool:
    """Tell whether before or behind ``piece`` the text says much the same where it stands again."""
    start = flat.index(piece)
    again = flat.index(piece, start + len(piece))
    sides = (
        (flat[max(0, at - AROUND) : at], flat[at + len(piece) : at + len(piece) + AROUND]) for at in (start, again)
    )
    said = (({*one.split()}, {*other.split()}) for one, other in zip(*sides, strict=True))
    return any(len(one & other) >= SAME * min(len(one), len(other)) for one, other in said)


def _has_teaser(text: str, lines: Sequence[str]) -> bool:
    cut = [line.lstrip() for line in map(str.rstrip, lines) if line.endswith(ELLIPSIS)]
    return any(text.count(line[:BEGINNING]) > 1 for line in cut)
