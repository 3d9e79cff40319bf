"""Repetition that is meant, each kind beside the accident it resembles."""

from __future__ import annotations

import pytest

from cleaner.matcher.repeats import find_repeats

LONG = (
    "Residents of this house are allowed the use of the kitchen, the laundry and the reading room at any time of day or "
    "night, to receive visitors until eleven in the evening, and to keep a bicycle in the yard behind the house."
)
OTHER = (
    "The brewery on Mill Lane has bought the empty school and means to open a tap room there before the spring fair, with "
    "a stage and places for sixty guests in what used to be the gymnasium."
)
STEPS = [
    "Beat the soft butter with the sugar until it is pale, then stir in the eggs one after another and the flour.",
    "Peel the apples, cut them into thin slices and lay them on the batter in overlapping rings, from the rim.",
    "Bake the cake in the middle of the oven at a moderate heat until a wooden stick comes out of it clean.",
]


def repeats(*lines: str) -> int:
    text = "\n".join(lines)
    return len(find_repeats(text))


def test_a_long_paragraph_said_twice_is_an_accident() -> None:
    assert repeats(LONG, OTHER, LONG) == 1


@pytest.mark.parametrize(
    ("old", "new"),
    [("are allowed", "are not allowed"), ("eleven", "ten"), ("house.", "school."), ("Residents", "Visitors")],
)
def test_any_other_word_makes_one_paragraph_a_new_statement(old: str, new: str) -> None:
    assert repeats(LONG, OTHER, LONG.replace(old, new)) == 0


def test_a_paragraph_that_comes_back_again_and_again_is_a_refrain() -> None:
    assert repeats(LONG, OTHER, LONG, OTHER[::-1], LONG) == 0


@pytest.mark.parametrize("line", ["He put it like this:", "The letter says:"])
def test_an_announced_paragraph_is_quoted(line: str) -> None:
    assert repeats(LONG, OTHER, line, LONG) == 0


@pytest.mark.parametrize("mark", ["> ", "«", "“", "— "])
def test_a_paragraph_in_quotation_marks_is_quoted(mark: str) -> None:
    assert repeats(LONG, OTHER, mark + LONG) == 0


def test_a_paragraph_under_other_headings_belongs_to_two_entries() -> None:
    assert repeats("House rules", "East wing", LONG, "West wing", LONG, OTHER) == 0


def test_a_later_paragraph_that_goes_on_quotes_the_earlier() -> None:
    assert repeats(LONG, OTHER, LONG + " So I was told, and so I did, and now they say that it was all a mistake.") == 0


def test_a_form_filled_in_twice_is_two_forms() -> None:
    ten = [step.replace("the", "the 10") for step in STEPS]
    twelve = [step.replace("the", "the 12") for step in STEPS]
    assert repeats(*ten, OTHER, *twelve) == 0
    assert repeats(*ten, OTHER, *ten[:2], twelve[2].replace("12", "10", 1)) == 1


def test_other_numbers_in_each_paragraph_make_a_form_too() -> None:
    forms = [[step.replace("the", f"the {number * at}", 1) for at, step in enumerate(STEPS, 7)] for number in (3, 4)]
    assert repeats(*forms[0], OTHER, *forms[1]) == 0


def test_one_word_in_the_place_of_another_throughout_is_a_form() -> None:
    seller = [step.replace("the", "the Seller's") for step in STEPS]
    buyer = [step.replace("the", "the Buyer's") for step in STEPS]
    assert repeats(*seller, OTHER, *buyer) == 0


def test_variants_under_headings_of_their_own_stay() -> None:
    oil = [STEPS[0].replace("soft butter", "cold oil"), *STEPS[1:]]
    assert repeats("Apple cake", "With butter", *STEPS, "With oil", *oil) == 0
    assert repeats("Apple cake", *STEPS, OTHER, *oil) == 1


def test_entries_under_headings_of_one_form_stay_though_they_are_equal() -> None:
    assert repeats("Courses", "Monday, room 4, beginners", *STEPS, "Tuesday, room 5, beginners", *STEPS) == 0
    assert repeats("Courses", "Monday, room 4, beginners", *STEPS, OTHER, *STEPS) == 1


def test_a_chorus_of_several_paragraphs_comes_back_and_an_article_does_not() -> None:
    verses = [" ".join(f"w{verse}x{word}" for word in range(60)) + "." for verse in range(12)]
    more = (
        "Pilots who carry mail across these mountains in winter trust neither instruments nor forecasts, but listen to "
        "shepherds, whose knees have told them since childhood what tomorrow holds."
    )
    chorus, article = STEPS[:2], [*STEPS, LONG, OTHER, more]
    assert repeats(*chorus, *verses[:6], *chorus, *verses[6:], *chorus) == 0
    assert repeats(*article, *verses[:6], *article, *verses[6:], *article) == 2
