"""Callbacks of long work: how to embed pictures, and how to report progress."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

Embed: TypeAlias = Callable[[list[bytes]], NDArray[np.float32]]
"""Picture files to vectors, (N, D) float32, each of length one."""
Progress: TypeAlias = Callable[[str, int, int], None]
"""Called with the stage (`check`, `embed`, `write`, `audit`), how many are done, and of how many."""


def silent(_stage: str, _done: int, _total: int) -> None:
    """Report progress to nobody."""
