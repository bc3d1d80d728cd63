"""Networks on the processor, through OpenVINO, which runs them two to six times as fast as eager torch."""

from __future__ import annotations

import warnings
from collections.abc import Callable, Sequence
from typing import Any, Literal

import numpy as np
import torch
from numpy.typing import NDArray
from torch import nn

Run = Callable[[NDArray[np.float32]], NDArray[np.float32]]


class Converted:
    """A network in OpenVINO, to be compiled for one shape or another.

    Args:
        example: an input of the network, any values.

    Raises:
        ImportError: OpenVINO is not installed.
    """

    def __init__(self, network: nn.Module, example: torch.Tensor) -> None:
        import openvino as ov

        self._core = ov.Core()
        with warnings.catch_warnings():
            # OpenVINO traces by torch.jit.trace, which torch now calls deprecated.
            warnings.simplefilter("ignore")
            self._model = ov.convert_model(network, example_input=example)

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

        def run(batch: NDArray[np.float32]) -> NDArray[np.float32]:
            made: NDArray[np.float32] = compiled.create_infer_request().infer([batch])[0].copy()
            return made

        return run
