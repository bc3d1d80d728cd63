"""Checkpoints, runtimes and backbones: what is written is what is read, and both runtimes agree."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
import torch

from tests.kit.checkpoints import tiny_checkpoint
from tests.kit.photos import red_on_green
from vision.arrays import GARMENT_CLASSES
from vision.embedding import Embedder, load_backbone, openvino_features, torch_features
from vision.errors import CheckpointError
from vision.runtime import checkpoints
from vision.runtime.torchvision_import import import_torchvision
from vision.segmentation.checkpoints import load_tiramisu, save_tiramisu
from vision.segmentation.neural import OpenVinoRuntime, TorchRuntime, probabilities


def test_a_checkpoint_is_read_as_it_was_written(tmp_path: Path) -> None:
    written = tiny_checkpoint()
    save_tiramisu(written, tmp_path / "new" / "tiny.pt")
    read = load_tiramisu(tmp_path / "new" / "tiny.pt")
    assert (read.config, read.preprocessing, read.classes, read.calibration, read.steps) == (
        written.config,
        written.preprocessing,
        written.classes,
        written.calibration,
        written.steps,
    )
    x = torch.randn(1, 3, 64, 64)
    assert torch.allclose(read.network()(x), written.network()(x), atol=0.05)
    assert [path.name for path in (tmp_path / "new").iterdir()] == ["tiny.pt"]


def test_a_missing_or_damaged_or_foreign_checkpoint_is_said_to_be_so(tmp_path: Path) -> None:
    with pytest.raises(CheckpointError, match="no checkpoint at"):
        load_tiramisu(tmp_path / "absent.pt")
    (tmp_path / "damaged.pt").write_bytes(b"PK\x03\x04 not really")
    with pytest.raises(CheckpointError, match="damaged"):
        load_tiramisu(tmp_path / "damaged.pt")
    torch.save({"kind": "another"}, tmp_path / "foreign.pt")
    with pytest.raises(CheckpointError, match="another kind"):
        load_tiramisu(tmp_path / "foreign.pt")


def test_the_shipped_checkpoint_loads_and_stays_small() -> None:
    shipped = load_tiramisu(checkpoints.SHIPPED_TIRAMISU)
    assert shipped.classes == GARMENT_CLASSES
    assert shipped.config.classes == 1 + len(GARMENT_CLASSES)
    assert checkpoints.SHIPPED_TIRAMISU.stat().st_size < 10 * 2**20
    assert checkpoints.SHIPPED_TIRAMISU.with_suffix(".md").is_file()


@pytest.mark.parametrize("size", [(64, 64), (50, 80), (200, 30), (7, 5), (1, 1)])
def test_the_map_has_the_photos_size_whatever_that_is(size: tuple[int, int]) -> None:
    photo = np.random.default_rng(0).integers(0, 255, (*size, 3), dtype=np.uint8)
    prediction = probabilities(TorchRuntime(tiny_checkpoint()), photo)
    assert prediction.garment.shape == size
    assert 0 <= prediction.garment.min() <= prediction.garment.max() <= 1
    assert max(prediction.classes.shape[1:]) == 64  # the padding is gone
    assert prediction.classes.shape[0] == len(GARMENT_CLASSES)


@pytest.mark.slow
def test_openvino_says_what_torch_says() -> None:
    pytest.importorskip("openvino", reason="OpenVINO is not installed")
    checkpoint = load_tiramisu(checkpoints.SHIPPED_TIRAMISU)
    photo, _ = red_on_green(240, 180)
    ours = probabilities(OpenVinoRuntime.of(checkpoint), photo).garment
    theirs = probabilities(TorchRuntime(checkpoint), photo).garment
    assert np.abs(ours - theirs).mean() < 0.01
    assert ((ours > 0.5) == (theirs > 0.5)).mean() > 0.99


def test_the_backbone_sees_the_same_in_both_runtimes() -> None:
    pytest.importorskip("openvino", reason="OpenVINO is not installed")
    backbone = load_backbone()
    photo, disc = red_on_green()
    with_torch = Embedder(backbone, torch_features(backbone))(photo, disc)
    with_openvino = Embedder(backbone, openvino_features(backbone))(photo, disc)
    assert with_torch @ with_openvino > 0.9999


def test_the_backbone_has_learnt_something() -> None:
    """Weights loaded in a wrong order would see noise: a turned disc must stay nearer than a square."""
    backbone = load_backbone()
    embed = Embedder(backbone, torch_features(backbone), colour_weight=0.0)
    photo, disc = red_on_green()
    square = np.zeros_like(disc)
    square[5:115, 5:40] = True
    striped = photo.copy()
    striped[::8] = 0
    same = embed(photo, disc) @ embed(np.ascontiguousarray(photo[::-1]), np.ascontiguousarray(disc[::-1]))
    assert same > 0.9
    assert embed(photo, disc) @ embed(striped, square) < same


def test_the_model_id_tells_backbones_and_weights_apart() -> None:
    backbone = load_backbone()
    run = torch_features(backbone)
    ids = {Embedder(backbone, run, colour_weight=weight).model_id for weight in (0.1, 0.2)}
    assert len(ids) == 2


def test_an_unknown_backbone_is_said_to_be_so() -> None:
    with pytest.raises(CheckpointError, match="no backbone resnet5000"):
        load_backbone("resnet5000")


def test_a_torchvision_backbone_comes_with_its_own_weights(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """They are found in torch's cache, where a download would have put them."""
    import_torchvision()
    from torchvision import models

    weights = models.MobileNet_V3_Small_Weights.DEFAULT
    cached = tmp_path / "hub" / "checkpoints" / weights.url.rpartition("/")[2]
    cached.parent.mkdir(parents=True)
    network = models.mobilenet_v3_small(weights=None)
    torch.nn.init.constant_(network.features[0][0].weight, 0.125)
    torch.save(network.state_dict(), cached)
    monkeypatch.setenv("TORCH_HOME", str(tmp_path))
    backbone = load_backbone("mobilenet_v3_small")
    assert backbone.side == 224
    assert backbone.features == 1024
    assert (backbone.network.get_parameter("features.0.0.weight") == 0.125).all()
    photo, disc = red_on_green()
    embed = Embedder(backbone, torch_features(backbone))
    assert embed(photo, disc).shape == (embed.dimension,)


def test_weights_that_cannot_be_fetched_are_told_in_a_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TORCH_HOME", str(tmp_path))
    monkeypatch.setenv("https_proxy", "http://127.0.0.1:9")  # nobody answers there
    with pytest.raises(CheckpointError, match="cannot be fetched"):
        load_backbone("mobilenet_v3_small")


def test_a_missing_openvino_is_no_error() -> None:
    code = (
        "import sys; sys.modules['openvino'] = None; import numpy as np;"
        "from vision.runtime import checkpoints; "
        "from vision.segmentation.checkpoints import load_tiramisu; "
        "from vision.segmentation.neural import best_runtime, TorchRuntime;"
        "from vision.embedding import load_backbone, best_features;"
        "assert isinstance(best_runtime(load_tiramisu(checkpoints.SHIPPED_TIRAMISU)), TorchRuntime);"
        "print(best_features(load_backbone())(np.zeros((1, 3, 224, 224), np.float32)).shape)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.stdout.strip() == "(1, 1280)", done.stderr


def test_torchvision_imports_beside_whichever_torch_is_here() -> None:
    code = (
        "from vision.runtime.torchvision_import import import_torchvision as go; import sys;"
        "assert go() is go(); from torchvision import models; from torchvision.transforms import v2;"
        "from torchvision.models.feature_extraction import create_feature_extractor;"
        "print(models.resnet18(weights=None).fc.in_features)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.stdout.strip() == "512", done.stderr
