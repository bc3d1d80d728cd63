"""All that is to be said of a batch, as a CSV file to download. Pure."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterator

from catalogue.batches.applying.staged import StagedBatch
from catalogue.batches.planning.diff import Plan
from catalogue.batches.reading.formulas import neutralised
from catalogue.messages import sentence

COLUMNS = (
    sentence("report-kind", "kind"),
    sentence("report-item", "item"),
    sentence("report-file", "file"),
    sentence("report-row", "row"),
    sentence("report-what", "what"),
    sentence("report-before", "before"),
    sentence("report-after", "after"),
)
REFUSED = sentence("report-refused", "refused")
NOTE = sentence("report-note", "note")
NEW = sentence("report-new", "new")
CHANGED = sentence("report-changed", "changed")
RETIRED = sentence("report-retired", "retired")
DELETED = sentence("report-deleted", "deleted")
UNCHANGED = sentence("report-unchanged", "unchanged")
MISSING = sentence("report-missing", "missing")
LOOKALIKE = sentence("report-lookalike", "lookalike")

Row = tuple[object, ...]


def report_csv(staged: StagedBatch, in_words: Callable[[str], str] = str) -> bytes:
    """A line for each fault, note, change, item and likely duplicate; UTF-8, with the mark Excel wants.

    `in_words` says sentences in the reader's language, and leaves other text as it is.
    """
    text = io.StringIO(newline="")
    rows = csv.writer(text)
    rows.writerow([in_words(column) for column in COLUMNS])
    for row in _rows(staged):
        told = (in_words(cell) if isinstance(cell, str) else cell for cell in row)
        rows.writerow([neutralised("" if cell is None else str(cell)) for cell in told])
    return text.getvalue().encode("utf-8-sig")


def _rows(staged: StagedBatch) -> Iterator[Row]:
    if staged.record.fault and not staged.faults:
        yield (REFUSED, "", "", None, staged.record.fault, "", "")
    for fault in staged.faults:
        yield (REFUSED, "", fault.file, fault.row, fault.reason, "", "")
    if staged.plan is not None:
        yield from _planned(staged.plan)
    for pair in staged.lookalikes:
        what = sentence("report-like", "looks like {other}", other=pair.other)
        if pair.within_batch:
            what = sentence("report-like-new", "looks like {other}, new in this batch too", other=pair.other)
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
    unnamed = sentence("report-unnamed", "not named by the batch; it stays as it is")
    for item_id in planned.missing:
        yield (MISSING, item_id, "", None, unnamed, "", "")
