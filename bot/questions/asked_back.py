"""What is said to a message that was not understood: in the chat, and by `hangtag ask`."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from bot.errors import UserError
from bot.foreign_text import example_sku, plain
from bot.locales import Value
from bot.questions.answering.wording import query_in_words
from bot.questions.lexicon import LANGUAGES, lexicon
from bot.questions.query import Query, Read
from bot.questions.text import tokens_of
from bot.questions.vocabulary import Names, Vocabulary
from bot.state.memory import Context
from catalogue.items import folded
from catalogue.messages import Message
from catalogue.stock import StockBook

_STOCK = re.compile(r"/?stocks?\b[\s:]*(?P<asked>\S{0,64})", re.IGNORECASE)
_LIKE_A_SKU = re.compile(r"(?=\S*\d)(?=\S*[^\W\d])[\w./#+-]{3,64}|\d{6,14}|[A-Z\d]+(?:[-_/.][A-Z\d]+)+")
"""A word of letters and digits, one in capitals with hyphens, or so many digits that they are no amount."""
MAX_NAMED = 12
"""Names that are listed where one is not known."""
MAX_READINGS = 3
_VERBS = frozenset({"reserve", "release", "move", "count", "receive", "issue"})


@dataclass(frozen=True, slots=True)
class Reading:
    """A question that may have been meant, and the words for its button."""

    query: Query
    words: Message


@dataclass(frozen=True, slots=True)
class AskedBack:
    """A message, and the readings that it offers."""

    code: str
    values: Mapping[str, Value] = field(default_factory=dict)
    readings: tuple[Reading, ...] = ()
    """Nearest first."""
    at_a_loss: bool = False
    """Whether nothing was made of the message at all: then it is shown what may be asked."""


def asked_back(
    text: str,
    read: Read,
    context: Context,
    book: StockBook,
    names: Names,
    *,
    language: str,
    lacks_item: bool,
) -> AskedBack:
    """What is asked back, or what half of a command lacks.

    Raises `UnknownItemError`, with the nearest numbers, where a word looks like a number and is none, and
    `UserError` where it lacks the item.
    """
    if (stock := _STOCK.match(text)) and not stock["asked"]:
        return AskedBack("stock-which", {"example": example_sku(book.example())})
    if not read.unknown or read.unknown_as in ("item", ""):
        for written in [stock["asked"]] if stock else text.split():
            word = written.strip(".,;:!?")
            if stock or (_LIKE_A_SKU.fullmatch(word) and not _is_name(word, names.vocabulary())):
                book.find(word)
    readings = tuple(_reading(query, book) for query in read.near[:MAX_READINGS])
    if read.unknown:
        return _unknown(read, context, book, names.vocabulary(), readings)
    if _begins_as_work(text, language):
        return AskedBack("work-commands", readings=readings)
    if readings:
        return AskedBack("answer-not-understood", readings=readings)
    if lacks_item:
        raise UserError("answer-which-item", example=f"stock {example_sku(book.example())}")
    return AskedBack("not-understood", at_a_loss=True)


def unknown_numbers(text: str, names: Names) -> bool:
    """Whether a word looks like a SKU, an item's id or a barcode, and is neither that nor a size or shelf."""
    words = {word for written in text.split() if _LIKE_A_SKU.fullmatch(word := written.strip(".,;:!?"))}
    vocabulary = names.vocabulary()
    strange = [word for word in words if not _is_name(word, vocabulary)]
    return len(names.numbers(strange)) < len({folded(word) for word in strange})


def _is_name(word: str, vocabulary: Vocabulary) -> bool:
    """Whether a word with digits is a size or a shelf."""
    return vocabulary.written.is_size(tokens_of(word)) or vocabulary.shelf(word) is not None


def _unknown(
    read: Read,
    context: Context,
    book: StockBook,
    vocabulary: Vocabulary,
    readings: tuple[Reading, ...],
) -> AskedBack:
    """That a word is not known, and the names that there are."""
    word = plain(", ".join(read.unknown), 60)
    match read.unknown_as:
        case "here":
            return AskedBack("here-unknown", {"word": word, "names": _listed(sites(vocabulary))}, readings)
        case "place":
            return AskedBack("unknown-place", {"word": word, "names": _listed(sites(vocabulary))}, readings)
        case "size":
            items = book.items(context.items)
            sizes = [each.size for item in items for each in item.variants if each.size and not each.retired]
            sizes = sizes or list(vocabulary.sizes.values())
            return AskedBack("unknown-size", {"word": word, "names": _listed(sizes)}, readings)
        case "colour":
            return AskedBack(
                "unknown-colour",
                {"word": word, "names": _listed(sorted(vocabulary.colours.values()))},
                readings,
            )
        case "bound":
            return AskedBack("unclear-bound", {"word": word}, readings)
        case "person":
            return AskedBack("unknown-person", {"word": word}, readings)
    return AskedBack("unknown-word", {"word": word}, readings)


def _begins_as_work(text: str, language: str) -> bool:
    """Whether a message begins as orders do."""
    spoken = language if language in LANGUAGES else "en"
    begun = lexicon(spoken).longest_at([token.text for token in tokens_of(text)], 0)
    return begun is not None and any(tag.group == "cue" and tag.value in _VERBS for tag in begun.tags)


def sites(vocabulary: Vocabulary) -> list[str]:
    """The sites of the catalogue by name, such as Hall A."""
    return list(vocabulary.sites())


def _listed(names: Sequence[str]) -> str:
    different = list(dict.fromkeys(names))
    more = " …" if len(different) > MAX_NAMED else ""
    return plain(", ".join(different[:MAX_NAMED]), 300) + more


def _reading(query: Query, book: StockBook) -> Reading:
    return Reading(query, query_in_words(query, {item.id: item for item in book.items(query.items)}))
