"""The SQL database: what the catalogue holds and the state of its batches, in SQLite or PostgreSQL.

SQL is the truth. The interface is items, SKUs, pictures and batches; no row or session leaves this package.
"""

from catalogue.database.confirmations import Confirmation, Confirmations
from catalogue.database.engine import sqlite_url, url_in
from catalogue.database.events import Events
from catalogue.database.feeds import Feed, Feeds, FeedState, Limits, Mark, NewFeed, Waiting
from catalogue.database.figures import Amounts, By, Figures, Line, Lines, Pieces
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
from catalogue.database.stock_filters import Availability, Filter, Garments

__all__ = [
    "FAULTS_KIND",
    "REFUSED_KIND",
    "Amounts",
    "Arrival",
    "Availability",
    "BatchRecord",
    "By",
    "Confirmation",
    "Confirmations",
    "Counts",
    "Database",
    "Events",
    "Feed",
    "FeedState",
    "Feeds",
    "Figures",
    "Filter",
    "Garments",
    "Intake",
    "Intakes",
    "ItemSummary",
    "Ledger",
    "Limits",
    "Line",
    "Lines",
    "Mark",
    "NamesInUse",
    "NewFeed",
    "NewIntake",
    "Notes",
    "Pieces",
    "Questions",
    "StockLine",
    "Waiting",
    "WordMatch",
    "sqlite_url",
    "url_in",
]
