r"""Remove from a text the blocks it says twice and the furniture at its end.

>>> from cleaner import clean
>>> clean("A short article.\nComments (0)").text
'A short article.\n'
"""

from cleaner.errors import CleanerError
from cleaner.matcher.catalogue import Phrase
from cleaner.pipeline import Cleaned, Settings, clean
from cleaner.removal import Removal

__all__ = ["Cleaned", "CleanerError", "Phrase", "Removal", "Settings", "clean"]
