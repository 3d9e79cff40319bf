"""The phrases that come with the package, from the files in ``phrases/`` or as a wheel has compiled them.

The files are one a language; their first lines say how they are written.
"""

from __future__ import annotations

from contextlib import suppress
from functools import cache, lru_cache
from itertools import chain
from pathlib import Path

from cleaner.matcher.catalogue import Catalogue, Phrase, parse_phrases
from cleaner.matcher.compiled import FILE, read


@cache
def builtin_phrases() -> tuple[Phrase, ...]:
    """Return the phrases that come with the package, all languages together."""
    folder = Path(__file__).with_name("phrases")
    sources = sorted(
        (source for source in folder.iterdir() if source.name.endswith(".txt")),
        # Many languages say "Tags": that is reported as English.
        key=lambda source: (source.name != "en.txt", source.name),
    )
    return tuple(
        chain.from_iterable(
            parse_phrases(source.read_text(encoding="utf-8"), source.name, source.name.removesuffix(".txt"))
            for source in sources
        )
    )


@lru_cache(maxsize=8)
def catalogue(own: tuple[Phrase, ...] = ()) -> Catalogue:
    """Return the catalogue of a user's ``own`` phrases and the built-in ones, the former first."""
    if own:
        return Catalogue.of(own) | catalogue()
    with suppress(OSError, ValueError):  # there is none, or not a whole one
        return read(FILE.read_text(encoding="utf-8"))
    return Catalogue.of(builtin_phrases())
