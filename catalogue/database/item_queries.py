"""Queries for items, variants and pictures that are in use."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import sqlalchemy as sa

from catalogue.items import folded
from catalogue.migrations.schema import ITEMS, LOCATIONS, PICTURES, STOCK_LEVELS, VARIANTS


def item_ids(connection: sa.Connection, *, retired: bool) -> Sequence[str]:
    """Return the ids of all items in order; with `retired`, of retired ones too."""
    ids = sa.select(ITEMS.c.id).order_by(ITEMS.c.folded)
    return connection.scalars(ids if retired else ids.where(ITEMS.c.retired.is_(False))).all()


def ids_after(item_id: str, *, location: str | None) -> sa.Select[Any]:
    """Select the ids of items that follow an id; with a location, only of those that have stock there."""
    ids = sa.select(ITEMS.c.id).where(ITEMS.c.folded > folded(item_id), ITEMS.c.retired.is_(False))
    if location is not None:
        places = sa.select(LOCATIONS.c.id).where(LOCATIONS.c.folded == folded(location))
        stocked = sa.select(STOCK_LEVELS.c.sku).where(STOCK_LEVELS.c.location_id.in_(places))
        ids = ids.where(
            ITEMS.c.id.in_(variants_in_use(VARIANTS.c.item_id).where(VARIANTS.c.sku.in_(stocked)))
        )
    return ids.order_by(ITEMS.c.folded)


def ids_beginning_with(prefix: str) -> sa.Select[Any]:
    """Select the ids of items whose id, or one of whose SKUs, begins so."""
    begins = folded(prefix)
    by_sku = variants_in_use(VARIANTS.c.item_id).where(VARIANTS.c.folded.startswith(begins, autoescape=True))
    return (
        sa.select(ITEMS.c.id)
        .where(
            ITEMS.c.folded.startswith(begins, autoescape=True) | ITEMS.c.id.in_(by_sku),
            ITEMS.c.retired.is_(False),
        )
        .order_by(ITEMS.c.folded)
    )


def variants_in_use(column: sa.Column[Any]) -> sa.Select[Any]:
    """Select a column of the variants that are not retired."""
    return sa.select(column).where(VARIANTS.c.retired.is_(False))


def pictures_in_use(*columns: Any, garment_class: str | None = None) -> sa.Select[Any]:
    """Select columns of the pictures of items that are not retired, or of one class."""
    query = sa.select(*columns).select_from(PICTURES.join(ITEMS)).where(ITEMS.c.retired.is_(False))
    return query if garment_class is None else query.where(ITEMS.c.garment_class == garment_class)
