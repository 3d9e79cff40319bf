"""Compiles the phrase files into a wheel, so that no run of the command has to. Everything else is in setup.cfg."""

import sys
from pathlib import Path

from setuptools import setup
from setuptools.command.build_py import build_py


class BuildWithCatalogue(build_py):
    """Puts the compiled catalogue beside the phrase files that it is made from."""

    def run(self) -> None:
        """Copy the modules and data files as ever, and add the one that is made."""
        super().run()
        if self.editable_mode:
            return  # who edits phrases wants to see them at work at once
        source = Path(__file__).resolve().parent
        sys.path.insert(0, str(source))
        from cleaner.matcher.builtin import builtin_phrases
        from cleaner.matcher.catalogue import Catalogue
        from cleaner.matcher.compiled import FILE, compiled

        target = Path(self.build_lib, Path(FILE).relative_to(source))
        target.write_bytes(compiled(Catalogue.of(builtin_phrases())))


setup(cmdclass={"build_py": BuildWithCatalogue})
