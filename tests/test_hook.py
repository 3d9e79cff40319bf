"""The hooks, tried as pre-commit tries them: from the repository, in an environment of their own."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml
from conftest import ROOT

LEGACY = "«две статьи».txt"

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(
        not (shutil.which("git") and (ROOT / ".git").exists()), reason="needs git and a checkout of the project"
    ),
]


# What an ordinary repository holds besides articles. Each is written with a text that the command would change.
NO_ARTICLES = (
    *("ferry.py", "ferry.ipynb", "ferry.csv", "ferry.json", "ferry.po", "ferry.svg", "ferry.html", "ferry.rst"),
    *("LICENSE", "LICENSE-MIT", "docs/COPYING", "NOTICE", "AUTHORS", "README", "README.md", "CHANGELOG.md", "CHANGES"),
    *("requirements.txt", "requirements-dev.txt", "dev-requirements.txt", "requirements/base.txt", "CMakeLists.txt"),
    *("robots.txt", "package.egg-info/top_level.txt", "HISTORY.txt", "CODE_OF_CONDUCT.md", "docs/CONTRIBUTING.md"),
)
ARTICLES = ("ferry.txt", "ferry.md", "articles/ferry.markdown", "history-of-the-ferry.md", "news/ferry.txt")


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


def test_only_articles_change(tmp_path: Path) -> None:
    damaged = (ROOT / "samples/damaged/russian-double-and-counter.txt").read_bytes()
    cleaned = (ROOT / "samples/damaged/russian-double-and-counter.cleaned.txt").read_bytes()
    for name in NO_ARTICLES + ARTICLES:
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_bytes(damaged)
    subprocess.run(["git", "init", "--quiet"], cwd=tmp_path, check=True)
    subprocess.run(["git", "add", "."], cwd=tmp_path, check=True)

    fixed = try_hook("cleaner", tmp_path)
    assert fixed.returncode == 1, fixed.stdout + fixed.stderr
    assert [name for name in NO_ARTICLES if (tmp_path / name).read_bytes() != damaged] == []
    assert [name for name in ARTICLES if (tmp_path / name).read_bytes() != cleaned] == []


def test_what_is_excluded_is_named_whole() -> None:
    hooks = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))
    assert {hook["id"]: (hook["entry"], hook["args"]) for hook in hooks} == {
        "cleaner": ("cleaner", ["-i"]),
        "cleaner-check": ("cleaner", ["--check"]),
    }
    for hook in hooks:
        papers = re.compile(hook["exclude"])
        text_or_markdown = [name for name in NO_ARTICLES if Path(name).suffix in {"", ".txt", ".md"}]
        assert [name for name in text_or_markdown if not papers.search(name)] == []
        articles = (*ARTICLES, "license-to-fish.txt", "newsletter.txt", "changes-in-the-town.md", "readme-first.txt")
        assert [name for name in articles if papers.search(name)] == []
