"""The card of an item as the catalogue keeps it."""

from __future__ import annotations

from bot.buttons import ShowStock
from bot.cards.elements import Element, PictureLink, card, column, gap, paragraph, press, row, run, runs
from bot.cards.items import SMALL, picture_of, price_in_words, title_of
from bot.channel import Card
from bot.foreign_text import name_of, plain
from bot.locales import Words
from catalogue.items import Item

SKUS = 24


def item_card(item: Item, *, link: PictureLink, words: Words) -> Card:
    """Each field that is filled, and the SKUs with their sizes and barcodes."""
    named = (
        ("field-item", item.id),
        ("field-class", item.garment_class),
        ("field-colour", item.colour),
        ("field-brand", item.brand),
        ("field-price", price_in_words(item.price, words)),
        ("field-pictures", str(len(item.pictures))),
        ("field-description", item.description),
    )
    lines = [_line(words(key), value) for key, value in named if value and value.strip()]
    image = picture_of(item, link, words, SMALL, width="80px")
    top = [column(*image, width="auto")] if image else []
    body: list[Element] = [row(*top, column(title_of(item, large=False), *lines), spacing="None")]
    for variant in item.variants[:SKUS]:
        pieces = [run(variant.sku, limit=64, bold=True)]
        pieces += [gap(), run(variant.size, limit=24)] if variant.size else []
        pieces += [gap(), run(variant.barcode, limit=64, subtle=True)] if variant.barcode else []
        body.append(runs(*pieces))
    if len(item.variants) > SKUS:
        body.append(paragraph(words("and-more", count=len(item.variants) - SKUS), subtle=True))
    buttons = [press(words("show-stock"), ShowStock(item.id))]
    name = plain(name_of(item), 120)
    return card(body, actions=buttons, fallback_text=name, language=words.locale)


def _line(label: str, value: str) -> Element:
    return runs(run(label, subtle=True), gap(), run(value, limit=300), spacing="None")
