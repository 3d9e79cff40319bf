"""Writing: what goes is gone, what stays is untouched, and a failure leaves the file as it was."""

from __future__ import annotations

import errno
import io
import os
import stat
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cleaner.errors import ChangedError, WriteError
from cleaner.plan import emit
from cleaner.reader import Source, read_file
from cleaner.removal import Removal
from cleaner.writer import replace_text

OLD, NEW = b"An article.\nAn article.\n", b"An article.\n"


def removal(text: str, start: int, end: int) -> Removal:
    return Removal(start, end, 1, "boilerplate", "own:own:x", 100.0, None, text[start:end])


def fails(number: int) -> Callable[..., Any]:
    def fail(*arguments: object, **options: object) -> None:
        raise OSError(number, os.strerror(number))

    return fail


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "article.txt"
    path.write_bytes(OLD)
    return path


@pytest.fixture
def source(path: Path) -> Source:
    return read_file(str(path))


@pytest.mark.parametrize(
    ("spans", "left"),
    [
        pytest.param([(0, 2)], "b\nc\n", id="first"),
        pytest.param([(2, 4)], "a\nc\n", id="middle"),
        pytest.param([(4, 6)], "a\nb\n", id="last"),
        pytest.param([(0, 2), (2, 4)], "c\n", id="neighbours"),
        pytest.param([(0, 2), (4, 6)], "b\n", id="apart"),
        pytest.param([(0, 6)], "", id="all"),
    ],
)
def test_what_is_removed_is_gone_and_the_rest_stays(spans: list[tuple[int, int]], left: str) -> None:
    text = "a\nb\nc\n"
    assert emit(text, [removal(text, *span) for span in spans]) == left


def test_without_removals_it_is_the_same_object() -> None:
    text = "".join(["an ", "article\n"])
    assert emit(text, []) is text


@given(st.lists(st.tuples(st.text(max_size=5), st.text(min_size=1, max_size=5))))
def test_what_is_left_is_what_lies_between(pairs: list[tuple[str, str]]) -> None:
    text, removals = "", []
    for kept, gone in pairs:
        start = len(text) + len(kept)
        text += kept + gone
        removals.append((start, len(text)))
    assert emit(text, [removal(text, *span) for span in removals]) == "".join(kept for kept, _ in pairs)


def test_the_file_has_the_new_content_and_no_other_file_appears(path: Path, source: Source) -> None:
    replace_text(source, NEW.decode())
    assert path.read_bytes() == NEW
    assert list(path.parent.iterdir()) == [path]


@pytest.mark.parametrize("mode", [0o640, 0o755, 0o444, 0o600], ids=oct)
def test_the_mode_is_kept(path: Path, mode: int) -> None:
    path.chmod(mode)
    replace_text(read_file(str(path)), NEW.decode())
    assert path.read_bytes() == NEW
    assert stat.S_IMODE(path.stat().st_mode) == mode


@pytest.mark.skipif(os.geteuid() != 0, reason="only root may give files away")
def test_the_owner_is_kept(path: Path) -> None:
    os.chown(path, 1234, 4321)
    replace_text(read_file(str(path)), NEW.decode())
    assert path.read_bytes() == NEW
    assert (path.stat().st_uid, path.stat().st_gid) == (1234, 4321)


def test_an_owner_that_may_not_be_kept_is_let_go(path: Path, source: Source, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "fchown", fails(errno.EPERM))
    replace_text(source, NEW.decode())
    assert path.read_bytes() == NEW


def test_a_symbolic_link_stays_one_and_its_target_changes(path: Path, tmp_path: Path) -> None:
    folder = tmp_path / "links"
    folder.mkdir()
    link = folder / "link.txt"
    link.symlink_to("../article.txt")
    replace_text(read_file(str(link)), NEW.decode())
    assert os.readlink(link) == "../article.txt"
    assert path.read_bytes() == NEW
    assert not path.is_symlink()


def test_the_other_name_of_a_hard_link_keeps_the_old_content(path: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.txt"
    other.hardlink_to(path)
    replace_text(read_file(str(path)), NEW.decode())
    assert (path.read_bytes(), other.read_bytes()) == (NEW, OLD)


def test_a_name_relative_to_the_working_directory_will_do(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(path.parent)
    replace_text(read_file(path.name), NEW.decode())
    assert path.read_bytes() == NEW


@pytest.mark.parametrize(
    "encode",
    [
        pytest.param(lambda text: text.encode("utf-8"), id="utf-8"),
        pytest.param(lambda text: text.encode("utf-8-sig"), id="utf-8-with-mark"),
        pytest.param(lambda text: text.encode("utf-16"), id="utf-16-with-mark"),
        pytest.param(lambda text: text.encode("utf-16-be"), id="utf-16-be"),
        pytest.param(lambda text: text.encode("cp1251"), id="cp1251"),
    ],
)
def test_the_encoding_and_its_mark_are_kept(path: Path, encode: Callable[[str], bytes]) -> None:
    said = "Вчера в посёлке открыли новую библиотеку, и все жители пришли посмотреть на неё.\r\n"
    path.write_bytes(encode(said * 3))
    replace_text(read_file(str(path)), said)
    assert path.read_bytes() == encode(said)


def test_a_file_that_somebody_wrote_to_meanwhile_stays_theirs(path: Path, source: Source) -> None:
    path.write_bytes(b"newcomer, and longer than before\n")
    with pytest.raises(ChangedError, match="changed by someone else"):
        replace_text(source, NEW.decode())
    assert path.read_bytes() == b"newcomer, and longer than before\n"
    assert list(path.parent.iterdir()) == [path]


def test_a_change_that_keeps_the_size_is_seen_by_its_time(path: Path, source: Source) -> None:
    newcomer = OLD.swapcase()
    path.write_bytes(newcomer)
    os.utime(path, ns=(0, 1))
    with pytest.raises(ChangedError):
        replace_text(source, NEW.decode())
    assert path.read_bytes() == newcomer


def test_a_change_that_keeps_the_time_is_seen_by_its_size(path: Path, source: Source) -> None:
    state = path.stat()
    path.write_bytes(OLD * 2)
    os.utime(path, ns=(state.st_atime_ns, state.st_mtime_ns))
    with pytest.raises(ChangedError):
        replace_text(source, NEW.decode())
    assert path.read_bytes() == OLD * 2


def test_another_file_moved_into_its_place_is_seen(path: Path, source: Source) -> None:
    state = path.stat()
    newcomer = path.with_name("newcomer.txt")
    newcomer.write_bytes(OLD.swapcase())
    newcomer.replace(path)
    os.utime(path, ns=(state.st_atime_ns, state.st_mtime_ns))
    with pytest.raises(ChangedError):
        replace_text(source, NEW.decode())
    assert path.read_bytes() == OLD.swapcase()


def test_a_file_that_was_deleted_meanwhile_stays_deleted(path: Path, source: Source) -> None:
    path.unlink()
    with pytest.raises(WriteError):
        replace_text(source, NEW.decode())
    assert list(path.parent.iterdir()) == []


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EIO], ids=["disk-full", "disk-broken"])
@pytest.mark.parametrize("call", ["tempfile.mkstemp", "os.fdopen", "os.fchown", "os.fchmod", "os.fsync", "os.replace"])
def test_any_call_that_fails_leaves_the_file_as_it_was(
    path: Path, source: Source, monkeypatch: pytest.MonkeyPatch, call: str, number: int
) -> None:
    monkeypatch.setattr(call, fails(number))
    with pytest.raises(WriteError, match=os.strerror(number)) as caught:
        replace_text(source, NEW.decode())
    assert not isinstance(caught.value, ChangedError)
    assert path.read_bytes() == OLD
    assert list(path.parent.iterdir()) == [path]


def test_a_write_to_a_full_disk_leaves_the_file_as_it_was(
    path: Path, source: Source, monkeypatch: pytest.MonkeyPatch
) -> None:
    class OnAFullDisk(io.FileIO):
        write = fails(errno.ENOSPC)

    monkeypatch.setattr(os, "fdopen", lambda descriptor, mode: io.BufferedWriter(OnAFullDisk(descriptor, mode)))
    with pytest.raises(WriteError, match=os.strerror(errno.ENOSPC)):
        replace_text(source, NEW.decode())
    assert path.read_bytes() == OLD
    assert list(path.parent.iterdir()) == [path]


def test_an_interruption_leaves_no_litter(path: Path, source: Source, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(descriptor: int) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "fsync", interrupt)
    with pytest.raises(KeyboardInterrupt):
        replace_text(source, NEW.decode())
    assert path.read_bytes() == OLD
    assert list(path.parent.iterdir()) == [path]


def test_the_content_is_on_the_disk_before_it_gets_the_name(
    path: Path, source: Source, monkeypatch: pytest.MonkeyPatch
) -> None:
    synced: list[tuple[bool, int, bytes]] = []
    sync = os.fsync

    def watched(descriptor: int) -> None:
        state = os.fstat(descriptor)
        synced.append((stat.S_ISREG(state.st_mode), state.st_size, path.read_bytes()))
        sync(descriptor)

    monkeypatch.setattr(os, "fsync", watched)
    replace_text(source, NEW.decode())
    assert synced[0] == (True, len(NEW), OLD)
    assert [(is_file, content) for is_file, _, content in synced[1:]] == [(False, NEW)]


def test_a_folder_that_cannot_be_synced_is_no_failure(
    path: Path, source: Source, monkeypatch: pytest.MonkeyPatch
) -> None:
    sync = os.fsync

    def picky(descriptor: int) -> None:
        if stat.S_ISDIR(os.fstat(descriptor).st_mode):
            raise OSError(errno.EINVAL, os.strerror(errno.EINVAL))
        sync(descriptor)

    monkeypatch.setattr(os, "fsync", picky)
    replace_text(source, NEW.decode())
    assert path.read_bytes() == NEW


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_that_may_not_be_written_leaves_the_file_as_it_was(path: Path, source: Source) -> None:
    path.parent.chmod(0o555)
    try:
        with pytest.raises(WriteError, match=os.strerror(errno.EACCES)):
            replace_text(source, NEW.decode())
    finally:
        path.parent.chmod(0o755)
    assert path.read_bytes() == OLD
