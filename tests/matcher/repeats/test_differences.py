"""Differences: what a near copy says otherwise, in the spelling of the text."""

from __future__ import annotations

from cleaner.matcher.repeats import find_repeats

BODY = [
    "Мост через Каменку откроют 12 мая, сообщила глава посёлка Анна Лыкова на встрече с жителями в клубе.",
    "Строители уложили настил из лиственницы, поставили перила и теперь красят опоры в зелёный цвет, как просили дети.",
    "Строили мост два лета: первое ушло на сваи, которые плотники забивали с плота, второе на пролёты и на сходы к воде.",
    "Деньги собрали сами, лес дало лесничество, а перила сковал кузнец, который перед этим чинил ограду у школы.",
    "По мосту пойдёт и велосипедная дорожка: до станции станет ближе на два километра, а до школы почти на три.",
]


def differences(*lines: str) -> tuple[tuple[str, str], ...]:
    text = "\n".join(lines)
    (removal,) = find_repeats(text)
    return removal.differences


def test_an_exact_copy_has_none() -> None:
    assert differences("Мост", *BODY, *BODY) == ()


def test_corrected_words_are_told_as_what_stays_and_what_goes() -> None:
    copy = [BODY[0].replace("12 мая", "19 мая").replace("Лыкова", "Лукова"), *BODY[1:4], BODY[4].replace("почти ", "")]
    assert differences("Мост", *BODY, *copy) == (("12", "19"), ("Лыкова", "Лукова"), ("почти", ""))


def test_where_the_earlier_copy_goes_it_is_told_the_same_way() -> None:
    cut = [BODY[0].replace("12", "19"), BODY[1], BODY[2], BODY[3][:30]]
    assert differences(*cut, *BODY) == (("12", "19"),)


def test_what_stays_may_say_more() -> None:
    first = BODY[0].replace("12", "13")
    assert differences("Мост", *BODY, first, *BODY[2:]) == (("12", "13"),)
    assert differences("Мост", *BODY, first, *BODY[1:3], BODY[3][:-12] + "…") == (("12", "13"),)


def test_a_short_line_that_is_merely_alike_is_told_whole() -> None:
    lines = *BODY, "Фото: Иван Котов, 2023", *BODY, "Фото: И. Котов, 2024"
    assert differences("Мост", *lines) == (("Фото Иван Котов 2023", "Фото И Котов 2024"),)


def test_words_that_normalising_changes_are_told_as_compared() -> None:
    copy = [BODY[0].replace("12 мая", "½ ма\u00adя"), *BODY[1:]]
    assert differences("Мост", *BODY, *copy) == (("12", "1 2"),)
    accented = [paragraph.replace("Анна", "А\u0301нна").replace("12", "19") for paragraph in BODY]
    assert differences("Мост", *BODY, *accented) == (("12", "19"),)
