"""What reads and answers what people type: the same for the chat and for the command line."""

from __future__ import annotations

from datetime import tzinfo

from bot.questions.answering.answering import Answering
from bot.questions.dialogue import Dialogue
from bot.questions.language_model.port import LanguageModel
from bot.questions.language_model.reader import ModelReader
from bot.questions.orders import OrderReader
from bot.questions.understanding import Understanding
from bot.questions.vocabulary import Names
from catalogue.database import Database
from catalogue.stock import StockBook


def build_dialogue(database: Database, names: Names, *, zone: tzinfo) -> Dialogue:
    """Days begin at midnight of `zone`."""
    return Dialogue(
        Understanding(names, zone=zone),
        Answering(database, names, zone=zone),
        build_order_reader(database, names),
    )


def build_model_reader(model: LanguageModel | None, names: Names) -> ModelReader | None:
    """What reads by a language model; None without one."""
    return None if model is None else ModelReader(model, names, Understanding(names).missing)


def build_order_reader(database: Database, names: Names) -> OrderReader:
    """What turns orders into stock movements."""
    return OrderReader(StockBook(database), database.movements, names)
