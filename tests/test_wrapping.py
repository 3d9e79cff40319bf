"""Wrapping: lines that a wrapper broke are one paragraph, and lines of their own stay apart."""

from __future__ import annotations

import textwrap

import pytest

from cleaner.tokenizer import LONGEST_PARAGRAPH, tokenize

PROSE = (
    "The ferry to the islands leaves at seven in the morning and comes back after dark, because the "
    "harbour falls dry for most of the day and the captain, who has done this for thirty years, will "
    "not be hurried by anyone. Those who miss it sleep in the hall of the fish auction, where the "
    "council has put up six beds and a stove for them."
)


def texts(text: str) -> list[str]:
    return [paragraph.text for paragraph in tokenize(text)]


@pytest.mark.parametrize("width", [50, 65, 72, 80, 100])
def test_wrapped_lines_are_one_paragraph(width: int) -> None:
    paragraphs = [PROSE, PROSE.replace("ferry", "night boat"), PROSE.replace("six", "seventeen")]
    wrapped = "\n".join(textwrap.fill(paragraph, width) for paragraph in paragraphs)
    assert len(wrapped.splitlines()) > 9
    assert " ".join(texts(wrapped)) == " ".join(paragraphs)
    assert len(texts(wrapped)) <= 5  # a paragraph may end in a full line: then there is no telling


def test_wrapped_lines_are_joined_beside_unwrapped_ones() -> None:
    text = "A headline\n" + PROSE + "\n" + "\n".join(textwrap.wrap(PROSE + " " + PROSE, 72))
    assert texts(text) == ["A headline", PROSE, PROSE + " " + PROSE]


@pytest.mark.parametrize(
    "lines",
    [
        ["Monday: 5 km easy run, then stretching for ten minutes"] * 12,
        ["The wind is in the barley, the boats are on the sand,", "And nobody remembers who first came to this land;"]
        * 6,
        [
            f"2024-03-{day:02} 07:15:{day:02} worker-{day} finished the job in {day * 37} milliseconds"
            for day in range(1, 20)
        ],
        [f"{name.ljust(30)} {len(name) * 7:>10} {len(name) * 11:>10}" for name in PROSE.split()],
    ],
    ids=["plan", "verse", "log", "table"],
)
def test_lines_of_their_own_stay_apart(lines: list[str]) -> None:
    assert len(texts("\n".join(lines))) == len(lines)


def test_lines_without_spaces_stay_apart() -> None:
    lines = ["青石渡口往东走三百步有一间不到十平方米的钟表铺" * 2] * 12
    assert texts("\n".join(lines)) == lines


def test_wrapped_text_is_not_cut_however_long() -> None:
    wrapped = textwrap.fill(" ".join([PROSE] * 9), 72)
    assert max(map(len, texts(wrapped))) > LONGEST_PARAGRAPH


@pytest.mark.parametrize("end", ["\r", "\r\n"])
def test_any_line_end_will_do(end: str) -> None:
    wrapped = textwrap.fill(f"{PROSE} {PROSE}", 72)
    assert texts(wrapped.replace("\n", end)) == texts(wrapped)
