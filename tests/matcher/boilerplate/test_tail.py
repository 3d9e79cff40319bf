"""The tail: what a phrase at the end brings along, and what stops the cut."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from conftest import Find

from cleaner.matcher.boilerplate.tail import MOST_LINKS, find_tail
from cleaner.matcher.phrases.catalogue import catalogue

ARTICLE = [
    "The bakery on the corner",
    "The bakery on the corner opens at six in the morning, and by half past six there is a queue to the chemist's.",
    "The owner knows everybody by name, and for whom to keep a crust and for whom half of yesterday's loaf will do.",
]
LINKS = ["Council votes to reopen the market", "Why does butter cost more?", "A new terminal for the harbour"]


@pytest.fixture
def tail(find: Find) -> Callable[..., list[str]]:
    def tail(*lines: str) -> list[str]:
        page = find([*ARTICLE, *lines])
        return [page[index].text for index in sorted(find_tail(page, catalogue()))]

    return tail


@pytest.mark.parametrize(
    "lines",
    [
        ["Comments (0)"],
        ["Share", "Tweet", "Comments"],
        ["Read also:", *LINKS],
        ["Tags", "bread", "local history"],
        ["Share", "Myspace", "1.2K", "Comments"],
        ["Read also:", *LINKS, "Share", "All rights reserved."],
    ],
)
def test_phrases_go_with_what_they_bring_along(tail: Callable[..., list[str]], lines: list[str]) -> None:
    assert tail(*lines) == lines


@pytest.mark.parametrize(
    "lines",
    [
        pytest.param(["Share", ARTICLE[1]], id="prose below"),
        pytest.param(["Share", "Anna", "Peter"], id="names that no second phrase closes in"),
        pytest.param(["Read also:", "The council decides on Friday."], id="a sentence below"),
        pytest.param(["Read also:", *LINKS * (MOST_LINKS // 3 + 1)], id="too many links"),
        pytest.param(["Tags", "the first of May, at noon, in the hall"], id="no tag"),
        pytest.param(["You find us on:", "Facebook", "Telegram"], id="a list that the article announces"),
        pytest.param(["Facebook – 36 %", "Telegram – 12 %"], id="a poll"),
        pytest.param(["Was it worth it?", "Don't miss!"], id="a last word"),
        pytest.param(["Menu", "Leek soup", "Apple crumble", "Subscribe", ARTICLE[2]], id="a bill of fare"),
    ],
)
def test_what_the_article_says_stays(tail: Callable[..., list[str]], lines: list[str]) -> None:
    assert tail(*lines) == []


def test_a_list_that_the_article_announces_has_no_counters(tail: Callable[..., list[str]]) -> None:
    assert tail("Twitter seemed a bit confused by it:", "Comments (3)") == ["Comments (3)"]


def test_the_cut_begins_below_the_last_line_that_nothing_explains(tail: Callable[..., list[str]]) -> None:
    assert tail("Anna", "Peter", "Mary", "Olga", "Comments (2)") == ["Comments (2)"]


@pytest.mark.parametrize(
    "line",
    [
        "Thank you for your support",
        "Vielen Dank für Ihre Briefe",
        "Inscrivez-vous à la mairie.",
        "Meld je aan voor de wandeling",
        "Be the first to see the lock",
        "You can leave at any time.",
        "Выделите текст и нажмите Ctrl+C",
        "Download the book for free",
        "Back to the top of the hill",
    ],
)
def test_words_that_sites_use_as_well_are_the_authors_as_a_last_line(tail: Callable[..., list[str]], line: str) -> None:
    assert tail(line) == []
    assert tail(line, "Comments (0)") == ["Comments (0)"]


def test_what_is_made_of_the_words_of_phrases_goes_below_a_phrase_or_above_links(
    tail: Callable[..., list[str]],
) -> None:
    furniture = ["Share", "Sign up for the Harbour newsletter"]
    assert tail(*furniture) == furniture
    heading = "Diese Beiträge könnten Sie ebenfalls interessieren:"
    assert tail(heading, *LINKS) == [heading, *LINKS]
    assert tail(heading, LINKS[0]) == []
