"""Boilerplate: a phrase goes where furniture stands, and stays where people speak."""

from __future__ import annotations

import pytest

from cleaner.matcher.boilerplate import find_boilerplate
from cleaner.matcher.phrases.catalogue import catalogue
from cleaner.plan import emit, merge

HEADLINE = "Пекарня на углу"
PROSE = [
    "Пекарня на углу Садовой открывается в шесть утра, и к половине седьмого у двери уже стоит очередь до самой аптеки.",
    "Хозяйка помнит всех по именам и знает, кому отложить горбушку, а кому достаточно и половины вчерашнего батона.",
    "По её словам, секрет не в муке и не в печи, а в том, что тесто нельзя торопить, как нельзя торопить и покупателя.",
]


def cleaned(*lines: str) -> list[str]:
    text = "\n".join(lines)
    return emit(text, merge([], find_boilerplate(catalogue(), text))).splitlines()


@pytest.mark.parametrize(
    "tail",
    [
        ["Комментарии (0)"],
        ["КОММЕНТАРИЕВ: 12"],
        ["12 Comments"],
        ["Share", "Tweet", "All rights reserved."],
        ["Kommentare (3)", "Lesen Sie auch", "Artikel teilen"],
        ["Commentaires (5)", "Lire aussi :", "Partager cet article"],
        ["Comentarios (2)", "Lee también:", "Compartir"],
        ["Теги: хлеб, утро, Садовая"],
        ["Читайте также:", "Мэрия назвала сроки ремонта моста", "Почему дорожает масло", "В порту открыли терминал"],
        ["Поделиться", "ВКонтакте", "Telegram", "Читайте также: Почему дорожает масло"],
        ["Share", "1.2K", "Comments"],
        ["Теги: хлеб, утро", "Copyright © 2024 The Paper. All rights reserved."],
        ["Комментарии (0)", "(c) 2024 The Paper"],
    ],
)
def test_furniture_at_the_end_goes(tail: list[str]) -> None:
    assert cleaned(HEADLINE, *PROSE, *tail) == [HEADLINE, *PROSE]


@pytest.mark.parametrize(
    "line",
    [
        "Читайте также: Почему дорожает масло",
        "Read also: Council votes to reopen the market",
        "Реклама",
        "ADVERTISEMENT",
    ],
)
def test_a_line_nobody_writes_goes_from_between_paragraphs(line: str) -> None:
    assert cleaned(HEADLINE, *PROSE[:2], line, *PROSE[2:]) == [HEADLINE, *PROSE]


def test_a_counter_under_the_headline_is_a_line_and_no_place_to_cut() -> None:
    assert cleaned(HEADLINE, "12 комментариев", *PROSE) == [HEADLINE, *PROSE]


def test_a_comments_section_goes_with_its_heading() -> None:
    section = [
        "Комментарии (2)",
        "Анна, 12.05.2024",
        PROSE[0][::-1] + ".",
        "Ответить",
        "Пётр, 13.05.2024",
        "Да!",
        "Ответить",
    ]
    assert cleaned(HEADLINE, *PROSE, *section) == [HEADLINE, *PROSE]


def test_dated_lines_of_an_article_are_no_comments() -> None:
    timeline = [line for year in range(2001, 2009) for line in (f"Май {year}", PROSE[year % 3])]
    assert cleaned(HEADLINE, "3 комментария", *timeline) == [HEADLINE, *timeline]
    assert cleaned(HEADLINE, PROSE[0], "3 комментария", *timeline) == [HEADLINE, PROSE[0], "3 комментария", *timeline]


@pytest.mark.parametrize(
    "lines",
    [
        pytest.param(
            [*PROSE, "Комментарии жителей были сдержанными: хлеб хороший, но дорогой, сказал один из них."], id="prose"
        ),
        pytest.param([*PROSE, "Комментарии", *PROSE[::-1]], id="a heading with prose below"),
        pytest.param([*PROSE, "Фото: Игорь Сомов"], id="a credit"),
        pytest.param([*PROSE, "© 2024 The Paper"], id="an agency's notice"),
        pytest.param([*PROSE, "(c) the third of these reasons"], id="an item"),
        pytest.param([*PROSE, "Источники", "Городской архив, дело 17", "Письма пекаря"], id="sources"),
        pytest.param([*PROSE, "Поделиться", "И это всё."], id="a sentence after the phrase"),
        pytest.param([*PROSE, "Поделиться", "Анна", "Пётр", "Мария", "Олег", "Ирина"], id="a list after the phrase"),
        pytest.param([PROSE[0], "Теги", PROSE[1], PROSE[2]], id="one word in the middle"),
    ],
)
def test_what_belongs_to_the_article_stays(lines: list[str]) -> None:
    assert cleaned(HEADLINE, *lines) == [HEADLINE, *lines]


def test_the_first_line_is_never_furniture() -> None:
    assert cleaned("Комментарии", *PROSE) == ["Комментарии", *PROSE]
    assert cleaned("Комментарии") == ["Комментарии"]


def test_a_removal_names_category_language_and_wording() -> None:
    text = "\n".join([*PROSE, "Читайте также: Почему дорожает масло", "12 Comments"])
    rules = [removal.rule for removal in find_boilerplate(catalogue(), text)]
    assert rules == ["related:ru:Читайте также", "comments:en:Comments"]
