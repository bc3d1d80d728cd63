"""The exam of the trained embedding: alone, and joined with the shipped vectors.

Nothing in it was trained on: phone senders and shop designs are those that `vision.lab.training.cut_outs`
leaves out. Catalogue views and queries are altered independently of each other, and all are cut out by the
pipeline.

- `phone bad`: each photo of the validation senders, relit, creased and seen askew, then made as bad as a
  warehouse makes it, twice; `phone untouched`: the photo as it is. The gallery holds 1,000 garments: a
  catalogue view of each of these photos and of those of the other unseen senders, relit, creased and seen
  askew in another way, and drawings.
- `backs`, `alternates`: the shop's other views of designs that neither embedding learnt from, among all main
  views, exact colour. `... half seen`: of those that the shipped projection alone learnt from.

The joined similarity is a weighted mean of both. Its weight is chosen on one half of the senders and designs
for the other half, and the other way round. Intervals are 95%, by resampling garments (phone) or designs.
"""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

import cv2
import numpy as np
from numpy.typing import NDArray

from vision.arrays import Mask, RgbImage
from vision.decoding.photos import decode
from vision.drawing import draw_studio, random_garment
from vision.embedding import Backbone, Embedder, best_features
from vision.lab.exams.retrieval import in_batches
from vision.lab.exams.shop import Segment, is_held_out
from vision.lab.training.augmentation import warehouse_view
from vision.lab.training.cut_outs import CutOut, cut_out, phone_photos, stored, unseen_design, unseen_sender
from vision.lab.training.data import Example, class_of_name
from vision.pipeline import WORKING_SIDE, PhotoPipeline
from vision.runtime import imagenet
from vision.runtime.embedding_network import EmbeddingCheckpoint

GALLERY = 1000
BAD_VIEWS = 2
SIDE = 256
SHARES = tuple(round(0.05 * step, 2) for step in range(21))
"""Shares of the trained embedding in the joined similarity."""
RESAMPLINGS = 1000
Floats = NDArray[np.float32]
Ranks = NDArray[np.int64]
Report = dict[str, dict[str, dict[str, float | list[float]]]]


@dataclass(frozen=True, slots=True)
class Part:
    """Queries of one kind, and the gallery that they are asked for in."""

    likeness: tuple[Floats, Floats]
    """(Q, G): cosines of the shipped and of the trained vectors."""
    truth: NDArray[np.int64]
    """(Q,), the row in the gallery that is right."""
    units: NDArray[np.str_]
    """(Q,): what is resampled: the garment on phone photos, the design in the shop."""
    second_half: NDArray[np.bool_]
    """(Q,): in the second half of the senders or designs."""
    maker: str
    """Whose pictures these are: `phone` or `shop`; empty where the share may not be chosen by them."""

    def ranks(self, share: float) -> Ranks:
        """(Q,): how many of the gallery lie nearer than the right one; `share` is the trained one's."""
        likeness = (1 - share) * self.likeness[0] + share * self.likeness[1]
        own = likeness[np.arange(len(self.truth)), self.truth]
        nearer: Ranks = (likeness > own[:, None]).sum(axis=1)
        return nearer


def ask(
    data: Path, folder: Path, pipeline: PhotoPipeline, checkpoint: EmbeddingCheckpoint
) -> dict[str, Part]:
    """The parts of the exam, by name.

    Args:
        data: with `phone/` and `shop/pictures/`.
        folder: where the cut-outs and the shipped vectors are stored for the next time.
        pipeline: what cuts out, and makes the shipped vectors.
    """

    def segment(photo: RgbImage, garment_class: str | None = None, /) -> Mask:
        return pipeline.segment(photo, garment_class).mask

    return _parts(data, folder, pipeline.embed, trained_embedder(checkpoint), segment)


def examine(parts: Mapping[str, Part]) -> Report:
    """Recall at 1 and 5 with intervals, by part and by vectors: `shipped`, `trained`, `joined`."""
    chosen = best_share(parts, second_half=False), best_share(parts, second_half=True)
    report: Report = {}
    for name, part in parts.items():
        # The share chosen on one half is used on the other.
        joined = np.where(part.second_half, part.ranks(chosen[0]), part.ranks(chosen[1]))
        ranks = {"shipped": part.ranks(0.0), "trained": part.ranks(1.0), "joined": joined}
        report[name] = {vectors: recall(of, part.units) for vectors, of in ranks.items()}
    report["share"] = {
        "of the trained one": {"first half": chosen[0], "second half": chosen[1], "all": best_share(parts)}
    }
    return report


def best_share(parts: Mapping[str, Part], *, second_half: bool | None = None) -> float:
    """The share with the best mean reciprocal rank, phone and shop counting alike.

    Args:
        second_half: choose on this half alone; None: on all.
    """

    def score(share: float) -> float:
        by_maker: dict[str, list[Floats]] = defaultdict(list)
        for part in parts.values():
            if part.maker:
                asked = np.isin(part.second_half, [True, False] if second_half is None else [second_half])
                by_maker[part.maker].append((1 / (1 + part.ranks(share)[asked])).astype(np.float32))
        return float(np.mean([np.concatenate(ranks).mean() for ranks in by_maker.values()]))

    return max(SHARES, key=score)


def recall(ranks: Ranks, units: NDArray[np.str_]) -> dict[str, float | list[float]]:
    """Queries, recall at 1 and 5, and their 95% intervals, by resampling the units that queries belong to."""
    _, unit = np.unique(units, return_inverse=True)
    size = np.bincount(unit)
    rng = np.random.default_rng(0)
    drawn = rng.multinomial(len(size), np.full(len(size), 1 / len(size)), RESAMPLINGS)  # (R, U)
    report: dict[str, float | list[float]] = {"queries": len(ranks)}
    for top in (1, 5):
        hits = np.bincount(unit, weights=ranks < top)
        shares = (drawn @ hits) / (drawn @ size)
        report[f"recall_at_{top}"] = round(float(np.mean(ranks < top)), 3)
        report[f"interval_at_{top}"] = [round(float(v), 3) for v in np.percentile(shares, [2.5, 97.5])]
    return report


def trained_embedder(checkpoint: EmbeddingCheckpoint) -> Embedder:
    """What makes a checkpoint's vectors; they are the first of its `parts`."""
    network = checkpoint.network()
    backbone = Backbone(
        "trained", lambda: network, checkpoint.dimension, checkpoint.side, imagenet.MEAN, imagenet.STD
    )
    return Embedder(backbone, best_features(backbone))


def table(report: Report) -> str:
    """The report for people, a line for each part and kind of vectors."""
    lines = [f"{'':24}{'vectors':10}{'queries':>8}   recall at 1           recall at 5"]
    for name, by_vectors in report.items():
        if name == "share":
            continue
        for vectors, row in by_vectors.items():
            cells = [f"{row[f'recall_at_{n}']:.3f} {row[f'interval_at_{n}']!s:16}" for n in (1, 5)]
            lines.append(f"{name:24}{vectors:10}{row['queries']:8}   {cells[0]}{cells[1]}")
    lines.append(f"share of the trained vectors in the joined: {json.dumps(report['share'])}")
    return "\n".join(lines)


def _parts(
    data: Path, folder: Path, shipped: Embedder, trained: Embedder, segment: Segment
) -> dict[str, Part]:
    sources: dict[str, Callable[[], Iterator[CutOut]]] = {
        "gallery": lambda: _gallery(data / "phone", segment),
        "untouched": lambda: _queries(data / "phone", segment, bad=False),
        "bad": lambda: _queries(data / "phone", segment, bad=True),
        "shop": lambda: _shop(data / "shop" / "pictures", segment),
    }
    known = {name: stored(folder, {name: source}) for name, source in sources.items()}
    vectors: dict[str, tuple[Floats, Floats]] = {}
    for name, cut_outs in known.items():
        path = folder / f"{name}-{shipped.model_id}.npy"
        if not path.is_file():
            np.save(path, in_batches(shipped.batch, map(_garment, cut_outs)))
        made = in_batches(lambda some: trained.parts(some)[0], map(_garment, cut_outs))
        vectors[name] = np.load(path), made
    place = {cut_out.garment: row for row, cut_out in enumerate(known["gallery"])}
    parts = {
        f"phone {name}": _part(
            known[name], vectors[name], vectors["gallery"], place, [c.garment for c in known[name]], "phone"
        )
        for name in ("bad", "untouched")
    }
    shop = known["shop"]
    mains = [n for n, cut_out in enumerate(shop) if cut_out.kind == "main"]
    place = {shop[n].garment: row for row, n in enumerate(mains)}
    gallery = vectors["shop"][0][mains], vectors["shop"][1][mains]
    for name, kind, held_out in (
        ("backs", "back", True),
        ("alternates", "alt", True),
        ("backs, half seen", "back", False),
        ("alternates, half seen", "alt", False),
    ):
        asked = [
            n
            for n, c in enumerate(shop)
            if c.kind.startswith(kind) and c.garment in place and is_held_out(c.design) == held_out
        ]
        of = vectors["shop"][0][asked], vectors["shop"][1][asked]
        units = [shop[n].design for n in asked]
        parts[name] = _part([shop[n] for n in asked], of, gallery, place, units, "shop" if held_out else "")
    return {name: part for name, part in parts.items() if len(part.truth)}


def _part(
    asked: Sequence[CutOut],
    queries: tuple[Floats, Floats],
    gallery: tuple[Floats, Floats],
    place: Mapping[str, int],
    units: Sequence[str],
    maker: str,
) -> Part:
    designs = np.array([cut_out.design for cut_out in asked])
    rows = [n for n, cut_out in enumerate(asked) if cut_out.garment in place]
    second = _second_half(designs)
    return Part(
        (queries[0][rows] @ gallery[0].T, queries[1][rows] @ gallery[1].T),
        np.array([place[asked[n].garment] for n in rows], np.int64),
        np.array(units)[rows],
        np.array([designs[n] in second for n in rows], bool),
        maker,
    )


def _second_half(groups: NDArray[np.str_]) -> set[str]:
    """Senders or designs that ask half of the queries: from the largest on, each to the smaller half."""
    halves: tuple[set[str], set[str]] = set(), set()
    sizes = [0, 0]
    for group, size in sorted(Counter(groups.tolist()).items(), key=lambda item: (-item[1], item[0])):
        smaller = int(sizes[1] < sizes[0])
        halves[smaller].add(group)
        sizes[smaller] += size
    return halves[1]


def _garment(cut_out: CutOut) -> tuple[RgbImage, NDArray[np.bool_]]:
    return np.ascontiguousarray(cut_out.picture[..., :3]), cut_out.picture[..., 3] > 127


def _gallery(folder: Path, segment: Segment) -> Iterator[CutOut]:
    """Catalogue views of all unseen senders' photos, those of the split `val` first, and drawings."""
    yield from islice(_catalogue_views(folder, segment), GALLERY)


def _catalogue_views(folder: Path, segment: Segment) -> Iterator[CutOut]:
    for is_asked in (True, False):
        wanted = _validation if is_asked else lambda row: unseen_sender(row) and not _validation(row)
        for number, (name, row, photo) in enumerate(phone_photos(folder, wanted)):
            altered = _altered(photo, np.random.default_rng([1, is_asked, number]))
            made = cut_out(altered, segment(altered), name, design=row["sender"], side=SIDE)
            if made is not None:
                yield made
    number = 0
    while True:
        garment = random_garment(np.random.default_rng([30_001, number]))
        made = cut_out(*draw_studio(garment, size=320), f"drawn-{number}", side=SIDE)
        if made is not None:
            yield made
        number += 1


def _queries(folder: Path, segment: Segment, *, bad: bool) -> Iterator[CutOut]:
    for number, (name, row, photo) in enumerate(phone_photos(folder, _validation)):
        for again in range(BAD_VIEWS if bad else 1):
            shown = photo
            if bad:
                rng = np.random.default_rng([2, again, number])
                nothing = np.zeros(photo.shape[:2], np.uint8)
                shown = warehouse_view(Example(name, "", _altered(photo, rng), nothing), rng).photo
            mask = segment(shown)
            # A photo in which nothing is found is asked for as a whole.
            made = cut_out(shown, mask, name, design=row["sender"], side=SIDE) or cut_out(
                shown, np.ones(shown.shape[:2], bool), name, design=row["sender"], side=SIDE
            )
            if made is not None:
                yield made


def _shop(folder: Path, segment: Segment) -> Iterator[CutOut]:
    """All main views, and the others of unseen designs; `kind` is the view."""
    for path in sorted(folder.rglob("*.jpg")):
        item, _, kind = path.stem.rpartition("_")
        design = item.split("-")[0]
        if not item or (kind != "main" and not unseen_design(design)):
            continue
        photo = decode(path.read_bytes(), at_least=WORKING_SIDE)
        mask = segment(photo, class_of_name(path.stem) if kind == "main" else None)
        made = cut_out(photo, mask, item, design=design, kind=kind, side=SIDE)
        if made is not None:
            yield made


def _validation(row: Mapping[str, str]) -> bool:
    return row["split"] == "val"


def _altered(photo: RgbImage, rng: np.random.Generator) -> RgbImage:
    """The photo relit, its garment creased, seen askew: as another photo of it would be."""
    height, width = photo.shape[:2]
    y, x = np.mgrid[0:height, 0:width].astype(np.float32)
    cells = int(rng.integers(5, 9))
    coarse = rng.normal(0, 0.02 * max(height, width), (cells, cells, 2)).astype(np.float32)
    shift = cv2.resize(coarse, (width, height), interpolation=cv2.INTER_CUBIC)
    creased = cv2.remap(
        photo, x + shift[..., 0], y + shift[..., 1], cv2.INTER_LINEAR, borderMode=cv2.BORDER_REFLECT_101
    )
    corners = np.array([[0, 0], [width, 0], [width, height], [0, height]], np.float32)
    moved = (corners + rng.uniform(-0.1, 0.1, (4, 2)) * [width, height]).astype(np.float32)
    askew = cv2.warpPerspective(
        creased,
        cv2.getPerspectiveTransform(corners, moved),
        (width, height),
        borderMode=cv2.BORDER_REFLECT_101,
    )
    light = cv2.resize(rng.uniform(0.65, 1.2, (2, 2)).astype(np.float32), (width, height))
    gain = rng.uniform(0.75, 1.2) * rng.uniform(0.92, 1.08, 3)
    relit: RgbImage = np.clip(askew * light[..., None] * gain, 0, 255).astype(np.uint8)
    return relit
