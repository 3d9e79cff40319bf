"""Reworded phrases: lines made of the words of phrases, and lines that only have some."""

from __future__ import annotations

import pytest

from cleaner.matcher.boilerplate.reworded import find_reworded
from cleaner.matcher.phrases.catalogue import Catalogue, catalogue
from cleaner.matcher.phrases.phrase import Phrase
from cleaner.paragraph import LONGEST_HEADLINE


@pytest.mark.parametrize(
    ("line", "category", "language"),
    [
        ("Sign up for the Harbour newsletter", "subscribe", "en"),
        ("Please log in here to leave a comment.", "comments", "en"),
        ("Diese Beiträge könnten Sie ebenfalls interessieren:", "related", "de"),
        ("Ces articles pourraient aussi vous intéresser", "related", "fr"),
        ("Войдите на сайт, чтобы оставить комментарий", "comments", "ru"),
        ("Подписывайтесь на наш канал в Telegram и WhatsApp", "subscribe", "ru"),
        ("Te podría interesar también esta nota", "related", "es"),
    ],
)
def test_a_new_wording_of_old_words_is_reworded(line: str, category: str, language: str) -> None:
    assert catalogue().find(line) is None
    hit = find_reworded(line, catalogue())
    assert hit is not None
    assert (hit.phrase.category, hit.phrase.language) == (category, language)
    assert 50 <= hit.score <= 100


@pytest.mark.parametrize(
    "line",
    [
        "The next meeting is on Tuesday at the chapel",
        "She left the newsletter on the kitchen table",
        "Leave the comment to those who know",
        "Mehr dazu weiß nur der Müller am Bach",
        "Комментировать решение суда адвокат не стал",
        "Read it again, slowly.",
        "Share",
        "Comments 12 34 56",
        "おすすめの記事をもっと読む人たち",
    ],
)
def test_other_lines_are_not(line: str) -> None:
    assert find_reworded(line, catalogue()) is None


def test_what_is_said_as_a_sentence_must_be_nearer() -> None:
    own = Catalogue.of([Phrase("Sign up for the weekly letter", "subscribe", "en"), Phrase("Get it now", "subscribe")])
    assert find_reworded("Sign up for the letter", own)
    assert find_reworded("Sign up for the letter.", own)
    assert find_reworded("Sign up for letter", own)
    assert find_reworded("For the weekly", own) is not None
    assert find_reworded("For the weekly.", own) is None


def test_words_of_two_languages_are_not_added_up() -> None:
    own = Catalogue.of([Phrase("Alle Berichte lesen", "related", "de"), Phrase("Toutes nos recettes", "related", "fr")])
    assert find_reworded("Alle nos recettes lesen", own) is None


def test_a_number_is_no_word() -> None:
    assert find_reworded("Sign up for the 2024 newsletter", catalogue()) is not None


def test_long_lines_and_lines_with_a_colon_inside_are_prose() -> None:
    line = "Sign up for the Harbour newsletter"
    assert find_reworded(f"{line}: the vicar did", catalogue()) is None
    assert find_reworded(line + " the" * LONGEST_HEADLINE, catalogue()) is None
