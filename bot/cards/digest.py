"""The digest as a card, and as a page."""

from __future__ import annotations

from html import escape

from bot.cards.elements import Element, card, date_in_words, heading, paragraph, run, runs
from bot.channel import Card
from bot.foreign_text import plain
from bot.locales import Words
from catalogue.database.digests import Digest

SHOWN = 10
_PAGE = """<!doctype html><html lang="{language}"><meta charset="utf-8"><title>{title}</title>
<style>body {{ font: 12pt sans-serif; max-width: 45em; margin: 2em auto }}</style>
<h1>{title}</h1>{parts}</html>
"""


def digest_title(digest: Digest, words: Words) -> str:
    """The days that it is about."""
    first, last = digest.since.date(), digest.until.date()
    return words("digest-title", first=date_in_words(first, words), last=date_in_words(last, words))


def digest_parts(digest: Digest, words: Words, *, most: int = SHOWN) -> list[tuple[str, str]]:
    """Each heading with its text, which has foreign words in it."""
    low = [
        words("digest-low-one", sku=plain(one.sku, 64), place=plain(one.location, 64), count=one.free)
        for one in digest.ran_low
    ]
    came = [f"{plain(sku, 64)}: {words('number', count=pieces)}" for sku, pieces in digest.received]
    said = digest.right + digest.wrong
    return [
        (words("digest-low", count=len(low)), _listed(low, most, words)),
        (
            words("digest-received", count=sum(pieces for _, pieces in digest.received)),
            _listed(came, most, words),
        ),
        (words("digest-issued", count=digest.issued), ""),
        (words("digest-unknown", count=len(digest.unknown)), ", ".join(map(str, digest.unknown[:most]))),
        (
            words("digest-right", percent=round(100 * digest.right / said), count=said)
            if said
            else words("digest-right-none"),
            "",
        ),
    ]


def digest_card(digest: Digest, *, words: Words) -> Card:
    """The digest with its headings."""
    title = digest_title(digest, words)
    body: list[Element] = [heading(title)]
    for head, text in digest_parts(digest, words):
        body.append(paragraph(head, spacing="Medium"))
        if text:
            body.append(runs(run(text, limit=800, subtle=True), spacing="None"))
    body.append(paragraph(words("digest-hint"), subtle=True, small=True, spacing="Medium"))
    return card(body, fallback_text=title, language=words.locale)


def digest_page(digest: Digest, words: Words) -> str:
    """The same as an HTML page, whole."""
    parts = "".join(
        f"<h2>{escape(head)}</h2>" + (f"<p>{escape(text)}</p>" if text else "")
        for head, text in digest_parts(digest, words, most=10_000)
    )
    return _PAGE.format(language=words.locale, title=escape(digest_title(digest, words)), parts=parts)


def _listed(lines: list[str], most: int, words: Words) -> str:
    left = len(lines) - most
    more = [words("take-more", count=left)] if left > 0 else []
    return "; ".join([*lines[:most], *more])
