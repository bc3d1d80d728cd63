"""The part of a photo's answer that shows items which a photo can't tell apart, side by side."""

from __future__ import annotations

from bot.buttons import ChooseMatch, ShowStock
from bot.cards.elements import Element, PictureLink, band, column, dotted, heading, press, row, run, runs
from bot.cards.items import SMALL, details_of, full_name, picture_of
from bot.cards.sizes import total
from bot.foreign_text import name_of, plain
from bot.locales import Words
from catalogue.items import Findings, Match

SHOWN = 6
"""Items side by side, two in a row."""
NAMED = 2
"""Items that the sentence names before it counts the rest."""


def one_of_line(findings: Findings, words: Words) -> str:
    """How many it may be."""
    return words("verdict-one-of", count=len(findings.one_of))


def one_of_hint(findings: Findings, words: Words) -> str:
    """What a photo can't tell the best match from, and what to do. It holds foreign text."""
    return words("verdict-one-of-hint", names=indistinct_names(findings, words))


def indistinct_names(findings: Findings, words: Words) -> str:
    """The items that a photo can't tell the best match from. It holds foreign text."""
    others = findings.one_of[1:]
    names = ", ".join(plain(full_name(match.item), 80) for match in others[:NAMED])
    if len(others) > NAMED:
        names = words("verdict-one-of-more", names=names, more=len(others) - NAMED)
    return names


def one_of_band(findings: Findings, words: Words) -> Element:
    """Both in a coloured strip."""
    hint = runs(run(one_of_hint(findings, words), limit=400))
    return band(heading("? " + one_of_line(findings, words)), hint, style="warning")


def side_by_side(
    findings: Findings, *, session: str | None, link: PictureLink, words: Words
) -> list[Element]:
    """The items with pictures and stock, two in a row; pressing one picks it, or shows its stock if there is
    no session to note that in.
    """
    cells = [_cell(match, session, link, words) for match in findings.one_of[:SHOWN]]
    rows = []
    for start in range(0, len(cells), 2):
        pair = cells[start : start + 2]
        rows.append(row(*pair, *([column()] if len(pair) == 1 else []), spacing="Medium"))
    return rows


def _cell(match: Match, session: str | None, link: PictureLink, words: Words) -> Element:
    item = match.item
    label, colour = total(item, words)
    button = ShowStock(item.id) if session is None else ChooseMatch(session, item.id)
    title = words("show-stock" if session is None else "confirm-this")
    cell = column(
        *picture_of(item, link, words, SMALL, height="120px", horizontalAlignment="Center"),
        runs(run(name_of(item), bold=True), spacing="Small"),
        *details_of(item, words),
        runs(*dotted(label, colour), spacing="None"),
        runs(run(title + " ›", colour="Accent", bold=True), spacing="None"),
    )
    cell["selectAction"] = press(title, button)
    return cell
