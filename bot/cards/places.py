"""The cards of places: their codes, and the sheet to print."""

from __future__ import annotations

from collections.abc import Sequence

from bot.cards.elements import (
    Element,
    card,
    column,
    fitted,
    heading,
    local_time,
    open_link,
    paragraph,
    row,
    run,
    runs,
)
from bot.channel import Card
from bot.links.downloads import Download
from bot.locales import Words
from catalogue.database.places import Location


def places_card(places: Sequence[Location], *, words: Words) -> Card:
    """All places with their codes, as many as there is room for, and how to change them."""
    return fitted(lambda most: _card(places, most, words), (60, 30, 15))


def _card(places: Sequence[Location], most: int, words: Words) -> Card:
    body: list[Element] = [heading(words("places-title"))]
    for place in places[:most]:
        code = run(place.code or "–", limit=40, bold=bool(place.code), subtle=not place.code)
        body.append(
            row(
                column(runs(run(place.name, limit=64), spacing="None")),
                column(runs(code, spacing="None"), width="auto"),
                separator=True,
            )
        )
    if len(places) > most:
        body.append(paragraph(words("stock-more-locations", count=len(places) - most), subtle=True))
    body.append(paragraph(words("places-hint"), subtle=True, small=True, spacing="Medium"))
    return card(body, fallback_text=words("places-title"), language=words.locale)


def sheet_card(title: str, download: Download, *, words: Words) -> Card:
    """The sheet of QR codes, to be had for a while."""
    until = words("export-until", when=local_time(download.until, day="SHORT"))
    body = [heading(title, large=False), paragraph(until, subtle=True, small=True)]
    actions = [open_link(words("export-download"), download.link)]
    return card(body, actions=actions, fallback_text=title, language=words.locale)
