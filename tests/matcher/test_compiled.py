"""Compiled: what is read is what was written."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cleaner.matcher import builtin
from cleaner.matcher import compiled as module
from cleaner.matcher.builtin import builtin_phrases, catalogue
from cleaner.matcher.catalogue import Catalogue, Phrase
from cleaner.matcher.compiled import FILE, LISTS, OFTEN, PHRASES, SETS, compiled, read
from cleaner.matcher.kin import find_kin


@pytest.fixture(scope="module")
def plain() -> Catalogue:
    return Catalogue.of(builtin_phrases())


@pytest.fixture(scope="module")
def content(plain: Catalogue) -> bytes:
    return compiled(plain)


@pytest.fixture
def again(content: bytes) -> Catalogue:
    return read(content)


SECTIONS = (*SETS, *PHRASES, *LISTS)


def found(catalogue: Catalogue, name: str, key: str) -> object:
    """Return what a field of ``catalogue`` has for ``key``."""
    section = getattr(catalogue, name)
    if name in SETS:
        return key in section
    value = section.get(key)
    assert (value is not None) == (key in section)
    return value if value is None or name in PHRASES else tuple(value)


@pytest.mark.parametrize("name", SECTIONS)
@pytest.mark.parametrize("often", [0, 1_000_000], ids=["in the file", "loaded"])
def test_every_key_is_found_again_and_no_other(
    name: str, often: int, plain: Catalogue, again: Catalogue, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "OFTEN", often)
    keys = list(getattr(plain, name))
    assert len(getattr(again, name)) == len(keys)
    for key in keys[:: 1 if often else 17]:
        for other in (key, key[:-1], f"{key}x", f"{key} {key}"):
            assert found(again, name, other) == found(plain, name, other)
    assert set(getattr(again, name)) == set(keys)


@given(data=st.data())
def test_whatever_is_asked_is_answered_alike(data: st.DataObject, plain: Catalogue, content: bytes) -> None:
    name, again = data.draw(st.sampled_from(SECTIONS)), read(content)
    known = sorted(getattr(plain, name))
    keys = data.draw(st.lists(st.text() | st.sampled_from(known)))
    assert [found(again, name, key) for key in keys] == [found(plain, name, key) for key in keys]
    if name in SETS:
        assert getattr(again, name).isdisjoint(keys) == getattr(plain, name).isdisjoint(keys)


def test_what_is_asked_often_is_loaded_and_nothing_else(content: bytes, plain: Catalogue) -> None:
    again = read(content)
    keys = list(plain.letters)
    often = len(keys) // OFTEN
    assert not again.letters.isdisjoint(keys[:often])
    assert all(key in again.letters for key in keys[:often])
    is_loaded = {name: getattr(again, name)._loaded is not None for name in SECTIONS}
    assert [name for name, loaded in is_loaded.items() if loaded] == ["letters"]


def test_what_is_no_phrase_is_none(again: Catalogue) -> None:
    assert again.phrases.get("the mill") is None
    with pytest.raises(KeyError):
        again.phrases["the mill"]


def test_a_set_is_joined_like_any_other(plain: Catalogue, again: Catalogue) -> None:
    assert again.counting | {"mill"} == plain.counting | {"mill"}
    assert again.counting & {"mill"} == frozenset()


def test_a_file_that_is_broken_is_refused(content: bytes) -> None:
    cut = (b"", b"\0", content[:-1], content[:1000], content + b"\n")
    for broken in (*cut, b"\n" * 4000, b"?" + content[1:], content[:4] + b"\xff" * 4 + content[8:]):
        with pytest.raises(ValueError, match="no compiled catalogue"):
            read(broken)


def test_a_file_that_is_broken_is_not_needed(content: bytes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "phrases.compiled"
    monkeypatch.setattr(builtin, "FILE", str(file))
    for written in (content, content[:-1], b""):
        file.write_bytes(written)
        catalogue.cache_clear()
        assert isinstance(catalogue().letters, frozenset) == (written != content)
        assert catalogue().find("Share")
    catalogue.cache_clear()


@pytest.mark.parametrize(
    "line",
    [
        "Комментарии (0)",
        "Read also: the mill",
        "12 thoughts on mills",
        "Share Tweet Print",
        "Leave a coment",
        "Sign up for the Harbour newsletter",
    ],
)
def test_lines_are_found_alike(line: str, plain: Catalogue, again: Catalogue) -> None:
    finders = (Catalogue.find, Catalogue.find_row, Catalogue.find_misspelt, lambda one, line: find_kin(line, one))
    hits = [[find(one, line) for find in finders] for one in (plain, again)]
    assert hits[0] == hits[1]
    assert any(hits[0])


def test_own_phrases_come_before_those_that_are_read(again: Catalogue) -> None:
    own = Phrase("Share", "share", "own")
    both = Catalogue.of([own, Phrase("Climb the lighthouse", "share", "own")]) | again
    assert both.find("SHARE").phrase == own  # type: ignore[union-attr]
    assert both.find("Climb the lighthouse") and both.find("Комментарии (0)")
    assert "climbthelighthouse" in both.letters and "комментарии" in both.letters
    assert find_kin("Share, climb the lighthouse", both)
    assert find_kin("Sign up for the Harbour newsletter", both)


def test_a_checkout_has_none() -> None:
    assert not Path(FILE).exists()
    assert catalogue().find("Share") == Catalogue.of(builtin_phrases()).find("Share")
