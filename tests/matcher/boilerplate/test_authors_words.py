"""The author's words stay among boilerplate: closing paragraphs, lists, people, live blogs, in several languages."""

from __future__ import annotations

from typing import NamedTuple

import pytest

from cleaner import clean


class Page(NamedTuple):
    """An article in one language, and what its site puts around it."""

    headline: str
    body: tuple[str, ...]
    box: str
    tail: tuple[str, ...]
    button: str
    links: tuple[str, ...]


PAGES = {
    "en": Page(
        "The lock-keeper's garden",
        (
            "The garden at the third lock has won the county prize for the fifth time, and nobody on the canal is surprised.",
            "Its keeper says that the secret is the silt, which the dredger brings up every spring and leaves by the wall.",
            "In June the roses hang over the water, and those who wait for the gate to open reach up and break one off.",
            "She has never put up a sign against it, since a rose that is stolen from a boat, as she says, travels further.",
        ),
        "Read also:",
        ("Share this article", "Comments (3)"),
        "Comments (12)",
        ("The dredger goes north for the winter", "Why the towpath will stay closed", "A new bridge for the third lock"),
    ),
    "de": Page(
        "Der Garten an der Schleuse",
        (
            "Der Garten an der dritten Schleuse hat zum fünften Mal den Preis des Kreises gewonnen, und niemand wundert sich.",
            "Das Geheimnis, sagt die Wärterin, ist der Schlick, den der Bagger in jedem Frühjahr neben der Mauer abläd.",
            "Im Juni hängen die Rosen über dem Wasser, und wer auf das Tor wartet, greift hinauf und bricht sich eine ab.",
            "Ein Schild hat sie nie aufgestellt, denn eine gestohlene Rose, so meint sie, kommt weiter herum als eine gekaufte.",
        ),
        "Lesen Sie auch:",
        ("Artikel teilen", "Kommentare (3)"),
        "Kommentieren",
        ("Der Bagger fährt im Winter nach Norden", "Warum der Treidelpfad gesperrt bleibt", "Eine neue Brücke am Kanal"),
    ),
    "fr": Page(
        "Le jardin de l'écluse",
        (
            "Le jardin de la troisième écluse a remporté le prix du département pour la cinquième fois, sans étonner personne.",
            "Le secret, dit l'éclusière, c'est la vase que la drague remonte chaque printemps et laisse au pied du mur.",
            "En juin les roses pendent au-dessus de l'eau, et ceux qui attendent la porte lèvent le bras pour en casser une.",
            "Elle n'a jamais mis de pancarte, car une rose volée depuis un bateau, dit-elle, voyage plus loin que les autres.",
        ),
        "Lire aussi :",
        ("Partager cet article", "Commentaires (3)"),
        "Commenter",
        ("La drague remonte vers le nord", "Pourquoi le chemin de halage reste fermé", "Un nouveau pont pour le canal"),
    ),
    "es": Page(
        "El jardín de la esclusa",
        (
            "El jardín de la tercera esclusa ha ganado por quinta vez el premio de la comarca, y a nadie le ha extrañado.",
            "El secreto, dice la esclusera, es el limo que la draga saca cada primavera y deja amontonado junto al muro.",
            "En junio las rosas cuelgan sobre el agua, y los que esperan a que se abra la puerta alargan la mano y cortan una.",
            "Nunca ha puesto un cartel, porque una rosa robada desde una barca, según ella, llega mucho más lejos que otra.",
        ),
        "Lee también:",
        ("Compartir este artículo", "Comentarios (3)"),
        "Comentar",
        ("La draga se marcha al norte", "Por qué sigue cerrado el camino de sirga", "Un puente nuevo para el canal"),
    ),
    "ru": Page(
        "Сад у шлюза",
        (
            "Сад у третьего шлюза в пятый раз получил премию уезда, и никого на канале это нисколько не удивило.",
            "Весь секрет, говорит смотрительница, в иле, который землечерпалка каждую весну оставляет у стены.",
            "В июне розы свисают над водой, и те, кто ждёт, пока откроют ворота, тянутся вверх и срывают себе одну.",
            "Табличек она никогда не вешала: роза, украденная с лодки, по её словам, уплывает дальше купленной.",
        ),
        "Читайте также:",
        ("Поделиться", "Комментарии (3)"),
        "Комментировать",
        ("Землечерпалка уходит на север", "Почему бечевник останется закрыт", "У канала будет новый мост"),
    ),
}  # fmt: skip

CLOSING = {
    "en": [
        "The prize is a watering can, and she has put the other four on the sill, where the wind plays on them.",
        "Whoever wants to see it must come by water, for the road ends half a mile before the lock, in a field of oats.",
        "Next year the canal will be emptied for the repair of the gates, and what she will do then she does not know.",
        "“They may keep the prize,” she says, “if only somebody would mend the roof of the shed before the winter.”",
    ],
    "de": [
        "Der Preis ist eine Gießkanne, und die vier anderen stehen auf dem Sims, wo der Wind auf ihnen spielt.",
        "Wer ihn sehen will, muss über das Wasser kommen, denn die Straße endet schon weit vor der Schleuse im Hafer.",
        "Im nächsten Jahr wird der Kanal geleert, weil die Tore ausgebessert werden, und was dann wird, weiß sie nicht.",
        "„Den Preis dürfen sie behalten“, sagt sie, „wenn nur jemand vor dem Winter das Dach des Schuppens flickt.“",
    ],
    "fr": [
        "Le prix est un arrosoir, et les quatre autres sont rangés sur le rebord, où le vent en joue le soir.",
        "Qui veut le voir doit venir par l'eau, car la route s'arrête bien avant l'écluse, dans un champ d'avoine.",
        "L'an prochain on videra le canal pour réparer les portes, et ce qu'elle fera alors, elle ne le sait pas.",
        "« Qu'ils gardent le prix, dit-elle, pourvu que quelqu'un répare le toit de la remise avant l'hiver. »",
    ],
    "es": [
        "El premio es una regadera, y las otras cuatro están en el alféizar, donde el viento toca con ellas.",
        "Quien quiera verlo tiene que venir por el agua, porque el camino acaba antes de la esclusa, entre la avena.",
        "El año que viene vaciarán el canal para arreglar las compuertas, y lo que hará entonces no lo sabe todavía.",
        "«Que se queden con el premio», dice, «con tal de que alguien arregle el tejado del cobertizo antes del invierno.»",
    ],
    "ru": [
        "Премия — лейка, а четыре прежние стоят на подоконнике, и по вечерам на них играет ветер с канала.",
        "Кто хочет увидеть сад, должен приплыть: дорога кончается задолго до шлюза, посреди овсяного поля.",
        "В будущем году канал спустят, чтобы починить ворота, и что она станет делать тогда, она ещё не знает.",
        "«Премию пусть оставят себе, — говорит она, — лишь бы кто-нибудь до зимы починил крышу сарая».",
    ],
}

LISTS = [
    ["18:00 Doors open", "18:30 The mayor", "19:15 Brass band of the lock", "21:00 Fireworks"],
    ["9.30 Uhr Treffpunkt an der Schleuse", "11 Uhr Führung", "13 Uhr Mittagessen", "15 Uhr Heimfahrt"],
    ["200 g flour", "100 g butter", "3 eggs", "1 pinch of salt", "2 spoons of rose water"],
    ["250 g de farine", "3 œufs", "1 pincée de sel", "20 cl de lait"],
    ["200 г муки", "3 яйца", "щепотка соли", "2 ложки розовой воды"],
    ["1. Anna Berg, 12 points", "2. Peter Low, 11 points", "3. Mary Hale, 7 points"],
    ["Lock Rovers 2 Weir Town 1", "Canal United 0 Mill End 0", "Towpath 3 Harbour 2"],
    ["Version 2.1", "Fixed the gate that would not open", "Added a lamp", "Removed the old crank"],
    ["- a spade with a long handle", "- two buckets", "- gloves", "- a hat against the sun"],
    ["* ein Spaten", "* zwei Eimer", "* Handschuhe", "* ein Hut gegen die Sonne"],
    ["Monday: roses", "Tuesday: lilies", "Wednesday: nothing", "Thursday: roses again"],
    ["Lundi : les roses", "Mardi : les lis", "Mercredi : rien", "Jeudi : encore les roses"],
    ["Violin: Anna Berg", "Viola: Peter Low", "Cello: Mary Hale", "Piano: Olga Tarn"],
    ["Guitarra: Ana Ríos", "Bajo: Pedro Soler", "Batería: Marta Gil"],
    ["Роза: Анна Берг", "Садовник: Пётр Лоу", "Ветер: Мария Хейл"],
    ["First gate: 4 metres", "Second gate: 3 metres", "Third gate: 5 metres"],
    ["1887 the lock is built", "1921 the first roses", "1974 the road is given up", "2019 the fifth prize"],
    ["Rosa Bonica", "Rosa Fairy", "Rosa Mozart", "Rosa Gruss an Aachen"],
    ["Question 1: Who dug the canal?", "Question 2: How deep is it?", "Question 3: Who pays?"],
    ["By boat: from the mill, every hour", "By foot: along the towpath", "By car: not at all"],
]


def cleaned(lines: list[str]) -> list[str]:
    return clean("\n".join(lines)).text.splitlines()


@pytest.mark.parametrize("language", PAGES)
@pytest.mark.parametrize("number", range(4))
def test_a_closing_paragraph_between_a_box_and_the_tail_stays(language: str, number: int) -> None:
    page, closing = PAGES[language], CLOSING[language][number]
    article = [page.headline, *page.body, closing]
    assert cleaned([*article[:-1], page.box, *page.links, closing, *page.tail]) == article
    assert cleaned([*article[:-1], f"{page.box} {page.links[0]}", closing, *page.tail]) == article


@pytest.mark.parametrize("own", LISTS, ids=lambda own: own[0])
@pytest.mark.parametrize("language", PAGES)
def test_a_list_of_the_authors_below_a_link_stays(language: str, own: list[str]) -> None:
    page = PAGES[language]
    article = [page.headline, *page.body, *own]
    assert cleaned([page.headline, *page.body, f"{page.box} {page.links[0]}", *own, *page.tail]) == article
    assert cleaned([*article, *page.tail]) == article
    assert cleaned([page.headline, *page.body, page.tail[0], *own, page.tail[1]])[: len(article) - len(own)] == [
        page.headline,
        *page.body,
    ]
    assert set(own) <= set(cleaned([page.headline, *page.body, page.tail[0], *own, page.tail[1]]))


@pytest.mark.parametrize("language", PAGES)
def test_links_between_all_paragraphs_go_and_nothing_else(language: str) -> None:
    page = PAGES[language]
    lines = [line for at, own in enumerate(page.body) for line in (own, f"{page.box} {page.links[at % 3]}")]
    assert cleaned([page.headline, *lines[:-1], *page.tail]) == [page.headline, *page.body]


@pytest.mark.parametrize("networks", [["Website", "Twitter", "Facebook"], ["Instagram", "YouTube"], ["Telegram"]])
@pytest.mark.parametrize("bullet", ["", "- ", "* ", "• ", "1. "])
@pytest.mark.parametrize("language", PAGES)
def test_people_keep_their_networks(language: str, bullet: str, networks: list[str]) -> None:
    page = PAGES[language]
    lines = [page.headline, *(line for own in page.body for line in (own, *(bullet + name for name in networks)))]
    assert cleaned(lines) == lines


@pytest.mark.parametrize("time", ["9:05 - ", "10:30 ", "14h05 - ", "18.30 "])
@pytest.mark.parametrize("language", PAGES)
def test_a_live_blog_below_a_button_stays(language: str, time: str) -> None:
    page = PAGES[language]
    entries = [line for own in page.body for line in (f"{time}{own.split()[0]} {own.split()[1]}", f"{own[:-1]}!")]
    assert cleaned([page.headline, page.button, *entries])[-len(entries) :] == entries


@pytest.mark.parametrize("language", PAGES)
def test_one_unknown_sentence_at_the_end_hides_no_tail(language: str) -> None:
    page = PAGES[language]
    last = "The Harbour Weekly is committed to telling you all about the canals of the county, every Thursday."
    tail = [page.box, *page.links, *page.tail]
    assert cleaned([page.headline, *page.body, *tail, last]) == [page.headline, *page.body, last]


@pytest.mark.parametrize("language", PAGES)
def test_a_box_of_headlines_with_a_sentence_each_goes(language: str) -> None:
    page = PAGES[language]
    teasers = [line for link in page.links for line in (link, f"{link}, and what it means for the canal.")]
    assert cleaned([page.headline, *page.body, page.box, *teasers]) == [page.headline, *page.body]


@pytest.mark.parametrize(
    "last",
    [
        "The post The lock-keeper's garden appeared first on The Canal Weekly.",
        "Der Beitrag Der Garten an der Schleuse erschien zuerst auf Kanalblatt.",
    ],
)
def test_a_frame_goes_at_the_end(last: str) -> None:
    page = PAGES["en"]
    assert cleaned([page.headline, *page.body, last]) == [page.headline, *page.body]
    assert cleaned([page.headline, page.body[0], last, *page.body[1:]])[2] == last


def test_a_link_glued_to_a_sentence_that_goes_on_stays() -> None:
    page = PAGES["en"]
    glued = "Read also: The dredger goes north for the winter Nobody"
    rest = "on the canal has seen it since, though the lamp was lit at the third lock until the end of the month."
    assert cleaned([page.headline, *page.body, glued, rest]) == [page.headline, *page.body, glued, rest]
    assert cleaned([page.headline, *page.body[:2], glued[:-7], *page.body[2:]]) == [page.headline, *page.body]


def test_what_is_counted_up_is_no_row_of_networks() -> None:
    page = PAGES["en"]
    own = ["No links may be put below a message any more, among others to these places:", "- Facebook;", "- Instagram."]
    assert cleaned([page.headline, *page.body, *own]) == [page.headline, *page.body, *own]


def test_whose_rights_are_reserved_stays_under_a_headline() -> None:
    page = PAGES["en"]
    licence = ["Lock licence", "Copyright (c) 2013 Ada Brightwell", "Copyright (c) 2018 The Lock Project", *page.body]
    assert cleaned(licence) == licence


def test_both_sides_of_a_conflict_stay() -> None:
    page = PAGES["en"]
    lines = [
        "<<<<<<< ours",
        page.headline,
        *page.body,
        "=======",
        page.headline,
        *page.body,
        *page.tail,
        ">>>>>>> theirs",
    ]
    text = "\n".join(lines)
    assert clean(text).text is text
    assert clean(text.replace(">>>>>>> theirs", "> theirs")).changed


def test_an_article_below_the_comments_of_another_is_no_comment() -> None:
    page = PAGES["en"]
    drawer = ["Watch", "1 comment", "Paul Reeve", "May 24, 2026 at 4:31 pm", "They should settle it by a rowing match."]
    article = [page.headline, "By Ilse Marten", "Posted May 24, 2026 10:05 am", *page.body]
    assert cleaned([*drawer, *article])[-len(article) :] == article


def test_a_headline_that_ends_in_says_is_no_comment() -> None:
    page = PAGES["en"]
    news = [
        "Three ports are to share one pilot, the union chief says",
        "Fog will be common again, the weather office says",
    ]
    lines = [
        page.headline,
        *page.body,
        "Comments (2)",
        *(line for one in news for line in (one, page.body[0][:-1] + "!")),
    ]
    assert cleaned(lines)[-4:] == lines[-4:]
