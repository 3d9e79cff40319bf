"""Compiled: what is read is what was written."""

from __future__ import annotations

import pytest

from cleaner.matcher.builtin import builtin_phrases, catalogue
from cleaner.matcher.catalogue import Catalogue, Phrase
from cleaner.matcher.compiled import FILE, compiled, read
from cleaner.matcher.kin import find_kin


@pytest.fixture(scope="module")
def plain() -> Catalogue:
    return Catalogue.of(builtin_phrases())


@pytest.fixture(scope="module")
def again(plain: Catalogue) -> Catalogue:
    return read(compiled(plain))


def test_every_phrase_is_read_again_under_the_same_words(plain: Catalogue, again: Catalogue) -> None:
    for name in ("phrases", "starts", "ends"):
        assert list(getattr(again, name).items()) == list(getattr(plain, name).items())
        assert len(getattr(again, name)) == len(getattr(plain, name))
    assert again.letters == plain.letters
    assert {kind: set(words.split()) for kind, words in again.words.items()} == {
        kind: set(words.split()) for kind, words in plain.words.items()
    }


def test_what_is_no_phrase_is_none(again: Catalogue) -> None:
    assert again.phrases.get("the mill") is None
    with pytest.raises(KeyError):
        again.phrases["the mill"]


@pytest.mark.parametrize(
    "line", ["Комментарии (0)", "Read also: the mill", "12 thoughts on mills", "Share Tweet Print", "Leave a coment"]
)
def test_lines_are_found_alike(line: str, plain: Catalogue, again: Catalogue) -> None:
    for find in ("find", "find_row", "find_misspelt"):
        assert getattr(again, find)(line) == getattr(plain, find)(line)


def test_own_phrases_come_before_those_that_are_read(again: Catalogue) -> None:
    own = Phrase("Share", "share", "own")
    both = Catalogue.of([own, Phrase("Climb the lighthouse", "share", "own")]) | again
    assert both.find("SHARE").phrase == own  # type: ignore[union-attr]
    assert both.find("Climb the lighthouse") and both.find("Комментарии (0)")
    assert "climbthelighthouse" in both.letters and "комментарии" in both.letters
    assert find_kin("Share, climb the lighthouse", both)
    assert find_kin("Sign up for the Harbour newsletter", both)


def test_a_checkout_has_none() -> None:
    assert not FILE.exists()
    assert catalogue().find("Share") == Catalogue.of(builtin_phrases()).find("Share")
