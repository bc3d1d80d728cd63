"""Orders of stock work: which SKU, which shelf, which reservation; and what an order still lacks."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import TypeAlias

from bot.errors import UserError
from bot.foreign_text import name_of, plain
from bot.orders import Order as StockOrder
from bot.questions.days import WEEKDAYS
from bot.questions.query import Missing, Order
from bot.questions.vocabulary import Names
from catalogue.database.movements import Movements
from catalogue.items import Item, Variant, folded
from catalogue.messages import Message
from catalogue.movements import Level, Reservation
from catalogue.stock import StockBook

MAX_OPTIONS = 12
"""Buttons that a question offers; all that is possible stands in its sentence."""
MAX_PEOPLE = 6


@dataclass(frozen=True, slots=True)
class Option:
    """One way to complete an order."""

    value: str
    """What the slot gets."""
    title: str
    """What the button says; foreign text."""


@dataclass(frozen=True, slots=True)
class Lacking:
    """What an order lacks."""

    missing: tuple[Missing, ...]
    """The first is asked for now."""
    question: Message
    options: tuple[Option, ...] = ()
    sku: str = ""
    """The SKU that is meant, where that is known already."""


Settled: TypeAlias = StockOrder | Lacking


class OrderReader:
    """Turns what was asked for into what a person confirms, or into a question for what lacks.

    Raises `UserError` where it can't be done at all. Blocks.
    """

    def __init__(self, stock: StockBook, movements: Movements, names: Names) -> None:
        self._stock = stock
        self._movements = movements
        self._names = names

    def settle(self, order: Order, *, today: date, needs: Sequence[Missing] = ()) -> Settled:
        """The stock movement that an order comes to, or what it lacks.

        Args:
            needs: what the message must say, whatever the stock says; an amount is 1 otherwise.
        """
        if order.verb == "release":
            return self._release(order)
        found = self._variant(order)
        lacking = [found] if isinstance(found, Lacking) else []
        if order.quantity is None and (order.verb == "count" or "quantity" in needs):
            lacking.append(Lacking(("quantity",), Message("order-which-quantity")))
        if order.verb == "reserve" and not order.person:
            lacking.append(self._which_person())
        if order.verb == "move" and not order.to_place:
            lacking.append(self._which_goal())
        if isinstance(found, Lacking):
            return _first(lacking)
        sku, quantity = found.sku, 1 if order.quantity is None else order.quantity
        levels = self._movements.levels(sku)
        goal = self._place(order.to_place, sku, levels, "to_place") if order.to_place else ""
        if isinstance(goal, Lacking):
            return _first([*lacking, goal], sku)
        place = self._from(order, sku, quantity, {at: each for at, each in levels.items() if at != goal})
        if isinstance(place, Lacking):
            return _first([*lacking, place], sku)
        if lacking:
            return _first(lacking, sku)
        stock_order = StockOrder(
            order.verb,
            sku,
            place,
            quantity,
            person=plain(order.person, 80) if order.verb == "reserve" else "",
            until=_day(order.until, today) if order.verb == "reserve" else None,
            to=goal,
            note=plain(order.reason, 80) if order.verb in ("receive", "issue") else "",
        )
        return self.checked(stock_order)

    def checked(self, order: StockOrder) -> StockOrder:
        """The order with the stock as it is now. Raises `UserError` where too few pieces are free there."""
        levels = self._movements.levels(order.sku)
        order = replace(
            order,
            location=_as_written(order.location, levels),
            to=_as_written(order.to, levels),
            levels=levels,
        )
        free = order.here.available
        if order.kind in ("reserve", "move", "issue") and order.quantity > free:
            place = plain(order.location, 64)
            raise UserError("work-too-few-there", count=max(0, free), sku=plain(order.sku, 64), place=place)
        return order

    def reservation(self, number: int) -> StockOrder:
        """The release of the reservation of that number. Raises `UserError` where there is none."""
        reservation = self._movements.reservation(number)
        if reservation is None:
            raise UserError("work-no-reservation", number=str(number))
        return self.checked(_release_of(reservation, reservation.quantity))

    def reservations(self, person: str | None) -> tuple[Reservation, ...]:
        """What is kept, for that person where one is named."""
        return tuple(
            one
            for one in self._movements.reservations(limit=200)
            if person is None or folded(person) in folded(one.person)
        )

    def _release(self, order: Order) -> Settled:
        if order.reservation is not None:
            found = self.reservation(order.reservation)
            quantity = found.quantity if order.quantity is None else min(order.quantity, found.quantity)
            return replace(found, quantity=quantity)
        reservations = self.reservations(order.person or None)
        wanted = self._skus(order)
        if wanted:
            reservations = tuple(one for one in reservations if folded(one.sku) in wanted)
        if order.place:
            places = {folded(each) for each in self._names.vocabulary().locations_of(order.place)}
            reservations = tuple(one for one in reservations if folded(one.location) in places)
        if not reservations:
            raise UserError("order-no-reservation")
        if len(reservations) > 1:
            options = [Option(str(one.id), _called(one)) for one in reservations[:MAX_PEOPLE]]
            question = Message("order-which-reservation", count=len(reservations))
            return Lacking(("reservation",), question, tuple(options))
        [one] = reservations
        quantity = one.quantity if order.quantity is None else min(order.quantity, one.quantity)
        return self.checked(_release_of(one, quantity))

    def _skus(self, order: Order) -> set[str]:
        """All SKUs that may be meant, folded."""
        if order.skus:
            return {folded(sku) for sku in order.skus}
        sizes = self._sizes(order)
        return {
            folded(each.sku)
            for item in self._stock.items(order.items)
            for each in item.variants
            if not sizes or folded(each.size) in sizes
        }

    def _sizes(self, order: Order) -> set[str]:
        vocabulary = self._names.vocabulary()
        return {folded(each) for size in order.sizes for each in vocabulary.sizes_of(size) or (size,)}

    def _variant(self, order: Order) -> Variant | Lacking:
        """The one SKU that is meant."""
        if len(order.skus) > 1 or len(order.sizes) > 1:
            raise UserError("work-one-at-a-time")
        items = self._stock.items(order.items)
        if order.skus:
            item = self._stock.find(order.skus[0])
            return next(each for each in item.variants if folded(each.sku) == folded(order.skus[0]))
        if not items:
            return Lacking(("item",), Message("work-which-item"))
        if len(items) > 1:
            if not order.of_shown and len(items) > MAX_OPTIONS:
                raise UserError("work-one-at-a-time")
            options = tuple(Option(item.id, name_of(item)) for item in items[:MAX_OPTIONS])
            return Lacking(("item",), Message("work-which-item"), options)
        return self._of_size(items[0], order)

    def _of_size(self, item: Item, order: Order) -> Variant | Lacking:
        sizes = self._sizes(order)
        variants = [each for each in item.variants if not each.retired]
        fitting = [each for each in variants if not sizes or folded(each.size) in sizes]
        if len(fitting) == 1:
            return fitting[0]
        choices = ", ".join(each.size or each.sku for each in variants)
        name = plain(name_of(item), 80)
        if sizes and not fitting:
            question = Message(
                "order-no-size", size=plain(order.sizes[0], 24), item=name, sizes=plain(choices, 120)
            )
        else:
            question = Message("work-which-size", item=name, sizes=plain(choices, 120))
        sized = [Option(each.size, each.size) for each in variants if each.size]
        return Lacking(("size",), question, tuple(sized[:MAX_OPTIONS]))

    def _which_person(self) -> Lacking:
        people = dict.fromkeys(one.person for one in reversed(self._movements.reservations(limit=200)))
        options = tuple(Option(person, person) for person in list(people)[:MAX_PEOPLE])
        return Lacking(("person",), Message("order-which-person"), options)

    def _which_goal(self) -> Lacking:
        vocabulary = self._names.vocabulary()
        sites = list(vocabulary.sites())
        question = Message("order-which-goal", places=plain(", ".join(sites), 200))
        return Lacking(("to_place",), question, tuple(Option(site, site) for site in sites[:MAX_OPTIONS]))

    def _place(self, site: str, sku: str, levels: Mapping[str, Level], slot: Missing) -> str | Lacking:
        """The shelf of a site where the SKU lies; else the site itself, where it has but one shelf."""
        shelves = self._names.vocabulary().locations_of(site)
        if exact := next((name for name in levels if folded(name) == folded(site)), None):
            return exact
        here = [name for name in levels if folded(name) in {folded(shelf) for shelf in shelves}]
        if len(here) == 1:
            return here[0]
        if not here and len(shelves) == 1:
            return shelves[0]
        return _which_place(here or shelves, levels, sku, slot)

    def _from(self, order: Order, sku: str, quantity: int, levels: Mapping[str, Level]) -> str | Lacking:
        """The one location that has enough, at the site if one is named."""
        if order.place:
            return self._place(order.place, sku, levels, "place")
        if order.verb in ("count", "receive"):
            places = list(levels) or list(self._names.vocabulary().sites())
            return places[0] if len(places) == 1 else _which_place(places, levels, sku, "place")
        enough = [name for name, level in levels.items() if level.available >= quantity]
        if len(enough) == 1:
            return enough[0]
        if enough:
            return _which_place(enough, levels, sku, "place")
        most = max((level.available for level in levels.values()), default=0)
        raise UserError("work-too-few", sku=plain(sku, 64), count=max(0, most))


def completed(order: Order, slot: Missing, value: str) -> Order:
    """The order with what it lacked. Raises `UserError` where the value is none of that slot's."""
    match slot:
        case "item":
            return replace(order, items=(value,), skus=(), of_shown=False)
        case "size":
            return replace(order, sizes=(value,), skus=())
        case "quantity" | "reservation":
            if not value.isdecimal() or len(value) > 9:
                raise UserError("button-outdated")
            if slot == "quantity":
                return replace(order, quantity=int(value))
            return replace(order, reservation=int(value))
        case "place":
            return replace(order, place=value)
        case "to_place":
            return replace(order, to_place=value)
        case "person":
            return replace(order, person=value)


def _first(lacking: Sequence[Lacking], sku: str = "") -> Lacking:
    """The first of these, with all that lacks, and the SKU if it is known."""
    missing = tuple(dict.fromkeys(each for one in lacking for each in one.missing))
    return replace(lacking[0], missing=missing, sku=sku)


def _which_place(places: Sequence[str], levels: Mapping[str, Level], sku: str, slot: Missing) -> Lacking:
    question = Message("order-which-place", places=plain(", ".join(places), 200), sku=plain(sku, 64))
    titles = [f"{place} ({levels[place].available})" if place in levels else place for place in places]
    options = [Option(place, title) for place, title in zip(places, titles, strict=True)]
    return Lacking((slot,), question, tuple(options[:MAX_OPTIONS]))


def _release_of(reservation: Reservation, quantity: int) -> StockOrder:
    return StockOrder(
        "release",
        reservation.sku,
        reservation.location,
        quantity,
        person=reservation.person,
        until=reservation.until,
        reservation=reservation.id,
    )


def _as_written(place: str, levels: Mapping[str, Level]) -> str:
    """A location as the catalogue writes it, where the SKU is kept there; else as it was typed."""
    return next((name for name in levels if name.casefold() == place.strip().casefold()), place.strip())


def _called(reservation: Reservation) -> str:
    """A reservation on a button: `#12 · 2 × MH01-M · Anna`."""
    return f"#{reservation.id} · {reservation.quantity} × {reservation.sku} · {reservation.person}"


def _day(text: str, today: date) -> date | None:
    if not text:
        return None
    if text in ("today", "tomorrow"):
        return today + timedelta(days=text == "tomorrow")
    if text in WEEKDAYS:
        return today + timedelta(days=(WEEKDAYS.index(text) - today.weekday()) % 7)
    try:
        day = date.fromisoformat(text)
    except ValueError:
        raise UserError("work-which-day") from None
    if day < today:
        raise UserError("work-which-day")
    return day
