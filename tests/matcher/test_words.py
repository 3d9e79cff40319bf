"""Words: what typesetting, case and spelling habits may change without changing what is said."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cleaner.matcher.words import UNSPACED_UNIT, Wording, is_unspaced, words


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param("The Old BRIDGE", "the old bridge", id="case"),
        pytest.param("STRASSE", "Straße", id="sharp-s"),
        pytest.param("«Мост» закрыт", '"Мост" закрыт', id="quotes"),
        pytest.param("Don’t go", "Don't go", id="apostrophe"),
        pytest.param("мост — это мост", "мост - это мост", id="dashes"),
        pytest.param("in\u00a0the\u202fend", "in the end", id="no-break-spaces"),
        pytest.param("one  two\n\tthree", "one two three", id="white-space"),
        pytest.param("Ёлка и ёж", "Елка и еж", id="yo"),
        pytest.param("ﬁne oﬃce", "fine office", id="ligatures"),
        pytest.param("ＡＢＣ　１２", "abc 12", id="full-width"),
        pytest.param("ﾄｼｮｶﾝ", "トショカン", id="half-width-kana"),
        pytest.param("bib\u00adlio\u00adthek", "bibliothek", id="soft-hyphens"),
        pytest.param("за\u0301мок", "замок", id="stress-mark"),
        pytest.param("İSTANBUL'DA IĞDIR", "istanbul'da ığdır", id="turkish-i"),
        pytest.param("שָׁלוֹם", "שלום", id="hebrew-points"),
        pytest.param("كَتَبَ كتـــاب", "كتب كتاب", id="arabic-points-and-stroke"),
        pytest.param("می\u200cخواهم", "میخواهم", id="joiner"),
        pytest.param("cafe\u0301", "café", id="decomposed-latin"),
        pytest.param("е\u0308лка, и\u0306од", "ёлка, йод", id="decomposed-cyrillic"),
        pytest.param("\u1103\u1169\u1109\u1165\u1100\u116a\u11ab", "도서관", id="decomposed-korean"),
        pytest.param("wait… what?!", "wait what", id="punctuation"),
        pytest.param("snake_case", "snake case", id="underscore"),
    ],
)
def test_these_say_the_same(one: str, other: str) -> None:
    assert words(one) == words(other) != []


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param("the bridge", "a bridge", id="word"),
        pytest.param("cafe", "café", id="accent"),
        pytest.param("мои", "мой", id="short-i"),
        pytest.param("12 men", "13 men", id="number"),
        pytest.param("one two", "two one", id="order"),
        pytest.param("on to", "onto", id="space"),
        pytest.param("図書館", "図書室", id="ideograph"),
        pytest.param("खोज", "खोजें", id="indic-vowels"),
    ],
)
def test_these_do_not(one: str, other: str) -> None:
    assert words(one) != words(other)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("", [], id="nothing"),
        pytest.param("— … «» 👍", [], id="signs"),
        pytest.param("room 101, 2nd floor", ["room", "101", "2nd", "floor"], id="digits-stay"),
        pytest.param("新图书馆", ["新", "图", "书", "馆"], id="chinese"),
        pytest.param("𠮷𠀋野", ["𠮷", "𠀋", "野"], id="chinese-beyond-the-first-plane"),
        pytest.param("この本", ["こ", "の", "本"], id="japanese"),
        pytest.param("สมุด", ["ส", "ม", "ุ", "ด"], id="thai"),
        pytest.param("새 도서관이", ["새", "도서관이"], id="korean-has-words"),
        pytest.param("читать iPhone新品2台", ["читать", "iphone", "新", "品", "2", "台"], id="mixed"),
        pytest.param("टिप्पणी करें।", ["टिप्पणी", "करें"], id="hindi"),
        pytest.param("مكتبة جديدة", ["مكتبة", "جديدة"], id="arabic"),
    ],
)
def test_these_are_the_words(text: str, expected: list[str]) -> None:
    assert words(text) == expected


@pytest.mark.parametrize(
    ("word", "expected"),
    [("書", True), ("ส", True), ("の", True), ("도", False), ("a", False), ("я", False), ("7", False)],
)
def test_scripts_without_spaces_are_known(word: str, expected: bool) -> None:
    assert is_unspaced(word) is expected


@given(st.text())
def test_words_are_not_empty_and_part_no_further(text: str) -> None:
    said = words(text)
    assert all(said)
    assert words(" ".join(said)) == said


def seconds(text: str) -> float:
    taken = []
    for _ in range(3):
        start = time.perf_counter()
        words(text)
        taken.append(time.perf_counter() - start)
    return min(taken)


def test_a_heap_of_combining_marks_takes_no_more_than_its_share_of_time() -> None:
    marks = "\u0301\u0316" * 12_500
    assert seconds("a" + marks * 4) < 8 * seconds("a" + marks)


def test_a_wording_is_all_words_and_where_each_paragraph_begins() -> None:
    wording = Wording.of(["One two.", "Three", "four five six"])
    assert wording.words == ["one", "two", "three", "four", "five", "six"]
    assert wording.starts == [0, 2, 3, 6]


def test_paragraphs_that_say_nothing_have_no_words() -> None:
    wording = Wording.of(["", "one", "—", "* * *", "two three", "…"])
    assert wording.starts == [0, 0, 1, 1, 1, 3, 3]
    assert [wording.length(paragraph) for paragraph in range(6)] == [0, 1, 0, 0, 2, 0]
    assert [wording.paragraph_at(word) for word in range(3)] == [1, 4, 4]


@pytest.mark.parametrize("texts", [[], [""], ["…", "—"]], ids=["no-paragraph", "empty", "signs"])
def test_a_text_may_say_nothing_at_all(texts: list[str]) -> None:
    wording = Wording.of(texts)
    assert (wording.words, wording.starts, wording.unit) == ([], [0] * (len(texts) + 1), 1)


@given(st.lists(st.text(alphabet="ab 新 —", max_size=8), min_size=1))
def test_each_word_stands_in_its_paragraph(texts: list[str]) -> None:
    wording = Wording.of(texts)
    found: list[list[str]] = [[] for _ in texts]
    for number, word in enumerate(wording.words):
        found[wording.paragraph_at(number)].append(word)
    assert found == [words(text) for text in texts]
    assert found == [wording.said(paragraph) for paragraph in range(len(texts))]
    assert [wording.length(paragraph) for paragraph in range(len(texts))] == list(map(len, found))


def test_around_a_word_lies_its_paragraph() -> None:
    wording = Wording.of(["one", "", "two three four", "…", "five six"])
    assert [wording.start_around(word) for word in range(6)] == [0, 1, 1, 1, 4, 4]
    assert [wording.end_around(word) for word in range(6)] == [1, 4, 4, 4, 6, 6]


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
    assert Wording.of(["Before.", text, "After"]).is_sentence(1) is expected


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
    assert Wording.of(texts).unit == unit
    assert UNSPACED_UNIT == 2
