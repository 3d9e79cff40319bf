"""Readers' comments: a heading at the end of the article, and the entries below it."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from itertools import groupby, islice, pairwise

from cleaner.matcher.boilerplate.shapes import (
    LONGEST_LABEL,
    MOST_LABEL_WORDS,
    Line,
    has_clock,
    is_dated,
    is_in_list,
    is_label,
    is_prose,
    is_timed,
)
from cleaner.matcher.boilerplate.tail import FEWEST_ARTICLE
from cleaner.matcher.phrases.catalogue import Catalogue, Hit
from cleaner.matcher.phrases.phrase import CATEGORIES, COMMENTS, SECTION
from cleaner.matcher.words import YEAR

# Entries are of one kind: none takes more lines than this, and so many times what most of them take. One that does is
# the article itself, below a counter. The first stands as near to the heading.
SHORT_ENTRY, LONGER_THAN_MOST = 10, 8
# So many times as long as the others, in letters or in lines, the last one is no longer a comment alone.
# (Of 171 pages of comments these keep F1 at .972; 6 instead of 8 at .968, before the last entry had a rule of its own.)
LAST_LONGER = 4
# A page has one such heading or two; where there are more than this, they head something else.
MOST_HEADINGS = 10
# Comments follow an article: so many entries below so many paragraphs of prose, more below a single one. Under
# a counter below the headline, dated lines are the article's own.
FEWEST_ENTRIES, FIRM_ENTRIES = 2, 5

# What names and dates stand beside at the head of an entry.
_MARKING = frozenset(name for name, category in CATEGORIES.items() if category.marks_comment)
_NUMBER = re.compile(r"\d[\d.,\s]{0,9}")


def find_comments(lines: Sequence[Line], catalogue: Catalogue) -> dict[int, Hit]:
    """Return the lines from the heading of the comments to the end of the last one."""
    hits = {index: line.hit for index, line in enumerate(lines) if line.hit}
    comments = [index for index, hit in hits.items() if hit.phrase.category == COMMENTS]
    prose = list(islice((at for at, line in enumerate(lines) if is_prose(line.text)), FEWEST_ARTICLE))
    headings = islice((index for index in comments if not is_in_list(lines, index)), MOST_HEADINGS)
    below_prose = [index for index in headings if bisect_left(prose, index)]
    if not below_prose:
        return {}
    rest = range(below_prose[0] + 1, len(lines))
    marks = [index for index in rest if _is_mark(lines[index], catalogue)]
    # Names will do below a heading with no mark below it.
    names = [] if marks and marks[-1] > below_prose[-1] else [index for index in rest if _is_name(lines, index)]
    for heading in below_prose:
        above = bisect_left(prose, heading)
        below = marks[bisect_right(marks, heading) :] or _as_many_as_counted(names, lines, heading)
        entries = _entries(lines, heading, below) if below else ()
        if len(entries) >= (FEWEST_ENTRIES if above == FEWEST_ARTICLE else FIRM_ENTRIES):
            phrase = hits[heading].phrase._replace(category=SECTION)
            return dict.fromkeys(range(heading, entries[-1].stop), hits[heading]._replace(phrase=phrase))
    return {}


def _entries(lines: Sequence[Line], heading: int, marks: Sequence[int]) -> Sequence[range]:
    """Return the entries of readers below ``heading``, each from one mark to the next.

    There are none where something else stands.
    """
    count = _count(lines[heading].text)
    if count == 0 or marks[0] > heading + SHORT_ENTRY:
        return ()
    if _reads_like_article(lines[marks[-1] :], _prose_letters(lines[:heading])):
        return ()  # the article itself stands below
    if _are_bare_dates(lines, heading, marks):
        return ()
    lengths = _lengths(lines, marks)
    usual = _usual(lengths)
    if max(lengths) > max(SHORT_ENTRY, LONGER_THAN_MOST * usual) or _could_be_intentional(lines, heading, marks):
        return ()
    entries = [range(mark, mark + length) for mark, length in zip(marks, lengths, strict=True)]
    # One mark with the time of day, or under a heading that counts, is as good as two.
    is_firm = count or any(has_clock(lines[index].text) for index in marks)
    return [entries[0], *entries] if is_firm else entries


def _reads_like_article(entry: Sequence[Line], above: int) -> bool:
    """Tell whether a run of paragraphs in ``entry`` has more letters than all ``above``."""
    runs = (list(run) for is_run, run in groupby(entry, lambda line: is_prose(line.text)) if is_run)
    return any(len(run) > FEWEST_ARTICLE and _prose_letters(run) > above for run in runs)


def _prose_letters(lines: Iterable[Line]) -> int:
    return sum(len(line.text) for line in lines if is_prose(line.text))


def _lengths(lines: Sequence[Line], marks: Sequence[int]) -> list[int]:
    """Return how many lines each entry has; of the last, less what follows the comments."""
    lengths = [after - mark for mark, after in pairwise([*marks, len(lines)])]
    letters = [sum(len(line.text) for line in lines[mark:after]) for mark, after in pairwise([*marks, None])]
    usual = _usual(lengths)
    is_longest = len(marks) > 1 and letters[-1] > LAST_LONGER * max(letters[:-1]) and lengths[-1] > max(lengths[:-1])
    if is_longest or (len(marks) > FIRM_ENTRIES and lengths[-1] > max(SHORT_ENTRY, LAST_LONGER * usual)):
        lengths[-1] = 1 if lines[marks[-1]].hit else usual
    return lengths


def _usual(lengths: Sequence[int]) -> int:
    """Return the median of ``lengths`` but for the greatest, which may be no entry."""
    others = sorted(lengths)[:-1]
    return others[(len(others) - 1) // 2] if others else 0


def _as_many_as_counted(names: Sequence[int], lines: Sequence[Line], heading: int) -> Sequence[int]:
    """Return those ``names`` (line numbers) below ``heading``, if they are as many as it counts."""
    below = names[bisect_right(names, heading) :]
    return below if len(below) == _count(lines[heading].text) else ()


def _count(heading: str) -> int | None:
    found = _NUMBER.search(heading)
    return int("".join(filter(str.isdecimal, found[0]))) if found else None


def _could_be_intentional(lines: Sequence[Line], heading: int, marks: Sequence[int]) -> bool:
    """Tell whether a chronology or an opinion could stand below: one word, dates, no time of day."""
    is_word = len(lines[heading].text.split()) == 1
    return is_word and not any(lines[index].hit or has_clock(lines[index].text) for index in marks)


def _is_mark(line: Line, catalogue: Catalogue) -> bool:
    if is_timed(line.text) or line.text.startswith("!["):
        return False  # nor is the date in a picture's address one of a reader's
    is_button = line.hit is not None and line.hit.phrase.traits.marks_comment
    if is_button or is_dated(line.text):
        return True
    # A longer line that ends in "… says" is a headline.
    return len(line.text) <= LONGEST_LABEL and bool(catalogue.find_slotted(line.text, _MARKING))


def _is_name(lines: Sequence[Line], index: int) -> bool:
    """Tell whether a name may stand alone in line number ``index``, above what somebody wrote."""
    if index + 1 == len(lines):
        return False
    line, after = lines[index].text, lines[index + 1].text
    return not lines[index].hit and is_label(line) and not any(map(str.isdigit, line)) and len(after) > len(line)


def _are_bare_dates(lines: Sequence[Line], heading: int, marks: Sequence[int]) -> bool:
    """Tell whether all ``marks`` are dates that stand alone above prose, as in a diary."""
    return all(_is_bare_date(lines, mark, is_first=mark == heading + 1) for mark in marks)


def _is_bare_date(lines: Sequence[Line], mark: int, *, is_first: bool) -> bool:
    line, below = lines[mark], lines[mark + 1].text if mark + 1 < len(lines) else ""
    has_date = not line.hit and line.text[:1].isdigit() and YEAR.search(line.text) is not None
    is_short = sum(word[:1].isalpha() for word in line.text.split()) <= MOST_LABEL_WORDS
    has_name = is_label(below) or not (is_first or not is_label(lines[mark - 1].text))
    return has_date and is_short and not has_name
