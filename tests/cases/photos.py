"""The photo cases: each photo is answered as the chat and `hangtag find` answer it.

A case's folder holds the photo and `expect.json`: `file`, `group` (its kind), and `item`, the item that it
shows; none or "NONE" if it shows no item of the catalogue. `catalogue.zip` is the catalogue of all cases but
those of the group `shade`, whose catalogue is `twins.zip`.
"""

from __future__ import annotations

import json
import tempfile
from collections.abc import Mapping
from contextlib import ExitStack
from pathlib import Path

from bot.building.opening import open_catalogue, open_pipeline
from bot.handlers.photos.photo_search import PhotoResult, PhotoSearch
from bot.settings import load_settings
from catalogue.items import Verdict
from tests.cases.outcomes import Outcome, Result
from vision.errors import PhotoError

UNNAMED = frozenset({"photo-none", "photo-damaged", "photo-harmful"})
"""Refusals that do not say what the file is; for a damaged file `photo-damaged` is clear."""
DAMAGED = "cut"
"""In the names of cases whose file is damaged."""


def run(folder: Path) -> list[Result]:
    """Answer all photos below a folder."""
    with tempfile.TemporaryDirectory() as home, ExitStack() as stack:
        pipeline = open_pipeline(load_settings(home=Path(home)))
        searches: dict[str, PhotoSearch] = {}
        for name in ("catalogue", "twins"):
            catalogue = stack.enter_context(open_catalogue(load_settings(home=Path(home) / name), pipeline))
            catalogue.import_batch(folder / f"{name}.zip", pipeline.embed_pictures, name=f"{name}.zip")
            searches[name] = PhotoSearch(pipeline, catalogue.search, catalogue.stock, catalogue.labels)
        cases = sorted(path.parent for path in folder.glob("*/expect.json"))
        return [_result(case, searches) for case in cases]


def _result(case: Path, searches: Mapping[str, PhotoSearch]) -> Result:
    expected = json.loads((case / "expect.json").read_text(encoding="utf-8"))
    kind = str(expected["group"])
    item = None if expected["item"] in (None, "NONE") else str(expected["item"])
    search = searches["twins" if kind == "shade" else "catalogue"]
    try:
        result = search((case / expected["file"]).read_bytes())
    except PhotoError as fault:
        unclear = fault.code in UNNAMED and not (fault.code == "photo-damaged" and DAMAGED in case.name)
        return Result(case.name, kind, Outcome.UNCLEAR if unclear else Outcome.REFUSED, str(fault))
    outcome, reason = judged(result, item)
    return Result(case.name, kind, outcome, reason)


def judged(result: PhotoResult, item: str | None) -> tuple[Outcome, str]:
    """Judge an answer against the item that the photo shows, if any.

    Right: the item is shown first, or for none, nothing is called in the catalogue. Unclear: another item is
    shown as a guess, or the photo's item is denied. Wrong: another item is called in the catalogue.
    """
    findings = result.findings
    tagged = [tag.item.id for tag in result.tags]
    if len(tagged) > 1:
        return (Outcome.RIGHT if item in tagged else Outcome.WRONG), f"asked about {', '.join(tagged)}"
    best = tagged[0] if tagged else findings.matches[0].item.id if findings.matches else None
    shown = bool(tagged) or findings.verdict.names_an_item
    sure = bool(tagged) or findings.verdict is Verdict.IN_CATALOGUE
    reason = f"{'tag' if tagged else findings.verdict} {best if shown else ''}, {findings.confidence:.2f}"
    if item is None:
        return (Outcome.WRONG if sure else Outcome.RIGHT), reason
    if shown and best == item:
        return Outcome.RIGHT, reason
    return (Outcome.WRONG if sure else Outcome.UNCLEAR), reason
