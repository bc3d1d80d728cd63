"""The lines of a card that say which sizes an item has and how many of each lie where."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import datetime

from bot.cards.elements import (
    Colour,
    Element,
    age_in_words,
    column,
    container,
    dotted,
    gap,
    local_time,
    paragraph,
    row,
    run,
    runs,
)
from bot.foreign_text import plain
from bot.locales import Words
from catalogue.items import LOW, Item, Origin, StockLevel, Variant


def amount(variant: Variant, words: Words, *, low: int = LOW) -> tuple[str, Colour]:
    """How much there is in words, and the colour that goes with the word."""
    free = variant.on_hand - variant.reserved
    if not variant.stock:
        return words("stock-unknown"), "Default"
    if variant.on_hand <= 0:
        return words("stock-none"), "Attention"
    if free <= 0:
        return words("stock-reserved-all", count=variant.on_hand), "Warning"
    if free <= low:
        return words("stock-low", count=variant.on_hand), "Warning"
    return words("stock-in", count=variant.on_hand), "Good"


def total(item: Item, words: Words) -> tuple[str, Colour]:
    """How much there is of all sizes together."""
    if not any(variant.stock for variant in item.variants):
        return words("stock-unknown"), "Default"
    if item.on_hand <= 0:
        return words("stock-none"), "Attention"
    return words("stock-in", count=item.on_hand), "Good"


def size_lines(
    variant: Variant, words: Words, *, locations: int, times: bool, emphasised: bool = False
) -> Element:
    """A size: its name, SKU and amount in one line, its locations below.

    With `times` each location has a line of its own that ends in the time of its count; without, they share
    one, and the card gives the common time elsewhere (`as_of`). At most `locations` are named, the fullest
    first; with 0 none is spoken of. An `emphasised` size has a background colour.
    """
    label, colour = amount(variant, words)
    name = [run(variant.size or words("size-one"), limit=24, bold=True, large=True), gap()]
    head = row(
        column(runs(*name, run(variant.sku, limit=64, bold=True), spacing="None")),
        column(runs(*dotted(label, colour), spacing="None", right=True), width="auto", middle=True),
        spacing="None",
    )
    lines = [head, *_places(variant.stock, words, locations=locations, times=times)]
    whole = container(*lines, separator=True, spacing="Small")
    return whole | {"style": "emphasis", "bleed": True} if emphasised else whole


def size_read(variant: Variant, words: Words) -> Element:
    """The line that says that a size was read from a label."""
    return runs(run(words("label-size", size=plain(variant.size, 24)), limit=120, bold=True), spacing="Small")


def _places(stock: Sequence[StockLevel], words: Words, *, locations: int, times: bool) -> list[Element]:
    if not locations:
        return []
    fullest = sorted(stock, key=lambda level: -level.on_hand)
    levels, more = fullest[:locations], len(fullest) - locations
    rest = [run(words("stock-more-locations", count=more), subtle=True)] if more > 0 else []
    if times:
        lines = [_timed(level, words) for level in levels]
        return lines + ([runs(*rest, spacing="None")] if rest else [])
    pieces = [_place(level, words) for level in levels] + rest
    joined = [piece for each in pieces for piece in (gap("  ·  "), each)][1:]
    return [runs(*joined, spacing="None")] if joined else []


def _place(level: StockLevel, words: Words) -> Element:
    name = plain(level.location, 40)
    if level.reserved:
        text = words("stock-location-reserved", location=name, count=level.on_hand, reserved=level.reserved)
    else:
        text = words("stock-location", location=name, count=level.on_hand)
    return run(text, limit=160, subtle=True)


def _timed(level: StockLevel, words: Words) -> Element:
    if level.origin is not None:
        place = runs(_place(level, words), spacing="None")
        return container(place, _counted(level, local_time(level.as_of), words), spacing="None")
    time = paragraph(local_time(level.as_of), subtle=True, small=True, spacing="None")
    return row(
        column(runs(_place(level, words), spacing="None")),
        column(time, width="auto", middle=True),
        spacing="None",
    )


def counted_in_words(as_of: str, origin: Origin | None, words: Words) -> str:
    """Of when a figure is, and from which feed, if it is from one; `as_of` is the time in words."""
    if origin is None:
        return words("stock-as-of", when=as_of)
    code = "stock-from-feed-late" if origin.late else "stock-from-feed"
    return words(code, feed=plain(origin.feed, 40), age=age_in_words(origin.age, words), when=as_of)


def oldest_of(levels: Iterable[StockLevel]) -> StockLevel | None:
    """The level that was counted first; of several at the same time, one that is later than promised."""
    return min(
        levels,
        key=lambda level: (level.as_of, not (level.origin and level.origin.late), not level.origin),
        default=None,
    )


def counted(level: StockLevel, words: Words) -> Element:
    """The line of a card that gives of when its oldest figure is, with an amber dot if that is late."""
    return _counted(level, local_time(level.as_of, day="SHORT"), words, spacing="Small")


def _counted(level: StockLevel, when: str, words: Words, *, spacing: str = "None") -> Element:
    label = counted_in_words(when, level.origin, words)
    if level.origin is None or not level.origin.late:
        return paragraph(label, subtle=True, small=True, spacing=spacing)
    dot = runs(run("●", colour="Warning"), spacing="None")
    line = paragraph(label, small=True, spacing="None")
    return row(column(dot, width="auto"), column(line, middle=True), spacing=spacing)


def common_time(variants: Sequence[Variant]) -> datetime | None:
    """The one minute at which all stock was counted, by the same feed or by people; None where that differs
    or nothing was counted.
    """
    times = {
        (level.as_of.replace(second=0, microsecond=0), level.origin and level.origin.feed)
        for each in variants
        for level in each.stock
    }
    return times.pop()[0] if len(times) == 1 else None


def times_differ(variants: Sequence[Variant]) -> bool:
    """Whether each location must say its own time."""
    return any(each.stock for each in variants) and common_time(variants) is None


def as_of(variants: Sequence[Variant], words: Words) -> list[Element]:
    """The line that gives the common time; nothing where each location says its own."""
    oldest = oldest_of(level for each in variants for level in each.stock)
    moment = common_time(variants)
    if oldest is None or moment is None:
        return []
    return [counted(replace(oldest, as_of=moment), words)]
