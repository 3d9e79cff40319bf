"""Repeats: what a text says a second time. Nearly all texts end at a gate; the search is behind it."""

from __future__ import annotations

from cleaner.matcher.repeats.candidates import may_repeat
from cleaner.removal import Removal


def find_repeats(text: str) -> list[Removal]:
    """Return a removal for each run of paragraphs whose words stand in others, which stay."""
    if not may_repeat(text):
        return []
    # These, and rapidfuzz with them, few texts need.
    from cleaner.matcher.repeats.adjacent_duplicates import find_adjacent
    from cleaner.matcher.repeats.candidates import candidate_paragraphs
    from cleaner.matcher.repeats.search import search
    from cleaner.tokenizer import tokenize

    paragraphs = tokenize(text)
    return find_adjacent(text, paragraphs) or search(text, candidate_paragraphs(text, paragraphs))
