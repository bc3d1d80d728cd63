"""The exports of real shop systems, read as they are."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from catalogue.batches.read import read_batch
from catalogue.items import Verdict
from catalogue.store import Catalogue
from tests.kit.stores import DIMENSION, picture, shop_export, toy_embed

SHOPIFY = Path(__file__).parent / "shopify_products.csv"


@pytest.fixture
def catalogue(tmp_path: Path) -> Iterator[Catalogue]:
    with Catalogue.open(tmp_path / "home", model_id="toy", dimension=DIMENSION) as opened:
        yield opened


@pytest.mark.data
def test_a_real_magento_export_imports_whole(catalogue: Catalogue) -> None:
    """999 rows: 75 configurable products are designs, 924 simple ones are the variants of 209 items."""
    export = shop_export()
    batch = read_batch(export)
    assert batch.format == "Magento"
    planned = catalogue.plan(batch)
    assert (len(planned.new), planned.new_variants) == (209, 924)
    applied = catalogue.apply(planned, toy_embed)
    assert applied.audit.ok
    counts = catalogue.counts()
    assert (counts.items, counts.variants, counts.on_hand) == (209, 924, 92_400)
    assert counts.pictures == catalogue.index.count() == 339
    items = tuple(catalogue.database.each_item())
    assert len({item.id.partition("-")[0] for item in items}) == 75
    assert {item.garment_class for item in items} == {"upper", "outer", "lower"}
    assert all(item.pictures and item.colour and item.description for item in items)
    # Two designs are shown in a colour that has no variant.
    assert sorted(str(note.text).partition(",")[0] for note in batch.notes) == [
        "no variant of MS01 has /m/s/ms01-blue_main.jpg",
        "no variant of MS03 has /m/s/ms03-black_main.jpg",
    ]
    replanned = catalogue.plan(batch)
    assert (len(replanned.new), len(replanned.changed), len(replanned.unchanged)) == (0, 0, 209)


@pytest.mark.data
def test_a_design_of_the_real_export_has_its_sizes_its_views_and_its_words(catalogue: Catalogue) -> None:
    export = shop_export()
    catalogue.import_batch(export, toy_embed)
    item = catalogue.stock.find("mh04-xs-green")
    assert (item.id, item.title, item.garment_class) == ("MH04-Green", "Frankie Sweatshirt", "upper")
    assert (item.colour, item.price) == ("Green", "60")
    assert [variant.size for variant in item.variants] == ["XS", "S", "M", "L", "XL"]
    assert [variant.on_hand for variant in item.variants] == [100] * 5
    views = [catalogue.pictures.get(view.key) for view in item.pictures]
    folder = export.parent / "pictures" / "m" / "h"
    names = ("mh04-green_main.jpg", "mh04-green_back.jpg", "mh04-green_alt1.jpg")
    assert views == [(folder / name).read_bytes() for name in names]
    findings = catalogue.search.find(toy_embed(views[1:2])[0])
    assert findings.matches[0].item.id == "MH04-Green"
    assert findings.verdict is not Verdict.NOT_IN_CATALOGUE


def test_a_shopify_export_brings_items_by_colour_and_notes_pictures_by_address(catalogue: Catalogue) -> None:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.write(SHOPIFY, "products_export.csv")
        for name, colour in (("ocean-blue", "blue"), ("ocean-sand", "tan"), ("tote-front", "gray")):
            archive.writestr(f"pictures/{name}.png", picture(colour))
        archive.writestr("pictures/tote-side.png", picture("gray", mark=5))
    batch = read_batch(file.getvalue())
    assert batch.format == "Shopify"
    assert [note.row for note in batch.notes] == [2, 3, 5]
    assert all("send it in a ZIP file" in str(note.text) for note in batch.notes)
    catalogue.apply(catalogue.plan(batch), toy_embed)
    batch.close()
    blue, sand, tote = (catalogue.stock.find(sku) for sku in ("ot-s-bl", "OT-S-SA", "CT-1"))
    assert (blue.id, blue.colour, blue.brand, blue.price) == ("ocean-tee-Blue", "Blue", "Luma", "19.90")
    assert (blue.title, blue.garment_class, blue.description) == ("Ocean Tee", "upper", "Soft cotton.")
    assert [(v.sku, v.size, v.on_hand) for v in blue.variants] == [("OT-S-BL", "S", 12), ("OT-M-BL", "M", 7)]
    assert blue.variants[0].barcode == "4006381333931"
    assert (sand.id, sand.price, len(sand.pictures)) == ("ocean-tee-Sand", "21.90", 1)
    assert (tote.id, tote.garment_class, tote.variants[0].size) == ("canvas-tote", "bag", "")
    assert len(tote.pictures) == 2
    assert catalogue.stock.find("4006381333931").id == "ocean-tee-Blue"
