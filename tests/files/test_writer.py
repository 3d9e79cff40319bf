"""Writing: what goes is gone, what stays is untouched, and a failure leaves the file as it was."""

from __future__ import annotations

import errno
import os
import stat
import struct
import sys
from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path
from typing import Any

import pytest
from conftest import Watch
from hypothesis import given
from hypothesis import strategies as st

from cleaner.errors import ChangedError, WriteError
from cleaner.files.reader import Source, read_file
from cleaner.files.writer import replace_text
from cleaner.plan import emit
from cleaner.removal import Removal

OLD, NEW = b"An article.\nAn article.\n", b"An article.\n"
ACCESS = "system.posix_acl_access"
# As the kernel has it: version 2; then what is meant, its rights and whose they are. The owner, one more user and the
# mask, which shows as the group's rights in the mode, have 6; the group itself has none; all others have 4.
GUEST_LIST = struct.pack("<I", 2) + b"".join(
    struct.pack("<HHI", *entry)
    for entry in [(1, 6, 2**32 - 1), (2, 6, 4321), (4, 0, 2**32 - 1), (16, 6, 2**32 - 1), (32, 4, 2**32 - 1)]
)
# What may fail and the file is replaced all the same.
BEST_EFFORT = {"fchown", "getxattr", "listxattr", "removexattr", "setxattr"}


def removal(text: str, start: int, end: int) -> Removal:
    return Removal(start, end, 1, "boilerplate", "own:own:x", 100.0, None, text[start:end])


def fails(number: int) -> Callable[..., Any]:
    def fail(*arguments: object, **options: object) -> None:
        raise OSError(number, os.strerror(number))

    return fail


def set_attribute(path: Path, name: str, value: bytes) -> None:
    if sys.platform != "linux":
        pytest.skip("extended attributes are those of Linux")
    try:
        os.setxattr(path, name, value)
    except OSError:
        pytest.skip("this file system has no such attributes")


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


@pytest.mark.parametrize("mask", [0, 0o027, 0o777], ids=oct)
@pytest.mark.parametrize("mode", [0o640, 0o755, 0o444, 0o600], ids=oct)
def test_the_mode_is_kept_and_never_wider_on_the_way(path: Path, watch: Watch, mode: int, mask: int) -> None:
    def look(*_: object) -> None:
        for temporary in path.parent.glob(".cleaner-*"):
            assert temporary.stat().st_mode & 0o077 & ~mode == 0

    path.chmod(mode)
    source = read_file(str(path))
    watch(look)
    before = os.umask(mask)
    try:
        replace_text(source, NEW.decode())
    finally:
        os.umask(before)
    assert path.read_bytes() == NEW
    assert stat.S_IMODE(path.stat().st_mode) == mode


@pytest.mark.skipif(os.geteuid() != 0, reason="only root may give files away")
def test_the_owner_is_kept(path: Path) -> None:
    os.chown(path, 1234, 4321)
    replace_text(read_file(str(path)), NEW.decode())
    assert path.read_bytes() == NEW
    assert (path.stat().st_uid, path.stat().st_gid) == (1234, 4321)


@pytest.mark.parametrize("number", [errno.EPERM, errno.EINVAL], ids=errno.errorcode.get)
def test_an_owner_that_may_not_be_kept_is_let_go_and_nobody_gains_by_it(
    path: Path, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    path.chmod(0o6764)
    monkeypatch.setattr(os, "fchown", fails(number))
    replace_text(read_file(str(path)), NEW.decode())
    assert path.read_bytes() == NEW
    assert oct(path.stat().st_mode & 0o7777) == oct(0o744)


def test_extended_attributes_are_kept(path: Path) -> None:
    set_attribute(path, "user.note", b"from the archive")
    set_attribute(path, ACCESS, GUEST_LIST)
    replace_text(read_file(str(path)), NEW.decode())
    assert path.read_bytes() == NEW
    assert os.getxattr(path, "user.note") == b"from the archive"
    assert os.getxattr(path, ACCESS) == GUEST_LIST
    assert oct(path.stat().st_mode & 0o777) == oct(0o664)


def test_the_group_gets_no_right_that_the_access_list_withholds(path: Path, watch: Watch) -> None:
    set_attribute(path, ACCESS, GUEST_LIST)
    source, seen = read_file(str(path)), set()

    def look(*_: object) -> None:
        for temporary in path.parent.glob(".cleaner-*"):
            rights = temporary.stat().st_mode & 0o070
            seen.add(rights)
            assert not rights or os.getxattr(temporary, ACCESS) == GUEST_LIST

    watch(look)
    replace_text(source, NEW.decode())
    assert seen == {0, 0o060}


def test_without_its_access_list_a_file_is_closed_to_the_group(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    set_attribute(path, ACCESS, GUEST_LIST)
    monkeypatch.setattr(os, "setxattr", fails(errno.ENOTSUP))
    replace_text(read_file(str(path)), NEW.decode())
    assert path.read_bytes() == NEW
    assert oct(path.stat().st_mode & 0o777) == oct(0o604)


def test_what_a_folder_grants_on_new_files_is_not_granted_on_an_old_one(path: Path) -> None:
    path.chmod(0o640)
    set_attribute(path.parent, "system.posix_acl_default", GUEST_LIST)
    replace_text(read_file(str(path)), NEW.decode())
    assert path.read_bytes() == NEW
    assert ACCESS not in os.listxattr(path)
    assert oct(path.stat().st_mode & 0o777) == oct(0o640)


def test_a_symbolic_link_stays_one_and_its_target_changes(path: Path, tmp_path: Path) -> None:
    folder = tmp_path / "links"
    folder.mkdir()
    link, next_link = folder / "link.txt", tmp_path / "next.txt"
    link.symlink_to("../next.txt")
    next_link.symlink_to(path)
    replace_text(read_file(str(link)), NEW.decode())
    assert (os.readlink(link), os.readlink(next_link)) == ("../next.txt", str(path))
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
    kept = "Вчера в посёлке открыли новую библиотеку, и все жители пришли посмотреть на неё.\r\n"
    path.write_bytes(encode(kept * 3))
    replace_text(read_file(str(path)), kept)
    assert path.read_bytes() == encode(kept)


@pytest.mark.parametrize(
    ("name", "was", "text"),
    [
        pytest.param("utf-8", "Read also:\n\ufeffAn article.\n", "\ufeffAn article.\n", id="mark-in-utf-8"),
        pytest.param("utf-16-le", "Read also:\n\ufeffAn article.\n", "\ufeffAn article.\n", id="mark-in-utf-16"),
        pytest.param("shift_jis", "記事は百円です。\n", "記事は¥100です。\n", id="two-letters-for-one-byte"),
        pytest.param("koi8-r", "Статья.\n", "Артыкул ў.\n", id="letter-that-is-lacking"),
    ],
)
def test_what_would_read_as_another_text_is_not_written(path: Path, name: str, was: str, text: str) -> None:
    path.write_bytes(was.encode(name))
    before = path.stat()
    source = read_file(str(path), name)
    assert source.text == was
    with pytest.raises(WriteError, match=f"not read as the same text in {name}; save the file"):
        replace_text(source, text)
    assert path.read_bytes() == was.encode(name)
    assert path.stat() == before
    assert list(path.parent.iterdir()) == [path]


def test_behind_a_mark_of_its_own_a_second_one_is_text(path: Path) -> None:
    path.write_bytes("Read also:\n\ufeffAn article.\n".encode("utf-8-sig"))
    replace_text(read_file(str(path)), "\ufeffAn article.\n")
    assert path.read_bytes() == "\ufeffAn article.\n".encode("utf-8-sig")


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


def test_a_mode_that_somebody_narrowed_meanwhile_stays_narrow(path: Path, source: Source) -> None:
    path.chmod(0o600)
    with pytest.raises(ChangedError):
        replace_text(source, NEW.decode())
    assert oct(path.stat().st_mode & 0o777) == oct(0o600)
    assert path.read_bytes() == OLD


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


def faults(path: Path, watch: Watch, fault: BaseException) -> Iterator[tuple[list[str], BaseException | None]]:
    """Replace the file again and again, with ``fault`` at the first call, the second, ... until none is left.

    Yields the calls up to the one that failed, and what came of it.
    """
    for failing in count(1):

        def fail(number: int, name: str, failing: int = failing) -> None:
            if number == failing:
                raise fault

        path.write_bytes(OLD)
        source = read_file(str(path))
        calls, error = watch(fail), None
        try:
            replace_text(source, NEW.decode())
        except BaseException as caught:
            error = caught
        if len(calls) < failing:
            assert error is None
            return
        yield calls[:failing], error


def free_descriptor() -> int:
    descriptor = os.open(os.devnull, os.O_RDONLY)
    os.close(descriptor)
    return descriptor


@pytest.mark.parametrize(
    "number", [errno.ENOSPC, errno.EIO, errno.EFBIG, errno.EDQUOT, errno.EACCES], ids=errno.errorcode.get
)
def test_whichever_call_fails_the_file_is_the_old_or_the_new_one(path: Path, watch: Watch, number: int) -> None:
    free, failed = free_descriptor(), set()
    for calls, error in faults(path, watch, OSError(number, os.strerror(number))):
        assert list(path.parent.iterdir()) == [path], calls
        assert free_descriptor() == free, calls
        if error is None:
            assert path.read_bytes() == NEW, calls
            assert "replace" in calls[:-1] or calls[-1] in BEST_EFFORT
        else:
            failed.add(calls[-1])
            assert path.read_bytes() == OLD, calls
            assert isinstance(error, WriteError) and not isinstance(error, ChangedError)
            assert os.strerror(number) in str(error)
    assert failed >= {"open", "write", "fchmod", "fsync", "close", "stat", "replace"}
    assert ("fchown" in failed) == (number != errno.EACCES)  # that one says that it is not permitted


def test_whichever_call_is_interrupted_the_file_is_the_old_or_the_new_one(path: Path, watch: Watch) -> None:
    free = free_descriptor()
    for calls, error in faults(path, watch, KeyboardInterrupt()):
        assert isinstance(error, KeyboardInterrupt)
        assert path.read_bytes() == (NEW if "replace" in calls[:-1] else OLD), calls
        assert list(path.parent.iterdir()) == [path], calls
        assert free_descriptor() == free, calls


@pytest.mark.parametrize("failing", ["write", "fsync", "stat", "replace"])
def test_what_fails_while_tidying_up_does_not_hide_the_first_failure(
    path: Path, source: Source, watch: Watch, failing: str
) -> None:
    broken = False

    def fail(number: int, name: str) -> None:
        nonlocal broken
        if broken:
            raise OSError(errno.EROFS, os.strerror(errno.EROFS))
        if name == failing:
            broken = True
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    watch(fail)
    with pytest.raises(WriteError, match=os.strerror(errno.ENOSPC)):
        replace_text(source, NEW.decode())
    assert path.read_bytes() == OLD


def test_a_disk_that_takes_a_little_at_a_time_gets_it_all(
    path: Path, source: Source, monkeypatch: pytest.MonkeyPatch
) -> None:
    write = os.write
    monkeypatch.setattr(os, "write", lambda descriptor, data: write(descriptor, data[:5]))
    replace_text(source, NEW.decode())
    assert path.read_bytes() == NEW


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


@pytest.mark.usefixtures("unprivileged")
def test_a_folder_that_may_not_be_written_leaves_the_file_as_it_was(path: Path, source: Source) -> None:
    path.parent.chmod(0o555)
    try:
        with pytest.raises(WriteError, match=os.strerror(errno.EACCES)):
            replace_text(source, NEW.decode())
    finally:
        path.parent.chmod(0o755)
    assert path.read_bytes() == OLD
    assert list(path.parent.iterdir()) == [path]
