"""The tail: what stands below the article's last own paragraph, where phrases explain each line.

Below that paragraph the text falls into sections: a phrase, and the lines down to the next phrase. A section is closed
if its phrase explains what stands below it. An open one goes only with the evidence of a whole page; else the tail
begins below it. What goes by itself (inline) is taken out of the text before.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache
from itertools import accumulate, pairwise, takewhile
from typing import NamedTuple

from cleaner.matcher.boilerplate.reworded import find_reworded
from cleaner.matcher.boilerplate.shapes import (
    Line,
    has_clock,
    has_letters,
    is_dated,
    is_headline,
    is_label,
    is_prose,
    is_sentence,
    recurring_phrases,
)
from cleaner.matcher.phrases.catalogue import Catalogue, Hit
from cleaner.matcher.phrases.phrase import CATEGORIES, COPYRIGHT, Phrase
from cleaner.matcher.words import DIGIT
from cleaner.paragraph import LONGEST_HEADLINE

# So many links a "read also" or a "tags" brings along; sites put 3 to 10 there, seldom 20.
MOST_LINKS = 20
# Between two phrases so many labels are boilerplate too: counts, networks that the catalogue does not know, the fields
# of a form (jusText's neighbourhood).
MOST_NEIGHBOURS = 3
# So many lines below its heading are a list of links, whatever its wording.
FEWEST_LINKS = 2
# The first paragraphs of prose are the article's, and so is each run of several that are this much as long as most of
# those. (With 1, two closing paragraphs below a box of a newsletter went; with .5, F1 rises by .0196 instead of .02.)
FEWEST_ARTICLE, AS_LONG = 2, 0.67
# A whole page's tail has so many different phrases: lists that no phrase explains go with it, and prose, where they are
# of so many categories and two of them stand above it. (With 3, a list of what the papers wrote about a fund went.)
PAGE, PROSE_ABOVE = 4, 2
# A menu that stands below all articles goes with so many phrases; so many of other kinds are a footer above an unknown
# sentence, and so many with a line of words each are explained.
FOOTER = 3
# In a list no more than this share of the lines end as a sentence does, and not the last.
FEW_SENTENCES = 1 / 4
# Phrases of these categories may have a name in them.
_NAMED = frozenset(name for name, category in CATEGORIES.items() if category.takes_name)

# Says which phrase the line with this index is, or almost is.
Known = Callable[[int], Hit | None]


class _Section(NamedTuple):
    """Line number ``at``, which is a phrase, and the lines below it, up to the next phrase."""

    at: int
    hit: Hit
    below: Sequence[str]
    is_last: bool


class _Evidence(NamedTuple):
    """How many different phrases and categories stand from a section on; whether all are labels."""

    phrases: int
    categories: int
    are_labels: bool


def find_tail(lines: Sequence[Line], catalogue: Catalogue) -> dict[int, Hit]:
    """Return the lines of the tail, each with its phrase; the first line is never among them."""

    @cache
    def known(index: int) -> Hit | None:
        line = lines[index]
        return line.hit or find_fuzzy(line.text, catalogue, is_followed=index + 1 < len(lines))

    dropped = _dropped(lines, known, is_page=True)
    if not dropped and len(lines) > 1 and is_prose(lines[-1].text) and not known(len(lines) - 1):
        # One unknown sentence at the very end stays, and does not hide the phrases above it.
        dropped = _dropped(lines[:-1], known, is_page=False)
        plain = (hit for hit in dropped.values() if not hit.is_reworded and not hit.has_suffix)
        if len({hit.phrase.category for hit in plain}) < FOOTER:
            return {}
    for index in takewhile(lambda index: _could_be_last(index, dropped), sorted(dropped)):
        del dropped[index]
    # A verse may begin like "More from …": some phrase must be one without a name in it.
    is_verse = all(hit.phrase.has_slot for hit in dropped.values())
    return {} if is_verse or _is_prose(dropped, lines) else dropped


def find_fuzzy(line: str, catalogue: Catalogue, *, is_followed: bool) -> Hit | None:
    """Return the phrase that a ``line`` at the end holds or rewords, though it is none itself."""
    # "More from …" as the last line of all could be the author's: "More from me in June".
    named = catalogue.find_slotted(line, _NAMED) if is_followed and not is_sentence(line) else None
    row = None if is_sentence(line) else catalogue.find_row(line)
    return catalogue.find_frame(line) or named or row or find_reworded(line, catalogue)


def _dropped(lines: Sequence[Line], known: Known, *, is_page: bool) -> dict[int, Hit]:
    """Return the lines from the top of the tail on, each with the phrase that is or stands above it."""
    phrases = {index: line.hit for index, line in enumerate(lines) if index and line.hit}
    # Nothing above the middle is looked up in other ways: no tail begins there.
    below = range(_middle(_prose(lines, phrases)) + 1, len(lines))
    phrases |= {index: hit for index in below if index and (hit := known(index))}
    form = recurring_phrases(lines, phrases)
    sections = list(_sections(lines, phrases))
    if _are_explanations(sections):
        return {}
    usual = _usual(_prose(lines, phrases))
    evidence = _evidence(lines, sections, form)
    top: int | None = None
    above: set[Phrase] = set()
    page = evidence[0] if evidence else _Evidence(0, 0, are_labels=True)
    for section, rest in zip(sections, evidence, strict=True):
        if top is None:
            if section.hit.phrase in form or _announces(lines, section):
                continue
            if rest.are_labels and _is_announced(lines, section.at):
                continue
            top, above, page = section.at, set(), rest
        above |= {section.hit.phrase} - form
        goes = _is_closed(section, page) or (is_page and _goes_with_page(section, len(above), page, usual))
        top = top if goes else None
    dropped: dict[int, Hit] = {}
    for index in range(len(lines) if top is None else top, len(lines)):
        dropped[index] = phrases.get(index) or dropped[index - 1]
    return dropped


def _sections(lines: Sequence[Line], phrases: Mapping[int, Hit]) -> Iterator[_Section]:
    """Yield the sections below the article's own last paragraph."""
    last_own = _last_own(_prose(lines, phrases))
    starts = sorted(index for index in phrases if index > last_own)
    for at, after in pairwise([*starts, len(lines)]):
        yield _Section(at, phrases[at], [line.text for line in lines[at + 1 : after]], after == len(lines))


def _prose(lines: Sequence[Line], phrases: Mapping[int, Hit]) -> list[int]:
    """Return how many letters of prose each line has."""
    return [0 if index in phrases or not is_prose(line.text) else len(line.text) for index, line in enumerate(lines)]


def _middle(prose: Sequence[int]) -> int:
    """Return the index of the line in which the first half of the letters of ``prose`` ends, or -1."""
    half = sum(prose) / 2
    return next((at for at, above in enumerate(accumulate(prose)) if above >= half), -1) if half else -1


def _usual(prose: Sequence[int]) -> int:
    """Return how many letters most paragraphs have in the first half of ``prose``."""
    first = sorted(letters for letters in prose[: _middle(prose) + 1] if letters)
    return first[len(first) // 2] if first else 0


def _last_own(prose: Sequence[int]) -> int:
    """Return the index of the article's last own line, or -1; ``prose`` are its letters by line.

    The article has half of all prose, two paragraphs at least, and each run of several that are nearly
    as long on average as most of those.
    """
    sums, middle, usual = list(accumulate(prose, initial=0)), _middle(prose), _usual(prose)
    last, start = middle, 0
    for at, letters in enumerate(prose):
        if not letters:
            start = at + 1
        elif at > start and sums[at + 1] - sums[start] >= AS_LONG * usual * (at + 1 - start):
            last = max(last, at)
    own = [at for at, letters in enumerate(prose) if letters][:FEWEST_ARTICLE]
    return max([last, *own])


def _are_explanations(sections: Sequence[_Section]) -> bool:
    """Tell whether most phrases have one line of words below them, as in a manual."""
    single = [len(section.below) == 1 and has_letters(section.below[0]) for section in sections]
    explained = sum(
        is_one and at.hit.phrase.traits.brings == "nothing" for is_one, at in zip(single, sections, strict=True)
    )
    return explained >= FOOTER and 3 * explained >= 2 * len(sections)


def _evidence(lines: Sequence[Line], sections: Sequence[_Section], form: set[Phrase]) -> list[_Evidence]:
    """Return for each section what stands from there on; the phrases of a ``form`` count for nothing."""
    phrases: set[Phrase] = set()
    categories: set[str] = set()
    are_labels = True
    evidence: list[_Evidence] = []
    for section in reversed(sections):
        if section.hit.phrase not in form:
            phrases.add(section.hit.phrase)
            categories.add(section.hit.phrase.category)
        line = lines[section.at].text
        are_labels = are_labels and is_label(line) and not (section.below and " " in line)
        evidence.append(_Evidence(len(phrases), len(categories), are_labels))
    return evidence[::-1]


def _is_closed(section: _Section, page: _Evidence) -> bool:
    """Tell whether the phrase explains the lines below it."""
    _, hit, below, is_last = section
    if not below:
        return True
    traits = hit.phrase.traits
    if traits.is_footer and page.phrases >= FOOTER:
        return _is_list(below)
    if len(below) > MOST_LINKS:
        return False
    if traits.brings == "headlines" and not hit.has_suffix:
        return all(map(_is_link, below)) or (hit.phrase.takes_suffix and _are_teasers(below))
    if traits.brings == "labels" and not hit.has_suffix:
        return all(map(is_label, below))
    is_between = not is_last and len(below) <= MOST_NEIGHBOURS and traits.has_neighbours
    return is_between and all(is_label(line) and ":" not in line[:-1] for line in below)


def _goes_with_page(section: _Section, above: int, page: _Evidence, usual: float) -> bool:
    """Tell whether lines that no phrase explains go with a tail, with so many phrases ``above``."""
    below, is_bar = section.below, section.hit.phrase.traits.is_bar
    # Below a bar the article may go on: a paragraph as long as most of its own is its closing one.
    is_own = is_bar and any(is_prose(line) and len(line) >= usual for line in below)
    is_page = page.categories >= PAGE and above >= PROSE_ABOVE and not is_own
    return is_page or (page.phrases >= PAGE and _is_list(below))


def _is_list(lines: Sequence[str]) -> bool:
    """Tell whether the lines could be a menu or headlines: no prose, no list of figures.

    Programmes, line-ups, results and ingredients have a number in most lines.
    """
    sentences = sum(map(is_sentence, lines))
    figures = sum(bool(DIGIT.search(line)) and has_letters(line) and not is_dated(line) for line in lines)
    are_few = sentences <= FEW_SENTENCES * len(lines) and 2 * figures < len(lines)
    return are_few and not is_sentence(lines[-1]) and not any(map(is_prose, lines))


def _is_link(line: str) -> bool:
    """Tell whether ``line`` may stand in a list of links: a headline, its date, or mere signs."""
    return is_headline(line) or is_dated(line) or has_clock(line) or not has_letters(line)


def _are_teasers(lines: Sequence[str]) -> bool:
    """Tell whether the lines are headlines, each with a sentence or two below it."""
    heads, teasers = lines[::2], lines[1::2]
    are_short = all(is_sentence(line) and len(line) <= LONGEST_HEADLINE for line in teasers)
    return len(heads) == len(teasers) >= FEWEST_LINKS and all(map(is_headline, heads)) and are_short


def _announces(lines: Sequence[Line], section: _Section) -> bool:
    """Tell whether the author announces what is below: "You find us on:"."""
    is_reworded = section.hit.is_reworded and section.hit.phrase.traits.brings != "headlines"
    return is_reworded and lines[section.at].text.endswith(":")


def _is_announced(lines: Sequence[Line], index: int) -> bool:
    """Tell whether a line with a colon announces the labels that this line is one of."""
    above = range(index - 1, max(-1, index - 1 - MOST_LINKS), -1)
    first = next((at for at in above if not is_label(lines[at].text) or lines[at].text.endswith(":")), 0)
    return lines[first].text.endswith(":")


def _could_be_last(index: int, dropped: Mapping[int, Hit]) -> bool:
    """Tell whether the first line of a tail could be the last one of the article.

    An agency's notice could be, and so could a reworded phrase, "Thank you for your support", but for a heading
    of links.
    """
    hit = dropped[index]
    below = range(index + 1, index + 1 + FEWEST_LINKS)
    is_heading = hit.phrase.traits.brings == "headlines" and all(dropped.get(at) is hit for at in below)
    is_notice = hit.phrase.traits.has_year and (hit.phrase == COPYRIGHT or hit.phrase.is_frame)
    return is_notice or (hit.is_reworded and not is_heading)


def _is_prose(dropped: Mapping[int, Hit], lines: Sequence[Line]) -> bool:
    """Tell whether the author may have ended with the only line of the tail: "Don't miss it!"."""
    if len(dropped) != 1:
        return False
    ((index, hit),) = dropped.items()
    return hit.phrase.traits.could_be_prose and lines[index].text.endswith((".", "!"))
