"""Measure articles of about 5 KB: clean ones, exact doubles, and near doubles with boilerplate; and what is found.

    pip install -e '.[bench]'
    python tests/benchmarks/documents.py

Times are CPU time, everybody in turns, as ratios to the floor: decode, split into lines, put them in a dict. Everybody
starts from bytes each time, since a string remembers its hash.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import accumulate

import peers
from clock import in_turns, measured_with, print_table, ratio, times
from languages import LANGUAGES
from texts import NEAR, Line, article, doubled, exact, file_of

from cleaner import Cleaned, clean

FLOOR, CLEANER = "*floor*", "**cleaner**"
Documents = Sequence[list[Line]]
Finds = Mapping[str, Sequence["Find"]]


@dataclass(frozen=True)
class Find:
    """Whether any line is gone, anything of the copy, all of it, a paragraph from both sides, all the boilerplate."""

    is_touched: bool
    is_found: bool
    is_gone: bool
    has_lost: bool
    is_bare: bool

    @classmethod
    def of(cls, lines: Sequence[Line], dropped: set[int]) -> Find:
        """Return what is found where these lines are dropped; either copy of a paragraph may stay."""
        kept = [line for number, line in enumerate(lines) if number not in dropped]
        said, again = said_in(kept, is_copy=False), said_in(kept, is_copy=True)
        copied = said_in(lines, is_copy=True)
        return cls(
            is_touched=bool(dropped),
            is_found=bool(copied - (said & again)),
            is_gone=not said & again,
            has_lost=not said_in(lines, is_copy=False) <= said | again,
            is_bare=not any(line.is_boilerplate for line in kept),
        )


def said_in(lines: Sequence[Line], *, is_copy: bool) -> set[int]:
    """Return the paragraphs of prose that the article, or its copy, has in these lines."""
    return {paragraph for line in lines if line.is_copy == is_copy for paragraph in line.says}


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, default=200, help="how many of each kind")
    parser.add_argument("--rounds", type=int, default=9, help="how many times each is measured")
    options = parser.parse_args()
    numbers = range(options.articles)
    # So that every language has every kind of copy.
    copiers = [NEAR[number // len(LANGUAGES) % len(NEAR)] for number in numbers]
    kinds = {
        "clean articles": [article(number) for number in numbers],
        "exact doubles": [doubled(number, exact, tail=False) for number in numbers],
        "near doubles": [doubled(number, copier, tail=True) for number, copier in enumerate(copiers)],
    }
    print(measured_with("article-cleaner", "rapidfuzz", "rensa", "trafilatura", "datasketch"))
    for name in peers.ALL:
        if name not in peers.installed():
            print(f"Left out, as it is not installed: {name}")
    finds = {name: {kind: found(drops, kinds[kind]) for kind in kinds} for name, drops in DROPS.items()}
    print_times(kinds, finds, options.rounds)
    print_times_by_language(kinds["clean articles"], options.rounds)
    print_finds(finds)
    print_finds_by_kind(finds, [copier.__name__ for copier in copiers])


def print_times(kinds: Mapping[str, Documents], finds: Mapping[str, Finds], rounds: int) -> None:
    """Print how many times as long as the floor everybody takes, and which share of the copies they find."""
    ratios: dict[str, list[str]] = {}
    for kind, documents in kinds.items():
        files = [file_of(lines) for lines in documents]
        seconds = measured(files, rounds)
        for name in seconds:
            ratios.setdefault(name, []).append(times(ratio(seconds[name], seconds[FLOOR])))
        size, floor = sum(map(len, files)) / len(files), min(seconds[FLOOR]) / len(files)
        print(f"{kind}: {len(files)}, on average {size:,.0f} bytes; the floor is {floor * 1e6:.0f} µs for one")
    print("\nCPU time as a multiple of the floor, and of how many documents the whole second copy is gone:\n")
    rows = []
    for name, row in ratios.items():
        shares = [
            share(find.is_gone for find in finds[name][kind]) if name in finds else "" for kind in list(kinds)[1:]
        ]
        rows.append([name, *row, *shares])
    print_table(["", *kinds, "exact copies gone", "near copies gone"], rows)


def measured(files: Sequence[bytes], rounds: int) -> dict[str, list[float]]:
    """Return the CPU seconds that everybody takes for all ``files``, in each round."""
    runs = {FLOOR: peers.floor, CLEANER: cleaned, **peers.installed()}
    return in_turns({name: partial(each, run, files) for name, run in runs.items()}, rounds, before=peers.forget)


def cleaned(file: bytes) -> Cleaned:
    """Clean the text of a file."""
    return clean(file.decode())


def each(run: Callable[[bytes], object], files: Sequence[bytes]) -> None:
    """Run it on each of the files."""
    for file in files:
        run(file)


def print_times_by_language(documents: Documents, rounds: int) -> None:
    """Print how many times as long as the floor cleaner takes for clean articles in each language."""
    row = []
    for first in range(len(LANGUAGES)):
        files = [file_of(lines) for lines in documents[first :: len(LANGUAGES)]]
        runs = {FLOOR: partial(each, peers.floor, files), CLEANER: partial(each, cleaned, files)}
        seconds = in_turns(runs, rounds)
        row.append(times(ratio(seconds[CLEANER], seconds[FLOOR])))
    print("CPU time for clean articles, as a multiple of the floor:\n")
    print_table(["", *LANGUAGES], [[CLEANER, *row]])


def print_finds(finds: Mapping[str, Finds]) -> None:
    """Print in how many documents part of the copy is found, and where somebody takes too much."""
    print("Of documents, in how many …\n")
    head = [
        "",
        "part of a near copy is gone",
        "a paragraph is gone altogether",
        "a clean one is touched",
        "all boilerplate is gone",
    ]
    rows = []
    for name, of_kinds in finds.items():
        clean_ones, _, near = of_kinds.values()
        columns = (
            (find.is_found for find in near),
            (find.has_lost for some in of_kinds.values() for find in some),
            (find.is_touched for find in clean_ones),
            (find.is_bare for find in near),
        )
        rows.append([name, *map(share, columns)])
    print_table(head, rows)


def print_finds_by_kind(finds: Mapping[str, Finds], copiers: Sequence[str]) -> None:
    """Print of how many near doubles the whole copy is gone, for each kind of copy."""
    print("Near copies gone, by what they are:\n")
    names = list(dict.fromkeys(copiers))
    rows = []
    for name, of_kinds in finds.items():
        pairs = list(zip(of_kinds["near doubles"], copiers, strict=True))
        rows.append([name, *(share(find.is_gone for find, copier in pairs if copier == one) for one in names)])
    print_table(["", *names], rows)


def found(drops: peers.Peer, documents: Documents) -> list[Find]:
    """Return what somebody finds in each of the documents."""
    return [Find.of(lines, drops(file_of(lines))) for lines in documents]


def lines_dropped(file: bytes) -> set[int]:
    """Return the numbers of the lines that cleaner removes."""
    text = file.decode()
    starts = list(accumulate((len(line) for line in text.splitlines(keepends=True)), initial=0))
    removals = clean(text).removals
    return {at for at, start in enumerate(starts) if any(one.start <= start < one.end for one in removals)}


def share(which: Iterable[bool]) -> str:
    """Return how many are true, in per cent."""
    every = list(which)
    return f"{100 * sum(every) / len(every):.3g} %" if every else ""


DROPS: dict[str, peers.Peer] = {CLEANER: lines_dropped, **peers.installed()}

if __name__ == "__main__":
    main()
