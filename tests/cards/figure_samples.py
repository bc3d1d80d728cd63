"""Answers to queries with lifelike content, for the golden files and the drawings."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import UTC, date, datetime
from decimal import Decimal

from bot.cards.answered import answer_card
from bot.cards.elements import PictureLink
from bot.channel import Card
from bot.locales import Words
from bot.questions.answering.answer import Answer, Figure, FigureMeasure, Part
from bot.questions.answering.figure_words import figure_in_words
from bot.questions.answering.wording import subject_of
from bot.questions.query import Choice, Query
from catalogue.items import Item
from catalogue.messages import Message

AT = datetime(2026, 11, 23, 14, 5, tzinfo=UTC)


def figure_cards(items: Mapping[str, Item], link: PictureLink, words: Words) -> dict[str, Callable[[], Card]]:
    """Each by the name of its golden file."""
    hoodie, dress, bag = items["hoodie"], items["dress"], items["bag"]
    by_id = {item.id: item for item in items.values()}

    def drawn(
        query: Query, headline: Message, main: tuple[Figure, ...], *parts: Part, **more: object
    ) -> Callable[[], Card]:
        answer = Answer(query, subject_of(query, by_id), headline, main, parts, **more)  # type: ignore[arg-type]
        return lambda: answer_card(answer, link=link, words=words)

    def of(
        measure: FigureMeasure, value: int, size: str = "", place: str = "", item: Item | None = None
    ) -> Figure:
        sku = f"HT-1042-{size}" if size else None
        return Figure(
            measure,
            value,
            item=item.id if item else None,
            sku=sku,
            size=size or None,
            location=place or None,
            as_of=AT,
        )

    one = Query("free", items=(hoodie.id,), sizes=Choice(("M", "L")), places=Choice((), ("Shop Berlin",)))
    both = Query(items=(hoodie.id, dress.id), comparison="more")
    whole = of("on_hand", 40, item=hoodie)
    reserved, free = of("reserved", 4, item=hoodie), of("free", 36, item=hoodie)
    apart = Figure("difference", 25)
    sizes = [
        Part((of("on_hand", 12, "S", item=hoodie), of("reserved", 1, "S", item=hoodie))),
        Part((of("on_hand", 2, "M", item=hoodie),)),
        Part((of("on_hand", 3, "L", item=hoodie), of("reserved", 3, "L", item=hoodie))),
        Part((of("on_hand", 0, "XL", item=hoodie),)),
        Part((Figure("on_hand", None, "never_counted", item=hoodie.id, size="XXL", sku="HT-1042-XXL"),)),
    ]
    places = tuple(
        Part((of("on_hand", count, place=place),)) for place, count in (("Hall A", 24), ("Hall B", 16))
    )
    price = Figure("price", Decimal("59.90"), item=hoodie.id, currency="EUR")
    no_price = Figure("price", None, "no_price", item=bag.id)
    enough = of("free", 9, "M", item=hoodie), Figure("needed", 5)
    kept = Figure(
        "reservations",
        2,
        item=hoodie.id,
        sku="HT-1042-M",
        size="M",
        location="Hall A",
        person="Anna *K*",
        until=date(2026, 11, 27),
        reservation=17,
    )
    return {
        "figures-set": drawn(
            one,
            figure_in_words(of("free", 9, item=hoodie)),
            (of("free", 9, item=hoodie),),
            Part((of("free", 7, "M", item=hoodie),)),
            Part((of("free", 2, "L", item=hoodie),)),
            shown=(hoodie,),
        ),
        "figures-item": drawn(
            Query(items=(hoodie.id,)),
            figure_in_words(whole),
            (whole, reserved, free),
            *sizes,
            shown=(hoodie,),
        ),
        "figures-enough": drawn(
            Query("free", items=(hoodie.id,), sizes=Choice(("M",)), needed=5),
            Message("answer-enough", count=9, needed=5),
            enough,
            verdict=True,
            shown=(hoodie,),
        ),
        "figures-not-enough": drawn(
            Query("free", items=(hoodie.id,), sizes=Choice(("M", "XL")), needed=5),
            Message("answer-enough-some", yes=1, count=2, needed=5),
            (Figure("needed", 5),),
            Part((of("free", 9, "M", item=hoodie),), enough=True),
            Part((of("free", 0, "XL", item=hoodie),), enough=False),
            verdict=False,
            shown=(hoodie,),
        ),
        "figures-compared": drawn(
            both,
            Message(
                "answer-has-more",
                name="Hoodie Bergen, moss green",
                difference=25,
                most=figure_in_words(whole),
                least=15,
            ),
            (apart,),
            Part((whole, reserved), hoodie, leads=True),
            Part((of("on_hand", 15, item=dress),), dress),
        ),
        "figures-share": drawn(
            Query(items=(hoodie.id,), group="place", comparison="share"),
            Message("answer-shares", whole=figure_in_words(whole)),
            (whole,),
            *(
                Part((part.figures[0], Figure("share", Decimal(share), location=part.figures[0].location)))
                for part, share in zip(places, ("60.0", "40.0"), strict=True)
            ),
            shown=(hoodie,),
        ),
        "figures-ranked": drawn(
            Query(kinds=Choice(("hoodie", "dress")), ranking="most", limit=2),
            Message(
                "answer-first-of",
                ranking="most",
                count=2,
                name="Hoodie Bergen",
                figure=figure_in_words(whole),
            ),
            (Figure("items", 2),),
            Part((whole, reserved), hoodie, leads=True),
            Part((of("on_hand", 15, item=dress),), dress, leads=True),
        ),
        "figures-several": drawn(
            Query(items=(hoodie.id, dress.id, bag.id), group="place", total=True),
            figure_in_words(of("on_hand", 55)),
            (of("on_hand", 55),),
            Part((whole, reserved), hoodie, places),
            Part((of("on_hand", 15, item=dress),), dress, (Part((of("on_hand", 15, place="Shop"),)),)),
            Part((Figure("on_hand", None, "never_counted", item=bag.id),), bag),
        ),
        "figures-prices": drawn(
            Query("price", kinds=Choice(("hoodie", "bag"))),
            figure_in_words(Figure("items", 31)),
            (Figure("items", 31),),
            Part((price,), hoodie),
            Part((no_price,), bag),
            more=29,
        ),
        "figures-reservations": drawn(
            Query("reservations", people=Choice(("Anna",))),
            figure_in_words(Figure("reserved", 2)),
            (Figure("reserved", 2),),
            Part((kept,), hoodie),
        ),
        "figures-no-size": drawn(
            Query(items=(hoodie.id,), sizes=Choice(("3XL",))),
            Message("answer-no-such-size", size="3XL"),
            (Figure("on_hand", None, "no_such_size", item=hoodie.id, size="3XL"),),
            notes=(Message("answer-sizes", sizes="S, M, L, XL, XXL"),),
            shown=(hoodie,),
        ),
        "figures-refused": drawn(
            Query(items=(hoodie.id,), comparison="more"),
            Message("answer-cannot-compare"),
            (),
            refused=True,
            shown=(hoodie,),
        ),
    }
