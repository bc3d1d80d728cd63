"""When things were counted, what arrived or was moved, and what is reserved for whom."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta, tzinfo
from typing import Any

from bot.foreign_text import name_of, plain
from bot.questions.answering.answer import Answer, Figure, FigureMeasure, Part
from bot.questions.answering.compared import refusal
from bot.questions.answering.entries import Entry, amounts_of, entries, fits_place, lack_of
from bot.questions.answering.figure_words import figure_in_words
from bot.questions.answering.pieces import (
    LISTED,
    ROWS,
    count_figure,
    counted_group,
    subject,
    uncounted_note,
    whole_of,
)
from bot.questions.answering.rankings import Chosen, chosen
from bot.questions.answering.scope import Scope
from bot.questions.answering.wording import names_of
from bot.questions.days import day_of
from bot.questions.query import Grouping, Query
from catalogue.database import Database, Line
from catalogue.messages import Message
from catalogue.movements import Kind
from catalogue.words import words_in

USUAL_DAYS = 7
"""Days before today that are looked at where no span is named."""
_INCOMING = ("receive", Kind.COUNT.value)


@dataclass(frozen=True, slots=True)
class _Event:
    """Something that came in or was moved; its figure, and the item it is of."""

    item: str
    figure: Figure

    @property
    def pieces(self) -> int | None:
        return self.figure.value if isinstance(self.figure.value, int) else None


def counted(scope: Scope, database: Database) -> Answer:
    """When something was last counted, place by place or item by item."""
    query = scope.query
    group: Grouping = query.group or ("place" if len(scope.items) == 1 else "item")
    by_age = query.ranking in ("newest", "oldest")
    if query.ranking is not None and not by_age:
        return refusal(scope, Message("answer-cannot-rank"))
    if by_age:
        return _by_age(scope, database, group)
    more, amounts = 0, amounts_of(scope, "on_hand")
    if group == "item" and not scope.named:
        lines = database.figures.lines(scope.filter, ("item",), amounts, order="newest", limit=LISTED)
        found = _entries_of(lines.lines, database)
        more = lines.count - len(found)
        newest, oldest = lines.total.newest, lines.total.oldest
    else:
        found = entries(scope, group, amounts, database)
        newest = max((each.line.newest for each in found if each.line and each.line.newest), default=None)
        oldest = min((each.line.oldest for each in found if each.line and each.line.oldest), default=None)
    parts = tuple(
        Part((_counted_figure(each),), each.item if group == "item" else None) for each in found[:ROWS]
    )
    more += max(0, len(found) - ROWS)
    if newest is None:
        lack = lack_of(scope, scope.items) if scope.items else ""
        whole = Figure("counted", None, lack or "never_counted")
        headline = figure_in_words(whole) if found or scope.items else Message("answer-none-fit")
        parts = parts if len(found) > 1 else ()
        return Answer(
            query, subject(scope), headline, (whole,), parts, scope.notes, more=more, shown=scope.items
        )
    whole = Figure("counted", newest, as_of=oldest)
    if len(parts) == 1 and group == "item":
        parts = ()
    headline = figure_in_words(whole)
    return Answer(query, subject(scope), headline, (whole,), parts, scope.notes, more=more, shown=scope.items)


def _by_age(scope: Scope, database: Database, group: Grouping) -> Answer:
    """Those counted most recently, or longest ago, and all that are equal to the last of them."""
    query = scope.query
    amounts = amounts_of(scope, "on_hand")
    ranked: Chosen[Any]
    if group == "item" and not scope.named:
        lines = database.figures.lines(
            scope.filter, ("item",), amounts, order="oldest" if query.ranking == "oldest" else "newest"
        )
        ranked = chosen([line for line in lines.lines if line.newest is not None], query, _newest)
        uncounted, found = lines.uncounted, _entries_of(ranked.those[:LISTED], database)
    else:
        every = [each for each in entries(scope, group, amounts, database) if each.line is not None]
        dated = [(each.line.newest, each) for each in every if each.line and each.line.newest]
        dated.sort(key=lambda pair: pair[0], reverse=query.ranking == "newest")
        ranked = chosen([each for _, each in dated], query, lambda each: _newest(each.line))
        found, uncounted = [*ranked.those], len(every) - len(dated)
    notes = (*scope.notes, *uncounted_note(uncounted))
    if not found and not ranked.ranked:
        whole = Figure("counted", None, "never_counted")
        return Answer(query, subject(scope), figure_in_words(whole), (whole,), (), notes, shown=scope.items)
    parts = tuple(
        Part((_counted_figure(each),), each.item if group == "item" else None, leads=True)
        for each in found[:ROWS]
    )
    main = (count_figure(counted_group(group), ranked.count),) if ranked.several else ()
    first = figure_in_words(parts[0].figures[0]) if parts else Message("answer-none-fit")
    headline = ranked.headline((found[0].name or "–") if found else "", first)
    more = ranked.count - len(parts)
    return Answer(query, subject(scope), headline, main, parts, notes, more=more, shown=scope.items)


def _newest(line: Line | None) -> datetime | None:
    return None if line is None else line.newest


def _entries_of(lines: Sequence[Line], database: Database) -> list[Entry]:
    items = database.items(line.item or "" for line in lines)
    names = names_of(tuple(items.values()))
    return [Entry(names[line.item], line, item=items[line.item]) for line in lines if line.item in items]


def came(scope: Scope, database: Database, *, now: datetime, zone: tzinfo) -> Answer:
    """What arrived or was moved within the query's days, or within the last week."""
    query, span = scope.query, _span(scope.query, now, zone)
    asked = replace(query, since=span[0].astimezone(zone), until=span[1].astimezone(zone))
    scope = replace(scope, query=asked)
    events = (
        _arrived(scope, database, *span) if query.measure == "arrived" else _moved(scope, database, *span)
    )
    if query.ranking in ("most", "least") or query.group is not None:
        return _summed(scope, database, events)
    if query.ranking in ("cheapest", "dearest"):
        return refusal(scope, Message("answer-cannot-rank"))
    if query.ranking == "oldest":
        events = events[::-1]
    total = len(events)
    if query.ranking is not None:
        last = query.rank or query.limit or 1
        events = events[(query.rank or 1) - 1 : last]
        total = len(events)
    items = database.items(dict.fromkeys(each.item for each in events[: min(query.limit or LISTED, LISTED)]))
    shown = [each for each in events if each.item in items][: min(query.limit or LISTED, LISTED)]
    parts = tuple(Part((each.figure,), items[each.item]) for each in shown)
    count = count_figure("items", len({each.item for each in events}))
    known = [each.pieces for each in events if each.pieces is not None]
    if not events:
        code = (
            Message("answer-nothing-arrived")
            if query.measure == "arrived"
            else Message("answer-nothing-moved")
        )
        return refusal(scope, code, scope.notes)
    if not known:
        return Answer(
            query,
            subject(scope),
            figure_in_words(count),
            (count,),
            parts,
            scope.notes,
            more=total - len(parts),
        )
    whole = Figure("arrived" if query.measure == "arrived" else "moved", sum(known))
    headline = Message("answer-sum", sum=figure_in_words(whole), count=figure_in_words(count))
    notes = (*scope.notes, *_unrecorded(events))
    return Answer(query, subject(scope), headline, (whole, count), parts, notes, more=total - len(parts))


def reservations(scope: Scope, database: Database) -> Answer:
    """What is reserved, for whom, where and until when."""
    query = scope.query
    if query.ranking is not None or query.comparison is not None or query.needed is not None:
        return refusal(scope, Message("answer-cannot-compare"))
    since = None if query.since is None else query.since.date()
    before = None if query.until is None else _day_after(query.until)
    found = [
        (one, item, size)
        for one, item, size in database.figures.reservations(scope.filter, since=since, before=before)
        if _for_one_of(one.person, query)
        and (query.pieces.least is None or one.quantity >= query.pieces.least)
        and (query.pieces.most is None or one.quantity <= query.pieces.most)
    ]
    items = database.items(dict.fromkeys(item for _, item, _ in found[:ROWS]))
    figures = [
        Figure(
            "reservations",
            one.quantity,
            item=item,
            sku=one.sku,
            size=size or None,
            location=one.location or None,
            person=one.person or None,
            until=one.until,
            reservation=one.id,
        )
        for one, item, size in found
    ]
    whole = Figure("reserved", sum(one.quantity for one, _, _ in found))
    if query.group is not None:
        return _reservations_by(scope, figures, whole, query.group)
    parts = tuple(
        Part((figure,), items.get(figure.item or "") if len(scope.items) != 1 else None)
        for figure in figures[:ROWS]
    )
    if not found and not query.people and (elsewhere := _reserved_elsewhere(scope, database)) is not None:
        return elsewhere
    headline = figure_in_words(whole) if found else Message("answer-no-reservations")
    return Answer(
        query,
        subject(scope),
        headline,
        (whole,),
        parts,
        scope.notes,
        more=max(0, len(found) - ROWS),
        shown=scope.items,
    )


def _reserved_elsewhere(scope: Scope, database: Database) -> Answer | None:
    """How many another system reserved of some items, whose names it keeps; None where it reserved none."""
    total = whole_of(scope, database, "reserved") if scope.named else None
    if total is None or not isinstance(total.value, int) or total.value <= 0:
        return None
    unnamed = refusal(scope, Message("answer-reserved-elsewhere", count=total.value), scope.notes)
    return replace(unnamed, main=(total,))


def _reservations_by(scope: Scope, figures: Sequence[Figure], whole: Figure, group: Grouping) -> Answer:
    sums: dict[tuple[str | None, ...], int] = {}
    for each in figures:
        key = {
            "size": (None, each.size, None),
            "place": (None, None, each.location),
            "item": (each.item, None, None),
            "colour": (each.item, None, None),
        }[group]
        sums[key] = sums.get(key, 0) + (each.value if isinstance(each.value, int) else 0)
    by_id = {item.id: item for item in scope.items}
    parts = tuple(
        Part((Figure("reservations", count, item=item, size=size, location=place),), by_id.get(item or ""))
        for (item, size, place), count in list(sums.items())[:ROWS]
    )
    headline = figure_in_words(whole) if figures else Message("answer-no-reservations")
    more = max(0, len(sums) - ROWS)
    return Answer(
        scope.query, subject(scope), headline, (whole,), parts, scope.notes, more=more, shown=scope.items
    )


def _for_one_of(person: str, query: Query) -> bool:
    """Whether it is for one of those people: all words of the name are in the reservation's."""
    have = set(words_in(person))
    wanted = [set(words_in(each)) for each in query.people.values]
    ruled_out = [set(words_in(each)) for each in query.people.excluded]
    return (not wanted or any(name and name <= have for name in wanted)) and not any(
        name and name <= have for name in ruled_out
    )


def _day_after(until: datetime) -> date:
    """The day before which a last day must be."""
    return until.date() if until.time() == time() else until.date() + timedelta(days=1)


def _counted_figure(entry: Entry) -> Figure:
    figure = entry.figure("on_hand")
    value = None if entry.line is None else entry.line.newest
    return replace(figure, measure="counted", value=value, lack="" if value is not None else figure.lack)


def _span(query: Query, now: datetime, zone: tzinfo) -> tuple[datetime, datetime]:
    tomorrow = datetime.combine(day_of(now, zone) + timedelta(days=1), time(), zone)
    until = query.until or tomorrow
    since = query.since or min(until, tomorrow) - timedelta(days=USUAL_DAYS + 1)
    return since, until


def _arrived(scope: Scope, database: Database, since: datetime, until: datetime) -> list[_Event]:
    events: list[_Event] = []
    for done, size in database.figures.movements(scope.filter, _INCOMING, since, until):
        place = done.to_location or done.from_location or ""
        before = done.before.get(place)
        count = done.quantity
        if done.kind is Kind.COUNT:  # more were found than there had been
            count = done.quantity - (before.on_hand if before is not None else 0)
        if count <= 0 or not fits_place(place, scope.filter):
            continue
        events.append(
            _Event(
                done.item_id,
                Figure(
                    "arrived",
                    count,
                    item=done.item_id,
                    sku=done.sku,
                    size=size or None,
                    location=place or None,
                    as_of=done.at,
                    source=done.by.name,
                ),
            )
        )
    for at, item, source in database.figures.batched(scope.filter, since, until):
        figure = Figure("arrived", None, "not_recorded", item=item, as_of=at, source=source)
        events.append(_Event(item, figure))
    return sorted(events, key=lambda each: each.figure.as_of or since, reverse=True)


def _moved(scope: Scope, database: Database, since: datetime, until: datetime) -> list[_Event]:
    return [
        _Event(
            done.item_id,
            Figure(
                "moved",
                done.quantity,
                item=done.item_id,
                sku=done.sku,
                size=size or None,
                location=done.to_location,
                from_location=done.from_location,
                as_of=done.at,
                source=done.by.name,
            ),
        )
        for done, size in database.figures.movements(scope.filter, (Kind.MOVE.value,), since, until)
        if any(fits_place(place or "", scope.filter) for place in (done.from_location, done.to_location))
    ]


def _unrecorded(events: Sequence[_Event]) -> tuple[Message, ...]:
    count = len({each.item for each in events if each.pieces is None})
    return (Message("answer-unrecorded", count=count),) if count else ()


def _summed(scope: Scope, database: Database, events: Sequence[_Event]) -> Answer:
    """Pieces by item, size, place or colour; the most first."""
    query = scope.query
    group = query.group or "item"
    measure: FigureMeasure = "arrived" if query.measure == "arrived" else "moved"
    items = database.items(dict.fromkeys(each.item for each in events))
    sums: dict[str, int] = {}
    for each in events:
        if each.pieces is None or each.item not in items:
            continue
        key = {
            "item": each.item,
            "size": each.figure.size or "",
            "place": each.figure.location or "",
            "colour": items[each.item].colour or "",
        }[group]
        sums[key] = sums.get(key, 0) + each.pieces
    ordered = sorted(
        sums.items(), key=lambda pair: (pair[1] if query.ranking == "least" else -pair[1], pair[0])
    )
    whole = Figure(measure, sum(sums.values()))
    ranked = chosen(ordered, query, lambda pair: pair[1])
    if query.ranking is not None and ordered:
        if not ranked.those:
            return refusal(scope, ranked.headline("", Message("answer-none-fit")), scope.notes)
        ordered = [*ranked.those]
    slot = {"item": "item", "size": "size", "place": "location", "colour": "colour"}[group]
    parts = tuple(
        Part(
            (Figure(measure, count, **{slot: key}),),  # type: ignore[arg-type]
            items.get(key) if group == "item" else None,
            leads=query.ranking is not None,
        )
        for key, count in ordered[:ROWS]
    )
    notes = (*scope.notes, *_unrecorded(events))
    if not ordered:
        nothing = (
            Message("answer-nothing-arrived") if measure == "arrived" else Message("answer-nothing-moved")
        )
        return refusal(scope, nothing, notes)
    headline, main = figure_in_words(whole), (whole,)
    if query.ranking is not None:
        count = count_figure(counted_group(group), len(ordered))
        headline, main = figure_in_words(count), (count,)
    if query.rank is not None:
        names = {item.id: name_of(item) for item in items.values()}
        first = figure_in_words(parts[0].figures[0])
        headline = ranked.headline(plain(names.get(ordered[0][0], ordered[0][0]), 100), first)
    return Answer(query, subject(scope), headline, main, parts, notes, more=max(0, len(ordered) - ROWS))
