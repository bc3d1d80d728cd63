"""What the print of a label names in the catalogue, and what it doesn't."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from catalogue.items import Item, Variant
from catalogue.labels import Labels, size_on
from tests.kit.stores import open_database


def garment(
    number: str, colour: str, sizes: str = "S M L XL", *, barcode: str | None = None, brand: str | None = None
) -> Item:
    """An item whose SKUs end in the size; the first has the barcode."""
    variants = tuple(
        Variant(f"{number}-{size}", size, None if place else barcode)
        for place, size in enumerate(sizes.split())
    )
    return Item(number, f"Garment {number}", colour=colour, brand=brand, variants=variants)


ITEMS = (
    garment("MH01-Black", "Black"),
    garment("MH01-Navy Blue", "Navy Blue"),
    garment("MH01-Blue", "Blue"),
    garment("DR07", "Red"),
    garment("HT-1042", "Grey", "36 38 40", barcode="4006381333931"),
    garment("QX00-1", "Red"),
    garment("QXO0-1", "Red"),
    garment("8051-2", "Sand", "XXL 3XL"),
    garment("WS09-RED", "Red", "S 5"),
    *(garment(f"SS25-{number}", "Red") for number in range(1000, 1030)),
)


@pytest.fixture(scope="module")
def labels(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Labels]:
    with open_database(tmp_path_factory.mktemp("labels"), *ITEMS) as database:
        yield Labels(database)


@pytest.mark.parametrize(
    ("lines", "items", "sku"),
    [
        (("NORTH", "Style: MH01-Black", "Größe: L", "49,90 EUR"), ["MH01-Black"], "MH01-Black-L"),
        (("Style MH01", "Colour Black", "Size  M"), ["MH01-Black"], "MH01-Black-M"),
        (("StyleMH01", "Navy Blue", "L"), ["MH01-Navy Blue"], "MH01-Navy Blue-L"),
        (("MH01-BLACK-XL",), ["MH01-Black"], "MH01-Black-XL"),
        (("MH01 Black  XL",), ["MH01-Black"], "MH01-Black-XL"),
        (("MH01",), ["MH01-Black", "MH01-Blue", "MH01-Navy Blue"], None),
        (("4 006381 333931",), ["HT-1042"], "HT-1042-36"),
        (("HT 1042", "EU 38 UK 12"), ["HT-1042"], "HT-1042-38"),
        (("Art.Nr.HT-1042", "Gr.40"), ["HT-1042"], "HT-1042-40"),
        (("8051-2", "Rozmiar 2XL"), ["8051-2"], "8051-2-XXL"),
        (("Modell  Größe  Farbe", "DR07  M  rot"), ["DR07"], "DR07-M"),
    ],
)
def test_what_is_printed_is_found(labels: Labels, lines: tuple[str, ...], items: list[str], sku: str) -> None:
    match = labels.match(lines)
    assert match is not None
    assert sorted(item.id for item in match.items) == items
    assert (match.variant and match.variant.sku) == sku


@pytest.mark.parametrize("word", ["Größe", "Taille", "Talla", "Taglia", "Rozmiar", "Size", "GroBe"])
def test_sizes_are_named_in_six_languages(labels: Labels, word: str) -> None:
    for line in (f"{word}: L", f"{word} L", f"{word}L", f"{word}  L"):
        assert (match := labels.match(("DR07", line))) is not None
        assert match.variant is not None, line
        assert match.variant.sku == "DR07-L"


def test_a_look_alike_is_repaired_if_only_one_number_fits(labels: Labels) -> None:
    assert (match := labels.match(("HT-IO42",))) is None
    assert (match := labels.match(("HT-1O42",))) is not None
    assert [item.id for item in match.items] == ["HT-1042"]
    assert (match := labels.match(("B051-2",))) is not None
    assert [item.id for item in match.items] == ["8051-2"]
    assert (match := labels.match(("MHO1", "Black"))) is not None
    assert [item.id for item in match.items] == ["MH01-Black"]


@pytest.mark.parametrize("lines", [("QX00-1",), ("QXO0-1", "L")])
def test_of_two_numbers_that_look_alike_neither_is_taken(labels: Labels, lines: tuple[str, ...]) -> None:
    assert labels.match(lines) is None


@pytest.mark.parametrize(
    "lines",
    [
        (),
        ("MH02", "Black", "L"),  # another style, however near
        ("DR08", "Size L"),
        ("HT-1043",),
        ("Black", "L", "49,90 EUR"),
        ("SS25", "Red"),  # a season: more than a style's items begin so
        ("4006381333932",),  # a wrong check digit
        ("MH",),
        ("30", "100% cotton", "RN 12345"),
    ],
)
def test_nothing_is_taken_that_the_catalogue_does_not_know(labels: Labels, lines: tuple[str, ...]) -> None:
    assert labels.match(lines) is None


@pytest.mark.parametrize(
    "lines",
    [
        ("HT-1042", "40", "38,00 EUR"),  # degrees, and a price
        ("HT-1042", "40° 30°", "60% linen 40% cotton"),
        ("DR07", "S", "M", "L"),  # a run of sizes
        ("DR07", "S M L XL"),
        ("DR07-L", "Size: M"),  # the label contradicts itself
        ("DR07", "Size 38"),  # not one of its sizes
        ("WS09-RED-S",),  # or WS09-RED-5: both exist
    ],
)
def test_a_size_that_may_be_another_is_left_open(labels: Labels, lines: tuple[str, ...]) -> None:
    match = labels.match(lines)
    assert match is not None
    assert len(match.items) == 1
    assert match.variant is None


def test_two_items_on_two_labels_are_both_named(labels: Labels) -> None:
    match = labels.match(("DR07", "HT-1042"))
    assert match is not None
    assert {item.id for item in match.items} == {"DR07", "HT-1042"}


def test_without_a_number_a_size_needs_its_word() -> None:
    item = ITEMS[3]
    assert size_on(("L",), item) is None
    assert (variant := size_on(("Taille L",), item)) is not None
    assert variant.sku == "DR07-L"


def test_what_is_retired_is_not_named(tmp_path: Path) -> None:
    retired = Item("OLD-1042", "Old", retired=True, variants=(Variant("OLD-1042-L", "L", retired=True),))
    with open_database(tmp_path, retired) as database:
        assert Labels(database).match(("OLD-1042-L", "OLD-1042")) is None
