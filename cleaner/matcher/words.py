"""Words and keys of lines: what a text says, apart from how it is typeset."""

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
# A digit of any script, and a year.
DIGIT, YEAR = re.compile(r"\d"), re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_INDIC_SIGN = re.compile(f"[{_INDIC}]")
_ASCII_WORD = re.compile(r"[a-zA-Z0-9]+")
_ASCII_SIGNS = bytes(code for code in range(128) if not chr(code).isalpha() and chr(code) != "\n")
# What writers put into a word or leave out: soft hyphens, joiners, stress marks, Hebrew and Arabic points, the
# Arabic stroke that widens a word.
_OPTIONAL = re.compile("[\xad\u0300-\u036f\u0591-\u05bd\u05bf\u05c1\u05c2\u0640\u064b-\u0652\u200b-\u200f\u2060]+")
# The signs that make English other than ASCII, which takes half the time, and Chinese a text to be normalised, which
# takes five times as long. The sign of copyright stays one; normalised, its lower-case form would be a "c".
_PLAIN = {
    " ": "’‘“”…\xa0«»。、「」《》•·",
    "-": "–—",
    ",": "，",
    ":": "：",
    "!": "！",
    "?": "？",
    "(": "（",
    ")": "）",
    "©": "ⓒⒸ",
}
_TYPOGRAPHY = {sign: plain for plain, signs in _PLAIN.items() for sign in signs}
# What a count may end in: 3k, 1.2M, 4th, 12 тыс. It belongs to the number and is no word of its own.
_COUNT_UNIT = re.compile(r"([0-9])[^\S\n]?(?:k|m|к|тыс|th|st|nd|rd)(?![^\W\d_])")
_DIGITS = re.compile(r"\d+")

# A Chinese or Japanese word is two characters on average, a Thai one four letters.
UNSPACED_UNIT = 2

# Normalising is quadratic in a run of combining marks, so it is done in pieces: a letter torn from
# its accent at a seam costs one word its match, a bomb of 100,000 marks costs nothing.
_PIECE = 512


def words(text: str) -> list[str]:
    """Return the words of ``text``, comparable: no case, quotes, dashes, spaces; ё is е, ı is i.

    >>> words("«Don’t — wait…» said Ёлкин")
    ['don', 't', 'wait', 'said', 'елкин']
    """
    return split_words(fold(text))


def words_of_lines(content: str) -> list[list[str]]:
    """Return the words of each line of ``content``, as ``words`` would, in a third of the time."""
    return [split_words(line) for line in fold(content).split("\n")]


def keys_of_lines(content: str) -> list[str]:
    r"""Return the key of each line of ``content``: its letters, without case and counts.

    Lines with one key say one thing, but for how it is typeset and for the numbers in it.

    >>> keys_of_lines("COMMENTS (3k)\nRead also:")
    ['comments', 'readalso']
    """
    return keys_of_folded(fold(content))


def keys_of_folded(folded: str) -> list[str]:
    """Return the key of each line of a ``folded`` text; as bytes it is dropped several times as fast."""
    data = _uncounted(folded).encode("utf-8", "surrogatepass").translate(None, _ASCII_SIGNS)
    letters = data.decode("utf-8", "surrogatepass")
    return (letters if letters.replace("\n", "").isalpha() else _sign().sub("", letters)).split("\n")


def words_of_key(line: str) -> list[str]:
    """Return the words of ``line`` that make up its key: without counts and digits."""
    folded = _uncounted(fold(line))
    return split_words(_DIGITS.sub(" ", folded) if DIGIT.search(folded) else folded)


def fold(text: str) -> str:
    """Return ``text`` without case, wide letters, ligatures and optional marks; ё is е, ı is i."""
    if not text.isascii():
        for sign, plain in _TYPOGRAPHY.items():
            text = text.replace(sign, plain)
    if text.isascii():
        return text.casefold()
    if len(text) <= _PIECE:
        normal = unicodedata.normalize("NFKC", text.casefold())
    else:
        pieces = (text[at : at + _PIECE] for at in range(0, len(text), _PIECE))
        normal = "".join(unicodedata.normalize("NFKC", piece.casefold()) for piece in pieces)
    return _OPTIONAL.sub("", normal.casefold()).replace("ё", "е").replace("ı", "i")


def split_words(folded: str) -> list[str]:
    """Return the words of a ``folded`` text."""
    if folded.isascii():
        return _ASCII_WORD.findall(folded)
    if folded.replace(" ", "").isalpha() and not has_unspaced(folded):
        return folded.split()  # most phrases: half the time of loading them
    # A third of the time for all other scripts.
    return (_indic_word() if _INDIC_SIGN.search(folded) else _word()).findall(folded)


def has_unspaced(text: str) -> bool:
    """Tell whether ``text`` has characters of a script that does not part its words."""
    return _unspaced_word().search(text) is not None


def is_unspaced(word: str) -> bool:
    """Tell whether ``word`` is one character of a script that does not part its words."""
    return word >= _UNSPACED[0] and _unspaced_word().match(word) is not None


def _uncounted(folded: str) -> str:
    return _COUNT_UNIT.sub(r"\1", folded)


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


@cache
def _sign() -> re.Pattern[str]:
    return re.compile(f"[^\\w\\n{_INDIC}{_UNSPACED}]+|[\\d_]+")
