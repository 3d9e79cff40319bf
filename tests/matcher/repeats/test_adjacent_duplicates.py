"""Doubles: what stands there again at once, line for line, goes as the search would let it go."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from articles import prose

from cleaner.matcher.repeats.adjacent_duplicates import find_adjacent
from cleaner.matcher.repeats.search import search
from cleaner.paragraph import split_lines
from cleaner.plan import emit
from cleaner.removal import Removal
from cleaner.tokenizer import tokenize

BODY = ["The mill", *(prose(seed, "latin", 40) for seed in range(4)), "By the lock"]
BEFORE, BEHIND = prose(10, "latin", 40), prose(11, "latin", 40)


def adjacent(text: str) -> list[Removal]:
    return find_adjacent(text, tokenize(text))


@pytest.mark.parametrize("end", ["\n", "\n\n", "\r", "\r\n", "\r\n\r\n", " \n\t\n"], ids=repr)
@pytest.mark.parametrize("before", [[], ["A headline", BEFORE]], ids=["at the top", "below a lede"])
@pytest.mark.parametrize("behind", [[], [BEHIND], ["Thanks"]], ids=["at the end", "above prose", "above a line"])
@pytest.mark.parametrize("times", [2, 3])
def test_copies_that_follow_at_once_go(end: str, before: list[str], behind: list[str], times: int) -> None:
    text = "".join(line + end for line in [*before, *BODY * times, *behind])
    doubles = adjacent(text)
    left = emit(text, doubles)
    assert len(doubles) == times - 1
    assert left.split() == " ".join([*before, *BODY, *behind]).split()
    for removal in doubles:
        assert removal.text == text[removal.start : removal.end]
        assert split_lines(text)[removal.line - 1].strip() == BODY[0]
        assert removal.survivor is not None
        assert text[slice(*removal.survivor)].split() == " ".join(BODY).split()


@pytest.mark.parametrize("end", ["\n", "\n\n", "\r\n", " \n\t\n"], ids=repr)
@pytest.mark.parametrize("behind", [[], [BEHIND]], ids=["at the end", "above prose"])
def test_of_two_copies_the_search_says_the_same(end: str, behind: list[str]) -> None:
    text = end.join(["A headline", *BODY, *BODY, *behind])
    assert adjacent(text) == search(text, tokenize(text))


def test_copies_in_a_script_without_spaces_go() -> None:
    text = "\n".join([prose(seed, "han", 40) for seed in range(5)] * 2)
    assert adjacent(text) == search(text, tokenize(text)) != []


@pytest.mark.parametrize("count", [1, 2])
def test_the_beginning_of_a_third_copy_is_left(count: int) -> None:
    rest = [*BODY[:count], BEHIND]
    text = "\n".join([*BODY, *BODY, *rest])
    assert emit(text, adjacent(text)) == "\n".join([*BODY, *rest])


def test_signs_and_numbers_are_no_words() -> None:
    drill = [" ".join(f"{at % 9}{'!-*+?'[at % 5]}{'()/'[at % 3]}" for at in range(row, row + 30)) for row in range(5)]
    assert adjacent("\n".join(drill * 2)) == []
    code = [f"{row}" + "".join(map(chr, range(48 + row, 123))) for row in range(8)]
    assert adjacent("\n".join(code * 2)) == []


@pytest.mark.parametrize(
    "lines",
    [
        [*BODY, BEHIND, *BODY],
        [*BODY, *BODY[:4]],
        [*BODY, *BODY[::-1]],
        [*BODY[:3], *BODY[:3]],
        [*(line.split(".")[0] for line in BODY), "", *BODY],
        [prose(seed, "latin", 8) for seed in range(9)] * 2,
        ["All of them were painted blue by the harbour master and his three sons, every one, as we have seen"] * 9,
        [" ".join((word + " ") * 30 for word in said.split()) for said in ("one two", "three four", "five six")] * 2,
        [" ".join(prose(10 * number + seed, "latin", 80) for seed in range(6)) for number in range(3)] * 2,
        [prose(seed, "thai", 40) for seed in range(5)] * 2,
        [],
    ],
    ids=[
        "with prose between them",
        "of which the second ends too soon",
        "in another order",
        "of two paragraphs",
        "that are none",
        "of short lines",
        "of one line for ever",
        "of few words",
        "of giant lines",
        "of few letters without spaces",
        "in an empty text",
    ],
)
def test_other_copies_are_left_to_the_search(lines: Sequence[str]) -> None:
    assert adjacent("\n".join(lines)) == []
