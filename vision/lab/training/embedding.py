"""Training the embedding end to end: one loop, resumable, that reads from top to bottom.

Each batch holds two views of each garment; views of one garment are drawn together, those of others pushed
apart (supervised contrastive loss, Khosla et al. 2020). `batches` chooses what stands against each other.
"""

from __future__ import annotations

import copy
import logging
import math
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
import torch
from torch import nn

from vision.lab.training.batches import Garments, Mix, batches
from vision.lab.training.cut_outs import CutOut
from vision.runtime import embedding_checkpoint
from vision.runtime.embedding_checkpoint import EmbeddingCheckpoint
from vision.runtime.embedding_network import EmbeddingNetwork

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Stage:
    """A part of the training."""

    until: float
    """The share of the whole training at which this stage ends, 0 to 1."""
    side: int
    """Pixels a side."""
    frozen: int
    """How many of the backbone's seven groups of blocks stay as they are, with the stem; 0: none."""


@dataclass(frozen=True, slots=True)
class Plan:
    """How long and how hard to train: small pictures and the late blocks first, then larger ones and more."""

    minutes: float = 100.0
    """Time spent in the loop, over all resumed runs together."""
    stages: tuple[Stage, ...] = (Stage(0.75, 128, 4), Stage(1.0, 160, 3))
    served_larger: float = 1.25
    """A cut-out at work has so many times the pixels a side: details crop larger (Touvron et al. 2019)."""
    mix: Mix = field(default_factory=Mix)
    """Which garments a batch holds."""
    dimension: int = 256
    learning_rate: float = 4e-4
    """Of the late blocks."""
    early_share: float = 0.3
    """The stem and the early blocks learn at this share of the learning rate."""
    head_share: float = 5.0
    weight_decay: float = 2e-2
    temperature: float = 0.07
    averaging: float = 0.998
    """What the running average of the weights keeps at each step."""
    save_every: int = 100
    """Steps between checkpoints."""
    max_steps: int | None = None
    """Stop (and count progress) by steps instead of minutes."""
    seed: int = 0


def train(
    cut_outs: Sequence[CutOut],
    out: Path,
    plan: Plan | None = None,
    *,
    start: EmbeddingCheckpoint | None = None,
) -> int:
    """Train, or train on; return the step reached.

    In the folder `out`: `embedding.pt`, the averaged weights; `state.pt`, what to resume from; and `log.csv`,
    a line every 50 steps.

    Args:
        start: begin with its weights, instead of ImageNet's and a random head.
    """
    from pytorch_metric_learning.losses import SupConLoss

    plan = plan or Plan()
    out.mkdir(parents=True, exist_ok=True)
    torch.manual_seed(plan.seed)
    network = start.network() if start else EmbeddingNetwork(plan.dimension)
    network = network.to(memory_format=torch.channels_last)  # type: ignore[call-overload]
    average = copy.deepcopy(network)  # batch norm keeps ImageNet's statistics: both stay in evaluation mode
    optimizer = torch.optim.AdamW(
        _groups(network, plan), lr=plan.learning_rate, weight_decay=plan.weight_decay
    )
    step, spent = 0, 0.0
    if (out / "state.pt").is_file():
        state: dict[str, Any] = torch.load(out / "state.pt", weights_only=True)
        network.load_state_dict(state["network"])
        average.load_state_dict(state["average"])
        optimizer.load_state_dict(state["optimizer"])
        step, spent = state["step"], state["spent"]
        log.info("resumed at step %d, %.1f minutes", step, spent / 60)

    loss_of = SupConLoss(temperature=plan.temperature)
    stage = _stage(plan, step, spent)
    garments = Garments(cut_outs)
    prepared = batches(garments, plan.mix, stage.side, np.random.default_rng([plan.seed, step]))
    losses: list[float] = []
    while (progress := _progress(plan, step, spent)) < 1.0:
        began = time.monotonic()
        if _stage(plan, step, spent) != stage:
            stage = _stage(plan, step, spent)
            prepared = batches(garments, plan.mix, stage.side, np.random.default_rng([plan.seed, step]))
        _freeze(network, stage.frozen)
        for group in optimizer.param_groups:
            group["lr"] = group["share"] * plan.learning_rate * _warm_cosine(step, progress)
        pictures, labels = next(prepared)
        loss = loss_of(network(pictures), labels)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        step += 1
        _follow(average, network, min(plan.averaging, step / (step + 20)))
        losses.append(loss.item())
        spent += time.monotonic() - began
        if step % 50 == 0:
            _note(out / "log.csv", step, spent, stage, float(np.mean(losses[-50:])))
        if step % plan.save_every == 0 or _progress(plan, step, spent) >= 1.0:
            side = round(plan.served_larger * stage.side)
            trained = EmbeddingCheckpoint(average.state_dict(), plan.dimension, side, step)
            embedding_checkpoint.save(trained, out / "embedding.pt")
            _save_state(out / "state.pt", network, average, optimizer, step, spent)
    return step


def _groups(network: EmbeddingNetwork, plan: Plan) -> list[dict[str, Any]]:
    early = [p for block in range(4) for p in _blocks(network, block)]
    early_ids = {id(parameter) for parameter in early}
    late = [p for p in network.backbone.parameters() if id(p) not in early_ids]
    return [
        {"params": early, "share": plan.early_share},
        {"params": late, "share": 1.0},
        {"params": list(network.head.parameters()), "share": plan.head_share},
    ]


def _blocks(network: EmbeddingNetwork, number: int) -> list[nn.Parameter]:
    """The weights of one of the backbone's groups of blocks; the stem belongs to the first."""
    names = (f"blocks.{number}.", *(("conv_stem.", "bn1.") if number == 0 else ()))
    return [p for name, p in network.backbone.named_parameters() if name.startswith(names)]


def _freeze(network: EmbeddingNetwork, frozen: int) -> None:
    for number in range(7):
        for parameter in _blocks(network, number):
            parameter.requires_grad_(number >= frozen)


def _stage(plan: Plan, step: int, spent: float) -> Stage:
    progress = _progress(plan, step, spent)
    return next((stage for stage in plan.stages if progress < stage.until), plan.stages[-1])


def _progress(plan: Plan, step: int, spent: float) -> float:
    return step / plan.max_steps if plan.max_steps else spent / 60 / plan.minutes


def _warm_cosine(step: int, progress: float) -> float:
    """Up within the first 60 steps, then down to nothing along a cosine."""
    return min(1.0, (step + 1) / 60) * (0.5 * (1 + math.cos(math.pi * progress)) + 0.002)


@torch.no_grad()
def _follow(average: nn.Module, network: nn.Module, retained: float) -> None:
    """Move the average a little towards the network."""
    for ours, theirs in zip(average.parameters(), network.parameters(), strict=True):
        ours.lerp_(theirs, 1 - retained)


def _note(path: Path, step: int, spent: float, stage: Stage, loss: float) -> None:
    log.info("step %d, %.1f min, %d px, loss %.3f", step, spent / 60, stage.side, loss)
    if not path.is_file():
        path.write_text("step,minutes,side,frozen,loss\n", encoding="utf-8")
    with path.open("a", encoding="utf-8") as file:
        file.write(f"{step},{spent / 60:.2f},{stage.side},{stage.frozen},{loss:.4f}\n")


def _save_state(
    path: Path,
    network: nn.Module,
    average: nn.Module,
    optimizer: torch.optim.Optimizer,
    step: int,
    spent: float,
) -> None:
    partial = path.with_suffix(".partial")
    state = {
        "network": network.state_dict(),
        "average": average.state_dict(),
        "optimizer": optimizer.state_dict(),
        "step": step,
        "spent": spent,
    }
    torch.save(state, partial)
    partial.replace(path)
