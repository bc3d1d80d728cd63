"""The exam of labels: `python -m tests.labels.exam [--seed N] [--count N] [--photos FOLDER]`.

Labels are drawn on garments, decoded, read and matched as the bot does it. The thresholds were chosen on the
seeds below 100; the reported figures are of 100 and above. *Right*: only the printed item, or for a style the
catalogue's items of it, is named. *Wrong*: another style, another item than the printed one alone, or another
size. The labels can be read by people: letters of 16 to 44 pixels in a photo of 1,600.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
from pathlib import Path
from typing import Any

import numpy as np

from catalogue.items import Item
from catalogue.labels import LabelMatch, Labels
from tests.kit.stores import open_database
from tests.labels.drawn import Case, cases, catalogue
from vision.decoding.decoder import InProcessDecoder
from vision.lab.exams.intervals import share
from vision.labels import LabelReader, Reader
from vision.pipeline import WORKING_SIDE

CHOSEN_BELOW = 100


def read(case: Case, reader: Reader) -> tuple[bool, tuple[str, ...]]:
    """Whether print was found, and its lines."""
    printed = InProcessDecoder().open(case.photo, at_least=WORKING_SIDE, numbers=True).printed.result()
    return printed is not None, () if printed is None else reader(printed)


def judged(case: Case, match: LabelMatch | None, items: dict[str, Item]) -> dict[str, bool]:
    """Whether style and size are named, and rightly."""
    named = () if match is None else tuple(item.id for item in match.items)
    style_right = bool(named) and all(name.rpartition("-")[0] == case.style for name in named)
    item_right = named == (case.item,)
    item_wrong = bool(named) and (not style_right or (len(named) == 1 and not item_right))
    size = None if match is None or match.variant is None else match.variant.sku
    size_wrong = size is not None and size != case.sku and case.sku is not None
    if case.item is None:
        item_wrong = bool(named)
    return {
        "style": style_right and not item_wrong,
        "item": item_right,
        "size": case.sku is not None and size == case.sku,
        "wrong item": item_wrong,
        "wrong": item_wrong or size_wrong,
    }


def run(seed: int, count: int, photos: Path | None, *, show: bool = False) -> dict[str, Any]:
    """Figures by kind of label, with intervals; with `show`, what went wrong goes to standard error."""
    items, absent = catalogue(seed)
    by_id = {item.id: item for item in items}
    reader = LabelReader()
    rows: list[tuple[Case, bool, dict[str, bool]]] = []
    with tempfile.TemporaryDirectory() as folder, open_database(Path(folder), *items) as database:
        labels = Labels(database)
        for case in cases(seed, count, items, absent, photos):
            found, lines = read(case, reader)
            match = labels.match(lines)
            result = judged(case, match, by_id)
            rows.append((case, found, result))
            if show and (
                result["wrong"] or (case.item and not (result["style"] and (result["size"] or not case.sku)))
            ):
                told = match and (
                    match.read,
                    [item.id for item in match.items],
                    match.variant and match.variant.sku,
                )
                kind = "WRONG" if result["wrong"] else "missed"
                sys.stderr.write(f"{kind} {case.kind} {found=} {case.lines} read {lines} -> {told}\n")
    return {
        kind: _figures([row for row in rows if kind in ("all", row[0].kind)])
        for kind in ("all", "tag", "care", "carton")
    }


def _figures(rows: list[tuple[Case, bool, dict[str, bool]]]) -> dict[str, Any]:
    present = [(case, result) for case, _, result in rows if case.item is not None]
    sized = [(case, result) for case, result in present if case.sku is not None]

    def of(flags: list[bool]) -> dict[str, Any]:
        return share(np.array(flags, bool), np.arange(len(flags)).astype(str))

    wrong = of([result["wrong"] for _, _, result in rows])
    if wrong["value"] == 0:  # resampling cannot see what never happened: the rule of three
        wrong["interval"] = [0.0, round(3 / len(rows), 4)]
    return {
        "print found": of([found for _, found, _ in rows]),
        "style right": of([result["style"] for _, result in present]),
        "item right": of([result["item"] for _, result in present]),
        "size right": of([result["size"] for _, result in sized]),
        "wrong": wrong,
    }


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seed", type=int, default=CHOSEN_BELOW)
    parser.add_argument("--count", type=int, default=600)
    parser.add_argument("--photos", type=Path)
    parser.add_argument("--show", action="store_true")
    given = parser.parse_args()
    sys.stdout.write(json.dumps(run(given.seed, given.count, given.photos, show=given.show), indent=1) + "\n")


if __name__ == "__main__":
    main()
