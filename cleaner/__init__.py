r"""Remove from a text the blocks it says twice and the boilerplate at its end.

>>> from cleaner import clean
>>> clean("A short article.\nComments (0)").text
'A short article.\n'
"""

from typing import TYPE_CHECKING

__all__ = ["Cleaned", "CleanerError", "Phrase", "Removal", "Settings", "clean"]

if TYPE_CHECKING:
    from cleaner.errors import CleanerError
    from cleaner.matcher.phrases.phrase import Phrase
    from cleaner.pipeline import Cleaned, Settings, clean
    from cleaner.removal import Removal
else:
    # Imported at their first use: the command sets its signal handlers before it imports anything that takes
    # long, and this file comes before any of its own.
    _HOMES = {
        "Cleaned": "pipeline",
        "CleanerError": "errors",
        "Phrase": "matcher.phrases.phrase",
        "Removal": "removal",
        "Settings": "pipeline",
        "clean": "pipeline",
    }

    def __getattr__(name: str) -> object:
        if name not in _HOMES:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        from importlib import import_module

        found = globals()[name] = getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
        return found

    def __dir__() -> list[str]:
        return [*globals(), *__all__]
