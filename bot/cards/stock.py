"""The card that answers a question for stock, and what keeps it up to date."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.buttons import Head, RefreshStock, ShowStock
from bot.cards.elements import (
    BUDGET,
    Action,
    Element,
    PictureLink,
    Room,
    band,
    card,
    column,
    dotted,
    fitted,
    heading,
    local_time,
    paragraph,
    press,
    refreshing,
    row,
    run,
    runs,
)
from bot.cards.items import SMALL, details_of, picture_of, title_of
from bot.cards.sizes import amount, as_of, size_lines, size_read, times_differ, total
from bot.channel import Card
from bot.foreign_text import name_of, plain
from bot.locales import Words
from catalogue.items import Item, Variant

ROOMS = (Room(24, 8), Room(24, 3), Room(16, 1), Room(12, 0), Room(4, 0))
ROOMS_OF_ONE = (Room(24, 40), Room(16, 20), Room(8, 10), Room(4, 4), Room(2, 1))
"""Where one size was asked for: its locations, and the other sizes in brief."""


@dataclass(frozen=True, slots=True)
class Renewal:
    """How a card is brought up to date, and whether it was."""

    viewer: str
    """The channel's id of the one for whom that happens whenever they come to see the card; empty: nobody."""
    head: Head = ""
    like: str = ""
    """The id of the item that it looks like, where its tag says another."""
    at: datetime | None = None
    """When the card was brought up to date; None for one that is new."""


def stock_card(
    item: Item,
    *,
    query: str = "",
    before: Sequence[Element] = (),
    renewal: Renewal | None = None,
    link: PictureLink,
    words: Words,
    budget: int = BUDGET,
) -> Card:
    """All sizes of an item and what lies where.

    Where `query` is the SKU or barcode of one size, that size comes first with all its locations, and the
    others follow in brief. What stands in `before` heads the card. With `renewal` it can be brought up to
    date. Of `budget` characters fewer sizes are shown than there are where they do not fit.
    """
    rooms = ROOMS if variant_asked(item, query) is None else ROOMS_OF_ONE
    return fitted(
        lambda room: _in_room(item, query, before, renewal, link, words, room), rooms, budget=budget
    )


def tag_card(
    item: Item,
    *,
    read: str,
    printed: bool = False,
    sized: bool = False,
    by_likeness: bool = False,
    looks_like: Item | None,
    viewer: str = "",
    at: datetime | None = None,
    link: PictureLink,
    words: Words,
) -> Card:
    """The item whose barcode or SKU was read off the photo; `looks_like` where it looks like another.

    It may have been `printed` in letters; `sized` where its size was, too. `by_likeness`: only its style was,
    and its looks chose the colour.
    """
    lines = [runs(run(read, limit=64, bold=True), spacing="None")]
    variant = variant_asked(item, read) if printed or sized else None
    if variant is not None and variant.size:
        lines.append(size_read(variant, words))
    if by_likeness:
        lines.append(paragraph(words("compare-colour")))
    title = words("label-read" if printed else "tag-read")
    before = [band(heading("✓ " + title), *lines, style="good")]
    if looks_like is not None:
        name = plain(name_of(looks_like), 120)
        warned = words("tag-differs", title=name)
        if printed:
            warned = words("label-differs", read=plain(read, 64), title=name)
        before.append(band(runs(run(warned, limit=300), spacing="None"), style="warning"))
    like = looks_like.id if looks_like is not None else ""
    head: Head = "style" if by_likeness else "label" if printed else "tag"
    renewal = Renewal(viewer, head, like, at)
    return stock_card(item, query=read, before=before, renewal=renewal, link=link, words=words)


def tags_card(items: Sequence[Item], *, style: str = "", link: PictureLink, words: Words) -> Card:
    """Ask which of several items is meant; a press shows its stock.

    The photo has the tags of all, or the number of their `style`.
    """
    body: list[Element] = [band(heading("? " + _several(items, style, words)), style="warning")]
    for item in items:
        label, colour = total(item, words)
        lines = column(
            runs(run(name_of(item), bold=True), spacing="None"),
            *details_of(item, words),
            runs(*dotted(label, colour), spacing="None"),
            middle=True,
        )
        image = picture_of(item, link, words, SMALL, width="80px")
        columns = [*([column(*image, width="auto", middle=True)] if image else []), lines]
        body.append(row(*columns, separator=True, action=press(words("show-stock"), ShowStock(item=item.id))))
    return card(body, fallback_text=tags_summary(items, words, style=style), language=words.locale)


def tags_summary(items: Sequence[Item], words: Words, *, style: str = "") -> str:
    """The question in one line."""
    names = ", ".join(plain(name_of(item), 60) for item in items)
    return f"{_several(items, style, words)} {names}"


def _several(items: Sequence[Item], style: str, words: Words) -> str:
    if style:
        return words("label-several", read=plain(style, 64), count=len(items))
    return words("tags-several", count=len(items))


def noted_card(
    item: Item, *, viewer: str = "", at: datetime | None = None, link: PictureLink, words: Words
) -> Card:
    """The item that a person said it is, with thanks."""
    before = [band(heading("✓ " + words("confirm-thanks"), large=False), style="good")]
    return stock_card(item, before=before, renewal=Renewal(viewer, "noted", at=at), link=link, words=words)


def gone_card(item_id: str, query: str, *, at: datetime, words: Words) -> Card:
    """In place of an item that the catalogue has no more. It is not looked for again unasked."""
    sentence = words("stock-gone", number=plain(query or item_id, 64))
    body = [band(runs(run("✕ " + sentence, limit=300, bold=True), spacing="None"), style="attention")]
    body.append(_renewed(at, words))
    button = _refresh_button(item_id, query, Renewal("", at=at), words)
    return card(
        body,
        actions=[button],
        refresh=refreshing(button, ()),
        fallback_text=sentence,
        language=words.locale,
    )


def _refresh_button(item_id: str, query: str, renewal: Renewal, words: Words) -> Action:
    return press(words("stock-refresh"), RefreshStock(item_id, query, renewal.head, renewal.like))


def _renewed(at: datetime, words: Words) -> Element:
    when = local_time(at, day="SHORT")
    return paragraph(words("stock-refreshed", when=when), subtle=True, small=True)


def _in_room(
    item: Item,
    query: str,
    before: Sequence[Element],
    renewal: Renewal | None,
    link: PictureLink,
    words: Words,
    room: Room,
) -> Card:
    label, colour = total(item, words)
    lines = column(
        title_of(item, large=False),
        *details_of(item, words),
        runs(*dotted(label, colour, large=True), spacing="None"),
        middle=True,
    )
    image = picture_of(item, link, words, SMALL, width="80px")
    body: list[Element] = [
        *before,
        row(*([column(*image, width="auto", middle=True)] if image else []), lines, spacing="None"),
    ]
    wanted = variant_asked(item, query)
    times = times_differ(item.variants)
    rest = [each for each in item.variants if each is not wanted]
    if wanted is not None:
        body.append(_wanted(wanted, words, room, times=times))
    locations = room.locations if wanted is None else 0
    body += [size_lines(each, words, locations=locations, times=times) for each in rest[: room.sizes]]
    if not item.variants:
        body.append(paragraph(words("stock-no-variants"), subtle=True))
    if len(rest) > room.sizes:
        body.append(paragraph(words("stock-more-sizes", count=len(rest) - room.sizes), subtle=True))
    body += as_of(item.variants, words)
    actions: list[Action] = []
    refresh: Element | None = None
    if renewal is not None:
        if renewal.at is not None:
            body.append(_renewed(renewal.at, words))
        actions.append(_refresh_button(item.id, query, renewal, words))
        refresh = refreshing(actions[0], [renewal.viewer] if renewal.viewer else [])
    return card(
        body,
        actions=actions,
        refresh=refresh,
        fallback_text=stock_summary(item, query, words),
        language=words.locale,
    )


def stock_summary(item: Item, query: str, words: Words) -> str:
    """The answer in one line, for a notification and for clients that draw no cards."""
    wanted = variant_asked(item, query)
    name = plain(name_of(item), 120)
    if wanted is None:
        return f"{name}: {total(item, words)[0]}"
    return f"{name}, {plain(wanted.sku, 64)}: {amount(wanted, words)[0]}"


def variant_asked(item: Item, query: str) -> Variant | None:
    """The size whose SKU or barcode was asked for; None where the item as a whole was."""
    wanted = query.strip().casefold()
    for each in item.variants:
        if wanted and wanted in (each.sku.casefold(), (each.barcode or "").casefold()):
            return each
    return None


def _wanted(variant: Variant, words: Words, room: Room, *, times: bool) -> Element:
    whole = size_lines(variant, words, locations=room.locations, times=times, emphasised=True)
    if variant.barcode:
        code = words("stock-barcode", barcode=plain(variant.barcode, 64))
        whole["items"].append(runs(run(code, subtle=True, small=True), spacing="None"))
    return whole
