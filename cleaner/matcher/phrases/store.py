"""Store: sorted lines ``key TAB value`` in a plain text file, looked up where they stand.

To make the catalogue from the phrase files takes ten times as long as a short run, and to load all of it longer than
the run: of its lines a short text needs some dozens.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from contextlib import suppress
from mmap import ACCESS_READ, mmap

from cleaner.matcher import words
from cleaner.matcher.phrases.phrase import FOLDER

# A wheel brings this file; in a checkout, where phrases are edited, the other one is made when it is needed.
PACKED = os.path.join(FOLDER, "catalogue.tsv")
MADE = os.path.join(FOLDER, "__pycache__", "catalogue.tsv")
# All lines are loaded once so many were looked up: that takes 70 ms, as long as so many look-ups of 6 to 8 µs together.
OFTEN = 10_000
# The last line of a whole file.
_END = "\U0010ffff\tend\n".encode()


class Store:
    """The lines of one file, which are read one by one until loading all of them pays."""

    __slots__ = ("_asked", "_content", "_loaded")

    def __init__(self, content: bytes | mmap) -> None:
        """Take ``content`` as ``sorted_lines`` writes it; raises ``ValueError`` where it is not whole."""
        if content[-len(_END) :] != _END:
            raise ValueError("no catalogue, or not the whole of one")
        self._content, self._asked = content, 0
        self._loaded: dict[str, str] | None = None

    def find(self, key: str) -> str | None:
        """Return the value behind ``key``, ``None`` where there is no such key."""
        if self._loaded is not None:
            return self._loaded.get(key)
        self._asked += 1
        if self._asked > OFTEN:
            return self._load().get(key)
        return self._search(f"{key}\t".encode("utf-8", "surrogatepass"))

    def find_any(self, keys: Iterable[str]) -> set[str]:
        """Return those of ``keys`` that are known."""
        if self._loaded is not None:
            return self._loaded.keys() & keys
        return {key for key in keys if self.find(key) is not None}

    def _search(self, key: bytes) -> str | None:
        low, high = 0, len(self._content)
        while low < high:
            start = self._content.rfind(b"\n", low, (low + high) // 2) + 1 or low
            end = self._content.find(b"\n", start)
            if self._content[start:end] < key:
                low = end + 1
            else:
                high = start
        end = self._content.find(b"\n", low)
        line = self._content[low:end]
        return str(line[len(key) :], "utf-8") if line.startswith(key) else None

    def _load(self) -> dict[str, str]:
        if self._loaded is None:
            lines = str(self._content[: -len(_END)], "utf-8").split("\n")[:-1]
            self._loaded = dict(line.split("\t", 1) for line in lines)
        return self._loaded


def sorted_lines(values: Iterable[tuple[str, str]]) -> bytes:
    """Return the content of a file of (key, value) pairs; neither holds a line end, and no key a tab."""
    lines = sorted(f"{key}\t{value}\n".encode() for key, value in values)
    return b"".join([*lines, _END])


def open_store(make: Callable[[], bytes]) -> Store:
    """Return the store that a wheel brings or an earlier run made; else that of ``make()``."""
    for path in (PACKED, MADE):
        with suppress(OSError, ValueError), open(path, "rb") as file:  # there is none, or not a whole one
            if path == PACKED or os.fstat(file.fileno()).st_mtime_ns >= _last_edit():
                return Store(mmap(file.fileno(), 0, access=ACCESS_READ))
    content = make()
    with suppress(OSError):  # nobody may write here: then each run makes it anew
        _write(content)
    return Store(content)


def _last_edit() -> int:
    """Return when the phrase files, or the code that reads them, were last changed, in nanoseconds."""
    with os.scandir(FOLDER) as entries:
        edits = [entry.stat().st_mtime_ns for entry in entries if entry.is_file()]
    return max(*edits, os.stat(words.__file__).st_mtime_ns)


def _write(content: bytes) -> None:
    os.makedirs(os.path.dirname(MADE), exist_ok=True)
    temporary = f"{MADE}.{os.getpid()}"
    with open(temporary, "wb") as file:
        file.write(content)
    os.replace(temporary, MADE)
