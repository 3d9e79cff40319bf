"""Inline: the few kinds of line that nobody writes as part of an article, wherever they stand."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import groupby, islice, takewhile

from cleaner.matcher.boilerplate.shapes import (
    Line,
    has_several_words,
    is_headline,
    is_label,
    is_prose,
    is_sentence,
    is_timed,
    recurring_phrases,
)
from cleaner.matcher.boilerplate.tail import FEWEST_LINKS
from cleaner.matcher.phrases.catalogue import Hit
from cleaner.matcher.phrases.phrase import COMMENTS, Phrase
from cleaner.matcher.words import DIGIT

# Between a headline and the first paragraph of prose stand less than so many lines that are no phrases: byline,
# date, caption.
LONGEST_HEAD = 15
# A term and what it means, on one line.
_DEFINITION = re.compile(r"[^:：]{1,40}[:：]\s*\S.{0,80}\Z")


def find_inline(lines: Sequence[Line]) -> dict[int, Hit]:
    """Return the lines that go by themselves and feed no tail; the first line is never among them."""
    hits = {index: line.hit for index, line in enumerate(lines) if line.hit and index}
    has_label = any(hit.phrase.traits.inline == "alone" for hit in hits.values())
    has_headings = has_label and _has_headings(lines)
    bars = _bars(lines, recurring_phrases(lines, hits))
    return _boxes(lines) | {
        index: hit
        for index, hit in hits.items()
        if index in bars
        or (hit.phrase.traits.inline == "with headline" and _links(lines, index))
        # Where short lines are headings, this may be one: an essay can have a chapter "Advertising".
        or (hit.phrase.traits.inline == "alone" and _is_alone(lines, index) and not has_headings)
    }


def find_calls(lines: Sequence[Line]) -> dict[int, Hit]:
    """Return the calls of several words, which go by themselves wherever they stand."""
    calls = {
        index: line.hit
        for index, line in enumerate(lines)
        if index
        and line.hit
        and line.hit.phrase.traits.inline == "several words"
        and has_several_words(line.text)
        and not is_sentence(line.text)
    }
    # Where several of them stand alone between prose, they are the headings of a manual.
    headings = {index: hit for index, hit in calls.items() if _is_between_prose(lines, index)}
    has_headings = len({hit.phrase for hit in headings.values()}) >= FEWEST_LINKS
    return {index: hit for index, hit in calls.items() if not (has_headings and index in headings)}


def _boxes(lines: Sequence[Line]) -> dict[int, Hit]:
    """Return the headings that only sites write, with their links, where the article goes on below."""

    def is_prose_at(index: int) -> bool:
        return not lines[index].hit and is_prose(lines[index].text)

    boxes: dict[int, Hit] = {}
    for index, (_, hit) in enumerate(lines):
        if index and hit and hit.phrase.traits.brings == "headlines" and hit.phrase.takes_suffix and not hit.has_suffix:
            rest = range(index + 1, len(lines))
            end = next((at for at in rest if lines[at].hit or is_prose_at(at)), index)
            box = range(index, end)
            if len(box) > FEWEST_LINKS and is_prose_at(end) and all(is_headline(lines[at].text) for at in box[1:]):
                boxes |= dict.fromkeys(box, hit)
    return boxes


def _is_call(line: Line, after: Line) -> bool:
    """Tell whether ``line``, right below the headline, counts or calls for comments, or links.

    "Comment" alone is a kind of article, though none that is written in entries with times.
    """
    if line.hit is None:
        return False
    phrase, has_words = line.hit.phrase, has_several_words(line.text)
    if phrase.category == COMMENTS:
        return has_words or bool(DIGIT.search(line.text)) or is_timed(after.text)
    return phrase.traits.brings == "headlines" and phrase.takes_suffix and has_words


def _is_service(line: Line) -> bool:
    """Tell whether ``line`` is a service of the page: of several words, or with a number."""
    is_plain = line.hit is not None and line.hit.phrase.traits.in_head
    return is_plain and (has_several_words(line.text) or bool(DIGIT.search(line.text)))


def _bars(lines: Sequence[Line], form: set[Phrase]) -> set[int]:
    """Return the calls right below the headline, and the bars of several phrases above the body."""
    body = next((index for index in range(1, len(lines)) if is_prose(lines[index].text)), 0)
    # Whose rights are reserved may stand there as well, as in a licence.
    has_hit = [
        line.hit is not None and line.hit.phrase not in form and not line.hit.phrase.traits.is_footer
        for line in lines[: body + 1]
    ]
    others = islice((index for index in range(1, body) if not has_hit[index]), LONGEST_HEAD - 1, None)
    head = range(1, next(others, body))
    bars = (bar for is_hit, bar in groupby(head, lambda at: has_hit[at]) if is_hit)
    calls = set(takewhile(lambda at: has_hit[at] and _is_call(lines[at], lines[at + 1]), range(1, body)))
    calls.update(at for at in head if _is_service(lines[at]))
    return calls.union(*(bar for bar in map(list, bars) if len(bar) >= FEWEST_LINKS))


def _links(lines: Sequence[Line], index: int) -> bool:
    """Tell whether a headline follows "Read also:", rather than a sentence or references.

    Where prose below begins with a small letter and the line ends in a word with a capital, a sentence begins with
    that word and goes on below.
    """
    hit = lines[index].hit
    if hit is None or not hit.has_suffix or not is_headline(hit.suffix) or ";" in hit.suffix:
        return False
    after = lines[index + 1].text if index + 1 < len(lines) else ""
    if all(0 < at < len(lines) and _is_definition(lines[at].text) for at in (index - 1, index + 1)):
        return False  # an entry of a list of terms
    return not (hit.suffix.split()[-1][:1].isupper() and after[:1].islower() and is_prose(after))


def _has_headings(lines: Sequence[Line]) -> bool:
    """Tell whether, below the first line, short lines that are no phrases stand between prose."""
    prose = [is_prose(line.text) for line in lines]
    return any(
        prose[index - 1] and prose[index + 1] and not prose[index] and not lines[index].hit
        for index in range(1, len(lines) - 1)
    )


def _is_definition(line: str) -> bool:
    return not is_prose(line) and _DEFINITION.match(line) is not None


def _is_alone(lines: Sequence[Line], index: int) -> bool:
    """Tell whether line number ``index`` is nothing but a label, and no item of a list."""
    hit, near = lines[index].hit, [lines[at] for at in (index - 1, index + 1) if 0 < at < len(lines)]
    is_item = len(near) == FEWEST_LINKS and all(not line.hit and is_label(line.text) for line in near)
    return hit is not None and not hit.has_suffix and not is_item


def _is_between_prose(lines: Sequence[Line], index: int) -> bool:
    near = [lines[at] for at in (index - 1, index + 1) if at < len(lines)]
    return len(near) == FEWEST_LINKS and all(not line.hit and is_prose(line.text) for line in near)
