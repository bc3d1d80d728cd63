"""The digest as a card, and as a page, with a chart."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Callable
from html import escape

from bot.cards.elements import Element, card, date_in_words, heading, paragraph, picture, run, runs
from bot.channel import Card
from bot.charts import Bar, Chart, Panel, png
from bot.foreign_text import plain
from bot.locales import Words
from catalogue.database.digests import Digest

SHOWN = 10
BARS = 6
"""Most bars of each kind in the chart."""
_RECEIVED, _LOW = "#12655a", "#b25e00"
_PAGE = """<!doctype html><html lang="{language}"><meta charset="utf-8"><title>{title}</title>
<meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light dark">
<style>
body {{ font: 1rem/1.4 sans-serif; max-width: 40rem; margin: 0 auto; padding: 1rem }}
h1 {{ font-size: 1.4rem }} h2 {{ font-size: 1.1rem; margin: 1.2rem 0 0 }} p {{ margin: .2rem 0 }}
p {{ overflow-wrap: anywhere }} img {{ width: 100%; max-width: 30rem; border-radius: .4rem }}
</style>
<h1>{title}</h1>{picture}{parts}</html>
"""

ChartLink = Callable[[Chart], str]
"""The address of a chart's picture."""


def digest_title(digest: Digest, words: Words) -> str:
    """The days that it is about."""
    first, last = (date_in_words(each.date(), words) for each in (digest.since, digest.until))
    return first if first == last else words("digest-title", first=first, last=last)


def digest_parts(digest: Digest, words: Words, *, most: int = SHOWN) -> list[tuple[str, str]]:
    """Each heading with its text, which has foreign words in it."""
    low = [
        words("digest-low-one", sku=plain(one.sku, 64), place=plain(one.location, 64), count=one.free)
        for one in digest.ran_low
    ]
    came = [f"{plain(sku, 64)}: {words('number', count=pieces)}" for sku, pieces in digest.received]
    said = digest.right + digest.wrong
    return [
        (_low(digest, words), _listed(low, most, words)),
        (_received(digest, words), _listed(came, most, words)),
        (words("digest-issued", count=digest.issued), ""),
        (words("digest-unknown", count=len(digest.unknown)), ", ".join(map(str, digest.unknown[:most]))),
        (
            words("digest-right", percent=round(100 * digest.right / said), count=said)
            if said
            else words("digest-right-none"),
            "",
        ),
    ]


def digest_chart(digest: Digest, words: Words) -> Chart | None:
    """What came in and what ran low, as bars; None if there was neither."""
    came = [
        Bar(plain(sku, 64), pieces, words("number", count=pieces)) for sku, pieces in digest.received[:BARS]
    ]
    low = [
        Bar(plain(one.sku, 64), one.free, f"{words('number', count=one.free)} · {plain(one.location, 64)}")
        for one in digest.ran_low[:BARS]
    ]
    panels = (
        Panel(_received(digest, words), tuple(came), _RECEIVED),
        Panel(_low(digest, words), tuple(low), _LOW),
    )
    shown = tuple(panel for panel in panels if panel.bars)
    return Chart(shown) if shown else None


def digest_card(digest: Digest, *, words: Words, link: ChartLink) -> Card:
    """The digest with its headings, below a chart."""
    title = digest_title(digest, words)
    body: list[Element] = [heading(title)]
    if (chart := digest_chart(digest, words)) is not None:
        body.append(picture(link(chart), alt=_alt(chart, words), size="Stretch"))
    for head, text in digest_parts(digest, words):
        body.append(paragraph(head, spacing="Medium"))
        if text:
            body.append(runs(run(text, limit=800, subtle=True), spacing="None"))
    body.append(paragraph(words("digest-hint"), subtle=True, small=True, spacing="Medium"))
    return card(body, fallback_text=title, language=words.locale)


def digest_page(digest: Digest, words: Words) -> str:
    """The same as an HTML page, whole: it holds its picture. Blocks."""
    parts = "".join(
        f"<h2>{escape(head)}</h2>" + (f"<p>{escape(text)}</p>" if text else "")
        for head, text in digest_parts(digest, words, most=10_000)
    )
    drawn = ""
    if (chart := digest_chart(digest, words)) is not None:
        data = b64encode(png(chart)).decode()
        drawn = f'<p><img src="data:image/png;base64,{data}" alt="{escape(_alt(chart, words))}"></p>'
    title = escape(digest_title(digest, words))
    return _PAGE.format(language=words.locale, title=title, picture=drawn, parts=parts)


def _alt(chart: Chart, words: Words) -> str:
    """What the picture shows; its figures stand below it."""
    return words("digest-chart", titles="; ".join(panel.title for panel in chart.panels))


def _received(digest: Digest, words: Words) -> str:
    return words("digest-received", count=sum(pieces for _, pieces in digest.received))


def _low(digest: Digest, words: Words) -> str:
    return words("digest-low", count=len(digest.ran_low))


def _listed(lines: list[str], most: int, words: Words) -> str:
    left = len(lines) - most
    more = [words("take-more", count=left)] if left > 0 else []
    return "; ".join([*lines[:most], *more])
