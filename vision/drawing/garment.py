"""The description of a garment, and random ones."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeAlias
from zlib import crc32

import numpy as np

from vision.arrays import GARMENT_CLASSES
from vision.drawing.colours import COLOURS, random_colours

Colour: TypeAlias = tuple[int, int, int]
"""Red, green, blue, 0 to 255."""

KINDS: tuple[str, ...] = (
    "T-shirt",
    "longsleeve",
    "shirt",
    "hoodie",
    "dress",
    "trousers",
    "shorts",
    "skirt",
    "jacket",
    "hat",
    "shoe",
    "bag",
)
FABRICS: tuple[str, ...] = ("plain", "stripes", "checks", "dots", "print", "denim", "knit")

_CLASSES = {
    "T-shirt": "upper",
    "longsleeve": "upper",
    "shirt": "upper",
    "hoodie": "upper",
    "dress": "full-body",
    "trousers": "lower",
    "shorts": "lower",
    "skirt": "lower",
    "jacket": "outer",
    "hat": "headwear",
    "shoe": "footwear",
    "bag": None,
}

STYLES: dict[str, tuple[str, ...]] = {
    "T-shirt": ("crew", "v-neck", "scoop", "polo"),
    "longsleeve": ("crew", "v-neck", "turtleneck", "henley"),
    "shirt": ("long", "short"),
    "hoodie": ("pullover", "zip"),
    "dress": ("a-line", "sheath", "strappy", "shirt-dress", "maxi"),
    "trousers": ("jeans", "chino", "jogger", "wide"),
    "shorts": ("chino", "jogger", "jeans", "cargo"),
    "skirt": ("a-line", "pencil", "pleated", "tiered"),
    "jacket": ("bomber", "denim", "blazer", "puffer", "coat"),
    "hat": ("cap", "beanie", "bucket", "sun hat"),
    "shoe": ("sneaker", "high-top", "boot", "loafer"),
    "bag": ("tote", "shoulder", "backpack"),
}
"""The cuts of each kind."""

_LIKELY: dict[str, tuple[str, ...]] = {
    "shoe": ("plain", "plain", "plain", "denim", "knit", "checks", "print"),
    "hat": ("plain", "plain", "denim", "knit", "checks", "stripes"),
    "bag": ("plain", "plain", "stripes", "denim", "print", "checks", "dots"),
    "hoodie": ("plain", "plain", "plain", "knit", "stripes", "print"),
    "jacket": ("plain", "plain", "plain", "denim", "checks", "knit"),
    "trousers": ("plain", "plain", "denim", "denim", "checks", "stripes", "print"),
    "shorts": ("plain", "plain", "denim", "checks", "stripes", "print"),
}


@dataclass(frozen=True, slots=True)
class Garment:
    """A garment, described so fully that it is always drawn the same."""

    kind: str
    fabric: str = "plain"
    colours: tuple[Colour, ...] = (COLOURS["navy"], COLOURS["white"])
    """The ground colour first, then those of the pattern and the trim."""
    style: str = ""
    """One of `STYLES[kind]`; empty for the first."""
    fit: float = 0.0
    """-1 slim to 1 wide."""
    length: float = 0.0
    """-1 short to 1 long."""
    graphic: bool = False
    """Whether something is printed on the chest or the front."""
    pocket: bool = False
    seed: int = 0
    """Seeds the fabric's scale and small proportions."""

    def __post_init__(self) -> None:
        if self.kind not in KINDS:
            raise ValueError(f"There is no kind of garment {self.kind!r}; there are {', '.join(KINDS)}.")
        if self.fabric not in FABRICS:
            raise ValueError(f"There is no fabric {self.fabric!r}; there are {', '.join(FABRICS)}.")
        if self.style and self.style not in STYLES[self.kind]:
            raise ValueError(
                f"There is no {self.kind} {self.style!r}; there are {', '.join(STYLES[self.kind])}."
            )
        if not self.colours:
            raise ValueError("A garment needs at least one colour.")

    @property
    def cut(self) -> str:
        """The style, never empty."""
        return self.style or STYLES[self.kind][0]

    def colour(self, position: int) -> Colour:
        """Return the colour at a position; the last colour if there are fewer."""
        return self.colours[min(position, len(self.colours) - 1)]

    def rng(self, aspect: str) -> np.random.Generator:
        """Create a generator for one aspect. It ignores the colours, so that colourways share their cut."""
        return np.random.default_rng([self.seed, crc32(f"{self.kind}/{self.cut}/{aspect}".encode())])


def garment_class(kind: str) -> str | None:
    """Return the segmenter's class of a kind; None for a bag.

    Raises:
        KeyError: there is no such kind.
    """
    name = _CLASSES[kind]
    assert name is None or name in GARMENT_CLASSES
    return name


def random_garment(rng: np.random.Generator, kind: str | None = None) -> Garment:
    """Describe a random garment, of a kind or of any."""
    chosen = kind if kind is not None else _pick(rng, KINDS)
    style = _pick(rng, STYLES[chosen])
    fabric = _pick(rng, _LIKELY.get(chosen, FABRICS))
    if style in {"jeans", "denim"} and rng.random() < 0.8:
        fabric = "denim"
    if style == "beanie" and rng.random() < 0.8:
        fabric = "knit"
    return Garment(
        kind=chosen,
        fabric=fabric,
        colours=random_colours(rng, fabric),
        style=style,
        fit=float(rng.uniform(-1, 1)),
        length=float(rng.uniform(-1, 1)),
        graphic=bool(rng.random() < 0.45),
        pocket=bool(rng.random() < 0.5),
        seed=int(rng.integers(2**31)),
    )


def _pick(rng: np.random.Generator, among: Sequence[str]) -> str:
    return among[int(rng.integers(len(among)))]
