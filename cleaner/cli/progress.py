"""Progress: on a terminal, how many files of a long run are done; elsewhere nothing."""

from __future__ import annotations

import sys
from time import monotonic

from cleaner.cli.streams import try_stderr

# In seconds: shorter runs show nothing, and the line changes no more often.
PATIENCE, INTERVAL = 1.0, 0.1
WIDTH = 30


class Progress:
    """A line at the bottom of the terminal after ``PATIENCE`` seconds: ``1,234 of 5,000 files``."""

    def __init__(self, total: int) -> None:
        """Start with none of ``total`` files done."""
        self._total, self._done, self._next = total, 0, monotonic() + PATIENCE
        self._is_on = total > 1 and sys.stderr is not None and sys.stderr.isatty()
        self._is_shown = False

    def advance(self) -> None:
        """Count one more file as done, and redraw the line if it is time."""
        self._done += 1
        if self._is_on and monotonic() >= self._next:
            self._next = monotonic() + INTERVAL
            self._draw()

    def clear(self) -> None:
        """Remove the line, to make room for a message."""
        if self._is_shown:
            self._put("\r\x1b[K")
            self._is_shown = False

    def _draw(self) -> None:
        full = WIDTH * self._done // self._total
        self._put(f"\r{'#' * full}{'-' * (WIDTH - full)} {self._done:,} of {self._total:,} files\x1b[K")
        self._is_shown = True

    def _put(self, text: str) -> None:
        def put() -> None:
            sys.stderr.write(text)
            sys.stderr.flush()

        try_stderr(put)
