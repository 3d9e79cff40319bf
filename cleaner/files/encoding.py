"""Bytes to text, in the encoding that they are in, and the text back to the same bytes."""

from __future__ import annotations

import codecs
from collections.abc import Iterator
from contextlib import suppress
from typing import NamedTuple
from unicodedata import category

from cleaner.errors import BinaryError, UndecodableError

# Longer marks first: that of UTF-32-LE begins with that of UTF-16-LE.
_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# Without a mark, text of two or four bytes a letter is recognised by its zero bytes: one place in each unit of two or
# four is often zero. In Latin text it nearly always is; in Russian and Greek a fifth of the time, for spaces and line
# ends; a tenth is enough to exclude a single stray zero.
_ZEROS = 0.1
# In Chinese and Japanese a twentieth or less are zero, in either place. There it has to be enough that the bytes are
# not UTF-8 with a zero in it, and that there are lines. In the wrong byte order one letter in thirty is half a pair.
_LINE_ENDS = frozenset("\r\n")
# Sound and pictures have such zeros too, but read as text they are full of unassigned and control characters.
_ODD, _NO_LETTERS = 0.01, frozenset({"Cc", "Cn", "Co", "Cs"})
# UTF-8 with some stray bytes, such as half a letter where the text was cut: any other encoding would turn all the rest
# into wrong letters. Of the bytes above 127 in 18 articles in 36 other encodings, at most .45 were UTF-8 by chance, in
# single paragraphs .56 (EUC-JP); in UTF-8 with one stray byte at least .99 were, in single paragraphs .77.
_MOSTLY_UTF_8, _ASCII = 0.75, bytes(range(0x80))
# Encodings of seven bits a byte, which would pass for ASCII, and the sequences that switch to other letters.
_SEVEN_BIT, _SHIFTS = ("iso2022", "hz"), (b"\x1b$", b"~{")
# chardet gets the whole text: by default it looks at 200 kB, and a letter after that would make the answer wrong. Its
# confidence decides nothing, since right answers for Polish, Czech or German score .3; below this value a message says
# that the encoding is a guess.
CONFIDENT = 0.5


class Encoding(NamedTuple):
    """How a text is stored: the codec's ``name``, the byte order ``mark``, and how certain that is.

    ``confidence`` is 1 where the bytes or the user say so, and chardet's own figure, 0 to 1, for a
    guess. ``strays`` means that some bytes are not in that encoding: the text has a lone surrogate
    for each.
    """

    name: str
    mark: bytes = b""
    confidence: float = 1.0
    strays: bool = False


# Any text that was read can be printed in this: stray bytes come out as they came in.
UTF_8 = Encoding("utf-8", strays=True)


def decode(data: bytes, name: str | None = None) -> tuple[str, Encoding]:
    """Return the text in ``data`` and its encoding: ``name``, or else the one the bytes show.

    Byte order mark, zeros, UTF-8 and then chardet are tried in this order, and an answer counts when
    it decodes strictly (UTF-8 but for a few stray bytes) and encodes back to the same bytes. Raises
    ``BinaryError`` or ``UndecodableError``.
    """
    for encoding in (_named(data, name),) if name else _candidates(data):
        try:
            text = data[len(encoding.mark) :].decode(encoding.name, _errors(encoding))
            same = encode(text, encoding) == data
            text.encode("utf-8", _errors(encoding))  # UTF-7 and the like may hold half a letter, which nobody can print
        except UnicodeError:
            continue
        if same and "\0" not in text and (name or encoding.mark or not _is_wide(encoding) or _reads_as_text(text)):
            return text, encoding
    if b"\0" in data:
        raise BinaryError("binary, not text: it has zero bytes; leave it out")
    if name:
        raise UndecodableError(f"not {name} text; name another encoding with --encoding")
    raise UndecodableError("text in no encoding that can be recognised; name it with --encoding")


def encode(text: str, encoding: Encoding) -> bytes:
    """Return ``text`` as bytes in ``encoding``, after its byte order mark if there is one.

    Raises ``UnicodeEncodeError`` for letters that the encoding lacks.
    """
    return encoding.mark + text.encode(encoding.name, _errors(encoding))


def _errors(encoding: Encoding) -> str:
    return "surrogateescape" if encoding.strays else "strict"


def _named(data: bytes, name: str) -> Encoding:
    try:
        "".encode(name)
    except (LookupError, ValueError):
        raise UndecodableError(f"no text encoding is called {name!r}; try utf-8, windows-1251, gb18030") from None
    codec = codecs.lookup(name).name
    for mark, marked in _MARKS:
        if data.startswith(mark) and marked.startswith(codec):
            return Encoding(marked, mark)
    if codec in {"utf-16", "utf-32"}:  # without a mark, these names leave the byte order open
        codec = next((wide for wide in _wide(data) if wide.startswith(codec)), f"{codec}-le")
    return Encoding(codec)


def _candidates(data: bytes) -> Iterator[Encoding]:
    for mark, name in _MARKS:
        if data.startswith(mark):
            yield from _utf_8(data, mark) if name == "utf-8" else [Encoding(name, mark)]
            return
    if b"\0" in data:
        yield from map(Encoding, _wide(data))
        return
    if data.isascii() and any(shift in data for shift in _SHIFTS):
        yield from (guess for guess in _guess(data) if guess.name.startswith(_SEVEN_BIT))
    yield from _utf_8(data)
    yield from _guess(data)


def _utf_8(data: bytes, mark: bytes = b"") -> Iterator[Encoding]:
    yield Encoding("utf-8", mark)
    if _share_of_utf_8(data) > _MOSTLY_UTF_8:
        yield Encoding("utf-8", mark, strays=True)


def _guess(data: bytes) -> Iterator[Encoding]:
    # Imported only here: chardet's import and first answer take longer than the start of the whole command.
    import chardet

    # Mainframes have other line ends, so that a wrong guess would cut lines where there are none.
    era = chardet.EncodingEra.ALL & ~chardet.EncodingEra.MAINFRAME
    guess = chardet.detect(data, encoding_era=era, prefer_superset=False, max_bytes=len(data))
    if guess["encoding"]:
        with suppress(LookupError):  # chardet may come to know more encodings than Python
            yield Encoding(codecs.lookup(guess["encoding"]).name, confidence=guess["confidence"])


def _share_of_utf_8(data: bytes) -> float:
    """Return which share of the non-ASCII bytes in ``data`` are well-formed UTF-8, 0 to 1."""
    letters = data.decode("utf-8", "ignore").encode()
    high, well_formed = (len(part.translate(None, _ASCII)) for part in (data, letters))
    return well_formed / high if high else 1.0


def _wide(data: bytes) -> Iterator[str]:
    """Yield the names of the encodings of two or four bytes a letter that fit the zeros in ``data``."""
    for unit, names in ((4, ("utf-32-le", "utf-32-be")), (2, ("utf-16-le", "utf-16-be"))):
        zeros = [data[place::unit].count(0) * unit / max(1, len(data)) for place in range(unit)]
        for name, high, low in zip(names, (zeros[-1], zeros[0]), (zeros[0], zeros[-1]), strict=True):
            if len(data) % unit == 0 and high > _ZEROS > low:
                yield name
    if _share_of_utf_8(data) <= _MOSTLY_UTF_8:
        yield from (name for name in names if not _LINE_ENDS.isdisjoint(data.decode(name, "ignore")))


def _is_wide(encoding: Encoding) -> bool:
    return encoding.name.startswith(("utf-16", "utf-32"))


def _reads_as_text(text: str) -> bool:
    odd = sum(category(letter) in _NO_LETTERS and not letter.isspace() for letter in text)
    return odd <= _ODD * len(text)
