"""Phrases: wordings with which sites surround an article, their categories and their files."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from functools import cache
from itertools import chain, groupby
from typing import Literal, NamedTuple

from cleaner.errors import PhrasesError
from cleaner.matcher.words import keys_of_lines

FOLDER = os.path.dirname(__file__)
# Where a name stands in a phrase.
SLOT = "…"
# Phrases that a user puts under no heading; readers' comments, and the rule by which a section of them goes.
OWN, COMMENTS, SECTION = "own", "comments", "comment-section"

_HEADING = re.compile(r"\[([\w-]+)\]")


class Category(NamedTuple):
    """What lines of one kind are, and what each rule may conclude from them."""

    meaning: str
    # What stands below such a line and goes with it, at the end of a text.
    brings: Literal["nothing", "headlines", "labels"] = "nothing"
    # A few labels between such a line and the next phrase are boilerplate too: counts, networks, fields of a form.
    has_neighbours: bool = False
    # Such a line goes by itself, wherever it stands: alone on its line, if it is of several words, or with a headline
    # behind it.
    inline: Literal["never", "alone", "several words", "with headline"] = "never"
    # Between headline and body such a line goes by itself if it has a number or several words.
    in_head: bool = False
    # Such a line is, or stands in, the head of a reader's comment.
    marks_comment: bool = False
    # Sites make new wordings of the words of old ones.
    is_reworded: bool = False
    # The slot may hold any name, at the end of a text; or it is filled only where a number stands in the line.
    takes_name: bool = False
    needs_number: bool = False
    # Such a wording may follow a name, though no slot says so.
    follows_name: bool = False
    # A year in such a line counts nothing and does not speak against it.
    has_year: bool = False
    # As the only phrase, said like a sentence, it could be the author's last word.
    could_be_prose: bool = False
    # Such a line stands below all articles: what is a list below it is the page's.
    is_footer: bool = False
    # Such a line also stands in bars in the middle of an article, which may go on below it.
    is_bar: bool = False


CATEGORIES = {
    "comments": Category(
        "a heading, counter or button of readers' comments", has_neighbours=True, is_reworded=True, needs_number=True
    ),
    "reply": Category(
        "a button below a reader's comment", has_neighbours=True, marks_comment=True, could_be_prose=True
    ),
    "says": Category("what stands behind the name of somebody who comments", marks_comment=True),
    "time": Category("how long ago somebody commented", marks_comment=True, follows_name=True),
    "share": Category(
        "a button that shares the article, or the name of a network",
        inline="several words",
        has_neighbours=True,
        is_reworded=True,
        takes_name=True,
        could_be_prose=True,
        is_bar=True,
    ),
    "related": Category(
        "a heading above links to other articles",
        inline="with headline",
        brings="headlines",
        is_reworded=True,
        takes_name=True,
        could_be_prose=True,
    ),
    "subscribe": Category(
        "a call to subscribe to or follow the site", has_neighbours=True, is_reworded=True, takes_name=True
    ),
    "tags": Category("a heading above tags", brings="labels", takes_name=True, is_bar=True),
    "author": Category("who wrote the article, and more by them", takes_name=True),
    "service": Category(
        "a service of the page: print, save, report a mistake",
        in_head=True,
        has_neighbours=True,
        is_reworded=True,
        is_bar=True,
    ),
    "copyright": Category("whose rights are reserved", has_year=True, is_footer=True),
    "imprint": Category("who publishes the site and how to reach them", is_footer=True),
    "origin": Category("where the article was published first", takes_name=True),
    "advertisement": Category("the label of an advertisement", inline="alone"),
    "consent": Category("what asks for consent to cookies and terms", has_neighbours=True, is_footer=True),
    "app": Category("a call to install an application", has_neighbours=True, is_reworded=True),
    "navigation": Category("a button or menu that leads elsewhere", is_footer=True),
}
# Of a user's own headings nothing is known.
_ANY = Category("a phrase of the user's own")


class Phrase(NamedTuple):
    """A wording of the catalogue. With ``takes_suffix``, anything may follow it behind a colon or dash."""

    wording: str
    category: str = OWN
    language: str = OWN
    takes_suffix: bool = False

    @classmethod
    def parse(cls, line: str, category: str = OWN, language: str = OWN) -> Phrase:
        """Return the phrase in a ``line`` of a phrase file; with a colon at its end it takes a suffix."""
        return cls(line.removesuffix(":").rstrip(), category, language, line.endswith(":"))

    @property
    def traits(self) -> Category:
        """What rules may conclude from its category."""
        return CATEGORIES.get(self.category, _ANY)

    @property
    def kind(self) -> str:
        """Its category in its language: ``category:language``."""
        return f"{self.category}:{self.language}"

    @property
    def rule(self) -> str:
        """The name under which removals report it: ``category:language:wording``."""
        return f"{self.kind}:{self.wording}"

    @property
    def parts(self) -> tuple[str, ...]:
        """What stands before, between and behind its slots."""
        words = self.wording.split()
        parts = (" ".join(part) for is_slot, part in groupby(words, SLOT.__eq__) if not is_slot)
        return tuple(parts) if SLOT in words else (self.wording,)

    @property
    def has_slot(self) -> bool:
        """Whether a name belongs into it, at one end, and nothing into its middle."""
        return SLOT in self.wording.split() and len(self.parts) == 1

    @property
    def is_frame(self) -> bool:
        """Whether something belongs into its middle: "The post … appeared first on …"."""
        return len(self.parts) > 1


# The one phrase that is a sign and no words.
COPYRIGHT = Phrase("©", "copyright", "any")


def parse_phrases(content: str, name: str, language: str) -> Iterator[Phrase]:
    """Yield the phrases of a phrase file's ``content``.

    Lines are wordings, ``[category]`` headings, ``# comments`` or blank. ``name`` is the file, for
    messages. Raises ``PhrasesError`` for a wording without letters: it would match any line of
    mere numbers or signs.
    """
    category = OWN
    for number, line in enumerate(content.splitlines(), 1):
        wording = line.strip()
        if not wording or wording[0] == "#":
            continue
        if heading := wording[0] == "[" and _HEADING.fullmatch(wording):
            category = heading[1]
            continue
        if not wording[0].isalpha() and not any(keys_of_lines(wording)):
            raise PhrasesError(f"{name}, line {number}: {wording!r} has no letters; write the words of the phrase")
        yield Phrase.parse(wording, category, language)


@cache
def builtin_phrases() -> tuple[Phrase, ...]:
    """Return the phrases that come with the package, all languages together."""
    names = (name for name in os.listdir(FOLDER) if name.endswith(".txt"))
    # Many languages say "Tags": that is reported as English.
    return tuple(chain.from_iterable(map(_phrases, sorted(names, key=lambda name: (name != "en.txt", name)))))


def _phrases(name: str) -> Iterator[Phrase]:
    with open(os.path.join(FOLDER, name), encoding="utf-8") as file:
        return parse_phrases(file.read(), name, name.removesuffix(".txt"))
