"""The lines of a card that say which sizes an item has and how many of each lie where."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from bot.cards.elements import Colour, Element, column, gap, local_time, row, run, runs, words
from bot.locales import Words
from catalogue.items import Item, StockLevel, Variant

LOW = 3
"""Pieces free to promise, up to which a size counts as low."""


def amount(variant: Variant, say: Words, *, low: int = LOW) -> tuple[str, Colour]:
    """How much there is in words, and the colour that goes with the word."""
    free = variant.on_hand - variant.reserved
    if not variant.stock:
        return say("stock-unknown"), "Default"
    if variant.on_hand <= 0:
        return say("stock-none"), "Attention"
    if free <= 0:
        return say("stock-reserved-all", count=variant.on_hand), "Warning"
    if free <= low:
        return say("stock-low", count=variant.on_hand), "Warning"
    return say("stock-in", count=variant.on_hand), "Good"


def total(item: Item, say: Words) -> tuple[str, Colour]:
    """How much there is of all sizes together."""
    if not any(variant.stock for variant in item.variants):
        return say("stock-unknown"), "Default"
    if item.on_hand <= 0:
        return say("stock-none"), "Attention"
    return say("stock-total", count=item.on_hand), "Good"


def size_lines(variant: Variant, say: Words, *, locations: int, times: bool) -> Element:
    """A size: its name, SKU and amount in one line, its locations below.

    With `times` each location has a line of its own that ends in the time of its count; without, they share
    one, and the card gives the common time elsewhere (`as_of`). At most `locations` are named, the fullest
    first; with 0 none is spoken of.
    """
    label, colour = amount(variant, say)
    name = runs(
        run(variant.size or say("size-one"), limit=24, bold=True, large=True),
        gap(),
        run(variant.sku, limit=64),
        spacing="None",
    )
    lines = [name, *_places(variant.stock, say, locations=locations, times=times)]
    return row(
        column(*lines),
        column(runs(run(label, bold=True, colour=colour), right=True), width="auto"),
        separator=True,
    )


def _places(stock: Sequence[StockLevel], say: Words, *, locations: int, times: bool) -> list[Element]:
    if not locations:
        return []
    fullest = sorted(stock, key=lambda level: -level.on_hand)
    shown, more = fullest[:locations], len(fullest) - locations
    pieces = [_place(level, say, time=times) for level in shown]
    if more > 0:
        pieces.append([run(say("stock-more-locations", count=more), subtle=True)])
    if times:
        return [runs(*piece, spacing="None") for piece in pieces]
    joined: list[Element] = []
    for piece in pieces:
        joined += ([gap("  ·  ")] if joined else []) + piece
    return [runs(*joined, spacing="None")] if joined else []


def _place(level: StockLevel, say: Words, *, time: bool) -> list[Element]:
    place = plain_location(level.location)
    if level.reserved:
        text = say("stock-location-reserved", location=place, count=level.on_hand, reserved=level.reserved)
    else:
        text = say("stock-location", location=place, count=level.on_hand)
    line = [run(text, limit=160, subtle=True)]
    if time:
        # Our own text, not the catalogue's: it must keep its date function.
        line.append({**gap("  ·  " + local_time(level.as_of)), "isSubtle": True, "size": "Small"})
    return line


def plain_location(name: str) -> str:
    """A location's name, clipped."""
    return name if len(name) <= 40 else name[:39] + "…"


def common_time(variants: Sequence[Variant]) -> datetime | None:
    """The one minute at which all stock was counted; None where the times differ or nothing was counted."""
    minutes = {level.as_of.replace(second=0, microsecond=0) for each in variants for level in each.stock}
    return minutes.pop() if len(minutes) == 1 else None


def times_differ(variants: Sequence[Variant]) -> bool:
    """Whether each location must say its own time."""
    return any(each.stock for each in variants) and common_time(variants) is None


def as_of(variants: Sequence[Variant], say: Words) -> list[Element]:
    """The line that gives the common time; nothing where each location says its own."""
    moment = common_time(variants)
    if moment is None:
        return []
    return [words(say("stock-as-of", when=local_time(moment)), subtle=True, small=True)]
