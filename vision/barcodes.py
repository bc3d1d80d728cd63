"""Barcodes in a photo, in any direction: EAN, UPC, Code 128, Code 39, ITF, QR and Data Matrix, with GS1."""

from __future__ import annotations

import re
from typing import TypeAlias

import cv2
import numpy as np
import zxingcpp
from numpy.typing import NDArray

from vision.arrays import RgbImage

GreyImage: TypeAlias = NDArray[np.uint8]
SIDE = 1600
"""Longest side, in pixels, that is searched: an EAN a twelfth as wide as the photo is still read."""
FULL_SIDE = 4032
"""Longest side of a second try: a 12 megapixel photo's."""
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


_GTIN_LENGTHS = (8, 12, 13, 14)
_UNPADDED = 11
"""A UPC whose leading zero a spreadsheet has dropped has this many digits."""
_GS1 = re.compile(r"^(?:\][A-Za-z]\d)?\x1d?01(\d{14})(?:\D|\d{2}|$)")
"""A GS1 element string that begins with a GTIN."""
_READABLE_GS1 = re.compile(r"\(01\)(\d{14})")
_DIGITAL_LINK = re.compile(r"^https?://\S*?/(?:01|gtin)/(\d{8}|\d{12,14})(?:[/?#]|$)", re.IGNORECASE)


def numbers_on(photo: RgbImage, *, side: int = SIDE) -> tuple[str, ...]:
    """Read the barcodes in a photo, (H, W, 3): at most `MAX_NUMBERS` texts, each once; a GTIN for GS1.

    It is read as it lies and turned by 45°. A small or blurred barcode may be misread, so look its number up.
    Light bars on a dark ground are not read, as shops' scanners do not read them.

    Args:
        side: a larger photo is shrunk to this longest side.
    """
    grey = cv2.cvtColor(photo, cv2.COLOR_RGB2GRAY).astype(np.uint8)
    height, width = grey.shape
    if max(height, width) > side:
        scale = side / max(height, width)
        size = max(1, round(width * scale)), max(1, round(height * scale))
        # Linear, not by area: bars keep sharper edges, and it takes a quarter of the time.
        grey = cv2.resize(grey, size, interpolation=cv2.INTER_LINEAR).astype(np.uint8)
    found = (
        barcode
        for view in (grey, _turned(grey))
        for barcode in zxingcpp.read_barcodes(view, formats=KINDS, try_invert=False)
    )
    texts = (barcode.text.strip() for barcode in found if barcode.valid)
    numbers = (gtin_in(text) or text for text in texts)
    return tuple(dict.fromkeys(text for text in numbers if text and len(text) <= MAX_CHARACTERS))[
        :MAX_NUMBERS
    ]


def qr_code(text: str) -> str:
    """A QR code of a text, as an SVG element to stand in a page. Raises `ValueError` if it is too long."""
    svg = str(zxingcpp.create_barcode(text, _KINDS.QRCode).to_svg(scale=4, add_quiet_zones=True))
    # Without a viewBox a page could not scale it.
    return re.sub(r'<svg width="(\d+)" height="(\d+)"', r'<svg viewBox="0 0 \1 \2"', svg[svg.index("<svg") :])


def gtin_in(text: str) -> str | None:
    """Read the GTIN out of a GS1 element string or a Digital Link; None for any other text.

    It has 13 digits, or 14 if the first is not 0.
    """
    for pattern in (_READABLE_GS1, _GS1, _DIGITAL_LINK):
        if (match := pattern.search(text)) is not None and is_gtin(match[1]):
            return match[1].zfill(14).removeprefix("0")
    return None


def is_gtin(number: str) -> bool:
    """Whether a number is a GTIN of 8, 12, 13 or 14 digits with a right check digit."""
    if len(number) not in _GTIN_LENGTHS or not (number.isascii() and number.isdigit()):
        return False
    weighted = (int(digit) * (3 if place % 2 else 1) for place, digit in enumerate(reversed(number)))
    return sum(weighted) % 10 == 0


def spellings(number: str) -> tuple[str, ...]:
    """The ways in which a catalogue may have written a code's number: a GTIN with more or fewer zeros."""
    if not is_gtin(number):
        return (number,)
    digits = number.lstrip("0")
    padded = (digits.zfill(length) for length in (13, 12, 14, 8, _UNPADDED) if len(digits) <= length)
    return tuple(dict.fromkeys((number, *padded)))


def _turned(grey: GreyImage) -> GreyImage:
    """Turn a grey photo, (H, W), by 45°, with white corners."""
    height, width = grey.shape
    side = int(np.ceil((height + width) / np.sqrt(2)))
    turn = cv2.getRotationMatrix2D((width / 2, height / 2), 45, 1)
    turn[:, 2] += (side - width) / 2, (side - height) / 2
    return cv2.warpAffine(grey, turn, (side, side), borderValue=255).astype(np.uint8)
