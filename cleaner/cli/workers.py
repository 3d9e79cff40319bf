"""Workers: several files at a time, each in a process of its own; what comes of them comes in their order."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator, Sequence
from functools import partial
from itertools import islice

from cleaner.cli.work import STDIN, Done, Work, do
from cleaner.errors import CleanerError

# Processes are worth their start from about a second of work on, which are so many bytes of articles.
WORTH_SHARING = 4_000_000
# So many files go to a worker at once: sending each alone takes a tenth of the time of cleaning it.
CHUNK = 16
# So many chunks a worker are on their way, so that what is to be printed need not all be kept in memory.
CHUNKS_AHEAD = 8


def count_workers(names: Sequence[str], wanted: int | None) -> int:
    """Return how many processes are to do ``names``: as many as ``wanted``, or as the work is worth."""
    if STDIN in names or len(names) == 1:
        return 1
    most = min(len(names), wanted or len(os.sched_getaffinity(0)))
    return most if wanted or (most > 1 and _are_worth_sharing(names)) else 1


def do_all(work: Work, names: Sequence[str], workers: int) -> Iterator[Done]:
    """Yield what comes of each of ``names``, in their order; raises ``WorkerError`` if a process is killed."""
    if workers == 1:
        yield from map(partial(do, work), names)
        return
    from concurrent.futures import ProcessPoolExecutor
    from concurrent.futures.process import BrokenProcessPool

    left = iter(names)
    # The first one here: what it loads, the workers then have from their birth.
    yield do(work, next(left))
    with ProcessPoolExecutor(workers, initializer=_begin, initargs=(os.getpid(),)) as pool:
        try:
            while some := list(islice(left, workers * CHUNK * CHUNKS_AHEAD)):
                yield from pool.map(partial(do, work), some, chunksize=CHUNK)
        except BrokenProcessPool:
            raise WorkerError("a worker was killed, perhaps for want of memory; try --jobs 1") from None
        finally:
            pool.shutdown(wait=True, cancel_futures=True)


class WorkerError(CleanerError):
    """A process was killed, and with it what it had in hand."""


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


def _begin(parent: int) -> None:
    """Leave interruptions to the ``parent``, which ends its workers between two files, and end with it."""
    from threading import Thread
    from time import sleep

    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, signal.SIG_IGN)

    def watch() -> None:
        while os.getppid() == parent:
            sleep(1)
        os._exit(1)

    Thread(target=watch, daemon=True).start()
