"""Kin: lines that are no phrase of the catalogue, but made of the words of one and of others of its kind.

"Sign up for the Harbour News newsletter", "These articles could also interest you": nobody can write down all
wordings, but sites make new ones of old words. Nothing here is certain; it counts where furniture stands.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain

from cleaner.matcher.catalogue import Catalogue, Hit, Phrase, key_of_line
from cleaner.matcher.words import is_unspaced
from cleaner.tokenizer import SENTENCE_END

# The kinds that sites word anew: calls and headings. The others are short labels, or names.
KINDS = frozenset({"app", "comments", "related", "service", "share", "subscribe"})
# So much of a line's words are words of its kind, in one language, and so much of its words and of those of the phrase
# nearest to it are words of both (Jaccard); more where the line is a sentence, which an author may have written. Of
# 15,537 lines of 575 articles and pages, 22 are kin to a phrase, one of them perhaps by chance; with .75 and .3 it
# is 53, every third by chance.
OF_ITS_KIND, SHARED, SHARED_SENTENCE = 0.8, 0.5, 0.6
# Lines of at least so many words and letters, and no longer than this, in code points.
FEWEST_WORDS, FEWEST_LETTERS, LONGEST = 3, 12, 120
# So many kinds are looked at, those that have most of the words.
MOST_KINDS = 3

_Kind = tuple[str, str]


def find_kin(line: str, catalogue: Catalogue) -> Hit | None:
    """Return the phrase nearest to ``line`` if it is made of the words of that phrase's kind."""
    if len(line) > LONGEST or ":" in line[:-1]:
        return None
    said = set(key_of_line(line).split())
    if len(said) < FEWEST_WORDS or sum(map(len, said)) < FEWEST_LETTERS or any(map(is_unspaced, said)):
        return None
    index = _index(catalogue)
    times = Counter(chain.from_iterable(index.kinds.get(word, ()) for word in said))
    kinds = [kind for kind, count in times.most_common(MOST_KINDS) if count >= OF_ITS_KIND * len(said)]
    nearest = max((_nearest(said, index.phrases[kind]) for kind in kinds), key=lambda found: found[0], default=None)
    enough = SHARED_SENTENCE if line.endswith(SENTENCE_END) else SHARED
    return Hit(nearest[1], 100 * nearest[0]) if nearest and nearest[0] >= enough else None


@dataclass(frozen=True, slots=True)
class _Index:
    """The kinds that each word occurs in, and the phrases of each with their words; a kind is of one language."""

    kinds: Mapping[str, Collection[_Kind]]
    phrases: Mapping[_Kind, Collection[tuple[frozenset[str], Phrase]]]


@lru_cache(maxsize=8)
def _index(catalogue: Catalogue) -> _Index:
    kinds: dict[str, set[_Kind]] = {}
    phrases: dict[_Kind, list[tuple[frozenset[str], Phrase]]] = {}
    for key, phrase in chain(catalogue.phrases.items(), catalogue.starts.items(), catalogue.ends.items()):
        if phrase.category in KINDS:
            kind = phrase.category, phrase.language
            phrases.setdefault(kind, []).append((frozenset(key.split()), phrase))
            for word in key.split():
                kinds.setdefault(word, set()).add(kind)
    return _Index(kinds, phrases)


def _nearest(said: Collection[str], phrases: Collection[tuple[frozenset[str], Phrase]]) -> tuple[float, Phrase]:
    """Return the likeness, 0-1, of the phrase that shares most of its words with ``said``, and the phrase."""
    likeness = ((len(own.intersection(said)) / len(own.union(said)), phrase) for own, phrase in phrases)
    return max(likeness, key=lambda found: found[0])
