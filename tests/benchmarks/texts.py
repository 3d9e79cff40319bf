"""Articles to measure with, each from its own number: written by chance, with the word frequencies of prose.

A few little words make nearly half of an article; of its other words, some hundred, and its names, few come often and
most once or twice (Zipf). Paragraphs have 60 to 600 letters, an article about 5 KB, its copies the faults of copies.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate, islice, pairwise
from random import Random
from textwrap import wrap

from languages import LANGUAGES, Language

MEAN_BYTES, SPREAD = 5000, 0.5
TOPIC = 300
# How often a little word, another one, a name, a number and a set phrase of the topic come.
SHARES = (0.44, 0.48, 0.03, 0.02, 0.03)
TYPEWRITTEN = str.maketrans({"“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "’": "'", "–": "-", "—": "-"})


@dataclass(frozen=True)
class Line:
    """A line of a document; ``says`` are the numbers of the paragraphs of prose in it, or of parts of them."""

    text: str
    says: tuple[int, ...] = ()
    is_copy: bool = False
    is_boilerplate: bool = False


Copier = Callable[[Random, Sequence[Line], Language], Sequence[Line]]


def article(number: int) -> list[Line]:
    """Return an article: a headline, paragraphs, now and then a heading or a short list."""
    chance = Random(number)
    author = Author(chance, language(number))
    size = MEAN_BYTES * chance.lognormvariate(-SPREAD * SPREAD / 2, SPREAD)
    lines = [Line(author.heading())]
    paragraphs = 0
    while sum(len(line.text.encode()) + 1 for line in lines) < size:
        lines.append(Line(author.paragraph(), says=(paragraphs,)))
        paragraphs += 1
        if chance.random() < 0.1:
            lines.append(Line(author.heading()))
        elif chance.random() < 0.04:
            lines += [Line("• " + author.heading()) for _ in range(chance.randint(2, 4))]
    return lines


def language(number: int) -> Language:
    """Return the language of the article with this number."""
    return list(LANGUAGES.values())[number % len(LANGUAGES)]


class Author:
    """Writes one article, or one book, on one topic."""

    def __init__(self, chance: Random, language: Language) -> None:
        self.chance, self.language = chance, language
        numbers = [str(chance.choice((chance.randint(2, 99), chance.randint(1900, 2024)))) for _ in range(12)]
        topic = chance.sample(language.words, TOPIC)
        phrases = [language.space.join(chance.choices([*topic, *language.little], k=3)) for _ in range(10)]
        groups = [language.little, topic, chance.sample(language.names, 4), numbers, phrases]
        self.words = [word for group in groups for word in group]
        shares = zip(groups, SHARES, strict=True)
        self.weights = list(accumulate(weight for group, share in shares for weight in _zipf(len(group), share)))

    def heading(self) -> str:
        """Return some words that are no sentence."""
        return self._said(self.chance.randint(3, 8))

    def paragraph(self) -> str:
        """Return sentences that together have about 60 to 600 letters, of Chinese a third."""
        length = int(self.chance.triangular(60, 600, 200)) // (3 if self.language.width == 3 else 1)
        said = self.sentence()
        while len(said) < length:
            said += self.language.space + self.sentence()
        return said

    def sentence(self) -> str:
        """Return a sentence, one in eight of them in somebody's mouth."""
        said = self._said(max(4, int(self.chance.gauss(14, 6))))
        if self.chance.random() < 1 / 8:
            opening, closing = self.language.quotes
            said = opening + said + closing + self.language.said.format(self.chance.choice(self.language.names))
        return said + self.language.stop

    def _said(self, count: int) -> str:
        chosen = self.chance.choices(self.words, cum_weights=self.weights, k=count)
        words = [word for word, after in pairwise([*chosen, ""]) if word != after]
        pauses = self.language.comma, self.language.comma, self.language.comma, self.language.space + "–"
        for at in self.chance.sample(range(len(words) - 1), min(len(words) - 1, self.chance.choice((0, 0, 1, 2)))):
            words[at] += self.chance.choice(pauses)
        said = self.language.space.join(words)
        return said[0].upper() + said[1:]


def _zipf(count: int, share: float) -> list[float]:
    # Of a hundred words of English seven are the first little one, and one is the first of the others.
    weights = [1 / (rank + (2 if count < TOPIC else 12)) for rank in range(count)]
    return [share * weight / sum(weights) for weight in weights]


def book(number: int, size: int) -> str:
    """Return articles one after the other, in the language of the first, at least ``size`` bytes of UTF-8."""
    lines: list[str] = []
    while size > 0:
        for line in article(number):
            lines.append(line.text)
            size -= len(line.text.encode()) + 1
        number += len(LANGUAGES)
    return "\n".join(lines) + "\n"


def exact(chance: Random, lines: Sequence[Line], spoken: Language) -> Sequence[Line]:
    """Return the same lines again."""
    return lines


def edited(chance: Random, lines: Sequence[Line], spoken: Language) -> Sequence[Line]:
    """Return the lines with 2 to 8 of 100 words exchanged, left out or put in."""
    rate = chance.uniform(0.02, 0.08)
    return [replace(line, text=_edited(chance, line.text, spoken, rate)) for line in lines]


def _edited(chance: Random, text: str, spoken: Language, rate: float) -> str:
    # Words of Chinese have two characters.
    words = text.split(" ") if spoken.space else [text[at : at + 2] for at in range(0, len(text), 2)]
    said = []
    for word in words:
        kind = chance.choice("xod") if chance.random() < rate else ""
        said += {"": [word], "x": [chance.choice(spoken.words)], "o": [], "d": [word, chance.choice(spoken.words)]}[
            kind
        ]
    return spoken.space.join(said) or text


def restyled(chance: Random, lines: Sequence[Line], spoken: Language) -> Sequence[Line]:
    """Return the lines with the quotes and dashes of a typewriter, hard spaces, and words edited."""
    return [
        replace(line, text=line.text.translate(TYPEWRITTEN).replace(" ", "\xa0", 2))
        for line in edited(chance, lines, spoken)
    ]


def truncated(chance: Random, lines: Sequence[Line], spoken: Language) -> Sequence[Line]:
    """Return five to nine tenths of the lines, edited, the last paragraph cut with an ellipsis."""
    kept = list(edited(chance, lines, spoken))[: max(3, int(len(lines) * chance.uniform(0.5, 0.9)))]
    last = kept[-1]
    return [*kept[:-1], replace(last, text=last.text[: 2 * len(last.text) // 3] + "…")]


def merged(chance: Random, lines: Sequence[Line], spoken: Language) -> Sequence[Line]:
    """Return the lines, edited, in twos: a heading and its paragraph, or two paragraphs, in one."""
    said = iter(edited(chance, lines, spoken))
    pairs = iter(lambda: tuple(islice(said, 2)), ())
    return [
        Line(spoken.space.join(line.text for line in pair), sum((line.says for line in pair), ())) for pair in pairs
    ]


def wrapped(chance: Random, lines: Sequence[Line], spoken: Language) -> Sequence[Line]:
    """Return the lines, edited, none of more than 80 letters, of Chinese 40."""
    width = 80 if spoken.space else 40
    return [replace(line, text=part) for line in edited(chance, lines, spoken) for part in wrap(line.text, width)]


NEAR: tuple[Copier, ...] = (edited, restyled, truncated, merged, wrapped)


def doubled(number: int, copier: Copier, *, tail: bool) -> list[Line]:
    """Return an article, its copy, and, if asked for, the boilerplate of its page."""
    lines, spoken, chance = article(number), language(number), Random(number)
    copies = [replace(line, is_copy=True) for line in copier(chance, lines, spoken)]
    boilerplate = chance.choice(spoken.tails) if tail else ()
    return [*lines, *copies, *(Line(text, is_boilerplate=True) for text in boilerplate)]


def file_of(lines: Sequence[Line]) -> bytes:
    """Return the lines as a file has them."""
    return "".join(line.text + "\n" for line in lines).encode()
