"""Rules: which names cover which, and the mistakes in them."""

from __future__ import annotations

from pathlib import Path

import pytest
from conftest import Run

from cleaner import Settings, clean
from cleaner.errors import ConfigError
from cleaner.rules import check_rules, is_disabled

PROSE = "The bakery on the corner opens at six in the morning, and by half past six there is a queue."
TEXT = f"The bakery\n{PROSE}\n{PROSE[::-1]}.\nTags: bread\nShare\nComments (2)\n"


@pytest.mark.parametrize(
    ("rule", "names", "expected"),
    [
        ("tags:en:Tags", ["tags"], True),
        ("tags:en:Tags", ["tags:en"], True),
        ("tags:en:Tags", ["share", "tags:en:Tags"], True),
        ("near", ["near"], True),
        ("tags:en:Tags", [], False),
        ("tags:en:Tags", ["tag"], False),
        ("tags:en:Tags", ["tags:e"], False),
        ("comment-section:en:Comments", ["comments"], True),
        ("comment-section:en:Comments", ["comments:en"], True),
        ("comments:en:Comments", ["comment-section"], False),
    ],
)
def test_a_name_covers_a_rule_that_begins_with_it(rule: str, names: list[str], expected: bool) -> None:
    assert is_disabled(rule, names) is expected


RULES = ["tags:en:Tags", "comments:en:Comments", "related:en:Read also: all"]


@pytest.mark.parametrize(
    "name",
    [
        "near",
        "own",
        "comment-section",
        "comment-section:en",
        "tags",
        "tags:en",
        "tags:en:Tags",
        "related:en:Read also: all",
    ],
)
def test_these_are_rules(name: str) -> None:
    check_rules([name], RULES)


@pytest.mark.parametrize(
    ("name", "hint"),
    [
        ("tag", "did you mean 'tags'"),
        ("xyz", "known are comment-section, comments, exact, near, own, related, tags, teaser"),
        ("near:en", "did you mean 'near'"),
        ("tags:", "did you mean 'tags'"),
        ("tags:xx", "did you mean 'tags'"),
        ("tags:en:Tag", "known are"),
    ],
)
def test_these_are_not(name: str, hint: str) -> None:
    with pytest.raises(ConfigError, match=f"there is no rule '{name}'; {hint}"):
        check_rules([name], RULES)


@pytest.mark.parametrize(
    ("disable", "left"),
    [((), ""), (("comments",), "Comments (2)\n"), (("share:en", "tags"), "Tags: bread\nShare\n")],
)
def test_a_disabled_rule_removes_nothing(disable: tuple[str, ...], left: str) -> None:
    assert clean(TEXT, Settings(disable=disable)).text == TEXT[: TEXT.index("Tags")] + left


def test_repeats_can_be_switched_off() -> None:
    other = "Those who come late get yesterday's loaf at half the price, and a word of comfort from the owner."
    text = f"A\n{PROSE}\n{other}\n{PROSE}\n{other}\n"
    assert clean(text).changed
    assert not clean(text, Settings(disable=("exact", "near"))).changed


def test_the_command_and_the_project_switch_rules_off(cleaner: Run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT)
    (tmp_path / "pyproject.toml").write_text('[tool.cleaner]\ndisable = ["share"]\n')
    assert cleaner("--keep", "tags", "a.txt").stdout.decode() == TEXT.removesuffix("Comments (2)\n")
    wrong = cleaner("--keep", "tag", "a.txt")
    assert (wrong.returncode, wrong.stdout) == (2, b"")
    assert wrong.stderr == b"cleaner: there is no rule 'tag'; did you mean 'tags'?\n"
