"""The SQL database: what the catalogue holds and what became of its batches, in SQLite or PostgreSQL.

SQL is the truth. Callers speak of items, SKUs, pictures and batches; no row or session leaves this package.
"""

from catalogue.database.engine import sqlite_url
from catalogue.database.items import Counts, Database
from catalogue.database.ledger import BatchRecord, Ledger
from catalogue.database.notes import Notes

__all__ = ["BatchRecord", "Counts", "Database", "Ledger", "Notes", "sqlite_url"]
