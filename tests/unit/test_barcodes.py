"""Barcodes are read off photos of tags, upright and askew."""

from __future__ import annotations

import cv2
import numpy as np
import pytest
import zxingcpp

from bot.demo.catalogue import draw_demo_photo
from vision.arrays import RgbImage
from vision.barcodes import FULL_SIDE, SIDE, gtin_in, is_gtin, numbers_on, spellings
from vision.decoding.decoder import pixels_then_numbers
from vision.decoding.photos import decode


def tagged(number: str, kind: zxingcpp.BarcodeFormat, *, degrees: float = 0.0) -> bytes:
    """A photo of a garment with a tag on it, as JPEG."""
    code = np.array(zxingcpp.create_barcode(number, kind).to_image(scale=3))
    tag = cv2.copyMakeBorder(code, 60, 60, 60, 60, cv2.BORDER_CONSTANT, value=255)
    height, width = tag.shape[:2]
    turn = cv2.getRotationMatrix2D((width / 2, height / 2), degrees, 0.9)
    tag = cv2.warpAffine(tag, turn, (width, height), borderValue=255)
    photo: RgbImage = draw_demo_photo("MRL-TS-NAVY", 3, size=(1600, 1200)).copy()
    photo[500 : 500 + height, 300 : 300 + width] = tag[..., None]
    return bytes(cv2.imencode(".jpg", cv2.cvtColor(photo, cv2.COLOR_RGB2BGR))[1])


def numbers_in(data: bytes) -> tuple[str, ...]:
    return numbers_on(decode(data, at_least=SIDE))


@pytest.mark.parametrize("degrees", [0.0, 17.0, 37.0, 45.0, 90.0, 180.0])
def test_an_ean_is_read_however_it_lies(degrees: float) -> None:
    assert numbers_in(tagged("2000000000039", zxingcpp.BarcodeFormat.EAN13, degrees=degrees)) == (
        "2000000000039",
    )


@pytest.mark.parametrize("kind", [zxingcpp.BarcodeFormat.Code128, zxingcpp.BarcodeFormat.QRCode])
def test_a_printed_sku_is_read(kind: zxingcpp.BarcodeFormat) -> None:
    assert numbers_in(tagged("MRL-TS-NAVY-M", kind)) == ("MRL-TS-NAVY-M",)


def test_a_photo_without_a_tag_says_nothing() -> None:
    photo = cv2.cvtColor(draw_demo_photo("MRL-TS-NAVY", 3), cv2.COLOR_RGB2BGR)
    assert numbers_in(bytes(cv2.imencode(".jpg", photo)[1])) == ()


def test_a_gs1_data_matrix_gives_its_gtin() -> None:
    kind = zxingcpp.BarcodeFormat.DataMatrix
    code = zxingcpp.create_barcode("(01)02000000000039(21)77", kind, gs1=True).to_image(scale=6)
    photo = cv2.copyMakeBorder(np.array(code), 200, 200, 200, 200, cv2.BORDER_CONSTANT, value=255)
    assert numbers_on(cv2.cvtColor(photo, cv2.COLOR_GRAY2RGB).astype(np.uint8)) == ("2000000000039",)


@pytest.mark.parametrize(
    "text",
    [
        "(01)04006381333931(10)A7",
        "010400638133393110A7",
        "]C10104006381333931",
        "\x1d010400638133393121X",
        "https://id.gs1.org/01/04006381333931/10/A7",
        "https://example.com/shop/01/4006381333931?17=270101",
        "https://example.com/gtin/4006381333931",
    ],
)
def test_a_gtin_is_read_out_of_what_gs1_wraps_around_it(text: str) -> None:
    assert gtin_in(text) == "4006381333931"


@pytest.mark.parametrize(
    "text", ["0104006381333932", "4006381333931", "(00)340123450000000006", "https://a.b/01/2"]
)
def test_any_other_text_has_no_gtin(text: str) -> None:
    assert gtin_in(text) is None


def test_a_number_is_looked_up_with_more_and_fewer_zeros() -> None:
    assert spellings("04006381333931")[:2] == ("04006381333931", "4006381333931")
    assert {"036000291452", "0036000291452", "36000291452"} <= set(spellings("0036000291452"))
    assert spellings("MRL-TS-NAVY-M") == ("MRL-TS-NAVY-M",)
    assert is_gtin("4006381333931")
    assert not is_gtin("4006381333932")


def test_a_code_too_small_for_the_first_try_is_read_at_full_size() -> None:
    code = np.array(zxingcpp.create_barcode("2000000000039", zxingcpp.BarcodeFormat.EAN13).to_image(scale=1))
    photo = np.full((3024, 4032), 160, np.uint8)
    tag = cv2.copyMakeBorder(code, 20, 20, 20, 20, cv2.BORDER_CONSTANT, value=255).repeat(2, 0).repeat(2, 1)
    photo[700 : 700 + tag.shape[0], 900 : 900 + tag.shape[1]] = tag
    data = bytes(cv2.imencode(".jpg", photo)[1])
    assert numbers_in(data) == ()
    _, numbers = list(pixels_then_numbers(data, at_least=FULL_SIDE, numbers=True))[1]
    assert numbers == ("2000000000039",)
