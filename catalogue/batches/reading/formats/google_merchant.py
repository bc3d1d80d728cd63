"""Google Merchant's product feed as a table: https://support.google.com/merchants/answer/7052112.

The same feed as XML becomes such a table in `feeds.py`.
"""

from catalogue.batches.reading.formats.flat import FlatColumns, flat
from catalogue.batches.reading.formats.shop_format import ShopFormat
from catalogue.messages import Message

GOOGLE_MERCHANT = ShopFormat(
    "Google Merchant",
    marks=(
        ("id", "title", "image_link", "availability"),
        ("id", "title", "link", "image_link"),
        ("id", "title", "item_group_id"),
        ("id", "title", "google_product_category"),
    ),
    parse=flat(
        FlatColumns(
            sku=("id",),
            product=("item_group_id",),
            title=("title",),
            named_options=("color", "size"),
            attributes=(
                "material",
                "pattern",
                "size_type",
                "size_system",
                "availability",
                "mpn",
                "condition",
            ),
            price=("price",),
            other_prices=("sale_price",),
            categories=("product_type", "google_product_category"),
            brand=("brand",),
            description=("description",),
            barcode=("gtin",),
            on_hand=("sell_on_google_quantity", "quantity"),
            pictures=("image_link", "additional_image_link"),
            note=Message("google-no-counts"),
        )
    ),
    but_not=("on_hand", "sku"),
)
