"""Items to rows and back, on an open connection."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import UTC, datetime, timedelta
from typing import Any, TypeAlias

import sqlalchemy as sa

from catalogue.database.engine import chunks, insert
from catalogue.items import Item, Origin, Picture, StockLevel, Variant, folded
from catalogue.migrations.schema import FEEDS, ITEM_WORDS, ITEMS, LOCATIONS, PICTURES, STOCK_LEVELS, VARIANTS
from catalogue.words import words_of

CountedAgain: TypeAlias = defaultdict[tuple[int, datetime, str | None], list[str]]
"""SKUs by the number of a location, a time and a feed."""
SLACK = timedelta(minutes=5)
"""How far two clocks may differ. A count from further in the future is as doubtful as a late one."""


def load(connection: sa.Connection, ids: Sequence[str], *, retired: bool = False) -> dict[str, Item]:
    """Return the items of those ids, in that order; with `retired`, retired ones too."""

    def wanted(table: sa.Table) -> sa.ColumnElement[bool]:
        return sa.true() if retired else table.c.retired.is_(False)

    origins = _Origins(connection)
    items: dict[str, Item] = {}
    for chunk in chunks(ids):
        levels: defaultdict[str, list[StockLevel]] = defaultdict(list)
        for sku, name, on_hand, reserved, as_of, feed in connection.execute(
            sa.select(
                STOCK_LEVELS.c.sku,
                LOCATIONS.c.name,
                STOCK_LEVELS.c.on_hand,
                STOCK_LEVELS.c.reserved,
                STOCK_LEVELS.c.as_of,
                STOCK_LEVELS.c.feed,
            )
            .join(LOCATIONS, STOCK_LEVELS.c.location_id == LOCATIONS.c.id)
            .join(VARIANTS, STOCK_LEVELS.c.sku == VARIANTS.c.sku)
            .where(VARIANTS.c.item_id.in_(chunk))
            .order_by(STOCK_LEVELS.c.sku, STOCK_LEVELS.c.position)
        ):
            levels[sku].append(StockLevel(name, on_hand, reserved, as_of, origins.of(feed, as_of)))
        variants: defaultdict[str, list[Variant]] = defaultdict(list)
        for row in connection.execute(
            sa.select(VARIANTS)
            .where(VARIANTS.c.item_id.in_(chunk), wanted(VARIANTS))
            .order_by(VARIANTS.c.item_id, VARIANTS.c.position)
        ):
            stock = tuple(levels[row.sku])
            variants[row.item_id].append(Variant(row.sku, row.size, row.barcode, stock, row.retired))
        pictures: defaultdict[str, list[Picture]] = defaultdict(list)
        for row in connection.execute(
            sa.select(PICTURES)
            .where(PICTURES.c.item_id.in_(chunk))
            .order_by(PICTURES.c.item_id, PICTURES.c.position)
        ):
            pictures[row.item_id].append(Picture(row.key, row.position))
        loaded = {
            row.id: Item(
                id=row.id,
                title=row.title,
                garment_class=row.garment_class,
                colour=row.colour,
                brand=row.brand,
                price=row.price,
                variants=tuple(variants[row.id]),
                pictures=tuple(pictures[row.id]),
                description=row.description,
                retired=row.retired,
            )
            for row in connection.execute(sa.select(ITEMS).where(ITEMS.c.id.in_(chunk), wanted(ITEMS)))
        }
        items.update((item_id, loaded[item_id]) for item_id in chunk if item_id in loaded)
    return items


class _Origins:
    """Where stock levels come from; asks for the feeds once a level names one."""

    def __init__(self, connection: sa.Connection) -> None:
        self._connection = connection
        self._now = datetime.now(UTC)
        self._every: dict[str, timedelta] | None = None

    def of(self, feed: str | None, as_of: datetime) -> Origin | None:
        """Return the origin of a level; None if a person counted it."""
        if not feed:
            return None
        if self._every is None:
            rows = self._connection.execute(sa.select(FEEDS.c.name, FEEDS.c.every_seconds))
            self._every = {row.name: timedelta(seconds=row.every_seconds) for row in rows}
        age = self._now - as_of
        return Origin(feed, max(age, timedelta()), is_late(age, self._every.get(feed)))


def is_late(age: timedelta, every: timedelta | None) -> bool:
    """Return whether a figure of a feed is older than its promise: its interval, doubled."""
    return every is None or age > 2 * every or age < -SLACK


def rewrite(connection: sa.Connection, items: Sequence[Item], *, removed: Sequence[str] = ()) -> None:
    """Write the items whole, each in place of what it was, and delete those of the ids `removed`."""
    for chunk in chunks([*(item.id for item in items), *removed]):
        connection.execute(sa.delete(ITEMS).where(ITEMS.c.id.in_(chunk)))  # other tables cascade
    places = place_ids(
        connection,
        [level.location for item in items for variant in item.variants for level in variant.stock],
    )
    insert(connection, ITEMS, [_item_row(item) for item in items])
    insert(connection, VARIANTS, [row for item in items for row in _variant_rows(item)])
    insert(connection, STOCK_LEVELS, [row for item in items for row in _stock_rows(item, places)])
    insert(
        connection,
        PICTURES,
        [
            {"item_id": item.id, "position": picture.position, "key": picture.key}
            for item in items
            for picture in item.pictures
        ],
    )
    insert(
        connection,
        ITEM_WORDS,
        [
            {"word": word, "item_id": item.id, "place": place}
            for item in items
            for word, place in words_of(item).items()
        ],
    )


def restock(connection: sa.Connection, changes: Sequence[tuple[Item, Item]]) -> None:
    """Write the stock of items of which nothing else differs; of each, how it is and how it will be."""
    locations = {
        level.location for _, after in changes for variant in after.variants for level in variant.stock
    }
    places = place_ids(connection, locations)
    added: list[dict[str, Any]] = []
    changed: list[dict[str, Any]] = []
    removed: list[dict[str, Any]] = []
    counted_again: CountedAgain = defaultdict(list)
    for before, after in changes:
        rows_before = {(row["sku"], row["location_id"]): row for row in _stock_rows(before, places)}
        for row in _stock_rows(after, places):
            row_before = rows_before.pop((row["sku"], row["location_id"]), None)
            if row_before is None:
                added.append(row)
            elif any(row[name] != row_before[name] for name in ("position", "on_hand", "reserved")):
                changed.append(_by_key(row))
            elif row != row_before:
                counted_again[row["location_id"], row["as_of"], row["feed"]].append(row["sku"])
        removed.extend(map(_by_key, rows_before.values()))
    this = (STOCK_LEVELS.c.sku == sa.bindparam("of_sku")) & (STOCK_LEVELS.c.location_id == sa.bindparam("at"))
    if removed:
        connection.execute(sa.delete(STOCK_LEVELS).where(this), removed)
    if changed:
        connection.execute(sa.update(STOCK_LEVELS).where(this), changed)
    insert(connection, STOCK_LEVELS, added)
    count_again(connection, counted_again)


def count_again(connection: sa.Connection, levels: CountedAgain) -> None:
    """Write when levels were counted, and by which feed; their figures stay."""
    for (place, as_of, feed), skus in levels.items():
        for chunk in chunks(skus):  # far fewer statements than levels: most were counted at one time
            there = STOCK_LEVELS.c.sku.in_(chunk) & (STOCK_LEVELS.c.location_id == place)
            connection.execute(sa.update(STOCK_LEVELS).where(there).values(as_of=as_of, feed=feed))


def _by_key(row: dict[str, Any]) -> dict[str, Any]:
    """Return a level's row with its key apart from what is to be written."""
    values = dict(row)
    return {"of_sku": values.pop("sku"), "at": values.pop("location_id"), **values}


def place_ids(connection: sa.Connection, names: Iterable[str]) -> dict[str, int]:
    """Map the folded name of each location to its number; unknown ones are added."""
    wanted = {folded(name): name for name in reversed(list(names))}
    existing = {row.folded: row.id for row in connection.execute(sa.select(LOCATIONS))}
    insert(
        connection,
        LOCATIONS,
        [{"name": name, "folded": key} for key, name in sorted(wanted.items()) if key not in existing],
    )
    return {row.folded: row.id for row in connection.execute(sa.select(LOCATIONS))}


def _item_row(item: Item) -> dict[str, Any]:
    return {
        "id": item.id,
        "folded": folded(item.id),
        "title": item.title,
        "garment_class": item.garment_class,
        "colour": item.colour,
        "brand": item.brand,
        "price": item.price,
        "description": item.description,
        "retired": item.retired,
    }


def _variant_rows(item: Item) -> Iterator[dict[str, Any]]:
    for position, variant in enumerate(item.variants):
        yield {
            "sku": variant.sku,
            "folded": folded(variant.sku),
            "item_id": item.id,
            "position": position,
            "size": variant.size,
            "barcode": variant.barcode,
            "barcode_folded": None if variant.barcode is None else folded(variant.barcode),
            "retired": variant.retired,
        }


def _stock_rows(item: Item, places: Mapping[str, int]) -> Iterator[dict[str, Any]]:
    for variant in item.variants:
        for position, level in enumerate(variant.stock):
            yield {
                "sku": variant.sku,
                "location_id": places[folded(level.location)],
                "position": position,
                "on_hand": level.on_hand,
                "reserved": level.reserved,
                "as_of": level.as_of,
                "feed": level.origin.feed if level.origin else None,
            }
