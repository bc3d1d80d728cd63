"""python -m bot, or hangtag: run the bot; import, find and ask without a chat."""

from __future__ import annotations

import logging
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager, nullcontext
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer
from rich.text import Text

from bot.commands import batches, feeds, hooks, keys
from bot.commands.adapt import adapt
from bot.commands.audit import audit
from bot.commands.backup import backup, restore
from bot.commands.batches import show_applied
from bot.commands.console import (
    TO_LOG,
    TO_PEOPLE,
    AsJson,
    Teller,
    console,
    errors,
    load_settings,
    opened,
    print_json,
    print_json_line,
    stock_table,
    titled,
)
from bot.commands.doctor import doctor
from bot.commands.report import report
from bot.commands.scale import bench_scale
from bot.errors import BotError, SettingsError
from catalogue.errors import BatchError, CatalogueError, UnknownItemError
from vision.errors import VisionError

if TYPE_CHECKING:
    # Loading torch takes seconds, which `hangtag --help` should not.
    from bot.settings import Settings
    from catalogue.store import Catalogue
    from vision.pipeline import PhotoPipeline

log = logging.getLogger(__name__)

_FAULTS = (BotError, CatalogueError, VisionError)

app = typer.Typer(
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,  # with it, `hangtag --help` takes half as long again
    context_settings={"max_content_width": 110},
    help="A photo of a garment in, its SKU and stock out, inside Microsoft Teams.",
    pretty_exceptions_enable=False,
)
app.add_typer(batches.app)
app.add_typer(feeds.app, name="feed", help="Sources that are read by themselves.")
app.add_typer(keys.app, name="key")
app.add_typer(hooks.app, name="hook")
app.command()(adapt)
app.command()(audit)
app.command()(backup)
app.command()(restore)
app.command()(doctor)
app.command()(report)
app.command("bench-scale")(bench_scale)


@app.command()
def run(
    local: Annotated[bool, typer.Option("--local", help="No Teams: a chat page on this machine.")] = False,
    demo: Annotated[bool, typer.Option("--demo", help="Load the demo catalogue if there is none.")] = False,
    port: Annotated[int | None, typer.Option(help="Overrides HANGTAG_PORT.")] = None,
) -> None:
    """Start the bot; stop it with Ctrl+C."""
    from bot.settings import load_log_format
    from bot.telemetry.logs import set_up

    form = load_log_format()
    set_up("INFO", form)  # of what can be wrong from here on, and before all that may warn is imported
    with _faults_logged() if form == "json" else nullcontext():
        settings = load_settings(port=port)
        set_up(settings.log_level, form)
        _serve(settings, local, demo, TO_LOG if form == "json" else TO_PEOPLE)


def _serve(settings: Settings, local: bool, demo: bool, teller: Teller) -> None:
    import asyncio

    from bot.server import listen, public_address, serve, stop_when_told
    from bot.teams.credentials import credentials

    # What is wrong is said before the models are loaded.
    if local:
        settings = settings.local()
        ready = partial(_say_page, teller)
    else:
        credentials(settings)
        settings.first_admins()
        ready = partial(_say_endpoint, teller, public_address(settings))
    with closing(listen(settings)) as listener, opened(settings, teller=teller) as (pipeline, catalogue):
        if demo and not catalogue.counts().items:
            _load_demo(pipeline, catalogue, teller)
        demo_photos = _demo_photos(catalogue) if local else None

        async def serving() -> None:
            stop = asyncio.Event()
            stop_when_told(stop)
            await serve(
                settings,
                pipeline,
                catalogue,
                local=local,
                demo_photos=demo_photos,
                listener=listener,
                ready=ready,
                stop=stop,
            )

        asyncio.run(serving())


@app.command()
def demo() -> None:
    """Load the demo catalogue: garments drawn by this program, with sizes, locations and stock."""
    with opened(load_settings()) as (pipeline, catalogue):
        _load_demo(pipeline, catalogue)


@app.command()
def find(
    photos: Annotated[list[Path], typer.Argument(help="Photos of garments.")],
    top: Annotated[int, typer.Option(min=1, max=50, help="How many matches.")] = 5,
    as_json: AsJson = False,
) -> None:
    """Find the items that photos show, with their stock. Several photos give a list."""
    from bot.handlers.photos.photo_search import PhotoSearch
    from bot.reports import find_report

    reports: list[dict[str, Any] | None] = []  # one for each photo, in order
    with opened(load_settings()) as (pipeline, catalogue):
        photo_search = PhotoSearch(pipeline, catalogue.search, catalogue.stock, catalogue.labels)
        for path in photos:
            try:
                reports.append(find_report(photo_search(_bytes(path), top=top)))
            except VisionError as error:
                errors.print(f"{path}: {error}")
                reports.append(None)
    if as_json:
        if len(photos) > 1:
            print_json(reports)
        elif reports[0] is not None:
            print_json(reports[0])
    else:
        for report in reports:
            if report is not None:
                _show_found(report)
    if None in reports:
        raise typer.Exit(1)


@app.command()
def stock(
    name: Annotated[str, typer.Argument(help="A SKU, an item or a barcode.")], as_json: AsJson = False
) -> None:
    """What lies where of an item, size by size."""
    from bot.building.opening import open_database
    from bot.reports import item_report
    from catalogue.stock import StockBook

    with open_database(load_settings()) as database:
        report = item_report(StockBook(database).find(name))
    if as_json:
        print_json(report)
    else:
        console.print(titled(report))
        console.print(stock_table(report["skus"]))


@app.command()
def ask(
    question: Annotated[str, typer.Argument(help="In your own words: how many in M?")] = "",
    about: Annotated[
        list[str] | None, typer.Option(help="A SKU, item or barcode that was shown last; several in order.")
    ] = None,
    locale: Annotated[str, typer.Option(help="Of whoever asks: de, pl-PL, …")] = "en",
    chat: Annotated[
        Path | None, typer.Option(help="Conversations, one JSON object a line: conversation, text, …")
    ] = None,
    as_json: AsJson = False,
) -> None:
    """Answer what is typed as the chat does; orders are proposed, never carried out."""
    from bot.building.opening import open_database
    from bot.commands.ask import Chat, play
    from bot.commands.ask import ask as answered

    if bool(question) == (chat is not None):
        raise typer.BadParameter("give a question, or a file with --chat")
    settings = load_settings()
    with open_database(settings) as database:
        if chat is None:
            report = answered(database, settings, question, about=about or (), locale=locale)
            _show_answer(report, as_json)
            return
        for report in play(Chat(database, settings), chat):
            if as_json:
                print_json_line(report)
            else:
                console.print(f"{report['conversation']}> {report['text']}", soft_wrap=True)
                _show_answer(report, as_json=False)


def _show_answer(report: dict[str, Any], as_json: bool) -> None:
    if as_json:
        print_json(report)
        return
    console.print(report["said"] or report["talk"] or "", soft_wrap=True)
    if report["buttons"]:
        console.print(" ".join(f"[{title}]" for title in report["buttons"]), soft_wrap=True)


@app.command()
def calibrate(
    shipped: Annotated[bool, typer.Option("--shipped", help="Go back to the one that was shipped.")] = False,
    as_json: AsJson = False,
) -> None:
    """Let the verdict learn from what people said of matches; the bot uses it at once."""
    from bot.building.opening import open_database, open_pipeline
    from bot.commands.calibrate import FEWEST
    from bot.commands.calibrate import calibrate as learnt
    from catalogue.calibration import Calibration
    from catalogue.refit import forget_refit

    settings = load_settings()
    pipeline = open_pipeline(settings)
    with open_database(settings) as database:
        if shipped:
            forget_refit(database.notes, pipeline.model_id)
            console.print("What was learnt from answers is forgotten.")
            return
        report = learnt(database, pipeline.model_id, Calibration.from_json(pipeline.verdict_calibration()))
    if as_json:
        print_json(report)
        return
    loss = report["log_loss"]
    console.print(f"{report['answers']} answers, of which {report['right']} right.", highlight=False)
    for site in report["sites"]:
        where = site["name"] or site["id"] or "personal chats"
        console.print(
            f"  {where}: {site['right']} right, {site['wrong']} wrong", markup=False, highlight=False
        )
    console.print(f"Log loss on them: {loss['before']} before, {loss['after']} after.", highlight=False)
    console.print("Kept." if report["kept"] else f"Not kept: it takes {FEWEST} answers, and a better fit.")


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
        print_json(report)
    else:
        for line in lines(report):
            console.print(line, soft_wrap=True)


@app.command()
def manifest(
    out: Annotated[Path, typer.Argument(help="The ZIP to upload to Teams.")],
    version: Annotated[
        str | None,
        typer.Option(
            help="As in 1.2.3; Teams takes an update under a higher one alone. Default: this program's."
        ),
    ] = None,
) -> None:
    """Write the Teams app package, stamped with the app id and the public address of the settings."""
    import importlib.metadata
    from urllib.parse import urlsplit

    from bot.teams.manifest import write_manifest_zip

    settings = load_settings()
    domain = urlsplit(settings.public_url).hostname or ""
    try:
        stamp = version or importlib.metadata.version("hangtag")
        write_manifest_zip(
            out,
            app_id=settings.app_id,
            domain=domain,
            version=stamp,
            website=settings.website_url,
            privacy=settings.privacy_url,
            terms=settings.terms_url,
        )
    except OSError as error:
        raise SettingsError(f"The file {out} cannot be written ({error.strerror}): name another.") from error
    console.print(f"Wrote {out}. Upload it in Teams: Apps, Manage your apps, Upload an app.")


def _load_demo(pipeline: PhotoPipeline, catalogue: Catalogue, teller: Teller = TO_PEOPLE) -> None:
    from bot.demo.catalogue import write_demo_batch

    with tempfile.TemporaryDirectory() as folder, teller.progress() as progress:
        path = Path(folder) / "demo.zip"
        teller.say("Drawing the demo catalogue …")
        write_demo_batch(path)
        applied = catalogue.import_batch(path, pipeline.embed_pictures, name="demo.zip", progress=progress)
        show_applied(applied, teller)


def _demo_photos(catalogue: Catalogue) -> Any:
    """The demo's photos, where the catalogue holds what they show."""
    from bot.demo.catalogue import demo_garments, demo_photos

    try:
        catalogue.stock.item(demo_garments()[0].id)
    except UnknownItemError:
        return None
    return demo_photos


def _say_page(teller: Teller, address: str) -> None:
    opens = ("Hangtag listens. Open ", (address, "bold"), " and send a photo. Ctrl+C stops it.")
    teller.say(Text.assemble(*opens))


def _say_endpoint(teller: Teller, public_address: str, address: str) -> None:
    teller.say(
        Text.assemble(
            f"Hangtag listens on {address}. The bot's messaging endpoint in Azure is ",
            (f"{public_address}/api/messages", "bold"),
            ". Ctrl+C stops it.",
        )
    )


def _show_found(report: dict[str, Any]) -> None:
    verdict = report["verdict"].replace("_", " ")
    right = "it being one of them" if report["one_of"] else "the best match being right"
    chance = f"chance of {right}: {report['confidence']:.0%}"
    console.print(f"{verdict} ({chance}; cut out by: {report['segmented_by']})", soft_wrap=True)
    if report["one_of"]:
        names = ", ".join(report["one_of"][1:])
        sentence = f"A photo can't tell {report['one_of'][0]} from {names}. Scan the tag, or compare them."
        console.print(sentence, soft_wrap=True)
    if report["compare_colour"] and not report["one_of"]:
        console.print("A photo can't tell near shades apart: compare the colour.", soft_wrap=True)
    for tag in report["tags"]:
        console.print(titled(tag).append(f", read from its tag: {tag['read']}"), soft_wrap=True)
        console.print(stock_table(tag["skus"]))
    for label in report["labels"]:
        read = ", ".join(filter(None, (label["read"], label["size"] and f"size {label['size']}")))
        console.print(titled(label).append(f", read from its label: {read}"), soft_wrap=True)
        console.print(stock_table(label["skus"]))
    for match in report["matches"]:
        console.print(titled(match).append(f", similarity {match['similarity']:.2f}"), soft_wrap=True)
        console.print(stock_table(match["skus"]))


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise VisionError(f"The file cannot be read ({error.strerror}): check its name.") from error


@contextmanager
def _faults_logged() -> Iterator[None]:
    """What would be printed of an end goes into the log; a bug does so by itself, see
    `bot.telemetry.logs`."""
    try:
        yield
    except _FAULTS as error:
        for line in _error_lines(error):
            log.error("%s", line)
        raise typer.Exit(1) from None
    except KeyboardInterrupt:
        log.warning("stopped before it listened")
        raise typer.Exit(130) from None


def _error_lines(error: Exception) -> Iterator[str]:
    """The lines that report an error of the domain."""
    yield str(error)
    for fault in error.faults if isinstance(error, BatchError) else ():
        row = f"row {fault.row}" if fault.row is not None else "the file" if not fault.file else ""
        where = ", ".join(part for part in (fault.file, row) if part)
        yield f"  {where}: {fault.reason}"


def main() -> None:
    """Run the command line; a fault of the domain is one sentence and exit status 1."""
    try:
        app()
    except _FAULTS as error:
        for line in _error_lines(error):
            errors.print(line)
        raise SystemExit(1) from None


if __name__ == "__main__":
    main()
