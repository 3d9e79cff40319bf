"""Job: what is done with each file, in whichever process. Nothing is printed here."""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Callable, Iterator
from typing import NamedTuple

from cleaner.cli.signals import signals_deferred
from cleaner.cli.streams import STDIN
from cleaner.errors import CleanerError, NotAFileError
from cleaner.files.encoding import CONFIDENT
from cleaner.files.reader import Source, read_bytes, read_file
from cleaner.files.writer import replace_text
from cleaner.paragraph import count_line_ends
from cleaner.pipeline import Cleaned, Settings, clean
from cleaner.removal import Removal

# What to do about the commonest errors, which the system only names.
REMEDIES = {
    errno.ENOENT: "check the name",
    errno.EACCES: "ask its owner, or leave it out",
    errno.ELOOP: "mend the link, or leave it out",
}

# Takes a file's name, what was read and what came of it; returns what goes to standard output.
Action = Callable[[str, Source, Cleaned], str]


class Job(NamedTuple):
    """What to do with each file: how to read and clean it, and the ``action`` on the result.

    ``verb`` is what the message about a changed file begins with, "" for no message; ``encoding`` is
    a name, or ``None`` to find out; ``is_quiet`` leaves only errors.
    """

    action: Action
    verb: str
    settings: Settings
    encoding: str | None
    is_quiet: bool


class Outcome(NamedTuple):
    """What came of one file: text for standard output, lines for standard error, and two flags."""

    output: str = ""
    messages: tuple[str, ...] = ()
    has_failed: bool = False
    has_changed: bool = False


def run(job: Job, name: str) -> Outcome:
    """Do ``job`` with the file ``name``, or with standard input for ``-``, and return the outcome."""
    try:
        source = _read(name, job.encoding)
        result = clean(source.text, job.settings)
        output = job.action(name, source, result)
    except (CleanerError, OSError) as error:
        return Outcome(messages=(error_message(error, name),), has_failed=True)
    messages = () if job.is_quiet else tuple(_messages(name, job.verb, source, result))
    return Outcome(output, messages, has_changed=result.changed)


def error_message(error: CleanerError | OSError, name: str | None = None) -> str:
    """Return one line about ``error``, with the file ``name`` and, where one is known, a remedy."""
    reason = str(error)
    if isinstance(error, OSError):
        reason = "; ".join(filter(None, [error.strerror or reason, REMEDIES.get(error.errno or 0)]))
    place = "" if name is None else f"{_label(name)}: "
    return f"cleaner: {place}{reason}"


def print_text(name: str, source: Source, result: Cleaned) -> str:
    """Return the cleaned text."""
    return result.text


def print_diff(name: str, source: Source, result: Cleaned) -> str:
    """Return what is removed as a unified diff, for another program."""
    return "".join(_diff(name, source, result))


def show_diff(name: str, source: Source, result: Cleaned) -> str:
    """Return what is removed as a unified diff, for a terminal without colours."""
    from cleaner.report.terminal import shown_diff

    return "".join(shown_diff(_diff(name, source, result), in_colour=False))


def show_coloured_diff(name: str, source: Source, result: Cleaned) -> str:
    """Return what is removed as a unified diff, for a terminal with colours."""
    from cleaner.report.terminal import shown_diff

    return "".join(shown_diff(_diff(name, source, result), in_colour=True))


def rewrite(name: str, source: Source, result: Cleaned) -> str:
    """Replace the file if it changes, and return nothing to print."""
    if result.changed:
        with signals_deferred():
            replace_text(source, result.text)
    return ""


def noop(name: str, source: Source, result: Cleaned) -> str:
    """Do nothing, and return nothing to print."""
    return ""


def _read(name: str, encoding: str | None) -> Source:
    if name != STDIN:
        return read_file(name, encoding)
    if sys.stdin is None:
        raise NotAFileError("it is closed; name a file")
    os.set_blocking(sys.stdin.fileno(), True)  # otherwise only what has been written so far would be read
    return read_bytes(sys.stdin.buffer.read(), encoding)


def _messages(name: str, verb: str, source: Source, result: Cleaned) -> Iterator[str]:
    label = _label(name)
    if source.encoding.confidence < CONFIDENT:
        yield f"cleaner: {label}: read as {source.encoding.name}, a guess; --encoding names another"
    if source.encoding.strays:
        yield f"cleaner: {label}: UTF-8 but for some bytes, which stay what they are"
    if verb and result.changed:
        lines = sum(map(_count_lines, result.removals))
        letters = len(source.text) - len(result.text)
        yield f"{verb} {label}: {_number(lines, 'line')}, {_number(letters, 'character')}"
    if result.refused:
        doubtful = _number(len(result.refused), "doubtful removal")
        first = result.refused[0]
        yield f"cleaner: {label}: {doubtful} not made, the first in line {first.line} ({first.rule})"


def _label(name: str) -> str:
    return "standard input" if name == STDIN else name


def _count_lines(removal: Removal) -> int:
    return count_line_ends(removal.text) + (not removal.text.endswith(("\r", "\n")))


def _number(count: int, noun: str) -> str:
    return f"{count:,} {noun}{'' if count == 1 else 's'}"


def _diff(name: str, source: Source, result: Cleaned) -> Iterator[str]:
    from cleaner.report.diff import unified_diff  # few runs show one

    return unified_diff(source.text, result.removals, name)
