"""All that is to be said of a batch, as a CSV file to download. Pure."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator

from catalogue.batches.desk import StagedBatch
from catalogue.batches.diff import Plan
from catalogue.batches.formulas import neutralised

COLUMNS = ("kind", "item", "file", "row", "what", "before", "after")
"""`kind` is refused, note, new, changed, retired, deleted, unchanged, missing or lookalike."""

Row = tuple[object, ...]


def report_csv(staged: StagedBatch) -> bytes:
    """A line for each fault, note, change, item and likely duplicate; UTF-8, with the mark Excel wants."""
    text = io.StringIO(newline="")
    rows = csv.writer(text)
    rows.writerow(COLUMNS)
    for row in _rows(staged):
        rows.writerow([neutralised("" if cell is None else str(cell)) for cell in row])
    return text.getvalue().encode("utf-8-sig")


def _rows(staged: StagedBatch) -> Iterator[Row]:
    if staged.record.fault and not staged.faults:
        yield ("refused", "", "", None, staged.record.fault, "", "")
    for fault in staged.faults:
        yield ("refused", "", fault.file, fault.row, fault.reason, "", "")
    if staged.plan is not None:
        yield from _planned(staged.plan)
    for pair in staged.lookalikes:
        what = f"looks like {pair.other}" + (", new in this batch too" if pair.within_batch else "")
        yield ("lookalike", pair.item, "", None, what, "", f"{pair.similarity:.2f}")


def _planned(planned: Plan) -> Iterator[Row]:
    for note in planned.notes:
        yield ("note", "", note.file, note.row, note.text, "", "")
    for item in planned.new:
        skus = "; ".join(variant.sku for variant in item.variants)
        yield ("new", item.id, "", None, item.title, "", skus)
    for kind, changed in (("changed", planned.changed), ("retired", planned.retired)):
        for change in changed:
            for detail in change.changes:
                yield (kind, change.after.id, "", None, detail.what, detail.before, detail.after)
    for item in planned.deleted:
        yield ("deleted", item.id, "", None, item.title, "; ".join(v.sku for v in item.variants), "")
    for item in planned.unchanged:
        yield ("unchanged", item.id, "", None, item.title, "", "")
    for item_id in planned.missing:
        yield ("missing", item_id, "", None, "not named by the batch; it stays as it is", "", "")
