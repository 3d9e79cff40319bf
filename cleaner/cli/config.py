"""Config: a project's settings, from ``[tool.cleaner]`` in its pyproject.toml."""

from __future__ import annotations

import os
from typing import NamedTuple, TypeGuard

from cleaner.errors import ConfigError, PhrasesError, did_you_mean
from cleaner.matcher.phrases.phrase import Phrase, parse_phrases

FILE, TABLE = "pyproject.toml", "[tool.cleaner]"
KEYS = ("disable", "encoding", "phrases")


class Config(NamedTuple):
    """A project's settings: phrase files, an encoding or ``None`` to find out, rules to disable."""

    phrases: tuple[str, ...] = ()
    encoding: str | None = None
    disable: tuple[str, ...] = ()


def find_config(folder: str) -> Config:
    """Return the settings of the nearest pyproject.toml that has any, from ``folder`` upwards."""
    while True:
        path = os.path.join(folder, FILE)
        if os.access(path, os.R_OK) and os.path.isfile(path) and (config := _read(path)) is not None:
            return config
        above = os.path.dirname(folder)
        if above == folder:
            return Config()
        folder = above


def read_config(path: str) -> Config:
    """Return the settings in the file ``path``; raises ``ConfigError`` if it has none or wrong ones."""
    config = _read(path)
    if config is None:
        raise ConfigError(f"{path}: has no {TABLE} table; add one, or name another file with --config")
    return config


def read_phrases(path: str) -> tuple[Phrase, ...]:
    """Return the phrases in the file ``path``; raises ``PhrasesError`` if it is no phrase file."""
    try:
        content = _content(path)
    except UnicodeDecodeError:
        raise PhrasesError(f"{path}: not UTF-8; save it as UTF-8") from None
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) else "no file can have this name"
        raise PhrasesError(f"{path}: {reason}; name a file with one phrase a line") from None
    name, _ = os.path.splitext(os.path.basename(path))
    return tuple(parse_phrases(content, path, name))


def _read(path: str) -> Config | None:
    try:
        tool = _tool(_content(path))
    except (ValueError, RecursionError) as error:  # the errors of UTF-8 and TOML are both ValueErrors
        raise ConfigError(f"{path}: not TOML: {error}; mend it, or name another file with --config") from None
    except OSError as error:
        raise ConfigError(f"{path}: {error.strerror}; name a TOML file with a {TABLE} table") from None
    table = tool.get("cleaner") if isinstance(tool, dict) else None
    if table is not None and not isinstance(table, dict):
        raise ConfigError(f"{path}: {TABLE} must be a table")
    return None if table is None else _config(table, path)


def _tool(content: str) -> object:
    if "cleaner" not in content:
        return None  # as most such files; whether they are valid TOML is not checked then
    import tomllib

    return tomllib.loads(content).get("tool")


def _content(path: str) -> str:
    with open(path, encoding="utf-8-sig") as file:
        return file.read()


def _config(table: dict[str, object], path: str) -> Config:
    for key in table:
        if key not in KEYS:
            raise ConfigError(f"{path}: {TABLE} has an unknown key {key!r}; {did_you_mean(key, KEYS)}")
    phrases, encoding, disable = table.get("phrases", []), table.get("encoding"), table.get("disable", [])
    if not _are_names(phrases):
        raise ConfigError(f'{path}: {TABLE} phrases must be a list of file names, such as ["own.txt"]')
    if not _are_names(disable):
        raise ConfigError(f'{path}: {TABLE} disable must be a list of rules, such as ["tags", "related:de"]')
    if encoding is not None and not isinstance(encoding, str):
        raise ConfigError(f'{path}: {TABLE} encoding must be a name, such as "windows-1251"')
    return Config(tuple(os.path.join(os.path.dirname(path), name) for name in phrases), encoding, tuple(disable))


def _are_names(value: object) -> TypeGuard[list[str]]:
    return isinstance(value, list) and all(isinstance(name, str) for name in value)
