"""A drawn catalogue in which some items are near shades of others, and the rest are clearly different."""

from __future__ import annotations

import csv
import io
import zipfile
from dataclasses import replace
from pathlib import Path

import cv2
import numpy as np

from tests.kit.photos import jpeg
from tests.kit.shop import HEADER
from vision.drawing import Garment, draw_studio, garment_class
from vision.drawing.garment import Colour

SINGLE = {
    "TEE": Garment("T-shirt", "plain", ((34, 46, 92), (250, 250, 250)), seed=1),
    "HOODIE": Garment("hoodie", "plain", ((70, 98, 66), (240, 240, 240)), seed=5),
    "SKIRT": Garment("skirt", "plain", ((150, 60, 50), (40, 40, 40)), seed=6),
    "TEE-STRIPED": Garment("T-shirt", "stripes", ((240, 240, 235), (190, 40, 45)), seed=2),
    "JEANS": Garment("trousers", "denim", ((60, 80, 130), (230, 230, 230)), seed=3),
    "DRESS-DOTS": Garment("dress", "dots", ((20, 110, 90), (250, 250, 240)), seed=4),
    "HAT": Garment("hat", "knit", ((220, 170, 40), (240, 240, 240)), style="beanie", seed=7),
}
SHADED = {"TEE": (5.0, 1.0, -1.0), "HOODIE": (3.0, 3.0, -2.0), "SKIRT": (-3.0, -2.0, 4.0)}
"""By which steps of (lightness, a, b) in CIELAB the near shade of each differs: 4 to 6 ΔE."""


def near_shade(colour: Colour, step: tuple[float, float, float]) -> Colour:
    """That colour moved by a step in CIELAB."""
    pixel = np.array([[colour]], np.float32) / 255
    lab = cv2.cvtColor(pixel, cv2.COLOR_RGB2LAB) + np.array(step, np.float32)
    red, green, blue = (round(float(v) * 255) for v in cv2.cvtColor(lab, cv2.COLOR_LAB2RGB)[0, 0])
    return red, green, blue


def garments() -> dict[str, Garment]:
    """Each item's garment; `TEE-2` is the near shade of `TEE`."""
    shades = {
        f"{name}-2": replace(SINGLE[name], colours=(near_shade(SINGLE[name].colour(0), step), *rest(name)))
        for name, step in SHADED.items()
    }
    return SINGLE | shades


def rest(name: str) -> tuple[Colour, ...]:
    """The colours of a garment after the first."""
    return SINGLE[name].colours[1:]


def shades_batch(path: Path, drawn: dict[str, Garment] | None = None) -> Path:
    """These items as a ZIP with a studio picture each, one size, at `Hall A`."""
    every = garments() if drawn is None else drawn
    table = io.StringIO()
    rows = csv.writer(table)
    rows.writerow(HEADER)
    for name, garment in every.items():
        given = [name, f"{garment.kind} {name.lower()}", garment_class(garment.kind) or "", "", "Test"]
        rows.writerow([*given, "19.90", "EUR", f"{name}-M", "M", "", "Hall A", "5", "0", f"{name}.jpg"])
    with zipfile.ZipFile(path, "w") as package:
        package.writestr("items.csv", table.getvalue())
        for name, garment in every.items():
            package.writestr(f"pictures/{name}.jpg", jpeg(draw_studio(garment, size=400)[0]))
    return path
