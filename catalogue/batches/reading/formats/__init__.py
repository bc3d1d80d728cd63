"""The export formats of shop systems: one file each, and one line each here."""

from catalogue.batches.reading.formats.magento import MAGENTO, MAGENTO_SOURCES
from catalogue.batches.reading.formats.shop_format import ShopFormat, simple
from catalogue.batches.reading.formats.shopify import SHOPIFY, SHOPIFY_INVENTORY

SHOP_FORMATS: tuple[ShopFormat, ...] = (
    MAGENTO,
    MAGENTO_SOURCES,
    SHOPIFY_INVENTORY,
    SHOPIFY,
)


def shop_format_of(header: tuple[str, ...]) -> ShopFormat | None:
    """Return the first format that recognises the header."""
    names = frozenset(map(simple, header))
    return next((shop for shop in SHOP_FORMATS if shop.recognises(names)), None)
