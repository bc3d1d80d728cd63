"""Draws every card as Teams does: `python -m tests.cards.draw OUT`.

Writes one PNG a card, and `cards.png` with all of them. Wants `npm ci` in this folder and a Chromium,
`/usr/bin/chromium` unless `--chromium` names another.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from tests.cards.easel import easel, put, views
from tests.cards.pictures import picture


def draw(out: Path, *, chromium: str, locale: str = "en") -> list[Path]:
    """Draw all cards; returns the files written."""
    out.mkdir(parents=True, exist_ok=True)
    written = [out / "cards.png"]
    with easel(chromium, picture) as page:
        for name, card in views(locale).items():
            written.append(out / f"{name}.png")
            put(page, name, card).screenshot(path=written[-1])
        page.screenshot(path=written[0], full_page=True)
    return written


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("out", type=Path)
    parser.add_argument("--chromium", default="/usr/bin/chromium")
    parser.add_argument("--locale", default="en")
    given = parser.parse_args()
    sys.stdout.writelines(
        f"{file}\n" for file in draw(given.out, chromium=given.chromium, locale=given.locale)
    )


if __name__ == "__main__":
    main()
