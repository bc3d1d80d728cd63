"""The product export of Lightspeed Retail (X-Series), once Vend.

https://x-series-support.lightspeedhq.com/hc/en-us/articles/25533795881883
"""

import re

from catalogue.batches.reading.formats.flat import FlatColumns, flat
from catalogue.batches.reading.formats.shop_format import ShopFormat

LIGHTSPEED = ShopFormat(
    "Lightspeed",
    marks=(
        ("handle", "sku", "variant_option_one_name", "variant_option_one_value"),
        ("handle", "sku", "composite_name", "supply_price", "retail_price"),
    ),
    parse=flat(
        FlatColumns(
            sku=("sku",),
            product=("handle",),
            title=("name",),
            options=tuple(
                (f"variant_option_{number}_name", f"variant_option_{number}_value")
                for number in ("one", "two", "three")
            ),
            price=("retail_price",),
            categories=("product_category", "type", "tags"),
            brand=("brand_name",),
            description=("description",),
            barcode=("barcode", "gtin", "ean", "upc"),
            per_location=re.compile(r"(?i)inventory_(.+)"),
            status=("active",),
            retired=frozenset({"0", "false"}),
            retired_word="inactive",
            composite=("composite_name",),
        )
    ),
)
