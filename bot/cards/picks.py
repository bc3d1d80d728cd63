"""The card of a pick check: right or wrong, why, and what is left to pick."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from bot.buttons import PickedSize
from bot.cards.elements import (
    Element,
    band,
    buttons,
    card,
    column,
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

_IN_A_ROW = 3


@dataclass(frozen=True, slots=True)
class Pick:
    """So many pieces of a SKU that are to be picked."""

    sku: str
    name: str
    """What people call it: `MH01 M`."""
    item: str
    size: str
    wanted: int
    picked: int = 0

    @property
    def left(self) -> int:
        """Pieces that are still to be picked."""
        return max(0, self.wanted - self.picked)


def pick_card(
    text: str,
    style: Literal["good", "warning", "attention", ""],
    picks: Sequence[Pick],
    *,
    sizes: Sequence[Pick] = (),
    seen: Likeness | None = None,
    compare: str = "",
    words: Words,
) -> Card:
    """What a photo shows, and what is left.

    `sizes` are those that may be confirmed by a button each; `compare` is the SKU that Right picks, if
    somebody has to compare what is `seen`.
    """
    line = runs(run(text, limit=400, bold=True))
    body: list[Element] = [band(line, style=style) if style else line]
    if seen is not None:
        body += to_compare(seen, words)
    if compare:
        body.append(buttons(press(words("confirm-right"), PickedSize(compare))))
    presses = [press(plain(one.size or one.sku, 20), PickedSize(one.sku)) for one in sizes]
    if presses:
        body.append(paragraph(words("pick-which-size"), spacing="Medium"))
    body += [buttons(*presses[start : start + _IN_A_ROW]) for start in range(0, len(presses), _IN_A_ROW)]
    for one in picks:
        done = "✓ " if not one.left else ""
        body.append(
            row(
                column(runs(run(done + one.name, limit=80, bold=bool(one.left)), spacing="None")),
                column(runs(run(f"{one.picked}/{one.wanted}"), spacing="None"), width="auto"),
                separator=True,
            )
        )
    return card(body, fallback_text=text, language=words.locale)
