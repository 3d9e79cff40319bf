"""Owner, mode and extended attributes, copied from a file to the one that replaces it."""

from __future__ import annotations

import errno
import os
import stat
import sys
from contextlib import suppress

_ACCESS_LIST = "system.posix_acl_access"
# Only root may give files away; EINVAL is the answer for owners that a container does not know.
_NOT_PERMITTED = {errno.EPERM, errno.EACCES, errno.EINVAL}


def copy_attributes(path: str, state: os.stat_result, descriptor: int) -> None:
    """Copy owner, mode and extended attributes of ``path`` to the file open as ``descriptor``.

    ``state`` is the ``stat`` of ``path``; nobody but its owner may open the new file yet. What is not
    permitted is left out, and the mode then narrowed so that nobody may do more than before. Raises
    ``OSError``.
    """
    mode = stat.S_IMODE(state.st_mode)
    if not _give(descriptor, -1, state.st_gid):
        # The members of the group that it has now were others to the old file: they get no more than others had.
        mode &= ~(stat.S_ISGID | stat.S_IRWXG) | (mode & stat.S_IRWXO) << 3
    if not _give(descriptor, state.st_uid, -1):
        mode &= ~stat.S_ISUID
    if not _copy_extended(path, descriptor):
        # With an access list, the group's bits are the mask: the most that anybody on the list may do.
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
    """Copy the attributes that can be copied; return whether the access lists are now the same."""
    if sys.platform != "linux":
        return True
    with suppress(OSError):  # one that a new file got from its folder
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
