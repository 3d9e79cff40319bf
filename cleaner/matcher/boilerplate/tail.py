"""The tail: from the first phrase on below which there is nothing but furniture."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import takewhile

from cleaner.matcher.boilerplate.long_tail import find_long_tail, find_named
from cleaner.matcher.boilerplate.shapes import is_headline, is_label, is_prose, is_sentence
from cleaner.matcher.catalogue import COPYRIGHT, Catalogue, Hit, has_slot
from cleaner.matcher.kin import find_kin
from cleaner.tokenizer import Paragraph

# So many links a "read also" or a "tags" brings along; sites put 3 to 10 there, seldom 20.
MOST_LINKS = 20
# So many lines below its heading are a list of links, whatever its wording.
FEWEST_LINKS = 2
# Between two phrases so many labels are furniture too: counts, networks that the catalogue does not
# know, the fields of a form (jusText's neighbourhood).
MOST_NEIGHBOURS = 3
HAVE_NEIGHBOURS = frozenset({"app", "comments", "consent", "reply", "service", "share", "subscribe"})
# One of these as the only phrase, and said like a sentence, is a last word: "Don't miss it!"
COULD_BE_SAID = frozenset({"related", "reply", "share"})


def find_tail(paragraphs: Sequence[Paragraph], hits: Mapping[int, Hit], catalogue: Catalogue) -> dict[int, Hit]:
    """Return the lines of the tail, each with the phrase it goes for; the first line is never among them."""
    going = _explained(paragraphs, hits, catalogue)
    for index, hit in find_long_tail(paragraphs, {**going, **hits}, catalogue).items():
        going.setdefault(index, hit)
    for index in takewhile(lambda index: _could_be_last(index, going), sorted(going)):
        del going[index]
    # A verse may begin like "More from …": some phrase must be one without a name in it.
    is_verse = all(has_slot(hit.phrase) for hit in going.values())
    return {} if is_verse or _is_said(going, paragraphs) else going


def _explained(paragraphs: Sequence[Paragraph], hits: Mapping[int, Hit], catalogue: Catalogue) -> dict[int, Hit]:
    """Return the lines at the end that are phrases, or what a phrase above them brings along."""
    going: dict[int, Hit] = {}
    is_furniture = False
    below: list[int] = []
    for index in range(len(paragraphs) - 1, 0, -1):
        line = paragraphs[index].text
        if hit := hits.get(index) or find_nearly(line, catalogue, is_followed=bool(going or below)):
            if not _explains(hit, [paragraphs[at].text for at in below], is_last=not going):
                break
            going |= dict.fromkeys([index, *below], hit)
            # A counter, a phrase of several words, or one that has links below it.
            is_furniture = is_furniture or not is_label(line) or (bool(below) and " " in line)
            below = []
        elif line.endswith(":") and not is_furniture:
            # Labels only: the article's own list, even if its items read like furniture.
            return {}
        elif is_prose(line) or len(below) == MOST_LINKS:
            break
        else:
            below.append(index)
    return going


def find_nearly(line: str, catalogue: Catalogue, *, is_followed: bool) -> Hit | None:
    """Return the phrase that a ``line`` at the end holds, misspells or rewords, though it is none itself."""
    # "More from …" as the last line of all could be the author's: "More from me in June".
    named = find_named(line, catalogue) if is_followed else None
    row = None if is_sentence(line) else catalogue.find_row(line)
    return named or row or catalogue.find_misspelt(line) or find_kin(line, catalogue)


def _explains(hit: Hit, below: Sequence[str], *, is_last: bool) -> bool:
    """Tell whether the lines between a phrase and the next one, or the end, belong to it."""
    if not below:
        return True
    if hit.phrase.category == "related" and not hit.goes_on:
        return all(map(is_headline, below))
    if hit.phrase.category == "tags" and not hit.goes_on:
        return all(map(is_label, below))
    is_between = not is_last and len(below) <= MOST_NEIGHBOURS
    return is_between and hit.phrase.category in HAVE_NEIGHBOURS and all(map(is_label, below))


def _could_be_last(index: int, going: Mapping[int, Hit]) -> bool:
    """Tell whether the first line of a tail could be the last one of the article: below furniture it is the page's.

    An agency's notice could be, and so could kin, "Thank you for your support", but for a heading of links.
    """
    hit = going[index]
    below = range(index + 1, index + 1 + FEWEST_LINKS)
    is_heading = hit.phrase.category == "related" and all(going.get(at) is hit for at in below)
    return hit.phrase is COPYRIGHT or (hit.is_kin and not is_heading)


def _is_said(going: Mapping[int, Hit], paragraphs: Sequence[Paragraph]) -> bool:
    if len(going) != 1:
        return False
    ((index, hit),) = going.items()
    return hit.phrase.category in COULD_BE_SAID and paragraphs[index].text.endswith((".", "!"))
