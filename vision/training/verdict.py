"""What a similarity is worth: the chance that the best match is right, fitted on photos of known garments.

Each validation photo, untouched and made bad several times over, is asked for twice: among all studio views,
where the best match may be right, and among all but its own, where it cannot be.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray

from vision.embedding import Embedder
from vision.pipeline import WORKING_SIDE
from vision.training.augmentation import studio_view, warehouse_view
from vision.training.data import examples
from vision.training.retrieval import Segment, in_batches


def fit_verdict(
    folder: Path,
    embed: Embedder,
    segment: Segment,
    *,
    bad_views: int = 4,
    false_alarms: float = 0.01,
    missed: float = 0.02,
    seed: int = 0,
) -> dict[str, Any]:
    """The logistic chance, its thresholds, and how honest they are.

    Args:
        folder: a photo set with an index, such as `phone/`.
        bad_views: how often each photo is made bad.
        false_alarms: the share of absent garments that may be called in the catalogue.
        missed: the share of present garments that may be called absent.

    Returns:
        `model`, `calibration` (`bias`, `similarity`, `margin`, `in_catalogue_at`,
        `not_in_catalogue_below`) and `figures`.
    """
    rng = np.random.default_rng(seed)
    asked = examples(folder, split="val", longest_side=WORKING_SIDE)
    others = examples(folder, split="train", longest_side=WORKING_SIDE)
    gallery = in_batches(embed.batch, [studio_view(example, rng) for example in [*asked, *others]])
    photos = [*asked, *(warehouse_view(example, rng) for _ in range(bad_views) for example in asked)]
    queries = in_batches(embed.batch, [(photo.photo, segment(photo.photo)) for photo in photos])
    own = np.arange(len(photos)) % len(asked)

    likeness = queries @ gallery.T  # (Q, G)
    present = _best(likeness)
    right = present[:, 2] == own
    likeness[np.arange(len(own)), own] = -1.0
    absent = _best(likeness)

    seen = np.concatenate([present[:, :2], absent[:, :2]])
    truth = np.concatenate([right, np.zeros(len(absent), bool)])
    bias, slopes = _logistic(seen, truth)
    chance_present, chance_absent = (_chance(rows[:, :2], bias, slopes) for rows in (present, absent))
    sure = float(np.quantile(chance_absent, 1 - false_alarms))
    gone = min(sure, float(np.quantile(chance_present[right], missed)))
    calibration = {
        "bias": bias,
        "similarity": float(slopes[0]),
        "margin": float(slopes[1]),
        "in_catalogue_at": sure,
        "not_in_catalogue_below": gone,
    }
    chances = np.concatenate([chance_present, chance_absent])
    return {
        "model": embed.model_id,
        "calibration": {name: round(value, 4) for name, value in calibration.items()},
        "figures": {
            "photos": len(photos),
            "gallery": len(gallery),
            "recall_at_1": _share(right),
            "present_called_in_catalogue": _share(chance_present >= sure),
            "of_those_right": _share(right[chance_present >= sure]),
            "absent_called_in_catalogue": _share(chance_absent >= sure),
            "absent_called_not_in_catalogue": _share(chance_absent < gone),
            "right_called_not_in_catalogue": _share(chance_present[right] < gone),
            "expected_calibration_error": round(calibration_error(chances, truth), 4),
        },
    }


def calibration_error(chances: NDArray[np.float64], truth: NDArray[np.bool_], *, bins: int = 10) -> float:
    """The expected calibration error over bins of equal width, 0 to 1 (Guo et al. 2017, equation 3)."""
    bin_of = np.minimum((chances * bins).astype(int), bins - 1)
    gaps = [
        (bin_of == b).mean() * abs(chances[bin_of == b].mean() - truth[bin_of == b].mean())
        for b in range(bins)
        if (bin_of == b).any()
    ]
    return float(sum(gaps))


def _best(likeness: NDArray[np.float32]) -> NDArray[np.float64]:
    """(Q, 3): the best similarity, its lead over the next, and whose it is."""
    order = np.argsort(likeness, axis=1)[:, ::-1][:, :2]
    rows = np.arange(len(likeness))
    first, second = likeness[rows, order[:, 0]], likeness[rows, order[:, 1]]
    return np.stack([first, first - second, order[:, 0]], axis=1).astype(np.float64)


def _logistic(seen: NDArray[np.float64], truth: NDArray[np.bool_]) -> tuple[float, NDArray[np.float64]]:
    x, y = torch.from_numpy(seen), torch.from_numpy(truth).double()
    weights = torch.zeros(seen.shape[1] + 1, dtype=torch.float64, requires_grad=True)
    optimizer = torch.optim.LBFGS([weights], lr=1.0, max_iter=500, line_search_fn="strong_wolfe")

    def loss() -> torch.Tensor:
        optimizer.zero_grad()
        value = torch.nn.functional.binary_cross_entropy_with_logits(weights[0] + x @ weights[1:], y)
        value.backward()  # type: ignore[no-untyped-call]
        return value

    optimizer.step(loss)  # type: ignore[no-untyped-call]
    fitted = weights.detach().numpy()
    return float(fitted[0]), fitted[1:]


def _chance(seen: NDArray[np.float64], bias: float, slopes: NDArray[np.float64]) -> NDArray[np.float64]:
    chance: NDArray[np.float64] = 1 / (1 + np.exp(-(bias + seen @ slopes)))
    return chance


def _share(of: NDArray[np.bool_]) -> float:
    return round(float(of.mean()), 4) if len(of) else 0.0
