"""Repeats: anchors -> chains -> copies -> blocks, less the repetition that is meant."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from cleaner.matcher.repeats.anchors import find_anchors
from cleaner.matcher.repeats.blocks import Block, find_blocks
from cleaner.matcher.repeats.chains import find_chains
from cleaner.matcher.repeats.differences import find_differences
from cleaner.matcher.repeats.gate import may_repeat
from cleaner.matcher.words import Wording
from cleaner.removal import Removal
from cleaner.tokenizer import Paragraph, are_cut_together, extent, tokenize

# Three words in a row are rarely chance and survive an edit of one word in ten; in scripts
# without spaces, six characters.
SHINGLE = 3


def find_repeats(text: str) -> list[Removal]:
    """Return a removal for each run of paragraphs whose words stand in others, which stay."""
    if not may_repeat(text):
        return []
    paragraphs = tokenize(text)
    wording = Wording.of([paragraph.text for paragraph in paragraphs])
    anchors = find_anchors(wording.words, SHINGLE * wording.unit)
    chains = find_chains(anchors, wording.words)
    blocks = find_blocks(chains, wording)
    gone = _reconciled(blocks)
    removals = []
    for run in _runs(gone, paragraphs, wording):
        differences = find_differences(gone[run[0]], range(run[0], run[-1] + 1), wording)
        removals.append(replace(_removal(text, paragraphs, run, gone), differences=tuple(differences)))
    return removals


def _reconciled(blocks: Iterable[Block]) -> dict[int, Block]:
    """Return the paragraphs that go, each with its block: the largest first, survivors never."""
    gone: dict[int, Block] = {}
    for block in sorted(blocks, key=lambda block: -block.words):
        for paragraph in block.going:
            if paragraph not in gone and paragraph not in _survivors(paragraph, block, gone):
                gone[paragraph] = block
    return gone


def _survivors(paragraph: int, block: Block, gone: Mapping[int, Block]) -> tuple[int, int]:
    """Return the first and last paragraph that say what ``paragraph`` says once ``gone`` is gone."""
    first, last = block.going[paragraph]
    while first in gone:
        first = gone[first].going[first][0]
    while last in gone:
        last = gone[last].going[last][1]
    return min(first, last), max(first, last)


def _runs(gone: Mapping[int, Block], paragraphs: Sequence[Paragraph], wording: Wording) -> list[list[int]]:
    """Group the going paragraphs of one block that can be cut together; a line of mere signs is no gap."""
    runs: list[list[int]] = []
    for paragraph in sorted(gone):
        if runs and gone[runs[-1][-1]] is gone[paragraph]:
            last = runs[-1][-1]
            between = range(last + 1, paragraph)
            if not any(map(wording.length, between)) and are_cut_together(paragraphs, last, paragraph):
                runs[-1] += [*between, paragraph]
                continue
        runs.append([paragraph])
    return runs


def _removal(text: str, paragraphs: Sequence[Paragraph], run: list[int], gone: Mapping[int, Block]) -> Removal:
    block = gone[run[0]]
    survivors = [_survivors(paragraph, block, gone) for paragraph in run if paragraph in gone]
    first, last = min(first for first, _ in survivors), max(last for _, last in survivors)
    start, end = extent(text, paragraphs, run[0], run[-1])
    return Removal(
        start=start,
        end=end,
        line=paragraphs[run[0]].line,
        kind="repeat",
        rule=block.rule,
        score=block.likeness,
        survivor=(paragraphs[first].start, paragraphs[last].end),
        text=text[start:end],
    )
