"""The catalogue: the wordings with which sites furnish an article, and how a line is looked up among them."""

from __future__ import annotations

import re
from collections import ChainMap
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain, product
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
# The kinds that sites word anew: calls and headings. The others are short labels, or names.
REWORDED = frozenset({"app", "comments", "related", "service", "share", "subscribe"})
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
LETTERS = re.compile(r"[^\W\d_]+")


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
    def kind(self) -> str:
        """Its category in its language: ``category:language``."""
        return f"{self.category}:{self.language}"

    @property
    def rule(self) -> str:
        """The name under which removals report it: ``category:language:wording``."""
        return f"{self.kind}:{self.wording}"


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

    All else is made from these, to tell at once that a line is none of them, or which it could be:
    ``letters`` are those of each of the ``phrases``, without spaces, and ``first_words`` the words that
    they begin with; ``before_slots`` and ``behind_slots`` are the words next to a slot; ``counting`` is
    the longest word of each that is a phrase only where the line has a number. ``beginnings`` and
    ``endings`` are the ``phrases`` long enough to be misspelt, by their first and last letters. Of
    the kinds that sites word anew, ``kinds`` are those that have a word, and ``by_kind`` is what the
    phrases of each say.
    """

    phrases: Mapping[str, Phrase]
    starts: Mapping[str, Phrase]
    ends: Mapping[str, Phrase]
    letters: Set[str]
    first_words: Set[str]
    before_slots: Set[str]
    behind_slots: Set[str]
    counting: Set[str]
    beginnings: Mapping[str, Sequence[str]]
    endings: Mapping[str, Sequence[str]]
    kinds: Mapping[str, Sequence[str]]
    by_kind: Mapping[str, Sequence[str]]

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
        long = [key for key in whole if len(key) >= SHORTEST_MISSPELT - MOST_LETTERS]
        items = [item for some in (whole, starts, ends) for item in some.items()]
        by_kind = _grouped((phrase.kind, key) for key, phrase in items if phrase.category in REWORDED)
        return cls(
            phrases=whole,
            starts=starts,
            ends=ends,
            letters=_letters_of(whole),
            first_words=frozenset(key.partition(" ")[0] for key in whole),
            before_slots=frozenset(key.partition(" ")[0] for key in starts),
            behind_slots=frozenset(key.rpartition(" ")[2] for key in ends),
            counting=_counting_of(starts) | _counting_of(ends),
            beginnings=_grouped((key[:SAME_END], key) for key in long),
            endings=_grouped((key[-SAME_END:], key) for key in long),
            kinds=_grouped((word, kind) for kind, keys in by_kind.items() for key in keys for word in key.split()),
            by_kind=by_kind,
        )

    def __or__(self, other: Catalogue) -> Catalogue:
        """Return both as one, quickest where ``other`` is the larger; where both have a phrase, this one's counts."""
        return Catalogue(
            phrases=ChainMap(self.phrases, other.phrases),  # type: ignore[arg-type]
            starts=ChainMap(self.starts, other.starts),  # type: ignore[arg-type]
            ends=ChainMap(self.ends, other.ends),  # type: ignore[arg-type]
            letters=frozenset().union(self.letters, other.letters),
            first_words=frozenset().union(self.first_words, other.first_words),
            before_slots=frozenset().union(self.before_slots, other.before_slots),
            behind_slots=frozenset().union(self.behind_slots, other.behind_slots),
            counting=frozenset().union(self.counting, other.counting),
            beginnings=_joined(self.beginnings, other.beginnings),
            endings=_joined(self.endings, other.endings),
            kinds=_joined(self.kinds, other.kinds),
            by_kind=_joined(self.by_kind, other.by_kind),
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
        if not 1 < len(said) <= MOST_ROW_WORDS or said[0] not in self.first_words:
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
        if not said or (said[0] not in self.before_slots and said[-1] not in self.behind_slots):
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
        similar = chain(self.beginnings.get(key[:SAME_END], ()), self.endings.get(key[-SAME_END:], ()))
        candidates = [other for other in similar if abs(len(other) - len(key)) <= MOST_LETTERS]
        if not candidates:
            return None
        from cleaner.matcher.likeness import fuzz, process

        found = process.extractOne(key, candidates, scorer=fuzz.ratio, score_cutoff=ALIKE)
        return Hit(self.phrases[found[0]], found[1]) if found else None

    def of_kind(self, kind: str) -> Iterator[tuple[str, Phrase]]:
        """Yield the phrases of one of the ``kinds``, each behind what it says."""
        for key, phrases in product(self.by_kind[kind], (self.phrases, self.starts, self.ends)):
            if (phrase := phrases.get(key)) and phrase.kind == kind:
                yield key, phrase


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


def _counting_of(slotted: Mapping[str, Phrase]) -> frozenset[str]:
    keys = (key for key, phrase in slotted.items() if phrase.category in COUNTED)
    return frozenset(max(words, key=len) for key in keys if (words := LETTERS.findall(key)))


def _grouped(pairs: Iterable[tuple[str, str]]) -> dict[str, Sequence[str]]:
    """Return the second ones of ``pairs`` by the first, each once and in order."""
    groups: dict[str, dict[str, None]] = {}
    for group, member in pairs:
        groups.setdefault(group, {})[member] = None
    return {group: tuple(members) for group, members in groups.items()}


def _joined(few: Mapping[str, Sequence[str]], many: Mapping[str, Sequence[str]]) -> Mapping[str, Sequence[str]]:
    both = {group: (*members, *many.get(group, ())) for group, members in few.items()}
    return ChainMap(both, many)  # type: ignore[arg-type]


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
