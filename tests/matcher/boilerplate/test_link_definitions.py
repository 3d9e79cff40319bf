"""Link definitions: the addresses that stand below a text in Markdown."""

from __future__ import annotations

import pytest

from cleaner import clean
from cleaner.matcher.boilerplate.link_definitions import find_definitions
from cleaner.tokenizer import tokenize

ARTICLE = """\
# The lock-keeper's garden

The garden at the third lock has won the county prize [for the fifth time][1], and nobody on the canal is surprised.

Its keeper says that the secret is the silt, which the dredger brings up every spring and leaves beside the wall.

"""
LINKS = """\
Read also:

* [The dredger goes north for the winter][2]
* [Why the towpath will stay closed until May][3]

"""
DEFINITIONS = """\
[1]: https://canal.example/prize
[2]: https://canal.example/dredger
[3]: https://canal.example/towpath
"""


def test_definitions_hide_no_tail_and_those_of_the_tail_go_with_it() -> None:
    result = clean(ARTICLE + LINKS + DEFINITIONS)
    assert result.text == ARTICLE + "[1]: https://canal.example/prize\n"
    assert {removal.rule for removal in result.removals} == {"related:en:Read also"}


def test_a_definition_that_a_line_which_stays_refers_to_as_well_stays() -> None:
    text = ARTICLE.replace("][1]", "][2]") + LINKS + DEFINITIONS
    assert clean(text).text.endswith("[1]: https://canal.example/prize\n[2]: https://canal.example/dredger\n")


def test_definitions_of_an_article_without_furniture_stay() -> None:
    text = ARTICLE + DEFINITIONS
    assert clean(text).text is text


@pytest.mark.parametrize(
    ("lines", "first"),
    [
        (["The tide", "[1]: https://sea.example"], 1),
        (["The tide", "[a]: #notes", "[b]: /map"], 1),
        (["The tide", "[1]: Note: the tide was out when the clerk came"], 2),
        (["The tide", "[1]: /var/log holds what is left of it"], 2),
        (["The tide", "[1]: https://sea.example/a-very-long-", "address.html", "[2]: mailto:harbour@sea.example"], 1),
        (["The tide", "[1]: See the minutes of the harbour board, page 12"], 2),
        (["The tide", "[1]: https://sea.example", "And out it goes again"], 3),
        (["Tide"], 1),
        (["[1]: https://sea.example"], 0),
        ([], 0),
    ],
)
def test_where_definitions_begin(lines: list[str], first: int) -> None:
    assert find_definitions(tokenize("\n".join(lines))) == first


def test_labels_are_compared_as_markdown_does() -> None:
    text = ARTICLE.replace("][1]", "][The  Prize]") + LINKS.replace("][2]", "][the prize]")
    text += "[THE PRIZE]: https://canal.example/prize\n[3]: https://canal.example/towpath\n"
    assert clean(text).text == ARTICLE.replace("][1]", "][The  Prize]") + "[THE PRIZE]: https://canal.example/prize\n"
