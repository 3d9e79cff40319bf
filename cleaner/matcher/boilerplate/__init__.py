"""Boilerplate: phrases of the catalogue, where their place in the text bears them out.

A phrase alone proves nothing: prose may speak of comments. What counts is a phrase as a whole
line where furniture stands: at the end (tail), as the heading of readers' comments (comments), or,
for the few kinds of line that nobody writes as part of an article, inside it (inside).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from cleaner.matcher.boilerplate.gate import may_be_furnished
from cleaner.matcher.boilerplate.tail import find_tail
from cleaner.matcher.catalogue import Catalogue, Hit, Phrase
from cleaner.removal import Removal
from cleaner.tokenizer import Paragraph, are_cut_together, extent, tokenize


def find_boilerplate(catalogue: Catalogue, text: str) -> list[Removal]:
    """Return a removal for each phrase that stands where furniture does, with what it brings along."""
    if not may_be_furnished(text, catalogue):
        return []
    # Few texts need them.
    from cleaner.matcher.boilerplate.comments import find_comments
    from cleaner.matcher.boilerplate.definitions import find_definitions, find_orphans
    from cleaner.matcher.boilerplate.inside import find_inside

    paragraphs = tokenize(text)
    article = paragraphs[: find_definitions(paragraphs)]
    hits = {index: hit for index, paragraph in enumerate(article) if (hit := catalogue.find(paragraph.text))}
    going = find_inside(article, hits) | find_tail(article, hits, catalogue) | find_comments(article, hits, catalogue)
    going |= find_orphans(paragraphs, len(article), going)
    return [_removal(text, paragraphs, run, going[run[0]]) for run in _runs(going, paragraphs)]


def _runs(going: Mapping[int, Hit], paragraphs: Sequence[Paragraph]) -> Iterator[range]:
    """Group the lines that can be cut together and go for the same phrase."""
    run = range(0)
    for index in sorted(going):
        if going.get(index - 1) is going[index] and are_cut_together(paragraphs, index - 1, index):
            run = range(run.start, index + 1)
        else:
            if run:
                yield run
            run = range(index, index + 1)
    if run:
        yield run


def _removal(text: str, paragraphs: Sequence[Paragraph], run: range, hit: Hit) -> Removal:
    start, end = extent(text, paragraphs, run[0], run[-1])
    return Removal(
        start=start,
        end=end,
        line=paragraphs[run[0]].line,
        kind="boilerplate",
        rule=_rule(hit.phrase),
        score=hit.score,
        survivor=None,
        text=text[start:end],
    )


@lru_cache(maxsize=64)
def _rule(phrase: Phrase) -> str:
    """Return the name of the rule; all lines that a phrase takes out share one."""
    return phrase.rule
