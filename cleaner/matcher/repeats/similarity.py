"""Likeness of words: rapidfuzz, and made sure that it is the fast one."""

from rapidfuzz import fuzz, process
from rapidfuzz.distance import OSA, LCSseq

from cleaner.errors import InstallationError

__all__ = ["OSA", "LCSseq", "fuzz", "process"]

# Where its compiled part does not load, rapidfuzz falls back to Python without a word: dozens of times as slow.
if fuzz.ratio.__module__.endswith("_py") or LCSseq.opcodes.__module__.endswith("_py"):
    raise InstallationError("rapidfuzz has no compiled part here; pip install --force-reinstall rapidfuzz")
