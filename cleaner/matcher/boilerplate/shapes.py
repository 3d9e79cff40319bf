"""The shapes of lines: what they look like, whatever they say. Lengths are in code points."""

from __future__ import annotations

import re

from cleaner.tokenizer import SENTENCE_END

# Lines longer than a headline are prose, and so are sentences from this length on.
LONGEST_HEADLINE, SHORTEST_PROSE = 160, 60
# A tag or the name of a network is no longer than this, and has at most so many words.
LONGEST_LABEL, MOST_LABEL_WORDS = 40, 3
# A headline has at least so many words; fewer make a cross-reference ("See also: tides").
FEWEST_HEADLINE_WORDS = 3

# 250; 1,204; 1.2K; 3 тыс
_COUNT = re.compile(r"\d[\d.,\s]*(?:k|m|к|тыс)?\.?", re.IGNORECASE)
_CONTACT = re.compile(r"@|://|www\.|§")


def is_prose(line: str) -> bool:
    """Tell whether ``line`` is running text."""
    return len(line) > LONGEST_HEADLINE or (len(line) >= SHORTEST_PROSE and is_sentence(line))


def is_sentence(line: str) -> bool:
    """Tell whether ``line`` ends as a sentence does."""
    return line.endswith(SENTENCE_END)


def is_label(line: str) -> bool:
    """Tell whether ``line`` could be a tag, a name or a mere count: a few words without a number."""
    has_number = any(map(str.isdigit, line)) and not _COUNT.fullmatch(line)
    return (
        len(line) <= LONGEST_LABEL
        and len(line.split()) <= MOST_LABEL_WORDS
        and not has_number
        and not is_sentence(line)
    )


def is_headline(line: str) -> bool:
    """Tell whether ``line`` could be the headline of another article."""
    unspaced = " " not in line
    is_long_enough = len(line.split()) >= FEWEST_HEADLINE_WORDS or (unspaced and len(line) >= 2 * FEWEST_HEADLINE_WORDS)
    return (
        is_long_enough
        and len(line) <= LONGEST_HEADLINE
        and not line.endswith((".", "。", ":"))
        and not _CONTACT.search(line)
    )
