"""The catalogue: how a line is looked up among all phrases."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from functools import cached_property, lru_cache
from typing import NamedTuple

from cleaner.matcher.phrases.phrase import CATEGORIES, COPYRIGHT, SLOT, Phrase, builtin_phrases
from cleaner.matcher.phrases.store import Store, open_store, sorted_lines
from cleaner.matcher.words import DIGIT, YEAR, keys_of_lines, words_of_key

# Longer lines are prose, whatever they begin with. Of the longest boilerplate, consent texts, the
# lines that are worth catching are about this long.
LONGEST_LINE = 200
# Lines with a name in them are no longer than this.
LONGEST_SLOTTED = 100
# In a row of phrases on one line, each has at most so many words.
MOST_PHRASE_WORDS = 8
# A line is looked up in up to four ways, first all lines in one way, then the last ones in the others: those of
# nearly all pages are so many.
CACHE_SIZE = 1024
# What ends a phrase behind which anything may follow: a colon, also an Armenian one or the Bengali letter that is
# written for it, a bar, a dash.
OPENERS = (":", "：", "|", "՝", "ঃ", " - ", " – ", " — ")

# Numbers that count nothing: a share of a poll, an item of a numbered list, a telephone; a year.
_NO_COUNT = re.compile(r"%|^\d+[.)]\s|(?:\d[^\d,]{0,2}){7}")
_COPYRIGHT = re.compile(r"(?:copyright\s*)?(?:©|ⓒ|\(c\)\s*(?:19|20)\d\d)|copyright\s+(?:19|20)\d\d", re.IGNORECASE)
# How items of a list begin; with a semicolon at their end they are what an author counts up.
BULLETS = tuple("*+•·‣▪–—-")
# A phrase with a slot that only a number fills.
_COUNTED = frozenset(name for name, category in CATEGORIES.items() if category.needs_number)

# Keys of the store are letters. Phrases with a slot have its sign where the name stands, words and kinds one of these
# before them. The value of a word says where it stands (first in a phrase, before a slot, behind one) and in what
# kinds of phrases.
_WORD, _KIND, _COUNTING, _FRAME = "=", ":", "#", "|"
_FIRST, _BEFORE_SLOT, _BEHIND_SLOT, _BEFORE_FRAME = "^", "<", ">", "|"


class Hit(NamedTuple):
    """A line that is a phrase: how well it matches (0-100), and the ``suffix`` that follows it.

    One that ``is_reworded`` is no phrase itself, but made of the words of some: it proves nothing alone.
    """

    phrase: Phrase
    score: float
    suffix: str = ""
    is_reworded: bool = False

    @property
    def has_suffix(self) -> bool:
        """Whether text follows the phrase."""
        return bool(self.suffix)


class Catalogue:
    """Phrases by what they say; of two that say the same the first counts."""

    def __init__(self, *stores: Store) -> None:
        """Look things up in ``stores``, in this order."""
        self._stores = stores

    @classmethod
    def of(cls, phrases: Iterable[Phrase]) -> Catalogue:
        """Return the catalogue of ``phrases``.

        One without letters, which any line of signs would be, is left out.
        """
        return cls(Store(sorted_lines(_written(phrases))))

    def __or__(self, other: Catalogue) -> Catalogue:
        """Return both as one; where both have a phrase, this one's counts."""
        return Catalogue(*self._stores, *other._stores)

    def find_all(self, lines: Sequence[str]) -> dict[int, Hit]:
        """Return the phrases that ``lines`` as a whole are, by the index of the line."""
        return {index: hit for index in self._candidates(lines) if (hit := self.find(lines[index]))}

    def find(self, line: str) -> Hit | None:
        """Return the phrase that ``line`` as a whole is, counts and punctuation apart."""
        if len(line) > LONGEST_LINE or (line.endswith(";") and line.startswith(BULLETS)):
            return None
        phrase = self._phrase(_key(line))
        if phrase and _may_count(line, phrase):
            return Hit(phrase, 100.0)
        if _COPYRIGHT.match(line):
            return Hit(COPYRIGHT, 100.0)
        head, suffix = _opened(line)
        if head and (phrase := self._phrase(_key(head))) and phrase.takes_suffix:
            return Hit(phrase, 100.0, suffix)
        # "12 thoughts on …", the heading of the article behind; without a number it could be a sentence.
        return self.find_slotted(line, _COUNTED) if DIGIT.search(line) else None

    def find_row(self, line: str) -> Hit | None:
        """Return the first of several phrases of which ``line`` consists: "Share Tweet Print"."""
        words = _words(line) if len(line) <= LONGEST_LINE else ()
        if len(words) < 2 or _FIRST not in self._uses(words[0]):
            return None
        # firsts[n] is the phrase that the line begins with if its first n words are phrases in a row.
        firsts: list[Phrase | None] = [None] * (len(words) + 1)
        for start in range(len(words)):
            if start and not firsts[start]:
                continue
            for end in range(start + 1, min(start + MOST_PHRASE_WORDS, len(words)) + 1):
                is_part = end - start < len(words)
                if is_part and not firsts[end] and (phrase := self._phrase("".join(words[start:end]))):
                    firsts[end] = firsts[start] or phrase
        return Hit(firsts[-1], 100.0) if firsts[-1] else None

    def find_slotted(self, line: str, categories: Collection[str]) -> Hit | None:
        """Return the phrase of one of the ``categories`` with a slot that ``line`` begins or ends with."""
        words = _words(line) if len(line) <= LONGEST_SLOTTED else ()
        if not words:
            return None
        begins, ends = _BEFORE_SLOT in self._uses(words[0]), _BEHIND_SLOT in self._uses(words[-1])
        for length in range(len(words), 0, -1):
            keys = ["".join(words[:length]) + SLOT] if begins else []
            keys += [SLOT + "".join(words[-length:])] if ends else []
            for phrase in map(self._phrase, keys):
                if phrase and phrase.category in categories:
                    return Hit(phrase, 100.0)
        return None

    def find_frame(self, line: str) -> Hit | None:
        """Return the phrase around ``line``: "The post … appeared first on …"."""
        words = _words(line) if len(line) <= LONGEST_LINE else ()
        if not words or _BEFORE_FRAME not in self._uses(words[0]):
            return None
        letters = "".join(words)
        for length in range(1, len(words)):
            first = "".join(words[:length])
            for phrase in self._frames(first):
                if _fills(letters[len(first) :], phrase):
                    return Hit(phrase, 100.0)
        return None

    def kinds_with(self, word: str) -> Sequence[str]:
        """Return the kinds that sites word anew (``category:language``) with ``word`` in a phrase."""
        return [use for use in self._uses(word) if _KIND in use]

    def of_kind(self, kind: str) -> Iterator[Phrase]:
        """Yield the phrases of one of those kinds."""
        category, language = kind.split(_KIND)
        for store in self._stores:
            for wording in (store.find(_KIND + kind) or "").split("\t"):
                if wording:
                    yield Phrase(wording, category, language)

    def _candidates(self, lines: Sequence[str]) -> Sequence[int]:
        """Return the indexes of the lines that could be phrases; nearly all could not."""
        short = [line if len(line) <= LONGEST_LINE else "" for line in lines]
        content = "\n".join(short)
        opened = [
            (index, line.partition(sign)[0])
            for sign in OPENERS
            if sign in content
            for index, line in enumerate(short)
            if sign in line
        ]
        owners = [*range(len(short)), *(index for index, _ in opened)]
        keys = keys_of_lines("\n".join([content, *(head for _, head in opened)]))
        known = self._known(keys)
        found = {owner for owner, key in zip(owners, keys, strict=True) if key in known} if known else set()
        found.update(index for index, line in enumerate(short) if _COPYRIGHT.match(line))
        return sorted(found.union(self._counted(short, content)))

    def _known(self, keys: Collection[str]) -> set[str]:
        return set().union(*(store.find_any(keys) for store in self._stores))

    def _counted(self, lines: Sequence[str], content: str) -> Iterator[int]:
        """Yield the indexes of the lines with a number and a word of a phrase that needs one."""
        if not DIGIT.search(content):
            return
        for index, line in enumerate(lines):
            if len(line) <= LONGEST_SLOTTED and DIGIT.search(line) and not self._counting.isdisjoint(_words(line)):
                yield index

    def _phrase(self, key: str) -> Phrase | None:
        """Return the phrase with this key, with the sign of the slot where it has one."""
        for store in self._stores:
            if value := store.find(key):
                category, language, takes_suffix, wording = value.split("\t")
                return Phrase(wording, category, language, takes_suffix == "1")
        return None

    def _frames(self, first: str) -> Iterator[Phrase]:
        """Yield the phrases with something in their middle which begin with these letters."""
        for store in self._stores:
            for value in (store.find(_FRAME + first) or "").split(_FRAME):
                if value:
                    category, language, wording = value.split("\t")
                    yield Phrase(wording, category, language)

    def _uses(self, word: str) -> Sequence[str]:
        """Return where in phrases ``word`` stands, and in what kinds."""
        return [use for store in self._stores for use in (store.find(_WORD + word) or "").split()]

    @cached_property
    def _counting(self) -> frozenset[str]:
        return frozenset(word for store in self._stores for word in (store.find(_COUNTING) or "").split())


@lru_cache(maxsize=8)
def catalogue(own: tuple[Phrase, ...] = ()) -> Catalogue:
    """Return the catalogue of a user's ``own`` phrases and the built-in ones, the former first."""
    if own:
        return Catalogue.of(own) | catalogue()
    return Catalogue(open_store(builtin_lines))


def builtin_lines() -> bytes:
    """Return the content of the store of all phrases that come with the package."""
    return sorted_lines(_written(builtin_phrases()))


def _written(phrases: Iterable[Phrase]) -> Iterator[tuple[str, str]]:
    """Yield the keys and values by which ``Catalogue`` looks ``phrases`` up."""
    phrases = [phrase._replace(wording=" ".join(phrase.wording.split())) for phrase in phrases]
    known: dict[str, Phrase] = {}
    uses: defaultdict[str, set[str]] = defaultdict(set)
    kinds: defaultdict[str, list[str]] = defaultdict(list)
    frames: defaultdict[str, list[str]] = defaultdict(list)
    counting = set()
    for letters, phrase in zip(keys_of_lines("\n".join(phrase.wording for phrase in phrases)), phrases, strict=True):
        if not letters:
            continue
        if phrase.is_frame:
            first = phrase.parts[0]
            frames["".join(words_of_key(first))].append(f"{phrase.category}\t{phrase.language}\t{phrase.wording}")
            uses[words_of_key(first)[0]].add(_BEFORE_FRAME)
            continue
        key, words = _slotted(letters, phrase), words_of_key(phrase.wording)
        known.setdefault(key, phrase)
        # Of two wordings with the same letters, "Sitemap" and "Site map", the words of both count.
        if key.endswith(SLOT):
            uses[words[0]].add(_BEFORE_SLOT)
        elif key.startswith(SLOT):
            uses[words[-1]].add(_BEHIND_SLOT)
        else:
            uses[words[0]].add(_FIRST)
        if phrase.traits.needs_number and SLOT in key:
            counting.add(max(words, key=len))
    # Of two phrases that a line rewords equally well, the one without a slot counts.
    for key, phrase in sorted(known.items(), key=lambda item: SLOT in item[0]):
        yield key, f"{phrase.category}\t{phrase.language}\t{phrase.takes_suffix:d}\t{phrase.wording}"
        if phrase.traits.is_reworded:
            kinds[phrase.kind].append(phrase.wording)
            for word in words_of_key(phrase.wording):
                uses[word].add(phrase.kind)
    yield from ((_WORD + word, " ".join(sorted(found))) for word, found in uses.items())
    yield from ((_FRAME + first, _FRAME.join(values)) for first, values in frames.items())
    yield from ((_KIND + kind, "\t".join(wordings)) for kind, wordings in kinds.items())
    yield _COUNTING, " ".join(sorted(counting))


def _slotted(key: str, phrase: Phrase) -> str:
    if phrase.has_slot and phrase.wording.endswith(SLOT):
        return key + SLOT
    return SLOT + key if phrase.has_slot or phrase.traits.follows_name else key


def _fills(rest: str, phrase: Phrase) -> bool:
    """Tell whether the letters ``rest`` fill what follows the first part of ``phrase``."""
    at = 0
    for part in phrase.parts[1:]:
        key = keys_of_lines(part)[0]
        found = rest.find(key, at + 1)  # one letter at least fills a slot
        if found < 0:
            return False
        at = found + len(key)
    return at < len(rest) if phrase.wording.endswith(SLOT) else at == len(rest)


def _opened(line: str) -> tuple[str, str]:
    """Return what stands before and behind the first opener in ``line``; ("", "") without one."""
    at, sign = min(((line.find(sign), sign) for sign in OPENERS if sign in line), default=(0, ""))
    return line[:at], line[at + len(sign) :].strip()


def _may_count(line: str, phrase: Phrase) -> bool:
    """Tell whether the numbers in ``line`` count something, or belong to the ``phrase``."""
    year = YEAR.search(line)
    is_dated = year and not phrase.traits.has_year
    counts_nothing = is_dated or _NO_COUNT.search(YEAR.sub("", line) if year else line)
    return not counts_nothing or bool(_NO_COUNT.search(phrase.wording) or YEAR.search(phrase.wording))


@lru_cache(maxsize=CACHE_SIZE)
def _key(line: str) -> str:
    return keys_of_lines(line)[0]


@lru_cache(maxsize=CACHE_SIZE)
def _words(line: str) -> Sequence[str]:
    return words_of_key(line)
