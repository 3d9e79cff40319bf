"""Regions: the parts of a long text in which something could be said twice; the search is spared all the others.

In a long text some clause comes again by chance on every other page, and one clause tells nothing. Two near each other
that come again as near each other tell where to look: chaining, as later of words, of pieces of text and their places.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate, chain
from typing import NamedTuple

from cleaner.matcher.repeats.gate import BEGINNING, TELLING, cuts, flattened
from cleaner.tokenizer import ELLIPSIS, Paragraph

# Pieces that stood earlier in the text belong together so near each other, with so many letters more or less between
# them than earlier. Of copies with one word in ten changed every second piece is whole, and a piece has 50 letters.
NEAR, DRIFT = 1500, 400
# So many of the last ones are compared: between two of a copy few come again by chance.
LOOK_BACK = 4
# How far at least a copy may go on beyond its last whole piece, with what tells whether it is meant: further than a
# chain steps over.
MARGIN = 3000
# A stretch that is left out stands there as one word: to be one of mere signs would be no gap at all.
WORD = "x"
# So much of a text is cut at a time: all pieces of it at once would take several times its room.
SLAB = 1_000_000


class Seed(NamedTuple):
    """A piece of text that begins at ``at`` and stood ``back`` code points earlier for the first time."""

    at: int
    back: int


def find_regions(text: str) -> list[range]:
    """Return the parts of ``text``, in code points, in which something could be said twice, in order and disjoint."""
    cut = next(cuts(text), None)
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


def within(regions: Sequence[range], paragraphs: Sequence[Paragraph]) -> list[Paragraph]:
    """Return the ``paragraphs`` that reach into the regions, and one of one word for all between two of them."""
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


def _seeds(text: str, cut: str) -> Iterator[Seed]:
    firsts: dict[int, int] = {}
    start = 0
    while start < len(text):
        end = text.rfind(cut, start, start + SLAB) + 1 or start + SLAB
        pieces = flattened(text[start:end]).split(cut)
        offsets = accumulate((len(piece) + 1 for piece in pieces), initial=start)
        telling = [(hash(piece), at) for piece, at in zip(pieces, offsets, strict=False) if len(piece) >= TELLING]
        for key, at in telling:
            first = firsts.setdefault(key, at)
            if first != at:
                yield Seed(at, at - first)
        start = end


def _teasers(text: str) -> Iterator[int]:
    """Yield the places of lines cut short with an ellipsis, and of those that begin like one of them."""
    lines = text.split("\n")
    begun = {line.lstrip()[:BEGINNING] for line in lines if line.rstrip().endswith(ELLIPSIS)}
    if begun:
        starts = accumulate((len(line) + 1 for line in lines), initial=0)
        yield from (start for line, start in zip(lines, starts, strict=False) if line.lstrip()[:BEGINNING] in begun)


def _in_company(seeds: Iterable[Seed]) -> Iterator[Seed]:
    """Yield those of ``seeds`` that have another before them, near it on both sides."""
    recent: deque[Seed] = deque(maxlen=LOOK_BACK)
    for seed in seeds:
        if any(seed.at - other.at <= NEAR and abs(seed.back - other.back) <= DRIFT for other in recent):
            yield seed
        recent.append(seed)
