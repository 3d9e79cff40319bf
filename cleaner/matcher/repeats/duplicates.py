"""Duplicates: which of the two sides of a chain could go, and where it differs from the other.

All lengths are in words; in scripts without spaces two characters count as one.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, pairwise

from cleaner.matcher.repeats.alignment import LATER_GAP, Anchor, Chain
from cleaner.matcher.repeats.sides import Side, sides
from cleaner.matcher.repeats.tokens import TokenIndex

# Only prose is evidence: sentences of some length, or paragraphs too long to be a row of a plan, a
# heading, a question or a line of verse. So many different words of it are a block: rows made of a handful of words
# are alike without being copies. (Anything from 15 to 40 changes the same 5 of 263 clean articles.)
SENTENCE_WORDS, PROSE_WORDS = 10, 25
# The earlier copy goes only when the later says clearly more: this share of the block, or words. With
# no margin, chance decides: .902 of 1,410 damaged articles came back whole, with this one .984.
CLEARLY_MORE, CLEARLY_MORE_WORDS = 0.1, 8
# From so many different words of prose on, in so many paragraphs, a copy is certain: what differs in it was
# corrected, and the short lines in its order are its own. (100 instead restores .9922 of 1,410 articles, 60 .9929.)
CERTAIN, CERTAIN_PARAGRAPHS = 60, 3
# Lines that are no prose are a copy when one unbroken run of words, with as many different ones as make a copy
# certain, is so much of the text: a page of short lines that stands there twice, and no chorus. (With .25, which
# restores as many articles, long choruses went.)
UNBROKEN_SHARE = 0.4


@dataclass(frozen=True, slots=True)
class Gap:
    """Where two copies differ: the words of each between two runs, or between a run and the border.

    ``earlier`` and ``later`` are their places among the words of the text.
    """

    paragraphs: frozenset[int]
    earlier: range
    later: range
    old: tuple[str, ...]
    new: tuple[str, ...]

    def is_swap(self) -> bool:
        """Tell whether one side has other words in this place; a last word cut short is none."""
        if not (self.old and self.new):
            return False
        sides = ((self.old, self.new), (self.new, self.old))
        return not any(len(cut) == 1 and full[0].startswith(cut[0]) for cut, full in sides)

    def renumbers(self) -> bool:
        """Tell whether the sides differ in their numbers."""
        return numbers(self.old) != numbers(self.new)


@dataclass(frozen=True, slots=True)
class Duplicate:
    """The side of a chain that says less, by paragraph: what could go.

    ``covered`` are its paragraphs that the other side says as well, ``evidence`` those of them that
    show it to be a copy (prose, or all lines of an unbroken run), ``gaps`` the places where it differs.
    """

    side: Side
    is_later: bool
    covered: tuple[int, ...]
    evidence: tuple[int, ...]
    gaps: tuple[Gap, ...]

    @property
    def tokens(self) -> TokenIndex:
        """The words of the text that the copy stands in."""
        return self.side.tokens

    def gaps_in_evidence(self) -> list[Gap]:
        """Return the gaps in those paragraphs that show it to be a copy."""
        evidence = set(self.evidence)
        return [gap for gap in self.gaps if not gap.paragraphs.isdisjoint(evidence)]

    def is_exact(self) -> bool:
        """Tell whether the other side has the covered paragraphs word for word."""
        return all(self.side.shared[p] == self.tokens.length(p) for p in self.covered)

    def follows_at_once(self) -> bool:
        """Tell whether nothing stands between the copy and what it repeats."""
        return self.is_later and self.covered[0] - 1 == self.side.partners[self.covered[-1]][1]

    def length(self) -> int:
        """Return how many words the evidence has."""
        return sum(map(self.tokens.length, self.evidence))

    def is_certain(self) -> bool:
        """Tell whether there is so much prose in the copy that nothing else can be said about it."""
        return _is_certain(self.evidence, self.tokens)


def find_duplicate(passage: Chain, tokens: TokenIndex) -> Duplicate | None:
    """Return the copy in ``passage`` that says less, the later if neither does.

    ``None`` without a whole paragraph.
    """
    earlier, later = sides(passage, tokens)
    is_later = not _says_more(later, earlier, tokens.tokens_per_word)
    dropped, kept = (later, earlier) if is_later else (earlier, later)
    covered: Sequence[int] = [p for p in dropped.covered() if p not in kept.shared]
    if not (covered and kept.is_compact()):
        return None
    gaps = tuple(_gaps(passage, tokens))
    evidence = _evidence(passage, covered, tokens)
    if not _is_certain(evidence, tokens):
        renumbered = {p for gap in gaps if gap.renumbers() for p in gap.paragraphs}
        covered = [p for p in covered if p not in renumbered or is_running_text(p, tokens)]
    covered = _trimmed(covered, evidence, dropped)
    return Duplicate(dropped, is_later, tuple(covered), evidence, gaps) if covered else None


def _evidence(passage: Chain, covered: Sequence[int], tokens: TokenIndex) -> tuple[int, ...]:
    prose = tuple(p for p in covered if is_running_text(p, tokens))
    is_unbroken = len(passage.runs) == 1 and passage.runs[0].length >= UNBROKEN_SHARE * len(tokens.words)
    if is_unbroken and different_words(covered, tokens) >= CERTAIN * tokens.tokens_per_word:
        return tuple(covered)
    return prose


def _is_certain(evidence: Sequence[int], tokens: TokenIndex) -> bool:
    is_much = different_words(evidence, tokens) >= CERTAIN * tokens.tokens_per_word
    return is_much and len(evidence) >= CERTAIN_PARAGRAPHS


def different_words(paragraphs: Iterable[int], tokens: TokenIndex) -> int:
    """Return how many different words the paragraphs have."""
    return len(set(chain.from_iterable(map(tokens.words_of, paragraphs))))


def is_running_text(paragraph: int, tokens: TokenIndex) -> bool:
    """Tell whether the paragraph is long enough, for a sentence or without one, to be running text."""
    needed = SENTENCE_WORDS if tokens.ends_sentence(paragraph) else PROSE_WORDS
    return tokens.length(paragraph) >= needed * tokens.tokens_per_word


def numbers(words: Sequence[str]) -> list[str]:
    """Return those of ``words`` that are numbers."""
    return [word for word in words if word[0].isdigit()]


def _says_more(later: Side, earlier: Side, unit: int) -> bool:
    if not (later.covered() and earlier.covered()):
        return not later.covered()
    margin = max(CLEARLY_MORE_WORDS * unit, CLEARLY_MORE * sum(later.shared.values()))
    return later.unique_words(SENTENCE_WORDS * unit) > earlier.unique_words(SENTENCE_WORDS * unit) + margin


def _trimmed(covered: Sequence[int], evidence: Sequence[int], dropped: Side) -> Sequence[int]:
    """Return ``covered`` without the headings and rows at its ends that the other side has otherwise.

    Where the evidence is certain, they are its own.
    """
    if _is_certain(evidence, dropped.tokens):
        return covered
    known = set(evidence)
    firm = [
        p for p in covered if p in known or dropped.shared[p] == dropped.tokens.length(p) or dropped.is_beginning(p)
    ]
    first, last = min(firm, default=0), max(firm, default=-1)
    return [p for p in covered if first <= p <= last]


def _gaps(passage: Chain, tokens: TokenIndex) -> Iterator[Gap]:
    """Yield the differences inside the chain and, at its ends, towards the borders of the paragraphs.

    Of a border's words as many are told as stand between two anchors: a whole text may be one paragraph,
    with a chain on every line.
    """
    first, last = passage.runs[0], passage.runs[-1]
    ends = last.earlier + last.length, last.later + last.length
    begins = [max(tokens.start_around(at), at - LATER_GAP) for at in (first.earlier, first.later)]
    borders = [min(tokens.end_around(at - 1), at + LATER_GAP) for at in ends]
    begin, end = Anchor(begins[0], begins[1], 0), Anchor(borders[0], borders[1], 0)
    for before, after in pairwise([begin, *passage.runs, end]):
        at = before.earlier + before.length, before.later + before.length
        old, new = tokens.words[at[0] : after.earlier], tokens.words[at[1] : after.later]
        if old or new:
            earlier, later = range(at[0], after.earlier), range(at[1], after.later)
            yield Gap(frozenset(map(tokens.paragraph_at, at)), earlier, later, tuple(old), tuple(new))
