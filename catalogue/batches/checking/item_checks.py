"""Lines grouped into items, variants and levels, with all their faults."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, datetime
from decimal import Decimal

from catalogue.batches.checking import amounts
from catalogue.batches.checking.batch_items import BatchItem, BatchLevel, BatchVariant
from catalogue.batches.checking.row_checks import (
    FORMULA_ERRORS,
    faults_of,
    owner_faults,
    row_fault,
    spelling_faults,
    usable,
    where_first,
)
from catalogue.batches.reading.field_labels import LABELS
from catalogue.batches.reading.garment_words import class_named, class_within, closest_class
from catalogue.batches.reading.lines import BatchLine, Note, listed
from catalogue.batches.reading.normalization import printable
from catalogue.batches.reading.number_parsing import decimal_mark
from catalogue.errors import Fault
from catalogue.items import GARMENT_CLASSES, folded
from catalogue.messages import Message

AMOUNTS = ("price", "on_hand", "reserved")


class CheckedItems:
    """Groups lines into items, and collects their faults and notes."""

    def __init__(self, lines: Sequence[BatchLine], *, required: Sequence[str]) -> None:
        """`required` are the columns that each row must fill; each must name an item or a SKU anyway."""
        self._lines = lines
        self._required = required
        self._marks: dict[str, str | None] = {}
        self._categories: set[tuple[str, str]] = set()
        """Those that are noted, by file."""
        self._three_decimals: dict[tuple[str, str], str] = {}
        self.faults: list[Fault] = []
        self.notes: list[Note] = []

    def items(self, keys: Mapping[str, str]) -> tuple[BatchItem, ...]:
        """Return every item in the order of the rows. `keys` maps picture names to keys."""
        for line in self._lines:
            self.faults.extend(faults_of(line, self._required))
        named = [line for line in self._lines if usable(line, self._required)]
        self._marks = {file: _mark([line for line in named if line.file == file]) for file in _files(named)}
        self._find_three_decimals(named)
        self.faults.extend(spelling_faults(named, "item"))
        self.faults.extend(spelling_faults(named, "sku"))
        self.faults.extend(owner_faults(named, "sku", "item"))
        self.faults.extend(owner_faults(named, "barcode", "sku"))
        groups: dict[str, list[BatchLine]] = {}
        for line in named:
            groups.setdefault(folded(line.item) or f"\0{folded(line.sku)}", []).append(line)
        return tuple(self._item(lines, keys) for lines in groups.values())

    def _find_three_decimals(self, lines: Sequence[BatchLine]) -> None:
        """Find the columns of quantities that are written with three decimals, and note them."""
        for file in _files(lines):
            prices = {line.price for line in lines if line.file == file and line.price}
            for field in ("on_hand", "reserved"):
                texts = {text for line in lines if line.file == file and (text := getattr(line, field))}
                if (mark := amounts.three_decimals(texts, prices)) is not None:
                    self._three_decimals[file, field] = mark
                    message = Message("three-decimals", field=LABELS[field], text=max(texts, key=len))
                    self.notes.append(Note(None, message, file))

    def _fault(self, line: BatchLine, reason: Message) -> None:
        self.faults.append(row_fault(line, reason))

    def _item(self, lines: Sequence[BatchLine], keys: Mapping[str, str]) -> BatchItem:
        title = self._shared_value(lines, "title", _the_item)
        if not title and "title" in self._required:
            self._fault(lines[0], Message("no-title", whose=_the_item(lines)))
        by_sku: dict[str, list[BatchLine]] = {}
        for line in lines:
            if line.sku:
                by_sku.setdefault(folded(line.sku), []).append(line)
        named = dict.fromkeys(name for line in lines for name in line.pictures)
        return BatchItem(
            row=lines[0].row,
            id=lines[0].item,
            title=title or "",
            garment_class=self._garment_class(lines),
            colour=self._shared_value(lines, "colour", _the_item),
            brand=self._shared_value(lines, "brand", _the_item),
            price=self._price(lines),
            description=self._shared_value(lines, "description", _the_item),
            variants=tuple(self._variant(of_sku) for of_sku in by_sku.values()),
            pictures=tuple(dict.fromkeys(keys[name] for name in named if name in keys)),
            file=lines[0].file,
        )

    def _garment_class(self, lines: Sequence[BatchLine]) -> str | None:
        for line in lines:
            if not line.garment_class or class_named(line.garment_class) is not None:
                continue
            garment_class = class_within(line.garment_class)
            if garment_class is None:
                closest = closest_class(line.garment_class)
                message = Message(
                    "class-unknown", named=printable(line.garment_class), classes=", ".join(GARMENT_CLASSES)
                )
                if closest:
                    message = Message("did-you-mean", told=message, like=closest)
                self._fault(line, message)
                return None
            if (line.file, line.garment_class) not in self._categories:
                self._categories.add((line.file, line.garment_class))
                named = printable(line.garment_class)
                self.notes.append(
                    Note(line.row, Message("class-of-category", named=named, like=garment_class), line.file)
                )
        return self._shared_value(
            lines,
            "garment_class",
            _the_item,
            parse=lambda line: class_named(line.garment_class) or class_within(line.garment_class),
        )

    def _variant(self, lines: Sequence[BatchLine]) -> BatchVariant:
        first_lines: dict[str, BatchLine] = {}
        for line in lines:
            first = first_lines.setdefault(folded(line.location), line)
            if first is not line:
                message = Message(
                    "location-twice",
                    whose=_the_sku(lines),
                    place=printable(line.location) or Message("same-location"),
                    where=where_first(first, line),
                )
                self._fault(line, message)
        return BatchVariant(
            row=lines[0].row,
            sku=lines[0].sku,
            size=self._shared_value(lines, "size", _the_sku),
            barcode=self._shared_value(lines, "barcode", _the_sku),
            levels=tuple(self._level(line) for line in lines),
            retired=self._retired(lines),
            file=lines[0].file,
        )

    def _retired(self, lines: Sequence[BatchLine]) -> bool:
        for line in lines:
            if line.status.lower() not in {"", "retired"}:
                message = Message("status-unknown", status=printable(line.status))
                self._fault(line, message)
        return all(line.status for line in lines)

    def _counted_at(self, line: BatchLine) -> datetime | None:
        if not line.as_of:
            return None
        try:
            counted = datetime.fromisoformat(line.as_of)
            return (counted if counted.tzinfo else counted.replace(tzinfo=UTC)).astimezone(UTC)
        except (ValueError, OverflowError):
            message = Message("time-unknown", time=printable(line.as_of), example="2026-03-01T12:30:00+00:00")
            self._fault(line, message)
            return None

    def _level(self, line: BatchLine) -> BatchLevel:
        on_hand = self._quantity(line, "on_hand")
        reserved = self._quantity(line, "reserved")
        if on_hand is not None and reserved is not None and reserved > on_hand:
            message = Message("more-reserved", reserved=reserved, on_hand=on_hand)
            self._fault(line, message)
        return BatchLevel(
            line.row,
            line.location or None,
            on_hand,
            reserved,
            self._counted_at(line),
            line.location_code or None,
            file=line.file,
        )

    def _quantity(self, line: BatchLine, field: str) -> int | None:
        text = getattr(line, field)
        if not text or text in FORMULA_ERRORS:
            return None
        if (mark := self._three_decimals.get((line.file, field))) is not None:
            text = amounts.without_decimals(text, mark)
        try:
            return amounts.parse_quantity(text, self._marks.get(line.file))
        except amounts.AmountError as error:
            message = Message("quantity-wrong", field=LABELS[field], why=error.message)
            self._fault(line, message)
            return None

    def _price(self, lines: Sequence[BatchLine]) -> str | None:
        if not any(line.price or line.currency for line in lines):
            return None
        currency = self._shared_value(lines, "currency", _the_item) or ""

        def price(line: BatchLine) -> str | None:
            try:
                return amounts.parse_price(line.price, line.currency or currency, self._marks.get(line.file))
            except amounts.AmountError as error:
                self._fault(line, error.message)
                return None

        lines = [line for line in lines if line.price not in FORMULA_ERRORS]
        groups: dict[str, list[BatchLine]] = {}
        for line in lines:
            groups.setdefault(folded(line.sku), []).append(line)
        prices = {
            of_sku[0].sku: found
            for of_sku in groups.values()
            if (found := self._shared_value(of_sku, "price", _the_item, parse=price)) is not None
        }
        first = next(iter(prices.values()), None)
        if others := [
            f"{sku} {found}" for sku, found in prices.items() if not same_price(found, first or "")
        ]:
            message = Message(
                "shop-prices", item=printable(lines[0].item), price=first or "", others=listed(others)
            )
            self.notes.append(Note(lines[0].row, message, lines[0].file))
        return first

    def _shared_value(
        self,
        lines: Sequence[BatchLine],
        field: str,
        subject: Callable[[Sequence[BatchLine]], Message],
        *,
        parse: Callable[[BatchLine], str | None] | None = None,
    ) -> str | None:
        """Return the value that the lines share, ignoring blanks; lines that disagree are faults."""
        first: BatchLine | None = None
        agreed: str | None = None
        for line in lines:
            if not (text := getattr(line, field)):
                continue
            value = text if parse is None else parse(line)
            if value is None:
                continue
            if first is None:
                first, agreed = line, value
            elif value != agreed and not (field == "price" and same_price(value, agreed or "")):
                message = Message(
                    "disagree",
                    field=LABELS[field],
                    whose=subject(lines),
                    here=printable(text),
                    there=printable(getattr(first, field)),
                    where=where_first(first, line),
                )
                self._fault(line, message)
        return agreed


def _the_item(lines: Sequence[BatchLine]) -> Message:
    return Message("the-item", item=printable(lines[0].item))


def _the_sku(lines: Sequence[BatchLine]) -> Message:
    return Message("the-sku", sku=printable(lines[0].sku))


def same_price(price: str, other: str) -> bool:
    """Return whether two prices, as they are parsed, are the same: `19` and `19.00`."""
    (amount, _, currency), (other_amount, _, other_currency) = price.partition(" "), other.partition(" ")
    return currency == other_currency and Decimal(amount) == Decimal(other_amount)


def _files(lines: Sequence[BatchLine]) -> dict[str, None]:
    return dict.fromkeys(line.file for line in lines)


def _mark(lines: Sequence[BatchLine]) -> str | None:
    """Return the decimal mark that a file's prices and quantities use."""
    texts = {text for line in lines for field in AMOUNTS if (text := getattr(line, field))}
    return decimal_mark(text.strip("€£ \u00a0ABCDEFGHIJKLMNOPQRSTUVWXYZ") for text in texts)
