"""What a picture's file says of its colours, and the conversion of its pixels to sRGB.

ICC profiles are converted by LittleCMS. Where a file has code points (ITU-T H.273: HEIF, AVIF, PNG cICP),
primaries and a gamma (PNG), or Adobe RGB's mark (DCF "R03"), the conversion is computed here. What cannot be
read or makes no sense counts as sRGB.
"""

from __future__ import annotations

import io
import struct
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import TypeAlias

import cv2
import numpy as np
from numpy.typing import NDArray
from PIL import ExifTags, Image, ImageCms

from vision.arrays import RgbImage
from vision.decoding import hevc

Conversion: TypeAlias = Callable[[RgbImage], RgbImage]
"""From a file's colours to sRGB: (H, W, 3) -> (H, W, 3)."""
Chromaticities: TypeAlias = tuple[float, float, float, float, float, float, float, float]
"""x and y of white, red, green and blue."""
Floats: TypeAlias = NDArray[np.float64]

_D65 = 0.3127, 0.3290
_SRGB: Chromaticities = (*_D65, 0.64, 0.33, 0.30, 0.60, 0.15, 0.06)
_ADOBE_RGB: Chromaticities = (*_D65, 0.64, 0.33, 0.21, 0.71, 0.15, 0.06)
_PRIMARIES: Mapping[int, Chromaticities] = {
    1: _SRGB,
    4: (0.310, 0.316, 0.67, 0.33, 0.21, 0.71, 0.14, 0.08),
    5: (*_D65, 0.64, 0.33, 0.29, 0.60, 0.15, 0.06),
    6: (*_D65, 0.630, 0.340, 0.310, 0.595, 0.155, 0.070),
    7: (*_D65, 0.630, 0.340, 0.310, 0.595, 0.155, 0.070),
    9: (*_D65, 0.708, 0.292, 0.170, 0.797, 0.131, 0.046),
    11: (0.314, 0.351, 0.680, 0.320, 0.265, 0.690, 0.150, 0.060),
    12: (*_D65, 0.680, 0.320, 0.265, 0.690, 0.150, 0.060),
}
"""ITU-T H.273, table 2; 12 is Display P3 and 9 is BT.2020."""
_LINEAR, _PQ, _HLG = 8, 16, 18
_GAMMAS: Mapping[int, float] = {4: 2.2, 5: 2.8, _LINEAR: 1.0}
"""ITU-T H.273, table 3. All others but PQ and HLG are shown as sRGB, as browsers do."""
_ADOBE_GAMMA = 563 / 256
_WHITE = 203.0
"""Candelas per square metre of white paper in PQ and HLG (ITU-R BT.2408)."""
_MODES: Mapping[str, str] = {"RGB": "RGB", "GRAY": "L", "CMYK": "CMYK"}
"""Pillow's mode for an ICC profile's colour space."""
_STEPS = 8192
"""Entries of the table that encodes linear light."""
_ROWS = 256
"""Rows converted at a time, so that a large picture needs no second copy in floats."""


@dataclass(frozen=True, slots=True)
class Space:
    """An RGB colour space: chromaticities, and the linear light of each of the 256 levels."""

    chromaticities: Chromaticities
    levels: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Colours:
    """What a file says of its colours. With neither, they are sRGB."""

    profile: bytes | None = None
    """An ICC profile."""
    space: Space | None = None


def colours_of(picture: Image.Image, data: bytes) -> Colours:
    """Read what an opened picture's file, `data`, says of its colours. Nothing is decoded."""
    kind = picture.format
    if kind == "PNG" and (points := _png_code_points(data)) is not None:
        return Colours(space=_by_code_points(*points))
    if profile := picture.info.get("icc_profile"):
        return Colours(profile=bytes(profile))
    if kind == "PNG":
        return Colours(space=_png_space(picture))
    if kind == "HEIF" and (nclx := picture.info.get("nclx_profile")):
        return Colours(space=_by_code_points(nclx["color_primaries"], nclx["transfer_characteristics"]))
    if kind == "HEIF" and (points := hevc.code_points(data)) is not None:
        return Colours(space=_by_code_points(*points))
    if kind == "AVIF" and (points := _nclx_in(data)) is not None:
        return Colours(space=_by_code_points(*points))
    if kind in {"JPEG", "MPO", "TIFF", "HEIF"} and _is_adobe_rgb(picture):
        return Colours(space=Space(_ADOBE_RGB, _by_gamma(_ADOBE_GAMMA)))
    return Colours()


def as_rgb(picture: Image.Image, colours: Colours) -> tuple[Image.Image, Conversion]:
    """Convert a picture of any mode to RGB or RGBA, and return the conversion that its pixels still need.

    CMYK and grey are converted by a profile of their kind here. The rest can wait until the picture is small.
    """
    opaque = "L" if picture.mode == "LA" else picture.mode
    if colours.profile is not None and opaque in {"L", "CMYK"}:
        transform = _transform(colours.profile, opaque)
        if transform is not None:
            converted = ImageCms.applyTransform(picture.convert(opaque), transform)
            assert converted is not None  # it is None in place only
            if picture.has_transparency_data:
                converted.putalpha(picture.convert("LA").getchannel("A"))
            return converted, _unchanged
    picture = picture.convert("RGBA" if picture.has_transparency_data else "RGB")
    if colours.profile is not None:
        transform = _transform(colours.profile, "RGB")
        return picture, _unchanged if transform is None else lambda pixels: _by_profile(pixels, transform)
    if colours.space is not None:
        space = colours.space
        return picture, lambda pixels: _by_space(pixels, space)
    return picture, _unchanged


def _unchanged(pixels: RgbImage) -> RgbImage:
    return pixels


def _transform(profile: bytes, mode: str) -> ImageCms.ImageCmsTransform | None:
    """Build the transform from a picture of that mode to sRGB; None if the profile is not for that."""
    try:
        source = ImageCms.ImageCmsProfile(io.BytesIO(profile))
        if _MODES.get(source.profile.xcolor_space.strip()) != mode:
            return None
        return ImageCms.buildTransform(
            source,
            _srgb(),
            mode,
            "RGB",
            ImageCms.Intent.RELATIVE_COLORIMETRIC,
            ImageCms.Flags.BLACKPOINTCOMPENSATION,
        )
    except (ImageCms.PyCMSError, OSError, TypeError, ValueError):
        return None


@cache
def _srgb() -> ImageCms.ImageCmsProfile:
    return ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB"))


def _by_profile(pixels: RgbImage, transform: ImageCms.ImageCmsTransform) -> RgbImage:
    picture = Image.fromarray(pixels)
    ImageCms.applyTransform(picture, transform, inPlace=True)
    return np.asarray(picture, dtype=np.uint8)


def _by_space(pixels: RgbImage, space: Space) -> RgbImage:
    levels = np.array(space.levels, np.float32)  # (256,)
    matrix = (np.linalg.inv(_to_xyz(_SRGB)) @ _to_xyz(space.chromaticities)).astype(np.float32)  # (3, 3)
    encoded = np.empty_like(pixels)
    for top in range(0, len(pixels), _ROWS):
        linear = cv2.transform(levels[pixels[top : top + _ROWS]], matrix)
        steps = (np.clip(linear, 0, 1) * (_STEPS - 1) + 0.5).astype(np.uint16)
        encoded[top : top + _ROWS] = _encoding()[steps]
    return encoded


@cache
def _encoding() -> NDArray[np.uint8]:
    """The sRGB level, 0 to 255, of each step of linear light: (_STEPS,)."""
    light = np.linspace(0, 1, _STEPS)
    encoded = np.where(light <= 0.0031308, 12.92 * light, 1.055 * light ** (1 / 2.4) - 0.055)
    return np.round(255 * encoded).astype(np.uint8)


def _to_xyz(space: Chromaticities) -> Floats:
    """Linear RGB to XYZ under D65, adapted after Bradford: (3, 3)."""
    white, *colours = (
        np.array([x / y, 1.0, (1 - x - y) / y]) for x, y in zip(space[::2], space[1::2], strict=True)
    )
    primaries = np.stack(colours, axis=1)  # (3, 3), a column each
    matrix: Floats = primaries * np.linalg.solve(primaries, white)
    if space[:2] == _D65:
        return matrix
    bradford = np.array([[0.8951, 0.2664, -0.1614], [-0.7502, 1.7135, 0.0367], [0.0389, -0.0685, 1.0296]])
    d65 = np.array([_D65[0] / _D65[1], 1.0, (1 - sum(_D65)) / _D65[1]])
    scale = (bradford @ d65) / (bradford @ white)
    adapted: Floats = np.linalg.inv(bradford) @ (scale[:, None] * bradford) @ matrix
    return adapted


def _by_code_points(primaries: int, transfer: int) -> Space | None:
    """The colour space of code points; None for sRGB, and for those that are unknown."""
    if transfer in _GAMMAS:
        levels = _by_gamma(_GAMMAS[transfer])
    elif transfer == _PQ:
        levels = _by_pq()
    elif transfer == _HLG:
        levels = _by_hlg()
    else:
        levels = _by_srgb()
    chromaticities = _PRIMARIES.get(primaries, _SRGB)
    if chromaticities == _SRGB and levels == _by_srgb():
        return None
    return Space(chromaticities, levels)


def _levels() -> Floats:
    return np.arange(256) / 255


@cache
def _by_srgb() -> tuple[float, ...]:
    level = _levels()
    return tuple(np.where(level <= 0.04045, level / 12.92, ((level + 0.055) / 1.055) ** 2.4).tolist())


@cache
def _by_gamma(gamma: float) -> tuple[float, ...]:
    return tuple((_levels() ** gamma).tolist())


@cache
def _by_pq() -> tuple[float, ...]:
    """SMPTE ST 2084, as a share of white paper's light; what is brighter is clipped later."""
    root = _levels() ** (32 / 2523)
    light = (np.maximum(root - 107 / 128, 0) / (2413 / 128 - 2392 / 128 * root)) ** (8192 / 1305)
    return tuple((10_000 / _WHITE * light).tolist())


@cache
def _by_hlg() -> tuple[float, ...]:
    """ITU-R BT.2100 HLG on a display of 1,000 cd/m², as a share of white paper's light.

    Its system gamma, 1.2, is applied to each channel; by the book it is to luminance, which differs little.
    """
    level = _levels()
    scene = np.where(
        level <= 0.5, level**2 / 3, (np.exp((level - 0.55991073) / 0.17883277) + 0.28466892) / 12
    )
    return tuple((1000 / _WHITE * scene**1.2).tolist())


def _png_code_points(data: bytes) -> tuple[int, int] | None:
    """The primaries and the transfer of a PNG's cICP chunk; its matrix is always 0, its range full."""
    for kind, start, length in _png_chunks(data):
        if kind == b"cICP" and length == 4:
            return data[start], data[start + 1]
    return None


def _png_chunks(data: bytes) -> Iterator[tuple[bytes, int, int]]:
    """The chunks before the pixels: kind, start and length of what is in them."""
    place = 8
    while place + 8 <= len(data):
        length, kind = struct.unpack_from(">I4s", data, place)
        if kind in {b"IDAT", b"IEND"} or place + 12 + length > len(data):
            return
        yield kind, place + 8, length
        place += 12 + length


def _png_space(picture: Image.Image) -> Space | None:
    """The space of a PNG's gAMA and cHRM chunks, if it has no sRGB chunk and they are of another space."""
    gamma, chromaticities = picture.info.get("gamma"), picture.info.get("chromaticity")
    if "srgb" in picture.info or gamma is None or not 0.1 <= gamma <= 5:
        return None
    levels = _by_srgb() if abs(gamma - 1 / 2.2) < 0.005 else _by_gamma(1 / gamma)
    space = _SRGB
    if chromaticities is not None and len(chromaticities) == 8 and min(chromaticities[1::2]) > 0:
        white_x, white_y, *rest = chromaticities
        given = (*_D65, *rest) if abs(white_x - _D65[0]) + abs(white_y - _D65[1]) < 0.002 else chromaticities
        if np.abs(np.subtract(given, _SRGB)).max() > 0.002:
            space = tuple(map(float, given))  # type: ignore[assignment]
    primaries = np.array([[x, y, 1 - x - y] for x, y in zip(space[2::2], space[3::2], strict=True)])
    if abs(np.linalg.det(primaries)) < 0.01 or (space == _SRGB and levels == _by_srgb()):
        return None
    return Space(space, levels)


def _nclx_in(data: bytes) -> tuple[int, int] | None:
    """The primaries and the transfer of an AVIF's first `nclx` box, which Pillow does not give."""
    place = data.find(b"colrnclx", 0, 1 << 16)
    if place < 0 or place + 12 > len(data):
        return None
    primaries, transfer = struct.unpack_from(">HH", data, place + 8)
    return primaries, transfer


def _is_adobe_rgb(picture: Image.Image) -> bool:
    """Whether the EXIF data say so: interoperability index R03 (DCF 2.0, 4.1), or colour space 2."""
    try:
        exif = picture.getexif()
        if exif.get_ifd(ExifTags.IFD.Exif).get(ExifTags.Base.ColorSpace) == 2:
            return True
        index = exif.get_ifd(ExifTags.IFD.Interop).get(ExifTags.Interop.InteropIndex)
    except (KeyError, OSError, SyntaxError, TypeError, ValueError, struct.error):
        return False
    return str(index or "").startswith("R03")
