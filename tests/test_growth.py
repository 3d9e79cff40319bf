"""Growth: four times the text takes no more than about four times as long, whatever the text.

Ratios of CPU time, never seconds: a quadratic step would show as sixteen.
"""

from __future__ import annotations

import gc
import random
from collections.abc import Callable, Iterator
from time import process_time

import pytest

from cleaner import clean
from cleaner.matcher.boilerplate.gate import may_be_furnished
from cleaner.matcher.catalogue import builtin_phrases, catalogue
from cleaner.matcher.repeats.gate import may_repeat

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
    "misspelt phrases": lambda n: FAMILIES["prose"](40) + "\n" + "Leave a coment on this\nLeave a komment of it\n" * n,
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


def seconds(function: Callable[..., object], *arguments: object) -> float:
    start = process_time()
    function(*arguments)
    return process_time() - start


def growth(function: Callable[..., object], small: tuple[object, ...], large: tuple[object, ...]) -> float:
    """Return how many times as long as for ``small`` it takes for ``large``, four times as much."""
    least = [min(seconds(function, *arguments) for _ in range(3)) for arguments in (small, large)]
    return least[1] / max(least[0], 0.002)


@pytest.mark.parametrize("family", FAMILIES.values(), ids=FAMILIES)
def test_time_grows_with_the_text_and_not_with_its_square(
    family: Callable[[int], str], monkeypatch: pytest.MonkeyPatch
) -> None:
    # A gate that stops the small text and lets the large one pass would look like growth.
    monkeypatch.setattr("cleaner.matcher.repeats.may_repeat", lambda text: True)
    monkeypatch.setattr("cleaner.matcher.boilerplate.may_be_furnished", lambda text, catalogue: True)
    assert growth(clean, (family(1000),), (family(4000),)) < 8


@pytest.mark.parametrize("family", FAMILIES.values(), ids=FAMILIES)
def test_the_gates_themselves_take_time_with_the_text_and_not_with_its_square(family: Callable[[int], str]) -> None:
    small, large = family(4000), family(16_000)
    assert growth(may_repeat, (small,), (large,)) < 8
    assert growth(may_be_furnished, (small, catalogue()), (large, catalogue())) < 8
