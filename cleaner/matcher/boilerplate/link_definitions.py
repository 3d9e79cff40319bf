"""Link definitions: the addresses that Markdown may keep below the text, ``[3]: https://…``.

They are no part of what is read. The tail ends above them, and those that only the tail referred to go with it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from cleaner.matcher.phrases.catalogue import Hit
from cleaner.paragraph import Paragraph

# A footnote, "[1]: See the minutes", has no address behind its label.
_DEFINITION = re.compile(r"\[([^\[\]]{1,99})\]:\s*<?(?:(?:https?|ftp)://|mailto:|[#/]\S*$)")
_REFERENCE = re.compile(r"\[([^\[\]]{1,99})\]")


def find_definitions(paragraphs: Sequence[Paragraph]) -> int:
    """Return the index of the first link definition at the end; without any, that behind the last."""
    first = len(paragraphs)
    for at in range(len(paragraphs) - 1, -1, -1):
        if _DEFINITION.match(paragraphs[at].text):
            first = at
        elif " " in paragraphs[at].text:  # the rest of an address that a wrapper broke has none
            break
    return first


def find_orphans(paragraphs: Sequence[Paragraph], first: int, dropped: Mapping[int, Hit]) -> dict[int, Hit]:
    """Return the definitions from ``first`` on that only ``dropped`` lines refer to."""
    if not dropped or first == len(paragraphs):
        return {}
    gone: dict[str, Hit] = {}
    kept: set[str] = set()
    for index, paragraph in enumerate(paragraphs[:first]):
        labels = _labels(_REFERENCE, paragraph)
        if index in dropped:
            gone |= dict.fromkeys(labels, dropped[index])
        else:
            kept.update(labels)
    orphans: dict[int, Hit] = {}
    labels = []
    for index in range(first, len(paragraphs)):
        labels = _labels(_DEFINITION, paragraphs[index]) or labels
        if gone.keys() >= set(labels) and kept.isdisjoint(labels):
            orphans[index] = gone[labels[0]]
    return orphans


def _labels(pattern: re.Pattern[str], paragraph: Paragraph) -> list[str]:
    """Return the labels as Markdown compares them: case and white space do not count."""
    return [" ".join(label.casefold().split()) for label in pattern.findall(paragraph.text)]
