"""Measure articles of about 5 KB: clean ones, exact doubles, and near doubles with furniture; and what is found.

    pip install -e '.[bench]'
    python tests/benchmarks/documents.py

Times are CPU time, everybody in turns, as ratios to the floor: decode, split into lines, put them in a dict. Everybody
starts from bytes each time, since a string remembers its hash.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import accumulate

import peers
from clock import in_turns, measured_with, ratio, table, times
from languages import LANGUAGES
from texts import NEAR, Line, article, doubled, exact, file_of

from cleaner import Cleaned, clean

FLOOR, CLEANER = "*floor*", "**cleaner**"
Documents = Sequence[list[Line]]


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, default=200, help="how many of each kind")
    parser.add_argument("--rounds", type=int, default=9, help="how many times each is measured")
    options = parser.parse_args()
    # So that every language has every kind of copy.
    copiers = [NEAR[number // len(LANGUAGES) % len(NEAR)] for number in range(options.articles)]
    clean_ones = [article(number) for number in range(options.articles)]
    doubles = [doubled(number, exact, tail=False) for number in range(options.articles)]
    near = [doubled(number, copier, tail=True) for number, copier in enumerate(copiers)]
    print(measured_with("article-cleaner", "rapidfuzz", "rensa", "trafilatura", "datasketch"))
    for name in peers.ALL.keys() - peers.installed().keys():
        print(f"Left out, as it is not installed: {name}")
    print()
    print_times({"clean articles": clean_ones, "exact doubles": doubles, "near doubles": near}, options.rounds)
    print_times_by_language(clean_ones, options.rounds)
    print_finds(clean_ones, doubles, near, [copier.__name__ for copier in copiers])


def print_times(kinds: dict[str, Documents], rounds: int) -> None:
    """Print how many times as long as the floor everybody takes."""
    ratios: dict[str, list[str]] = {}
    for kind, documents in kinds.items():
        files = [file_of(lines) for lines in documents]
        seconds = measured(files, rounds)
        for name in seconds:
            ratios.setdefault(name, []).append(times(ratio(seconds[name], seconds[FLOOR])))
        size, floor = sum(map(len, files)) / len(files), min(seconds[FLOOR]) / len(files)
        print(f"{kind}: {len(files)}, on average {size:,.0f} bytes; the floor is {floor * 1e6:.0f} µs for one")
    print("\nCPU time, as a multiple of the floor:\n")
    print(table(["", *kinds], ([name, *row] for name, row in ratios.items())))


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
    print(table(["", *LANGUAGES], [[CLEANER, *row]]))


def print_finds(clean_ones: Documents, doubles: Documents, near: Documents, copiers: Sequence[str]) -> None:
    """Print in how many documents everybody finds the second copy, and where they take too much."""
    kinds = list(dict.fromkeys(copiers))
    rows, by_kind = [], []
    for name, drops in {CLEANER: lines_dropped, **peers.installed()}.items():
        found = [Find.of(lines, drops(file_of(lines))) for lines in near]
        doubles_found = [Find.of(lines, drops(file_of(lines))) for lines in doubles]
        touched = [bool(drops(file_of(lines))) for lines in clean_ones]
        columns = (
            [find.is_gone for find in doubles_found],
            [find.is_found for find in found],
            [find.is_gone for find in found],
            [find.has_lost for find in (*found, *doubles_found)],
            touched,
            [find.is_bare for find in found],
        )
        rows.append([name, *map(share, columns)])
        by_kind.append(
            [
                name,
                *(
                    share([find.is_gone for find, of in zip(found, copiers, strict=True) if of == kind])
                    for kind in kinds
                ),
            ]
        )
    print("Of documents, in how many …\n")
    head = [
        "",
        "exact double gone",
        "near double found",
        "near double gone",
        "paragraph lost",
        "clean one touched",
        "furniture gone",
    ]
    print(table(head, rows))
    print("Near doubles gone, by what the copy is:\n")
    print(table(["", *kinds], by_kind))


def lines_dropped(file: bytes) -> set[int]:
    """Return the numbers of the lines that cleaner removes."""
    text = file.decode()
    starts = list(accumulate((len(line) for line in text.splitlines(keepends=True)), initial=0))
    removals = clean(text).removals
    return {at for at, start in enumerate(starts) if any(one.start <= start < one.end for one in removals)}


@dataclass(frozen=True)
class Find:
    """Whether anything of the copy is gone, or all of it; whether a paragraph is gone from both, and the furniture."""

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
            is_found=bool(copied - (said & again)),
            is_gone=not said & again,
            has_lost=not said_in(lines, is_copy=False) <= said | again,
            is_bare=not any(line.is_furniture for line in kept),
        )


def said_in(lines: Sequence[Line], *, is_copy: bool) -> set[int]:
    """Return the paragraphs of prose that the article, or its copy, has in these lines."""
    return {paragraph for line in lines if line.is_copy == is_copy for paragraph in line.says}


def share(which: Sequence[bool]) -> str:
    """Return how many are true, in per cent."""
    return f"{100 * sum(which) / len(which):.3g} %" if which else "-"


if __name__ == "__main__":
    main()
