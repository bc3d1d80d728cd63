"""How an item is named, pictured and described, on whatever card."""

from __future__ import annotations

import re
from dataclasses import dataclass

from babel.numbers import format_decimal

from bot.buttons import ShowStock
from bot.cards.elements import (
    Element,
    PictureLink,
    column,
    dotted,
    gap,
    paragraph,
    picture,
    press,
    row,
    run,
    runs,
)
from bot.cards.sizes import total
from bot.foreign_text import name_of
from bot.locales import Words
from catalogue.items import Item, Match

LARGE = 640
"""Side of a big picture in pixels: 200 px high on the card, sharp on a phone's dense screen."""
_AMOUNT = re.compile(r"[0-9]{1,15}(\.[0-9]{1,6})?")
SMALL = 240
"""Side of a picture in a list in pixels: 80 px on the card."""


def title_of(item: Item, *, large: bool = True) -> Element:
    """The title as a line."""
    return runs(run(name_of(item), bold=True, large=large))


def full_name(item: Item) -> str:
    """The title with the colour, which is often all that differs, unless the title names it."""
    title, colour = name_of(item), (item.colour or "").strip()
    return title if colour.casefold() in title.casefold() else f"{title} ({colour})"


def price_in_words(price: str | None, words: Words) -> str:
    """A price as the reader writes it: `59.90 EUR` as `59,90 EUR`; empty where there is none."""
    amount, _, currency = (price or "").strip().partition(" ")
    if not _AMOUNT.fullmatch(amount):
        return (price or "").strip()  # of a catalogue that was not read from a batch
    decimals = "0" * len(amount.partition(".")[2])
    written = format_decimal(amount, f"#,##0.{decimals}" if decimals else "#,##0", locale=words.region)
    return f"{written} {currency}".strip()


def details_of(item: Item, words: Words, *, price: bool = False) -> list[Element]:
    """Colour, brand and perhaps the price in one line; nothing where nothing is known."""
    parts = (item.colour, item.brand, price_in_words(item.price, words) if price else None)
    details = [part.strip() for part in parts if part and part.strip()]
    return [runs(run(" · ".join(details), subtle=True), spacing="None")] if details else []


def picture_of(item: Item, link: PictureLink, words: Words, size: int, **shape: str) -> list[Element]:
    """The main picture; nothing where the item has none."""
    if not item.pictures:
        return []
    main = min(item.pictures, key=lambda each: each.position)
    named = " ".join(part for part in (name_of(item), item.colour) if part)
    return [picture(link(main.key, size), alt=words("picture-of", title=named), **shape)]


@dataclass(frozen=True, slots=True)
class Likeness:
    """An item that only its looks name, for somebody who holds the garment to compare."""

    item: Item
    link: PictureLink
    hint: bool = True
    """Whether to say that a photo can't tell near shades apart."""


def to_compare(seen: Likeness, words: Words) -> list[Element]:
    """The item with its picture and colour."""
    image = picture_of(seen.item, seen.link, words, SMALL, width="80px")
    lines = column(title_of(seen.item, large=False), *details_of(seen.item, words), middle=True)
    shown = row(*([column(*image, width="auto", middle=True)] if image else []), lines)
    return [shown, paragraph(words("compare-colour"))] if seen.hint else [shown]


def look_alike(match: Match, link: PictureLink, words: Words) -> Element:
    """A row that shows one further match; pressing it shows its stock."""
    item = match.item
    label, colour = total(item, words)
    percent = round(100 * max(0.0, match.similarity))
    image = picture_of(item, link, words, SMALL, width="80px")
    lines = column(
        runs(run(name_of(item), bold=True), spacing="None"),
        *details_of(item, words),
        runs(
            run(words("alike", percent=percent), subtle=True),
            gap(),
            *dotted(label, colour),
            spacing="None",
        ),
        runs(run(words("show-stock") + " ›", colour="Accent", bold=True), spacing="None"),
        middle=True,
    )
    columns = ([column(*image, width="auto", middle=True)] if image else []) + [lines]
    return row(*columns, separator=True, action=press(words("show-stock"), ShowStock(item.id)))
