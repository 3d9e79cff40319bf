"""Text made fit for a terminal: nothing in it may steer the terminal or reorder the line."""

from __future__ import annotations

import re

# C0 but tab and line feed, DEL, C1, the bidirectional controls of "Trojan Source"
# (CVE-2021-42574), line and paragraph separators, and what stands for bytes that are no UTF-8.
_UNSAFE = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]"
)


def escaped(text: str) -> str:
    r"""Return ``text`` with everything that could act on a terminal written out as ``\x1b``.

    >>> escaped("red \x1b[31m alert")
    'red \\x1b[31m alert'
    """
    return _UNSAFE.sub(lambda match: match[0].encode("unicode_escape").decode("ascii"), text)


def one_line(text: str) -> str:
    """Return ``text`` escaped, line feeds and tabs too: a file name or a message on one line."""
    return escaped(text).replace("\n", "\\n").replace("\t", "\\t")
