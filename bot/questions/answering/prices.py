"""Prices: of items, the cheapest and dearest, and how they compare. Currencies are never mixed."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from bot.foreign_text import plain
from bot.questions.answering.answer import Answer, Figure, Part
from bot.questions.answering.compared import refusal
from bot.questions.answering.entries import Entry, amounts_of, bounded, lack_of
from bot.questions.answering.figure_words import figure_in_words
from bot.questions.answering.pieces import LISTED, count_figure, measure_of, subject
from bot.questions.answering.rankings import chosen
from bot.questions.answering.scope import Scope
from bot.questions.answering.wording import names_of
from bot.questions.query import Ranking
from catalogue.database import Amounts, Database
from catalogue.items import Item
from catalogue.messages import Message

_PRICE = re.compile(r"(?P<amount>[0-9]{1,15}(?:\.[0-9]{1,6})?)(?:\s+(?P<currency>\S.*))?")


@dataclass(frozen=True, slots=True)
class _Priced:
    item: str
    amount: Decimal
    currency: str


def price_figure(item: Item) -> Figure:
    """An item's price; a price that is no number is none."""
    price = _price(item.id, item.price)
    if price is None:
        return Figure("price", None, "no_price", item=item.id)
    return Figure("price", price.amount, item=item.id, currency=price.currency or None)


def prices(scope: Scope, database: Database) -> Answer:
    """The prices of what fits."""
    if not database.figures.any_price():
        return refusal(scope, Message("answer-no-prices"), scope.notes)
    lack = lack_of(scope, scope.items) if scope.items else ""
    if lack == "no_such_size":
        sizes = plain(", ".join(scope.query.sizes.values), 60)
        return refusal(scope, Message("answer-no-such-size", size=sizes))
    if lack == "not_held":  # which changes nothing about the price
        places = plain(", ".join(scope.query.places.values), 120)
        note = Message("answer-line", name=places or "–", text=Message("figure-not-held"))
        scope = replace(scope, notes=(*scope.notes, note))
    fitting = _fitting(scope, database)
    if scope.query.comparison is not None:
        return _compared(scope, database, [item for item in scope.items if item.id in dict(fitting)])
    priced = [price for item, text in fitting if (price := _price(item, text)) is not None]
    lacking = len(fitting) - len(priced)
    if scope.query.ranking in ("cheapest", "dearest", "most", "least"):
        return _ranked(scope, database, priced, lacking)
    if scope.query.ranking is not None:
        return refusal(scope, Message("answer-cannot-rank"))
    shown = [item for item, _ in fitting][:LISTED]
    items = database.items(shown)
    parts = tuple(Part(_of_pieces(price_figure(item), scope.query.quantity), item) for item in items.values())
    count = count_figure("items", len(fitting))
    if not fitting:
        return Answer(scope.query, subject(scope), Message("answer-none-fit"), (count,), (), scope.notes)
    notes = [*scope.notes]
    if scope.query.group in ("size", "place", "colour"):
        notes.append(Message("answer-price-of-item"))
    if len(fitting) == 1:
        figures = parts[0].figures
        headline = figure_in_words(figures[0])
        if len(figures) > 1:
            headline = _times(scope.query.quantity or 1, figures[1], headline)
        return Answer(
            scope.query,
            subject(scope),
            Message("answer-price-none") if figures[0].lack else headline,
            figures,
            parts if not scope.named else (),
            tuple(notes),
            shown=tuple(items.values()),
        )
    main: tuple[Figure, ...] = (count,)
    if scope.query.total:
        lacking = len(fitting) - len(priced)
        notes += [Message("answer-unpriced", count=lacking)] if lacking else []
        notes += [_mixed_note(priced)] if _mixed(priced) else []
        main = tuple(
            Figure(
                "price",
                sum((p.amount for p in priced if p.currency == each), Decimal()),
                currency=each or None,
            )
            for each in sorted({price.currency for price in priced})
        )
        main = main if len(main) == 1 else (count, *main)
    headline = figure_in_words(main[0])
    same = {(each.amount, each.currency) for each in priced}
    if scope.query.quantity and len(same) == 1 and not lacking:
        main = _of_pieces(price_figure(next(iter(items.values()))), scope.query.quantity)
        main = tuple(replace(each, item=None) for each in main)
        headline = _times(scope.query.quantity, main[1], figure_in_words(main[0]))
    elif scope.query.quantity:
        notes.append(Message("answer-for-pieces", quantity=scope.query.quantity))
    more = len(fitting) - len(parts)
    return Answer(scope.query, subject(scope), headline, main, parts, tuple(notes), more=more)


def worth(scope: Scope, database: Database) -> Answer:
    """What the pieces on hand of all that fits cost together, in each currency; those of most value first."""
    texts = dict(database.figures.priced(scope.filter))
    found = database.figures.lines(scope.filter, ("item",), Amounts(some=True)).lines
    held = {line.item: line for line in found if line.item in texts}
    priced = {item: price for item in held if (price := _price(item or "", texts[item or ""])) is not None}
    lack = lack_of(scope, scope.items) if scope.items and not held else ""
    pieces = Figure("on_hand", sum(line.on_hand or 0 for line in held.values()), lack)
    if not held:
        return Answer(scope.query, subject(scope), figure_in_words(pieces), (pieces,), (), scope.notes)
    if not priced:
        return refusal(scope, Message("answer-price-none"), scope.notes)
    values = {item: price.amount * (held[item].on_hand or 0) for item, price in priced.items()}
    sums = tuple(
        Figure(
            "worth",
            sum((values[item] for item, each in priced.items() if each.currency == currency), Decimal()),
            currency=currency or None,
        )
        for currency in sorted({price.currency for price in priced.values()})
    )
    lacking = len(held) - len(priced)
    notes = [*scope.notes, *((Message("answer-unpriced", count=lacking),) if lacking else ())]
    headline = Message("answer-sum", sum=figure_in_words(sums[0]), count=figure_in_words(pieces))
    if len(sums) > 1:
        headline = _mixed_note([*priced.values()])
    elif lacking:
        headline = Message("answer-at-least", figure=figure_in_words(sums[0]))
    first = sorted(values, key=lambda item: -values[item])[:LISTED]
    items = database.items(item or "" for item in first)
    parts = tuple(
        Part(
            (
                Figure("worth", values[item.id], item=item.id, currency=priced[item.id].currency or None),
                Figure("on_hand", held[item.id].on_hand, item=item.id, as_of=held[item.id].oldest),
                price_figure(item),
            ),
            item,
        )
        for item in items.values()
    )
    more = len(held) - len(parts)
    main = (*sums, pieces)
    return Answer(scope.query, subject(scope), headline, main, parts, tuple(notes), more=more)


def _of_pieces(price: Figure, quantity: int | None) -> tuple[Figure, ...]:
    """A price; of so many pieces before it, where they are asked about."""
    if quantity is None or not isinstance(price.value, Decimal):
        return (price,)
    return replace(price, measure="worth", value=price.value * quantity), price


def _times(quantity: int, price: Figure, total: Message) -> Message:
    return Message("answer-times", quantity=quantity, price=figure_in_words(price), total=total)


def bounds_note(scope: Scope, database: Database) -> tuple[Message, ...]:
    """A note that prices of several currencies were held against one number."""
    if not scope.query.prices:
        return ()
    fitting = database.figures.priced(scope.filter)
    priced = [price for item, text in fitting if (price := _price(item, text)) is not None]
    return (_mixed_note(priced),) if _mixed(priced) else ()


def _fitting(scope: Scope, database: Database) -> list[tuple[str, str | None]]:
    """Ids and prices of what fits, by places and pieces too where these are asked for."""
    fitting = database.figures.priced(scope.filter)
    wanted = scope.filter
    if bounded(scope) or (not scope.named and (wanted.locations or wanted.not_locations)):
        lines = database.figures.lines(wanted, ("item",), replace(amounts_of(scope, "on_hand"), counted=True))
        held = {line.item for line in lines.lines if bounded(scope) or line.on_hand}
        fitting = tuple(each for each in fitting if each[0] in held)
    if scope.named:  # in the order in which they were named
        order = {item.id: place for place, item in enumerate(scope.items)}
        return sorted(fitting, key=lambda each: order.get(each[0], len(order)))
    return list(fitting)


def _ranked(scope: Scope, database: Database, priced: Sequence[_Priced], lacking: int) -> Answer:
    """The cheapest or dearest in each currency, with all that cost the same as the last of them."""
    dearest = scope.query.ranking in ("dearest", "most")
    ranking: Ranking = "dearest" if dearest else "cheapest"
    query = replace(scope.query, ranking=ranking)
    notes = [*scope.notes]
    if lacking:
        notes.append(Message("answer-unpriced", count=lacking))
    if not priced:
        return Answer(query, subject(scope), Message("answer-none-fit"), (), (), tuple(notes))
    if _mixed(priced) and not scope.query.prices:
        notes.append(_mixed_note(priced))
    by_currency = []
    for currency in sorted({each.currency for each in priced}):
        own = [each for each in priced if each.currency == currency]
        ordered = sorted(own, key=lambda each: -each.amount if dearest else each.amount)
        by_currency.append(chosen(ordered, query, lambda each: each.amount))
    first = next((each for each in by_currency if each.those), by_currency[0])
    those = [price for each in by_currency for price in each.those]
    if not those:
        beyond = first.headline("", Message("answer-none-fit"))
        return Answer(query, subject(scope), beyond, (), (), tuple(notes))
    items = database.items(each.item for each in those[:LISTED])
    counted = _pieces_of(scope, tuple(items), database)
    parts = tuple(
        Part((price_figure(item), *counted.get(item.id, ())), item, leads=True) for item in items.values()
    )
    names = names_of(tuple(items.values()))
    headline = first.headline(names[those[0].item], figure_in_words(parts[0].figures[0]))
    if _mixed(priced):
        headline = Message("answer-first-in-each", ranking=ranking, rank=str(query.rank or 1))
    main = (count_figure("items", len(those)),) if first.several and not _mixed(priced) else ()
    return Answer(query, subject(scope), headline, main, parts, tuple(notes), more=len(those) - len(parts))


def _pieces_of(scope: Scope, ids: tuple[str, ...], database: Database) -> dict[str, tuple[Figure, ...]]:
    """The pieces of each item, where these were asked for and the price only ranks."""
    if scope.query.measure == "price":
        return {}
    measure = measure_of(scope)
    lines = database.figures.lines(replace(scope.filter, items=ids), ("item",)).lines
    by_item = {line.item: line for line in lines}
    items = database.items(ids)
    return {
        item.id: (Entry("", by_item.get(item.id), lack_of(scope, [item]), item=item).figure(measure),)
        for item in items.values()
    }


def _compared(scope: Scope, database: Database, items: Sequence[Item]) -> Answer:
    figures = [price_figure(item) for item in items]
    parts = tuple(Part((figure,), item) for figure, item in zip(figures, items, strict=True))
    known = [
        (figure, item, figure.value)
        for figure, item in zip(figures, items, strict=True)
        if isinstance(figure.value, Decimal)
    ]
    if len(known) < 2 or scope.query.comparison == "share":
        return replace(refusal(scope, Message("answer-cannot-compare"), scope.notes), parts=parts, shown=())
    if len({figure.currency for figure, _, _ in known}) > 1:
        currencies = sorted({figure.currency or "–" for figure, _, _ in known})
        note = Message("answer-currencies", currencies=", ".join(currencies))
        return replace(refusal(scope, note, scope.notes), parts=parts, shown=())
    least, most = min(value for *_, value in known), max(value for *_, value in known)
    wanted = least if scope.query.comparison == "less" else most
    names = names_of(items)
    leaders = [item for _, item, value in known if value == wanted]
    parts = tuple(replace(part, leads=most != least and part.item in leaders) for part in parts)
    low, high = (
        Message("figure-price", price=f"{value} {known[0][0].currency or ''}".strip())
        for value in (least, most)
    )
    if most == least:
        headline = Message("answer-same", count=len(known), figure=high)
        return Answer(scope.query, subject(scope), headline, (), parts, scope.notes)
    apart = Figure("difference", most - least, currency=known[0][0].currency)
    difference = Message("figure-price", price=f"{most - least} {apart.currency or ''}".strip())
    name = ", ".join(names[item.id] for item in leaders)
    headline = (
        Message("answer-is-cheaper", name=name, difference=difference, least=low, most=high)
        if scope.query.comparison == "less"
        else Message("answer-is-dearer", name=name, difference=difference, most=high, least=low)
    )
    return Answer(scope.query, subject(scope), headline, (apart,), parts, scope.notes)


def _price(item: str, text: str | None) -> _Priced | None:
    match = _PRICE.fullmatch((text or "").strip())
    return (
        None if match is None else _Priced(item, Decimal(match["amount"]), (match["currency"] or "").strip())
    )


def _mixed(priced: Sequence[_Priced]) -> bool:
    return len({each.currency for each in priced}) > 1


def _mixed_note(priced: Sequence[_Priced]) -> Message:
    currencies = sorted({each.currency or "–" for each in priced})
    return Message("answer-currencies", currencies=", ".join(currencies))
