"""The page: what a whole page has below its article, weighed together.

No phrase explains all of it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import cache
from itertools import accumulate, dropwhile, takewhile

from cleaner.matcher.boilerplate.reworded import find_reworded
from cleaner.matcher.boilerplate.shapes import Line, has_bullet, is_dated, is_label, is_prose, is_sentence
from cleaner.matcher.phrases.catalogue import Catalogue, Hit
from cleaner.matcher.phrases.phrase import CATEGORIES, Phrase

# How much a line speaks for boilerplate, or against it: phrases for it, labels, headlines and dates a little,
# sentences against it, prose by its length (for each code point). On the pages of ten extractors these raise F1 by
# .018; 8 for a phrase, .3 for a headline or 18 for ENOUGH_WEIGHT change that by .0001 at most, -.5 for a sentence and
# 15 for DROP by .0006.
PHRASE, LABEL, SENTENCE, PROSE_LETTER = 6.0, 0.5, -2.0, -1 / 60
# What goes weighs as much as two phrases at least, and two different ones are in it. Going up, it ends where more
# than DROP speaks against it in one place, some hundred letters of prose. (So does a local alignment of
# genes, where it is called X-drop: Altschul et al. 1997.)
ENOUGH_WEIGHT, FEWEST_PHRASES, DROP = 12.0, 2, 25.0
# Between the phrase that it begins with and the next one, no more than this speaks against it: with 5, a match report
# lost its "Up next".
FIRST_DROP = 3.5
# Prose below its last phrase is the article going on below a box, unless so many phrases make it a whole page's, or the
# phrase is of those that stand above legal notices.
PAGE_PHRASES = 10
# Paragraphs of prose one after another are the article's, if they are longer: teasers have headlines in between. With
# 600, one more of 1,432 snippets that must stay goes, with 300 two more of a hundred that should go stay.
LONGEST_RUN = 500
# Above it stands an article: so many paragraphs of prose, with as many letters as those in the tail, or more.
FEWEST_ARTICLE = 2
# So many links a "read also" or a "tags" brings along, and so many items a line with a colon announces; sites put 3 to
# 10 there, seldom 20.
MOST_LINKS = 20
# Phrases of these categories may have a name in them.
_NAMED = frozenset(name for name, category in CATEGORIES.items() if category.takes_name)

# Says which phrase the line with this index is, or almost is.
Known = Callable[[int], Hit | None]


def find_page_tail(lines: Sequence[Line], hits: Mapping[int, Hit], catalogue: Catalogue) -> dict[int, Hit]:
    """Return the lines of the heaviest tail, each with the phrase that is or stands above it.

    ``hits`` are the phrases known so far, by the index of their line.
    """
    if not hits:
        return {}

    # Most lines are looked up in vain, and those above the tail need not be.
    @cache
    def known(index: int) -> Hit | None:
        return hits.get(index) or (_find(lines[index].text, catalogue) if index else None)

    dropped: dict[int, Hit] = {}
    for index in range(_top(lines, known), len(lines)):
        dropped[index] = known(index) or dropped[index - 1]
    return dropped


def find_named(line: str, catalogue: Catalogue) -> Hit | None:
    """Return the phrase with a name in it that ``line`` is: "More from …"."""
    return None if is_sentence(line) else catalogue.find_slotted(line, _NAMED)


def _find(line: str, catalogue: Catalogue) -> Hit | None:
    return catalogue.find_row(line) or find_named(line, catalogue) or find_reworded(line, catalogue)


def _top(lines: Sequence[Line], known: Known) -> int:
    prose = [len(line.text) if is_prose(line.text) and not known(at) else 0 for at, line in enumerate(lines)]
    letters = sum(prose)
    sums = zip(accumulate(prose, initial=0), accumulate(map(bool, prose), initial=0), strict=True)
    has_article = (n >= FEWEST_ARTICLE and above >= letters - above for above, n in sums)
    # Where an article stands above, it does so for all that is below.
    highest = next((index for index, has_one in enumerate(has_article) if has_one), len(lines))
    phrases: set[Phrase] = set()
    weight = heaviest = against = 0.0
    run, goes_on, has_plain = 0, False, False
    top = len(lines)
    for index in range(len(lines) - 1, highest - 1, -1):
        hit = known(index)
        if hit is None:
            step = _weight(lines[index].text)
            weight += step
            against += min(0.0, step)
            run = run + prose[index] if prose[index] else 0
            if weight < heaviest - DROP or (run > prose[index] and run > LONGEST_RUN):
                break
            continue
        run = 0
        if not phrases:
            goes_on = not hit.phrase.traits.precedes_notice and (any(prose[index:]) or against < -FIRST_DROP)
        weight += PHRASE
        phrases.add(hit.phrase)
        has_plain = has_plain or not hit.phrase.has_slot
        if weight > heaviest:
            heaviest = weight
            is_heavy = weight >= ENOUGH_WEIGHT and len(phrases) >= FEWEST_PHRASES and against >= -FIRST_DROP
            is_page = len(phrases) >= PAGE_PHRASES
            is_heavy = is_heavy and (is_page or not goes_on) and has_plain
            if is_heavy and hit.phrase.traits.begins_page and _may_begin(index, lines, known):
                top = index
        against = 0.0
    return top


def _may_begin(index: int, lines: Sequence[Line], known: Known) -> bool:
    return not _is_announced(index, lines, known) and not _ends_in_prose(index, lines, known)


def _is_announced(index: int, lines: Sequence[Line], known: Known) -> bool:
    """Tell whether the line is an item of a list that a line with a colon at its end announces."""
    above = range(index - 1, max(-1, index - 1 - MOST_LINKS), -1)
    first = next((at for at in above if not is_label(lines[at].text) or lines[at].text.endswith(":")), 0)
    return lines[first].text.endswith(":") and not known(first)


def _ends_in_prose(index: int, lines: Sequence[Line], known: Known) -> bool:
    """Tell whether prose follows the bulleted links below the phrase, and so the article goes on."""
    below = takewhile(lambda at: not known(at), range(index + 1, len(lines)))
    behind = dropwhile(lambda at: has_bullet(lines[at].text), below)
    first = next(behind, None)
    return first is not None and first > index + 1 and is_prose(lines[first].text)


def _weight(line: str) -> float:
    if is_prose(line):
        return PROSE_LETTER * len(line)
    return SENTENCE if is_sentence(line) and not is_dated(line) else LABEL
