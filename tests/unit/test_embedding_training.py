"""The embedding trained end to end: its cut-outs, its loop, its checkpoint and its exam."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import torch

from vision.errors import CheckpointError
from vision.lab.exams.embedding import Part, best_share, recall
from vision.lab.exams.shop import is_held_out
from vision.lab.training.cut_outs import (
    CutOut,
    cut_out,
    stored,
    training_sources,
    unseen_design,
    unseen_sender,
)
from vision.runtime import embedding_checkpoint
from vision.runtime.embedding_checkpoint import EmbeddingCheckpoint
from vision.runtime.embedding_network import FEATURES, EmbeddingNetwork
from vision.views import CATALOGUE, GROUND, PHONE, view

pytest.importorskip("pytorch_metric_learning")

from vision.lab.training.batches import Garments, Mix
from vision.lab.training.embedding import Plan, Stage, train

pytestmark = pytest.mark.slow

MIX = Mix(garments=8, alike=1, designs=1)
TOY = Plan(stages=(Stage(1.0, 32, 4),), mix=MIX, dimension=16, save_every=1, max_steps=8)


def toy_cut_outs() -> Iterator[CutOut]:
    """Eight garments, two of them colours of one design: discs of noise, each of another colour."""
    y, x = np.mgrid[-1:1:48j, -1:1:48j]
    mask = x**2 + y**2 < 0.8
    for number in range(8):
        rng = np.random.default_rng(number)
        photo = rng.integers(0, 60, (48, 48, 3)) + rng.integers(0, 190, 3)
        cut = cut_out(
            photo.astype(np.uint8),
            mask,
            f"toy/{number}",
            design=f"toy/{max(1, number)}",
            kind="disc",
            side=48,
        )
        assert cut is not None
        yield cut


def loss_of(network: EmbeddingNetwork) -> float:
    """The contrastive loss of two fixed views of each toy garment."""
    from pytorch_metric_learning.losses import SupConLoss

    rng = np.random.default_rng(5)
    views = [view(c.picture, rng, h, size=32) for c in toy_cut_outs() for h in (CATALOGUE, PHONE)]
    pictures = torch.from_numpy((np.stack(views).astype(np.float32) - 127) / 128).permute(0, 3, 1, 2)
    with torch.no_grad():
        return float(SupConLoss(temperature=0.07)(network(pictures), torch.arange(8).repeat_interleave(2)))


def test_training_lowers_the_loss_and_resumes_at_the_same_step(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    """A run that ended is trained on from where it was; its checkpoint tells garments apart better."""
    torch.manual_seed(TOY.seed)
    before = loss_of(EmbeddingNetwork(TOY.dimension).eval())
    assert train(list(toy_cut_outs()), tmp_path, TOY) == 8
    trained = embedding_checkpoint.load(tmp_path / "embedding.pt")
    assert (trained.steps, trained.side, trained.dimension) == (8, 40, 16)
    assert loss_of(trained.network()) < before
    with caplog.at_level(logging.INFO):
        further = replace(TOY, max_steps=10)
        assert train(list(toy_cut_outs()), tmp_path, further) == 10
    assert "resumed at step 8" in caplog.text
    state = torch.load(tmp_path / "state.pt", weights_only=True)
    assert {int(s["step"]) for s in state["optimizer"]["state"].values()} == {10}


def test_a_checkpoint_comes_back_with_unit_vectors(tmp_path: Path) -> None:
    """What was saved is loaded, in half precision, and makes vectors of length one."""
    network = EmbeddingNetwork(16)
    path = tmp_path / "embedding.pt"
    embedding_checkpoint.save(EmbeddingCheckpoint(network.state_dict(), 16, 64, 3, 0.4), path)
    loaded = embedding_checkpoint.load(path)
    assert (loaded.side, loaded.steps, loaded.share) == (64, 3, 0.4)
    with torch.no_grad():
        vectors = loaded.network()(torch.zeros(2, 3, 64, 64))
    assert vectors.shape == (2, 16)
    assert torch.allclose(vectors.norm(dim=1), torch.ones(2), atol=1e-5)
    path.write_bytes(path.read_bytes()[:1000])
    with pytest.raises(CheckpointError, match="damaged"):
        embedding_checkpoint.load(path)


def test_the_shipped_checkpoint_loads() -> None:
    """It is a network for cut-outs of its own size, with its share beside the shipped vectors."""
    shipped = embedding_checkpoint.load()
    assert 0 < shipped.share < 1
    assert shipped.network().head.weight.shape == (shipped.dimension, FEATURES)


def test_what_the_exam_asks_for_is_never_trained_on() -> None:
    """Validation senders are unseen, and every design that the shipped projection never learnt from."""
    assert unseen_sender({"split": "val", "sender": "1"})
    trained_on = [not unseen_sender({"split": "train", "sender": str(n)}) for n in range(400)]
    assert 0.8 < np.mean(trained_on) < 0.95
    designs = [f"wj{n:02}" for n in range(100)]
    assert all(unseen_design(design) for design in designs if is_held_out(design))
    assert 0.4 < np.mean([unseen_design(design) for design in designs]) < 0.6


def test_cut_outs_are_made_once(tmp_path: Path) -> None:
    """The second time they are read from the folder."""
    first = stored(tmp_path, {"toy": toy_cut_outs})
    again = stored(tmp_path, {"toy": lambda: pytest.fail("made again")})
    assert [c.garment for c in again] == [f"toy/{n}" for n in range(8)]
    assert all(np.array_equal(a.picture, b.picture) for a, b in zip(first, again, strict=True))
    assert again[0].colour == first[0].colour


def test_a_view_shows_the_garment_on_grey() -> None:
    """Outside the mask there is the ground that the backbone sees at work, whatever the light."""
    cut = next(toy_cut_outs())
    for seed in range(5):
        picture = view(cut.picture, np.random.default_rng(seed), PHONE, size=40)
        assert picture.shape == (40, 40, 3)
        assert (picture == GROUND).all(axis=2).mean() > 0.05


def test_a_batch_holds_each_garment_once_and_colours_of_a_design() -> None:
    """Look-alikes and colourways stand against each other, and no garment against itself."""
    garments = Garments(list(toy_cut_outs()))
    chosen = garments.choose(MIX, np.random.default_rng(0))
    assert len(chosen) == len(set(chosen)) <= MIX.garments
    assert {0, 1} <= set(chosen)


def test_colourways_of_every_source_come_into_a_batch() -> None:
    """A source with thousands of colourways does not crowd out one with few."""
    mix, cuts = Mix(garments=12, alike=0, designs=2), []
    for source, designs in (("few", 1), ("many", 300)):
        for number in range(2 * designs):
            toy = next(toy_cut_outs())
            cuts.append(replace(toy, garment=f"{source}/{number}", design=f"{source}/design {number // 2}"))
    garments = Garments(cuts)
    for seed in range(5):
        assert {0, 1} <= set(garments.choose(mix, np.random.default_rng(seed)))


def test_both_pictures_of_a_garment_are_dyed_alike_or_not_at_all() -> None:
    """So they still show one garment, in a colour that may be new; their masks stay."""
    first = next(toy_cut_outs())
    garments = Garments([first, first])
    pairs = [garments.pair(0, np.random.default_rng(seed)) for seed in range(40)]
    dyed = [pair for pair in pairs if not np.array_equal(pair[0].picture, first.picture)]
    assert 3 <= len(dyed) <= 20
    for a, b in dyed:
        assert np.array_equal(a.picture, b.picture)
        assert np.array_equal(a.picture[..., 3], first.picture[..., 3])


def test_drawn_garments_bring_another_shade_of_their_design() -> None:
    """Every other one, so that a batch can hold both."""
    (make,) = training_sources(
        Path("/none"), lambda *_: pytest.fail("drawings have masks"), drawings=2
    ).values()
    cuts = [cut for cut in make() if cut]
    assert {cut.garment for cut in cuts} == {"drawn/0", "drawn/1", "drawn/1-shade"}
    assert {cut.design for cut in cuts} == {"drawn/0", "drawn/1"}
    assert {cut.source for cut in cuts} == {"drawn"}


def test_training_may_begin_with_the_weights_of_a_checkpoint(tmp_path: Path) -> None:
    """At a rate of nothing, they come out as they went in."""
    network = EmbeddingNetwork(16)
    start = EmbeddingCheckpoint(network.state_dict(), 16, 40, 0)
    train(list(toy_cut_outs()), tmp_path, replace(TOY, max_steps=1, learning_rate=0.0), start=start)
    out = embedding_checkpoint.load(tmp_path / "embedding.pt").network()
    assert torch.allclose(out.head.weight, network.head.weight, atol=1e-3)


def test_the_share_is_chosen_where_the_joined_likeness_is_best() -> None:
    """Each vector alone confuses one of two garments; both together, none."""
    shipped = np.array([[0.9, 0.1, 0.0], [0.6, 0.5, 0.0]], np.float32)
    trained = np.array([[0.5, 0.6, 0.0], [0.1, 0.9, 0.0]], np.float32)
    part = Part((shipped, trained), np.array([0, 1]), np.array(["a", "b"]), np.array([False, True]), "phone")
    share = best_share({"part": part})
    assert 0 < share < 1
    assert part.ranks(share).tolist() == [0, 0]
    assert (part.ranks(0.0).tolist(), part.ranks(1.0).tolist()) == ([0, 1], [1, 0])


def test_recall_comes_with_an_interval_over_garments() -> None:
    """Queries of one garment are drawn together, so that twice as many of them tell no more."""
    ranks = np.array([0, 3, 9, 0] * 10)
    units = np.array([str(n) for n in range(40)])
    once, twice = recall(ranks, units), recall(np.repeat(ranks, 2), np.repeat(units, 2))
    assert (once["recall_at_1"], once["recall_at_5"]) == (0.5, 0.75)
    assert once["interval_at_1"] == twice["interval_at_1"]
    low, high = once["interval_at_1"]  # type: ignore[misc]
    assert low < 0.5 < high
