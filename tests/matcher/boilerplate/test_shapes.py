"""Shapes: prose, labels and headlines by what they look like."""

from __future__ import annotations

import pytest

from cleaner.matcher.boilerplate.shapes import (
    Line,
    has_clock,
    is_dated,
    is_headline,
    is_in_list,
    is_label,
    is_prose,
)


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("The bakery on the corner opens at six in the morning, and not before.", True),
        ("The bakery on the corner opens at six in the morning and not before", False),
        ("The bakery opens at six.", False),
        ("The bakery on the corner opens at six, " * 5, True),
    ],
)
def test_prose_is_a_long_sentence_or_longer_than_a_headline(line: str, expected: bool) -> None:
    assert is_prose(line) == expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Telegram", True),
        ("local history", True),
        ("1.2K", True),
        ("250", True),
        ("Room 9", False),
        ("See you.", False),
        ("the council and the market", False),
    ],
)
def test_a_label_is_a_few_words_or_a_mere_count(line: str, expected: bool) -> None:
    assert is_label(line) == expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Council votes to reopen the market", True),
        ("Why does butter cost more?", True),
        ("渡口要修新桥", True),
        ("Tides", False),
        ("The council decides on Friday.", False),
        ("The agenda:", False),
        ("write to news@example.org by Friday", False),
        ("word " * 40, False),
    ],
)
def test_a_headline_is_a_line_of_some_words_without_a_full_stop(line: str, expected: bool) -> None:
    assert is_headline(line) == expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("12.05.2024", True),
        ("Anna on May 12, 2024 at 9:30 am", True),
        ("2 июня 2023", True),
        ("12 May, 14:05", True),
        ("14:05", False),
        ("2024", False),
        ("May 2024", False),
        ("Room 101", False),
        ("12.05.2024 " * 10, False),
    ],
)
def test_a_dated_line_is_short_and_has_a_day_with_its_year_or_time(line: str, expected: bool) -> None:
    assert is_dated(line) == expected


@pytest.mark.parametrize(
    ("line", "expected"), [("at 9:30 am", True), ("14h05", True), ("12.05.2024", False), ("3:0", False)]
)
def test_a_clock_tells_the_time_of_day(line: str, expected: bool) -> None:
    assert has_clock(line) == expected


def test_a_list_has_one_bullet_for_all_its_items() -> None:
    lines = [Line(text, None) for text in ("* one", "* two", "+ three", "four", "* five", "*six", "– seven", "– eight")]
    assert [index for index in range(8) if is_in_list(lines, index)] == [0, 6]
