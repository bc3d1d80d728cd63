"""The report of a batch, as a CSV file to download. Pure."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterator

from catalogue.batches.applying.staged import StagedBatch
from catalogue.batches.planning.diff import Plan
from catalogue.batches.reading.formulas import neutralised
from catalogue.messages import Message

COLUMNS = (
    Message("report-kind"),
    Message("report-item"),
    Message("report-file"),
    Message("report-row"),
    Message("report-what"),
    Message("report-before"),
    Message("report-after"),
)
REFUSED = Message("report-refused")
NOTE = Message("report-note")
NEW = Message("report-new")
CHANGED = Message("report-changed")
RETIRED = Message("report-retired")
DELETED = Message("report-deleted")
UNCHANGED = Message("report-unchanged")
MISSING = Message("report-missing")
LOOKALIKE = Message("report-lookalike")

Row = tuple[object, ...]


def report_csv(staged: StagedBatch, in_words: Callable[[Message | str], str] = str) -> bytes:
    """Return a line for each fault, note, change, item and likely duplicate, in UTF-8 with Excel's byte order
    mark.

    `in_words` translates messages, and leaves other text as it is.
    """
    text = io.StringIO(newline="")
    rows = csv.writer(text)
    rows.writerow([in_words(column) for column in COLUMNS])
    for row in _rows(staged):
        translated = (in_words(cell) if isinstance(cell, Message | str) else cell for cell in row)
        rows.writerow([neutralised("" if cell is None else str(cell)) for cell in translated])
    return text.getvalue().encode("utf-8-sig")


def _rows(staged: StagedBatch) -> Iterator[Row]:
    if staged.record.fault and not staged.faults:
        yield (REFUSED, "", "", None, staged.record.fault, "", "")
    for fault in staged.faults:
        yield (REFUSED, "", fault.file, fault.row, fault.reason, "", "")
    if staged.plan is not None:
        yield from _planned(staged.plan)
    for pair in staged.lookalikes:
        what = Message("report-like", other=pair.other)
        if pair.within_batch:
            what = Message("report-like-new", other=pair.other)
        yield (LOOKALIKE, pair.item, "", None, what, "", f"{pair.similarity:.2f}")


def _planned(planned: Plan) -> Iterator[Row]:
    for note in planned.notes:
        yield (NOTE, "", note.file, note.row, note.text, "", "")
    for item in planned.new:
        skus = "; ".join(variant.sku for variant in item.variants)
        yield (NEW, item.id, "", None, item.title, "", skus)
    for kind, changed in ((CHANGED, planned.changed), (RETIRED, planned.retired)):
        for change in changed:
            for detail in change.changes:
                yield (kind, change.after.id, "", None, detail.what, detail.before, detail.after)
    for item in planned.deleted:
        yield (DELETED, item.id, "", None, item.title, "; ".join(v.sku for v in item.variants), "")
    for item in planned.unchanged:
        yield (UNCHANGED, item.id, "", None, item.title, "", "")
    unnamed = Message("report-unnamed")
    for item_id in planned.missing:
        yield (MISSING, item_id, "", None, unnamed, "", "")
