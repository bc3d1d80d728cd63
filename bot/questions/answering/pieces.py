"""Pieces on hand, free or reserved: of named items, of all that fit, and the most or least of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any, cast

from bot.foreign_text import plain
from bot.questions.answering.answer import Answer, Figure, FigureMeasure, Part
from bot.questions.answering.entries import (
    Entry,
    amounts_of,
    bounded,
    entries,
    entries_of_items,
    lack_of,
    pieces_of,
    sum_of,
)
from bot.questions.answering.figure_words import figure_in_words
from bot.questions.answering.rankings import Chosen, chosen
from bot.questions.answering.scope import Scope
from bot.questions.answering.wording import names_of, subject_of
from bot.questions.query import Grouping
from catalogue.database import Amounts, By, Database, Line, Pieces
from catalogue.items import Item
from catalogue.messages import Message

LISTED = 12
"""Items of a list that are shown."""
ROWS = 24
"""Sizes, places or colours that are shown, of one item or of all together."""
SUBROWS = 8
"""Sizes or places of each of several items that are shown."""
MOST_SHADES = 4
"""Shades that are named in place of a colour that stands for them."""
FETCHED = 200
"""Lines that are read to find which are equal at the end of a ranking."""


def measure_of(scope: Scope) -> Pieces:
    """The pieces that a query counts."""
    measure = scope.query.measure
    return cast(Pieces, measure) if measure in ("free", "reserved") else "on_hand"


def subject(scope: Scope) -> Message:
    """What was asked, said back."""
    wanted = scope.query.colours
    shown = [shade for each in wanted.values for shade in _shades(each, scope)]
    query = replace(scope.query, colours=replace(wanted, values=tuple(dict.fromkeys(shown))))
    return subject_of(query, {item.id: item for item in scope.items})


def _shades(colour: str, scope: Scope) -> tuple[str, ...]:
    """The shades of the catalogue that a colour stands for; the word alone where they are many."""
    shades = scope.colours.get(colour, ())
    return shades if 0 < len(shades) <= MOST_SHADES else (colour,)


def sku_note(scope: Scope) -> tuple[Message, ...]:
    """The SKU of what is one size of one item, where nobody named it."""
    query = scope.query
    if len(scope.items) != 1 or len(query.sizes.values) != 1 or query.skus or query.group:
        return ()
    spelled = scope.sizes.get(query.sizes.values[0], ())
    own = [each.sku for each in scope.items[0].variants if each.size in spelled and not each.retired]
    return (Message("answer-sku", sku=plain(own[0], 64)),) if len(own) == 1 else ()


def pieces(scope: Scope, database: Database) -> Answer:
    """How many there are: in all, and item by item, size by size or place by place."""
    if scope.query.ranking is not None:
        return ranked(scope, database)
    if not scope.named:
        return _listed(scope, database)
    return _of_one(scope, database) if len(scope.items) == 1 else _of_several(scope, database)


def breakdown(scope: Scope) -> Grouping:
    """How one item is broken down where the query does not say."""
    query = scope.query
    if len(query.sizes.values) > 1:
        return "size"
    one_size = len(query.sizes.values) == 1 or len(query.skus) == 1 or len(scope.items[0].variants) == 1
    return "place" if one_size or len(query.places.values) > 1 else "size"


def whole_of(scope: Scope, database: Database, measure: Pieces, *, item: Item | None = None) -> Figure:
    """All that fits together, as one figure."""
    [*lines] = database.figures.lines(scope.filter, (), Amounts(measure)).lines
    return total_figure(scope, lines[0] if lines else None, measure, item=item)


def total_figure(
    scope: Scope, line: Line | None, measure: FigureMeasure, *, item: Item | None = None
) -> Figure:
    """The sum of lines as one figure, with the one size and place that it is of where there is one."""
    query, value = scope.query, pieces_of(line, measure)
    sizes, places, skus = query.sizes.values, query.places.values, query.skus
    lack = (
        lack_of(scope, [item] if item is not None else scope.items) if value is None and scope.items else ""
    )
    return Figure(
        measure,
        value,
        "" if value is not None else lack or "never_counted",
        item=item.id if item is not None else None,
        sku=skus[0] if len(skus) == 1 and item is not None else None,
        size=sizes[0] if len(sizes) == 1 else None,
        location=places[0] if len(places) == 1 else None,
        as_of=line.oldest if line is not None else None,
    )


def companions(measure: Pieces, line: Line | None, figure: Figure) -> tuple[Figure, ...]:
    """What qualifies pieces on hand: how many are reserved, and how many are free."""
    if measure != "on_hand" or line is None or not line.reserved:
        return ()
    return tuple(_as(figure, other, pieces_of(line, other)) for other in ("reserved", "free"))


def figures_of(entry: Entry, measure: Pieces) -> tuple[Figure, ...]:
    """The figure of a group and, of pieces on hand, how many of these are reserved."""
    figure = entry.figure(measure)
    if measure != "on_hand" or entry.line is None or not entry.line.reserved:
        return (figure,)
    return figure, _as(figure, "reserved", entry.line.reserved)


def part_of(entry: Entry, measure: Pieces, *, named: bool = False, leads: bool = False) -> Part:
    """A group as a line of its own; `named` where it is to be called by its item."""
    return Part(figures_of(entry, measure), item=entry.item if named else None, leads=leads)


def count_figure(measure: FigureMeasure, count: int) -> Figure:
    """How many items, sizes or places there are."""
    return Figure(measure, count)


def counted_group(group: Grouping | None) -> FigureMeasure:
    """The measure that counts groups."""
    names: dict[Grouping | None, FigureMeasure] = {"size": "sizes", "place": "places", "colour": "colours"}
    return names.get(group, "items")


def uncounted_note(count: int) -> tuple[Message, ...]:
    """A note of those that were never counted, which no figure has."""
    return (Message("answer-uncounted", count=count),) if count else ()


def _as(figure: Figure, measure: FigureMeasure, value: int | None) -> Figure:
    return Figure(
        measure,
        value,
        figure.lack,
        item=figure.item,
        sku=figure.sku,
        size=figure.size,
        location=figure.location,
        colour=figure.colour,
        as_of=figure.as_of,
    )


def _of_one(scope: Scope, database: Database) -> Answer:
    item, measure, query = scope.items[0], measure_of(scope), scope.query
    group = query.group if query.group not in (None, "item", "colour") else breakdown(scope)
    found = entries_of_items(scope, group, amounts_of(scope, measure), database)[item.id]
    parts = tuple(part_of(each, measure) for each in found[:ROWS])
    more = max(0, len(found) - ROWS)
    if bounded(scope):
        count = count_figure(counted_group(group), len(found))
        return Answer(
            query,
            subject(scope),
            figure_in_words(count),
            (count,),
            parts,
            scope.notes,
            more=more,
            shown=(item,),
        )
    whole = whole_of(scope, database, measure, item=item)
    line = sum_of(found) if not scope.sizes and not scope.places else None
    line = line or next(iter(database.figures.lines(scope.filter, ("item",), Amounts(measure)).lines), None)
    if whole.lack in ("no_such_size", "not_held"):
        headline, notes = _lacking(scope, item, whole)
        return Answer(query, subject(scope), headline, (whole,), (), (*scope.notes, *notes), shown=(item,))
    if len(parts) == 1 and parts[0].figures[0].value == whole.value and not _says_more(parts[0], whole):
        parts = ()
    main = (whole, *companions(measure, line, whole))
    headline = figure_in_words(whole)
    return Answer(query, subject(scope), headline, main, parts, scope.notes, more=more, shown=(item,))


def _says_more(part: Part, whole: Figure) -> bool:
    """Whether the only row names a size or place that the question does not."""
    one = part.figures[0]
    other_place = one.location is not None and one.location != whole.location
    return other_place or bool(one.size and not whole.size and not whole.sku)


def _lacking(scope: Scope, item: Item, whole: Figure) -> tuple[Message, tuple[Message, ...]]:
    """The sentence for a size that there is not, or a place that does not hold the item."""
    if whole.lack == "no_such_size":
        sizes = tuple(dict.fromkeys(variant.size for variant in item.variants if variant.size))
        asked = plain(", ".join(scope.query.sizes.values), 60)
        notes = (Message("answer-sizes", sizes=plain(", ".join(sizes[:ROWS]), 300)),) if sizes else ()
        return Message("answer-no-such-size", size=asked) if asked else Message("figure-no-such-size"), notes
    places = tuple(dict.fromkeys(level.location for variant in item.variants for level in variant.stock))
    held = (Message("answer-held-at", places=plain(", ".join(places[:SUBROWS]), 300)),) if places else ()
    existing = [place for place, spelled in scope.places.items() if spelled]
    if not scope.query.places.values:
        return Message("figure-not-held"), held
    if not existing:  # a note says that there is no such place
        return Message("figure-no-such-place"), held
    return Message("answer-not-held", place=plain(", ".join(existing), 120)), held


def _of_several(scope: Scope, database: Database) -> Answer:
    query, measure = scope.query, measure_of(scope)
    group = query.group
    if group == "colour":
        return _grouped(scope, "colour", database)
    if group is None and len(query.sizes.values) > 1:
        group = "size"
    elif group is None and len(query.places.values) > 1:
        group = "place"
    amounts = amounts_of(scope, measure)
    found = entries(scope, "item", amounts if group in (None, "item") else Amounts(measure), database)
    rows = entries_of_items(scope, group, amounts, database) if group in ("size", "place") else {}
    if rows and bounded(scope):
        found = [each for each in found if each.item is not None and rows[each.item.id]]
    parts = [
        Part(
            figures_of(each, measure),
            each.item,
            tuple(part_of(row, measure) for row in own[:SUBROWS]),
            more=max(0, len(own) - SUBROWS),
        )
        for each in found[:LISTED]
        if (own := rows.get(each.item.id if each.item else "", [])) is not None
    ]
    if bounded(scope):
        count = count_figure("items", len(found))
        main: tuple[Figure, ...] = (count,)
    else:
        main = (whole_of(scope, database, measure),)
    return Answer(
        query,
        subject(scope),
        figure_in_words(main[0]),
        main,
        tuple(parts),
        scope.notes,
        more=max(0, len(found) - LISTED),
        shown=tuple(each.item for each in found if each.item is not None),
    )


def _grouped(scope: Scope, group: Grouping, database: Database) -> Answer:
    """All that fits, by size, place or colour."""
    measure = measure_of(scope)
    found = entries(scope, group, amounts_of(scope, measure), database)
    parts = tuple(part_of(each, measure) for each in found[:ROWS])
    count = count_figure(counted_group(group), len([each for each in found if each.line is not None]))
    if bounded(scope):
        main: tuple[Figure, ...] = (count,)
    else:
        main = (whole_of(scope, database, measure),)
    if not found and not scope.named:
        return Answer(scope.query, subject(scope), Message("answer-none-fit"), (count,), (), scope.notes)
    return Answer(
        scope.query,
        subject(scope),
        figure_in_words(main[0]),
        main,
        parts,
        scope.notes,
        more=max(0, len(found) - ROWS),
        shown=scope.items,
    )


def _listed(scope: Scope, database: Database) -> Answer:
    """What fits, item by item; what is low or out, size by size."""
    query, measure = scope.query, measure_of(scope)
    if query.group in ("size", "place", "colour"):
        return _grouped(scope, query.group, database)
    by_size = query.state in ("low", "out") and query.group is None
    by: tuple[By, ...] = ("item", "sku", "size") if by_size else ("item",)
    limit = min(query.limit or LISTED, LISTED)
    lines = database.figures.lines(scope.filter, by, amounts_of(scope, measure), limit=limit)
    items = database.items(dict.fromkeys(line.item or "" for line in lines.lines))
    parts = tuple(
        part_of(_entry(line, items[line.item or ""]), measure, named=True)
        for line in lines.lines
        if line.item in items
    )
    count = count_figure("sizes" if by_size else "items", lines.count)
    if not lines.count:
        return Answer(query, subject(scope), Message("answer-none-fit"), (count,), (), scope.notes)
    whole = total_figure(scope, lines.total, measure)
    headline = Message("answer-sum", sum=figure_in_words(whole), count=figure_in_words(count))
    main: tuple[Figure, ...] = (whole, count)
    if by_size and not query.total:
        headline, main = figure_in_words(count), (count,)
    notes = (*scope.notes, *uncounted_note(lines.uncounted))
    return Answer(query, subject(scope), headline, main, parts, notes, more=lines.count - len(parts))


def ranked(scope: Scope, database: Database) -> Answer:
    """The groups or items with the most or least, and all that are equal to the last of them."""
    query, measure = scope.query, measure_of(scope)
    group = query.group or ("item" if len(scope.items) != 1 else breakdown(scope))
    if group == "item":
        return _ranked_items(scope, database)
    found = entries(scope, group, amounts_of(scope, measure), database)
    counted = [each for each in found if pieces_of(each.line, measure) is not None]
    sign = -1 if query.ranking == "most" else 1
    ordered = sorted(counted, key=lambda each: sign * (pieces_of(each.line, measure) or 0))
    first = chosen(ordered, query, lambda each: pieces_of(each.line, measure))
    lacking = [each for each in found if each.line is None]
    notes = (*scope.notes, *uncounted_note(len(found) - len(counted) - len(lacking)), *_lacks(lacking))
    parts = tuple(part_of(each, measure, leads=True) for each in first.those[:ROWS])
    main = (count_figure(counted_group(group), first.count),) if first.several else ()
    more = first.count - len(parts)
    headline = _headline(first, first.those, measure)
    return Answer(query, subject(scope), headline, main, parts, notes, more=more, shown=scope.items)


def _ranked_items(scope: Scope, database: Database) -> Answer:
    query, measure = scope.query, measure_of(scope)
    amounts, limit = amounts_of(scope, measure), (query.rank or query.limit or 1) + FETCHED
    lines = database.figures.lines(
        scope.filter,
        ("item",),
        amounts,
        order="most" if query.ranking == "most" else "least",
        limit=limit,
    )
    counted = [line for line in lines.lines if line.on_hand is not None]
    first = chosen(counted, query, lambda line: pieces_of(line, measure))
    last = pieces_of(first.those[-1], measure) if first.those else None
    if len(counted) == limit and last is not None and pieces_of(counted[-1], measure) == last:
        before = sum(pieces_of(line, measure) != last for line in first.those)
        equal = database.figures.with_exactly(scope.filter, ("item",), amounts, last)
        first = replace(first, count=before + equal)  # equals go on beyond what was read
    items = database.items(line.item or "" for line in first.those[:LISTED])
    names = names_of(tuple(items.values()))
    shown = [
        Entry(names[line.item], line, item=items[line.item])
        for line in first.those[:LISTED]
        if line.item in items
    ]
    parts = tuple(part_of(each, measure, named=True, leads=True) for each in shown)
    headline = _headline(first, shown, measure)
    notes = (*scope.notes, *uncounted_note(lines.uncounted))
    main = (count_figure("items", first.count),) if first.several else ()
    return Answer(query, subject(scope), headline, main, parts, notes, more=first.count - len(parts))


def _headline(ranked: Chosen[Any], shown: Sequence[Entry], measure: Pieces) -> Message:
    if not shown:
        return ranked.headline("", Message("answer-none-fit"))
    return ranked.headline(shown[0].name or "–", figure_in_words(shown[0].figure(measure)))


def _lacks(lacking: Sequence[Entry]) -> tuple[Message, ...]:
    return tuple(
        Message("answer-line", name=each.name or "–", text=figure_in_words(each.figure("on_hand")))
        for each in lacking
    )


def _entry(line: Line, item: Item) -> Entry:
    return Entry("", line, item=item, sku=line.sku, size=line.size)
