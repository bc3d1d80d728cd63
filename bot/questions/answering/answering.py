"""Any query answered exactly as asked, or refused with the reason."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, tzinfo

from bot.questions.answering.answer import Answer, Figure, Part
from bot.questions.answering.compared import compared, enough, enough_count, refusal
from bot.questions.answering.entries import (
    Entry,
    amounts_of,
    bounded,
    entries_of_items,
    fits_place,
    name_of_group,
)
from bot.questions.answering.events import came, counted, reservations
from bot.questions.answering.figure_words import figure_in_words
from bot.questions.answering.pieces import (
    LISTED,
    ROWS,
    companions,
    count_figure,
    counted_group,
    part_of,
    pieces,
    sku_note,
    subject,
    whole_of,
)
from bot.questions.answering.prices import bounds_note, price_figure, prices, worth
from bot.questions.answering.rankings import chosen
from bot.questions.answering.scope import Scope, scope_of
from bot.questions.query import Choice, Grouping, Query
from bot.questions.vocabulary import Names
from catalogue.database import Amounts, Database, Filter
from catalogue.messages import Message

_PIECES = frozenset({"on_hand", "free", "reserved"})
_BY_TIME = frozenset({"arrived", "moved", "reservations"})
_BY_PRICE = frozenset({"cheapest", "dearest"})
_BY_AGE = frozenset({"newest", "oldest"})


class Answering:
    """Answers queries. Raises `StoreError` where the database does not answer."""

    def __init__(self, database: Database, names: Names, *, zone: tzinfo = UTC) -> None:
        """Days begin at midnight of `zone`."""
        self._database = database
        self._names = names
        self._zone = zone

    def __call__(self, query: Query, *, now: datetime | None = None) -> Answer:
        """The answer. Blocks."""
        scope = scope_of(query, self._database, self._names)
        if scope.nothing is not None:
            missing = scope.named
            return Answer(query, subject(scope), scope.nothing, notes=scope.notes, refused=missing)
        if (reason := _unanswerable(query)) is not None:
            return refusal(scope, reason, scope.notes)
        if (none := self._none_of_it(scope)) is not None:
            return none
        scope = replace(scope, notes=(*scope.notes, *bounds_note(scope, self._database)))
        if query.measure in _PIECES:
            scope = replace(scope, notes=(*sku_note(scope), *scope.notes))
        match query.measure:
            case "price":
                return prices(scope, self._database)
            case "worth":
                return worth(scope, self._database)
            case "items":
                return _different(scope, self._database)
            case "details" if not bounded(scope):
                return _details(scope, self._database)
            case "counted":
                return counted(scope, self._database)
            case "arrived" | "moved":
                return came(scope, self._database, now=now or datetime.now(UTC), zone=self._zone)
            case "reservations":
                return reservations(scope, self._database)
        if query.people:
            return reservations(scope, self._database)
        if query.ranking in _BY_PRICE:
            return prices(scope, self._database)
        if query.comparison is not None:
            return compared(scope, self._database)
        if query.needed is not None:
            return enough(scope, self._database)
        return pieces(scope, self._database)

    def _none_of_it(self, scope: Scope) -> Answer | None:
        """That the catalogue has no such garment, whatever the stock; and how many of the kind it has."""
        query = scope.query
        described = query.kinds.values or query.title_words or query.colours.values or query.brands.values
        if scope.named or query.words or query.people or query.comparison or not described:
            return None
        there = Filter(
            colours=scope.filter.colours,
            brands=scope.filter.brands,
            kinds=scope.filter.kinds,
            title_groups=scope.filter.title_groups,
        )
        if self._database.figures.priced(there):
            return None
        wider = replace(there, colours=(), brands=(), title_groups=())
        count = len(self._database.figures.priced(wider)) if query.kinds.values else 0
        kinds = replace(query, title_words=(), colours=Choice(), brands=Choice())
        of_kind = subject(replace(scope, query=kinds)) if count else None
        notes = (Message("answer-of-kind", count=count, kind=of_kind),) if of_kind is not None else ()
        return refusal(scope, Message("answer-none-of-it"), (*scope.notes, *notes))

    def of_one_item(self, query: Query) -> Query:
        """The query of the item itself, where a kind, a colour and the like describe one alone.

        So it is answered by size and place, and a place that has none of it is named. Of colours that are
        compared, each must be one item. Of the colours that one item comes in, the items of its whole design.
        Blocks.
        """
        if query.group == "colour" and len(query.items) == 1 and not (query.skus or query.comparison):
            return replace(query, items=tuple(item.id for item in self._names.siblings(query.items[0])))
        if not _describes(query):
            return query
        scope = scope_of(replace(query, sizes=Choice(), places=Choice()), self._database, self._names)
        ids = [item for item, _ in self._database.figures.priced(scope.filter)]
        colours = query.colours.values if query.comparison else ()
        if len(ids) != max(1, len(colours)):
            return query
        if len(ids) > 1:
            of_colour = {item.colour: item.id for item in self._names.named(ids).values()}
            ids = [of_colour[each] for each in colours if each in of_colour]
            if len(ids) != len(colours):
                return query
        group = "item" if len(ids) > 1 else None if query.group == "item" else query.group
        return replace(
            query,
            items=tuple(ids),
            kinds=Choice(),
            title_words=(),
            title_without=(),
            colours=Choice(),
            brands=Choice(),
            state=None,
            group=group,
        )


def _describes(query: Query) -> bool:
    """Whether a query says what its items are like, and no more that an item alone would not bear."""
    if query.items or query.skus or query.words or query.people or query.since or query.until:
        return False
    if not query.kinds.values or query.kinds.excluded or query.colours.excluded or query.brands.excluded:
        return False
    narrowed = query.pieces or query.prices or query.ranking or query.state not in (None, "in")
    if narrowed or query.measure not in {*_PIECES, "price"}:
        return False
    by_colour = query.comparison is not None and query.group == "colour" and len(query.colours.values) > 1
    return by_colour or (
        len(query.kinds.values) == 1 and (query.comparison is None or query.group in ("size", "place"))
    )


def _unanswerable(query: Query) -> Message | None:
    """Why a query has no answer: it asks for what the catalogue does not know, or for two things at once."""
    if query.people and query.measure not in ("reserved", "reservations"):
        return Message("answer-only-reserved-for")
    if (query.since or query.until) and query.measure not in _BY_TIME:
        return Message("answer-no-past")
    asked = sum(each is not None for each in (query.needed, query.comparison, query.ranking))
    if asked > 1:
        return Message("answer-one-thing")
    narrowed = bool(query.state or query.pieces)
    if query.quantity is not None and (query.measure != "price" or asked or query.total):
        return Message("answer-too-much")
    if query.measure == "worth" and (narrowed or query.group not in (None, "item") or query.total):
        return Message("answer-too-much")
    if query.claim and query.comparison not in ("more", "less"):
        return Message("answer-cannot-compare")
    if query.rank is not None and (query.ranking is None or query.limit is not None):
        return Message("answer-too-much")
    if query.total and query.ranking is not None:
        return Message("answer-too-much")
    if narrowed and (query.needed is not None or query.measure in ("arrived", "moved")):
        return Message("answer-too-much")
    if query.state is not None and (query.measure == "reservations" or query.people):
        return Message("answer-too-much")
    if query.measure == "details" and query.ranking is not None:
        return Message("answer-too-much")
    if query.needed is not None and query.measure not in {*_PIECES, "items"}:
        return Message("answer-cannot-compare")
    if query.comparison is not None and query.measure not in {*_PIECES, "price"}:
        return Message("answer-cannot-compare")
    if query.measure in _PIECES and query.ranking in _BY_AGE:
        return Message("answer-cannot-rank")
    if query.measure == "worth" and query.ranking is not None:
        return Message("answer-cannot-rank")
    if query.measure == "items" and query.ranking in (_BY_AGE | _BY_PRICE):
        return Message("answer-cannot-rank")
    return None


def _different(scope: Scope, database: Database) -> Answer:
    """How many different items there are: those that come in a size, that have pieces at a place."""
    query = scope.query
    by_size = query.state in ("low", "out")
    at_places = bool(query.places) or query.group == "place"
    amounts = amounts_of(scope, "on_hand")
    if at_places and not bounded(scope):
        amounts = Amounts(some=True)
    total = database.figures.items(scope.filter, None, amounts, sizes=by_size).get(None, 0)
    if query.needed is not None:
        return enough_count(scope, total)
    figure = count_figure("items", total)
    if query.group in (None, "item"):
        if query.ranking is not None:
            return refusal(scope, Message("answer-cannot-rank"))
        return Answer(query, subject(scope), figure_in_words(figure), (figure,), (), scope.notes)
    by = query.group
    places = scope.places or {
        site: locations
        for site, every in scope.vocabulary.sites().items()
        if (locations := tuple(each for each in every if fits_place(each, scope.filter)))
    }
    said = {"size": scope.sizes, "place": places, "colour": scope.colours}[by]
    if said:
        counts = {
            name: database.figures.items(_only(scope, by, spelled), None, amounts, sizes=by_size).get(None, 0)
            for name, spelled in said.items()
        }
    else:
        counts = {
            key or "": count
            for key, count in database.figures.items(scope.filter, by, amounts, sizes=by_size).items()
        }
    if by == "place" and not scope.places:
        counts = {name: count for name, count in counts.items() if count}
    pairs = list(counts.items())
    if not (said and said != places) and not scope.places:
        pairs.sort(key=lambda pair: (-pair[1], pair[0]))
    if query.ranking in ("most", "least"):
        pairs.sort(key=lambda pair: (pair[1] if query.ranking == "least" else -pair[1], pair[0]))
    ranked = chosen(pairs, query, lambda pair: pair[1])
    pairs = pairs if query.ranking is None else [*ranked.those]
    parts = tuple(
        Part(
            (
                Figure(
                    "items",
                    count,
                    size=name if by == "size" else None,
                    location=name if by == "place" else None,
                    colour=name if by == "colour" else None,
                ),
            ),
            leads=query.ranking is not None,
        )
        for name, count in pairs[:ROWS]
    )
    more = max(0, len(pairs) - ROWS)
    if query.ranking is None or (not pairs and query.rank is None):
        headline = figure_in_words(figure)
        return Answer(query, subject(scope), headline, (figure,), parts, scope.notes, more=more)
    first = figure_in_words(parts[0].figures[0] if parts else figure)
    headline = ranked.headline(name_of_group(by, pairs[0][0]) if pairs else "", first)
    main = (count_figure(counted_group(by), len(pairs)),) if ranked.several else ()
    return Answer(query, subject(scope), headline, main, parts, scope.notes, more=more)


def _only(scope: Scope, by: Grouping, spelled: tuple[str, ...]) -> Filter:
    """The filter for one of the sizes, places or colours that were named; an empty one would be no filter."""
    wanted = spelled or ("",)
    match by:
        case "size":
            return replace(scope.filter, sizes=wanted)
        case "place":
            return replace(scope.filter, locations=wanted)
    return replace(scope.filter, colours=wanted)


def _details(scope: Scope, database: Database) -> Answer:
    """All that is known of items: the price, what is there, size by size."""
    query = scope.query
    items = scope.items
    total = len(items)
    if not scope.named:
        fitting = database.figures.priced(scope.filter)
        total = len(fitting)
        items = tuple(database.items(item for item, _ in fitting[:LISTED]).values())
    if not items:
        return Answer(query, subject(scope), Message("answer-none-fit"), (), (), scope.notes)
    if len(items) == 1 and scope.named:
        item = items[0]
        whole = whole_of(scope, database, "on_hand", item=item)
        own = database.figures.lines(scope.filter, ("item",), Amounts()).lines
        found = entries_of_items(scope, "size", Amounts(), database)[item.id]
        main = (whole, *companions("on_hand", own[0] if own else None, whole), price_figure(item))
        parts = tuple(part_of(each, "on_hand") for each in found[:ROWS])
        more = max(0, len(found) - ROWS)
        return Answer(
            query, subject(scope), figure_in_words(whole), main, parts, scope.notes, more=more, shown=(item,)
        )
    shown = replace(scope.filter, items=tuple(item.id for item in items[:LISTED]))
    lines = database.figures.lines(shown, ("item",), Amounts()).lines
    by_item = {line.item: line for line in lines}
    parts = tuple(
        Part((Entry("", by_item.get(item.id), item=item).figure("on_hand"), price_figure(item)), item)
        for item in items[:LISTED]
    )
    count = count_figure("items", total)
    return Answer(
        query, subject(scope), figure_in_words(count), (count,), parts, scope.notes, more=total - len(parts)
    )
