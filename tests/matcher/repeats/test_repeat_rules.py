"""Rules for repeats that no other test would miss: each of these texts comes out differently without one."""

from __future__ import annotations

from sentences import ARTICLE, FERRY, MILL, left


def test_words_between_two_edits_count_though_no_three_in_a_row_are_left() -> None:
    long = " ".join(FERRY[4:])
    words = long.split()
    edited = " ".join("indeed" if at % 3 == 2 and 8 < at < 32 else word for at, word in enumerate(words))
    article = [*ARTICLE[:5], long]
    assert left(*article, *FERRY[:4], edited) == article


def test_a_row_at_the_end_that_differs_is_no_part_of_the_copy() -> None:
    rows = [f"Tickets at the quay on every {day} between nine and noon" for day in ("Monday", "Friday")]
    lines = [*ARTICLE[:4], rows[0], *FERRY[1:3], rows[1]]
    assert left(*lines)[-1] == rows[1]


def test_a_long_form_filled_in_twice_is_meant() -> None:
    form = [
        "I, {a}, hand over the keys of the boathouse to {b} for the whole summer, together with the two oars.",
        "{b} will keep the floor dry, air the sails after rain and report any broken plank or window within a week.",
        "Should the roof leak, {a} pays for slates and nails, while {b} provides the ladder and an afternoon of work.",
        "When the leaves turn, {b} returns everything to {a} as it was, and nobody owes anybody a penny afterwards.",
    ]
    one, two = ([line.format(a=a, b=b) for line in form] for a, b in (("Ilse", "Tomas"), ("Radka", "Jonah")))
    lines = ["Agreements about the boathouse", *one, "Signed at the quay in front of two witnesses and a dog.", *two]
    assert left(*lines) == lines


def measured(*numbers: int) -> list[str]:
    """Return a short report with four ``numbers`` in it."""
    one, two, three, four = numbers
    return [
        f"At the northern gauge the water stood {one} centimetres below the wall.",
        f"Upstream the sluice let {two} barrels through between breakfast and dinner.",
        f"Our rain bucket held {three} cups when somebody finally remembered it.",
        f"Swans were counted twice and agreed upon, namely {four} of them.",
    ]


def test_a_report_with_one_figure_corrected_is_a_copy_and_with_two_of_four_a_form() -> None:
    first, between = measured(31, 47, 12, 9), " ".join(MILL[:2])
    corrected, again = measured(35, 47, 12, 9), measured(35, 47, 13, 9)
    assert left("The gauge", *first, between, *corrected) == ["The gauge", *first, between]
    assert left("The gauge", *first, between, *again) == ["The gauge", *first, between, *again]


def test_what_somebody_said_is_quoted_in_an_answer() -> None:
    said = " ".join(FERRY[:2])
    lines = [
        "Letters about the ferry",
        said,
        MILL[0],
        f"> {said}",
        "Not on Sundays, when it is steered by his nephew and hits the pier.",
        MILL[1],
    ]
    assert left(*lines) == lines


def test_of_scripts_without_spaces_half_as_many_letters_tell_of_a_repeat() -> None:
    said = [
        "渡船每天早上七点开往西岸，码头上总有十几个推着自行车的人在等。",
        "船长开了三十年船，大雾和浮冰里都走过，船身从来没有擦伤过一次。",
        "自从大桥通车以后，卡车少了许多，可是天气晴朗的时候船上还是坐满了人。",
    ]
    again = [
        said[0].replace("每天", "今天"),
        said[1].replace("浮冰", "薄冰").replace("一次", "一回"),
        said[2].replace("自从", "打从").replace("卡车", "卡機"),
    ]
    assert left("西岸的渡船", *said, *again) == ["西岸的渡船", *said]
