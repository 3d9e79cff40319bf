"""Comments: a heading with entries, and the articles that merely look so."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from conftest import Find

from cleaner.matcher.boilerplate.comments import find_comments
from cleaner.matcher.phrases.catalogue import catalogue
from cleaner.matcher.phrases.phrase import SECTION

PROSE = [
    "The bakery on the corner opens at six in the morning, and by half past six there is a queue to the chemist's.",
    "The owner knows everybody by name, and for whom to keep a crust and for whom half of yesterday's loaf will do.",
    "She says that the secret is neither the flour nor the oven, but that dough will not be hurried by anybody.",
]
ARTICLE = ["The bakery on the corner", *PROSE]
ENTRIES = ["Anna", "12.05.2024", "Best rye in town!", "Reply", "Peter", "May 13, 2024", "Too dear for me.", "Reply"]


@pytest.fixture
def comments(find: Find) -> Callable[..., list[str]]:
    def comments(*lines: str) -> list[str]:
        page = find(list(lines))
        found = find_comments(page, catalogue())
        assert all(hit.phrase.category == SECTION for hit in found.values())
        return [page[index].text for index in sorted(found)]

    return comments


@pytest.mark.parametrize("heading", ["Comments (2)", "2 Comments", "Leave a comment", "2 thoughts on “The bakery”"])
def test_a_heading_takes_the_entries_along(comments: Callable[..., list[str]], heading: str) -> None:
    assert comments(*ARTICLE, heading, *ENTRIES) == [heading, *ENTRIES]


@pytest.mark.parametrize(
    "entries",
    [
        pytest.param(["Anna", "12.05.2024", "Best rye!", "Peter", "May 13, 2024", "Too dear."], id="dates"),
        pytest.param(["Anna says:", "Best rye!", "Peter says:", "Too dear."], id="who says it"),
        pytest.param(["Anna", "3 hours ago", "Best rye!", "Peter", "5 hours ago", "Too dear."], id="times"),
        pytest.param(["Best rye!", "Posted by Anna", "Too dear.", "Posted by Peter"], id="names behind"),
        pytest.param(["Anna", "Best rye of all the town!", "Peter", "Too dear for me, I am afraid."], id="names alone"),
        pytest.param(["Анна пишет:", "Лучший хлеб!", "Пётр, 3 часа назад", "Дорого."], id="in Russian"),
    ],
)
def test_any_one_kind_of_mark_is_enough_below_a_counter(comments: Callable[..., list[str]], entries: list[str]) -> None:
    assert comments(*ARTICLE, "Comments (2)", *entries) == ["Comments (2)", *entries]


def test_a_single_entry_with_the_time_of_day_is_one(comments: Callable[..., list[str]]) -> None:
    entry = ["Anna", "May 12, 2024 at 9:30 am", "Best rye in town!"]
    assert comments(*ARTICLE, "Leave a comment", *entry) == ["Leave a comment", *entry]
    assert comments(*ARTICLE, "Leave a comment", "Anna", "May 12, 2024", "Best rye in town!") == []


def test_what_follows_the_last_comment_stays(comments: Callable[..., list[str]]) -> None:
    article, more = [*ARTICLE, *PROSE * 6], PROSE * 6
    assert comments(*article, "Comments (2)", *ENTRIES, *more) == ["Comments (2)", *ENTRIES]
    assert comments(*article, "Comments (8)", *ENTRIES * 4, *more) == ["Comments (8)", *ENTRIES * 4]


def test_an_article_below_its_counter_is_no_comment(comments: Callable[..., list[str]]) -> None:
    below = ["Photo: Anna", "12 May 2024", *PROSE * 5]
    assert comments("Menu", *PROSE, "The bakery", "12 Comments", *below) == []
    assert comments("Menu", *PROSE, "The bakery", "12 Comments", *below, "3 Comments", *ENTRIES) == [
        "3 Comments",
        *ENTRIES,
    ]


def test_a_counter_among_the_items_of_a_list_is_no_heading(comments: Callable[..., list[str]]) -> None:
    assert comments(*ARTICLE, "* 12 Comments", "* Facebook", *ENTRIES) == []
    assert comments(*ARTICLE, "* 12 Comments", *ENTRIES) == ["* 12 Comments", *ENTRIES]


@pytest.mark.parametrize(
    "lines",
    [
        pytest.param([*ARTICLE, *ENTRIES], id="no heading"),
        pytest.param([*ARTICLE, "Comments (0)", *ENTRIES], id="none counted"),
        pytest.param([*ARTICLE[:1], "Comments (2)", *ENTRIES], id="no article"),
        pytest.param([*ARTICLE[:2], "Comments (2)", *ENTRIES[:4]], id="hardly an article and one entry"),
        pytest.param([*ARTICLE, "Comments (2)", *PROSE * 3, *ENTRIES], id="prose before the first"),
        pytest.param([*ARTICLE, "Comments (2)", "1999", "07:30", "in 2001", "2024"], id="years and times"),
        pytest.param([*ARTICLE, "Comment", "12.05.2024", "Opened", "13.05.2024", "Closed"], id="a chronology"),
        pytest.param([*ARTICLE, "Comments (3)", "Anna", PROSE[0], "Peter", PROSE[1]], id="other names than counted"),
    ],
)
def test_anything_less_is_the_article(comments: Callable[..., list[str]], lines: list[str]) -> None:
    assert comments(*lines) == []
