"""Likeness of words: rapidfuzz, and made sure that it is the fast one."""

from rapidfuzz import fuzz
from rapidfuzz.distance import LCSseq

from cleaner.errors import InstallationError

__all__ = ["LCSseq", "fuzz"]

# Where its compiled part does not load, rapidfuzz falls back to Python without a word: dozens of times as slow.
if fuzz.ratio.__module__.endswith("_py") or LCSseq.opcodes.__module__.endswith("_py"):
    raise InstallationError("rapidfuzz has no compiled part here; pip install --force-reinstall rapidfuzz")
