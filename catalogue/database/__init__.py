"""The SQL database: what the catalogue holds and the state of its batches, in SQLite or PostgreSQL.

SQL is the truth. The interface is items, SKUs, pictures and batches; no row or session leaves this package.
"""

from catalogue.database.confirmations import Confirmation, Confirmations
from catalogue.database.engine import sqlite_url, url_in
from catalogue.database.events import Events
from catalogue.database.feeds import Feed, Feeds, FeedState, Limits, Mark, NewFeed, Waiting
from catalogue.database.intakes import Intake, Intakes, NewIntake
from catalogue.database.items import Counts, Database
from catalogue.database.ledger import FAULTS_KIND, REFUSED_KIND, BatchRecord, Ledger
from catalogue.database.notes import Notes
from catalogue.database.questions import (
    Arrival,
    ItemSummary,
    NamesInUse,
    Questions,
    StockLine,
    WordMatch,
)
from catalogue.database.stock_filters import Availability, Filter

__all__ = [
    "FAULTS_KIND",
    "REFUSED_KIND",
    "Arrival",
    "Availability",
    "BatchRecord",
    "Confirmation",
    "Confirmations",
    "Counts",
    "Database",
    "Events",
    "Feed",
    "FeedState",
    "Feeds",
    "Filter",
    "Intake",
    "Intakes",
    "ItemSummary",
    "Ledger",
    "Limits",
    "Mark",
    "NamesInUse",
    "NewFeed",
    "NewIntake",
    "Notes",
    "Questions",
    "StockLine",
    "Waiting",
    "WordMatch",
    "sqlite_url",
    "url_in",
]
