"""Import torchvision beside a torch that it was not built for.

torchvision's wheels are built against the CUDA torch. Beside a CPU torch its import can fail with
`operator torchvision::nms does not exist`; its models, transforms and feature extraction need no operator of
its own, so declaring the two that it registers lets them work. Other installations are not touched.
"""

from __future__ import annotations

import importlib
import sys
from types import ModuleType

import torch

_OPERATORS = {
    "torchvision::nms": "(Tensor dets, Tensor scores, float iou_threshold) -> Tensor",
    "torchvision::qnms": "(Tensor dets, Tensor scores, float iou_threshold) -> Tensor",
}


def import_torchvision() -> ModuleType:
    """Import torchvision, whichever torch is installed.

    Raises:
        ImportError: torchvision is not installed.
    """
    try:
        return importlib.import_module("torchvision")
    except RuntimeError as error:
        if "operator torchvision::nms does not exist" not in str(error):
            raise
    for name in [name for name in sys.modules if name.partition(".")[0] == "torchvision"]:
        del sys.modules[name]
    for operator, signature in _OPERATORS.items():
        torch.library.define(operator, signature)
    return importlib.import_module("torchvision")
