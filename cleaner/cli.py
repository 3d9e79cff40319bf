"""The command line: what is asked for, and what is said about it. Deciding is done elsewhere."""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Callable, Sequence
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import TextIO

import click

from cleaner.config import Config, find_config, read_config, read_phrases
from cleaner.encoding import SURE, UTF_8, encode
from cleaner.errors import CleanerError, NotAFileError
from cleaner.interrupt import INTERRUPTED, held, raised
from cleaner.matcher.catalogue import builtin_phrases
from cleaner.pipeline import Cleaned, Settings, clean
from cleaner.reader import Source, read_bytes, read_file
from cleaner.removal import Removal
from cleaner.report.diff import unified_diff
from cleaner.report.terminal import escaped, one_line
from cleaner.rules import check_rules
from cleaner.tokenizer import count_line_ends
from cleaner.writer import replace_text

DONE, WOULD_CHANGE, FAILED = 0, 1, 2
STDIN = "-"
DIFF_COLOURS = {"@": "cyan", "-": "red"}
# What to do about the commonest troubles with a file, which the system only names.
REMEDIES = {
    errno.ENOENT: "check the name",
    errno.EACCES: "ask its owner, or leave it out",
    errno.ELOOP: "mend the link, or leave it out",
}


class _OutputError(Exception):
    """Standard output is closed or full: no file's fault, and the end of the run."""

    def __init__(self, reason: OSError) -> None:
        super().__init__(reason)
        self.reason = reason

    @property
    def is_closed_pipe(self) -> bool:
        """Whether whoever read the output has had enough: a quiet end."""
        return isinstance(self.reason, BrokenPipeError)


@click.command(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.argument("files", metavar="[FILE]...", nargs=-1, type=click.Path(readable=False))
@click.option("-i", "--in-place", is_flag=True, help="Rewrite the files that change, and name them.")
@click.option("--check", is_flag=True, help="Write nothing; exit with 1 if any file would change.")
@click.option("--diff", is_flag=True, help="Write nothing; show what would go as a unified diff.")
@click.option("--encoding", metavar="NAME", help="Read the files in this encoding.  [default: find out]")
@click.option(
    "--phrases",
    metavar="FILE",
    multiple=True,
    type=click.Path(readable=False, path_type=Path),
    help="Take the lines of FILE for boilerplate as well. May be given again.",
)
@click.option(
    "--keep",
    metavar="RULE",
    multiple=True,
    help="Remove nothing by RULE: tags, related:de, near, ... May be given again.",
)
@click.option(
    "--config",
    metavar="FILE",
    type=click.Path(readable=False, path_type=Path),
    help="Take [tool.cleaner] from FILE.  [default: the nearest pyproject.toml]",
)
@click.option("-q", "--quiet", is_flag=True, help="Say nothing but errors.")
@click.version_option(None, "--version", package_name="article-cleaner", message="cleaner %(version)s")
def command(
    files: Sequence[str],
    in_place: bool,
    check: bool,
    diff: bool,
    encoding: str | None,
    phrases: Sequence[Path],
    keep: Sequence[str],
    config: Path | None,
    quiet: bool,
) -> int:
    """Clean scraped articles: each FILE as text, less the blocks it says twice and the page furniture at its end.

    The cleaned text goes to standard output, in UTF-8. Without FILE, or where FILE is -, standard
    input is read.

    \b
    cleaner article.txt             print the cleaned text
    cleaner -i articles/*.txt       rewrite the files that change
    cleaner --check --diff *.txt    see what would go

    Exit status: 0 done or nothing to do; 1 --check found something to do; 2 an error; 130 interrupted.
    """
    if in_place and (check or diff):
        raise click.UsageError("--in-place rewrites, --check and --diff do not; give one or the other")
    if in_place and (not files or STDIN in files):
        raise click.UsageError("--in-place needs files to rewrite; standard input is none")
    project = read_config(config) if config else _find_project()
    own = tuple(phrase for path in (*phrases, *project.phrases) for phrase in read_phrases(path))
    settings = Settings(own, (*keep, *project.disable))
    if settings.disable:
        check_rules(settings.disable, (phrase.rule for phrase in (*own, *builtin_phrases())))
    act = _rewrite if in_place else _print_diff if diff else _leave if check else _print_text
    verb = "cleaned" if in_place else "would clean" if check else ""

    failed = changed = False
    for name in files or (STDIN,):
        try:
            source = _read(name, encoding or project.encoding)
            result = clean(source.text, settings)
            act(name, source, result)
        except (CleanerError, OSError) as error:
            _complain(error, name)
            failed = True
        except _OutputError as error:
            if not error.is_closed_pipe:
                raise
            break
        else:
            changed |= result.changed
            if not quiet:
                _tell(name, verb, source, result)
    return FAILED if failed else WOULD_CHANGE if check and changed else DONE


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line with ``arguments``, by default the process's own, and return its exit status."""
    status = DONE
    try:
        with raised():
            status = command.main(arguments, prog_name="cleaner", standalone_mode=False)
            _flush()
    except click.ClickException as error:
        _say(error.show)
        return error.exit_code
    except CleanerError as error:
        _complain(error)
        return FAILED
    except (KeyboardInterrupt, click.Abort):
        _redirect_to_nowhere(sys.stdout)  # the reader of it may have stopped, and would keep us waiting
        return INTERRUPTED
    except _OutputError as error:
        return _give_up_output(error, status)
    except OSError as error:  # from click, which has written its help
        return _give_up_output(_OutputError(error), FAILED)
    except SystemExit as error:
        # click's own ends: 1 where nobody reads its help to the end, else when it is done with a shell completion.
        if error.code != 1:
            raise
    return status


def _find_project() -> Config:
    try:
        return find_config(Path.cwd())
    except OSError:  # the working directory is gone, and the files are elsewhere
        return Config()


def _read(name: str, encoding: str | None) -> Source:
    if name != STDIN:
        return read_file(name, encoding)
    if sys.stdin is None:
        raise NotAFileError("it is closed; name a file")
    if sys.stdin.isatty():
        _tell_line("cleaner: reading from the terminal; end with Ctrl-D (cleaner -h for help)")
    os.set_blocking(sys.stdin.fileno(), True)  # or what is not yet written would not be read
    return read_bytes(sys.stdin.buffer.read(), encoding)


def _print_text(name: str, source: Source, result: Cleaned) -> None:
    _write(result.text)


def _print_diff(name: str, source: Source, result: Cleaned) -> None:
    lines = list(unified_diff(source.text, result.removals, name))
    if sys.stdout and sys.stdout.isatty():
        lines = [escaped(line.replace("\r\n", "\n")) for line in lines]
        if not os.environ.get("NO_COLOR"):
            lines = [*map(_bold, lines[:2]), *map(_coloured, lines[2:])]
    _write("".join(lines))


def _rewrite(name: str, source: Source, result: Cleaned) -> None:
    if result.changed:
        with held():
            replace_text(source, result.text)


def _leave(name: str, source: Source, result: Cleaned) -> None:
    pass


def _bold(line: str) -> str:
    return click.style(line.removesuffix("\n"), bold=True) + "\n"


def _coloured(line: str) -> str:
    colour = DIFF_COLOURS.get(line[0])
    return click.style(line.removesuffix("\n"), fg=colour) + "\n" if colour else line


def _tell(name: str, verb: str, source: Source, result: Cleaned) -> None:
    label = "standard input" if name == STDIN else name
    if source.encoding.confidence < SURE:
        guess = f"read as {source.encoding.name}, a guess; --encoding names another"
        _tell_line(f"cleaner: {label}: {guess}")
    if source.encoding.strays:
        _tell_line(f"cleaner: {label}: UTF-8 but for some bytes, which stay what they are")
    if verb and result.changed:
        lines = sum(map(_count_lines, result.removals))
        letters = len(source.text) - len(result.text)
        _tell_line(f"{verb} {label}: {_number(lines, 'line')}, {_number(letters, 'character')}")
    if result.refused:
        doubtful = _number(len(result.refused), "doubtful removal")
        first = result.refused[0]
        _tell_line(f"cleaner: {label}: {doubtful} not made, the first in line {first.line} ({first.rule})")


def _count_lines(removal: Removal) -> int:
    return count_line_ends(removal.text) + (not removal.text.endswith(("\r", "\n")))


def _number(count: int, noun: str) -> str:
    return f"{count:,} {noun}{'' if count == 1 else 's'}"


def _complain(error: CleanerError | OSError, name: str | None = None) -> None:
    reason = str(error)
    if isinstance(error, OSError):
        reason = "; ".join(filter(None, [error.strerror or reason, REMEDIES.get(error.errno or 0)]))
    place = "" if name is None else f"{'standard input' if name == STDIN else name}: "
    _tell_line(f"cleaner: {place}{reason}")


def _tell_line(line: str) -> None:
    _say(partial(click.echo, one_line(line), err=True))


def _say(message: Callable[[], None]) -> None:
    """Put ``message`` on standard error; where that is closed, full or not read, the work goes on."""
    try:
        if sys.stderr is not None:  # click would take standard output
            message()
    except OSError:
        _redirect_to_nowhere(sys.stderr)


def _write(text: str) -> None:
    """Write ``text`` to standard output as it is, whatever the locale."""
    try:
        if sys.stdout is None:
            raise OSError(errno.EBADF, os.strerror(errno.EBADF))
        sys.stdout.buffer.write(encode(text, UTF_8))
    except OSError as error:
        raise _OutputError(error) from error


def _flush() -> None:
    try:
        if sys.stdout is not None:
            sys.stdout.flush()
    except OSError as error:
        raise _OutputError(error) from error


def _give_up_output(error: _OutputError, status: int) -> int:
    _redirect_to_nowhere(sys.stdout)
    if error.is_closed_pipe:
        return status
    _complain(error.reason, "standard output")
    return FAILED


def _redirect_to_nowhere(stream: TextIO | None) -> None:
    # Python flushes what is left in it once more on its way out; that must not fail again.
    if stream is not None:
        with suppress(OSError):
            os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
