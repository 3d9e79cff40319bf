"""The store: what is looked up in the file is what was written there."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cleaner.matcher.phrases import store as module
from cleaner.matcher.phrases.catalogue import catalogue
from cleaner.matcher.phrases.phrase import FOLDER
from cleaner.matcher.phrases.store import OFTEN, Store, open_store, sorted_lines

FRUIT = {"apple": "red", "apples": "red red", "ap": "", "яблоко": "красное", "りんご": "赤い", "pear…": "green\tsoft"}


@pytest.mark.parametrize("asked", [0, OFTEN], ids=["in the file", "loaded"])
def test_every_key_is_found_again_and_no_other(asked: int) -> None:
    store = Store(sorted_lines(FRUIT.items()))
    store._asked = asked
    assert {key: store.find(key) for key in FRUIT} == FRUIT
    for key in ("", "a", "appl", "applesx", "pear", "zebra", "red"):
        assert store.find(key) is None
    assert (store._loaded is not None) == bool(asked)
    assert store.find_any(["ap", "appl", "りんご", ""]) == {"ap", "りんご"}


@given(
    st.dictionaries(st.text(alphabet="abcя字…=:", min_size=1), st.text(alphabet="ab \t字")),
    st.lists(st.text(alphabet="abcя字…=:")),
)
def test_whatever_is_asked_is_answered_as_by_a_dictionary(values: dict[str, str], keys: list[str]) -> None:
    store = Store(sorted_lines(values.items()))
    assert [store.find(key) for key in (*values, *keys)] == [values.get(key) for key in (*values, *keys)]
    assert store.find_any(keys) == values.keys() & keys


def test_what_is_asked_often_is_loaded() -> None:
    store = Store(sorted_lines(FRUIT.items()))
    for _ in range(OFTEN):
        store.find("apple")
    assert store._loaded is None
    assert store.find("apple") == "red"
    assert store._loaded is not None


def test_a_file_that_is_broken_is_refused() -> None:
    content = sorted_lines(FRUIT.items())
    for broken in (b"", b"\0", content[:-1], content[: len(content) // 2], content + b"\n"):
        with pytest.raises(ValueError, match="no catalogue, or not the whole of one"):
            Store(broken)


@pytest.fixture
def files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[Path, Path]:
    """Give the store other places for the file of a wheel and for that of a checkout, and phrases of long ago."""
    packed, made = tmp_path / "catalogue.tsv", tmp_path / "made" / "catalogue.tsv"
    monkeypatch.setattr(module, "PACKED", str(packed))
    monkeypatch.setattr(module, "MADE", str(made))
    monkeypatch.setattr(module, "_last_edit", lambda: 10**9)
    return packed, made


def of_fruit() -> bytes:
    return sorted_lines(FRUIT.items())


def of_nothing() -> bytes:
    raise AssertionError("made anew")


def test_a_checkout_makes_the_file_once(files: tuple[Path, Path]) -> None:
    assert open_store(of_fruit).find("apple") == "red"
    assert files[1].read_bytes() == of_fruit()
    assert open_store(of_nothing).find("apple") == "red"
    assert os.listdir(files[1].parent) == ["catalogue.tsv"]


@pytest.mark.parametrize("harm", ["edited", "cut", "empty"])
def test_a_file_that_is_old_or_broken_is_made_anew(harm: str, files: tuple[Path, Path]) -> None:
    open_store(of_fruit)
    if harm == "edited":
        os.utime(files[1], (0, 0))
    else:
        files[1].write_bytes(of_fruit()[:-1] if harm == "cut" else b"")
    with pytest.raises(AssertionError, match="made anew"):
        open_store(of_nothing)
    assert open_store(of_fruit).find("apple") == "red"
    assert open_store(of_nothing).find("apple") == "red"


def test_a_wheel_brings_the_file_and_none_is_made(files: tuple[Path, Path]) -> None:
    files[0].write_bytes(of_fruit())
    os.utime(files[0], (0, 0))
    assert open_store(of_nothing).find("apple") == "red"
    assert not files[1].exists()


def test_where_nobody_may_write_it_is_made_each_time(files: tuple[Path, Path]) -> None:
    files[1].parent.write_text("a file where the folder should be")
    assert open_store(of_fruit).find("apple") == "red"
    assert open_store(of_fruit).find("pear…") == "green\tsoft"


def test_an_edit_of_a_phrase_file_is_newer_than_the_file_that_was_made() -> None:
    catalogue.cache_clear()
    catalogue().find("Share")
    assert os.stat(module.MADE).st_mtime_ns >= module._last_edit()
    phrases = Path(FOLDER) / "en.txt"
    before = os.stat(phrases)
    os.utime(phrases)
    try:
        assert os.stat(module.MADE).st_mtime_ns < module._last_edit()
    finally:
        os.utime(phrases, ns=(before.st_atime_ns, before.st_mtime_ns))
