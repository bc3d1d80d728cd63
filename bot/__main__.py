"""python -m bot, or hangtag: run the bot; import, find and ask without a chat."""

from __future__ import annotations

import asyncio
import json
import logging
import signal
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn
from rich.table import Table

from bot.errors import BotError
from bot.settings import Settings, load_settings
from catalogue.errors import BatchError, CatalogueError
from vision.errors import PhotoError, VisionError

if TYPE_CHECKING:
    # Loading torch takes seconds, which `hangtag --help` should not.
    from catalogue.batches.apply import Applied
    from catalogue.batches.diff import Plan
    from catalogue.store import Catalogue
    from vision.pipeline import PhotoPipeline

app = typer.Typer(
    no_args_is_help=True,
    add_completion=False,
    help="A photo of a garment in, its SKU and stock out, inside Microsoft Teams.",
    pretty_exceptions_enable=False,
)
errors = Console(stderr=True, highlight=False, soft_wrap=True)
console = Console(highlight=False)

AsJson = Annotated[bool, typer.Option("--json", help="Print JSON.")]
_STAGES = {"check": "checking", "embed": "looking", "write": "writing", "audit": "auditing"}


@app.command()
def run(
    local: Annotated[bool, typer.Option("--local", help="No Teams: a chat page on this machine.")] = False,
    demo: Annotated[bool, typer.Option("--demo", help="Load the demo catalogue if there is none.")] = False,
    port: Annotated[int | None, typer.Option(help="Overrides HANGTAG_PORT.")] = None,
) -> None:
    """Start the bot; stop it with Ctrl+C."""
    from bot.app import credentials, serve

    settings = load_settings(port=port)
    logging.basicConfig(level=settings.log_level, format="%(asctime)s %(levelname)s %(name)s: %(message)s")
    logging.getLogger("alembic").setLevel(logging.WARNING)  # it tells of every opening
    if local:
        settings = settings.local()
    else:
        credentials(settings)  # what is missing is said before the models are loaded
    with _opened(settings) as (eyes, catalogue):
        if demo and not catalogue.counts().items:
            _load_demo(eyes, catalogue)
        demo_photos = _demo_photos(catalogue) if local else None

        async def serving() -> None:
            stop = asyncio.Event()
            loop = asyncio.get_running_loop()
            for told in (signal.SIGINT, signal.SIGTERM):
                loop.add_signal_handler(told, stop.set)
            await serve(
                settings, eyes, catalogue, local=local, demo_photos=demo_photos, ready=_say_ready, stop=stop
            )

        asyncio.run(serving())


@app.command("import")
def import_batch(
    file: Annotated[Path, typer.Argument(help="CSV, XLSX or ZIP: own format, Magento or Shopify export.")],
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Show what would change; change nothing.")
    ] = False,
    yes: Annotated[bool, typer.Option("--yes", help="Apply without asking.")] = False,
) -> None:
    """Read a batch, show what it would change, and apply it whole or not at all."""
    from vision.photos import decode

    with _opened(load_settings()) as (eyes, catalogue), _progress() as progress:
        batch = catalogue.read_batch(file, picture_reader=decode, progress=progress)
        try:
            planned = catalogue.plan(batch)
            _show_plan(planned)
            if dry_run or not (planned.new or planned.changed):
                return
            if not yes and not typer.confirm("Apply?"):
                console.print("Nothing was changed.")
                return
            _show_applied(catalogue.apply(planned, eyes.embed_pictures, progress=progress))
        finally:
            batch.close()


@app.command()
def demo() -> None:
    """Load the demo catalogue: garments drawn by this program, with sizes, locations and stock."""
    with _opened(load_settings()) as (eyes, catalogue):
        _load_demo(eyes, catalogue)


@app.command()
def find(
    photos: Annotated[list[Path], typer.Argument(help="Photos of garments.")],
    top: Annotated[int, typer.Option(min=1, max=50, help="How many matches.")] = 5,
    as_json: AsJson = False,
) -> None:
    """Find the items that photos show, with their stock. Several photos give a list."""
    from bot.reports import find_report

    told: list[dict[str, Any]] = []
    failed = False
    with _opened(load_settings()) as (eyes, catalogue):
        for path in photos:
            try:
                look = eyes.look(_bytes(path))
            except PhotoError as error:
                errors.print(f"{path}: {error}")
                failed = True
                continue
            began = time.perf_counter()
            findings = catalogue.search.find(look.embedding, top=top)
            told.append(find_report(look, findings, search_ms=1000 * (time.perf_counter() - began)))
    if as_json:
        if told or len(photos) > 1:
            _print_json(told if len(photos) > 1 else told[0])
    else:
        for report in told:
            _show_found(report)
    if failed:
        raise typer.Exit(1)


@app.command()
def stock(
    name: Annotated[str, typer.Argument(help="A SKU, an item or a barcode.")], as_json: AsJson = False
) -> None:
    """What lies where of an item, size by size."""
    from bot.app import open_stock
    from bot.reports import item_report

    with open_stock(load_settings()) as book:
        report = item_report(book.find(name))
    if as_json:
        _print_json(report)
    else:
        console.print(f"[bold]{report['title']}[/] ({report['item']})")
        console.print(_stock_table(report["skus"]))


@app.command()
def audit(
    as_json: AsJson = False,
    repair: Annotated[bool, typer.Option("--mend", help="Put right what cannot be found.")] = False,
) -> None:
    """Whether every picture of the catalogue is found by its own vector."""
    with _opened(load_settings(), rebuild=repair) as (eyes, catalogue):
        with _progress() as progress:
            found = (
                catalogue.mend(eyes.embed_pictures, progress=progress)
                if repair
                else catalogue.audit(progress=progress)
            )
        if as_json:
            _print_json(_plain(found))
        else:
            console.print(str(_plain(found)))


@app.command()
def manifest(
    out: Annotated[Path, typer.Argument(help="The ZIP to upload to Teams.")],
) -> None:
    """Write the Teams app package, stamped with the app id and the public address of the settings."""
    from importlib.metadata import version
    from urllib.parse import urlsplit

    from bot.manifest import write_manifest_zip

    settings = load_settings()
    out.parent.mkdir(parents=True, exist_ok=True)
    domain = urlsplit(settings.public_url).hostname or ""
    write_manifest_zip(out, app_id=settings.app_id, domain=domain, version=version("hangtag"))
    console.print(f"Wrote {out}. Upload it in Teams: Apps, Manage your apps, Upload an app.")


@contextmanager
def _opened(settings: Settings, *, rebuild: bool = False) -> Iterator[tuple[PhotoPipeline, Catalogue]]:
    from bot.app import open_catalogue, open_eyes

    eyes = open_eyes(settings)
    with open_catalogue(settings, eyes, rebuild=rebuild) as catalogue:
        yield eyes, catalogue


def _load_demo(eyes: PhotoPipeline, catalogue: Catalogue) -> None:
    from bot.demo import write_demo_batch

    with tempfile.TemporaryDirectory() as folder, _progress() as progress:
        path = Path(folder) / "demo.zip"
        console.print("Drawing the demo catalogue …")
        write_demo_batch(path)
        _show_applied(catalogue.import_batch(path, eyes.embed_pictures, name="demo.zip", progress=progress))


def _demo_photos(catalogue: Catalogue) -> Any:
    from bot.demo import demo_photos

    return demo_photos if catalogue.counts().items else None


def _say_ready(address: str) -> None:
    console.print(
        f"Hangtag listens. Open [bold]{address}[/] and send a photo. Ctrl+C stops it.", soft_wrap=True
    )


@contextmanager
def _progress() -> Iterator[Any]:
    """A bar on the terminal; elsewhere silence."""
    bar = Progress(
        TextColumn("{task.description:>9}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeRemainingColumn(),
        console=errors,
        transient=True,
        disable=not errors.is_terminal,
    )
    tasks: dict[str, Any] = {}

    def report(stage: str, done: int, total: int) -> None:
        if not bar.live.is_started:
            bar.start()
        if stage not in tasks:
            tasks[stage] = bar.add_task(_STAGES.get(stage, stage), total=total)
        bar.update(tasks[stage], completed=done, total=total)
        if done >= total:
            bar.stop()  # a question may follow

    try:
        yield report
    finally:
        bar.stop()


def _show_plan(planned: Plan) -> None:
    changed = planned.changed
    console.print(
        f"{planned.batch.source} ({planned.batch.format}): {len(planned.new)} new items, "
        f"{len(changed)} changed, {len(planned.unchanged)} unchanged; {len(planned.batch.files)} pictures.",
        soft_wrap=True,
    )
    for note in planned.batch.notes[:20]:
        console.print(f"  note: {note}", markup=False, soft_wrap=True)
    for change in changed[:20]:
        for detail in change.changes:
            line = f"  {change.after.id}: {detail.what}: {detail.before} → {detail.after}"
            console.print(line, markup=False, soft_wrap=True)
    if len(changed) > 20:
        console.print(f"  … and {len(changed) - 20} more changed items")
    if not (planned.new or changed):
        console.print("The catalogue holds all of this already; nothing is to be done.")


def _show_applied(applied: Applied) -> None:
    console.print(
        f"Batch {applied.batch_id} applied: {applied.new_items} new items, {applied.changed_items} changed, "
        f"{applied.new_variants} new SKUs, {applied.embedded_pictures} pictures looked at.",
        soft_wrap=True,
    )


def _show_found(report: dict[str, Any]) -> None:
    said = report["verdict"].replace("_", " ")
    console.print(f"{said}, {report['confidence']:.0%} (cut out by {report['segmented_by']})")
    for match in report["matches"]:
        console.print(f"[bold]{match['title']}[/] ({match['item']}), similarity {match['similarity']:.2f}")
        console.print(_stock_table(match["skus"]))


def _stock_table(skus: list[dict[str, Any]]) -> Table:
    table = Table("SKU", "size", "location", "on hand", "reserved", "as of")
    for sku in skus:
        for level in sku["stock"] or [None]:
            where = (
                (level["location"], str(level["on_hand"]), str(level["reserved"]), level["as_of"][:16])
                if level
                else ("not counted", "", "", "")
            )
            table.add_row(sku["sku"], sku["size"], *where)
    return table


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise PhotoError(f"The file cannot be read ({error.strerror}): check its name.") from error


def _plain(value: Any) -> dict[str, Any]:
    from dataclasses import asdict

    return asdict(value)


def _print_json(value: Any) -> None:
    sys.stdout.write(json.dumps(value, indent=2, ensure_ascii=False) + "\n")


def main() -> None:
    """Run the command line; a fault of the domain is one sentence and exit status 1."""
    try:
        app()
    except BatchError as error:
        errors.print(str(error), markup=False)
        for fault in error.faults:
            where = f"row {fault.row}" if fault.row is not None else "the file"
            errors.print(f"  {where}: {fault.reason}", markup=False)
        raise SystemExit(1) from None
    except (BotError, CatalogueError, VisionError) as error:
        errors.print(str(error), markup=False)
        raise SystemExit(1) from None


if __name__ == "__main__":
    main()
