"""A file, or standard input -> text, with all that writing it back takes."""

from __future__ import annotations

import os
import stat
from dataclasses import dataclass

from cleaner.encoding import Encoding, decode
from cleaner.errors import NotAFileError


@dataclass(frozen=True, slots=True)
class Source:
    """A text, how it is encoded, and, if it is a file's, the file and its state when it was read."""

    text: str
    encoding: Encoding
    path: str | None
    state: os.stat_result | None


def read_file(path: str, encoding: str | None = None) -> Source:
    """Return what the file ``path`` says, in ``encoding`` or in what its bytes tell.

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
    """Return what ``data`` says; raises ``BinaryError`` or ``UndecodableError``."""
    text, found = decode(data, encoding)
    return Source(text, found, None, None)


def _kind(mode: int) -> str:
    if stat.S_ISDIR(mode):
        return "a directory"
    return "a pipe" if stat.S_ISFIFO(mode) else "a device or socket"
