"""clean(): what holds for every text, and how the finders work together."""

from __future__ import annotations

import random
from string import ascii_lowercase

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cleaner import Phrase, Removal, Settings, clean
from cleaner.tokenizer import tokenize

WORDS = {
    "latin": [
        "river",
        "market",
        "council",
        "bridge",
        "winter",
        "paper",
        "station",
        "engine",
        "garden",
        "letter",
        "window",
        "summer",
        "village",
        "doctor",
    ],
    "cyrillic": [
        "река",
        "рынок",
        "совет",
        "мост",
        "зима",
        "бумага",
        "станция",
        "сад",
        "письмо",
        "окно",
        "лето",
        "деревня",
        "доктор",
        "город",
        "поезд",
    ],
    "arabic": [
        "نهر",
        "سوق",
        "مجلس",
        "جسر",
        "شتاء",
        "ورق",
        "محطة",
        "حديقة",
        "رسالة",
        "نافذة",
        "صيف",
        "قرية",
        "طبيب",
        "مدينة",
        "قطار",
    ],
}
FURNITURE = ["Комментарии (0)", "Share", "Read also: a short headline", "Lesen Sie auch", "Comments", "* * *", "12:30"]


def prose(seed: int, script: str, length: int) -> str:
    pick = random.Random(seed)
    said = [pick.choice(WORDS[script]) + pick.choice(["", "", "s", "ing"]) for _ in range(length)]
    return " ".join(said).capitalize() + "."


@st.composite
def articles(draw: st.DrawFn) -> str:
    """Paragraphs of several scripts, some said again with edits, furniture, and any line ends."""
    scripts = st.sampled_from(sorted(WORDS))
    paragraphs = [
        prose(draw(st.integers(0, 99)), draw(scripts), draw(st.integers(1, 60))) for _ in range(draw(st.integers(1, 6)))
    ]
    if draw(st.booleans()):
        first = draw(st.integers(0, len(paragraphs) - 1))
        for paragraph in paragraphs[first:]:
            words = paragraph.split()
            if draw(st.booleans()):
                words[draw(st.integers(0, len(words) - 1))] = draw(st.sampled_from(["now", "also", "7", ""]))
            paragraphs.append(" ".join(words)[: draw(st.sampled_from([None, None, -20]))])
    for line in draw(st.lists(st.sampled_from(FURNITURE), max_size=4)):
        paragraphs.insert(draw(st.integers(0, len(paragraphs))), line)
    end = st.sampled_from(["\n", "\n\n", "\r\n", "\r", "\n \n"])
    return "".join(paragraph + draw(end) for paragraph in paragraphs).removesuffix(draw(st.sampled_from(["", "\n"])))


texts = st.one_of(articles(), st.text(), st.text(alphabet="ab. \n\r", max_size=300))


@given(texts)
def test_the_text_left_is_the_input_less_the_removals(text: str) -> None:
    result = clean(text)
    kept, at = "", 0
    for removal in result.removals:
        assert at <= removal.start < removal.end
        assert removal.text == text[removal.start : removal.end]
        kept, at = kept + text[at : removal.start], removal.end
    assert result.text == kept + text[at:]


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


@given(texts)
def test_lines_are_kept_or_removed_whole(text: str) -> None:
    for removal in clean(text).removals:
        for at in (removal.start, removal.end):
            assert at in (0, len(text)) or text[at - 1] == "\n" or (text[at - 1] == "\r" and text[at] != "\n")


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


@given(texts)
def test_every_removal_has_a_survivor_or_a_rule(text: str) -> None:
    result = clean(text)
    gone = {at for removal in result.removals for at in range(removal.start, removal.end)}
    for removal in result.removals:
        assert removal.rule
        if removal.kind == "repeat":
            assert removal.survivor
            assert not gone.issuperset(at for at in range(*removal.survivor) if not text[at].isspace())
        else:
            assert removal.survivor is None


@given(texts)
def test_nothing_is_emptied(text: str) -> None:
    assert bool(clean(text).text.strip()) == bool(text.strip())


@given(texts)
def test_nothing_found_is_the_very_same_string(text: str) -> None:
    result = clean(text)
    assert result.changed == (result.text is not text) == (result.text != text)


def test_the_generator_of_articles_plants_what_is_found() -> None:
    removed = {"repeat": 0, "boilerplate": 0}

    @given(articles())
    def count(text: str) -> None:
        for removal in clean(text).removals:
            removed[removal.kind] += 1

    count()
    assert min(removed.values()) > 10


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
        paragraphs = tokenize(text)
        if len(paragraphs) != len(body):  # only once the copy has gone: what is left is its survivor
            return []
        start = paragraphs[1].start
        return [Removal(start, len(text), 2, "boilerplate", "comment-section:en:Comments", 100, None, text[start:])]

    text = "\n".join([*body, *body])
    assert clean(text).changed
    monkeypatch.setattr("cleaner.pipeline.find_boilerplate", take_the_end)
    result = clean(text)
    assert result.text is text
    assert (result.removals, len(result.refused)) == ((), 2)


def test_a_users_phrase_counts_like_a_built_in_one(body: list[str]) -> None:
    text = "\n".join([*body, "Return to the lighthouse"])
    assert not clean(text).changed
    result = clean(text, Settings(phrases=(Phrase.parse("Return to the lighthouse"),)))
    assert result.text == "\n".join([*body, ""])
    assert result.removals[0].rule == "own:own:Return to the lighthouse"


def test_one_text_knows_nothing_of_another(body: list[str]) -> None:
    article = "\n".join(body)
    clean(article)
    assert clean(article).text is article
