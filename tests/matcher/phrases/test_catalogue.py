"""The catalogue: how a line is recognised as a phrase."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cleaner.matcher.phrases.catalogue import Catalogue, Hit, catalogue
from cleaner.matcher.phrases.phrase import Phrase, builtin_phrases, parse_phrases

PHRASES = """
Own words
[comments]
Comments
No comments yet
Комментарии
[related]
Read also:
Sieh auch:
[tags]
Tags:
[share]
Share this article
[copyright]
All rights reserved
"""


@pytest.fixture(scope="module")
def known() -> Catalogue:
    return Catalogue.of(parse_phrases(PHRASES, "test.txt", "xx"))


def parsed(content: str) -> list[Phrase]:
    return list(parse_phrases(content, "own.txt", "own"))


LINES = st.one_of(
    st.text(max_size=20),
    st.sampled_from([phrase.wording for phrase in builtin_phrases()[::97]]),
    st.sampled_from(["© 2024 The Paper", "(c) 2024", "12 thoughts on mills", "Copyright", "x" * 201, ""]),
)


@given(st.lists(st.tuples(st.sampled_from(["", "12 ", "«", " "]), LINES, st.sampled_from(["", " (3k)", ": a mill"]))))
def test_lines_are_found_together_as_one_by_one(parts: list[tuple[str, str, str]]) -> None:
    lines = ["".join(part).replace("\n", " ") for part in parts]
    found = {index: hit for index, line in enumerate(lines) if (hit := catalogue().find(line))}
    assert catalogue().find_all(lines) == found


@pytest.mark.parametrize(
    "line",
    [
        pytest.param("Comments", id="as-written"),
        pytest.param("COMMENTS", id="case"),
        pytest.param("Comments (12)", id="number-behind"),
        pytest.param("12 comments", id="number-before"),
        pytest.param("Comments: 1,204", id="colon-and-number"),
        pytest.param("» Comments «", id="signs-around"),
        pytest.param("Comments 3k", id="number-with-a-letter"),
        pytest.param("Comments 12024", id="number-longer-than-a-year"),
        pytest.param("  comments…  ", id="white-space"),
        pytest.param("ＣＯＭＭＥＮＴＳ", id="full-width"),
    ],
)
def test_a_line_that_is_a_phrase_is_found(known: Catalogue, line: str) -> None:
    assert known.find(line) == Hit(Phrase("Comments", "comments", "xx", takes_suffix=False), 100.0, suffix="")


@pytest.mark.parametrize(
    "line",
    [
        pytest.param("", id="empty"),
        pytest.param("12", id="number"),
        pytest.param("* * *", id="signs"),
        pytest.param("Comment", id="another-word"),
        pytest.param("Comments 40%", id="share"),
        pytest.param("Comments 2024", id="year"),
        pytest.param("1. Comments", id="item-of-a-list"),
        pytest.param("12) Comments", id="item-of-a-list-in-brackets"),
        pytest.param("Comments were made about the bridge.", id="prose-that-begins-with-it"),
        pytest.param("She had no further comments", id="prose-that-ends-with-it"),
        pytest.param("He reads comments aloud", id="prose-around-it"),
        pytest.param("Comments: the mayor has none", id="colon-after-a-phrase-that-opens-nothing"),
        pytest.param("Comments - the mayor has none", id="dash-after-a-phrase-that-opens-nothing"),
        pytest.param("Read also the small print", id="opener-without-its-colon"),
        pytest.param("Read also-rans", id="hyphen-without-spaces"),
        pytest.param("Please read also: the print", id="opener-not-at-the-beginning"),
        pytest.param("Own\nwords" * 2, id="twice"),
    ],
)
def test_a_line_that_is_no_phrase_is_not_found(known: Catalogue, line: str) -> None:
    assert known.find(line) is None


@pytest.mark.parametrize(
    ("line", "suffix"),
    [
        pytest.param("Read also: A bridge falls", "A bridge falls", id="colon"),
        pytest.param("READ ALSO : a bridge falls ", "a bridge falls", id="spaces"),
        pytest.param("Read also – a bridge falls", "a bridge falls", id="en-dash"),
        pytest.param("Read also — a bridge falls", "a bridge falls", id="em-dash"),
        pytest.param("Read also - a bridge falls", "a bridge falls", id="hyphen"),
        pytest.param("Read also | a bridge falls", "a bridge falls", id="bar"),
        pytest.param("Read also：橋が落ちた", "橋が落ちた", id="full-width-colon"),
        pytest.param("Read also: one: two", "one: two", id="two-colons"),
        pytest.param("Read also: 50% fall in 2024", "50% fall in 2024", id="share-and-year"),
    ],
)
def test_anything_may_follow_an_opener(known: Catalogue, line: str, suffix: str) -> None:
    hit = known.find(line)
    assert hit == Hit(Phrase("Read also", "related", "xx", takes_suffix=True), 100.0, suffix)
    assert hit.has_suffix


@pytest.mark.parametrize("line", ["Read also", "Read also:", "Read also: 3"])
def test_an_opener_may_stand_alone(known: Catalogue, line: str) -> None:
    hit = known.find(line)
    assert hit == Hit(Phrase("Read also", "related", "xx", takes_suffix=True), 100.0, suffix="")
    assert not hit.has_suffix


def test_a_line_longer_than_any_furniture_is_not_found(known: Catalogue) -> None:
    line = "Tags: " + "x" * 194
    assert len(line) == 200
    assert known.find(line) is not None
    assert known.find(line + "x") is None
    assert known.find("Comments" + " " * 193) is None


@pytest.mark.parametrize("line", ["All rights reserved", "© 2024 All rights reserved", "All rights reserved 1998-2024"])
def test_a_year_belongs_to_a_copyright(known: Catalogue, line: str) -> None:
    hit = known.find(line)
    assert hit is not None
    assert hit.phrase.category == "copyright"


@pytest.mark.parametrize("wording", ["Pass it on", "50% off", "Best of 2024", "1. Club news", "Wait…", "a…b"])
def test_an_own_phrase_is_found_as_written(wording: str) -> None:
    assert Catalogue.of(parsed(wording)).find(wording) is not None


@pytest.mark.parametrize("wording", ["", "* * *", "12"])
def test_a_phrase_without_letters_is_no_line_of_signs_or_numbers(wording: str) -> None:
    assert Catalogue.of([Phrase(wording, "own", "own", takes_suffix=False)]).find("34 —") is None


def test_of_two_phrases_that_say_the_same_the_first_counts() -> None:
    first, second = (
        Phrase("comments", "own", "own", takes_suffix=True),
        Phrase("Comments", "comments", "en", takes_suffix=False),
    )
    hit = Catalogue.of([first, second]).find("Comments")
    assert hit is not None
    assert hit.phrase == first


@pytest.mark.parametrize(("wording", "line"), [("Site map", "SITEMAP"), ("Sitemap", "Site map"), ("E-Mail", "email")])
def test_spaces_and_hyphens_do_not_count(wording: str, line: str) -> None:
    found = Catalogue.of([Phrase(wording, "share"), Phrase("Print", "share")])
    assert found.find(line) == Hit(Phrase(wording, "share"), 100.0)
    assert found.find_row(f"Print {line}") == Hit(Phrase("Print", "share"), 100.0)


def test_the_words_of_all_wordings_count_of_those_with_the_same_letters() -> None:
    found = Catalogue.of([Phrase("Site map", "navigation"), Phrase("Sitemap", "navigation"), Phrase("Print", "share")])
    assert found.find_row("Sitemap Print")
    assert found.find_row("Site map Print")


def test_own_phrases_come_before_the_built_in_ones() -> None:
    own = Phrase("COMMENTS", "own", "own", takes_suffix=False)
    found = [catalogue(phrases).find("Comments") for phrases in ((own,), ())]
    assert [hit and hit.phrase.category for hit in found] == ["own", "comments"]


def test_every_built_in_phrase_is_found_as_written() -> None:
    assert len(builtin_phrases()) > 1_000
    whole = [phrase for phrase in builtin_phrases() if phrase.category != "time" and "…" not in phrase.wording]
    hits = {phrase.wording: catalogue().find(phrase.wording) for phrase in whole}
    assert [wording for wording, hit in hits.items() if hit is None or hit.has_suffix] == []


def test_every_built_in_phrase_with_a_slot_is_found_with_something_in_it() -> None:
    slotted = [phrase for phrase in builtin_phrases() if phrase.category == "time" or "…" in phrase.wording]
    lines = {phrase: phrase.wording.replace("…", "Zyx") for phrase in slotted}
    ends = {phrase: line for phrase, line in lines.items() if not phrase.is_frame}
    assert [line for phrase, line in ends.items() if not catalogue().find_slotted(line, {phrase.category})] == []
    assert [line for phrase, line in lines.items() if phrase.is_frame and not catalogue().find_frame(line)] == []


@pytest.mark.parametrize(
    ("line", "category"),
    [
        ("Anna Berg says:", "says"),
        ("Anna Berg 3 hours ago", "time"),
        ("Анна пишет:", "says"),
        ("3시간 전", "time"),
        ("More from the harbour", "related"),
    ],
)
def test_names_and_numbers_fill_slots(line: str, category: str) -> None:
    hit = catalogue().find_slotted(line, {category})
    assert hit is not None
    assert hit.phrase.category == category
    assert catalogue().find_slotted(line, {"share"}) is None
    assert catalogue().find_slotted(line + "x" * 100, {category}) is None


def test_a_comments_phrase_with_a_slot_needs_a_number() -> None:
    assert catalogue().find("12 thoughts on “The last ferry”") is not None
    assert catalogue().find("Thoughts on “The last ferry”") is None


@pytest.mark.parametrize(
    "line",
    [
        "Facebook Twitter WhatsApp",
        "Share Tweet Print",
        "Sitemap | About us | Privacy policy",
        "シェアする ツイートする",
    ],
)
def test_a_row_of_phrases_is_found(line: str) -> None:
    assert catalogue().find_row(line) is not None


@pytest.mark.parametrize(
    "line", ["", "Share", "Share the bread", "Facebook bought WhatsApp", "Share " * 34, "Print Tweet Sharks"]
)
def test_a_line_with_anything_else_is_no_row(line: str) -> None:
    assert catalogue().find_row(line) is None


@pytest.mark.parametrize("line", ["Contact us: 555 0100", "Comments 555-01-00", "Share +44 20 7946 0018"])
def test_a_telephone_is_no_count(line: str) -> None:
    assert catalogue().find(line) is None
    assert catalogue().find_row(line) is None


@pytest.mark.parametrize("line", ["1,204,118 comments", "Comments (12 345)", "123,456 comments"])
def test_a_large_count_is_one(line: str) -> None:
    assert catalogue().find(line) is not None


@pytest.mark.parametrize("line", ["التعليقات (١٢)", "نظرات ۱۲", "टिप्पणियां (१२)", "মন্তব্য (১২)"])
def test_sites_count_in_digits_of_their_own(line: str) -> None:
    hit = catalogue().find(line)
    assert hit and hit.phrase.category == "comments"
