"""TokenIndex: which words a text has, and in which paragraph each stands."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cleaner.matcher.repeats.tokens import TokenIndex
from cleaner.matcher.words import UNSPACED_UNIT, words


def test_a_wording_is_all_words_and_where_each_paragraph_begins() -> None:
    tokens = TokenIndex.of(["One two.", "Three", "four five six"])
    assert tokens.words == ["one", "two", "three", "four", "five", "six"]
    assert tokens.starts == [0, 2, 3, 6]


def test_paragraphs_that_say_nothing_have_no_words() -> None:
    tokens = TokenIndex.of(["", "one", "—", "* * *", "two three", "…"])
    assert tokens.starts == [0, 0, 1, 1, 1, 3, 3]
    assert [tokens.length(paragraph) for paragraph in range(6)] == [0, 1, 0, 0, 2, 0]
    assert [tokens.paragraph_at(word) for word in range(3)] == [1, 4, 4]


@pytest.mark.parametrize("texts", [[], [""], ["…", "—"]], ids=["no-paragraph", "empty", "signs"])
def test_a_text_may_say_nothing_at_all(texts: list[str]) -> None:
    tokens = TokenIndex.of(texts)
    assert (tokens.words, tokens.starts, tokens.tokens_per_word) == ([], [0] * (len(texts) + 1), 1)


@given(st.lists(st.text(alphabet="ab 新 —", max_size=8), min_size=1))
def test_each_word_stands_in_its_paragraph(texts: list[str]) -> None:
    tokens = TokenIndex.of(texts)
    found: list[list[str]] = [[] for _ in texts]
    for number, word in enumerate(tokens.words):
        found[tokens.paragraph_at(number)].append(word)
    assert found == [words(text) for text in texts]
    assert found == [tokens.words_of(paragraph) for paragraph in range(len(texts))]
    assert [tokens.length(paragraph) for paragraph in range(len(texts))] == list(map(len, found))


def test_around_a_word_lies_its_paragraph() -> None:
    tokens = TokenIndex.of(["one", "", "two three four", "…", "five six"])
    assert [tokens.start_around(word) for word in range(6)] == [0, 1, 1, 1, 4, 4]
    assert [tokens.end_around(word) for word in range(6)] == [1, 4, 4, 4, 6, 6]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It rained.", True),
        ("Did it?", True),
        ("«Да!»", True),
        ("下雨了。", True),
        ("बारिश हुई।", True),
        ("هل أمطرت؟", True),
        ("Weather", False),
        ("Weather:", False),
        ("rain, wind,", False),
        ("", False),
    ],
)
def test_a_sentence_is_known_by_its_end(text: str, expected: bool) -> None:
    assert TokenIndex.of(["Before.", text, "After"]).ends_sentence(1) is expected


@pytest.mark.parametrize(
    ("texts", "unit"),
    [
        pytest.param(["新图书馆开门了"], UNSPACED_UNIT, id="chinese"),
        pytest.param(["ห้องสมุด"], UNSPACED_UNIT, id="thai"),
        pytest.param(["新图书馆", "iPhone"], UNSPACED_UNIT, id="mostly-chinese"),
        pytest.param(["新图", "two words"], 1, id="half-chinese"),
        pytest.param(["새 도서관이 문을 열었다"], 1, id="korean"),
        pytest.param(["A new library"], 1, id="english"),
    ],
)
def test_two_characters_weigh_as_much_as_a_word_where_there_are_no_spaces(texts: list[str], unit: int) -> None:
    assert TokenIndex.of(texts).tokens_per_word == unit
    assert UNSPACED_UNIT == 2
