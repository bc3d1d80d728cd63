"""A figure in words: “9 free”, “never counted”, “59.90 EUR”."""

from __future__ import annotations

from datetime import datetime
from decimal import Decimal

from bot.foreign_text import plain
from bot.questions.answering.answer import Figure
from catalogue.messages import Message


def figure_in_words(figure: Figure) -> Message:
    """What the figure says, without what it is of. Times, days and prices are messages of their own."""
    if figure.lack:
        return _lack(figure)
    value = figure.value
    if isinstance(value, datetime):
        return Message("figure-counted", when=moment(value))
    match figure.measure:
        case "difference" if figure.currency:
            return Message("figure-price", price=f"{value} {figure.currency}")
        case "price" | "worth":
            return Message("figure-price", price=f"{value} {figure.currency or ''}".strip())
        case "share":
            return Message("figure-share", percent=_percent(value))
    count = int(value or 0)
    match figure.measure:
        case "on_hand":
            return Message("figure-on-hand", count=count)
        case "free":
            return Message("figure-free", count=count)
        case "reserved" | "reservations":
            return Message("figure-reserved", count=count)
        case "items":
            return Message("figure-items", count=count)
        case "sizes":
            return Message("figure-sizes", count=count)
        case "places":
            return Message("figure-places", count=count)
        case "colours":
            return Message("figure-colours", count=count)
        case "arrived":
            return Message("figure-arrived", count=count)
        case "moved":
            return Message("figure-moved", count=count)
        case "needed":
            return Message("figure-needed", count=count)
    return Message("figure-difference", count=count)


def moment(at: datetime) -> Message:
    """A time, which each reader's language writes in its own way."""
    return Message("figure-moment", moment=at.isoformat())


def _lack(figure: Figure) -> Message:
    match figure.lack:
        case "no_such_size":
            return Message("figure-no-such-size")
        case "no_such_colour":
            return Message("figure-no-such-colour")
        case "no_such_place":
            return Message("figure-no-such-place")
        case "no_such_item":
            return Message("figure-no-such-item")
        case "not_held":
            return Message("figure-not-held")
        case "no_price":
            return Message("figure-no-price")
        case "not_recorded":
            return Message("figure-not-recorded", source=plain(figure.source or "", 60))
    return Message("figure-never-counted")


def _percent(value: int | Decimal | None) -> float | int:
    number = float(value or 0)
    return int(number) if number == int(number) else number
