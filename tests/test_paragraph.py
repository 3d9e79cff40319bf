"""Paragraphs: the lines of a text, and what is cut with a paragraph."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sentences import SENTENCES, giant

from cleaner.paragraph import are_cut_together, count_line_ends, find_end_run, line_spans, removal_span, split_lines
from cleaner.tokenizer import tokenize


@given(st.text(alphabet="ab \r\n\x0b\x85\u2028"))
def test_lines_are_split_where_the_obvious_pattern_splits_them(text: str) -> None:
    obvious = re.findall(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+", text)
    assert [text[start:end] for start, end in line_spans(text)] == obvious
    assert [line.rstrip(" ") for line in split_lines(text)] == [
        line.rstrip(" ") for line in re.split(r"\r\n|\r|\n", text)
    ]
    assert sum(len(line) + 1 for line in split_lines(text)) == len(text) + 1
    assert count_line_ends(text) == len(split_lines(text)) - 1


@pytest.mark.parametrize(
    ("run", "end_run", "left"),
    [
        ([0], 3, "two\n\nthree\n"),
        ([1], 3, "one\n\nthree\n"),
        ([2], 2, "one\n\ntwo\n"),
        ([1, 2], 1, "one\n"),
        ([1], 1, "one\n\nthree\n"),
    ],
)
def test_a_cut_leaves_no_gap_behind(run: list[int], end_run: int, left: str) -> None:
    text = "one\n\ntwo\n\nthree\n"
    start, end = removal_span(text, tokenize(text), run, end_run)
    assert text[:start] + text[end:] == left


@pytest.mark.parametrize("runs", [[[1, 2]], [[1], [2]]], ids=["at once", "one by one"])
@pytest.mark.parametrize("end", ["\n", "\n\n", "\r\n\r\n\r\n", "\r"])
def test_what_goes_to_the_end_of_the_text_is_cut_alike_in_pieces(runs: list[list[int]], end: str) -> None:
    text = end.join(["one", "two", "three", ""])
    paragraphs = tokenize(text)
    end_run = find_end_run(paragraphs, {1, 2})
    spans = [removal_span(text, paragraphs, run, end_run) for run in runs]
    assert all(before[1] == after[0] for before, after in pairwise(spans))
    assert text[: spans[0][0]] + text[spans[-1][1] :] == "one" + end[: end.find("\n") + 1 or len(end)]


def test_what_goes_to_the_end_begins_behind_the_last_that_stays() -> None:
    paragraphs = tokenize("one\ntwo\nthree\nfour")
    assert [find_end_run(paragraphs, dropped) for dropped in ({2, 3}, {0, 1, 3}, {1}, set(), {0, 1, 2, 3})] == [
        2,
        3,
        4,
        4,
        0,
    ]


@pytest.mark.parametrize("end", ["\n", "\r\n", ""])
def test_sentences_cut_from_a_line_leave_neither_a_space_nor_its_end_behind(end: str) -> None:
    line = giant(SENTENCES)
    text = f"Headline\n{line}{end}"
    paragraphs = tokenize(text)
    for first, last in [(3, len(paragraphs) - 1), (3, 4), (1, 2)]:
        start, stop = removal_span(
            text, paragraphs, range(first, last + 1), first if last + 1 == len(paragraphs) else len(paragraphs)
        )
        left = text[:start] + text[stop:]
        sentences = [paragraph.text for paragraph in (*paragraphs[1:first], *paragraphs[last + 1 :])]
        assert left == f"Headline\n{' '.join(sentences)}{end}"


def test_what_is_cut_from_a_giant_line_is_cut_alone() -> None:
    paragraphs = tokenize(f"Headline\nA line\n{giant(SENTENCES)}\n{giant(SENTENCES)}\nThe end")
    borders = [at for at in range(len(paragraphs) - 1) if not are_cut_together(paragraphs, at, at + 1)]
    assert [(paragraphs[at].line, paragraphs[at + 1].line) for at in borders] == [(2, 3), (3, 4), (4, 5)]
