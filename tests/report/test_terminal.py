"""What a terminal is shown: letters of every script, and nothing that steers it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cleaner.report.terminal import escaped, one_line, shown_diff

DANGEROUS = [
    *(pytest.param(chr(code), f"\\x{code:02x}", id=f"c0-{code:02x}") for code in (0, 7, 8, 0xB, 0xC, 0x1B, 0x1F)),
    pytest.param("\r", "\\r", id="carriage-return"),
    pytest.param("\x7f", "\\x7f", id="delete"),
    *(pytest.param(chr(code), f"\\x{code:02x}", id=f"c1-{code:02x}") for code in (0x80, 0x85, 0x90, 0x9B, 0x9D, 0x9F)),
    *(
        pytest.param(chr(code), f"\\u{code:04x}", id=f"bidi-{code:04x}")
        for code in (0x61C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A))
    ),
    pytest.param("\u2028", "\\u2028", id="line-separator"),
    pytest.param("\u2029", "\\u2029", id="paragraph-separator"),
    *(
        pytest.param(chr(code), f"\\u{code:04x}", id=f"surrogate-{code:04x}")
        for code in (0xD800, 0xDC80, 0xDCFF, 0xDFFF)
    ),
]

HARMLESS = [
    pytest.param("Grüße, Łódź, žluťoučký kůň", id="latin"),
    pytest.param("Ёлка й Їжак", id="cyrillic"),
    pytest.param("Ελλάδα", id="greek"),
    pytest.param("مكتبة جديدة", id="arabic"),
    pytest.param("סִפְרִיָּה", id="hebrew-with-points"),
    pytest.param("हिन्दी में पुस्तकालय", id="devanagari"),
    pytest.param("ห้องสมุดใหม่", id="thai"),
    pytest.param("新しい図書館、도서관", id="chinese-japanese-korean"),
    pytest.param("e\u0301 a\u0308\u0323", id="combining-marks"),
    pytest.param("👩‍👩‍👧 👍🏽 🏴‍☠️ 🇺🇦", id="emoji-sequences"),
    pytest.param("می‌خواهم", id="zero-width-non-joiner"),
    pytest.param("a\u00a0b\u2009c\u3000d", id="spaces"),
    pytest.param("back\\slash ~ ` «»—…", id="signs"),
    pytest.param("", id="nothing"),
]


@pytest.mark.parametrize(("letter", "shown"), DANGEROUS)
def test_what_acts_on_a_terminal_is_written_out(letter: str, shown: str) -> None:
    assert escaped(f"a{letter}b") == one_line(f"a{letter}b") == f"a{shown}b"


@pytest.mark.parametrize("text", HARMLESS)
def test_ordinary_text_is_shown_as_it_is(text: str) -> None:
    assert escaped(text) == one_line(text) == text


def test_tabs_and_line_feeds_stay_in_text_and_not_in_a_message() -> None:
    assert escaped("a\tb\n") == "a\tb\n"
    assert one_line("a\tb\n") == "a\\tb\\n"


def test_all_of_an_escape_sequence_can_be_read() -> None:
    assert escaped("\x1b]0;title\x07\x1b[31m") == "\\x1b]0;title\\x07\\x1b[31m"


@given(st.text(alphabet=st.characters()))
def test_what_is_shown_is_safe_and_one_line(text: str) -> None:
    shown = one_line(text)
    assert shown == "".join(shown.splitlines())
    assert all(letter.isprintable() or ord(letter) > 0x9F for letter in shown)
    assert escaped(shown) == shown
    shown.encode()


DIFF = [
    "--- a.txt\n",
    "+++ a.txt\n",
    "@@ -1,2 +1,1 @@\n",
    " kept\x1b[2J\r\n",
    "-gone\u202e\r\n",
    "-lone\r\r\n",
    "+rest\n",
]


def test_a_diff_is_shown_with_its_lines_escaped_and_as_lines() -> None:
    assert "".join(shown_diff(DIFF, in_colour=False)) == (
        "--- a.txt\n+++ a.txt\n@@ -1,2 +1,1 @@\n kept\\x1b[2J\n-gone\\u202e\n-lone\\r\n+rest\n"
    )


def test_a_diff_in_colour_has_a_bold_header_cyan_places_and_red_removals() -> None:
    assert list(shown_diff(DIFF, in_colour=True)) == [
        "\x1b[1m--- a.txt\x1b[0m\n",
        "\x1b[1m+++ a.txt\x1b[0m\n",
        "\x1b[36m@@ -1,2 +1,1 @@\x1b[0m\n",
        " kept\\x1b[2J\n",
        "\x1b[31m-gone\\u202e\x1b[0m\n",
        "\x1b[31m-lone\\r\x1b[0m\n",
        "+rest\n",
    ]


@pytest.mark.parametrize("in_colour", [False, True])
def test_a_diff_without_lines_shows_nothing(in_colour: bool) -> None:
    assert list(shown_diff([], in_colour=in_colour)) == []
