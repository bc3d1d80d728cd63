"""An item at the command line, as a table and as JSON."""

from __future__ import annotations

import io

from rich.console import Console

from bot.commands.console import stock_table
from bot.reports import whole_item_report
from catalogue.items import Item, Variant


def test_an_item_is_reported_with_the_barcode_of_each_sku() -> None:
    variants = (Variant("A-S", "S", barcode="4006381333931"), Variant("A-M", "M", retired=True))
    report = whole_item_report(Item("A", "Shirt", variants=variants))
    assert [(sku["barcode"], sku["retired"]) for sku in report["skus"]] == [
        ("4006381333931", False),
        (None, True),
    ]
    page = io.StringIO()
    Console(file=page, width=100).print(stock_table(report["skus"]))
    assert "4006381333931" in page.getvalue()
