"""A runtime whose batch norm uses each photo's own statistics, as the original Tiramisu did at test time.

Jégou et al. 2017 tested with the batch's statistics; most ports use the running averages of the training.
The exam compares the two.
"""

from __future__ import annotations

import numpy as np
import torch
from numpy.typing import NDArray
from torch import nn

from vision.segmentation.checkpoints import TiramisuCheckpoint


class BatchStatisticsRuntime:
    """A `vision.segmentation.neural.Runtime` in torch, on the processor."""

    def __init__(self, checkpoint: TiramisuCheckpoint) -> None:
        self.notes = checkpoint.notes
        self._network = checkpoint.network()
        for module in self._network.modules():
            if isinstance(module, nn.BatchNorm2d):
                module.train()
                module.momentum = 0.0  # photos do not change the running averages

    @torch.inference_mode()
    def logits(self, batch: NDArray[np.float32]) -> NDArray[np.float32]:
        """Run a batch, photo by photo: (B, 3, H, W) normalised -> (B, 1 + classes, H, W)."""
        logits = [self._network(photo[None]) for photo in torch.from_numpy(batch)]  # (1, 1 + classes, H, W)
        stacked: NDArray[np.float32] = torch.cat(logits).numpy()
        return stacked
