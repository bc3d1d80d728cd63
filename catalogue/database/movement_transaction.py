"""One stock movement within its transaction: its checks, its changes, its row.

The transaction begins with the catalogue's next revision, as batches do, so that movements and batches wait
for one another, and a plan with older figures is out of date.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, date, datetime, timedelta
from typing import Any

import sqlalchemy as sa

from catalogue.database.events import publish_movement
from catalogue.database.movement_rows import levels_of, sku_with_item, written_levels
from catalogue.database.notes import note, noted
from catalogue.database.revisions import advance
from catalogue.database.rows import place_ids
from catalogue.errors import MovementRefusedError, RepeatedMovementError
from catalogue.items import folded
from catalogue.messages import Message
from catalogue.migrations.schema import LOCATIONS, MOVEMENTS, RESERVATIONS, STOCK_LEVELS
from catalogue.movements import Kind, Level, Movement, Worker

DONE = "work-done"
"""Kind of the notes that record what was done for an order."""
DONE_LIFE = timedelta(days=2)
MOST_PIECES = 2_000_000_000
"""Of a SKU at a location, as in batches; the databases count no further."""


class MovementTransaction:
    """One stock movement of one SKU, from its checks to its row in the history."""

    def __init__(
        self, connection: sa.Connection, sku: str, expected: Mapping[str, Level] | None, once: str
    ) -> None:
        self._connection = connection
        self._once = once
        self.now = datetime.now(UTC)
        self._revision = advance(connection)  # nobody else writes until the commit
        if once and (done := noted(connection, DONE, once)) is not None:
            raise RepeatedMovementError(Message("order-repeated", work=str(done)), movement_id=done)
        self.sku, self._item_id = sku_with_item(connection, sku)
        self.levels = levels_of(connection, self.sku)
        self._was = dict(self.levels)
        self._before: dict[str, Level] = {}
        if expected is not None and dict(expected) != self.levels:
            raise MovementRefusedError(Message("stock-changed"))

    def resolve_location(self, name: str) -> str:
        """Return a location as it is written, by its name or code. Raises `MovementRefusedError` if the
        catalogue has none.
        """
        existing = self._connection.scalar(
            sa.select(LOCATIONS.c.name)
            .where((LOCATIONS.c.folded == folded(name)) | (LOCATIONS.c.code_folded == folded(name)))
            .order_by(LOCATIONS.c.folded != folded(name))
        )
        if existing is None:
            names = ", ".join(
                self._connection.scalars(sa.select(LOCATIONS.c.name).order_by(LOCATIONS.c.name))
            )
            if not names:
                raise MovementRefusedError(Message("no-location-yet", name=name))
            raise MovementRefusedError(Message("no-location", name=name, names=names))
        return str(existing)

    def resolve_stocked_location(self, location: str) -> str:
        """Return a location as it is written. Raises `MovementRefusedError` if the SKU has no stock there."""
        place = self.resolve_location(location)
        if place not in self.levels:
            if not self.levels:
                raise MovementRefusedError(Message("kept-nowhere", sku=self.sku, place=place))
            raise MovementRefusedError(
                Message("kept-elsewhere", sku=self.sku, place=place, where=", ".join(self.levels))
            )
        return place

    def require_free(self, location: str, quantity: int) -> str:
        """Return a location as written. Raises `MovementRefusedError` if fewer pieces are free there."""
        place = self.resolve_stocked_location(location)
        available = self.levels[place].available
        if quantity > available:
            raise MovementRefusedError(
                Message("too-few-free", free=max(0, available), sku=self.sku, place=place)
            )
        return place

    def require_unreserved(self, location: str, quantity: int) -> str:
        """The same, with a refusal that says how many are reserved, if that's what lacks."""
        place = self.resolve_stocked_location(location)
        level = self.levels[place]
        if level.available < quantity <= level.on_hand:
            raise MovementRefusedError(
                Message(
                    "reserved-for-others",
                    free=max(0, level.available),
                    on_hand=level.on_hand,
                    reserved=level.reserved,
                    sku=self.sku,
                    place=place,
                )
            )
        return self.require_free(place, quantity)

    def change(self, place: str, *, on_hand: int = 0, reserved: int = 0, counted: bool = False) -> None:
        """Change a level by so many pieces; a new level begins at zero."""
        existing = self.levels.get(place)
        level = existing or Level(0, 0)
        self._before.setdefault(place, level)
        after = Level(level.on_hand + on_hand, level.reserved + reserved)
        if after.on_hand < 0 or after.reserved < 0:
            raise MovementRefusedError(Message("less-than-nothing", sku=self.sku, place=place))
        if after.on_hand > MOST_PIECES:
            raise MovementRefusedError(
                Message("too-many-pieces", most=MOST_PIECES, sku=self.sku, place=place)
            )
        place_id = place_ids(self._connection, [place])[folded(place)]
        if existing is None:
            row = {"sku": self.sku, "location_id": place_id, "position": len(self.levels), "as_of": self.now}
            self._connection.execute(
                sa.insert(STOCK_LEVELS).values(on_hand=after.on_hand, reserved=after.reserved, **row)
            )
        else:
            values: dict[str, Any] = {"on_hand": after.on_hand, "reserved": after.reserved}
            if counted:
                values["as_of"] = self.now
            if counted or on_hand:
                values["feed"] = None  # the figure is no longer what a feed gave
            matching = (STOCK_LEVELS.c.sku == self.sku) & (STOCK_LEVELS.c.location_id == place_id)
            self._connection.execute(sa.update(STOCK_LEVELS).where(matching).values(**values))
        self.levels[place] = after

    def add_reservation(
        self, place: str, quantity: int, *, person: str, until: date | None, by: Worker
    ) -> int:
        """Insert a reservation's row, and return its number."""
        row = {"sku": self.sku, "location": place, "quantity": quantity, "person": person, "until": until}
        added = sa.insert(RESERVATIONS).values(**row, made_at=self.now, made_by=by.name)
        return int(self._connection.scalars(added.returning(RESERVATIONS.c.id)).one())

    def require_reservations_covered(self) -> None:
        """Raise `MovementRefusedError` if less is left somewhere than is reserved there, and was not so
        before.
        """
        for place, before in self._before.items():
            if self.levels[place].available < min(0, before.available):
                raise MovementRefusedError(Message("reserved-more-than-left", sku=self.sku, place=place))

    def record(self, kind: Kind, quantity: int, by: Worker, **details: Any) -> Movement:
        """Insert the movement's row, and return the movement."""
        after = {place: self.levels[place] for place in self._before}
        values = {
            "at": self.now,
            "kind": kind.value,
            "by_id": by.id,
            "by_name": by.name,
            "item_id": self._item_id,
            "sku": self.sku,
            "quantity": quantity,
            "before": written_levels(self._before),
            "after": written_levels(after),
            "revision": self._revision,
            **details,
        }
        key = self._connection.execute(sa.insert(MOVEMENTS).values(**values)).inserted_primary_key
        assert key is not None  # single-row inserts always have one
        if self._once:
            note(self._connection, DONE, self._once, int(key[0]), life=DONE_LIFE)
        movement = Movement(
            int(key[0]), self.now, kind, by, self._item_id, self.sku, quantity, self._before, after, **details
        )
        publish_movement(self._connection, movement, self._was)
        return movement
