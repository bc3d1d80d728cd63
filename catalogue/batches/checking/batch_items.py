"""The items, variants and stock of a batch, checked but not compared with the catalogue yet."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from catalogue.batches.reading.lines import Place


@dataclass(frozen=True, slots=True)
class BatchLevel:
    """Stock at a location as a batch gives it; None for what it leaves out."""

    row: int
    location: str | None
    on_hand: int | None
    reserved: int | None
    as_of: datetime | None = None
    """When this was counted, in UTC; None for when the batch was read."""
    location_code: str | None = None
    """The code of the location; if it's the `location` too, the row names nothing but the code."""
    file: str = ""
    """Which of several files the row is in; empty if there is one."""

    @property
    def silent(self) -> bool:
        """Whether the batch says nothing of this stock."""
        return self.location is None and self.on_hand is None and self.reserved is None


@dataclass(frozen=True, slots=True)
class BatchVariant:
    """A variant as a batch gives it."""

    row: int
    sku: str
    size: str | None
    barcode: str | None
    levels: tuple[BatchLevel, ...]
    retired: bool = False
    file: str = ""
    """Which of several files the row is in; empty if there is one."""


@dataclass(frozen=True, slots=True)
class BatchItem:
    """An item as a batch gives it; None, or no pictures, for what it leaves out."""

    row: int
    id: str
    """Empty if the batch names only SKUs, as stock and delete batches may."""
    title: str
    garment_class: str | None
    colour: str | None
    brand: str | None
    price: str | None
    description: str | None
    variants: tuple[BatchVariant, ...]
    pictures: tuple[str, ...]
    """Keys by content; each is in the batch's `files`."""
    file: str = ""
    """Which of several files the row is in; empty if there is one."""

    @property
    def rows(self) -> frozenset[Place]:
        """All rows that name it."""
        variants = ((variant.file, variant.row) for variant in self.variants)
        levels = ((level.file, level.row) for variant in self.variants for level in variant.levels)
        return frozenset([(self.file, self.row), *variants, *levels])
