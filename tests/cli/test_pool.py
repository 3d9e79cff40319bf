"""Pool: the outcomes do not depend on how many processes do the files."""

from __future__ import annotations

import os
import signal
from pathlib import Path

import pytest
from conftest import DAMAGED, Run

from cleaner import Cleaned, Settings
from cleaner.cli.job import Action, Job, noop
from cleaner.cli.pool import CHUNK, CHUNKS_AHEAD, WORTH_SHARING, count_workers, run_all
from cleaner.errors import WorkerError
from cleaner.files.reader import Source

pytestmark = pytest.mark.slow

DIRTY = (
    "The mill\nIt has ground no corn since the winter of the flood, and its wheel was sold for scrap.\nComments (0)\n"
)


def job(action: Action = noop) -> Job:
    return Job(action, "would clean", Settings(), None, is_quiet=False)


@pytest.fixture
def names(tmp_path: Path) -> list[str]:
    """Return the names of more files than are on their way at a time, each with a size of its own."""
    paths = [tmp_path / f"{number}.txt" for number in range(2 * CHUNK * CHUNKS_AHEAD + CHUNK + 1)]
    for number, path in enumerate(paths):
        path.write_text("A line more.\n" * (number % 7) + DIRTY, encoding="utf-8")
    return [*map(str, paths[:40]), str(tmp_path / "missing"), *map(str, paths[40:])]


def test_what_comes_of_files_comes_in_their_order(names: list[str]) -> None:
    one, two = list(run_all(job(), names, 1)), list(run_all(job(), names, 2))
    assert one == two
    assert len(one) == len(names)
    assert [outcome.has_failed for outcome in one].index(True) == 40


@pytest.mark.parametrize("option", ["--check", "--diff", "--quiet"])
def test_the_command_says_the_same_however_many_do_it(option: str, cleaner: Run, tmp_path: Path) -> None:
    arguments = [*DAMAGED, tmp_path / "missing", *DAMAGED]
    one, two = cleaner(option, "-j", "1", *arguments), cleaner(option, "-j", "2", *arguments)
    assert (one.returncode, one.stdout, one.stderr) == (two.returncode, two.stdout, two.stderr)
    assert one.returncode == 2


def test_files_are_rewritten_alike(names: list[str], cleaner: Run) -> None:
    assert cleaner("-i", "-j", "2", *names).returncode == 2
    assert {Path(name).read_bytes()[-13:] for name in names if Path(name).exists()} == {b"ld for scrap.\n"[-13:]}
    assert cleaner("--check", "-j", "2", *names[:40]).returncode == 0


def kill_the_worker(name: str, source: Source, result: Cleaned) -> str:
    if name.endswith("30.txt"):
        os.kill(os.getpid(), signal.SIGKILL)
    return ""


def test_a_worker_that_is_killed_ends_the_run(names: list[str]) -> None:
    with pytest.raises(WorkerError, match="--jobs 1"):
        list(run_all(job(kill_the_worker), names, 2))


def test_who_has_seen_enough_ends_the_workers(names: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    began = run_all(job(), names, 2)
    assert not next(began).has_failed
    assert not next(began).has_failed
    began.close()  # type: ignore[attr-defined]
    with pytest.raises(ChildProcessError):
        os.waitpid(-1, os.WNOHANG)


@pytest.mark.parametrize(("size", "expected"), [(WORTH_SHARING // 3, 1), (WORTH_SHARING, 4)])
def test_many_processes_are_for_much_work(
    size: int, expected: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "sched_getaffinity", lambda _: set(range(4)))
    paths = [tmp_path / name for name in ("one", "two", "three", "four", "five")]
    for path in paths:
        with path.open("wb") as file:
            file.truncate(size // 2)
    paths[1].unlink()
    assert count_workers([*map(str, paths)], None) == expected


@pytest.mark.parametrize(("names", "wanted", "expected"), [(["a"], 8, 1), (["a", "-"], 8, 1), (["a", "b"], 8, 2)])
def test_there_are_no_more_workers_than_files_and_one_for_standard_input(
    names: list[str], wanted: int, expected: int
) -> None:
    assert count_workers(names, wanted) == expected
