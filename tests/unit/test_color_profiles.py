"""Every photo comes in as sRGB, whatever colours its file is in."""

from __future__ import annotations

import io
import struct
import zlib

import cv2
import numpy as np
import pytest
from numpy.typing import NDArray
from PIL import Image, ImageCms

from vision.arrays import RgbImage
from vision.decoding.decoder import pixels_then_numbers
from vision.decoding.photos import decode

Columns = tuple[tuple[float, float, float], ...]
DISPLAY_P3: Columns = ((0.51512, 0.24120, -0.00105), (0.29198, 0.69225, 0.04189), (0.15710, 0.06657, 0.78407))
ADOBE_RGB: Columns = ((0.60974, 0.31111, 0.01947), (0.20528, 0.62567, 0.06087), (0.14919, 0.06322, 0.74457))
"""XYZ of red, green and blue under D50, as their profiles have them."""


def icc(columns: Columns | None, gamma: float, *, space: bytes = b"RGB ") -> bytes:
    """A display's ICC profile: a matrix and a gamma, or a grey one's gamma alone."""
    curve = b"curv\0\0\0\0" + struct.pack(">IH", 1, round(256 * gamma)) + b"\0\0"
    tags = {b"wtpt": _xyz((0.9642, 1.0, 0.8249))}
    if columns is None:
        tags[b"kTRC"] = curve
    else:
        tags |= {
            name: _xyz(column) for name, column in zip((b"rXYZ", b"gXYZ", b"bXYZ"), columns, strict=True)
        }
        tags |= dict.fromkeys((b"rTRC", b"gTRC", b"bTRC"), curve)
    table, body, place = struct.pack(">I", len(tags)), b"", 128 + 4 + 12 * len(tags)
    for name, content in tags.items():
        table += name + struct.pack(">II", place + len(body), len(content))
        body += content
    head = struct.pack(">I4sI4s4s4s", place + len(body), b"none", 0x02100000, b"mntr", space, b"XYZ ")
    head = (head + bytes(12) + b"acsp").ljust(68, b"\0") + struct.pack(">3i", 63190, 65536, 54061)
    return head.ljust(128, b"\0") + table + body


def _xyz(column: tuple[float, float, float]) -> bytes:
    return b"XYZ \0\0\0\0" + struct.pack(">3i", *(round(65536 * value) for value in column))


def colours() -> RgbImage:
    """Patches of many colours, as cloth has them, (60, 80, 3) sRGB."""
    rng = np.random.default_rng(0)
    patches = rng.uniform(30, 225, (3, 4, 3)).astype(np.uint8)
    return cv2.resize(patches, (80, 60), interpolation=cv2.INTER_NEAREST).astype(np.uint8)


COLOURS = colours()


def encoded_in(profile: bytes) -> Image.Image:
    """The patches in the colours of a profile."""
    target = ImageCms.ImageCmsProfile(io.BytesIO(profile))
    picture = ImageCms.profileToProfile(
        Image.fromarray(COLOURS),
        ImageCms.createProfile("sRGB"),
        target,
        renderingIntent=ImageCms.Intent.RELATIVE_COLORIMETRIC,
    )
    assert picture is not None
    return Image.fromarray(np.asarray(picture))  # without the profile beside it


def saved(picture: Image.Image, kind: str, **options: object) -> bytes:
    out = io.BytesIO()
    picture.save(out, kind, **options)
    return out.getvalue()


def with_chunk(png: bytes, name: bytes, body: bytes) -> bytes:
    """The PNG with a chunk behind its header."""
    chunk = struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))
    return png[:33] + chunk + png[33:]


def difference(data: bytes) -> float:
    """The median difference of the decoded file from the patches, ΔE of 1976."""
    lab = [
        cv2.cvtColor((p / np.float32(255)).astype(np.float32), cv2.COLOR_RGB2LAB)
        for p in (decode(data), COLOURS)
    ]
    return float(np.median(np.linalg.norm(lab[0] - lab[1], axis=2)))


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "TIFF", "HEIF", "AVIF"])
@pytest.mark.parametrize("columns", [DISPLAY_P3, ADOBE_RGB])
def test_a_photo_with_a_profile_has_the_colours_of_the_srgb_file(kind: str, columns: Columns) -> None:
    profile = icc(columns, 2.2)
    options = {"quality": 95} | ({"subsampling": 0} if kind == "JPEG" else {})
    data = saved(
        encoded_in(profile), kind, icc_profile=profile, **({} if kind in {"PNG", "TIFF"} else options)
    )
    assert difference(data) < 1.5
    assert difference(saved(encoded_in(profile), "PNG")) > 2.5  # without the profile


def test_the_colours_are_the_same_whether_barcodes_are_read_or_not() -> None:
    profile = icc(DISPLAY_P3, 2.2)
    data = saved(encoded_in(profile), "PNG", icc_profile=profile)
    assert (next(pixels_then_numbers(data, at_least=40, numbers=True))[0] == decode(data, at_least=40)).all()


@pytest.mark.parametrize(
    "profile", [b"no profile at all", icc(DISPLAY_P3, 2.2)[:200], icc(None, 1.0, space=b"GRAY"), b"\0" * 128]
)
def test_a_profile_that_cannot_be_used_counts_as_srgb(profile: bytes) -> None:
    assert difference(saved(Image.fromarray(COLOURS), "PNG", icc_profile=profile)) == 0


def test_a_grey_photo_is_converted_by_its_grey_profile() -> None:
    grey = Image.fromarray(np.full((8, 8), 64, np.uint8))
    assert decode(saved(grey, "PNG", icc_profile=icc(None, 1.0, space=b"GRAY"))).mean() == pytest.approx(
        137, abs=2
    )


def test_a_transparent_photo_keeps_its_white_ground() -> None:
    profile = icc(ADOBE_RGB, 2.2)
    picture = encoded_in(profile).convert("RGBA")
    picture.paste((0, 0, 0, 0), (0, 0, 80, 10))
    decoded = decode(saved(picture, "PNG", icc_profile=profile))
    assert (decoded[:10] == 255).all()
    assert np.abs(decoded[10:].astype(int) - COLOURS[10:]).max() <= 3


def test_a_png_says_by_code_points_that_it_is_display_p3() -> None:
    picture = encoded_in(icc(DISPLAY_P3, 2.2))
    srgb_curve = levels(levels(np.asarray(picture) / 255, 2.2), srgb=True)
    png = saved(Image.fromarray(np.round(255 * srgb_curve).astype(np.uint8)), "PNG")
    assert difference(with_chunk(png, b"cICP", bytes((12, 13, 0, 1)))) < 1.5
    assert difference(with_chunk(png, b"cICP", bytes((1, 13, 0, 1)))) > 2


@pytest.mark.parametrize(("primaries", "off"), [(12, False), (1, True)])
def test_a_heic_says_by_its_streams_code_points_that_it_is_display_p3(primaries: int, off: bool) -> None:
    picture = encoded_in(icc(DISPLAY_P3, 2.2))
    srgb_curve = levels(levels(np.asarray(picture) / 255, 2.2), srgb=True)
    display_p3 = Image.fromarray(np.round(255 * srgb_curve).astype(np.uint8)).resize((160, 120), 0)
    named = {"color_primaries": primaries, "transfer_characteristics": 13, "matrix_coefficients": 6}
    data = saved(display_p3, "HEIF", quality=98, chroma=444, full_range_flag=1, **named)
    lab = cv2.resize(decode(data), (80, 60), interpolation=cv2.INTER_NEAREST).astype(np.uint8)
    assert (difference(saved(Image.fromarray(lab), "PNG")) > 2) is off


@pytest.mark.parametrize("curve", ["PQ", "HLG"])
def test_white_paper_in_hdr_is_white(curve: str) -> None:
    level, code = {"PQ": (0.5807, 16), "HLG": (0.75, 18)}[curve]
    png = saved(Image.new("RGB", (8, 8), (round(255 * level),) * 3), "PNG")
    assert decode(with_chunk(png, b"cICP", bytes((9, code, 0, 1)))).min() > 250
    black = saved(Image.new("RGB", (8, 8)), "PNG")
    assert decode(with_chunk(black, b"cICP", bytes((9, code, 0, 1)))).max() == 0


def levels(values: NDArray[np.float64], gamma: float = 1.0, *, srgb: bool = False) -> NDArray[np.float64]:
    """Levels to linear light by a gamma, or linear light to sRGB levels."""
    if srgb:
        return np.where(values <= 0.0031308, 12.92 * values, 1.055 * values ** (1 / 2.4) - 0.055)
    return values**gamma


def test_a_png_says_by_its_gamma_that_it_is_linear() -> None:
    encoded = COLOURS / 255
    linear = np.where(encoded <= 0.04045, encoded / 12.92, ((encoded + 0.055) / 1.055) ** 2.4)
    png = saved(Image.fromarray(np.round(255 * linear).astype(np.uint8)), "PNG")
    assert difference(with_chunk(png, b"gAMA", struct.pack(">I", 100_000))) < 1.5
    assert (
        difference(with_chunk(saved(Image.fromarray(COLOURS), "PNG"), b"gAMA", struct.pack(">I", 45_455)))
        == 0
    )


@pytest.mark.parametrize("chunk", [struct.pack(">8I", *[0] * 8), struct.pack(">8I", *[31_270] * 8)])
def test_a_png_with_senseless_chromaticities_counts_as_srgb(chunk: bytes) -> None:
    png = with_chunk(saved(Image.fromarray(COLOURS), "PNG"), b"cHRM", chunk)
    assert difference(with_chunk(png, b"gAMA", struct.pack(">I", 45_455))) == 0


def test_a_cameras_mark_for_adobe_rgb_is_believed() -> None:
    exif = Image.Exif()
    exif._ifds[0x8769] = {0xA001: 0xFFFF, 0xA005: {1: "R03"}}
    picture = encoded_in(icc(ADOBE_RGB, 563 / 256))
    data = saved(picture, "JPEG", quality=97, subsampling=0, exif=exif)
    assert difference(data) < 1.5
