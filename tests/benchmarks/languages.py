"""Five languages to write articles in: their little words, most frequent first, stems with endings, names, boilerplate."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import product


@dataclass(frozen=True)
class Language:
    """What an article is made of.

    ``width`` is how many bytes of UTF-8 its letters have. ``said`` has a place for the name.
    """

    little: tuple[str, ...]
    words: tuple[str, ...]
    names: tuple[str, ...]
    quotes: tuple[str, str]
    said: str
    stop: str
    comma: str
    space: str
    width: int
    tails: tuple[tuple[str, ...], ...]


def _words(stems: str, endings: str) -> tuple[str, ...]:
    """Return every stem with every ending; a "-" is none."""
    return tuple(stem + ending.strip("-") for stem, ending in product(stems.split(), endings.split()))


ENGLISH = Language(
    little=tuple(
        "the of and to a in that it is was for on with he as at by his they had are but from be this have not or "
        "which one were all their there when who would more an so if out up about into than then its only some could "
        "time these two may other do first any my now such like our over even most after also many before must through "
        "years where much your way well down should because each just those people too little good very make world "
        "still own see men work long get here between both life being under never day same another know while last "
        "might us great old year off come since against go came right used take three".split()
    ),
    words=_words(
        "harbour council bridge market winter garden station engine letter window village doctor ferry river summer "
        "paper school budget lamp shore island lantern mill quarry orchard timber copper wheel ledger clock canvas "
        "vessel anchor barrel cellar chapel corner courier cottage farmer field fisher forest grain gravel guild herd "
        "inspector journal keeper ladder lawyer machine meadow merchant minister mortar neighbour orchestra painter "
        "pasture pension pilot plaster plough pocket porter printer pupil quarter railway record refuge repair rescue "
        "rumour sailor season settle shelter signal silver singer soldier spring stable storm street supper surgeon "
        "tailor tariff teacher theatre thread ticket tower trader treaty tunnel uniform valley verdict vintage visitor "
        "voter wagon warden weaver whisper wonder yield answer borrow carry climb gather happen listen measure promise "
        "question remember travel wander build count draw follow hold learn offer reach start turn wait watch",
        "- - s s ed ing er",
    ),
    names=("Anselm Pryce", "Harrow Sound", "Ms Oduya", "Pryce’s", "Marta Kellan", "the Harbour Board", "Tuesday"),
    quotes=("“", "”"),
    said=" said {}",
    stop=".",
    comma=",",
    space=" ",
    width=1,
    tails=(
        ("Share", "Comments (2)"),
        ("Read also:", "Council votes to reopen the riverside market", "What the budget means for small schools"),
        ("Tags: harbour, budget", "© 2024 The Harrow Paper"),
        ("Share this article", "Tweet", "Subscribe to our newsletter", "Related articles", "A market reopens"),
    ),
)
RUSSIAN = Language(
    little=tuple(
        "и в не на что он с как это по но из у за то все так его к же от для о я она мы бы только был было вот ещё уже "
        "когда или до если даже их есть были при чтобы который ни без под кто том может время после себя ничего раз "
        "потом где теперь очень также более между здесь сейчас лет тоже через сам два надо перед потому один чем "
        "год там того этого во со быть была над лишь много всегда снова почти вместе около каждый".split()
    ),
    words=_words(
        "город мост рынок совет паром берег завод музей театр урожай вокзал поезд доктор голос закон указ клуб сад "
        "порт корабл фонар колокол мастер сосед учител писател строител инженер солдат рыбак лесник торговец журнал "
        "дневник чертёж договор бюджет налог проект ремонт склад канал тоннел приют обоз пожар снегопад "
        "деревн улиц школ больниц библиотек площад газет машин комисси площадк мельниц ярмарк палатк картин "
        "крепост ноч зим весн осен дорог гор рек лодк книг бумаг письм окн сел пол мор здан собран решен "
        "реш наш строи говори писа работа помога открыва закрыва стоя смотре слуша держа",
        "- а у ом е ы ов ам ами ах ный ная ного ских",
    ),
    names=("Анна Карелина", "в Заречье", "Фёдор Лунин", "Госсовет", "в среду", "Лунина"),
    quotes=("«", "»"),
    said=", — рассказал {}",
    stop=".",
    comma=",",
    space=" ",
    width=2,
    tails=(
        ("Комментарии (0)",),
        ("Читайте также:", "Рынок у реки снова открыт", "Что бюджет значит для школ"),
        ("Поделиться", "Комментариев: 12"),
        ("Теги: порт, бюджет", "© 2024 Заречье"),
    ),
)
GERMAN = Language(
    little=tuple(
        "die der und in zu den das nicht von sie ist des sich mit dem dass er es ein ich auf so eine auch als an nach "
        "wie im für man aber aus durch wenn nur war noch werden bei hat wir was wird sein einen welche sind oder um "
        "haben einer mir über ihm diese einem ihr uns da zum zur kann doch vor dieser mich ihn du hatte seine mehr am "
        "denn nun unter sehr selbst schon hier bis habe ihre dann ihnen seiner alle wieder meine Zeit gegen vom ganz "
        "wo muss ohne eines können sei zwischen immer gut viel seit zwei jetzt".split()
    ),
    words=_words(
        "Hafen Brücke Rat Markt Winter Garten Bahnhof Brief Fenster Dorf Arzt Fähre Fluss Sommer Zeitung Schul "
        "Haushalt Leuchtturm Ufer Insel Mühle Steinbruch Holz Kupfer Uhr Leinwand Schiff Anker Fass Keller Kapelle "
        "Kurier Bauer Feld Fischer Wald Korn Zunft Herde Wächter Leiter Anwalt Wiese Händler Minister Nachbar Maler "
        "Weide Rente Lotse Pflug Drucker Schüler Viertel Eisenbahn Werkstatt Rettung Gerücht Seemann Jahreszeit "
        "Sänger Soldat Stall Sturm Straße Abend Schneider Lehrer Theater Faden Turm Vertrag Tunnel Tal Urteil Besuch "
        "Wagen Weber Ertrag bau zähl zeichn folg halt lern biet reich dreh wart schau trag kletter sammel miss frag "
        "erinner reis wander öffn schließ höflich möglich schwierig gründlich",
        "- s n ung te enden er lich",
    ),
    names=("Frau Öztürk", "Jens Hollmann", "Harrsund", "Hollmanns", "der Hafenrat", "am Dienstag"),
    quotes=("„", "“"),
    said=", sagte {}",
    stop=".",
    comma=",",
    space=" ",
    width=1,
    tails=(
        ("Lesen Sie auch:", "Ein Markt macht wieder auf", "Was der Winter im Dorf kostet"),
        ("Teilen", "Kommentare (3)"),
        ("Schlagwörter: Hafen, Haushalt", "© 2024 Harrsunder Zeitung"),
    ),
)
# Its words are made of the first character of one and the second of another, which gives as many as a language has.
_PAIRS = (
    "港口 桥梁 市场 冬天 花园 车站 信件 窗户 村庄 医生 渡船 河流 夏季 报纸 学校 预算 灯塔 海岸 岛屿 磨坊 果实 木材 铜器 轮盘 账本 时钟 船锚 酒窖 教堂 小屋 "
    "农民 田野 渔夫 森林 粮食 行会 羊群 日记 守卫 梯子 律师 机械 草地 商人 部长 邻居 乐团 画家 牧羊 养老 领航 印刷 铁路 避难 修理 救援 谣言 水手 季节 信号 "
    "白银 歌手 士兵 春风 暴雨 街道 晚餐 裁缝 关税 剧院 票据 塔楼 条约 隧道 制服 山谷 判决 访客 选民 织工 收成 回答 借用 攀登 聚集 倾听 测量 承诺 提问 旅途 建造 "
    "计算 描绘 跟随 学习 供应 到达 开始 等待 观察 决定 讨论"
).split()
CHINESE = Language(
    little=tuple(
        "的 是 在 了 和 不 有 这 人 我 他 为 上 也 到 说 就 中 对 以 要 与 都 而 着 但 从 还 被 把 让 更 很 再 又 将 向 给 没有 "
        "因为 所以 如果 可以 我们 他们 自己 已经 这个 一些 当时 现在 以后".split()
    ),
    words=tuple(one[0] + other[1] for one, other in product(_PAIRS, _PAIRS)),
    names=("安吉里", "哈罗湾", "林书远", "港务局", "星期二"),
    quotes=("“", "”"),
    said="{}说",
    stop="。",
    comma="，",
    space="",
    width=3,
    tails=(("评论 (0)",), ("相关阅读", "河边的市场重新开放", "预算对小学校意味着什么"), ("分享到", "标签：港口")),
)
ARABIC = Language(
    little=tuple(
        "في من على أن إلى هذا التي عن هذه لا ما كان مع كل قد الذي ذلك بعد بين كما لم قبل عند هو هي أو ثم حتى كانت عليه "
        "حيث إن غير أي منذ بها له به لها فيها تم خلال أكثر يكون أول أحد تحت أيضا حول كيف هناك نحن إذا لكن يوم عام "
        "سوف جدا مثل دون ليس فقط أمام بسبب لدى كذلك".split()
    ),
    words=tuple(
        before + (stem.replace("ة", "ت") if after else stem) + after
        for before in ("", "", "", "ال", "ال", "و", "بال", "لل", "س", "ي")
        for stem in (
            "ميناء جسر مجلس سوق شتاء حديقة محطة رسالة نافذة قرية طبيب عبارة نهر صيف صحيفة مدرسة ميزانية مصباح شاطئ جزيرة "
            "طاحونة بستان خشب نحاس عجلة دفتر ساعة سفينة مرساة قبو ساعي كوخ فلاح حقل صياد غابة حبوب نقابة قطيع مفتش حارس "
            "سلم محامي آلة مرج تاجر وزير جار رسام مرعى معاش مرشد محراث طابع تلميذ حي قطار سجل ملجأ إصلاح إنقاذ شائعة بحار "
            "موسم إشارة فضة مغني جندي ربيع عاصفة شارع عشاء خياط ضريبة معلم مسرح خيط تذكرة برج معاهدة نفق وادي حكم زائر "
            "ناخب عربة نساج محصول جواب سفر بناء حساب طريق عمل كتاب قرار"
        ).split()
        for after in ("", "", "", "", "ات", "ه", "ين", "ها")
    ),
    names=("سالم الكردي", "خليج حرو", "منى عودة", "مجلس الميناء", "الثلاثاء"),
    quotes=("«", "»"),
    said=" قال {}",
    stop=".",
    comma="،",
    space=" ",
    width=2,
    tails=(("شارك", "التعليقات"), ("اقرأ أيضا:", "السوق تفتح من جديد", "ما تعنيه الميزانية للمدارس")),
)
LANGUAGES = {"English": ENGLISH, "Russian": RUSSIAN, "German": GERMAN, "Chinese": CHINESE, "Arabic": ARABIC}
