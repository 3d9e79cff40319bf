"""Compiled: the catalogue as a wheel holds it, sorted lines that are looked up where they stand in the file.

To make it from the phrase files takes ten times as long as a short run, and to load all of it longer than the run: of
its 200,000 lines a short text needs some dozens.
"""

from __future__ import annotations

import os
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set
from itertools import accumulate, pairwise
from mmap import mmap
from typing import Any, TypeVar

from cleaner.matcher.catalogue import Catalogue, Phrase

# Made when a wheel is built; a checkout has none, and reads the phrase files themselves.
FILE = os.path.join(os.path.dirname(__file__), "phrases.compiled")
# The file is numbers of four bytes, and behind them lines. The numbers: a mark, which also tells their byte order;
# how many lines each column has; where each line starts, and where the last one ends.
MARK, SIZE = 0x50485231, 4
# Each set has a column of keys, each table beside it one of values.
SETS = ("letters", "first_words", "before_slots", "behind_slots", "counting")
PHRASES = ("phrases", "starts", "ends")
LISTS = ("beginnings", "endings", "kinds", "by_kind")
COLUMNS = len(SETS) + 2 * len(PHRASES + LISTS)
# A field is loaded once it has been asked for one in so many of its keys. To look one up takes 3 to 8 µs, as long as to
# load 11 (with values beside them) to 30: by then, looking up has taken at most half as long as loading does.
OFTEN = 60

T = TypeVar("T")


def compiled(catalogue: Catalogue) -> bytes:
    """Return ``catalogue`` as the content of such a file."""
    from array import array  # which no run needs

    columns = [sorted(getattr(catalogue, name)) for name in SETS]
    for name in PHRASES + LISTS:
        table = sorted(getattr(catalogue, name).items())
        columns += [key for key, _ in table], [_written(value) for _, value in table]
    lines = [f"{line}\n".encode() for column in columns for line in column]
    head = SIZE * (1 + COLUMNS + len(lines) + 1)
    starts = accumulate(map(len, lines), initial=head)
    return array("I", [MARK, *map(len, columns), *starts]).tobytes() + b"".join(lines)


def read(content: bytes | mmap) -> Catalogue:
    """Return the catalogue that ``compiled`` has written; raises ``ValueError`` for anything else."""
    numbers = memoryview(content)[: len(content) // SIZE * SIZE].cast("I")
    counts = numbers[1 : 1 + COLUMNS].tolist()
    last = 1 + COLUMNS + sum(counts)
    if not numbers or numbers[0] != MARK or last >= len(numbers) or numbers[last] != len(content):
        raise ValueError("no compiled catalogue, or not the whole of one")
    ends = accumulate(counts, initial=1 + COLUMNS)
    columns = iter([_Lines(content, numbers[first : after + 1]) for first, after in pairwise(ends)])
    fields: dict[str, Any] = {name: _Words(next(columns)) for name in SETS}
    fields |= {name: _Table(next(columns), next(columns), _read_phrase) for name in PHRASES}
    fields |= {name: _Table(next(columns), next(columns), _read_list) for name in LISTS}
    return Catalogue(**fields)


class _Lines:
    """A column: lines that are read one by one, or all at once."""

    __slots__ = ("_content", "_starts")

    def __init__(self, content: bytes | mmap, starts: Sequence[int]) -> None:
        self._content, self._starts = content, starts

    def __len__(self) -> int:
        return len(self._starts) - 1

    def __getitem__(self, at: int) -> str:
        return str(self._content[self._starts[at] : self._starts[at + 1] - 1], "utf-8")

    def all(self) -> list[str]:
        return str(self._content[self._starts[0] : self._starts[-1]], "utf-8").split("\n")[:-1]


class _Section:
    """A field of the catalogue, looked up in the file until it is asked for so often that loading it pays."""

    __slots__ = ("_asked", "_keys", "_loaded", "_values")

    def __init__(self, keys: _Lines, values: _Lines | None = None) -> None:
        self._keys, self._values = keys, values
        self._asked = 0
        self._loaded: dict[str, str] | None = None

    def __len__(self) -> int:
        return len(self._keys)

    def __iter__(self) -> Iterator[str]:
        return iter(self._load())

    def __contains__(self, key: object) -> bool:
        return self._find(key) is not None  # type: ignore[arg-type]

    def _find(self, key: str) -> str | None:
        """Return the line beside ``key``, "" in a set; ``None`` where there is no such key."""
        if self._loaded is not None:
            return self._loaded.get(key)
        self._asked += 1
        if self._asked * OFTEN > len(self._keys):
            return self._load().get(key)
        at = bisect_left(self._keys, key)
        if at == len(self._keys) or self._keys[at] != key:
            return None
        return self._values[at] if self._values else ""

    def _load(self) -> dict[str, str]:
        if self._loaded is None:
            keys = self._keys.all()
            self._loaded = dict(zip(keys, self._values.all(), strict=True)) if self._values else dict.fromkeys(keys, "")
        return self._loaded


class _Words(_Section, Set[str]):
    """A set."""

    __slots__ = ()

    @classmethod
    def _from_iterable(cls, words: Iterable[str]) -> Set[str]:  # type: ignore[override]
        return frozenset(words)

    def isdisjoint(self, words: Iterable[str]) -> bool:
        """Tell whether none of ``words`` is in the set; once it is loaded, at the speed of any other."""
        if self._loaded is not None:
            return self._loaded.keys().isdisjoint(words)
        return not any(map(self.__contains__, words))


class _Table(_Section, Mapping[str, T]):
    """A mapping; ``read`` makes the value of a line, once it is asked for: hardly any ever is."""

    __slots__ = ("_known", "_read")

    def __init__(self, keys: _Lines, values: _Lines, read: Callable[[str], T]) -> None:
        super().__init__(keys, values)
        self._read = read
        self._known: dict[str, T] = {}

    def __getitem__(self, key: str) -> T:
        if (value := self.get(key)) is None:
            raise KeyError(key)
        return value

    def get(self, key: str, default: T | None = None) -> T | None:  # type: ignore[override]
        """Return the value, or ``default``; what the base class does would raise and catch an error for most keys."""
        if key in self._known:
            return self._known[key]
        if (line := self._find(key)) is None:
            return default
        value = self._known[key] = self._read(line)
        return value


def _written(value: Phrase | Sequence[str]) -> str:
    if isinstance(value, Phrase):
        return f"{value.wording}\t{value.category}\t{value.language}\t{value.opens:d}"
    return "\t".join(value)


def _read_phrase(line: str) -> Phrase:
    wording, category, language, opens = line.split("\t")
    return Phrase(wording, category, language, opens == "1")


def _read_list(line: str) -> Sequence[str]:
    return line.split("\t")
