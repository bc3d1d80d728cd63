"""Frozen features, colours and the trained embedding in one vector."""

from __future__ import annotations

import numpy as np
import pytest
from numpy.typing import NDArray

from tests.kit.photos import red_on_green
from vision.arrays import Mask, RgbImage
from vision.embedding import Embedder, Trained, load_backbone, open_trained, torch_features
from vision.embedding.backbones import Backbone
from vision.runtime import embedding_checkpoint
from vision.runtime.embedding_checkpoint import TrainedNotes


def quarters(batch: NDArray[np.float32]) -> NDArray[np.float32]:
    """The mean of each quarter: (B, 3, S, S) -> (B, 12)."""
    side = batch.shape[-1] // 2
    cells: NDArray[np.float32] = batch.reshape(len(batch), 3, 2, side, 2, side).mean(axis=(3, 5))
    return cells.reshape(len(batch), 12)


def columns(batch: NDArray[np.float32]) -> NDArray[np.float32]:
    """The mean of each column of the red channel, of length one: (B, 3, 8, 8) -> (B, 8)."""
    means = batch[:, 0].mean(axis=1)
    unit: NDArray[np.float32] = means / np.linalg.norm(means, axis=1, keepdims=True)
    return unit


BACKBONE = Backbone("quarters", torch_features, 12, 32, (0.0,) * 3, (255.0,) * 3)  # type: ignore[arg-type]


def trained(share: float = 0.4, name: str = "abcd1234") -> Trained:
    return Trained(columns, TrainedNotes(name, 8, 8, share))


def garments() -> list[tuple[RgbImage, Mask]]:
    photo, disc = red_on_green()
    square = np.zeros_like(disc)
    square[5:115, 5:40] = True
    return [(photo, disc), (np.ascontiguousarray(photo[::-1]), square)]


@pytest.mark.parametrize("share", [0.0, 0.4, 1.0])
def test_the_cosine_of_two_vectors_is_the_weighted_mean_of_both_similarities(share: float) -> None:
    frozen, joined = Embedder(BACKBONE, quarters), Embedder(BACKBONE, quarters, trained=trained(share))
    first, second = joined.batch(garments())
    alone = frozen.batch(garments())
    beside = joined.parts(garments()).trained
    expected = (1 - share) * (alone[0] @ alone[1]) + share * (beside[0] @ beside[1])
    assert first @ second == pytest.approx(expected, abs=1e-5)
    assert np.linalg.norm(first) == pytest.approx(1.0, abs=1e-5)
    assert first.shape == (joined.dimension,) == (frozen.dimension + 8,)


def test_a_trained_embedding_and_its_share_change_the_model_id() -> None:
    embedders = [
        Embedder(BACKBONE, quarters),
        *(Embedder(BACKBONE, quarters, trained=trained(share)) for share in (0.4, 0.5)),
        Embedder(BACKBONE, quarters, trained=trained(name="another")),
    ]
    assert len({embed.model_id for embed in embedders}) == 4


def test_the_trained_embedding_runs_in_openvino_as_in_torch() -> None:
    pytest.importorskip("openvino", reason="OpenVINO is not installed")
    opened, checkpoint = open_trained(), embedding_checkpoint.load()
    side = checkpoint.side
    network = Backbone("trained", checkpoint.network, checkpoint.dimension, side, (0.0,) * 3, (1.0,) * 3)
    batch = np.random.default_rng(0).normal(size=(2, 3, side, side)).astype(np.float32)
    ours, theirs = opened.run(batch), torch_features(network)(batch)
    assert (ours * theirs).sum(axis=1).min() > 0.9999
    assert opened.notes == checkpoint.notes


def test_the_shipped_parts_agree_on_which_of_two_garments_is_the_same() -> None:
    backbone = load_backbone()
    embed = Embedder(backbone, torch_features(backbone), trained=open_trained())
    (photo, disc), other = garments()
    darker = (photo * 0.8).astype(np.uint8)
    same, different = embed(photo, disc) @ embed(darker, disc), embed(photo, disc) @ embed(*other)
    assert same > different
