"""Signals: Ctrl-C, SIGTERM and SIGHUP end the command, but not while a file is being replaced."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from types import FrameType

INTERRUPTED = 130
SIGNALS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)

_Handler = Callable[[int, FrameType | None], object] | int
# Holds an item from the moment a signal has raised ``KeyboardInterrupt`` inside ``signals_raise``.
_raised: list[bool] = []


def exit_on_signal() -> None:
    """Make every signal from here on end the process immediately, with status 130.

    Suitable as long as there is nothing to clean up. An exception would be worse: raised in the
    middle of an import or while Python shuts down, it is printed, and sometimes lost.
    """
    _set_handlers(_exit)


@contextmanager
def signals_raise() -> Iterator[None]:
    """Make a signal inside the block raise ``KeyboardInterrupt``; afterwards all is as before."""
    _raised.clear()
    before = _set_handlers(_raise)
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


@contextmanager
def signals_deferred() -> Iterator[None]:
    """Keep signals waiting until the end of the block."""
    before = signal.pthread_sigmask(signal.SIG_BLOCK, ())
    try:
        signal.pthread_sigmask(signal.SIG_BLOCK, SIGNALS)
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def reraise_lost() -> None:
    """Raise ``KeyboardInterrupt`` if one was raised in ``signals_raise`` and lost, as in an import."""
    if _raised:
        raise KeyboardInterrupt


def _set_handlers(handler: _Handler) -> dict[signal.Signals, _Handler]:
    """Set ``handler`` for the signals and return those replaced; an ignored signal stays ignored."""
    before: dict[signal.Signals, _Handler] = {}
    with suppress(ValueError):  # only the main thread may set handlers
        for number in SIGNALS:
            known = signal.getsignal(number)
            # Ignored under nohup and in a shell's background job; None where a program around us set it in C.
            if known is not None and known != signal.SIG_IGN:
                signal.signal(number, handler)
                before[number] = known
    return before


def _raise(*_: object) -> None:
    _raised.append(True)
    _set_handlers(_exit)  # a second signal means that the user does not want to wait
    raise KeyboardInterrupt


def _exit(*_: object) -> None:
    os._exit(INTERRUPTED)
