"""Plans of several passes: what is found in a shortened text, told in terms of the whole one."""

from __future__ import annotations

from itertools import groupby, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cleaner.plan import emit, merge, rebase
from cleaner.removal import Kind, Removal

TEXT = "a\nb\nc\nd\ne\nf\n"

Span = tuple[int, int]


def removal(text: str, span: Span, survivor: Span | None = None) -> Removal:
    line = text.count("\n", 0, span[0]) + 1
    kind: Kind = "repeat" if survivor else "boilerplate"
    rule = "exact" if survivor else "own:own:x"
    return Removal(*span, line, kind, rule, 100.0, survivor, text[slice(*span)])


def told(text: str, gone: list[Span], found: Span, survivor: Span | None = None) -> list[Removal]:
    plan = [removal(text, span) for span in gone]
    return rebase(text, plan, [removal(emit(text, plan), found, survivor)])


def spans(removals: list[Removal]) -> list[Span]:
    return [(removal.start, removal.end) for removal in removals]


@st.composite
def runs(draw: st.DrawFn, text: str) -> list[Removal]:
    """Disjoint runs of whole lines of ``text``, in order, some of them repeats."""
    lines = text.splitlines(keepends=True)
    labels = draw(st.lists(st.integers(0, 2), min_size=len(lines), max_size=len(lines)))
    borders = [0, *(sum(map(len, lines[: index + 1])) for index in range(len(lines)))]
    found, at = [], 0
    for label, group in groupby(labels):
        first, at = at, at + len(list(group))
        if label:
            start, end = sorted(draw(st.lists(st.sampled_from(borders), min_size=2, max_size=2)))
            found.append(removal(text, (borders[first], borders[at]), (start, end) if start < end else None))
    return found


@st.composite
def looks(draw: st.DrawFn) -> tuple[str, list[Removal], list[Removal]]:
    """Draw a text, what a first look takes from it, and what a second one finds in the rest."""
    text = "".join(draw(st.lists(st.sampled_from(["a\n", "bc\n", "d e f\n", "\n", "  \n"]), max_size=14)))
    first = draw(runs(text))
    return text, first, draw(runs(emit(text, first)))


@given(looks())
def test_the_joint_plan_leaves_what_one_look_after_the_other_leaves(
    case: tuple[str, list[Removal], list[Removal]],
) -> None:
    text, first, found = case
    plan = merge(first, rebase(text, first, found))
    assert emit(text, plan) == emit(emit(text, first), found)
    assert all(before.end <= after.start for before, after in pairwise(plan))


@given(looks())
def test_each_piece_says_what_stands_there_and_on_which_line(case: tuple[str, list[Removal], list[Removal]]) -> None:
    text, first, found = case
    for piece in rebase(text, first, found):
        assert piece.text == text[piece.start : piece.end]
        if first and piece.text.strip():
            said = piece.start + len(piece.text) - len(piece.text.lstrip())
            assert piece.line == text.count("\n", 0, said) + 1


@given(looks())
def test_each_survivor_says_what_it_said(case: tuple[str, list[Removal], list[Removal]]) -> None:
    text, first, found = case
    for finding in found:
        for piece in rebase(text, first, [finding]):
            assert (piece.survivor is None) == (finding.survivor is None)
            if piece.survivor and finding.survivor:
                start, end = piece.survivor
                inside = [
                    gone._replace(start=max(start, gone.start) - start, end=min(end, gone.end) - start)
                    for gone in first
                    if gone.end > start and gone.start < end
                ]
                assert emit(text[start:end], inside) == emit(text, first)[slice(*finding.survivor)]


@pytest.mark.parametrize(
    ("gone", "found", "expected"),
    [
        pytest.param([(4, 6)], (0, 2), [(0, 2)], id="before"),
        pytest.param([(4, 6)], (2, 4), [(2, 4)], id="right-before"),
        pytest.param([(4, 6)], (4, 6), [(6, 8)], id="right-behind"),
        pytest.param([(4, 6)], (6, 10), [(8, 12)], id="behind"),
        pytest.param([(0, 2)], (0, 2), [(2, 4)], id="behind-the-first-line"),
        pytest.param([(2, 4), (6, 8)], (4, 6), [(8, 10)], id="behind-two"),
        pytest.param([(2, 4), (4, 6)], (2, 4), [(6, 8)], id="behind-two-that-touch"),
        pytest.param([(4, 6)], (2, 6), [(2, 4), (6, 8)], id="over-one"),
        pytest.param([(2, 4), (6, 8)], (0, 8), [(0, 2), (4, 6), (8, 12)], id="over-two"),
        pytest.param([(2, 4), (4, 6)], (0, 4), [(0, 2), (6, 8)], id="over-two-that-touch"),
        pytest.param([(10, 12)], (6, 10), [(6, 10)], id="up-to-one-at-the-end"),
    ],
)
def test_a_finding_comes_out_around_what_is_gone(gone: list[Span], found: Span, expected: list[Span]) -> None:
    assert spans(told(TEXT, gone, found)) == expected


def test_where_nothing_is_gone_findings_are_as_they_were() -> None:
    found = [removal(TEXT, (4, 6)), removal(TEXT, (0, 2))]
    assert rebase(TEXT, [], found) == found


def test_a_piece_keeps_what_was_said_about_the_finding() -> None:
    plan = [removal(TEXT, (4, 6))]
    found = Removal(2, 6, 2, "repeat", "near", 87.5, (0, 2), "b\nd\n")
    pieces = rebase(TEXT, plan, [found])
    assert pieces == [
        Removal(2, 4, 2, "repeat", "near", 87.5, (0, 2), "b\n"),
        Removal(6, 8, 4, "repeat", "near", 87.5, (0, 2), "d\n"),
    ]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"], ids=["lf", "crlf", "cr"])
def test_lines_are_counted_in_the_whole_text(end: str) -> None:
    text = end.join(["gone", "", "", "said", "found", ""])
    hole = text.index("said")
    plan = [Removal(0, hole, 1, "boilerplate", "own:own:x", 100.0, None, text[:hole])]
    rest = emit(text, plan)
    found = [removal(rest, (0, len("said" + end))), removal(rest, (len("said" + end), len(rest)))]
    assert [piece.line for piece in rebase(text, plan, found)] == [4, 5]


def test_a_piece_that_begins_with_blank_lines_is_numbered_by_its_first_word() -> None:
    text = "gone\nkept\n\n \nfound\n"
    assert [piece.line for piece in told(text, [(0, 5)], (5, 14))] == [5]


@pytest.mark.parametrize(
    ("survivor", "expected"),
    [
        pytest.param((0, 2), (0, 2), id="before"),
        pytest.param((0, 4), (0, 4), id="up-to-the-hole"),
        pytest.param((4, 6), (6, 8), id="from-the-hole-on"),
        pytest.param((2, 6), (2, 8), id="around-the-hole"),
    ],
)
def test_a_survivor_is_told_in_terms_of_the_whole_text(survivor: Span, expected: Span) -> None:
    assert [piece.survivor for piece in told(TEXT, [(4, 6)], (8, 10), survivor)] == [expected]


def test_a_joint_plan_is_in_order() -> None:
    plan = merge([removal(TEXT, (4, 6)), removal(TEXT, (8, 10))], [removal(TEXT, (6, 8)), removal(TEXT, (0, 2))])
    assert spans(plan) == [(0, 2), (4, 6), (6, 8), (8, 10)]


@pytest.mark.parametrize(
    ("survivor", "new", "expected"),
    [
        pytest.param((4, 6), [removal(TEXT, (4, 6), (0, 2))], (0, 2), id="taken"),
        pytest.param((4, 6), [removal(TEXT, (2, 8), (0, 2))], (0, 2), id="taken-with-more"),
        pytest.param((4, 8), [removal(TEXT, (4, 6), (0, 2))], (0, 8), id="its-beginning-taken"),
        pytest.param((4, 8), [removal(TEXT, (6, 8), (0, 2))], (0, 8), id="its-end-taken"),
        pytest.param((0, 4), [removal(TEXT, (2, 4), (6, 8))], (0, 8), id="its-end-taken-for-what-is-below"),
        pytest.param((4, 6), [removal(TEXT, (2, 4), (0, 2))], (4, 6), id="taken-up-to-it"),
        pytest.param((4, 6), [removal(TEXT, (6, 8), (0, 2))], (4, 6), id="taken-from-its-end-on"),
        pytest.param((4, 8), [removal(TEXT, (4, 6))], (4, 8), id="its-beginning-taken-as-boilerplate"),
        pytest.param((4, 6), [removal(TEXT, (4, 6), (2, 4)), removal(TEXT, (2, 4), (0, 2))], (0, 2), id="taken-twice"),
    ],
)
def test_the_survivor_of_a_survivor_stands_in(survivor: Span, new: list[Removal], expected: Span) -> None:
    old = removal(TEXT, (10, 12), survivor)
    assert old not in new
    assert {removal.survivor for removal in merge([old], new) if removal.start == old.start} == {expected}


def test_the_survivor_of_a_survivor_stands_in_for_one_whose_first_line_went_before() -> None:
    plan = [removal(TEXT, (4, 6)), removal(TEXT, (10, 12), survivor=(4, 8))]
    new = rebase(TEXT, plan, [removal(emit(TEXT, plan), (4, 6), survivor=(0, 2))])
    assert spans(new) == [(6, 8)]
    survivor = merge(plan, new)[-1].survivor
    assert survivor is not None
    assert (min(survivor[0], 0), max(survivor[1], 2)) == survivor


def test_a_copy_of_furniture_is_furniture() -> None:
    old, new = removal(TEXT, (10, 12), survivor=(4, 6)), removal(TEXT, (2, 8))
    plan = merge([old], [new])
    assert plan == [new, new._replace(start=10, end=12, line=old.line, text=old.text)]


def test_the_first_piece_tells_the_differences_of_all() -> None:
    plan = [removal(TEXT, (4, 6))]
    found = removal(emit(TEXT, plan), (2, 6), (0, 2))._replace(differences=(("a", "b"),))
    assert [piece.differences for piece in rebase(TEXT, plan, [found])] == [(("a", "b"),), ()]


def test_boilerplate_gets_no_survivor() -> None:
    assert merge([removal(TEXT, (0, 2))], [removal(TEXT, (4, 6), (8, 10))])[0].survivor is None
