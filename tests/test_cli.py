"""The command line: streams, exit codes, messages, and what is done to files."""

from __future__ import annotations

import os
import stat
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from conftest import Run

from cleaner.__main__ import run
from cleaner.cli import main

CLEAN = "A headline\nThe one sentence of an article that nobody has scraped twice, and that ends in nothing at all.\n"
DIRTY = CLEAN + "Комментарии (0)\n"


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "article.txt"
    path.write_bytes(DIRTY.encode())
    return path


def test_the_cleaned_text_goes_to_standard_output_and_nothing_else(article: Path, cleaner: Run) -> None:
    done = cleaner(article)
    assert (done.returncode, done.stdout, done.stderr) == (0, CLEAN.encode(), b"")
    assert article.read_bytes() == DIRTY.encode()


def test_several_files_follow_one_another(article: Path, cleaner: Run) -> None:
    assert cleaner(article, article).stdout == CLEAN.encode() * 2


@pytest.mark.parametrize("arguments", [[], ["-"]])
def test_standard_input_is_read_without_a_file_or_for_a_dash(arguments: list[str], cleaner: Run) -> None:
    done = cleaner(*arguments, input=DIRTY.encode())
    assert (done.returncode, done.stdout.decode(), done.stderr) == (0, CLEAN, b"")


def test_the_text_comes_out_in_utf_8_whatever_it_came_in(cleaner: Run) -> None:
    russian = "Заголовок\nЕдинственное предложение статьи, которую никто не скачивал дважды, и ничего больше.\n"
    assert cleaner(input=(russian + "Комментарии (0)").encode("cp1251")).stdout.decode() == russian


def test_in_place_rewrites_and_names_what_changed(article: Path, cleaner: Run) -> None:
    done = cleaner("-i", article)
    assert (done.returncode, done.stdout) == (0, b"")
    assert done.stderr.decode() == f"cleaned {article}: 1 line, 16 characters\n"
    assert article.read_bytes() == CLEAN.encode()


def test_in_place_leaves_a_clean_file_alone(article: Path, cleaner: Run) -> None:
    article.write_text(CLEAN, encoding="utf-8")
    before = article.stat()
    done = cleaner("-i", article)
    assert (done.returncode, done.stdout, done.stderr) == (0, b"", b"")
    assert (article.stat().st_ino, article.stat().st_mtime_ns) == (before.st_ino, before.st_mtime_ns)


def test_check_writes_nothing_and_exits_with_one(article: Path, cleaner: Run) -> None:
    done = cleaner("--check", article)
    assert (done.returncode, done.stdout) == (1, b"")
    assert done.stderr.decode().startswith("would clean ")
    assert article.read_bytes() == DIRTY.encode()
    assert cleaner("--check", input=CLEAN.encode()).returncode == 0


def test_diff_shows_what_would_go(article: Path, cleaner: Run) -> None:
    done = cleaner("--diff", article)
    assert done.returncode == 0
    assert done.stdout.decode().splitlines()[-1] == "-Комментарии (0)"
    assert article.read_bytes() == DIRTY.encode()
    assert cleaner("--check", "--diff", article).returncode == 1


def test_quiet_leaves_only_errors(article: Path, cleaner: Run) -> None:
    done = cleaner("-q", "-i", article, "missing.txt")
    assert done.stderr == b"cleaner: missing.txt: No such file or directory; check the name\n"


@pytest.mark.parametrize("options", [["-i", "--check"], ["-i", "--diff"], ["-i"], ["-i", "-"], ["--nonsense"]])
def test_a_contradiction_is_a_usage_error(options: list[str], cleaner: Run) -> None:
    done = cleaner(*options)
    assert (done.returncode, done.stdout) == (2, b"")
    assert b"Usage: cleaner" in done.stderr


@pytest.mark.parametrize("option", ["-h", "--help"])
def test_help_says_what_each_option_does(option: str, cleaner: Run) -> None:
    done = cleaner(option)
    assert done.returncode == 0
    for name in ("--in-place", "--check", "--diff", "--encoding", "--phrases", "--config", "--quiet", "--version"):
        assert name.encode() in done.stdout


def test_version_is_that_of_the_installed_package(cleaner: Run) -> None:
    from importlib.metadata import version

    assert cleaner("--version").stdout.decode() == f"cleaner {version('article-cleaner')}\n"


def bad_files(folder: Path) -> dict[str, bytes]:
    (folder / "binary").write_bytes(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR")
    (folder / "stray").write_bytes("Ein Satz, der länger ist.\n".encode() + b"\xff\x81\x8d\x8f\x90\x9d\n")
    (folder / "folder").mkdir()
    os.mkfifo(folder / "pipe")
    (folder / "loop").symlink_to("loop")
    return {
        "missing": b"No such file",
        "binary": b"binary",
        "folder": b"a directory",
        "pipe": b"a pipe",
        "loop": b"Too many levels of symbolic links; mend the link",
    }


@pytest.mark.parametrize("option", ["-i", "--check", "--diff", None])
def test_one_bad_file_never_stops_the_others(option: str | None, article: Path, tmp_path: Path, cleaner: Run) -> None:
    reasons = bad_files(tmp_path)
    done = cleaner(*filter(None, [option]), *reasons, article)
    assert done.returncode == 2
    complaints = [line for line in done.stderr.splitlines() if line.startswith(b"cleaner: ")]
    for (name, reason), complaint in zip(reasons.items(), complaints, strict=True):
        assert complaint.startswith(f"cleaner: {name}: ".encode())
        assert reason in complaint
    assert b"Traceback" not in done.stderr
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


def test_without_a_working_directory_settings_must_be_named(
    article: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    settings, gone = tmp_path / "settings.toml", tmp_path / "gone"
    settings.write_text("[tool.cleaner]\n", encoding="utf-8")
    gone.mkdir()
    monkeypatch.chdir(gone)
    gone.rmdir()
    assert main(["-i", str(article)]) == 2
    assert capfd.readouterr().err == (
        "cleaner: the working directory is gone; change to another, or name settings with --config\n"
    )
    assert main(["-i", "--config", str(settings), str(article)]) == 0
    assert article.read_text(encoding="utf-8") == CLEAN


@pytest.mark.parametrize(
    "data",
    [b"", b"\n", b" \t\r\n \n", b"\r", b"\xef\xbb\xbf", b"\xef\xbb\xbfone\n", b"one\rtwo\rthree", b"word " * 100_000],
    ids=["empty", "line feed", "white space", "lone CR", "only a BOM", "BOM", "CR lines", "one giant line"],
)
def test_odd_input_is_left_as_it_is(data: bytes, article: Path, cleaner: Run) -> None:
    article.write_bytes(data)
    done = cleaner("-i", article)
    assert (done.returncode, done.stderr) == (0, b"")
    assert article.read_bytes() == data
    printed = cleaner(article)
    assert (printed.returncode, printed.stdout) == (0, data.removeprefix(b"\xef\xbb\xbf"))


def test_an_encoding_can_be_named(article: Path, cleaner: Run) -> None:
    article.write_bytes(DIRTY.encode("koi8-r"))
    cleaner("-i", "--encoding", "koi8-r", article)
    assert article.read_bytes() == CLEAN.encode("koi8-r")
    done = cleaner("--encoding", "utf-32", article)
    assert done.returncode == 2
    assert b"--encoding" in done.stderr


def test_a_weak_guess_is_told(article: Path, cleaner: Run) -> None:
    article.write_bytes("Ta łąka jest żółta, a tamta zielona.\n".encode("iso-8859-2"))
    done = cleaner(article)
    assert done.returncode == 0
    assert b"a guess; --encoding names another" in done.stderr


def test_own_phrases_come_from_a_file_or_the_project(article: Path, tmp_path: Path, cleaner: Run) -> None:
    article.write_text(CLEAN + "Return to the lighthouse\n", encoding="utf-8")
    (tmp_path / "own.txt").write_text("Return to the lighthouse\n", encoding="utf-8")
    assert cleaner("--check", article).returncode == 0
    assert cleaner("--check", "--phrases", "own.txt", article).returncode == 1
    (tmp_path / "pyproject.toml").write_text('[tool.cleaner]\nphrases = ["own.txt"]\n', encoding="utf-8")
    assert cleaner("--check", article).returncode == 1
    (tmp_path / "empty.toml").write_text("[tool.cleaner]\n", encoding="utf-8")
    assert cleaner("--check", "--config", "empty.toml", article).returncode == 0


@pytest.mark.parametrize("options", [["--phrases", "missing"], ["--config", "missing"]])
def test_a_missing_file_of_settings_ends_the_run(options: list[str], article: Path, cleaner: Run) -> None:
    done = cleaner(*options, article)
    assert (done.returncode, done.stdout) == (2, b"")
    assert done.stderr.startswith(b"cleaner: missing: No such file")
    assert done.stderr.count(b"\n") == 1


@pytest.mark.parametrize("name", ["line\nfeed.txt", "\x1b[31mred.txt", "-dash.txt", "ф" * 100 + ".txt", b"\xff.txt"])
def test_odd_names_are_cleaned_and_told_on_one_line(name: str | bytes, tmp_path: Path, cleaner: Run) -> None:
    path = os.path.join(os.fsencode(tmp_path), os.fsencode(name))
    with open(path, "wb") as file:
        file.write(DIRTY.encode())
    done = cleaner("-i", "--", os.fsencode(name))
    assert done.returncode == 0
    assert done.stderr.count(b"\n") == 1
    assert b"\x1b" not in done.stderr
    with open(path, "rb") as file:
        assert file.read() == CLEAN.encode()


def test_the_mode_of_a_file_stays(article: Path, cleaner: Run) -> None:
    article.chmod(0o600)
    cleaner("-i", article)
    assert stat.S_IMODE(article.stat().st_mode) == 0o600


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="needs /dev/full")
def test_a_full_output_is_an_error(article: Path, cleaner: Run) -> None:
    with open("/dev/full", "wb") as full:
        done = cleaner(article, capture_output=False, stdout=full, stderr=subprocess.PIPE)
    assert done.returncode == 2
    assert done.stderr == b"cleaner: standard output: No space left on device\n"


def test_a_closed_pipe_is_quiet(article: Path, tmp_path: Path) -> None:
    article.write_text("A line without end. " * 100_000, encoding="utf-8")
    command = [sys.executable, "-m", "cleaner", str(article)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout and process.stderr
        process.stdout.read(10)
        process.stdout.close()
        assert process.stderr.read() == b""
        assert process.wait(timeout=30) == 0


def test_the_locale_does_not_matter(article: Path, cleaner: Run) -> None:
    done = cleaner(article, env={**os.environ, "LC_ALL": "C", "PYTHONUTF8": "0"})
    assert done.stdout == CLEAN.encode()


def test_the_entry_point_is_that_of_the_module() -> None:
    from importlib.metadata import entry_points

    (entry,) = entry_points(group="console_scripts", name="cleaner")
    assert entry.load() is run


def test_main_can_be_called_from_a_thread(article: Path) -> None:
    with ThreadPoolExecutor() as threads:
        assert threads.submit(main, ["-q", "-i", str(article)]).result() == 0
    assert article.read_text(encoding="utf-8") == CLEAN
