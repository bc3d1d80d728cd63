"""Train a Tiramisu: one resumable loop."""

from __future__ import annotations

import copy
import logging
import math
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import numpy as np
import torch
from torch import Tensor

from vision.arrays import GARMENT_CLASSES, RgbImage
from vision.lab.exams.metrics import iou
from vision.lab.training.augmentation import Augmenter, ground_of
from vision.lab.training.data import Example
from vision.lab.training.losses import segmentation_loss
from vision.runtime import imagenet
from vision.segmentation.checkpoints import Preprocessing, TiramisuCheckpoint, save_tiramisu
from vision.segmentation.neural import TorchRuntime, probabilities
from vision.segmentation.tiramisu import Tiramisu, TiramisuConfig

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Stage:
    """A part of the training, at one picture size."""

    size: int
    """Side in pixels."""
    batch: int
    until: float
    """The share of the whole training at which this stage ends, 0 to 1."""


@dataclass(frozen=True, slots=True)
class Plan:
    """Hyperparameters of the training. It begins with small pictures."""

    minutes: float = 100.0
    """Time in the loop, over all resumed runs together."""
    stages: tuple[Stage, ...] = (
        Stage(128, 16, 0.15),
        Stage(192, 12, 0.45),
        Stage(256, 8, 0.75),
        Stage(320, 6, 1.0),
    )
    learning_rate: float = 2e-3
    encoder_share: float = 0.3
    """A pretrained encoder's learning rate, as a share of `learning_rate`."""
    weight_decay: float = 1e-2
    averaging: float = 0.998
    """Decay of the running average of the weights."""
    evaluate_every: float = 5.0
    """Minutes between evaluations on the validation photos."""
    max_steps: int | None = None
    """Stop after this many steps, instead of by time."""
    seed: int = 0


def train(
    config: TiramisuConfig,
    data: Sequence[Example],
    validation: Sequence[Example],
    out: Path,
    *,
    plan: Plan | None = None,
    device: str = "cpu",
    resume: bool = True,
) -> float:
    """Train; write the best checkpoint to `out` and the state for resuming beside it.

    Returns:
        The best mean garment IoU on the validation photos, 0 to 1.
    """
    plan = plan or Plan()
    state_path = out.with_suffix(".state")
    torch.manual_seed(plan.seed)
    network = Tiramisu(config, pretrained=True)
    network = network.to(device, memory_format=torch.channels_last)  # type: ignore[call-overload]
    average = copy.deepcopy(network).eval()
    optimizer = torch.optim.AdamW(
        _groups(network, plan), lr=plan.learning_rate, weight_decay=plan.weight_decay
    )
    step, spent, best = 0, 0.0, 0.0
    if resume and state_path.is_file():
        state: dict[str, Any] = torch.load(state_path, map_location=device, weights_only=True)
        network.load_state_dict(state["network"])
        average.load_state_dict(state["average"])
        optimizer.load_state_dict(state["optimizer"])
        step, spent, best = state["step"], state["spent"], state["best"]
        log.info("resumed at step %d, %.1f minutes, best IoU %.4f", step, spent / 60, best)

    grounds = [ground for example in data if (ground := ground_of(example)) is not None]
    rng = np.random.default_rng(plan.seed + step)
    losses: list[float] = []
    evaluated = spent
    while (progress := _progress(plan, step, spent)) < 1.0:
        stage = next(s for s in plan.stages if progress < s.until)
        for photos, labels in _batches(data, grounds, stage, preprocessing(config, stage.size), rng):
            began = time.monotonic()
            for group in optimizer.param_groups:
                group["lr"] = group["share"] * plan.learning_rate * _warm_cosine(progress)
            photos = photos.to(device, memory_format=torch.channels_last)
            with torch.autocast(device, torch.bfloat16):
                logits = network(photos)
            loss = segmentation_loss(logits.float(), labels.to(device))
            optimizer.zero_grad()
            loss.backward()  # type: ignore[no-untyped-call]
            torch.nn.utils.clip_grad_norm_(network.parameters(), 1.0)
            optimizer.step()
            step += 1
            _follow(average, network, min(plan.averaging, step / (step + 20)))
            losses.append(loss.item())
            spent += time.monotonic() - began
            progress = _progress(plan, step, spent)
            if progress >= stage.until or spent - evaluated > plan.evaluate_every * 60:
                break
        if spent - evaluated > plan.evaluate_every * 60 or progress >= 1.0:
            evaluated = spent
            checkpoint = TiramisuCheckpoint(
                config, average.state_dict(), preprocessing(config, stage.size), GARMENT_CLASSES, steps=step
            )
            score = mean_iou(checkpoint, validation)
            log.info(
                "step %d, %.1f min, %d px, loss %.4f, IoU %.4f",
                step, spent / 60, stage.size, float(np.mean(losses[-200:])), score,
            )  # fmt: skip
            if score > best:
                best = score
                save_tiramisu(checkpoint, out)
            _save_state(state_path, network, average, optimizer, step, spent, best)
    return best


def preprocessing(config: TiramisuConfig, size: int) -> Preprocessing:
    """Choose the preprocessing of a network: that of its encoder, if it has one."""
    if not config.encoder:
        return Preprocessing(size)
    mean, std = ((a / 255, b / 255, c / 255) for a, b, c in (imagenet.MEAN, imagenet.STD))
    return Preprocessing(size, mean, std)


def _groups(network: Tiramisu, plan: Plan) -> list[dict[str, Any]]:
    encoder = [] if network.encoder is None else list(network.encoder.parameters())
    encoder_ids = {id(weight) for weight in encoder}
    rest = [weight for weight in network.parameters() if id(weight) not in encoder_ids]
    return [
        {"params": rest, "share": 1.0},
        *([{"params": encoder, "share": plan.encoder_share}] if encoder else []),
    ]


def mean_iou(checkpoint: TiramisuCheckpoint, examples: Sequence[Example]) -> float:
    """Measure the mean garment IoU, 0 to 1, of the network alone, thresholded at 0.5, at full size."""
    runtime = TorchRuntime(checkpoint)
    masks = [probabilities(runtime, example.photo).garment > 0.5 for example in examples]
    return float(np.mean([iou(mask, e.labels > 0) for mask, e in zip(masks, examples, strict=True)]))


def _progress(plan: Plan, step: int, spent: float) -> float:
    return step / plan.max_steps if plan.max_steps else spent / 60 / plan.minutes


def _warm_cosine(progress: float) -> float:
    """Scale the learning rate: up within the first hundredth, then down along a cosine."""
    return min(progress / 0.01 + 0.01, 0.5 * (1 + math.cos(math.pi * progress)) + 0.002)


@torch.no_grad()
def _follow(average: Tiramisu, network: Tiramisu, decay: float) -> None:
    """Move the average towards the network, with the statistics of batch norm, in place."""
    weights, newest = average.state_dict(), network.state_dict()
    for name, value in weights.items():
        if value.is_floating_point():
            value.lerp_(newest[name], 1 - decay)
        else:
            value.copy_(newest[name])


def _batches(
    data: Sequence[Example],
    grounds: Sequence[RgbImage],
    stage: Stage,
    normal: Preprocessing,
    rng: np.random.Generator,
) -> Iterator[tuple[Tensor, Tensor]]:
    """Yield one epoch, prepared ahead: (B, 3, S, S) float normalised, and (B, S, S) int64."""
    augment = Augmenter(grounds, size=stage.size)
    mean, std = np.array(normal.mean, np.float32) * 255, np.array(normal.std, np.float32) * 255
    order = rng.permutation(len(data))

    def prepare(chosen: np.ndarray[Any, np.dtype[np.int64]], seed: int) -> tuple[Tensor, Tensor]:
        batch_rng = np.random.default_rng(seed)
        augmented = [augment(data[int(i)], batch_rng) for i in chosen]
        photos = (np.stack([photo for photo, _ in augmented]) - mean) / std  # (B, S, S, 3)
        labels = np.stack([label for _, label in augmented])  # (B, S, S)
        return torch.from_numpy(photos.astype(np.float32)).permute(0, 3, 1, 2), torch.from_numpy(
            labels
        ).long()

    chunks = [order[i : i + stage.batch] for i in range(0, len(order) - stage.batch + 1, stage.batch)]
    chunks = chunks or [rng.choice(order, stage.batch)]
    with ThreadPoolExecutor(1) as ahead:
        pending = ahead.submit(prepare, chunks[0], int(rng.integers(2**32)))
        for chunk in [*chunks[1:], None]:
            batch = pending.result()
            if chunk is not None:
                pending = ahead.submit(prepare, chunk, int(rng.integers(2**32)))
            yield batch


def _save_state(
    path: Path,
    network: Tiramisu,
    average: Tiramisu,
    optimizer: torch.optim.Optimizer,
    step: int,
    spent: float,
    best: float,
) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    partial = path.with_suffix(".partial-state")
    state = {
        "network": network.state_dict(), "average": average.state_dict(), "optimizer": optimizer.state_dict(),
        "step": step, "spent": spent, "best": best, "config": asdict(network.config),
    }  # fmt: skip
    torch.save(state, partial)
    partial.replace(path)
