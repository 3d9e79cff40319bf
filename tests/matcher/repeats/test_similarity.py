"""Likeness: the fast rapidfuzz, or none."""

from __future__ import annotations

import os

from conftest import Run


def test_a_rapidfuzz_without_its_compiled_part_is_refused(cleaner: Run) -> None:
    line = b"The mill has ground no corn since the winter of the flood, and its wheel was sold for scrap years ago.\n"
    said = b"".join(line.replace(b"mill", word) for word in (b"mill", b"lock", b"weir", b"ford"))
    done = cleaner(input=said * 2, env={**os.environ, "RAPIDFUZZ_IMPLEMENTATION": "python"})
    assert done.returncode == 2
    assert done.stdout == b""
    assert done.stderr.startswith(b"cleaner: standard input: rapidfuzz has no compiled part")
