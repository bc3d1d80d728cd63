"""Good files and messages, for fuzzing to begin with."""

from __future__ import annotations

import io
import json

from PIL import Image

from tests.fakes.activities import submitted, words
from tests.hostile.files import GOOD, HEADER, workbook, zip_of
from tests.hostile.pictures import animated, heic, photo, saved
from tests.kit.stores import picture


def files() -> dict[str, bytes]:
    """A good file of each kind that is opened."""
    table = ",".join(HEADER) + "\n" + ",".join(GOOD) + "\n"
    drawn = Image.open(io.BytesIO(photo()))
    return {
        "JPEG": photo(),
        "PNG": saved(drawn, "PNG"),
        "WebP": saved(drawn, "WEBP"),
        "GIF": animated("GIF", 3),
        "TIFF": saved(drawn.resize((20, 20)), "TIFF"),
        "BMP": saved(drawn.resize((20, 20)), "BMP"),
        "HEIC": heic(),
        "CSV": table.encode(),
        "XLSX": workbook(HEADER, GOOD),
        "ZIP": zip_of({"items.csv": table.replace("EUR,", "EUR,a.png").encode(), "a.png": picture("red")}),
    }


def seeds_of(target: str) -> dict[str, bytes]:
    """Those of a target of `tests.hostile.fuzz`."""
    url = "http://127.0.0.1/"
    known = files()
    match target:
        case "photos":
            return {name: known[name] for name in ("JPEG", "PNG", "WebP", "GIF", "HEIC")}
        case "batches":
            return {name: known[name] for name in ("CSV", "XLSX", "ZIP")}
        case "questions":
            return {
                "asked": b"stock navy tee in M",
                "work": b"reserve 2 of MRL-TS-NAVY-M at hall a for Bob until friday",
            }
    pressed = submitted(url, {"do": "ask", "question": '{"query": {"measure": "on_hand"}}'})
    return {"typed": json.dumps(words(url, "stock")).encode(), "pressed": json.dumps(pressed).encode()}
