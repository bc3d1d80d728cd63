"""Generations of the index: how each is named and labelled, which one serves, which may go. Pure.

A generation is one collection. It is filled under a name that ends in `-building`, and serves once it has
lost that ending. Each belongs to one model: vectors of two models cannot be compared, so a new model's
generation is filled beside the former's, which goes on serving processes that use the former model.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

PREFIX = "hangtag-pictures-"
BUILDING = "-building"
_NAME = re.compile(rf"{PREFIX}(\d+)({BUILDING})?")


@dataclass(frozen=True, slots=True)
class Generation:
    """One collection of vectors."""

    name: str
    number: int
    """Counts from 1, whatever the model."""
    complete: bool
    model_id: str
    dimension: int
    stamp: str
    """Changes with every write, so that other processes notice it."""


def parse_generation(name: str, label: Mapping[str, object] | None) -> Generation | None:
    """Return the generation of that name and label; None if the collection is not ours."""
    matched = _NAME.fullmatch(name)
    if matched is None:
        return None
    metadata = label or {}
    size = metadata.get("dimension")
    return Generation(
        name,
        int(matched[1]),
        complete=matched[2] is None,
        model_id=str(metadata.get("model_id")),
        dimension=size if isinstance(size, int) else 0,
        stamp=str(metadata.get("stamp")),
    )


def name_of(number: int, *, building: bool) -> str:
    """Return the collection's name."""
    return f"{PREFIX}{number:06d}{BUILDING if building else ''}"


def serving(generations: Iterable[Generation], model_id: str, dimension: int) -> Generation | None:
    """Return the model's newest complete generation."""
    candidates = [
        generation
        for generation in generations
        if generation.complete and _is_of(generation, model_id, dimension)
    ]
    return max(candidates, key=lambda generation: generation.number, default=None)


def begun(generations: Iterable[Generation], model_id: str, dimension: int) -> Generation | None:
    """Return the model's first generation that is being filled; a later one is a copy for a rebuild."""
    candidates = [
        generation
        for generation in generations
        if not generation.complete and _is_of(generation, model_id, dimension)
    ]
    return min(candidates, key=lambda generation: generation.number, default=None)


def superseded(generations: Iterable[Generation], by: Generation) -> list[Generation]:
    """Return those before `by` that nobody needs once it serves.

    The newest complete one of another model stays: processes with that model continue to use it, and one can
    return to it. It goes when the next model comes.
    """
    before = [generation for generation in generations if generation.number < by.number]
    other_models = [
        generation for generation in before if generation.complete and generation.model_id != by.model_id
    ]
    fallback = max(other_models, key=lambda generation: generation.number, default=None)
    return [generation for generation in before if generation is not fallback]


def _is_of(generation: Generation, model_id: str, dimension: int) -> bool:
    return (generation.model_id, generation.dimension) == (model_id, dimension)
