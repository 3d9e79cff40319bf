"""Compiled: the built-in catalogue as a wheel holds it, ready to be read; making it takes a run ten times as long."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from cleaner.matcher.catalogue import Catalogue, Kind, Phrase

# Made when a wheel is built; a checkout has none, and reads the phrase files themselves.
FILE = Path(__file__).with_name("phrases.compiled")
_SECTION = "\n\f\n"


class _Written(Mapping[str, Phrase]):
    """Phrases by what they say, each a line of text until somebody asks for it: hardly any is ever asked for."""

    __slots__ = ("_lines",)

    def __init__(self, lines: dict[str, str]) -> None:
        self._lines = lines

    def __getitem__(self, key: str) -> Phrase:
        return _read_phrase(self._lines[key])

    def get(self, key: str, default: None = None) -> Phrase | None:  # type: ignore[override]
        """Return the phrase, or ``None``; what the base class does would raise and catch an error for most lines."""
        line = self._lines.get(key)
        return default if line is None else _read_phrase(line)

    def __iter__(self) -> Iterator[str]:
        return iter(self._lines)

    def __len__(self) -> int:
        return len(self._lines)


def compiled(catalogue: Catalogue) -> str:
    """Return ``catalogue`` as the text of such a file."""
    sections = [
        *(lines for phrases in (catalogue.phrases, catalogue.starts, catalogue.ends) for lines in _write(phrases)),
        sorted(catalogue.letters),
        ["\t".join(kind) for kind in catalogue.words],
        [" ".join(sorted(set(words.split()))) for words in catalogue.words.values()],
    ]
    return _SECTION.join(map("\n".join, sections))


def read(content: str) -> Catalogue:
    """Return the catalogue that ``compiled`` has written; raises ``ValueError`` for anything else."""
    sections = [section.split("\n") for section in content.split(_SECTION)]
    phrases, starts, ends = (_Written(dict(zip(*sections[at : at + 2], strict=True))) for at in (0, 2, 4))
    words = {_kind(kind): line for kind, line in zip(*sections[7:], strict=True)}
    return Catalogue(phrases, starts, ends, frozenset(sections[6]), words)


def _write(phrases: Mapping[str, Phrase]) -> tuple[list[str], list[str]]:
    lines = (f"{phrase.wording}\t{phrase.category}\t{phrase.language}\t{phrase.opens:d}" for phrase in phrases.values())
    return list(phrases), list(lines)


def _read_phrase(line: str) -> Phrase:
    wording, category, language, opens = line.split("\t")
    return Phrase(wording, category, language, opens == "1")


def _kind(line: str) -> Kind:
    category, _, language = line.partition("\t")
    return category, language
