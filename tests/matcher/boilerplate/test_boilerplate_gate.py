"""The gate before the search for furniture: what it stops holds none, and what holds some passes."""

from __future__ import annotations

from pathlib import Path

import pytest
from articles import article
from conftest import DAMAGED, ROOT
from hypothesis import given
from hypothesis import strategies as st

from cleaner.files.reader import read_file
from cleaner.matcher.boilerplate import find_boilerplate
from cleaner.matcher.boilerplate.gate import may_have_boilerplate
from cleaner.matcher.phrases.catalogue import catalogue
from cleaner.matcher.phrases.phrase import Phrase, builtin_phrases

TEXTS = [
    *DAMAGED,
    *sorted((ROOT / "tests/corpus").glob("*/*.txt")),
    *sorted((ROOT / "samples/unchanged").glob("*.txt")),
]
ARTICLE = [
    "The mill at the weir",
    "The mill at the third weir has ground no corn since the winter of the great flood, and its wheel was sold for scrap.",
    "Last spring somebody painted the door blue, put a table under the plum tree, and began to sell lemonade by the jug.",
]


def is_let_through(*lines: str) -> bool:
    return may_have_boilerplate("\n".join([*ARTICLE, *lines]), catalogue())


def check(text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    if not may_have_boilerplate(text, catalogue()):
        with monkeypatch.context() as open_gate:
            open_gate.setattr("cleaner.matcher.boilerplate.may_have_boilerplate", lambda text, catalogue: True)
            assert find_boilerplate(catalogue(), text) == []


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.stem)
def test_what_is_stopped_holds_no_furniture(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    check(read_file(str(path)).text, monkeypatch)


@given(st.data())
def test_what_is_stopped_holds_no_furniture_whatever_is_drawn(data: st.DataObject) -> None:
    with pytest.MonkeyPatch.context() as monkeypatch:
        check(article(lambda low, high: data.draw(st.integers(low, high))), monkeypatch)


def test_every_phrase_passes_with_a_count_in_capitals_and_in_brackets() -> None:
    phrases = [phrase for phrase in builtin_phrases() if phrase.category != "time" and not phrase.has_slot]
    for phrase in phrases[::7]:
        for line in (phrase.wording, f"({phrase.wording.upper()}) 12", f"3k {phrase.wording}…"):
            if catalogue().find(line):
                assert is_let_through(line, ARTICLE[1]), line


@pytest.mark.parametrize(
    "line",
    [
        "Read also: the ferry stops",
        "Leer también – el molino",
        "Комментарии к статье (3)",
        "التعليقات (١٢)",
        "コメント（0）",
        "12件のコメント",
        "टिप्पणियां (१२)",
        "Com\xadments",
        "© The Paper",
        "Copyright 2024 The Paper",
        "12 thoughts on The mill at the weir",
        "[Comments](https://paper.example/12#comments)",
        " " * 300 + "Comments (0)",
    ],
)
def test_a_line_of_furniture_passes(line: str) -> None:
    assert catalogue().find(line.replace("[Comments](https://paper.example/12#comments)", "Comments").strip())
    assert is_let_through(line, ARTICLE[1])


@pytest.mark.parametrize(
    "lines",
    [
        ["Share Tweet Print"],
        ["Sign up for the Harbour newsletter"],
        ["More from The Paper", "A mill in the north", "Two weirs and a lock"],
    ],
    ids=["row", "reworded", "named"],
)
def test_an_end_that_is_like_a_phrase_passes(lines: list[str]) -> None:
    assert is_let_through(*lines)
    assert not is_let_through(*lines, ARTICLE[1]) or catalogue().find(lines[0])


def test_a_giant_line_passes() -> None:
    assert is_let_through(f"{' '.join(ARTICLE[1:] * 12)} Share this article!")


def test_an_own_phrase_passes() -> None:
    text = "\n".join([*ARTICLE, "Return to the lighthouse", ARTICLE[1]])
    assert not may_have_boilerplate(text, catalogue())
    assert may_have_boilerplate(text, catalogue((Phrase.parse("Return to the lighthouse"),)))


@pytest.mark.parametrize("count", ["12", "१२", "١٢", "๑๒"])
def test_an_own_phrase_that_counts_passes_in_any_digits(count: str) -> None:
    own = catalogue((Phrase.parse("… voices on it", "comments"),))
    line = f"The lighthouse {count} voices on it"
    assert own.find(line)
    assert may_have_boilerplate("\n".join([*ARTICLE, line, ARTICLE[1]]), own)


@pytest.mark.parametrize(
    "line", ["It is not a phrase", "Prose that speaks of comments, and shares them.", "12 May 2024"]
)
def test_other_lines_do_not(line: str) -> None:
    assert not is_let_through(line, ARTICLE[2])


def test_only_the_text_of_links_counts() -> None:
    assert is_let_through("[Comments](https://paper.example/mill)", ARTICLE[1])
    assert not is_let_through("![Comments](https://paper.example/mill.png)", ARTICLE[1])
