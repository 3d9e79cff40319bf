"""The command line: what is asked for, and what is said about it. Deciding is done elsewhere."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Sequence

from cleaner.cli.asked import STDIN, Asked, plain
from cleaner.cli.progress import Progress
from cleaner.cli.streams import OutputError, flush, redirect_to_nowhere, tell, write
from cleaner.cli.work import (
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


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line with ``arguments``, by default the process's own, and return its exit status."""
    arguments = sys.argv[1:] if arguments is None else arguments
    status = DONE
    try:
        asked = plain(arguments) or _parsed(arguments)
        if isinstance(asked, int):
            return asked
        with raised():
            status = _do(asked)
            flush()
    except CleanerError as error:
        tell(complaint(error))
        return FAILED
    except KeyboardInterrupt:
        tell("")  # below the ^C that a terminal shows
        redirect_to_nowhere(sys.stdout)  # the reader of it may have stopped, and would keep us waiting
        return INTERRUPTED
    except OutputError as error:
        return _give_up_output(error, status)
    return status


def _parsed(arguments: Sequence[str]) -> Asked | int:
    from cleaner.cli.command import parsed  # and with it click, which takes as long to load as a short text

    return parsed(arguments)


def _do(asked: Asked) -> int:
    """Do what is ``asked``, however it was said, and return the exit status."""
    project = read_config(asked.config) if asked.config else _find_project()
    own = tuple(phrase for path in (*asked.phrases, *project.phrases) for phrase in read_phrases(path))
    settings = Settings(own, (*asked.keep, *project.disable))
    if settings.disable:
        check_rules(settings.disable, (phrase.rule for phrase in (*own, *builtin_phrases())))
    act = rewrite if asked.in_place else _diff() if asked.diff else leave if asked.check else print_text
    verb = "cleaned" if asked.in_place else "would clean" if asked.check else ""
    work = Work(act, verb, settings, asked.encoding or project.encoding, asked.quiet)

    names = asked.files or (STDIN,)
    if STDIN in names and sys.stdin is not None and sys.stdin.isatty():
        tell("cleaner: reading from the terminal; end with Ctrl-D (cleaner -h for help)")
    progress = Progress(0 if act is print_text else len(names))
    failed, changed = _told(do_all(work, names, count_workers(names, asked.jobs)), progress)
    return FAILED if failed else WOULD_CHANGE if asked.check and changed else DONE


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
        return find_config(os.getcwd())
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
