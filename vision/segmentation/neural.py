"""Run the segmentation network on a photo: resize, pad to the stride, run, undo both.

Two runtimes run the same checkpoint: torch, on a GPU or a CPU, and OpenVINO, on a CPU.
"""

from __future__ import annotations

import logging
from collections import OrderedDict
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from threading import Lock
from typing import Literal, Protocol

import cv2
import numpy as np
from numpy.typing import NDArray

from vision.arrays import ProbabilityMap, RgbImage
from vision.runtime import checkpoints, imagenet
from vision.runtime.conversions import Conversions, versions
from vision.runtime.processor import Converted, Run, has_gpu, has_openvino
from vision.segmentation.checkpoints import Notes, TiramisuCheckpoint, load_tiramisu

log = logging.getLogger(__name__)

CONVERSION = "tiramisu"
"""The name of a checkpoint's conversion."""


class Runtime(Protocol):
    """Runs a checkpoint's network."""

    notes: Notes

    def logits(self, batch: NDArray[np.float32]) -> NDArray[np.float32]:
        """Run a batch: (B, 3, H, W) normalised, H and W multiples of the stride -> (B, 1 + classes, H, W)."""


@dataclass(frozen=True, slots=True)
class Probabilities:
    """The network's prediction for a photo."""

    garment: ProbabilityMap
    """(H, W), at the photo's size: the probability of any garment."""
    classes: NDArray[np.float32]
    """(classes, h, w), at the network's size: the probability of each class."""


class TorchRuntime:
    """Runs the network in torch on `device`. See `Runtime`."""

    def __init__(self, checkpoint: TiramisuCheckpoint, *, device: str = "cpu") -> None:
        self.notes = checkpoint.notes
        self._device = device
        self._network = checkpoint.network().to(device)

    def logits(self, batch: NDArray[np.float32]) -> NDArray[np.float32]:
        import torch

        with torch.inference_mode():
            logits: NDArray[np.float32] = (
                self._network(torch.from_numpy(batch).to(self._device)).float().cpu().numpy()
            )  # (B, 1 + classes, H, W)
        return logits


class OpenVinoRuntime:
    """Runs the network in OpenVINO on the CPU, compiled once per input shape. See `Runtime`.

    Args:
        most_shapes: how many shapes stay compiled, least recently used first out; each takes some 30 MB.
    """

    def __init__(self, converted: Converted, notes: Notes, *, most_shapes: int = 4) -> None:
        self.notes = notes
        self._converted, self._most = converted, most_shapes
        self._precision: Literal["bf16", "f32"] = "bf16" if converted.has_bf16 else "f32"
        self._compiled: OrderedDict[tuple[int, ...], Run] = OrderedDict()
        self._lock = Lock()

    @classmethod
    def of(cls, checkpoint: TiramisuCheckpoint) -> OpenVinoRuntime:
        """Convert a checkpoint. Raises `ImportError` if OpenVINO is not installed."""
        return cls(converted(checkpoint), checkpoint.notes)

    def prepare(self, height: int, width: int) -> None:
        """Compile for photos with this aspect ratio now, so that the first one need not wait."""
        h, w = _inner_size(self.notes, height, width)
        stride = self.notes.stride
        self._compiled_for((1, 3, h + -h % stride, w + -w % stride))

    def logits(self, batch: NDArray[np.float32]) -> NDArray[np.float32]:
        return self._compiled_for(batch.shape)(batch)

    def _compiled_for(self, shape: tuple[int, ...]) -> Run:
        with self._lock:
            run = self._compiled.pop(shape, None) or self._converted.compile(shape, precision=self._precision)
            self._compiled[shape] = run  # most recently used last
            while len(self._compiled) > self._most:
                self._compiled.popitem(last=False)
        return run


def converted(checkpoint: TiramisuCheckpoint) -> Converted:
    """Convert the checkpoint's network. Raises `ImportError` if OpenVINO is not installed."""
    import torch

    side = checkpoint.config.stride * 2
    return Converted.from_torch(checkpoint.network(), torch.zeros(1, 3, side, side))


def best_runtime(checkpoint: TiramisuCheckpoint) -> Runtime:
    """Choose torch on a GPU if there is one, else OpenVINO, else torch on the CPU."""
    if has_gpu():
        return TorchRuntime(checkpoint, device="cuda")
    if has_openvino():
        return OpenVinoRuntime.of(checkpoint)
    log.info("OpenVINO is not installed; torch runs the segmenter, more slowly")
    return TorchRuntime(checkpoint)


def open_runtime(path: Path, conversions: Conversions | None = None) -> Runtime:
    """Open the best runtime for the checkpoint at `path`, compiled for upright phone photos.

    Args:
        conversions: stores the network for OpenVINO, so that the next start needs no torch.

    Raises:
        CheckpointError: the file is missing, damaged or of another kind.
    """
    if has_gpu() or not has_openvino():
        return best_runtime(load_tiramisu(path))
    # Code is a source too: another forward pass with the same weights is another network.
    code = [Path(__file__).with_name("tiramisu.py"), Path(imagenet.__file__), Path(__file__)]
    sources: list[Path | str] = [checkpoints.existing(path), *code, "float16"]
    sources += versions("openvino", "timm", "torch")
    convert = partial(convert_tiramisu, path)
    with (conversions or Conversions()).entry(CONVERSION, sources, convert) as folder:
        notes = Notes.from_json((folder / "notes.json").read_text(encoding="utf-8"))
        runtime = OpenVinoRuntime(Converted.read(folder / "network.xml"), notes)
    runtime.prepare(4, 3)
    return runtime


def convert_tiramisu(path: Path, folder: Path) -> None:
    """Write the network of the checkpoint at `path`, for OpenVINO, and its notes into a folder."""
    checkpoint = load_tiramisu(path)
    converted(checkpoint).write(folder / "network.xml")
    (folder / "notes.json").write_text(checkpoint.notes.to_json() + "\n", encoding="utf-8")


def probabilities(runtime: Runtime, photo: RgbImage) -> Probabilities:
    """Predict the garments of a photo of any size, (H, W, 3)."""
    notes = runtime.notes
    height, width = photo.shape[:2]
    h, w = _inner_size(notes, height, width)
    small = cv2.resize(photo, (w, h), interpolation=cv2.INTER_AREA if h < height else cv2.INTER_LINEAR)
    stride = notes.stride
    padded = cv2.copyMakeBorder(small, 0, -h % stride, 0, -w % stride, cv2.BORDER_REFLECT_101)
    mean, std = (np.array(v, np.float32) * 255 for v in (notes.preprocessing.mean, notes.preprocessing.std))
    batch = ((padded - mean) / std).astype(np.float32).transpose(2, 0, 1)[None]  # (1, 3, h, w)
    logits = runtime.logits(np.ascontiguousarray(batch))[0, :, :h, :w]  # (1 + classes, h, w)
    softmax = logits - logits.max(axis=0)
    np.exp(softmax, out=softmax)
    softmax /= softmax.sum(axis=0)
    garment = cv2.resize(1 - softmax[0], (width, height), interpolation=cv2.INTER_LINEAR)  # (H, W)
    return Probabilities(np.clip(garment, 0, 1, out=garment), softmax[1:])


def _inner_size(notes: Notes, height: int, width: int) -> tuple[int, int]:
    """The (height, width) of a photo inside the network, before padding to the stride."""
    scale = notes.preprocessing.size / max(height, width)
    return max(1, round(height * scale)), max(1, round(width * scale))
