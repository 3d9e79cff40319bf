"""The tail: from the first phrase on below which there is nothing but boilerplate."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import takewhile

from cleaner.matcher.boilerplate.page import MOST_LINKS, find_named, find_page_tail
from cleaner.matcher.boilerplate.reworded import find_reworded
from cleaner.matcher.boilerplate.shapes import Line, is_headline, is_label, is_prose, is_sentence
from cleaner.matcher.phrases.catalogue import Catalogue, Hit
from cleaner.matcher.phrases.phrase import COPYRIGHT

# So many lines below its heading are a list of links, whatever its wording.
FEWEST_LINKS = 2


def find_tail(lines: Sequence[Line], catalogue: Catalogue) -> dict[int, Hit]:
    """Return the lines of the tail, each with its phrase; the first line is never among them."""
    dropped = _explained(lines, catalogue)
    known = {index: hit for index, line in enumerate(lines) if (hit := dropped.get(index) or line.hit)}
    for index, hit in find_page_tail(lines, known, catalogue).items():
        dropped.setdefault(index, hit)
    for index in takewhile(lambda index: _could_be_last(index, dropped), sorted(dropped)):
        del dropped[index]
    # A verse may begin like "More from …": some phrase must be one without a name in it.
    is_verse = all(hit.phrase.has_slot for hit in dropped.values())
    return {} if is_verse or _is_prose(dropped, lines) else dropped


def find_fuzzy(line: str, catalogue: Catalogue, *, is_followed: bool) -> Hit | None:
    """Return the phrase that a ``line`` at the end holds or rewords, though it is none itself."""
    # "More from …" as the last line of all could be the author's: "More from me in June".
    named = find_named(line, catalogue) if is_followed else None
    row = None if is_sentence(line) else catalogue.find_row(line)
    return named or row or find_reworded(line, catalogue)


def _explained(lines: Sequence[Line], catalogue: Catalogue) -> dict[int, Hit]:
    """Return the lines at the end that are phrases, or what a phrase above them brings along."""
    dropped: dict[int, Hit] = {}
    is_boilerplate = False
    below: list[int] = []
    for index in range(len(lines) - 1, 0, -1):
        line = lines[index].text
        if hit := lines[index].hit or find_fuzzy(line, catalogue, is_followed=bool(dropped or below)):
            if not _explains(hit, [lines[at].text for at in below], is_last=not dropped):
                break
            dropped |= dict.fromkeys([index, *below], hit)
            # A counter, a phrase of several words, or one that has links below it.
            is_boilerplate = is_boilerplate or not is_label(line) or (bool(below) and " " in line)
            below = []
        elif line.endswith(":") and not is_boilerplate:
            # Labels only: the article's own list, even if its items read like boilerplate.
            return {}
        elif is_prose(line) or len(below) == MOST_LINKS:
            break
        else:
            below.append(index)
    return dropped


def _explains(hit: Hit, below: Sequence[str], *, is_last: bool) -> bool:
    """Tell whether the lines between a phrase and the next one, or the end, belong to it."""
    if not below:
        return True
    traits = hit.phrase.traits
    if traits.brings == "headlines" and not hit.has_suffix:
        return all(map(is_headline, below))
    if traits.brings == "labels" and not hit.has_suffix:
        return all(map(is_label, below))
    # Between two phrases labels are boilerplate too: counts, networks that the catalogue does not know, the fields of a
    # form (jusText's neighbourhood).
    return not is_last and traits.has_neighbours and all(map(is_label, below))


def _could_be_last(index: int, dropped: Mapping[int, Hit]) -> bool:
    """Tell whether the first line of a tail could be the last one of the article.

    An agency's notice could be, and so could a reworded phrase, "Thank you for your support", but for a heading
    of links.
    """
    hit = dropped[index]
    below = range(index + 1, index + 1 + FEWEST_LINKS)
    is_heading = hit.phrase.traits.brings == "headlines" and all(dropped.get(at) is hit for at in below)
    return hit.phrase == COPYRIGHT or (hit.is_reworded and not is_heading)


def _is_prose(dropped: Mapping[int, Hit], lines: Sequence[Line]) -> bool:
    """Tell whether the author may have ended with the only line of the tail: "Don't miss it!"."""
    if len(dropped) != 1:
        return False
    ((index, hit),) = dropped.items()
    return hit.phrase.traits.could_be_prose and lines[index].text.endswith((".", "!"))
