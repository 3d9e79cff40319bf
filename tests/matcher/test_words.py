"""Words: what typesetting, case and spelling habits may change without changing what is said."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cleaner.matcher.words import is_unspaced, keys_of_lines, words, words_of_key, words_of_lines


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


@pytest.mark.parametrize(
    ("line", "key"),
    [
        ("Comments (12)", "comments"),
        ("1,204 COMMENTS", "comments"),
        ("3k comments", "comments"),
        ("Комментарии 3 тыс.", "комментарии"),
        ("Комментарии к записи", "комментарииkзаписи".replace("k", "к")),
        ("E-Mail", "email"),
        ("Site map", "sitemap"),
        ("I don’t like it", "idontlikeit"),
        ("टिप्पणियां (१२)", "टिप्पणियां"),
        ("ความคิดเห็น (๑๒)", "ความคิดเห็น"),
        ("12件のコメント", "件のコメント"),
        ("snake_case", "snakecase"),
        ("© 2024", ""),
        ("", ""),
    ],
)
def test_the_key_of_a_line_is_its_letters_without_what_counts(line: str, key: str) -> None:
    assert keys_of_lines(line) == [key]


@given(st.lists(st.text(alphabet=st.characters(exclude_characters="\n"))))
def test_keys_are_made_of_lines_together_as_one_by_one(lines: list[str]) -> None:
    assert keys_of_lines("\n".join(lines)) == [key for line in lines or [""] for key in keys_of_lines(line)]
    assert words_of_lines("\n".join(lines)) == list(map(words, lines or [""]))


@given(st.text(alphabet=st.characters(exclude_characters="\n"), max_size=40))
def test_the_words_of_a_key_make_it_up(line: str) -> None:
    assert ["".join(words_of_key(line))] == keys_of_lines(line)


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
