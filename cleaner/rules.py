"""Rules: the names under which removals are reported, and by which a user switches them off.

A repeat is ``exact``, ``near`` or ``teaser``. Boilerplate is ``category:language:wording``; a name
may stop short, so that ``related`` is all of its kind and ``related:de`` the German ones.
"""

from __future__ import annotations

import difflib
from collections.abc import Collection, Iterable

from cleaner.errors import ConfigError

REPEATS = ("exact", "near", "teaser")
# Readers' comments go by the heading above them: the rule is named after it and falls under its category.
SECTION, COMMENTS = "comment-section", "comments"


def is_disabled(rule: str, disabled: Collection[str]) -> bool:
    """Tell whether ``rule`` is one of ``disabled`` or falls under one.

    >>> is_disabled("related:de:Lesen Sie auch", ["related:de"])
    True
    """
    names = (rule, rule.replace(SECTION, COMMENTS, 1))
    return any(rule == name or rule.startswith(f"{name}:") for rule in names for name in disabled)


def check_rules(names: Iterable[str], categories: Iterable[str]) -> None:
    """Raise ``ConfigError`` for the first of ``names`` that is no rule; ``categories`` are those of the phrases."""
    known = sorted({*REPEATS, SECTION, *categories})
    for name in names:
        kind, *rest = name.split(":")
        if kind not in known or (rest and kind in REPEATS):
            close = difflib.get_close_matches(kind, known, n=1)
            hint = f"did you mean {close[0]!r}?" if close else f"known are {', '.join(known)}"
            raise ConfigError(f"there is no rule {name!r}; {hint}")
