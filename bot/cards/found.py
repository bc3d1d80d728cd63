"""What a search beside the message box lists: a line each, and the stock card that its choice inserts."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import tzinfo

from bot.cards.elements import PictureLink, time_in_words
from bot.cards.items import SMALL
from bot.cards.sizes import amount, counted_in_words, oldest_of, total
from bot.cards.stock import stock_card, variant_asked
from bot.channel import Hit
from bot.foreign_text import name_of, unmarked
from bot.locales import Words
from catalogue.items import Item

ALL_CARDS = 200_000
"""Characters of JSON that the cards of one answer may take: the Bot Framework refuses more than 256 KB."""
ONE_CARD = 20_000
"""Of one of them: it is sent in a person's message, which Teams lets be 28 KB."""


def hits(
    items: Sequence[Item], *, query: str, link: PictureLink, words: Words, zone: tzinfo
) -> tuple[Hit, ...]:
    """The items as they are listed, with times as clocks show them in `zone`."""
    budget = min(ONE_CARD, ALL_CARDS // max(1, len(items)))
    return tuple(_hit(item, query, link, words, zone, budget) for item in items)


def _hit(item: Item, query: str, link: PictureLink, words: Words, zone: tzinfo, budget: int) -> Hit:
    main = min(item.pictures, key=lambda each: each.position, default=None)
    named = " · ".join(each.strip() for each in (name_of(item), item.colour or "") if each.strip())
    return Hit(
        title=unmarked(named, 120),
        text=_text(item, query, words, zone),
        card=stock_card(item, query=query, link=link, words=words, budget=budget),
        picture=None if main is None else link(main.key, SMALL),
        alt=unmarked(words("picture-of", title=named), 200),
    )


def _text(item: Item, query: str, words: Words, zone: tzinfo) -> str:
    """The number and what lies of it, and when that was counted."""
    wanted = variant_asked(item, query)
    if wanted is None and len(item.variants) == 1:
        (wanted,) = item.variants
    number, label = (item.id, total(item, words)) if wanted is None else (wanted.sku, amount(wanted, words))
    oldest = oldest_of(level for each in item.variants for level in each.stock if wanted in (None, each))
    size = [unmarked(wanted.size, 24)] if wanted is not None and wanted.size.strip() else []
    when = []
    if oldest is not None:
        when = [counted_in_words(time_in_words(oldest.as_of, words, zone), oldest.origin, words)]
    return " · ".join([unmarked(number, 64), *size, label[0], *when])
