"""The card that answers many photos at once: a line for each, in order, to be pressed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from bot.cards.elements import (
    Element,
    PictureLink,
    card,
    column,
    dotted,
    heading,
    plain,
    press,
    row,
    run,
    runs,
)
from bot.cards.items import SMALL, name_of, picture_of
from bot.cards.sizes import total
from bot.channel import Card
from bot.locales import Words
from catalogue.items import Findings, Item, Verdict


@dataclass(frozen=True, slots=True)
class Seen:
    """What one of many photos turned out to be."""

    findings: Findings | None = None
    tagged: Item | None = None
    """The item whose tag was read."""
    fault: str = ""
    """What is wrong with the photo or unclear in it, and what to do; empty where nothing is."""

    @property
    def item(self) -> Item | None:
        """The item that it shows, as far as can be told."""
        if self.tagged is not None or self.findings is None or self.fault:
            return self.tagged
        known = self.findings.matches and self.findings.verdict in (Verdict.IN_CATALOGUE, Verdict.UNSURE)
        return self.findings.matches[0].item if known else None


def photos_card(seen: Sequence[Seen], *, link: PictureLink, say: Words) -> Card:
    """A line for each photo, in the order in which they were sent."""
    body: list[Element] = [heading(say("photos-title", count=len(seen)))]
    body += [_line(number, each, link, say) for number, each in enumerate(seen, start=1)]
    return card(body, fallback_text=photos_summary(seen, say), language=say.locale)


def photos_summary(seen: Sequence[Seen], say: Words) -> str:
    """The same in one line."""
    told = (f"{number}. {_said(each, say)}" for number, each in enumerate(seen, start=1))
    return f"{say('photos-title', count=len(seen))}: {'; '.join(told)}"


def _said(seen: Seen, say: Words) -> str:
    if seen.item is not None:
        return f"{plain(name_of(seen.item), 60)}, {total(seen.item, say)[0]}"
    return seen.fault or _absent(seen, say)


def _absent(seen: Seen, say: Words) -> str:
    none = seen.findings is not None and seen.findings.verdict is Verdict.NO_GARMENT
    return say("verdict-no-garment" if none else "verdict-not-in-catalogue")


def _line(number: int, seen: Seen, link: PictureLink, say: Words) -> Element:
    item = seen.item
    place = column(runs(run(str(number), bold=True, large=True), spacing="None"), width="28px", middle=True)
    if item is None:
        told = runs(run(seen.fault or f"✕ {_absent(seen, say)}", limit=300), spacing="None")
        return row(place, column(told, middle=True), separator=True)
    label, colour = total(item, say)
    image = picture_of(item, link, say, SMALL, width="56px")
    lines = column(
        runs(run(name_of(item), bold=True), spacing="None"),
        runs(run(_sureness(seen, say), subtle=True), spacing="None"),
        runs(*dotted(label, colour), spacing="None"),
        middle=True,
    )
    columns = [place, *([column(*image, width="auto", middle=True)] if image else []), lines]
    return row(*columns, separator=True, action=press(say("show-stock"), "stock", item=item.id))


def _sureness(seen: Seen, say: Words) -> str:
    if seen.tagged is not None or seen.findings is None:
        return f"✓ {say('tag-read')}"
    percent = min(99, round(100 * seen.findings.confidence))
    if seen.findings.verdict is Verdict.IN_CATALOGUE:
        return f"✓ {say('verdict-in-catalogue', percent=percent)}"
    return f"? {say('verdict-unsure', percent=percent)}"
