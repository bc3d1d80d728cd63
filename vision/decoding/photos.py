"""Decode photos into upright RGB: EXIF orientation, HEIC, limits on bytes, pixels and frames."""

from __future__ import annotations

import io
import warnings

import cv2
import numpy as np
import pillow_heif
from PIL import Image, ImageOps, UnidentifiedImageError

from vision.arrays import RgbImage
from vision.errors import PhotoError

MAX_BYTES = 25 * 2**20
MAX_PIXELS = 100_000_000
MAX_FRAMES = 300
"""Frames or pages of a file; the first is decoded. A phone's burst or live picture has fewer."""
FORMATS = ("JPEG", "PNG", "WEBP", "GIF", "BMP", "TIFF", "HEIF")
"""The formats that are opened. Pillow knows more, and runs other programs for some of them."""


def decode(
    data: bytes, *, at_least: int = 0, max_bytes: int = MAX_BYTES, max_pixels: int = MAX_PIXELS
) -> RgbImage:
    """Decode JPEG, PNG, WebP, GIF, BMP, TIFF or HEIC into upright RGB; transparency becomes white.

    Args:
        data: the file's bytes.
        at_least: the longest side may shrink to this many pixels or some more. JPEGs are then decoded at a
            half, a quarter or an eighth, up to seven times as fast. 0 keeps every pixel.

    Returns:
        (H, W, 3) uint8.

    Raises:
        PhotoError: the file is empty, too large, truncated or not a picture.
    """
    if not data:
        raise PhotoError("photo-empty")
    if len(data) > max_bytes:
        raise too_many_bytes(len(data), max_bytes)
    pillow_heif.register_heif_opener()
    try:
        with warnings.catch_warnings():
            warnings.simplefilter(
                "ignore"
            )  # Pillow warns of odd metadata, and of sizes that are checked below
            with Image.open(io.BytesIO(data), formats=FORMATS) as picture:
                return _upright(picture, at_least, max_pixels)
    except PhotoError:
        raise
    except Image.DecompressionBombError as error:
        raise PhotoError("photo-pixels", allowed=max_pixels // 1_000_000) from error
    except MemoryError as error:
        raise too_much_memory() from error
    except UnidentifiedImageError as error:
        raise PhotoError("photo-none") from error
    except Exception as error:  # decoders raise OSError, SyntaxError, ValueError, struct.error, EOFError …
        raise PhotoError("photo-damaged") from error


def too_many_bytes(count: int, most: int) -> PhotoError:
    """The fault of a file with `count` bytes where `most` are allowed."""
    return PhotoError("photo-too-large", megabytes=round(count / 2**20), allowed=round(most / 2**20))


def too_much_memory() -> PhotoError:
    """The fault of a photo that does not fit into the memory allowed."""
    return PhotoError("photo-memory")


def shrunk(photo: RgbImage, longest: int) -> RgbImage:
    """Resize a photo, (H, W, 3), so that its longest side has at most `longest` pixels."""
    height, width = photo.shape[:2]
    if max(height, width) <= longest:
        return photo
    scale = longest / max(height, width)
    size = max(1, round(width * scale)), max(1, round(height * scale))
    return np.asarray(cv2.resize(photo, size, interpolation=cv2.INTER_AREA), dtype=np.uint8)


def reduced(photo: RgbImage, at_least: int) -> RgbImage:
    """Shrink a photo, (H, W, 3), by a whole number, averaging pixels.

    The longest side ends at `at_least` pixels or more, below twice as many. 0 keeps every pixel.
    """
    height, width = photo.shape[:2]
    factor = max(height, width) // at_least if at_least else 1
    if factor < 2:
        return photo
    size = -(-width // factor), -(-height // factor)
    return np.asarray(cv2.resize(photo, size, interpolation=cv2.INTER_AREA), dtype=np.uint8)


def _upright(picture: Image.Image, at_least: int, max_pixels: int) -> RgbImage:
    width, height = picture.size
    if width * height > max_pixels:
        raise PhotoError("photo-size", width=str(width), height=str(height), allowed=max_pixels // 1_000_000)
    if (frames := getattr(picture, "n_frames", 1)) > MAX_FRAMES:
        raise PhotoError("photo-frames", count=frames, allowed=MAX_FRAMES)
    if at_least and max(width, height) > at_least:
        scale = at_least / max(width, height)
        picture.draft("RGB", (max(1, int(width * scale)), max(1, int(height * scale))))
    picture.load()
    if at_least and (factor := max(width, height) // at_least) > 1 and picture.size == (width, height):
        # Formats without a draft mode are shrunk first: a full-size copy costs four bytes a pixel.
        picture = _shrinkable(picture).reduce(factor)
    ImageOps.exif_transpose(picture, in_place=True)  # copying a large picture takes as long as decoding it
    picture = _shrinkable(picture)
    if picture.has_transparency_data:
        white = Image.new("RGBA", picture.size, "white")
        picture = Image.alpha_composite(white, picture.convert("RGBA"))
    return np.asarray(picture if picture.mode == "RGB" else picture.convert("RGB"), dtype=np.uint8)


def _shrinkable(picture: Image.Image) -> Image.Image:
    """Convert to a mode whose pixels can be averaged."""
    if picture.mode.startswith("I;16"):
        return picture.point(lambda level: level / 256).convert("L")
    if picture.mode in {"1", "P", "PA"}:
        return picture.convert("RGBA" if picture.has_transparency_data else "RGB")
    return picture
