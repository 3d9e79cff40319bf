"""An independent check of a plan: nothing goes on the word of the matcher alone.

This module shares no code with the finders. It looks at characters where they look at words, so
that one mistake cannot be made twice.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Sequence
from functools import cache
from itertools import pairwise

from cleaner.removal import Removal

# A removed repeat must share this much of its five-letter sequences, taken end to end, with what stays of its
# survivor. Of 300 pairs of news articles the likest shared .25; of copies of them with one word in ten changed the
# least like shared .73, with one in five .60.
GRAM, SHARED = 5, 0.5
# A removal that stands in its survivor as it is, or letter for letter, needs no sequences. Searched for only in
# survivors up to so many times as long, so that many removals with one long survivor do not each read all of it.
WORTH_SEARCHING = 16
# Lines at least this long may be cut behind a sentence: somewhat shorter ones than the tokenizer cuts, as another
# removal may have shortened them.
GIANT_LINE, STOPS = 2000, tuple(".!?…。！？؟।۔")
# Prose, for this check: lines of at least so many code points that end in a stop. Boilerplate rules take no more of it
# than they leave, and no line as long as most that stay, with this much of its words (of so many letters) from those.
PROSE, OWN_WORDS, LONG_WORD = 60, 0.6, 5
# Boilerplate rules alone take at most this share of a text. A comments section may take more.
MOST_BOILERPLATE, UNLIMITED = 0.7, "comment-section:"

_LINE_END = re.compile(r"[\r\n]")
_LONG_WORD = re.compile(rf"\w{{{LONG_WORD},}}")


def verify(text: str, removals: Sequence[Removal]) -> tuple[list[Removal], list[Removal]]:
    """Return the ``removals`` from ``text`` that hold, in order, and those that do not.

    A removal holds when it is whole lines, or sentences of a giant one, and says what stands there,
    overlaps no other, names its rule and, if it is a repeat, when what is kept of its survivor says
    the same. Boilerplate holds as long as it leaves enough of the text.
    """
    if not removals:
        return [], []  # nearly all texts
    sound: list[Removal] = []
    refused: list[Removal] = []
    for removal in sorted(removals, key=lambda removal: (removal.start, removal.end)):
        overlaps = bool(sound) and removal.start < sound[-1].end
        (refused if overlaps or not _is_sound(text, removal) else sound).append(removal)

    if _takes_too_much(text, sound):
        refused += [removal for removal in sound if _is_limited(removal)]
        sound = [removal for removal in sound if not _is_limited(removal)]
    own = _own(text, sound)
    refused += [removal for removal in sound if removal in own]
    sound = [removal for removal in sound if removal not in own]
    if sound and not _kept(text, 0, len(text), sound).strip():
        return [], refused + sound

    # Refusing a removal leaves more text standing for the others, so looking at each once is enough.
    supported = _supported(text, sound)
    refused += [removal for removal, survives in zip(sound, supported, strict=True) if not survives]
    return [removal for removal, survives in zip(sound, supported, strict=True) if survives], refused


def holds(text: str, plan: Sequence[Removal]) -> bool:
    """Tell whether a whole plan, put together from several passes over ``text``, can be carried out."""
    if not plan:
        return True
    disjoint = all(before.end <= after.start for before, after in pairwise(plan))
    sound = disjoint and all(_is_sound(text, removal) for removal in plan)
    return sound and all(_supported(text, plan)) and not _takes_too_much(text, plan)


def _is_sound(text: str, removal: Removal) -> bool:
    return (
        0 <= removal.start < removal.end <= len(text)
        and text[removal.start : removal.end] == removal.text
        and _is_border(text, removal.start)
        and _is_border(text, removal.end)
        and (_is_line_border(text, removal.start) or not _LINE_END.search(removal.text))
        and bool(removal.rule)
        and (removal.kind == "boilerplate" or removal.survivor is not None)
    )


def _is_line_border(text: str, at: int) -> bool:
    return at in (0, len(text)) or text[at - 1] == "\n" or (text[at - 1] == "\r" and text[at] != "\n")


def _is_border(text: str, at: int) -> bool:
    if _is_line_border(text, at):
        return True
    return _is_in_giant_line(text, at) and (_is_after_sentence(text, at) or text[at] in "\r\n")


def _is_in_giant_line(text: str, at: int) -> bool:
    before = _LINE_END.split(text[max(0, at - GIANT_LINE) : at])[-1]
    after = _LINE_END.split(text[at : at + GIANT_LINE], maxsplit=1)[0]
    return len(before) + len(after) >= GIANT_LINE


def _is_after_sentence(text: str, at: int) -> bool:
    """Tell whether a stop, perhaps with a quotation mark or bracket behind it, ends before ``at``."""
    before = text[max(0, at - GIANT_LINE) : at].rstrip()
    return before.endswith(STOPS) or (before[:-1].endswith(STOPS) and unicodedata.category(before[-1]).startswith("P"))


def _is_limited(removal: Removal) -> bool:
    return removal.kind == "boilerplate" and not removal.rule.startswith(UNLIMITED)


def _takes_too_much(text: str, removals: Sequence[Removal]) -> bool:
    """Tell whether boilerplate goes that is too much of the text, or more prose than stays."""
    limited = [removal for removal in removals if _is_limited(removal)]
    if sum(len(removal.text) for removal in limited) > MOST_BOILERPLATE * len(text):
        return True
    gone = sum(map(len, (line for removal in limited for line in _prose(removal.text))))
    return gone > 0 and gone > sum(map(len, _prose(_kept(text, 0, len(text), removals))))


def _own(text: str, removals: Sequence[Removal]) -> set[Removal]:
    """Return the removals of boilerplate with a paragraph as long as the article's, in its words."""
    lines = {removal: _prose(removal.text) for removal in removals if _is_limited(removal)}
    if not any(lines.values()):
        return set()
    kept = _prose(_kept(text, 0, len(text), removals))
    usual = sorted(map(len, kept))[len(kept) // 2] if kept else 0
    known = set(_LONG_WORD.findall(" ".join(kept).casefold()))
    return {
        removal
        for removal, prose in lines.items()
        if any(len(line) >= usual and _shares(line, known) for line in prose)
    }


def _shares(line: str, known: set[str]) -> bool:
    words = _LONG_WORD.findall(line.casefold())
    return bool(words) and sum(word in known for word in words) >= OWN_WORDS * len(words)


def _prose(text: str) -> list[str]:
    lines = map(str.strip, _LINE_END.split(text))
    return [line for line in lines if len(line) >= PROSE and line.rstrip("»”\"’')]」』）").endswith(STOPS)]


def _supported(text: str, plan: Sequence[Removal]) -> list[bool]:
    """Tell of each removal whether what ``plan`` leaves of its survivor says the same."""

    @cache  # many removals may have one long paragraph for survivor
    def stays(survivor: tuple[int, int]) -> str:
        return _kept(text, *survivor, plan)

    @cache
    def letters(survivor: tuple[int, int]) -> str:
        return _letters(stays(survivor))

    @cache
    def grams(survivor: tuple[int, int]) -> set[str]:
        return _grams(letters(survivor), step=1)

    def is_supported(removal: Removal) -> bool:
        survivor, content = removal.survivor, removal.text.strip()
        if survivor is None or not content:
            return True  # blank lines between what goes: a piece of a removal that an earlier one lies in
        if _is_found(content, stays(survivor)) or _is_found(removed := _letters(content), letters(survivor)):
            return True
        own = _grams(removed, step=GRAM)
        return len(own & grams(survivor)) >= SHARED * len(own)

    return [is_supported(removal) for removal in plan]


def _is_found(content: str, kept: str) -> bool:
    return len(content) * WORTH_SEARCHING >= len(kept) and content in kept


def _kept(text: str, start: int, end: int, plan: Sequence[Removal]) -> str:
    """Return what ``plan``, in order and disjoint, leaves of ``text[start:end]``."""
    kept = []
    for index in range(bisect_left(plan, start, key=lambda removal: removal.end), len(plan)):
        removal = plan[index]
        if removal.start >= end:
            break
        kept.append(text[start : removal.start])
        start = max(start, removal.end)
    kept.append(text[start:end])
    return "".join(kept)


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text.casefold())) or "".join(text.split())


def _grams(letters: str, step: int) -> set[str]:
    return {letters[at : at + GRAM] for at in range(0, max(1, len(letters) - GRAM + 1), step)}
