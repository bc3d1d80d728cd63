"""The item library of Square: https://squareup.com/help/us/en/article/5153-import-items-online."""

import re

from catalogue.batches.reading.formats.flat import FlatColumns, flat
from catalogue.batches.reading.formats.shop_format import ShopFormat

SQUARE = ShopFormat(
    "Square",
    marks=(
        ("Token", "Item Name", "Variation Name", "SKU"),
        ("Token", "Item Name", "Option Name 1", "Option Value 1", "SKU"),
    ),
    parse=flat(
        FlatColumns(
            sku=("SKU",),
            product=("Item Name",),
            title=("Item Name",),
            options=(
                ("Option Name 1", "Option Value 1"),
                ("Option Name 2", "Option Value 2"),
                ("Option Name 3", "Option Value 3"),
            ),
            fallback_option="Variation Name",
            price=("Price",),
            other_prices=("Online Sale Price",),
            categories=("Categories", "Reporting Category", "Category"),
            description=("Description",),
            barcode=("GTIN",),
            per_location=re.compile(r"(?i)current\s+quantity\s+(.+)"),
            kind=("Item Type", "Square Item Type"),
            status=("Archived",),
            retired=frozenset({"y", "yes"}),
            retired_word="archived",
        )
    ),
)
