"""The card that answers a question for stock, and what keeps it up to date."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Literal, TypeAlias

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
    plain,
    press,
    refreshing,
    row,
    run,
    runs,
    words,
)
from bot.cards.items import SMALL, details_of, name_of, picture_of, title_of
from bot.cards.sizes import amount, as_of, size_lines, times_differ, total
from bot.channel import Card
from bot.locales import Words
from bot.teams.activities import REFRESH
from catalogue.items import Item, Variant

ROOMS = (Room(24, 8), Room(24, 3), Room(16, 1), Room(12, 0), Room(4, 0))
ROOMS_OF_ONE = (Room(24, 40), Room(16, 20), Room(8, 10), Room(4, 4), Room(2, 1))
"""Where one size was asked for: its locations, and the other sizes in brief."""

Head: TypeAlias = Literal["", "tag", "noted"]
"""What heads a stock card: nothing, that a tag was read, or thanks for saying which item it is."""


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
    asked: str = "",
    before: Sequence[Element] = (),
    renewal: Renewal | None = None,
    link: PictureLink,
    say: Words,
    budget: int = BUDGET,
) -> Card:
    """All sizes of an item and what lies where.

    Where `asked` is the SKU or barcode of one size, that size comes first with all its locations, and the
    others follow in brief. What stands in `before` heads the card. With `renewal` it can be brought up to
    date. Of `budget` characters fewer sizes are shown than there are where they do not fit.
    """
    rooms = ROOMS if variant_asked(item, asked) is None else ROOMS_OF_ONE
    return fitted(lambda room: _in_room(item, asked, before, renewal, link, say, room), rooms, budget=budget)


def tag_card(
    item: Item,
    *,
    read: str,
    looks_like: Item | None,
    viewer: str = "",
    at: datetime | None = None,
    link: PictureLink,
    say: Words,
) -> Card:
    """The item whose barcode or SKU was read off the photo; `looks_like` where it looks like another."""
    line = runs(run(read, limit=64, bold=True), spacing="None")
    before = [band(heading("✓ " + say("tag-read")), line, style="good")]
    if looks_like is not None:
        warned = say("tag-differs", title=plain(name_of(looks_like), 120))
        before.append(band(runs(run(warned, limit=300), spacing="None"), style="warning"))
    renewal = Renewal(viewer, "tag", looks_like.id if looks_like is not None else "", at)
    return stock_card(item, asked=read, before=before, renewal=renewal, link=link, say=say)


def tags_card(items: Sequence[Item], *, link: PictureLink, say: Words) -> Card:
    """Ask which of several items is meant, where a photo has the tags of all; a press shows its stock."""
    body: list[Element] = [band(heading("? " + say("tags-several", count=len(items))), style="warning")]
    for item in items:
        label, colour = total(item, say)
        lines = column(
            runs(run(name_of(item), bold=True), spacing="None"),
            *details_of(item, say),
            runs(*dotted(label, colour), spacing="None"),
            middle=True,
        )
        image = picture_of(item, link, say, SMALL, width="80px")
        columns = [*([column(*image, width="auto", middle=True)] if image else []), lines]
        body.append(row(*columns, separator=True, action=press(say("show-stock"), "stock", item=item.id)))
    return card(body, fallback_text=tags_summary(items, say), language=say.locale)


def tags_summary(items: Sequence[Item], say: Words) -> str:
    """The question in one line."""
    return f"{say('tags-several', count=len(items))} {', '.join(plain(name_of(item), 60) for item in items)}"


def noted_card(
    item: Item, *, viewer: str = "", at: datetime | None = None, link: PictureLink, say: Words
) -> Card:
    """The item that a person said it is, with thanks."""
    before = [band(heading("✓ " + say("confirm-thanks"), large=False), style="good")]
    return stock_card(item, before=before, renewal=Renewal(viewer, "noted", at=at), link=link, say=say)


def gone_card(item_id: str, asked: str, *, at: datetime, say: Words) -> Card:
    """In place of an item that the catalogue has no more. It is not looked for again unasked."""
    sentence = say("stock-gone", number=plain(asked or item_id, 64))
    body = [band(runs(run("✕ " + sentence, limit=300, bold=True), spacing="None"), style="attention")]
    body.append(_renewed(at, say))
    button = _refresh_button(item_id, asked, Renewal("", at=at), say)
    return card(
        body,
        actions=[button],
        refresh=refreshing(button, ()),
        fallback_text=sentence,
        language=say.locale,
    )


def _refresh_button(item_id: str, asked: str, renewal: Renewal, say: Words) -> Action:
    carried = {"item": item_id, "asked": asked, "head": renewal.head, "like": renewal.like}
    return press(say("stock-refresh"), REFRESH, **{name: value for name, value in carried.items() if value})


def _renewed(at: datetime, say: Words) -> Element:
    when = local_time(at, day="SHORT")
    return words(say("stock-refreshed", when=when), subtle=True, small=True)


def _in_room(
    item: Item,
    asked: str,
    before: Sequence[Element],
    renewal: Renewal | None,
    link: PictureLink,
    say: Words,
    room: Room,
) -> Card:
    label, colour = total(item, say)
    lines = column(
        title_of(item, large=False),
        *details_of(item, say),
        runs(*dotted(label, colour, large=True), spacing="None"),
        middle=True,
    )
    image = picture_of(item, link, say, SMALL, width="80px")
    body: list[Element] = [
        *before,
        row(*([column(*image, width="auto", middle=True)] if image else []), lines, spacing="None"),
    ]
    wanted = variant_asked(item, asked)
    times = times_differ(item.variants)
    rest = [each for each in item.variants if each is not wanted]
    if wanted is not None:
        body.append(_wanted(wanted, say, room, times=times))
    locations = room.locations if wanted is None else 0
    body += [size_lines(each, say, locations=locations, times=times) for each in rest[: room.sizes]]
    if not item.variants:
        body.append(words(say("stock-no-variants"), subtle=True))
    if len(rest) > room.sizes:
        body.append(words(say("stock-more-sizes", count=len(rest) - room.sizes), subtle=True))
    body += as_of(item.variants, say)
    actions: list[Action] = []
    refresh: Element | None = None
    if renewal is not None:
        if renewal.at is not None:
            body.append(_renewed(renewal.at, say))
        actions.append(_refresh_button(item.id, asked, renewal, say))
        refresh = refreshing(actions[0], [renewal.viewer] if renewal.viewer else [])
    return card(
        body,
        actions=actions,
        refresh=refresh,
        fallback_text=stock_summary(item, asked, say),
        language=say.locale,
    )


def stock_summary(item: Item, asked: str, say: Words) -> str:
    """The answer in one line, for a notification and for clients that draw no cards."""
    wanted = variant_asked(item, asked)
    name = plain(name_of(item), 120)
    if wanted is None:
        return f"{name}: {total(item, say)[0]}"
    return f"{name}, {plain(wanted.sku, 64)}: {amount(wanted, say)[0]}"


def variant_asked(item: Item, asked: str) -> Variant | None:
    """The size whose SKU or barcode was asked for; None where the item as a whole was."""
    wanted = asked.strip().casefold()
    for each in item.variants:
        if wanted and wanted in (each.sku.casefold(), (each.barcode or "").casefold()):
            return each
    return None


def _wanted(variant: Variant, say: Words, room: Room, *, times: bool) -> Element:
    whole = size_lines(variant, say, locations=room.locations, times=times, asked=True)
    if variant.barcode:
        code = say("stock-barcode", barcode=plain(variant.barcode, 64))
        whole["items"].append(runs(run(code, subtle=True, small=True), spacing="None"))
    return whole
