"""Codes of places in a batch: which place each means, and which places get one. Pure but for one look-up.

A code may stand in its own column beside the place, and then the place gets it; or alone, in its own column
or in that of the location, and then it means the place that has it.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from catalogue.batches.checking.batch_items import BatchItem, BatchLevel, BatchVariant
from catalogue.batches.checking.check import Batch
from catalogue.batches.reading.field_labels import position_of
from catalogue.database import Database
from catalogue.database.places import Location
from catalogue.errors import Fault
from catalogue.items import folded
from catalogue.messages import Message


@dataclass(frozen=True, slots=True)
class CodeChange:
    """A place that gets another code. Empty is none."""

    place: str
    before: str
    after: str


def with_places(
    batch: Batch, database: Database, faults: list[Fault]
) -> tuple[Batch, tuple[CodeChange, ...]]:
    """Return the batch with names in place of codes, and the places that get a code; adds to the `faults`."""
    levels = [level for item in batch.items for variant in item.variants for level in variant.levels]
    codes = _Codes(database.places.all())
    coded = [level for level in levels if level.location_code]
    for level in coded:
        if folded(level.location or "") != folded(level.location_code or ""):
            codes.give(level, faults)
    changes = codes.changes(faults)
    texts = {level.location for level in levels if level.location}
    if not coded and all(codes.place_of(text) is None for text in texts):
        return batch, ()  # as nearly all batches are
    items = tuple(replace(item, variants=_variants(item, codes, faults)) for item in batch.items)
    return replace(batch, items=items), changes


class _Codes:
    """The places of the catalogue and of a batch, and their codes."""

    def __init__(self, places: Iterable[Location]) -> None:
        self._before = {folded(place.name): place for place in places}
        self._owners = {folded(place.code): place.name for place in self._before.values() if place.code}
        self._given: dict[str, tuple[str, BatchLevel]] = {}
        """By folded place: its name, and the first row that gives it a code."""
        self._first: dict[str, tuple[str, BatchLevel]] = {}
        """By folded code: the place that it's given to, and the row."""

    def give(self, level: BatchLevel, faults: list[Fault]) -> None:
        """Note that a row gives its place a code."""
        assert level.location is not None
        assert level.location_code is not None
        place, code = self.place_of(level.location) or level.location, folded(level.location_code)
        _, given = self._given.setdefault(folded(place), (place, level))
        if folded(given.location_code or "") != code:
            message = Message(
                "place-code-second",
                place=place,
                code=level.location_code,
                other=given.location_code or "",
                where=_where(given, level),
            )
            faults.append(Fault(level.row, message, level.file))
            return
        other, first = self._first.setdefault(code, (place, level))
        if folded(other) != folded(place):
            message = Message(
                "place-code-shared",
                place=place,
                code=level.location_code,
                other=other,
                where=_where(first, level),
            )
            faults.append(Fault(level.row, message, level.file))

    def changes(self, faults: list[Fault]) -> tuple[CodeChange, ...]:
        """Return the places that get another code; one that is another place's name or code is a fault."""
        found = []
        for key, (place, level) in self._given.items():
            code = level.location_code or ""
            before = self._before[key].code if key in self._before else ""
            owner = self._owners.get(folded(code))
            taken = owner is not None and folded(owner) not in (key, *self._given)
            named = self._before.get(folded(code)) if folded(code) != key else None
            if named is not None or taken:
                name = named.name if named is not None else owner or ""
                message = Message("place-code-taken", code=code, location=name)
                faults.append(Fault(level.row, message, level.file))
            elif before != code:
                found.append(CodeChange(place, before, code))
        return tuple(found)

    def place_of(self, text: str) -> str | None:
        """Return the place that has that code; None for a place's name, and for what nobody knows."""
        key = folded(text)
        if key in self._before:
            return None
        return self._first[key][0] if key in self._first else self._owners.get(key)

    def resolved(self, level: BatchLevel, faults: list[Fault]) -> BatchLevel:
        """Return a row's stock under the name of its place."""
        if level.location is None:
            return level
        place = self.place_of(level.location)
        if place is not None:
            return replace(level, location=place)
        key = folded(level.location)
        if level.location_code is not None and folded(level.location_code) == key and key not in self._before:
            message = Message("place-code-unknown", code=level.location_code)
            faults.append(Fault(level.row, message, level.file))
        return level


def _variants(item: BatchItem, codes: _Codes, faults: list[Fault]) -> tuple[BatchVariant, ...]:
    variants = []
    for variant in item.variants:
        levels = tuple(codes.resolved(level, faults) for level in variant.levels)
        if levels != variant.levels:
            faults.extend(_twice(variant, levels))
            variant = replace(variant, levels=levels)
        variants.append(variant)
    return tuple(variants)


def _twice(variant: BatchVariant, levels: Iterable[BatchLevel]) -> Iterable[Fault]:
    """Yield a fault for each row at a place that an earlier row names otherwise."""
    first_levels: dict[str, BatchLevel] = {}
    for level in levels:
        first = first_levels.setdefault(folded(level.location or ""), level)
        if first is not level and level.location:
            message = Message(
                "location-twice",
                whose=Message("the-sku", sku=variant.sku),
                place=level.location,
                where=_where(first, level),
            )
            yield Fault(level.row, message, level.file)


def _where(first: BatchLevel, level: BatchLevel) -> Message:
    where = position_of(first.row, first.file if first.file != level.file else "")
    assert where is not None  # a level has a row
    return where
