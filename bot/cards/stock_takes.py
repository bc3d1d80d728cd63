"""The cards of a stock-take: the running count, the question for a size, the differences, what was set."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from bot.buttons import ApplyStockTake, FinishStockTake, SizeOfLine, UndoMovement
from bot.cards.elements import (
    Action,
    Element,
    band,
    buttons,
    card,
    column,
    container,
    fitted,
    gap,
    heading,
    paragraph,
    press,
    row,
    run,
    runs,
)
from bot.cards.items import Likeness, to_compare
from bot.channel import Card
from bot.foreign_text import plain
from bot.locales import Words
from catalogue.database.stock_takes import StockTake, TakeLine
from catalogue.items import Variant
from catalogue.movements import Level

SIZES = 24
"""Sizes that are asked for with buttons; more are typed."""
_IN_A_ROW = 3


@dataclass(frozen=True, slots=True)
class Difference:
    """A SKU that was counted, or that the system has and nobody counted."""

    sku: str
    system: Level
    counted: int
    moved: bool = False
    """Whether it was moved at the place while it was being counted."""

    @property
    def change(self) -> int:
        """Pieces more than the system has."""
        return self.counted - self.system.on_hand


@dataclass(frozen=True, slots=True)
class Differences:
    """A whole count against the system."""

    take: StockTake
    counted: tuple[Difference, ...]
    uncounted: tuple[Difference, ...] = ()
    """What the system has there and nobody counted."""
    kept: int = 0
    """Lines that aren't counted: unknown, unsure, without a size."""

    @property
    def changed(self) -> tuple[Difference, ...]:
        """Those that differ, and those that were moved meanwhile; the largest first."""
        differing = (one for one in self.counted if one.change or one.moved)
        return tuple(sorted(differing, key=lambda one: (-abs(one.change), one.sku)))


def running_card(
    take: StockTake, pieces: int, skus: int, latest: Sequence[TakeLine], kept: int, *, words: Words
) -> Card:
    """How far the count is, its latest lines with who counted them, and Done."""
    title = words("take-title", place=plain(take.location, 64))
    total = words("take-total", count=pieces, skus=skus)
    body: list[Element] = [runs(run(title, bold=True, large=True)), heading(total, large=False)]
    if kept:
        body.append(paragraph(words("take-kept", count=kept), subtle=True))
    for line in latest:
        body.append(
            row(
                column(
                    runs(run(line.sku or "", limit=64, bold=True), spacing="None"),
                    runs(run(line.by_name, limit=40, subtle=True, small=True), spacing="None"),
                ),
                column(runs(run(f"+{line.quantity}"), spacing="None"), width="auto", middle=True),
                separator=True,
            )
        )
    actions = [press(words("take-done"), FinishStockTake(take.id))]
    return card(body, actions=actions, fallback_text=f"{title}: {total}", language=words.locale)


def size_card(
    question: str,
    line: int,
    sizes: Sequence[Variant],
    *,
    seen: Likeness | None = None,
    compare: bool = False,
    words: Words,
) -> Card:
    """The question for the size of a line, a button a size; with `compare`, whether it's that one item."""
    right = words("confirm-right")
    presses = [
        press(right if compare else plain(one.size or one.sku, 20), SizeOfLine(line, one.sku))
        for one in sizes[:SIZES]
    ]
    body: list[Element] = [runs(run(question, limit=300))]
    if seen is not None:
        body += to_compare(seen, words)
    body += [buttons(*presses[start : start + _IN_A_ROW]) for start in range(0, len(presses), _IN_A_ROW)]
    if len(sizes) > SIZES:
        body.append(paragraph(words("take-type-size"), subtle=True, small=True))
    return card(body, fallback_text=question, language=words.locale)


def differences_card(found: Differences, *, name: str, may_apply: bool, words: Words) -> Card:
    """The count against the system, SKU by SKU, with what applies it; `name` is what the buttons carry."""
    return fitted(lambda most: _differences(found, name, may_apply, most, words), (40, 20, 8))


def _differences(found: Differences, name: str, may_apply: bool, most: int, words: Words) -> Card:
    title = words("take-differences", place=plain(found.take.location, 64), count=len(found.changed))
    body: list[Element] = [runs(run(title, bold=True, large=True))]
    body += [_difference(one, words) for one in found.changed[:most]]
    if len(found.changed) > most:
        body.append(paragraph(words("take-more", count=len(found.changed) - most), subtle=True))
    equal = sum(1 for one in found.counted if not one.change)
    body.append(paragraph(words("take-equal", count=equal), spacing="Medium"))
    warnings = [paragraph(words("take-moved"))] if any(one.moved for one in found.counted) else []
    if found.kept:
        warnings.append(paragraph(words("take-kept-end", count=found.kept)))
    if warnings:
        body.append(container(*warnings, style="warning", bleed=True, spacing="Medium"))
    if found.uncounted:
        pieces = sum(one.system.on_hand for one in found.uncounted)
        skus = plain(", ".join(one.sku for one in found.uncounted[:most]), 400)
        text = words("take-uncounted", count=len(found.uncounted), pieces=pieces)
        body += [paragraph(text), runs(run(skus, limit=400, subtle=True, small=True), spacing="None")]
    actions: list[Action] = []
    if may_apply and found.counted:
        actions.append(press(words("take-apply"), ApplyStockTake(name)))
    if may_apply and any(one.system.on_hand for one in found.uncounted):
        actions.append(press(words("take-apply-rest"), ApplyStockTake(name, rest="zero")))
    if not may_apply:
        body.append(paragraph(words("take-supervisor"), spacing="Medium"))
    return card(body, actions=actions, fallback_text=title, language=words.locale)


def applied_card(
    take: StockTake, skus: int, undo: int | None, intakes: Sequence[int], *, words: Words
) -> Card:
    """What was set, what was registered for an admin, and Undo."""
    title = words("take-applied", place=plain(take.location, 64), count=skus)
    body: list[Element] = [band(runs(run("✓ " + title, bold=True)), style="good")]
    if intakes:
        numbers = ", ".join(map(str, intakes))
        body.append(paragraph(words("take-intakes", count=len(intakes), numbers=numbers)))
    actions = [] if undo is None else [press(words("batch-undo"), UndoMovement(undo))]
    return card(body, actions=actions, fallback_text=title, language=words.locale)


def _difference(one: Difference, words: Words) -> Element:
    change = f"{one.change:+d}"
    system = words("work-level", count=one.system.on_hand, reserved=one.system.reserved)
    name = [run(one.sku, limit=64, bold=True)]
    if one.moved:
        name += [gap(), run("⚠")]
    return row(
        column(
            runs(*name, spacing="None"),
            paragraph(f"{system} → {words('number', count=one.counted)}", spacing="None"),
        ),
        column(
            runs(
                run(change, bold=True, large=True, colour="Attention" if one.change < 0 else "Default"),
                spacing="None",
            ),
            width="auto",
            middle=True,
        ),
        separator=True,
    )
