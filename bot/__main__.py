"""python -m bot, or hangtag: run the bot; import, find and ask without a chat."""

from __future__ import annotations

import asyncio
import json
import logging
import signal
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn
from rich.table import Table
from rich.text import Text

from bot.errors import BotError
from bot.settings import Settings, load_settings
from catalogue.errors import BatchError, CatalogueError, UnknownItem
from vision.errors import PhotoError, VisionError

if TYPE_CHECKING:
    # Loading torch takes seconds, which `hangtag --help` should not.
    from catalogue.audit import Audit
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
# Titles, locations and sizes are the shop's own words: a bracket in them is no markup, :bag: no picture.
errors = Console(stderr=True, highlight=False, markup=False, emoji=False, soft_wrap=True)
console = Console(highlight=False, markup=False, emoji=False)

AsJson = Annotated[bool, typer.Option("--json", help="Print JSON.")]
_STAGES = {"check": "checking", "embed": "looking", "write": "writing", "audit": "auditing"}


@app.command()
def run(
    local: Annotated[bool, typer.Option("--local", help="No Teams: a chat page on this machine.")] = False,
    demo: Annotated[bool, typer.Option("--demo", help="Load the demo catalogue if there is none.")] = False,
    port: Annotated[int | None, typer.Option(help="Overrides HANGTAG_PORT.")] = None,
) -> None:
    """Start the bot; stop it with Ctrl+C."""
    from bot.app import credentials, listen, public_address, serve

    settings = load_settings(port=port)
    logging.basicConfig(level=settings.log_level, format="%(asctime)s %(levelname)s %(name)s: %(message)s")
    logging.getLogger("alembic").setLevel(logging.WARNING)  # it tells of every opening
    # What is wrong is said before the models are loaded.
    if local:
        settings = settings.local()
        ready: Callable[[str], None] = _say_page
    else:
        credentials(settings)
        ready = _say_endpoint(public_address(settings))
    with closing(listen(settings)) as listener, _opened(settings) as (eyes, catalogue):
        if demo and not catalogue.counts().items:
            _load_demo(eyes, catalogue)
        demo_photos = _demo_photos(catalogue) if local else None

        async def serving() -> None:
            stop = asyncio.Event()
            loop = asyncio.get_running_loop()
            for told in (signal.SIGINT, signal.SIGTERM):
                loop.add_signal_handler(told, stop.set)
            await serve(
                settings,
                eyes,
                catalogue,
                local=local,
                demo_photos=demo_photos,
                listener=listener,
                ready=ready,
                stop=stop,
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

    _check_file(file)
    with _opened(load_settings()) as (eyes, catalogue), _progress() as progress:
        batch = catalogue.read_batch(file, picture_reader=decode, progress=progress)
        try:
            planned = catalogue.plan(batch)
            _show_plan(planned)
            if dry_run:
                return
            news = bool(planned.new or planned.changed)
            if news and not yes and not typer.confirm("Apply?"):
                console.print("Nothing was changed.")
                return
            # With nothing new, the counts are as of now all the same, and what cannot be found is mended.
            applied = catalogue.apply(planned, eyes.embed_pictures, progress=progress)
            _show_applied(applied)
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

    told: list[dict[str, Any] | None] = []  # one for each photo, in order
    with _opened(load_settings()) as (eyes, catalogue):
        for path in photos:
            try:
                look = eyes.look(_bytes(path))
            except PhotoError as error:
                errors.print(f"{path}: {error}")
                told.append(None)
                continue
            began = time.perf_counter()
            findings = catalogue.search.find(
                look.embedding,
                top=top,
                garment_class=look.garment_class,
                class_confidence=look.class_confidence,
                mask_confidence=look.confidence,
            )
            told.append(find_report(look, findings, search_ms=1000 * (time.perf_counter() - began)))
    if as_json:
        if len(photos) > 1:
            _print_json(told)
        elif told[0] is not None:
            _print_json(told[0])
    else:
        for report in told:
            if report is not None:
                _show_found(report)
    if None in told:
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
        console.print(_titled(report))
        console.print(_stock_table(report["skus"]))


@app.command()
def audit(
    as_json: AsJson = False,
    repair: Annotated[bool, typer.Option("--mend", help="Put right what cannot be found.")] = False,
) -> None:
    """Whether every picture of the catalogue is found by its own vector; exit status 1 where one is not."""
    from bot.reports import audit_report

    with _opened(load_settings(), rebuild=repair) as (eyes, catalogue):
        with _progress() as progress:
            found = (
                catalogue.mend(eyes.embed_pictures, progress=progress)
                if repair
                else catalogue.audit(progress=progress)
            )
        if as_json:
            _print_json(audit_report(found))
        else:
            console.print(_audited(found, mended=repair), soft_wrap=True)
    if not (found.ok or repair):
        raise typer.Exit(1)


@app.command()
def bench(
    data: Annotated[
        Path | None,
        typer.Option(envvar="HANGTAG_DATA", help="Real photos with masks, to compare with the peers on."),
    ] = None,
    items: Annotated[int, typer.Option(min=1, help="Items in the catalogue.")] = 10_000,
    rounds: Annotated[int, typer.Option(min=1, help="How often each photo is answered.")] = 10,
    photos: Annotated[int, typer.Option(min=1, help="Photos of 12 megapixels, drawn.")] = 8,
    starts: Annotated[int, typer.Option(min=1, help="How often a fresh process is started.")] = 3,
    peers: Annotated[
        Path | None, typer.Option(help="Where the peers' package lies, if it is not installed.")
    ] = None,
    as_json: AsJson = False,
) -> None:
    """How fast photos are answered, in how much memory, and how that compares; takes minutes.

    Nothing of this installation's catalogue is touched.
    """
    from bot.commands.bench import lines, measure

    report = measure(
        items=items, rounds=rounds, starts=starts, photos=photos, data=data, peers=peers, say=errors.print
    )
    if as_json:
        _print_json(report)
    else:
        for line in lines(report):
            console.print(line, soft_wrap=True)


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
    from bot.app import make_home, open_catalogue, open_eyes

    make_home(settings)
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
    """The demo's photos, where the catalogue holds what they show."""
    from bot.demo import demo_garments, demo_photos

    try:
        catalogue.stock.item(demo_garments()[0].id)
    except UnknownItem:
        return None
    return demo_photos


def _say_page(address: str) -> None:
    console.print(
        Text.assemble("Hangtag listens. Open ", (address, "bold"), " and send a photo. Ctrl+C stops it."),
        soft_wrap=True,
    )


def _say_endpoint(public_address: str) -> Callable[[str], None]:
    def say(address: str) -> None:
        endpoint = (f"{public_address}/api/messages", "bold")
        console.print(
            Text.assemble(
                f"Hangtag listens on {address}. The bot's messaging endpoint in Azure is ",
                endpoint,
                ". Ctrl+C stops it.",
            ),
            soft_wrap=True,
        )

    return say


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
        console.print(f"  note: {note}", soft_wrap=True)
    for change in changed[:20]:
        for detail in change.changes:
            line = f"  {change.after.id}: {detail.what}: {detail.before} → {detail.after}"
            console.print(line, soft_wrap=True)
    if len(changed) > 20:
        console.print(f"  … and {len(changed) - 20} more changed items")
    if not (planned.new or changed):
        console.print("The catalogue holds all of this already.")


def _show_applied(applied: Applied) -> None:
    if applied.new_items or applied.changed_items:
        console.print(
            f"Batch {applied.batch_id} applied: {applied.new_items} new items, "
            f"{applied.changed_items} changed, {applied.new_variants} new SKUs, "
            f"{applied.embedded_pictures} pictures looked at.",
            soft_wrap=True,
        )
    else:
        console.print("The counts are confirmed as of now.")
    if applied.audit.fault:
        errors.print(applied.audit.fault)


def _show_found(report: dict[str, Any]) -> None:
    said = report["verdict"].replace("_", " ")
    chance = f"chance of the best match being right: {report['confidence']:.0%}"
    console.print(f"{said} ({chance}; cut out by: {report['segmented_by']})", soft_wrap=True)
    for match in report["matches"]:
        console.print(_titled(match).append(f", similarity {match['similarity']:.2f}"), soft_wrap=True)
        console.print(_stock_table(match["skus"]))


def _titled(report: dict[str, Any]) -> Text:
    return Text.assemble((report["title"], "bold"), f" ({report['item']})")


def _audited(found: Audit, *, mended: bool) -> str:
    if found.ok:
        said = f"All {found.pictures} pictures are found by their own vectors"
    else:
        lost = f"{len(found.missing)} were missing in the index and {len(found.unfindable)} not found there"
        said = f"Of {found.pictures} pictures {lost}"
        said += "; all are found now" if mended else ": hangtag audit --mend puts that right"
    if found.strays:
        said += f"; the index held {len(found.strays)} that no item shows"
    return f"{said}."


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


def _check_file(path: Path) -> None:
    """Say at once what would else be said only after the models were loaded. Raises `BatchError`."""
    if path.is_dir():
        raise BatchError(f"{path} is a folder: name a CSV, XLSX or ZIP file.")
    try:
        with path.open("rb") as file:
            empty = not file.read(1)
    except FileNotFoundError as error:
        raise BatchError(f"There is no file {path}: check its name.") from error
    except OSError as error:
        raise BatchError(f"The file {path} cannot be read: {error.strerror}.") from error
    if empty:
        raise BatchError(f"The file {path} is empty: name a table with a header and at least one row.")


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise PhotoError(f"The file cannot be read ({error.strerror}): check its name.") from error


def _print_json(value: Any) -> None:
    sys.stdout.write(json.dumps(value, indent=2, ensure_ascii=False) + "\n")


def main() -> None:
    """Run the command line; a fault of the domain is one sentence and exit status 1."""
    try:
        app()
    except BatchError as error:
        errors.print(str(error))
        for fault in error.faults:
            where = f"row {fault.row}" if fault.row is not None else "the file"
            errors.print(f"  {where}: {fault.reason}")
        raise SystemExit(1) from None
    except (BotError, CatalogueError, VisionError) as error:
        errors.print(str(error))
        raise SystemExit(1) from None


if __name__ == "__main__":
    main()
