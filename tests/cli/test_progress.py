"""Progress: a line on a terminal, and not a sign elsewhere."""

from __future__ import annotations

import io
from contextlib import redirect_stderr

import pytest

from cleaner.cli import progress as module
from cleaner.cli.progress import Progress


class Terminal(io.StringIO):
    """What a terminal is told."""

    def isatty(self) -> bool:
        return True


@pytest.fixture
def terminal(monkeypatch: pytest.MonkeyPatch) -> Terminal:
    """Return a terminal in front of which nobody has patience."""
    monkeypatch.setattr(module, "PATIENCE", 0)
    monkeypatch.setattr(module, "INTERVAL", 0)
    return Terminal()


def test_a_long_run_is_followed_and_its_line_goes_in_the_end(terminal: Terminal) -> None:
    with redirect_stderr(terminal):
        progress = Progress(2000)
        for _ in range(1000):
            progress.advance()
        assert terminal.getvalue().endswith("\r###############--------------- 1,000 of 2,000 files\x1b[K")
        progress.clear()
    assert terminal.getvalue().endswith("\r\x1b[K")


def test_a_message_gets_a_line_of_its_own_only_where_there_is_one_in_the_way(terminal: Terminal) -> None:
    with redirect_stderr(terminal):
        progress = Progress(2)
        progress.clear()
        assert terminal.getvalue() == ""
        progress.advance()
        progress.clear()
        progress.clear()
    assert terminal.getvalue().count("\r\x1b[K") == 1


def test_short_work_is_not_followed(terminal: Terminal, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "PATIENCE", 3600)
    with redirect_stderr(terminal):
        Progress(2).advance()
    assert terminal.getvalue() == ""


@pytest.mark.parametrize("total", [0, 1])
def test_a_single_file_is_not_followed(terminal: Terminal, total: int) -> None:
    with redirect_stderr(terminal):
        Progress(total).advance()
    assert terminal.getvalue() == ""


@pytest.mark.usefixtures("terminal")
@pytest.mark.parametrize("stream", [io.StringIO(), None])
def test_elsewhere_than_on_a_terminal_there_is_nothing(stream: io.StringIO | None) -> None:
    with redirect_stderr(stream):
        progress = Progress(2)
        progress.advance()
        progress.clear()
    assert stream is None or stream.getvalue() == ""
