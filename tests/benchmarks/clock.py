"""CPU time of several contestants in turns, as ratios to the first of them, and the tables that show it."""

from __future__ import annotations

import gc
import os
import platform
import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from importlib.metadata import PackageNotFoundError, version
from itertools import chain
from statistics import median
from time import process_time
from typing import TypeVar

Name = TypeVar("Name")


def nothing() -> None:
    """Do nothing."""


def in_turns(
    contestants: Mapping[Name, Callable[[], object]], rounds: int, before: Callable[[], object] = nothing
) -> dict[Name, list[float]]:
    """Return the CPU seconds of each contestant in each round; every round begins with another of them.

    ``before`` is called before each of them, and not measured.
    """
    seconds: dict[Name, list[float]] = {name: [] for name in contestants}
    names = list(contestants)
    for number in range(-1, rounds):  # the first round, which loads and fills what is loaded and filled once, is none
        turn = max(number, 0) % len(names)
        for name in (*names[turn:], *names[:turn]):
            before()
            gc.collect()
            start = process_time()
            contestants[name]()
            if number >= 0:
                seconds[name].append(process_time() - start)
    return seconds


def ratio(seconds: Sequence[float], base: Sequence[float]) -> float:
    """Return the median, over the rounds, of how many times as long as the ``base`` it took."""
    return median(one / other for one, other in zip(seconds, base, strict=True))


def times(ratio: float) -> str:
    """Return a ratio as a table shows it."""
    return f"{ratio:,.0f}" if ratio >= 100 else f"{ratio:.3g}"


def print_table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    """Print a table in Markdown, each row as soon as it is there, the first column aligned left, the others right."""
    for line in chain([head, ["---", *("--:" for _ in head[1:])]], rows):
        print(f"| {' | '.join(line)} |", flush=True)
    print()


def measured_with(*packages: str) -> str:
    """Return what was measured: the interpreter, the machine and its load, the versions of the packages."""
    versions = [f"{name} {_version(name)}" for name in packages]
    load = os.getloadavg()[0]
    return (
        f"{platform.python_implementation()} {platform.python_version()}, {sys.platform} {platform.machine()}, "
        f"{os.cpu_count()} CPUs, load {load:.1f}; {', '.join(versions)}"
    )


def _version(package: str) -> str:
    try:
        return version(package)
    except PackageNotFoundError:
        return "not installed"
