"""The check before anything goes: each reason to refuse, and what passes beside it."""

from __future__ import annotations

from itertools import accumulate, pairwise

import pytest

from cleaner.matcher.phrases.phrase import SECTION
from cleaner.removal import Kind, Removal
from cleaner.verify import GIANT_LINE, UNLIMITED, holds, verify

HEAD = "A new library was opened in the village yesterday evening.\n"
BODY = "Forty people came at once, and there were not enough books for all of them.\n"
TAIL = "The mayor promised to bring his own from home before the week is over.\n"
OTHER = "Weather tomorrow: sun in the south and thick clouds from the coast to the hills.\n"
COUNTER = "Comments (0)\n"
TEXT = HEAD + BODY + TAIL + BODY + COUNTER

FIRST = (len(HEAD), len(HEAD + BODY))
AGAIN = (len(HEAD + BODY + TAIL), len(HEAD + BODY + TAIL + BODY))
END = (AGAIN[1], len(TEXT))

Span = tuple[int, int]


def removal(text: str, span: Span, kind: Kind, rule: str, survivor: Span | None = None) -> Removal:
    return Removal(*span, 1, kind, rule, 100.0, survivor, text[slice(*span)])


def repeat(text: str, span: Span, survivor: Span) -> Removal:
    return removal(text, span, "repeat", "exact", survivor)


def boilerplate(text: str, span: Span, rule: str = "comments:en:Comments") -> Removal:
    return removal(text, span, "boilerplate", rule)


def spans(text: str, *lines: str) -> list[Span]:
    """Return where the ``lines`` of which ``text`` consists stand."""
    assert "".join(lines) == text
    borders = [sum(map(len, lines[:index])) for index in range(len(lines) + 1)]
    return list(pairwise(borders))


REPEAT, FURNITURE = repeat(TEXT, AGAIN, FIRST), boilerplate(TEXT, END)


def test_a_repeat_and_a_phrase_hold() -> None:
    assert verify(TEXT, [REPEAT, FURNITURE]) == ([REPEAT, FURNITURE], [])
    assert holds(TEXT, [REPEAT, FURNITURE])


def test_nothing_holds_in_any_text() -> None:
    assert verify("", []) == verify(TEXT, []) == ([], [])
    assert holds("", [])
    assert holds(TEXT, [])


def test_what_holds_is_in_order_whatever_the_order_it_came_in() -> None:
    assert verify(TEXT, [FURNITURE, REPEAT])[0] == [REPEAT, FURNITURE]


def moved(removal: Removal, by_start: int, by_end: int) -> Removal:
    start, end = removal.start + by_start, removal.end + by_end
    return removal._replace(start=start, end=end, text=TEXT[start:end])


@pytest.mark.parametrize(
    "wrong",
    [
        pytest.param(moved(REPEAT, 1, 0), id="begins-inside-a-line"),
        pytest.param(moved(REPEAT, -1, 0), id="begins-before-a-line-end"),
        pytest.param(moved(REPEAT, 0, -1), id="leaves-the-line-end"),
        pytest.param(moved(REPEAT, 0, 1), id="ends-inside-a-line"),
        pytest.param(REPEAT._replace(text=HEAD), id="says-something-else"),
        pytest.param(REPEAT._replace(text=REPEAT.text[:-1]), id="says-less"),
        pytest.param(REPEAT._replace(rule=""), id="no-rule"),
        pytest.param(FURNITURE._replace(rule=""), id="no-rule-boilerplate"),
        pytest.param(REPEAT._replace(survivor=None), id="no-survivor"),
        pytest.param(REPEAT._replace(end=REPEAT.start, text=""), id="nothing-goes"),
        pytest.param(FURNITURE._replace(end=FURNITURE.start, text=""), id="no-boilerplate-goes"),
        pytest.param(REPEAT._replace(start=REPEAT.end, end=REPEAT.start, text=""), id="ends-before-it-begins"),
        pytest.param(FURNITURE._replace(end=len(TEXT) + 1), id="ends-behind-the-text"),
        pytest.param(FURNITURE._replace(start=-len(COUNTER)), id="begins-before-the-text"),
        pytest.param(REPEAT._replace(survivor=AGAIN), id="survives-in-itself"),
        pytest.param(REPEAT._replace(survivor=(0, len(HEAD))), id="survivor-says-something-else"),
        pytest.param(REPEAT._replace(survivor=(FIRST[0], FIRST[0] + 12)), id="survivor-says-too-little"),
        pytest.param(REPEAT._replace(survivor=(FIRST[0], FIRST[0])), id="survivor-says-nothing"),
    ],
)
def test_each_of_these_is_refused(wrong: Removal) -> None:
    assert verify(TEXT, [wrong]) == ([], [wrong])
    assert not holds(TEXT, [wrong])


@pytest.mark.parametrize("wrong", [REPEAT._replace(rule=""), REPEAT._replace(survivor=(0, len(HEAD)))], ids=["a", "b"])
def test_one_that_is_refused_does_not_spoil_the_others(wrong: Removal) -> None:
    assert verify(TEXT, [wrong, FURNITURE]) == ([FURNITURE], [wrong])
    assert not holds(TEXT, [wrong, FURNITURE])


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"], ids=["lf", "crlf", "cr"])
def test_any_line_end_is_a_border(end: str) -> None:
    text = TEXT.replace("\n", end)
    first, again = text.index("Forty"), text.rindex("Forty")
    length = len(BODY) - 1 + len(end)
    sound = repeat(text, (again, again + length), (first, first + length))
    assert verify(text, [sound]) == ([sound], [])


def test_between_carriage_return_and_line_feed_is_no_border() -> None:
    text = TEXT.replace("\n", "\r\n")
    at = text.index("Comments")
    for start, end in ((at - 1, len(text)), (at, len(text) - 1)):
        wrong = boilerplate(text, (start, end))
        assert verify(text, [wrong]) == ([], [wrong])


def test_a_text_without_a_line_end_may_lose_its_last_line() -> None:
    text = TEXT.removesuffix("\n")
    sound = boilerplate(text, (END[0], len(text)))
    assert verify(text, [sound]) == ([sound], [])


def test_of_two_that_overlap_the_first_holds() -> None:
    longer = boilerplate(TEXT, (FIRST[1], AGAIN[1]), rule="comment-section:en:Comments")
    assert verify(TEXT, [REPEAT, longer]) == ([longer], [REPEAT])
    assert not holds(TEXT, [longer, REPEAT])


def test_the_same_removal_twice_holds_once() -> None:
    assert verify(TEXT, [FURNITURE, FURNITURE]) == ([FURNITURE], [FURNITURE])


def test_two_that_touch_do_not_overlap() -> None:
    assert REPEAT.end == FURNITURE.start
    assert verify(TEXT, [REPEAT, FURNITURE])[1] == []


def test_a_survivor_that_is_removed_itself_supports_nothing() -> None:
    one, other = repeat(TEXT, AGAIN, FIRST), repeat(TEXT, FIRST, AGAIN)
    assert verify(TEXT, [one, other]) == ([], [other, one])
    assert not holds(TEXT, [other, one])


def test_a_survivor_that_loses_most_supports_nothing() -> None:
    prose = "Nobody had told the carpenter, who was still painting the shelves when they arrived.\n" * 3
    text = BODY + TAIL + OTHER + HEAD + BODY + TAIL + prose
    body, tail, *_, body_again, tail_again, _ = spans(text, BODY, TAIL, OTHER, HEAD, BODY, TAIL, prose)
    copy = repeat(text, (body_again[0], tail_again[1]), (body[0], tail[1]))
    assert verify(text, [copy]) == ([copy], [])
    gone = [boilerplate(text, body), boilerplate(text, (tail[0], tail[1]))]
    assert copy in verify(text, [*gone, copy])[1]


@pytest.mark.parametrize(
    ("copy", "is_one"),
    [
        pytest.param(BODY, True, id="same"),
        pytest.param(BODY.upper(), True, id="other-case"),
        pytest.param(BODY.replace(",", " -").replace(".", "!"), True, id="other-punctuation"),
        pytest.param(BODY.strip().replace(" ", "\n") + "\n", True, id="other-line-ends"),
        pytest.param(BODY.replace("Forty", "Fifty"), True, id="one-word-changed"),
        pytest.param(BODY.partition(",")[0] + "\n", True, id="its-beginning"),
        pytest.param(OTHER, False, id="another"),
        pytest.param("".join(sorted(BODY)).strip() + "\n", False, id="the-same-letters"),
    ],
)
def test_a_repeat_must_say_what_survives(copy: str, is_one: bool) -> None:
    text = HEAD + BODY + TAIL + copy
    _, body, _, again = spans(text, HEAD, BODY, TAIL, copy)
    claim = repeat(text, again, body)
    assert (verify(text, [claim]) == ([claim], [])) is is_one
    assert holds(text, [claim]) is is_one


@pytest.mark.parametrize(("copy", "is_one"), [("* * *\n", True), ("***\n", True), ("---\n", False)])
def test_what_has_no_letters_is_compared_by_its_signs(copy: str, is_one: bool) -> None:
    text = "* * *\n" + HEAD + copy
    first, _, again = spans(text, "* * *\n", HEAD, copy)
    assert holds(text, [repeat(text, again, first)]) is is_one


def test_what_has_no_letters_needs_its_survivor_too() -> None:
    text = "* * *\n" + HEAD + "* * *\n"
    first, _, again = spans(text, "* * *\n", HEAD, "* * *\n")
    assert verify(text, [repeat(text, first, again), repeat(text, again, first)])[0] == []


@pytest.mark.parametrize(
    ("length", "passes"),
    [pytest.param(70, True, id="seven-tenths"), pytest.param(71, False, id="more")],
)
def test_boilerplate_takes_seven_tenths_of_a_text_at_most(length: int, passes: bool) -> None:
    text = "a" * (99 - length) + "\n" + "b" * length
    claim = boilerplate(text, (100 - length, 100))
    assert verify(text, [claim]) == (([claim], []) if passes else ([], [claim]))


def test_boilerplate_is_added_up() -> None:
    text = HEAD + COUNTER * 12
    _, *counters = spans(text, HEAD, *[COUNTER] * 12)
    claims = [boilerplate(text, span) for span in counters]
    assert verify(text, claims[:4]) == (claims[:4], [])
    assert verify(text, claims) == ([], claims)


def test_two_looks_together_take_no_more() -> None:
    text = HEAD + COUNTER * 12
    _, *counters = spans(text, HEAD, *[COUNTER] * 12)
    claims = [boilerplate(text, span) for span in counters]
    assert holds(text, claims[:4])
    assert not holds(text, claims)


def test_a_comments_section_may_take_more_than_half() -> None:
    text = HEAD + COUNTER + OTHER * 5
    claim = boilerplate(text, (len(HEAD), len(text)), rule="comment-section:en:Comments")
    assert verify(text, [claim]) == ([claim], [])


def test_too_much_boilerplate_leaves_repeats_and_comments_as_they_are() -> None:
    lines = HEAD, HEAD, COUNTER * 48, OTHER
    text = "".join(lines)
    head, again, counters, section = spans(text, *lines)
    claims = [repeat(text, again, head), boilerplate(text, counters)]
    claims.append(boilerplate(text, section, rule="comment-section:en:Comments"))
    assert verify(text, claims) == ([claims[0], claims[2]], [claims[1]])


def test_repeats_may_take_more_than_half() -> None:
    text = BODY * 5
    first, *copies = spans(text, *[BODY] * 5)
    claims = [repeat(text, span, first) for span in copies]
    assert verify(text, claims) == (claims, [])


@pytest.mark.parametrize("blank", ["", "\n", " \t\n\u3000\n"], ids=["nothing", "line-end", "spaces"])
def test_a_text_is_never_emptied(blank: str) -> None:
    text = blank + COUNTER
    claim = boilerplate(text, (len(blank), len(text)), rule="comment-section:en:Comments")
    assert verify(text, [claim]) == ([], [claim])


def test_one_word_left_is_a_text() -> None:
    text = "Rain\n" + COUNTER
    claim = boilerplate(text, (5, len(text)), rule="comment-section:en:Comments")
    assert verify(text, [claim]) == ([claim], [])


def test_what_the_matcher_calls_a_comments_section_is_what_the_verifier_lets_take_more() -> None:
    assert f"{SECTION}:" == UNLIMITED


def test_sentences_of_a_giant_line_may_go_and_parts_of_other_lines_not() -> None:
    sentences = [f"The {number}th of the boats went out before anybody on the quay was awake. " for number in range(40)]
    text = "".join(sentences)
    assert len(text) > GIANT_LINE
    at = [0, *accumulate(map(len, sentences))]
    doubled = text + sentences[3]
    whole = repeat(doubled, (len(text), len(doubled)), (at[3], at[4]))
    assert verify(doubled, [whole]) == ([whole], [])
    half = repeat(doubled, (len(text) + 9, len(doubled)), (at[3], at[4]))
    assert verify(doubled, [half]) == ([], [half])
    short = text[: at[6]] + sentences[3]
    in_short_line = repeat(short, (at[6], len(short)), (at[3], at[4]))
    assert verify(short, [in_short_line]) == ([], [in_short_line])


def test_a_removal_out_of_a_giant_line_ends_with_the_line() -> None:
    sentences = [f"The {number}th of the boats went out before anybody on the quay was awake. " for number in range(40)]
    line = "".join(sentences)
    text = f"{line}\n{line}\n{line}"
    at, after = len("".join(sentences[:5])), len("".join(sentences[:6]))
    below = len(line) + 1
    alone = repeat(text, (at, after), (below + at, below + after))
    assert verify(text, [alone]) == ([alone], [])
    joins = repeat(text, (at, below + len(sentences[0])), (2 * below, len(text)))
    assert verify(text, [joins]) == ([], [joins])


@pytest.mark.parametrize(
    ("stop", "passes"), [(". ", True), ("!” ", True), (".  \t  ", True), (", ", False), (") ", False)]
)
def test_a_giant_line_is_cut_behind_a_stop_only(stop: str, passes: bool) -> None:
    said = [f"The {number}th of the boats went out before anybody on the quay was awake{stop}" for number in range(40)]
    text = "".join([*said, said[0]])
    claim = repeat(text, (len(text) - len(said[0]), len(text)), (0, len(said[0])))
    assert verify(text, [claim]) == (([claim], []) if passes else ([], [claim]))


def test_the_last_sentence_of_a_giant_line_needs_no_stop() -> None:
    sentences = [f"The {number}th of the boats went out before anybody on the quay was awake. " for number in range(40)]
    line = "".join(sentences)
    text = line + sentences[3].rstrip(". ") + "\nThe end.\n"
    third = len("".join(sentences[:3])), len("".join(sentences[:4]))
    claim = repeat(text, (len(line), len(line) + len(sentences[3].rstrip(". "))), third)
    assert verify(text, [claim]) == ([claim], [])
