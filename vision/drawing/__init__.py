"""Garments drawn by the project itself: for its demo, its tests and its training.

`random_garment` describes one, `draw_studio` shows it on white, `draw_phone` as a phone would see it,
with an exact mask; `write_training_folder` makes many.
"""

from vision.drawing.garment import FABRICS, KINDS, STYLES, Garment, garment_class, random_garment
from vision.drawing.phone import draw_phone
from vision.drawing.studio import draw_studio
from vision.drawing.training_folder import write_training_folder

__all__ = [
    "FABRICS",
    "KINDS",
    "STYLES",
    "Garment",
    "draw_phone",
    "draw_studio",
    "garment_class",
    "random_garment",
    "write_training_folder",
]
