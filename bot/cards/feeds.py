"""The cards about feeds: how each stands, and that one has failed several times."""

from __future__ import annotations

from collections.abc import Sequence

from bot.cards.elements import (
    Colour,
    Element,
    age_in_words,
    band,
    card,
    container,
    dotted,
    gap,
    heading,
    interval_in_words,
    paragraph,
    run,
    runs,
)
from bot.channel import Card
from bot.foreign_text import plain
from bot.locales import Words
from bot.locales.faults import in_words
from catalogue.database import Feed
from catalogue.feeds.sources import shown
from catalogue.status import FeedStanding

SHOWN = 20
"""Feeds that a card shows."""


def feeds_card(standings: Sequence[FeedStanding], *, words: Words) -> Card:
    """Each feed: where it reads, how often, how old its figures are, and what is amiss."""
    body: list[Element] = [heading(words("feeds-title"))]
    body += [_feed(one, words) for one in standings[:SHOWN]]
    if not standings:
        body.append(paragraph(words("feeds-none")))
    if len(standings) > SHOWN:
        body.append(paragraph(words("and-more", count=len(standings) - SHOWN), subtle=True))
    return card(body, fallback_text=feeds_summary(standings, words), language=words.locale)


def feeds_summary(standings: Sequence[FeedStanding], words: Words) -> str:
    """The card in one line."""
    if not standings:
        return words("feeds-none")
    return "; ".join(f"{plain(one.feed.name, 40)}: {_standing(one, words)[0]}" for one in standings[:SHOWN])


def feed_lines(standings: Sequence[FeedStanding], words: Words) -> list[Element]:
    """A line for each feed, below a heading; nothing if there are none."""
    if not standings:
        return []
    title = {"type": "TextBlock", "text": words("feeds-title"), "wrap": True, "spacing": "Medium"}
    lines = [
        runs(run(one.feed.name, limit=40, bold=True), gap(), *dotted(*_standing(one, words)), spacing="None")
        for one in standings[:SHOWN]
    ]
    return [title, *lines]


def failing_card(feed: Feed, *, words: Words) -> Card:
    """That a feed has failed several times in a row, why, and what that means."""
    sentence = failing_summary(feed, words)
    body = [band(runs(run(sentence, limit=600), spacing="None"), style="attention")]
    return card(body, fallback_text=sentence, language=words.locale)


def failing_summary(feed: Feed, words: Words) -> str:
    """The same in words."""
    why = in_words(feed.state.fault or "", words)
    return words("feed-gave-up", feed=plain(feed.name, 40), count=feed.state.failures, why=why)


def _feed(one: FeedStanding, words: Words) -> Element:
    feed, state = one.feed, one.feed.state
    every = words("feed-interval", interval=interval_in_words(feed.every, words))
    lines = [
        runs(run(feed.name, limit=40, bold=True), gap(), run(every, subtle=True), spacing="None"),
        runs(run(shown(feed.source), limit=160, subtle=True, small=True), spacing="None"),
        runs(*dotted(*_standing(one, words)), spacing="None"),
    ]
    if state.failures and state.fault is not None:
        why = words("feed-failing", count=state.failures, why=in_words(state.fault, words))
        lines.append(runs(run(why, limit=400, small=True), spacing="None"))
    if state.waiting is not None:
        lines.append(paragraph(words("feed-waits", batch=str(state.waiting.batch)), spacing="None"))
    return container(*lines, separator=True, spacing="Medium")


def _standing(one: FeedStanding, words: Words) -> tuple[str, Colour]:
    """How old its figures are in words, and the colour that goes with them."""
    if one.age is None:
        return words("feed-no-figures"), "Warning" if one.late else "Default"
    age = age_in_words(one.age, words)
    if one.late:
        return words("feed-age-late", age=age), "Warning"
    return words("feed-age", age=age), "Good"
