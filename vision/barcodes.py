"""Barcodes and printed tags in a photo: EAN, UPC, Code 128, QR and their kin, in any direction."""

from __future__ import annotations

import cv2
import zxingcpp

from vision.photos import decode, shrunk

SIDE = 1600
"""Pixels of the longest side that are read: an EAN of a twelfth of the photo's width is still told apart."""
MOST = 8
LONGEST = 64
"""Signs of a number; a longer text is no number."""


def numbers_in(data: bytes) -> tuple[str, ...]:
    """What the barcodes in a photo say, each once; a small or blurred one may be misread, so look it up.

    Raises:
        PhotoError: the picture cannot be used.
    """
    photo = shrunk(decode(data, at_least=SIDE), SIDE)
    found = zxingcpp.read_barcodes(cv2.cvtColor(photo, cv2.COLOR_RGB2GRAY))
    texts = (one.text.strip() for one in found if one.valid)
    return tuple(dict.fromkeys(text for text in texts if text and len(text) <= LONGEST))[:MOST]
