"""The public names: adding or losing one is a decision, not an accident."""

from __future__ import annotations

import inspect

import pytest

import cleaner


def test_the_public_names_are_these() -> None:
    assert sorted(cleaner.__all__) == ["Cleaned", "CleanerError", "Phrase", "Removal", "Settings", "clean"]
    assert all(hasattr(cleaner, name) for name in cleaner.__all__)


def test_clean_takes_a_text_and_settings() -> None:
    assert list(inspect.signature(cleaner.clean).parameters) == ["text", "settings"]


def test_a_removal_has_these_fields() -> None:
    names = ("start", "end", "line", "kind", "rule", "score", "survivor", "text", "differences")
    assert cleaner.Removal._fields == names


def test_results_cannot_be_altered() -> None:
    result = cleaner.clean("A short article.\nComments (0)")
    for value in (result, result.removals[0], cleaner.Settings(), cleaner.Phrase("Share")):
        for name in (*value._fields, "another"):
            with pytest.raises(AttributeError):
                setattr(value, name, None)
