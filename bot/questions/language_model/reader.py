"""Reads what the grammar doesn't understand by a language model, whose answer is checked like any forgery."""

from __future__ import annotations

import asyncio
import json
import logging
from collections.abc import Callable
from typing import Any

from bot.errors import LanguageModelError, UserError
from bot.questions.answering.as_json import MAX_JSON, asked_from_json
from bot.questions.asked_back import unknown_numbers
from bot.questions.language_model.checks import is_sound
from bot.questions.language_model.port import LanguageModel
from bot.questions.language_model.prompt import MAX_TEXT, Offered, offered, prompt_of, slots_offered
from bot.questions.query import Missing, Order, Query, Read
from bot.questions.vocabulary import Names
from bot.state.memory import Context

log = logging.getLogger(__name__)

NOTHING = Read()


class ModelReader:
    """Reads messages by a language model: into one query, or one order that is to be confirmed."""

    def __init__(
        self, model: LanguageModel, names: Names, missing: Callable[[Order], tuple[Missing, ...]]
    ) -> None:
        """`missing` tells what an order lacks, as `Understanding.missing` does."""
        self._model = model
        self._names = names
        self._missing = missing

    async def __call__(self, text: str, context: Context, *, language: str) -> Read:
        """What a message asks; not understood where the model gives no sound answer in time.

        Raises `StoreError` as the database does.
        """
        if not text.strip() or len(text) > MAX_TEXT:
            return NOTHING
        if await asyncio.to_thread(unknown_numbers, text, self._names):
            return NOTHING  # a number with a slip in it must not be passed over
        names = await asyncio.to_thread(offered, text, context.items, self._names)
        try:
            answer = await self._model.complete(prompt_of(text, names))
        except LanguageModelError as fault:
            log.warning("the language model gave no answer: %s", fault)
            return NOTHING
        asked = await asyncio.to_thread(self.checked, answer, text, names, language=language)
        if asked is None:
            return NOTHING
        missing = self._missing(asked) if isinstance(asked, Order) else ()
        return Read((asked,), missing=missing, by_model=True)

    def checked(self, answer: str, text: str, names: Offered, *, language: str) -> Query | Order | None:
        """The one query or order of an answer; None where there is none, or it isn't sound. Blocks."""
        try:
            asked = asked_from_json(_unmasked(answer, names), self._names)
        except UserError:
            log.info(
                "the language model's answer was refused: it isn't of the schema, or names what isn't there"
            )
            return None
        except _NothingAskedError:
            return None
        vocabulary = self._names.vocabulary()
        if not isinstance(asked, Query | Order) or not is_sound(
            asked, text, names, vocabulary, language=language
        ):
            log.info("the language model's answer was refused: it has what the message doesn't say")
            return None
        return asked


class _NothingAskedError(Exception):
    """The model found nothing asked."""


def _unmasked(answer: str, names: Offered) -> str:
    """The answer with the ids of the items that it names. Raises `UserError` where it has another form."""
    text = unfenced(answer)
    if len(text) > MAX_JSON:
        raise UserError("button-outdated")
    try:
        whole = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise UserError("button-outdated") from error
    if not isinstance(whole, dict):
        raise UserError("button-outdated")
    given: dict[str, Any] = {kind: inner for kind, inner in whole.items() if inner is not None}
    if not given:
        raise _NothingAskedError
    if len(given) > 1 or not given.keys() <= {"query", "order"}:
        raise UserError("button-outdated")
    [(kind, inner)] = given.items()
    if not isinstance(inner, dict):
        raise UserError("button-outdated")
    slots = {slot: value for slot, value in inner.items() if value is not None}
    items = slots.get("items", [])
    if not slots or slots.keys() - slots_offered(kind) or not isinstance(items, list):
        raise UserError("button-outdated")
    try:
        slots["items"] = [names.items[each].id for each in items]
    except (KeyError, TypeError) as error:  # one that wasn't offered, or no name at all
        raise UserError("button-outdated") from error
    return json.dumps({kind: slots})


def unfenced(text: str) -> str:
    """The JSON in a fence of Markdown, as models like to write it; else the text."""
    text = text.strip()
    if text.startswith("```") and text.endswith("```") and "\n" in text:
        return text[text.index("\n") : -3].strip()
    return text
