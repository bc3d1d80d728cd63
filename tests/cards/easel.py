"""A page in a real browser that draws cards as Teams does, light and dark, as wide as a phone and a desk."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TypeAlias, cast
from urllib.parse import unquote, urlsplit

from playwright.sync_api import Locator, Page, Route, sync_playwright

from bot.channel import Card
from tests.cards.samples import cards

HERE = Path(__file__).parent
MODULES = HERE / "node_modules"
"""What `npm ci` in this folder installs: Microsoft's renderer, and Teams' host configs."""

WIDTHS = (320, 560)
THEMES = ("light", "dark")

Pictures: TypeAlias = Callable[[str, int], bytes]
"""A picture's key and its side in pixels to a JPEG."""

_DRAW = """
([name, card, open, widths, configs]) => {
  AdaptiveCards.AdaptiveCard.onProcessMarkdown = (text, result) => {
    result.outputHtml = markdownit().render(text); result.didProcess = true;
  };
  const line = document.createElement("div"); line.className = "line"; line.id = name;
  for (const width of widths) for (const [theme, config] of Object.entries(configs)) {
    const cell = document.createElement("div");
    cell.innerHTML = `<div class="name">${name} · ${width} px</div>`;
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

_TOO_WIDE = """
line => [...line.querySelectorAll(".frame")].flatMap(frame => {
  const edge = frame.getBoundingClientRect().right + 0.5;
  return [...frame.querySelectorAll("*")].filter(part => part.getBoundingClientRect().right > edge)
    .map(part => `${frame.style.width}: ${part.className} ${part.textContent.slice(0, 40)}`);
})
"""


_CUT = """
line => [...line.querySelectorAll(".frame")].flatMap(frame =>
  [...frame.querySelectorAll("button, button *")].filter(part => part.scrollWidth > part.clientWidth + 1
    && getComputedStyle(part).overflowX !== "visible")
    .map(part => `${frame.style.width}: ${part.textContent}`))
"""


def views(locale: str = "en") -> dict[str, Card]:
    """Each sample card by name; one that hides something stands a second time, as `NAME-opened`."""
    found: dict[str, Card] = {}
    for name, card in cards(locale=locale).items():
        found[name] = card
        if '"isVisible": false' in json.dumps(card):
            found[f"{name}-opened"] = card
    return found


@contextmanager
def easel(chromium: str, pictures: Pictures) -> Iterator[Page]:
    """An empty page to draw on. Nothing is fetched: the samples' pictures come from `pictures`."""

    def serve(route: Route) -> None:
        size, _, key = unquote(urlsplit(route.request.url).path).removeprefix("/media/").partition("/")
        route.fulfill(body=pictures(key, int(size)), content_type="image/jpeg")

    with sync_playwright() as tool:
        browser = tool.chromium.launch(
            executable_path=chromium,
            args=["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
        )
        page = browser.new_page(viewport={"width": 1860, "height": 900}, timezone_id="Europe/Berlin")
        page.route("https://hangtag.example/**", serve)
        page.set_content((HERE / "page.html").read_text("utf-8"))
        page.add_script_tag(path=MODULES / "adaptivecards" / "dist" / "adaptivecards.min.js")
        page.add_script_tag(path=MODULES / "markdown-it" / "dist" / "markdown-it.min.js")
        yield page
        browser.close()


def put(page: Page, name: str, card: Card, *, widths: Sequence[int] = WIDTHS) -> Locator:
    """Draw a card below the others, in every width and theme side by side."""
    page.evaluate(_DRAW, [name, card, name.endswith("-opened"), list(widths), _host_configs()])
    page.wait_for_function("[...document.images].every(image => image.complete)")
    return page.locator(f"#{name}")


def too_wide(line: Locator) -> list[str]:
    """What stands out over the edge of a drawn card."""
    return cast(list[str], line.evaluate(_TOO_WIDE))


def cut_buttons(line: Locator) -> list[str]:
    """The titles of buttons that a drawn card has no room for, with its width."""
    return cast(list[str], line.evaluate(_CUT))


def _host_configs() -> dict[str, Any]:
    folder = MODULES / "adaptivecards-designer" / "lib" / "hostConfigs"
    return {
        theme: json.loads((folder / f"microsoft-teams-{theme}.json").read_text("utf-8")) for theme in THEMES
    }
