"""Odoo's export of product variants, with the labels of its columns or their technical names.

https://www.odoo.com/documentation/18.0/applications/essentials/export_import_data.html
"""

from catalogue.batches.reading.formats.flat import FlatColumns, flat
from catalogue.batches.reading.formats.shop_format import ShopFormat

ODOO = ShopFormat(
    "Odoo",
    marks=(
        ("Internal Reference", "Name", "Quantity On Hand"),
        ("Internal Reference", "Name", "Variant Values"),
        ("Internal Reference", "Name", "Attribute Values"),
        ("default_code", "name", "qty_available"),
        ("default_code", "name", "product_template_variant_value_ids"),
        ("Interne Referenz", "Name", "Verfügbare Menge"),
        ("Interne Referenz", "Name", "Variantenwerte"),
    ),
    parse=flat(
        FlatColumns(
            sku=("Internal Reference", "default_code", "Interne Referenz"),
            product=("Name",),
            title=("Name",),
            option_texts=(
                "Variant Values",
                "Attribute Values",
                "product_template_variant_value_ids",
                "Variantenwerte",
            ),
            price=("Sales Price", "lst_price", "list_price", "Verkaufspreis"),
            currency=("Currency", "currency_id", "Währung"),
            categories=("Product Category", "categ_id", "Produktkategorie"),
            barcode=("Barcode",),
            description=("Sales Description", "description_sale"),
            on_hand=("Quantity On Hand", "qty_available", "Verfügbare Menge"),
            attributes=("Forecasted Quantity", "Unit of Measure"),
            kind=("Product Type", "detailed_type", "type", "Produkttyp"),
            kinds={"dienstleistung": "service", "kombination": "combo"},
            status=("Active", "Aktiv"),
            retired=frozenset({"false", "0", "falsch"}),
            retired_word="archived",
        )
    ),
)
