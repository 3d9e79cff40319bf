"""[tool.cleaner]: found from below, read in full, and refused where it cannot be meant."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from cleaner.cli.config import Config, find_config, read_config, read_phrases
from cleaner.errors import ConfigError, PhrasesError
from cleaner.matcher.phrases.phrase import Phrase

TABLE = "[tool.cleaner]\n"


def project(folder: Path, content: str) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / "pyproject.toml"
    path.write_text(content, encoding="utf-8")
    return path


@pytest.mark.parametrize("below", [".", "a", "a/b/c"])
def test_a_table_is_found_from_any_folder_below(tmp_path: Path, below: str) -> None:
    project(tmp_path, TABLE + 'encoding = "koi8-r"\n')
    (tmp_path / below).mkdir(parents=True, exist_ok=True)
    assert find_config(str(tmp_path / below)) == Config(encoding="koi8-r")


def test_the_nearest_table_wins(tmp_path: Path) -> None:
    project(tmp_path, TABLE + 'encoding = "koi8-r"\nphrases = ["far.txt"]\n')
    project(tmp_path / "a", TABLE + 'encoding = "cp1251"\n')
    assert find_config(str(tmp_path / "a")) == Config(encoding="cp1251")


@pytest.mark.parametrize(
    "nearer",
    [
        pytest.param("", id="empty"),
        pytest.param("[tool.other]\nencoding = 1\n", id="another-tool"),
        pytest.param("tool = 3\n", id="tool-is-no-table"),
        pytest.param('[project]\nname = "x"\n', id="no-tool"),
        pytest.param('[project]\nname = "cleaner"\n', id="our-name"),
        pytest.param("[tool.other\n", id="broken-without-our-name"),
    ],
)
def test_a_file_without_the_table_is_passed_by(tmp_path: Path, nearer: str) -> None:
    project(tmp_path, TABLE + 'encoding = "koi8-r"\n')
    project(tmp_path / "a", nearer)
    assert find_config(str(tmp_path / "a")) == Config(encoding="koi8-r")


def test_an_empty_table_ends_the_search(tmp_path: Path) -> None:
    project(tmp_path, TABLE + 'encoding = "koi8-r"\n')
    project(tmp_path / "a", TABLE)
    assert find_config(str(tmp_path / "a")) == Config()


def test_a_folder_called_pyproject_toml_is_passed_by(tmp_path: Path) -> None:
    project(tmp_path, TABLE + 'encoding = "koi8-r"\n')
    (tmp_path / "a" / "pyproject.toml").mkdir(parents=True)
    assert find_config(str(tmp_path / "a")) == Config(encoding="koi8-r")


def test_without_any_table_everything_is_as_usual(tmp_path: Path) -> None:
    assert find_config(str(tmp_path)) == Config(phrases=(), encoding=None)


def test_phrases_lie_beside_the_file_that_names_them(tmp_path: Path) -> None:
    project(tmp_path, TABLE + 'phrases = ["own.txt", "lists/more.txt", "/etc/all.txt"]\n')
    (tmp_path / "a").mkdir()
    expected = (f"{tmp_path}/own.txt", f"{tmp_path}/lists/more.txt", "/etc/all.txt")
    assert find_config(str(tmp_path / "a")).phrases == expected
    assert read_config(str(tmp_path / "pyproject.toml")).phrases == expected


def test_a_named_file_may_have_any_name(tmp_path: Path) -> None:
    path = tmp_path / "settings.conf"
    path.write_text(TABLE + 'encoding = "gb18030"\n')
    assert read_config(str(path)) == Config(encoding="gb18030")


@pytest.mark.parametrize(
    ("content", "message"),
    [
        pytest.param(
            TABLE + 'encodings = "x"\n', r"unknown key 'encodings'; did you mean 'encoding'\?", id="near-encoding"
        ),
        pytest.param(TABLE + "phrase = []\n", r"unknown key 'phrase'; did you mean 'phrases'\?", id="near-phrases"),
        pytest.param(TABLE + "quiet = true\n", "unknown key 'quiet'; known are disable, encoding, phrases", id="far"),
        pytest.param(TABLE + "encoding = 1251\n", "encoding must be a name", id="encoding-number"),
        pytest.param(TABLE + 'encoding = ["utf-8"]\n', "encoding must be a name", id="encoding-list"),
        pytest.param(TABLE + 'phrases = "own.txt"\n', "phrases must be a list", id="phrases-string"),
        pytest.param(TABLE + 'phrases = ["own.txt", 3]\n', "phrases must be a list", id="phrases-with-number"),
        pytest.param(TABLE + 'disable = "tags"\n', "disable must be a list of rules", id="disable-string"),
        pytest.param("[tool]\ncleaner = 3\n", "must be a table", id="table-is-number"),
        pytest.param("[[tool.cleaner]]\n", "must be a table", id="table-is-array"),
        pytest.param("[tool.cleaner\n", "not TOML: .*; mend it, or name another file with --config", id="broken"),
        pytest.param(TABLE + "deep = " + "[" * 100_000, "not TOML: .*; mend it", id="deep"),
        pytest.param(TABLE + "encoding = 'a'\nencoding = 'b'\n", "not TOML", id="key-twice"),
    ],
)
def test_a_mistake_is_named_with_its_file(tmp_path: Path, content: str, message: str) -> None:
    path = project(tmp_path, content)
    for read, place in ((read_config, path), (find_config, tmp_path)):
        with pytest.raises(ConfigError, match=message) as caught:
            read(str(place))
        assert str(caught.value).startswith(f"{path}: ")
        assert "\n" not in str(caught.value)


def test_a_file_that_is_not_utf_8_is_not_toml(tmp_path: Path) -> None:
    path = tmp_path / "pyproject.toml"
    path.write_bytes("# Ёж\n".encode("cp1251"))
    with pytest.raises(ConfigError, match="not TOML"):
        read_config(str(path))


@pytest.mark.parametrize("content", ["", "tool = 3\n", "[tool.other]\n"], ids=["empty", "tool-is-number", "other-tool"])
def test_a_named_file_needs_the_table(tmp_path: Path, content: str) -> None:
    path = project(tmp_path, content)
    with pytest.raises(ConfigError, match=r"has no \[tool.cleaner\] table"):
        read_config(str(path))


def test_a_named_file_must_be_there(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="No such file or directory"):
        read_config(str(tmp_path / "none.toml"))


def test_a_named_directory_is_no_configuration(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="Is a directory"):
        read_config(str(tmp_path))


def test_a_phrase_file_is_read_with_or_without_a_mark(tmp_path: Path) -> None:
    path = tmp_path / "mine.txt"
    for encoding in ("utf-8", "utf-8-sig"):
        path.write_text("Смотри также:\n[share]\nRunde sagen\n", encoding=encoding)
        assert read_phrases(str(path)) == (
            Phrase("Смотри также", "own", "mine", takes_suffix=True),
            Phrase("Runde sagen", "share", "mine", takes_suffix=False),
        )


def test_a_phrase_file_must_be_utf_8(tmp_path: Path) -> None:
    path = tmp_path / "own.txt"
    path.write_bytes("Ёж\n".encode("cp1251"))
    with pytest.raises(PhrasesError, match=r"own\.txt: not UTF-8"):
        read_phrases(str(path))


@pytest.mark.parametrize(
    ("name", "message"),
    [
        pytest.param("none.txt", "No such file or directory", id="missing"),
        pytest.param(".", "Is a directory", id="directory"),
        pytest.param("zero\0byte.txt", "name a file", id="name-that-no-file-has"),
    ],
)
def test_a_phrase_file_that_cannot_be_read_is_named(tmp_path: Path, name: str, message: str) -> None:
    with pytest.raises(PhrasesError, match=message):
        read_phrases(str(tmp_path / name))


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_phrase_file_that_may_not_be_read_is_named(tmp_path: Path) -> None:
    path = tmp_path / "own.txt"
    path.touch(mode=0)
    with pytest.raises(PhrasesError, match="Permission denied"):
        read_phrases(str(path))


def test_a_phrase_file_says_which_line_is_wrong(tmp_path: Path) -> None:
    path = tmp_path / "own.txt"
    path.write_text("Read this\n12:30\n")
    with pytest.raises(PhrasesError, match=r"own\.txt, line 2: '12:30' has no letters"):
        read_phrases(str(path))


def test_rules_to_be_switched_off_are_read(tmp_path: Path) -> None:
    path = project(tmp_path, TABLE + 'disable = ["tags", "related:de"]\n')
    assert read_config(str(path)).disable == ("tags", "related:de")
