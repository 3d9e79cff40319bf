"""Workers: several files at a time, each in a process of its own; what comes of them comes in their order."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator, Sequence
from contextlib import suppress
from functools import partial
from itertools import islice

from cleaner.cli.asked import STDIN
from cleaner.cli.work import Done, Work, do
from cleaner.errors import WorkerError
from cleaner.interrupt import held

# Processes are worth their start from about a second of work on, which are so many bytes: 5,000 articles of
# 20 MB together take 1.4 s.
WORTH_SHARING = 14_000_000
# So many files go to a worker at once, so that sending them costs next to nothing.
CHUNK = 16
# So many chunks a worker are on their way, so that what is to be printed need not all be kept in memory.
CHUNKS_AHEAD = 8


def count_workers(names: Sequence[str], wanted: int | None) -> int:
    """Return how many processes are to do ``names``: as many as ``wanted``, or as the work is worth."""
    if STDIN in names or len(names) == 1:
        return 1
    most = min(len(names), wanted or _count_processors())
    return most if wanted or (most > 1 and _are_worth_sharing(names)) else 1


def do_all(work: Work, names: Sequence[str], workers: int) -> Iterator[Done]:
    """Yield what comes of each of ``names``, in their order; raises ``WorkerError`` if a process is killed."""
    if workers == 1:
        yield from map(partial(do, work), names)
        return
    left = iter(names)
    # The first one here: what it loads, the workers then have from their birth.
    yield do(work, next(left))
    with held():  # an interruption in the middle of an import could be lost
        from concurrent.futures import ProcessPoolExecutor
        from concurrent.futures.process import BrokenProcessPool

        pool = ProcessPoolExecutor(workers, initializer=_begin)
    try:
        while some := list(islice(left, workers * CHUNK * CHUNKS_AHEAD)):
            with held():  # and none must reach a worker before it has begun
                all_done = pool.map(partial(do, work), some, chunksize=CHUNK)
            yield from all_done
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
            continue  # told when its turn comes
        if size >= WORTH_SHARING:
            return True
    return False


def _begin() -> None:
    """Leave interruptions to the parent, which ends its workers between two files, and end with it."""
    from multiprocessing import parent_process
    from threading import Thread
    from time import sleep

    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, signal.SIG_IGN)
    signal.pthread_sigmask(signal.SIG_SETMASK, ())

    parent = parent_process()
    assert parent is not None
    assert parent.pid is not None
    pid = parent.pid  # not that of a server which has forked this process

    def watch() -> None:
        with suppress(ProcessLookupError):
            while True:
                os.kill(pid, 0)
                sleep(1)
        os._exit(1)

    Thread(target=watch, daemon=True).start()
