"""Cards of a dialogue with lifelike content, for the golden files and the drawings."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import UTC, datetime

from bot.cards.answered import answer_card, answer_text
from bot.cards.dialogue import joined_card, lacking_card, readings_card
from bot.cards.elements import PictureLink
from bot.cards.orders import confirm_card, order_summary
from bot.cards.read_as import read_as_card
from bot.cards.spoken import spoken
from bot.channel import Card
from bot.handlers.questions import carried
from bot.locales import Words
from bot.orders import Order as StockOrder
from bot.questions.answering.answer import Answer, Figure
from bot.questions.answering.wording import read_as
from bot.questions.orders import Lacking, Option
from bot.questions.query import Choice, Query
from catalogue.items import Item
from catalogue.messages import Message
from catalogue.movements import Level

AT = datetime(2026, 11, 23, 14, 5, tzinfo=UTC)
SIZES = ("XXS", "XS", "S", "M", "L", "XL", "XXL")
PLACES = {"Hall A 03-12, upper shelf by the door": 9, "Hall B": 14, "Łódź, magazyn główny": 2}


def dialogue_cards(
    items: Mapping[str, Item], link: PictureLink, words: Words
) -> dict[str, Callable[[], Card]]:
    """Each by the name of its golden file."""
    hoodie = items["hoodie"]
    name = hoodie.title
    sizes = Lacking(
        ("size", "place"),
        Message("work-which-size", item=name, sizes=", ".join(SIZES)),
        tuple(Option(size, size) for size in SIZES),
    )
    places = Lacking(
        ("place",),
        Message("order-which-place", sku="HT-1042-M", places=", ".join(PLACES)),
        tuple(Option(place, f"{place} ({free})") for place, free in PLACES.items()),
    )
    people = Lacking(
        ("person",), Message("order-which-person"), (Option("Anna", "Anna"), Option("*Bo*", "*Bo*"))
    )
    queries = [Query(items=("HT-1042",)), Query("price", items=("HT-1042",))]
    texts = [f"Pieces in stock of {name}", f"Price of {name}"]
    unknown = words("unknown-place", word="munich", names="Hall A, Hall B, Łódź")

    def both() -> Card:
        answers = [
            _answer(Figure("on_hand", 17, item=hoodie.id, size="M", as_of=AT), hoodie, "M"),
            _answer(Figure("price", 39, item=hoodie.id, currency="EUR"), hoodie, ""),
        ]
        said = [answer_text(each, words) for each in answers]
        drawn = [answer_card(each, link=link, words=words) for each in answers]
        return joined_card(said, drawn, words=words)

    def by_model() -> Card:
        answer = _answer(Figure("free", 9, item=hoodie.id, size="M", as_of=AT), hoodie, "M")
        query = Query("free", items=(hoodie.id,), sizes=Choice(("M",)), places=Choice(excluded=("Hall A",)))
        sentence = spoken(read_as(query, {hoodie.id: hoodie}), words)
        return read_as_card(sentence, answer_card(answer, link=link, words=words), answer_text(answer, words))

    def proposed() -> Card:
        answer = _answer(Figure("free", 9, item=hoodie.id, size="M", as_of=AT), hoodie, "M")
        levels = {"Hall B": Level(14, 2)}
        order = StockOrder("reserve", "HT-1042-M", "Hall B", 2, person="Anna", levels=levels)
        texts = [answer_text(answer, words), order_summary(order, words)]
        cards = [
            answer_card(answer, link=link, words=words),
            confirm_card(order, name="order-1", words=words),
        ]
        return joined_card(texts, cards, words=words)

    return {
        "order-which-size": lambda: lacking_card(sizes, name="order-1", words=words),
        "order-which-place": lambda: lacking_card(places, name="order-1", words=words),
        "order-which-person": lambda: lacking_card(people, name="order-1", words=words),
        "two-answers": both,
        "answer-and-order": proposed,
        "answer-by-model": by_model,
        "unknown-place": lambda: readings_card(
            unknown, list(zip(texts, map(carried, queries), strict=True)), words=words
        ),
    }


def _answer(figure: Figure, item: Item, size: str) -> Answer:
    value: dict[str, int | str] = (
        {"price": f"{figure.value} EUR"} if figure.measure == "price" else {"count": int(str(figure.value))}
    )
    code = {"on_hand": "figure-on-hand", "free": "figure-free", "price": "figure-price"}[figure.measure]
    choice = Choice((size,)) if size else Choice()
    query = Query(figure.measure, items=(item.id,), sizes=choice)  # type: ignore[arg-type]
    subject = Message("asked-name", name=item.title)
    return Answer(query, subject, Message(code, **value), (figure,), shown=(item,))
