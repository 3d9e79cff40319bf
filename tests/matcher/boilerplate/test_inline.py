"""Inside: lines that go from between paragraphs, and their likes that stay."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from conftest import Find

from cleaner.matcher.boilerplate.inline import LONGEST_HEAD, find_inline

PROSE = [
    "The bakery on the corner opens at six in the morning, and by half past six there is a queue to the chemist's.",
    "The owner knows everybody by name, and for whom to keep a crust and for whom half of yesterday's loaf will do.",
    "She says that the secret is neither the flour nor the oven, but that dough will not be hurried by anybody.",
]


@pytest.fixture
def inline(find: Find) -> Callable[..., list[str]]:
    def inline(*lines: str) -> list[str]:
        page = find(list(lines))
        return [page[index].text for index in sorted(find_inline(page))]

    return inline


@pytest.mark.parametrize(
    "line", ["Read also: Council votes to reopen the market", "Lire aussi : Le pont rouvre en mai", "Advertisement"]
)
def test_a_line_that_nobody_writes_goes(inline: Callable[..., list[str]], line: str) -> None:
    assert inline("The bakery", PROSE[0], line, PROSE[1]) == [line]


@pytest.mark.parametrize("line", ["12 comments", "Leave a comment", "Lesen Sie auch"])
def test_a_counter_or_a_call_under_the_headline_goes(inline: Callable[..., list[str]], line: str) -> None:
    assert inline("The bakery", line, *PROSE) == [line]
    assert inline("The bakery", PROSE[0], line, *PROSE[1:]) == []


@pytest.mark.parametrize("line", ["Comment", "Kommentar", "Share", "Latest news", "Tags"])
def test_a_kicker_under_the_headline_stays(inline: Callable[..., list[str]], line: str) -> None:
    assert inline("The bakery", line, *PROSE) == []


@pytest.mark.parametrize("line", ["See also: tides", "Related: the council decides on Friday, and not before.", "Tags"])
def test_a_cross_reference_or_a_sentence_stays(inline: Callable[..., list[str]], line: str) -> None:
    assert inline("The bakery", PROSE[0], line, PROSE[1]) == []


def test_a_chapter_on_advertising_keeps_its_heading(inline: Callable[..., list[str]]) -> None:
    assert inline("Their money", PROSE[0], "Advertising", PROSE[1], "Subscriptions of readers", PROSE[2]) == []


def test_the_first_line_is_never_furniture(inline: Callable[..., list[str]]) -> None:
    assert inline("Advertisement", *PROSE) == []


def test_a_bar_of_buttons_above_the_body_goes_and_byline_and_date_stay(inline: Callable[..., list[str]]) -> None:
    bar = ["Share", "Facebook", "12 comments"]
    assert inline("The bakery", "By Anna Berg", "12 May 2024", *bar, "Photo: Peter Low", *PROSE) == bar
    assert inline("The bakery", "By Anna Berg", "Share", "12 May 2024", *PROSE) == []
    assert inline("The bakery", *PROSE, *bar, "Photo: Peter Low", *PROSE) == []
    assert inline("The bakery", *[f"Station {n}" for n in range(LONGEST_HEAD)], *bar, *PROSE) == []
