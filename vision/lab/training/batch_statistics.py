"""A network whose batch norm uses each photo's own statistics, as the original Tiramisu did at test time.

Jégou et al. 2017 tested with the statistics of the batch; most ports use the averages kept while training.
This runtime is for the exam that decides between the two.
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
                module.momentum = 0.0  # one photo leaves no trace in the next

    @torch.inference_mode()
    def logits(self, batch: NDArray[np.float32]) -> NDArray[np.float32]:
        """(B, 3, H, W) normalised -> (B, 1 + classes, H, W), each photo normalised by itself alone."""
        alone = [self._network(photo[None]) for photo in torch.from_numpy(batch)]
        made: NDArray[np.float32] = torch.cat(alone).numpy()
        return made
