"""Readers' comments: a heading at the end of the article, and the entries below it."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import islice, pairwise

from cleaner.matcher.boilerplate.shapes import has_clock, is_dated, is_in_list, is_prose, is_sentence
from cleaner.matcher.catalogue import Catalogue, Hit
from cleaner.rules import SECTION
from cleaner.tokenizer import Paragraph

# Entries are of one kind: none takes more lines than this, and so many times what most of them take. One that does is
# the article itself, below a counter. The first stands so near to the heading.
SHORT_ENTRY, LONGER_THAN_MOST, FARTHEST_FIRST = 10, 8, 8
# So many times as long as the others, in letters or in lines, the last one is no longer a comment alone.
# (Of 171 pages of comments these keep F1 at .972; 6 instead of 8 at .968, before the last entry had a rule of its own.)
LAST_LONGER = 4
MARKS = frozenset({"says", "time"})
# A page has one such heading or two; where there are more than this, they head something else.
MOST_HEADINGS = 10
# Comments follow an article: so many entries below so many paragraphs of prose, more below a single one. Under
# a counter below the headline, dated lines are the article's own.
FEWEST_ABOVE, FEWEST_ENTRIES, FIRM_ENTRIES = 3, 2, 5
# A name that stands alone above what somebody says.
LONGEST_NAME, MOST_NAME_WORDS = 40, 4

_COUNT = re.compile(r"\d[\d.,\s]{0,9}")


def find_comments(paragraphs: Sequence[Paragraph], hits: Mapping[int, Hit], catalogue: Catalogue) -> dict[int, Hit]:
    """Return the lines from the heading of the comments to the end of the last one."""
    comments = sorted(index for index, hit in hits.items() if hit.phrase.category == "comments")
    prose = list(islice((at for at, line in enumerate(paragraphs) if is_prose(line.text)), FEWEST_ABOVE))
    headings = islice((index for index in comments if not is_in_list(paragraphs, index)), MOST_HEADINGS)
    below_prose = [index for index in headings if bisect_left(prose, index)]
    if not below_prose:
        return {}
    rest = range(below_prose[0] + 1, len(paragraphs))
    marks = [index for index in rest if _is_mark(index, paragraphs, hits, catalogue)]
    # Names will do below a heading with no mark below it.
    names = [] if marks and marks[-1] > below_prose[-1] else [index for index in rest if _is_name(paragraphs, index)]
    for heading in below_prose:
        above = bisect_left(prose, heading)
        below = marks[bisect_right(marks, heading) :] or _as_many_as_counted(names, paragraphs, heading)
        entries = _entries(paragraphs, heading, below, hits) if below else ()
        if len(entries) >= (FEWEST_ENTRIES if above == FEWEST_ABOVE else FIRM_ENTRIES):
            phrase = hits[heading].phrase._replace(category=SECTION)
            return dict.fromkeys(range(heading, entries[-1].stop), replace(hits[heading], phrase=phrase))
    return {}


def _entries(
    paragraphs: Sequence[Paragraph], heading: int, marks: Sequence[int], hits: Mapping[int, Hit]
) -> Sequence[range]:
    """Return the entries of readers below ``heading``, from one mark to the next; none where something else stands."""
    count = _count(paragraphs[heading].text)
    if count == 0 or marks[0] > heading + FARTHEST_FIRST:
        return ()
    lengths = _lengths(paragraphs, marks, hits)
    usual = _usual(lengths)
    if max(lengths) > max(SHORT_ENTRY, LONGER_THAN_MOST * usual) or _could_be_meant(paragraphs, heading, marks, hits):
        return ()
    entries = [range(mark, mark + length) for mark, length in zip(marks, lengths, strict=True)]
    # One mark with the time of day, or under a heading that counts, is as good as two.
    is_firm = count or any(has_clock(paragraphs[index].text) for index in marks)
    return [entries[0], *entries] if is_firm else entries


def _lengths(paragraphs: Sequence[Paragraph], marks: Sequence[int], hits: Mapping[int, Hit]) -> list[int]:
    """Return how many lines each entry has, the last no more than it should where something else follows it."""
    lengths = [after - mark for mark, after in pairwise([*marks, len(paragraphs)])]
    letters = [sum(len(line.text) for line in paragraphs[mark:after]) for mark, after in pairwise([*marks, None])]
    usual = _usual(lengths)
    says_most = len(marks) > 1 and letters[-1] > LAST_LONGER * max(letters[:-1]) and lengths[-1] > max(lengths[:-1])
    if says_most or (len(marks) > FIRM_ENTRIES and lengths[-1] > max(SHORT_ENTRY, LAST_LONGER * usual)):
        lengths[-1] = 1 if marks[-1] in hits else usual
    return lengths


def _usual(lengths: Sequence[int]) -> int:
    """Return the median of ``lengths`` but for the greatest, which may be no entry."""
    others = sorted(lengths)[:-1]
    return others[(len(others) - 1) // 2] if others else 0


def _as_many_as_counted(names: Sequence[int], paragraphs: Sequence[Paragraph], heading: int) -> Sequence[int]:
    """Return those of the ``names``, as lines, that stand below ``heading``, if they are as many as it counts."""
    below = names[bisect_right(names, heading) :]
    return below if len(below) == _count(paragraphs[heading].text) else ()


def _count(heading: str) -> int | None:
    found = _COUNT.search(heading)
    return int("".join(filter(str.isdecimal, found[0]))) if found else None


def _could_be_meant(
    paragraphs: Sequence[Paragraph], heading: int, marks: Sequence[int], hits: Mapping[int, Hit]
) -> bool:
    """Tell whether a chronology or an expert's opinion could stand below: "Comment" and dates, no time of day."""
    is_word = len(paragraphs[heading].text.split()) == 1
    return is_word and not any(index in hits or has_clock(paragraphs[index].text) for index in marks)


def _is_mark(index: int, paragraphs: Sequence[Paragraph], hits: Mapping[int, Hit], catalogue: Catalogue) -> bool:
    line, hit = paragraphs[index].text, hits.get(index)
    is_button = hit is not None and hit.phrase.category == "reply"
    return is_button or is_dated(line) or bool(catalogue.find_slotted(line, MARKS))


def _is_name(paragraphs: Sequence[Paragraph], index: int) -> bool:
    if index + 1 == len(paragraphs):
        return False
    line, after = paragraphs[index].text, paragraphs[index + 1].text
    return (
        len(line) <= LONGEST_NAME
        and len(line.split()) <= MOST_NAME_WORDS
        and not is_sentence(line)
        and not any(map(str.isdigit, line))
        and len(after) > len(line)
    )
