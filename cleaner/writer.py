"""Text -> file: the old content or the new, never half of either."""

from __future__ import annotations

import os
import tempfile
from contextlib import suppress

from cleaner.encoding import encode
from cleaner.errors import ChangedError, WriteError
from cleaner.reader import Source


def replace_text(source: Source, text: str) -> None:
    """Put ``text`` in place of what the file of ``source`` says, in its encoding.

    The new content is written beside the file, brought to the disk and moved over it in one step,
    with the file's mode and, where permitted, owner. A symbolic link stays one: what it points to
    is replaced. Of several hard links only this name gets the new content. Raises ``WriteError``
    and leaves the file as it was.
    """
    assert source.path is not None
    assert source.state is not None
    data = encode(text, source.encoding)
    path = os.path.realpath(source.path)
    try:
        _replace(path, data, source.state)
    except OSError as error:
        raise WriteError(f"cannot be rewritten: {error.strerror}; it is as it was") from error


def _replace(path: str, data: bytes, state: os.stat_result) -> None:
    folder = os.path.dirname(path)
    descriptor, temporary = tempfile.mkstemp(prefix=".cleaner-", dir=folder)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(data)
            file.flush()
            with suppress(PermissionError):  # not ours to give away
                os.fchown(descriptor, state.st_uid, state.st_gid)
            os.fchmod(descriptor, state.st_mode & 0o7777)
            os.fsync(descriptor)
        if _identity(os.stat(path)) != _identity(state):
            raise ChangedError("was changed by someone else while it was cleaned; run cleaner again")
        os.replace(temporary, path)
    except BaseException:
        with suppress(OSError):
            os.unlink(temporary)
        raise
    _sync_folder(folder)


def _identity(state: os.stat_result) -> tuple[int, int, int, int]:
    return state.st_dev, state.st_ino, state.st_mtime_ns, state.st_size


def _sync_folder(folder: str) -> None:
    # The new name survives a power cut only once its directory is on the disk; some file systems
    # cannot sync one, and the file itself is safe either way.
    with suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
