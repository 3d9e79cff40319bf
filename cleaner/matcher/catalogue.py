"""The catalogue: the wordings with which sites furnish an article, and how a line is looked up among them."""

from __future__ import annotations

import re
from collections import ChainMap
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain
from typing import NamedTuple

from cleaner.errors import PhrasesError
from cleaner.matcher.words import folded, letters, words_of_folded
from cleaner.rules import OWN

# Longer lines are prose, whatever they begin with. Of the longest furniture, consent texts, the
# lines that are worth catching are about this long.
LONGEST_LINE = 200
# A misspelt wording counts from this likeness on (0-100), in wordings of at least so many letters:
# "Leave a coment" scores 97, while "subscribed" and "subscriber", two words, score 90.
ALIKE, SHORTEST_MISSPELT, LONGEST_MISSPELT = 92, 10, 120
# It has the first or the last letters right, so many, and is no more than so many letters longer or shorter.
SAME_END, MOST_LETTERS = 4, 3
# Where a name stands in a phrase; and lines with one are no longer than this. Times stand behind names as well.
SLOT, LONGEST_SLOTTED, MOST_SLOTTED_WORDS, TIME = "…", 100, 20, "time"
# With a slot, these are phrases only where the line has a number as well.
COUNTED = frozenset({"comments"})
# A line is looked up in up to five ways, first all lines in one way, then the last ones in the others: those of nearly
# all pages are so many.
REMEMBERED = 1024
# A row of phrases on one line, and each phrase in it, has at most so many words.
MOST_ROW_WORDS, MOST_PHRASE_WORDS = 24, 8
# Numbers (Arabic, Persian, Hindi, Bengali and Thai sites count in their own), and what a number may end in: 3k, 1.2M.
DIGITS = "0123456789٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹०१२३४५६७८९০১২৩৪৫৬৭৮৯๐๑๒๓๔๕๖๗๘๙"
COUNT_UNITS = frozenset({"k", "m", "к", "тыс", "th", "st", "nd", "rd"})

# Numbers that count nothing: a share of a poll, an item of a numbered list, a telephone; a year.
_NO_COUNT = re.compile(r"%|^\d+[.)]\s|(?:\d[^\d,]{0,2}){7}")
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
# Where a year belongs: "Copyright 2024".
DATED = frozenset({"copyright"})

_COUNT = re.compile(r"\d")
COPYRIGHTED = re.compile(r"(?:copyright\s*)?(?:©|ⓒ|\(c\)\s*(?:19|20)\d\d)|copyright\s+(?:19|20)\d\d", re.IGNORECASE)
# A colon, also an Armenian one or the Bengali letter that is written for it.
OPENER = re.compile(r"[:：|՝ঃ]| [–—-] ")
# Where a line has none of these, none of the three above and below is in it.
_SIGN = re.compile(r"[\d©ⓒⒸ:：|՝ঃ]| [–—-] ")
_HEADING = re.compile(r"\[([\w-]+)\]")


Kind = tuple[str, str]


class Phrase(NamedTuple):
    """A wording of the catalogue. With ``opens``, anything may follow it behind a colon or dash."""

    wording: str
    category: str = OWN
    language: str = OWN
    opens: bool = False

    @classmethod
    def parse(cls, line: str, category: str = OWN, language: str = OWN) -> Phrase:
        """Return the phrase that a ``line`` of a phrase file is: one with a colon at the end opens."""
        return cls(line.removesuffix(":").rstrip(), category, language, line.endswith(":"))

    @property
    def kind(self) -> Kind:
        """Its category and language."""
        return self.category, self.language

    @property
    def rule(self) -> str:
        """The name under which removals report it: ``category:language:wording``."""
        return f"{self.category}:{self.language}:{self.wording}"


# The one piece of furniture that is a sign and no words.
COPYRIGHT = Phrase("©", "copyright", "any")


def has_slot(phrase: Phrase) -> bool:
    """Tell whether a name belongs into ``phrase``."""
    return SLOT in phrase.wording and (phrase.wording.startswith(f"{SLOT} ") or phrase.wording.endswith(f" {SLOT}"))


@dataclass(frozen=True, slots=True)
class Hit:
    """A line that is a phrase: how well it matches, 0-100, and the ``rest`` that follows an opening one.

    One that ``is_kin`` is no phrase itself, but made of the words of some: it proves nothing alone.
    """

    phrase: Phrase
    score: float
    rest: str = ""
    is_kin: bool = False

    @property
    def goes_on(self) -> bool:
        """Whether text follows the phrase."""
        return bool(self.rest)


@dataclass(frozen=True, slots=True, eq=False)
class Catalogue:
    """Phrases by what they say; of two that say the same the first counts.

    ``phrases`` are those that a line is as a whole. ``starts`` and ``ends`` are those with a slot, for
    a name or a date behind or before them: "Posted by …", "… says", "3 hours ago" behind a name.
    ``letters`` are those of all ``phrases``, without spaces, and ``words`` those of each kind, which is
    a category in one language, with spaces between them.
    """

    phrases: Mapping[str, Phrase]
    starts: Mapping[str, Phrase]
    ends: Mapping[str, Phrase]
    letters: frozenset[str]
    words: Mapping[Kind, str]

    @classmethod
    def of(cls, phrases: Iterable[Phrase]) -> Catalogue:
        """Return the catalogue of ``phrases``; one without letters, which any line of signs would be, is left out."""
        phrases = list(phrases)
        whole: dict[str, Phrase] = {}
        starts: dict[str, Phrase] = {}
        ends: dict[str, Phrase] = {}
        lines = folded("\n".join(phrase.wording for phrase in phrases)).split("\n")
        for key, phrase in zip(map(_key_of_folded, lines), phrases, strict=True):
            if phrase.category != TIME and not (SLOT in phrase.wording and has_slot(phrase)):
                whole.setdefault(key, phrase)
            elif phrase.wording.endswith(f" {SLOT}"):
                starts.setdefault(key, phrase)
            else:
                ends.setdefault(key, phrase)
        whole.pop("", None)
        ends.pop("", None)
        return cls(whole, starts, ends, _letters_of(whole), _words_of(whole, starts, ends))

    def __or__(self, other: Catalogue) -> Catalogue:
        """Return both as one; where both have a phrase, this one's counts."""
        kinds = self.words.keys() | other.words.keys()
        return Catalogue(
            ChainMap(self.phrases, other.phrases),  # type: ignore[arg-type]
            ChainMap(self.starts, other.starts),  # type: ignore[arg-type]
            ChainMap(self.ends, other.ends),  # type: ignore[arg-type]
            self.letters | other.letters,
            {kind: f"{self.words.get(kind, '')} {other.words.get(kind, '')}" for kind in sorted(kinds)},
        )

    def find(self, line: str) -> Hit | None:
        """Return the phrase that ``line`` as a whole is, counts and punctuation apart."""
        if len(line) > LONGEST_LINE:
            return None
        phrase = self.phrases.get(key_of_line(line))
        if phrase and _may_count(line, phrase):
            return Hit(phrase, 100.0)
        if not _SIGN.search(line):
            return None  # nearly all lines
        if COPYRIGHTED.match(line):
            return Hit(COPYRIGHT, 100.0)
        opener = OPENER.search(line)
        if opener and (phrase := self.phrases.get(key_of_line(line[: opener.start()]))) and phrase.opens:
            return Hit(phrase, 100.0, line[opener.end() :].strip())
        # "12 thoughts on …", the heading of the article behind; without a number it could be a sentence.
        return self.find_slotted(line, COUNTED) if _COUNT.search(line) else None

    def find_row(self, line: str) -> Hit | None:
        """Return the first of several phrases of which ``line`` consists: "Share Tweet Print"."""
        said = key_of_line(line).split() if len(line) <= LONGEST_LINE else []
        if not 1 < len(said) <= MOST_ROW_WORDS:
            return None
        firsts_of_phrases, lasts_of_phrases = _first_and_last_words(self)
        if said[0] not in firsts_of_phrases or said[-1] not in lasts_of_phrases:
            return None
        # firsts[n] is the phrase that the line begins with if its first n words are phrases in a row.
        firsts: list[Phrase | None] = [None] * (len(said) + 1)
        for start in range(len(said)):
            if start and not firsts[start]:
                continue
            for end in range(start + 1, min(start + MOST_PHRASE_WORDS, len(said)) + 1):
                is_part = end - start < len(said)
                if is_part and not firsts[end] and (phrase := self.phrases.get(" ".join(said[start:end]))):
                    firsts[end] = firsts[start] or phrase
        return Hit(firsts[-1], 100.0) if firsts[-1] else None

    def find_slotted(self, line: str, categories: Collection[str]) -> Hit | None:
        """Return the phrase of one of the ``categories`` with a slot that ``line`` begins or ends with."""
        said = key_of_line(line).split() if len(line) <= LONGEST_SLOTTED else []
        firsts, lasts = _words_beside_slots(self, frozenset(categories))
        if not said or (said[0] not in firsts and said[-1] not in lasts):
            return None
        for length in range(min(MOST_SLOTTED_WORDS, len(said)), 0, -1):
            for phrase in (self.starts.get(" ".join(said[:length])), self.ends.get(" ".join(said[-length:]))):
                if phrase and phrase.category in categories:
                    return Hit(phrase, 100.0)
        return None

    def find_misspelt(self, line: str) -> Hit | None:
        """Return the phrase that ``line`` is but for a letter or two."""
        key = key_of_line(line) if len(line) <= LONGEST_MISSPELT else ""
        if len(key) < SHORTEST_MISSPELT or _NO_COUNT.search(line) or _YEAR.search(line):
            return None
        firsts, lasts = _ends(self)
        if key[:SAME_END] not in firsts and key[-SAME_END:] not in lasts:
            return None
        index = _by_ends(self)
        similar = chain(index.get(key[:SAME_END], ()), index.get(key[-SAME_END:], ()))
        candidates = [other for other in similar if abs(len(other) - len(key)) <= MOST_LETTERS]
        if not candidates:
            return None
        from cleaner.matcher.likeness import fuzz, process

        found = process.extractOne(key, candidates, scorer=fuzz.ratio, score_cutoff=ALIKE)
        return Hit(self.phrases[found[0]], found[1]) if found else None


def _may_count(line: str, phrase: Phrase) -> bool:
    """Tell whether the numbers in ``line`` count something, or belong to the ``phrase``."""
    year = _YEAR.search(line)
    is_dated = year and phrase.category not in DATED
    counts_nothing = is_dated or _NO_COUNT.search(_YEAR.sub("", line) if year else line)
    return not counts_nothing or bool(_NO_COUNT.search(phrase.wording) or _YEAR.search(phrase.wording))


def _letters_of(phrases: Mapping[str, Phrase]) -> frozenset[str]:
    # A key without such a word as the Russian "к", which could be a unit, is shorter by a letter and a space at least.
    shortened = (phrase.wording for key, phrase in phrases.items() if len(phrase.wording) - len(key) > 1)
    spelled = (folded(wording) for wording in shortened if not COUNT_UNITS.isdisjoint(wording.split()))
    return frozenset(map(letters, (*phrases, *spelled)))


def _words_of(*some: Mapping[str, Phrase]) -> dict[Kind, str]:
    keys: dict[Kind, list[str]] = {}
    for key, phrase in chain.from_iterable(phrases.items() for phrases in some):
        keys.setdefault(phrase.kind, []).append(key)
    return {kind: " ".join(own) for kind, own in keys.items()}


@lru_cache(maxsize=8)
def _first_and_last_words(catalogue: Catalogue) -> tuple[frozenset[str], frozenset[str]]:
    firsts = frozenset(key.partition(" ")[0] for key in catalogue.phrases)
    return firsts, frozenset(key.rpartition(" ")[2] for key in catalogue.phrases)


@lru_cache(maxsize=32)
def _words_beside_slots(catalogue: Catalogue, categories: frozenset[str]) -> tuple[frozenset[str], frozenset[str]]:
    """Return the first words of the phrases before a slot, and the last ones of those behind one."""
    starts = (key for key, phrase in catalogue.starts.items() if phrase.category in categories)
    ends = (key for key, phrase in catalogue.ends.items() if phrase.category in categories)
    return frozenset(key.partition(" ")[0] for key in starts), frozenset(key.rpartition(" ")[2] for key in ends)


@lru_cache(maxsize=8)
def _ends(catalogue: Catalogue) -> tuple[frozenset[str], frozenset[str]]:
    firsts = frozenset(key[:SAME_END] for key in catalogue.phrases)
    return firsts, frozenset(key[-SAME_END:] for key in catalogue.phrases)


@lru_cache(maxsize=8)
def _by_ends(catalogue: Catalogue) -> dict[str, list[str]]:
    """Return the keys of the phrases by how they begin and by how they end: a misspelt one has either right."""
    index: dict[str, list[str]] = {}
    for key in catalogue.phrases:
        if len(key) >= SHORTEST_MISSPELT - MOST_LETTERS:
            index.setdefault(key[:SAME_END], []).append(key)
            index.setdefault(key[-SAME_END:], []).append(key)
    return index


@lru_cache(maxsize=REMEMBERED)
def key_of_line(line: str) -> str:
    """Return what ``line`` says, without case, punctuation and counts."""
    return _key_of_folded(folded(line))


def _key_of_folded(line: str) -> str:
    """Return the words of ``line`` without numbers, and without the letters that count: 3k, 12個, 3시간."""
    said = words_of_folded(line)
    key = " ".join(said)
    if _COUNT.search(key):
        said = [uncounted for word in said if (uncounted := word.lstrip(DIGITS))]
        key = " ".join(said)
    if COUNT_UNITS.isdisjoint(said):
        return key  # nearly all phrases: half the time of loading them
    return " ".join(word for word in said if word not in COUNT_UNITS)


def parse_phrases(content: str, name: str, language: str) -> Iterator[Phrase]:
    """Yield the phrases of a phrase file's ``content``.

    Lines are wordings, ``[category]`` headings, ``# comments`` or blank. ``name`` is the file, for
    messages. Raises ``PhrasesError`` for a wording without letters: it would match any line of
    mere numbers or signs.
    """
    category = OWN
    for number, line in enumerate(content.splitlines(), 1):
        wording = line.strip()
        if not wording or wording[0] == "#":
            continue
        if heading := wording[0] == "[" and _HEADING.fullmatch(wording):
            category = heading[1]
            continue
        if not wording[0].isalpha() and not key_of_line(wording):
            raise PhrasesError(f"{name}, line {number}: {wording!r} has no letters; write the words of the phrase")
        yield Phrase.parse(wording, category, language)
