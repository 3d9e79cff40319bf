"""Inside: the few kinds of line that nobody writes as part of an article, wherever they stand."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import groupby, islice, takewhile

from cleaner.matcher.boilerplate.shapes import is_headline, is_prose
from cleaner.matcher.catalogue import Hit
from cleaner.tokenizer import Paragraph

# Between a headline and the first paragraph of prose stand less than so many lines that are no phrases: byline,
# date, caption.
LONGEST_HEAD = 15
# So many phrases one below the other are a bar of buttons, and not a subtitle or a kicker.
SHORTEST_BAR = 2


def find_inside(paragraphs: Sequence[Paragraph], hits: Mapping[int, Hit]) -> dict[int, Hit]:
    """Return the lines that go by themselves; the first line is never among them."""
    has_advertisement = any(hit.phrase.category == "advertisement" for hit in hits.values())
    has_headings = has_advertisement and _has_headings(paragraphs, hits)
    bars = _bars(paragraphs, hits)
    return {
        index: hit
        for index, hit in hits.items()
        if index > 0
        and (
            index in bars
            or (hit.phrase.category == "related" and _links(hit))
            # Where short lines are headings, this may be one: an essay can have a chapter "Advertising".
            or (hit.phrase.category == "advertisement" and not hit.goes_on and not has_headings)
        )
    }


def _is_call(line: str, hit: Hit) -> bool:
    """Tell whether ``line`` counts or calls for comments, or links; "Comment" alone is a kind of article."""
    is_counter = hit.phrase.category == "comments" and (any(map(str.isdigit, line)) or len(line.split()) > 1)
    return is_counter or (hit.phrase.category == "related" and hit.phrase.opens and len(line.split()) > 1)


def _bars(paragraphs: Sequence[Paragraph], hits: Mapping[int, Hit]) -> set[int]:
    """Return the phrases between headline and body: calls right below the headline, and bars of several phrases."""
    body = next((index for index in range(1, len(paragraphs)) if is_prose(paragraphs[index].text)), 0)
    calls = set(takewhile(lambda at: at in hits and _is_call(paragraphs[at].text, hits[at]), range(1, body)))
    others = islice((index for index in range(1, body) if index not in hits), LONGEST_HEAD - 1, None)
    head = range(1, next(others, body))
    bars = (bar for is_hit, bar in groupby(head, lambda at: at in hits) if is_hit)
    return calls.union(*(bar for bar in map(list, bars) if len(bar) >= SHORTEST_BAR))


def _links(hit: Hit) -> bool:
    """Tell whether the line is "Read also: " and a headline, rather than a sentence or a cross-reference."""
    return hit.goes_on and is_headline(hit.rest)


def _has_headings(paragraphs: Sequence[Paragraph], hits: Mapping[int, Hit]) -> bool:
    """Tell whether, below the first line, short lines that are no phrases stand between prose."""
    prose = [is_prose(paragraph.text) for paragraph in paragraphs]
    return any(
        prose[index - 1] and prose[index + 1] and not prose[index] and index not in hits
        for index in range(1, len(paragraphs) - 1)
    )
