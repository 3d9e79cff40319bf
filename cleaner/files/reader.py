"""Reading a file or standard input: its text, and what is needed to write it back."""

from __future__ import annotations

import os
import stat
from typing import NamedTuple

from cleaner.errors import NotAFileError
from cleaner.files.encoding import Encoding, decode


class Source(NamedTuple):
    """A text and its encoding and, if it comes from a file, the file's path and state when read."""

    text: str
    encoding: Encoding
    path: str | None
    state: os.stat_result | None


def read_file(path: str, encoding: str | None = None) -> Source:
    """Return the text of the file ``path``, read in ``encoding`` or the one its bytes show.

    Symbolic links are followed. Raises ``OSError``, ``NotAFileError``, ``BinaryError`` or
    ``UndecodableError``.
    """
    # A pipe without a writer would block the open itself, so look first.
    mode = os.stat(path).st_mode
    if not stat.S_ISREG(mode):
        raise NotAFileError(f"{_kind(mode)}, not a file; name the files themselves")
    with open(path, "rb") as file:
        state = os.fstat(file.fileno())
        data = file.read()
    text, found = decode(data, encoding)
    return Source(text, found, path, state)


def read_bytes(data: bytes, encoding: str | None = None) -> Source:
    """Return the text in ``data``; raises ``BinaryError`` or ``UndecodableError``."""
    text, found = decode(data, encoding)
    return Source(text, found, None, None)


def _kind(mode: int) -> str:
    if stat.S_ISDIR(mode):
        return "a directory"
    return "a pipe" if stat.S_ISFIFO(mode) else "a device or socket"
