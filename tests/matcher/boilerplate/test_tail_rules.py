"""Rules for tails that no other test would miss: each of these texts comes out differently without one."""

from __future__ import annotations

from cleaner import clean

FERRY = [
    "The ferry to the western shore leaves at seven, and on most mornings a dozen people with bicycles are waiting.",
    "Its captain has steered it for thirty years, through fog and drifting ice, without so much as a scratch.",
    "Since the bridge was opened fewer lorries come aboard, but the crossing is still full whenever the sun is out.",
    "The council pays for half of every ticket, which some call a waste of money and others the price of a village.",
    "A new boat with a silent engine has been ordered from a yard in the north and will arrive in the autumn.",
    "Until then the old one goes on, painted white and green, and smells of coffee, rope and diesel as it always did.",
]
MILL = [
    "Behind the mill a path climbs through nettles to the old quarry, where children are told not to swim in June.",
    "Nobody remembers who dug it first, though a date is cut into the rock above the pool: seventeen hundred and two.",
    "Stone from here went into the church, the lighthouse and the walls that keep sheep out of everybody's beans.",
    "Work ended in one afternoon, when a spring broke through and filled the pit faster than two pumps could empty it.",
    "Divers say that a crane still stands at the bottom, upright, with a kettle on the hook and perch in the cabin.",
    "Every few years somebody wants to turn it into a museum, and every time the money goes to the road instead.",
]
ARTICLE = ["The ferry to the western shore", *FERRY]


def left(*lines: str) -> list[str]:
    """Return the lines that are left of a text of ``lines``."""
    return clean("\n".join(lines)).text.splitlines()


PAGE = ["Share this article", "Subscribe now", "Tags: boats", "Privacy policy"]
LINKS = ["Council votes to reopen the market", "Five reasons for dearer butter", "A new terminal for the harbour"]


def test_a_box_inside_goes_and_prose_behind_it_is_the_article_going_on() -> None:
    below = FERRY[0].replace("ferry", "steamer")
    box = ["Related stories", *[f"* {link}" for link in LINKS]]
    assert left(*ARTICLE, *box, below, *PAGE) == [*ARTICLE, below]


def test_two_sentences_below_up_next_are_the_article() -> None:
    article = [*ARTICLE, "Up next", "Rovers travel to Ashby on Sunday.", "The Swifts rest."]
    assert left(*article, *PAGE) == article


def test_more_prose_below_than_above_is_the_article() -> None:
    article = ["Who steers the ferry", *FERRY[:2], "Facebook", "Instagram", " ".join(MILL[:3])]
    assert " ".join(MILL[:3]) in left(*article, "Twitter", "Email", "Print")


def test_two_long_paragraphs_below_a_box_are_the_article() -> None:
    long = [" ".join(MILL[:3]), " ".join(MILL[3:])]
    kept = left(
        *ARTICLE,
        "The harbour is older than the town, they say. " * 4,
        "Share this article",
        "Tags: boats",
        *long,
        *PAGE[1:],
    )
    assert kept[-2:] == long


def test_a_page_goes_with_the_teasers_in_it() -> None:
    things = ["bakery", "bridge", "chapel", "garden", "kiln", "library", "meadow", "orchard", "smithy", "weir"]
    teasers = [line for thing in things for line in (f"Plans for the {thing} are ready", f"The {thing} gets a roof.")]
    assert left(*ARTICLE, *PAGE, *teasers, "Newsletter", "Terms of use") == ARTICLE


def test_labels_between_two_phrases_go_with_them() -> None:
    article = ARTICLE[:2]
    assert left(*article, "Subscribe now", "Your county", "Your parish", "Privacy policy") == article
