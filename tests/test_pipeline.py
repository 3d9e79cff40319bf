"""clean(): what holds for every text, and how the finders work together."""

from __future__ import annotations

import os
import random
import re
import subprocess
import sys
from collections import Counter
from itertools import islice, pairwise
from pathlib import Path
from string import ascii_lowercase

import pytest
from articles import article, prose
from conftest import DAMAGED
from hypothesis import given, settings
from hypothesis import strategies as st

from cleaner import Phrase, Removal, Settings, clean, pipeline
from cleaner.pipeline import MAX_PASSES
from cleaner.tokenizer import LONGEST_PARAGRAPH


@st.composite
def articles(draw: st.DrawFn) -> str:
    return article(lambda low, high: draw(st.integers(low, high)))


# With lone surrogates, which no file can hold but a string can.
any_text = st.text(st.characters())
texts = st.one_of(articles(), articles(), any_text, st.text(alphabet="ab. \n\r", max_size=300))


@given(texts)
def test_what_went_put_back_where_it_stood_gives_the_input(text: str) -> None:
    result = clean(text)
    restored, left, at = "", iter(result.text), 0
    for removal in result.removals:
        assert at <= removal.start < removal.end == removal.start + len(removal.text)
        restored += "".join(islice(left, removal.start - at)) + removal.text
        at = removal.end
    assert restored + "".join(left) == text


def test_a_copy_over_the_end_of_a_giant_line_does_not_join_two_lines() -> None:
    said = [
        "".join(random.Random(seed).choices(ascii_lowercase + "     ", k=90)).capitalize() + "xyz."
        for seed in range(99)
    ]
    lines = ["Title", " ".join(said[:40]), " ".join([*said[40:70], *said[:10]]), " ".join([*said[10:20], *said[70:]])]
    text = "\n".join(lines) + "\n"
    result = clean(text)
    assert not result.refused
    assert len(result.removals) == 2
    left = [line.split() for line in result.text.splitlines()]
    assert left == [line.split() for line in (*lines[:2], " ".join(said[40:70]), " ".join(said[70:]))]


def is_line_border(text: str, at: int) -> bool:
    return at in (0, len(text)) or text[at - 1] == "\n" or (text[at - 1] == "\r" and text[at] != "\n")


@given(texts)
def test_only_lines_go_and_of_giant_ones_sentences(text: str) -> None:
    for removal in clean(text).removals:
        for at in (removal.start, removal.end):
            line = re.split("[\r\n]", text[:at])[-1], re.split("[\r\n]", text[at:], maxsplit=1)[0]
            said, rest = line[0].rstrip(), line[1]
            is_giant = len("".join(line)) > LONGEST_PARAGRAPH
            is_after_stop = re.search(r"[.!?…。！？؟।۔]\W?$", said) is not None
            assert is_line_border(text, at) or (is_giant and (is_after_stop or not rest))


@given(texts)
def test_a_removal_knows_its_first_line_that_is_not_blank(text: str) -> None:
    for removal in clean(text).removals:
        lines = (text[: removal.start] + removal.text).replace("\r\n", "\n").replace("\r", "\n").split("\n")
        before = text[: removal.start].replace("\r\n", "\n").replace("\r", "\n").count("\n")
        said = next((number for number, line in enumerate(lines[before:], before + 1) if line.strip()), None)
        assert removal.line == said or not removal.text.strip()


@given(texts)
def test_cleaning_twice_changes_nothing(text: str) -> None:
    cleaned = clean(text).text
    assert clean(cleaned).text is cleaned


def pairs(text: str) -> set[tuple[str, str]]:
    return set(pairwise(filter(str.isalnum, text.casefold()))) or set(pairwise(text.split()))


@given(texts)
def test_every_removal_has_a_rule_or_a_survivor_that_says_the_same(text: str) -> None:
    result = clean(text)
    gone = {at for removal in result.removals for at in range(removal.start, removal.end)}
    for removal in result.removals:
        assert removal.rule
        assert (removal.kind == "repeat") == (removal.survivor is not None)
        if removal.survivor:
            stays = "".join(text[at] for at in range(*removal.survivor) if at not in gone)
            said = pairs(removal.text)
            assert len(said & pairs(stays)) >= len(said) / 2


@settings(max_examples=25)  # each with a catalogue of its own
@given(texts, texts)
def test_one_text_knows_nothing_of_another(text: str, other: str) -> None:
    result = clean(text)
    clean(f"{other}\n{text}", Settings(phrases=tuple(map(Phrase.parse, text.splitlines()))))
    assert clean(text) == result


@given(texts)
def test_nothing_is_emptied(text: str) -> None:
    assert bool(clean(text).text.strip()) == bool(text.strip())


@given(texts)
def test_nothing_found_is_the_very_same_string(text: str) -> None:
    result = clean(text)
    assert result.changed == (result.text is not text) == (result.text != text)


def test_the_generator_of_articles_plants_what_is_found() -> None:
    found: Counter[str] = Counter()

    @settings(max_examples=300)
    @given(articles())
    def count(text: str) -> None:
        removals = clean(text).removals
        kinds = {removal.kind for removal in removals} | {removal.rule.split(":")[0] for removal in removals}
        is_inside_line = any(not is_line_border(text, removal.start) for removal in removals)
        found.update(["all", *kinds, *(["sentences"] if is_inside_line else [])])

    count()
    shares = {kind: times / found["all"] for kind, times in found.items()}
    assert min(shares["repeat"], shares["boilerplate"]) > 0.25
    assert min(shares["exact"], shares["near"], shares["related"]) > 0.05
    assert min(shares[kind] for kind in ("teaser", "sentences", "comment-section", "advertisement")) > 0


@pytest.fixture
def body() -> list[str]:
    return [prose(seed, "latin", 40) for seed in range(5)]


def test_a_line_inside_the_second_copy_that_the_first_lacks_stays(body: list[str]) -> None:
    new = prose(77, "latin", 20)
    text = "\n".join([*body, *body[:2], new, *body[2:]])
    assert clean(text).text == "\n".join([*body, new, ""])


def test_furniture_inside_the_second_copy_goes_with_it(body: list[str]) -> None:
    text = "\n".join([*body, *body[:2], "Advertisement", *body[2:]])
    assert clean(text).text == "\n".join([*body, ""])


def test_a_removal_says_where_why_and_what_stays(body: list[str]) -> None:
    text = "\n".join([*body, *body, "Комментарии (0)"])
    repeat, tail = clean(text).removals
    copy = "\n".join([*body, ""])
    assert (repeat.kind, repeat.rule, repeat.score, repeat.line) == ("repeat", "exact", 100, 6)
    assert (repeat.text, repeat.survivor) == (copy, (0, len(copy)))
    assert (tail.kind, tail.rule, tail.line, tail.survivor) == ("boilerplate", "comments:ru:Комментарии", 11, None)
    assert tail.text == "Комментарии (0)"


def test_a_third_copy_points_at_what_stays(body: list[str]) -> None:
    copy = "\n".join([*body, ""])
    result = clean(copy * 3)
    assert result.text == copy
    assert {removal.survivor for removal in result.removals} == {(0, len(copy))}


def test_a_plan_that_does_not_hold_as_a_whole_leaves_the_text_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    pick = random.Random(3)
    body = [" ".join("".join(pick.choices(ascii_lowercase, k=6)) for _ in range(30)) + "." for _ in range(5)]

    def take_the_end(catalogue: object, text: str) -> list[Removal]:
        if len(text.splitlines()) != len(body):  # only once the copy has gone: what is left is its survivor
            return []
        start = text.index("\n") + 1
        return [Removal(start, len(text), 2, "boilerplate", "comment-section:en:Comments", 100, None, text[start:])]

    text = "\n".join([*body, *body])
    assert clean(text).changed
    monkeypatch.setattr("cleaner.pipeline.find_boilerplate", take_the_end)
    result = clean(text)
    assert result.text is text
    assert (result.removals, len(result.refused)) == ((), 2)


@pytest.mark.parametrize(("passes", "changes"), [(2, False), (3, True), (MAX_PASSES, True)])
def test_a_text_that_would_take_more_passes_stays_as_it_is(
    passes: int, changes: bool, samples: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = (samples / "damaged/english-double-with-gap-and-ad.txt").read_text("utf-8")
    monkeypatch.setattr(pipeline, "MAX_PASSES", passes)
    result = clean(text)
    assert result.changed == changes
    assert (result.text is text) != changes
    assert bool(result.refused) != changes


def test_a_users_phrase_counts_like_a_built_in_one(body: list[str]) -> None:
    text = "\n".join([*body, "Return to the lighthouse"])
    assert not clean(text).changed
    result = clean(text, Settings(phrases=(Phrase.parse("Return to the lighthouse"),)))
    assert result.text == "\n".join([*body, ""])
    assert result.removals[0].rule == "own:own:Return to the lighthouse"


SAMPLES = """
import sys
from cleaner import clean
from cleaner.files.reader import read_file
print(ascii([clean(read_file(path).text) for path in sys.argv[1:]]))
"""


def test_hash_seed_locale_and_folder_change_nothing(tmp_path: Path) -> None:
    def told(**environment: str) -> str:
        command = [sys.executable, "-c", SAMPLES, *map(str, DAMAGED)]
        done = subprocess.run(command, env=os.environ | environment, cwd=tmp_path, check=True, capture_output=True)
        return done.stdout.decode("ascii")

    first = told(PYTHONHASHSEED="1", LC_ALL="C", PYTHONUTF8="0")
    assert "exact" in first
    assert told(PYTHONHASHSEED="2", LC_ALL="C.UTF-8") == first


def test_blank_lines_between_what_goes_need_no_survivor() -> None:
    body = "\n\n".join(prose(seed, "latin", 45) for seed in (1, 2))
    result = clean(f"{body}\n\n{body}\n\n{body}\n\nShare\n")
    assert (result.text.strip(), result.refused) == (body, ())
