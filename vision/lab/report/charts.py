"""Line charts as inline SVG, with no script, font or link from elsewhere."""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence
from typing import Any

from markupsafe import Markup, escape
from matplotlib import rc_context
from matplotlib.figure import Figure

Points = Sequence[tuple[float, float]]

_COLOURS = ("#0b6bcb", "#d1571b", "#2b8a4b", "#8a3ab9", "#b8860b", "#5c6770")
_STYLE: dict[Any, Any] = {
    "svg.fonttype": "none",  # text stays text, in the reader's font
    "svg.hashsalt": "hangtag",  # equal charts have equal files
    "font.family": "sans-serif",
    "font.size": 11,
    "axes.edgecolor": "#8a939c",
    "axes.spines.top": False,
    "axes.spines.right": False,
    "axes.grid": True,
    "grid.color": "#e3e6ea",
    "legend.frameon": False,
}


def curve(
    title: str,
    lines: Mapping[str, Points],
    *,
    x: str,
    y: str,
    x_range: tuple[float, float] | None = None,
    y_range: tuple[float, float] | None = None,
    diagonal: bool = False,
    logarithmic: bool = False,
    dots: bool = True,
) -> Markup:
    """Draw lines through points, as one `<svg>` element.

    Args:
        lines: points (x, y) by the line's name; lines without points are skipped.
        x, y: labels of the axes.
        diagonal: whether to draw a dashed line x = y, which perfect calibration follows.
        logarithmic: whether the x axis is logarithmic, with ticks at the points.
        dots: whether to mark the points.
    """
    with rc_context(_STYLE):
        figure = Figure(figsize=(4.8, 4.2), layout="constrained")
        axes = figure.add_subplot()
        if diagonal:
            axes.axline((0, 0), slope=1, color="#8a939c", linestyle=(0, (4, 4)), linewidth=1)
        drawn = {name: points for name, points in lines.items() if points}
        for number, (name, points) in enumerate(drawn.items()):
            axes.plot(
                *zip(*points, strict=True),
                label=name,
                color=_COLOURS[number % len(_COLOURS)],
                marker="o" if dots else None,
                markersize=4,
            )
        axes.set(title=title, xlabel=x, ylabel=y)
        if logarithmic:
            ticks = sorted({position for points in drawn.values() for position, _ in points})
            axes.set_xscale("log")
            axes.set_xticks(ticks, [f"{tick:g}" for tick in ticks])
            axes.minorticks_off()
        if x_range is not None:
            axes.set_xlim(*x_range)
        if y_range is not None:
            axes.set_ylim(y_range[0], y_range[1] + 0.01 * (y_range[1] - y_range[0]))
        if len(drawn) > 1:
            figure.legend(loc="outside lower center", ncols=2)
        written = io.StringIO()
        # No metadata, since all of it links to other sites.
        figure.savefig(written, format="svg", metadata=dict.fromkeys(("Creator", "Date", "Format", "Type")))
    svg = written.getvalue()
    element = svg[svg.index("<svg ") :].strip()
    return Markup(element.replace("<svg ", f'<svg role="img" aria-label="{escape(title)}" ', 1))
