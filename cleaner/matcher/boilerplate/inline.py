"""Inline: the few kinds of line that nobody writes as part of an article, wherever they stand."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby, islice, takewhile

from cleaner.matcher.boilerplate.shapes import Line, is_headline, is_prose
from cleaner.matcher.boilerplate.tail import FEWEST_LINKS
from cleaner.matcher.phrases.catalogue import Hit
from cleaner.matcher.phrases.phrase import COMMENTS

# Between a headline and the first paragraph of prose stand less than so many lines that are no phrases: byline,
# date, caption.
LONGEST_HEAD = 15


def find_inline(lines: Sequence[Line]) -> dict[int, Hit]:
    """Return the lines that go by themselves; the first line is never among them."""
    hits = {index: line.hit for index, line in enumerate(lines) if line.hit and index}
    has_label = any(hit.phrase.traits.inline == "alone" for hit in hits.values())
    has_headings = has_label and _has_headings(lines)
    bars = _bars(lines)
    return {
        index: hit
        for index, hit in hits.items()
        if index in bars
        or (hit.phrase.traits.inline == "with headline" and _links(hit))
        # Where short lines are headings, this may be one: an essay can have a chapter "Advertising".
        or (hit.phrase.traits.inline == "alone" and not hit.has_suffix and not has_headings)
    }


def _is_call(line: Line) -> bool:
    """Tell whether ``line`` counts or calls for comments, or links.

    "Comment" alone is a kind of article.
    """
    if line.hit is None:
        return False
    phrase, has_words = line.hit.phrase, len(line.text.split()) > 1
    is_counter = phrase.category == COMMENTS and (has_words or any(map(str.isdigit, line.text)))
    return is_counter or (phrase.traits.brings == "headlines" and phrase.takes_suffix and has_words)


def _bars(lines: Sequence[Line]) -> set[int]:
    """Return the calls right below the headline, and the bars of phrases above the body."""
    body = next((index for index in range(1, len(lines)) if is_prose(lines[index].text)), 0)
    calls = set(takewhile(lambda at: _is_call(lines[at]), range(1, body)))
    others = islice((index for index in range(1, body) if not lines[index].hit), LONGEST_HEAD - 1, None)
    head = range(1, next(others, body))
    bars = (bar for is_hit, bar in groupby(head, lambda at: lines[at].hit is not None) if is_hit)
    return calls.union(*(bar for bar in map(list, bars) if len(bar) >= FEWEST_LINKS))


def _links(hit: Hit) -> bool:
    """Tell whether a headline follows "Read also:", rather than a sentence or a cross-reference."""
    return hit.has_suffix and is_headline(hit.suffix)


def _has_headings(lines: Sequence[Line]) -> bool:
    """Tell whether, below the first line, short lines that are no phrases stand between prose."""
    prose = [is_prose(line.text) for line in lines]
    return any(
        prose[index - 1] and prose[index + 1] and not prose[index] and not lines[index].hit
        for index in range(1, len(lines) - 1)
    )
