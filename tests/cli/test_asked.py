"""Asked: the plainest command lines are understood as the parser understands them, the others left to it."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from cleaner.cli.asked import CHECK, DIFF, IN_PLACE, QUIET, Asked, plain
from cleaner.cli.command import parsed

SWITCHES = sorted(IN_PLACE | CHECK | DIFF | QUIET)
NAMES = st.text(st.characters(exclude_characters="\0"), max_size=5)
OTHERS = ["-", "--", "-iq", "--chec", "--check=1", "--encoding", "utf-8", "-j2", "--jobs=2", "--keep", "-qj", "---"]


@given(st.lists(st.sampled_from([*SWITCHES, *OTHERS]) | NAMES))
@example(["--check", "--", "-i"])
@example(["--encoding", "--check", "a.txt"])
def test_what_is_plain_is_what_the_parser_understands(arguments: list[str]) -> None:
    asked = plain(arguments)
    assert asked is None or asked == parsed(arguments)


@given(st.lists(st.sampled_from(SWITCHES)), st.lists(NAMES.filter(lambda name: name[:1] != "-"), min_size=1), st.data())
def test_switches_and_files_are_plain_in_any_order(switches: list[str], names: list[str], data: st.DataObject) -> None:
    given = set(switches)
    asked = plain(data.draw(st.permutations([*switches, *names])))
    if given & IN_PLACE and given & (CHECK | DIFF):
        assert asked is None
    else:
        assert asked is not None
        assert sorted(asked.files) == sorted(names)


@pytest.mark.parametrize(
    "arguments", [[], ["-i"], ["-"], ["-i", "-", "a"], ["-i", "--check", "a"], ["--", "a"], ["-iq", "a"], ["-h", "a"]]
)
def test_the_parser_is_asked_about_all_others(arguments: list[str]) -> None:
    assert plain(arguments) is None


def test_each_option_says_what_it_says() -> None:
    options = ["--encoding", "x", "--phrases", "p", "--phrases", "q", "--keep", "tags", "--config", "c", "-j", "3"]
    assert parsed([*options, "-qi", "a", "b"]) == Asked(
        ("a", "b"),
        in_place=True,
        quiet=True,
        encoding="x",
        phrases=("p", "q"),
        keep=("tags",),
        config="c",
        jobs=3,
    )
