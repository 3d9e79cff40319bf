"""What a text says, apart from how it is typeset: the keys that finders compare."""

from __future__ import annotations

import re
import unicodedata
from functools import cache

# Scripts written without spaces: Thai to Myanmar, Khmer, kana, ideographs. Each character is a word.
_UNSPACED = (
    "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
)
# Indic scripts write vowels as marks, which are no letters to `re`, and yet are what tells two words apart.
_INDIC = "\u0900-\u0963\u0966-\u0dff"
_INDIC_SIGN = re.compile(f"[{_INDIC}]")
_ASCII_WORD = re.compile(r"[a-zA-Z0-9]+")
_ASCII_SIGNS = bytes(code for code in range(128) if not chr(code).isalpha() and chr(code) != "\n")
_SIGNS = re.compile(r"[^\w\n]+|[\d_]+")

# What writers put into a word or leave out: soft hyphens, joiners, stress marks, Hebrew and Arabic points, the
# Arabic stroke that widens a word.
_OPTIONAL = re.compile("[\xad\u0300-\u036f\u0591-\u05bd\u05bf\u05c1\u05c2\u0640\u064b-\u0652\u200b-\u200f\u2060]+")


# A Chinese or Japanese word is two characters on average, a Thai one four letters.
UNSPACED_UNIT = 2

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
    if text.replace(" ", "").isalpha() and not has_unspaced(text):
        return text.split()  # most phrases: half the time of loading them
    # A third of the time for all other scripts.
    return (_indic_word() if _INDIC_SIGN.search(text) else _word()).findall(text)


def letters(said: str) -> str:
    """Return the lines of a ``folded`` text without spaces, digits and signs.

    As bytes it is several times as fast; what stands for bytes that are no UTF-8 passes.
    """
    left = said.encode("utf-8", "surrogatepass").translate(None, _ASCII_SIGNS).decode("utf-8", "surrogatepass")
    return left if left.replace("\n", "").isalpha() else _SIGNS.sub("", left)


def has_unspaced(text: str) -> bool:
    """Tell whether ``text`` has characters of a script that does not part its words."""
    return _unspaced_word().search(text) is not None


def is_unspaced(word: str) -> bool:
    """Tell whether ``word`` is one character of a script that does not part its words."""
    return word >= _UNSPACED[0] and _unspaced_word().match(word) is not None


# These are compiled when they are needed: with so many letters in them, each takes longer than a short text.
@cache
def _word() -> re.Pattern[str]:
    return re.compile(f"[{_UNSPACED}]|[^\\W_{_UNSPACED}]+")


@cache
def _indic_word() -> re.Pattern[str]:
    return re.compile(f"[{_UNSPACED}]|(?:[^\\W_{_UNSPACED}]|[{_INDIC}])+")


@cache
def _unspaced_word() -> re.Pattern[str]:
    return re.compile(f"[{_UNSPACED}]")
