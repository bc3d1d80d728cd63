"""What the stock book says to a question: figures with their times, and never a guess."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from typing import Any

from bot.questions.question import Question
from bot.questions.vocabulary import Names, Vocabulary
from catalogue.database import Filter
from catalogue.items import Item, StockLevel, Variant, folded
from catalogue.stock import Arrived, Counted, Listed, StockBook
from catalogue.words import forms_in, groups_in

LISTED = 12
"""Lines of a list that are shown."""
_TIMES = ("today", "yesterday", "this week", "last week", "this month")
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")


@dataclass(frozen=True, slots=True)
class Figure:
    """Pieces of something, and when they were counted."""

    name: str
    """A size or a location; empty for the item as a whole."""
    on_hand: int
    reserved: int
    as_of: datetime | None
    """None where nothing was counted: then there is no figure either."""
    sku: str | None = None
    """Its SKU; of an item as a whole, those of it that were asked for, between commas."""


@dataclass(frozen=True, slots=True)
class Part:
    """What is said of one item."""

    item: Item
    whole: Figure
    figures: tuple[Figure, ...] = ()
    arrived: Arrived | None = None


@dataclass(frozen=True, slots=True)
class Answer:
    """The answer to a question."""

    question: Question
    parts: tuple[Part, ...]
    total: int
    """How many parts there are, shown or not."""
    other_colours: bool = False
    """Whether the colour that was asked for does not exist, and the parts are what there is instead."""
    missing_size: bool = False
    """Whether the items have no such size."""

    @property
    def items(self) -> tuple[str, ...]:
        """Ids of the items that it shows."""
        return tuple(dict.fromkeys(part.item.id for part in self.parts))


class Answers:
    """Answers questions about items. Raises `StoreError` where the database does not answer."""

    def __init__(self, book: StockBook, names: Names, *, zone: tzinfo = UTC) -> None:
        """Days begin at midnight of `zone`."""
        self._book = book
        self._names = names
        self._zone = zone

    def __call__(self, question: Question, *, now: datetime | None = None) -> Answer:
        """The answer to any question but of stock work, people, help and the like."""
        slots = question.slots
        match question.intent:
            case "list":
                return self._listed(question)
            case "arrivals":
                return self._arrivals(question, now or datetime.now(UTC))
            case "find":
                matches = self._search(str(slots["words"]))
                return Answer(question, tuple(_whole(item) for item in matches), len(matches))
            case "colours":
                ids = [one.id for item in question.items for one in self._names.siblings(item)]
                items = self._book.items(dict.fromkeys(ids))
                return Answer(question, tuple(_whole(item) for item in items), len(items))
            case "price" | "details":
                items = self._book.items(question.items)
                return Answer(question, tuple(_whole(item) for item in items), len(items))
        return self._counted(question)

    def _counted(self, question: Question) -> Answer:
        """Stock, places and sizes of items."""
        slots, vocabulary = question.slots, self._names.vocabulary()
        size, location = slots.get("size"), slots.get("location")
        counted = self._book.counted(
            question.items,
            skus=slots.get("skus", ()),
            sizes=vocabulary.sizes_of(size) if size else (),
            locations=vocabulary.locations_of(location) if location else (),
        )
        bound = _bound(slots.get("more_than"), slots.get("less_than"))
        by_place = question.intent == "where" or bool(size or slots.get("skus"))
        parts = []
        for one in counted:
            figures = _by_place(one, bound) if by_place else _by_size(one)
            skus = [each.sku for each in one.item.variants if each.sku in slots.get("skus", ())]
            parts.append(Part(one.item, _figure("", one, sku=", ".join(skus) or None), figures))
        meant = {folded(each) for each in vocabulary.sizes_of(size)} if size else set()
        variants = [each for one in counted for each in one.item.variants]
        missing = bool(size) and not any(folded(each.size) in meant for each in variants)
        if missing:
            parts = [
                Part(one.item, _figure("", one), _by_size(one)) for one in self._book.counted(question.items)
            ]
        return Answer(question, tuple(parts), len(parts), "colour" in slots, missing)

    def _listed(self, question: Question) -> Answer:
        wanted = self._filter(question, self._names.vocabulary())
        lines, total = self._book.listed(wanted, limit=LISTED)
        parts = tuple(Part(line.item, _line(line)) for line in lines)
        return Answer(question, parts, total)

    def _filter(self, question: Question, vocabulary: Vocabulary) -> Filter:
        slots = question.slots
        kind = slots.get("kind")
        base = vocabulary.of_kind(kind) if kind else Filter()
        named = {
            "sizes": vocabulary.sizes_of,
            "locations": vocabulary.locations_of,
            "colours": vocabulary.colours_of,
            "brands": vocabulary.brands_of,
        }
        spellings: dict[str, Any] = {
            name: _spelled(slots.get(name.removesuffix("s")), spelled) for name, spelled in named.items()
        }
        return Filter(
            classes=base.classes,
            title_words=self._narrowed(question, base) or base.title_words,
            other_title_words=base.other_title_words,
            level=slots.get("state"),
            more_than=slots.get("more_than"),
            less_than=slots.get("less_than"),
            **spellings,
        )

    def _narrowed(self, question: Question, base: Filter) -> frozenset[str]:
        """The narrower words that were said, where titles of such items have them; else the kind is meant."""
        words = frozenset(question.narrower)
        items = self._names.titled([words])[0] if words else ()
        return words if any(item.garment_class in base.classes for item in items) else frozenset()

    def _arrivals(self, question: Question, now: datetime) -> Answer:
        since, before = self._period(question.slots.get("since"), now)
        if (until := question.slots.get("until_day")) is not None:
            before = self._after(until, since, now)
        arrived, _ = self._book.arrivals(since, before, limit=200)
        wanted = self._filter(question, self._names.vocabulary())
        fitting = [one for one in arrived if _fits(one.item, wanted)]
        parts = tuple(
            Part(one.item, _figure("", Counted(one.item, _levels(one.item))), arrived=one)
            for one in fitting[:LISTED]
        )
        return Answer(question, parts, len(fitting))

    def _period(self, since: str | None, now: datetime) -> tuple[datetime, datetime]:
        today = now.astimezone(self._zone).date()
        monday = today - timedelta(days=today.weekday())
        first, last = today - timedelta(days=7), today
        match since:
            case "today":
                first = today
            case "yesterday":
                first = last = today - timedelta(days=1)
            case "this week":
                first = monday
            case "last week":
                first, last = monday - timedelta(days=7), monday - timedelta(days=1)
            case "this month":
                first = today.replace(day=1)
            case str() if since in WEEKDAYS:
                first = today - timedelta(days=(today.weekday() - WEEKDAYS.index(since)) % 7)
            case str():
                first = date.fromisoformat(since)
        return self._midnight(first), self._midnight(last + timedelta(days=1))

    def _after(self, until: str, since: datetime, now: datetime) -> datetime:
        """The end of the last day of some that begin with `since`."""
        if until in _TIMES:
            return self._period(until, now)[1]
        if until in WEEKDAYS:
            first = since.astimezone(self._zone).date()
            last = first + timedelta(days=(WEEKDAYS.index(until) - first.weekday()) % 7)
        else:
            last = date.fromisoformat(until)
        return self._midnight(last + timedelta(days=1))

    def _midnight(self, day: date) -> datetime:
        return datetime.combine(day, time(), self._zone)

    def _search(self, words: str) -> Sequence[Item]:
        by_number = self._book.starting_with(words.strip(), limit=LISTED) if " " not in words.strip() else ()
        if by_number:
            return by_number
        return self._book.search(groups_in(words), limit=LISTED)


def known_since(since: str) -> bool:
    """Whether that is a day, or a word for a time, that arrivals can be asked from."""
    if since in _TIMES or since in WEEKDAYS:
        return True
    try:
        return 2000 <= date.fromisoformat(since).year < 3000
    except ValueError:
        return False


def _spelled(value: str | None, spelled: Callable[[str], tuple[str, ...]]) -> tuple[str, ...]:
    return () if value is None else spelled(value)


def _bound(more_than: int | None, less_than: int | None) -> Callable[[int], bool]:
    return lambda count: (more_than is None or count > more_than) and (less_than is None or count < less_than)


def _figure(name: str, one: Counted, *, sku: str | None = None) -> Figure:
    return Figure(name, one.on_hand, one.reserved, one.as_of, sku)


def _by_size(one: Counted) -> tuple[Figure, ...]:
    return tuple(_figure(variant.size, size, sku=variant.sku) for variant, size in one.by_size())


def _by_place(one: Counted, bound: Callable[[int], bool]) -> tuple[Figure, ...]:
    return tuple(_figure(name, place) for name, place in one.by_location() if bound(place.on_hand))


def _levels(item: Item) -> tuple[tuple[Variant, StockLevel], ...]:
    return tuple((variant, level) for variant in item.variants for level in variant.stock)


def _whole(item: Item) -> Part:
    return Part(item, _figure("", Counted(item, _levels(item))))


def _line(line: Listed) -> Figure:
    size, sku = (line.variant.size, line.variant.sku) if line.variant else ("", None)
    return Figure(size, line.on_hand, line.reserved, line.as_of, sku)


def _fits(item: Item, wanted: Filter) -> bool:
    words = forms_in(item.title)
    places = {level.location for variant in item.variants for level in variant.stock}
    return (
        (not wanted.classes or item.garment_class in wanted.classes)
        and (not wanted.colours or item.colour in wanted.colours)
        and (not wanted.brands or item.brand in wanted.brands)
        and (not wanted.title_words or bool(words & wanted.title_words))
        and not words & wanted.other_title_words
        and (not wanted.locations or bool(places & set(wanted.locations)))
    )


def as_json(answer: Answer) -> list[dict[str, object]]:
    """The figures, each with `as_of` (ISO, UTC): one an item, size or location."""
    return [
        {
            "item": part.item.id,
            "title": part.item.title,
            "price": part.item.price,
            **({} if not figure.name else {"of": figure.name}),
            **({} if figure.sku is None else {"sku": figure.sku}),
            "on_hand": figure.on_hand if figure.as_of else None,
            "reserved": figure.reserved if figure.as_of else None,
            "available": figure.on_hand - figure.reserved if figure.as_of else None,
            "as_of": None if figure.as_of is None else figure.as_of.astimezone(UTC).isoformat(),
            **_arrival(part.arrived),
        }
        for part in answer.parts
        for figure in _figures_of(part)
    ]


def _figures_of(part: Part) -> Iterable[Figure]:
    yield part.whole
    yield from part.figures


def _arrival(arrived: Arrived | None) -> dict[str, object]:
    if arrived is None:
        return {}
    one = arrived.arrival
    return {"came": one.at.astimezone(UTC).isoformat(), "pieces": one.quantity, "with": one.source}
