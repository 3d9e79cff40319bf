"""Unified diff of a cleaning, written from its removals.

A diff program would have to guess which of two equal copies was removed, in quadratic time; the
removals are known.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from cleaner.paragraph import line_spans
from cleaner.removal import Removal

CONTEXT = 3

_BREAKS_HEADER = re.compile(r'[\x00-\x1f\x7f"\\]|^ ')


def unified_diff(text: str, removals: Sequence[Removal], name: str) -> Iterator[str]:
    """Yield the lines of a unified diff from ``text`` to ``text`` without ``removals``.

    Each ends in a line feed, after a carriage return where the text's own line has one. Without
    removals there are none.
    """
    if not removals:
        return
    ending = "\t\n" if " " in name else "\n"  # so that patch sees where a name with spaces ends
    yield f"--- {_quoted(name)}{ending}"
    yield f"+++ {_quoted(name)}{ending}"
    lines = [text[start:end] for start, end in line_spans(text)]
    left = list(_left(lines, removals))
    removed_before = 0
    for start, end in _hunks([rest != line for rest, line in zip(left, lines, strict=True)]):
        kept = sum(map(bool, left[start:end]))
        yield f"@@ -{start + 1},{end - start} +{start - removed_before + (kept > 0)},{kept} @@\n"
        removed_before += end - start - kept
        for line, rest in zip(lines[start:end], left[start:end], strict=True):
            yield from _marked(" " if rest == line else "-", line)
            if rest and rest != line:
                yield from _marked("+", rest)


def _quoted(name: str) -> str:
    """Return ``name``, quoted as git does it where it would break the header line."""
    if not _BREAKS_HEADER.search(name):
        return name
    return '"' + _BREAKS_HEADER.sub(lambda match: f"\\{ord(match[0]):03o}", name) + '"'


def _left(lines: Iterable[str], removals: Iterable[Removal]) -> Iterator[str]:
    """Yield what stays of each line: all, nothing, or a part of a giant one."""
    at = 0
    spans = iter(removals)
    span = next(spans, None)
    for line in lines:
        kept, start, end = [], at, at + len(line)
        while span and span.start < end:
            kept.append(line[at - start : max(at, span.start) - start])
            at = min(span.end, end)
            if span.end > end:
                break
            span = next(spans, None)
        kept.append(line[at - start :])
        at = end
        yield "".join(kept)


def _hunks(changed: Sequence[bool]) -> Iterator[tuple[int, int]]:
    """Yield the start and end of each range of lines that shows removals in their context."""
    start = end = 0
    for index, has_changed in enumerate(changed):
        if not has_changed:
            continue
        if index - CONTEXT > end and end:
            yield start, end
            end = 0
        if not end:
            start = max(0, index - CONTEXT)
        end = min(len(changed), index + 1 + CONTEXT)
    if end:
        yield start, end


def _marked(mark: str, line: str) -> Iterator[str]:
    if line.endswith("\n"):
        yield mark + line
    elif line.endswith("\r"):
        yield mark + line + "\n"
    else:
        yield mark + line + "\n"
        yield "\\ No newline at end of file\n"
