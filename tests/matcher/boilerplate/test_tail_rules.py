"""Rules for tails that no other test would miss: each of these texts comes out differently without one."""

from __future__ import annotations

from sentences import ARTICLE, FERRY, MILL, left

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
