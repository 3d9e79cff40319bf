"""Readers' comments: a heading at the end of the article, and the entries below it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import pairwise
from statistics import median_low

from cleaner.matcher.boilerplate.shapes import has_clock, is_dated, is_in_list, is_prose, is_sentence
from cleaner.matcher.catalogue import Catalogue, Hit
from cleaner.tokenizer import Paragraph

# The name under which a section is reported. The verifier lets it take more than single lines may.
SECTION = "comment-section"
# An entry is marked by a short line with a date, a relative time, "… says" or a reply button.
# Entries are of one kind: none takes more lines than this, and so many times what most of them take. One that does is
# the article itself, below a counter. The first stands so near to the heading.
SHORT_ENTRY, LONGER_THAN_MOST, FARTHEST_FIRST = 10, 8, 8
MARKS = frozenset({"says", "time"})
# Comments follow an article: so many entries below so many paragraphs of prose, more below a single one. Under
# a counter below the headline, dated lines are the article's own.
FEWEST_ABOVE, FEWEST_ENTRIES, FIRM_ENTRIES = 3, 2, 5
# A name that stands alone above what somebody says.
LONGEST_NAME, MOST_NAME_WORDS = 40, 4

_COUNT = re.compile(r"\d[\d.,\s]{0,9}")


def find_comments(paragraphs: Sequence[Paragraph], hits: Mapping[int, Hit], catalogue: Catalogue) -> dict[int, Hit]:
    """Return the lines from the heading of the comments to the end."""
    comments = (index for index, hit in sorted(hits.items()) if hit.phrase.category == "comments")
    headings = [index for index in comments if not is_in_list(paragraphs, index)]
    if not headings:
        return {}
    prose = [index for index, paragraph in enumerate(paragraphs) if is_prose(paragraph.text)]
    for heading in headings:
        above = sum(index < heading for index in prose[:FEWEST_ABOVE])
        entries = _count_entries(paragraphs, heading, hits, catalogue) if above else 0
        if entries >= (FEWEST_ENTRIES if above == FEWEST_ABOVE else FIRM_ENTRIES):
            phrase = replace(hits[heading].phrase, category=SECTION)
            return dict.fromkeys(range(heading, len(paragraphs)), replace(hits[heading], phrase=phrase))
    return {}


def _count_entries(paragraphs: Sequence[Paragraph], heading: int, hits: Mapping[int, Hit], catalogue: Catalogue) -> int:
    """Return how many entries of readers all that stands below ``heading`` is; 0 where it is something else."""
    below = range(heading + 1, len(paragraphs))
    found = _COUNT.search(paragraphs[heading].text)
    counted = int("".join(filter(str.isdecimal, found[0]))) if found else None
    marks = [index for index in below if _is_mark(paragraphs[index].text, hits.get(index), catalogue)]
    if not marks and counted:
        names = [index for index in below[:-1] if _is_name(paragraphs, index)]
        marks = names if len(names) == counted else []
    if counted == 0 or not marks or marks[0] > heading + FARTHEST_FIRST:
        return 0
    lengths = [after - before for before, after in pairwise([*marks, len(paragraphs)])]
    if max(lengths) > max(SHORT_ENTRY, LONGER_THAN_MOST * median_low(lengths)):
        return 0
    # One mark with the time of day, or under a heading that counts, is as good as two.
    is_firm = bool(counted) or any(has_clock(paragraphs[index].text) for index in marks)
    # "Comment" alone also heads an expert's opinion or a chronology; "Leave a comment" does not.
    could_be_meant = len(paragraphs[heading].text.split()) == 1 and not is_firm and not _has_buttons(marks, hits)
    return 0 if could_be_meant else len(marks) + is_firm


def _has_buttons(marks: Sequence[int], hits: Mapping[int, Hit]) -> bool:
    return any(index in hits for index in marks)


def _is_mark(line: str, hit: Hit | None, catalogue: Catalogue) -> bool:
    return (
        (hit is not None and hit.phrase.category == "reply")
        or is_dated(line)
        or bool(catalogue.find_slotted(line, MARKS))
    )


def _is_name(paragraphs: Sequence[Paragraph], index: int) -> bool:
    line, after = paragraphs[index].text, paragraphs[index + 1].text
    return (
        len(line) <= LONGEST_NAME
        and len(line.split()) <= MOST_NAME_WORDS
        and not is_sentence(line)
        and len(after) > len(line)
    )
