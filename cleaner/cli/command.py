"""Command: any command line, and what there is to say about it: help, version, mistakes, shell completion."""

from __future__ import annotations

from collections.abc import Sequence

import click

from cleaner.cli.asked import Asked
from cleaner.cli.streams import OutputError, say


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
) -> Asked:
    """Clean scraped articles: each FILE as text, less the blocks it says twice and the page furniture at its end.

    The cleaned text goes to standard output, in UTF-8. Without FILE, or where FILE is -, standard
    input is read.

    \b
    cleaner article.txt             print the cleaned text
    cleaner -i articles/*.txt       rewrite the files that change
    cleaner --check --diff *.txt    see what would go

    Exit status: 0 done or nothing to do; 1 --check found something to do; 2 an error; 130 interrupted.
    """
    asked = Asked(files, in_place, check, diff, quiet, encoding, phrases, keep, config, jobs)
    if asked.contradiction:
        raise click.UsageError(asked.contradiction)
    return asked


def parsed(arguments: Sequence[str]) -> Asked | int:
    """Return what ``arguments`` ask for, or the exit status where that is said already.

    Raises ``OutputError``, ``KeyboardInterrupt`` and, at the end of a shell completion, ``SystemExit``.
    """
    try:
        asked: Asked | int = command.main([*arguments], prog_name="cleaner", standalone_mode=False)
    except click.ClickException as error:
        say(error.show)
        return error.exit_code
    except click.Abort:
        raise KeyboardInterrupt from None
    except OSError as error:  # on writing the help
        raise OutputError(error) from error
    except SystemExit as error:
        if error.code != 1:
            raise
        return 0  # nobody reads the help to its end
    return asked
