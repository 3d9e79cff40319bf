"""Pool: several files at a time in processes of their own, with the outcomes in order."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator, Sequence
from contextlib import suppress
from functools import partial
from itertools import islice

from cleaner.cli.job import Job, Outcome, run
from cleaner.cli.signals import SIGNALS, signals_deferred
from cleaner.cli.streams import STDIN
from cleaner.errors import WorkerError

# From about a second of work on, more processes are worth their start. That is so many bytes: 5,000 articles of
# 20 MB together take 1.4 s.
WORTH_SHARING = 14_000_000
# So many files go to a worker at once, so that sending them costs next to nothing.
CHUNK = 16
# So many chunks for each worker are in progress, so that not all of the output has to be kept in memory.
CHUNKS_AHEAD = 8


def count_workers(names: Sequence[str], wanted: int | None) -> int:
    """Return how many processes are to do ``names``: as many as ``wanted``, or as the work is worth."""
    if STDIN in names or len(names) == 1:
        return 1
    most = min(len(names), wanted or _count_processors())
    return most if wanted or (most > 1 and _are_worth_sharing(names)) else 1


def run_all(job: Job, names: Sequence[str], workers: int) -> Iterator[Outcome]:
    """Yield the outcome of ``job`` for each of ``names``, in order; raises ``WorkerError``."""
    if workers == 1:
        yield from map(partial(run, job), names)
        return
    left = iter(names)
    # The first file is done in this process: the workers, forked from it, then have all that it loads.
    yield run(job, next(left))
    with signals_deferred():  # a KeyboardInterrupt in the middle of an import could be lost
        from concurrent.futures import ProcessPoolExecutor
        from concurrent.futures.process import BrokenProcessPool

        pool = ProcessPoolExecutor(workers, initializer=_start_worker)
    try:
        while batch := list(islice(left, workers * CHUNK * CHUNKS_AHEAD)):
            with signals_deferred():  # a worker must not get one before its initializer has run
                outcomes = pool.map(partial(run, job), batch, chunksize=CHUNK)
            yield from outcomes
    except BrokenProcessPool:
        raise WorkerError(
            "a worker was killed, perhaps for want of memory; try --jobs 1 (files behind the last named may be done)"
        ) from None
    finally:
        pool.shutdown(wait=True, cancel_futures=True)


def _count_processors() -> int:
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _are_worth_sharing(names: Sequence[str]) -> bool:
    size = 0
    for name in names:
        try:
            size += os.stat(name).st_size
        except OSError:
            continue  # reported when its turn comes
        if size >= WORTH_SHARING:
            return True
    return False


def _start_worker() -> None:
    """Leave signals to the parent, which ends its workers between two files, and end when it does."""
    from multiprocessing import parent_process
    from threading import Thread
    from time import sleep

    for number in SIGNALS:
        signal.signal(number, signal.SIG_IGN)
    signal.pthread_sigmask(signal.SIG_SETMASK, ())

    parent = parent_process()
    assert parent is not None
    assert parent.pid is not None
    pid = parent.pid  # os.getppid() could be a fork server

    def watch() -> None:
        with suppress(ProcessLookupError):
            while True:
                os.kill(pid, 0)
                sleep(1)
        os._exit(1)

    Thread(target=watch, daemon=True).start()
