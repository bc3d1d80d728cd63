"""A catalogue of near twins, and photos of garments with labels of its items, and of items that it lacks."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import cv2
import numpy as np

from catalogue.items import Item, Variant
from tests.kit.photos import jpeg
from vision.arrays import RgbImage
from vision.decoding.photos import decode
from vision.drawing import draw_phone, random_garment
from vision.drawing.labels import KINDS, Placing, draw_label, put_label

SHAPE = 1600, 1200
"""Height and width of the photos."""
COLOURS = ("Black", "White", "Navy Blue", "Blue", "Red", "Grey", "Sand", "Olive")
LETTER_SIZES = ("XS", "S", "M", "L", "XL", "XXL")
NUMBER_SIZES = ("34", "36", "38", "40", "42", "44")
BRANDS = ("NORDLAGE", "ATLAS & CO", "Marlow", "TIMOR SPORT")
STYLE_WORDS = ("Style", "Modell", "Réf.", "Ref.", "Modello", "Model", "Art.Nr.", "Style No.")
COLOUR_WORDS = ("Colour", "Farbe", "Coloris", "Color", "Colore", "Kolor")
SIZE_WORDS = ("Size", "Größe", "Taille", "Talla", "Taglia", "Rozmiar")
COMPOSITIONS = (
    "80% Cotton 20% Polyester",
    "60% Baumwolle 40% Leinen",
    "100% coton",
    "70% algodón 30% lino",
    "95% cotone 5% elastan",
    "100% bawełna",
)
SHARE_ABSENT = 0.3


@dataclass(frozen=True, slots=True)
class Case:
    """A photo with a label."""

    photo: bytes
    kind: str
    """One of `vision.drawing.labels.KINDS`."""
    lines: tuple[str, ...]
    item: str | None
    """The id of the item that is printed; None if the catalogue lacks its style."""
    style: str
    sku: str | None
    """The SKU of the printed size; None if no size is printed, or the item is not there."""
    real: bool
    """Whether the garment is a real photo."""


def catalogue(seed: int, *, styles: int = 400) -> tuple[list[Item], list[str]]:
    """Items in two to four colours, and the numbers of styles that the catalogue lacks: each a near twin."""
    rng = np.random.default_rng(seed)
    items: list[Item] = []
    absent: list[str] = []
    taken: set[str] = set()
    while len(taken) < styles:
        number = _style(rng)
        twin = _twin(number, rng)
        if number in taken or twin in taken or twin == number:
            continue
        taken.add(number)
        if rng.random() < 0.4:
            absent.append(twin)
        elif rng.random() < 0.5:
            taken.add(twin)
            items += _colours(twin, rng)
        items += _colours(number, rng)
    return items, [number for number in absent if number not in taken]


def cases(seed: int, count: int, items: list[Item], absent: list[str], photos: Path | None) -> Iterator[Case]:
    """Draw photos with labels.

    Args:
        photos: a folder of real photos of garments, of which every other label takes one; None takes none.
    """
    rng = np.random.default_rng(seed)
    files = sorted(photos.glob("*.jpg")) if photos is not None else []
    by_id = {item.id: item for item in items}
    for number in range(count):
        real = bool(files) and number % 2 == 0
        ground = _photo(files[int(rng.integers(len(files)))]) if real else _drawn(rng)
        kind = KINDS[int(rng.integers(len(KINDS)))]
        if rng.random() < SHARE_ABSENT:
            style, item = absent[int(rng.integers(len(absent)))], None
            shown = _colours(style, rng)[0]
        else:
            item = by_id[items[int(rng.integers(len(items)))].id]
            style, shown = item.id.rpartition("-")[0], item
        variant = shown.variants[int(rng.integers(len(shown.variants)))]
        lines, sized = _lines(shown, style, variant, rng, kind)
        turn = float(rng.choice([0, 90, 180, 270])) + float(rng.normal(0, 9))
        letters = float(np.exp(rng.uniform(np.log(16), np.log(44))))
        placing = Placing(
            letters=letters,
            turn=turn,
            tilt=float(rng.uniform(0, 0.15)),
            creases=float(rng.uniform(0, 0.3)) if kind == "care" else 0.0,
            blur=float(rng.uniform(0, 0.06)) * letters,
        )
        at = float(rng.uniform(0.4, 0.6)), float(rng.uniform(0.4, 0.6))
        photo = put_label(ground, draw_label(lines, rng, kind=kind), placing, rng, at=at)
        sku = variant.sku if sized and item is not None else None
        yield Case(
            jpeg(photo, quality=int(rng.integers(70, 92))),
            kind,
            tuple(lines),
            None if item is None else item.id,
            style,
            sku,
            real,
        )


def _style(rng: np.random.Generator) -> str:
    def letters(count: int) -> str:
        return "".join(rng.choice(list("ABCDEFGHJKLMNPRSTUVWXZO"), count))

    def digits(count: int) -> str:
        return "".join(str(digit) for digit in rng.integers(0, 10, count))

    return (
        f"{letters(2)}{digits(2)}",
        f"HT-{digits(4)}",
        f"{letters(3)}-{digits(4)}",
        f"{digits(5)}-{digits(3)}",
        f"{letters(1)}{digits(3)}{letters(1)}{digits(1)}",
        f"{digits(2)}SS-{digits(4)}",
    )[int(rng.integers(6))]


def _twin(number: str, rng: np.random.Generator) -> str:
    """The same number but for one digit."""
    places = [place for place, character in enumerate(number) if character.isdigit()]
    place = places[int(rng.integers(len(places)))]
    return number[:place] + str((int(number[place]) + int(rng.integers(1, 10))) % 10) + number[place + 1 :]


def _colours(style: str, rng: np.random.Generator) -> list[Item]:
    colours = rng.permutation(len(COLOURS))[: int(rng.integers(2, 5))]
    sizes = LETTER_SIZES if rng.random() < 0.6 else NUMBER_SIZES
    brand = BRANDS[int(rng.integers(len(BRANDS)))]
    return [
        Item(
            id=f"{style}-{COLOURS[colour]}",
            title=f"Garment {style}",
            colour=COLOURS[colour],
            brand=brand,
            variants=tuple(Variant(f"{style}-{COLOURS[colour]}-{size}".upper(), size) for size in sizes),
        )
        for colour in colours
    ]


def _lines(
    item: Item, style: str, variant: Variant, rng: np.random.Generator, kind: str
) -> tuple[list[str], bool]:
    """The lines of a label, and whether they name the size in a way that tells it from a price."""
    language = int(rng.integers(6))
    size_word = SIZE_WORDS[language]
    style_word = STYLE_WORDS[int(rng.integers(len(STYLE_WORDS)))]
    colour = f"{COLOUR_WORDS[language]}: {item.colour}"
    way = int(rng.integers(4))
    if way == 0:
        body = [f"{style_word}: {style}", colour, f"{size_word}: {variant.size}"]
    elif way == 1:
        body = [f"{style_word} {style}", f"{item.colour}", f"{size_word} {variant.size}"]
    elif way == 2:
        body = [variant.sku, f"{size_word} {variant.size}"]
    else:
        body = [style, str(item.colour).upper(), variant.size]
    sized = way < 3 or variant.size in LETTER_SIZES
    price = f"{rng.integers(9, 200)}{rng.choice([',', '.'])}{rng.choice(['00', '90', '95', '99'])} EUR"
    if kind == "tag":
        return [str(item.brand), *body, price], sized
    if kind == "care":
        return [*body, COMPOSITIONS[language]], sized
    return [*body, f"QTY {rng.integers(6, 60)}", f"Carton {rng.integers(1, 40)} / 40"], sized


def _photo(path: Path) -> RgbImage:
    photo = decode(path.read_bytes())
    height, width = SHAPE if photo.shape[0] >= photo.shape[1] else SHAPE[::-1]
    return np.asarray(cv2.resize(photo, (width, height), interpolation=cv2.INTER_CUBIC), np.uint8)


def _drawn(rng: np.random.Generator) -> RgbImage:
    photo, _ = draw_phone(random_garment(rng), rng, size=(SHAPE[0] // 2, SHAPE[1] // 2))
    return np.asarray(cv2.resize(photo, SHAPE[::-1], interpolation=cv2.INTER_CUBIC), np.uint8)
