"""Text to paragraphs: line ends, blank lines, giant lines and links."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sentences import SENTENCES, giant

from cleaner.paragraph import Paragraph
from cleaner.tokenizer import LONGEST_PARAGRAPH, tokenize


def texts(text: str) -> list[str]:
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


def test_a_line_too_long_for_a_paragraph_is_cut_into_sentences() -> None:
    line = giant(SENTENCES)
    assert texts(f"Headline\n{line}\nThe end\n")[:6] == ["Headline", *SENTENCES]
    assert texts(line[:LONGEST_PARAGRAPH].strip()) == [line[:LONGEST_PARAGRAPH].strip()]
    assert {paragraph.line for paragraph in tokenize(f"Headline\n{line}")[1:]} == {2}


@pytest.mark.parametrize("end", ["。", "！", "？", "。」"])
def test_sentences_need_no_space_in_scripts_that_have_none(end: str) -> None:
    sentences = [f"青石渡口往东走三百步{end}", f"有一间钟表铺{end}"]
    assert set(texts(giant(sentences, ""))) == set(sentences)
    assert set(texts(giant(sentences, " "))) == set(sentences)


@pytest.mark.parametrize("text", ["." * 9999, ". " * 9999, " " * 9999 + "a. " * 5000, "a" * 9999, "。」" * 5000])
def test_lines_of_stops_and_spaces_are_paragraphs_too(text: str) -> None:
    paragraphs = tokenize(text)
    assert "".join(text[paragraph.start : paragraph.end] for paragraph in paragraphs).split() == text.split()


@pytest.mark.parametrize(
    ("line", "visible"),
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
def test_a_paragraph_says_what_a_reader_sees_of_its_links(line: str, visible: str) -> None:
    (paragraph,) = tokenize(line)
    assert paragraph.text == visible
    assert (paragraph.start, paragraph.end) == (0, len(line))
