"""The chains beside the slow and obvious way: every paragraph compared with every other.

Documents are small and random: prose that shares its words but no sentences, and a block of it said
again somewhere below, with edits.
"""

from __future__ import annotations

import random
from difflib import SequenceMatcher

from hypothesis import given
from hypothesis import strategies as st

from cleaner.matcher.repeats import find_repeats
from cleaner.tokenizer import tokenize

PICK = random.Random(5)
VOCABULARY = ["".join(PICK.choices("abcdefghiklmnoprstuv", k=PICK.randint(2, 9))) for _ in range(400)]
# Copies below have .9 and more of their words in order, other paragraphs less than .2.
SAME = 0.7


def prose(seed: int) -> str:
    pick = random.Random(seed)
    return " ".join(pick.choices(VOCABULARY, k=pick.randint(12, 40))).capitalize() + "."


def edited(paragraph: str, seed: int) -> str:
    """Drop one word, double another and swap a third; none of the first or last three."""
    pick = random.Random(seed)
    words = paragraph.split()
    del words[pick.randint(3, len(words) - 4)]
    words.insert(pick.randint(3, len(words) - 4), "now")
    return " ".join(words)


def likeness(one: str, other: str) -> float:
    return SequenceMatcher(None, one.lower().split(), other.lower().split(), autojunk=False).ratio()


def said_before(lines: list[str]) -> set[int]:
    """Return the lines that are like an earlier one: all pairs."""
    return {
        later
        for later in range(len(lines))
        if any(likeness(lines[earlier], lines[later]) >= SAME for earlier in range(later))
    }


def going(lines: list[str]) -> set[int]:
    text = "\n".join(lines)
    paragraphs = tokenize(text)
    assert len(paragraphs) == len(lines)
    spans = [(removal.start, removal.end) for removal in find_repeats(text)]
    return {at for at, line in enumerate(paragraphs) if any(start <= line.start < end for start, end in spans)}


@st.composite
def documents(draw: st.DrawFn) -> list[str]:
    seeds = draw(st.lists(st.integers(0, 10_000), min_size=6, max_size=14, unique=True))
    lines = [prose(seed) for seed in seeds]
    first = draw(st.integers(0, len(lines) - 3))
    block = lines[first : first + draw(st.integers(3, len(lines) - first))]
    if draw(st.booleans()):
        block = [edited(paragraph, number) for number, paragraph in enumerate(block)]
    at = draw(st.integers(first + len(block), len(lines)))
    return [*lines[:at], *block, *lines[at:]]


@given(documents())
def test_a_block_that_all_pairs_find_is_found(lines: list[str]) -> None:
    assert going(lines) == said_before(lines)


@given(st.lists(st.integers(0, 10_000), min_size=2, max_size=14, unique=True))
def test_where_all_pairs_find_nothing_nothing_goes(seeds: list[int]) -> None:
    lines = [prose(seed) for seed in seeds]
    assert said_before(lines) == going(lines) == set()


@given(st.lists(st.integers(0, 8), min_size=2, max_size=14), st.integers(0, 99))
def test_whatever_goes_is_like_something_that_stays(picks: list[int], seed: int) -> None:
    lines = [edited(prose(pick), number + seed) if number % 2 else prose(pick) for number, pick in enumerate(picks)]
    gone = going(lines)
    for paragraph in gone:
        assert any(likeness(lines[other], lines[paragraph]) >= SAME for other in range(len(lines)) if other not in gone)
