"""What several test modules need: the samples, hypothesis profiles, a command line to run."""

from __future__ import annotations

import ctypes
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from cleaner.matcher.boilerplate.shapes import Line
from cleaner.matcher.phrases.catalogue import catalogue

ROOT = Path(__file__).parents[1]
DAMAGED = sorted(path for path in (ROOT / "samples/damaged").glob("*.txt") if not path.stem.endswith(".cleaned"))
UNCHANGED = sorted((ROOT / "samples/unchanged").glob("*.txt"))

# Set, it would hide what happens to text that is still in a buffer when a process ends.
os.environ.pop("PYTHONUNBUFFERED", None)

Find = Callable[[list[str]], list[Line]]
Run = Callable[..., "subprocess.CompletedProcess[bytes]"]
Watch = Callable[[Callable[[int, str], object]], list[str]]

# The same examples on every machine; HYPOTHESIS_PROFILE=more looks for new ones.
settings.register_profile("default", derandomize=True, deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("more", max_examples=2_000, deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "default"))


@pytest.fixture(scope="session")
def samples() -> Path:
    """Return the folder of sample texts."""
    return ROOT / "samples"


@pytest.fixture
def cleaner(tmp_path: Path) -> Run:
    """Return a function that runs ``python -m cleaner`` as a process of its own, in ``tmp_path``."""

    def run(*arguments: str | bytes | Path, **options: object) -> subprocess.CompletedProcess[bytes]:
        command = [sys.executable, "-m", "cleaner", *arguments]
        settings: dict[str, object] = {
            "cwd": tmp_path,
            "capture_output": True,
            "timeout": 60,
            "stdin": subprocess.DEVNULL,
        }
        if "input" in options:
            del settings["stdin"]
        return subprocess.run(command, check=False, **(settings | options))  # type: ignore[call-overload, no-any-return]

    return run


@pytest.fixture
def find() -> Find:
    """Return a function that gives some lines as rules see them, with the phrases among them."""

    def find(lines: list[str]) -> list[Line]:
        hits = catalogue().find_all(lines)
        return [Line(line, hits.get(index)) for index, line in enumerate(lines)]

    return find


@pytest.fixture
def watch(monkeypatch: pytest.MonkeyPatch) -> Watch:
    """Return a function that has something done before each call to ``os`` that replacing a file makes.

    That something is told the number of the call, from 1, and its name. The names come back as a list that grows.
    """

    def watch(before: Callable[[int, str], object]) -> list[str]:
        calls: list[str] = []

        class Watched:
            def __getattr__(self, name: str) -> object:
                known = getattr(os, name)
                if not callable(known) or isinstance(known, type):
                    return known

                def call(*arguments: object, **options: object) -> object:
                    calls.append(name)
                    if name == "close":  # gone even where the system says that it failed
                        known(*arguments)
                    before(len(calls), name)
                    return None if name == "close" else known(*arguments, **options)

                return call

        for place in ("cleaner.files.attributes.os", "cleaner.files.writer.os", "tempfile._os"):
            monkeypatch.setattr(place, Watched())
        return calls

    return watch


@pytest.fixture
def unprivileged() -> Iterator[None]:
    """Put aside what root may do that others may not, such as to write into a read-only folder."""
    if os.geteuid() != 0:
        yield
        return
    system = ctypes.CDLL(None)
    if not hasattr(system, "capset"):
        pytest.skip("root cannot give up its rights here")
    # Linux: the version and "this thread"; then effective, permitted, inheritable, in two halves.
    header, mine = (ctypes.c_uint32 * 2)(0x20080522, 0), (ctypes.c_uint32 * 6)()
    assert system.capget(header, mine) == 0
    assert system.capset(header, (ctypes.c_uint32 * 6)(0, *mine[1:3], 0, *mine[4:])) == 0
    yield
    assert system.capset(header, mine) == 0
