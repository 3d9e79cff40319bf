"""Differences: the words in which a copy that goes departs from what stays, as the text has them."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

from cleaner.matcher.repeats.blocks import DuplicateBlock
from cleaner.matcher.repeats.tokens import TokenIndex


def find_differences(block: DuplicateBlock, paragraphs: range, tokens: TokenIndex) -> Iterator[tuple[str, str]]:
    """Yield (what stays, what goes) for each place where ``paragraphs`` of ``block`` differ.

    What stays may say more before and after: that is no difference.
    """
    if block.rule == "near":
        for kept, gone in (*_inside(block, paragraphs, tokens), *_whole_lines(block, paragraphs, tokens)):
            yield tokens.as_written(kept), tokens.as_written(gone)


def _inside(block: DuplicateBlock, paragraphs: range, tokens: TokenIndex) -> Iterator[tuple[range, range]]:
    first = bisect_left(block.gaps, tokens.starts[paragraphs.start], key=lambda gap: gap[1].start)
    for kept, gone in block.gaps[first:]:
        if gone.start >= tokens.starts[paragraphs.stop]:
            break
        paragraph = tokens.paragraph_at(gone.start)
        is_between = not gone and tokens.starts[paragraph] == gone.start
        is_inside = paragraph in block.dropped and paragraph not in block.alike and not is_between
        if is_inside and not _is_cut(kept, gone, tokens):
            yield _narrowed(kept, gone, tokens)


def _whole_lines(block: DuplicateBlock, paragraphs: range, tokens: TokenIndex) -> Iterator[tuple[range, range]]:
    for paragraph in filter(block.alike.__contains__, paragraphs):
        first, last = block.dropped[paragraph]
        kept = range(tokens.starts[first], tokens.starts[last + 1])
        if tokens.words[kept.start : kept.stop] != tokens.words_of(paragraph):
            yield kept, range(tokens.starts[paragraph], tokens.starts[paragraph + 1])


def _is_cut(kept: range, gone: range, tokens: TokenIndex) -> bool:
    """Tell whether the copy ends in the beginning of a word that stays."""
    is_last = len(gone) == 1 and gone.stop == tokens.end_around(gone.start)
    return is_last and bool(kept) and tokens.words[kept.start].startswith(tokens.words[gone.start])


def _narrowed(kept: range, gone: range, tokens: TokenIndex) -> tuple[range, range]:
    """Return both less the words in which they end alike.

    Before the border of a paragraph they have not been aligned.
    """
    while kept and gone and tokens.words[kept[-1]] == tokens.words[gone[-1]]:
        kept, gone = kept[:-1], gone[:-1]
    return kept, gone
