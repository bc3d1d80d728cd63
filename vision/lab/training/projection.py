"""Train the projection: learn what stays the same between photos of a garment.

The backbone is frozen, so its features are computed once, for several views of each garment: the photo,
studio views, warehouse views, and a detail. The supervised contrastive loss (Khosla et al. 2020) pulls views
of one garment together and pushes those of different ones apart. A batch has whole designs of the shop, so
that colourways are told apart.
"""

from __future__ import annotations

import logging
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import cv2
import numpy as np
import torch
from numpy.typing import NDArray
from torch import nn

from vision.arrays import Mask, RgbImage
from vision.embedding import Backbone, Embedder, weighted
from vision.lab.exams.shop import ShopPicture, answers, fold_of, joined
from vision.lab.training.augmentation import studio_view, warehouse_view
from vision.lab.training.data import Example
from vision.runtime.checkpoints import Projection

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class ProjectionPlan:
    """Hyperparameters of the training."""

    size: int = 384
    """Length of the embeddings."""
    colour_weight: float = 0.3
    steps: int = 1500
    garments: int = 96
    """Garments in a batch, three views each."""
    designs: int = 24
    """Designs of the shop in a batch, with all their colourways and views."""
    learning_rate: float = 3e-4
    weight_decay: float = 0.05
    temperature: float = 0.1
    noise: float = 0.1
    """Noise added to the inputs, in standard deviations."""
    seed: int = 0


@dataclass(frozen=True, slots=True)
class Views:
    """Inputs of the projection, and the garments that they show."""

    inputs: NDArray[np.float32]
    """(N, D): features and colours, weighted."""
    garment: NDArray[np.int64]
    """(N,): the same number for the same garment in the same colour."""
    design: NDArray[np.int64]
    """(N,): the same number for all colours of a design."""

    def only(self, rows: NDArray[np.bool_]) -> Views:
        """Select views by `rows`, (N,)."""
        return Views(self.inputs[rows], self.garment[rows], self.design[rows])


def garment_views(data: Sequence[Example], embed: Embedder, *, colour_weight: float, seed: int = 0) -> Views:
    """Compute seven views of each garment: the photo, two studio views, three warehouse views, a detail."""
    rows, numbers = [], []
    for number, example in enumerate(data):
        if not (example.labels > 0).any():
            continue
        rng = np.random.default_rng([seed, number])
        views = [(example.photo, example.labels > 0)]
        views += [studio_view(example, rng) for _ in range(2)]
        bad = [warehouse_view(_turned(_on_white(example), rng), rng) for _ in range(3)]
        views += [(view.photo, view.labels > 0) for view in bad]
        views.append(_close_up(_on_white(example), rng))
        parts = embed.parts([(photo, _imperfect(mask, rng)) for photo, mask in views])
        rows.append(weighted(parts.features, parts.colours, colour_weight))
        numbers += [number] * len(views)
        if number % 200 == 0:
            log.info("computed the views of %d of %d garments", number, len(data))
    garment = np.array(numbers)
    return Views(np.concatenate(rows), garment, garment)


def shop_views(pictures: Sequence[ShopPicture], embed: Embedder, *, colour_weight: float) -> Views:
    """Compute one view of each picture, in their order."""
    every = [embed.parts([picture.garment]) for picture in pictures]
    rows = [weighted(parts.features, parts.colours, colour_weight) for parts in every]
    items = {name: i for i, name in enumerate(sorted({picture.item for picture in pictures}))}
    designs = {name: i for i, name in enumerate(sorted({picture.design for picture in pictures}))}
    return Views(
        np.concatenate(rows),
        np.array([items[picture.item] for picture in pictures]),
        np.array([designs[picture.design] for picture in pictures]),
    )


def cross_validated(
    backbone: Backbone,
    garments: Views,
    pictures: Sequence[ShopPicture],
    shop: Views,
    plan: ProjectionPlan | None = None,
    *,
    folds: int = 5,
) -> dict[str, Any]:
    """Cross-validate by the shop's designs: train without each fold, and search with its pictures.

    Args:
        shop: the views of `pictures`, in their order.

    Returns:
        `folds`, and the figures of `vision.lab.exams.shop` over all of them.
    """
    fold = fold_of(pictures, folds)
    parts = []
    for number in range(folds):
        learnt = train_projection(backbone, garments, shop.only(fold != number), plan)
        vectors = (shop.inputs - learnt.mean) @ learnt.matrix.T
        vectors /= np.maximum(np.linalg.norm(vectors, axis=1, keepdims=True), 1e-12)
        parts.append(answers(pictures, vectors.astype(np.float32), fold == number))
    return {"folds": folds, **joined(parts).figures()}


def train_projection(
    backbone: Backbone, garments: Views, shop: Views | None, plan: ProjectionPlan | None = None
) -> Projection:
    """Train the projection, starting from a mild whitening."""
    from pytorch_metric_learning.losses import SupConLoss

    plan = plan or ProjectionPlan()
    torch.manual_seed(plan.seed)
    rng = np.random.default_rng(plan.seed)
    mean = garments.inputs.mean(axis=0)
    inputs = torch.from_numpy(garments.inputs - mean)
    spread = inputs.std(dim=0) * plan.noise
    shop_inputs = None if shop is None else torch.from_numpy(shop.inputs - mean)
    size = min(plan.size, *inputs.shape)
    linear = nn.Linear(inputs.shape[1], size, bias=False)
    with torch.no_grad():
        linear.weight.copy_(torch.from_numpy(_whitening(inputs.numpy(), size)))
    loss_of = SupConLoss(temperature=plan.temperature)
    optimizer = torch.optim.AdamW(linear.parameters(), lr=plan.learning_rate, weight_decay=plan.weight_decay)
    schedule = torch.optim.lr_scheduler.CosineAnnealingLR(optimizer, plan.steps)
    views_of = [np.flatnonzero(garments.garment == number) for number in np.unique(garments.garment)]
    apart = int(garments.garment.max()) + 1  # offset of the shop's numbers behind those of the garments
    for step in range(plan.steps):
        sample = rng.choice(len(views_of), min(plan.garments, len(views_of)), replace=False)
        chosen = np.concatenate([rng.choice(views_of[i], 3, replace=False) for i in sample])
        batch, labels = [inputs[chosen]], [garments.garment[chosen]]
        if shop is not None and shop_inputs is not None:
            designs = np.unique(shop.design)
            designs = rng.choice(designs, min(plan.designs, len(designs)), replace=False)
            chosen = np.flatnonzero(np.isin(shop.design, designs))
            batch.append(shop_inputs[chosen])
            labels.append(shop.garment[chosen] + apart)
        x = torch.cat(batch)  # (B, D)
        x = x + torch.randn_like(x) * spread
        vectors = nn.functional.normalize(linear(x))  # (B, E)
        loss = loss_of(vectors, torch.from_numpy(np.concatenate(labels)))
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        schedule.step()
        if step % 250 == 0:
            log.info("step %d, loss %.3f", step, loss.item())
    matrix: NDArray[np.float32] = linear.weight.detach().numpy()
    return Projection(backbone.name, plan.colour_weight, mean, matrix)


def _whitening(inputs: NDArray[np.float32], size: int) -> NDArray[np.float32]:
    """Compute the principal directions, each divided by the fourth root of its variance: (size, D)."""
    variance, directions = np.linalg.eigh(np.cov(inputs.T))
    strongest = np.argsort(variance)[::-1][:size]
    damped = directions[:, strongest] * (np.maximum(variance[strongest], 0) + 1e-5) ** -0.25
    return np.ascontiguousarray(damped.T.astype(np.float32))


def _on_white(example: Example) -> Example:
    """Put a cut-out on white. Photos stay as they are."""
    if example.alpha is None:
        return example
    weight = (example.alpha.astype(np.float32) / 255)[..., None]
    photo = (example.photo * weight + 255 * (1 - weight)).astype(np.uint8)
    return Example(example.name, example.source, photo, example.labels)


def _turned(example: Example, rng: np.random.Generator, *, chance: float = 0.12) -> Example:
    """Rotate by 90°, 180° or 270°, with probability `chance`."""
    if rng.random() >= chance:
        return example
    quarters = int(rng.integers(1, 4))
    photo: RgbImage = np.ascontiguousarray(np.rot90(example.photo, quarters))
    return Example(
        example.name, example.source, photo, np.ascontiguousarray(np.rot90(example.labels, quarters))
    )


def _close_up(example: Example, rng: np.random.Generator) -> tuple[RgbImage, Mask]:
    """Crop a detail, as alternate views show it: a window of 0.3 to 0.7 times the garment's longer side."""
    inside = example.labels > 0
    rows, columns = np.nonzero(inside)
    longer = max(int(rows.max() - rows.min()), int(columns.max() - columns.min())) + 1
    side = int(longer * rng.uniform(0.3, 0.7)) + 1
    pick = int(rng.integers(len(rows)))
    top = max(0, (int(rows[pick]) + int(rows.mean()) - side) // 2)
    left = max(0, (int(columns[pick]) + int(columns.mean()) - side) // 2)
    window = slice(top, top + side), slice(left, left + side)
    if inside[window].sum() < 0.1 * side * side:
        return example.photo, inside
    return example.photo[window], inside[window]


def _imperfect(mask: Mask, rng: np.random.Generator) -> Mask:
    """Change a mask like a segmenter's errors: a little wide or narrow, sometimes with a square error."""
    kernel = np.ones((int(rng.integers(1, 7)),) * 2, np.uint8)
    change = cv2.dilate if rng.random() < 0.5 else cv2.erode
    changed: Mask = change(mask.astype(np.uint8), kernel) > 0
    if rng.random() < 0.2:
        height, width = changed.shape
        top, left = int(rng.integers(height)), int(rng.integers(width))
        side = int(min(height, width) * rng.uniform(0.05, 0.2))
        changed[top : top + side, left : left + side] = rng.random() < 0.5
    return changed if changed.any() else mask
