"""Readers' comments: a heading at the end of the article, and the entries below it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import pairwise
from statistics import median_low

from cleaner.matcher.boilerplate.shapes import has_clock, is_dated, is_in_list, is_prose, is_sentence
from cleaner.matcher.catalogue import Catalogue, Hit
from cleaner.rules import SECTION
from cleaner.tokenizer import Paragraph

# An entry is marked by a short line with a date, a relative time, "… says" or a reply button.
# Entries are of one kind: none takes more lines than this, and so many times what most of them take. One that does is
# the article itself, below a counter. The first stands so near to the heading.
SHORT_ENTRY, LONGER_THAN_MOST, FARTHEST_FIRST = 10, 8, 8
# So many times as long as the others, and of so many letters, the last one is no longer a comment alone.
LAST_LONGER = 4
MARKS = frozenset({"says", "time"})
# Comments follow an article: so many entries below so many paragraphs of prose, more below a single one. Under
# a counter below the headline, dated lines are the article's own.
FEWEST_ABOVE, FEWEST_ENTRIES, FIRM_ENTRIES = 3, 2, 5
# A name that stands alone above what somebody says.
LONGEST_NAME, MOST_NAME_WORDS = 40, 4

_COUNT = re.compile(r"\d[\d.,\s]{0,9}")


def find_comments(paragraphs: Sequence[Paragraph], hits: Mapping[int, Hit], catalogue: Catalogue) -> dict[int, Hit]:
    """Return the lines from the heading of the comments to the end of the last one."""
    comments = (index for index, hit in sorted(hits.items()) if hit.phrase.category == "comments")
    headings = [index for index in comments if not is_in_list(paragraphs, index)]
    if not headings:
        return {}
    prose = [index for index, paragraph in enumerate(paragraphs) if is_prose(paragraph.text)]
    for heading in headings:
        above = sum(index < heading for index in prose[:FEWEST_ABOVE])
        entries = _entries(paragraphs, heading, hits, catalogue) if above else ()
        if len(entries) >= (FEWEST_ENTRIES if above == FEWEST_ABOVE else FIRM_ENTRIES):
            phrase = replace(hits[heading].phrase, category=SECTION)
            return dict.fromkeys(range(heading, entries[-1].stop), replace(hits[heading], phrase=phrase))
    return {}


def _entries(
    paragraphs: Sequence[Paragraph], heading: int, hits: Mapping[int, Hit], catalogue: Catalogue
) -> Sequence[range]:
    """Return the entries of readers below ``heading``, from one mark to the next; none where something else stands."""
    marks = _marks(paragraphs, heading, hits, catalogue)
    if not marks or marks[0] > heading + FARTHEST_FIRST:
        return ()
    lengths = [after - mark for mark, after in pairwise([*marks, len(paragraphs)])]
    usual = median_low(sorted(lengths)[:-1] or [0])
    said = [
        sum(len(line.text) for line in paragraphs[mark : mark + length])
        for mark, length in zip(marks, lengths, strict=True)
    ]
    is_longest = len(marks) > 1 and said[-1] > LAST_LONGER * max(said[:-1]) and lengths[-1] > max(lengths[:-1])
    if is_longest or (len(marks) > FIRM_ENTRIES and lengths[-1] > max(SHORT_ENTRY, LAST_LONGER * usual)):
        # What follows the last comment is something else.
        lengths[-1] = 1 if marks[-1] in hits else usual
    if max(lengths) > max(SHORT_ENTRY, LONGER_THAN_MOST * usual) or _could_be_meant(paragraphs, heading, marks, hits):
        return ()
    entries = [range(mark, mark + length) for mark, length in zip(marks, lengths, strict=True)]
    # One mark with the time of day, or under a heading that counts, is as good as two.
    is_firm = _count(paragraphs[heading].text) or any(has_clock(paragraphs[index].text) for index in marks)
    return [entries[0], *entries] if is_firm else entries


def _marks(
    paragraphs: Sequence[Paragraph], heading: int, hits: Mapping[int, Hit], catalogue: Catalogue
) -> Sequence[int]:
    """Return the lines below ``heading`` that mark entries: dates and buttons or else, as many as it counts, names."""
    below = range(heading + 1, len(paragraphs))
    count = _count(paragraphs[heading].text)
    if count == 0:
        return ()
    marks = [index for index in below if _is_mark(paragraphs[index].text, hits.get(index), catalogue)]
    if marks or count is None:
        return marks
    names = [index for index in below[:-1] if _is_name(paragraphs, index)]
    return names if len(names) == count else ()


def _count(heading: str) -> int | None:
    found = _COUNT.search(heading)
    return int("".join(filter(str.isdecimal, found[0]))) if found else None


def _could_be_meant(
    paragraphs: Sequence[Paragraph], heading: int, marks: Sequence[int], hits: Mapping[int, Hit]
) -> bool:
    """Tell whether a chronology or an expert's opinion could stand below: "Comment" and dates, no time of day."""
    is_word = len(paragraphs[heading].text.split()) == 1
    return is_word and not any(index in hits or has_clock(paragraphs[index].text) for index in marks)


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
        and not any(map(str.isdigit, line))
        and len(after) > len(line)
    )
