"""Intentional repetition: forms filled in twice, entries of a list, statements made anew."""

from __future__ import annotations

from collections import Counter

from cleaner.matcher.repeats.duplicates import Duplicate, different_words
from cleaner.matcher.repeats.sides import Side
from cleaner.matcher.repeats.similarity import fuzz
from cleaner.matcher.repeats.tokens import TokenIndex
from cleaner.paragraph import ELLIPSIS, LONGEST_HEADLINE

# Where this share of the paragraphs differ in a number, or have one same word for another, the block
# is a form filled in twice. A corrected article differs in one paragraph or two.
TEMPLATE = 0.5
# Long texts are forms from this share of exchanged words on. Recipes, contracts and logs filled in twice have
# .026 to .098, articles with a few figures corrected .012.
FILLED = 0.02
# Up to so many paragraphs of prose under headings of their own, with words exchanged, are variants of
# one thing: two cakes, two birds, two systems. Articles that stand there twice are longer.
MOST_VARIANTS = 4
# A paragraph that stands there so often is a refrain; a page is scraped twice as a whole. So are several of them if
# they have fewer different words: no chorus or response among 220 texts that must stay has so many, the parts of pages
# that hold theirs three times more.
REFRAIN, REFRAIN_WORDS = 3, 100
# How mail, dialogue and quotations begin.
QUOTES = tuple(">«»„“\"‘'—–-")
QUESTION = ("?", "？", "؟")
# Headings that resemble each other so much (0-100) are those of a list.
ALIKE_HEADINGS = 70
# Headings that do not resemble each other are no longer than this.
LONGEST_UNLIKE_HEADING = 80


def is_intentional(duplicate: Duplicate) -> bool:
    """Tell whether both copies are wanted, alike as they are."""
    if len(duplicate.evidence) == 1:
        # Of a single paragraph any other word makes a new statement: "are not", "rejected", "Employee".
        is_changed = bool(duplicate.gaps_in_evidence()) and not is_cut_short(duplicate.evidence[0], duplicate.side)
        return is_changed or _is_refrain(duplicate) or _is_quoted(duplicate) or _is_entry(duplicate)
    return _is_form(duplicate) or _is_refrain(duplicate) or _is_entry(duplicate)


def is_cut_short(paragraph: int, side: Side) -> bool:
    """Tell whether the paragraph is the beginning of another and ends in an ellipsis."""
    return side.tokens.texts[paragraph].endswith(ELLIPSIS) and side.is_beginning(paragraph)


def resemble(one: int, other: int, tokens: TokenIndex) -> bool:
    """Tell whether two short paragraphs are alike, or, if they say nothing, the same signs."""
    if max(len(tokens.texts[one]), len(tokens.texts[other])) > LONGEST_HEADLINE:
        return False
    words = " ".join(tokens.words_of(one)), " ".join(tokens.words_of(other))
    return fuzz.ratio(*words) >= ALIKE_HEADINGS if any(words) else tokens.texts[one] == tokens.texts[other]


def _is_form(duplicate: Duplicate) -> bool:
    """Tell whether the copies are one form filled in twice: "Sample A: 12 g", "Sample B: 15 g"."""
    swaps = [gap for gap in duplicate.gaps_in_evidence() if gap.is_swap()]
    times = Counter((gap.old, gap.new) for gap in swaps)
    filled = [gap.paragraphs for gap in swaps if gap.renumbers() or times[gap.old, gap.new] > 1]
    if duplicate.is_certain() and len(filled) < FILLED * duplicate.length():
        return False
    return len(frozenset[int]().union(*filled).intersection(duplicate.evidence)) >= TEMPLATE * len(duplicate.evidence)


def _is_refrain(duplicate: Duplicate) -> bool:
    """Tell whether the paragraphs come back again and again: a question, a response, a chorus."""
    times = duplicate.tokens.times
    comes_back = all(times[duplicate.tokens.texts[p]] >= REFRAIN for p in duplicate.evidence)
    words = different_words(duplicate.evidence, duplicate.tokens)
    is_chorus = words < REFRAIN_WORDS * duplicate.tokens.tokens_per_word
    is_part = len(duplicate.evidence) == 1 or is_chorus
    return comes_back and is_part and not duplicate.follows_at_once()


def _is_quoted(duplicate: Duplicate) -> bool:
    """Tell whether the paragraph is somebody's words, told again to be talked about."""
    (paragraph,) = duplicate.evidence
    texts = duplicate.tokens.texts
    is_announced = paragraph > 0 and texts[paragraph - 1].endswith(":")
    return (is_announced or texts[paragraph].startswith(QUOTES)) and not duplicate.follows_at_once()


def _is_entry(duplicate: Duplicate) -> bool:
    """Tell whether the copies are entries of a list, each under a heading of its own."""
    tokens = duplicate.tokens
    own, other = _headings(duplicate)
    if min(own, other) < 0 or tokens.words_of(own) == tokens.words_of(other):
        return False
    if resemble(own, other, tokens):
        # Above a long copy of all that follows the headline, one like it is the headline edited.
        return other > 0 or len(duplicate.evidence) <= MOST_VARIANTS
    # Where the second copy follows the first at once, the line before it is the first one's end.
    last = duplicate.side.partners[duplicate.covered[-1]][1]
    are_apart = own not in range(other + 1, last + 1) and other not in duplicate.covered
    if not (are_apart and _are_headings(own, other, tokens)):
        return False
    # A copy that is the same to the word and stands below the headline may be the article itself.
    if other > 0:
        return len(duplicate.evidence) <= MOST_VARIANTS or tokens.times[tokens.texts[own]] == 1
    are_variants = len(duplicate.evidence) == 1 or any(gap.is_swap() for gap in duplicate.gaps_in_evidence())
    return are_variants and len(duplicate.evidence) <= MOST_VARIANTS


def _headings(duplicate: Duplicate) -> tuple[int, int]:
    """Return the lines above both copies, or the first of each where that is a heading of its own."""
    first = duplicate.covered[0]
    partner, _ = duplicate.side.partners[first]
    tokens = duplicate.tokens
    is_heading = first not in duplicate.evidence and 0 not in (first, partner) and _are_headings(first, partner, tokens)
    if (
        is_heading
        and tokens.length(first) == tokens.length(partner)
        and tokens.words_of(first) != tokens.words_of(partner)
    ):
        return first, partner
    return first - 1, partner - 1


def _are_headings(one: int, other: int, tokens: TokenIndex) -> bool:
    """Tell whether the paragraphs could be two headings or two questions, by how they end."""
    if max(len(tokens.texts[one]), len(tokens.texts[other])) > LONGEST_UNLIKE_HEADING:
        return False
    questions = [tokens.texts[p].endswith(QUESTION) for p in (one, other)]
    return all(questions) or not (tokens.ends_sentence(one) or tokens.ends_sentence(other))
