"""Candidates: which texts, and which parts of a long one, could say something twice.

A text is cut behind every occurrence of a letter that is neither rare nor frequent in it. Where a passage is said
again the same pieces come again, as the borders go with the text; this is content-defined chunking (Muthitacharoen,
Chen and Mazieres 2001) with a letter for the hash, since the interpreter splits at letters faster than it hashes.

In a long text some clause comes again by chance on every other page, and one clause tells nothing. Two near each other
that come again as near each other tell where to look: chaining, as later of words, of pieces of text and their places.
"""

from __future__ import annotations

from collections import Counter, deque
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate, chain, islice
from typing import NamedTuple

from cleaner.paragraph import ELLIPSIS, Paragraph, split_lines

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
TELLING, REPEATED_LETTERS = 16, 36
# A few pieces that come again tell nothing, unless this much of the words in so many letters before or behind them
# does as well.
FEW, AROUND, SAME = 4, 100, 0.4
# In scripts without spaces, where words are shorter, half as many letters tell as much.
FEW_SPACES, UNSPACED = 0.05, 2
# Spaces that copies differ in.
_SPACES = "\xa0\u2009\u202f"
# How far at least a copy may go on beyond its last whole piece, with what tells whether it is intentional: further than
# a chain steps over. Pieces that stood earlier in the text belong together so near each other, with at most so many
# letters more or less between them than earlier.
MARGIN = 3000
# How many links back in a chain, of pieces or later of words, the one before may stand. More than a few only lie
# between in text made of few words, where chains mean nothing.
LOOK_BACK = 16
# A stretch that is left out stands there as one word: to be one of mere signs would be no gap at all.
WORD = "x"
# So much of a text is cut at a time: all pieces of it at once would take several times its room.
SLAB = 1_000_000


class Seed(NamedTuple):
    """A piece of text at offset ``at`` that stood ``back`` code points earlier for the first time."""

    at: int
    back: int


def may_repeat(text: str) -> bool:
    """Tell whether ``text`` could hold a repeat.

    ``False`` is certain but for short passages that are edited in every line or written in other
    letters: title case, full width, stress marks.
    """
    if len(text) >= LONG:
        return True
    lines = split_lines(text)
    flat = _flat(lines)
    if any(map(str.isupper, lines)):  # a copy in capitals; folding every text takes as long as all the rest
        flat = flat.casefold()
    tried = list(islice(_cuts(flat), TRIED_IN_SHORT if len(flat) < SHORT else TRIED))
    return len(tried) < TRIED or any(_comes_again(flat, cut) for cut in tried) or _has_teaser(text, lines)


def candidate_paragraphs(text: str, paragraphs: Sequence[Paragraph]) -> Sequence[Paragraph]:
    """Return those of the ``paragraphs`` of ``text`` to search: of a long one, those in its regions."""
    if len(text) < LONG:
        return paragraphs
    regions = find_regions(text)
    return paragraphs_within(regions, paragraphs) if regions else []


def find_regions(text: str) -> list[range]:
    """Return the parts of ``text`` in which something could be said twice, in order and disjoint.

    They are in code points.
    """
    cut = next(_cuts(text), None)
    if cut is None:
        return [range(len(text))]
    seeds = _in_company(_seeds(text, cut))
    places = chain(_teasers(text), chain.from_iterable((seed.at, seed.at - seed.back) for seed in seeds))
    parts = {place // MARGIN for place in places}
    regions: list[range] = []
    for part in sorted(part + beside for part in parts for beside in (-1, 0, 1)):
        start, end = part * MARGIN, (part + 1) * MARGIN
        if regions and start <= regions[-1].stop:
            regions[-1] = range(regions[-1].start, end)
        else:
            regions.append(range(start, end))
    return regions


def paragraphs_within(regions: Sequence[range], paragraphs: Sequence[Paragraph]) -> list[Paragraph]:
    """Return the ``paragraphs`` that reach into the regions; those between two become one word."""
    kept: list[Paragraph] = []
    left = deque(regions)
    is_open = False
    for paragraph in paragraphs:
        while left and left[0].stop <= paragraph.start:
            left.popleft()
        if left and left[0].start < paragraph.end:
            kept.append(paragraph)
            is_open = False
        elif is_open:
            kept[-1] = kept[-1]._replace(end=paragraph.end)
        else:
            kept.append(paragraph._replace(text=WORD))
            is_open = True
    return kept


def _flat(lines: Sequence[str]) -> str:
    """Return ``lines`` as one, with plain spaces for line ends and other spaces, each for one."""
    flat = " ".join(lines)
    if not flat.isascii():
        for space in _SPACES:
            flat = flat.replace(space, " ")
    return flat


def _cuts(flat: str) -> Iterator[str]:
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
    is_enough = sum(len(piece) * (times - 1) for piece, times in again.items()) * unit >= REPEATED_LETTERS
    return is_enough and (unit > 1 or len(again) > FEW or any(_goes_on(flat, piece) for piece in again))


def _goes_on(flat: str, piece: str) -> bool:
    """Tell whether before or behind ``piece`` the text is much the same where the piece stands again."""
    start = flat.index(piece)
    again = flat.index(piece, start + len(piece))
    sides = (
        (flat[max(0, at - AROUND) : at], flat[at + len(piece) : at + len(piece) + AROUND]) for at in (start, again)
    )
    words = (({*one.split()}, {*other.split()}) for one, other in zip(*sides, strict=True))
    return any(len(one & other) >= SAME * min(len(one), len(other)) for one, other in words)


def _has_teaser(text: str, lines: Sequence[str]) -> bool:
    cut = [line.lstrip() for line in map(str.rstrip, lines) if line.endswith(ELLIPSIS)]
    return any(text.count(line[:TELLING]) > 1 for line in cut)


def _seeds(text: str, cut: str) -> Iterator[Seed]:
    firsts: dict[int, int] = {}
    start = 0
    while start < len(text):
        end = text.rfind(cut, start, start + SLAB) + 1 or start + SLAB
        pieces = _flat(split_lines(text[start:end])).split(cut)
        offsets = accumulate((len(piece) + 1 for piece in pieces), initial=start)
        telling = [(hash(piece), at) for piece, at in zip(pieces, offsets, strict=False) if len(piece) >= TELLING]
        for key, at in telling:
            first = firsts.setdefault(key, at)
            if first != at:
                yield Seed(at, at - first)
        start = end


def _teasers(text: str) -> Iterator[int]:
    """Yield the places of lines cut short with an ellipsis, and of those that begin like one of them."""
    lines = split_lines(text)
    begun = {line.lstrip()[:TELLING] for line in lines if line.rstrip().endswith(ELLIPSIS)}
    if begun:
        starts = accumulate((len(line) + 1 for line in lines), initial=0)
        yield from (start for line, start in zip(lines, starts, strict=False) if line.lstrip()[:TELLING] in begun)


def _in_company(seeds: Iterable[Seed]) -> Iterator[Seed]:
    """Yield those of ``seeds`` that have another before them, near it on both sides."""
    recent: deque[Seed] = deque(maxlen=LOOK_BACK)
    for seed in seeds:
        if any(seed.at - other.at <= MARGIN and abs(seed.back - other.back) <= MARGIN for other in recent):
            yield seed
        recent.append(seed)
