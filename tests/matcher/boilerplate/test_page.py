"""The long tail of a whole page: where it begins, and what keeps an article from being taken for one."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from conftest import Find

from cleaner.matcher.boilerplate.page import MOST_LINKS, find_page_tail
from cleaner.matcher.boilerplate.shapes import Line
from cleaner.matcher.phrases.catalogue import Hit, catalogue

PROSE = [
    "The bakery on the corner opens at six in the morning, and by half past six there is a queue to the chemist's.",
    "The owner knows everybody by name, and for whom to keep a crust and for whom half of yesterday's loaf will do.",
    "She says that the secret is neither the flour nor the oven, but that dough will not be hurried by anybody.",
]
ARTICLE = ["The bakery on the corner", *PROSE, *[paragraph.replace("bakery", "mill") for paragraph in PROSE]]
LINKS = ["Council votes to reopen the market", "Why does butter cost more?", "A new terminal for the harbour"]
PAGE = [
    "Share this article",
    "Myspace",
    "Get the news of the county every morning before anybody else in your street is out of bed, and for nothing.",
    "Subscribe now",
    "More from the corner",
    *LINKS,
    "12 May 2024",
    "Our brands",
    "Harrow Gazette",
    "About us | Privacy policy",
]


def known(page: list[Line]) -> dict[int, Hit]:
    return {index: line.hit for index, line in enumerate(page) if line.hit}


@pytest.fixture
def tail(find: Find) -> Callable[..., list[str]]:
    def tail(*lines: str) -> list[str]:
        page = find(list(lines))
        return [page[index].text for index in sorted(find_page_tail(page, known(page), catalogue()))]

    return tail


def test_a_page_is_cut_below_its_article(tail: Callable[..., list[str]]) -> None:
    assert tail(*ARTICLE, *PAGE) == PAGE
    assert tail(*ARTICLE, "Photo: Anna Berg", *PAGE) == PAGE


def test_each_line_goes_for_the_phrase_above_it(find: Find) -> None:
    page = find([*ARTICLE, *PAGE])
    found = find_page_tail(page, known(page), catalogue())
    wordings = [found[index].phrase.wording for index in range(len(ARTICLE), len(page))]
    assert wordings == sorted(wordings, key=wordings.index)
    assert wordings[1] == wordings[0] == "Share this article"


@pytest.mark.parametrize(
    "lines",
    [
        pytest.param([*ARTICLE, "Share", *LINKS], id="one phrase"),
        pytest.param([*ARTICLE, "Share", *LINKS, "Share", *LINKS], id="one phrase twice"),
        pytest.param([*ARTICLE, "Share", "Subscribe", "It is over.", "Go home.", "Sleep well."], id="sentences"),
        pytest.param([*ARTICLE[:2], *PAGE[:2], *PAGE[3:]], id="hardly an article"),
        pytest.param([*ARTICLE, "Share", "Subscribe", *ARTICLE[1:]], id="the article goes on"),
        pytest.param(
            [*ARTICLE, "Read also:", *[f"* {link}" for link in LINKS], PROSE[0], "Share"], id="behind the links"
        ),
        pytest.param(
            [*ARTICLE, "The words on a telephone:", "Settings", "Menu", "Share", "Reply", "Print"], id="announced"
        ),
        pytest.param([*ARTICLE, "Menu", "Soup of the day", "Search", "Terms of use"], id="what begins no tail"),
    ],
)
def test_an_article_is_no_page(tail: Callable[..., list[str]], lines: list[str]) -> None:
    assert tail(*lines) == []


def test_the_cut_stops_where_prose_outweighs_what_is_below(tail: Callable[..., list[str]]) -> None:
    lines = [*ARTICLE, "Share this article", "Tags: bread", *PROSE * 8, *ARTICLE[1:], *PAGE]
    assert tail(*lines) == PAGE


def test_a_list_is_announced_from_no_further_than_lists_are_long(tail: Callable[..., list[str]]) -> None:
    far = ["These are the stalls:", *[f"stall {letter}" for letter in "abcdefghijklmnopqrstuvw"]]
    assert len(far) > MOST_LINKS
    assert tail(*ARTICLE, *far, *PAGE) == PAGE
    assert tail(*ARTICLE, *far[:3], *PAGE) != PAGE


BOX = ["Share this article", "Tags: bread"]


def test_two_long_paragraphs_one_after_another_are_the_article(tail: Callable[..., list[str]]) -> None:
    long = [" ".join(PROSE), " ".join(PROSE[::-1])]
    assert tail(*ARTICLE, *BOX, *long, *PAGE) == PAGE
    assert tail(*ARTICLE, *BOX, long[0], "A headline of its own", *PAGE) != PAGE


def test_so_much_prose_under_headlines_is_the_article_too(tail: Callable[..., list[str]]) -> None:
    chapters = [line for _ in range(6) for line in ("A chapter of the article", " ".join(PROSE))]
    assert tail(*ARTICLE * 4, *BOX, *chapters, *PAGE) == PAGE


def test_links_with_bullets_end_where_prose_has_none(tail: Callable[..., list[str]]) -> None:
    links = [f"* {link}" for link in LINKS]
    assert tail(*ARTICLE, "Read also:", *links, PROSE[0], *PAGE) == PAGE
    assert tail(*ARTICLE, "Read also:", *links, *PAGE) == ["Read also:", *links, *PAGE]
