"""Queries and orders said back in words: “Free pieces: Hoodie Bergen, in M or L, except Berlin”."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta

from bot.foreign_text import name_of, plain
from bot.questions.query import Bounds, Choice, Order, Query
from catalogue.items import Item
from catalogue.messages import Message
from catalogue.words import words_in

NAMED = 4
"""Items that are named; more are counted."""
EXAMPLES = 6
"""Sizes, places and so on that are named."""


def names_of(items: Sequence[Item]) -> dict[str, str]:
    """What to call items: the title, the colour where the title lacks it, the id where two are alike."""
    names = {item.id: _name(item) for item in items}
    called = list(names.values())
    return {
        each: name if called.count(name) == 1 else f"{name} ({plain(each, 64)})"
        for each, name in names.items()
    }


def query_in_words(query: Query, items: Mapping[str, Item]) -> Message:
    """What a query asks, whole: for “I read this as” and for buttons. `items` are those that it names."""
    message = Message("asked", measure=query.measure, what=subject_of(query, items))
    if query.quantity is not None:
        message = Message("asked-pieces", asked=message, quantity=query.quantity)
    if query.needed is not None:
        message = Message("asked-needed", asked=message, needed=query.needed)
    if query.comparison is not None:
        message = Message("asked-compared", asked=message, comparison=query.comparison)
    if query.claim:
        message = Message("asked-claim", asked=message)
    if query.ranking is not None and query.rank is not None:
        message = Message("asked-at-rank", asked=message, place=place_of(query, query.rank, query.rank))
    elif query.ranking is not None:
        message = Message("asked-ranked", asked=message, ranking=query.ranking, limit=query.limit or 1)
    if query.group is not None:
        message = Message("asked-grouped", asked=message, group=query.group)
    if query.total:
        message = Message("asked-total", asked=message)
    return message


def place_of(query: Query, first: int, last: int) -> Message:
    """The places of a ranking in words, such as “No. 2 of the cheapest”."""
    places = f"{first}–{last}" if last > first else f"{first}"
    return Message("rank-of", ranking=query.ranking or "most", rank=places)


def read_as(asked: Query | Order, items: Mapping[str, Item]) -> Message:
    """As what a message was read, for whoever wrote it. `items` are those that it names."""
    words = query_in_words(asked, items) if isinstance(asked, Query) else order_in_words(asked, items)
    return Message("read-as", asked=words)


def subject_of(query: Query, items: Mapping[str, Item]) -> Message:
    """Of which stock it asks: the items and all that narrows them."""
    return _joined(_what(query, items), *_narrowing(query)) or Message("asked-all")


def order_in_words(order: Order, items: Mapping[str, Item]) -> Message:
    """What an order asks for, as far as it says."""
    named = Query(items=order.items, skus=order.skus, sizes=Choice(order.sizes))
    parts = [_what(named, items)] if order.items or order.skus else []
    parts += _narrowing(named)
    if order.quantity is not None:
        parts.append(Message("asked-quantity", count=order.quantity))
    if order.reservation is not None:
        parts.append(Message("asked-reservation", reservation=str(order.reservation)))
    if order.place:
        parts.append(
            Message("asked-from" if order.verb == "move" else "asked-at", place=plain(order.place, 48))
        )
    if order.to_place:
        parts.append(Message("asked-to", place=plain(order.to_place, 48)))
    if order.person:
        parts.append(Message("asked-for", person=plain(order.person, 48)))
    if order.until:
        parts.append(Message("asked-until", day=plain(order.until, 24)))
    if order.reason:
        parts.append(Message("asked-reason", reason=plain(order.reason, 48)))
    return Message("asked-order", verb=order.verb, what=_joined(*parts) or Message("asked-nothing"))


def _what(query: Query, items: Mapping[str, Item]) -> Message | None:
    if query.items or query.skus:
        owned = {variant.sku for item in items.values() for variant in item.variants}
        named = [items[each] for each in query.items if each in items] or list(items.values())
        numbers = [sku for sku in query.skus if sku in owned] or list(query.skus)
        if len(named) > NAMED:
            return Message("asked-items", count=len(named))
        names = list(names_of(named).values()) or [plain(each, 64) for each in query.items]
        names += [plain(each, 64) for each in numbers]
        return Message("asked-name", name=" + ".join(names[: 2 * NAMED]))
    if query.kinds.values:
        return _each([Message("asked-kind", kind=kind) for kind in query.kinds.values])
    if query.title_words:
        return None
    return Message("asked-all")


def _narrowing(query: Query) -> list[Message | None]:
    kinds = [Message("asked-kind", kind=kind) for kind in query.kinds.excluded]
    words = [Message("asked-title", words=plain(word, 60)) for word in query.title_without]
    excluded = _each([*kinds, *words])
    parts: list[Message | None] = [
        Message("asked-title", words=plain(" ".join(query.title_words), 60)) if query.title_words else None,
        Message("asked-search", words=plain(query.words, 60)) if query.words else None,
        Message("asked-without", names=excluded) if excluded is not None else None,
        *_chosen(query.colours, "colour"),
        *_chosen(query.brands, "brand"),
        *_chosen(query.sizes, "size"),
        *_chosen(query.places, "place"),
        *_chosen(query.people, "person"),
    ]
    if query.state is not None:
        parts.append(Message("asked-state", state=query.state))
    parts += [_bounds(query.pieces, "pieces"), _bounds(query.prices, "prices")]
    parts.append(span_in_words(query.since, query.until))
    return parts


def span_in_words(since: datetime | None, until: datetime | None) -> Message | None:
    """A span of time by its days, both included."""
    first = None if since is None else Message("figure-day", day=since.date().isoformat())
    last = (
        None
        if until is None
        else Message("figure-day", day=(until - timedelta(seconds=1)).date().isoformat())
    )
    if first is not None and last is not None:
        return (
            Message("asked-on", day=first)
            if first == last
            else Message("asked-span", since=first, until=last)
        )
    if first is not None:
        return Message("asked-since", since=first)
    return None if last is None else Message("asked-before", until=last)


def _chosen(choice: Choice, kind: str) -> list[Message | None]:
    wanted, ruled_out = _listed(choice.values, either=True), _listed(choice.excluded)
    return [
        Message("asked-choice", kind=kind, names=wanted) if choice.values else None,
        Message("asked-except", kind=kind, names=ruled_out) if choice.excluded else None,
    ]


def _bounds(bounds: Bounds, kind: str) -> Message | None:
    least, most = _number(bounds.least), _number(bounds.most)
    if least is not None and most is not None:
        return Message("asked-between", kind=kind, least=least, most=most)
    if least is not None:
        return Message("asked-least", kind=kind, least=least)
    return None if most is None else Message("asked-most", kind=kind, most=most)


def _number(number: float | None) -> int | float | None:
    return int(number) if number is not None and number == int(number) else number


def _listed(names: Sequence[str], *, either: bool = False) -> str | tuple[str, ...]:
    short = tuple(plain(each, 60) for each in names[:EXAMPLES])
    if len(names) > EXAMPLES:
        return ", ".join(short) + " …"
    return short if either and len(short) > 1 else ", ".join(short)


def _each(messages: Sequence[Message]) -> Message | None:
    return _joined(*messages) if messages else None


def _joined(*parts: Message | None) -> Message | None:
    present = [each for each in parts if each is not None]
    if not present:
        return None
    whole = present[0]
    for each in present[1:]:
        whole = Message("asked-both", one=whole, two=each)
    return whole


def _name(item: Item) -> str:
    title = plain(name_of(item), 100)
    colour = plain(item.colour or "", 40)
    if not colour or set(words_in(colour)) <= set(words_in(title)):
        return title
    return f"{title}, {colour}"
