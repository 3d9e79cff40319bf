"""Readers' comments: a heading at the end of the article, and the entries below it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from cleaner.matcher.boilerplate.shapes import is_prose
from cleaner.matcher.catalogue import Hit
from cleaner.tokenizer import Paragraph

# The name under which a section is reported. The verifier lets it take more than single lines may.
SECTION = "comment-section"
# An entry is marked by a short line with a full date, or by a reply button. A mark stands at least
# every so many lines and for so many paragraphs of prose, and twice in all.
ENTRY, ENTRY_PROSE, FEWEST_MARKS, LONGEST_MARK = 8, 3, 2, 60
# Comments follow an article of so many paragraphs of prose: below a counter under the headline,
# dated lines are the article's own.
FEWEST_ABOVE = 3

# 12.05.2024, or a year and a day of the month in any order: 9 October 2018, October 9, 2018.
_DATE = re.compile(r"(?<!\d)\d{1,2}[./-]\d{1,2}[./-]\d{2,4}(?!\d)")
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_DAY = re.compile(r"(?<!\d)(?:[12]?\d|3[01])(?!\d)")


def find_comments(paragraphs: Sequence[Paragraph], hits: Mapping[int, Hit]) -> dict[int, Hit]:
    """Return the lines from the heading of the comments to the end."""
    headings = {index for index, hit in hits.items() if hit.phrase.category == "comments"}
    if not headings:
        return {}
    prose = [index for index, paragraph in enumerate(paragraphs) if is_prose(paragraph.text)]
    if len(prose) < FEWEST_ABOVE:
        return {}
    replies = {index for index, hit in hits.items() if hit.phrase.category == "reply"}
    top, marks = len(paragraphs), set[int]()
    for index in range(len(paragraphs) - 1, prose[FEWEST_ABOVE - 1], -1):
        if top - index > ENTRY:
            break
        if index in headings or index in replies or _is_dated(paragraphs[index].text):
            top = index
            marks.add(index)

    heading = min((index for index in headings if index >= top), default=len(paragraphs))
    entries = sum(mark > heading for mark in marks)
    if entries < FEWEST_MARKS or sum(index > heading for index in prose) > ENTRY_PROSE * entries:
        return {}
    # Dates alone could be a chronology: there must be buttons, or the heading must count.
    if not (replies & marks or any(map(str.isdigit, paragraphs[heading].text))):
        return {}
    phrase = replace(hits[heading].phrase, category=SECTION)
    return dict.fromkeys(range(heading, len(paragraphs)), replace(hits[heading], phrase=phrase))


def _is_dated(line: str) -> bool:
    if len(line) > LONGEST_MARK:
        return False
    return bool(_DATE.search(line) or (_YEAR.search(line) and _DAY.search(line)))
