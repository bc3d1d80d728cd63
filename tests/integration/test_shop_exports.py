"""The exports of real shop systems, read as they are."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from catalogue.batches.checking.check import Batch
from catalogue.batches.read import BatchFile, read_batch
from catalogue.errors import BatchError
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
    # Two designs are shown in a colour that has no variant; of what it's made has no place in the catalogue.
    assert sorted(str(note.text).partition(",")[0] for note in batch.notes) == [
        "attributes that have no place in the catalogue were ignored: material",
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


def lines_of(batch: Batch) -> list[tuple[str, str, str | None, str | None, int | None]]:
    """Item, SKU, size, location and figure on hand of each level."""
    return [
        (item.id, variant.sku, variant.size, level.location, level.on_hand)
        for item in batch.items
        for variant in item.variants
        for level in variant.levels
    ]


def notes_of(batch: Batch) -> list[str]:
    return [str(note.text) for note in batch.notes]


def read_together(**files: str) -> Batch:
    return read_batch([BatchFile(f"{name}.csv", text.encode()) for name, text in files.items()])


SHOPIFY_TODAY = (
    "Title,URL handle,Description,Vendor,Type,Status,SKU,Barcode,Option1 name,Option1 value,Option2 name,"
    "Option2 value,Price,Compare-at price,Inventory quantity,Gift card\n"
    "Vest,vest,<p>Warm.</p>,Luma,Vests,Active,V-1,4006381333931,Rozmiar,S,Kolor,Szary,30.00,45.00,4,FALSE\n"
    "Card,card,,Luma,,Active,GC-1,,Title,Default Title,,,10.00,,,TRUE\n"
    ",vest,,,,,V-2,,,M,,Szary,32.00,,-2,\n"
    "Old,old,,Luma,,Archived,O-1,,Title,Default Title,,,5.00,,1,FALSE\n"
    "Soon,soon,,Luma,,Draft,D-1,,Title,Default Title,,,5.00,,2,FALSE\n"
    ",vest,,,,,,,,L,,Szary,30.00,,9,\n"
)


def test_shopifys_column_names_of_today_are_read_and_what_is_not_used_is_noted() -> None:
    batch = read_batch(SHOPIFY_TODAY.encode())
    assert batch.format == "Shopify"
    assert lines_of(batch) == [
        ("vest-Szary", "V-1", "S", None, 4),
        ("vest-Szary", "V-2", "M", None, 0),
        ("old", "O-1", None, None, 1),
        ("soon", "D-1", None, None, 2),
    ]
    vest = batch.items[0]
    assert (vest.title, vest.colour, vest.brand, vest.price) == ("Vest", "Szary", "Luma", "30.00")
    assert [item.variants[0].retired for item in batch.items] == [False, True, False]
    assert notes_of(batch) == [
        "other prices were ignored: Compare-at price",
        "these can't lie on a shelf (gift card) and were ignored: GC-1",
        "the prices of vest-Szary differ; it gets 30.00, not V-2 32.00",
        "stock below zero was taken as 0: V-2 -2",
        "these are Archived in the shop and become retired: O-1",
        "these are Draft in the shop and were taken like the rest: D-1",
        "Vest L has no SKU and was ignored",
    ]


INVENTORY = (
    "Handle,Title,Option1 Name,Option1 Value,SKU,HS Code,COO,Location,Committed (not editable),"
    "Available (not editable),On hand (current),On hand (new)\n"
    "vest,Vest,Size,S,V-1,,,Berlin,2,9,11,\n"
    "vest,Vest,Size,S,V-1,,,Hamburg,0,4,4,\n"
    "vest,Vest,Size,M,V-2,,,Berlin,0,not stocked,not stocked,\n"
    "vest,Vest,Size,M,V-2,,,Hamburg,3,-1,2,\n"
)


def test_shopifys_inventory_has_a_row_for_each_location() -> None:
    batch = read_batch(INVENTORY.encode())
    assert lines_of(batch) == [
        ("vest", "V-1", "S", "Berlin", 11),
        ("vest", "V-1", "S", "Hamburg", 4),
        ("vest", "V-2", "M", None, None),
        ("vest", "V-2", "M", "Hamburg", 2),
    ]
    assert [level.reserved for level in batch.items[0].variants[0].levels] == [2, 0]
    assert notes_of(batch) == [
        "no count was taken where it says not stocked: V-2 (Berlin)",
        "more pieces were reserved than are on hand; all on hand count as reserved: V-2 (Hamburg) 3",
    ]


def test_shopifys_older_inventory_has_a_column_for_each_location() -> None:
    text = (
        "Handle,Title,Option1 Name,Option1 Value,SKU,HS Code,COO,Berlin,Hamburg\n"
        "vest,Vest,Size,S,V-1,,,11,4\n"
    )
    batch = read_batch(text.encode())
    assert lines_of(batch) == [("vest", "V-1", "S", "Berlin", 11), ("vest", "V-1", "S", "Hamburg", 4)]
    assert notes_of(batch) == ["each of these columns was read as a location: Berlin, Hamburg"]


def test_a_count_for_all_locations_is_not_added_to_counts_by_location(catalogue: Catalogue) -> None:
    """Products and inventory of one shop in one batch: 11 pieces are never 22."""
    products = (
        "Handle,Title,Option1 Name,Option1 Value,Variant SKU,Variant Inventory Qty,Status\n"
        "vest,Vest,Size,S,V-1,15,archived\n"
    )
    batch = read_together(products=products, inventory=INVENTORY)
    [item] = catalogue.plan(batch).new
    assert [(level.location, level.on_hand) for level in item.variants[0].stock] == [
        ("Berlin", 11),
        ("Hamburg", 4),
    ]
    assert [(level.location, level.on_hand) for level in item.variants[1].stock] == [("Hamburg", 2)]
    assert batch.items[0].variants[0].retired
    assert any("counts without a location were ignored" in note for note in notes_of(batch))


MAGENTO = (
    "sku,store_view_code,product_type,name,categories,price,qty,product_online,additional_attributes,"
    "configurable_variations\n"
)


@pytest.mark.parametrize(
    ("first", "second", "variations"),
    [
        (
            '"farbe=Blau,groesse=S,hersteller=Luma,ean=4006381333931"',
            '"farbe=Blau,groesse=M,stoff=Wolle, Leinen"',
            '"sku=T-S,groesse=S,farbe=Blau|sku=T-M,groesse=M,farbe=Blau"',
        ),
        (
            '"farbe=Blau|groesse=S|hersteller=Luma|ean=4006381333931"',
            '"farbe=Blau|groesse=M|stoff=Wolle, Leinen"',
            '"sku=T-S|groesse=S|farbe=Blau,sku=T-M|groesse=M|farbe=Blau"',
        ),
        (
            '"""farbe=Blau"",""groesse=S"",""hersteller=Luma"",""ean=4006381333931"""',
            '"""farbe=Blau"",""groesse=M"",""stoff=Wolle"""',
            '"sku=T-S,groesse=S,farbe=Blau|sku=T-M,groesse=M,farbe=Blau"',
        ),
    ],
)
def test_magentos_attribute_codes_are_the_shops_own_in_every_separator(
    first: str, second: str, variations: str
) -> None:
    batch = read_batch(
        f"{MAGENTO}T-S,,simple,Tee-S,Tops/Tees,19.000000,4.0000,1,{first},\n"
        f"T-M,,simple,Tee-M,Tops/Tees,24.000000,-3.0000,2,{second},\n"
        f"T,,configurable,Tee,Tops/Tees,,0,1,,{variations}\n"
        "E,,downloadable,E-book,,5,,1,,\n".encode()
    )
    assert lines_of(batch) == [("T-Blau", "T-S", "S", None, 4), ("T-Blau", "T-M", "M", None, 0)]
    [item] = batch.items
    assert (item.brand, item.price, item.variants[0].barcode) == ("Luma", "19", "4006381333931")
    assert [variant.retired for variant in item.variants] == [False, True]
    assert notes_of(batch) == [
        "the prices of T-Blau differ; it gets 19, not T-M 24",
        "attributes that have no place in the catalogue were ignored: stoff",
        "these are disabled in the shop and become retired: T-M",
        "stock below zero was taken as 0: T-M -3.0000",
        "these can't lie on a shelf (downloadable) and were ignored: E",
    ]


def test_magentos_stock_by_source_takes_the_place_of_the_single_count() -> None:
    batch = read_together(
        catalog=f"{MAGENTO}T-S,,simple,Tee,Tops/Tees,19,7,1,,\n",
        stock_sources="source_code,sku,status,quantity\nberlin,T-S,1,5.0000\nkoeln,T-S,1,2.0000\n",
    )
    assert lines_of(batch) == [
        ("T-S", "T-S", None, None, None),
        ("T-S", "T-S", None, "berlin", 5),
        ("T-S", "T-S", None, "koeln", 2),
    ]
    assert notes_of(batch) == [
        "counts without a location were ignored, because another file counts each location: T-S 7"
    ]


def test_woocommerce_has_parents_by_sku_or_id_and_escapes_what_begins_with_a_minus() -> None:
    text = (
        "ID,Type,SKU,Name,Published,Categories,Stock,Sale price,Regular price,Images,Parent,Brands,"
        "Attribute 1 name,Attribute 1 value(s),Attribute 2 name,Attribute 2 value(s)\n"
        '10,variable,,Fjord Hoodie,1,"Clothing, Clothing > Hoodies",,,,,,Luma,Taille,"S, M",Couleur,Vert\n'
        "11,variation,FH-S,Fjord Hoodie - S,1,,'-7,,59.00,,id:10,,Taille,S,Couleur,Vert\n"
        "12,variation,FH-M,Fjord Hoodie - M,1,,3,49.00,59.00,,id:10,,Taille,M,Couleur,Vert\n"
        '13,"simple, virtual",FIT,Fitting,1,,,,20.00,,,,,,,\n'
        "14,simple,SC,Scarf,-1,,4,,15.00,,,,Stoff,Wolle,,\n"
        "15,variation,LOST,Lost,1,,1,,15.00,,id:99,,Taille,S,,\n"
    )
    batch = read_batch(text.encode())
    assert batch.format == "WooCommerce"
    assert lines_of(batch) == [
        ("id:10-Vert", "FH-S", "S", None, 0),
        ("id:10-Vert", "FH-M", "M", None, 3),
        ("SC", "SC", None, None, 4),
        ("id:99", "LOST", "S", None, 1),
    ]
    hoodie = batch.items[0]
    assert (hoodie.title, hoodie.garment_class, hoodie.brand) == ("Fjord Hoodie", "upper", "Luma")
    assert notes_of(batch) == [
        "stock below zero was taken as 0: FH-S -7",
        "other prices were ignored: Sale price",
        "these can't lie on a shelf (virtual) and were ignored: FIT",
        "attributes that have no place in the catalogue were ignored: Stoff",
        "these are draft in the shop and were taken like the rest: SC",
        "the parent id:99 of LOST isn't in the file",
    ]


def test_woocommerce_in_german_is_read_too() -> None:
    text = (
        "ID,Typ,Artikelnummer,Name,Lager,Regulärer Preis,Übergeordnetes Produkt,Attribut 1 Name,"
        "Attribut 1 Wert(e),Attribut 2 Name,Attribut 2 Wert(e)\n"
        '1,variable,H,Hose,,,,Größe,"S, M",Farbe,Grün\n'
        "2,variation,H-S,Hose - S,2,30,H,Größe,S,Farbe,Grün\n"
    )
    assert lines_of(read_batch(text.encode())) == [("H-Grün", "H-S", "S", None, 2)]


@pytest.mark.parametrize(
    "text",
    [
        "Item Type,Product ID,Product Name,Product Code/SKU,Brand Name,Price,Current Stock Level,Category\n"
        "Product,77,Pine Tee,PT,Luma,19.00,,Tops/Tees\n"
        '  SKU,1,"[S]Size=M,[C]Color=Green:#00ff00",PT-M,,,7,\n'
        '  SKU,2,"[S]Size=S,[C]Color=Green:#00ff00",PT-S,,,3,\n',
        "Item,ID,Name,SKU,Options,Brand,Price,Current Stock,Categories\n"
        "Product,77,Pine Tee,PT,,Luma,19.00,,Tops/Tees\n"
        "Variant,1,,PT-M,Type=Swatch|Name=Color|Value=Green[#00ff00]Type=Radio|Name=Size|Value=M,,,7,\n"
        "Variant,2,,PT-S,Type=Swatch|Name=Color|Value=Green[#00ff00]Type=Radio|Name=Size|Value=S,,,3,\n",
    ],
)
def test_bigcommerces_products_are_followed_by_their_skus(text: str) -> None:
    batch = read_batch(text.encode())
    assert batch.format == "BigCommerce"
    assert lines_of(batch) == [("PT-Green", "PT-M", "M", None, 7), ("PT-Green", "PT-S", "S", None, 3)]
    [item] = batch.items
    assert (item.title, item.colour, item.price, item.brand) == ("Pine Tee", "Green", "19.00", "Luma")


def test_square_counts_each_location_in_a_column() -> None:
    text = (
        "Token,Item Name,Variation Name,SKU,Categories,Item Type,Option Name 1,Option Value 1,Price,"
        "Current Quantity Main St,New Quantity Main St,Current Quantity Harbour\n"
        "T1,Tee,S,SQ-1,Tops,Physical good,Size,S,$24.00,10,,4\n"
        "T2,Cap,Regular,SQ-2,Caps,Physical good,,,variable,5,,\n"
    )
    batch = read_batch(text.encode())
    assert batch.format == "Square"
    assert lines_of(batch) == [
        ("Tee", "SQ-1", "S", "Main St", 10),
        ("Tee", "SQ-1", "S", "Harbour", 4),
        ("Cap", "SQ-2", None, "Main St", 5),
    ]
    assert [item.price for item in batch.items] == ["24.00", None]
    assert notes_of(batch) == [
        "each of these columns was read as a location: Main St, Harbour",
        "the prices were taken without a currency, because $ may be any dollar",
        "these have no fixed price: SQ-2",
    ]


def test_lightspeed_counts_each_outlet_in_a_column() -> None:
    text = (
        "id,handle,sku,composite_name,name,variant_option_one_name,variant_option_one_value,"
        "variant_option_two_name,variant_option_two_value,retail_price,brand_name,active,inventory_Main,"
        "reorder_point_Main,inventory_Harbour\n"
        "1,tee,10001,,Tee,Colour,Green,Size,S,19.00,Luma,1,6,2,2\n"
        "2,tee,10002,,,Colour,Green,Size,M,19.00,Luma,0,1,2,0\n"
    )
    batch = read_batch(text.encode())
    assert batch.format == "Lightspeed"
    assert lines_of(batch) == [
        ("tee-Green", "10001", "S", "Main", 6),
        ("tee-Green", "10001", "S", "Harbour", 2),
        ("tee-Green", "10002", "M", "Main", 1),
        ("tee-Green", "10002", "M", "Harbour", 0),
    ]
    assert notes_of(batch)[1:] == ["these are inactive in the shop and become retired: 10002"]


def test_odoo_writes_further_options_into_rows_of_their_own() -> None:
    text = (
        "Internal Reference,Name,Variant Values,Barcode,Sales Price,Quantity On Hand,Product Type\n"
        "T-S,Tee,Color: Green,4006381333931,19.0,4.0,Goods\n"
        ",,Size: S,,,,\n"
        'T-M,Tee,"Color: Green, Size: M",,19.0,6.0,Goods\n'
        "FIT,Fitting,,,20.0,,Service\n"
    )
    batch = read_batch(text.encode())
    assert batch.format == "Odoo"
    assert lines_of(batch) == [("Tee-Green", "T-S", "S", None, 4), ("Tee-Green", "T-M", "M", None, 6)]
    assert notes_of(batch) == ["these can't lie on a shelf (Service) and were ignored: FIT"]


FEED_TABLE = (
    "id\ttitle\titem group id\tcolor\tsize\tprice\tsale price\tgtin\tbrand\timage link\tavailability\n"
    "T-S\tTee\tT\tGreen\tS\t19.00 EUR\t15.00 EUR\t4006381333931\tLuma\thttps://shop.test/t.jpg\tin_stock\n"
)
FEED = (
    '<?xml version="1.0"?><rss xmlns:g="http://base.google.com/ns/1.0" version="2.0"><channel><title>Shop'
    "</title><item><g:id>T-S</g:id><title>Tee</title><g:item_group_id>T</g:item_group_id><g:color>Green"
    "</g:color><g:size>S</g:size><g:price>19.00 EUR</g:price><g:sale_price>15.00 EUR</g:sale_price><g:gtin>"
    "4006381333931</g:gtin><g:brand>Luma</g:brand><g:image_link>https://shop.test/t.jpg</g:image_link>"
    "<g:availability>in_stock</g:availability></item></channel></rss>"
)


@pytest.mark.parametrize("text", [FEED_TABLE, FEED])
def test_googles_product_feed_is_read_as_a_table_and_as_xml(text: str) -> None:
    batch = read_batch(text.encode())
    assert batch.format == "Google Merchant"
    [item] = batch.items
    assert (item.id, item.title, item.colour, item.price, item.brand) == (
        "T-Green",
        "Tee",
        "Green",
        "19.00 EUR",
        "Luma",
    )
    assert (item.variants[0].size, item.variants[0].barcode) == ("S", "4006381333931")
    assert [note.text.code for note in batch.notes] == [
        "google-no-counts",
        "shopify-picture",
        "shop-attributes",
        "shop-other-prices",
    ]


def test_an_xml_feed_with_entities_is_refused() -> None:
    bomb = FEED.replace("?><rss", '?><!DOCTYPE rss [<!ENTITY a "b">]><rss')
    with pytest.raises(BatchError, match="damaged"):
        read_batch(bomb.encode())


def test_prestashops_list_says_that_it_sums_combinations() -> None:
    prestashop = (
        "ID;Name;Reference;Category;Price (tax excl.);Price (tax incl.);Quantity;Status\n"
        "1;Tee;T;Tees;10;12;5;0\n"
    )
    batch = read_batch(prestashop.encode())
    assert (batch.format, lines_of(batch)) == ("PrestaShop", [("T", "T", None, None, 5)])
    assert [note.text.code for note in batch.notes] == [
        "prestashop-sums",
        "shop-other-prices",
        "shop-retired",
    ]


def test_business_central_is_read_without_variants() -> None:
    central = (
        "No.,Description,Base Unit of Measure,Inventory,Unit Price,Type,Blocked\n"
        "1000,Tee,PCS,5,12,Inventory,No\n"
    )
    assert lines_of(read_batch(central.encode())) == [("1000", "1000", None, None, 5)]


@pytest.mark.parametrize(
    ("header", "reason"),
    [
        ("Product ID*;Attribute (Name:Type:Position)*;Value (Value:Position)*;Quantity", "PrestaShop"),
        ("Item No.;Variant Code;Location Code;Inventory", "Business Central"),
        ("Artikel;Bezeichnung;Farbe;XS;S;M;L", "the sizes XS, S, M, L are columns"),
    ],
)
def test_what_is_recognised_but_cannot_be_read_says_what_to_send(header: str, reason: str) -> None:
    with pytest.raises(BatchError) as caught:
        read_batch(f"{header}\n1;1;1;1\n".encode())
    [fault] = caught.value.faults
    assert reason in str(fault.reason)
    assert "send a" in str(fault.reason)


def test_stock_columns_that_name_a_location_are_locations() -> None:
    batch = read_batch(
        b"item,title,sku,Stock Berlin,Stock (Hamburg),Stock value\nA,Shirt,A-1,5,2,99\nA,Shirt,A-2,,0,9\n"
    )
    assert lines_of(batch) == [
        ("A", "A-1", None, "Berlin", 5),
        ("A", "A-1", None, "Hamburg", 2),
        ("A", "A-2", None, "Hamburg", 0),
    ]
    assert notes_of(batch)[-1] == (
        "each of these columns was read as a location: Stock Berlin, Stock (Hamburg)"
    )
    assert any("Stock value" in note for note in notes_of(batch))


def test_a_variant_that_an_inventory_has_nowhere_is_described_by_the_products(catalogue: Catalogue) -> None:
    products = (
        "Handle,Title,Option1 Name,Option1 Value,Variant SKU,Variant Inventory Qty\n"
        "vest,Vest,Size,S,V-1,15\n"
        "vest,,,M,V-2,\n"
    )
    inventory = INVENTORY.replace("Hamburg,3,-1,2", "Hamburg,0,not stocked,not stocked")
    [item] = catalogue.plan(read_together(products=products, inventory=inventory)).new
    assert [(level.location, level.on_hand) for level in item.variants[0].stock] == [
        ("Berlin", 11),
        ("Hamburg", 4),
    ]
    assert [variant.sku for variant in item.variants] == ["V-1", "V-2"]


def test_a_feed_without_titles_says_what_it_needs() -> None:
    with pytest.raises(BatchError, match="no id or no title"):
        read_batch(FEED.replace("title>", "name>").encode())
