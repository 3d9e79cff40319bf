"""Growth: four times the text takes no more than about four times as long, or the memory, whatever the text.

Ratios of CPU time and of bytes, never seconds: a quadratic step would show as sixteen.
"""

from __future__ import annotations

import gc
import random
import re
import tracemalloc
from collections.abc import Callable, Iterator
from functools import partial
from importlib import import_module
from operator import mul
from pkgutil import walk_packages
from time import process_time
from typing import TypeVar

import pytest

import cleaner
from cleaner import Removal, clean
from cleaner.matcher.boilerplate.gate import may_have_boilerplate
from cleaner.matcher.phrases.catalogue import catalogue
from cleaner.matcher.phrases.phrase import builtin_phrases
from cleaner.matcher.phrases.store import OFTEN
from cleaner.matcher.repeats.blocks import DuplicateBlock
from cleaner.matcher.repeats.candidates import may_repeat
from cleaner.matcher.repeats.search import _reconciled
from cleaner.plan import merge

pytestmark = pytest.mark.slow

Text = TypeVar("Text")

PICK = random.Random(11)
WORDS = ["".join(PICK.choices("abcdefghijklmnoprstuvw", k=PICK.randint(2, 9))) for _ in range(3000)]


def words(count: int) -> str:
    return " ".join(PICK.choices(WORDS, k=count))


def merged_and_apart(n: int) -> str:
    said = [words(20) + "." for _ in range(n // 8)]
    return " ".join(said) + "\n" + "".join(f"{one}\n{words(8)}\n" for one in said)


def edited_copy(paragraphs: list[str], caption: Callable[[int], str] | None = None) -> str:
    """Every twentieth word of the copy is another, and below each paragraph of it may stand a line of its own."""
    copies = []
    for paragraph in paragraphs:
        said = paragraph.split()
        said[::20] = PICK.choices(WORDS, k=len(said[::20]))
        copies.append(" ".join(said))
        if caption:
            copies.append(caption(2))
    return "\n".join([*paragraphs, *copies])


def teasers_laid_bare_one_by_one(n: int) -> str:
    body = [words(40) + "." for _ in range(n)]
    tail = (line for said in reversed(body) for line in (" ".join(said.split()[:15]) + "…", "No comments yet."))
    return "\n".join(["Headline", *body, *tail])


BUILT_IN = sorted({phrase.wording for phrase in builtin_phrases()}, key=lambda wording: PICK.random())
TWO_LINES = [words(12), words(13)]
FAMILIES: dict[str, Callable[[int], str]] = {
    "prose": lambda n: "\n".join(words(50) + "." for _ in range(n // 4)),
    "prose twice": lambda n: "\n".join([words(50) + "." for _ in range(n // 8)] * 2),
    "one paragraph for ever": lambda n: (words(50) + ".\n") * (n // 4),
    "equal lines": lambda n: (words(12) + "\n") * n,
    "two lines by turns": lambda n: "\n".join(PICK.choices(TWO_LINES, k=n)),
    "rows sharing a clause": lambda n: "\n".join(
        f"Row {i} of the register was entered by the clerk on duty and signed by {words(2)}" for i in range(n)
    ),
    "few words": lambda n: "\n".join(" ".join(PICK.choices(WORDS[:6], k=12)) for _ in range(n)),
    "one giant line": lambda n: words(12 * n),
    "one giant line of sentences": lambda n: " ".join(words(12).capitalize() + "." for _ in range(n)),
    "one giant line twice": lambda n: " ".join([words(6 * n)] * 2),
    "edited copy": lambda n: edited_copy([words(50) + "." for _ in range(n // 8)]),
    "edited copy in one line": lambda n: edited_copy([" ".join(words(50) + "." for _ in range(n // 8))]),
    "two syllables": lambda n: "ab " * (12 * n),
    "no spaces": lambda n: "\n".join("".join(map(chr, PICK.choices(range(0x4E00, 0x5E00), k=30))) for _ in range(n)),
    "blank lines": lambda n: "\n" * (50 * n),
    "combining marks": lambda n: "a" + "".join(PICK.choices("\u0301\u0323\u0327", k=10 * n)),
    "phrases": lambda n: "Comments (1)\n" * n,
    "counters under the headline": lambda n: "Headline\n" + "Comments (1)\n" * n + FAMILIES["prose"](4 * n),
    "one survivor for all": merged_and_apart,
    "labels and colons": lambda n: "Headline\n" + "Share\nfoo:\n" * n + "Comments (2)\n" + "Share\n" * n,
    "comments without end": lambda n: (
        FAMILIES["prose"](40) + f"\n{n} Comments\n" + "Anna\n12 May 2024, 10:30\nYes!\n" * n
    ),
    "headings of comments": lambda n: (
        FAMILIES["prose"](40) + "\n" + "2 Comments\nNobody has said a word about it yet.\n" * n
    ),
    "buttons above the body": lambda n: "Headline\n" + "By Anna\nShare\nTweet\n" * n + FAMILIES["prose"](4 * n),
    "rows of phrases": lambda n: FAMILIES["prose"](40) + "\n" + "Share Tweet Print Share Tweet Pond\n" * n,
    "reworded phrases": lambda n: (
        FAMILIES["prose"](40) + "\n" + "Leave us a comment here\nLeave your comment to us\n" * n
    ),
    "long tails": lambda n: FAMILIES["prose"](4 * n) + "\n" + f"Share this\n{words(6)}\nSubscribe now\n" * n,
    "every phrase there is": lambda n: FAMILIES["prose"](4 * n) + "\n" + "\n".join(BUILT_IN[:n]),
    "edited copy with captions": lambda n: edited_copy([words(50) + "." for _ in range(n // 8)], caption=words),
    "lines with a slip": lambda n: "\n".join(
        [
            *(said := [words(30) + "." for _ in range(3)]),
            *WORDS[:n],
            *said,
            *(word[1:] + word[:1] for word in WORDS[:n]),
        ]
    ),
    "giant words": lambda n: "\n".join(
        [*(said := [words(30) + "." for _ in range(3)]), "a" * (50 * n), *said, "b" * (50 * n)]
    ),
    "teasers one below the other": lambda n: teasers_laid_bare_one_by_one(n // 40),
    "long numbers": lambda n: FAMILIES["prose"](40) + "\n" + ("1" * 150 + " comments\n") * n,
    "stops and brackets": lambda n: "。」" * (10 * n),
    "ligatures of four words": lambda n: "ﷺ\n" * (5 * n),
    "lone surrogates and zeros": lambda n: ("\ud800\udfff\0 " * 10 + "\n") * n,
    "shuffled": lambda n: "\n".join((said := [words(40) + "." for _ in range(n // 8)]) + PICK.sample(said, len(said))),
    "copyright lines": lambda n: "Headline\n" + "© 2024 The Paper\n" * n,
    "links": lambda n: "Read also: the market reopens\n" * n,
}


@pytest.fixture(autouse=True)
def no_collector() -> Iterator[None]:
    """Keep the objects that other tests left behind out of the count."""
    gc.collect()
    gc.disable()
    yield
    gc.enable()


@pytest.fixture(scope="module", autouse=True)
def _loaded_phrases() -> None:
    """Load the phrases, as many look-ups do once: between two measurements that would look like growth."""
    catalogue().find_all([words(5) for _ in range(OFTEN + 1)])


def growth(run: Callable[[Text], object], make: Callable[[int], Text], n: int = 1000) -> float:
    """Return how many times as long ``run`` takes for what is made of four times ``n``."""
    small, large = make(n), make(4 * n)
    return min(seconds(run, large) for _ in range(3)) / max(min(seconds(run, small) for _ in range(3)), 0.002)


def seconds(run: Callable[[Text], object], text: Text) -> float:
    start = process_time()
    run(text)
    return process_time() - start


@pytest.mark.parametrize("family", FAMILIES.values(), ids=FAMILIES)
def test_time_grows_with_the_text_and_not_with_its_square(
    family: Callable[[int], str], monkeypatch: pytest.MonkeyPatch
) -> None:
    # A gate that stops the small text and lets the large one pass would look like growth.
    monkeypatch.setattr("cleaner.matcher.repeats.may_repeat", lambda text: True)
    monkeypatch.setattr("cleaner.matcher.boilerplate.may_have_boilerplate", lambda text, catalogue: True)
    assert growth(clean, family) < 8


@pytest.mark.parametrize("family", FAMILIES.values(), ids=FAMILIES)
def test_the_gates_themselves_take_time_with_the_text_and_not_with_its_square(family: Callable[[int], str]) -> None:
    assert growth(may_repeat, family, 4000) < 8
    assert growth(lambda text: may_have_boilerplate(text, catalogue()), family, 4000) < 8


@pytest.mark.parametrize(
    "name", ["prose", "one paragraph for ever", "one giant line", "no spaces", "links", "shuffled"]
)
def test_memory_grows_with_the_text_and_not_with_its_square(name: str) -> None:
    peaks = []
    for n in (1000, 4000):
        text = FAMILIES[name](n)
        tracemalloc.start()
        clean(text)
        peaks.append(tracemalloc.get_traced_memory()[1])
        tracemalloc.stop()
    assert peaks[1] / peaks[0] < 6


def test_copies_of_copies_of_copies_are_followed_in_linear_time() -> None:
    def blocks(n: int) -> list[DuplicateBlock]:
        return [DuplicateBlock({copy: (copy - 1, copy - 1)}, "exact", 30, 100) for copy in range(1, n)]

    assert growth(_reconciled, blocks, 2000) < 8


def test_two_plans_are_joined_in_linear_time() -> None:
    def plans(n: int) -> tuple[list[Removal], list[Removal]]:
        return [repeat(4 * at, 4 * at + 2) for at in range(n)], [repeat(4 * at + 2, 4 * at + 3) for at in range(n)]

    def repeat(start: int, survivor: int) -> Removal:
        return Removal(start, start + 1, 1, "repeat", "exact", 100, (survivor, survivor + 1), "x")

    assert growth(lambda plans: merge(*plans), plans, 2000) < 8


# Patterns that few texts need are spelled, or made by a function, and compiled then.
SPELLED = {"_LINK", "_BETWEEN_SENTENCES"}
PATTERNS = {
    f"{module.name}.{name}": value() if callable(value) else re.compile(value)
    for module in walk_packages(cleaner.__path__, "cleaner.")
    if not module.name.endswith("__main__")
    for name, value in vars(import_module(module.name)).items()
    if isinstance(value, re.Pattern)
    or name in SPELLED
    or getattr(value, "__annotations__", {}) == {"return": "re.Pattern[str]"}
}


def test_all_patterns_are_among_those_tried() -> None:
    assert {"cleaner.tokenizer._LINK", "cleaner.matcher.words._word", "cleaner.verify._LINE_END"} <= PATTERNS.keys()


BOMBS = [
    " ",
    "\t",
    "\u2028",
    "\r",
    "\r\n",
    "a",
    "aaa. ",
    "1",
    "1.",
    "1, ",
    "1k",
    "12.",
    "12:",
    "19",
    "2024",
    "%",
    "-",
    "- ",
    " - ",
]
BOMBS += [
    ".",
    ". ",
    ".)",
    "。",
    "。」",
    "!”",
    ":",
    "©",
    "(c)",
    "(c) ",
    "copyright ",
    "[",
    "[a",
    "[]",
    "ก",
    "क",
    "क्",
    "\u0301",
    "\xad",
    "\0",
]


@pytest.mark.parametrize("pattern", PATTERNS.values(), ids=PATTERNS)
def test_no_pattern_tries_twice_what_it_has_seen(pattern: re.Pattern[str]) -> None:
    for bomb in BOMBS:
        assert growth(lambda text: sum(1 for _ in pattern.finditer(text + "¤")), partial(mul, bomb)) < 8, bomb
