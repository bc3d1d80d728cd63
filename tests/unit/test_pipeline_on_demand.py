"""The pipeline of commands that may meet no picture is opened for the first one."""

from __future__ import annotations

import threading
from collections.abc import Sequence

import numpy as np
import pytest
from numpy.typing import NDArray

from bot.building.opening import PipelineOnDemand
from vision.runtime.identity import Identity, shipped_identity, verdict_calibration


class Eyes:
    """A pipeline of three numbers a picture."""

    model_id, dimension = "eyes", 3

    def verdict_calibration(self) -> dict[str, float]:
        return {}

    def check(self, data: bytes, /) -> bytes:
        return data

    def embed_pictures(self, pictures: Sequence[bytes], /) -> NDArray[np.float32]:
        return np.ones((len(pictures), 3), np.float32)


def on_demand(opened: list[int], *, model_id: str = "eyes") -> PipelineOnDemand:
    def open_it() -> Eyes:
        opened.append(1)
        return Eyes()

    return PipelineOnDemand(Identity(model_id, 3), open_it)


def test_without_a_picture_no_model_is_loaded() -> None:
    opened: list[int] = []
    pipeline = on_demand(opened)
    assert (pipeline.model_id, pipeline.dimension) == ("eyes", 3)
    assert pipeline.verdict_calibration() == {}
    assert pipeline.embed_pictures([]).shape == (0, 3)
    assert not opened


def test_the_first_picture_loads_it_once_whichever_thread_it_comes_from() -> None:
    opened: list[int] = []
    pipeline = on_demand(opened)
    threads = [threading.Thread(target=pipeline.embed_pictures, args=([b"1"],)) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert pipeline.check(b"1") == b"1"
    assert pipeline.embed_pictures([b"1", b"2"]).shape == (2, 3)
    assert opened == [1]


def test_vectors_of_another_model_than_the_index_was_opened_for_never_reach_it() -> None:
    with pytest.raises(AssertionError, match="expected to be other"):
        on_demand([], model_id="other").embed_pictures([b"1"])


def test_the_shipped_calibration_is_known_without_loading_the_model() -> None:
    assert verdict_calibration(shipped_identity().model_id)["similarity"] > 0
    assert verdict_calibration("another") == {}
