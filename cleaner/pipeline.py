"""The algorithm: find what goes, check it, leave it out; again, until nothing more is found."""

from __future__ import annotations

from functools import partial
from typing import NamedTuple

from cleaner.matcher.boilerplate import find_boilerplate
from cleaner.matcher.phrases.catalogue import catalogue
from cleaner.matcher.phrases.phrase import Phrase
from cleaner.matcher.repeats import find_repeats
from cleaner.paragraph import has_conflict
from cleaner.plan import emit, merge, rebase
from cleaner.removal import Removal
from cleaner.rules import is_disabled
from cleaner.verify import holds, verify

# Pages take three passes at most, those that tests draw six. In a text made for it each pass lays bare one line
# more, and as many passes as lines would take time that grows with the square of its length.
MAX_PASSES = 20


class Settings(NamedTuple):
    """What a user may set.

    ``phrases`` are their own, to be known besides the built-in ones; ``disable`` are rules, as
    removals report them or only how they begin ("tags", "related:de", "near"), that remove nothing.
    """

    phrases: tuple[Phrase, ...] = ()
    disable: tuple[str, ...] = ()


DEFAULTS = Settings()


class Cleaned(NamedTuple):
    """The text that is left, and why the rest went.

    ``removals`` are in order and disjoint; ``text`` is the input without them. ``refused`` are
    removals that the matcher proposed and the verifier did not let pass: they are still in
    ``text``.
    """

    text: str
    removals: tuple[Removal, ...]
    refused: tuple[Removal, ...]

    @property
    def changed(self) -> bool:
        """Whether anything was removed."""
        return bool(self.removals)


def clean(text: str, settings: Settings = DEFAULTS) -> Cleaned:
    """Return ``text`` without the blocks it says again and without the boilerplate of its page.

    Where there is nothing to remove, ``Cleaned.text`` is the very same string, and so it is where
    after ``MAX_PASSES`` passes more is found still. Pure: no files, no output, no state from one text
    to the next.
    """
    if has_conflict(text):
        return Cleaned(text, (), ())  # both sides are wanted until somebody has chosen
    finders = partial(find_boilerplate, catalogue(settings.phrases)), find_repeats
    rest, removals, finds = text, list[Removal](), 0
    for _ in range(MAX_PASSES):
        before, refused = removals, []
        for find in finders:
            proposed = [removal for removal in find(rest) if not is_disabled(removal.rule, settings.disable)]
            found, doubtful = verify(rest, proposed)
            refused += rebase(text, removals, doubtful)
            if found:
                removals = merge(removals, rebase(text, removals, found))
                rest, finds = emit(text, removals), finds + 1
        if removals == before:
            break
    # What was found at once was checked at once; what came together from several passes must hold together as well.
    if removals != before or (finds > 1 and not holds(text, removals)):
        return Cleaned(text, (), (*removals, *refused))
    return Cleaned(rest, tuple(removals), tuple(refused))
