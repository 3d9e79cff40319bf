"""Boilerplate: phrases of the catalogue, where their place in the text bears them out.

A phrase alone proves nothing: prose may speak of comments. What counts is a phrase as a whole
line where furniture stands: at the end, under the headline, or, for the few kinds of line that
nobody writes as part of an article, between its paragraphs.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from cleaner.matcher.catalogue import Catalogue, Hit
from cleaner.removal import Removal
from cleaner.tokenizer import Paragraph, extent

# Lines longer than a headline, in code points, are prose, and so are sentences from this length on.
LONGEST_HEADLINE, SHORTEST_PROSE = 160, 60
# So many links a "read also" or a "tags" brings along; sites put 3 to 10 there, seldom 20.
MOST_LINKS = 20
# Between two phrases at the end, so many short lines are furniture too (jusText's neighbourhood).
MOST_NEIGHBOURS, LONGEST_NEIGHBOUR = 3, 40
# Below the headline only these, which count or link: of 263 articles marked by hand, 12 keep a
# "Tweet" or "Filed under" among their first lines as if it were theirs.
AT_HEAD = frozenset({"comments", "related"})
# In a comments section a short line with a date, or a "Reply", stands at least every so many
# lines and for so many paragraphs of prose, and twice in all. It follows an article of so many
# paragraphs of prose: below a counter under the headline, dated lines are the article's own.
ENTRY, ENTRY_PROSE, FEWEST_MARKS, LONGEST_MARK = 8, 3, 2, 60
FEWEST_ABOVE = 3

BRING_LINKS = frozenset({"related", "tags"})

_SENTENCE_END = tuple('.!?…。！？؟।»”"')
_DATE = re.compile(r"(?<!\d)(?:(?:19|20)\d\d|\d{1,2}[:.]\d\d|\d{1,2}[./-]\d{1,2}[./-]\d{2,4})(?!\d)")


def find_boilerplate(catalogue: Catalogue, text: str, paragraphs: Sequence[Paragraph]) -> list[Removal]:
    """Return a removal for each phrase that stands where furniture does, with what it brings along."""
    hits = {index: hit for index, paragraph in enumerate(paragraphs) if (hit := catalogue.find(paragraph.text))}
    going = _inside(hits) | _tail(paragraphs, hits, catalogue) | _comments(paragraphs, hits)
    return [_removal(text, paragraphs, run, going[run[0]]) for run in _runs(going)]


def _runs(going: Mapping[int, Hit]) -> list[list[int]]:
    runs: list[list[int]] = []
    for index in sorted(going):
        if runs and index == runs[-1][-1] + 1 and going[index] is going[runs[-1][-1]]:
            runs[-1].append(index)
        else:
            runs.append([index])
    return runs


def _removal(text: str, paragraphs: Sequence[Paragraph], run: Sequence[int], hit: Hit) -> Removal:
    start, end = extent(text, paragraphs, run[0], run[-1])
    return Removal(
        start=start,
        end=end,
        line=paragraphs[run[0]].line,
        kind="boilerplate",
        rule=hit.phrase.rule,
        score=hit.score,
        survivor=None,
        text=text[start:end],
    )


def _inside(hits: Mapping[int, Hit]) -> dict[int, Hit]:
    """Return the phrases that go wherever they stand, and those right below the headline."""
    return {
        index: hit
        for index, hit in hits.items()
        if hit.phrase.category == "advertisement"
        or (hit.phrase.category == "related" and hit.goes_on)
        or (index == 1 and hit.phrase.category in AT_HEAD)
    }


def _tail(paragraphs: Sequence[Paragraph], hits: Mapping[int, Hit], catalogue: Catalogue) -> dict[int, Hit]:
    """Return the end of the text from the first phrase on that has only furniture below it."""
    going: dict[int, Hit] = {}
    below: list[int] = []
    for index in range(len(paragraphs) - 1, 0, -1):
        if hit := hits.get(index) or catalogue.find_misspelt(paragraphs[index].text):
            if not _explains(hit, [paragraphs[line] for line in below], is_last=not going):
                break
            going |= dict.fromkeys([index, *below], hit)
            below = []
        elif _is_prose(paragraphs[index]) or len(below) == MOST_LINKS:
            break
        else:
            below.append(index)
    return going


def _explains(hit: Hit, below: Sequence[Paragraph], *, is_last: bool) -> bool:
    """Tell whether the lines between a phrase and the next one, or the end, belong to it."""
    if hit.phrase.category in BRING_LINKS and not hit.goes_on:
        return not any(line.text.endswith(".") for line in below)
    are_short = all(len(line.text) <= LONGEST_NEIGHBOUR and not line.text.endswith(_SENTENCE_END) for line in below)
    return not below or (not is_last and len(below) <= MOST_NEIGHBOURS and are_short)


def _comments(paragraphs: Sequence[Paragraph], hits: Mapping[int, Hit]) -> dict[int, Hit]:
    """Return the comments at the end, from the heading that follows the article on."""
    headings = {index: hit for index, hit in hits.items() if hit.phrase.category == "comments"}
    prose = [index for index, paragraph in enumerate(paragraphs) if _is_prose(paragraph)]
    if not headings or len(prose) < FEWEST_ABOVE:
        return {}
    top, marks = len(paragraphs), []
    for index in range(len(paragraphs) - 1, prose[FEWEST_ABOVE - 1], -1):
        if top - index > ENTRY:
            break
        said = paragraphs[index].text
        if index in headings or (len(said) <= LONGEST_MARK and _DATE.search(said)):
            top = index
            marks.append(index)
    heading = min((index for index in headings if index >= top), default=len(paragraphs))
    entries = sum(mark > heading for mark in marks)
    if entries < FEWEST_MARKS or sum(index > heading for index in prose) > ENTRY_PROSE * entries:
        return {}
    phrase = replace(headings[heading].phrase, category="comment-section")
    return dict.fromkeys(range(heading, len(paragraphs)), replace(headings[heading], phrase=phrase))


def _is_prose(paragraph: Paragraph) -> bool:
    length = len(paragraph.text)
    return length > LONGEST_HEADLINE or (length >= SHORTEST_PROSE and paragraph.text.endswith(_SENTENCE_END))
