"""The export formats of shop systems: one file each, and one line each here."""

from catalogue.batches.reading.formats.magento import MAGENTO
from catalogue.batches.reading.formats.shop_format import ShopFormat
from catalogue.batches.reading.formats.shopify import SHOPIFY

SHOP_FORMATS: tuple[ShopFormat, ...] = (
    MAGENTO,
    SHOPIFY,
)


def shop_format_of(header: tuple[str, ...]) -> ShopFormat | None:
    """Return the first format that recognises the header."""
    return next((shop for shop in SHOP_FORMATS if shop.recognises(header)), None)
