"""Repeats: each way a copy gets damaged, beside the repetition that is meant."""

from __future__ import annotations

import random
import textwrap
from collections.abc import Callable

import pytest

from cleaner.matcher.repeats import find_repeats
from cleaner.matcher.repeats.blocks import DuplicateBlock
from cleaner.matcher.repeats.search import _reconciled
from cleaner.plan import emit, merge

HEADLINE = "The last ferryman of Harrow Sound"
BODY = [
    "For thirty years Anselm Pryce has rowed whoever wanted to go from the slip at Harrow to the island and back, in a "
    "boat that his father built from the timber of a chapel and that has never been painted.",
    "He does not keep a timetable, and he does not like being asked for one: the tide, he says, is written on the wall of "
    "the harbour office for anybody who can read, and those who cannot may wait on the bench.",
    "A bench with a view",
    "This autumn the council opened a bridge four hundred yards to the north, with a cycle path, a lay-by and a telescope "
    "that takes coins, and on the first Sunday nobody came down to the slip at all.",
    "On the second Sunday a woman came with a dog that would not walk on gratings. On the third there were five people and "
    "two dogs, and by November the ferryman had to ask them to form a queue.",
]  # fmt: skip
FOREIGN = [
    "The brewery on Mill Lane has bought the empty school and means to open a tap room there before the spring fair, with "
    "a kitchen, a stage and places for sixty guests in what used to be the gymnasium.",
    "Nothing about the plan is settled except the name, which the children chose by a show of hands, and which the brewery "
    "has promised to keep whatever its own people in the city may say about it.",
]  # fmt: skip


def cleaned(*lines: str) -> list[str]:
    text = "\n".join(lines)
    while found := find_repeats(text):
        text = emit(text, merge([], found))
    return text.splitlines()


def edited(paragraph: str) -> str:
    """Change one word in twelve, and now and then drop or add one."""
    words = paragraph.split()
    for at in range(5, len(words), 12):
        words[at] = {5: words[at][::-1], 17: "", 29: words[at] + " indeed"}.get(at, "quite")
    return " ".join(filter(None, words))


def restyled(paragraph: str) -> str:
    return "• " + paragraph.replace(", ", " – ").replace("'", "’").replace(" a ", "\u00a0a ").upper()


DAMAGES: dict[str, Callable[[list[str]], list[str]]] = {
    "exact": lambda body: body,
    "edited": lambda body: [edited(paragraph) for paragraph in body],
    "restyled": lambda body: [restyled(paragraph) for paragraph in body],
    "short of a paragraph": lambda body: [*body[:2], *body[3:]],
    "truncated": lambda body: [*body[:3], body[3][:90] + "…"],
    "truncated without a sign": lambda body: [*body[:3], body[3][:90]],
    "merged": lambda body: [" ".join(body[:2]), " ".join(body[2:])],
    "split": lambda body: [sentence for paragraph in body for sentence in paragraph.replace(": ", ":\n").splitlines()],
    "wrapped": lambda body: [line for paragraph in body for line in textwrap.wrap(paragraph, 68)],
}


@pytest.mark.parametrize("damage", DAMAGES.values(), ids=DAMAGES)
def test_a_second_copy_goes(damage: Callable[[list[str]], list[str]]) -> None:
    assert cleaned(HEADLINE, *BODY, *FOREIGN, *damage(BODY)) == [HEADLINE, *BODY, *FOREIGN]


def test_a_copy_under_an_edited_headline_goes_as_well() -> None:
    article = [HEADLINE, *BODY, *FOREIGN]
    copy = ["The final ferryman at Harrow Sound", *BODY, *FOREIGN]
    assert cleaned(*article, *copy) in (article, [*article, copy[0]])


def test_the_headline_goes_with_the_copy() -> None:
    assert cleaned(HEADLINE, *BODY, HEADLINE, *BODY) == [HEADLINE, *BODY]


def test_of_three_copies_the_first_stays() -> None:
    assert cleaned(HEADLINE, *BODY, *BODY, *map(edited, BODY)) == [HEADLINE, *BODY]


def test_a_teaser_yields_to_the_full_text() -> None:
    assert cleaned(HEADLINE, BODY[0][:80] + "…", *BODY) == [HEADLINE, *BODY]


def test_a_cut_first_copy_yields_to_the_full_one() -> None:
    cut = [*BODY[:3], BODY[3][:70]]
    assert cleaned(HEADLINE, *cut, *BODY, *FOREIGN) == [HEADLINE, *BODY, *FOREIGN]


def test_a_short_line_that_only_the_copy_has_stays() -> None:
    line = "It is cheaper than the bridge, too."
    assert cleaned(*BODY, *BODY[:2], line, *BODY[2:]) == [*BODY, line]


def test_the_copy_with_a_paragraph_more_is_the_one_that_stays() -> None:
    fuller = [*BODY[:2], FOREIGN[0], *BODY[2:]]
    assert cleaned(*BODY, *fuller) == fuller


def test_corrected_figures_in_a_certain_block_do_not_save_the_copy() -> None:
    corrected = [paragraph.replace("four hundred", "450") for paragraph in BODY]
    assert cleaned(*BODY, *corrected) == BODY


def test_a_paragraph_in_a_script_without_spaces_is_found() -> None:
    body = [
        "青石渡口往东走三百步，有一间不到十平方米的钟表铺，铺子没有招牌，只在门框上挂着一只停在九点一刻的挂钟。",
        "梁伯今年七十八岁，十六岁跟着舅舅学手艺，一把镊子用了五十多年，手柄磨得像玉一样光滑，谁也不许碰它一下。",
    ]
    assert cleaned("渡口的钟表铺", *body, *body) == ["渡口的钟表铺", *body]


def test_of_two_paragraphs_that_could_stand_for_each_other_one_stays() -> None:
    first, second = DuplicateBlock({1: (0, 0)}, "near", 20, 90.0), DuplicateBlock({0: (1, 1)}, "near", 10, 90.0)
    assert _reconciled([second, first]) == {1: first}


REFRAIN = ["Row, ferryman, row to the sound of the bell,", "The tide will not wait and the water won't tell,"]
SEEDED = random.Random(5)


@pytest.mark.parametrize(
    "lines",
    [
        pytest.param([*REFRAIN, BODY[0], *REFRAIN, BODY[1], *REFRAIN, BODY[3], *REFRAIN], id="refrain"),
        pytest.param(
            [line for answer in BODY for line in ("What would you tell a child who asks why the ferry has stopped?", answer)],
            id="repeated question",
        ),
        pytest.param([f"{day}: run 5 km at an easy pace, then stretch" for day in ("Mon", "Tue", "Wed")] * 8, id="plan"),
        pytest.param(
            [f"Row {n} was entered by the clerk on duty and signed by two members of the board" for n in range(300)],
            id="rows sharing a clause",
        ),
        pytest.param(
            [f"Order {n}: the court, having heard the parties, sets the hearing for {n % 28 + 1} May at {n % 9 + 8} "
             f"o'clock in room {n}, and directs the clerk to inform both parties in writing." for n in range(50)],
            id="templated court log",
        ),
        pytest.param([" ".join(SEEDED.choices(["up", "down", "left", "right"], k=8)) for _ in range(200)], id="few words"),
        pytest.param([BODY[0], BODY[1], BODY[0][:60], FOREIGN[0]], id="half a sentence again"),
        pytest.param([BODY[1], FOREIGN[0], BODY[1].replace("tide", "moon").replace("bench", "wall")], id="one reworded"),
        pytest.param(
            [f"{n}. {paragraph[:60]}?" for n, paragraph in enumerate(BODY)]
            + [line for n, p in enumerate(BODY) for line in (f"{n}. {p[:60]}?", p[::-1], f"{n} {p[1::-2]}")],
            id="contents list",
        ),
    ],
)  # fmt: skip
def test_repetition_that_is_meant_stays(lines: list[str]) -> None:
    assert cleaned(*lines) == lines
