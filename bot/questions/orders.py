"""Stock movements as people ask for them: which SKU, which shelf, which reservation; what lacks is asked."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import Any

from bot.errors import UserError
from bot.foreign_text import example_sku, name_of, plain
from bot.orders import Order
from bot.questions.answers import WEEKDAYS
from bot.questions.question import Question
from bot.questions.vocabulary import Names
from catalogue.database.movements import Movements
from catalogue.items import Item, folded
from catalogue.movements import Level, Reservation
from catalogue.stock import StockBook


class OrderReader:
    """Turns what was said into what a person confirms; raises `UserError` where something must be asked."""

    def __init__(self, stock: StockBook, movements: Movements, names: Names) -> None:
        self._stock = stock
        self._movements = movements
        self._names = names

    def order(self, question: Question, *, today: date) -> Order:
        """What is to be done, with each slot settled."""
        slots = question.slots
        match question.intent:
            case "release":
                return self._release(slots)
            case "reserve":
                return self._reserve(slots, today)
            case "move":
                return self._move(slots)
        sku = self._sku(slots)
        place = self._place(slots["location"], sku, self._levels(sku))
        return Order("count", sku, place, int(slots["quantity"]))

    def reservations(self, person: str | None) -> tuple[Reservation, ...]:
        """What is kept, for that person where one is named."""
        return tuple(
            one
            for one in self._movements.reservations(limit=200)
            if person is None or folded(person) in folded(one.person)
        )

    def _reserve(self, slots: Mapping[str, Any], today: date) -> Order:
        sku, quantity = self._sku(slots), int(slots.get("quantity", 1))
        person = slots.get("person")
        if not person:
            raise UserError("work-which-person", example=example_sku(self._stock.example()))
        place = self._from(slots.get("location"), sku, quantity)
        until = _day(slots.get("until"), today)
        return Order("reserve", sku, place, quantity, person=plain(str(person), 80), until=until)

    def _move(self, slots: Mapping[str, Any]) -> Order:
        sku, quantity = self._sku(slots), int(slots.get("quantity", 1))
        levels = self._levels(sku)
        goal = self._place(slots["to_location"], sku, levels)
        elsewhere = {name: level for name, level in levels.items() if name != goal}
        origin = self._from(slots.get("from_location"), sku, quantity, levels=elsewhere)
        return Order("move", sku, origin, quantity, to=goal)

    def _release(self, slots: Mapping[str, Any]) -> Order:
        reservations = self.reservations(slots.get("person"))
        wanted = self._skus(slots)
        if wanted:
            reservations = tuple(one for one in reservations if folded(one.sku) in wanted)
        if slots.get("location"):
            places = {folded(each) for each in self._names.vocabulary().locations_of(slots["location"])}
            reservations = tuple(one for one in reservations if folded(one.location) in places)
        if len(reservations) != 1:
            raise UserError("work-which-reservation")
        one = reservations[0]
        quantity = min(int(slots.get("quantity", one.quantity)), one.quantity)
        return Order(
            "release",
            one.sku,
            one.location,
            quantity,
            person=one.person,
            until=one.until,
            reservation=one.id,
        )

    def _skus(self, slots: Mapping[str, Any]) -> set[str]:
        """All SKUs that may be meant, folded."""
        if slots.get("skus"):
            return {folded(sku) for sku in slots["skus"]}
        items = self._stock.items(slots.get("items", ()))
        sizes = self._sizes(slots)
        return {
            folded(each.sku)
            for item in items
            for each in item.variants
            if not sizes or folded(each.size) in sizes
        }

    def _sizes(self, slots: Mapping[str, Any]) -> set[str]:
        size = slots.get("size")
        return {folded(each) for each in self._names.vocabulary().sizes_of(size)} if size else set()

    def _sku(self, slots: Mapping[str, Any]) -> str:
        """The one SKU that is meant."""
        skus = slots.get("skus", ())
        if len(skus) > 1 or (not skus and len(slots.get("items", ())) > 1):
            raise UserError("work-one-at-a-time")
        if skus:
            return str(skus[0])
        items = self._stock.items(slots.get("items", ()))
        if not items:
            raise UserError("work-which-item")
        return self._of_size(items[0], slots)

    def _of_size(self, item: Item, slots: Mapping[str, Any]) -> str:
        sizes = self._sizes(slots)
        fitting = [each for each in item.variants if not sizes or folded(each.size) in sizes]
        if len(fitting) == 1:
            return fitting[0].sku
        choices = ", ".join(each.size or each.sku for each in item.variants)
        raise UserError("work-which-size", item=plain(name_of(item), 80), sizes=plain(choices, 120))

    def _levels(self, sku: str) -> Mapping[str, Level]:
        return self._movements.levels(sku)

    def _place(self, site: str, sku: str, levels: Mapping[str, Level]) -> str:
        """The shelf of a site where the SKU lies; else the site itself, where it has but one shelf."""
        shelves = self._names.vocabulary().locations_of(site)
        here = [name for name in levels if folded(name) in {folded(shelf) for shelf in shelves}]
        if len(here) == 1:
            return here[0]
        if not here:
            return shelves[0] if len(shelves) == 1 else site
        raise _which_location(here, sku)

    def _from(
        self,
        site: str | None,
        sku: str,
        quantity: int,
        *,
        levels: Mapping[str, Level] | None = None,
    ) -> str:
        """The one location that has enough, at the site if one is named."""
        levels = self._levels(sku) if levels is None else levels
        if site is not None:
            return self._place(site, sku, levels)
        enough = [name for name, level in levels.items() if level.available >= quantity]
        if len(enough) == 1:
            return enough[0]
        if enough:
            raise _which_location(enough, sku)
        most = max((level.available for level in levels.values()), default=0)
        raise UserError("work-too-few", sku=plain(sku, 64), count=max(0, most))


def _which_location(places: Sequence[str], sku: str) -> UserError:
    return UserError("work-which-location", places=plain(", ".join(places), 200), sku=plain(sku, 64))


def _day(text: str | None, today: date) -> date | None:
    if text is None:
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
