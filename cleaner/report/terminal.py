"""Text for a terminal: escaped, so that it cannot steer the terminal, and diffs in colour."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

# C0 but tab and line feed, DEL, C1, the bidirectional controls of "Trojan Source"
# (CVE-2021-42574), line and paragraph separators, and what stands for bytes that are no UTF-8.
_UNSAFE = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]"
)
# The colours that git uses: cyan for the place of a hunk, red for a line removed. The two lines of a header are bold.
_COLOURS = {"@": "\x1b[36m", "-": "\x1b[31m"}
_HEADER, _BOLD, _RESET = 2, "\x1b[1m", "\x1b[0m"


def escaped(text: str) -> str:
    r"""Return ``text`` with everything that could act on a terminal written out as ``\x1b``.

    >>> escaped("red \x1b[31m alert")
    'red \\x1b[31m alert'
    """
    return _UNSAFE.sub(lambda match: match[0].encode("unicode_escape").decode("ascii"), text)


def one_line(text: str) -> str:
    """Return ``text`` escaped, line feeds and tabs too: a file name or a message on one line."""
    return escaped(text).replace("\n", "\\n").replace("\t", "\\t")


def shown_diff(lines: Iterable[str], *, in_colour: bool) -> Iterator[str]:
    """Yield the ``lines`` of a unified diff escaped and, if wanted, in colour."""
    for number, line in enumerate(lines):
        safe = escaped(line.replace("\r\n", "\n"))
        style = _BOLD if number < _HEADER else _COLOURS.get(safe[0])
        yield style + safe.removesuffix("\n") + _RESET + "\n" if in_colour and style else safe
