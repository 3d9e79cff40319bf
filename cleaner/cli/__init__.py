"""The command line: what is asked for, and what is said about it. Deciding is done elsewhere."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path

import click

from cleaner.cli.progress import Progress
from cleaner.cli.streams import OutputError, flush, redirect_to_nowhere, say, tell, write
from cleaner.cli.work import (
    STDIN,
    Act,
    Done,
    Work,
    complaint,
    leave,
    print_diff,
    print_text,
    rewrite,
    show_coloured_diff,
    show_diff,
)
from cleaner.cli.workers import count_workers, do_all
from cleaner.config import Config, find_config, read_config, read_phrases
from cleaner.errors import CleanerError
from cleaner.interrupt import INTERRUPTED, raise_lost, raised
from cleaner.matcher.builtin import builtin_phrases
from cleaner.pipeline import Settings
from cleaner.rules import check_rules

DONE, WOULD_CHANGE, FAILED = 0, 1, 2


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
@click.option(
    "-j", "--jobs", metavar="N", type=click.IntRange(1), help="Do N files at a time.  [default: as many as pay]"
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
    jobs: int | None,
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
    act = rewrite if in_place else _diff() if diff else leave if check else print_text
    verb = "cleaned" if in_place else "would clean" if check else ""
    work = Work(act, verb, settings, encoding or project.encoding, quiet)

    names = files or (STDIN,)
    if STDIN in names and sys.stdin is not None and sys.stdin.isatty():
        tell("cleaner: reading from the terminal; end with Ctrl-D (cleaner -h for help)")
    progress = Progress(0 if act is print_text else len(names))
    failed, changed = _told(do_all(work, names, count_workers(names, jobs)), progress)
    return FAILED if failed else WOULD_CHANGE if check and changed else DONE


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line with ``arguments``, by default the process's own, and return its exit status."""
    status = DONE
    try:
        with raised():
            status = command.main(arguments, prog_name="cleaner", standalone_mode=False)
            flush()
    except click.ClickException as error:
        say(error.show)
        return error.exit_code
    except CleanerError as error:
        tell(complaint(error))
        return FAILED
    except (KeyboardInterrupt, click.Abort):
        redirect_to_nowhere(sys.stdout)  # the reader of it may have stopped, and would keep us waiting
        return INTERRUPTED
    except OutputError as error:
        return _give_up_output(error, status)
    except OSError as error:  # from click, which has written its help
        return _give_up_output(OutputError(error), FAILED)
    except SystemExit as error:
        # click's own ends: 1 where nobody reads its help to the end, else when it is done with a shell completion.
        if error.code != 1:
            raise
    return status


def _told(all_done: Iterable[Done], progress: Progress) -> tuple[bool, bool]:
    """Put out what came of the files, and return whether any has failed and whether any has changed."""
    failed = changed = False
    for done in all_done:
        failed |= done.has_failed
        changed |= done.has_changed
        if done.output or done.messages:
            progress.clear()
        try:
            if done.output:  # a closed output that nothing is to go to does no harm
                write(done.output)
        except OutputError as error:
            if not error.is_closed_pipe:
                raise
            break
        for message in done.messages:
            tell(message)
        raise_lost()
        progress.advance()
    progress.clear()
    return failed, changed


def _find_project() -> Config:
    try:
        return find_config(Path.cwd())
    except OSError:  # the working directory is gone, and the files are elsewhere
        return Config()


def _diff() -> Act:
    if sys.stdout is None or not sys.stdout.isatty():
        return print_diff
    return show_diff if os.environ.get("NO_COLOR") else show_coloured_diff


def _give_up_output(error: OutputError, status: int) -> int:
    redirect_to_nowhere(sys.stdout)
    if error.is_closed_pipe:
        return status
    tell(complaint(error.reason, "standard output"))
    return FAILED
