"""Blocks: what a chain means for whole paragraphs, and whether they are a repeat.

All lengths are in words; in scripts without spaces two characters count as one.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from rapidfuzz import fuzz

from cleaner.matcher.repeats.chains import Chain
from cleaner.matcher.repeats.sides import Side, sides
from cleaner.matcher.words import Wording
from cleaner.tokenizer import Paragraph

# Only prose is evidence: sentences of some length, or paragraphs too long to be a row of a plan, a
# heading, a question or a line of verse.
PROSE, LONG_PROSE = 10, 25
# A block is several paragraphs of prose or a single long one, by the different words in them: rows
# made of a handful of words are alike without being copies.
SEVERAL_PARAGRAPHS, ONE_PARAGRAPH = 25, 30
# A paragraph that stands alone goes only when this share of it stands in the other: an article may
# well quote one statement twice and tell it each time in words of its own.
ALONE = 0.95
# A paragraph cut short with an ellipsis says by itself that it is a copy, if it has this much.
TEASER = 8
# The earlier copy goes only when the later says clearly more: this share of the block, or words.
CLEARLY_MORE, CLEARLY_MORE_WORDS = 0.1, 8
# Where this share of the paragraphs differ in a number, the block is a template filled in twice.
TEMPLATE = 1 / 3
# Next to a block, a paragraph up to this many characters goes when it resembles (0-100) the one next
# to the other copy.
LONGEST_COMPARED, ALIKE = 200, 70
# Two words this alike (0-100) are one word and its misspelling or inflection.
SAME_WORD = 60

_SENTENCE_END = tuple(".!?…。！？؟।»”\"'’)")
_ELLIPSIS = ("…", "...", "[…]", "[...]")


@dataclass(frozen=True, slots=True)
class Block:
    """Paragraphs that say what others say: ``going`` maps each to the first and last of those.

    ``words`` is how many words they have, ``likeness`` the share of those, 0-100, that stand in
    the paragraphs that stay.
    """

    going: Mapping[int, tuple[int, int]]
    rule: str
    words: int
    likeness: float


@dataclass(frozen=True, slots=True)
class _Swap:
    """Words of one copy that stand where the other has other words, and the paragraphs of both."""

    paragraphs: set[int]
    old: list[str]
    new: list[str]

    def renumbers(self) -> bool:
        return _numbers(self.old) != _numbers(self.new)

    def rewords(self) -> bool:
        return self.renumbers() or fuzz.ratio("".join(self.old), "".join(self.new)) < SAME_WORD


def find_blocks(chains: Iterable[Chain], wording: Wording, paragraphs: Sequence[Paragraph]) -> Iterator[Block]:
    """Yield the repeats among ``chains``, each with the copy that says less as the one to go."""
    for chain in chains:
        earlier, later = sides(chain, wording)
        going, staying = (earlier, later) if _says_more(later, earlier, wording.unit) else (later, earlier)
        covered = [p for p in going.covered() if p not in staying.shared]
        if not covered or not staying.is_compact():
            continue
        prose = [p for p in covered if _is_prose(p, wording, paragraphs)]
        if _is_long_enough(prose, going, wording) and not _is_template(prose, chain, wording):
            rule = "exact" if all(going.shared[p] == wording.length(p) for p in covered) else "near"
        elif len(covered) == 1 and _is_teaser(covered[0], going, paragraphs, wording):
            rule = "teaser"
        else:
            continue
        grown = _grown({p: going.partners[p] for p in covered}, wording, paragraphs)
        words = sum(map(wording.length, grown))
        yield Block(grown, rule, words, 100 * sum(going.shared.get(p, 0) for p in grown) / words)


def _says_more(later: Side, earlier: Side, unit: int) -> bool:
    """Tell whether the later copy is clearly the fuller one; where neither is, the first stays."""
    if not (later.covered() and earlier.covered()):
        return not later.covered()
    margin = max(CLEARLY_MORE_WORDS * unit, CLEARLY_MORE * sum(later.shared.values()))
    return later.unsaid(PROSE * unit) > earlier.unsaid(PROSE * unit) + margin


def _is_prose(paragraph: int, wording: Wording, paragraphs: Sequence[Paragraph]) -> bool:
    length = wording.length(paragraph)
    is_sentence = paragraphs[paragraph].text.endswith(_SENTENCE_END)
    return length >= (PROSE if is_sentence else LONG_PROSE) * wording.unit


def _is_long_enough(prose: Sequence[int], going: Side, wording: Wording) -> bool:
    different = {word for p in prose for word in wording.words[wording.starts[p] : wording.starts[p + 1]]}
    if len(prose) == 1:
        is_whole = going.shared[prose[0]] >= ALONE * wording.length(prose[0])
        return is_whole and len(different) >= ONE_PARAGRAPH * wording.unit
    return len(different) >= SEVERAL_PARAGRAPHS * wording.unit


def _is_template(prose: Sequence[int], chain: Chain, wording: Wording) -> bool:
    """Tell whether the copies are one form filled in twice: other numbers in the same sentences.

    Of a single paragraph, any other word in the place of one makes it a new statement.
    """
    swaps = [swap for swap in _swaps(chain, wording) if not swap.paragraphs.isdisjoint(prose)]
    if len(prose) == 1:
        return any(map(_Swap.rewords, swaps))
    return sum(map(_Swap.renumbers, swaps)) >= TEMPLATE * len(prose)


def _is_teaser(paragraph: int, side: Side, paragraphs: Sequence[Paragraph], wording: Wording) -> bool:
    """Tell whether the paragraph is the beginning of a longer one, cut with an ellipsis."""
    first, last = side.partners[paragraph]
    return (
        paragraphs[paragraph].text.endswith(_ELLIPSIS)
        and side.shared[paragraph] >= TEASER * wording.unit
        and first == last
        and wording.length(first) > wording.length(paragraph)
    )


def _grown(
    going: dict[int, tuple[int, int]], wording: Wording, paragraphs: Sequence[Paragraph]
) -> dict[int, tuple[int, int]]:
    """Return ``going`` with the neighbours that resemble the neighbours of the other copy.

    Chains miss headings and short lines that were edited: at three words an edit is too much.
    """
    grown = dict(going)
    for step in (1, -1):
        for paragraph in sorted(going, reverse=step < 0):
            own, other = paragraph + step, grown[paragraph][step > 0] + step
            while own not in grown and other not in grown and own != other and _alike(own, other, wording, paragraphs):
                grown[own] = (other, other)
                own, other = own + step, other + step
    return grown


def _alike(own: int, other: int, wording: Wording, paragraphs: Sequence[Paragraph]) -> bool:
    if not (0 <= own < len(paragraphs) and 0 <= other < len(paragraphs)):
        return False
    if max(len(paragraphs[own].text), len(paragraphs[other].text)) > LONGEST_COMPARED:
        return False
    pair = [" ".join(wording.words[wording.starts[p] : wording.starts[p + 1]]) for p in (own, other)]
    return fuzz.ratio(*pair) >= ALIKE if any(pair) else paragraphs[own].text == paragraphs[other].text


def _swaps(chain: Chain, wording: Wording) -> Iterator[_Swap]:
    for before, after in pairwise(chain.runs):
        old = wording.words[before.earlier + before.length : after.earlier]
        new = wording.words[before.later + before.length : after.later]
        if old and new:
            yield _Swap({wording.paragraph_at(after.earlier - 1), wording.paragraph_at(after.later - 1)}, old, new)


def _numbers(words: Iterable[str]) -> list[str]:
    return [word for word in words if word[0].isdigit()]
