"""Turn a garment's description into pieces."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

import numpy as np

from vision.drawing.bags import bag
from vision.drawing.dresses import dress
from vision.drawing.garment import Garment
from vision.drawing.hats import hat
from vision.drawing.hoodies import hoodie
from vision.drawing.jackets import jacket
from vision.drawing.pieces import Design, Pose, View
from vision.drawing.shoes import shoe
from vision.drawing.skirts import skirt
from vision.drawing.tops import longsleeve, shirt, t_shirt
from vision.drawing.trousers import shorts, trousers

_Cutter: TypeAlias = Callable[[Garment, View, Pose, np.random.Generator], Design]

_CUTTERS: dict[str, _Cutter] = {
    "T-shirt": t_shirt,
    "longsleeve": longsleeve,
    "shirt": shirt,
    "hoodie": hoodie,
    "dress": dress,
    "trousers": trousers,
    "shorts": shorts,
    "skirt": skirt,
    "jacket": jacket,
    "hat": hat,
    "shoe": shoe,
    "bag": bag,
}


def cut_out(garment: Garment, *, view: View, pose: Pose, rng: np.random.Generator) -> Design:
    """Cut the pieces of a view. `rng` affects the folds only."""
    return _CUTTERS[garment.kind](garment, view, pose, rng)
