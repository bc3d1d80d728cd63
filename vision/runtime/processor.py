"""Run networks on the CPU through OpenVINO, two to six times as fast as eager torch."""

from __future__ import annotations

import importlib
import importlib.util
import sys
import warnings
from collections.abc import Callable, Sequence
from importlib.metadata import version
from pathlib import Path
from threading import Lock
from types import ModuleType
from typing import TYPE_CHECKING, Any, Literal, cast

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    # Loading torch takes seconds, and a converted network is read without it.
    import openvino as ov
    import torch
    from torch import nn

Run = Callable[[NDArray[np.float32]], NDArray[np.float32]]
"""Run a network on a batch; the first axis is the batch."""

_first_array = Lock()
"""Held while OpenVINO gets its first array. It fills a table then, in which two threads at once deadlock:
one holds the table's guard and waits for Python's lock, the other the reverse (2026.4).
"""
_GPU_DEVICES = ("/dev/nvidiactl", "/dev/nvidia0", "/dev/kfd", "/dev/dxg")
"""Device files of GPUs that torch can use on Linux: NVIDIA's, AMD's and WSL's."""


class Converted:
    """A network in OpenVINO, not compiled yet. Create it by `from_torch` or `read`."""

    def __init__(self, core: ov.Core, model: ov.Model) -> None:
        self._core, self._model = core, model

    @classmethod
    def from_torch(cls, network: nn.Module, example: torch.Tensor) -> Converted:
        """Convert a network.

        Args:
            example: an input of the right shape and dtype, with any values.

        Raises:
            ImportError: OpenVINO is not installed.
        """
        ov = _openvino()
        with warnings.catch_warnings():
            # OpenVINO uses torch.jit.trace, which torch has deprecated.
            warnings.simplefilter("ignore")
            return cls(ov.Core(), ov.convert_model(network, example_input=example))

    @classmethod
    def read(cls, file: Path) -> Converted:
        """Read a file of `write`, or an ONNX file, into memory. Needs no torch."""
        ov = _openvino()
        core = ov.Core()
        core.set_property({"ENABLE_MMAP": False})
        return cls(core, core.read_model(file))

    def write(self, file: Path) -> None:
        """Write the network, weights as float16: an XML file, and a BIN file beside it."""
        _openvino().save_model(self._model, file, compress_to_fp16=True)

    @property
    def has_bf16(self) -> bool:
        """Whether this CPU has bfloat16 instructions."""
        return "BF16" in self._core.get_property("CPU", "OPTIMIZATION_CAPABILITIES")

    def compile(self, shape: Sequence[int], *, precision: Literal["bf16", "f32"]) -> Run:
        """Compile for inputs of this shape; -1 is an axis of any size. Threads may share the result."""
        model = self._model.clone()
        model.reshape(list(shape))
        settings: dict[str, Any] = {
            # Explicit, since the LATENCY hint alone uses one core only.
            "INFERENCE_PRECISION_HINT": precision,
            "NUM_STREAMS": "1",
            "ENABLE_CPU_PINNING": False,
        }
        compiled = self._core.compile_model(model, "CPU", settings)
        # Reused, one per busy thread: a new request's memory costs a tenth of the network's own time.
        idle: list[ov.InferRequest] = []

        def run(batch: NDArray[np.float32]) -> NDArray[np.float32]:
            try:
                request = idle.pop()
            except IndexError:
                request = compiled.create_infer_request()
            output: NDArray[np.float32] = request.infer([batch])[0].copy()
            idle.append(request)
            return output

        return run


def _openvino() -> ModuleType:
    """Import OpenVINO without its telemetry, and safe for threads.

    It would send events to Google Analytics when imported and when converting, and store an id in the home
    folder. It does neither if its telemetry package cannot be imported.

    Raises:
        ImportError: OpenVINO is not installed.
    """
    cast("dict[str, ModuleType | None]", sys.modules).setdefault("openvino_telemetry", None)
    ov = importlib.import_module("openvino")
    with _first_array:
        _ = ov.Tensor(np.zeros(1, np.float32)).data
    return ov


def has_openvino() -> bool:
    """Whether OpenVINO is installed."""
    return importlib.util.find_spec("openvino") is not None


def has_gpu() -> bool:
    """Whether torch has a GPU. Imports torch only if there may be one."""
    if sys.modules.get("torch") is None:
        if version("torch").endswith("+cpu") or sys.platform == "darwin":
            return False
        if sys.platform == "linux" and not any(Path(device).exists() for device in _GPU_DEVICES):
            return False
    import torch

    return torch.cuda.is_available()
