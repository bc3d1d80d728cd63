"""Draws every card as Teams does, light and dark, on a phone's and a desk's width.

`python -m tests.cards.draw OUT` writes one PNG a card, and `cards.png` with all of them. It wants `npm ci` in
this folder and a Chromium, `/usr/bin/chromium` unless `--chromium` names another. The pictures are drawn by
`vision.drawing`.
"""

from __future__ import annotations

import argparse
import base64
import json
import sys
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

from tests.cards.pictures import picture
from tests.cards.samples import cards

HERE = Path(__file__).parent
WIDTHS = (320, 560)
THEMES = ("light", "dark")

DRAW = """
([name, card, open, widths, configs]) => {
  AdaptiveCards.AdaptiveCard.onProcessMarkdown = (text, result) => {
    result.outputHtml = markdownit().render(text); result.didProcess = true;
  };
  const line = document.createElement("div"); line.className = "line"; line.id = name;
  for (const width of widths) for (const [theme, config] of Object.entries(configs)) {
    const cell = document.createElement("div");
    cell.innerHTML = `<div class="name">${name}${open ? ", opened" : ""} · ${width} px</div>`;
    const frame = document.createElement("div");
    frame.className = "frame " + theme; frame.style.width = width + "px";
    const drawn = new AdaptiveCards.AdaptiveCard();
    drawn.hostConfig = new AdaptiveCards.HostConfig(config);
    drawn.parse(card);
    frame.appendChild(drawn.render());
    cell.appendChild(frame); line.appendChild(cell);
    if (open) for (const hidden of ["others", "tips"]) {
      const element = drawn.getElementById(hidden); if (element) element.isVisible = true;
    }
  }
  document.querySelector("main").appendChild(line);
}
"""


def data_link(key: str, size: int) -> str:
    """The picture itself as an address, so that nothing is fetched."""
    return "data:image/jpeg;base64," + base64.b64encode(picture(key, size)).decode()


def draw(out: Path, *, chromium: str) -> list[Path]:
    """Draw all cards; returns the files written."""
    modules = HERE / "node_modules"
    hosts = modules / "adaptivecards-designer" / "lib" / "hostConfigs"
    configs = {theme: json.loads((hosts / f"microsoft-teams-{theme}.json").read_text()) for theme in THEMES}
    out.mkdir(parents=True, exist_ok=True)
    with sync_playwright() as tool:
        browser = tool.chromium.launch(
            executable_path=chromium,
            args=["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
        )
        page = browser.new_page(viewport={"width": 1860, "height": 900}, timezone_id="Europe/Berlin")
        page.set_content((HERE / "page.html").read_text())
        page.add_script_tag(path=modules / "adaptivecards" / "dist" / "adaptivecards.min.js")
        page.add_script_tag(path=modules / "markdown-it" / "dist" / "markdown-it.min.js")
        written = [_draw_one(page, name, card, configs, out) for name, card in _views()]
        sheet = out / "cards.png"
        page.screenshot(path=sheet, full_page=True)
        browser.close()
    return [sheet, *written]


def _views() -> list[tuple[str, object]]:
    views: list[tuple[str, object]] = []
    for name, card in cards(data_link).items():
        views.append((name, card))
        if '"isVisible": false' in json.dumps(card):
            views.append((f"{name}.opened", card))
    return views


def _draw_one(page: Page, name: str, card: object, configs: dict[str, object], out: Path) -> Path:
    page.evaluate(DRAW, [name.replace(".", "-"), card, name.endswith(".opened"), WIDTHS, configs])
    file = out / f"{name}.png"
    line = page.locator(f"#{name.replace('.', '-')}")
    page.wait_for_function("[...document.images].every(image => image.complete)")
    line.screenshot(path=file)
    return file


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("out", type=Path)
    parser.add_argument("--chromium", default="/usr/bin/chromium")
    given = parser.parse_args()
    sys.stdout.writelines(f"{file}\n" for file in draw(given.out, chromium=given.chromium))


if __name__ == "__main__":
    main()
