r"""Paragraph: the unit that finders read and removals cut, and the lines that it is made of.

Only ``\n``, ``\r\n`` and a lone ``\r`` end a line; U+2028, U+0085, vertical tab and form feed are text.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Sequence
from itertools import accumulate, pairwise
from typing import NamedTuple

# How sentences end, also in the quotation marks of German and Danish; with CLOSING, as the end of prose, where a
# bracket or an apostrophe may close one.
SENTENCE_END = tuple('.!?…。！？؟।»”"“«')
CLOSING = (*SENTENCE_END, "’", "'", ")")
# How one ends that goes on elsewhere.
ELLIPSIS = ("…", "...", "[…]", "[...]")
_CONFLICT = re.compile(r"([<=>])\1{6}(?: |$)")
# Lines longer than this, in code points, are no headline.
LONGEST_HEADLINE = 160


class Paragraph(NamedTuple):
    """The whole lines ``[start, end)`` of a text, their line ends included, blank lines not.

    Of a line too long for a paragraph it is a sentence, with the white space after it. Offsets are
    in code points, ``line`` is the number of the first line, from 1, and ``text`` is what the lines
    say, without the white space around them and, in Markdown, the addresses of links.
    """

    start: int
    end: int
    line: int
    text: str


def split_lines(text: str) -> list[str]:
    r"""Return the lines of ``text``, each one code point short of where the next begins.

    That code point is the line end; of ``\r\n``, the first half is left at the end of the line as a space.

    >>> split_lines("one\r\ntwo\rthree\n")
    ['one ', 'two', 'three', '']
    """
    if "\r" in text:
        text = text.replace("\r\n", " \n").replace("\r", "\n")
    return text.split("\n")


def line_spans(text: str) -> Iterator[tuple[int, int]]:
    r"""Yield the offsets (start, end) of each line of ``text``, its line end included, in code points.

    >>> list(line_spans("one\r\ntwo"))
    [(0, 5), (5, 8)]
    """
    starts = accumulate((len(line) + 1 for line in split_lines(text)), initial=0)
    for start, after in pairwise(starts):
        if start < len(text):
            yield start, min(after, len(text))


def count_line_ends(text: str) -> int:
    r"""Return how many lines end in ``text``; ``\r\n`` ends one.

    >>> count_line_ends("one\r\ntwo\rthree\n")
    3
    """
    return text.count("\n") + text.count("\r") - text.count("\r\n")


def has_conflict(text: str) -> bool:
    """Tell whether ``text`` has the marks with which a merge leaves both sides of a conflict."""
    return "<<<<<<<" in text and {"<", "=", ">"} <= {line[0] for line in split_lines(text) if _CONFLICT.match(line)}


def removal_span(text: str, paragraphs: Sequence[Paragraph], run: Sequence[int], end_run: int) -> tuple[int, int]:
    """Return the offsets to cut from ``text`` for the paragraphs in ``run``, so that no gap stays.

    The blank lines after a paragraph go with it; from paragraph ``end_run`` on, where all goes to the
    end of the text, those before it. At the end of a line of which the beginning stays, the line end
    stays as well, and so do blank lines behind.
    """
    first, last = run[0], run[-1]
    start, end = paragraphs[first].start, paragraphs[last].end
    if _is_inside_line(text, start) and not _is_inside_line(text, end):
        before = paragraphs[first - 1]
        return before.start + len(text[before.start : start].rstrip()), start + len(text[start:end].rstrip())
    if first < end_run:
        return start, paragraphs[last + 1].start
    return paragraphs[first - 1].end if first else start, end if last + 1 < len(paragraphs) else len(text)


def find_end_run(paragraphs: Sequence[Paragraph], dropped: Container[int]) -> int:
    """Return the number of the first of the ``paragraphs`` from which on all are ``dropped``."""
    return next((at + 1 for at in range(len(paragraphs) - 1, -1, -1) if at not in dropped), 0)


def are_cut_together(paragraphs: Sequence[Paragraph], one: int, other: int) -> bool:
    """Tell whether one removal may reach from one paragraph to the next.

    It may not reach out of a giant line, or into one.
    """
    same_line = paragraphs[one].line == paragraphs[other].line
    return same_line or not (_is_sentence_of_line(paragraphs, one) or _is_sentence_of_line(paragraphs, other))


def _is_inside_line(text: str, at: int) -> bool:
    return 0 < at < len(text) and text[at - 1] not in "\r\n"


def _is_sentence_of_line(paragraphs: Sequence[Paragraph], index: int) -> bool:
    neighbours = paragraphs[max(0, index - 1) : index + 2]
    return sum(paragraph.line == paragraphs[index].line for paragraph in neighbours) > 1
