"""The SQL database: what the catalogue holds and what became of its batches, in SQLite or PostgreSQL.

SQL is the truth. Callers speak of items, SKUs, pictures and batches; no row or session leaves this package.
"""

from catalogue.database.confirmations import Confirmation, Confirmations
from catalogue.database.engine import sqlite_url, url_in
from catalogue.database.intakes import Intake, Intakes, NewIntake
from catalogue.database.items import Counts, Database
from catalogue.database.ledger import BatchRecord, Ledger
from catalogue.database.notes import Notes
from catalogue.database.questions import Arrival, Filter, Found, Known, Level, Line, Named, Questions

__all__ = [
    "Arrival",
    "BatchRecord",
    "Confirmation",
    "Confirmations",
    "Counts",
    "Database",
    "Filter",
    "Found",
    "Intake",
    "Intakes",
    "Known",
    "Ledger",
    "Level",
    "Line",
    "Named",
    "NewIntake",
    "Notes",
    "Questions",
    "sqlite_url",
    "url_in",
]
