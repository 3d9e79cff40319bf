"""Faults: killed, interrupted, out of space or in company, the command leaves each file old or new, never half."""

from __future__ import annotations

import os
import random
import resource
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from functools import partial
from itertools import count
from pathlib import Path

import pytest
from conftest import Run, Watch

from cleaner.cli.main import main

pytestmark = pytest.mark.slow

CLEAN = "A headline\nThe one sentence of an article that nobody has scraped twice, and that ends in nothing at all.\n"
COUNTER = "Комментарии (0)\n"
DIRTY = CLEAN + COUNTER
LONG = CLEAN + " ".join(f"word{number}" for number in range(5_000)) + "\n"
# Where space is short, or the end sudden, there is no room for figures of coverage; and output is buffered as usual.
ENVIRONMENT = {
    name: value for name, value in os.environ.items() if not name.startswith(("COVERAGE_", "PYTHONUNBUFFERED"))
}
SIGNALS = [signal.SIGINT, signal.SIGTERM, signal.SIGHUP]
Start = Callable[..., "subprocess.Popen[bytes]"]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "articles"
    folder.mkdir()
    return folder


@pytest.fixture
def start(folder: Path) -> Iterator[Start]:
    """Return a function that starts ``python -m cleaner`` in ``folder``, and end what is left of it."""
    started: list[subprocess.Popen[bytes]] = []

    def start(*arguments: str | Path, **options: object) -> subprocess.Popen[bytes]:
        process: subprocess.Popen[bytes] = subprocess.Popen(
            [sys.executable, "-m", "cleaner", *arguments],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            cwd=folder,
            env=ENVIRONMENT,
            **options,  # type: ignore[call-overload]
        )
        started.append(process)
        return process

    yield start
    for process in started:
        process.kill()
        process.communicate()


def articles(folder: Path, number: int, name: str = "{}.txt", text: str = DIRTY) -> list[Path]:
    paths = [folder / name.format(at) for at in range(number)]
    for path in paths:
        path.write_text(text, encoding="utf-8")
    return paths


def contents(paths: list[Path]) -> set[str]:
    return {path.read_text(encoding="utf-8") for path in paths}


def litter(folder: Path, paths: list[Path]) -> list[str]:
    return sorted(path.name for path in folder.iterdir() if path not in paths)


def in_a_child(do: Callable[[], int]) -> int:
    """Return the status of a fork of this process that does ``do``, or minus the signal that ended it."""
    child = os.fork()
    if not child:
        try:
            os._exit(do())
        finally:
            os._exit(99)  # an exception
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def signal_before_each_call(watch: Watch, number: int, path: Path) -> Iterator[int]:
    """Have ``path`` cleaned again and again, with a signal before the first call, the second, ... until none is left.

    Yields the status of each run.
    """
    main(["--check", "-q", str(path)])  # the children find the phrases loaded
    for at in count(1):

        def end(call: int, name: str, at: int = at) -> None:
            if call == at:
                os.kill(os.getpid(), number)

        path.write_text(DIRTY, encoding="utf-8")
        watch(end)
        status = in_a_child(partial(main, ["-q", "-i", str(path)]))
        if status == 0:
            assert at > 10
            return
        yield status


def test_killed_before_any_call_it_leaves_the_old_file_or_the_new_one(folder: Path, watch: Watch) -> None:
    (path,) = articles(folder, 1)
    seen = set()
    for status in signal_before_each_call(watch, signal.SIGKILL, path):
        assert status == -signal.SIGKILL
        left = litter(folder, [path])
        assert [name[:9] for name in left] in ([], [".cleaner-"])
        for name in left:
            (folder / name).unlink()
        (content,) = contents([path])
        seen.add((content, len(left)))
    assert seen == {(DIRTY, 0), (DIRTY, 1), (CLEAN, 0)}
    assert contents([path]) == {CLEAN}


@pytest.mark.parametrize("number", SIGNALS)
def test_a_signal_waits_until_the_file_is_replaced(number: int, folder: Path, watch: Watch) -> None:
    (path,) = articles(folder, 1)
    for status in signal_before_each_call(watch, number, path):
        assert status == 130
        assert contents([path]) == {CLEAN}
        assert litter(folder, [path]) == []


@pytest.mark.parametrize("number", SIGNALS)
def test_a_signal_does_not_wait_until_a_text_is_cleaned(
    number: int, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def clean(*_: object) -> None:
        os.kill(os.getpid(), number)
        os._exit(98)  # it did wait

    monkeypatch.setattr("cleaner.cli.job.clean", clean)
    (path,) = articles(folder, 1)
    assert in_a_child(partial(main, ["-i", str(path)])) == 130
    assert contents([path]) == {DIRTY}


def test_killed_at_any_moment_it_leaves_old_files_and_new_ones_and_the_next_run_does_the_rest(
    folder: Path, start: Start, cleaner: Run
) -> None:
    moments = random.Random(4)
    for _ in range(6):
        paths = articles(folder, 24, text=LONG + COUNTER)
        process = start("-i", *[path.name for path in paths])
        assert process.stderr
        for _ in range(moments.randrange(20)):
            process.stderr.readline()
        time.sleep(moments.uniform(0, 0.05))  # about as long as a file takes
        process.kill()
        process.wait()
        assert contents(paths) <= {LONG + COUNTER, LONG}
    left = litter(folder, paths)
    assert all(name.startswith(".cleaner-") for name in left)
    articles(folder, 1, text=LONG + COUNTER)
    assert cleaner("-i", *paths).returncode == 0
    assert contents(paths) == {LONG}
    assert litter(folder, paths) == left


@pytest.mark.parametrize("jobs", ["1", "2"])
@pytest.mark.parametrize("number", SIGNALS)
def test_a_signal_in_the_middle_of_many_files_leaves_each_old_or_new(
    number: int, jobs: str, folder: Path, start: Start
) -> None:
    # What is said about them is more than a pipe holds, so the run cannot be over before it is interrupted.
    name = "a-name-as-long-as-they-come-" * 7 + "{}.txt"
    for moment in (1, 40):
        paths = articles(folder, 900, name)
        process = start("-i", "-j", jobs, *[path.name for path in paths])
        assert process.stderr
        for _ in range(moment):
            assert process.stderr.readline().startswith(b"cleaned ")
        process.send_signal(number)
        messages = process.communicate(timeout=60)[1]
        assert process.returncode == 130
        assert not {b"Traceback", b"Exception"} & set(messages.split())
        assert contents(paths) == {DIRTY, CLEAN}
        assert litter(folder, paths) == []


@pytest.mark.parametrize("number", SIGNALS)
def test_a_signal_while_input_is_awaited_ends_the_run_quietly_though_nobody_reads_the_output(
    number: int, folder: Path, start: Start
) -> None:
    (path,) = articles(folder, 1)
    process = start(path, "missing", "-")
    assert process.stdout and process.stderr
    process.stderr.readline()  # about the missing one: the first is waiting in the buffer
    process.stdout.close()
    process.send_signal(number)
    assert process.wait(timeout=60) == 130
    assert process.stderr.read().strip() == b""


@pytest.mark.parametrize("number", SIGNALS)
def test_a_signal_that_was_ignored_when_it_started_stays_ignored(number: int, folder: Path, start: Start) -> None:
    (path,) = articles(folder, 1)
    process = start("--check", path, "-", preexec_fn=lambda: signal.signal(number, signal.SIG_IGN))
    assert process.stderr
    process.stderr.readline()
    process.send_signal(number)
    process.communicate(timeout=60)
    assert process.returncode == 1


# Runs the command, and sends it a signal when it comes to load a certain module.
WHILE_LOADING = """
import os, runpy, sys

class Finder:
    def find_spec(name, *_):
        if name == "{module}":
            os.kill(os.getpid(), {number})

sys.meta_path.insert(0, Finder)
sys.argv = ["cleaner", "--version"]
runpy.run_module("cleaner", run_name="__main__", alter_sys=True)
"""


@pytest.mark.parametrize("module", ["cleaner.cli.main", "click", "cleaner.pipeline", "cleaner.matcher.words"])
def test_a_signal_while_the_command_is_still_loading_ends_it_quietly(module: str, tmp_path: Path) -> None:
    script = WHILE_LOADING.format(module=module, number=int(signal.SIGINT))
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, cwd=tmp_path, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (130, b"", b"")


def test_behind_the_command_signals_are_answered_as_before(folder: Path) -> None:
    (path,) = articles(folder, 1)
    before = [signal.getsignal(number) for number in SIGNALS]
    assert main(["-q", "-i", str(path)]) == 0
    assert [signal.getsignal(number) for number in SIGNALS] == before
    assert not signal.pthread_sigmask(signal.SIG_BLOCK, ()) & set(SIGNALS)


@pytest.fixture
def small_disk(folder: Path) -> Iterator[Path]:
    """Return a folder on a disk of its own that holds 64 kB."""
    command = ["mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", str(folder)]
    try:
        subprocess.run(command, check=True, capture_output=True)
    except (OSError, subprocess.CalledProcessError):
        pytest.skip("may not mount a disk here")
    yield folder
    subprocess.run(["umount", folder], check=True)


def the_long_one_fails(folder: Path, cleaner: Run, reason: str, **options: object) -> None:
    (long,) = articles(folder, 1, "long.txt", LONG + COUNTER)
    short = articles(folder, 2, "short{}.txt")
    done = cleaner("-i", short[0], long, short[1], env=ENVIRONMENT, **options)
    assert done.returncode == 2
    assert done.stderr.decode().splitlines() == [
        f"cleaned {short[0]}: 1 line, 16 characters",
        f"cleaner: {long}: cannot be replaced in its folder: {reason}; it is as it was",
        f"cleaned {short[1]}: 1 line, 16 characters",
    ]
    assert contents([long]) == {LONG + COUNTER}
    assert contents(short) == {CLEAN}
    assert litter(folder, [long, *short]) == []


def test_on_a_full_disk_a_file_stays_and_the_others_are_done(small_disk: Path, cleaner: Run) -> None:
    the_long_one_fails(small_disk, cleaner, "No space left on device")


def test_a_file_over_the_limit_of_size_stays_and_the_others_are_done(folder: Path, cleaner: Run) -> None:
    limit = partial(resource.setrlimit, resource.RLIMIT_FSIZE, (8_192, 8_192))
    the_long_one_fails(folder, cleaner, "File too large", preexec_fn=limit)


def test_thousands_of_files_need_no_more_open_files_than_one(folder: Path, cleaner: Run) -> None:
    paths = [*articles(folder, 1_800, "clean{}.txt", CLEAN), *articles(folder, 200, "dirty{}.txt")]
    limit = partial(resource.setrlimit, resource.RLIMIT_NOFILE, (64, 64))
    assert cleaner("-i", *paths, preexec_fn=limit).returncode == 0
    assert contents(paths) == {CLEAN}
    assert litter(folder, paths) == []


def test_two_runs_at_once_on_the_same_files_clean_each_once(folder: Path, start: Start) -> None:
    paths = articles(folder, 200)
    both = [start("-i", *[path.name for path in paths]) for _ in range(2)]
    for process in both:
        messages = process.communicate(timeout=60)[1].decode().splitlines()
        assert process.returncode == (2 if any("someone else" in line for line in messages) else 0)
        assert all(line.startswith("cleaned ") or "was changed by someone else" in line for line in messages)
    assert contents(paths) == {CLEAN}
    assert litter(folder, paths) == []
