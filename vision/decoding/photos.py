"""Decode photos into upright sRGB: EXIF orientation, colour profiles, limits on bytes, pixels and frames."""

from __future__ import annotations

import io
import warnings
from dataclasses import dataclass

import cv2
import numpy as np
import pillow_heif
from PIL import Image, ImageOps, UnidentifiedImageError

from vision.arrays import RgbImage
from vision.decoding import color_profiles, files
from vision.errors import PhotoError

MAX_BYTES = 25 * 2**20
"""Without what follows the picture, such as the film of a motion photo."""
MAX_PIXELS = 100_000_000
"""As decoded: a phone's 200 megapixel JPEG is decoded at an eighth of its size."""
MAX_FILE_PIXELS = 500_000_000
MAX_FRAMES = 300
"""Frames or pages of a file; the first is decoded. A phone's burst or live picture has fewer."""
FORMATS = ("JPEG", "PNG", "WEBP", "GIF", "BMP", "TIFF", "HEIF", "AVIF")
"""The formats that are opened. Pillow knows more, and runs other programs for some of them."""


@dataclass(frozen=True, slots=True)
class DecodedPhoto:
    """A photo whose pixels may still be in the colours of its file."""

    pixels: RgbImage
    """(H, W, 3), upright."""
    to_srgb: color_profiles.Conversion


def decode(
    data: bytes, *, at_least: int = 0, max_bytes: int = MAX_BYTES, max_pixels: int = MAX_PIXELS
) -> RgbImage:
    """Decode a photo into upright sRGB, (H, W, 3) uint8; see `decode_unconverted`."""
    decoded = decode_unconverted(data, at_least=at_least, max_bytes=max_bytes, max_pixels=max_pixels)
    return decoded.to_srgb(decoded.pixels)


def decode_unconverted(
    data: bytes, *, at_least: int = 0, max_bytes: int = MAX_BYTES, max_pixels: int = MAX_PIXELS
) -> DecodedPhoto:
    """Decode JPEG, PNG, WebP, GIF, BMP, TIFF, HEIC or AVIF into upright RGB; transparency becomes white.

    A JPEG may have bytes before its start, and lack the last of its rows.

    Args:
        data: the file's bytes.
        at_least: the longest side may shrink to this many pixels or some more. JPEGs are then decoded at a
            half, a quarter or an eighth, up to seven times as fast. 0 keeps every pixel.

    Raises:
        PhotoError: the file is empty, too large, truncated or not a picture.
    """
    if not data:
        raise PhotoError("photo-empty")
    data = picture_of(data, max_bytes)
    pillow_heif.register_heif_opener()
    Image.MAX_IMAGE_PIXELS = MAX_FILE_PIXELS // 2  # Pillow refuses twice as many
    try:
        with warnings.catch_warnings():
            warnings.simplefilter(
                "ignore"
            )  # Pillow warns of odd metadata, and of sizes that are checked below
            try:
                return _decoded(data, at_least, max_pixels)
            except OSError:
                if not data.startswith(b"\xff\xd8") or data.endswith(_JPEG_END):
                    raise
                return _decoded(data + _JPEG_END, at_least, max_pixels, cut_off=True)
    except PhotoError:
        raise
    except Image.DecompressionBombError as error:
        raise PhotoError("photo-pixels", allowed=max_pixels // 1_000_000) from error
    except MemoryError as error:
        raise too_much_memory() from error
    except UnidentifiedImageError as error:
        raise _no_picture(data) from error
    except Exception as error:  # decoders raise OSError, SyntaxError, ValueError, struct.error, EOFError …
        raise PhotoError("photo-damaged") from error


def picture_of(data: bytes, max_bytes: int = MAX_BYTES) -> bytes:
    """Cut off what stands before a picture, and from a large file what follows it.

    Raises:
        PhotoError: the picture has more bytes than allowed.
    """
    data = files.picture_in(data)
    if len(data) > max_bytes:
        data = files.without_film(data)
    if len(data) > max_bytes:
        raise too_many_bytes(len(data), max_bytes)
    return data


def _no_picture(data: bytes) -> PhotoError:
    """The fault of a file that is not opened, which names its kind if it is known."""
    kind = files.kind_of(data)
    if kind in files.VIDEOS:
        return PhotoError("photo-video", kind=kind)
    return PhotoError("photo-none") if kind is None else PhotoError("photo-kind", kind=kind)


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


_JPEG_END = b"\xff\xd9"
_MOST_MISSING = 0.03
"""The share of a JPEG's rows that may be missing: the garment is whole without them."""
_MISSING = 128
"""The level at which a JPEG's missing blocks are decoded."""


def _decoded(data: bytes, at_least: int, max_pixels: int, *, cut_off: bool = False) -> DecodedPhoto:
    with Image.open(io.BytesIO(data), formats=FORMATS) as picture:
        colours = color_profiles.colours_of(picture, data)
        shrunken = _shrunken(picture, at_least, max_pixels)
        if cut_off and _missing_rows(shrunken) > _MOST_MISSING * shrunken.height:
            raise PhotoError("photo-damaged")
        # Copying a large picture takes as long as decoding it.
        ImageOps.exif_transpose(shrunken, in_place=True)
        rgb, to_srgb = color_profiles.as_rgb(_shrinkable(shrunken), colours)
    if rgb.mode == "RGBA":
        rgb = Image.alpha_composite(Image.new("RGBA", rgb.size, "white"), rgb).convert("RGB")
    return DecodedPhoto(np.asarray(rgb, dtype=np.uint8), to_srgb)


def _shrunken(picture: Image.Image, at_least: int, max_pixels: int) -> Image.Image:
    """Load a picture, shrunk as far as `at_least` allows."""
    width, height = picture.size
    if (frames := getattr(picture, "n_frames", 1)) > MAX_FRAMES:
        raise PhotoError("photo-frames", count=frames, allowed=MAX_FRAMES)
    if at_least and max(width, height) > at_least:
        scale = at_least / max(width, height)
        picture.draft("RGB", (max(1, int(width * scale)), max(1, int(height * scale))))
    if picture.width * picture.height > max_pixels:
        raise PhotoError("photo-size", width=str(width), height=str(height), allowed=max_pixels // 1_000_000)
    picture.load()
    if at_least and (factor := max(picture.size) // at_least) > 1 and picture.size == (width, height):
        # Formats without a draft mode are shrunk first: a full-size copy costs four bytes a pixel.
        return _shrinkable(picture).reduce(factor)
    return picture


def _missing_rows(picture: Image.Image) -> int:
    """Count the rows at the end of a JPEG that its file lacks: their blocks are plain grey."""
    rows = np.asarray(picture.convert("L"))
    whole = np.flatnonzero((np.abs(rows.astype(np.int16) - _MISSING) > 1).any(axis=1))
    return len(rows) - 1 - int(whole[-1]) if len(whole) else len(rows)


def _shrinkable(picture: Image.Image) -> Image.Image:
    """Convert to a mode whose pixels can be averaged."""
    if picture.mode.startswith("I;16"):
        return picture.point(lambda level: level / 256).convert("L")
    if picture.mode in {"1", "P", "PA"}:
        return picture.convert("RGBA" if picture.has_transparency_data else "RGB")
    return picture
