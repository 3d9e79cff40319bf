"""Puts the catalogue of phrases into a wheel, so that no run has to make it. All else is in setup.cfg."""

import sys
from pathlib import Path

from setuptools import setup
from setuptools.command.build_py import build_py


class BuildWithCatalogue(build_py):
    """Writes the catalogue beside the phrase files that it is made from."""

    def run(self) -> None:
        """Copy the modules and data files as ever, and add the one that is made."""
        super().run()
        if self.editable_mode:
            return  # whoever edits phrases wants to see the effect at once
        source = Path(__file__).resolve().parent
        sys.path.insert(0, str(source))
        from cleaner.matcher.phrases.catalogue import builtin_lines
        from cleaner.matcher.phrases.store import PACKED

        target = Path(self.build_lib, Path(PACKED).relative_to(source))
        target.write_bytes(builtin_lines())


setup(cmdclass={"build_py": BuildWithCatalogue})
