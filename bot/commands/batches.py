"""Batches at the command line: import, history, undo, export; and what the catalogue holds."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.table import Table

from bot.commands.console import (
    TO_PEOPLE,
    AsJson,
    Teller,
    console,
    errors,
    load_settings,
    opened_for_pictures,
    print_json,
    progress_bar,
    stock_table,
    titled,
    whole_file,
)
from catalogue.errors import BatchError
from catalogue.messages import Message
from catalogue.modes import Mode, State

if TYPE_CHECKING:
    # Loading torch takes seconds, which `hangtag --help` should not.
    from catalogue.batches.applying.apply import Applied
    from catalogue.batches.applying.staged import StagedBatch
    from catalogue.batches.planning.diff import Plan
    from catalogue.batches.reading.originals import RefusedRows

app = typer.Typer()

BY = "command line"
SHOWN = 20
"""Notes, changes and items that are printed before the rest is counted."""
Yes = Annotated[bool, typer.Option("--yes", help="Do it without asking.")]


@app.command("import")
def import_batch(
    files: Annotated[
        list[Path], typer.Argument(help="CSV, XLSX or ZIP, and pictures: own format or a shop's export.")
    ],
    mode: Annotated[Mode, typer.Option(help="What the batch means by what it names.")] = Mode.UPSERT,
    columns: Annotated[
        list[str] | None, typer.Option("--map", help="A column of yours and one of ours: 'Artikelnr=sku'.")
    ] = None,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Show what would change; change nothing.")
    ] = False,
    skip_faulty: Annotated[
        bool,
        typer.Option(
            "--skip-faulty",
            help="Leave faulty rows and the others of their items out, write them into a file, and apply the "
            "rest.",
        ),
    ] = False,
    all_places: Annotated[
        bool,
        typer.Option(
            "--all-places",
            help="With --mode stock: the batch names all places of its SKUs; elsewhere they have 0.",
        ),
    ] = False,
    yes: Yes = False,
    as_json: AsJson = False,
) -> None:
    """Read a batch, show what it would change, and apply it whole or not at all."""
    from bot.fetching.picture_links import allowed_links
    from bot.locales.faults import picture_reader
    from bot.reports import applied_report, staged_report

    mapping = mapping_of(columns or [])
    if skip_faulty and mode is Mode.REPLACE:
        raise BatchError(Message("operator-skip-replace"))
    if all_places and mode is not Mode.STOCK:
        raise BatchError(Message("operator-all-places"))
    for file in files:
        _check_file(file)
    settings = load_settings()
    with (
        opened_for_pictures(settings) as (pipeline, catalogue),
        allowed_links(settings.allowed_picture_hosts) as fetch,
        progress_bar() as progress,
    ):
        staged = catalogue.stage(
            [(file.name, file) for file in files],
            mode=mode,
            by=BY,
            embed=pipeline.embed_pictures,
            mapping=mapping,
            fetch=fetch,
            picture_reader=picture_reader(pipeline.check),
            skip_faulty=skip_faulty,
            all_places=all_places,
            progress=progress,
        )
        report = staged_report(staged) | {"applied": None, "refused_file": None}
        try:
            if staged.plan is None:
                if as_json:
                    print_json(report)
                raise BatchError(staged.record.fault or Message("operator-batch-refused"), staged.faults)
            if staged.refused is not None:
                report["refused_file"] = str(_write_refused(staged.id, staged.refused))
            if not as_json:
                _show_staged(staged, staged.plan)
                if staged.refused is not None:
                    errors.print(
                        f"{staged.record.refused_rows} rows were left out; they are in "
                        f"{report['refused_file']}, to be corrected and imported again.",
                        soft_wrap=True,
                    )
            # With nothing new, the counts are as of now all the same, and what cannot be found is repaired.
            if not dry_run and (yes or not staged.plan.news or _sure("Apply?")):
                applied = catalogue.apply_staged(staged.id, pipeline.embed_pictures, by=BY, progress=progress)
                report["applied"] = applied_report(applied)
                if not as_json:
                    show_applied(applied)
            if as_json:
                print_json(report)
        finally:
            if catalogue.staged(staged.id).record.state is State.STAGED:
                catalogue.discard(staged.id, by=BY)


@app.command()
def history(
    limit: Annotated[int, typer.Option(min=1, help="How many batches.")] = 20, as_json: AsJson = False
) -> None:
    """The batches that came, latest first, and what became of each."""
    from bot.building.opening import open_database
    from bot.reports import batch_report

    with open_database(load_settings()) as database:
        can_undo = {record.id for record in database.ledger.undoable()}
        records = database.ledger.latest(limit=limit)
    if as_json:
        print_json([batch_report(record) | {"can_undo": record.id in can_undo} for record in records])
        return
    table = Table(
        *("batch", "when", "state", "mode", "file", "by", "new", "changed", "retired", "deleted"),
        *("rows refused", "undo"),
    )
    for record in records:
        when = record.undone_at or record.applied_at or record.staged_at
        table.add_row(
            str(record.id),
            f"{when:%Y-%m-%d %H:%M}" if when else "",
            record.state.value,
            record.mode.value,
            record.source,
            record.sent_by,
            str(record.new_items),
            str(record.changed_items),
            str(record.retired_items),
            str(record.deleted_items),
            str(record.refused_rows),
            "possible" if record.id in can_undo else "",
        )
    console.print(table)


@app.command()
def undo(
    batch: Annotated[int | None, typer.Argument(help="Its number; the latest applied if left out.")] = None,
    yes: Yes = False,
    as_json: AsJson = False,
) -> None:
    """Take an applied batch back, whole; good for the last ten."""
    with opened_for_pictures(load_settings()) as (pipeline, catalogue), progress_bar() as progress:
        number = batch or next(iter(catalogue.undoable()), None)
        if number is not None and not yes and not _sure(f"Undo the batch {number}?"):
            console.print("Nothing was changed.")
            return
        undone = catalogue.undo(number, pipeline.embed_pictures, by=BY, progress=progress)
    if as_json:
        print_json(
            {
                "batch": undone.batch_id,
                "restored_items": undone.restored_items,
                "removed_items": undone.removed_items,
                "fault": undone.audit.fault,
            }
        )
        return
    console.print(
        f"Batch {undone.batch_id} undone: {undone.restored_items} items as they were, "
        f"{undone.removed_items} gone again.",
        soft_wrap=True,
    )
    if undone.audit.fault:
        errors.print(str(undone.audit.fault))


@app.command()
def export(
    file: Annotated[Path, typer.Argument(help="A CSV, or a ZIP with the pictures too.")],
) -> None:
    """Write the whole catalogue as a file that imports again."""
    kind = file.suffix.lower()
    if kind not in {".csv", ".zip"}:
        raise BatchError(Message("operator-export-kind", file=str(file)))
    with (
        opened_for_pictures(load_settings()) as (_, catalogue),
        whole_file(file) as out,
        progress_bar() as progress,
    ):
        written = (
            catalogue.export_csv(out) if kind == ".csv" else catalogue.export_zip(out, progress=progress)
        )
    console.print(f"Wrote {written.items} items and {written.pictures} pictures to {file}.", soft_wrap=True)
    if kind == ".csv" and written.pictures:
        console.print(
            "It names pictures by key, for this catalogue only; export a .zip to bring them elsewhere.",
            soft_wrap=True,
        )
    if written.lost:
        errors.print(f"The files of {len(written.lost)} pictures are gone; the table does not name them.")


@app.command()
def duplicates(
    at_least: Annotated[float, typer.Option(min=0.0, max=1.0, help="Cosine of two pictures.")] = 0.87,
    limit: Annotated[int, typer.Option(min=1, help="How many pairs.")] = 100,
    as_json: AsJson = False,
) -> None:
    """Pairs of items that look the same."""
    from bot.reports import lookalike_report

    with opened_for_pictures(load_settings()) as (_, catalogue), progress_bar() as progress:
        pairs = catalogue.duplicates(at_least=at_least, limit=limit, progress=progress)
    if as_json:
        print_json([lookalike_report(pair) for pair in pairs])
        return
    for pair in pairs:
        console.print(f"{pair.item} looks like {pair.other}, {pair.similarity:.2f}", soft_wrap=True)
    if not pairs:
        console.print("No two items look the same.")


@app.command()
def item(
    name: Annotated[str, typer.Argument(help="An item, a SKU or a barcode.")], as_json: AsJson = False
) -> None:
    """All that is known of an item."""
    from bot.building.opening import open_database
    from bot.reports import whole_item_report
    from catalogue.stock import StockBook

    with open_database(load_settings()) as database:
        report = whole_item_report(StockBook(database).item(name))
    if as_json:
        print_json(report)
        return
    console.print(titled(report))
    for field in ("class", "colour", "brand", "price", "description"):
        if report[field]:
            console.print(f"  {field}: {report[field]}", soft_wrap=True)
    console.print(f"  pictures: {len(report['pictures'])}")
    console.print(stock_table(report["skus"]))


@app.command()
def status(as_json: AsJson = False) -> None:
    """How much the catalogue holds, and how its batches stand."""
    from bot.commands.adapt import told_apart
    from bot.commands.feeds import feed_in_words
    from bot.reports import status_report

    with opened_for_pictures(load_settings()) as (_, catalogue):
        standing = catalogue.status()
    report = status_report(standing)
    if as_json:
        print_json(report)
        return
    console.print(
        f"{report['items']} items ({report['retired_items']} retired beside them), {report['skus']} SKUs, "
        f"{report['on_hand']} pieces on hand; {report['pictures']} pictures, {report['vectors']} in the "
        "index.",
        soft_wrap=True,
    )
    if standing.adaptation:
        console.print(told_apart(standing.adaptation), soft_wrap=True)
    for feed in report["feeds"]:
        console.print(f"Feed {feed['feed']}: {feed_in_words(feed)}.", soft_wrap=True)
    for batch in report["waiting"]:
        console.print(f"Batch {batch['batch']} ({batch['source']}) is {batch['state']}.", soft_wrap=True)
    if report["last"]:
        last = report["last"]
        console.print(f"Last applied: batch {last['batch']} ({last['source']}), {last['applied_at'][:16]}.")


def show_applied(applied: Applied, teller: Teller = TO_PEOPLE) -> None:
    """Say what a batch did."""
    if applied.news:
        more = "".join(
            f", {count} {what}"
            for count, what in ((applied.retired_items, "retired"), (applied.deleted_items, "deleted"))
            if count
        )
        teller.say(
            f"Batch {applied.batch_id} applied: {applied.new_items} new items, "
            f"{applied.changed_items} changed{more}, {applied.new_variants} new SKUs, "
            f"{applied.embedded_pictures} pictures looked at."
        )
    else:
        teller.say("The counts are confirmed as of now.")
    if applied.audit.fault:
        teller.warn(str(applied.audit.fault))


def _show_staged(staged: StagedBatch, planned: Plan) -> None:
    more = "".join(
        f", {len(items)} {what}"
        for items, what in ((planned.retired, "retired"), (planned.deleted, "deleted"))
        if items
    )
    console.print(
        f"{planned.batch.source} ({planned.batch.format}): {len(planned.new)} new items, "
        f"{len(planned.changed)} changed{more}, {len(planned.unchanged)} unchanged, "
        f"{len(planned.missing)} not named; {len(planned.batch.files)} pictures.",
        soft_wrap=True,
    )
    _say([f"  left out: {_where(fault.file, fault.row)}{fault.reason}" for fault in staged.faults], "faults")
    _say([f"  note: {_where(note.file, note.row)}{note.text}" for note in planned.notes], "notes")
    _say(
        [
            f"  {change.after.id}: {detail.what}: {detail.before} → {detail.after}"
            for change in planned.changed
            for detail in change.changes
        ],
        "changes",
    )
    _say([f"  {change.after.id}: retired" for change in planned.retired], "retired items")
    _say([f"  {gone.id}: deleted" for gone in planned.deleted], "deleted items")
    _say(
        [f"  {pair.item} looks like {pair.other}, {pair.similarity:.2f}" for pair in staged.lookalikes],
        "likely duplicates",
    )
    if not planned.news:
        console.print("The catalogue holds all of this already.")


def _write_refused(batch: int, refused: RefusedRows) -> Path:
    """Write the rows that were left out into a new file in the current folder."""
    from catalogue.batches.refused_rows import refused_file

    suffix, content = refused_file(refused)
    names = (f"batch-{batch}-refused{more}{suffix}" for more in ("", *(f"-{n}" for n in range(2, 1000))))
    path = next(path for name in names if not (path := Path(name)).exists())
    with whole_file(path) as out:
        out.write(content)
    return path


def _say(lines: list[str], what: str) -> None:
    for line in lines[:SHOWN]:
        console.print(line, soft_wrap=True)
    if len(lines) > SHOWN:
        console.print(f"  … and {len(lines) - SHOWN} more {what}")


def _where(file: str, row: int | None) -> str:
    place = ", ".join(part for part in (file, f"row {row}" if row is not None else "") if part)
    return f"{place}: " if place else ""


def _sure(question: str) -> bool:
    return typer.confirm(question, err=True)


def mapping_of(columns: list[str]) -> dict[str, str]:
    """`Theirs=ours` each. Raises `BatchError`."""
    mapping = {}
    for column in columns:
        theirs, sign, ours = column.rpartition("=")
        if not sign or not theirs.strip():
            raise BatchError(Message("operator-map-form", column=column))
        mapping[theirs.strip()] = ours.strip()
    return mapping


def _check_file(path: Path) -> None:
    """Say at once what would else be said only after the models were loaded. Raises `BatchError`."""
    if path.is_dir():
        raise BatchError(Message("operator-batch-folder", path=str(path)))
    try:
        with path.open("rb") as file:
            empty = not file.read(1)
    except FileNotFoundError as error:
        raise BatchError(Message("operator-batch-no-file", path=str(path))) from error
    except OSError as error:
        raise BatchError(
            Message("operator-batch-unreadable", path=str(path), english=error.strerror or "")
        ) from error
    if empty:
        raise BatchError(Message("operator-batch-empty", path=str(path)))
