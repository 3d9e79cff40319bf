"""The long tail: what a whole page has below its article, weighed as one, as no phrase explains all of it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import cache
from itertools import accumulate, dropwhile, takewhile

from cleaner.matcher.boilerplate.shapes import has_bullet, is_dated, is_label, is_prose, is_sentence
from cleaner.matcher.catalogue import Catalogue, Hit, Phrase, has_slot
from cleaner.matcher.kin import find_kin
from cleaner.tokenizer import Paragraph

# How much a line speaks for furniture, or against it: phrases and dates for it, labels and headlines a little,
# sentences against it, prose by its length (for each code point). On the pages of ten extractors these raise F1 by
# .018; 8 for a phrase, .6 for a headline or 18 for ENOUGH change that by .0001 at most, -.5 for a sentence and 15 for
# DROP by .0006.
PHRASE, DATE, LABEL, HEADLINE, SENTENCE, PROSE = 6.0, 1.5, 0.5, 0.3, -2.0, -1 / 60
# A long tail weighs as much as two phrases at least, and two different ones are in it. Going up, it ends where more
# than DROP speaks against it in one place, some hundred letters of prose. (So does a local alignment of
# genes, where it is called X-drop: Altschul et al. 1997.)
ENOUGH, FEWEST_PHRASES, DROP = 12.0, 2, 25.0
# Between the phrase that it begins with and the next one, no more than this speaks against it: with 5, a match report
# lost its "Up next".
FIRST_DROP = 3.5
# Prose below its last phrase is the article going on below a box, unless so many phrases of so many kinds make it
# a whole page's, or the phrase is of those that stand above legal notices.
PAGE_PHRASES, PAGE_CATEGORIES = 10, 3
ABOVE_NOTICES = frozenset({"consent", "copyright"})
# Paragraphs of prose one after another are the article's, if they are longer: teasers have headlines in between. With
# 600, one more of 1,432 snippets that must stay goes, with 300 two more of a hundred that should go stay.
LONGEST_RUN = 500
# Above it stands an article: so many paragraphs of prose, with at least so many times the letters of those in the tail.
FEWEST_ABOVE, MORE_ABOVE = 2, 1
# These also stand at the head and in the middle of pages, and begin no tail.
AMBIGUOUS = frozenset({"advertisement", "app", "consent", "copyright", "navigation"})
# A line with a colon at its end announces a list; of its items so many are looked at.
MOST_ITEMS = 20
# Phrases of these categories may have a name in them.
NAMED = frozenset({"author", "related", "share", "subscribe", "tags"})

# Says which phrase the line with this index is, or almost is.
Known = Callable[[int], Hit | None]


def find_long_tail(paragraphs: Sequence[Paragraph], hits: Mapping[int, Hit], catalogue: Catalogue) -> dict[int, Hit]:
    """Return the lines from the phrase on with which the heaviest tail begins, each with the phrase above it."""
    if not hits:
        return {}

    # Most lines are looked up in vain, and those above the tail need not be.
    @cache
    def known(index: int) -> Hit | None:
        return hits.get(index) or (_find(paragraphs[index].text, catalogue) if index else None)

    going: dict[int, Hit] = {}
    for index in range(_top(paragraphs, known), len(paragraphs)):
        going[index] = known(index) or going[index - 1]
    return going


def find_named(line: str, catalogue: Catalogue) -> Hit | None:
    """Return the phrase with a name in it that ``line`` is: "More from …"."""
    return None if is_sentence(line) else catalogue.find_slotted(line, NAMED)


def _find(line: str, catalogue: Catalogue) -> Hit | None:
    return catalogue.find_row(line) or find_named(line, catalogue) or find_kin(line, catalogue)


def _top(paragraphs: Sequence[Paragraph], known: Known) -> int:
    prose = [len(line.text) if is_prose(line.text) and not known(at) else 0 for at, line in enumerate(paragraphs)]
    letters = sum(prose)
    sums = zip(accumulate(prose, initial=0), accumulate(map(bool, prose), initial=0), strict=True)
    has_article = (n >= FEWEST_ABOVE and above >= MORE_ABOVE * (letters - above) for above, n in sums)
    # Where an article stands above, it does so for all that is below.
    highest = next((index for index, has_one in enumerate(has_article) if has_one), len(paragraphs))
    phrases: set[Phrase] = set()
    categories: set[str] = set()
    weight = heaviest = against = 0.0
    run, goes_on, has_plain = 0, False, False
    top = len(paragraphs)
    for index in range(len(paragraphs) - 1, highest - 1, -1):
        hit = known(index)
        if hit is None:
            line = _weight(paragraphs[index].text)
            weight += line
            against += min(0.0, line)
            run = run + prose[index] if prose[index] else 0
            if weight < heaviest - DROP or (run > prose[index] and run > LONGEST_RUN):
                break
            continue
        run = 0
        if not phrases:
            is_legal = hit.phrase.category in ABOVE_NOTICES
            goes_on = not is_legal and (any(prose[index:]) or against < -FIRST_DROP)
        weight += PHRASE
        phrases.add(hit.phrase)
        has_plain = has_plain or not has_slot(hit.phrase)
        categories.add(hit.phrase.category)
        if weight > heaviest:
            heaviest = weight
            is_heavy = weight >= ENOUGH and len(phrases) >= FEWEST_PHRASES and against >= -FIRST_DROP
            is_page = len(phrases) >= PAGE_PHRASES and len(categories) >= PAGE_CATEGORIES
            is_heavy = is_heavy and (is_page or not goes_on) and has_plain
            is_clear = hit.phrase.category not in AMBIGUOUS
            if is_heavy and is_clear and _may_begin(index, paragraphs, known):
                top = index
        against = 0.0
    return top


def _may_begin(index: int, paragraphs: Sequence[Paragraph], known: Known) -> bool:
    return not _is_announced(index, paragraphs, known) and not _ends_in_prose(index, paragraphs, known)


def _is_announced(index: int, paragraphs: Sequence[Paragraph], known: Known) -> bool:
    """Tell whether the line is an item of a list that a line with a colon at its end announces."""
    above = range(index - 1, max(-1, index - 1 - MOST_ITEMS), -1)
    first = next((at for at in above if not is_label(paragraphs[at].text) or paragraphs[at].text.endswith(":")), 0)
    return paragraphs[first].text.endswith(":") and not known(first)


def _ends_in_prose(index: int, paragraphs: Sequence[Paragraph], known: Known) -> bool:
    """Tell whether prose follows the list of bulleted links below the phrase: there, the article goes on."""
    below = takewhile(lambda at: not known(at), range(index + 1, len(paragraphs)))
    behind = dropwhile(lambda at: has_bullet(paragraphs[at].text), below)
    first = next(behind, None)
    return first is not None and first > index + 1 and is_prose(paragraphs[first].text)


def _weight(line: str) -> float:
    if is_prose(line):
        return PROSE * len(line)
    if is_dated(line):
        return DATE
    if is_sentence(line):
        return SENTENCE
    return LABEL if is_label(line) else HEADLINE
