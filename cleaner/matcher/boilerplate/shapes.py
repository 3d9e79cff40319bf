"""The shapes of lines: what they look like, whatever they say. Lengths are in code points."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from cleaner.matcher.phrases.catalogue import LONGEST_SLOTTED, Hit
from cleaner.matcher.phrases.phrase import Phrase
from cleaner.matcher.words import DIGIT, UNSPACED_UNIT, YEAR, is_unspaced
from cleaner.paragraph import LONGEST_HEADLINE, SENTENCE_END

# Lines longer than a headline are prose, and so are sentences from this length on.
SHORTEST_PROSE = 60
# A tag or the name of a network is no longer than this, and has at most so many words.
LONGEST_LABEL, MOST_LABEL_WORDS = 40, 3
# A headline has at least so many words; fewer make a cross-reference ("See also: tides").
FEWEST_HEADLINE_WORDS = 3
# What stands there so often, other lines between, is the form of what the article lists: people, each with networks.
RECURRING = 3

# 250; 1,204; 1.2K; 3 тыс
_COUNT = re.compile(r"\d[\d.,\s]*(?:k|m|к|тыс)?\.?", re.IGNORECASE)
# 12.05.2024, or a year and a day of the month in any order: 9 October 2018, October 9, 2018.
_DATE = re.compile(r"(?<!\d)\d{1,2}[./-]\d{1,2}[./-]\d{2,4}(?!\d)")
_DAY = re.compile(r"(?<![\d:])(?:[012]?\d|3[01])(?![\d:])")
_BULLET = re.compile(r"[*+•·‣▪–—-](?=\s)")
_CLOCK = re.compile(r"(?<![\d.])(?:[01]?\d|2[0-4])[:h][0-5]\d(?!\d)")
# "9:05 - The doors open": an entry of a programme or a live blog. On 171 pages readers' comments have no such line.
_TIMED = re.compile(r"(?:[01]?\d|2[0-4])[:h.][0-5]\d\b\W*[^\W\d]")
_CONTACT = re.compile(r"@|://|www\.|§")


class Line(NamedTuple):
    """A line of the article as rules see it: what it says, and the phrase that it is as a whole."""

    text: str
    hit: Hit | None


def is_prose(line: str) -> bool:
    """Tell whether ``line`` is running text."""
    return len(line) > LONGEST_HEADLINE or (len(line) >= SHORTEST_PROSE and is_sentence(line))


def is_sentence(line: str) -> bool:
    """Tell whether ``line`` ends as a sentence does."""
    return line.endswith(SENTENCE_END)


def is_label(line: str) -> bool:
    """Tell whether ``line`` could be a tag, a name or a mere count: a few words without a number."""
    return (
        len(line) <= LONGEST_LABEL
        and len(line.split()) <= MOST_LABEL_WORDS
        and not is_sentence(line)
        and (not any(map(str.isdigit, line)) or _COUNT.fullmatch(line) is not None)
    )


def is_headline(line: str) -> bool:
    """Tell whether ``line`` could be the headline of another article."""
    return (
        len(line) <= LONGEST_HEADLINE
        and (len(line.split()) >= FEWEST_HEADLINE_WORDS or _count_unspaced_words(line) >= FEWEST_HEADLINE_WORDS)
        and not line.endswith((".", "。", ":"))
        and not _CONTACT.search(line)
    )


def has_several_words(line: str) -> bool:
    """Tell whether ``line`` has two words or more; the bullet or number of a list is none."""
    return sum(map(has_letters, line.split())) > 1 or _count_unspaced_words(line) > 1


def _count_unspaced_words(line: str) -> float:
    return sum(map(is_unspaced, line)) / UNSPACED_UNIT


def is_in_list(lines: Sequence[Line], index: int) -> bool:
    """Tell whether line number ``index`` and the next one are items of a list, told by their bullets."""
    bullets = [bullet[0] for line in lines[index : index + 2] if (bullet := _BULLET.match(line.text))]
    return len(bullets) == 2 and bullets[0] == bullets[1]


def is_dated(line: str) -> bool:
    """Tell whether ``line`` is short and has a full date, or a day and a time of day."""
    if len(line) > LONGEST_SLOTTED or not DIGIT.search(line):
        return False
    return bool(_DATE.search(line) or (_DAY.search(line) and (YEAR.search(line) or _CLOCK.search(line))))


def has_clock(line: str) -> bool:
    """Tell whether ``line`` has a time of day."""
    return bool(_CLOCK.search(line))


def is_timed(line: str) -> bool:
    """Tell whether ``line`` begins with a time of day, as in a programme or a live blog."""
    return bool(_TIMED.match(line))


def recurring_phrases(lines: Sequence[Line], phrases: Mapping[int, Hit]) -> set[Phrase]:
    """Return the phrases that recur with other lines between or other words behind them.

    They are the form of what is listed: people with their networks, days of a journey.
    """
    times: Counter[Phrase] = Counter()
    block: set[Phrase] = set()
    for index in range(1, len(lines)):
        if hit := phrases.get(index):
            times.update({hit.phrase} if hit.has_suffix else {hit.phrase} - block)
            block.add(hit.phrase)
        else:
            block = set()
    return {phrase for phrase, count in times.items() if count >= RECURRING and not phrase.traits.marks_comment}


def has_letters(line: str) -> bool:
    """Tell whether ``line`` is more than figures and signs."""
    return any(map(str.isalpha, line))
