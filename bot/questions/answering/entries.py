"""The groups of a query, such as its sizes or places, each with what was counted of it."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace

from bot.foreign_text import plain
from bot.questions.answering.answer import Figure, FigureMeasure, Lack
from bot.questions.answering.scope import Scope, Spellings, merged, together
from bot.questions.answering.wording import names_of
from bot.questions.query import Grouping
from catalogue.database import Amounts, Database, Filter, Line, Pieces
from catalogue.items import LOW, Item, Variant, folded
from catalogue.messages import Message, plain_text

ITEMS = 100
"""Items that may be named."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One item, size, place or colour of a query."""

    name: str | Message
    """What to call it in a sentence; foreign text made harmless."""
    line: Line | None
    lack: Lack = ""
    item: Item | None = None
    sku: str | None = None
    size: str | None = None
    location: str | None = None
    colour: str | None = None
    kind: str | None = None
    brand: str | None = None

    def figure(self, measure: FigureMeasure) -> Figure:
        """Its pieces of that measure."""
        value = pieces_of(self.line, measure)
        lack: Lack = "" if value is not None else self.lack or "never_counted"
        return Figure(
            measure,
            value,
            lack,
            item=self.item.id if self.item else None,
            sku=self.sku,
            size=self.size,
            location=self.location,
            colour=self.colour,
            kind=self.kind,
            brand=self.brand,
            as_of=self.line.oldest if self.line else None,
        )

    def number(self, measure: FigureMeasure) -> int | None:
        """The figure to compare: none where nothing is known, zero where a place or size does not have it."""
        value = pieces_of(self.line, measure)
        if value is None and self.lack in ("not_held", "no_such_size", "no_such_colour"):
            return 0
        return value


def pieces_of(line: Line | None, measure: FigureMeasure) -> int | None:
    """Pieces of that measure; None where nothing was counted."""
    if line is None:
        return None
    match measure:
        case "free":
            return line.free
        case "reserved":
            return line.reserved
    return line.on_hand


def amounts_of(scope: Scope, measure: Pieces) -> Amounts:
    """Which lines the query wants, by their pieces."""
    query = scope.query
    return Amounts(measure, query.pieces.least, query.pieces.most, query.state)


def bounded(scope: Scope) -> bool:
    """Whether only lines with certain pieces are wanted."""
    return bool(scope.query.state or scope.query.pieces)


def entries(scope: Scope, group: Grouping, amounts: Amounts, database: Database) -> list[Entry]:
    """The groups of the items that were named, or of all that fit; those that were named and lack too.

    Groups of `item` are for named items alone.
    """
    keep_lacking = not bounded(scope)
    match group:
        case "item":
            return _items(scope, amounts, database, keep_lacking)
        case "size":
            return _sizes(scope, amounts, database, keep_lacking)
        case "place":
            return _places(scope, amounts, database, keep_lacking)
    lines = database.figures.lines(scope.filter, ("colour",), _open(amounts, scope.colours)).lines
    return [
        Entry(name_of_group("colour", name), line, "" if line else "no_such_colour", colour=name)
        for name, line in merged(lines, scope.colours, lambda line: line.colour or "")
        if _kept(line, amounts, scope.colours, keep_lacking)
    ]


def entries_of_items(
    scope: Scope, group: Grouping, amounts: Amounts, database: Database
) -> dict[str, list[Entry]]:
    """The sizes or places of each named item apart, in its order."""
    if group == "size":
        lines = database.figures.lines(scope.filter, ("item", "sku", "size"), amounts).lines
        return {item.id: _sizes_of(item, scope, lines) for item in scope.items}
    said = scope.places if len(scope.places) > 1 else {}  # of one site, its shelves are named
    lines = database.figures.lines(scope.filter, ("item", "place"), _open(amounts, said)).lines
    by_item: dict[str, list[Entry]] = {}
    for item in scope.items:
        own = [line for line in lines if line.item == item.id]
        by_item[item.id] = [
            Entry(plain(name, 48), line, _lack_of_place(scope, name, [item], line), item=item, location=name)
            for name, line in _by_fullness(merged(own, said, lambda line: line.place or ""), said)
            if _kept(line, amounts, said, not bounded(scope))
        ]
        if scope.query.state == "out" and not said:
            by_item[item.id] += _sites_without(item, scope)
    return by_item


def _variants_of(item: Item, scope: Scope) -> list[Variant]:
    """The variants that the query's sizes and SKUs leave."""
    return [
        variant
        for variant in item.variants
        if not scope.skus or folded(variant.sku) in scope.skus or item.id in scope.filter.whole_items
        if not scope.filter.sizes or variant.size in scope.filter.sizes
        if variant.size not in scope.filter.not_sizes
    ]


def _sites_without(item: Item, scope: Scope) -> list[Entry]:
    """The sites that don't hold the item at all, for "which places don't have it"."""
    held = {level.location for variant in _variants_of(item, scope) for level in variant.stock}
    return [
        Entry(plain(name, 48), None, "not_held", item=item, location=name)
        for name, shelves in scope.vocabulary.sites().items()
        if held and not held & set(shelves) and any(fits_place(each, scope.filter) for each in shelves)
    ]


def _sizes_without(item: Item, scope: Scope) -> list[Entry]:
    """The sizes that the wanted places don't hold at all, for "which sizes aren't in the shop"."""
    return [
        Entry(
            name_of_group("size", variant.size),
            None,
            "not_held",
            item=item,
            sku=variant.sku,
            size=variant.size,
        )
        for variant in _variants_of(item, scope)
        if variant.stock and not any(fits_place(level.location, scope.filter) for level in variant.stock)
    ]


def name_of_group(group: Grouping, name: str) -> str | Message:
    """What to call a size, place or colour in a sentence; some items have but one size, or no colour."""
    if name:
        return plain(name, 48)
    return Message("figure-no-colour") if group == "colour" else Message("size-one")


def lack_of(scope: Scope, items: Sequence[Item]) -> Lack:
    """Why nothing is counted of some items within the query's sizes and places; empty if something is."""
    variants = [variant for item in items for variant in _variants_of(item, scope)]
    if not variants:
        return "no_such_size"
    if not any(variant.stock for variant in variants):
        return "never_counted"
    held = any(fits_place(level.location, scope.filter) for variant in variants for level in variant.stock)
    return "" if held else "not_held"


def fits_place(location: str, wanted: Filter) -> bool:
    """Whether a location is one of those that are wanted."""
    return (not wanted.locations or location in wanted.locations) and location not in wanted.not_locations


def _items(scope: Scope, amounts: Amounts, database: Database, keep_lacking: bool) -> list[Entry]:
    lines = {line.item: line for line in database.figures.lines(scope.filter, ("item",), amounts).lines}
    names = names_of(scope.items)
    return [
        Entry(names[item.id], lines.get(item.id), lack_of(scope, [item]), item=item)
        for item in scope.items
        if keep_lacking or item.id in lines
    ]


def _sizes(scope: Scope, amounts: Amounts, database: Database, keep_lacking: bool) -> list[Entry]:
    if len(scope.items) == 1:
        lines = database.figures.lines(scope.filter, ("item", "sku", "size"), amounts).lines
        return _sizes_of(scope.items[0], scope, lines)
    lines = database.figures.lines(scope.filter, ("size",), _open(amounts, ("merged",))).lines
    return [
        Entry(name_of_group("size", name), line, _lack_of_size(scope, name, line), size=name)
        for name, line in merged(lines, scope.sizes, lambda line: _size_name(scope, line))
        if _kept(line, amounts, ("merged",), keep_lacking)
    ]


def _sizes_of(item: Item, scope: Scope, lines: Sequence[Line]) -> list[Entry]:
    own = [
        Entry(name_of_group("size", line.size or ""), line, item=item, sku=line.sku, size=line.size)
        for line in lines
        if line.item == item.id
    ]
    if bounded(scope):
        return own + (_sizes_without(item, scope) if scope.query.state == "out" else [])
    # In the order of the message, and each size that was named but is not there.
    ordered: list[Entry] = []
    for name, spelled in scope.sizes.items():
        fitting = [each for each in own if each.size in spelled]
        lack = lack_of_size(item, spelled, scope)
        ordered += fitting or [Entry(plain(name, 24), None, lack, item=item, size=name)]
    return ordered if scope.sizes else own


def lack_of_size(item: Item, spelled: Collection[str], scope: Scope) -> Lack:
    """Why nothing is counted of a size of an item."""
    variants = [variant for variant in item.variants if variant.size in spelled]
    if not variants:
        return "no_such_size"
    return "not_held" if any(variant.stock for variant in variants) else "never_counted"


def _places(scope: Scope, amounts: Amounts, database: Database, keep_lacking: bool) -> list[Entry]:
    """The locations of one item; of more than one the sites, each with all its shelves together."""
    said: Mapping[str, tuple[str, ...]] = scope.places
    sites = {} if said or len(scope.items) == 1 else scope.vocabulary.sites()
    lines = database.figures.lines(scope.filter, ("place",), _open(amounts, said or sites)).lines
    found = merged(lines, said or sites, lambda line: line.place or "")
    if sites:  # those that hold something of it
        found = [(name, line) for name, line in found if line is not None]
    return [
        Entry(plain(name, 48), line, _lack_of_place(scope, name, scope.items, line), location=name)
        for name, line in _by_fullness(found, scope.places)
        if _kept(line, amounts, said or sites, keep_lacking)
    ]


def _by_fullness(places: list[tuple[str, Line | None]], said: Spellings) -> list[tuple[str, Line | None]]:
    """The fullest place first; places that were named stay in their order."""
    if said:
        return places
    return sorted(places, key=lambda place: (-(place[1].on_hand or 0) if place[1] else 0, place[0]))


def _lack_of_place(scope: Scope, name: str, items: Sequence[Item], line: Line | None) -> Lack:
    if line is not None:
        return ""
    if not scope.places.get(name):
        return "no_such_place"
    lack = lack_of(scope, items) if items else ""
    return lack or "not_held"


def _lack_of_size(scope: Scope, name: str, line: Line | None) -> Lack:
    if line is not None:
        return ""
    spelled = scope.sizes.get(name, ())
    lacks = {lack_of_size(item, spelled, scope) for item in scope.items}
    known: Sequence[Lack] = ("not_held", "never_counted", "no_such_size")
    if lacks:
        return next(each for each in known if each in lacks)
    return "not_held" if spelled else "no_such_size"


def _size_name(scope: Scope, line: Line) -> str:
    """The spelling that stands for a size; sizes that were named are matched by their own spellings."""
    size = line.size or ""
    return size if scope.sizes else scope.vocabulary.size(size) or size


def _open(amounts: Amounts, said: Collection[str] | Mapping[str, object]) -> Amounts:
    """Without bounds where several lines are first summed to one group."""
    return Amounts(amounts.measure) if said else amounts


def _kept(
    line: Line | None, amounts: Amounts, said: Collection[str] | Mapping[str, object], keep_lacking: bool
) -> bool:
    if line is None:
        return keep_lacking
    return not said or fits_amounts(line, amounts)


def fits_amounts(line: Line, amounts: Amounts) -> bool:
    """Whether a sum is within the bounds, as SQL decides it for its own lines."""
    number, free = line.pieces(amounts.measure), line.free
    wanted = amounts.least is not None or amounts.most is not None or amounts.level is not None
    if number is None or free is None:
        return not wanted
    if amounts.least is not None and number < amounts.least:
        return False
    if amounts.most is not None and number > amounts.most:
        return False
    match amounts.level:
        case "low":
            return 1 <= free <= LOW
        case "out":
            return free <= 0
        case "in":
            return free > 0
    return True


def entries_of_kinds(scope: Scope, measure: Pieces, database: Database) -> list[Entry]:
    """Each of the kinds of garments that were named; one item may be of several."""
    return [
        Entry(Message("asked-kind", kind=kind), line, lack, kind=kind)
        for kind, garments in zip(scope.query.kinds.values, scope.filter.kinds, strict=True)
        for line, lack in [_whole(replace(scope.filter, kinds=(garments,)), measure, database)]
    ]


def entries_of_brands(scope: Scope, measure: Pieces, database: Database) -> list[Entry]:
    """Each of the brands that were named."""
    return [
        Entry(plain(brand, 48), line, lack, brand=brand)
        for brand in scope.query.brands.values
        for spelled in [scope.vocabulary.brands_of(brand)]
        for line, lack in [_whole(replace(scope.filter, brands=spelled), measure, database)]
    ]


def joined_names(found: Sequence[Entry]) -> str | Message:
    """The names of some entries in a row."""
    if all(isinstance(each.name, str) for each in found):
        return ", ".join(str(each.name) or "–" for each in found)
    whole, *others = (
        each.name if isinstance(each.name, Message) else plain_text(each.name) for each in found
    )
    for other in others:
        whole = Message("asked-both", one=whole, two=other)
    return whole


def _whole(wanted: Filter, measure: Pieces, database: Database) -> tuple[Line | None, Lack]:
    """All that fits together, or why there is no figure of it."""
    lines = database.figures.lines(wanted, (), Amounts(measure)).lines
    if lines and lines[0].on_hand is not None:
        return lines[0], ""
    if not database.figures.priced(wanted):
        return None, "no_such_item"
    return None, "not_held" if wanted.locations or wanted.not_locations else "never_counted"


def sum_of(found: Sequence[Entry]) -> Line | None:
    """All of them together."""
    return together([each.line for each in found if each.line is not None])
