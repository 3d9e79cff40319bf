"""Options: each is understood under each of its names, and mistakes are usage errors."""

from __future__ import annotations

import pytest

from cleaner.cli.options import Options, parse

ALL = Options(
    ("a", "b"),
    in_place=True,
    quiet=True,
    encoding="x",
    phrases=("p", "q"),
    keep=("tags",),
    config="c",
    jobs=3,
)


@pytest.mark.parametrize(
    "arguments",
    [
        "--encoding x --phrases p --phrases q --keep tags --config c -j 3 -qi a b",
        "a --in-place --quiet b --jobs=3 --config=c --keep=tags --phrases=p --phrases=q --encoding=x",
        "-q -i -j3 --encoding x --phrases p --phrases q --keep tags --config c -- a b",
    ],
)
def test_each_option_may_be_given_in_several_ways(arguments: str) -> None:
    assert parse(arguments.split()) == ALL


def test_without_arguments_nothing_is_set() -> None:
    assert parse([]) == Options(())


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (["--check", "--diff", "a"], Options(("a",), check=True, diff=True)),
        (["-"], Options(("-",))),
        (["--check", "--", "-i"], Options(("-i",), check=True)),
        (["--encoding", "--check", "a"], Options(("a",), encoding="--check")),
    ],
)
def test_a_dash_is_a_file_and_an_option_takes_what_follows(arguments: list[str], expected: Options) -> None:
    assert parse(arguments) == expected


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["-i", "--check", "a"], "--in-place rewrites, --check and --diff do not"),
        (["-i", "--diff", "a"], "--in-place rewrites, --check and --diff do not"),
        (["-i"], "--in-place needs files"),
        (["-i", "a", "-"], "--in-place needs files"),
        (["--jobs", "0", "a"], "Invalid value for '-j' / '--jobs'"),
        (["--chec", "a"], "No such option"),
        (["--check=1", "a"], "does not take a value"),
    ],
)
def test_a_mistake_is_a_usage_error(arguments: list[str], message: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert parse(arguments) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert message in err.splitlines()[-1]
