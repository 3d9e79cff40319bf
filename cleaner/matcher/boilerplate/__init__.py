"""Boilerplate: phrases of the catalogue, where their place in the text bears them out.

A phrase alone proves nothing: prose may speak of comments. What counts is a phrase as a whole
line where boilerplate stands: below the article's last own paragraph (tail), as the heading of
readers' comments (comments), or, for the few kinds of line that nobody writes as part of an article,
inside it (inline).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from cleaner.matcher.boilerplate.gate import may_have_boilerplate
from cleaner.matcher.boilerplate.shapes import Line
from cleaner.matcher.boilerplate.tail import find_tail
from cleaner.matcher.phrases.catalogue import Catalogue, Hit
from cleaner.paragraph import Paragraph, are_cut_together
from cleaner.removal import Cutter, Reason, Removal
from cleaner.tokenizer import tokenize


def find_boilerplate(catalogue: Catalogue, text: str) -> list[Removal]:
    """Return a removal for each phrase that stands where boilerplate does, with what it brings along."""
    if not may_have_boilerplate(text, catalogue):
        return []
    # Few texts need them.
    from cleaner.matcher.boilerplate.comments import find_comments
    from cleaner.matcher.boilerplate.inline import find_calls, find_inline
    from cleaner.matcher.boilerplate.link_definitions import find_definitions, find_orphans

    paragraphs = tokenize(text)
    article = [paragraph.text for paragraph in paragraphs[: find_definitions(paragraphs)]]
    hits = catalogue.find_all(article)
    lines = [Line(line, hits.get(index)) for index, line in enumerate(article)]
    dropped = find_inline(lines)
    # What goes by itself neither begins nor feeds a tail.
    left = [index for index in range(len(lines)) if index not in dropped]
    tail = find_tail([lines[index] for index in left], catalogue)
    dropped |= {left[at]: hit for at, hit in tail.items()} | find_comments(lines, catalogue)
    dropped = find_calls(lines) | dropped
    dropped |= find_orphans(paragraphs, len(lines), dropped)
    runs = list(_runs(dropped, paragraphs))
    cutter = Cutter(text, paragraphs, runs)
    return [cutter.cut(run, Reason("boilerplate", dropped[run[0]].phrase.rule, dropped[run[0]].score)) for run in runs]


def _runs(dropped: Mapping[int, Hit], paragraphs: Sequence[Paragraph]) -> Iterator[range]:
    """Group the lines that can be cut together and go for the same phrase."""
    run = range(0)
    for index in sorted(dropped):
        if dropped.get(index - 1) is dropped[index] and are_cut_together(paragraphs, index - 1, index):
            run = range(run.start, index + 1)
        else:
            if run:
                yield run
            run = range(index, index + 1)
    if run:
        yield run
