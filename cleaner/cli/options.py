"""Options: what a command line asks for; with click for help, usage errors and completion."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import click

from cleaner.cli.streams import STDIN, OutputError, try_stderr


class Options(NamedTuple):
    """The value of each option and argument; ``None`` where it is not given."""

    files: tuple[str, ...]
    in_place: bool = False
    check: bool = False
    diff: bool = False
    quiet: bool = False
    encoding: str | None = None
    phrases: tuple[str, ...] = ()
    keep: tuple[str, ...] = ()
    config: str | None = None
    jobs: int | None = None

    @property
    def contradiction(self) -> str:
        """The message for options that exclude each other, "" if none do."""
        if self.in_place and (self.check or self.diff):
            return "--in-place rewrites, --check and --diff do not; give one or the other"
        if self.in_place and (not self.files or STDIN in self.files):
            return "--in-place needs files to rewrite; standard input is none"
        return ""


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
    type=click.Path(readable=False),
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
    type=click.Path(readable=False),
    help="Take [tool.cleaner] from FILE.  [default: the nearest pyproject.toml]",
)
@click.option(
    "-j", "--jobs", metavar="N", type=click.IntRange(1), help="Do N files at a time.  [default: as many as pay]"
)
@click.option("-q", "--quiet", is_flag=True, help="Say nothing but errors.")
@click.version_option(None, "--version", package_name="article-cleaner", message="cleaner %(version)s")
def command(
    files: tuple[str, ...],
    in_place: bool,
    check: bool,
    diff: bool,
    encoding: str | None,
    phrases: tuple[str, ...],
    keep: tuple[str, ...],
    config: str | None,
    jobs: int | None,
    quiet: bool,
) -> Options:
    """Clean scraped articles: remove repeated blocks and the page boilerplate at the end.

    The cleaned text goes to standard output, in UTF-8. Without FILE, or where FILE is -, standard
    input is read.

    \b
    cleaner article.txt             print the cleaned text
    cleaner -i articles/*.txt       rewrite the files that change
    cleaner --check --diff *.txt    see what would go

    Exit status: 0 done or nothing to do; 1 --check found something to do; 2 an error; 130 interrupted.
    """
    options = Options(files, in_place, check, diff, quiet, encoding, phrases, keep, config, jobs)
    if options.contradiction:
        raise click.UsageError(options.contradiction)
    return options


def parse(arguments: Sequence[str]) -> Options | int:
    """Return the options in ``arguments``, or the exit status if all is done, as for ``--help``.

    Raises ``OutputError``, ``KeyboardInterrupt`` and, at the end of a shell completion, ``SystemExit``.
    """
    try:
        options: Options | int = command.main([*arguments], prog_name="cleaner", standalone_mode=False)
    except click.ClickException as error:
        try_stderr(error.show)
        return error.exit_code
    except click.Abort:
        raise KeyboardInterrupt from None
    except OSError as error:  # while writing the help
        raise OutputError(error) from error
    except SystemExit as error:
        if error.code != 1:
            raise
        return 0  # click's status when the reader of the help has stopped reading
    return options
