"""Measure how long the command takes for a small file, next to an interpreter that does nothing.

    python tests/benchmarks/startup.py

CPU time of whole processes, in turns, as ratios to ``python -c pass``. An editable installation (``pip install -e``)
makes every start of the interpreter slower, and so the ratios smaller: install without. The commands run in a folder
of their own, without a pyproject.toml.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from clock import measured_with, print_table, ratio, times
from texts import NEAR, article, doubled, file_of

NOTHING = "`python -c pass`"


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=25, help="how many times each is measured")
    options = parser.parse_args()
    command = str(Path(sys.executable).with_name("cleaner"))
    with TemporaryDirectory() as folder:
        small, twice, legacy = (Path(folder, name) for name in ("small.txt", "twice.txt", "legacy.txt"))
        small.write_bytes(file_of(article(0)))
        twice.write_bytes(file_of(doubled(0, NEAR[0], tail=True)))
        legacy.write_bytes(file_of(article(1)).decode().encode("cp1251", "replace"))
        commands = {
            NOTHING: [sys.executable, "-c", "pass"],
            "`python -c 'import click'`": [sys.executable, "-c", "import click"],
            "`cleaner --version`": [command, "--version"],
            "`cleaner --check small.txt`": [command, "--check", str(small)],
            "`cleaner small.txt`": [command, str(small)],
            "… with a near double and boilerplate": [command, str(twice)],
            "… in Windows-1251": [command, str(legacy)],
        }
        seconds = measured(commands, options.rounds, folder)
    print(measured_with("article-cleaner", "click", "rapidfuzz", "chardet"), end="\n\n")
    rows = [[name, times(ratio(taken, seconds[NOTHING]))] for name, taken in seconds.items()]
    print_table(["", "times"], rows)


def measured(commands: dict[str, list[str]], rounds: int, folder: str) -> dict[str, list[float]]:
    """Return the CPU seconds of each command, run in ``folder``, in each round."""
    seconds: dict[str, list[float]] = {name: [] for name in commands}
    for number in range(-1, rounds):  # the first round fills the caches of the disk
        for name, arguments in commands.items():
            with subprocess.Popen(
                arguments, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
            ) as process:
                _, status, usage = os.wait4(process.pid, 0)
                process.returncode = os.waitstatus_to_exitcode(status)
            if process.returncode > 1:  # 1 is what --check says of a text it would change
                raise subprocess.CalledProcessError(process.returncode, arguments)
            if number >= 0:
                seconds[name].append(usage.ru_utime + usage.ru_stime)
    return seconds


if __name__ == "__main__":
    main()
