"""Fuzz the command with files of bytes: articles in many encodings, cut and damaged, and bytes of any kind.

    pip install -e '.[test]' atheris
    python tests/fuzz/files.py -max_total_time=60 -len_control=0 /tmp/fuzz-files

The folder, which must exist, keeps what reached new code from one run to the next. The oracle: exit status 0 or 2
and nothing raised; what is printed, what stands in the file afterwards and what clean() says is one text, in the
file's own encoding; a file that is not done is as it was.
"""

from __future__ import annotations

import io
import random
import sys
import tempfile
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path

import atheris

sys.path.insert(0, str(Path(__file__).parents[1]))

with atheris.instrument_imports(include=["cleaner"]):
    from cleaner.cli.main import DONE, FAILED, main
    from cleaner.errors import CleanerError
    from cleaner.files.encoding import decode, encode
    from cleaner.pipeline import clean

from articles import article, pick

ENCODINGS = ("utf-8", "utf-8-sig", "utf-16", "utf-16-be", "utf-32", "cp1251", "koi8-r", "cp1250", "cp1255", "gb18030")
FILE = Path(tempfile.mkdtemp()) / "article.txt"


def bytes_of(data: bytes) -> bytes:
    """Return the fuzzer's bytes themselves, or an article in some encoding, whole or damaged with them."""
    provider, chance = atheris.FuzzedDataProvider(data), random.Random(data)

    def number(low: int, high: int) -> int:
        return int(provider.ConsumeIntInRange(low, high)) if provider.remaining_bytes() else chance.randint(low, high)

    kind = number(0, 3)
    if not kind:
        return bytes(provider.ConsumeBytes(4096))
    file = article(number).encode(pick(number, ENCODINGS), "ignore")
    for _ in range(number(1, 5) if kind == 1 else 0):
        at = number(0, len(file))
        file = file[:at] + provider.ConsumeBytes(number(0, 4)) + file[at + number(0, 2) :]
    return file


def run(*arguments: str) -> tuple[int, bytes]:
    """Return the exit status of the command and what it printed."""
    printed = io.BytesIO()
    output = io.TextIOWrapper(printed)
    with redirect_stdout(output), redirect_stderr(io.StringIO()):
        status = main(arguments)
    return status, printed.getvalue()


def check(data: bytes) -> None:
    """Raise what the command does wrong with the file that ``data`` stands for."""
    file = bytes_of(data)
    FILE.write_bytes(file)
    try:
        text, encoding = decode(file)
    except CleanerError:
        assert run(str(FILE)) == (FAILED, b"")
        assert run("-i", str(FILE)) == (FAILED, b"")
        assert FILE.read_bytes() == file
        return
    cleaned = clean(text).text
    assert run(str(FILE)) == (DONE, cleaned.encode())
    assert run("-i", str(FILE)) == (DONE, b"")
    assert FILE.read_bytes() == encode(cleaned, encoding)
    assert decode(FILE.read_bytes(), encoding.name)[0] == cleaned


if __name__ == "__main__":
    atheris.Setup(sys.argv, check)
    atheris.Fuzz()
