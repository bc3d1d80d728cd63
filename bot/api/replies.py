"""What the API answers with, as types: the document is made of them, and tests check the answers by it."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from pydantic import BaseModel

from catalogue.items import Verdict
from catalogue.modes import Mode, State
from catalogue.movements import Kind


class LevelReply(BaseModel):
    """Pieces of a SKU at a location; `as_of` is when they were last counted."""

    location: str
    on_hand: int
    reserved: int
    as_of: datetime


class SkuReply(BaseModel):
    """A size of an item."""

    sku: str
    size: str
    stock: list[LevelReply]


class ItemReply(BaseModel):
    """An item with its stock."""

    item: str
    title: str
    skus: list[SkuReply]


class WholeSkuReply(SkuReply):
    """A size of an item, with its barcode."""

    barcode: str | None
    retired: bool


class WholeItemReply(BaseModel):
    """Everything about an item. `picture_links` hold for 30 days."""

    item: str
    title: str
    skus: list[WholeSkuReply]
    colour: str | None
    brand: str | None
    price: str | None
    description: str | None
    pictures: list[str]
    picture_links: list[str]


class ItemsReply(BaseModel):
    """A page of items; `next` is the `after` of the next one, null on the last."""

    items: list[ItemReply]
    next: str | None


class StockLineReply(LevelReply):
    """What of a SKU is where; `available` is on hand less reserved."""

    item: str
    sku: str
    size: str
    available: int


class StockReply(BaseModel):
    """A page of stock; `next` is the `after` of the next one, null on the last."""

    stock: list[StockLineReply]
    next: str | None


class TagReply(ItemReply):
    """An item whose barcode is in the photo."""

    read: str


class LabelReply(ItemReply):
    """An item whose number, or whose size, is printed in the photo; `sku` is that of the size."""

    read: str | None
    size: str | None
    sku: str | None


class MatchReply(ItemReply):
    """An item that the photo may show; the similarity is a cosine."""

    similarity: float


class FindReply(BaseModel):
    """What a photo shows. Tags and labels count for more than the matches; `confidence` is the first's.

    With the verdict `one_of_these`, `one_of` has the ids of the items that a photo can't tell apart, which
    are the first matches, and `confidence` is that it is one of them. `compare_colour` is whether likeness
    alone chose the colour, with no barcode or print: a photo can't tell near shades apart, so let a person
    compare it before you book anything.
    """

    verdict: Verdict
    confidence: float
    compare_colour: bool
    segmented_by: str
    one_of: list[str]
    tags: list[TagReply]
    labels: list[LabelReply]
    matches: list[MatchReply]
    ms: dict[str, float]


class PiecesReply(BaseModel):
    """Pieces of a SKU at a location."""

    on_hand: int
    reserved: int


class MovementReply(BaseModel):
    """A stock movement, with the levels that it touched by location."""

    movement: int
    at: datetime
    kind: Kind
    by: str
    item: str
    sku: str
    quantity: int
    from_location: str | None
    to_location: str | None
    reservation: int | None
    undoes: int | None
    note: str
    before: dict[str, PiecesReply]
    after: dict[str, PiecesReply]


class OrderReply(MovementReply):
    """What was done for an order; `repeated` if it was done before, under the same key."""

    repeated: bool


class MovementsReply(BaseModel):
    """A page of movements, oldest first; `next` is the `since` of the next one, also if there is none yet."""

    movements: list[MovementReply]
    next: int


class ProblemReply(BaseModel):
    """Why a batch was not applied."""

    code: str
    text: str


class BatchReply(BaseModel):
    """A batch: its state, its counts, and while it waits, what it would change.

    `problem` is what kept the API from applying it last. `can_apply`: whether it waits to be applied.
    """

    batch: int
    state: State
    mode: Mode
    source: str
    sent_by: str
    staged_at: datetime | None
    applied_at: datetime | None
    applied_by: str | None
    undone_at: datetime | None
    undone_by: str | None
    new_items: int
    changed_items: int
    unchanged_items: int
    retired_items: int
    deleted_items: int
    refused_rows: int
    fault: str | None
    can_apply: bool
    plan: dict[str, Any] | None
    refused: list[dict[str, Any]]
    problem: ProblemReply | None


class BatchesReply(BaseModel):
    """The latest batches, latest first, without their plans."""

    batches: list[dict[str, Any]]


class ErrorBody(BaseModel):
    """A code for programs and a sentence for people; some have more."""

    code: str
    text: str


class ErrorReply(BaseModel):
    """Why it was not done; nothing was changed."""

    error: ErrorBody
