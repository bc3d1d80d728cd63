"""From a photo to a probability map: resize, pad to the stride, run, undo both.

Two runtimes run the same checkpoint: torch (a GPU, or anywhere) and OpenVINO (a processor).
"""

from __future__ import annotations

import logging
from dataclasses import dataclass
from typing import Literal, Protocol

import cv2
import numpy as np
import torch
from numpy.typing import NDArray

from vision.arrays import ProbabilityMap, RgbImage
from vision.checkpoints import TiramisuCheckpoint
from vision.processor import Converted, Run

log = logging.getLogger(__name__)


class Runtime(Protocol):
    """Something that runs a checkpoint's network."""

    checkpoint: TiramisuCheckpoint

    def logits(self, batch: NDArray[np.float32]) -> NDArray[np.float32]:
        """(B, 3, H, W) normalised, H and W multiples of the stride -> (B, 1 + classes, H, W)."""


@dataclass(frozen=True, slots=True)
class Probabilities:
    """What the network believes of each pixel."""

    garment: ProbabilityMap
    """(H, W): any garment, at the photo's size."""
    classes: NDArray[np.float32]
    """(classes, h, w): each class's chance, at the network's size."""


class TorchRuntime:
    """The network in torch, on `device`."""

    def __init__(self, checkpoint: TiramisuCheckpoint, *, device: str = "cpu") -> None:
        self.checkpoint = checkpoint
        self._device = device
        self._network = checkpoint.network().to(device)

    @torch.inference_mode()
    def logits(self, batch: NDArray[np.float32]) -> NDArray[np.float32]:
        made: NDArray[np.float32] = (
            self._network(torch.from_numpy(batch).to(self._device)).float().cpu().numpy()
        )
        return made


class OpenVinoRuntime:
    """The network in OpenVINO, on the processor; compiled once for each shape that is asked for.

    Raises:
        ImportError: OpenVINO is not installed.
    """

    def __init__(self, checkpoint: TiramisuCheckpoint) -> None:
        self.checkpoint = checkpoint
        side = checkpoint.config.stride * 2
        self._converted = Converted(checkpoint.network(), torch.zeros(1, 3, side, side))
        self._precision: Literal["bf16", "f32"] = "bf16" if self._converted.has_bf16 else "f32"
        self._compiled: dict[tuple[int, ...], Run] = {}

    def logits(self, batch: NDArray[np.float32]) -> NDArray[np.float32]:
        run = self._compiled.get(batch.shape)
        if run is None:
            run = self._compiled[batch.shape] = self._converted.compile(
                batch.shape, precision=self._precision
            )
        return run(batch)


def best_runtime(checkpoint: TiramisuCheckpoint) -> Runtime:
    """torch on a GPU where there is one, else OpenVINO, else torch on the processor."""
    if torch.cuda.is_available():
        return TorchRuntime(checkpoint, device="cuda")
    try:
        return OpenVinoRuntime(checkpoint)
    except ImportError:
        log.info("OpenVINO is not installed; torch runs the segmenter, more slowly")
        return TorchRuntime(checkpoint)


def probabilities(runtime: Runtime, photo: RgbImage) -> Probabilities:
    """What the network believes of a photo of any size, (H, W, 3)."""
    checkpoint = runtime.checkpoint
    height, width = photo.shape[:2]
    scale = checkpoint.preprocessing.size / max(height, width)
    h, w = max(1, round(height * scale)), max(1, round(width * scale))
    small = cv2.resize(photo, (w, h), interpolation=cv2.INTER_AREA if scale < 1 else cv2.INTER_LINEAR)
    stride = checkpoint.config.stride
    padded = cv2.copyMakeBorder(small, 0, -h % stride, 0, -w % stride, cv2.BORDER_REFLECT_101)
    mean, std = (
        np.array(v, np.float32) * 255 for v in (checkpoint.preprocessing.mean, checkpoint.preprocessing.std)
    )
    batch = ((padded - mean) / std).astype(np.float32).transpose(2, 0, 1)[None]
    logits = runtime.logits(np.ascontiguousarray(batch))[0, :, :h, :w]  # (1 + classes, h, w)
    logits = logits - logits.max(axis=0)
    chances = np.exp(logits)
    chances /= chances.sum(axis=0)
    garment = cv2.resize(1 - chances[0], (width, height), interpolation=cv2.INTER_LINEAR)
    return Probabilities(np.clip(garment, 0, 1).astype(np.float32), chances[1:].astype(np.float32))
