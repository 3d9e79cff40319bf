"""Texts whose repetition, and whose lines that read like furniture, are meant: they come back as they are.

``corpus/known_failures`` are those that do not yet. Whoever mends one moves it to ``corpus/meant``. In
``corpus/boxes`` the article goes on below a box of links and buttons, or below the comments.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from cleaner import clean

CORPUS = Path(__file__).parent / "corpus"


def texts(folder: str) -> list[Path]:
    return sorted((CORPUS / folder).glob("*.txt"))


@pytest.mark.parametrize("path", texts("meant"), ids=lambda path: path.stem)
def test_what_is_meant_stays(path: Path) -> None:
    assert clean(path.read_text(encoding="utf-8")).removals == ()


@pytest.mark.xfail(strict=True)
@pytest.mark.parametrize("path", texts("known_failures"), ids=lambda path: path.stem)
def test_what_is_meant_does_not_stay_yet(path: Path) -> None:
    assert clean(path.read_text(encoding="utf-8")).removals == ()


@pytest.mark.parametrize("path", texts("boxes"), ids=lambda path: path.stem)
def test_what_stands_below_a_box_stays(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    left = clean(text).text.splitlines()
    assert [line for line in text.splitlines() if len(line) >= 60 and line not in left] == []
