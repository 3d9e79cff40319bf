"""Differences: the words in which a copy that goes departs from what stays, as the text spells them."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

from cleaner.matcher.repeats.blocks import Block
from cleaner.matcher.wording import Wording


def find_differences(block: Block, paragraphs: range, wording: Wording) -> Iterator[tuple[str, str]]:
    """Yield (what stays, what goes) for each place where ``paragraphs`` of ``block`` say something else.

    What stays may say more before and after: that is no difference.
    """
    if block.rule == "near":
        for kept, gone in (*_inside(block, paragraphs, wording), *_whole_lines(block, paragraphs, wording)):
            yield wording.spelled(kept), wording.spelled(gone)


def _inside(block: Block, paragraphs: range, wording: Wording) -> Iterator[tuple[range, range]]:
    first = bisect_left(block.gaps, wording.starts[paragraphs.start], key=lambda gap: gap[1].start)
    for kept, gone in block.gaps[first:]:
        if gone.start >= wording.starts[paragraphs.stop]:
            break
        paragraph = wording.paragraph_at(gone.start)
        is_between = not gone and wording.starts[paragraph] == gone.start
        is_inside = paragraph in block.going and paragraph not in block.alike and not is_between
        if is_inside and not _is_cut(kept, gone, wording):
            yield _narrowed(kept, gone, wording)


def _whole_lines(block: Block, paragraphs: range, wording: Wording) -> Iterator[tuple[range, range]]:
    for paragraph in filter(block.alike.__contains__, paragraphs):
        first, last = block.going[paragraph]
        kept = range(wording.starts[first], wording.starts[last + 1])
        if wording.words[kept.start : kept.stop] != wording.said(paragraph):
            yield kept, range(wording.starts[paragraph], wording.starts[paragraph + 1])


def _is_cut(kept: range, gone: range, wording: Wording) -> bool:
    """Tell whether the copy ends in the beginning of a word that stays."""
    is_last = len(gone) == 1 and gone.stop == wording.end_around(gone.start)
    return is_last and bool(kept) and wording.words[kept.start].startswith(wording.words[gone.start])


def _narrowed(kept: range, gone: range, wording: Wording) -> tuple[range, range]:
    """Return both less the words in which they end alike: before the border of a paragraph nobody aligned them."""
    while kept and gone and wording.words[kept[-1]] == wording.words[gone[-1]]:
        kept, gone = kept[:-1], gone[:-1]
    return kept, gone
