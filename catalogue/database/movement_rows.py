"""Stock movements to rows and back, on an open connection: levels, reservations and movements."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import sqlalchemy as sa

from catalogue.errors import MovementRefusedError
from catalogue.items import folded
from catalogue.messages import Message
from catalogue.migrations.schema import LOCATIONS, MOVEMENTS, RESERVATIONS, STOCK_LEVELS, VARIANTS
from catalogue.movements import Kind, Level, Movement, Reservation, Worker


def sku_with_item(connection: sa.Connection, sku: str) -> tuple[str, str]:
    """Return a SKU as it is written, and its item's id. Raises `MovementRefusedError` if it is unknown or
    retired.
    """
    wanted = sa.select(VARIANTS.c.sku, VARIANTS.c.item_id).where(
        VARIANTS.c.folded == folded(sku), VARIANTS.c.retired.is_(False)
    )
    row = connection.execute(wanted).first()
    if row is None:
        raise MovementRefusedError(Message("no-sku", sku=sku))
    return row.sku, row.item_id


def levels_of(connection: sa.Connection, sku: str) -> dict[str, Level]:
    """Return the stock of a SKU, as it is written, by location."""
    wanted = (
        sa.select(LOCATIONS.c.name, STOCK_LEVELS.c.on_hand, STOCK_LEVELS.c.reserved)
        .join(LOCATIONS)
        .where(STOCK_LEVELS.c.sku == sku)
        .order_by(STOCK_LEVELS.c.position, LOCATIONS.c.name)
    )
    return {row.name: Level(row.on_hand, row.reserved) for row in connection.execute(wanted)}


def written_skus(sku: str) -> sa.Select[Any]:
    """Select the SKU as it is written, for use in another query; retired ones too."""
    return sa.select(VARIANTS.c.sku).where(VARIANTS.c.folded == folded(sku))


def find_reservation(connection: sa.Connection, reservation_id: int) -> Reservation | None:
    """Return the reservation of that number, even if nothing of it is left; None if there never was one."""
    wanted = sa.select(RESERVATIONS).where(RESERVATIONS.c.id == reservation_id)
    row = connection.execute(wanted).mappings().first()
    return None if row is None else Reservation(**row)


def get_reservation(connection: sa.Connection, reservation_id: int) -> Reservation:
    """Return the reservation of that number. Raises `MovementRefusedError` if there never was one."""
    reservation = find_reservation(connection, reservation_id)
    if reservation is None:
        raise MovementRefusedError(Message("no-reservation", reservation=str(reservation_id)))
    return reservation


def put_reservation(connection: sa.Connection, reservation_id: int, quantity: int) -> None:
    """Write how many pieces are left of a reservation."""
    matching = RESERVATIONS.c.id == reservation_id
    connection.execute(sa.update(RESERVATIONS).where(matching).values(quantity=quantity))


def movement_row(connection: sa.Connection, movement_id: int) -> sa.RowMapping:
    """Return the row of that number. Raises `MovementRefusedError` if there is none."""
    row = connection.execute(sa.select(MOVEMENTS).where(MOVEMENTS.c.id == movement_id)).mappings().first()
    if row is None:
        raise MovementRefusedError(Message("no-work", work=str(movement_id)))
    return row


def movement_of(row: sa.RowMapping | Mapping[str, Any]) -> Movement:
    """Decode a row."""
    values = {name: value for name, value in row.items() if name not in ("by_id", "by_name", "revision")}
    movement = Movement(**values, by=Worker(row["by_id"], row["by_name"]))
    return replace(movement, kind=Kind(movement.kind), before=_read(row["before"]), after=_read(row["after"]))


def written_levels(levels: Mapping[str, Level]) -> str:
    """Encode levels by location for a row."""
    return json.dumps(
        {place: [level.on_hand, level.reserved] for place, level in levels.items()}, ensure_ascii=False
    )


def _read(written: str) -> dict[str, Level]:
    return {place: Level(*pair) for place, pair in json.loads(written).items()}
