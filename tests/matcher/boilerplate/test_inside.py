"""Inside: lines that go from between paragraphs, and their likes that stay."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from cleaner.matcher.boilerplate.inside import LONGEST_HEAD, find_inside

PROSE = [
    "The bakery on the corner opens at six in the morning, and by half past six there is a queue to the chemist's.",
    "The owner knows everybody by name, and for whom to keep a crust and for whom half of yesterday's loaf will do.",
    "She says that the secret is neither the flour nor the oven, but that dough will not be hurried by anybody.",
]


@pytest.fixture
def inside(find: Callable[..., tuple]) -> Callable[..., list[str]]:
    def inside(*lines: str) -> list[str]:
        paragraphs, hits = find(list(lines))
        return [paragraphs[index].text for index in sorted(find_inside(paragraphs, hits))]

    return inside


@pytest.mark.parametrize(
    "line", ["Read also: Council votes to reopen the market", "Lire aussi : Le pont rouvre en mai", "Advertisement"]
)
def test_a_line_that_nobody_writes_goes(inside: Callable[..., list[str]], line: str) -> None:
    assert inside("The bakery", PROSE[0], line, PROSE[1]) == [line]


@pytest.mark.parametrize("line", ["12 comments", "Leave a comment", "Lesen Sie auch"])
def test_a_counter_or_a_call_under_the_headline_goes(inside: Callable[..., list[str]], line: str) -> None:
    assert inside("The bakery", line, *PROSE) == [line]
    assert inside("The bakery", PROSE[0], line, *PROSE[1:]) == []


@pytest.mark.parametrize("line", ["Comment", "Kommentar", "Share", "Latest news", "Tags"])
def test_a_kicker_under_the_headline_stays(inside: Callable[..., list[str]], line: str) -> None:
    assert inside("The bakery", line, *PROSE) == []


@pytest.mark.parametrize("line", ["See also: tides", "Related: the council decides on Friday, and not before.", "Tags"])
def test_a_cross_reference_or_a_sentence_stays(inside: Callable[..., list[str]], line: str) -> None:
    assert inside("The bakery", PROSE[0], line, PROSE[1]) == []


def test_a_chapter_on_advertising_keeps_its_heading(inside: Callable[..., list[str]]) -> None:
    assert inside("Their money", PROSE[0], "Advertising", PROSE[1], "Subscriptions of readers", PROSE[2]) == []


def test_the_first_line_is_never_furniture(inside: Callable[..., list[str]]) -> None:
    assert inside("Advertisement", *PROSE) == []


def test_a_bar_of_buttons_above_the_body_goes_and_byline_and_date_stay(inside: Callable[..., list[str]]) -> None:
    bar = ["Share", "Facebook", "12 comments"]
    assert inside("The bakery", "By Anna Berg", "12 May 2024", *bar, "Photo: Peter Low", *PROSE) == bar
    assert inside("The bakery", "By Anna Berg", "Share", "12 May 2024", *PROSE) == []
    assert inside("The bakery", *PROSE, *bar, "Photo: Peter Low", *PROSE) == []
    assert inside("The bakery", *[f"Station {n}" for n in range(LONGEST_HEAD)], *bar, *PROSE) == []
