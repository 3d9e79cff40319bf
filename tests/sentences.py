"""Sentences that more than one file of tests reads, and what is made of them."""

from __future__ import annotations

from cleaner import clean
from cleaner.tokenizer import LONGEST_PARAGRAPH

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
SENTENCES = [
    "The ferry to the islands leaves at seven, and Dr. Pryce is never late.",
    "“Will it come back?”",
    "So the child asked…",
    "Nobody knew!",
    "J. K. Hale said it would.",
]


def left(*lines: str) -> list[str]:
    """Return the lines that are left of a text of ``lines``."""
    return clean("\n".join(lines)).text.splitlines()


def giant(sentences: list[str], glue: str = " ") -> str:
    """Return a line of ``sentences``, again and again, that is too long for a paragraph."""
    return glue.join(sentences * (LONGEST_PARAGRAPH // len(glue.join(sentences)) + 1))
