"""The samples, through the library and through the command alike."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from conftest import DAMAGED, UNCHANGED, Run

from cleaner import clean
from cleaner.cli.main import main
from cleaner.files.encoding import decode

# Without a word about it on the command line. Those that end in "-le" and "-be" have no byte order mark.
WIDE = "utf-16 utf-16-le utf-16-be utf-32 utf-32-le utf-32-be"
ENCODINGS = {
    "arabic-tail": "windows-1256 iso-8859-6",
    "chinese-exact-double": f"gb18030 gbk gb2312 hz utf-8-sig {WIDE}",
    "czech-related-inside": "windows-1250 iso-8859-2",
    "french-blank-lines-crlf": "windows-1252 iso-8859-1 iso-8859-15 mac-roman",
    "german-related-list": "windows-1252 iso-8859-1 mac-roman cp850",
    "greek-exact-double": "windows-1253 iso-8859-7",
    "hebrew-ad-inside-copy": "windows-1255 iso-8859-8",
    "hindi-double-and-tail": f"utf-8-sig {WIDE}",
    "japanese-edited-double": f"shift_jis euc-jp iso2022_jp {WIDE}",
    "korean-hard-wrapped-copy": "euc-kr cp949 johab iso2022_kr",
    "polish-comments-section": "windows-1250 iso-8859-2",
    "portuguese-head-furniture": "windows-1252 iso-8859-1",
    "russian-double-and-counter": f"windows-1251 koi8-r iso-8859-5 mac-cyrillic cp866 utf-8-sig {WIDE}",
    "spanish-merged-lines": "windows-1252 iso-8859-1",
    "thai-exact-double": "tis-620",
    "turkish-tail": "windows-1254 iso-8859-9",
    "ukrainian-tail-only": "windows-1251 koi8-u",
}


def expected(path: Path) -> Path:
    return path.with_suffix(".cleaned.txt") if path in DAMAGED else path


def text(path: Path) -> str:
    return decode(path.read_bytes())[0]


@pytest.fixture(params=[*DAMAGED, *UNCHANGED], ids=lambda path: path.stem)
def sample(request: pytest.FixtureRequest) -> Path:
    path = request.param
    assert isinstance(path, Path)
    return path


def test_there_are_enough_of_both_kinds() -> None:
    assert len(DAMAGED) >= 12
    assert len(UNCHANGED) >= 8
    assert all(expected(path).is_file() for path in DAMAGED)


def test_one_is_in_windows_1251_and_one_has_crlf() -> None:
    assert any(decode(path.read_bytes())[1].name == "cp1251" for path in DAMAGED)
    assert any(b"\r\n" in path.read_bytes() for path in DAMAGED)


def test_the_library_cleans_it(sample: Path) -> None:
    result = clean(text(sample))
    assert result.text == text(expected(sample))
    assert not result.refused


def test_cleaning_twice_changes_nothing(sample: Path) -> None:
    cleaned = clean(text(sample)).text
    assert clean(cleaned).text is cleaned


def test_the_command_prints_it(sample: Path, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    assert main([str(sample)]) == 0
    assert capfdbinary.readouterr().out.decode() == text(expected(sample))


def test_the_command_rewrites_it_byte_for_byte(sample: Path, tmp_path: Path) -> None:
    copy = Path(shutil.copy(sample, tmp_path))
    before = copy.stat()
    assert main(["-i", str(copy)]) == 0
    assert copy.read_bytes() == expected(sample).read_bytes()
    after = copy.stat()
    untouched = (before.st_ino, before.st_mtime_ns) == (after.st_ino, after.st_mtime_ns)
    assert untouched == (sample in UNCHANGED)


def test_check_finds_it_before_and_not_after(sample: Path, tmp_path: Path) -> None:
    copy = Path(shutil.copy(sample, tmp_path))
    assert main(["--check", str(copy)]) == (1 if sample in DAMAGED else 0)
    assert copy.read_bytes() == sample.read_bytes()
    main(["-i", str(copy)])
    assert main(["--check", str(copy)]) == 0


def test_standard_input_is_cleaned_as_a_file_is(sample: Path, cleaner: Run) -> None:
    done = cleaner(input=sample.read_bytes())
    assert done.returncode == 0
    assert done.stdout.decode() == text(expected(sample))


@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"], ids=["LF", "CRLF", "CR"])
@pytest.mark.parametrize(
    ("stem", "encoding"), [(stem, encoding) for stem, names in ENCODINGS.items() for encoding in names.split()]
)
def test_the_command_cleans_it_alike_in_any_encoding(stem: str, encoding: str, line_end: str, tmp_path: Path) -> None:
    damaged = next(path for path in DAMAGED if path.stem == stem)
    # What an encoding lacks, such as a dash, is left out of both.
    before, after = (
        "".join(line + line_end for line in text(path).splitlines()).encode(encoding, "ignore")
        for path in (damaged, expected(damaged))
    )
    copy = tmp_path / "copy.txt"
    copy.write_bytes(before)
    assert main(["-i", str(copy)]) == 0
    assert copy.read_bytes() == after != before
