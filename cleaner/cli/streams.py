"""Streams: a failure of standard output ends the run, one of standard error does not."""

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

# The file name that stands for standard input.
STDIN = "-"


class OutputError(Exception):
    """Standard output is closed or full, which no file is to blame for: the end of the run."""

    def __init__(self, reason: OSError) -> None:
        super().__init__(reason)
        self.reason = reason

    @property
    def is_closed_pipe(self) -> bool:
        """Whether the reader of the output has stopped reading, which is no failure."""
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
    """Flush standard output; raises ``OutputError``."""
    try:
        if sys.stdout is not None:
            sys.stdout.flush()
    except OSError as error:
        raise OutputError(error) from error


def warn(line: str) -> None:
    """Write ``line`` to standard error, with what could steer a terminal written out."""
    from cleaner.report.terminal import one_line  # most runs have no messages

    def put() -> None:
        stream = sys.stderr
        if isinstance(stream, TextIOWrapper) and codecs.lookup(stream.encoding).name == "ascii":
            # No terminal of today is limited to ASCII: this means that no locale is set.
            stream.reconfigure(encoding="utf-8")
        stream.write(f"{one_line(line)}\n")
        stream.flush()

    try_stderr(put)


def try_stderr(put: Callable[[], None]) -> None:
    """Call ``put``, which writes to standard error; if that is closed or full, the work goes on."""
    try:
        if sys.stderr is not None:  # where there is none, click would write to standard output
            put()
    except OSError:
        redirect_to_nowhere(sys.stderr)


def redirect_to_nowhere(stream: TextIO | None) -> None:
    """Redirect ``stream`` to the null device, so that its last flush can neither fail nor block."""
    if stream is not None:
        with suppress(OSError):
            os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
