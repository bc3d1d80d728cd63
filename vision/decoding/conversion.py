"""Catalogue pictures in formats whose metadata cannot be stripped, converted to ones without any."""

from __future__ import annotations

import io

from PIL import Image

from vision.decoding.decoder import Decoder
from vision.decoding.photos import MAX_BYTES, too_many_bytes

JPEG_QUALITY = 95


def storable(data: bytes, decoder: Decoder, *, at_least: int) -> bytes:
    """Check that a catalogue picture can be decoded, and return the file to store.

    A TIFF becomes a PNG and a HEIC a JPEG, both upright and without metadata. Any other file is returned
    unchanged.

    Args:
        data: the file's bytes.
        decoder: decodes the picture; in a worker process if the file may be hostile.
        at_least: see `Decoder.open`; ignored for a TIFF or HEIC, which keeps every pixel.

    Raises:
        PhotoError: the picture cannot be used, or is too large once converted.
    """
    tiff, heic = data.startswith((b"II", b"MM")), data[4:8] == b"ftyp"
    pixels = decoder.open(data, at_least=0 if tiff or heic else at_least).pixels.result()
    if not tiff and not heic:
        return data
    file = io.BytesIO()
    if tiff:
        Image.fromarray(pixels).save(file, "PNG")
    else:
        Image.fromarray(pixels).save(file, "JPEG", quality=JPEG_QUALITY, subsampling=0)
    converted = file.getvalue()
    if len(converted) > MAX_BYTES:  # it could not be opened again
        raise too_many_bytes(len(converted), MAX_BYTES)
    return converted
