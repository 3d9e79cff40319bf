"""Ctrl-C, SIGTERM and SIGHUP: they end the command between two files, never in the middle of one."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from types import FrameType

INTERRUPTED = 130
_SIGNALS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)
_asked: list[bool] = []
_Answer = Callable[[int, FrameType | None], object] | int


def end_at_once() -> None:
    """Let an interruption end the process there and then, with status 130, from here on.

    Good for as long as there is nothing to tidy up. An exception would do worse: raised in the
    middle of an import or of Python's own farewell, it is printed, and sometimes lost.
    """
    _answer(_leave)


@contextmanager
def raised() -> Iterator[None]:
    """Let an interruption raise ``KeyboardInterrupt`` inside the block; behind it, all is as before."""
    _asked.clear()
    before = _answer(_raise)
    try:
        yield
    finally:
        for number, answer in before.items():
            signal.signal(number, answer)


@contextmanager
def held() -> Iterator[None]:
    """Keep interruptions waiting until the end of the block."""
    before = signal.pthread_sigmask(signal.SIG_BLOCK, ())
    try:
        signal.pthread_sigmask(signal.SIG_BLOCK, _SIGNALS)
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _answer(answer: _Answer) -> dict[signal.Signals, _Answer]:
    """Answer the signals with ``answer`` and return what answered them before; ignored ones stay ignored."""
    before: dict[signal.Signals, _Answer] = {}
    with suppress(ValueError):  # only the main thread may say who answers
        for number in _SIGNALS:
            known = signal.getsignal(number)
            if known is not None and known != signal.SIG_IGN:  # nohup, a shell's background job, a program around us
                signal.signal(number, answer)
                before[number] = known
    return before


def raise_lost() -> None:
    """Raise ``KeyboardInterrupt`` if one was raised inside ``raised`` and lost, as in the middle of an import."""
    if _asked:
        raise KeyboardInterrupt


def _raise(*_: object) -> None:
    _asked.append(True)
    _answer(_leave)  # who asks twice does not want to wait
    raise KeyboardInterrupt


def _leave(*_: object) -> None:
    os._exit(INTERRUPTED)
