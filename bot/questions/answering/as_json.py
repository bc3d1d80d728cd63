"""Queries, orders and answers as JSON: for buttons, for language models and for exams.

What comes from outside may be forged: it is taken only if every slot is known, small and sound, and if what
it names exists.
"""

from __future__ import annotations

import json
import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, fields
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

from pydantic import TypeAdapter, ValidationError

from bot.errors import UserError
from bot.questions.answering.answer import Answer, Figure
from bot.questions.answering.scope import known_kinds
from bot.questions.query import Asked, Bounds, Choice, Order, Query, Talk
from bot.questions.vocabulary import Names
from catalogue.items import GARMENT_CLASSES, folded
from catalogue.words import words_in

MAX_JSON = 60_000
"""Characters of a query or order."""
MAX_NAMED = 100
"""Items and SKUs that a query names."""
MAX_VALUES = 20
"""Values of any other slot."""
MAX_CHARACTERS = 200
"""Of a value."""
LARGEST = 10**9
MOST_LIMIT = 100
_DAYS = frozenset(
    ("today", "tomorrow", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
)
_ADAPTERS: dict[str, TypeAdapter[Any]] = {
    "query": TypeAdapter(Query),
    "order": TypeAdapter(Order),
    "talk": TypeAdapter(Talk),
}
_TYPES: dict[str, type[Query | Order | Talk]] = {"query": Query, "order": Order, "talk": Talk}


def asked_to_json(asked: Asked) -> str:
    """A query, an order or talk as JSON of one line; what was not said is left out."""
    return json.dumps({_kind(asked): slots(asked)}, ensure_ascii=False, separators=(",", ":"))


def asked_from_json(text: str, names: Names) -> Asked:
    """What `asked_to_json` wrote, from whoever sends it.

    Raises `UserError`: `button-outdated` for what is not sound, `answer-gone` for items that do not exist.
    `StoreError` where the database does not answer.
    """
    asked = _parsed(text)
    if not _sound(asked):
        raise UserError("button-outdated")
    if not isinstance(asked, Talk):
        _exists(asked, names)
    return asked


def slots(asked: Asked) -> dict[str, Any]:
    """What was said, by slot, as JSON has it."""
    default = {each.name: each.default for each in fields(asked)}
    return {
        name: _plain(getattr(asked, name))
        for name in default
        if name == "measure" or getattr(asked, name) != default[name]
    }


def figure_json(figure: Figure) -> dict[str, Any]:
    """A figure; what does not apply is left out, and times are ISO, in UTC."""
    filled = {name: _value(value) for name, value in asdict(figure).items() if value not in (None, "")}
    return {"measure": figure.measure, "value": _value(figure.value), **filled}


def answer_json(answer: Answer) -> dict[str, Any]:
    """All that an answer says."""
    return {
        "figures": [figure_json(figure) for figure in answer.figures],
        "items": list(answer.items),
        "verdict": answer.verdict,
        "refused": answer.refused,
        "more": answer.more,
    }


def outcome_json(
    asked: Asked | None,
    *,
    said: str,
    answers: Sequence[Answer] = (),
    asks_back: str = "",
    buttons: Iterable[tuple[str, Asked]] = (),
) -> dict[str, Any]:
    """What became of a message, for exams and `--json`.

    Args:
        asked: as which it was read; None where it was not understood.
        said: the words of the reply.
        answers: what was answered.
        asks_back: the code of what is asked back; empty where nothing is.
        buttons: titles, and what each carries.
    """
    read = {} if asked is None else {_kind(asked): slots(asked)}
    told = [answer_json(answer) for answer in answers]
    return {
        "understood": asked is not None,
        **read,
        "figures": [figure for each in told for figure in each["figures"]],
        "items": list(dict.fromkeys(item for each in told for item in each["items"])),
        "verdict": next((each["verdict"] for each in told if each["verdict"] is not None), None),
        "refused": any(each["refused"] for each in told),
        "asks_back": asks_back or None,
        "buttons": [{"title": title, _kind(each): slots(each)} for title, each in buttons],
        "said": said,
    }


def _kind(asked: Asked) -> str:
    return {Query: "query", Order: "order", Talk: "talk"}[type(asked)]


def _plain(value: Any) -> Any:
    match value:
        case Choice():
            lists = {"values": list(value.values), "excluded": list(value.excluded)}
            return {name: each for name, each in lists.items() if each}
        case Bounds():
            return {name: each for name, each in asdict(value).items() if each is not None}
        case tuple():
            return [_plain(each) for each in value]
        case datetime():
            return value.isoformat()
    return value


def _value(value: Any) -> Any:
    match value:
        case Decimal():
            return int(value) if value == int(value) else float(value)
        case datetime():
            return value.astimezone(UTC).isoformat()
        case date():
            return value.isoformat()
    return value


def _parsed(text: str) -> Asked:
    """Raises `UserError` where it is no query, order or talk of known slots and types."""
    if len(text) > MAX_JSON:
        raise UserError("button-outdated")
    try:
        whole = json.loads(text)
        [(kind, inner)] = whole.items()
        if not _known(inner, _TYPES[kind]):
            raise UserError("button-outdated")
        asked: Asked = _ADAPTERS[kind].validate_json(json.dumps(inner), strict=True)
    except (ValidationError, ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise UserError("button-outdated") from error
    return asked


def _known(inner: Any, of: type[Any]) -> bool:
    """Whether all names in it are slots; a slot that nobody knows might have changed the question."""
    if not isinstance(inner, dict) or inner.keys() - {each.name for each in fields(of)}:
        return False
    parts = {"pieces": Bounds, "prices": Bounds}
    choices = ("kinds", "colours", "brands", "sizes", "places", "people") if of is Query else ()
    nested: Mapping[str, type[Any]] = parts | dict.fromkeys(choices, Choice) if of is Query else {}
    return all(_known(inner[name], each) for name, each in nested.items() if name in inner)


def _sound(asked: Asked) -> bool:
    texts, lists = _texts(asked)
    if any(len(each) > MAX_CHARACTERS or not each.isprintable() for each in texts):
        return False
    if any(len(each) > most or len(set(each)) < len(each) or "" in each for each, most in lists):
        return False
    match asked:
        case Query():
            return _sound_query(asked)
        case Order():
            return _sound_order(asked)
    return len(asked.values) <= MAX_VALUES


def _texts(asked: Asked) -> tuple[list[str], list[tuple[tuple[str, ...], int]]]:
    """All its texts, and its lists with how long each may be."""
    texts: list[str] = []
    lists: list[tuple[tuple[str, ...], int]] = []
    for each in fields(asked):
        value = getattr(asked, each.name)
        match value:
            case str():
                texts.append(value)
            case Choice():
                lists += [(value.values, MAX_VALUES), (value.excluded, MAX_VALUES)]
            case tuple():
                most = MAX_NAMED if each.name in ("items", "skus") else MAX_VALUES
                if isinstance(asked, Talk):
                    texts += [text for pair in value for text in pair]
                else:
                    lists.append((value, most))
    return texts + [text for values, _ in lists for text in values], lists


def _sound_query(query: Query) -> bool:
    numbers = (query.pieces.least, query.pieces.most, query.prices.least, query.prices.most)
    if any(
        number is not None and not (math.isfinite(number) and abs(number) <= LARGEST) for number in numbers
    ):
        return False
    if any(each is not None and not 1 <= each <= MOST_LIMIT for each in (query.limit, query.rank)):
        return False
    if any(each is not None and not 1 <= each <= LARGEST for each in (query.needed, query.quantity)):
        return False
    moments = [each for each in (query.since, query.until) if each is not None]
    if any(each.tzinfo is None or not 2000 <= each.year < 3000 for each in moments):
        return False
    if query.since is not None and query.until is not None and query.since >= query.until:
        return False
    return {*query.kinds.values, *query.kinds.excluded} <= known_kinds() | set(GARMENT_CLASSES)


def _sound_order(order: Order) -> bool:
    least = 0 if order.verb == "count" else 1
    if order.quantity is not None and not least <= order.quantity <= LARGEST:
        return False
    if order.reservation is not None and not 1 <= order.reservation <= LARGEST:
        return False
    if not order.until or order.until in _DAYS:
        return True
    try:
        return 2000 <= date.fromisoformat(order.until).year < 3000
    except ValueError:
        return False


def _exists(asked: Query | Order, names: Names) -> None:
    """Raises `UserError` where what it names does not exist."""
    if len(names.named(asked.items)) < len(asked.items):
        raise UserError("answer-gone")
    numbers = names.numbers(asked.skus)
    if any(folded(sku) not in numbers for sku in asked.skus):
        raise UserError("answer-gone")
    vocabulary = names.vocabulary()
    if isinstance(asked, Order):
        sizes, places = asked.sizes, tuple(each for each in (asked.place, asked.to_place) if each)
        brands: tuple[str, ...] = ()
    else:
        sizes = (*asked.sizes.values, *asked.sizes.excluded)
        places = (*asked.places.values, *asked.places.excluded)
        brands = (*asked.brands.values, *asked.brands.excluded)
    known = (
        all(vocabulary.sizes_of(each) for each in sizes)
        and all(tuple(words_in(each)) in vocabulary.locations for each in places)
        and all(tuple(words_in(each)) in vocabulary.brands for each in brands)
    )
    if not known:
        raise UserError("button-outdated")
