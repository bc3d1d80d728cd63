"""The export formats of shop systems: one file each, and one line each here."""

from catalogue.batches.reading.formats.bigcommerce import BIGCOMMERCE
from catalogue.batches.reading.formats.business_central import BUSINESS_CENTRAL, BUSINESS_CENTRAL_VARIANTS
from catalogue.batches.reading.formats.google_merchant import GOOGLE_MERCHANT
from catalogue.batches.reading.formats.lightspeed import LIGHTSPEED
from catalogue.batches.reading.formats.magento import MAGENTO, MAGENTO_SOURCES
from catalogue.batches.reading.formats.odoo import ODOO
from catalogue.batches.reading.formats.prestashop import PRESTASHOP, PRESTASHOP_COMBINATIONS
from catalogue.batches.reading.formats.shop_format import ShopFormat, simple
from catalogue.batches.reading.formats.shopify import SHOPIFY, SHOPIFY_INVENTORY
from catalogue.batches.reading.formats.square import SQUARE
from catalogue.batches.reading.formats.woocommerce import WOOCOMMERCE

SHOP_FORMATS: tuple[ShopFormat, ...] = (
    MAGENTO,
    MAGENTO_SOURCES,
    SHOPIFY_INVENTORY,
    SHOPIFY,
    WOOCOMMERCE,
    BIGCOMMERCE,
    SQUARE,
    LIGHTSPEED,
    PRESTASHOP_COMBINATIONS,
    PRESTASHOP,
    ODOO,
    BUSINESS_CENTRAL_VARIANTS,
    BUSINESS_CENTRAL,
    GOOGLE_MERCHANT,
)


def shop_format_of(header: tuple[str, ...]) -> ShopFormat | None:
    """Return the first format that recognises the header."""
    names = frozenset(map(simple, header))
    return next((shop for shop in SHOP_FORMATS if shop.recognises(names)), None)
