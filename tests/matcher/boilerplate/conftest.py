"""The hits of a catalogue in some lines, as the finders get them."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from cleaner.matcher.catalogue import Hit, catalogue
from cleaner.tokenizer import Paragraph, tokenize

Found = tuple[list[Paragraph], dict[int, Hit]]


@pytest.fixture
def find() -> Callable[[list[str]], Found]:
    """Return a function that gives the paragraphs of some lines and the phrases among them."""

    def find(lines: list[str]) -> Found:
        paragraphs = tokenize("\n".join(lines))
        assert len(paragraphs) == len(lines)
        hits = {index: hit for index, line in enumerate(lines) if (hit := catalogue().find(line))}
        return paragraphs, hits

    return find
