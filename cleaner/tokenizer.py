r"""Text -> paragraphs: whole lines of the original, every line that says something in one of them.

Only ``\n``, ``\r\n`` and a lone ``\r`` end a line; U+2028, U+0085, vertical tab and form feed are
text. A paragraph is one line or, in text wrapped at a fixed width, the lines of one paragraph. A line too
long to be one paragraph is a whole text without line ends: there, each sentence is one.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, pairwise
from typing import NamedTuple

# A link as Markdown writes it, [text](address): what is read is the text. Not an image, which shows none, and no link
# inside the page or to somebody, which an author makes. (Compiled where there is one, as few texts have any.)
_LINK = r"(?<!!)\[([^\[\]]*)\]\(https?://[^()\s]*(?:\([^()\s]*\)[^()\s]*)?\)"
_LINE = re.compile(r"([^\r\n]+)(?:\r\n|\r|\n)?")

# Nobody wraps running text narrower or wider than this (e-books 60, mail 65-78, comments 99).
NARROWEST_WRAP, WIDEST_WRAP = 40, 120
# Text is wrapped when this share of its neighbouring short lines are full up to one same column,
# and this share of the lines after a full one goes on in small letters (German, with its capitals,
# has .43). Of 79 articles wrapped at 72 columns 72 have both, of the same not wrapped and of 137
# texts of verse, lists, plans and logs none.
WRAPPED_SHARE, RUN_ON_SHARE = 0.4, 0.3
# Fewer full lines than this are chance: three happen in lists of commands or addresses.
FEWEST_FULL_LINES = 6

# Lines longer than this, in code points, are cut into sentences. The longest paragraph of 399 articles has 2,071.
LONGEST_PARAGRAPH = 2500

# Rows of a table are as full as wrapped lines, but keep their columns apart.
_COLUMNS = "   ", "\t"
# How sentences end; with CLOSING, as the end of prose, where a bracket or an apostrophe may close one.
SENTENCE_END = tuple('.!?…。！？؟।»”"')
CLOSING = (*SENTENCE_END, "’", "'", ")")
# How one ends that goes on elsewhere.
ELLIPSIS = ("…", "...", "[…]", "[...]")
# Between two sentences: white space after a stop (a full stop behind a word, not an abbreviation of a letter or
# two), perhaps behind a quotation mark; in scripts without spaces, nothing. Each alternative looks at one
# place only, so this is linear. Compiled where it is needed, in few texts.
_BETWEEN_SENTENCES = (
    r"""(?<=\w\w\w\.)\s+|(?<=[!?…؟।۔。！？])\s+|(?<=[.!?…؟।۔。！？][»”"’')\]」』）])\s+"""
    r"""|(?<=[。！？])(?![。！？」』”’）\s]|$)|(?<=[。！？][」』”’）])(?!\s|$)"""
)


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


def tokenize(text: str) -> list[Paragraph]:
    """Return the paragraphs of ``text``, in order; blank lines lie between them."""
    lines = list(_lines(text))
    broken = _broken_lines(lines)
    paragraphs = list(_joined(lines, broken)) if broken else lines
    if any(len(paragraph.text) > LONGEST_PARAGRAPH for paragraph in paragraphs):
        paragraphs = list(chain.from_iterable(_sentences(text, paragraph) for paragraph in paragraphs))
    return [_read(paragraph) for paragraph in paragraphs] if "](" in text else paragraphs


def extent(text: str, paragraphs: Sequence[Paragraph], first: int, last: int) -> tuple[int, int]:
    """Return what to cut from ``text`` for paragraphs ``first`` to ``last`` to leave no gap behind.

    The blank lines after a paragraph go with it; at the end of the text, those before it. At the end
    of a line of which the beginning stays, the line end stays as well, and so do blank lines behind.
    """
    start, end = paragraphs[first].start, paragraphs[last].end
    if _is_inside_line(text, start) and not _is_inside_line(text, end):
        before = paragraphs[first - 1]
        return before.start + len(text[before.start : start].rstrip()), start + len(text[start:end].rstrip())
    if last + 1 < len(paragraphs):
        return start, paragraphs[last + 1].start
    return paragraphs[first - 1].end if first else start, len(text)


def are_cut_together(paragraphs: Sequence[Paragraph], one: int, other: int) -> bool:
    """Tell whether one removal may reach from one paragraph to the next: not out of a giant line, or into one."""
    same_line = paragraphs[one].line == paragraphs[other].line
    return same_line or not (_is_sentence_of_line(paragraphs, one) or _is_sentence_of_line(paragraphs, other))


def count_line_ends(text: str) -> int:
    r"""Return how many lines end in ``text``; ``\r\n`` ends one.

    >>> count_line_ends("one\r\ntwo\rthree\n")
    3
    """
    return text.count("\n") + text.count("\r") - text.count("\r\n")


def _lines(text: str) -> Iterator[Paragraph]:
    number, counted = 1, 0
    for match in _LINE.finditer(text):
        start, end = match.span()
        if start > counted:  # empty lines
            number += count_line_ends(text[counted:start])
        if said := match[1].strip():
            yield Paragraph(start, end, number, said)
        number, counted = number + 1, end


def shown(text: str) -> str:
    """Return ``text`` with what a reader sees of its links: "[the board](https://…)" shows "the board"."""
    has_links = "]" in text and "](" in text  # one sign is found forty times as fast as two
    return re.sub(_LINK, r"\1", text) if has_links else text


def _read(paragraph: Paragraph) -> Paragraph:
    """Return ``paragraph`` with what it shows; an image without words stays as it is written."""
    said = shown(paragraph.text).strip()
    return paragraph._replace(text=said) if said and said != paragraph.text else paragraph


def _sentences(text: str, paragraph: Paragraph) -> Iterator[Paragraph]:
    """Cut a paragraph that is one line, and too long, between its sentences."""
    line = text[paragraph.start : paragraph.end]
    if len(paragraph.text) <= LONGEST_PARAGRAPH or line.strip() != paragraph.text:
        yield paragraph
        return
    start = 0
    for border in re.finditer(_BETWEEN_SENTENCES, line.rstrip()):
        yield Paragraph(
            paragraph.start + start,
            paragraph.start + border.end(),
            paragraph.line,
            line[start : border.start()].strip(),
        )
        start = border.end()
    yield Paragraph(paragraph.start + start, paragraph.end, paragraph.line, line[start:].strip())


def _is_sentence_of_line(paragraphs: Sequence[Paragraph], index: int) -> bool:
    neighbours = paragraphs[max(0, index - 1) : index + 2]
    return sum(paragraph.line == paragraphs[index].line for paragraph in neighbours) > 1


def _is_inside_line(text: str, at: int) -> bool:
    return 0 < at < len(text) and text[at - 1] not in "\r\n"


def _broken_lines(lines: Sequence[Paragraph]) -> set[int]:
    """Return the indexes of the lines that a wrapper broke, so that the next line goes on.

    A wrapper breaks a line where the next word would not fit, so each broken line is consistent
    with any width from its own length to that plus the next word. The width is the column where
    most of these ranges overlap.
    """
    # Most texts are not wrapped, and most of their lines too long for it: no need to look at those.
    narrow = [len(line.text) <= WIDEST_WRAP for line in lines]
    pairs = [index for index, are_narrow in enumerate(pairwise(narrow)) if all(are_narrow)]
    if len(pairs) < FEWEST_FULL_LINES:
        return set()
    rooms = {
        index: range(len(lines[index].text), len(lines[index].text) + 1 + len(word))
        for index in pairs
        if (word := _next_word(lines[index], lines[index + 1]))
    }
    width = _commonest_column(rooms.values())
    full = {index for index, room in rooms.items() if width in room}
    going_on = {index for index in full if _goes_on(lines[index + 1].text)}
    if len(full) < max(FEWEST_FULL_LINES, WRAPPED_SHARE * len(rooms)) or len(going_on) < RUN_ON_SHARE * len(full):
        return set()
    # After a full stop only a small letter tells that the sentence goes on; some scripts have none.
    return {at for at in full if lines[at + 1].text[0].islower() or not lines[at].text.endswith(CLOSING)}


def _next_word(line: Paragraph, after: Paragraph) -> str:
    """Return the word that a wrapper had to put on the next line, "" where no wrapper was at work."""
    if line.end != after.start or any(map(line.text.__contains__, _COLUMNS)):
        return ""
    # A full line without a space is of a script that needs none, and could have been broken anywhere.
    return after.text.split(None, 1)[0] if " " in line.text else ""


def _commonest_column(rooms: Iterable[range]) -> int:
    steps: Counter[int] = Counter()
    for room in rooms:
        steps[room.start] += 1
        steps[room.stop] -= 1
    best = column = depth = 0
    for position in sorted(steps):
        depth += steps[position]
        if depth > best and NARROWEST_WRAP <= position <= WIDEST_WRAP:
            best, column = depth, position
    return column


def _goes_on(said: str) -> bool:
    return said[0].isalpha() and not said[0].isupper()


def _joined(lines: Sequence[Paragraph], broken: set[int]) -> Iterator[Paragraph]:
    first = 0
    for index, line in enumerate(lines):
        if index not in broken:
            said = " ".join(part.text for part in lines[first : index + 1])
            yield Paragraph(lines[first].start, line.end, lines[first].line, said)
            first = index + 1
