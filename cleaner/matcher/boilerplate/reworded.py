"""Reworded phrases: lines made of the words of a phrase and of others of its kind.

"Sign up for the Harbour News newsletter", "These articles could also interest you": nobody can write down all
wordings, but sites make new ones of old words. So do authors; therefore this counts at the end only, below a
phrase or above links.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from functools import lru_cache
from itertools import chain
from operator import itemgetter

from cleaner.matcher.phrases.catalogue import Catalogue, Hit
from cleaner.matcher.phrases.phrase import Phrase
from cleaner.matcher.words import is_unspaced, words_of_key
from cleaner.paragraph import LONGEST_HEADLINE, SENTENCE_END

# So much of a line's words are words of its kind, in one language, and so much of its words and of those of the phrase
# nearest to it are words of both (Jaccard); more where the line is a sentence, which an author may have written. Of
# 15,537 lines of 575 articles and pages, 22 reword a phrase, one of them perhaps by chance; with .75 and .3 it
# is 53, every third by chance.
OF_ITS_KIND, SHARED_WORDS, SHARED_BY_SENTENCE = 0.8, 0.5, 0.6
# Lines of at least so many words.
FEWEST_WORDS = 3


def find_reworded(line: str, catalogue: Catalogue) -> Hit | None:
    """Return the phrase nearest to ``line`` if it is made of the words of that phrase's kind."""
    if len(line) > LONGEST_HEADLINE or ":" in line[:-1]:
        return None
    words = frozenset(words_of_key(line))
    fewest_known = OF_ITS_KIND * len(words)
    if len(words) < FEWEST_WORDS:
        return None
    kinds_of_words = list(filter(None, map(catalogue.kinds_with, words)))
    if len(kinds_of_words) < fewest_known:
        return None  # nearly all lines of an article
    if any(map(is_unspaced, words)):
        return None
    known = Counter(chain.from_iterable(kinds_of_words))
    kinds = sorted(kind for kind, count in known.items() if count >= fewest_known)
    nearest = (_nearest(words, catalogue, kind) for kind in kinds)
    similarity, phrase = max(nearest, key=itemgetter(0), default=(0.0, None))
    enough = SHARED_BY_SENTENCE if line.endswith(SENTENCE_END) else SHARED_WORDS
    return Hit(phrase, 100 * similarity, is_reworded=True) if phrase and similarity >= enough else None


def _nearest(words: frozenset[str], catalogue: Catalogue, kind: str) -> tuple[float, Phrase]:
    """Return the phrase that shares most of its words with ``words``, behind its similarity (0-1)."""
    return max(((_jaccard(own, words), phrase) for own, phrase in _of_kind(catalogue, kind)), key=itemgetter(0))


def _jaccard(one: frozenset[str], other: frozenset[str]) -> float:
    shared = len(one & other)
    return shared / (len(one) + len(other) - shared)


@lru_cache(maxsize=512)
def _of_kind(catalogue: Catalogue, kind: str) -> Sequence[tuple[frozenset[str], Phrase]]:
    return [(frozenset(words_of_key(phrase.wording)), phrase) for phrase in catalogue.of_kind(kind)]
