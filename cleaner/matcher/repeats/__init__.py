"""Repeats: a gate that nearly all texts end at, and behind it the search for what is said a second time."""

from __future__ import annotations

from cleaner.matcher.repeats.gate import may_repeat
from cleaner.removal import Removal


def find_repeats(text: str) -> list[Removal]:
    """Return a removal for each run of paragraphs whose words stand in others, which stay."""
    if not may_repeat(text):
        return []
    from cleaner.matcher.repeats.doubles import find_doubles  # and with these rapidfuzz, which few texts need
    from cleaner.matcher.repeats.search import search

    return find_doubles(text) or search(text)
