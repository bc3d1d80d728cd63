"""The network is believed when it is sure, and only then."""

from __future__ import annotations

import numpy as np
import pytest

from tests.kit.photos import jpeg, red_on_green
from vision.arrays import Mask, ProbabilityMap, RgbImage
from vision.embedding import Backbone, Embedder
from vision.errors import PhotoError
from vision.lab.exams.metrics import iou
from vision.pipeline import PhotoPipeline
from vision.segmentation.confidence import expected_iou, fit, soft_iou
from vision.segmentation.neural import Probabilities
from vision.segmentation.segmenter import Segmenter, Thresholds

PHOTO, DISC = red_on_green()
CLASSES = ("upper", "lower")


def believing(garment: ProbabilityMap) -> Segmenter:
    """A segmenter whose network believes this of every photo, and that all garments are `lower`."""
    classes = np.stack([garment * 0.2, garment * 0.8])
    return Segmenter(lambda _: Probabilities(garment, classes), classes=CLASSES)


def chances(inside: float, outside: float, mask: Mask = DISC) -> ProbabilityMap:
    return np.where(mask, inside, outside).astype(np.float32)


def test_serves_the_networks_mask_when_it_is_sure() -> None:
    found = believing(chances(0.99, 0.01))(PHOTO)
    assert found.segmented_by == "tiramisu"
    assert iou(found.mask, DISC) == 1.0
    assert found.confidence > 0.9
    assert found.coverage == pytest.approx(DISC.mean())
    assert found.garment_class == "lower"


def test_lets_grabcut_repair_a_mask_that_the_network_half_believes() -> None:
    wide = np.zeros_like(DISC)
    wide[20:100, 10:80] = True
    prediction = chances(0.6, 0.02, wide)
    prediction[DISC] = 0.75
    found = believing(prediction)(PHOTO)
    assert found.segmented_by == "tiramisu+grabcut"
    assert iou(found.mask, DISC) > 0.95
    assert found.confidence <= Thresholds().sure


def test_falls_back_to_a_rectangle_when_the_map_is_useless() -> None:
    for useless in (np.zeros(DISC.shape), np.full(DISC.shape, 0.3), np.full(DISC.shape, 0.5)):
        found = believing(useless.astype(np.float32))(PHOTO)
        assert found.segmented_by == "grabcut"
        assert iou(found.mask, DISC) > 0.95
        assert found.garment_class is None


def test_does_not_believe_a_map_that_is_sure_of_everything() -> None:
    found = believing(np.full(DISC.shape, 0.99, np.float32))(PHOTO)
    assert found.segmented_by == "grabcut"


def test_serves_the_whole_photo_when_nothing_can_be_told() -> None:
    plain = np.full((60, 60, 3), 128, np.uint8)
    found = believing(np.zeros((60, 60), np.float32))(plain)
    assert found.segmented_by == "whole photo"
    assert found.mask.all()
    assert found.confidence < 0.1


def test_the_soft_iou_is_the_iou_when_the_map_is_certain() -> None:
    other = np.roll(DISC, 10, axis=1)
    assert soft_iou(chances(1.0, 0.0), other) == pytest.approx(iou(other, DISC))


def test_the_calibration_brings_boasting_down() -> None:
    boasted = np.linspace(0.85, 0.99, 50)
    reached = boasted - 0.1
    fitted = fit([(value, 0.0) for value in boasted], reached.tolist())
    prediction = chances(0.96, 0.0)
    assert expected_iou(prediction, DISC, {}) == pytest.approx(0.96, abs=0.001)
    assert expected_iou(prediction, DISC, fitted) == pytest.approx(0.86, abs=0.03)


def tiny_embedder() -> Embedder:
    """A backbone that sees the mean colour of each quarter."""
    import torch

    network = torch.nn.Sequential(torch.nn.AdaptiveAvgPool2d(2), torch.nn.Flatten())
    backbone = Backbone("quarters", network, 12, 32, (0.0,) * 3, (255.0,) * 3)

    def run(batch: np.typing.NDArray[np.float32]) -> np.typing.NDArray[np.float32]:
        made: np.typing.NDArray[np.float32] = network(torch.from_numpy(batch)).numpy()
        return made

    return Embedder(backbone, run)


def sure_of_red(photo: RgbImage) -> Probabilities:
    red = (photo[..., 0].astype(int) - photo[..., 1] > 60).astype(np.float32)
    return Probabilities(red * 0.98 + 0.01, np.stack([red, 0 * red]))


def test_a_look_tells_everything_of_a_photo() -> None:
    pipeline = PhotoPipeline(Segmenter(sure_of_red, classes=CLASSES), tiny_embedder())
    look = pipeline.analyse(jpeg(PHOTO))
    assert look.segmented_by == "tiramisu"
    assert look.embedding.shape == (pipeline.dimension,)
    assert np.linalg.norm(look.embedding) == pytest.approx(1.0, abs=1e-5)
    assert look.embedding.dtype == np.float32
    assert set(look.ms) == {"decode", "segment", "embed"}
    assert all(ms >= 0 for ms in look.ms.values())


def test_a_catalogue_picture_and_a_photo_of_the_same_pixels_get_the_same_vector() -> None:
    pipeline = PhotoPipeline(Segmenter(sure_of_red, classes=CLASSES), tiny_embedder())
    other = jpeg(np.ascontiguousarray(PHOTO[::-1]))
    stored = pipeline.embed_pictures([other, jpeg(PHOTO)])
    assert stored.shape == (2, pipeline.dimension)
    assert pipeline.analyse(jpeg(PHOTO)).embedding @ stored[1] == pytest.approx(1.0, abs=1e-5)
    assert pipeline.embed_pictures([]).shape == (0, pipeline.dimension)


def test_a_file_that_is_no_picture_is_told_in_a_sentence() -> None:
    pipeline = PhotoPipeline(Segmenter(sure_of_red, classes=CLASSES), tiny_embedder())
    with pytest.raises(PhotoError, match="no picture"):
        pipeline.analyse(b"hello")
