"""The batches that the embedding is trained on: which garments stand against each other, and in which views.

Some garments of a batch are alike in kind and colour, and colours of one design come together, so that
look-alikes stand against each other. Now and then both views of a garment are dyed alike, which makes a
garment of it that nobody has, in all of its views.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from vision.drawing.shades import moved
from vision.lab.training.cut_outs import CutOut
from vision.runtime import imagenet
from vision.views import CATALOGUE, PHONE, WORN, Hardness, view

ALIKE = 16
"""A garment's look-alikes are drawn from so many of its kind that are nearest in colour."""
SAME_PICTURE = 0.25
"""Chance of two views of one picture, where a garment has several."""
DYED = 0.25
"""Chance that both views of a garment are dyed."""
DYES = (10.0, 45.0)
"""How far a dye moves the colours in CIELAB."""


@dataclass(frozen=True, slots=True)
class Mix:
    """How many garments are in a batch, and why."""

    garments: int = 36
    """In all, two views each."""
    alike: int = 4
    """Garments that bring three look-alikes along."""
    designs: int = 4
    """Designs with several colours of which a batch holds up to three; sources take turns."""


class Garments:
    """Which garments go into a batch together, and which of their pictures."""

    def __init__(self, cut_outs: Sequence[CutOut]) -> None:
        pictures: dict[str, list[CutOut]] = defaultdict(list)
        for cut_out in cut_outs:
            pictures[cut_out.garment].append(cut_out)
        self._pictures = list(pictures.values())
        designs: dict[str, dict[str, list[int]]] = defaultdict(lambda: defaultdict(list))
        kinds: dict[tuple[str, str], list[int]] = defaultdict(list)
        for number, (first, *_) in enumerate(self._pictures):
            designs[first.source][first.design].append(number)
            kinds[first.source, first.kind].append(number)
        colourways = ([m for m in of_source.values() if len(m) > 1] for of_source in designs.values())
        self._designs = [of_source for of_source in colourways if of_source]
        self._alike: dict[int, NDArray[np.int64]] = {}
        for numbers in kinds.values():
            colours = np.array([self._pictures[number][0].colour for number in numbers])  # (K, 3)
            for number, colour in zip(numbers, colours, strict=True):
                nearest = np.argsort(np.linalg.norm(colours - colour, axis=1))[: 1 + ALIKE]
                self._alike[number] = np.array(
                    [numbers[n] for n in nearest if numbers[n] != number], np.int64
                )

    def choose(self, mix: Mix, rng: np.random.Generator) -> list[int]:
        """The numbers of the garments of a batch, each once."""
        chosen: list[int] = []
        for number in rng.integers(len(self._pictures), size=mix.alike):
            alike = self._alike[int(number)]
            chosen += [int(number), *rng.choice(alike, min(3, len(alike)), replace=False).tolist()]
        for turn in range(mix.designs if self._designs else 0):
            of_source = self._designs[turn % len(self._designs)]
            members = of_source[int(rng.integers(len(of_source)))]
            chosen += rng.choice(members, min(3, len(members)), replace=False).tolist()
        chosen += rng.integers(len(self._pictures), size=mix.garments).tolist()
        return list(dict.fromkeys(chosen))[: mix.garments]

    def pair(self, number: int, rng: np.random.Generator) -> tuple[CutOut, CutOut]:
        """Two pictures of a garment, mostly different ones where it has several; sometimes dyed alike."""
        pictures = self._pictures[number]
        first = second = int(rng.integers(len(pictures)))
        if len(pictures) > 1 and rng.random() >= SAME_PICTURE:
            second = (first + int(rng.integers(1, len(pictures)))) % len(pictures)
        if rng.random() >= DYED:
            return pictures[first], pictures[second]
        distance, way = float(rng.uniform(*DYES)), int(rng.integers(2**32))
        return _dyed(pictures[first], distance, way), _dyed(pictures[second], distance, way)


def batches(
    garments: Garments, mix: Mix, side: int, rng: np.random.Generator
) -> Iterator[tuple[Tensor, Tensor]]:
    """(B, 3, S, S) normalised, channels last, and (B,) numbers of garments; prepared ahead, without end."""

    def prepare(seed: int) -> tuple[Tensor, Tensor]:
        chance = np.random.default_rng(seed)
        views, labels = [], []
        for number in garments.choose(mix, chance):
            first, second = garments.pair(number, chance)
            for cut_out, hardness in ((first, CATALOGUE), (second, _hardness(first, chance))):
                views.append(view(cut_out.picture, chance, hardness, size=side))
                labels.append(number)
        pixels = torch.from_numpy(np.stack(views)).float()  # (B, S, S, 3)
        normalised = (pixels - torch.tensor(imagenet.MEAN)) / torch.tensor(imagenet.STD)
        return normalised.permute(0, 3, 1, 2), torch.tensor(labels)

    with ThreadPoolExecutor(1) as ahead:
        pending = ahead.submit(prepare, int(rng.integers(2**32)))
        while True:
            batch = pending.result()
            pending = ahead.submit(prepare, int(rng.integers(2**32)))
            yield batch


def _hardness(cut_out: CutOut, rng: np.random.Generator) -> Hardness:
    """Of the second view. A drawn photo is dark, blurred and creased by itself."""
    if cut_out.source == "shop" and rng.random() < 0.6:
        return WORN
    return CATALOGUE if cut_out.source == "drawn" and rng.random() < 0.5 else PHONE


def _dyed(cut_out: CutOut, distance: float, way: int) -> CutOut:
    """The same picture with its colours moved; `way` seeds the direction."""
    colours = cut_out.picture[..., :3].astype(np.float32) / np.float32(255)
    dyed = np.rint(moved(colours, distance, np.random.default_rng(way)) * 255).astype(np.uint8)
    return replace(cut_out, picture=np.dstack([dyed, cut_out.picture[..., 3]]))
