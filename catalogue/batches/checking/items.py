"""Lines grouped into items, variants and levels, with every fault that these have."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, datetime

from catalogue.batches.checking import amounts
from catalogue.batches.checking.given import GivenItem, GivenLevel, GivenVariant
from catalogue.batches.checking.lines import FAILED, fault, faults_of, one_owner, one_spelling, usable, where
from catalogue.batches.reading.called import CALLED
from catalogue.batches.reading.lines import Line
from catalogue.batches.reading.numbers import decimal_mark
from catalogue.batches.reading.spelling import shown
from catalogue.batches.reading.words import class_called, class_like
from catalogue.errors import Fault
from catalogue.items import GARMENT_CLASSES, folded
from catalogue.messages import Message

AMOUNTS = ("price", "on_hand", "reserved")


class CheckedItems:
    """The items of all lines; what is wrong with them stands in `faults` afterwards."""

    def __init__(self, lines: Sequence[Line], *, required: Sequence[str]) -> None:
        """`required` are the columns that each row must fill; it must always name an item or a SKU."""
        self._lines = lines
        self._required = required
        self._marks: dict[str, str | None] = {}
        self.faults: list[Fault] = []

    def items(self, keys: Mapping[str, str]) -> tuple[GivenItem, ...]:
        """Every item, in the order of the rows. `keys`: picture name to key."""
        for line in self._lines:
            self.faults.extend(faults_of(line, self._required))
        named = [line for line in self._lines if usable(line, self._required)]
        self._marks = {file: _mark([line for line in named if line.file == file]) for file in _files(named)}
        self.faults.extend(one_spelling(named, "item"))
        self.faults.extend(one_spelling(named, "sku"))
        self.faults.extend(one_owner(named, "sku", "item"))
        self.faults.extend(one_owner(named, "barcode", "sku"))
        groups: dict[str, list[Line]] = {}
        for line in named:
            groups.setdefault(folded(line.item) or f"\0{folded(line.sku)}", []).append(line)
        return tuple(self._item(lines, keys) for lines in groups.values())

    def _fault(self, line: Line, reason: Message) -> None:
        self.faults.append(fault(line, reason))

    def _item(self, lines: Sequence[Line], keys: Mapping[str, str]) -> GivenItem:
        whose = Message("the-item", item=shown(lines[0].item))
        title = self._agreed(lines, "title", whose)
        if not title and "title" in self._required:
            self._fault(lines[0], Message("no-title", whose=whose))
        by_sku: dict[str, list[Line]] = {}
        for line in lines:
            if line.sku:
                by_sku.setdefault(folded(line.sku), []).append(line)
        named = dict.fromkeys(name for line in lines for name in line.pictures)
        return GivenItem(
            row=lines[0].row,
            id=lines[0].item,
            title=title or "",
            garment_class=self._garment_class(lines, whose),
            colour=self._agreed(lines, "colour", whose),
            brand=self._agreed(lines, "brand", whose),
            price=self._price(lines, whose),
            description=self._agreed(lines, "description", whose),
            variants=tuple(self._variant(of_sku) for of_sku in by_sku.values()),
            pictures=tuple(dict.fromkeys(keys[name] for name in named if name in keys)),
            file=lines[0].file,
        )

    def _garment_class(self, lines: Sequence[Line], whose: Message) -> str | None:
        for line in lines:
            if line.garment_class and class_called(line.garment_class) is None:
                like = class_like(line.garment_class)
                told = Message(
                    "class-unknown",
                    named=shown(line.garment_class),
                    classes=", ".join(GARMENT_CLASSES),
                )
                if like:
                    told = Message("did-you-mean", told=told, like=like)
                self._fault(line, told)
                return None
        return self._agreed(
            lines, "garment_class", whose, meaning=lambda line: class_called(line.garment_class)
        )

    def _variant(self, lines: Sequence[Line]) -> GivenVariant:
        whose = Message("the-sku", sku=shown(lines[0].sku))
        seen: dict[str, Line] = {}
        for line in lines:
            first = seen.setdefault(folded(line.location), line)
            if first is not line:
                told = Message(
                    "location-twice",
                    whose=whose,
                    place=shown(line.location) or Message("same-location"),
                    where=where(first, line),
                )
                self._fault(line, told)
        return GivenVariant(
            row=lines[0].row,
            sku=lines[0].sku,
            size=self._agreed(lines, "size", whose),
            barcode=self._agreed(lines, "barcode", whose),
            levels=tuple(self._level(line) for line in lines),
            retired=self._retired(lines),
            file=lines[0].file,
        )

    def _retired(self, lines: Sequence[Line]) -> bool:
        for line in lines:
            if line.status.lower() not in {"", "retired"}:
                told = Message(
                    "status-unknown",
                    status=shown(line.status),
                )
                self._fault(line, told)
        return all(line.status for line in lines)

    def _counted(self, line: Line) -> datetime | None:
        if not line.as_of:
            return None
        try:
            counted = datetime.fromisoformat(line.as_of)
            return (counted if counted.tzinfo else counted.replace(tzinfo=UTC)).astimezone(UTC)
        except (ValueError, OverflowError):
            told = Message(
                "time-unknown",
                time=shown(line.as_of),
                example="2026-03-01T12:30:00+00:00",
            )
            self._fault(line, told)
            return None

    def _level(self, line: Line) -> GivenLevel:
        on_hand = self._whole(line, "on_hand")
        reserved = self._whole(line, "reserved")
        if on_hand is not None and reserved is not None and reserved > on_hand:
            told = Message(
                "more-reserved",
                reserved=reserved,
                on_hand=on_hand,
            )
            self._fault(line, told)
        return GivenLevel(
            line.row, line.location or None, on_hand, reserved, self._counted(line), file=line.file
        )

    def _whole(self, line: Line, field: str) -> int | None:
        text = getattr(line, field)
        if not text or text in FAILED:
            return None
        try:
            return amounts.whole(text, self._marks.get(line.file))
        except amounts.Wrong as error:
            told = Message("quantity-wrong", field=CALLED[field], why=error.message)
            self._fault(line, told)
            return None

    def _price(self, lines: Sequence[Line], whose: Message) -> str | None:
        currency = self._agreed(lines, "currency", whose) or ""

        def price(line: Line) -> str | None:
            try:
                return amounts.price(line.price, line.currency or currency, self._marks.get(line.file))
            except amounts.Wrong as error:
                self._fault(line, error.message)
                return None

        return self._agreed(
            [line for line in lines if line.price not in FAILED], "price", whose, meaning=price
        )

    def _agreed(
        self,
        lines: Sequence[Line],
        field: str,
        whose: Message,
        *,
        meaning: Callable[[Line], str | None] | None = None,
    ) -> str | None:
        """What the lines say of something they share; blanks say nothing, and two ways to say it are one."""
        first: Line | None = None
        agreed: str | None = None
        for line in lines:
            if not (said := getattr(line, field)):
                continue
            meant = said if meaning is None else meaning(line)
            if meant is None:
                continue
            if first is None:
                first, agreed = line, meant
            elif meant != agreed:
                told = Message(
                    "disagree",
                    field=CALLED[field],
                    whose=whose,
                    here=shown(said),
                    there=shown(getattr(first, field)),
                    where=where(first, line),
                )
                self._fault(line, told)
        return agreed


def _files(lines: Sequence[Line]) -> dict[str, None]:
    return dict.fromkeys(line.file for line in lines)


def _mark(lines: Sequence[Line]) -> str | None:
    """The decimal mark that a file's prices and quantities show."""
    texts = {text for line in lines for field in AMOUNTS if (text := getattr(line, field))}
    return decimal_mark(text.strip("€£ \u00a0ABCDEFGHIJKLMNOPQRSTUVWXYZ") for text in texts)
