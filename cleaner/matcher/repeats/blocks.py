"""Blocks: the copies that go, and with them the lines that hold their place in both."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from cleaner.matcher.repeats.alignment import Chain
from cleaner.matcher.repeats.duplicates import (
    PROSE_WORDS,
    Duplicate,
    different_words,
    find_duplicate,
    is_running_text,
    numbers,
)
from cleaner.matcher.repeats.intentional import is_cut_short, is_intentional, resemble
from cleaner.matcher.repeats.tokens import TokenIndex

# A paragraph cut short with an ellipsis says by itself that it is a duplicate, if it has this many words.
TEASER = 8


@dataclass(frozen=True, slots=True)
class DuplicateBlock:
    """Paragraphs that say what others say: ``dropped`` maps each to the first and last of those.

    ``words`` is how many words they have, ``similarity`` the share of those, 0-100, that stand in
    the paragraphs that stay. ``gaps`` are the places, as (words that stay, words that go), where the
    sides differ, and ``alike`` the paragraphs that go for their place: short lines more or less the same.
    """

    dropped: Mapping[int, tuple[int, int]]
    rule: str
    words: int
    similarity: float
    gaps: tuple[tuple[range, range], ...] = ()
    alike: frozenset[int] = frozenset()


def find_blocks(chains: Iterable[Chain], tokens: TokenIndex) -> Iterator[DuplicateBlock]:
    """Yield the blocks among ``chains`` that stand there again and are not intentional."""
    for chain in chains:
        duplicate = find_duplicate(chain, tokens)
        if duplicate is None:
            continue
        if _is_long_enough(duplicate) and not is_intentional(duplicate):
            yield _block(duplicate)
        elif len(duplicate.covered) == 1 and _is_teaser(duplicate):
            yield _block(duplicate, rule="teaser")


def _is_long_enough(duplicate: Duplicate) -> bool:
    different = different_words(duplicate.evidence, duplicate.tokens)
    # Where a later paragraph says an earlier one and goes on, it quotes it.
    is_quotation = len({duplicate.tokens.texts[p] for p in duplicate.evidence}) == 1 and not duplicate.is_later
    return different >= PROSE_WORDS * duplicate.tokens.tokens_per_word and not is_quotation


def _is_teaser(duplicate: Duplicate) -> bool:
    """Tell whether the paragraph is the beginning of a longer one, cut with an ellipsis.

    Above its full text it stands at once or over lines that are no prose, below it no sentence follows:
    elsewhere somebody left a sentence open.
    """
    (paragraph,) = duplicate.covered
    first, last = duplicate.side.partners[paragraph]
    length = duplicate.tokens.length(paragraph)
    is_longer = first == last and duplicate.tokens.length(first) > length >= TEASER * duplicate.tokens.tokens_per_word
    if duplicate.is_later:
        is_near = paragraph + 1 == len(duplicate.tokens.texts) or not duplicate.tokens.ends_sentence(paragraph + 1)
    else:
        is_near = not any(is_running_text(p, duplicate.tokens) for p in range(paragraph + 1, first))
    return is_longer and is_near and is_cut_short(paragraph, duplicate.side)


def _block(duplicate: Duplicate, rule: str | None = None) -> DuplicateBlock:
    dropped = {p: duplicate.side.partners[p] for p in duplicate.covered}
    grown = dropped if rule else _grown(dropped, duplicate)
    words = sum(map(duplicate.tokens.length, grown))
    similarity = 100 * sum(duplicate.side.shared.get(p, 0) for p in grown) / words
    is_exact = duplicate.is_exact() and len(grown) == len(dropped)
    gaps = tuple((gap.earlier, gap.later) if duplicate.is_later else (gap.later, gap.earlier) for gap in duplicate.gaps)
    return DuplicateBlock(
        grown, rule or ("exact" if is_exact else "near"), words, similarity, gaps, frozenset(grown) - set(dropped)
    )


def _grown(dropped: Mapping[int, tuple[int, int]], duplicate: Duplicate) -> dict[int, tuple[int, int]]:
    """Return ``dropped`` and the short lines in and beside it that hold one place in both copies.

    Chains are blind to headings and list items that were edited. In a certain copy it is enough that
    they are alike, inside any other that they have the same numbers as well; beside it, they must be
    the same.
    """
    grown = dict(dropped)
    tokens = duplicate.tokens
    inside = range(min(dropped), max(dropped))
    within, beside = (resemble, resemble) if duplicate.is_certain() else (_matches, _equals)
    for step in (1, -1):
        for paragraph in sorted(dropped, reverse=step < 0):
            own, other = paragraph + step, grown[paragraph][step > 0] + step
            while min(own, other) >= 0 and max(own, other) < len(tokens.texts):
                matches = within if own in inside else beside
                if own in grown or other in grown or own == other or not matches(own, other, tokens):
                    break
                grown[own] = (other, other)
                own, other = own + step, other + step
    return grown


def _matches(own: int, other: int, tokens: TokenIndex) -> bool:
    return resemble(own, other, tokens) and numbers(tokens.words_of(own)) == numbers(tokens.words_of(other))


def _equals(own: int, other: int, tokens: TokenIndex) -> bool:
    pair = tokens.words_of(own), tokens.words_of(other)
    return pair[0] == pair[1] if any(pair) else tokens.texts[own] == tokens.texts[other]
