"""Progress: on a terminal, how far a long run has come; elsewhere nothing."""

from __future__ import annotations

import sys
from time import monotonic

from cleaner.cli.streams import say

# Nobody needs to be told of shorter work, or oftener, in seconds.
PATIENCE, INTERVAL = 1.0, 0.1
WIDTH = 30


class Progress:
    """A line at the bottom of the terminal, from a second on: ``1,234 of 5,000 files``."""

    def __init__(self, total: int) -> None:
        """Begin with none of ``total`` files."""
        self._total, self._done, self._next = total, 0, monotonic() + PATIENCE
        self._is_on = total > 1 and sys.stderr is not None and sys.stderr.isatty()
        self._is_shown = False

    def advance(self) -> None:
        """Count one file more."""
        self._done += 1
        if self._is_on and monotonic() >= self._next:
            self._next = monotonic() + INTERVAL
            self._draw()

    def clear(self) -> None:
        """Make room for a message."""
        if self._is_shown:
            self._put("\r\x1b[K")
            self._is_shown = False

    def _draw(self) -> None:
        full = WIDTH * self._done // self._total
        self._put(f"\r{'#' * full}{'-' * (WIDTH - full)} {self._done:,} of {self._total:,} files\x1b[K")
        self._is_shown = True

    def _put(self, signs: str) -> None:
        def put() -> None:
            sys.stderr.write(signs)
            sys.stderr.flush()

        say(put)
