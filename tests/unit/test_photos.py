"""Photos come in upright, or are refused in one sentence."""

from __future__ import annotations

import io
import struct
import zlib

import numpy as np
import pillow_heif
import pytest
from PIL import Image

from tests.kit.photos import jpeg, red_on_green
from vision.decoding.photos import decode
from vision.errors import PhotoError


def png(picture: Image.Image) -> bytes:
    out = io.BytesIO()
    picture.save(out, "PNG")
    return out.getvalue()


def test_turns_a_photo_upright_as_its_exif_says() -> None:
    photo = np.zeros((40, 80, 3), np.uint8)
    photo[:, :40] = 255  # bright on the left
    exif = Image.Exif()
    exif[0x0112] = 6  # to be turned a quarter clockwise
    upright = decode(jpeg(photo, exif=exif))
    assert upright.shape == (80, 40, 3)
    assert upright[:40].mean() > 240  # what was left is now above
    assert upright[40:].mean() < 15


def test_turns_a_heic_photo_once_only() -> None:
    photo = np.zeros((64, 128, 3), np.uint8)
    photo[:, :64] = 255
    exif = Image.Exif()
    exif[0x0112] = 6
    out = io.BytesIO()
    pillow_heif.from_pillow(Image.fromarray(photo)).save(out, quality=90, exif=exif.tobytes())
    upright = decode(out.getvalue())
    assert upright.shape == (128, 64, 3)
    assert upright[:60].mean() > 240


def test_red_comes_first() -> None:
    photo = np.full((16, 16, 3), (250, 10, 10), np.uint8)
    assert decode(jpeg(photo))[8, 8, 0] > 230


def test_lays_transparency_on_white() -> None:
    picture = Image.new("RGBA", (8, 8), (0, 0, 0, 0))
    assert (decode(png(picture)) == 255).all()


@pytest.mark.parametrize("mode", ["1", "L", "P", "LA", "RGBA", "I;16"])
def test_takes_every_mode_of_png(mode: str) -> None:
    assert decode(png(Image.new(mode, (9, 7)))).shape == (7, 9, 3)


def test_a_bright_16_bit_picture_stays_bright() -> None:
    picture = Image.fromarray(np.full((8, 8), 60000, np.uint16))
    assert decode(png(picture)).mean() > 200


def test_shrinks_a_large_jpeg_while_decoding_but_never_below_what_is_asked() -> None:
    photo, _ = red_on_green(1600, 1200)
    small = decode(jpeg(photo), at_least=400)
    assert 400 <= small.shape[0] < 1600
    assert small.shape[0] / small.shape[1] == pytest.approx(4 / 3, abs=0.01)


@pytest.mark.parametrize("mode", ["1", "L", "P", "LA", "RGB", "RGBA", "I;16"])
def test_shrinks_a_large_png_of_every_mode_too(mode: str) -> None:
    small = decode(png(Image.new(mode, (1201, 900))), at_least=300)
    assert 300 <= small.shape[1] < 600
    assert small.shape[1] / small.shape[0] == pytest.approx(4 / 3, abs=0.02)


def test_a_shrunk_heic_is_still_turned_once_only() -> None:
    photo = np.zeros((640, 1280, 3), np.uint8)
    photo[:, :640] = 255
    exif = Image.Exif()
    exif[0x0112] = 6
    out = io.BytesIO()
    pillow_heif.from_pillow(Image.fromarray(photo)).save(out, quality=90, exif=exif.tobytes())
    upright = decode(out.getvalue(), at_least=300)
    assert upright.shape == (320, 160, 3)
    assert upright[:150].mean() > 240


def test_runs_no_other_program_for_a_postscript_file() -> None:
    with pytest.raises(PhotoError, match="no picture"):
        decode(b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 9 9\n%%EndComments\nshowpage\n")


def test_refuses_an_empty_file() -> None:
    with pytest.raises(PhotoError, match="0 bytes"):
        decode(b"")


def test_refuses_what_is_no_picture() -> None:
    with pytest.raises(PhotoError, match="no picture"):
        decode(b"item,title,sku\n1,2,3\n")


@pytest.mark.parametrize("share", [0.3, 0.6, 0.95])
@pytest.mark.parametrize("at_least", [0, 100])
def test_refuses_a_truncated_jpeg(share: float, at_least: int) -> None:
    photo, _ = red_on_green(800, 600)
    data = jpeg(photo)
    with pytest.raises(PhotoError, match="damaged or cut off"):
        decode(data[: int(len(data) * share)], at_least=at_least)


def cut_off(data: bytes, share: float) -> bytes:
    return data[: round(len(data) * (1 - share))]


@pytest.mark.parametrize("at_least", [0, 100])
@pytest.mark.parametrize("share", [0.00001, 0.001, 0.01])
def test_opens_a_jpeg_that_lacks_its_last_rows(share: float, at_least: int) -> None:
    photo, _ = red_on_green(800, 600)
    whole, cut = (decode(data, at_least=at_least) for data in (jpeg(photo), cut_off(jpeg(photo), share)))
    assert cut.shape == whole.shape
    rows = round(0.97 * len(whole))
    assert (cut[:rows] == whole[:rows]).all()


@pytest.mark.parametrize("before", [b"\n", b"\xef\xbb\xbf", b"--cut\r\nContent-Type: image/jpeg\r\n\r\n"])
def test_opens_a_jpeg_with_bytes_before_its_start(before: bytes) -> None:
    photo, _ = red_on_green()
    assert (decode(before + jpeg(photo)) == decode(jpeg(photo))).all()


@pytest.mark.parametrize("kind", ["JPEG", "HEIF"])
def test_the_film_of_a_motion_photo_is_not_counted(kind: str) -> None:
    photo, _ = red_on_green()
    pillow_heif.register_heif_opener()
    out = io.BytesIO()
    Image.fromarray(photo).save(out, kind, quality=90)
    picture = out.getvalue()
    film = bytes(2**20)
    if kind == "HEIF":
        film = struct.pack(">I4s", len(film) + 8, b"mpvd") + film
    assert (decode(picture + film, max_bytes=2**19) == decode(picture)).all()
    with pytest.raises(PhotoError, match="MB allowed"):
        decode(picture + film, max_bytes=len(picture) - 1)


def test_counts_pixels_as_decoded() -> None:
    photo = jpeg(red_on_green(1600, 1200)[0])
    assert max(decode(photo, at_least=400, max_pixels=500_000).shape) < 1600
    with pytest.raises(PhotoError, match="1200 x 1600 pixels"):
        decode(photo, max_pixels=500_000)


def test_opens_avif() -> None:
    out = io.BytesIO()
    Image.new("RGB", (32, 24), "red").save(out, "AVIF")
    assert decode(out.getvalue()).shape == (24, 32, 3)


@pytest.mark.parametrize(
    ("start", "sentence"),
    [
        (b"\xff\x0a", "file is JPEG XL"),
        (b"\0\0\0\x0cJXL \r\n\x87\n", "file is JPEG XL"),
        (b"\0\0\0\x0cjP  \r\n\x87\n", "file is JPEG 2000"),
        (b"%PDF-1.7", "file is PDF"),
        (b"\0\0\0\x20ftypmp42", r"file is a video \(MP4\)"),
        (b"\0\0\0\x14ftypqt  ", r"file is a video \(MOV\)"),
    ],
)
def test_names_the_kind_of_a_file_that_it_does_not_open(start: bytes, sentence: str) -> None:
    with pytest.raises(PhotoError, match=f"This {sentence}"):
        decode(start + bytes(500))


def test_refuses_900_megapixels_without_decoding_them() -> None:
    header = struct.pack(">IIBBBBB", 30_000, 30_000, 8, 2, 0, 0, 0)

    def chunk(kind: bytes, body: bytes) -> bytes:
        return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))

    bomb = (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", header)
        + chunk(b"IDAT", zlib.compress(b""))
        + chunk(b"IEND", b"")
    )
    with pytest.raises(PhotoError, match="megapixels"):
        decode(bomb)


def test_refuses_more_pixels_than_allowed() -> None:
    with pytest.raises(PhotoError, match="120 x 100 pixels"):
        decode(png(Image.new("RGB", (120, 100))), max_pixels=10_000)


def test_refuses_more_bytes_than_allowed() -> None:
    with pytest.raises(PhotoError, match="3 MB, more than the 2 MB"):
        decode(b"x" * (3 * 2**20), max_bytes=2 * 2**20)
