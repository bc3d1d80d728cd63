"""The exam of finding garments, as one table: which of all items a photo shows, and whether to say so.

Four parts, none of which the trained embedding learnt from:

- phone photos of unseen senders, untouched and made bad, among catalogue pictures that are relit, creased and
  put askew in another way;
- the shop's other views of designs that it did not learn from, among all main views, exact colour;
- drawn garments in two poses, among studio pictures of them;
- what is not there: all of these without their own pictures, the shop's also without other colours of the
  design; other drawn garments; near shades of drawn garments that are there; and photos of no garment.

Drawn garments fill each gallery up. `false in` is the share of absent garments that the shipped verdict calls
in the catalogue; it, and what else depends on the verdict, is of the senders that the verdict was not chosen
on. `missed` is the share of present garments without a right answer, where one absent garment in a hundred
gets an answer. Intervals are 95%, by resampling garments, designs or senders.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from vision.errors import VisionError
from vision.lab.exams.intervals import figure, share
from vision.lab.exams.judge import Judge, area_under_risk, calibration_error, missed_at
from vision.lab.exams.pictures import Analysed, Pictures, analysed, stacked
from vision.lab.exams.questions import Bools, Photos, photos_of
from vision.lab.exams.sources import (
    DrawnPhotos,
    DrawnStudio,
    NoGarments,
    PhoneCatalogue,
    PhonePhotos,
    Row,
    ShopViews,
    phone_rows,
    same_garments,
)
from vision.lab.training.cut_outs import unseen_design, unseen_sender
from vision.pipeline import SHIPPED_VERDICT, PhotoPipeline

SEED = 40
BAD_VIEWS = 2
POSES = 2
OTHERS = 500
"""Drawn garments that no gallery has; as many as are asked for, at most."""
SHADES = (6.0, 12.0)
"""Distances of near shades in CIELAB: about the least that one sees at once, and twice that."""
SHADED = 300
"""Drawn garments that are photographed in a near shade; as many as are asked for, at most."""
COLUMNS = ("recall at 1", "recall at 5", "false in", "missed", "area", "calibration error")
Table = dict[str, dict[str, dict[str, Any]]]


@dataclass(frozen=True, slots=True)
class Part:
    """Photos of one kind, and the catalogue pictures that belong to them."""

    photos: Analysed
    own: Analysed
    """The part's own catalogue pictures, with which each gallery begins; then come the drawn ones."""
    truth: NDArray[np.intp]
    """(Q,): the right one in the gallery; -1 if there is none."""
    units: NDArray[np.str_]
    """(Q,): what is resampled."""
    unused: Bools
    """(Q,): whether the verdict was not chosen on it."""
    kin: Bools | None = None
    """(Q, own): pictures that are left out too if the garment is absent: other photos, other colours."""
    absent_only: bool = False
    """Whether the photos are searched without their own pictures alone."""


def examine(
    data: Path,
    pipeline: PhotoPipeline,
    *,
    sizes: Sequence[int] = (1000, 10_000),
    designs: int = 1000,
    cache: Path | None = None,
    verdict: Path = SHIPPED_VERDICT,
) -> Table:
    """Measure all parts in galleries of these sizes.

    Args:
        data: with `phone/` and `shop/pictures/`; either may be missing.
        designs: drawn garments that are asked for.
        cache: a folder for what the pipeline makes of the pictures, to go on from.
        verdict: a calibration of this pipeline's model.

    Returns:
        By part, by gallery, the figures of `COLUMNS`, each with its interval; see `intervals.figure`.

    Raises:
        VisionError: the calibration is of another model.
    """
    fitted = json.loads(verdict.read_text(encoding="utf-8"))
    if fitted["model"] != pipeline.model_id:
        raise VisionError(f"{verdict} is of another model: run `python -m vision calibrate verdict`.")
    judge, chosen_on = Judge(fitted["calibration"]), frozenset(fitted.get("chosen_on", ()))

    def made(name: str, pictures: Pictures) -> Analysed:
        return analysed(pipeline, pictures, f"finding-{name}", cache)

    if designs > min(sizes):
        raise VisionError("The smallest gallery must have room for all drawn designs.")
    drawn = made("drawn", DrawnStudio(0, max(sizes), SEED))
    parts = _drawn(made, drawn, designs)
    if (data / "phone").is_dir():
        parts = {**_phone(made, data / "phone", chosen_on), **parts}
    if (data / "shop" / "pictures").is_dir():
        parts |= _shop(made, data / "shop" / "pictures")
    table: Table = {}
    for name, part in parts.items():
        table[name] = {}
        for size in sizes:
            photos = _searched_in(part, drawn, size, pipeline.embed.part_from)
            table[name][str(photos.likeness.shape[1])] = _figures(photos, part, judge)
    return table


Make = Callable[[str, Pictures], Analysed]


def _phone(made: Make, folder: Path, chosen_on: frozenset[str]) -> dict[str, Part]:
    def is_validation(row: Row) -> bool:
        return row["split"] == "val"

    known = phone_rows(folder, is_validation)
    others = phone_rows(folder, lambda row: unseen_sender(row) and not is_validation(row))
    own = made("phone-own", PhoneCatalogue(folder, known, SEED + 1))
    if others:
        own = stacked([own, made("phone-others", PhoneCatalogue(folder, others, SEED + 2))])
    same, names = same_garments(), [row["photo"] for row in (*known, *others)]
    twins = np.array([[frozenset((row["photo"], name)) in same for name in names] for row in known])
    parts = {}
    for name, bad, views in (("phone, made bad", True, BAD_VIEWS), ("phone, untouched", False, 1)):
        photos = made(f"phone-{views}", PhonePhotos(folder, known, SEED + 3, bad=bad, views=views))
        rows = np.repeat(np.arange(len(known)), views)
        unused = np.array([known[row]["sender"] not in chosen_on for row in rows])
        units = np.array([known[row]["photo"] for row in rows])
        parts[name] = Part(photos, own, rows, units, unused, twins[rows])
    nothing = NoGarments(folder, SEED)
    photos = made("nothing", nothing)
    unused = np.array([sender not in chosen_on for sender in nothing.senders])
    parts["no garment"] = _absent(photos, own, np.array(nothing.senders), unused)
    return parts


def _shop(made: Make, folder: Path) -> dict[str, Part]:
    paths = [path for path in sorted(folder.rglob("*.jpg")) if path.stem.rpartition("_")[0]]
    items = [path.stem.rpartition("_") for path in paths]
    mains = [path for path, (_, _, view) in zip(paths, items, strict=True) if view == "main"]
    places = {path.stem.rpartition("_")[0]: place for place, path in enumerate(mains)}
    designs = np.array([item.split("-")[0] for item in places])
    own = made("shop-main", ShopViews(mains))
    parts = {}
    for name, view in (("shop, backs", "back"), ("shop, alternates", "alt")):
        asked = [
            path
            for path, (item, _, kind) in zip(paths, items, strict=True)
            if kind.startswith(view) and item in places and unseen_design(item.split("-")[0])
        ]
        if not asked:
            continue
        photos = made(f"shop-{view}", ShopViews(asked))
        truth = np.array([places[path.stem.rpartition("_")[0]] for path in asked])
        kin = designs == designs[truth][:, None]
        everything = np.ones(len(asked), bool)
        parts[name] = Part(photos, own, truth, designs[truth], everything, kin)
        parts[f"{name}, other colours there"] = Part(
            photos, own, truth, designs[truth], everything, absent_only=True
        )
    return parts


def _drawn(made: Make, drawn: Analysed, designs: int) -> dict[str, Part]:
    none = drawn.only(np.zeros(len(drawn), bool))
    photos = made("drawn-poses", DrawnPhotos(0, designs, SEED, POSES))
    rows = np.repeat(np.arange(designs), POSES)
    parts = {"drawn, two poses": Part(photos, none, rows, rows.astype(str), np.ones(len(rows), bool))}
    others = made("drawn-others", DrawnPhotos(1_000_000, min(OTHERS, designs), SEED))
    units = np.arange(len(others)).astype(str)
    parts["other drawn garments"] = _absent(others, none, units, np.ones(len(others), bool))
    for shade in SHADES:
        shaded = made(f"drawn-shade-{shade:g}", DrawnPhotos(0, min(SHADED, designs), SEED, shade=shade))
        units = np.arange(len(shaded)).astype(str)
        name = f"drawn, {shade:g} from a shade that is there"
        parts[name] = _absent(shaded, none, units, np.ones(len(shaded), bool))
    return parts


def _absent(photos: Analysed, own: Analysed, units: NDArray[np.str_], unused: Bools) -> Part:
    return Part(photos, own, np.full(len(photos), -1, np.intp), units, unused, absent_only=True)


def _searched_in(part: Part, drawn: Analysed, size: int, part_from: int = 0) -> Photos:
    """Search in the part's own pictures, and in as many drawn ones as there is room for."""
    gallery = stacked([part.own, drawn.only(slice(max(0, size - len(part.own))))])
    return photos_of(part.photos, gallery, units=part.units, part_from=part_from, truth=part.truth)


def _figures(photos: Photos, part: Part, judge: Judge) -> dict[str, Any]:
    sure_at = judge.calibration["class_sure_at"]
    without = photos
    if part.kin is not None:
        likeness = photos.likeness.copy()
        likeness[:, : part.kin.shape[1]][part.kin] = -1
        without = replace(photos, likeness=likeness)
    absent = without.answers(present=False, sure_at=sure_at)
    called = judge.in_catalogue(absent.features, photos.recognised)
    unused = part.unused
    false_in = share(called[unused], part.units[unused])
    if part.absent_only:
        return {"false in": false_in}
    present = photos.answers(present=True, sure_at=sure_at)
    features = np.concatenate([present.features[unused], absent.features[unused]])
    right = np.concatenate([present.right[unused], absent.right[unused]])
    there = np.arange(len(features)) < unused.sum()
    units = np.concatenate([part.units[unused]] * 2)
    scores = judge.scores(features, np.concatenate([photos.recognised[unused]] * 2))
    chances = judge.chances(features)
    return {
        "recall at 1": share(present.ranks < 1, part.units),
        "recall at 5": share(present.ranks < 5, part.units),
        "false in": false_in,
        "missed": figure(lambda rows: missed_at(scores[rows], right[rows], there[rows]), units),
        "area": figure(lambda rows: area_under_risk(scores[there][rows], right[there][rows]), units[there]),
        "calibration error": figure(lambda rows: calibration_error(chances[rows], right[rows]), units),
    }


def lines(table: Mapping[str, Mapping[str, Mapping[str, Any]]]) -> list[str]:
    """The table for people, a line for each part and gallery."""
    widest = max(len(name) for name in table)
    rows = [f"{'':{widest}} {'gallery':>8} {'photos':>7}  " + "".join(f"{name:23}" for name in COLUMNS)]
    for name, by_size in table.items():
        for size, figures in by_size.items():
            photos = figures.get("recall at 1", figures["false in"])["of"]
            cells = "".join(f"{_cell(figures.get(column)):23}" for column in COLUMNS)
            rows.append(f"{name:{widest}} {size:>8} {photos:>7}  {cells}".rstrip())
    return rows


def _cell(row: Mapping[str, Any] | None) -> str:
    if row is None or row["value"] is None:
        return ""
    low, high = row["interval"]
    return f"{row['value']:.3f} ({low:.3f}, {high:.3f})"
