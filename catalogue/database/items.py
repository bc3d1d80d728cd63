"""Items, variants, stock and pictures: queries, and the transactions that change them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, replace
from datetime import datetime
from types import MappingProxyType
from typing import Any

import sqlalchemy as sa

from catalogue.database import item_queries as queries
from catalogue.database.adaptations import Adaptations
from catalogue.database.confirmations import Confirmations
from catalogue.database.digests import Digests
from catalogue.database.dump import Dump
from catalogue.database.engine import Sessions, chunks, engine_of
from catalogue.database.events import Events, publish_low_stock, stock_watched
from catalogue.database.feeds import Feeds
from catalogue.database.figures import Figures
from catalogue.database.intakes import Intakes
from catalogue.database.ledger import BatchRecord, Ledger, add_record, keep_inverse, move
from catalogue.database.movements import Movements
from catalogue.database.notes import Notes
from catalogue.database.places import Places, set_codes
from catalogue.database.questions import Questions
from catalogue.database.revisions import CHANGED, advance, revision_of
from catalogue.database.rows import load, place_ids, restock, rewrite
from catalogue.database.stock_takes import StockTakes
from catalogue.database.watches import Watches
from catalogue.errors import StoreError
from catalogue.items import DASHES, Item, folded
from catalogue.migrations.schema import ITEMS, PICTURES, STOCK_LEVELS, VARIANTS
from catalogue.modes import State

NO_CODES: Mapping[str, str] = MappingProxyType({})
COUNTED = ("new_items", "changed_items", "unchanged_items", "retired_items", "deleted_items")


@dataclass(frozen=True, slots=True)
class Counts:
    """How much the catalogue holds, without what is retired."""

    items: int
    variants: int
    pictures: int
    on_hand: int


class Database:
    """Items, variants, stock and pictures. May be used from several threads.

    Retired items and variants are left out unless a method says otherwise. All raise `StoreError` if the
    engine does not answer.
    """

    def __init__(self, sessions: Sessions) -> None:
        """Take open sessions; `Database.open` opens them, and brings the schema up to date."""
        self._sessions = sessions
        self.adaptations = Adaptations(sessions)
        self.ledger = Ledger(sessions)
        self.notes = Notes(sessions)
        self.confirmations = Confirmations(sessions)
        self.digests = Digests(sessions)
        self.dump = Dump(sessions)
        self.events = Events(sessions)
        self.feeds = Feeds(sessions)
        self.intakes = Intakes(sessions)
        self.movements = Movements(sessions)
        self.places = Places(sessions)
        self.questions = Questions(sessions)
        self.figures = Figures(sessions)
        self.stock_takes = StockTakes(sessions)
        self.watches = Watches(sessions)

    @classmethod
    def open(cls, url: str) -> Database:
        """Connect to `sqlite:///file` or `postgresql://user:word@host/name`; migrate its schema."""
        sessions = Sessions(engine_of(url))
        try:
            sessions.migrate()
        except BaseException:
            sessions.close()
            raise
        return cls(sessions)

    def close(self) -> None:
        """Close all connections."""
        self._sessions.close()

    # Reading

    def item(self, item_id: str) -> Item | None:
        """Return the item of that id, however it is capitalised."""
        return self._only(sa.select(ITEMS.c.id).where(ITEMS.c.folded == folded(item_id)))

    def item_of_sku(self, sku: str) -> Item | None:
        """Return the item that has that SKU, however it is capitalised."""
        return self._only(queries.variants_in_use(VARIANTS.c.item_id).where(VARIANTS.c.folded == folded(sku)))

    def item_of_barcode(self, barcode: str) -> Item | None:
        """Return the item that has a variant of that barcode."""
        return self._only(
            queries.variants_in_use(VARIANTS.c.item_id).where(VARIANTS.c.barcode_folded == folded(barcode))
        )

    def first_sku(self) -> str | None:
        """Return the SKU that is first by the alphabet; None if there is none."""
        first = queries.variants_in_use(VARIANTS.c.sku).order_by(VARIANTS.c.folded).limit(1)
        with self._sessions.reading() as connection:
            sku: str | None = connection.scalar(first)
            return sku

    def items(self, ids: Iterable[str], *, retired: bool = False) -> dict[str, Item]:
        """Return those of the items that exist, by their exact ids; with `retired`, retired ones too."""
        with self._sessions.reading() as connection:
            return load(connection, list(dict.fromkeys(ids)), retired=retired)

    def each_item(self, *, retired: bool = False) -> Iterator[Item]:
        """Yield all items by id, as of one moment; with `retired`, retired ones too."""
        with self._sessions.reading() as connection:
            for chunk in chunks(queries.item_ids(connection, retired=retired)):
                yield from load(connection, chunk, retired=retired).values()

    def item_ids(self, *, retired: bool = False) -> tuple[str, ...]:
        """Return the ids of all items, in order."""
        with self._sessions.reading() as connection:
            return tuple(queries.item_ids(connection, retired=retired))

    def ids_after(
        self, item_id: str = "", *, location: str | None = None, limit: int = 100
    ) -> tuple[str, ...]:
        """Return the ids of items that follow an id, in order; of those with stock at a location."""
        with self._sessions.reading() as connection:
            return tuple(connection.scalars(queries.ids_after(item_id, location=location).limit(limit)))

    def starting_with(self, prefix: str, *, limit: int = 20) -> tuple[Item, ...]:
        """Return items whose id, or one of whose SKUs, begins so, by id."""
        with self._sessions.reading() as connection:
            ids = connection.scalars(queries.ids_beginning_with(prefix).limit(limit)).all()
            return tuple(load(connection, ids).values())

    def ids_starting_with(self, prefix: str, *, limit: int = 20) -> tuple[str, ...]:
        """Return the ids of items whose id, or one of whose SKUs, begins so."""
        with self._sessions.reading() as connection:
            return tuple(connection.scalars(queries.ids_beginning_with(prefix).limit(limit)))

    def owners_of_skus(self, skus: Iterable[str]) -> dict[str, str]:
        """Map each folded SKU that exists, retired or not, to the id of its item."""
        return self._lookup(VARIANTS.c.folded, VARIANTS.c.item_id, (folded(sku) for sku in skus))

    def owners_of_barcodes(self, barcodes: Iterable[str]) -> dict[str, str]:
        """Map each folded barcode that exists, retired or not, to its SKU."""
        return self._lookup(VARIANTS.c.barcode_folded, VARIANTS.c.sku, (folded(code) for code in barcodes))

    def loosely_written_skus(self) -> dict[str, str]:
        """Map each SKU that others may write otherwise, retired or not, to the id of its item.

        It begins with a zero, or has spaces or dashes other than the hyphen.
        """
        folded_sku = VARIANTS.c.folded
        loose = sa.select(VARIANTS.c.sku, VARIANTS.c.item_id).where(
            folded_sku.startswith("0")
            | sa.or_(*(folded_sku.contains(character) for character in f" {DASHES}"))
        )
        with self._sessions.reading() as connection:
            return {row[0]: row[1] for row in connection.execute(loose)}

    def ids_as_written(self, ids: Iterable[str]) -> dict[str, str]:
        """Map each folded item id that exists, retired or not, to the id as it is written."""
        return self._lookup(ITEMS.c.folded, ITEMS.c.id, (folded(item) for item in ids))

    def items_showing(
        self, pictures: Iterable[str], *, garment_class: str | None = None
    ) -> dict[str, tuple[str, ...]]:
        """Map each picture key that exists to the ids of its items, or of those of one class."""
        owners: defaultdict[str, list[str]] = defaultdict(list)
        columns = queries.pictures_in_use(PICTURES.c.key, PICTURES.c.item_id, garment_class=garment_class)
        with self._sessions.reading() as connection:
            for chunk in chunks(list(dict.fromkeys(pictures))):
                rows = connection.execute(
                    columns.where(PICTURES.c.key.in_(chunk)).order_by(PICTURES.c.key, PICTURES.c.item_id)
                )
                for key, item_id in rows:
                    owners[key].append(item_id)
        return {key: tuple(ids) for key, ids in owners.items()}

    def picture_keys(self, *, garment_class: str | None = None, limit: int | None = None) -> tuple[str, ...]:
        """Return the keys of all pictures, or of those of one class, each once; at most `limit`."""
        keys = queries.pictures_in_use(PICTURES.c.key, garment_class=garment_class).distinct().limit(limit)
        # Sorted only if all are wanted: to sort, all would have to be read first.
        keys = keys.order_by(PICTURES.c.key) if limit is None else keys
        with self._sessions.reading() as connection:
            return tuple(connection.scalars(keys))

    def items_with_pictures(self) -> int:
        """Count the items that a photo can find."""
        with self._sessions.reading() as connection:
            return int(
                connection.scalar(queries.pictures_in_use(sa.func.count(PICTURES.c.item_id.distinct()))) or 0
            )

    def names(self) -> tuple[str, ...]:
        """Return all that a person may type: item ids, SKUs and barcodes."""
        with self._sessions.reading() as connection:
            return (
                *connection.scalars(queries.variants_in_use(VARIANTS.c.sku).order_by(VARIANTS.c.folded)),
                *queries.item_ids(connection, retired=False),
                *connection.scalars(
                    queries.variants_in_use(VARIANTS.c.barcode).where(VARIANTS.c.barcode.is_not(None))
                ),
            )

    def counts(self) -> Counts:
        """Return how much the catalogue holds."""
        with self._sessions.reading() as connection:

            def number(what: sa.ColumnElement[Any], table: sa.FromClause, live: sa.Table) -> int:
                return int(
                    connection.scalar(sa.select(what).select_from(table).where(live.c.retired.is_(False)))
                    or 0
                )

            return Counts(
                items=number(sa.func.count(), ITEMS, ITEMS),
                variants=number(sa.func.count(), VARIANTS, VARIANTS),
                pictures=number(sa.func.count(PICTURES.c.key.distinct()), PICTURES.join(ITEMS), ITEMS),
                on_hand=number(sa.func.sum(STOCK_LEVELS.c.on_hand), STOCK_LEVELS.join(VARIANTS), VARIANTS),
            )

    def retired_items(self) -> int:
        """Count the retired items."""
        with self._sessions.reading() as connection:
            retired = sa.select(sa.func.count()).select_from(ITEMS).where(ITEMS.c.retired.is_(True))
            return int(connection.scalar(retired) or 0)

    def batch_lock(self, *, wait: float = 10.0) -> AbstractContextManager[None]:
        """Hold the lock for applying and undoing batches. Raises `BusyStoreError` after `wait` s."""
        return self._sessions.batch_lock(wait=wait)

    def revision(self) -> int:
        """Return the revision, which goes up with every batch, so that a plan can tell whether it is out of
        date.
        """
        with self._sessions.reading() as connection:
            return revision_of(connection)

    # Writing

    def write(self, items: Sequence[Item], record: BatchRecord, *, revision: int | None = None) -> int:
        """Write the items whole, each in place of what it was, in one transaction. Returns the batch's id.

        With `revision`, raises `StoreError` if another batch was applied since.
        """
        with self._sessions.writing() as connection:
            following = advance(connection, revision)
            _rewrite(connection, items)
            return add_record(connection, replace(record, revision=following))

    def apply_batch(
        self,
        record: BatchRecord,
        items: Sequence[Item],
        *,
        restocked: Sequence[tuple[Item, Item]] = (),
        codes: Mapping[str, str] = NO_CODES,
        removed: Sequence[str],
        revision: int,
        before: bytes,
        pictures: Collection[str],
        touched: Collection[str],
    ) -> None:
        """Commit a batch that is being applied, with all its items, in one transaction.

        Raises `StoreError`, with nothing changed, if another batch was applied since `revision`, or this one
        is not being applied.

        Args:
            record: the batch, with its new counts.
            items: written whole, each in place of what it was.
            restocked: items of which nothing but stock differs, each as it was and as it will be.
            codes: of locations, by name.
            removed: ids of items to delete.
            revision: of the catalogue that the batch was compared with.
            before: what undoes the batch.
            pictures: keys that must stay for that.
            touched: ids of all items that it changes.
        """
        assert record.id is not None  # it was staged
        with self._sessions.writing() as connection:
            following = advance(connection, revision)
            _rewrite(connection, items, restocked=restocked, removed=removed)
            if codes:
                place_ids(connection, codes)
                set_codes(connection, codes)
            keep_inverse(connection, record.id, before=before, pictures=pictures, touched=touched)
            counts = {
                name: getattr(record, name)
                for name in (*COUNTED, "applied_at", "applied_by", "staged_at", "fault")
            }
            if not move(
                connection, record.id, [State.APPLYING], State.APPLIED, {**counts, "revision": following}
            ):
                raise StoreError(CHANGED)

    def undo_batch(
        self,
        batch_id: int,
        items: Sequence[Item],
        *,
        restocked: Sequence[tuple[Item, Item]] = (),
        codes: Mapping[str, str] = NO_CODES,
        removed: Sequence[str],
        revision: int,
        by: str,
        at: datetime,
    ) -> None:
        """Restore what an applied batch has changed, in one transaction. Raises as `apply_batch` does."""
        with self._sessions.writing() as connection:
            advance(connection, revision)
            _rewrite(connection, items, restocked=restocked, removed=removed)
            if codes:
                set_codes(connection, codes)
            if not move(
                connection, batch_id, [State.APPLIED], State.UNDONE, {"undone_at": at, "undone_by": by}
            ):
                raise StoreError(CHANGED)

    def _only(self, ids: sa.Select[Any]) -> Item | None:
        with self._sessions.reading() as connection:
            item_id = connection.scalar(ids)
            return None if item_id is None else load(connection, [item_id]).get(item_id)

    def _lookup(self, key: sa.Column[Any], value: sa.Column[Any], wanted: Iterable[str]) -> dict[str, str]:
        values: dict[str, str] = {}
        with self._sessions.reading() as connection:
            for chunk in chunks(list(dict.fromkeys(wanted))):
                rows = connection.execute(sa.select(key, value).where(key.in_(chunk)))
                values.update((row[0], row[1]) for row in rows)
        return values


def _rewrite(
    connection: sa.Connection,
    items: Sequence[Item],
    *,
    restocked: Sequence[tuple[Item, Item]] = (),
    removed: Sequence[str] = (),
) -> None:
    """Write items whole, or their stock alone, and delete others; who wants to know of low stock is told."""
    ids = [item.id for item in items]
    ids.extend(after.id for before, after in restocked if _figures(before) != _figures(after))
    was = stock_watched(connection, ids)
    if items or removed:
        rewrite(connection, items, removed=removed)
    if restocked:
        restock(connection, restocked)
    publish_low_stock(connection, was, ids)


def _figures(item: Item) -> list[tuple[str, str, int, int]]:
    """Return the stock of an item without the times at which it was counted."""
    return [
        (variant.sku, level.location, level.on_hand, level.reserved)
        for variant in item.variants
        for level in variant.stock
    ]
