"""The wheel: what users get is what the source has."""

from __future__ import annotations

import shutil
import subprocess
import sys
import zipfile
from email.parser import Parser
from pathlib import Path

import pytest
from conftest import ROOT

from cleaner.matcher.phrases.catalogue import builtin_lines
from cleaner.matcher.phrases.store import PACKED

pytestmark = pytest.mark.slow

CATALOGUE = str(Path(PACKED).relative_to(ROOT))


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> zipfile.ZipFile:
    """Return the wheel that is made of this source."""
    folder = tmp_path_factory.mktemp("wheel")
    source = folder / "source"  # a copy: setuptools leaves a build folder behind, and takes files from an old one
    shutil.copytree(ROOT / "cleaner", source / "cleaner", ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("LICENSE", "README.md", "pyproject.toml", "setup.cfg", "setup.py"):
        shutil.copy(ROOT / name, source)
    command = [sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--wheel-dir", str(folder), str(source)]
    subprocess.run(command, check=True)
    (path,) = folder.glob("*.whl")
    return zipfile.ZipFile(path)


def test_the_wheel_holds_every_module_and_phrase_file_and_nothing_else(wheel: zipfile.ZipFile) -> None:
    source = {
        str(path.relative_to(ROOT))
        for path in (ROOT / "cleaner").rglob("*")
        if path.suffix in {".py", ".txt"} or path.name == "py.typed"
    }
    packed = {name for name in wheel.namelist() if ".dist-info/" not in name}
    assert packed == source | {CATALOGUE}
    assert {"cleaner/py.typed", "cleaner/matcher/phrases/ru.txt"} <= packed


def test_the_catalogue_is_in_the_wheel(wheel: zipfile.ZipFile) -> None:
    assert wheel.read(CATALOGUE) == builtin_lines()


def test_its_metadata_say_what_it_is(wheel: zipfile.ZipFile) -> None:
    (name,) = (name for name in wheel.namelist() if name.endswith(".dist-info/METADATA"))
    metadata = Parser().parsestr(wheel.read(name).decode())
    assert metadata["Name"] == "article-cleaner"
    assert metadata["Requires-Python"] == ">=3.11"
    assert metadata["License"] == "MIT"
    needed = {line.split(">")[0] for line in metadata.get_all("Requires-Dist", []) if "extra ==" not in line}
    assert needed == {"chardet", "click", "rapidfuzz"}


def test_no_path_of_a_machine_is_packed(wheel: zipfile.ZipFile) -> None:
    home = str(Path.home()).encode()
    assert not [name for name in wheel.namelist() if home in wheel.read(name)]
