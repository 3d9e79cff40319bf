"""What a text says, apart from how it is typeset: the keys that finders compare."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate, chain

from cleaner.tokenizer import CLOSING

# Scripts written without spaces: Thai to Myanmar, Khmer, kana, ideographs. Each character is a word.
_UNSPACED = (
    "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
)
# Indic scripts write vowels as marks, which are no letters to `re`, and yet are what tells two words apart.
_INDIC = "\u0900-\u0963\u0966-\u0dff"
_INDIC_SIGN = re.compile(f"[{_INDIC}]")
_INDIC_WORD = re.compile(f"[{_UNSPACED}]|(?:[^\\W_{_UNSPACED}]|[{_INDIC}])+")
_WORD = re.compile(f"[{_UNSPACED}]|[^\\W_{_UNSPACED}]+")
_ASCII_WORD = re.compile(r"[a-zA-Z0-9]+")
_ASCII_SIGNS = bytes(code for code in range(128) if not chr(code).isalpha() and chr(code) != "\n")
_SIGNS = re.compile(r"[^\w\n]+|[\d_]+")
_UNSPACED_WORD = re.compile(f"[{_UNSPACED}]")

# What writers put into a word or leave out: soft hyphens, joiners, stress marks, Hebrew and Arabic points, the
# Arabic stroke that widens a word.
_OPTIONAL = re.compile("[\xad\u0300-\u036f\u0591-\u05bd\u05bf\u05c1\u05c2\u0640\u064b-\u0652\u200b-\u200f\u2060]+")

# A Chinese or Japanese word is two characters on average, a Thai one four letters.
UNSPACED_UNIT = 2

# Reading a paragraph again for each word of it would be quadratic in longer ones, of so many words.
LONGEST_SPELLED = 2000

# Normalising is quadratic in a run of combining marks, so it is done in pieces: a letter torn from
# its accent at a seam costs one word its match, a bomb of 100,000 marks costs nothing.
_PIECE = 512


def words(text: str) -> list[str]:
    """Return the words of ``text`` in comparable form: no case, quotes, dashes, spaces; ё is е, ı is i.

    >>> words("«Don’t — wait…» said Ёлкин")
    ['don', 't', 'wait', 'said', 'елкин']
    """
    return words_of_folded(folded(text))


def words_of_lines(content: str) -> list[list[str]]:
    """Return the words of each line of ``content``: what ``words`` says of them, in a third of the time."""
    return [words_of_folded(line) for line in folded(content).split("\n")]


def folded(text: str) -> str:
    """Return ``text`` in one form: no case, no wide letters or ligatures, no optional marks; ё is е, ı is i."""
    if text.isascii():
        return text.casefold()
    if len(text) <= _PIECE:
        normal = unicodedata.normalize("NFKC", text.casefold())
    else:
        pieces = (text[at : at + _PIECE] for at in range(0, len(text), _PIECE))
        normal = "".join(unicodedata.normalize("NFKC", piece.casefold()) for piece in pieces)
    return _OPTIONAL.sub("", normal.casefold()).replace("ё", "е").replace("ı", "i")


def words_of_folded(text: str) -> list[str]:
    """Return the words of a ``folded`` text."""
    if text.isascii():
        return _ASCII_WORD.findall(text)
    if text.replace(" ", "").isalpha() and not _UNSPACED_WORD.search(text):
        return text.split()  # most phrases: half the time of loading them
    # A third of the time for all other scripts.
    return (_INDIC_WORD if _INDIC_SIGN.search(text) else _WORD).findall(text)


def letters(said: str) -> str:
    """Return the lines of a ``folded`` text without spaces, digits and signs.

    As bytes it is several times as fast; what stands for bytes that are no UTF-8 passes.
    """
    left = said.encode("utf-8", "surrogatepass").translate(None, _ASCII_SIGNS).decode("utf-8", "surrogatepass")
    return left if left.replace("\n", "").isalpha() else _SIGNS.sub("", left)


def is_unspaced(word: str) -> bool:
    """Tell whether ``word`` is one character of a script that does not part its words."""
    return _UNSPACED_WORD.match(word) is not None


@dataclass(frozen=True, slots=True)
class Wording:
    """The words of a whole text in order, whichever paragraph they stand in.

    ``texts`` are the paragraphs, and ``times`` says how often each stands there, ``counts`` how often
    each word does. ``starts[p]`` is the index of paragraph ``p``'s first word; one entry more closes
    the list. ``unit`` is how many of ``words`` weigh as much as one word of a spaced script.
    """

    texts: Sequence[str]
    times: Mapping[str, int]
    words: list[str]
    starts: list[int]
    unit: int
    counts: Mapping[str, int]

    @classmethod
    def of(cls, texts: Sequence[str]) -> Wording:
        """Return the wording of paragraphs that say ``texts``."""
        said = words_of_lines("\n".join(texts)) if texts else []
        flat = list(chain.from_iterable(said))
        unspaced = any(map(_UNSPACED_WORD.search, texts)) and sum(map(is_unspaced, flat)) > len(flat) / 2
        starts = list(accumulate(map(len, said), initial=0))
        return cls(texts, Counter(texts), flat, starts, UNSPACED_UNIT if unspaced else 1, Counter(flat))

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

    def said(self, paragraph: int) -> list[str]:
        """Return the words of paragraph number ``paragraph``."""
        return self.words[self.starts[paragraph] : self.starts[paragraph + 1]]

    def spelled(self, span: range) -> str:
        """Return the words whose numbers are in ``span`` as the text spells them, with single spaces."""
        spelled: list[str] = []
        at = span.start
        while at < span.stop:
            start, end = self.start_around(at), self.end_around(at)
            said = self.words[start:end]
            found = words_of_folded(self.texts[self.paragraph_at(at)]) if end - start <= LONGEST_SPELLED else said
            # Where normalising makes other words of a text (soft hyphens, fractions, loose accents) those must do.
            source = found if len(found) == len(said) else said
            pairs = zip(source[at - start : span.stop - start], said[at - start : span.stop - start], strict=True)
            spelled += (raw if words(raw) == [word] else word for raw, word in pairs)
            at = end
        return " ".join(spelled)

    def is_sentence(self, paragraph: int) -> bool:
        """Tell whether paragraph number ``paragraph`` ends as a sentence does."""
        return self.texts[paragraph].endswith(CLOSING)
