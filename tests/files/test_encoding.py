"""Bytes to text and back: the right letters out, the very same bytes in again."""

from __future__ import annotations

import codecs
import gzip
import math
import struct
from contextlib import suppress

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from cleaner.errors import BinaryError, CleanerError, UndecodableError
from cleaner.files.encoding import Encoding, decode, encode

RUSSIAN = (
    "Вчера в посёлке открыли новую библиотеку. Мы ждали этого дня девять лет, сказала заведующая Анна Кротова "
    "и показала гостям читальный зал. В первый же вечер сюда пришли сорок человек, а книг на всех не хватило.\n"
)
POLISH = (
    "Wczoraj w miasteczku otwarto nową bibliotekę. Czekaliśmy na ten dzień dziewięć lat, powiedziała kierowniczka "
    "Żaneta Źrebiec i pokazała gościom czytelnię. Już pierwszego wieczoru przyszło czterdzieści osób, a książek nie "
    "starczyło dla wszystkich.\n"
)
CZECH = (
    "Včera otevřeli v městečku novou knihovnu. Čekali jsme na ten den devět let, řekla vedoucí Růžena Šťastná a "
    "ukázala hostům čítárnu. Už první večer přišlo čtyřicet lidí a knih pro všechny bylo málo.\n"
)
GERMAN = (
    "Gestern wurde im Städtchen eine neue Bücherei eröffnet. Wir haben neun Jahre auf diesen Tag gewartet, sagte die "
    "Leiterin Käthe Müßig und führte die Gäste durch den Lesesaal. Schon am ersten Abend kamen vierzig Menschen.\n"
)
FRENCH = (
    "Hier, la bibliothèque a été inaugurée au village. Nous avons attendu ce jour neuf années, a déclaré la "
    "directrice, Hélène Bergère, avant de mener les invités à la salle de lecture. Dès le premier soir, quarante "
    "personnes étaient là.\n"
)
CHINESE = (
    "昨天，镇上的新图书馆开门了。“这一天我们等了九年。”馆长陈静一边说，一边带着客人走进阅览室。"
    "第一个晚上就来了四十个人，书却不够分。孩子们坐在地板上，两个人合看一本，直到管理员关灯才肯回家。\n"
)
JAPANESE = (
    "きのう、町に新しい図書館が開いた。「この日を九年も待ちました」と館長の森田さんは話し、来た人たちを読書室へ案内した。"
    "最初の晩だけで四十人が訪れ、本が足りなくなった。\n"
)
KOREAN = (
    "어제 마을에 새 도서관이 문을 열었다. “이날을 구 년이나 기다렸습니다.” 관장 김서연 씨는 이렇게 말하며 손님들을 "
    "열람실로 안내했다. 첫날 저녁에만 마흔 명이 찾아와 책이 모자랐다.\n"
)

HUNGARIAN = (
    "Tegnap új könyvtárat nyitottak a kisvárosban. Kilenc éve vártunk erre a napra, mondta Erdős Gyöngyvér vezető, és "
    "körbevezette a vendégeket az olvasóteremben. Már az első este negyvenen jöttek, s nem jutott mindenkinek könyv.\n"
)
TAIWANESE = (
    "昨天，鎮上的新圖書館開門了。「這一天我們等了九年。」館長陳靜一邊說，一邊帶著客人走進閱覽室。"
    "第一個晚上就來了四十個人，書卻不夠分。孩子們坐在地板上，兩個人合看一本，直到管理員關燈才肯回家。\n"
)

SINGLE_BYTE = [
    pytest.param("windows-1251", RUSSIAN.replace("Мы ждали", "«Мы ждали»"), id="windows-1251"),
    pytest.param("koi8-r", RUSSIAN, id="koi8-r"),
    pytest.param("iso-8859-5", RUSSIAN, id="iso-8859-5"),
    pytest.param("windows-1250", POLISH.replace("Czekaliśmy", "„Czekaliśmy”"), id="windows-1250-polish"),
    pytest.param("windows-1250", CZECH.replace("Čekali", "„Čekali“"), id="windows-1250-czech"),
    pytest.param("iso-8859-2", POLISH, id="iso-8859-2-polish"),
    pytest.param("iso-8859-2", CZECH, id="iso-8859-2-czech"),
    pytest.param("windows-1250", HUNGARIAN, id="windows-1250-hungarian"),
    pytest.param("iso-8859-2", HUNGARIAN, id="iso-8859-2-hungarian"),
    pytest.param("iso-8859-1", GERMAN, id="iso-8859-1-german"),
    pytest.param("iso-8859-1", FRENCH, id="iso-8859-1-french"),
]
MULTI_BYTE = [
    pytest.param("gb18030", CHINESE, id="gb18030"),
    pytest.param("big5", TAIWANESE, id="big5"),
    pytest.param("shift_jis", JAPANESE, id="shift_jis"),
    pytest.param("euc-jp", JAPANESE, id="euc-jp"),
    pytest.param("euc-kr", KOREAN, id="euc-kr"),
]
SEVEN_BIT = [
    pytest.param("hz", CHINESE.replace("“", "《").replace("”", "》"), id="hz"),
    pytest.param("iso2022_jp", JAPANESE, id="iso2022_jp"),
    pytest.param("iso2022_kr", KOREAN, id="iso2022_kr"),
]
MARKED = [
    pytest.param(codecs.BOM_UTF8, "utf-8", id="utf-8"),
    pytest.param(codecs.BOM_UTF16_LE, "utf-16-le", id="utf-16-le"),
    pytest.param(codecs.BOM_UTF16_BE, "utf-16-be", id="utf-16-be"),
    pytest.param(codecs.BOM_UTF32_LE, "utf-32-le", id="utf-32-le"),
    pytest.param(codecs.BOM_UTF32_BE, "utf-32-be", id="utf-32-be"),
]


def png() -> bytes:
    return b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x00\x10\x00\x00\x00\x10\x08\x06\x00\x00\x00\x1f\xf3\xffa"


def pcm(loudness: int) -> bytes:
    samples = [round(loudness * math.sin(at / 7) * math.sin(at / 311)) or 1 for at in range(4_000)]
    return struct.pack(f"<{len(samples)}h", *samples)


@pytest.mark.parametrize(("name", "text"), [*SINGLE_BYTE, *MULTI_BYTE, *SEVEN_BIT])
def test_a_paragraph_is_read_without_being_told_the_encoding(name: str, text: str) -> None:
    data = text.encode(name)
    read, found = decode(data)
    assert read == text
    assert encode(read, found) == data


@pytest.mark.parametrize(("name", "text"), SINGLE_BYTE)
def test_a_guess_is_never_certain(name: str, text: str) -> None:
    assert 0 < decode(text.encode(name))[1].confidence < 1


@pytest.mark.parametrize("text", [GERMAN, RUSSIAN, CHINESE, KOREAN, "plain ascii\n", "~{ plain ascii ~}\n"])
def test_utf_8_is_certain(text: str) -> None:
    assert decode(text.encode()) == (text, Encoding("utf-8", b"", 1.0))


@pytest.mark.parametrize("text", [GERMAN, RUSSIAN, CHINESE], ids=["latin", "cyrillic", "chinese"])
@pytest.mark.parametrize(("mark", "name"), MARKED)
def test_a_byte_order_mark_is_believed_and_kept_out_of_the_text(mark: bytes, name: str, text: str) -> None:
    data = mark + text.encode(name)
    read, found = decode(data)
    assert (read, found) == (text, Encoding(name, mark, 1.0))
    assert encode(read, found) == data


@pytest.mark.parametrize(
    "text",
    [GERMAN, POLISH, RUSSIAN, KOREAN, CHINESE, TAIWANESE, JAPANESE, "\u3000\u3000" + JAPANESE.replace("九", "一")],
    ids=["german", "polish", "russian", "korean", "chinese", "taiwanese", "japanese", "zeros-of-either-place"],
)
@pytest.mark.parametrize("name", ["utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"])
def test_wide_text_without_a_mark_is_known_by_its_zeros(name: str, text: str) -> None:
    data = text.encode(name)
    read, found = decode(data)
    assert (read, found) == (text, Encoding(name, b"", 1.0))
    assert encode(read, found) == data


@pytest.mark.parametrize(
    "mark", [codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE], ids=["8", "16-le", "16-be"]
)
def test_a_mark_before_what_it_does_not_announce_is_refused(mark: bytes) -> None:
    with pytest.raises(UndecodableError):
        decode(mark + b"\xd8\xff\xd8")


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(b"\0", id="one-zero"),
        pytest.param(b"an article with a \0 in it\n", id="zero-in-ascii"),
        pytest.param(RUSSIAN.encode() + b"\0", id="zero-in-utf-8"),
        pytest.param(codecs.BOM_UTF8 + b"a\0b", id="zero-behind-a-mark"),
        pytest.param(codecs.BOM_UTF16_LE + "a\0b".encode("utf-16-le"), id="zero-letter-in-utf-16"),
        pytest.param(png(), id="png"),
        pytest.param(pcm(90), id="quiet-sound"),
        pytest.param(pcm(9_000), id="loud-sound"),
        pytest.param(b"\0" * 64, id="zeros-alone"),
        pytest.param(b"a\0\0a" * 64, id="zeros-in-either-place"),
        pytest.param(b"words " * 12_000 + b"\0\n", id="zero-behind-70,000-letters"),
        pytest.param(CHINESE.encode() * 9 + b"\0\n", id="zero-behind-chinese"),
        pytest.param(CHINESE.encode("gb18030") * 9 + b"\0\n", id="zero-behind-chinese-in-gb18030"),
        pytest.param(JAPANESE.encode("shift_jis") + b"\0\n", id="zero-behind-japanese-in-shift_jis"),
        pytest.param(JAPANESE.strip().encode("shift_jis") + b"\0.", id="zero-inside-japanese-in-shift_jis"),
        pytest.param(gzip.compress(RUSSIAN.encode() * 9, mtime=0), id="gzip"),
        pytest.param(struct.pack("<9000H", *range(9_000)), id="numbers"),
    ],
)
def test_binary_data_is_no_text(data: bytes) -> None:
    with pytest.raises(BinaryError, match="binary"):
        decode(data)


@given(st.binary())
def test_any_bytes_are_refused_or_come_back_the_same(data: bytes) -> None:
    try:
        text, found = decode(data)
    except CleanerError:
        return
    assert encode(text, found) == data


@given(
    st.sampled_from([GERMAN, RUSSIAN, CHINESE, JAPANESE, KOREAN]),
    st.integers(0, 100),
    st.binary(min_size=1, max_size=2),
    st.sampled_from([b"", codecs.BOM_UTF8]),
)
def test_stray_bytes_in_utf_8_come_back_the_same_and_the_letters_around_them_are_read(
    text: str, at: int, stray: bytes, mark: bytes
) -> None:
    assume(b"\0" not in stray)
    before, behind = text[:at], text[at:]
    data = mark + before.encode() + stray + behind.encode()
    read, found = decode(data)
    assert (found.name, found.mark, found.confidence) == ("utf-8", mark, 1)
    assert read.startswith(before) and read.endswith(behind)
    assert encode(read, found) == data


@pytest.mark.parametrize(
    ("data", "read"),
    [
        pytest.param("Даша".encode()[:-1], "Даш\udcd0", id="last-letter-cut-in-two"),
        pytest.param("Даша".encode()[1:], "\udc94аша", id="first-letter-cut-in-two"),
        pytest.param("Да, ~{ ".encode() + b"\xff", "Да, ~{ \udcff", id="shift"),
        pytest.param("Да, ".encode() + b"\xabEi\xbb" + " да".encode(), "Да, \udcabEi\udcbb да", id="pasted-quotes"),
        pytest.param("Да, да\nда".encode().replace(b"\n", b"\x85"), "Да, да\udc85да", id="no-line-end"),
    ],
)
def test_what_strays_is_no_letter_and_no_line_end(data: bytes, read: str) -> None:
    assert decode(data) == (read, Encoding("utf-8", strays=True))


@pytest.mark.parametrize(("name", "text"), [*SINGLE_BYTE, *MULTI_BYTE])
def test_another_encoding_is_not_taken_for_utf_8_that_strays(name: str, text: str) -> None:
    assert not decode(text[:50].encode(name))[1].strays


def test_utf_8_with_a_stray_byte_is_not_patched_up() -> None:
    data = RUSSIAN.encode() + b"\xff"
    with pytest.raises(UndecodableError):
        decode(data, "utf-8")


@given(
    st.binary(),
    st.sampled_from(["utf-8", "utf-16", "utf-7", "windows-1251", "shift_jis", "iso2022_jp", "hz", "gb18030"]),
)
def test_bytes_in_a_named_encoding_are_refused_or_come_back_the_same(data: bytes, name: str) -> None:
    try:
        text, found = decode(data, name)
    except CleanerError:
        return
    assert encode(text, found) == data


@pytest.mark.parametrize("text", [GERMAN, POLISH, JAPANESE], ids=["german", "polish", "japanese"])
def test_no_guess_has_lines_where_the_bytes_have_none(text: str) -> None:
    for data in (text.encode("cp037", "ignore"), b"\xff\xff".join(text.encode().partition(b"\xe3\x81"))):
        with suppress(UndecodableError):
            assert decode(data)[0].count("\n") == data.count(b"\n")


@pytest.mark.parametrize("name", ["utf-7", "unicode_escape"])
def test_half_a_letter_is_refused(name: str) -> None:
    data = {"utf-7": b"+2AA-", "unicode_escape": b"\\ud800"}[name]
    with pytest.raises(UndecodableError):
        decode(data, name)


@pytest.mark.parametrize("name", ["windows-1251", "cp1251", "CP1251", "windows_1251"])
def test_a_named_encoding_is_used_under_any_of_its_names(name: str) -> None:
    assert decode("Да".encode("cp1251"), name) == ("Да", Encoding("cp1251", b"", 1.0))


def test_a_named_encoding_is_taken_where_the_bytes_tell_another() -> None:
    data = "Да".encode()
    assert decode(data)[0] == "Да"
    assert decode(data, "cp1251")[0] == "Р”Р°"


@pytest.mark.parametrize(
    ("data", "name"),
    [
        pytest.param(RUSSIAN.encode("cp1251"), "utf-8", id="cp1251-as-utf-8"),
        pytest.param(GERMAN.encode(), "ascii", id="utf-8-as-ascii"),
        pytest.param(CHINESE.encode("gb18030"), "shift_jis", id="gb18030-as-shift_jis"),
        pytest.param(b"odd", "utf-16-le", id="three-bytes-as-utf-16"),
    ],
)
def test_a_wrong_name_is_refused_and_called_by_it(data: bytes, name: str) -> None:
    with pytest.raises(UndecodableError, match=f"not {name} text"):
        decode(data, name)


@pytest.mark.parametrize(
    "name",
    [
        pytest.param("utf-9", id="unknown"),
        pytest.param("hex", id="bytes-to-bytes"),
        pytest.param("rot13", id="text-to-text"),
        pytest.param("undefined", id="codec-that-always-fails"),
        pytest.param("\udcff", id="argument-that-is-no-utf-8"),
        pytest.param("utf\x008", id="zero-in-the-name"),
    ],
)
def test_a_name_of_no_text_encoding_is_refused(name: str) -> None:
    with pytest.raises(UndecodableError, match="no text encoding is called"):
        decode(b"abc", name)


@pytest.mark.parametrize(
    ("data", "name", "expected"),
    [
        pytest.param("\ufeffДа".encode(), "utf-8", Encoding("utf-8", codecs.BOM_UTF8), id="utf-8"),
        pytest.param("Да".encode("utf-16"), "utf-16", Encoding("utf-16-le", codecs.BOM_UTF16_LE), id="utf-16"),
        pytest.param(
            "\ufeffДа".encode("utf-16-be"), "UTF-16", Encoding("utf-16-be", codecs.BOM_UTF16_BE), id="utf-16-other"
        ),
        pytest.param(
            "\ufeffДа".encode("utf-16-be"), "utf-16-be", Encoding("utf-16-be", codecs.BOM_UTF16_BE), id="utf-16-be"
        ),
        pytest.param("\ufeffДа".encode("utf-32-be"), "utf-32", Encoding("utf-32-be", codecs.BOM_UTF32_BE), id="utf-32"),
    ],
)
def test_a_mark_is_no_text_in_the_encoding_named_either(data: bytes, name: str, expected: Encoding) -> None:
    assert decode(data, name) == ("Да", expected)
    assert encode("Да", expected) == data


@pytest.mark.parametrize("name", ["utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"])
def test_a_name_that_leaves_the_byte_order_open_takes_that_of_the_zeros(name: str) -> None:
    assert decode(RUSSIAN.encode(name), name[:6]) == (RUSSIAN, Encoding(name))


def test_what_would_be_a_mark_is_text_where_another_encoding_is_named() -> None:
    assert decode("яюшка".encode("cp1251"), "cp1251") == ("яюшка", Encoding("cp1251"))


def test_the_zeros_of_a_named_encoding_are_binary() -> None:
    with pytest.raises(BinaryError):
        decode(b"a\0b", "windows-1251")


@pytest.mark.parametrize("name", [None, "utf-8", "windows-1251", "utf-16-le", "utf-16"])
def test_nothing_is_text(name: str | None) -> None:
    text, found = decode(b"", name)
    assert (text, encode(text, found), found.confidence) == ("", b"", 1.0)


def test_letters_that_the_encoding_lacks_are_an_error() -> None:
    with pytest.raises(UnicodeEncodeError):
        encode("Да", Encoding("iso8859-1"))
