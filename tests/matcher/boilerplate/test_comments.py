"""Comments: a heading with entries, and the articles that merely look so."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from cleaner.matcher.boilerplate.comments import SECTION, find_comments

PROSE = [
    "The bakery on the corner opens at six in the morning, and by half past six there is a queue to the chemist's.",
    "The owner knows everybody by name, and for whom to keep a crust and for whom half of yesterday's loaf will do.",
    "She says that the secret is neither the flour nor the oven, but that dough will not be hurried by anybody.",
]
ARTICLE = ["The bakery on the corner", *PROSE]
ENTRIES = ["Anna", "12.05.2024", "Best rye in town!", "Reply", "Peter", "May 13, 2024", "Too dear for me.", "Reply"]


@pytest.fixture
def comments(find: Callable[..., tuple]) -> Callable[..., list[str]]:
    def comments(*lines: str) -> list[str]:
        paragraphs, hits = find(list(lines))
        found = find_comments(paragraphs, hits)
        assert all(hit.phrase.category == SECTION for hit in found.values())
        return [paragraphs[index].text for index in sorted(found)]

    return comments


@pytest.mark.parametrize("heading", ["Comments (2)", "2 Comments", "Leave a comment"])
def test_a_heading_takes_the_entries_along(comments: Callable[..., list[str]], heading: str) -> None:
    assert comments(*ARTICLE, heading, *ENTRIES) == [heading, *ENTRIES]


def test_a_counter_and_dates_are_enough(comments: Callable[..., list[str]]) -> None:
    entries = [line for line in ENTRIES if line != "Reply"]
    assert comments(*ARTICLE, "Comments (2)", *entries) == ["Comments (2)", *entries]
    assert comments(*ARTICLE, "Comments", *entries) == []  # it could be a chronology


@pytest.mark.parametrize(
    "lines",
    [
        pytest.param([*ARTICLE, *ENTRIES], id="no heading"),
        pytest.param([*ARTICLE, "Comments (2)", *ENTRIES[:3]], id="one entry"),
        pytest.param([*ARTICLE[:2], "Comments (2)", *ENTRIES], id="hardly an article"),
        pytest.param([*ARTICLE, "Comments (2)", *ENTRIES, *[f"A line {n}" for n in range(9)]], id="more text behind"),
        pytest.param([*ARTICLE, "Comments (2)", *ENTRIES, *PROSE * 5], id="more prose than entries"),
        pytest.param([*ARTICLE, "Comments (2)", "1999", "07:30", "in 2001", "2024"], id="years and times"),
    ],
)
def test_anything_less_is_the_article(comments: Callable[..., list[str]], lines: list[str]) -> None:
    assert comments(*lines) == []
