"""Gate: which texts hold boilerplate at all. Nearly all do not, and end here, before they are cut into paragraphs."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice

from cleaner.matcher.boilerplate.shapes import is_prose
from cleaner.matcher.boilerplate.tail import MOST_LINKS, find_fuzzy
from cleaner.matcher.phrases.catalogue import Catalogue
from cleaner.paragraph import split_lines
from cleaner.tokenizer import LONGEST_PARAGRAPH, visible_text


def may_have_boilerplate(text: str, catalogue: Catalogue) -> bool:
    """Tell whether ``text`` could hold boilerplate.

    ``False`` is certain but for phrases that a wrapper broke.
    """
    lines = [line.strip() for line in split_lines(visible_text(text))]
    if max(map(len, lines)) > LONGEST_PARAGRAPH:
        return True  # cut into sentences, one of which may be a phrase
    return bool(catalogue.find_all(lines)) or _ends_like_phrase(lines, catalogue)


def _ends_like_phrase(lines: Sequence[str], catalogue: Catalogue) -> bool:
    for line in islice(filter(None, reversed(lines)), MOST_LINKS + 1):
        if find_fuzzy(line, catalogue, is_followed=True):
            return True
        if is_prose(line):
            return False
    return False
