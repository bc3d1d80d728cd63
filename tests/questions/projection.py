"""What was understood, as the exams of single questions write it down: an intent and its slots."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from bot.questions.days import span_of
from bot.questions.query import Asked, Order, Query, Read, Talk

INTENTS = frozenset(
    {
        "stock", "where", "sizes", "colours", "price", "details", "list", "arrivals", "find", "reservations",
        "reserve", "release", "move", "count", "undo", "people", "people_add", "people_remove", "language",
        "help", "thanks", "unknown",
    }
)  # fmt: skip
"""All that a case may ask."""
NOW = datetime(2026, 8, 12, 10, tzinfo=UTC)
"""When the exams are taken, a Wednesday."""
_MEASURES = {"price": "price", "details": "details", "arrived": "arrivals", "reservations": "reservations"}
_GROUPS = {"place": "where", "size": "sizes", "colour": "colours"}
_ORDER = {"place": "location", "to_place": "to_location", "person": "person", "until": "until"}


def as_case(read: Read) -> tuple[str, dict[str, Any]]:
    """The intent and the slots of what was asked first; `unknown` where nothing was understood."""
    if len(read.asked) != 1:
        return "unknown", {}
    return _of(read.asked[0])


def wanted(case: dict[str, Any]) -> tuple[str, dict[str, Any]]:
    """The intent and the slots of a case, its days as times."""
    slots = dict(case["slots"])
    if case["intent"] == "arrivals" and "since" in slots:
        since, until = span_of(slots.pop("since"), slots.pop("until_day", None), NOW, UTC)
        slots |= {"since": since, "until": until}
    return case["intent"], slots


def same(one: dict[str, Any], two: dict[str, Any]) -> bool:
    """Whether slots are the same: several items as a set, and a person with or without a title."""
    name, other = str(one.get("person", "")), str(two.get("person", ""))
    titled = name == other or name.endswith(f" {other}")
    return titled and _unordered({**one, "person": other}) == _unordered({**two, "person": other})


def _unordered(slots: dict[str, Any]) -> dict[str, Any]:
    return {name: sorted(value) if isinstance(value, list) else value for name, value in slots.items()}


def _of(asked: Asked) -> tuple[str, dict[str, Any]]:
    if isinstance(asked, Talk):
        named = dict(asked.values)
        return asked.about if asked.about not in ("never_mind", "negated_order") else "unknown", named
    return _of_order(asked) if isinstance(asked, Order) else _of_query(asked)


def _of_order(order: Order) -> tuple[str, dict[str, Any]]:
    slots: dict[str, Any] = {name: list(getattr(order, name)) for name in ("items", "skus")}
    slots |= {new: getattr(order, old) for old, new in _ORDER.items()}
    slots |= {"quantity": order.quantity, "reservation": order.reservation, "size": _one(order.sizes)}
    if order.verb == "move":
        slots["from_location"] = slots.pop("location")
    return order.verb, {name: value for name, value in slots.items() if value not in (None, "", [])}


def _of_query(query: Query) -> tuple[str, dict[str, Any]]:
    slots: dict[str, Any] = {"items": list(query.items), "skus": list(query.skus)}
    choices = {"kind": query.kinds, "colour": query.colours, "brand": query.brands, "size": query.sizes}
    choices |= {"location": query.places, "person": query.people}
    for name, choice in choices.items():
        slots[name] = _one(choice.values) or (f"not {choice.excluded}" if choice.excluded else "")
    slots |= {"words": query.words, "since": query.since, "until": query.until}
    if query.pieces.least is not None:
        slots["more_than"] = int(query.pieces.least) - 1
    if query.pieces.most is not None:
        slots["less_than"] = int(query.pieces.most) + 1
    for name in ("needed", "ranking", "comparison", "limit"):
        slots[name] = getattr(query, name)
    if query.prices:
        slots["prices"] = query.prices
    intent = _intent(query)
    if intent == "list":
        slots["state"] = query.state
    return intent, {name: value for name, value in slots.items() if value not in (None, "", [])}


def _intent(query: Query) -> str:
    if query.words:
        return "find"
    if query.measure in _MEASURES:
        return _MEASURES[query.measure]
    if query.group in _GROUPS and (query.items or query.group != "colour"):
        return _GROUPS[query.group]
    return "stock" if query.items else "list"


def _one(values: tuple[str, ...]) -> str:
    return values[0] if len(values) == 1 else "+".join(values)
