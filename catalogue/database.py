"""The SQL database and its sessions: what the catalogue holds, in SQLite or PostgreSQL.

SQL is the truth. Callers speak of items, SKUs and pictures; no row or session leaves this file. A `Database`
may be used from several threads.
"""

from __future__ import annotations

import logging
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

import sqlalchemy as sa
from alembic import command
from alembic.config import Config
from alembic.util import CommandError
from sqlalchemy.exc import IntegrityError, NoSuchModuleError, SQLAlchemyError

from catalogue.errors import StoreError
from catalogue.items import Item, Picture, StockLevel, Variant, folded
from catalogue.migrations.schema import BATCHES, ITEMS, LOCATIONS, META, PICTURES, STOCK_LEVELS, VARIANTS

log = logging.getLogger(__name__)

CHUNK = 500
"""Values in one IN clause; SQLite before 3.32 took 999."""
MIGRATION_LOCK = 4_845_104
"""PostgreSQL's advisory lock under which the schema is brought up to date; any number not used elsewhere."""


@dataclass(frozen=True, slots=True)
class Counts:
    """How much the catalogue holds."""

    items: int
    variants: int
    pictures: int
    on_hand: int


@dataclass(frozen=True, slots=True)
class BatchRecord:
    """A batch that was applied: when, from what, and how many items it touched."""

    applied_at: datetime
    source: str
    new_items: int
    changed_items: int
    unchanged_items: int
    id: int | None = None
    """Given by the database."""


class Database:
    """Items, variants, stock and pictures. All raise `StoreError` where the engine does not answer."""

    def __init__(self, engine: sa.Engine) -> None:
        """`Database.open` is the usual way in; it brings the schema up to date too."""
        self._engine = engine
        self._writer = engine.execution_options(writes=True)

    @classmethod
    def open(cls, url: str) -> Database:
        """Connect, and bring the schema up to date. `sqlite:///file` or `postgresql://user:word@host/name`."""
        database = cls(_engine(url))
        try:
            database._migrate()
        except BaseException:
            database.close()
            raise
        return database

    def close(self) -> None:
        """Let go of all connections."""
        self._engine.dispose()

    # Reading

    def item(self, item_id: str) -> Item | None:
        """The item of that id, however it is capitalised."""
        return self._only(sa.select(ITEMS.c.id).where(ITEMS.c.folded == folded(item_id)))

    def item_of_sku(self, sku: str) -> Item | None:
        """The item that has that SKU, however it is capitalised."""
        return self._only(sa.select(VARIANTS.c.item_id).where(VARIANTS.c.folded == folded(sku)))

    def item_of_barcode(self, barcode: str) -> Item | None:
        """The item that has a variant of that barcode."""
        return self._only(sa.select(VARIANTS.c.item_id).where(VARIANTS.c.barcode_folded == folded(barcode)))

    def items(self, ids: Iterable[str]) -> dict[str, Item]:
        """Those of the items that exist, by their exact ids."""
        with self._reading() as connection:
            return _load(connection, list(dict.fromkeys(ids)))

    def all_items(self) -> tuple[Item, ...]:
        """All items, by id."""
        with self._reading() as connection:
            ids = connection.scalars(sa.select(ITEMS.c.id).order_by(ITEMS.c.folded)).all()
            return tuple(_load(connection, ids).values())

    def starting_with(self, prefix: str, *, limit: int = 20) -> tuple[Item, ...]:
        """Items whose id, or one of whose SKUs, begins so, by id."""
        begins = folded(prefix)
        by_sku = sa.select(VARIANTS.c.item_id).where(VARIANTS.c.folded.startswith(begins, autoescape=True))
        found = (
            sa.select(ITEMS.c.id)
            .where(ITEMS.c.folded.startswith(begins, autoescape=True) | ITEMS.c.id.in_(by_sku))
            .order_by(ITEMS.c.folded)
            .limit(limit)
        )
        with self._reading() as connection:
            return tuple(_load(connection, connection.scalars(found).all()).values())

    def owners_of_skus(self, skus: Iterable[str]) -> dict[str, str]:
        """Folded SKU to the id of the item that has it, for those that are known."""
        return self._lookup(VARIANTS.c.folded, VARIANTS.c.item_id, (folded(sku) for sku in skus))

    def owners_of_barcodes(self, barcodes: Iterable[str]) -> dict[str, str]:
        """Folded barcode to the SKU that has it, for those that are known."""
        return self._lookup(VARIANTS.c.barcode_folded, VARIANTS.c.sku, (folded(code) for code in barcodes))

    def ids_as_written(self, ids: Iterable[str]) -> dict[str, str]:
        """Folded item id to the id as it is written here, for those that are known."""
        return self._lookup(ITEMS.c.folded, ITEMS.c.id, (folded(item) for item in ids))

    def items_showing(self, pictures: Iterable[str]) -> dict[str, tuple[str, ...]]:
        """Picture key to the ids of the items that have it, for those that are known."""
        shown: defaultdict[str, list[str]] = defaultdict(list)
        with self._reading() as connection:
            for chunk in _chunks(list(dict.fromkeys(pictures))):
                rows = connection.execute(
                    sa.select(PICTURES.c.key, PICTURES.c.item_id)
                    .where(PICTURES.c.key.in_(chunk))
                    .order_by(PICTURES.c.key, PICTURES.c.item_id)
                )
                for key, item_id in rows:
                    shown[key].append(item_id)
        return {key: tuple(ids) for key, ids in shown.items()}

    def picture_keys(self) -> tuple[str, ...]:
        """The keys of all pictures, each once."""
        with self._reading() as connection:
            return tuple(connection.scalars(sa.select(PICTURES.c.key).distinct().order_by(PICTURES.c.key)))

    def names(self) -> tuple[str, ...]:
        """All that a person may ask by: item ids, SKUs and barcodes."""
        with self._reading() as connection:
            return (
                *connection.scalars(sa.select(VARIANTS.c.sku).order_by(VARIANTS.c.folded)),
                *connection.scalars(sa.select(ITEMS.c.id).order_by(ITEMS.c.folded)),
                *connection.scalars(sa.select(VARIANTS.c.barcode).where(VARIANTS.c.barcode.is_not(None))),
            )

    def counts(self) -> Counts:
        """How much the catalogue holds."""
        with self._reading() as connection:

            def number(statement: sa.Select[Any]) -> int:
                return int(connection.scalar(statement) or 0)

            return Counts(
                items=number(sa.select(sa.func.count()).select_from(ITEMS)),
                variants=number(sa.select(sa.func.count()).select_from(VARIANTS)),
                pictures=number(sa.select(sa.func.count(PICTURES.c.key.distinct()))),
                on_hand=number(sa.select(sa.func.coalesce(sa.func.sum(STOCK_LEVELS.c.on_hand), 0))),
            )

    def batches(self, *, limit: int = 20) -> tuple[BatchRecord, ...]:
        """The batches that were applied, latest first."""
        with self._reading() as connection:
            rows = connection.execute(sa.select(BATCHES).order_by(BATCHES.c.id.desc()).limit(limit))
            return tuple(BatchRecord(**row) for row in rows.mappings())

    def revision(self) -> int:
        """Goes up with every batch, so that a plan can tell whether it still holds."""
        with self._reading() as connection:
            return _revision(connection)

    # Writing

    def write(self, items: Sequence[Item], record: BatchRecord, *, revision: int | None = None) -> int:
        """Write the items whole, each in place of what it was, in one transaction; returns the batch's id.

        With `revision`, raises `StoreError` if another batch was applied since.
        """
        with self._writing() as connection:
            current = _revision(connection, lock=True)
            if revision is not None and revision != current:
                raise StoreError("The catalogue was changed in the meantime; read the batch again.")
            _replace(connection, items)
            connection.execute(
                sa.update(META).where(META.c.name == "revision").values(value=str(current + 1))
            )
            written = connection.execute(
                sa.insert(BATCHES).values(
                    applied_at=record.applied_at,
                    source=record.source,
                    new_items=record.new_items,
                    changed_items=record.changed_items,
                    unchanged_items=record.unchanged_items,
                )
            )
            key = written.inserted_primary_key
            assert key is not None  # single-row inserts always have one
            return int(key[0])

    # Connections

    def _migrate(self) -> None:
        config = Config()
        config.set_main_option(
            "script_location", str(Path(__file__).parent / "migrations").replace("%", "%%")
        )
        config.set_main_option("path_separator", "os")
        with self._writing() as connection:
            if connection.dialect.name == "postgresql":
                connection.execute(sa.select(sa.func.pg_advisory_xact_lock(MIGRATION_LOCK)))
            config.attributes["connection"] = connection
            try:
                command.upgrade(config, "head")
            except CommandError as error:
                raise StoreError(
                    "The database was made by a newer version of this program; update the program to open it."
                ) from error

    @contextmanager
    def _reading(self) -> Iterator[sa.Connection]:
        with _plain_faults(), self._engine.connect() as connection:
            yield connection

    @contextmanager
    def _writing(self) -> Iterator[sa.Connection]:
        with _plain_faults(), self._writer.begin() as connection:
            yield connection

    def _only(self, ids: sa.Select[Any]) -> Item | None:
        with self._reading() as connection:
            item_id = connection.scalar(ids)
            return None if item_id is None else _load(connection, [item_id]).get(item_id)

    def _lookup(self, key: sa.Column[Any], value: sa.Column[Any], wanted: Iterable[str]) -> dict[str, str]:
        found: dict[str, str] = {}
        with self._reading() as connection:
            for chunk in _chunks(list(dict.fromkeys(wanted))):
                rows = connection.execute(sa.select(key, value).where(key.in_(chunk)))
                found.update((row[0], row[1]) for row in rows)
        return found


def sqlite_url(file: Path) -> str:
    """The URL of a SQLite file, whatever signs its path holds."""
    return sa.URL.create("sqlite", database=str(file)).render_as_string(hide_password=False)


def _engine(url: str) -> sa.Engine:
    try:
        address = sa.make_url(url)
        if address.drivername in {"postgres", "postgresql"}:
            address = address.set(drivername="postgresql+psycopg")
        if address.get_backend_name() == "sqlite":
            if not address.database or address.database == ":memory:":
                raise StoreError("A SQLite database needs a file: sqlite:///folder/file.sqlite3")
            Path(address.database).parent.mkdir(parents=True, exist_ok=True)
            engine = sa.create_engine(address, connect_args={"timeout": 10})
            sa.event.listen(engine, "connect", _set_up_sqlite)
            sa.event.listen(engine, "begin", _begin_sqlite)
            return engine
        return sa.create_engine(address, pool_pre_ping=True)
    except ModuleNotFoundError as error:
        raise StoreError("PostgreSQL needs a driver: install hangtag[postgresql].") from error
    except (sa.exc.ArgumentError, NoSuchModuleError) as error:
        raise StoreError(
            "The database URL is none that SQLAlchemy understands; check the setting."
        ) from error
    except OSError as error:
        raise StoreError(
            f"The database's folder cannot be made ({error.strerror}); choose another."
        ) from error


def _set_up_sqlite(connection: Any, _record: object) -> None:
    connection.isolation_level = None  # sqlite3 must not begin transactions by itself: `_begin_sqlite` does
    cursor = connection.cursor()
    for setting in (
        "busy_timeout = 10000",
        "journal_mode = WAL",
        "synchronous = NORMAL",
        "foreign_keys = ON",
    ):
        cursor.execute(f"PRAGMA {setting}")
    cursor.close()


def _begin_sqlite(connection: sa.Connection) -> None:
    # A writer takes its lock at once: one that upgrades a read would fail in place of waiting.
    writes = connection.get_execution_options().get("writes", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


@contextmanager
def _plain_faults() -> Iterator[None]:
    try:
        yield
    except IntegrityError as error:
        log.warning("the database refused a batch: %s", error.orig)
        raise StoreError("The database refused the batch as contradictory; nothing was changed.") from error
    except SQLAlchemyError as error:
        log.warning("the database does not answer: %s", error)
        raise StoreError("The database does not answer; try again, or look at its log.") from error


def _chunks(values: Sequence[str]) -> Iterator[Sequence[str]]:
    for start in range(0, len(values), CHUNK):
        yield values[start : start + CHUNK]


def _revision(connection: sa.Connection, *, lock: bool = False) -> int:
    statement = sa.select(META.c.value).where(META.c.name == "revision")
    return int(connection.scalar(statement.with_for_update() if lock else statement) or 0)


def _load(connection: sa.Connection, ids: Sequence[str]) -> dict[str, Item]:
    """The items of those ids, in that order."""
    items: dict[str, Item] = {}
    for chunk in _chunks(ids):
        levels: defaultdict[str, list[StockLevel]] = defaultdict(list)
        for row in connection.execute(
            sa.select(STOCK_LEVELS, LOCATIONS.c.name)
            .join(LOCATIONS)
            .join(VARIANTS)
            .where(VARIANTS.c.item_id.in_(chunk))
            .order_by(STOCK_LEVELS.c.sku, STOCK_LEVELS.c.position)
        ):
            levels[row.sku].append(StockLevel(row.name, row.on_hand, row.reserved, row.as_of))
        variants: defaultdict[str, list[Variant]] = defaultdict(list)
        for row in connection.execute(
            sa.select(VARIANTS)
            .where(VARIANTS.c.item_id.in_(chunk))
            .order_by(VARIANTS.c.item_id, VARIANTS.c.position)
        ):
            stock = tuple(levels[row.sku])
            variants[row.item_id].append(Variant(row.sku, row.size, row.barcode, stock))
        pictures: defaultdict[str, list[Picture]] = defaultdict(list)
        for row in connection.execute(
            sa.select(PICTURES)
            .where(PICTURES.c.item_id.in_(chunk))
            .order_by(PICTURES.c.item_id, PICTURES.c.position)
        ):
            pictures[row.item_id].append(Picture(row.key, row.position))
        found = {
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
            )
            for row in connection.execute(sa.select(ITEMS).where(ITEMS.c.id.in_(chunk)))
        }
        items.update((item_id, found[item_id]) for item_id in chunk if item_id in found)
    return items


def _replace(connection: sa.Connection, items: Sequence[Item]) -> None:
    for chunk in _chunks([item.id for item in items]):
        connection.execute(sa.delete(ITEMS).where(ITEMS.c.id.in_(chunk)))  # the rest goes with it
    places = _places(
        connection,
        [level.location for item in items for variant in item.variants for level in variant.stock],
    )
    _insert(
        connection,
        ITEMS,
        [
            {
                "id": item.id,
                "folded": folded(item.id),
                "title": item.title,
                "garment_class": item.garment_class,
                "colour": item.colour,
                "brand": item.brand,
                "price": item.price,
                "description": item.description,
            }
            for item in items
        ],
    )
    _insert(
        connection,
        VARIANTS,
        [
            {
                "sku": variant.sku,
                "folded": folded(variant.sku),
                "item_id": item.id,
                "position": position,
                "size": variant.size,
                "barcode": variant.barcode,
                "barcode_folded": None if variant.barcode is None else folded(variant.barcode),
            }
            for item in items
            for position, variant in enumerate(item.variants)
        ],
    )
    _insert(
        connection,
        STOCK_LEVELS,
        [
            {
                "sku": variant.sku,
                "location_id": places[folded(level.location)],
                "position": position,
                "on_hand": level.on_hand,
                "reserved": level.reserved,
                "as_of": level.as_of,
            }
            for item in items
            for variant in item.variants
            for position, level in enumerate(variant.stock)
        ],
    )
    _insert(
        connection,
        PICTURES,
        [
            {"item_id": item.id, "position": picture.position, "key": picture.key}
            for item in items
            for picture in item.pictures
        ],
    )


def _places(connection: sa.Connection, names: Iterable[str]) -> dict[str, int]:
    """Folded name of each location to its number; unknown ones are added."""
    wanted = {folded(name): name for name in reversed(list(names))}
    known = {row.folded: row.id for row in connection.execute(sa.select(LOCATIONS))}
    _insert(
        connection,
        LOCATIONS,
        [{"name": name, "folded": key} for key, name in sorted(wanted.items()) if key not in known],
    )
    return {row.folded: row.id for row in connection.execute(sa.select(LOCATIONS))}


def _insert(connection: sa.Connection, table: sa.Table, rows: list[dict[str, Any]]) -> None:
    if rows:
        connection.execute(sa.insert(table), rows)
