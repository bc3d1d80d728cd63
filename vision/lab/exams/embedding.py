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
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from vision.arrays import Mask, RgbImage
from vision.embedding import Backbone, Embedder, best_features
from vision.lab.exams import embedding_photos as photos
from vision.lab.exams.retrieval import in_batches
from vision.lab.exams.shop import Segment, is_held_out
from vision.lab.training.cut_outs import CutOut, Source, stored
from vision.pipeline import PhotoPipeline
from vision.runtime import imagenet
from vision.runtime.embedding_checkpoint import EmbeddingCheckpoint

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
                chosen = np.isin(part.second_half, [True, False] if second_half is None else [second_half])
                by_maker[part.maker].append((1 / (1 + part.ranks(share)[chosen])).astype(np.float32))
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


@dataclass(frozen=True, slots=True)
class _Embedded:
    """Cut-outs, and their vectors of both kinds, (N, D)."""

    cut_outs: Sequence[CutOut]
    shipped: Floats
    trained: Floats

    def only(self, wanted: Callable[[CutOut], bool]) -> _Embedded:
        rows = [row for row, cut_out in enumerate(self.cut_outs) if wanted(cut_out)]
        return _Embedded([self.cut_outs[row] for row in rows], self.shipped[rows], self.trained[rows])


def _parts(
    data: Path, folder: Path, shipped: Embedder, trained: Embedder, segment: Segment
) -> dict[str, Part]:
    phone, pictures = data / "phone", data / "shop" / "pictures"

    def embedded(name: str, source: Source) -> _Embedded:
        cut_outs = stored(folder, {name: source})
        path = folder / f"{name}-{shipped.model_id}.npy"
        if not path.is_file():
            np.save(path, in_batches(shipped.batch, map(_garment, cut_outs)))
        features = in_batches(lambda some: trained.parts(some).features, map(_garment, cut_outs))
        return _Embedded(cut_outs, np.load(path), features)

    gallery = embedded("gallery", lambda: photos.gallery(phone, segment))
    parts = {}
    for name in ("bad", "untouched"):
        queries = embedded(name, lambda bad=name == "bad": photos.queries(phone, segment, bad=bad))  # type: ignore[misc]
        parts[f"phone {name}"] = _part(queries, gallery, "phone", units="garment")
    shop = embedded("shop", lambda: photos.shop(pictures, segment))
    mains = shop.only(lambda cut_out: cut_out.kind == "main")
    for kind, view in (("backs", "back"), ("alternates", "alt")):
        views = shop.only(lambda cut_out, view=view: cut_out.kind.startswith(view))  # type: ignore[misc]
        unseen = views.only(lambda cut_out: is_held_out(cut_out.design))
        half_seen = views.only(lambda cut_out: not is_held_out(cut_out.design))
        parts[kind] = _part(unseen, mains, "shop", units="design")
        parts[f"{kind}, half seen"] = _part(half_seen, mains, "", units="design")
    return {name: part for name, part in parts.items() if len(part.truth)}


def _part(pictures: _Embedded, gallery: _Embedded, maker: str, *, units: str) -> Part:
    place = {cut_out.garment: row for row, cut_out in enumerate(gallery.cut_outs)}
    queries = pictures.only(lambda cut_out: cut_out.garment in place)
    second = _second_half([cut_out.design for cut_out in queries.cut_outs])
    return Part(
        (queries.shipped @ gallery.shipped.T, queries.trained @ gallery.trained.T),
        np.array([place[cut_out.garment] for cut_out in queries.cut_outs], np.int64),
        np.array([getattr(cut_out, units) for cut_out in queries.cut_outs]),
        np.array([cut_out.design in second for cut_out in queries.cut_outs], bool),
        maker,
    )


def _second_half(groups: Sequence[str]) -> set[str]:
    """Senders or designs that ask half of the queries: from the largest on, each to the smaller half."""
    halves: tuple[set[str], set[str]] = set(), set()
    sizes = [0, 0]
    for group, size in sorted(Counter(groups).items(), key=lambda item: (-item[1], item[0])):
        smaller = int(sizes[1] < sizes[0])
        halves[smaller].add(group)
        sizes[smaller] += size
    return halves[1]


def _garment(cut_out: CutOut) -> tuple[RgbImage, NDArray[np.bool_]]:
    return np.ascontiguousarray(cut_out.picture[..., :3]), cut_out.picture[..., 3] > 127
