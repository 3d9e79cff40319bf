"""What a file has besides its content, for the file that takes its place: owner, mode, extended attributes."""

from __future__ import annotations

import errno
import os
import stat
import sys
from contextlib import suppress

_ACCESS_LIST = "system.posix_acl_access"
# Only root gives files away; EINVAL is the answer about owners that a container does not know.
_NOT_PERMITTED = {errno.EPERM, errno.EACCES, errno.EINVAL}


def copy_attributes(path: str, state: os.stat_result, descriptor: int) -> None:
    """Give the file open as ``descriptor``, which nobody but its owner may open yet, what ``path`` has.

    ``state`` is the ``stat`` of ``path``. Owner, group and each extended attribute are kept where
    that is permitted; where it is not, the mode is narrowed so that nobody may do more than before.
    Raises ``OSError``.
    """
    mode = stat.S_IMODE(state.st_mode)
    if not _give(descriptor, -1, state.st_gid):
        # Who is in the group that it has now was one of the others.
        mode &= ~(stat.S_ISGID | stat.S_IRWXG) | (mode & stat.S_IRWXO) << 3
    if not _give(descriptor, state.st_uid, -1):
        mode &= ~stat.S_ISUID
    if not _copy_extended(path, descriptor):
        # Beside an access list, the group's bits are the most that anybody on the list may do.
        mode &= ~stat.S_IRWXG
    os.fchmod(descriptor, mode)


def _give(descriptor: int, owner: int, group: int) -> bool:
    try:
        os.fchown(descriptor, owner, group)
    except OSError as error:
        if error.errno not in _NOT_PERMITTED:
            raise
        return False
    return True


def _copy_extended(path: str, descriptor: int) -> bool:
    """Copy what can be copied; return whether both files have the same access list."""
    if sys.platform != "linux":
        return True
    with suppress(OSError):  # a folder may have one ready for each new file
        os.removexattr(descriptor, _ACCESS_LIST)
    with suppress(OSError):  # not every file system has such attributes
        for name in os.listxattr(path):
            with suppress(OSError):  # some only root may set, or nobody
                os.setxattr(descriptor, name, os.getxattr(path, name))
    return _access_list(path) == _access_list(descriptor)


def _access_list(file: str | int) -> bytes | None:
    try:
        return os.getxattr(file, _ACCESS_LIST)
    except OSError:
        return None
