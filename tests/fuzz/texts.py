"""Fuzz clean() with articles and with any text.

    pip install -e '.[test]' atheris
    python tests/fuzz/texts.py -max_total_time=60 -len_control=0 /tmp/fuzz-texts

The folder, which must exist, keeps what reached new code from one run to the next. The oracle is the
properties of test_pipeline.py. What it finds is printed and becomes a test there.
"""

from __future__ import annotations

import random
import sys
from pathlib import Path

import atheris

sys.path.insert(0, str(Path(__file__).parents[1]))

with atheris.instrument_imports(include=["cleaner"]):
    import cleaner

import test_pipeline
from articles import article, pick

known: dict[int, tuple[str, cleaner.Cleaned]] = {}


def clean_once(text: str) -> cleaner.Cleaned:
    """Return what became of this very string, so that one cleaning serves all properties."""
    if id(text) not in known:
        known[id(text)] = text, cleaner.clean(text)
    return known[id(text)][1]


test_pipeline.clean = clean_once
PROPERTIES = (
    test_pipeline.test_what_went_put_back_where_it_stood_gives_the_input,
    test_pipeline.test_only_lines_go_and_of_giant_ones_sentences,
    test_pipeline.test_a_removal_knows_its_first_line_that_is_not_blank,
    test_pipeline.test_cleaning_twice_changes_nothing,
    test_pipeline.test_every_removal_has_a_rule_or_a_survivor_that_says_the_same,
    test_pipeline.test_nothing_is_emptied,
    test_pipeline.test_nothing_found_is_the_very_same_string,
)


def text_of(data: bytes) -> str:
    """Return an article, any text, or an article with any text in it, built out of the fuzzer's bytes."""
    provider, chance = atheris.FuzzedDataProvider(data), random.Random(data)

    def number(low: int, high: int) -> int:  # few bytes shall make whole articles, too
        return int(provider.ConsumeIntInRange(low, high)) if provider.remaining_bytes() else chance.randint(low, high)

    kind = number(0, 5)
    if not kind:
        return str(provider.ConsumeUnicode(5000))
    text = article(number)
    if kind == 1:
        lines = text.splitlines(keepends=True)
        for _ in range(number(1, 8)):
            lines.insert(number(0, len(lines)), pick(number, lines or [""]))
            lines.insert(number(0, len(lines)), str(provider.ConsumeUnicode(40)))
        text = "".join(lines)
    return text


def check(data: bytes) -> None:
    """Raise what a property has against the text that ``data`` stands for."""
    text = text_of(data)
    known.clear()
    try:
        for prop in PROPERTIES:
            prop.hypothesis.inner_test(text)
    except Exception:
        sys.stderr.write(f"{text!a}\n")
        raise


if __name__ == "__main__":
    atheris.Setup(sys.argv, check)
    atheris.Fuzz()
