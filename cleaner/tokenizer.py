"""Text -> paragraphs: whole lines of the original, every line that says something in one of them.

A paragraph is one line or, in text wrapped at a fixed width, the lines of one paragraph. A line too
long to be one paragraph is a whole text without line ends: there, each sentence is one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import chain

from cleaner.paragraph import Paragraph, split_lines
from cleaner.wrapping import unwrap

# Lines longer than this, in code points, are cut into sentences. The longest paragraph of 399 articles has 2,071.
LONGEST_PARAGRAPH = 2500
# A link as Markdown writes it, [text](address): what is read is the text. Not an image, which shows none, and no link
# inside the page or to somebody, which an author makes. (Compiled where there is one, as few texts have any.)
_LINK = r"(?<!!)\[([^\[\]]*)\]\(https?://[^()\s]*(?:\([^()\s]*\)[^()\s]*)?\)"
# Between two sentences: white space after a stop (a full stop behind a word, not an abbreviation of a letter or
# two), perhaps behind a quotation mark; in scripts without spaces, nothing. Each alternative looks at one
# place only, so this is linear. Compiled where it is needed, in few texts.
_BETWEEN_SENTENCES = (
    r"""(?<=\w\w\w\.)\s+|(?<=[!?…؟।۔。！？])\s+|(?<=[.!?…؟।۔。！？][»”"’')\]」』）])\s+"""
    r"""|(?<=[。！？])(?![。！？」』”’）\s]|$)|(?<=[。！？][」』”’）])(?!\s|$)"""
)


def tokenize(text: str) -> Sequence[Paragraph]:
    """Return the paragraphs of ``text``, in order; blank lines lie between them."""
    paragraphs = unwrap(list(_lines(text)))
    if any(len(paragraph.text) > LONGEST_PARAGRAPH for paragraph in paragraphs):
        paragraphs = list(chain.from_iterable(_sentences(text, paragraph) for paragraph in paragraphs))
    return [_with_visible_text(paragraph) for paragraph in paragraphs] if "](" in text else paragraphs


def visible_text(text: str) -> str:
    """Return ``text`` with only the visible part of its links: "the board"."""
    has_links = "]" in text and "](" in text  # one sign is found forty times as fast as two
    return re.sub(_LINK, r"\1", text) if has_links else text


def _lines(text: str) -> Iterator[Paragraph]:
    start = 0
    for number, line in enumerate(split_lines(text), 1):
        end = start + len(line) + 1
        if content := line.strip():
            yield Paragraph(start, min(end, len(text)), number, content)
        start = end


def _with_visible_text(paragraph: Paragraph) -> Paragraph:
    """Return ``paragraph`` with what it shows; an image without words stays as it is written."""
    visible = visible_text(paragraph.text).strip()
    return paragraph._replace(text=visible) if visible and visible != paragraph.text else paragraph


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
