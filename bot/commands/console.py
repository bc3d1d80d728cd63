"""What the commands share: where they print to, what they open, and how they report progress."""

from __future__ import annotations

import json
import logging
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, BinaryIO

import typer
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn
from rich.table import Table
from rich.text import Text

from catalogue.errors import StoreError
from catalogue.messages import Message

if TYPE_CHECKING:
    # Loading torch takes seconds, which `hangtag --help` should not.
    from bot.building.opening import PicturePipeline
    from bot.settings import Settings
    from catalogue import progress as progress_module
    from catalogue.store import Catalogue
    from vision.pipeline import PhotoPipeline

log = logging.getLogger(__name__)

# Titles, locations and sizes are the shop's own words: a bracket in them is no markup, :bag: no picture.
errors = Console(stderr=True, highlight=False, markup=False, emoji=False, soft_wrap=True)
console = Console(highlight=False, markup=False, emoji=False)

AsJson = Annotated[bool, typer.Option("--json", help="Print JSON.")]
_STAGES = {
    "check": "checking",
    "embed": "looking",
    "store": "keeping",
    "write": "writing",
    "audit": "auditing",
    "compare": "comparing",
    "export": "packing",
    "views": "asking",
}


def load_settings(**overrides: Any) -> Settings:
    """Load the settings; see `bot.settings.load_settings`. `hangtag --help` does not wait for pydantic."""
    from bot.settings import load_settings as load

    return load(**overrides)


@contextmanager
def progress_bar() -> Iterator[progress_module.Progress]:
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


@dataclass(frozen=True, slots=True)
class Teller:
    """How a command reports what it does."""

    say: Callable[[str | Text], None]
    warn: Callable[[str], None]
    """Of what is amiss."""
    progress: Callable[[], AbstractContextManager[progress_module.Progress]]


@contextmanager
def _silence() -> Iterator[progress_module.Progress]:
    from catalogue.progress import silent

    yield silent


TO_PEOPLE = Teller(
    say=lambda text: console.print(text, soft_wrap=True), warn=errors.print, progress=progress_bar
)
TO_LOG = Teller(
    say=lambda text: log.info("%s", text),
    warn=lambda text: log.warning("%s", text),
    progress=_silence,
)


@contextmanager
def opened_for_pictures(
    settings: Settings, *, rebuild: bool = False, teller: Teller = TO_PEOPLE
) -> Iterator[tuple[PicturePipeline, Catalogue]]:
    """As `opened`, but the models are loaded for the first picture."""
    from bot.building.opening import make_home, picture_pipeline

    make_home(settings)
    pipeline = picture_pipeline(settings)
    with _catalogue(settings, pipeline, rebuild=rebuild, teller=teller) as catalogue:
        yield pipeline, catalogue


@contextmanager
def opened(settings: Settings, *, teller: Teller = TO_PEOPLE) -> Iterator[tuple[PhotoPipeline, Catalogue]]:
    """The models and the catalogue; what a crash has cut off is finished first."""
    from bot.building.opening import make_home, open_pipeline

    make_home(settings)
    pipeline = open_pipeline(settings)
    with _catalogue(settings, pipeline, rebuild=False, teller=teller) as catalogue:
        yield pipeline, catalogue


@contextmanager
def _catalogue(
    settings: Settings, pipeline: PicturePipeline, *, rebuild: bool, teller: Teller
) -> Iterator[Catalogue]:
    from bot.building.opening import open_catalogue

    with open_catalogue(settings, pipeline, rebuild=rebuild) as catalogue:
        if not rebuild:
            with teller.progress() as progress:
                recovered = catalogue.recover(pipeline.embed_pictures, progress=progress)
            for applied in recovered.resumed:
                teller.warn(f"The batch {applied.batch_id} was cut off; it is applied now.")
            for batch_id in recovered.put_back:
                teller.warn(f"The batch {batch_id} was cut off; nothing of it was changed.")
        yield catalogue


@contextmanager
def whole_file(file: Path) -> Iterator[BinaryIO]:
    """A file to write, which takes its place once it is whole: cut off, it must not look so.

    Raises `StoreError` where it cannot be written.
    """
    part = file.with_name(f"{file.name}.part")
    try:
        with part.open("wb") as out:
            yield out
            out.flush()
            os.fsync(out.fileno())
        part.replace(file)
    except OSError as error:
        raise StoreError(
            Message("operator-file-unwritable", file=str(file), english=error.strerror or "")
        ) from error
    finally:
        part.unlink(missing_ok=True)


def print_json(value: Any) -> None:
    """Write to standard output, as a whole; messages as their English text."""
    sys.stdout.write(json.dumps(value, indent=2, ensure_ascii=False, default=str) + "\n")


def print_json_line(value: Any) -> None:
    """Write to standard output in one line, at once, for whoever reads line by line."""
    sys.stdout.write(json.dumps(value, ensure_ascii=False, default=str) + "\n")
    sys.stdout.flush()


def titled(report: dict[str, Any]) -> Text:
    """The title and the id of an item, from its report."""
    return Text.assemble((report["title"], "bold"), f" ({report['item']})")


def stock_table(skus: list[dict[str, Any]]) -> Table:
    """What lies where, from an item's report."""
    barcodes = any(sku.get("barcode") for sku in skus)
    table = Table(
        "SKU", "size", *(["barcode"] if barcodes else []), "location", "on hand", "reserved", "as of"
    )
    for sku in skus:
        for level in sku["stock"] or [None]:
            where = (
                (level["location"], str(level["on_hand"]), str(level["reserved"]), level["as_of"][:16])
                if level
                else ("not counted", "", "", "")
            )
            barcode = [sku.get("barcode") or ""] if barcodes else []
            table.add_row(sku["sku"], sku["size"], *barcode, *where)
    return table
