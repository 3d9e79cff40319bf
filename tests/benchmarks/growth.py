"""Measure big documents, 5 to 50 MB, and hostile ones of 10 MB: CPU time and peak memory, each in a process of its own.

    python tests/benchmarks/growth.py

The exponent is the slope from the smallest on, of logarithms: 1 is growth with the text, 2 with its
square. Seconds are those of this machine; the ratio is to the floor: decode, split into lines, put them in a dict.
"""

from __future__ import annotations

import argparse
import multiprocessing
import resource
import sys
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from math import log
from pathlib import Path
from random import Random
from statistics import median
from tempfile import TemporaryDirectory
from time import process_time
from typing import TypeVar

from clock import measured_with, print_table, times
from languages import ENGLISH, LANGUAGES
from peers import floor
from texts import Line, article, book, edited, file_of

from cleaner import clean

Result = TypeVar("Result")
MB = 1_000_000
SIZES = (5, 10, 20, 50)
HOSTILE = 10
# What getrusage counts in.
PEAK_UNIT = 1 if sys.platform == "darwin" else 1024


@dataclass(frozen=True)
class Measure:
    """Seconds of CPU, those of the floor, the peak of memory and the size in bytes, and how many removals."""

    seconds: float
    floor: float
    peak: int
    size: int
    removals: int


def doubled_book(size: int) -> str:
    """Return a book of which each twentieth chapter stands there again at once, with other words here and there."""
    chance, chapters = Random(1), list[str]()
    for number in range(size // 5300):
        chapters.append(file_of(article(len(LANGUAGES) * number)).decode())
        if number % 20 == 19:
            chapters.append(copy_of(chapters[-1], chance))
    return "".join(chapters)


def halves(size: int) -> str:
    """Return a book of half the size and all of it again, with other words here and there."""
    half = book(0, size // 2)
    return half + copy_of(half, Random(1))


def copy_of(text: str, chance: Random) -> str:
    """Return the text with some words edited."""
    copy = edited(chance, [Line(line) for line in text.splitlines()], ENGLISH)
    return "".join(line.text + "\n" for line in copy)


def rows(size: int) -> str:
    """Return rows that share a clause and differ in a number and two words."""
    chance = Random(1)
    names = [" ".join(chance.sample(ENGLISH.words, 2)) for _ in range(5000)]
    row = "Row {} of the register was entered by the clerk on duty and signed by {}\n"
    return "".join(row.format(number, chance.choice(names)) for number in range(size // 88))


def few_words(size: int) -> str:
    """Return lines of twelve words, of which there are six."""
    chance = Random(1)
    return "".join(" ".join(chance.choices(ENGLISH.words[::150], k=12)) + "\n" for _ in range(size // 103))


def shuffled(size: int) -> str:
    """Return a book of half the size and its lines again in any order."""
    lines = book(0, size // 2).splitlines(keepends=True)
    return "".join([*lines, *Random(1).sample(lines, len(lines))])


BIG: dict[str, Callable[[int], str]] = {
    "English": lambda size: book(0, size),
    "Russian": lambda size: book(1, size),
    "English, a twentieth said twice": doubled_book,
}
HOSTILE_FAMILIES: dict[str, Callable[[int], str]] = {
    "equal lines": lambda size: "The same line, word for word, as the one above it.\n" * (size // 51),
    "rows sharing a clause": rows,
    "lines of six words": few_words,
    "one line": lambda size: book(0, size).replace("\n", " "),
    "blank lines": lambda size: "\n" * size,
    "Chinese": lambda size: book(3, size),
    "'ab ab ab'": lambda size: "ab " * (size // 3),
    "comment counters": lambda size: "Comments (1)\n" * (size // 13),
    "an edited copy of half": halves,
    "a shuffled copy of half": shuffled,
}


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=3, help="how many times each is measured")
    parser.add_argument("--share", type=float, default=1, help="make the texts this share of their size")
    options = parser.parse_args()
    print(measured_with("article-cleaner"), end="\n\n")
    with TemporaryDirectory() as folder:
        path = Path(folder, "text.txt")
        print_big(path, options.share, options.rounds)
        print_hostile(path, options.share, options.rounds)


def print_big(path: Path, share: float, rounds: int) -> None:
    """Print the times of big documents and how they grow."""
    print("Big documents:\n")
    head = ["", "MB", "s CPU", "times the floor", "peak / file", "removals", "exponent"]
    print_table(head, (row for name in BIG for row in rows_of(name, share, path, rounds)))


def rows_of(name: str, share: float, path: Path, rounds: int) -> Iterator[list[str]]:
    """Yield the rows of one family of big documents."""
    first = None
    for size in SIZES:
        found = measures(BIG, name, int(size * MB * share), path, rounds)
        first = first or found
        growth = f"{log(found.seconds / first.seconds) / log(found.size / first.size):.2f}" if found != first else ""
        yield [name, *columns(found), growth]


def print_hostile(path: Path, share: float, rounds: int) -> None:
    """Print the times of hostile documents."""
    size = int(HOSTILE * MB * share)
    rows = ([name, *columns(measures(HOSTILE_FAMILIES, name, size, path, rounds))] for name in HOSTILE_FAMILIES)
    print("Hostile documents:\n")
    print_table(["", "MB", "s CPU", "times the floor", "peak / file", "removals"], rows)


def columns(measure: Measure) -> list[str]:
    """Return a measure as a table shows it."""
    return [
        f"{measure.size / MB:.3g}",
        f"{measure.seconds:.3g}",
        times(measure.seconds / measure.floor),
        f"{measure.peak / measure.size:.3g}",
        f"{measure.removals:,}",
    ]


def measures(families: dict[str, Callable[[int], str]], name: str, size: int, path: Path, rounds: int) -> Measure:
    """Return the medians over the rounds; whoever writes the text is another process than who cleans it."""
    apart(write, families is BIG, name, size, path)
    found = [apart(measure, path) for _ in range(rounds)]
    return Measure(
        seconds=median(one.seconds for one in found),
        floor=median(one.floor for one in found),
        peak=max(one.peak for one in found),
        size=found[0].size,
        removals=found[0].removals,
    )


def apart(run: Callable[..., Result], *arguments: object) -> Result:
    """Return what ``run`` returns in a new process."""
    with ProcessPoolExecutor(1, mp_context=multiprocessing.get_context("spawn")) as pool:
        return pool.submit(run, *arguments).result()


def write(is_big: bool, name: str, size: int, path: Path) -> None:
    """Write a text of the family with this name."""
    families = BIG if is_big else HOSTILE_FAMILIES
    path.write_bytes(families[name](size).encode())


def measure(path: Path) -> Measure:
    """Clean the text of the file, and look at the floor when the peak is known."""
    clean("Loads what is loaded once.\nComments (0)\n")
    start = process_time()
    file = path.read_bytes()
    removals = len(clean(file.decode()).removals)
    seconds = process_time() - start
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * PEAK_UNIT
    start = process_time()
    floor(file)
    return Measure(seconds, process_time() - start, peak, len(file), removals)


if __name__ == "__main__":
    main()
