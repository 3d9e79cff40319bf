"""What can go wrong, as a tree. Each message is one line: what is wrong, then the remedy.

CleanerError
├── UndecodableError    the bytes are no text in the encoding named, or in any that was tried
├── BinaryError         the bytes are no text at all
├── NotAFileError       a directory, device or pipe stands where a file should
├── WriteError          the file could not be replaced; it is as it was
│   └── ChangedError    somebody else wrote to it in the meantime
├── PhrasesError        a phrase file cannot be used
├── ConfigError         a configuration file cannot be used
├── InstallationError   a library that this package needs is not whole
└── WorkerError         a process that did some of the work was killed

The operating system's own OSErrors pass through as they are.
"""

from collections.abc import Sequence


class CleanerError(Exception):
    """The root of all errors that this package raises on purpose."""


class UndecodableError(CleanerError):
    """The bytes are no text in the encoding named, or in any that was tried."""


class BinaryError(CleanerError):
    """The bytes are no text at all."""


class NotAFileError(CleanerError):
    """A directory, device or pipe stands where a file should."""


class WriteError(CleanerError):
    """The file could not be replaced; it is as it was."""


class ChangedError(WriteError):
    """Somebody else wrote to the file between reading and writing."""


class PhrasesError(CleanerError):
    """A phrase file cannot be used."""


class ConfigError(CleanerError):
    """A configuration file cannot be used."""


class InstallationError(CleanerError):
    """A library that this package needs is not whole."""


class WorkerError(CleanerError):
    """A process that did some of the work was killed, and with it what it had in hand."""


def did_you_mean(name: str, known: Sequence[str]) -> str:
    """Return the end of a message about an unknown ``name``: the closest of ``known``, or all.

    >>> did_you_mean("phrase", ["encoding", "phrases"])
    "did you mean 'phrases'?"
    """
    import difflib  # few runs have such an error, and it takes long to load

    close = difflib.get_close_matches(name, known, n=1)
    return f"did you mean {close[0]!r}?" if close else f"known are {', '.join(known)}"
