"""Networks on the processor, through OpenVINO, which runs them two to six times as fast as eager torch."""

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
    # Loading torch takes seconds, and what was converted once is read without it.
    import openvino as ov
    import torch
    from torch import nn

Run = Callable[[NDArray[np.float32]], NDArray[np.float32]]

_first = Lock()
"""Held while OpenVINO sees the first array of the process: it fills a table then, and two threads that come
at once wait for each other there for ever (2026.4: one holds the table's guard and wants Python's lock, the
other has that and wants the guard).
"""
_GPU_DEVICES = ("/dev/nvidiactl", "/dev/nvidia0", "/dev/kfd", "/dev/dxg")
"""One of these is there where a Linux kernel drives a GPU that torch can use: NVIDIA's, AMD's, or WSL's."""


class Converted:
    """A network in OpenVINO, to be compiled for one shape or another."""

    def __init__(self, core: ov.Core, model: ov.Model) -> None:
        """`from_torch` and `read` are the usual ways in."""
        self._core, self._model = core, model

    @classmethod
    def from_torch(cls, network: nn.Module, example: torch.Tensor) -> Converted:
        """Convert a network; `example` is an input of it, any values.

        Raises:
            ImportError: OpenVINO is not installed.
        """
        ov = _openvino()
        with warnings.catch_warnings():
            # OpenVINO traces by torch.jit.trace, which torch now calls deprecated.
            warnings.simplefilter("ignore")
            return cls(ov.Core(), ov.convert_model(network, example_input=example))

    @classmethod
    def read(cls, file: Path) -> Converted:
        """What `write` wrote, or an ONNX file; the file may go afterwards. Needs no torch."""
        ov = _openvino()
        core = ov.Core()
        core.set_property({"ENABLE_MMAP": False})
        return cls(core, core.read_model(file))

    def write(self, file: Path) -> None:
        """Write it, float32, as `file`, an XML, and a BIN beside it."""
        _openvino().save_model(self._model, file, compress_to_fp16=False)

    @property
    def has_bf16(self) -> bool:
        """Whether this processor multiplies bfloat16 itself."""
        return "BF16" in self._core.get_property("CPU", "OPTIMIZATION_CAPABILITIES")

    def compile(self, shape: Sequence[int], *, precision: Literal["bf16", "f32"]) -> Run:
        """The network for inputs of this shape, -1 where any size may come. Safe to call from threads."""
        model = self._model.clone()
        model.reshape(list(shape))
        settings: dict[str, Any] = {
            # Each said here: the LATENCY hint alone uses one core only.
            "INFERENCE_PRECISION_HINT": precision,
            "NUM_STREAMS": "1",
            "ENABLE_CPU_PINNING": False,
        }
        compiled = self._core.compile_model(model, "CPU", settings)
        # One for each thread at work, kept: the memory of a new one costs a tenth of the network's own time.
        idle: list[ov.InferRequest] = []

        def run(batch: NDArray[np.float32]) -> NDArray[np.float32]:
            try:
                request = idle.pop()
            except IndexError:
                request = compiled.create_infer_request()
            made: NDArray[np.float32] = request.infer([batch])[0].copy()
            idle.append(request)
            return made

        return run


def _openvino() -> ModuleType:
    """OpenVINO, fit for threads, which tells nobody that it is used.

    By itself it sends events to Google Analytics, unasked, when it is imported and when it converts, and
    keeps a number for that under the home folder. Where its telemetry package cannot be imported it does
    neither.

    Raises:
        ImportError: OpenVINO is not installed.
    """
    cast("dict[str, ModuleType | None]", sys.modules).setdefault("openvino_telemetry", None)
    ov = importlib.import_module("openvino")
    with _first:
        _ = ov.Tensor(np.zeros(1, np.float32)).data
    return ov


def has_openvino() -> bool:
    """Whether OpenVINO is installed."""
    return importlib.util.find_spec("openvino") is not None


def has_gpu() -> bool:
    """Whether torch has a GPU to run on; torch is loaded to tell only where there may be one."""
    if sys.modules.get("torch") is None:
        if version("torch").endswith("+cpu") or sys.platform == "darwin":
            return False
        if sys.platform == "linux" and not any(Path(device).exists() for device in _GPU_DEVICES):
            return False
    import torch

    return torch.cuda.is_available()
