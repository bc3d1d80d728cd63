"""Bar charts as pictures: the sole import of matplotlib in this package."""

from __future__ import annotations

import io
from dataclasses import dataclass
from functools import lru_cache
from threading import Lock
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from matplotlib.figure import Figure

LONGEST = 15
"""Characters before a bar, and behind it; what is longer is cut in the middle, as sizes stand at the end."""
_WIDTH, _DPI = 2.6, 360
"""Inches and dots an inch: 936 pixels, at least three for each of a phone's card."""
_ROW, _TITLE, _EDGE, _GAP = 0.21, 0.30, 0.10, 0.04
"""Inches: a bar's line, a title, the edge of the picture, and between a bar and its words."""
_STYLE: dict[Any, Any] = {
    "font.family": "DejaVu Sans",
    "font.size": 8.5,
    "text.color": "#242424",
    "text.parse_math": False,  # a SKU with two `$` is no formula
}
# The library isn't made for several threads.
_ONE_AT_A_TIME = Lock()


@dataclass(frozen=True, slots=True)
class Bar:
    """A bar with words at both ends."""

    label: str
    value: int
    """0 or more."""
    text: str
    """Behind it: the value, as people write it."""


@dataclass(frozen=True, slots=True)
class Panel:
    """Bars below each other, with one title and one scale."""

    title: str
    bars: tuple[Bar, ...]
    colour: str
    """As `#12655a`."""


@dataclass(frozen=True, slots=True)
class Chart:
    """Panels below each other, in one picture."""

    panels: tuple[Panel, ...]


@lru_cache(maxsize=32)
def png(chart: Chart) -> bytes:
    """The chart on white, 936 pixels wide and as high as it needs, as a PNG. Blocks."""
    from matplotlib import rc_context
    from matplotlib.figure import Figure

    rooms = [_TITLE + _ROW * len(panel.bars) for panel in chart.panels]
    top = height = sum(rooms) + 2 * _EDGE
    out = io.BytesIO()
    with _ONE_AT_A_TIME, rc_context(_STYLE):
        figure = Figure(figsize=(_WIDTH, height), dpi=_DPI, facecolor="white")
        top -= _EDGE
        for panel, room in zip(chart.panels, rooms, strict=True):
            _draw(figure, panel, top, height)
            top -= room
        figure.savefig(out, format="png")
    return out.getvalue()


def _draw(figure: Figure, panel: Panel, top: float, height: float) -> None:
    """Draw a panel whose upper edge is `top` inches above the picture's lower one."""

    def words(x: float, y: float, text: str, **look: Any) -> float:
        """Write at a point in inches; returns how wide it is."""
        written = figure.text(x / _WIDTH, y / height, _drawable(text), va="center", **look)
        return float(written.get_window_extent().width) / _DPI

    words(_EDGE, top - _TITLE / 2, panel.title, weight="bold")
    rows = [top - _TITLE - _ROW * (number + 0.5) for number in range(len(panel.bars))]
    labels = [words(_EDGE, y, _cut(bar.label)) for bar, y in zip(panel.bars, rows, strict=True)]
    left = _EDGE + max(labels, default=0) + 2 * _GAP
    texts = [figure.text(0, 0, _drawable(_cut(bar.text))) for bar in panel.bars]
    widest = max((text.get_window_extent().width / _DPI for text in texts), default=0)
    most = max((bar.value for bar in panel.bars), default=0)
    longest = max(_WIDTH - _EDGE - widest - _GAP - left, 0.1)
    size = _ROW * len(panel.bars)
    axes = figure.add_axes((left / _WIDTH, (top - _TITLE - size) / height, longest / _WIDTH, size / height))
    axes.set_axis_off()
    axes.set_xlim(0, max(1, most))
    axes.set_ylim(len(panel.bars) - 0.5, -0.5)
    axes.barh(range(len(rows)), [bar.value for bar in panel.bars], height=0.66, color=panel.colour)
    for bar, y, text in zip(panel.bars, rows, texts, strict=True):
        end = left + longest * bar.value / max(1, most) + _GAP
        text.set(x=end / _WIDTH, y=y / height, va="center")


def _cut(text: str) -> str:
    half = LONGEST // 2
    return text if len(text) <= LONGEST else f"{text[: LONGEST - half - 1]}…{text[-half:]}"


def _drawable(text: str) -> str:
    """The text with a box in place of what the font doesn't have."""
    from matplotlib.font_manager import findfont, get_font

    known = get_font(findfont("DejaVu Sans")).get_charmap()
    return "".join(character if ord(character) in known else "□" for character in text)
