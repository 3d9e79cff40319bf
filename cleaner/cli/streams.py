"""Streams: standard output, whose failure ends the run, and standard error, whose failure does not."""

from __future__ import annotations

import codecs
import errno
import os
import sys
from collections.abc import Callable
from contextlib import suppress
from io import TextIOWrapper
from typing import TextIO

from cleaner.files.encoding import UTF_8, encode


class OutputError(Exception):
    """Standard output is closed or full: no file's fault, and the end of the run."""

    def __init__(self, reason: OSError) -> None:
        super().__init__(reason)
        self.reason = reason

    @property
    def is_closed_pipe(self) -> bool:
        """Whether whoever read the output has had enough: a quiet end."""
        return isinstance(self.reason, BrokenPipeError)


def write(text: str) -> None:
    """Write ``text`` to standard output as it is, whatever the locale; raises ``OutputError``."""
    try:
        if sys.stdout is None:
            raise OSError(errno.EBADF, os.strerror(errno.EBADF))
        sys.stdout.buffer.write(encode(text, UTF_8))
    except OSError as error:
        raise OutputError(error) from error


def flush() -> None:
    """Bring what was written to where it goes; raises ``OutputError``."""
    try:
        if sys.stdout is not None:
            sys.stdout.flush()
    except OSError as error:
        raise OutputError(error) from error


def tell(line: str) -> None:
    """Put ``line`` on standard error; what could steer a terminal or is not in the encoding is written out."""
    from cleaner.report.terminal import one_line  # most runs have nothing to say

    def put() -> None:
        stream = sys.stderr
        if isinstance(stream, TextIOWrapper) and codecs.lookup(stream.encoding).name == "ascii":
            # No terminal of today knows ASCII only: nobody has said what this one does know.
            stream.reconfigure(encoding="utf-8")
        stream.write(f"{one_line(line)}\n")
        stream.flush()

    say(put)


def say(message: Callable[[], None]) -> None:
    """Put ``message`` on standard error; where that is closed, full or not read, the work goes on."""
    try:
        if sys.stderr is not None:  # click would take standard output
            message()
    except OSError:
        redirect_to_nowhere(sys.stderr)


def redirect_to_nowhere(stream: TextIO | None) -> None:
    """Let what Python still flushes to ``stream`` on its way out go nowhere: it can neither fail nor block."""
    if stream is not None:
        with suppress(OSError):
            os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
