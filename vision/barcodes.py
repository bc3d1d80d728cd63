"""Barcodes and printed tags in a photo: EAN, UPC, Code 128, QR and their kin, in any direction."""

from __future__ import annotations

import cv2
import zxingcpp

from vision.arrays import RgbImage

SIDE = 1600
"""Pixels of the longest side that are read: an EAN of a twelfth of the photo's width is still told apart."""
MOST = 8
LONGEST = 64
"""Signs of a number; a longer text is no number."""
_KINDS = zxingcpp.BarcodeFormat
KINDS = zxingcpp.BarcodeFormats(
    [
        *(_KINDS.EAN13, _KINDS.EAN8, _KINDS.UPCA, _KINDS.UPCE),
        *(_KINDS.Code128, _KINDS.Code39, _KINDS.ITF),
        *(_KINDS.QRCode, _KINDS.DataMatrix),
    ]
)
"""What tags and cartons bear. Every kind is looked for by itself, so that all of them take twice the time."""


def numbers_on(photo: RgbImage) -> tuple[str, ...]:
    """What the barcodes in a photo, (H, W, 3), say, each once.

    A small or blurred one may be misread, so look it up. Light bars on a dark ground are not read; shops'
    scanners do not read them either.
    """
    grey = cv2.cvtColor(photo, cv2.COLOR_RGB2GRAY)
    height, width = grey.shape
    if max(height, width) > SIDE:
        scale = SIDE / max(height, width)
        size = max(1, round(width * scale)), max(1, round(height * scale))
        # Linear, not by area: edges stay sharper, of which bars are made, and it takes a quarter of the time.
        grey = cv2.resize(grey, size, interpolation=cv2.INTER_LINEAR)
    found = zxingcpp.read_barcodes(grey, formats=KINDS, try_invert=False)
    texts = (one.text.strip() for one in found if one.valid)
    return tuple(dict.fromkeys(text for text in texts if text and len(text) <= LONGEST))[:MOST]
