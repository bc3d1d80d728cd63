"""The network is the paper's."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable

import pytest
import torch

from vision.runtime import imagenet
from vision.segmentation.tiramisu import (
    DenseBlock,
    Tiramisu,
    TiramisuConfig,
    fc_densenet56,
    fc_densenet67,
    fc_densenet103,
    fc_densenet_lite0,
    fc_densenet_phone,
)

VARIANTS = [fc_densenet56, fc_densenet67, fc_densenet103, fc_densenet_phone, fc_densenet_lite0]


@pytest.mark.parametrize(
    ("build", "weights", "millions"),
    [(fc_densenet56, 1_376_795, 1.5), (fc_densenet67, 3_463_243, 3.5), (fc_densenet103, 9_322_091, 9.4)],
)
def test_has_as_many_weights_as_table_3_says(
    build: Callable[[int], Tiramisu], weights: int, millions: float
) -> None:
    counted = sum(weight.numel() for weight in build(11).parameters())
    assert counted == weights
    assert counted / 1e6 == pytest.approx(millions, abs=0.15)


@pytest.mark.parametrize("build", VARIANTS)
def test_gives_each_pixel_a_logit_for_each_class(build: Callable[[int], Tiramisu]) -> None:
    network = build(7).eval()
    side = network.config.stride
    with torch.inference_mode():
        logits = network(torch.randn(2, 3, side, 2 * side))
    assert logits.shape == (2, 7, side, 2 * side)
    assert torch.isfinite(logits).all()


def test_table_2_of_the_paper_256_channels_reach_the_classifier_of_103() -> None:
    assert fc_densenet103(11).classifier.in_channels == 256


def test_a_dense_block_returns_only_what_it_made() -> None:
    block = DenseBlock(channels=5, layers=3, growth_rate=4, dropout=0.0)
    assert block(torch.randn(1, 5, 8, 8)).shape == (1, 12, 8, 8)


def test_each_layer_sees_all_before_it() -> None:
    block = DenseBlock(channels=5, layers=3, growth_rate=4, dropout=0.0)
    seen = [layer[2].in_channels for layer in block.layers]  # type: ignore[index]
    assert seen == [5, 9, 13]


def test_the_papers_networks_drop_a_fifth_and_start_from_he_uniform() -> None:
    network = fc_densenet56(11)
    dropped = {m.p for m in network.modules() if isinstance(m, torch.nn.Dropout2d)}
    assert dropped == {0.2}
    weight = network.down_blocks[0].layers[0][2].weight  # type: ignore[union-attr,index]
    bound = (6 / (48 * 9)) ** 0.5
    assert weight.abs().max() <= bound
    assert weight.abs().max() > 0.95 * bound


@pytest.mark.parametrize("build", [fc_densenet_phone, fc_densenet_lite0])
def test_every_weight_learns(build: Callable[[int], Tiramisu]) -> None:
    network = build(3)
    network(torch.randn(2, 3, 64, 64)).square().mean().backward()
    assert all(weight.grad is not None for weight in network.parameters())


def test_each_dense_block_sees_the_encoders_map_of_its_stride() -> None:
    with_encoder, config = fc_densenet_lite0(3), fc_densenet_lite0(3).config
    without = Tiramisu(dataclasses.replace(config, encoder=""))
    joined = [
        block.layers[0][2].in_channels - bare.layers[0][2].in_channels  # type: ignore[index,union-attr]
        for block, bare in zip(with_encoder.down_blocks, without.down_blocks, strict=True)
    ]
    # All that came before goes on down: the next block has its own map and those of the blocks above.
    assert joined == [16, 16 + 24, 16 + 24 + 40, 16 + 24 + 40 + 112]


def test_an_encoder_begins_with_what_imagenet_taught() -> None:
    maps = fc_densenet_lite0(3, pretrained=True).encoder
    whole = imagenet.efficientnet_lite0()
    assert maps is not None
    assert torch.equal(maps.conv_stem.weight, whole.conv_stem.weight)  # type: ignore[union-attr,arg-type]


def test_an_encoder_whose_strides_do_not_meet_the_blocks_is_refused() -> None:
    with pytest.raises(ValueError, match="four blocks"):
        Tiramisu(TiramisuConfig(3, (2, 2), 2, (2, 2), growth_rate=4, patch=2, encoder="efficientnet_lite0"))
