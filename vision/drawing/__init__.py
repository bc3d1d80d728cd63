"""Draw garments for the demo, the tests and the training.

`random_garment` describes a garment. `draw_studio` draws it on white, `draw_phone` in a phone's photo, both
with an exact mask. `draw_together` draws a photo of several. `write_training_folder` draws many.
"""

from vision.drawing.garment import FABRICS, KINDS, STYLES, Garment, garment_class, random_garment
from vision.drawing.phone import draw_phone
from vision.drawing.studio import draw_studio
from vision.drawing.together import draw_together
from vision.drawing.training_folder import write_training_folder

__all__ = [
    "FABRICS",
    "KINDS",
    "STYLES",
    "Garment",
    "draw_phone",
    "draw_studio",
    "draw_together",
    "garment_class",
    "random_garment",
    "write_training_folder",
]
