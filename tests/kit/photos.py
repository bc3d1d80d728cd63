"""Photos for tests, made on the spot."""

from __future__ import annotations

import io
import os
from pathlib import Path

import cv2
import numpy as np
import pytest
from PIL import Image

from vision.arrays import Mask, RgbImage

DATA = Path(os.environ.get("HANGTAG_DATA", Path(__file__).resolve().parents[3] / "shared" / "data"))
"""The real photos, where they are."""

needs_data = pytest.mark.skipif(
    not (DATA / "phone" / "index.csv").is_file(),
    reason="the real photos are not here: set HANGTAG_DATA to their folder",
)


def jpeg(photo: RgbImage, *, quality: int = 90, exif: Image.Exif | None = None) -> bytes:
    """The photo as a JPEG file."""
    out = io.BytesIO()
    options = {"exif": exif} if exif is not None else {}
    Image.fromarray(photo).save(out, "JPEG", quality=quality, **options)
    return out.getvalue()


def red_on_green(height: int = 120, width: int = 90) -> tuple[RgbImage, Mask]:
    """A red disc on a green ground with a little grain, and where the disc is."""
    rng = np.random.default_rng(0)
    photo = np.full((height, width, 3), (40, 150, 60), np.uint8)
    disc = np.zeros((height, width), np.uint8)
    cv2.circle(disc, (width // 2, height // 2), min(height, width) // 3, 1, -1)
    photo[disc > 0] = (200, 30, 40)
    grain = rng.integers(-12, 13, photo.shape)
    return np.clip(photo.astype(int) + grain, 0, 255).astype(np.uint8), disc > 0
