"""The phrase files: the house rules of the built-in phrases."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest

from cleaner.matcher.phrases.catalogue import Catalogue
from cleaner.matcher.phrases.phrase import CATEGORIES, FOLDER, SLOT, builtin_phrases, parse_phrases
from cleaner.matcher.words import words

SAMPLES = Path(__file__).parents[3] / "samples" / "unchanged"
FILES = sorted(Path(FOLDER).glob("*.txt"))
LONGEST, FEWEST_LETTERS = 120, 3


def test_the_built_in_phrases_are_those_of_all_files() -> None:
    assert {phrase.language for phrase in builtin_phrases()} == {path.stem for path in FILES}


@pytest.fixture(params=FILES, ids=lambda path: path.name)
def file(request: pytest.FixtureRequest) -> Path:
    path = request.param
    assert isinstance(path, Path)
    return path


def wordings(path: Path) -> Iterator[tuple[str, str]]:
    """Yield the (category, line) of each wording in a phrase file, exactly as it is written there."""
    category = ""
    for line in path.read_text(encoding="utf-8").split("\n"):
        if line.startswith("["):
            category = line.strip("[]")
        elif line and not line.startswith("#"):
            yield category, line


def key(line: str) -> tuple[bool, bool, str]:
    return line.startswith("…"), line.endswith("…"), " ".join(words(line))


def test_there_are_phrase_files() -> None:
    assert len(FILES) > 40
    assert all(list(wordings(path)) for path in FILES)


def test_a_phrase_file_is_called_by_its_language(file: Path) -> None:
    assert file.suffix == ".txt"
    assert re.fullmatch("[a-z]{2}", file.stem)


def test_the_first_line_names_the_language(file: Path) -> None:
    first, _, _ = file.read_text(encoding="utf-8").partition("\n")
    assert re.match(r"# [A-Z][a-z]+( \([^)]+\))?\. ", first)


def test_all_categories_are_there_in_order_and_none_is_empty(file: Path) -> None:
    headings = [line for line in file.read_text(encoding="utf-8").splitlines() if line.startswith("[")]
    assert headings == [f"[{category}]" for category in CATEGORIES]
    assert list(dict.fromkeys(category for category, _ in wordings(file))) == list(CATEGORIES)


def test_wordings_are_sorted(file: Path) -> None:
    pairs = [(one, other) for (above, one), (below, other) in pairwise(wordings(file)) if above == below]
    assert [pair for pair in pairs if pair[0].casefold() > pair[1].casefold()] == []


def test_no_wording_stands_there_twice(file: Path) -> None:
    counts = Counter(key(line) for _, line in wordings(file))
    assert [wording for wording, count in counts.items() if count > 1] == []


def test_no_white_space_surrounds_a_line(file: Path) -> None:
    assert [line for line in file.read_text(encoding="utf-8").split("\n") if line != line.strip()] == []


def test_a_file_ends_in_one_line_feed_and_has_no_other_line_ends(file: Path) -> None:
    content = file.read_bytes().decode()
    assert content == "\n".join(content.splitlines()) + "\n"
    assert not content.endswith("\n\n")


def test_no_wording_is_too_long(file: Path) -> None:
    assert [line for _, line in wordings(file) if len(line) > LONGEST] == []


def test_no_wording_is_a_mere_letter_or_two(file: Path) -> None:
    def is_short(line: str) -> bool:
        letters = [letter for letter in line if letter.isalpha() or unicodedata.category(letter).startswith("M")]
        east = any(unicodedata.name(letter).startswith(("CJK", "HIRAGANA", "KATAKANA", "HANGUL")) for letter in letters)
        return len(letters) < FEWEST_LETTERS and not east

    assert [line for _, line in wordings(file) if is_short(line)] == []


def test_what_other_files_say_too_has_the_same_category_there(file: Path) -> None:
    others = {key(line): category for other in FILES if other != file for category, line in wordings(other)}
    differing = [line for category, line in wordings(file) if others.get(key(line), category) != category]
    assert differing == []


def test_a_slot_is_a_word_and_stands_at_one_end_or_in_the_middle(file: Path) -> None:
    phrases = list(parse_phrases(file.read_text(encoding="utf-8"), file.name, file.stem))
    slotted = [phrase for phrase in phrases if SLOT in phrase.wording]
    assert [phrase.wording for phrase in slotted if not (phrase.has_slot or phrase.is_frame)] == []
    assert [phrase.wording for phrase in slotted if phrase.is_frame and phrase.wording.startswith(SLOT)] == []
    assert [
        phrase.wording for phrase in slotted if phrase.wording.split().count(SLOT) != phrase.wording.count(SLOT)
    ] == []


def test_no_wording_is_a_line_of_an_article(file: Path) -> None:
    articles = sorted(SAMPLES.glob("*.txt"))
    assert len(articles) >= 8
    phrases = Catalogue.of(parse_phrases(file.read_text(encoding="utf-8"), file.name, file.stem))
    lines = [line for article in articles for line in article.read_text(encoding="utf-8").splitlines()]
    assert [line for line in lines if phrases.find(line)] == []
