"""Differences: the words in which a copy that goes departs from what stays, as the text spells them."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from cleaner.matcher.repeats.blocks import Block
from cleaner.matcher.words import Wording


def find_differences(block: Block, paragraphs: Collection[int], wording: Wording) -> Iterator[tuple[str, str]]:
    """Yield (what stays, what goes) for each place where ``paragraphs`` of ``block`` say something else.

    What stays may say more before and after: that is no difference.
    """
    if block.rule != "near":
        return
    for kept, gone in block.gaps:
        paragraph = wording.paragraph_at(gone.start)
        is_between = not gone and wording.starts[paragraph] == gone.start
        if paragraph in paragraphs and paragraph not in block.alike and not is_between and not _is_cut(kept, gone, wording):
            yield wording.spelled(kept), wording.spelled(gone)
    for paragraph in sorted(block.alike.intersection(paragraphs)):
        first, last = block.going[paragraph]
        pair = range(wording.starts[first], wording.starts[last + 1]), range(*wording.starts[paragraph : paragraph + 2])
        if wording.words[pair[0].start : pair[0].stop] != wording.said(paragraph):
            yield wording.spelled(pair[0]), wording.spelled(pair[1])


def _is_cut(kept: range, gone: range, wording: Wording) -> bool:
    """Tell whether the copy ends in the beginning of a word that stays."""
    is_last = len(gone) == 1 and gone.stop == wording.end_around(gone.start)
    return is_last and bool(kept) and wording.words[kept.start].startswith(wording.words[gone.start])
