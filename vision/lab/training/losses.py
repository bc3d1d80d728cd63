"""What the segmenter is punished for. Pure functions of logits and labels."""

from __future__ import annotations

import torch
from torch import Tensor
from torch.nn import functional as F

from vision.lab.training.data import UNKNOWN_CLASS


def garment_logit(logits: Tensor) -> Tensor:
    """The log-odds of garment, whatever its class, against background.

    (B, 1 + classes, H, W) -> (B, H, W). Its sigmoid equals one less the softmax's background channel.
    """
    return torch.logsumexp(logits[:, 1:], dim=1) - logits[:, 0]


def segmentation_loss(logits: Tensor, labels: Tensor, *, class_weight: float = 0.25) -> Tensor:
    """Garment or not, pixel by pixel and as a whole, and which class where it is known.

    Binary cross-entropy weighted up along the outline, plus one less the soft Jaccard index per photo
    (Rahman and Wang 2016), plus `class_weight` times the cross-entropy among the garment classes.

    Args:
        logits: (B, 1 + classes, H, W) float.
        labels: (B, H, W) int64: 0 background, 1 to classes, or 255 for a garment of unknown class.
    """
    garment = garment_logit(logits)  # (B, H, W)
    truth = (labels > 0).to(garment.dtype)
    pixel = F.binary_cross_entropy_with_logits(garment, truth, weight=1 + 2 * _outline(truth))
    chance = garment.sigmoid()
    shared = (chance * truth).sum(dim=(1, 2))
    union = (chance + truth - chance * truth).sum(dim=(1, 2))
    jaccard = 1 - (shared + 1) / (union + 1)
    classes = labels - 1  # background becomes -1
    classes = torch.where((labels == 0) | (labels == UNKNOWN_CLASS), -1, classes)
    kind = F.cross_entropy(logits[:, 1:], classes, ignore_index=-1, reduction="sum")
    kind = kind / (classes >= 0).sum().clamp(min=1)
    return pixel + jaccard.mean() + class_weight * kind


def _outline(truth: Tensor) -> Tensor:
    """1 within two pixels of the garment's edge, else 0. (B, H, W) in and out."""
    grown = F.max_pool2d(truth[:, None], 5, stride=1, padding=2)
    shrunk = -F.max_pool2d(-truth[:, None], 5, stride=1, padding=2)
    return (grown - shrunk)[:, 0]
