"""Articles for the machine to draw: paragraphs in several scripts, with all that may be wrong about a page.

Whoever draws, hypothesis, a fuzzer or chance, lends a function that gives a number from low to high.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from itertools import chain
from textwrap import wrap
from typing import TypeVar

Number = Callable[[int, int], int]
Option = TypeVar("Option")

# Words are put together from two of these, so that a paragraph has enough different ones.
STEMS = {
    "latin": "river market council bridge winter paper station engine garden letter window summer village doctor",
    "cyrillic": "река рынок совет мост зима бумага станция сад письмо окно лето деревня доктор город поезд ёлка",
    "arabic": "نهر سوق مجلس جسر شتاء ورق محطة حديقة رسالة نافذة صيف قرية طبيب مدينة قطار",
    "hebrew": "נהר שוק מועצה גשר חורף נייר תחנה גן מכתב חלון קיץ כפר רופא עיר רכבת",
    "devanagari": "नदी बाज़ार परिषद पुल सर्दी काग़ज़ स्टेशन बगीचा चिट्ठी खिड़की गर्मी गाँव डॉक्टर शहर रेलगाड़ी",
}
UNSPACED = {
    "han": "河市橋冬紙駅園信窗夏村醫城車海山田風雨花草木石火水土金月日星天地人口手足目耳心力刀門戸馬牛羊魚鳥虫貝衣食住行走飛立坐見聞言話書筆白黒赤青大小多少高低長短古今東西南北左右前後内外",
    "thai": "กขคงจชซญดตถทธนบปผพฟภมยรลวศสหอฮะาเแโใไ๑๒๓๔๕๖๗๘๙",
}
SCRIPTS = (*STEMS, *UNSPACED)
LENGTHS = (60, 45, 30, 30, 12, 3)
STOPS = {"devanagari": "।", "han": "。", "arabic": "."}

TAILS = (
    ["Комментарии (0)"],
    ["Share", "Comments (2)"],
    ["Lesen Sie auch", "Ein Markt macht wieder auf", "Was der Winter im Dorf kostet"],
    ["Tags: river, market", "© 2024 The Paper"],
    ["شارك", "التعليقات"],
    ["2 Comments", "Anna", "12 May 2024, 10:30", "Well said!", "Bert", "13 May 2024, 11:30", "Not at all."],
    ["Share", "Tweet", "Subscribe to our newsletter", "Related articles", "A short headline", "Privacy policy"],
    ["No comments yet."],
)
INSIDE = (
    "Read also: a short headline",
    "Advertisement",
    "* * *",
    "12:30",
    "Share",
    "Читайте также: рынок снова открыт",
)
SIGNS = (
    "\u200f",
    "\u202e",
    "\u0301",
    "\u0323",
    "\u00ad",
    "\u2028",
    "\x85",
    "\x0b",
    "\x0c",
    "\x1c",
    "\x00",
    "\ufeff",
    "ﷺ",
    "İ",
    "ß",
)
ENDS = ("\n", "\n\n", "\r\n", "\r", "\n \n", "\r\n\r\n", "\n\n\n\t\n", " \n")


def article(number: Number) -> str:
    """Return an article, with or without copies of its paragraphs, furniture, a giant line and odd signs."""
    script = pick(number, SCRIPTS)
    body = [prose(number(0, 99), script, pick(number, LENGTHS)) for _ in range(number(2, 7))]
    lines = [" ".join(body[0].split()[:4])] if number(0, 1) else []
    lines += body
    for _ in range(pick(number, (0, 1, 1, 1, 2))):
        lines = pick(number, COPIERS)(number, lines, body)
    for _ in range(pick(number, (0, 0, 1, 2))):
        lines.insert(number(0, len(lines)), pick(number, INSIDE))
    for _ in range(pick(number, (0, 1, 1, 2))):
        lines += pick(number, TAILS)
    text = laid_out(number, lines)
    for _ in range(pick(number, (0, 0, 0, 1, 3))):
        at = number(0, len(text))
        text = text[:at] + pick(number, SIGNS) * pick(number, (1, 1, 40)) + text[at:]
    return text


def pick(number: Number, options: Sequence[Option]) -> Option:
    """Return one of ``options``."""
    return options[number(0, len(options) - 1)]


def prose(seed: int, script: str, length: int) -> str:
    """Return a paragraph of so many words, the same one for the same ``seed``."""
    chance = random.Random(seed)
    if script in UNSPACED:
        said = "".join(chance.choices(UNSPACED[script], k=2 * length))
    else:
        stems = STEMS[script].split()
        said = " ".join(chance.choice(stems) + chance.choice(stems) for _ in range(length)).capitalize()
    return said + STOPS.get(script, ".")


def laid_out(number: Number, lines: Sequence[str]) -> str:
    """Return the lines as one text: each with its own line end, all with the same, or as a giant line without any."""
    kind = number(0, 5)
    if kind == 0:
        giant = " ".join(lines)
        return " ".join([giant] * (2501 // max(1, len(giant)) + 1)) if number(0, 1) else giant
    if kind == 1:
        return "".join(line + pick(number, ENDS) for line in lines)
    end = pick(number, ENDS)
    return end.join(lines) + pick(number, ("", end))


def _exact(number: Number, lines: list[str], body: list[str]) -> list[str]:
    return lines + body[number(0, len(body) - 1) :]


def _thrice(number: Number, lines: list[str], body: list[str]) -> list[str]:
    return lines + body + body


def _interleaved(number: Number, lines: list[str], body: list[str]) -> list[str]:
    return lines + list(chain.from_iterable((paragraph, pick(number, INSIDE)) for paragraph in body))


def _edited(number: Number, lines: list[str], body: list[str]) -> list[str]:
    return lines + [_with_other_words(number, paragraph) for paragraph in body]


def _with_other_words(number: Number, paragraph: str) -> str:
    said = paragraph.split() if " " in paragraph else list(paragraph)
    for _ in range(number(0, 1 + len(said) // 12)):
        said[number(0, len(said) - 1)] = pick(number, ("now", "7", "", "年", "not"))
    return (" " if " " in paragraph else "").join(said)


def _rewrapped(number: Number, lines: list[str], body: list[str]) -> list[str]:
    width = number(40, 120)
    return lines + list(chain.from_iterable(wrap(paragraph, width) for paragraph in body))


def _merged(number: Number, lines: list[str], body: list[str]) -> list[str]:
    return [*lines, " ".join(body)]


def _cut(number: Number, lines: list[str], body: list[str]) -> list[str]:
    kept = body[: number(1, len(body))]
    cut = kept[-1][: number(1, len(kept[-1]))] + pick(number, ("", "…", "..."))
    return [*lines, *kept[:-1], cut]


def _teased(number: Number, lines: list[str], body: list[str]) -> list[str]:
    longest = max(body, key=len)
    return [longest[: number(len(longest) // 3, len(longest))] + "…", *lines]


def _shuffled(number: Number, lines: list[str], body: list[str]) -> list[str]:
    return lines + random.Random(number(0, 9)).sample(body, len(body))


COPIERS = (_edited, _cut, _exact, _thrice, _interleaved, _edited, _rewrapped, _merged, _cut, _teased, _shuffled)
