"""Messages of answers in the reader's words: times, days and prices as the reader writes them."""

from __future__ import annotations

from datetime import UTC, date, datetime, tzinfo

from babel.lists import format_list

from bot.cards.elements import date_in_words, time_in_words
from bot.cards.items import price_in_words
from bot.locales import Value, Words
from catalogue import messages
from catalogue.messages import Message


def spoken(message: Message, words: Words, zone: tzinfo = UTC) -> str:
    """A message with all that it is made of. Still foreign text, for names stand in it."""
    match message.code:
        case "figure-moment":
            return time_in_words(datetime.fromisoformat(str(message.values["moment"])), words, zone)
        case "figure-day":
            return date_in_words(date.fromisoformat(str(message.values["day"])), words)
        case "figure-price":
            return price_in_words(str(message.values["price"]), words)
    return words(message.code, **{name: _value(value, words, zone) for name, value in message.values.items()})


def _value(value: messages.Value, words: Words, zone: tzinfo) -> Value:
    match value:
        case Message():
            return spoken(value, words, zone)
        case tuple():
            return str(format_list(value, style="or", locale=words.region))
        case _:
            return value
