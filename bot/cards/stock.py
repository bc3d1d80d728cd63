"""The card that answers a question for stock."""

from __future__ import annotations

from bot.cards.elements import Element, PictureLink, card, column, plain, row, run, runs, words
from bot.cards.items import SMALL, details_of, name_of, picture_of, title_of
from bot.cards.sizes import amount, as_of, size_lines, times_differ, total
from bot.channel import Card
from bot.locales import Words
from catalogue.items import Item, Variant

MAX_SIZES = 24
MAX_LOCATIONS = 8
ALL_LOCATIONS = 60
"""Shown of a variant that was asked for alone."""


def stock_card(item: Item, *, asked: str = "", link: PictureLink, say: Words) -> Card:
    """All sizes of an item and what lies where.

    Where `asked` is the SKU or barcode of one size, that size comes first with all its locations, and the
    others follow in brief.
    """
    wanted = variant_asked(item, asked)
    label, colour = total(item, say)
    lines = column(
        title_of(item, large=False),
        *details_of(item),
        runs(run(label, bold=True, colour=colour), spacing="None"),
        middle=True,
    )
    image = picture_of(item, link, say, SMALL, width="72px")
    body: list[Element] = [
        row(*([column(*image, width="auto", middle=True)] if image else []), lines, spacing="None")
    ]
    times = times_differ(item.variants)
    rest = [each for each in item.variants if each is not wanted]
    if wanted is not None:
        body.append(_wanted(wanted, say, times=times))
        body += [_brief(each, say) for each in rest[:MAX_SIZES]]
    else:
        body += [size_lines(each, say, locations=MAX_LOCATIONS, times=times) for each in rest[:MAX_SIZES]]
    if not item.variants:
        body.append(words(say("stock-no-variants"), subtle=True))
    if len(rest) > MAX_SIZES:
        more = say("stock-more-sizes", count=len(rest) - MAX_SIZES, command="stock SKU")
        body.append(words(more, subtle=True))
    body += as_of(item.variants, say)
    return card(body, fallback_text=stock_summary(item, asked, say), language=say.locale)


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


def _wanted(variant: Variant, say: Words, *, times: bool) -> Element:
    whole = size_lines(variant, say, locations=ALL_LOCATIONS, times=times)
    if variant.barcode:
        code = say("stock-barcode", barcode=plain(variant.barcode, 64))
        whole["columns"][0]["items"].append(runs(run(code, subtle=True, small=True), spacing="None"))
    whole["style"] = "emphasis"
    return whole


def _brief(variant: Variant, say: Words) -> Element:
    return size_lines(variant, say, locations=0, times=False)
