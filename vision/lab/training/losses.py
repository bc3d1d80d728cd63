"""Losses of the segmenter. Pure functions of logits and labels."""

from __future__ import annotations

import torch
from torch import Tensor
from torch.nn import functional as F

from vision.lab.training.data import UNKNOWN_CLASS


def garment_logit(logits: Tensor) -> Tensor:
    """Compute the log-odds of garment, of any class: (B, 1 + classes, H, W) -> (B, H, W).

    Its sigmoid equals 1 minus the softmax's background channel.
    """
    return torch.logsumexp(logits[:, 1:], dim=1) - logits[:, 0]


def segmentation_loss(logits: Tensor, labels: Tensor, *, class_weight: float = 0.25) -> Tensor:
    """Compute the loss of garment against background, per pixel and per photo, and of the class.

    It is binary cross-entropy, weighted 3 along the outline; plus 1 minus the soft Jaccard index per photo
    (Rahman and Wang 2016); plus `class_weight` times the cross-entropy among the garment classes, where the
    class is known.

    Args:
        logits: (B, 1 + classes, H, W) float.
        labels: (B, H, W) int64: 0 background, 1 to classes, or 255 for a garment of unknown class.
    """
    garment = garment_logit(logits)  # (B, H, W)
    truth = (labels > 0).to(garment.dtype)
    pixel = F.binary_cross_entropy_with_logits(garment, truth, weight=1 + 2 * _outline(truth))
    probability = garment.sigmoid()
    intersection = (probability * truth).sum(dim=(1, 2))  # (B,)
    union = (probability + truth - probability * truth).sum(dim=(1, 2))  # (B,)
    jaccard = 1 - (intersection + 1) / (union + 1)
    classes = labels - 1  # background becomes -1
    classes = torch.where((labels == 0) | (labels == UNKNOWN_CLASS), -1, classes)
    kind = F.cross_entropy(logits[:, 1:], classes, ignore_index=-1, reduction="sum")
    kind = kind / (classes >= 0).sum().clamp(min=1)
    return pixel + jaccard.mean() + class_weight * kind


def _outline(truth: Tensor) -> Tensor:
    """Mark the pixels within 2 of the garment's edge: (B, H, W) -> (B, H, W), 0 or 1."""
    grown = F.max_pool2d(truth[:, None], 5, stride=1, padding=2)
    shrunk = -F.max_pool2d(-truth[:, None], 5, stride=1, padding=2)
    return (grown - shrunk)[:, 0]
