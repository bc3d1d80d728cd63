"""Every fault of a batch, each with its row; without faults, the batch as it is meant."""

from __future__ import annotations

import io
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from PIL import Image

from catalogue.batches.lines import Line, Note, Parsed
from catalogue.batches.sources import PictureSource
from catalogue.errors import BatchError, Fault
from catalogue.items import GARMENT_CLASSES, folded
from catalogue.pictures import picture_key

LONGEST = {"item": 200, "sku": 200, "size": 200, "barcode": 200, "location": 200, "title": 1000}
"""Characters."""
MOST_PIECES = 2_000_000_000
MOST_PIXELS = 100_000_000
PICTURE_FORMATS = ("JPEG", "PNG", "WEBP", "GIF", "BMP", "TIFF")
"""What shops use; Pillow knows others, such as EPS, which it gives to another program to run."""
WHOLE = re.compile(r"([+-]?[0-9]{1,18})(?:\.(0{1,2}|0{4,}))?")
"""A whole number; Magento writes 100.0000. Not 1.000, which is a thousand in half of Europe."""
DECIMAL = re.compile(r"[0-9]{1,12}(?:[.,][0-9]{1,6})?")
CURRENCY = re.compile(r"[A-Z]{3}")


@dataclass(frozen=True, slots=True)
class GivenLevel:
    """Stock at a location as a batch gives it; None where it says nothing."""

    row: int
    location: str | None
    on_hand: int | None
    reserved: int | None
    as_of: datetime | None = None
    """When this was counted, in UTC; None for when the batch was read."""

    @property
    def silent(self) -> bool:
        """Whether the batch says nothing of this stock."""
        return self.location is None and self.on_hand is None and self.reserved is None


@dataclass(frozen=True, slots=True)
class GivenVariant:
    """A variant as a batch gives it."""

    row: int
    sku: str
    size: str | None
    barcode: str | None
    levels: tuple[GivenLevel, ...]
    retired: bool = False


@dataclass(frozen=True, slots=True)
class GivenItem:
    """An item as a batch gives it; None, or no pictures, where it says nothing."""

    row: int
    id: str
    """Empty where the batch names only SKUs, as stock and delete batches may."""
    title: str
    garment_class: str | None
    colour: str | None
    brand: str | None
    price: str | None
    description: str | None
    variants: tuple[GivenVariant, ...]
    pictures: tuple[str, ...]
    """Keys by content; each stands in the batch's `files`."""


@dataclass(frozen=True, slots=True)
class Batch:
    """A batch without faults, not applied yet. Close it when done: it may hold a ZIP file open."""

    source: str
    """The name of the file it came from."""
    format: str
    read_at: datetime
    items: tuple[GivenItem, ...]
    files: dict[str, str]
    """Picture key to the name it has in `pictures`."""
    pictures: PictureSource
    notes: tuple[Note, ...] = ()

    def picture(self, key: str) -> bytes:
        """The picture's file. Raises `BatchError` where it has gone or changed since the check."""
        data = self.pictures.read(self.files[key])
        if data is None or picture_key(data) != key:
            raise BatchError(f"The picture {self.files[key]} has changed since the check; import again.")
        return data

    def close(self) -> None:
        """Let go of files."""
        self.pictures.close()


PictureReader = Callable[[bytes], object]
"""Raises any Exception for what is no usable picture."""


def read_with_pillow(data: bytes) -> object:
    """Decode the whole picture, which finds truncated files too."""
    with Image.open(io.BytesIO(data), formats=PICTURE_FORMATS) as image:
        if image.width * image.height > MOST_PIXELS:
            raise ValueError(f"{image.width} x {image.height} pixels are too many")
        image.load()
        return image.size


def check(
    parsed: Parsed,
    pictures: PictureSource,
    *,
    source: str,
    format: str,  # noqa: A002 - the field's word
    faults: Sequence[Fault] = (),
    required: Sequence[str] = ("item", "title", "sku"),
    picture_reader: PictureReader = read_with_pillow,
    progress: Callable[[str, int, int], None] = lambda _stage, _done, _total: None,
    now: datetime | None = None,
) -> Batch:
    """The batch, or `BatchError` with all its faults in the order of their rows.

    `required` are the columns that each row must fill; it must always name an item or a SKU.
    """
    checker = _Checker(parsed.lines, required)
    checker.faults.extend([*faults, *parsed.faults])
    if not parsed.lines and not checker.faults:
        checker.fault(None, "there is no row below the header")
    files, keys = checker.pictures(pictures, picture_reader, progress)
    items = checker.items(keys)
    if checker.faults:
        raise refusal(checker.faults)
    return Batch(source, format, now or datetime.now(UTC), items, files, pictures, parsed.notes)


def refusal(faults: Sequence[Fault]) -> BatchError:
    """One sentence for all faults, and the faults by row."""
    ordered = sorted(dict.fromkeys(faults), key=lambda fault: (fault.row or 0, fault.reason))
    first = ordered[0]
    where = "" if first.row is None else f" in row {first.row}"
    more = "" if len(ordered) == 1 else f" (and {len(ordered) - 1} more)"
    return BatchError(
        f"Nothing was changed, because the batch has a fault{where}: {first.reason}{more}.", ordered
    )


class _Checker:
    def __init__(self, lines: Sequence[Line], required: Sequence[str]) -> None:
        self._lines = lines
        self._required = required
        self.faults: list[Fault] = []

    def fault(self, row: int | None, reason: str) -> None:
        self.faults.append(Fault(row, reason))

    def pictures(
        self,
        source: PictureSource,
        reader: PictureReader,
        progress: Callable[[str, int, int], None],
    ) -> tuple[dict[str, str], dict[str, str]]:
        """Picture key to file name, and file name to key. Each file is read once."""
        rows: dict[str, list[int]] = {}
        for line in self._lines:
            for name in line.pictures:
                rows.setdefault(name, []).append(line.row)
        files: dict[str, str] = {}
        keys: dict[str, str] = {}
        for done, (name, named_in) in enumerate(rows.items(), start=1):
            data = source.read(name)
            reason = f"the picture {name} is named but did not come with the batch"
            if data is not None:
                try:
                    reader(data)
                except Exception as error:
                    reason = f"the picture {name} cannot be read as a picture: {_short(error)}"
                else:
                    keys[name] = picture_key(data)
                    files.setdefault(keys[name], name)
            if name not in keys:
                for row in named_in:
                    self.fault(row, reason)
            progress("check", done, len(rows))
        return files, keys

    def items(self, keys: dict[str, str]) -> tuple[GivenItem, ...]:
        usable = [line for line in self._lines if self._named(line)]
        self._one_spelling(usable, "item")
        self._one_spelling(usable, "sku")
        self._one_item_a_sku(usable)
        self._one_sku_a_barcode(usable)
        groups: dict[str, list[Line]] = {}
        for line in usable:
            groups.setdefault(folded(line.item) or f"\0{folded(line.sku)}", []).append(line)
        return tuple(self._item(lines, keys) for lines in groups.values())

    def _named(self, line: Line) -> bool:
        for field in ("item", "sku"):
            if field in self._required and not getattr(line, field):
                self.fault(line.row, f"the {_called(field)} is empty")
        for field, longest in LONGEST.items():
            if len(getattr(line, field)) > longest:
                self.fault(line.row, f"the {_called(field)} has more than {longest} characters")
        if not (line.item or line.sku or {"item", "sku"} & set(self._required)):
            self.fault(line.row, "neither an item nor a SKU is named")
        complete = all(getattr(line, field) for field in ("item", "sku") if field in self._required)
        return complete and bool(line.item or line.sku)

    def _one_spelling(self, lines: Sequence[Line], field: str) -> None:
        spelled: dict[str, Line] = {}
        for line in lines:
            name = getattr(line, field)
            first = spelled.setdefault(folded(name), line)
            if getattr(first, field) != name:
                self.fault(
                    line.row,
                    f"the {_called(field)} {name} is written {getattr(first, field)} in row {first.row}",
                )

    def _one_item_a_sku(self, lines: Sequence[Line]) -> None:
        owner: dict[str, Line] = {}
        for line in lines:
            first = owner.setdefault(folded(line.sku), line)
            if folded(first.item) != folded(line.item):
                self.fault(
                    line.row,
                    f"the SKU {line.sku} belongs to the item {first.item} in row {first.row}, "
                    f"here to {line.item}",
                )

    def _one_sku_a_barcode(self, lines: Sequence[Line]) -> None:
        owner: dict[str, Line] = {}
        for line in lines:
            if line.barcode:
                first = owner.setdefault(folded(line.barcode), line)
                if folded(first.sku) != folded(line.sku):
                    self.fault(
                        line.row,
                        f"the barcode {line.barcode} belongs to the SKU {first.sku} in row {first.row}, "
                        f"here to {line.sku}",
                    )

    def _item(self, lines: Sequence[Line], keys: dict[str, str]) -> GivenItem:
        title = self._agreed(lines, "title", f"the item {lines[0].item}")
        if not title and "title" in self._required:
            self.fault(lines[0].row, f"the item {lines[0].item} has no title")
        garment_class = self._agreed(lines, "garment_class", f"the item {lines[0].item}")
        if garment_class and garment_class.lower() not in GARMENT_CLASSES:
            row = next(line.row for line in lines if line.garment_class)
            self.fault(row, f"the class {garment_class} is none of {', '.join(GARMENT_CLASSES)}")
        by_sku: dict[str, list[Line]] = {}
        for line in lines:
            if line.sku:
                by_sku.setdefault(folded(line.sku), []).append(line)
        named = dict.fromkeys(name for line in lines for name in line.pictures)
        return GivenItem(
            row=lines[0].row,
            id=lines[0].item,
            title=title or "",
            garment_class=garment_class.lower() if garment_class else None,
            colour=self._agreed(lines, "colour", f"the item {lines[0].item}"),
            brand=self._agreed(lines, "brand", f"the item {lines[0].item}"),
            price=self._price(lines),
            description=self._agreed(lines, "description", f"the item {lines[0].item}"),
            variants=tuple(self._variant(of_sku) for of_sku in by_sku.values()),
            pictures=tuple(dict.fromkeys(keys[name] for name in named if name in keys)),
        )

    def _variant(self, lines: Sequence[Line]) -> GivenVariant:
        sku = lines[0].sku
        seen: dict[str, Line] = {}
        for line in lines:
            first = seen.setdefault(folded(line.location), line)
            if first is not line:
                place = line.location or "the same location"
                self.fault(
                    line.row, f"the SKU {sku} stands at {place} in row {first.row} already; keep one of them"
                )
        return GivenVariant(
            row=lines[0].row,
            sku=sku,
            size=self._agreed(lines, "size", f"the SKU {sku}"),
            barcode=self._agreed(lines, "barcode", f"the SKU {sku}"),
            levels=tuple(self._level(line) for line in lines),
            retired=self._retired(lines),
        )

    def _retired(self, lines: Sequence[Line]) -> bool:
        for line in lines:
            if line.status.lower() not in {"", "retired"}:
                self.fault(line.row, f"the status {_short(line.status)} is neither blank nor retired")
        return all(line.status for line in lines)

    def _counted(self, line: Line) -> datetime | None:
        if not line.as_of:
            return None
        try:
            counted = datetime.fromisoformat(line.as_of)
        except ValueError:
            self.fault(line.row, f"the time {_short(line.as_of)} is none such as 2026-03-01T12:30:00+00:00")
            return None
        return (counted if counted.tzinfo else counted.replace(tzinfo=UTC)).astimezone(UTC)

    def _level(self, line: Line) -> GivenLevel:
        on_hand = self._whole(line, "on_hand")
        reserved = self._whole(line, "reserved")
        if on_hand is not None and reserved is not None and reserved > on_hand >= 0:
            self.fault(line.row, f"{reserved} reserved are more than the {on_hand} on hand")
        return GivenLevel(line.row, line.location or None, on_hand, reserved, self._counted(line))

    def _whole(self, line: Line, field: str) -> int | None:
        text = getattr(line, field)
        if not text:
            return None
        match = WHOLE.fullmatch(text)
        if match is None:
            self.fault(line.row, f"the quantity {_called(field)} is {_short(text)}, which is no whole number")
            return None
        number = int(match[1])
        if number < 0:
            self.fault(line.row, f"the quantity {_called(field)} is {number}, but cannot be below 0")
        elif number > MOST_PIECES:
            self.fault(line.row, f"the quantity {_called(field)} is {number}, which is too large")
        return number

    def _price(self, lines: Sequence[Line]) -> str | None:
        price = self._agreed(lines, "price", f"the item {lines[0].item}")
        currency = self._agreed(lines, "currency", f"the item {lines[0].item}")
        if price is None:
            return None
        row = next(line.row for line in lines if line.price)
        if not DECIMAL.fullmatch(price):
            self.fault(row, f"the price {_short(price)} is no number")
        if currency is None:
            return price.replace(",", ".")
        if not CURRENCY.fullmatch(currency.upper()):
            self.fault(row, f"the currency {_short(currency)} is no code of three letters, such as EUR")
        return f"{price.replace(',', '.')} {currency.upper()}"

    def _agreed(self, lines: Sequence[Line], field: str, whose: str) -> str | None:
        """What the lines say of something they share; blanks say nothing."""
        said = [line for line in lines if getattr(line, field)]
        for line in said[1:]:
            value, first = getattr(line, field), getattr(said[0], field)
            if value != first:
                self.fault(
                    line.row,
                    f"the {_called(field)} of {whose} is {_short(value)} here "
                    f"and {_short(first)} in row {said[0].row}",
                )
        return getattr(said[0], field) if said else None


def _called(field: str) -> str:
    return {"sku": "SKU", "on_hand": "on hand", "garment_class": "class"}.get(field, field)


def _short(thing: object) -> str:
    text = " ".join(str(thing).split())
    return text if len(text) <= 80 else f"{text[:80]}…"
