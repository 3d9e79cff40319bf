"""Work: what is done with one file, in whichever process; nothing is printed here."""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from cleaner.cli.asked import STDIN
from cleaner.errors import CleanerError, NotAFileError
from cleaner.files.encoding import CONFIDENT
from cleaner.files.reader import Source, read_bytes, read_file
from cleaner.files.writer import replace_text
from cleaner.interrupt import held
from cleaner.pipeline import Cleaned, Settings, clean
from cleaner.removal import Removal
from cleaner.tokenizer import count_line_ends

# As terminals are told: cyan, red.
DIFF_COLOURS = {"@": "\x1b[36m", "-": "\x1b[31m"}
BOLD, RESET = "\x1b[1m", "\x1b[0m"
# What to do about the commonest troubles with a file, which the system only names.
REMEDIES = {
    errno.ENOENT: "check the name",
    errno.EACCES: "ask its owner, or leave it out",
    errno.ELOOP: "mend the link, or leave it out",
}

Act = Callable[[str, Source, Cleaned], str]


@dataclass(frozen=True, slots=True)
class Work:
    """What is to be done with each file: ``act`` returns what goes to standard output.

    ``verb`` says of a file that changes what was done with it, "" nothing; ``encoding`` is a name or
    ``None`` to find out; ``is_quiet`` leaves only errors.
    """

    act: Act
    verb: str
    settings: Settings
    encoding: str | None
    is_quiet: bool


@dataclass(frozen=True, slots=True)
class Done:
    """What came of one file: for standard output and, a line each, for standard error."""

    output: str = ""
    messages: tuple[str, ...] = ()
    has_failed: bool = False
    has_changed: bool = False


def do(work: Work, name: str) -> Done:
    """Do ``work`` with the file ``name``, or with standard input where that is ``-``."""
    try:
        source = _read(name, work.encoding)
        result = clean(source.text, work.settings)
        output = work.act(name, source, result)
    except (CleanerError, OSError) as error:
        return Done(messages=(complaint(error, name),), has_failed=True)
    messages = () if work.is_quiet else tuple(_told(name, work.verb, source, result))
    return Done(output, messages, has_changed=result.changed)


def complaint(error: CleanerError | OSError, name: str | None = None) -> str:
    """Return the one line that tells of ``error``, with the file ``name`` and, where known, the remedy."""
    reason = str(error)
    if isinstance(error, OSError):
        reason = "; ".join(filter(None, [error.strerror or reason, REMEDIES.get(error.errno or 0)]))
    place = "" if name is None else f"{_label(name)}: "
    return f"cleaner: {place}{reason}"


def print_text(name: str, source: Source, result: Cleaned) -> str:
    """Return the cleaned text."""
    return result.text


def print_diff(name: str, source: Source, result: Cleaned) -> str:
    """Return what goes as a unified diff, for a program."""
    return "".join(_diff(name, source, result))


def show_diff(name: str, source: Source, result: Cleaned) -> str:
    """Return what goes as a unified diff, for a terminal without colours."""
    from cleaner.report.terminal import escaped

    return "".join(escaped(line.replace("\r\n", "\n")) for line in _diff(name, source, result))


def show_coloured_diff(name: str, source: Source, result: Cleaned) -> str:
    """Return what goes as a unified diff, for a terminal."""
    lines = show_diff(name, source, result).splitlines(keepends=True)
    return "".join([*map(_bold, lines[:2]), *map(_coloured, lines[2:])])


def rewrite(name: str, source: Source, result: Cleaned) -> str:
    """Replace the file if it changes; nothing is to be printed."""
    if result.changed:
        with held():
            replace_text(source, result.text)
    return ""


def leave(name: str, source: Source, result: Cleaned) -> str:
    """Do nothing; nothing is to be printed."""
    return ""


def _read(name: str, encoding: str | None) -> Source:
    if name != STDIN:
        return read_file(name, encoding)
    if sys.stdin is None:
        raise NotAFileError("it is closed; name a file")
    os.set_blocking(sys.stdin.fileno(), True)  # or what is not yet written would not be read
    return read_bytes(sys.stdin.buffer.read(), encoding)


def _told(name: str, verb: str, source: Source, result: Cleaned) -> Iterator[str]:
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


def _bold(line: str) -> str:
    return _styled(line, BOLD)


def _coloured(line: str) -> str:
    return _styled(line, DIFF_COLOURS.get(line[0]))


def _styled(line: str, style: str | None) -> str:
    return line if style is None else style + line.removesuffix("\n") + RESET + "\n"
