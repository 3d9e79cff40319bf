"""Asked: what a command line asks for; the plainest ones, those of hooks and loops, are understood here.

They are switches and names of files, which need no parser: loading one takes as long as all else a run does.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

STDIN = "-"
IN_PLACE, CHECK, DIFF, QUIET = {"-i", "--in-place"}, {"--check"}, {"--diff"}, {"-q", "--quiet"}


@dataclass(frozen=True, slots=True)
class Asked:
    """What each option and argument says; ``None`` where it is not given."""

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
        """What is wrong with it, "" if nothing is."""
        if self.in_place and (self.check or self.diff):
            return "--in-place rewrites, --check and --diff do not; give one or the other"
        if self.in_place and (not self.files or STDIN in self.files):
            return "--in-place needs files to rewrite; standard input is none"
        return ""


def plain(arguments: Sequence[str]) -> Asked | None:
    """Return what ``arguments`` ask for if they are switches and files, and not at odds; else ``None``."""
    files = tuple(argument for argument in arguments if not argument.startswith("-"))
    given = {argument for argument in arguments if argument.startswith("-")}
    if not files or not given <= IN_PLACE | CHECK | DIFF | QUIET:
        return None
    in_place, check, diff, quiet = (bool(given & switch) for switch in (IN_PLACE, CHECK, DIFF, QUIET))
    asked = Asked(files, in_place, check, diff, quiet)
    return None if asked.contradiction else asked
