"""The projection learns what stays the same of a garment, and is kept with what it was learnt on."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
import torch
from numpy.typing import NDArray

from tests.kit.photos import red_on_green
from vision.embedding import Backbone, Embedder
from vision.errors import CheckpointError
from vision.lab.exams.judge import calibration_error
from vision.lab.exams.retrieval import recall
from vision.lab.training.projection import ProjectionPlan, Views, garment_views, train_projection
from vision.runtime import checkpoints
from vision.runtime.checkpoints import Projection
from vision.segmentation.checkpoints import load_tiramisu

BACKBONE = Backbone(
    "quarters",
    lambda: torch.nn.Sequential(torch.nn.AdaptiveAvgPool2d(2), torch.nn.Flatten()),
    12,
    32,
    (0.0,) * 3,
    (255.0,) * 3,
)


def run(batch: NDArray[np.float32]) -> NDArray[np.float32]:
    made: NDArray[np.float32] = BACKBONE.network(torch.from_numpy(batch)).numpy()
    return made


def views(count: int, seed: int, *, each: int = 6) -> Views:
    """Garments that differ in 8 values, and views of them that differ far more in 24 others."""
    rng = np.random.default_rng(seed)
    garments = rng.normal(0, 1, (count, 1, 8)).repeat(each, 1) + rng.normal(0, 0.1, (count, each, 8))
    light = rng.normal(0, 3, (count, each, 24))
    rows = np.concatenate([garments, light], axis=2).reshape(count * each, 32)
    numbers = np.arange(count).repeat(each)
    return Views(rows.astype(np.float32), numbers, numbers)


def found_first(rows: NDArray[np.float32], numbers: NDArray[np.int64]) -> float:
    """How often one more view of a garment is found among first views of all."""
    rows = rows / np.linalg.norm(rows, axis=1, keepdims=True)
    firsts = np.flatnonzero(np.r_[True, numbers[1:] != numbers[:-1]])
    return recall(rows[firsts + 1], rows[firsts], np.arange(len(firsts)))["recall_at_1"]


def test_finds_garments_never_learnt_from_by_what_does_not_change() -> None:
    plan = ProjectionPlan(size=32, steps=150, garments=40, learning_rate=5e-3)
    learnt = train_projection(BACKBONE, views(120, seed=1), None, plan)
    new = views(60, seed=2)
    projected = ((new.inputs - learnt.mean) @ learnt.matrix.T).astype(np.float32)
    assert found_first(new.inputs, new.garment) < 0.3
    assert found_first(projected, new.garment) > 0.8


def test_colourways_of_a_design_are_pushed_apart() -> None:
    shop = views(24, seed=3, each=3)
    designs = Views(shop.inputs, shop.garment, shop.garment // 4)
    plan = ProjectionPlan(size=8, steps=5, garments=10, designs=2)
    learnt = train_projection(BACKBONE, views(20, seed=1), designs, plan)
    assert learnt.matrix.shape == (8, 32)
    assert np.isfinite(learnt.matrix).all()


def test_seven_views_are_made_of_each_garment() -> None:
    from vision.lab.training.data import Example

    photo, disc = red_on_green()
    data = [Example(f"disc-{n}", "discs", photo, disc.astype(np.uint8)) for n in range(2)]
    made = garment_views(data, Embedder(BACKBONE, run), colour_weight=0.2)
    assert made.inputs.shape[0] == 14
    assert (np.bincount(made.garment) == 7).all()
    assert np.allclose(np.linalg.norm(made.inputs, axis=1), 1, atol=1e-4)


def some_projection(seed: int = 0) -> Projection:
    rng = np.random.default_rng(seed)
    width = Embedder(BACKBONE, run).dimension
    mean, matrix = rng.normal(0, 0.01, width), rng.normal(0, 1, (16, width))
    return Projection("quarters", 0.2, mean.astype(np.float32), matrix.astype(np.float32))


def test_is_read_as_it_was_written_under_the_same_name(tmp_path: Path) -> None:
    written = some_projection()
    checkpoints.save_projection(written, tmp_path / "p.pt")
    read = checkpoints.load_projection(tmp_path / "p.pt")
    assert read.name == written.name
    assert np.allclose(read.matrix, written.matrix, atol=1e-2)
    with pytest.raises(CheckpointError, match="another kind"):
        load_tiramisu(tmp_path / "p.pt")


def test_vectors_have_the_projections_length_and_its_name_is_in_the_model_id() -> None:
    photo, disc = red_on_green()
    embed = Embedder(BACKBONE, run, projection=some_projection())
    vector = embed(photo, disc)
    assert vector.shape == (16,) == (embed.dimension,)
    assert np.linalg.norm(vector) == pytest.approx(1, abs=1e-5)
    assert some_projection().name in embed.model_id
    assert embed.model_id != Embedder(BACKBONE, run, projection=some_projection(1)).model_id


def test_refuses_a_projection_learnt_for_another_backbone() -> None:
    other = Projection("resnet50", 0.2, np.zeros(3, np.float32), np.zeros((2, 3), np.float32))
    with pytest.raises(CheckpointError, match="resnet50"):
        Embedder(BACKBONE, run, projection=other)


def test_the_shipped_projection_is_for_the_shipped_backbone() -> None:
    shipped = checkpoints.load_projection(checkpoints.SHIPPED_PROJECTION)
    assert shipped.backbone == "efficientnet_lite0"
    assert checkpoints.SHIPPED_PROJECTION.stat().st_size < 4 * 2**20


def test_an_honest_chance_has_no_calibration_error_and_a_boast_has_one() -> None:
    truth = np.arange(1000) % 10 < 7
    assert calibration_error(np.full(1000, 0.7), truth) == pytest.approx(0.0, abs=1e-9)
    assert calibration_error(np.full(1000, 0.95), truth) == pytest.approx(0.25, abs=1e-9)
