"""What is measured is what is said: medians, memory, mixes of vectors, and peers as their makers run them."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.kit.photos import red_on_green
from vision.decoding.photos import decode
from vision.lab.benchmark import MachineLoad, drawn_samples, mixed_vectors, refining, summary
from vision.lab.exams.metrics import iou
from vision.lab.peers import U2NetP, hue_histogram, plain_grabcut, u2netp_weights

PEERS = Path(__file__).parents[2] / "build" / "peers"


def test_a_summary_is_the_median_and_the_95th_percentile() -> None:
    assert summary([*range(1, 102)]) == {"median": 51.0, "p95": 96.0}


@given(st.integers(1, 6), st.integers(1, 40), st.integers(0, 9))
def test_mixed_vectors_have_length_one_and_are_all_different(real: int, count: int, seed: int) -> None:
    rng = np.random.default_rng(seed)
    known = rng.normal(size=(real + 1, 16)).astype(np.float32)
    known /= np.linalg.norm(known, axis=1, keepdims=True)
    mixed = mixed_vectors(known, count, seed=seed)
    assert mixed.shape == (count, 16)
    assert np.allclose(np.linalg.norm(mixed, axis=1), 1, atol=1e-5)
    assert len(np.unique(mixed.round(6), axis=0)) == count


def test_mixed_vectors_lie_where_the_real_ones_lie() -> None:
    """Far from them an index would be searched in a way that it never is in earnest."""
    rng = np.random.default_rng(1)
    known = rng.normal(size=(30, 64)) + 3 * rng.normal(size=64)
    known = (known / np.linalg.norm(known, axis=1, keepdims=True)).astype(np.float32)
    mixed = mixed_vectors(known, 200)
    assert np.max(mixed @ known.T, axis=1).min() > 0.9


def test_drawn_photos_have_12_megapixels_and_a_phones_bytes() -> None:
    (sample,) = drawn_samples(1)
    assert decode(sample.photo).shape == (4000, 3000, 3)
    assert 2e6 < len(sample.photo) < 6e6
    assert decode(sample.picture).shape == (640, 640, 3)


def test_the_peak_of_a_process_is_its_own_not_that_of_its_starter() -> None:
    big = np.ones(400 * 2**20, np.uint8)  # this process holds 400 MB more than the next one will
    code = "from vision.lab.benchmark import peak_memory_mb as p; print(p()); x = b'1' * 2**28; print(p())"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    before, after = map(float, done.stdout.split())
    assert before < 350
    assert 250 < after - before < 262
    assert big[0]


def test_the_slowdown_is_1_at_the_least() -> None:
    load = MachineLoad()
    load.measure()
    assert 1 <= load.report()["slowdown"] < 100


def test_a_stroke_is_timed_on_each_photo() -> None:
    taken = refining([red_on_green()[0]], rounds=2, side=96)
    assert 0 < taken["median"] <= taken["p95"]


def test_the_histogram_counts_what_is_under_the_mask_only() -> None:
    photo, disc = red_on_green()
    green = np.zeros_like(photo)
    green[:] = (40, 150, 60)
    repainted = np.where(disc[..., None], photo, green)
    assert hue_histogram(photo, disc) @ hue_histogram(repainted, disc) == pytest.approx(1, abs=1e-5)
    assert hue_histogram(photo, disc) @ hue_histogram(photo, ~disc) < 0.1
    assert np.linalg.norm(hue_histogram(photo, np.zeros_like(disc))) == pytest.approx(1, abs=1e-5)


def test_plain_grabcut_finds_a_disc() -> None:
    photo, disc = red_on_green()
    assert iou(plain_grabcut(photo), disc) > 0.95


def test_u2netp_is_not_there_where_it_was_not_put(tmp_path: Path) -> None:
    weights = u2netp_weights(tmp_path)
    assert weights is None or weights.is_file()  # installed with the extra


def test_u2netp_finds_a_disc() -> None:
    weights = u2netp_weights(PEERS)
    if weights is None:
        pytest.skip("U2-Netp's weights are not here: make build/peers")
    photo, disc = red_on_green(240, 180)
    assert iou(U2NetP(weights)(photo), disc) > 0.9
