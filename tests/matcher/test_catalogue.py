"""The catalogue: how phrases are written down and recognised, and the house rules of the built-in ones."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest

import cleaner.matcher
from cleaner.errors import PhrasesError
from cleaner.matcher.builtin import builtin_phrases, catalogue
from cleaner.matcher.catalogue import Catalogue, Hit, Phrase, parse_phrases
from cleaner.matcher.words import words

SAMPLES = Path(__file__).parents[2] / "samples" / "unchanged"
FILES = sorted((Path(cleaner.matcher.__file__).parent / "phrases").iterdir())
CATEGORIES = [
    *("comments", "reply", "says", "time", "share", "related", "subscribe", "tags", "author"),
    *("service", "copyright", "advertisement", "consent", "app", "navigation"),
]
LANGUAGES = (
    "ru uk be kk en de fr es pt it nl pl cs sk hu ro bg sr el tr ar fa he hi zh ja ko vi id sv da fi no "
    "az bn ca et hr hy ka lt lv mk sl th ur"
)
LONGEST, FEWEST_LETTERS = 120, 3

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


def test_wordings_belong_to_the_heading_above_them() -> None:
    content = "[share]\nPass it on\n\n[read-more_2]\nGo on\nNext:\n"
    assert parsed(content) == [
        Phrase("Pass it on", "share", "own", opens=False),
        Phrase("Go on", "read-more_2", "own", opens=False),
        Phrase("Next", "read-more_2", "own", opens=True),
    ]


def test_wordings_under_no_heading_are_the_users_own() -> None:
    assert parsed("Pass it on\n[share]\nTell others\n")[0] == Phrase("Pass it on", "own", "own", opens=False)


@pytest.mark.parametrize("content", ["", "\n \n", "# a comment\n  # another\n", "[share]\n"])
def test_blank_lines_comments_and_headings_are_no_phrases(content: str) -> None:
    assert parsed(content) == []


@pytest.mark.parametrize("line", ["Next :", "  Next:  ", "Next:\r"], ids=["space-before", "spaces-around", "return"])
def test_a_colon_at_the_end_opens_and_is_no_part_of_the_wording(line: str) -> None:
    assert parsed(line + "\n") == [Phrase("Next", "own", "own", opens=True)]


def test_a_colon_inside_opens_nothing() -> None:
    assert parsed("Next: page\n") == [Phrase("Next: page", "own", "own", opens=False)]


@pytest.mark.parametrize("wording", ["12:30", "---", ":", "* * *", "[]", "2nd 3rd"])
def test_a_wording_without_letters_is_refused_with_its_file_and_line(wording: str) -> None:
    with pytest.raises(PhrasesError, match=r"own\.txt, line 3: .* has no letters"):
        parsed(f"# own\nPass it on\n{wording}\n")


def test_a_rule_names_category_language_and_wording() -> None:
    assert Phrase("Weitersagen", "share", "de", opens=True).rule == "share:de:Weitersagen"


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
    assert known.find(line) == Hit(Phrase("Comments", "comments", "xx", opens=False), 100.0, rest="")


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
    ("line", "rest"),
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
def test_anything_may_follow_an_opener(known: Catalogue, line: str, rest: str) -> None:
    hit = known.find(line)
    assert hit == Hit(Phrase("Read also", "related", "xx", opens=True), 100.0, rest)
    assert hit.goes_on


@pytest.mark.parametrize("line", ["Read also", "Read also:", "Read also: 3"])
def test_an_opener_may_stand_alone(known: Catalogue, line: str) -> None:
    hit = known.find(line)
    assert hit == Hit(Phrase("Read also", "related", "xx", opens=True), 100.0, rest="")
    assert not hit.goes_on


def test_a_line_longer_than_any_furniture_is_not_found(known: Catalogue) -> None:
    line = "Tags: " + "x" * 194
    assert len(line) == 200
    assert known.find(line) is not None
    assert known.find(line + "x") is None
    assert known.find("Comments" + " " * 193) is None


@pytest.mark.parametrize(
    ("line", "wording"),
    [
        pytest.param("Коментарии", "Комментарии", id="letter-missing"),
        pytest.param("Комментарии:: (3)", "Комментарии", id="nothing-wrong"),
        pytest.param("Комменттарии", "Комментарии", id="letter-too-much"),
        pytest.param("Share this articel", "Share this article", id="letters-swapped"),
        pytest.param("No coments yet", "No comments yet", id="among-several-words"),
    ],
)
def test_a_misspelt_phrase_is_found(known: Catalogue, line: str, wording: str) -> None:
    hit = known.find_misspelt(line)
    assert hit is not None
    assert (hit.phrase.wording, hit.goes_on) == (wording, False)
    assert 92 <= hit.score <= 100


@pytest.mark.parametrize(
    "line",
    [
        pytest.param("Commons", id="short-and-another-word"),
        pytest.param("Coments", id="too-short-to-tell"),
        pytest.param("Комментаторы", id="another-word"),
        pytest.param("Share that article", id="another-word-among-several"),
        pytest.param("No comments yet from the mayor", id="prose"),
        pytest.param("", id="empty"),
        pytest.param("No coments yet" + "." * 187, id="too-long"),
        pytest.param("Коментарии 2024", id="year"),
        pytest.param("Коментарии 40%", id="share"),
    ],
)
def test_a_different_line_is_not_taken_for_a_misspelt_phrase(known: Catalogue, line: str) -> None:
    assert known.find_misspelt(line) is None


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
    assert Catalogue.of([Phrase(wording, "own", "own", opens=False)]).find("34 —") is None


def test_of_two_phrases_that_say_the_same_the_first_counts() -> None:
    first, second = Phrase("comments", "own", "own", opens=True), Phrase("Comments", "comments", "en", opens=False)
    hit = Catalogue.of([first, second]).find("Comments")
    assert hit is not None
    assert hit.phrase is first


def test_own_phrases_come_before_the_built_in_ones() -> None:
    own = Phrase("COMMENTS", "own", "own", opens=False)
    found = [catalogue(phrases).find("Comments") for phrases in ((own,), ())]
    assert [hit and hit.phrase.category for hit in found] == ["own", "comments"]


def test_every_built_in_phrase_is_found_as_written() -> None:
    assert len(builtin_phrases()) > 1_000
    whole = [phrase for phrase in builtin_phrases() if phrase.category != "time" and "…" not in phrase.wording]
    hits = {phrase.wording: catalogue().find(phrase.wording) for phrase in whole}
    assert [wording for wording, hit in hits.items() if hit is None or hit.goes_on] == []


def test_every_built_in_phrase_with_a_slot_is_found_with_something_in_it() -> None:
    slotted = [phrase for phrase in builtin_phrases() if phrase.category == "time" or "…" in phrase.wording]
    lines = {phrase: phrase.wording.replace("…", "Zyx") for phrase in slotted}
    assert [line for phrase, line in lines.items() if not catalogue().find_slotted(line, {phrase.category})] == []


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
    "line", ["", "Share", "Share the bread", "Facebook bought WhatsApp", "Share " * 25, "Print Tweet Sharks"]
)
def test_a_line_with_anything_else_is_no_row(line: str) -> None:
    assert catalogue().find_row(line) is None


def test_the_built_in_phrases_are_those_of_all_files() -> None:
    assert {phrase.language for phrase in builtin_phrases()} == {path.stem for path in FILES}


@pytest.fixture(params=FILES, ids=lambda path: path.name)
def file(request: pytest.FixtureRequest) -> Path:
    path = request.param
    assert isinstance(path, Path)
    return path


def said(path: Path) -> Iterator[tuple[str, str]]:
    """Yield the (category, line) of each wording in a phrase file, exactly as it is written there."""
    category = ""
    for line in path.read_text(encoding="utf-8").split("\n"):
        if line.startswith("["):
            category = line.strip("[]")
        elif line and not line.startswith("#"):
            yield category, line


def key(line: str) -> tuple[bool, bool, str]:
    return line.startswith("…"), line.endswith("…"), " ".join(words(line))


def test_there_are_phrase_files() -> None:
    assert sorted(path.stem for path in FILES) == sorted(LANGUAGES.split())
    assert all(list(said(path)) for path in FILES)


def test_a_phrase_file_is_called_by_its_language(file: Path) -> None:
    assert file.suffix == ".txt"
    assert re.fullmatch("[a-z]{2}", file.stem)


def test_the_first_line_names_the_language(file: Path) -> None:
    first, _, _ = file.read_text(encoding="utf-8").partition("\n")
    assert re.match(r"# [A-Z][a-z]+( \([^)]+\))?\. ", first)


def test_all_categories_are_there_in_order_and_none_is_empty(file: Path) -> None:
    headings = [line for line in file.read_text(encoding="utf-8").splitlines() if line.startswith("[")]
    assert headings == [f"[{category}]" for category in CATEGORIES]
    assert list(dict.fromkeys(category for category, _ in said(file))) == CATEGORIES


def test_wordings_are_sorted(file: Path) -> None:
    pairs = [(one, other) for (above, one), (below, other) in pairwise(said(file)) if above == below]
    assert [pair for pair in pairs if pair[0].casefold() > pair[1].casefold()] == []


def test_no_wording_stands_there_twice(file: Path) -> None:
    counts = Counter(key(line) for _, line in said(file))
    assert [wording for wording, count in counts.items() if count > 1] == []


def test_no_white_space_surrounds_a_line(file: Path) -> None:
    assert [line for line in file.read_text(encoding="utf-8").split("\n") if line != line.strip()] == []


def test_a_file_ends_in_one_line_feed_and_has_no_other_line_ends(file: Path) -> None:
    content = file.read_bytes().decode()
    assert content == "\n".join(content.splitlines()) + "\n"
    assert not content.endswith("\n\n")


def test_no_wording_is_too_long(file: Path) -> None:
    assert [line for _, line in said(file) if len(line) > LONGEST] == []


def test_no_wording_is_a_mere_letter_or_two(file: Path) -> None:
    def is_short(line: str) -> bool:
        letters = [letter for letter in line if letter.isalpha() or unicodedata.category(letter).startswith("M")]
        east = any(unicodedata.name(letter).startswith(("CJK", "HIRAGANA", "KATAKANA", "HANGUL")) for letter in letters)
        return len(letters) < FEWEST_LETTERS and not east

    assert [line for _, line in said(file) if is_short(line)] == []


def test_what_other_files_say_too_has_the_same_category_there(file: Path) -> None:
    others = {key(line): category for other in FILES if other != file for category, line in said(other)}
    differing = [line for category, line in said(file) if others.get(key(line), category) != category]
    assert differing == []


def test_a_slot_stands_at_one_end(file: Path) -> None:
    assert [line for _, line in said(file) if line.count("…") > 1 or "…" in line.strip("…")] == []


def test_no_wording_is_a_line_of_an_article(file: Path) -> None:
    articles = sorted(SAMPLES.glob("*.txt"))
    assert len(articles) >= 8
    phrases = Catalogue.of(parse_phrases(file.read_text(encoding="utf-8"), file.name, file.stem))
    lines = [line for article in articles for line in article.read_text(encoding="utf-8").splitlines()]
    assert [line for line in lines if phrases.find(line)] == []


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
