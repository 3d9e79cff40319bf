"""Repetition that is meant: forms filled in twice, entries of a list, statements made anew."""

from __future__ import annotations

from collections import Counter

from rapidfuzz import fuzz

from cleaner.matcher.repeats.copies import Copy
from cleaner.matcher.repeats.sides import Side
from cleaner.matcher.words import Wording

# Where this share of the paragraphs differ in a number, or have one same word for another, the block
# is a form filled in twice. A corrected article differs in one paragraph or two.
TEMPLATE = 0.5
# Long texts are forms from this share of exchanged words on. Recipes, contracts and logs filled in twice have
# .026 to .098, articles with a few figures corrected .012.
FILLED = 0.02
# Up to so many paragraphs of prose under headings of their own, with words exchanged, are variants of
# one thing: two cakes, two birds, two systems. Articles that stand there twice are longer.
MOST_VARIANTS = 4
# A single paragraph that stands there so often is a refrain; a page is scraped twice as a whole.
REFRAIN = 3
# How mail, dialogue and quotations begin.
QUOTES = tuple(">«»„“\"‘'—–-")
QUESTION = ("?", "？", "؟")
ELLIPSIS = ("…", "...", "[…]", "[...]")
# Headings up to this many code points that resemble each other so much (0-100) are those of a list.
LONGEST_HEADING, ALIKE = 200, 70


def is_meant(copy: Copy) -> bool:
    """Tell whether both copies are wanted, alike as they are."""
    if len(copy.evidence) == 1:
        # Of a single paragraph any other word makes a new statement: "are not", "rejected", "Employee".
        is_changed = bool(copy.gaps_in_evidence()) and not is_cut_short(copy.evidence[0], copy.side)
        return is_changed or _is_refrain(copy) or _is_quoted(copy) or _is_entry(copy)
    return _is_form(copy) or _is_entry(copy)


def is_cut_short(paragraph: int, side: Side) -> bool:
    """Tell whether the paragraph is the beginning of another and ends in an ellipsis."""
    return side.wording.texts[paragraph].endswith(ELLIPSIS) and side.is_beginning(paragraph)


def resemble(one: int, other: int, wording: Wording) -> bool:
    """Tell whether two short paragraphs are alike, or, if they say nothing, the same signs."""
    if max(len(wording.texts[one]), len(wording.texts[other])) > LONGEST_HEADING:
        return False
    said = " ".join(wording.said(one)), " ".join(wording.said(other))
    return fuzz.ratio(*said) >= ALIKE if any(said) else wording.texts[one] == wording.texts[other]


def _is_form(copy: Copy) -> bool:
    """Tell whether the copies are one form filled in twice: "Sample A: 12 g", "Sample B: 15 g"."""
    swaps = [gap for gap in copy.gaps_in_evidence() if gap.is_swap()]
    times = Counter((gap.old, gap.new) for gap in swaps)
    filled = [gap.paragraphs for gap in swaps if gap.renumbers() or times[gap.old, gap.new] > 1]
    if copy.is_certain() and len(filled) < FILLED * sum(map(copy.wording.length, copy.evidence)):
        return False
    return len(frozenset[int]().union(*filled).intersection(copy.evidence)) >= TEMPLATE * len(copy.evidence)


def _is_refrain(copy: Copy) -> bool:
    """Tell whether the paragraph comes back again and again: a question, a venue, a response."""
    return copy.wording.times[copy.wording.texts[copy.evidence[0]]] >= REFRAIN and not copy.follows_at_once()


def _is_quoted(copy: Copy) -> bool:
    """Tell whether the paragraph is somebody's words, told again to be talked about."""
    (paragraph,) = copy.evidence
    texts = copy.wording.texts
    is_announced = paragraph > 0 and texts[paragraph - 1].endswith(":")
    return is_announced or texts[paragraph].startswith(QUOTES)


def _is_entry(copy: Copy) -> bool:
    """Tell whether the copies are entries of a list, each under a heading of its own."""
    wording = copy.wording
    first, last = copy.side.partners[copy.covered[0]][0], copy.side.partners[copy.covered[-1]][1]
    own, other = copy.covered[0] - 1, first - 1
    if min(own, other) < 0 or wording.said(own) == wording.said(other):
        return False
    if resemble(own, other, wording):
        return True
    # Where the second copy follows the first at once, the line before it is the first one's end.
    are_apart = own not in range(first, last + 1) and other not in copy.covered
    # A copy that is the same to the word and stands below the headline may be the article itself.
    are_variants = len(copy.evidence) == 1 or other > 0 or any(gap.is_swap() for gap in copy.gaps_in_evidence())
    are_headings = _are_headings(own, other, wording)
    return are_apart and are_headings and are_variants and len(copy.evidence) <= MOST_VARIANTS


def _are_headings(one: int, other: int, wording: Wording) -> bool:
    """Tell whether the paragraphs could be two headings or two questions, by how they end."""
    questions = [wording.texts[p].endswith(QUESTION) for p in (one, other)]
    return all(questions) or not (wording.is_sentence(one) or wording.is_sentence(other))
