"""Main: from the arguments of the command to its output, its messages and its exit status."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Sequence

from cleaner.cli.config import Config, find_config, read_config, read_phrases
from cleaner.cli.job import (
    Action,
    Job,
    Outcome,
    error_message,
    noop,
    print_diff,
    print_text,
    rewrite,
    show_coloured_diff,
    show_diff,
)
from cleaner.cli.options import Options, parse
from cleaner.cli.pool import count_workers, run_all
from cleaner.cli.progress import Progress
from cleaner.cli.signals import INTERRUPTED, reraise_lost, signals_raise
from cleaner.cli.streams import STDIN, OutputError, flush, redirect_to_nowhere, warn, write
from cleaner.errors import CleanerError
from cleaner.matcher.phrases.phrase import builtin_phrases
from cleaner.pipeline import Settings
from cleaner.rules import check_rules

DONE, WOULD_CHANGE, FAILED = 0, 1, 2


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command with ``arguments``, by default the process's own, and return its exit status."""
    status = DONE
    try:
        options = parse(sys.argv[1:] if arguments is None else arguments)
        if isinstance(options, int):
            return options
        with signals_raise():
            status = _run(options)
            flush()
    except CleanerError as error:
        warn(error_message(error))
        return FAILED
    except KeyboardInterrupt:
        warn("")  # a line end after the ^C that a terminal shows
        redirect_to_nowhere(sys.stdout)  # its reader may be stopped, and the last flush would wait for it
        return INTERRUPTED
    except OutputError as error:
        return _give_up_output(error, status)
    return status


def _run(options: Options) -> int:
    project = read_config(options.config) if options.config else _find_project()
    own = tuple(phrase for path in (*options.phrases, *project.phrases) for phrase in read_phrases(path))
    settings = Settings(own, (*options.keep, *project.disable))
    if settings.disable:
        check_rules(settings.disable, (phrase.rule for phrase in (*own, *builtin_phrases())))
    action = _action(options)
    verb = "cleaned" if options.in_place else "would clean" if options.check else ""
    job = Job(action, verb, settings, options.encoding or project.encoding, options.quiet)

    names = options.files or (STDIN,)
    if STDIN in names and sys.stdin is not None and sys.stdin.isatty():
        warn("cleaner: reading from the terminal; end with Ctrl-D (cleaner -h for help)")
    progress = Progress(0 if action is print_text else len(names))
    has_failed, has_changed = _report(run_all(job, names, count_workers(names, options.jobs)), progress)
    return FAILED if has_failed else WOULD_CHANGE if options.check and has_changed else DONE


def _report(outcomes: Iterable[Outcome], progress: Progress) -> tuple[bool, bool]:
    """Print ``outcomes`` as they come; return whether any file failed and whether any changed."""
    has_failed = has_changed = False
    for outcome in outcomes:
        has_failed |= outcome.has_failed
        has_changed |= outcome.has_changed
        if outcome.output or outcome.messages:
            progress.clear()
        try:
            if outcome.output:  # an empty one would fail as well where standard output is closed
                write(outcome.output)
        except OutputError as error:
            if not error.is_closed_pipe:
                raise
            break
        for message in outcome.messages:
            warn(message)
        reraise_lost()
        progress.advance()
    progress.clear()
    return has_failed, has_changed


def _find_project() -> Config:
    try:
        return find_config(os.getcwd())
    except OSError:  # the working directory has been deleted, but the files may be elsewhere
        return Config()


def _action(options: Options) -> Action:
    if options.in_place:
        return rewrite
    if not options.diff:
        return noop if options.check else print_text
    if sys.stdout is None or not sys.stdout.isatty():
        return print_diff
    return show_diff if os.environ.get("NO_COLOR") else show_coloured_diff


def _give_up_output(error: OutputError, status: int) -> int:
    redirect_to_nowhere(sys.stdout)
    if error.is_closed_pipe:
        return status
    warn(error_message(error.reason, "standard output"))
    return FAILED
