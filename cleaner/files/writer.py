"""Writing a file: afterwards it has the old content or the new, never half of either."""

from __future__ import annotations

import os
from contextlib import suppress

from cleaner.errors import ChangedError, CleanerError, WriteError
from cleaner.files.attributes import copy_attributes
from cleaner.files.encoding import Encoding, decode, encode
from cleaner.files.reader import Source


def replace_text(source: Source, text: str) -> None:
    """Replace the content of the file of ``source`` by ``text``, in its encoding.

    The new content is written beside the file, synced to the disk and moved over it in one step,
    with the file's mode and, where permitted, owner and extended attributes. A symbolic link stays
    one: what it points to is replaced. Of several hard links only this name gets the new content.
    Raises ``WriteError`` and leaves the file as it was.
    """
    assert source.path is not None
    assert source.state is not None
    data = _encoded(text, source.encoding)
    try:
        _replace(os.path.realpath(source.path), data, source.state)
    except OSError as error:
        raise WriteError(f"cannot be replaced in its folder: {error.strerror}; it is as it was") from error


def _encoded(text: str, encoding: Encoding) -> bytes:
    """Return ``text`` as bytes; raises ``WriteError`` if reading them would give another text."""
    try:
        data = encode(text, encoding)
        again, found = decode(data, None if encoding.strays else encoding.name)
        same = again == text and found.mark == encoding.mark
    except (UnicodeError, CleanerError):
        same = False
    if not same:  # such as a second line that begins with U+FEFF: as the first it would be a byte order mark
        raise WriteError(
            f"what stays would not read as the same text in {encoding.name}; "
            "save the file with a byte order mark, or in another encoding"
        )
    return data


def _replace(path: str, data: bytes, state: os.stat_result) -> None:
    import tempfile  # few runs write, and it takes long to load

    folder = os.path.dirname(path)
    descriptor, temporary = tempfile.mkstemp(prefix=".cleaner-", dir=folder)
    try:
        try:
            _write(descriptor, data)
            copy_attributes(path, state, descriptor)
            os.fsync(descriptor)
        except BaseException:
            with suppress(OSError):  # the first failure is the one to report
                os.close(descriptor)
            raise
        os.close(descriptor)
        if _identity(os.stat(path)) != _identity(state):
            raise ChangedError("was changed by someone else while it was cleaned; run cleaner again")
        os.replace(temporary, path)
    except BaseException:
        with suppress(OSError):
            os.unlink(temporary)
        raise
    _sync_folder(folder)


def _write(descriptor: int, data: bytes) -> None:
    left = memoryview(data)
    while left:
        left = left[os.write(descriptor, left) :]


def _identity(state: os.stat_result) -> tuple[int, ...]:
    # The time of the last change of any kind (ctime) also shows a new mode, which must not be undone.
    return state.st_dev, state.st_ino, state.st_mtime_ns, state.st_ctime_ns, state.st_size


def _sync_folder(folder: str) -> None:
    # The new name survives a power cut only once its directory is on the disk; some file systems
    # cannot sync one, and the file itself is safe either way.
    with suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
