"""The public names: adding or losing one is a decision, not an accident."""

from __future__ import annotations

import dataclasses
import inspect

import cleaner


def test_the_public_names_are_these() -> None:
    assert sorted(cleaner.__all__) == ["Cleaned", "CleanerError", "Phrase", "Removal", "Settings", "clean"]
    assert all(hasattr(cleaner, name) for name in cleaner.__all__)


def test_clean_takes_a_text_and_settings() -> None:
    assert list(inspect.signature(cleaner.clean).parameters) == ["text", "settings"]


def test_a_removal_has_these_fields() -> None:
    names = [field.name for field in dataclasses.fields(cleaner.Removal)]
    assert names == ["start", "end", "line", "kind", "rule", "score", "survivor", "text", "differences"]


def test_results_cannot_be_altered() -> None:
    for kind in (cleaner.Cleaned, cleaner.Removal, cleaner.Settings):
        assert kind.__dataclass_params__.frozen
        assert hasattr(kind, "__slots__")
