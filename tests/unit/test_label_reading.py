"""Print in photos is found cheaply, and read whichever way it lies."""

from __future__ import annotations

import numpy as np
import pytest

from tests.kit.photos import jpeg
from vision.arrays import RgbImage
from vision.decoding.decoder import InProcessDecoder
from vision.decoding.processes import DecoderProcesses
from vision.drawing import draw_phone, random_garment
from vision.drawing.labels import Placing, draw_label, put_label
from vision.labels import LabelReader
from vision.print_regions import print_in

LINES = ("NORDLAGE", "Style: MH01-Black", "Taille: L", "49,90 EUR")
PLAIN = np.full((1200, 900, 3), (120, 150, 170), np.uint8)


def labelled(turn: float = 0.0, *, ground: RgbImage = PLAIN) -> RgbImage:
    """A photo with a tag."""
    rng = np.random.default_rng(4)
    return put_label(ground, draw_label(LINES, rng), Placing(26, turn), rng, at=(0.5, 0.5))


@pytest.fixture(scope="module")
def reader() -> LabelReader:
    pytest.importorskip("rapidocr")
    pytest.importorskip("openvino")
    return LabelReader()


@pytest.mark.parametrize("turn", [0, 8, 90, 180, 270, -25])
def test_a_tag_is_read_whichever_way_it_lies(turn: float, reader: LabelReader) -> None:
    printed = print_in(labelled(turn))
    assert printed is not None
    assert [line.replace(" ", "") for line in reader(printed)] == [line.replace(" ", "") for line in LINES]


def test_few_photos_without_print_pass_for_print() -> None:
    """Each that does costs the time of a network."""
    rng = np.random.default_rng(7)
    photos = [draw_phone(random_garment(rng), rng, size=(1000, 750))[0] for _ in range(12)]
    assert sum(print_in(photo) is not None for photo in photos) <= 3
    assert print_in(PLAIN) is None
    assert print_in(np.zeros((1, 1, 3), np.uint8)) is None


def test_noise_is_not_read(reader: LabelReader) -> None:
    noise = np.random.default_rng(0).integers(0, 256, (700, 900, 3), dtype=np.uint8)
    assert reader(noise) == ()
    assert reader(np.zeros((2, 2, 3), np.uint8)) == ()


def test_the_part_with_print_is_the_same_from_a_process_of_its_own() -> None:
    data, plain = jpeg(labelled()), jpeg(PLAIN)
    decoder = DecoderProcesses(most=1)
    try:
        for options, file in (({"numbers": True}, data), ({"numbers": True}, plain), ({}, data)):
            here = InProcessDecoder().open(file, at_least=480, **options).printed.result()
            there = decoder.open(file, at_least=480, **options).printed.result(60)
            assert (here is None) == (there is None) == (file is plain or not options)
            if here is not None and there is not None:
                assert (here == there).all()
    finally:
        decoder.close()
