"""PrestaShop's product list, and its combinations.

https://docs.prestashop-project.org/v.8-documentation/user-guide/selling/managing-catalog/managing-products
and https://docs.prestashop-project.org/v.8-documentation/user-guide/configuring-shop/advanced-parameters/import
"""

from __future__ import annotations

from catalogue.batches.reading.formats.flat import FlatColumns, flat
from catalogue.batches.reading.formats.shop_format import ShopFormat
from catalogue.batches.reading.formats.unsupported import unsupported
from catalogue.messages import Message

PRESTASHOP = ShopFormat(
    "PrestaShop",
    marks=(
        ("Name", "Reference", "Price (tax excl.)", "Quantity"),
        ("Name", "Reference", "Price (tax incl.)", "Quantity"),
        ("Name", "Reference", "Base price", "Final price", "Quantity"),
        ("Nom", "Référence", "Prix HT", "Quantité"),
        ("Nom", "Référence", "Prix (HT)", "Quantité"),
    ),
    parse=flat(
        FlatColumns(
            sku=("Reference", "Référence"),
            product=(),
            title=("Name", "Nom"),
            price=(
                "Price (tax incl.)",
                "Final price",
                "Prix TTC",
                "Prix (TTC)",
                "Price (tax excl.)",
                "Prix HT",
            ),
            other_prices=("Price (tax excl.)", "Base price", "Prix HT", "Prix (HT)"),
            categories=("Category", "Catégorie"),
            on_hand=("Quantity", "Quantité"),
            status=("Status", "État"),
            retired=frozenset({"0", "disabled", "no", "non", "désactivé"}),
            retired_word="disabled",
            note=Message("prestashop-sums"),
        )
    ),
)
PRESTASHOP_COMBINATIONS = ShopFormat(
    "PrestaShop combinations",
    marks=(
        ("Product ID", "Attribute (Name:Type:Position)", "Value (Value:Position)"),
        ("Product reference", "Attribute (Name:Type:Position)", "Value (Value:Position)"),
    ),
    parse=unsupported(Message("prestashop-combinations")),
)
