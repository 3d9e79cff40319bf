"""Tokens: the words of a whole text as the search compares them, and where they stand."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate, chain

from cleaner.matcher.words import UNSPACED_UNIT, has_unspaced, is_unspaced, split_words, words, words_of_lines
from cleaner.paragraph import CLOSING

# Reading a paragraph again for each word of it would be quadratic in longer ones, of so many words.
LONGEST_READ_AGAIN = 2000


@dataclass(frozen=True, slots=True)
class TokenIndex:
    """The words of a whole text in order, whichever paragraph they stand in.

    ``texts`` are the paragraphs, and ``times`` says how often each stands there. ``starts[p]`` is the index of
    paragraph ``p``'s first word; one entry more closes the list. ``tokens_per_word`` is how many of ``words`` weigh
    as much as one word of a spaced script.
    """

    texts: Sequence[str]
    times: Mapping[str, int]
    words: list[str]
    starts: list[int]
    tokens_per_word: int

    @classmethod
    def of(cls, texts: Sequence[str]) -> TokenIndex:
        """Return the index of paragraphs that say ``texts``."""
        by_paragraph = words_of_lines("\n".join(texts)) if texts else []
        flat = list(chain.from_iterable(by_paragraph))
        unspaced = any(map(has_unspaced, texts)) and sum(map(is_unspaced, flat)) > len(flat) / 2
        starts = list(accumulate(map(len, by_paragraph), initial=0))
        return cls(texts, Counter(texts), flat, starts, UNSPACED_UNIT if unspaced else 1)

    def paragraph_at(self, word: int) -> int:
        """Return the index of the paragraph that word number ``word`` stands in."""
        return bisect_right(self.starts, word) - 1

    def start_around(self, word: int) -> int:
        """Return the index of the first word of the paragraph that word number ``word`` stands in."""
        return self.starts[self.paragraph_at(word)]

    def end_around(self, word: int) -> int:
        """Return the index behind the last word of the paragraph that word number ``word`` stands in."""
        return self.starts[self.paragraph_at(word) + 1]

    def length(self, paragraph: int) -> int:
        """Return how many words paragraph number ``paragraph`` has."""
        return self.starts[paragraph + 1] - self.starts[paragraph]

    def words_of(self, paragraph: int) -> list[str]:
        """Return the words of paragraph number ``paragraph``."""
        return self.words[self.starts[paragraph] : self.starts[paragraph + 1]]

    def as_written(self, span: range) -> str:
        """Return the words whose numbers are in ``span`` as the text has them, with single spaces."""
        written: list[str] = []
        at = span.start
        while at < span.stop:
            start, end = self.start_around(at), self.end_around(at)
            folded = self.words[start:end]
            found = (
                _words_as_written(self.texts[self.paragraph_at(at)]) if end - start <= LONGEST_READ_AGAIN else folded
            )
            # Where normalising makes other words of a text (soft hyphens, fractions, loose accents) those must do.
            source = found if len(found) == len(folded) else folded
            pairs = zip(source[at - start : span.stop - start], folded[at - start : span.stop - start], strict=True)
            written += (raw if words(raw) == [word] else word for raw, word in pairs)
            at = end
        return " ".join(written)

    def ends_sentence(self, paragraph: int) -> bool:
        """Tell whether paragraph number ``paragraph`` ends as a sentence does."""
        return self.texts[paragraph].endswith(CLOSING)


@lru_cache(maxsize=2)  # differences come in order, each between two paragraphs
def _words_as_written(text: str) -> Sequence[str]:
    return split_words(text)
