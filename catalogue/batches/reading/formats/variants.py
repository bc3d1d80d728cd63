"""The variants of a shop's export become lines; what the catalogue has no place for is noted.

Design and colour together are the item, the other options together are the size. The first value that one of
an item's variants gives describes the item.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from catalogue.batches.reading.formats import shop_words
from catalogue.batches.reading.garment_words import class_in_category, html_to_text
from catalogue.batches.reading.lines import BatchLine, Note, ParsedTable, listed
from catalogue.batches.reading.normalization import printable, simplified
from catalogue.batches.reading.sources import is_address
from catalogue.batches.reading.stock_by_location import NEGATIVE
from catalogue.messages import Message

ZERO = re.compile(r"[-\u2212]?\s*0*[.,]?0*")
DOLLAR = re.compile(r"\$\s*|\s*\$")


@dataclass(frozen=True, slots=True)
class ShopStock:
    """How many of a variant are at a location, as a cell says it."""

    on_hand: str
    location: str = ""
    reserved: str = ""


@dataclass(frozen=True, slots=True)
class ShopVariant:
    """A variant as a shop's export gives it."""

    row: int
    sku: str
    product: str
    """The design's id."""
    title: str = ""
    options: Mapping[str, str] = field(default_factory=dict)
    """What tells the product's variants apart, by name."""
    attributes: Mapping[str, str] = field(default_factory=dict)
    """What else the export says of it, by name."""
    price: str = ""
    currency: str = ""
    other_prices: Mapping[str, str] = field(default_factory=dict)
    """Prices that the catalogue has no place for, by column."""
    categories: tuple[str, ...] = ()
    """Category paths, the best first; one that names a garment gives the class."""
    brand: str = ""
    description: str = ""
    barcode: str = ""
    stock: tuple[ShopStock, ...] = ()
    pictures: tuple[str, ...] = ()
    kind: str = ""
    retired: str = ""
    """The shop's word for a variant that is no longer sold; empty if it is."""
    unpublished: str = ""
    """The shop's word for a variant that is not sold yet."""
    is_item: bool = False
    """Whether the product's id is the item's, whatever its colour."""

    @property
    def colour(self) -> str:
        """The colour by option, or else by attribute."""
        return self._value(shop_words.is_colour)

    @property
    def size(self) -> str:
        """The size and all other options but the colour."""
        size = self._value(shop_words.is_size)
        others = [
            value
            for name, value in self.options.items()
            if not (shop_words.is_colour(name) or shop_words.is_size(name))
        ]
        parts = (part for part in (size, *others) if part)
        return " / ".join(part for part in parts if simplified(part) not in shop_words.NO_OPTION)

    @property
    def item(self) -> str:
        """The id of the item."""
        return f"{self.product}-{self.colour}" if self.colour and not self.is_item else self.product

    def _value(self, wanted: Callable[[str], bool]) -> str:
        pairs = (*self.options.items(), *self.attributes.items())
        return next((value for name, value in pairs if value and wanted(name)), "")


def parsed(variants: Iterable[ShopVariant], *, fetched: bool, notes: Sequence[Note] = ()) -> ParsedTable:
    """Return the lines of the variants; what is not used is noted.

    Addresses of pictures are used if they are `fetched`, and noted otherwise.
    """
    reading = _Reading(fetched)
    items: dict[str, list[ShopVariant]] = {}
    for variant in variants:
        if reading.is_usable(variant):
            items.setdefault(variant.item, []).append(variant)
    lines = [line for group in items.values() for line in reading.lines(group)]
    lines.sort(key=lambda line: line.row)
    every_note = sorted([*notes, *reading.notes()], key=lambda note: note.row or 0)
    return ParsedTable(tuple(lines), tuple(every_note))


class _Reading:
    """Collects what is said of the variants together, one note for each kind."""

    def __init__(self, fetched: bool) -> None:
        self._fetched = fetched
        self._single: list[Note] = []
        self._grouped: dict[tuple[str, str], tuple[int, list[str]]] = {}
        """From code and word to the first row and the names."""

    def notes(self) -> list[Note]:
        """Return all notes."""
        grouped = []
        for (code, word), (row, names) in self._grouped.items():
            values = {"names": listed(names)} | ({"word": printable(word)} if word else {})
            grouped.append(Note(row, Message(code, **values)))
        return [*self._single, *grouped]

    def is_usable(self, variant: ShopVariant) -> bool:
        """Return whether the variant can lie on a shelf and has a SKU; if not, it is noted."""
        kind = simplified(variant.kind)
        name = variant.sku or variant.title or variant.product
        if kind in shop_words.NOT_GARMENTS:
            self._note("shop-no-garment", variant.row, name, variant.kind)
        elif kind in shop_words.ASSEMBLED:
            message = Message("magento-kind", sku=printable(name), kind=printable(variant.kind))
            self._single.append(Note(variant.row, message))
        elif not variant.sku:
            named = " ".join(part for part in (variant.title or variant.product, variant.size) if part)
            self._single.append(Note(variant.row, Message("shop-no-sku", name=printable(named))))
        else:
            return True
        return False

    def lines(self, variants: Sequence[ShopVariant]) -> Iterable[BatchLine]:
        """Yield the lines of an item."""
        self._note_prices(variants)
        for place, variant in enumerate(variants):
            self._note_unused(variant)
            line = BatchLine(
                row=variant.row,
                item=variant.item,
                sku=variant.sku,
                size=variant.size,
                barcode=variant.barcode or self._attribute(variant, "barcode"),
                status="retired" if variant.retired else "",
                pictures=tuple(name for name in variant.pictures if self._is_usable_picture(name, variant)),
            )
            if not place:
                line = self._described(line, variants)
            stock = list(self._levels(variant)) or [ShopStock("")]
            for level in stock:
                yield replace(line, location=level.location, on_hand=level.on_hand, reserved=level.reserved)
                line = BatchLine(row=line.row, item=line.item, sku=line.sku, status=line.status)

    def _described(self, line: BatchLine, variants: Sequence[ShopVariant]) -> BatchLine:
        classes = (class_in_category(text) for variant in variants for text in variant.categories)
        return replace(
            line,
            title=_first(variant.title for variant in variants),
            garment_class=_first(garment_class or "" for garment_class in classes),
            colour=variants[0].colour,
            brand=_first(variant.brand or self._attribute(variant, "brand") for variant in variants),
            price=_first(self._price(variant) for variant in variants),
            currency=_first(variant.currency for variant in variants),
            description=html_to_text(_first(variant.description for variant in variants)),
        )

    def _levels(self, variant: ShopVariant) -> Iterable[ShopStock]:
        for level in variant.stock:
            word = simplified(level.on_hand)
            if word in shop_words.UNSTOCKED:
                self._note("shop-not-stocked", variant.row, _at(variant, level), level.on_hand)
                continue
            if NEGATIVE.fullmatch(level.on_hand):
                if not ZERO.fullmatch(level.on_hand):
                    self._note("shop-below-zero", variant.row, f"{_at(variant, level)} {level.on_hand}")
                level = replace(level, on_hand="0")
            if NEGATIVE.fullmatch(level.reserved):
                level = replace(level, reserved="")
            yield self._within(variant, level)

    def _within(self, variant: ShopVariant, level: ShopStock) -> ShopStock:
        """Return a level whose reserved pieces are no more than those on hand; oversold ones are noted."""
        try:
            is_over = float(level.reserved or 0) > float(level.on_hand or 0)
        except ValueError:  # the check of the row says what is wrong
            return level
        if is_over:
            self._note("shop-oversold", variant.row, f"{_at(variant, level)} {level.reserved}")
            return replace(level, reserved=level.on_hand or "0")
        return level

    def _price(self, variant: ShopVariant) -> str:
        price = variant.price
        if "$" in price and not variant.currency:
            self._note("shop-dollar", variant.row, "$")
            price = DOLLAR.sub("", price)
        if simplified(price) == "variable":
            self._note("shop-price-variable", variant.row, variant.sku)
            return ""
        return price

    def _note_prices(self, variants: Sequence[ShopVariant]) -> None:
        prices = [variant for variant in variants if variant.price]
        others = [variant for variant in prices if not _same_price(variant.price, prices[0].price)]
        if others:
            message = Message(
                "shop-prices",
                item=printable(variants[0].item),
                price=printable(prices[0].price),
                others=listed(f"{variant.sku} {variant.price}" for variant in others),
            )
            self._single.append(Note(others[0].row, message))

    def _note_unused(self, variant: ShopVariant) -> None:
        for name, value in variant.attributes.items():
            if value and not shop_words.field_of_attribute(name):
                self._note("shop-attributes", variant.row, name)
        for name, value in variant.other_prices.items():
            if value and not (ZERO.fullmatch(value) or _same_price(value, variant.price)):
                self._note("shop-other-prices", variant.row, name)
        if variant.retired:
            self._note("shop-retired", variant.row, variant.sku, variant.retired)
        elif variant.unpublished:
            self._note("shop-unpublished", variant.row, variant.sku, variant.unpublished)

    def _is_usable_picture(self, name: str, variant: ShopVariant) -> bool:
        if self._fetched or not is_address(name):
            return True
        note = Note(variant.row, Message("shopify-picture", address=printable(name)))
        if note not in self._single:
            self._single.append(note)
        return False

    def _attribute(self, variant: ShopVariant, wanted: str) -> str:
        pairs = (*variant.attributes.items(), *variant.options.items())
        return _first(value for name, value in pairs if shop_words.field_of_attribute(name) == wanted)

    def _note(self, code: str, row: int, name: str, word: str = "") -> None:
        names = self._grouped.setdefault((code, word), (row, []))[1]
        names.append(name)


def _first(values: Iterable[str]) -> str:
    return next((value for value in values if value), "")


def _at(variant: ShopVariant, level: ShopStock) -> str:
    return f"{variant.sku} ({level.location})" if level.location else variant.sku


def _same_price(price: str, other: str) -> bool:
    def plain(text: str) -> str:
        text = DOLLAR.sub("", text).replace(",", ".")
        return text.rstrip("0").rstrip(".") if "." in text else text

    return plain(price) == plain(other)
