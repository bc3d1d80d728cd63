"""Pictures that mean harm, made in memory."""

from __future__ import annotations

import io
import struct
import zlib
from typing import Any

import numpy as np
import pillow_heif
from PIL import Image
from PIL.PngImagePlugin import PngInfo

from tests.kit.photos import jpeg, red_on_green

PNG = b"\x89PNG\r\n\x1a\n"


def saved(picture: Image.Image, form: str, **options: Any) -> bytes:
    """The picture as a file of that format."""
    out = io.BytesIO()
    picture.save(out, form, **options)
    return out.getvalue()


def chunk(kind: bytes, body: bytes = b"", *, length: int | None = None, crc: int | None = None) -> bytes:
    """A PNG chunk; its length and sum are true unless others are given."""
    size = len(body) if length is None else length
    total = zlib.crc32(kind + body) if crc is None else crc
    return struct.pack(">I", size) + kind + body + struct.pack(">I", total)


def header(width: int, height: int, *, bits: int = 8, colour: int = 2, interlaced: int = 0) -> bytes:
    """A PNG's first chunk."""
    return chunk(b"IHDR", struct.pack(">II5B", width, height, bits, colour, 0, 0, interlaced))


def png(*chunks: bytes, width: int = 48, height: int = 48) -> bytes:
    """A white PNG with chunks before its pixels."""
    pixels = zlib.compress((b"\0" + b"\xff" * width * 3) * height, 1)
    return b"".join([PNG, header(width, height), *chunks, chunk(b"IDAT", pixels), chunk(b"IEND")])


def said_size(width: int, height: int, **look: int) -> bytes:
    """A PNG that says it has that size, with hardly any pixels in it."""
    return PNG + header(width, height, **look) + chunk(b"IDAT", zlib.compress(bytes(64))) + chunk(b"IEND")


def photo() -> bytes:
    """A whole JPEG photo."""
    return jpeg(red_on_green()[0])


def with_exif(exif: bytes) -> bytes:
    """The photo with these bytes for its EXIF."""
    return saved(Image.fromarray(red_on_green()[0]), "JPEG", exif=b"Exif\0\0" + exif)


def tiff_fields(*entries: tuple[int, int, int, bytes], following: int = 0, more: bytes = b"") -> bytes:
    """A little-endian EXIF block: tag, type, count and the four bytes of a value or of where it lies."""
    table = b"".join(struct.pack("<HHI4s", tag, kind, count, value) for tag, kind, count, value in entries)
    return b"II*\0\x08\0\0\0" + struct.pack("<H", len(entries)) + table + struct.pack("<I", following) + more


def orientation(value: int, *, kind: int = 3, count: int = 1) -> bytes:
    """The photo, to be turned so."""
    return with_exif(tiff_fields((0x0112, kind, count, struct.pack("<I", value & 0xFFFFFFFF))))


def animated(form: str, frames: int, *, side: int = 32) -> bytes:
    """Frames that are all different, in a format that moves."""
    rng = np.random.default_rng(0)
    pictures = [
        Image.fromarray(rng.integers(0, 255, (side, side, 3), np.uint8)).quantize(8) for _ in range(40)
    ]
    whole = [pictures[number % 40] for number in range(frames)]
    if form == "WEBP":
        return saved(
            whole[0].convert("RGB"),
            form,
            save_all=True,
            append_images=[one.convert("RGB") for one in whole[1:]],
            method=0,
        )
    return saved(whole[0], form, save_all=True, append_images=whole[1:], duration=10)


def heic(**beside: bytes) -> bytes:
    """A whole HEIC photo, with that beside it."""
    out = io.BytesIO()
    pillow_heif.from_pillow(Image.fromarray(red_on_green(128, 96)[0])).save(out, quality=80, **beside)
    return out.getvalue()


PLACE = "N 52 31 12 E 13 24 36"
"""What no file that is kept may hold."""


def camera(turning: int | None = 6) -> Image.Exif:
    """What a phone writes beside a photo: where, when and by whom it was taken."""
    exif = Image.Exif()
    if turning is not None:
        exif[0x0112] = turning
    exif[0x010E] = exif[0x013B] = PLACE
    position = exif.get_ifd(0x8825)
    position[1], position[2], position[28] = "N", (52.0, 31.0, 12.0), PLACE.encode()
    more = exif.get_ifd(0x8769)
    more[0x9286], more[0x9003] = PLACE.encode(), "2026:01:02 03:04:05"
    return exif


def placed() -> dict[str, bytes]:
    """A photo in each form, and in each way that a form has, with its place written into it."""
    picture = Image.fromarray(red_on_green()[0])
    xmp = f'<x:xmpmeta><rdf:Description tiff:Orientation="6">{PLACE}</rdf:Description></x:xmpmeta>'.encode()
    texts = PngInfo()
    texts.add_text("Comment", PLACE)
    texts.add_text("Author", PLACE, zip=True)
    texts.add_itxt("XML:com.adobe.xmp", PLACE)
    return {
        "JPEG": saved(picture, "JPEG", exif=camera(), comment=PLACE.encode()),
        "JPEG with XMP alone": saved(picture, "JPEG", xmp=xmp),
        "JPEG in steps": saved(picture, "JPEG", progressive=True, exif=camera(8)),
        "JPEG with a film behind it": saved(picture, "JPEG", exif=camera()) + b"ftypmp42" + PLACE.encode(),
        "JPEG in CMYK": saved(picture.convert("CMYK"), "JPEG", exif=camera(3)),
        "PNG": saved(picture, "PNG", exif=camera(), pnginfo=texts) + PLACE.encode(),
        "WebP": saved(picture, "WEBP", exif=camera(), xmp=xmp),
        "WebP without loss": saved(picture, "WEBP", lossless=True, exif=camera(5)),
        "GIF": saved(picture, "GIF", comment=PLACE) + PLACE.encode(),
        "TIFF": saved(picture, "TIFF", exif=camera()),
        "TIFF, packed": saved(picture, "TIFF", exif=camera(), compression="tiff_lzw"),
        "HEIC": heic(exif=camera(None).tobytes(), xmp=xmp),
    }
