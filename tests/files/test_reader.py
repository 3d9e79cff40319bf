"""Reading: a file's text and all that is needed to write it back."""

from __future__ import annotations

import errno
import os
import signal
import socket
from collections.abc import Iterator
from pathlib import Path
from types import FrameType

import pytest

from cleaner.errors import BinaryError, NotAFileError, UndecodableError
from cleaner.files.encoding import Encoding
from cleaner.files.reader import Source, read_bytes, read_file


@pytest.fixture
def _at_once() -> Iterator[None]:
    """Let what blocks fail after some seconds."""

    def stop(number: int, frame: FrameType | None) -> None:
        raise TimeoutError

    before = signal.signal(signal.SIGALRM, stop)
    signal.alarm(5)
    yield
    signal.alarm(0)
    signal.signal(signal.SIGALRM, before)


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "article.txt"
    path.write_bytes("Ёжик\r\n".encode())
    return path


def test_a_file_is_read_line_ends_and_all(article: Path) -> None:
    assert read_file(str(article)) == Source("Ёжик\r\n", Encoding("utf-8"), str(article), article.stat())


def test_the_state_is_that_of_the_moment_of_reading(article: Path) -> None:
    before = article.stat()
    source = read_file(str(article))
    article.write_text("something longer\n")
    assert source.state is not None
    assert (source.state.st_ino, source.state.st_size) == (before.st_ino, before.st_size)
    assert source.state.st_size != article.stat().st_size


def test_the_encoding_named_is_used(article: Path) -> None:
    assert read_file(str(article), "koi8-r").encoding.name == "koi8-r"


def test_a_symbolic_link_is_followed_and_its_own_name_kept(article: Path, tmp_path: Path) -> None:
    link = tmp_path / "link.txt"
    link.symlink_to(article)
    source = read_file(str(link))
    assert (source.text, source.path) == ("Ёжик\r\n", str(link))
    assert source.state is not None
    assert source.state.st_ino == article.stat().st_ino


def test_a_missing_file_is_the_systems_error(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        read_file(str(tmp_path / "none.txt"))


def test_a_link_to_nowhere_is_a_missing_file(tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to("none.txt")
    with pytest.raises(FileNotFoundError):
        read_file(str(tmp_path / "link"))


def test_a_link_to_itself_is_the_systems_error(tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to("link")
    with pytest.raises(OSError, match=os.strerror(errno.ELOOP)):
        read_file(str(tmp_path / "link"))


def test_a_directory_is_no_file(tmp_path: Path) -> None:
    with pytest.raises(NotAFileError, match="a directory, not a file"):
        read_file(str(tmp_path))


@pytest.mark.usefixtures("_at_once")
def test_a_pipe_without_a_writer_does_not_block(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    with pytest.raises(NotAFileError, match="a pipe, not a file"):
        read_file(str(pipe))


def test_a_device_is_no_file() -> None:
    with pytest.raises(NotAFileError, match="a device or socket"):
        read_file(os.devnull)


def test_a_socket_is_no_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind("socket")
        with pytest.raises(NotAFileError, match="a device or socket"):
            read_file("socket")


def test_an_unreadable_file_is_the_systems_error(article: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(article.parent)
    article.parent.chmod(0o755)
    article.chmod(0)
    if os.getuid() == 0:  # root may read everything
        os.seteuid(65_534)
    try:
        with pytest.raises(PermissionError):
            read_file(article.name)
    finally:
        os.seteuid(os.getuid())


def test_a_binary_file_is_refused(article: Path) -> None:
    article.write_bytes(b"\x7fELF\0\0\0")
    with pytest.raises(BinaryError):
        read_file(str(article))


def test_bytes_are_read_like_a_file_that_cannot_be_rewritten() -> None:
    assert read_bytes("Ёжик".encode("utf-8-sig")) == Source("Ёжик", Encoding("utf-8", b"\xef\xbb\xbf"), None, None)


def test_bytes_that_are_not_in_the_encoding_named_are_refused() -> None:
    with pytest.raises(UndecodableError):
        read_bytes("Ёжик".encode(), "ascii")
