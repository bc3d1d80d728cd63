"""Barcodes in a photo, in any direction: EAN, UPC, Code 128, Code 39, ITF, QR and Data Matrix."""

from __future__ import annotations

import cv2
import zxingcpp

from vision.arrays import RgbImage

SIDE = 1600
"""Longest side, in pixels, that is searched: an EAN a twelfth as wide as the photo is still read."""
MAX_NUMBERS = 8
MAX_CHARACTERS = 64
"""A longer text is not a number."""
_KINDS = zxingcpp.BarcodeFormat
KINDS = zxingcpp.BarcodeFormats(
    [
        *(_KINDS.EAN13, _KINDS.EAN8, _KINDS.UPCA, _KINDS.UPCE),
        *(_KINDS.Code128, _KINDS.Code39, _KINDS.ITF),
        *(_KINDS.QRCode, _KINDS.DataMatrix),
    ]
)
"""The symbologies on tags and cartons. Each costs time: all that ZXing knows would take twice as long."""


def numbers_on(photo: RgbImage) -> tuple[str, ...]:
    """Read the barcodes in a photo, (H, W, 3): at most `MAX_NUMBERS` texts, each once.

    A small or blurred barcode may be misread, so look its number up. Light bars on a dark ground are not
    read, as shops' scanners do not read them.
    """
    grey = cv2.cvtColor(photo, cv2.COLOR_RGB2GRAY)
    height, width = grey.shape
    if max(height, width) > SIDE:
        scale = SIDE / max(height, width)
        size = max(1, round(width * scale)), max(1, round(height * scale))
        # Linear, not by area: bars keep sharper edges, and it takes a quarter of the time.
        grey = cv2.resize(grey, size, interpolation=cv2.INTER_LINEAR)
    barcodes = zxingcpp.read_barcodes(grey, formats=KINDS, try_invert=False)
    texts = (barcode.text.strip() for barcode in barcodes if barcode.valid)
    numbers = dict.fromkeys(text for text in texts if text and len(text) <= MAX_CHARACTERS)
    return tuple(numbers)[:MAX_NUMBERS]
