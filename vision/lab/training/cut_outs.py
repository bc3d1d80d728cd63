"""Cut-outs of garments for training the embedding, written once and read from the disk as they are needed.

A source is one pair of files: `NAME.npy`, memory-mapped, holds the pictures and `NAME.json` what they show.

What the embedding never trains on (`unseen_sender`, `unseen_design`): phone senders of the split `val`; one
other sender in nine, whose garments fill the exam's gallery; and half of the shop's designs, among them all
that the shipped projection never learnt from.
"""

from __future__ import annotations

import csv
import json
import logging
import zlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryFile

import cv2
import numpy as np
from numpy.typing import NDArray

from vision.arrays import Mask, RgbImage
from vision.decoding.photos import decode
from vision.drawing import draw_phone, draw_studio, random_garment
from vision.drawing.pieces import View
from vision.drawing.shades import near_shade
from vision.lab.exams.shop import Segment, is_held_out, median_colour
from vision.lab.training.data import class_of_name, examples
from vision.pipeline import WORKING_SIDE
from vision.views import square

log = logging.getLogger(__name__)

SIDE = 192
"""Pixels a side of a training cut-out."""
LEAST = 200
"""A mask of fewer pixels shows no garment."""
PHONE_SIZE = (288, 240)
"""Of a drawn photo, which is cut out to `SIDE`."""
SHADES = (10.0, 30.0)
"""How far a drawn garment's other shade is from it in CIELAB: mostly farther than light moves a colour."""
DRAWN_TOGETHER = 250
"""Drawn garments in a source, so that a run that was cut off goes on."""


@dataclass(frozen=True, slots=True)
class CutOut:
    """One picture of a garment."""

    picture: NDArray[np.uint8]
    """(S, S, 4): the square of the photo around the garment, and its mask, 0 or 255, as alpha."""
    garment: str
    """The same name for the same garment in the same colour."""
    design: str
    """The same name for all colours of a design."""
    kind: str
    """What garment it is, in its source's own words."""
    colour: tuple[float, float, float]
    """Its median (lightness, a, b) in CIELAB."""

    @property
    def source(self) -> str:
        """Where the garment is from: `phone`, `shop`, `drawn` or another set."""
        return self.garment.partition("/")[0]


Source = Callable[[], Iterator[CutOut | None]]
"""Makes the cut-outs of a source; None stands for a picture that shows no garment."""


def unseen_sender(row: Mapping[str, str]) -> bool:
    """Whether no photo of this row's sender, of a phone set's index, is trained on."""
    return row["split"] == "val" or zlib.crc32(row["sender"].encode()) % 9 == 0


def unseen_design(design: str) -> bool:
    """Whether no picture of this design of the shop is trained on."""
    return is_held_out(design) or zlib.crc32(design.encode()) % 5 == 0


def stored(folder: Path, sources: Mapping[str, Source]) -> list[CutOut]:
    """The cut-outs of all sources; those that `folder` lacks are made and written first."""
    every: list[CutOut] = []
    for name, make in sources.items():
        if not (folder / f"{name}.json").is_file():
            folder.mkdir(parents=True, exist_ok=True)
            _write(folder, name, make())
        facts = json.loads((folder / f"{name}.json").read_text(encoding="utf-8"))
        pictures = np.load(folder / f"{name}.npy", mmap_mode="r")
        every += [
            CutOut(picture, garment, design, kind, tuple(colour))
            for picture, (garment, design, kind, colour) in zip(pictures, facts, strict=True)
        ]
        log.info("%s: %d cut-outs", name, len(facts))
    return every


def training_sources(data: Path, segment: Segment, *, drawings: int) -> dict[str, Source]:
    """What there is to train on: phone photos, the shop, worn photos, mattes and drawn garments.

    Args:
        data: with `phone/`, `shop/pictures/`, `worn/` and `cutouts/`; any may be absent.
        segment: cuts out what has no reference mask.
        drawings: how many garments to draw, in five views each; of every other one also a near shade in two.
    """
    sources: dict[str, Source] = {}
    if (data / "phone").is_dir():
        sources["phone"] = lambda: phone_cut_outs(data / "phone", segment, lambda row: not unseen_sender(row))
    if (data / "shop" / "pictures").is_dir():
        sources["shop"] = lambda: _shop(data / "shop" / "pictures", segment)
    for name in ("worn", "cutouts"):
        if (data / name).is_dir():
            sources[name] = lambda folder=data / name: _masked(folder)  # type: ignore[misc]
    for first in range(0, drawings, DRAWN_TOGETHER):
        numbers = range(first, min(first + DRAWN_TOGETHER, drawings))
        sources[f"drawn-{numbers.start}-{numbers.stop}"] = lambda numbers=numbers: _drawn(numbers)  # type: ignore[misc]
    return sources


def cut_out(
    photo: RgbImage, mask: Mask, garment: str, *, design: str = "", kind: str = "", side: int = SIDE
) -> CutOut | None:
    """The square around the garment, `side` pixels wide; None where the mask shows none."""
    if int(mask.sum()) < LEAST:
        return None
    picture = square(photo, mask, side=side)
    lightness, a, b = (float(v) for v in median_colour(photo, mask))
    return CutOut(picture, garment, design or garment, kind, (lightness, a, b))


def phone_cut_outs(
    folder: Path, segment: Segment, wanted: Callable[[Mapping[str, str]], bool]
) -> Iterator[CutOut | None]:
    """The photos of a phone set whose row of the index is wanted, by reference mask where there is one."""
    for name, row, photo in phone_photos(folder, wanted):
        path = folder / "masks" / f"{name}.png"
        if path.is_file():
            reference = decode(path.read_bytes())[..., 0]
            height, width = photo.shape[:2]
            mask = cv2.resize(reference, (width, height), interpolation=cv2.INTER_NEAREST) > 127
        else:
            mask = segment(photo)
        yield cut_out(photo, mask, f"phone/{name}", kind=row["label"])


def phone_photos(
    folder: Path, wanted: Callable[[Mapping[str, str]], bool]
) -> Iterator[tuple[str, dict[str, str], RgbImage]]:
    """The name, row and pixels of each photo of a phone set whose row of the index is wanted."""
    with (folder / "index.csv").open(newline="", encoding="utf-8") as file:
        rows = [row for row in csv.DictReader(file) if wanted(row)]
    for row in rows:
        path = folder / "photos" / f"{row['photo']}.jpg"
        if path.is_file():
            yield row["photo"], row, decode(path.read_bytes(), at_least=WORKING_SIDE)


def _shop(folder: Path, segment: Segment) -> Iterator[CutOut | None]:
    """All views; a main one is cut out as a catalogue does, whose item has a class."""
    for path in sorted(folder.rglob("*.jpg")):
        item, _, view = path.stem.rpartition("_")
        design = item.split("-")[0]
        if not item or unseen_design(design):
            continue
        photo = decode(path.read_bytes(), at_least=WORKING_SIDE)
        kind = class_of_name(path.stem)
        mask = segment(photo, kind if view == "main" else None)
        yield cut_out(photo, mask, f"shop/{item}", design=f"shop/{design}", kind=kind or "")


def _masked(folder: Path) -> Iterator[CutOut | None]:
    """Worn photos and mattes; a worn one shows an item of the shop, whose other views count as its own."""
    for example in examples(folder, longest_side=WORKING_SIDE):
        design = example.name.split("-")[0]
        if example.alpha is None and unseen_design(design):
            continue
        source = "shop" if example.alpha is None else example.source
        yield cut_out(
            example.photo,
            example.labels > 0,
            f"{source}/{example.name}",
            design=f"{source}/{design if example.alpha is None else example.name}",
            kind=class_of_name(example.name) or "",
        )


def _drawn(numbers: range) -> Iterator[CutOut | None]:
    """Each garment in the studio from both sides and by a phone in three poses; every other one also in
    another shade, in the studio and by a phone.
    """
    for number in numbers:
        rng = np.random.default_rng([20_002, number])
        garment = random_garment(rng)
        design = f"drawn/{number}"
        sides: tuple[View, ...] = ("front", "back")
        views = [draw_studio(garment, size=224, view=side) for side in sides]
        views += [draw_phone(garment, rng, size=PHONE_SIZE) for _ in range(3)]
        for photo, mask in views:
            yield cut_out(photo, mask, design, design=design, kind=garment.kind)
        if number % 2:
            shade = near_shade(garment, float(rng.uniform(*SHADES)), rng)
            for photo, mask in (draw_studio(shade, size=224), draw_phone(shade, rng, size=PHONE_SIZE)):
                yield cut_out(photo, mask, f"{design}-shade", design=design, kind=garment.kind)


def _write(folder: Path, name: str, cut_outs: Iterable[CutOut | None]) -> None:
    """Both files; the second is written last and only where the first is whole."""
    facts = []
    with TemporaryFile(dir=folder) as raw:
        shape: tuple[int, ...] = (0, 0, 4)
        for cut in filter(None, cut_outs):
            raw.write(np.ascontiguousarray(cut.picture).tobytes())
            shape = cut.picture.shape
            facts.append([cut.garment, cut.design, cut.kind, cut.colour])
            if len(facts) % 200 == 0:
                log.info("%s: %d cut out", name, len(facts))
        raw.flush()
        np.save(folder / f"{name}.npy", np.memmap(raw, np.uint8, "r", shape=(len(facts), *shape)))
    (folder / f"{name}.json").write_text(json.dumps(facts), encoding="utf-8")
