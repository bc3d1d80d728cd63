"""What a photo can't tell apart in this catalogue, found with views of its own pictures.

Each item's pictures are turned into views, as phones would photograph them, and each view is asked for in the
catalogue, with the item and without it. The first views name what a photo can't tell apart; the rest measure
what that changes, so that no figure comes from the views that it was fitted on. The verdict's calibration is
fitted on the measuring views of half of the items, and stored if it is better for the other half.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import asdict, dataclass, replace
from datetime import UTC, datetime
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray

from catalogue.calibration import Calibration
from catalogue.database import Database, Notes
from catalogue.database.adaptations import Ranking, Trial, fingerprint
from catalogue.index.port import Index
from catalogue.items import Findings, Item
from catalogue.pictures import PictureStore
from catalogue.progress import Progress, silent
from catalogue.refit import forget_own, keep_own
from catalogue.search import LONE_MARGIN, Search
from catalogue.trials import Calls, calls, fit

NAMING = 12
"""Views of each item that name what it is taken for."""
MEASURING = 4
"""Views of each item that measure."""
VIEWS = NAMING + MEASURING
PICTURES = 4
"""Pictures of an item that views are made of."""
DEEP = 8
"""Items looked at for each view."""
TIE = 1e-6
"""Items whose similarities differ by less, in cosine, come in no order: two that show the same picture."""

_KIND = "adaptation"


class Views(Protocol):
    """Views of one picture, embedded; `vision.pipeline.PictureViews` is one."""

    @property
    def vectors(self) -> NDArray[np.float32]:
        """(N, D), of length one."""

    @property
    def garment_class(self) -> str | None:
        """See `Search.find`."""

    @property
    def class_confidence(self) -> float:
        """See `Search.find`."""

    @property
    def mask_confidence(self) -> float:
        """See `Search.find`."""


EmbedViews = Callable[[bytes, int], Views]
"""A picture's file to that many views of it, always the same ones."""


@dataclass(frozen=True, slots=True)
class Fitted:
    """How a calibration that was fitted on half of the items does for the other half."""

    before: Calls
    after: Calls
    kept: bool
    """Whether it was better, and serves."""


@dataclass(frozen=True, slots=True)
class Adaptation:
    """What a photo can tell apart in a catalogue."""

    at: datetime
    items: int
    """Items with pictures, all of which were tried."""
    told_apart: int
    """Items that a photo can tell from all others."""
    first: float
    """Recall at 1: the share of views in which their item comes first, before all others."""
    before: Calls
    after: Calls
    """With what is known of items that a photo can't tell apart."""
    fitted: Fitted | None = None
    """The calibration of this catalogue; None if it has too few items for one."""


class Without:
    """A catalogue's items without one of them."""

    def __init__(self, database: Database, item_id: str) -> None:
        self._database, self._item = database, item_id

    def items_showing(
        self, pictures: list[str], /, *, garment_class: str | None = None
    ) -> dict[str, tuple[str, ...]]:
        """See `Database.items_showing`."""
        owners = self._database.items_showing(pictures, garment_class=garment_class)
        rest = {key: tuple(item for item in ids if item != self._item) for key, ids in owners.items()}
        return {key: ids for key, ids in rest.items() if ids}

    def picture_keys(self, *, garment_class: str | None = None, limit: int | None = None) -> tuple[str, ...]:
        """See `Database.picture_keys`; `items_showing` leaves out the item's."""
        return self._database.picture_keys(garment_class=garment_class, limit=limit)

    def items(self, ids: list[str], /) -> dict[str, Item]:
        """See `Database.items`."""
        return self._database.items(ids)


def adapt(
    index: Index,
    database: Database,
    pictures: PictureStore,
    calibration: Calibration,
    embed_views: EmbedViews,
    *,
    progress: Progress = silent,
) -> Adaptation:
    """Try all items that have no trials yet, or whose pictures have changed; store and return the figures.

    Each item is stored as soon as it is done, so after an interruption it continues where it was. In the end
    the catalogue's own calibration is fitted, and stored if it is better than `calibration`.

    Raises:
        BusyStoreError: another program adapts this catalogue.
        StoreError: a store does not answer.
    """
    model = index.model_id
    with database.adaptations.lock():
        marks = _fingerprints(database)
        database.adaptations.sweep(model, marks)
        waiting = _waiting(database, model, marks)
        for number, item_id in enumerate(waiting, start=1 + len(marks) - len(waiting)):
            item = database.items([item_id]).get(item_id)
            if item is not None:  # a batch may have taken it away meanwhile
                _try(item, index, database, pictures, calibration, embed_views)
            progress("views", number, len(marks))
        adaptation = _figures(database, model, calibration)
        database.notes.put(_KIND, model, asdict(adaptation) | {"at": adaptation.at.isoformat()})
    return adaptation


def untried(database: Database, model: str) -> int:
    """Count the items that have no trials of this model yet, or whose pictures have changed."""
    return len(_waiting(database, model, _fingerprints(database)))


def _waiting(database: Database, model: str, marks: Mapping[str, str]) -> list[str]:
    tried = database.adaptations.tried(model)
    return [item_id for item_id, mark in marks.items() if tried.get(item_id) != mark]


def forget(database: Database, model: str) -> bool:
    """Delete all that was learnt of this model; False if there was nothing."""
    known = [database.notes.forget(_KIND, model), forget_own(database.notes, model)]
    return database.adaptations.forget(model) > 0 or any(known)


def adaptation_of(notes: Notes, model: str) -> Adaptation | None:
    """Return the figures of the latest complete run of this model; None if there was none."""
    stored = notes.get(_KIND, model)
    if stored is None:
        return None
    values = stored | _calls_of(stored)
    if stored.get("fitted") is not None:
        values["fitted"] = Fitted(**stored["fitted"] | _calls_of(stored["fitted"]))
    return Adaptation(**values | {"at": datetime.fromisoformat(stored["at"])})


def _calls_of(stored: Mapping[str, Any]) -> dict[str, Calls]:
    return {name: Calls(**stored[name]) for name in ("before", "after")}


def _fingerprints(database: Database) -> dict[str, str]:
    return {item.id: fingerprint(item) for item in database.each_item() if item.pictures}


def _try(
    item: Item,
    index: Index,
    database: Database,
    pictures: PictureStore,
    calibration: Calibration,
    embed_views: EmbedViews,
) -> None:
    """Ask for views of an item, and store what came of it."""
    present = Search(index, database, lambda: calibration)
    absent = Search(index, Without(database, item.id), lambda: calibration)
    trials: list[Trial] = []
    ahead: Counter[str] = Counter()
    seen: dict[str, Item] = {}
    for number, (vector, views) in enumerate(_views(item, pictures, embed_views)):
        found = _find(present, vector, views)
        rivals = _ahead(found, item)
        if number < NAMING and _is_telling(found, {item.id, *rivals}, calibration):
            ahead.update(rivals)
            seen |= {match.item.id: match.item for match in found.matches}
        if number < NAMING:
            trials.append(Trial(not rivals))
        else:
            gone = _find(absent, vector, views)
            trials.append(Trial(not rivals, _ranking(found), _ranking(gone)))
    confused = {other: (seen[other], count / NAMING) for other, count in ahead.items()}
    database.adaptations.put(index.model_id, item, trials, confused)


def _views(
    item: Item, pictures: PictureStore, embed_views: EmbedViews
) -> Iterator[tuple[NDArray[np.float32], Views]]:
    """Yield `VIEWS` vectors, of the item's pictures in turn; none if all its files are gone."""
    main = sorted(item.pictures, key=lambda picture: picture.position)[:PICTURES]
    files = [pictures.get(picture.key) for picture in main if pictures.exists(picture.key)]
    if not files:
        return
    each = -(-VIEWS // len(files))
    of_pictures = [embed_views(file, each) for file in files]
    for number in range(VIEWS):
        views = of_pictures[number % len(files)]
        yield views.vectors[number // len(files)], views


def _find(search: Search, vector: NDArray[np.float32], views: Views) -> Findings:
    return search.find(
        vector,
        top=DEEP,
        garment_class=views.garment_class,
        class_confidence=views.class_confidence,
        mask_confidence=views.mask_confidence,
    )


def _ahead(found: Findings, item: Item) -> list[str]:
    """Return the items that come before this one or level with it: the first alone, and what ties with it."""
    own = max((match.similarity for match in found.matches if match.item.id == item.id), default=-1.0)
    if not found.matches:
        return []
    bar = max(own, found.matches[0].similarity) - TIE
    return [match.item.id for match in found.matches if match.item.id != item.id and match.similarity >= bar]


def _ranking(found: Findings) -> Ranking | None:
    if found.evidence is None:
        return None
    matches = tuple((match.item.id, match.similarity) for match in found.matches)
    seen = found.evidence
    return Ranking(matches, seen.agreement, seen.mask, seen.part, seen.part_margin)


def _is_telling(found: Findings, either: set[str], calibration: Calibration) -> bool:
    """Whether a view is good enough to name one of these items, by their lead over all others; one that is
    too dark says nothing about what a fair photo can't tell apart.
    """
    if found.evidence is None:
        return False
    others = [match.similarity for match in found.matches if match.item.id not in either]
    lead = found.matches[0].similarity - others[0] if others else LONE_MARGIN
    return calibration.verdict(replace(found.evidence, margin=max(lead, 0.0))).names_an_item


def _figures(database: Database, model: str, calibration: Calibration) -> Adaptation:
    """Count all trials that are valid now, and let the calibration learn from them."""
    marks = _fingerprints(database)
    trials = database.adaptations.trials(model, marks)
    twins: defaultdict[str, set[str]] = defaultdict(set)
    for pair in database.adaptations.pairs(model, marks):
        for item_id in pair:
            twins[item_id] |= pair - {item_id}
    every = [trial for item_trials in trials.values() for trial in item_trials]
    measured = [(item_id, trial) for item_id, item_trials in trials.items() for trial in item_trials[NAMING:]]
    tried = [item_id for item_id, item_trials in trials.items() if item_trials]
    own = fit(calibration, measured, twins)
    if own is not None and own.better:
        keep_own(database.notes, model, own.calibration)
    else:
        forget_own(database.notes, model)
    return Adaptation(
        at=datetime.now(UTC),
        items=len(tried),
        told_apart=sum(not twins[item_id] for item_id in tried),
        first=sum(trial.first for trial in every) / max(1, len(every)),
        before=calls(measured, {}, calibration),
        after=calls(measured, twins, calibration),
        fitted=None if own is None else Fitted(own.before, own.after, own.better),
    )
