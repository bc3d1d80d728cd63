"""The item list of Business Central, in English or German.

https://learn.microsoft.com/en-us/dynamics365/business-central/inventory-how-register-new-items
Variants have a code within their item there and no SKU, so that lists with them are not read.
"""

from catalogue.batches.reading.formats.flat import FlatColumns, flat
from catalogue.batches.reading.formats.shop_format import ShopFormat
from catalogue.batches.reading.formats.unsupported import unsupported
from catalogue.messages import Message

VARIANT_CODES = ("Variant Code", "Variantencode")
MARKS = (
    ("No.", "Description", "Base Unit of Measure"),
    ("Nr.", "Beschreibung", "Basiseinheitencode"),
)
BUSINESS_CENTRAL = ShopFormat(
    "Business Central",
    marks=MARKS,
    but_not=VARIANT_CODES,
    parse=flat(
        FlatColumns(
            sku=("No.", "Nr."),
            product=(),
            title=("Description", "Beschreibung"),
            attributes=("Description 2", "Beschreibung 2"),
            price=("Unit Price", "VK-Preis"),
            categories=("Item Category Code", "Artikelkategoriencode"),
            barcode=("GTIN",),
            on_hand=("Inventory", "Quantity on Hand", "Lagerbestand"),
            location=("Location Code", "Lagerortcode"),
            kind=("Type", "Art"),
            kinds={"nicht lagerhaltig": "non-inventory", "nichtlagerhaltig": "non-inventory"},
            status=("Blocked", "Gesperrt"),
            retired=frozenset({"yes", "true", "ja", "wahr", "1"}),
            retired_word="blocked",
        )
    ),
)
BUSINESS_CENTRAL_VARIANTS = ShopFormat(
    "Business Central",
    marks=(
        ("Item No.", "Variant Code", "Location Code"),
        ("Artikelnr.", "Variantencode", "Lagerortcode"),
        *((*mark, code) for mark in MARKS for code in VARIANT_CODES),
    ),
    parse=unsupported(Message("business-central-variants")),
)
