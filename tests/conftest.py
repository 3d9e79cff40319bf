"""What several test modules need: the samples, hypothesis profiles, a command line to run."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from cleaner.matcher.catalogue import Hit, catalogue
from cleaner.tokenizer import Paragraph, tokenize

ROOT = Path(__file__).parents[1]
DAMAGED = sorted(path for path in (ROOT / "samples/damaged").glob("*.txt") if not path.stem.endswith(".cleaned"))
UNCHANGED = sorted((ROOT / "samples/unchanged").glob("*.txt"))

# Set, it would hide what happens to text that is still in a buffer when a process ends.
os.environ.pop("PYTHONUNBUFFERED", None)

Found = tuple[list[Paragraph], dict[int, Hit]]
Run = Callable[..., "subprocess.CompletedProcess[bytes]"]

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
def find() -> Callable[[list[str]], Found]:
    """Return a function that gives the paragraphs of some lines and the phrases among them."""

    def find(lines: list[str]) -> Found:
        paragraphs = tokenize("\n".join(lines))
        assert len(paragraphs) == len(lines)
        hits = {index: hit for index, line in enumerate(lines) if (hit := catalogue().find(line))}
        return paragraphs, hits

    return find
