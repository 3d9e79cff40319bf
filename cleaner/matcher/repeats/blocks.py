"""Blocks: the copies that go, and with them the lines that hold their place in both."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from cleaner.matcher.likeness import OSA
from cleaner.matcher.repeats.chains import Chain
from cleaner.matcher.repeats.copies import Copy, different_words, find_copy, is_prose, numbers
from cleaner.matcher.repeats.meant import is_cut_short, is_meant, resemble
from cleaner.matcher.wording import Wording

# A block is several paragraphs of prose, or one that follows itself at once, or a single long one repeated
# to the word, by the different words in them: rows made of a handful of words are alike without being
# copies. Anything from 15 to 40, and from 20 to 45, changes the same 5 of 263 clean articles; these leave
# room on either side.
SEVERAL_PARAGRAPHS, ONE_PARAGRAPH = 25, 30
# A paragraph cut short with an ellipsis says by itself that it is a copy, if it has this many words.
TEASER = 8
# A word is a slip of the pen for another from this length on, if one letter tells them apart.
# No word of any language is much longer than the longest; comparing what is would be quadratic.
SHORTEST_SLIP, LONGEST_SLIP = 4, 40


@dataclass(frozen=True, slots=True)
class Block:
    """Paragraphs that say what others say: ``going`` maps each to the first and last of those.

    ``words`` is how many words they have, ``likeness`` the share of those, 0-100, that stand in
    the paragraphs that stay. ``gaps`` are the places, as (words that stay, words that go), where the
    sides differ, and ``alike`` the paragraphs that go for their place: short lines more or less the same.
    """

    going: Mapping[int, tuple[int, int]]
    rule: str
    words: int
    likeness: float
    gaps: tuple[tuple[range, range], ...] = ()
    alike: frozenset[int] = frozenset()


def find_blocks(chains: Iterable[Chain], wording: Wording) -> Iterator[Block]:
    """Yield the blocks among ``chains`` that are said again and not meant to be."""
    for chain in chains:
        copy = find_copy(chain, wording)
        if copy is None:
            continue
        if _is_long_enough(copy) and not is_meant(copy):
            yield _block(copy)
        elif len(copy.covered) == 1 and _is_teaser(copy):
            yield _block(copy, rule="teaser")


def _is_long_enough(copy: Copy) -> bool:
    different = different_words(copy.evidence, copy.wording) / copy.wording.unit
    if len({copy.wording.texts[p] for p in copy.evidence}) == 1:
        # Where a later paragraph says an earlier one and goes on, it quotes it.
        return copy.is_later and different >= (SEVERAL_PARAGRAPHS if copy.follows_at_once() else ONE_PARAGRAPH)
    return different >= SEVERAL_PARAGRAPHS


def _is_teaser(copy: Copy) -> bool:
    """Tell whether the paragraph is the beginning of a longer one, cut with an ellipsis.

    Above its full text it stands at once or over lines that are no prose, below it no sentence follows:
    elsewhere somebody left a sentence open.
    """
    (paragraph,) = copy.covered
    first, last = copy.side.partners[paragraph]
    length = copy.wording.length(paragraph)
    is_longer = first == last and copy.wording.length(first) > length >= TEASER * copy.wording.unit
    if copy.is_later:
        is_near = paragraph + 1 == len(copy.wording.texts) or not copy.wording.is_sentence(paragraph + 1)
    else:
        is_near = not any(is_prose(p, copy.wording) for p in range(paragraph + 1, first))
    return is_longer and is_near and is_cut_short(paragraph, copy.side)


def _block(copy: Copy, rule: str | None = None) -> Block:
    going = {p: copy.side.partners[p] for p in copy.covered}
    grown = going if rule else _grown(going, copy)
    words = sum(map(copy.wording.length, grown))
    likeness = 100 * sum(copy.side.shared.get(p, 0) for p in grown) / words
    is_exact = copy.is_exact() and len(grown) == len(going)
    gaps = tuple((gap.earlier, gap.later) if copy.is_later else (gap.later, gap.earlier) for gap in copy.gaps)
    return Block(grown, rule or ("exact" if is_exact else "near"), words, likeness, gaps, frozenset(grown) - set(going))


def _grown(going: Mapping[int, tuple[int, int]], copy: Copy) -> dict[int, tuple[int, int]]:
    """Return ``going`` and the short lines in it, and beside it, that hold one place in both copies.

    Chains are blind to headings and list items that were edited. In a certain copy it is enough that
    they are alike, inside any other that they have the same numbers as well; beside it, they must be
    the same but for slips of the pen.
    """
    grown = dict(going)
    wording = copy.wording
    inside = range(min(going), max(going))
    within, beside = (resemble, resemble) if copy.is_certain() else (_matches, _equals)
    for step in (1, -1):
        for paragraph in sorted(going, reverse=step < 0):
            own, other = paragraph + step, grown[paragraph][step > 0] + step
            while min(own, other) >= 0 and max(own, other) < len(wording.texts):
                matches = within if own in inside else beside
                if own in grown or other in grown or own == other or not matches(own, other, wording):
                    break
                grown[own] = (other, other)
                own, other = own + step, other + step
    return grown


def _matches(own: int, other: int, wording: Wording) -> bool:
    return resemble(own, other, wording) and numbers(wording.said(own)) == numbers(wording.said(other))


def _equals(own: int, other: int, wording: Wording) -> bool:
    pair: tuple[Sequence[str], Sequence[str]] = wording.said(own), wording.said(other)
    if not any(pair):
        return wording.texts[own] == wording.texts[other]
    return len(pair[0]) == len(pair[1]) and all(
        one == two or _is_slip(one, two, wording) for one, two in zip(*pair, strict=True)
    )


def _is_slip(one: str, other: str, wording: Wording) -> bool:
    """Tell whether one word is the other misspelt; two words that the text uses again are two words."""
    return (
        SHORTEST_SLIP <= min(len(one), len(other)) <= max(len(one), len(other)) <= LONGEST_SLIP
        and not (one[0].isdigit() or other[0].isdigit())
        and OSA.distance(one, other) == 1
        and min(wording.counts[one], wording.counts[other]) == 1
    )
