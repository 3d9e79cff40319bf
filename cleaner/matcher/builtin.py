"""The phrases that come with the package, from the files in ``phrases/`` or as a wheel has compiled them.

The files are one a language; their first lines say how they are written.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import suppress
from functools import cache, lru_cache
from itertools import chain
from mmap import ACCESS_READ, mmap

from cleaner.matcher.catalogue import Catalogue, Phrase, parse_phrases
from cleaner.matcher.compiled import FILE, read

FOLDER = os.path.join(os.path.dirname(__file__), "phrases")


@cache
def builtin_phrases() -> tuple[Phrase, ...]:
    """Return the phrases that come with the package, all languages together."""
    names = (name for name in os.listdir(FOLDER) if name.endswith(".txt"))
    # Many languages say "Tags": that is reported as English.
    return tuple(chain.from_iterable(map(_phrases, sorted(names, key=lambda name: (name != "en.txt", name)))))


@lru_cache(maxsize=8)
def catalogue(own: tuple[Phrase, ...] = ()) -> Catalogue:
    """Return the catalogue of a user's ``own`` phrases and the built-in ones, the former first."""
    if own:
        return Catalogue.of(own) | catalogue()
    with suppress(OSError, ValueError), open(FILE, "rb") as file:  # there is none, or not a whole one
        return read(mmap(file.fileno(), 0, access=ACCESS_READ))
    return Catalogue.of(builtin_phrases())


def _phrases(name: str) -> Iterator[Phrase]:
    with open(os.path.join(FOLDER, name), encoding="utf-8") as file:
        return parse_phrases(file.read(), name, name.removesuffix(".txt"))
