"""Search: anchors -> chains -> copies -> blocks, less the repetition that is meant."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from cleaner.matcher.repeats.anchors import find_anchors
from cleaner.matcher.repeats.blocks import Block, find_blocks
from cleaner.matcher.repeats.chains import find_chains
from cleaner.matcher.repeats.differences import find_differences
from cleaner.matcher.repeats.gate import LONG
from cleaner.matcher.repeats.regions import find_regions, within
from cleaner.matcher.wording import Wording
from cleaner.removal import Removal
from cleaner.tokenizer import Paragraph, are_cut_together, extent, tokenize

# Three words in a row are rarely chance and survive an edit of one word in ten; in scripts
# without spaces, six characters.
SHINGLE = 3


def search(text: str) -> list[Removal]:
    """Return a removal for each run of paragraphs whose words stand in others, which stay."""
    paragraphs = _paragraphs(text)
    wording = Wording.of([paragraph.text for paragraph in paragraphs])
    anchors = find_anchors(wording.words, SHINGLE * wording.unit)
    chains = find_chains(anchors, wording.words)
    blocks = find_blocks(chains, wording)
    gone = _reconciled(blocks)
    removals = []
    for run in _runs(gone.blocks, paragraphs, wording):
        differences = find_differences(gone.blocks[run[0]], range(run[0], run[-1] + 1), wording)
        removals.append(replace(_removal(text, paragraphs, run, gone), differences=tuple(differences)))
    return removals


def _paragraphs(text: str) -> list[Paragraph]:
    if len(text) < LONG:
        return tokenize(text)
    regions = find_regions(text)
    return within(regions, tokenize(text)) if regions else []


@dataclass(frozen=True, slots=True)
class _Gone:
    """The paragraphs that go: each with its block, and with the first and the last of those that say what it says."""

    blocks: dict[int, Block] = field(default_factory=dict)
    firsts: dict[int, int] = field(default_factory=dict)
    lasts: dict[int, int] = field(default_factory=dict)

    def add(self, paragraph: int, block: Block) -> None:
        self.blocks[paragraph] = block
        self.firsts[paragraph], self.lasts[paragraph] = block.going[paragraph]

    def survivors(self, paragraph: int, block: Block) -> tuple[int, int]:
        """Return the first and last paragraph that say what ``paragraph`` says once all of these are gone."""
        first, last = block.going[paragraph]
        first, last = _end_of(self.firsts, first), _end_of(self.lasts, last)
        return min(first, last), max(first, last)


def _end_of(way: dict[int, int], at: int) -> int:
    """Return where the ``way`` from ``at`` ends, and make it one step from all on it: it may be as long as the text."""
    passed = []
    while at in way:
        passed.append(at)
        at = way[at]
    way.update(dict.fromkeys(passed, at))
    return at


def _reconciled(blocks: Iterable[Block]) -> _Gone:
    """Return the paragraphs that go: those of the largest block first, survivors never."""
    gone = _Gone()
    for block in sorted(blocks, key=lambda block: -block.words):
        for paragraph in block.going:
            if paragraph not in gone.blocks and paragraph not in gone.survivors(paragraph, block):
                gone.add(paragraph, block)
    return gone


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


def _removal(text: str, paragraphs: Sequence[Paragraph], run: list[int], gone: _Gone) -> Removal:
    block = gone.blocks[run[0]]
    survivors = [gone.survivors(paragraph, block) for paragraph in run if paragraph in gone.blocks]
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
