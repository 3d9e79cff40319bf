"""Phrases: how they are written down, and what their categories allow."""

from __future__ import annotations

import pytest

from cleaner.errors import PhrasesError
from cleaner.matcher.phrases.phrase import CATEGORIES, COPYRIGHT, Category, Phrase, builtin_phrases, parse_phrases


def parsed(content: str) -> list[Phrase]:
    return list(parse_phrases(content, "own.txt", "own"))


def test_wordings_belong_to_the_heading_above_them() -> None:
    content = "[share]\nPass it on\n\n[read-more_2]\nGo on\nNext:\n"
    assert parsed(content) == [
        Phrase("Pass it on", "share", "own", takes_suffix=False),
        Phrase("Go on", "read-more_2", "own", takes_suffix=False),
        Phrase("Next", "read-more_2", "own", takes_suffix=True),
    ]


def test_wordings_under_no_heading_are_the_users_own() -> None:
    assert parsed("Pass it on\n[share]\nTell others\n")[0] == Phrase("Pass it on", "own", "own", takes_suffix=False)


@pytest.mark.parametrize("content", ["", "\n \n", "# a comment\n  # another\n", "[share]\n"])
def test_blank_lines_comments_and_headings_are_no_phrases(content: str) -> None:
    assert parsed(content) == []


@pytest.mark.parametrize("line", ["Next :", "  Next:  ", "Next:\r"], ids=["space-before", "spaces-around", "return"])
def test_a_colon_at_the_end_opens_and_is_no_part_of_the_wording(line: str) -> None:
    assert parsed(line + "\n") == [Phrase("Next", "own", "own", takes_suffix=True)]


def test_a_colon_inside_opens_nothing() -> None:
    assert parsed("Next: page\n") == [Phrase("Next: page", "own", "own", takes_suffix=False)]


@pytest.mark.parametrize("wording", ["12:30", "---", ":", "* * *", "[]", "2nd 3rd"])
def test_a_wording_without_letters_is_refused_with_its_file_and_line(wording: str) -> None:
    with pytest.raises(PhrasesError, match=r"own\.txt, line 3: .* has no letters"):
        parsed(f"# own\nPass it on\n{wording}\n")


def test_a_rule_names_category_language_and_wording() -> None:
    assert Phrase("Weitersagen", "share", "de", takes_suffix=True).rule == "share:de:Weitersagen"


@pytest.mark.parametrize(
    ("wording", "has_slot"),
    [("Posted by …", True), ("… says", True), ("Wait…", False), ("a…b", False), ("Share", False), ("…", False)],
)
def test_a_slot_stands_at_one_end_behind_a_space(wording: str, has_slot: bool) -> None:
    assert Phrase(wording).has_slot is has_slot


def test_every_built_in_phrase_is_of_a_known_category_and_every_category_has_some() -> None:
    assert {phrase.category for phrase in builtin_phrases()} == set(CATEGORIES)
    assert COPYRIGHT.category in CATEGORIES


def test_each_trait_belongs_to_some_category_and_not_to_all() -> None:
    plain = Category("")
    for trait in Category._fields:
        values = {getattr(category, trait) for category in CATEGORIES.values()}
        assert len(values) > 1, trait
        assert trait == "meaning" or getattr(plain, trait) in values, trait


def test_of_a_users_own_category_nothing_is_concluded() -> None:
    for category in ("own", "sponsored"):
        assert Phrase("From our partners", category).traits[1:] == Category("")[1:]
