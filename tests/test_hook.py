"""The hooks, tried as pre-commit tries them: from the repository, in an environment of their own."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from conftest import ROOT

LEGACY = "«две статьи».txt"

pytestmark = pytest.mark.skipif(
    not (shutil.which("git") and (ROOT / ".git").exists()), reason="needs git and a checkout of the project"
)


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """Return a repository that holds a damaged sample in two encodings and a picture, as somebody's own would."""
    for name in ("russian-double-and-counter.txt", "russian-double-and-counter.cleaned.txt"):
        shutil.copy(ROOT / "samples/damaged" / name, tmp_path)
    (tmp_path / LEGACY).write_bytes((tmp_path / "russian-double-and-counter.txt").read_text("utf-8").encode("cp1251"))
    (tmp_path / "picture.png").write_bytes(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR")
    subprocess.run(["git", "init", "--quiet"], cwd=tmp_path, check=True)
    subprocess.run(["git", "add", "."], cwd=tmp_path, check=True)
    return tmp_path


def try_hook(hook: str, project: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "pre_commit", "try-repo", str(ROOT), hook, "--all-files", "--verbose"],
        cwd=project,
        capture_output=True,
        text=True,
        check=False,
    )


def test_the_hook_cleans_and_the_check_is_content_afterwards(project: Path) -> None:
    dirty, clean = sorted(project.glob("russian*.txt"), reverse=True)
    before = dirty.read_bytes()

    found = try_hook("cleaner-check", project)
    assert found.returncode == 1, found.stdout + found.stderr
    assert "would clean russian-double-and-counter.txt" in found.stdout
    assert f"would clean {LEGACY}" in found.stdout
    assert dirty.read_bytes() == before

    fixed = try_hook("cleaner", project)
    assert fixed.returncode == 1, fixed.stdout + fixed.stderr
    assert "files were modified by this hook" in fixed.stdout
    assert dirty.read_bytes() == clean.read_bytes()
    assert (project / LEGACY).read_text("cp1251") == clean.read_text("utf-8")

    content = try_hook("cleaner-check", project)
    assert content.returncode == 0, content.stdout + content.stderr
