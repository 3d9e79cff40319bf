"""Kin: lines that are no phrase of the catalogue, but made of the words of one and of others of its kind.

"Sign up for the Harbour News newsletter", "These articles could also interest you": nobody can write down all
wordings, but sites make new ones of old words. So do authors; therefore this counts at the end only, below a
phrase or above links.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from functools import lru_cache
from operator import itemgetter

from cleaner.matcher.catalogue import Catalogue, Hit, Phrase, key_of_line
from cleaner.matcher.words import is_unspaced
from cleaner.tokenizer import SENTENCE_END

# So much of a line's words are words of its kind, in one language, and so much of its words and of those of the phrase
# nearest to it are words of both (Jaccard); more where the line is a sentence, which an author may have written. Of
# 15,537 lines of 575 articles and pages, 22 are kin to a phrase, one of them perhaps by chance; with .75 and .3 it
# is 53, every third by chance.
OF_ITS_KIND, SHARED, SHARED_SENTENCE = 0.8, 0.5, 0.6
# Lines of at least so many words and letters, and no longer than this, in code points.
FEWEST_WORDS, FEWEST_LETTERS, LONGEST = 3, 12, 120


def find_kin(line: str, catalogue: Catalogue) -> Hit | None:
    """Return the phrase nearest to ``line`` if it is made of the words of that phrase's kind."""
    if len(line) > LONGEST or ":" in line[:-1]:
        return None
    said = frozenset(key_of_line(line).split())
    fewest_known = OF_ITS_KIND * len(said)
    if len(said) < FEWEST_WORDS or sum(word in catalogue.kinds for word in said) < fewest_known:
        return None  # nearly all lines of an article
    if sum(map(len, said)) < FEWEST_LETTERS or any(map(is_unspaced, said)):
        return None
    known = Counter(kind for word in said for kind in catalogue.kinds.get(word, ()))
    kinds = sorted(kind for kind, count in known.items() if count >= fewest_known)
    near = (_nearest(said, catalogue, kind) for kind in kinds)
    likeness, phrase = max(near, key=itemgetter(0), default=(0.0, None))
    enough = SHARED_SENTENCE if line.endswith(SENTENCE_END) else SHARED
    return Hit(phrase, 100 * likeness, is_kin=True) if phrase and likeness >= enough else None


def _nearest(said: frozenset[str], catalogue: Catalogue, kind: str) -> tuple[float, Phrase]:
    """Return the likeness, 0-1, of the phrase that shares most of its words with ``said``, and the phrase."""
    likeness = ((_likeness(own, said), phrase) for own, phrase in _of_kind(catalogue, kind))
    return max(likeness, key=itemgetter(0))


def _likeness(one: frozenset[str], other: frozenset[str]) -> float:
    shared = len(one & other)
    return shared / (len(one) + len(other) - shared)


@lru_cache(maxsize=512)
def _of_kind(catalogue: Catalogue, kind: str) -> Sequence[tuple[frozenset[str], Phrase]]:
    return [(frozenset(key.split()), phrase) for key, phrase in catalogue.of_kind(kind)]
