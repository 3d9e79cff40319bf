"""The command as a whole: streams, exit codes, messages, and what is done to files."""

from __future__ import annotations

import errno
import gzip
import os
import pty
import shutil
import stat
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from io import BytesIO, TextIOWrapper
from pathlib import Path
from time import monotonic, sleep
from typing import TextIO

import pytest
from conftest import DAMAGED, Run

from cleaner import __main__
from cleaner.cli.main import main

PATCH = shutil.which("patch")

Captured = pytest.CaptureFixture[bytes]

CLEAN = "A headline\nThe one sentence of an article that nobody has scraped twice, and that ends in nothing at all.\n"
DIRTY = CLEAN + "Комментарии (0)\n"

# Letters that a careless program would change, put into a body that stands there twice.
ODD = {
    "line-separator": "\u2028",
    "next-line": "\x85",
    "vertical-tab": "\x0b",
    "form-feed": "\x0c",
    "file-separator": "\x1c",
    "byte-order-mark": "\ufeff",
    "replacement-character": "\ufffd",
    "private-letter": "\ue000",
    "decomposed": "e\u0301 и\u0306",
    "composed": "é й ﬁ Ⅻ ½ ｗｉｄｅ \u212b",
    "bidi-controls": "\u202eltr\u202c \u2066rtl\u2069 \u200f",
    "joined-emoji": "👩\u200d👩\u200d👧 🏴\u200d☠\ufe0f",
    "soft-hyphens": "Donau\u00addampf\u200bschiff",
    "spaces": "\xa0\u3000\u2009 \t ",
    "heap-of-marks": "a" + "\u0301\u0323" * 8_000,
    "escape": "\x1b[31m\x07\b",
}


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "article.txt"
    path.write_bytes(DIRTY.encode())
    return path


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the folder in which the test now is."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def run(here: Path, capfdbinary: Captured) -> Run:
    """Return a function that does in this process what ``cleaner`` does in one of its own, and much faster."""

    def run(*arguments: str | Path) -> subprocess.CompletedProcess[bytes]:
        status = main([*map(str, arguments)])
        return subprocess.CompletedProcess(arguments, status, *capfdbinary.readouterr())

    return run


def test_the_cleaned_text_goes_to_standard_output_and_nothing_else(article: Path, cleaner: Run) -> None:
    done = cleaner(article)
    assert (done.returncode, done.stdout, done.stderr) == (0, CLEAN.encode(), b"")
    assert article.read_bytes() == DIRTY.encode()


def test_several_files_follow_one_another(article: Path, run: Run) -> None:
    assert run(article, article).stdout == CLEAN.encode() * 2


@pytest.mark.parametrize("arguments", [[], ["-"]])
def test_standard_input_is_read_without_a_file_or_for_a_dash(arguments: list[str], cleaner: Run) -> None:
    done = cleaner(*arguments, input=DIRTY.encode())
    assert (done.returncode, done.stdout.decode(), done.stderr) == (0, CLEAN, b"")


def test_the_text_comes_out_in_utf_8_whatever_it_came_in(cleaner: Run) -> None:
    russian = "Заголовок\nЕдинственное предложение статьи, которую никто не скачивал дважды, и ничего больше.\n"
    assert cleaner(input=(russian + "Комментарии (0)").encode("cp1251")).stdout.decode() == russian


@pytest.mark.parametrize("odd", ODD.values(), ids=ODD)
def test_what_stays_are_the_same_bytes(odd: str, here: Path, capfdbinary: Captured) -> None:
    kept = (
        "A ferry, a bridge and the man who rows\r\n"
        f"The night ferry will make its last crossing on Easter Sunday,{odd} the harbour board said on Tuesday.\r"
        f"{odd}Fewer than nine people a night have used it since the bridge was opened, most of them to see it. \t\n\n"
        f"“I will row whoever asks me,” said a man who has run the boat for thirty years and does not stop.{odd}\r\n"
    )
    text = kept + kept + "Share\rКомментарии (0)"
    for encoding in ("utf-8", "utf-8-sig", "utf-16", "utf-16-be", "utf-32", "gb18030"):
        options = ["--encoding", encoding] if encoding in {"utf-16-be", "gb18030"} else []
        (here / "article.txt").write_bytes(text.encode(encoding))
        assert main([*options, "article.txt"]) == 0
        assert capfdbinary.readouterr() == (kept.encode(), b"")
        assert main(["-q", "-i", *options, "article.txt"]) == 0
        assert (here / "article.txt").read_bytes() == kept.encode(encoding)


@pytest.mark.skipif(PATCH is None, reason="no patch program")
def test_bytes_that_are_no_utf_8_stay_what_they_are(here: Path, capfdbinary: Captured) -> None:
    assert PATCH is not None
    article = here / "article.txt"
    kept = CLEAN.encode() + "Ещё одно предложение, из которого что-то выпало: \xff и конец его\n".encode(
        "latin-1", "ignore"
    )
    kept += "И последнее предложение, обрезанное посреди буквы щ".encode()[:-1] + b"\n"
    article.write_bytes(kept + "Комментарии (0)\n".encode())
    assert main(["article.txt"]) == 0
    assert capfdbinary.readouterr() == (
        kept,
        b"cleaner: article.txt: UTF-8 but for some bytes, which stay what they are\n",
    )
    assert main(["--diff", "article.txt"]) == 0
    subprocess.run([PATCH, "--silent", "-o", "patched.txt"], input=capfdbinary.readouterr().out, check=True)
    assert (here / "patched.txt").read_bytes() == kept
    assert main(["-i", "article.txt"]) == 0
    assert article.read_bytes() == kept


def test_in_place_rewrites_and_names_what_changed(article: Path, run: Run) -> None:
    done = run("-i", article)
    assert (done.returncode, done.stdout) == (0, b"")
    assert done.stderr.decode() == f"cleaned {article}: 1 line, 16 characters\n"
    assert article.read_bytes() == CLEAN.encode()


def test_in_place_leaves_a_clean_file_alone(article: Path, run: Run) -> None:
    article.write_text(CLEAN, encoding="utf-8")
    before = article.stat()
    done = run("-i", article)
    assert (done.returncode, done.stdout, done.stderr) == (0, b"", b"")
    assert (article.stat().st_ino, article.stat().st_mtime_ns) == (before.st_ino, before.st_mtime_ns)


def test_check_writes_nothing_and_exits_with_one(article: Path, cleaner: Run) -> None:
    done = cleaner("--check", article)
    assert (done.returncode, done.stdout) == (1, b"")
    assert done.stderr.decode().startswith("would clean ")
    assert article.read_bytes() == DIRTY.encode()
    assert cleaner("--check", input=CLEAN.encode()).returncode == 0


def test_diff_shows_what_would_go(article: Path, run: Run) -> None:
    done = run("--diff", article)
    assert done.returncode == 0
    assert done.stdout.decode().splitlines()[-1] == "-Комментарии (0)"
    assert article.read_bytes() == DIRTY.encode()
    assert run("--check", "--diff", article).returncode == 1


def test_quiet_leaves_only_errors(article: Path, run: Run) -> None:
    done = run("-q", "-i", article, "missing.txt")
    assert done.stderr == b"cleaner: missing.txt: No such file or directory; check the name\n"


@pytest.mark.parametrize("options", [["-i", "--check"], ["-i", "--diff"], ["-i"], ["-i", "-"], ["--nonsense"]])
def test_a_contradiction_is_a_usage_error(options: list[str], run: Run) -> None:
    done = run(*options)
    assert (done.returncode, done.stdout) == (2, b"")
    assert b"Usage: cleaner" in done.stderr


@pytest.mark.parametrize("option", ["-h", "--help"])
def test_help_says_what_each_option_does(option: str, run: Run) -> None:
    done = run(option)
    assert done.returncode == 0
    for name in ("--in-place", "--check", "--diff", "--encoding", "--phrases", "--config", "--quiet", "--version"):
        assert name.encode() in done.stdout


def test_version_is_that_of_the_installed_package(run: Run) -> None:
    from importlib.metadata import version

    assert run("--version").stdout.decode() == f"cleaner {version('article-cleaner')}\n"


def bad_files(folder: Path) -> dict[str, bytes]:
    (folder / "binary").write_bytes(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR")
    (folder / "late").write_bytes(b"words " * 12_000 + b"\0\n")
    (folder / "packed").write_bytes(gzip.compress(DIRTY.encode() * 9))
    (folder / "marked").write_bytes(b"\xef\xbb\xbf\xff\xfe\n")
    (folder / "folder").mkdir()
    (folder / "circle").symlink_to("circle")
    os.mkfifo(folder / "pipe")
    (folder / "loop").symlink_to("loop")
    return {
        "missing": b"No such file",
        "": b"No such file",
        "x" * 256: b"File name too long",
        "binary/file": b"Not a directory",
        "circle": b"Too many levels of symbolic links",
        "binary": b"binary",
        "late": b"binary",
        "packed": b"binary",
        "marked": b"text in no encoding that can be recognised",
        "folder": b"a directory",
        "pipe": b"a pipe",
        "loop": b"Too many levels of symbolic links; mend the link",
    }


@pytest.mark.parametrize("option", ["-i", "--check", "--diff", None])
def test_one_bad_file_never_stops_the_others(option: str | None, article: Path, tmp_path: Path, run: Run) -> None:
    reasons = bad_files(tmp_path)
    done = run(*filter(None, [option]), *reasons, article)
    assert done.returncode == 2
    messages = [line for line in done.stderr.splitlines() if line.startswith(b"cleaner: ")]
    for (name, reason), message in zip(reasons.items(), messages, strict=True):
        assert message.startswith(f"cleaner: {name}: ".encode())
        assert reason in message
    assert b"Traceback" not in done.stderr
    assert b"PNG" not in done.stdout
    if option == "-i":
        assert article.read_bytes() == CLEAN.encode()


@pytest.mark.usefixtures("unprivileged")
def test_what_may_not_be_read_or_replaced_is_one_line_and_the_others_are_done(
    article: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("closed.txt").write_text(DIRTY, encoding="utf-8")
    Path("closed.txt").chmod(0)
    Path("locked").mkdir()
    Path("locked/article.txt").write_text(DIRTY, encoding="utf-8")
    Path("locked").chmod(0o555)
    status = main(["-i", "closed.txt", "locked/article.txt", "article.txt"])
    Path("locked").chmod(0o755)
    assert status == 2
    assert capfd.readouterr().err.splitlines() == [
        "cleaner: closed.txt: Permission denied; ask its owner, or leave it out",
        "cleaner: locked/article.txt: cannot be replaced in its folder: Permission denied; it is as it was",
        "cleaned article.txt: 1 line, 16 characters",
    ]
    assert Path("locked/article.txt").read_text(encoding="utf-8") == DIRTY
    assert article.read_text(encoding="utf-8") == CLEAN


@pytest.mark.parametrize(
    "data",
    [b"", b"\n", b" \t\r\n \n", b"\r", b"\xef\xbb\xbf", b"\xef\xbb\xbfone\n", b"one\rtwo\rthree", b"word " * 100_000],
    ids=["empty", "line feed", "white space", "lone CR", "only a BOM", "BOM", "CR lines", "one giant line"],
)
def test_odd_input_is_left_as_it_is(data: bytes, article: Path, capfdbinary: Captured) -> None:
    article.write_bytes(data)
    assert main(["-i", str(article)]) == 0
    assert capfdbinary.readouterr() == (b"", b"")
    assert article.read_bytes() == data
    assert main([str(article)]) == 0
    assert capfdbinary.readouterr().out == data.removeprefix(b"\xef\xbb\xbf")


def test_an_encoding_can_be_named(article: Path, run: Run) -> None:
    article.write_bytes(DIRTY.encode("koi8-r"))
    run("-i", "--encoding", "koi8-r", article)
    assert article.read_bytes() == CLEAN.encode("koi8-r")
    done = run("--encoding", "utf-32", article)
    assert done.returncode == 2
    assert b"--encoding" in done.stderr


def test_a_weak_guess_is_told(article: Path, run: Run) -> None:
    article.write_bytes("Ta łąka jest żółta, a tamta zielona.\n".encode("iso-8859-2"))
    done = run(article)
    assert done.returncode == 0
    assert b"a guess; --encoding names another" in done.stderr


def test_a_doubtful_removal_is_told(article: Path, run: Run) -> None:
    article.write_text("Ferry\nКомментарии (0)\n", encoding="utf-8")
    done = run("--check", article)
    assert done.returncode == 0
    assert done.stderr.decode().endswith(
        ": 1 doubtful removal not made, the first in line 2 (comments:ru:Комментарии)\n"
    )


def test_own_phrases_come_from_a_file_or_the_project(article: Path, tmp_path: Path, run: Run) -> None:
    article.write_text(CLEAN + "Return to the lighthouse\n", encoding="utf-8")
    (tmp_path / "own.txt").write_text("Return to the lighthouse\n", encoding="utf-8")
    assert run("--check", article).returncode == 0
    assert run("--check", "--phrases", "own.txt", article).returncode == 1
    (tmp_path / "pyproject.toml").write_text('[tool.cleaner]\nphrases = ["own.txt"]\n', encoding="utf-8")
    assert run("--check", article).returncode == 1
    (tmp_path / "empty.toml").write_text("[tool.cleaner]\n", encoding="utf-8")
    assert run("--check", "--config", "empty.toml", article).returncode == 0


@pytest.mark.parametrize("options", [["--phrases", "missing"], ["--config", "missing"]])
def test_a_missing_file_of_settings_ends_the_run(options: list[str], article: Path, run: Run) -> None:
    done = run(*options, article)
    assert (done.returncode, done.stdout) == (2, b"")
    assert done.stderr.startswith(b"cleaner: missing: No such file")
    assert done.stderr.count(b"\n") == 1


@pytest.mark.parametrize(
    "name",
    [
        "line\nfeed.txt",
        "\x1b[31mred.txt",
        "-dash.txt",
        "-",
        " two words ",
        'quo"ted\\.txt',
        "\u202egnp.txt",
        "👩\u200d👧.txt",
        "ф" * 127 + "x",
        os.fsdecode(b"\xff.txt"),
    ],
)
def test_odd_names_are_cleaned_and_told_on_one_line(name: str, here: Path, capfdbinary: Captured) -> None:
    path = here / name
    path.write_bytes(DIRTY.encode())
    named = f"./{name}" if name == "-" else name
    if PATCH and len(os.fsencode(name)) < 200:  # patch needs room for a name of its own
        assert main(["--diff", "--", named]) == 0
        patch = capfdbinary.readouterr().out
        subprocess.run([PATCH, "--silent", "-p0"], input=patch, check=True)
        assert path.read_bytes() == CLEAN.encode()
        path.write_bytes(DIRTY.encode())
    assert main(["-i", "--", named, named, f"{named}/none"]) == 2
    cleaned, message = capfdbinary.readouterr().err.decode().splitlines()
    assert cleaned.startswith("cleaned ") and cleaned.endswith(": 1 line, 16 characters")
    assert message.startswith("cleaner: ") and message.endswith("/none: Not a directory")
    assert not {"\x1b", "\u202e"} & {*cleaned, *message}
    assert path.read_bytes() == CLEAN.encode()


def test_the_mode_of_a_file_stays(article: Path, run: Run) -> None:
    article.chmod(0o600)
    run("-i", article)
    assert stat.S_IMODE(article.stat().st_mode) == 0o600


@pytest.fixture(params=["full", "unread", "closed"])
def broken(request: pytest.FixtureRequest) -> Iterator[tuple[str, TextIO | None]]:
    """Yield a stream on which nothing can be written, and why."""
    if request.param == "closed":
        yield request.param, None
        return
    if request.param == "full":
        if not os.path.exists("/dev/full"):
            pytest.skip("needs /dev/full")
        descriptor = os.open("/dev/full", os.O_WRONLY)
    else:
        reading, descriptor = os.pipe()
        os.close(reading)
    with open(descriptor, "w", encoding="ascii") as stream:
        yield request.param, stream
        os.dup2(os.open(os.devnull, os.O_WRONLY), descriptor)  # what is left in the buffer must go somewhere


@pytest.mark.parametrize("option", [None, "--diff", "--help", "--version"])
def test_an_output_that_fails_is_an_error_and_one_that_nobody_reads_is_none(
    option: str | None,
    broken: tuple[str, TextIO | None],
    article: Path,
    monkeypatch: pytest.MonkeyPatch,
    capfd: pytest.CaptureFixture[str],
) -> None:
    why, stream = broken
    monkeypatch.setattr(sys, "stdout", stream)
    status = main([*filter(None, [option]), str(article)])
    messages = capfd.readouterr().err
    if why == "unread" or (why == "closed" and option in {"--help", "--version"}):
        assert (status, messages) == (0, "")
    else:
        reason = {"full": errno.ENOSPC, "closed": errno.EBADF}[why]
        assert (status, messages) == (2, f"cleaner: standard output: {os.strerror(reason)}\n")


@pytest.mark.parametrize("arguments", [["-i"], ["--check"]])
def test_an_output_that_is_not_needed_may_be_broken(
    arguments: list[str], broken: tuple[str, TextIO | None], article: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stdout", broken[1])
    assert main([*arguments, str(article)]) == arguments.count("--check")


@pytest.mark.parametrize("many", [1, 10_000], ids=["at-the-end", "in-between"])
def test_a_failure_is_one_also_where_nobody_reads_the_output(
    many: int, broken: tuple[str, TextIO | None], here: Path, article: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    article.write_text(CLEAN * many, encoding="utf-8")
    monkeypatch.setattr(sys, "stdout", broken[1])
    assert main(["--diff", "none.txt"]) == 2
    assert main(["none.txt", "article.txt"]) == 2


def test_messages_that_nobody_can_read_do_not_stop_the_work(
    broken: tuple[str, TextIO | None],
    here: Path,
    article: Path,
    monkeypatch: pytest.MonkeyPatch,
    capfd: pytest.CaptureFixture[str],
) -> None:
    (here / "again.txt").write_bytes(DIRTY.encode())
    with monkeypatch.context() as patched:
        patched.setattr(sys, "stderr", broken[1])
        assert main(["--nonsense"]) == 2
        assert main(["-i", "none.txt", "article.txt", "again.txt"]) == 2
    assert article.read_bytes() == (here / "again.txt").read_bytes() == CLEAN.encode()
    assert capfd.readouterr().out == ""


@pytest.mark.parametrize(
    ("encoding", "message"),
    [
        ("utf-8", "cleaner: имя\\x1b.txt: ".encode()),
        ("ascii", "cleaner: имя\\x1b.txt: ".encode()),
        ("koi8-r", "cleaner: имя\\x1b.txt: ".encode("koi8-r")),
        ("latin-1", b"cleaner: \\u0438\\u043c\\u044f\\x1b.txt: "),
    ],
)
def test_messages_come_out_whatever_the_locale(
    encoding: str, message: bytes, here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown = BytesIO()
    monkeypatch.setattr(sys, "stderr", TextIOWrapper(shown, encoding=encoding, errors="backslashreplace"))
    assert main(["имя\x1b.txt"]) == 2
    assert shown.getvalue().startswith(message)
    assert shown.getvalue().endswith(b"check the name\n")


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="needs /dev/full")
def test_a_process_with_full_streams_ends_with_its_status(article: Path, cleaner: Run) -> None:
    with open("/dev/full", "wb") as full:
        done = cleaner(article, capture_output=False, stdout=full, stderr=subprocess.PIPE)
        assert done.returncode == 2
        assert done.stderr == b"cleaner: standard output: No space left on device\n"
        done = cleaner("--help", capture_output=False, stdout=full, stderr=subprocess.PIPE)
        assert done.returncode == 2
        assert done.stderr == b"cleaner: standard output: No space left on device\n"
        assert cleaner("-i", article, capture_output=False, stdout=full, stderr=full).returncode == 0
    assert article.read_bytes() == CLEAN.encode()


def test_an_interruption_while_the_command_line_is_read_ends_the_command(monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("cleaner.cli.options.Options", interrupted)
    assert main(["--jobs", "1", "article.txt"]) == 130


def test_a_closed_input_is_one_line(monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(sys, "stdin", None)
    assert main([]) == 2
    assert capfd.readouterr() == ("", "cleaner: standard input: it is closed; name a file\n")


def test_an_input_that_does_not_block_is_read_to_its_end(
    monkeypatch: pytest.MonkeyPatch, capfdbinary: Captured
) -> None:
    reading, writing = os.pipe()
    os.set_blocking(reading, False)

    def write_late() -> None:
        deadline = monotonic() + 10
        while not os.get_blocking(reading) and monotonic() < deadline:
            sleep(0.01)
        with open(writing, "wb") as pipe:
            pipe.write(DIRTY.encode())

    with open(reading, encoding="utf-8") as stdin, ThreadPoolExecutor() as pool:
        monkeypatch.setattr(sys, "stdin", stdin)
        written = pool.submit(write_late)
        assert main([]) == 0
        written.result()
    assert capfdbinary.readouterr() == (CLEAN.encode(), b"")


# Runs the command without the progress line, which would appear only where a run happens to take over a second.
WITHOUT_PROGRESS = """
import sys
from cleaner.cli import progress
from cleaner.__main__ import run
progress.PATIENCE = float("inf")
sys.exit(run())
"""


def on_a_terminal(*arguments: str, folder: Path, **environment: str) -> tuple[int, str]:
    """Return the exit status and all that is shown of a process whose streams are a terminal; Ctrl-D is typed."""
    ours, its = pty.openpty()
    os.write(ours, b"\x04")
    command = [sys.executable, "-c", WITHOUT_PROGRESS, *arguments]
    shown = b""
    with subprocess.Popen(
        command, stdin=its, stdout=its, stderr=its, cwd=folder, env={**os.environ, **environment}
    ) as process:
        os.close(its)
        with suppress(OSError):  # how Linux tells that the other end is closed
            while part := os.read(ours, 4096):
                shown += part
    os.close(ours)
    return process.returncode, shown.decode()


def test_a_terminal_is_shown_nothing_that_steers_it(tmp_path: Path) -> None:
    evil = "\x1b]0;title\x07 \x9b5m \u202eabc\u202c \b \r"
    (tmp_path / "evil.txt").write_text(
        evil.join(["A headline ", " of an article", DIRTY]), encoding="utf-8", newline=""
    )
    (tmp_path / "stray.txt").write_bytes("Ещё одно предложение".encode() + b"\xff\n")
    status, shown = on_a_terminal("--diff", "evil.txt", "stray.txt", "none\x1b[2J\u202e", folder=tmp_path, NO_COLOR="1")
    assert status == 2
    assert not {letter for letter in shown.replace("\r\n", "\n") if not letter.isprintable()} - {"\n"}
    assert "\\x1b]0;title\\x07 \\x9b5m \\u202eabc\\u202c \\x08" in shown
    assert "cleaner: none\\x1b[2J\\u202e: No such file or directory; check the name" in shown


def test_a_terminal_is_told_what_is_waited_for(tmp_path: Path) -> None:
    status, shown = on_a_terminal(folder=tmp_path)
    assert status == 0
    assert "reading from the terminal; end with Ctrl-D" in shown


def test_a_terminal_gets_colours_unless_they_are_unwanted(article: Path, tmp_path: Path) -> None:
    _, shown = on_a_terminal("--diff", "article.txt", folder=tmp_path, NO_COLOR="")
    assert "\x1b[31m-Комментарии (0)\x1b[0m\r\n" in shown


def test_a_closed_pipe_is_quiet(article: Path, tmp_path: Path) -> None:
    article.write_text("A line without end. " * 100_000, encoding="utf-8")
    command = [sys.executable, "-m", "cleaner", str(article)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout and process.stderr
        process.stdout.read(10)
        process.stdout.close()
        assert process.stderr.read() == b""
        assert process.wait(timeout=30) == 0


def test_seed_locale_and_working_directory_do_not_matter(tmp_path: Path, cleaner: Run) -> None:
    for encoding in ("utf-8", "cp1251"):
        (tmp_path / f"статья.{encoding}").write_bytes(DIRTY.encode(encoding))
    paths = [*DAMAGED, *sorted(tmp_path.glob("статья.*"))]
    (tmp_path / "elsewhere").mkdir()
    done = [
        cleaner("--diff", *paths, cwd=tmp_path / folder, env={**os.environ, **environment})
        for folder, environment in (
            (".", {"PYTHONHASHSEED": "0"}),
            ("elsewhere", {"PYTHONHASHSEED": "1", "LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}),
            (".", {"PYTHONHASHSEED": "2", "PYTHONIOENCODING": "ascii", "LC_ALL": "C.UTF-8"}),
        )
    ]
    assert {run.returncode for run in done} == {0}
    assert len({run.stdout for run in done}) == 1
    assert "-Комментарии (0)" in done[0].stdout.decode()


def test_a_file_is_cleaned_alike_alone_and_in_company(capfdbinary: Captured) -> None:
    alone = []
    for path in DAMAGED:
        main(["-q", str(path)])
        alone.append(capfdbinary.readouterr().out)
    main(["-q", *map(str, reversed(DAMAGED))])
    assert capfdbinary.readouterr().out == b"".join(reversed(alone))


def test_a_working_directory_that_is_gone_does_not_matter(
    tmp_path: Path, article: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "gone").mkdir()
    monkeypatch.chdir(tmp_path / "gone")
    (tmp_path / "gone").rmdir()
    assert main(["-i", str(article)]) == 0
    assert article.read_bytes() == CLEAN.encode()


def test_a_shell_gets_its_completion(monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setenv("_CLEANER_COMPLETE", "fish_source")
    with pytest.raises(SystemExit) as ended:
        main([])
    assert ended.value.code == 0
    assert "complete" in capfd.readouterr().out


# Runs the command, and prints what it has loaded.
LOADED = """
import sys
before = set(sys.modules)
from cleaner.__main__ import run
status = run()
print(*set(sys.modules) - before)
sys.exit(status)
"""
SLOW = {"chardet", "concurrent.futures", "difflib", "importlib.metadata", "multiprocessing", "pathlib", "rapidfuzz"}
SLOW |= {"cleaner.matcher.repeats.search", "cleaner.report.diff", "cleaner.report.terminal", "tempfile", "tomllib"}


def loaded(folder: Path, *arguments: str | Path) -> set[str]:
    """Return which modules that take long a run of the command has loaded at its end."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith("COV")}
    command = [sys.executable, "-c", LOADED, *arguments]
    done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return SLOW.intersection(done.stdout.split())


def test_nothing_that_takes_long_is_loaded_before_it_is_needed(tmp_path: Path, samples: Path) -> None:
    (tmp_path / "pyproject.toml").write_text('[project]\nname = "harbour"\n')
    shutil.copy(samples / "unchanged/match-report-with-comments-in-prose.txt", tmp_path / "clean.txt")
    (tmp_path / "dirty.txt").write_text(DIRTY, encoding="utf-8")
    for options in ([], ["--in-place"], ["--check", "--quiet"], ["--jobs=1"]):
        assert loaded(tmp_path, *options, "clean.txt") == set()
    assert loaded(tmp_path, "-i", "clean.txt") <= {"difflib"}  # by click, which takes it for a long option at first
    assert loaded(tmp_path, "-i", "dirty.txt") >= {"tempfile", "cleaner.matcher.repeats.search"}


def test_the_entry_point_is_that_of_the_module() -> None:
    from importlib.metadata import entry_points

    (entry,) = entry_points(group="console_scripts", name="cleaner")
    assert entry.load() is __main__.run


def test_main_can_be_called_from_a_thread(article: Path) -> None:
    with ThreadPoolExecutor() as threads:
        assert threads.submit(main, ["-q", "-i", str(article)]).result() == 0
    assert article.read_text(encoding="utf-8") == CLEAN
