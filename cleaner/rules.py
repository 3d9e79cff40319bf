"""Rules: the names under which removals are reported, and by which a user switches them off.

A repeat is ``exact``, ``near`` or ``teaser``. Boilerplate is ``category:language:wording``; a name
may stop short, so that ``related`` is all of its kind and ``related:de`` the German ones.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable

from cleaner.errors import ConfigError, did_you_mean
from cleaner.matcher.phrases.phrase import COMMENTS, OWN, SECTION

REPEATS = ("exact", "near", "teaser")


def is_disabled(rule: str, disabled: Collection[str]) -> bool:
    """Return whether ``rule`` is one of ``disabled`` or falls under one.

    >>> is_disabled("related:de:Lesen Sie auch", ["related:de"])
    True
    """
    names = [rule]
    # Readers' comments go by the heading above them: the rule is named after it and falls under its category.
    if rule.startswith(f"{SECTION}:"):
        names.append(COMMENTS + rule.removeprefix(SECTION))
    return any(rule == name or rule.startswith(f"{name}:") for rule in names for name in disabled)


def check_rules(names: Iterable[str], rules: Iterable[str]) -> None:
    """Raise ``ConfigError`` for the first of ``names`` that is no rule and no group of rules.

    ``rules`` are those of the phrases.
    """
    rules = {*REPEATS, *rules}
    rules |= {SECTION + rule.removeprefix(COMMENTS) for rule in rules if rule.startswith(f"{COMMENTS}:")}
    kinds = sorted({rule.split(":")[0] for rule in rules} | {OWN, SECTION})
    for name in names:
        if name not in kinds and not any(is_disabled(rule, [name]) for rule in rules):
            raise ConfigError(f"there is no rule {name!r}; {did_you_mean(name, kinds)}")
