"""Barcodes are read off photos of tags, upright and askew."""

from __future__ import annotations

import cv2
import numpy as np
import pytest
import zxingcpp

from bot.demo.catalogue import draw_demo_photo
from vision.arrays import RgbImage
from vision.barcodes import SIDE, numbers_on
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


@pytest.mark.parametrize("degrees", [0.0, 17.0, 90.0, 180.0])
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
