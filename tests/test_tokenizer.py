"""Text to paragraphs: line ends, blank lines, and text that a wrapper broke."""

from __future__ import annotations

import textwrap
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cleaner.tokenizer import LONGEST_PARAGRAPH, Paragraph, are_cut_together, extent, tokenize

PROSE = (
    "The ferry to the islands leaves at seven in the morning and comes back after dark, because the "
    "harbour falls dry for most of the day and the captain, who has done this for thirty years, will "
    "not be hurried by anyone. Those who miss it sleep in the hall of the fish auction, where the "
    "council has put up six beds and a stove for them."
)


def said(text: str) -> list[str]:
    return [paragraph.text for paragraph in tokenize(text)]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_a_line_is_a_paragraph_whatever_ends_it(end: str) -> None:
    first, second = tokenize(f"one{end}two")
    assert first == Paragraph(0, 3 + len(end), 1, "one")
    assert second == Paragraph(3 + len(end), 6 + len(end), 2, "two")


@pytest.mark.parametrize("letter", ["\u2028", "\u2029", "\x85", "\x0b", "\x0c", "\x1c"])
def test_nothing_else_ends_a_line(letter: str) -> None:
    assert len(tokenize(f"one{letter}two")) == 1


@pytest.mark.parametrize("text", ["", "\n", " \n\t\r\n", "\u00a0\n"])
def test_blank_lines_are_no_paragraphs(text: str) -> None:
    assert tokenize(text) == []


def test_line_numbers_count_blank_lines() -> None:
    assert [(paragraph.line, paragraph.text) for paragraph in tokenize("\n\none\r\n\r\n two \rthree")] == [
        (3, "one"),
        (5, "two"),
        (6, "three"),
    ]


@given(st.text(alphabet="ab \r\n\u2028é字"))
def test_paragraphs_hold_every_letter_that_is_not_blank(text: str) -> None:
    paragraphs = tokenize(text)
    covered = {at for paragraph in paragraphs for at in range(paragraph.start, paragraph.end)}
    assert all(letter.isspace() for at, letter in enumerate(text) if at not in covered)
    assert all(before.end <= after.start for before, after in pairwise(paragraphs))


@pytest.mark.parametrize("width", [50, 65, 72, 80, 100])
def test_wrapped_lines_are_one_paragraph(width: int) -> None:
    paragraphs = [PROSE, PROSE.replace("ferry", "night boat"), PROSE.replace("six", "seventeen")]
    wrapped = "\n".join(textwrap.fill(paragraph, width) for paragraph in paragraphs)
    assert len(wrapped.splitlines()) > 9
    assert " ".join(said(wrapped)) == " ".join(paragraphs)
    assert len(said(wrapped)) <= 5  # a paragraph may end in a full line: then there is no telling


def test_wrapped_lines_are_joined_beside_unwrapped_ones() -> None:
    text = "A headline\n" + PROSE + "\n" + "\n".join(textwrap.wrap(PROSE + " " + PROSE, 72))
    assert said(text) == ["A headline", PROSE, PROSE + " " + PROSE]


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
    assert len(said("\n".join(lines))) == len(lines)


def test_lines_without_spaces_stay_apart() -> None:
    lines = ["青石渡口往东走三百步有一间不到十平方米的钟表铺" * 2] * 12
    assert said("\n".join(lines)) == lines


@pytest.mark.parametrize(
    ("first", "last", "left"),
    [(0, 0, "two\n\nthree\n"), (1, 1, "one\n\nthree\n"), (2, 2, "one\n\ntwo\n"), (1, 2, "one\n")],
)
def test_a_cut_leaves_no_gap_behind(first: int, last: int, left: str) -> None:
    text = "one\n\ntwo\n\nthree\n"
    start, end = extent(text, tokenize(text), first, last)
    assert text[:start] + text[end:] == left


SENTENCES = [
    "The ferry to the islands leaves at seven, and Dr. Pryce is never late.",
    "“Will it come back?”",
    "So the child asked…",
    "Nobody knew!",
    "J. K. Hale said it would.",
]


def giant(sentences: list[str], glue: str = " ") -> str:
    return glue.join(sentences * (LONGEST_PARAGRAPH // len(glue.join(sentences)) + 1))


def test_a_line_too_long_for_a_paragraph_is_cut_into_sentences() -> None:
    line = giant(SENTENCES)
    assert said(f"Headline\n{line}\nThe end\n")[:6] == ["Headline", *SENTENCES]
    assert said(line[:LONGEST_PARAGRAPH].strip()) == [line[:LONGEST_PARAGRAPH].strip()]
    assert {paragraph.line for paragraph in tokenize(f"Headline\n{line}")[1:]} == {2}


@pytest.mark.parametrize("end", ["。", "！", "？", "。」"])
def test_sentences_need_no_space_in_scripts_that_have_none(end: str) -> None:
    sentences = [f"青石渡口往东走三百步{end}", f"有一间钟表铺{end}"]
    assert set(said(giant(sentences, ""))) == set(sentences)
    assert set(said(giant(sentences, " "))) == set(sentences)


def test_wrapped_text_is_not_cut_however_long() -> None:
    wrapped = textwrap.fill(giant([PROSE]), 72)
    assert max(map(len, said(wrapped))) > LONGEST_PARAGRAPH


@pytest.mark.parametrize("end", ["\n", "\r\n", ""])
def test_sentences_cut_from_a_line_leave_neither_a_space_nor_its_end_behind(end: str) -> None:
    line = giant(SENTENCES)
    text = f"Headline\n{line}{end}"
    paragraphs = tokenize(text)
    for first, last in [(3, len(paragraphs) - 1), (3, 4), (1, 2)]:
        start, stop = extent(text, paragraphs, first, last)
        left = text[:start] + text[stop:]
        sentences = [paragraph.text for paragraph in (*paragraphs[1:first], *paragraphs[last + 1 :])]
        assert left == f"Headline\n{' '.join(sentences)}{end}"


@pytest.mark.parametrize("text", ["." * 9999, ". " * 9999, " " * 9999 + "a. " * 5000, "a" * 9999, "。」" * 5000])
def test_lines_of_stops_and_spaces_are_paragraphs_too(text: str) -> None:
    paragraphs = tokenize(text)
    assert "".join(text[paragraph.start : paragraph.end] for paragraph in paragraphs).split() == text.split()


def test_what_is_cut_from_a_giant_line_is_cut_alone() -> None:
    paragraphs = tokenize(f"Headline\nA line\n{giant(SENTENCES)}\n{giant(SENTENCES)}\nThe end")
    borders = [at for at in range(len(paragraphs) - 1) if not are_cut_together(paragraphs, at, at + 1)]
    assert [(paragraphs[at].line, paragraphs[at + 1].line) for at in borders] == [(2, 3), (3, 4), (4, 5)]


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("The [harbour board](https://sea.example/board) met.", "The harbour board met."),
        ("[Share](https://x.example/?u=1) [Print](http://x.example/print)", "Share Print"),
        ("[Share](#share) [Print](/print) [Write](mailto:a@x.example)",) * 2,
        ("[Tide (sea)](https://wiki.example/Tide_(sea))", "Tide (sea)"),
        ("![A ferry in fog](https://x.example/ferry.jpg)",) * 2,
        ("[](https://x.example/)", "[](https://x.example/)"),
        ("f(x)[0](y) is code", "f(x)[0](y) is code"),
        ("A [note] (in brackets) stays", "A [note] (in brackets) stays"),
        ("[not (closed](https://sea.example", "[not (closed](https://sea.example"),
    ],
)
def test_a_paragraph_says_what_a_reader_sees_of_its_links(line: str, said: str) -> None:
    (paragraph,) = tokenize(line)
    assert paragraph.text == said
    assert (paragraph.start, paragraph.end) == (0, len(line))
