"""Search: anchors -> chains -> duplicates -> blocks, less the repetition that is intentional."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from cleaner.matcher.repeats.alignment import find_anchors, find_chains
from cleaner.matcher.repeats.blocks import DuplicateBlock, find_blocks
from cleaner.matcher.repeats.differences import find_differences
from cleaner.matcher.repeats.tokens import TokenIndex
from cleaner.paragraph import Paragraph, are_cut_together
from cleaner.removal import Cutter, Reason, Removal, retarget_survivors

# Three words in a row are rarely chance and survive an edit of one word in ten; in scripts
# without spaces, six characters.
SHINGLE = 3


def search(text: str, paragraphs: Sequence[Paragraph]) -> list[Removal]:
    """Return a removal for each run of paragraphs whose words stand in others, which stay."""
    tokens = TokenIndex.of([paragraph.text for paragraph in paragraphs])
    anchors = find_anchors(tokens.words, SHINGLE * tokens.tokens_per_word)
    chains = find_chains(anchors, tokens.words)
    dropped = _reconciled(find_blocks(chains, tokens))
    runs = _runs(dropped, paragraphs, tokens)
    cutter = Cutter(text, paragraphs, runs)
    removals = [cutter.cut(run, _reason(run, dropped, tokens)) for run in runs]
    return list(retarget_survivors(removals, removals))


def _reason(run: Sequence[int], dropped: Mapping[int, DuplicateBlock], tokens: TokenIndex) -> Reason:
    block = dropped[run[0]]
    survivors = [block.dropped[paragraph] for paragraph in run if paragraph in dropped]
    survivor = min(first for first, _ in survivors), max(last for _, last in survivors)
    differences = find_differences(block, range(run[0], run[-1] + 1), tokens)
    return Reason("repeat", block.rule, block.similarity, survivor, tuple(differences))


def _reconciled(blocks: Iterable[DuplicateBlock]) -> dict[int, DuplicateBlock]:
    """Return the paragraphs that go, each with its block: those of the largest block first.

    None goes while what survives it is gone already: so none can survive itself by way of others, and what
    is left for that reason goes in the next pass.
    """
    dropped: dict[int, DuplicateBlock] = {}
    for block in sorted(blocks, key=lambda block: -block.words):
        for paragraph, (first, last) in block.dropped.items():
            if paragraph not in dropped and dropped.keys().isdisjoint(range(first, last + 1)):
                dropped[paragraph] = block
    return dropped


def _runs(
    dropped: Mapping[int, DuplicateBlock], paragraphs: Sequence[Paragraph], tokens: TokenIndex
) -> list[list[int]]:
    """Group the paragraphs of one block that can be cut together; a line of mere signs is no gap."""
    runs: list[list[int]] = []
    for paragraph in sorted(dropped):
        if runs and dropped[runs[-1][-1]] is dropped[paragraph]:
            last = runs[-1][-1]
            between = range(last + 1, paragraph)
            if not any(map(tokens.length, between)) and are_cut_together(paragraphs, last, paragraph):
                runs[-1] += [*between, paragraph]
                continue
        runs.append([paragraph])
    return runs
