"""The exams' sources of pictures: phone photos, the shop's views, drawings, and photos without a garment."""

from __future__ import annotations

import csv
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path

import cv2
import numpy as np

from vision.arrays import RgbImage
from vision.decoding.photos import decode
from vision.drawing import Garment, draw_phone, draw_studio, garment_class, random_garment
from vision.drawing.shades import moved, near_shade
from vision.lab.exams.backgrounds import backgrounds, plain_photos
from vision.lab.exams.embedding_photos import altered, made_bad
from vision.lab.exams.pictures import Picture, Pictures
from vision.lab.training.augmentation import studio_view
from vision.lab.training.data import Example, class_label, class_of_name, examples
from vision.pipeline import WORKING_SIDE

Row = Mapping[str, str]
"""A row of a phone set's index."""
PLAIN_SIDE = 240
BACKGROUNDS = 420
"""Training photos whose background is cut out, if it is large enough; beside all validation photos'."""
STUDIO_SIDE, PHONE_SIZE = 256, (480, 360)


def phone_rows(folder: Path, wanted: Callable[[Row], bool]) -> list[dict[str, str]]:
    """The rows of a phone set's index that are wanted and have a photo."""
    with (folder / "index.csv").open(newline="", encoding="utf-8") as file:
        rows = [row for row in csv.DictReader(file) if wanted(row)]
    return [row for row in rows if _photo_path(folder, row).is_file()]


def same_garments() -> set[frozenset[str]]:
    """Pairs of the phone set's photos that show the same garment, by their names.

    As a rule there is one photo of each garment. Of the 48 pairs of unseen senders' photos that were most
    alike, two show the same one; a search that should lack the garment must lack both.
    """
    with (Path(__file__).parent / "same_garments.csv").open(newline="", encoding="utf-8") as file:
        return {frozenset(row.values()) for row in csv.DictReader(file)}


@dataclass(frozen=True)
class PhonePhotos:
    """Phone photos, as they are or made bad in `views` ways each: picture n is of row n // views."""

    folder: Path
    rows: Sequence[Row]
    seed: int
    bad: bool = False
    views: int = 1

    def __len__(self) -> int:
        """See `Pictures`."""
        return len(self.rows) * self.views

    def __getitem__(self, number: int, /) -> Picture:
        """See `Pictures`."""
        photo = _photo(self.folder, self.rows[number // self.views])
        return Picture(made_bad(photo, np.random.default_rng([self.seed, number])) if self.bad else photo)


@dataclass(frozen=True)
class PhoneCatalogue:
    """A catalogue picture of each phone photo's garment: the photo relit, creased and askew.

    With `studio`, a photo that has a reference mask gives a studio's picture, on white.
    """

    folder: Path
    rows: Sequence[Row]
    seed: int
    studio: bool = False

    def __len__(self) -> int:
        """See `Pictures`."""
        return len(self.rows)

    def __getitem__(self, number: int, /) -> Picture:
        """See `Pictures`."""
        row, rng = self.rows[number], np.random.default_rng([self.seed, number])
        photo = _photo(self.folder, row)
        mask = self.folder / "masks" / f"{row['photo']}.png"
        if not (self.studio and mask.is_file()):
            return Picture(altered(photo, rng), row["class"] or None, of_catalogue=True)
        reference = decode(mask.read_bytes())[..., 0]
        height, width = photo.shape[:2]
        inside = cv2.resize(reference, (width, height), interpolation=cv2.INTER_NEAREST) > 127
        labels = np.where(inside, class_label(row["class"]), 0).astype(np.uint8)
        view = studio_view(Example("", "", photo, labels), rng)[0]
        return Picture(view, row["class"] or None, of_catalogue=True)


@dataclass(frozen=True)
class NearShades:
    """Each picture of another source in a near shade, `nearest` to `farthest` away in CIELAB."""

    pictures: Pictures
    seed: int
    nearest: float = 6.0
    farthest: float = 15.0

    def __len__(self) -> int:
        """See `Pictures`."""
        return len(self.pictures)

    def __getitem__(self, number: int, /) -> Picture:
        """See `Pictures`."""
        picture, rng = self.pictures[number], np.random.default_rng([self.seed, number])
        distance = float(rng.uniform(self.nearest, self.farthest))
        shaded = moved(picture.photo.astype(np.float32) / np.float32(255), distance, rng)
        return replace(picture, photo=np.rint(shaded * 255).astype(np.uint8))


@dataclass(frozen=True)
class ShopViews:
    """The shop's pictures at `paths`, which are named ITEM_VIEW.jpg. Main views have their item's class."""

    paths: Sequence[Path]

    def __len__(self) -> int:
        """See `Pictures`."""
        return len(self.paths)

    def __getitem__(self, number: int, /) -> Picture:
        """See `Pictures`."""
        path = self.paths[number]
        main = path.stem.rpartition("_")[2] == "main"
        photo = decode(path.read_bytes(), at_least=WORKING_SIDE)
        return Picture(photo, class_of_name(path.stem) if main else None, of_catalogue=main)


@dataclass(frozen=True)
class DrawnStudio:
    """Drawn garments in the studio, from number `first` on, with their exact masks."""

    first: int
    count: int
    seed: int

    def __len__(self) -> int:
        """See `Pictures`."""
        return self.count

    def __getitem__(self, number: int, /) -> Picture:
        """See `Pictures`."""
        garment = drawn_garment(self.seed, self.first + number)
        photo, mask = draw_studio(garment, size=STUDIO_SIDE)
        return Picture(photo, garment_class(garment.kind), mask)


@dataclass(frozen=True)
class DrawnPhotos:
    """Drawn garments in a phone's photos, `poses` of each, from number `first` on."""

    first: int
    count: int
    seed: int
    poses: int = 1
    shade: float = 0.0
    """How far the photographed garment's colours are from the drawn one's, in CIELAB; 0 for its own."""

    def __len__(self) -> int:
        """See `Pictures`."""
        return self.count * self.poses

    def __getitem__(self, number: int, /) -> Picture:
        """See `Pictures`."""
        rng = np.random.default_rng(
            [self.seed, 1, round(self.shade), self.first + number // self.poses, number]
        )
        garment = drawn_garment(self.seed, self.first + number // self.poses)
        if self.shade:
            garment = near_shade(garment, self.shade, rng)
        return Picture(draw_phone(garment, rng, size=PHONE_SIZE, view="front")[0])


class NoGarments:
    """Photos that show no garment: backgrounds cut out of phone photos, plain colours, noise.

    Args:
        folder: a phone set with masks.
    """

    def __init__(self, folder: Path, seed: int) -> None:
        self._folder, self._seed = folder, seed

    def __len__(self) -> int:
        """See `Pictures`."""
        return len(self._every)

    def __getitem__(self, number: int, /) -> Picture:
        """See `Pictures`."""
        return Picture(self._every[number][0])

    @property
    def senders(self) -> list[str]:
        """Who sent each photo that a background is cut out of; a made photo has a name of its own."""
        return [sender for _, sender in self._every]

    @cached_property
    def _every(self) -> list[tuple[RgbImage, str]]:
        rng = np.random.default_rng(self._seed)
        validation, training = (
            examples(self._folder, split=split, longest_side=WORKING_SIDE) for split in ("val", "train")
        )
        chosen = [training[place] for place in rng.permutation(len(training))[:BACKGROUNDS]]
        cut = list(backgrounds([*validation, *chosen], rng, side=WORKING_SIDE))
        plain = [(photo, f"plain {n}") for n, photo in enumerate(plain_photos(rng, side=PLAIN_SIDE))]
        return [*cut, *plain]


def drawn_garment(seed: int, number: int) -> Garment:
    """The drawn garment of this number."""
    return random_garment(np.random.default_rng([seed, 0, number]))


def _photo(folder: Path, row: Row) -> RgbImage:
    return decode(_photo_path(folder, row).read_bytes(), at_least=WORKING_SIDE)


def _photo_path(folder: Path, row: Row) -> Path:
    return folder / "photos" / f"{row['photo']}.jpg"
