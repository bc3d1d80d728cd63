"""Watches of stock."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0010_watches"
down_revision = "0009_stock_takes"
branch_labels = None
depends_on = None


def _sortable() -> sa.types.TypeEngine[str]:
    """Text that PostgreSQL compares by code points, as SQLite does."""
    return sa.Text().with_variant(sa.Text(collation="C"), "postgresql")


def upgrade() -> None:
    op.create_table(
        "watches",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("item_id", sa.Text(), nullable=False),
        sa.Column("sku", sa.Text(), nullable=False),
        sa.Column("site", sa.Text(), nullable=False),
        sa.Column("threshold", sa.Integer(), nullable=False),
        sa.Column("crossed", sa.Boolean(), nullable=False),
        sa.Column("told", sa.Boolean(), nullable=False),
        sa.Column("claimed_at", sa.DateTime(timezone=True)),
        sa.Column("person", _sortable(), nullable=False),
        sa.Column("place", sa.Text(), nullable=False),
        sa.Column("locale", sa.Text(), nullable=False),
        sa.Column("time_zone", sa.Text(), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sqlite_autoincrement=True,  # or the Stop of an old watch would end a new one
    )
    op.create_index("ix_watches_person", "watches", ["person"])


def downgrade() -> None:
    op.drop_table("watches")
