"""Feeds, and which feed a batch and a stock level came from."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0011_feeds"
down_revision = "0010_watches"
branch_labels = None
depends_on = None

SORTABLE = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")


def upgrade() -> None:
    op.create_table(
        "feeds",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("folded", SORTABLE, nullable=False, unique=True),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("query", sa.Text(), nullable=False),
        sa.Column("mode", sa.Text(), nullable=False),
        sa.Column("every_seconds", sa.Integer(), nullable=False),
        sa.Column("columns", sa.Text(), nullable=False),
        sa.Column("limits", sa.Text(), nullable=False),
        sa.Column("added_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("added_by", sa.Text(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
    )
    op.add_column("batches", sa.Column("feed", sa.Text(), nullable=False, server_default=""))
    op.add_column("stock_levels", sa.Column("feed", sa.Text()))


def downgrade() -> None:
    op.drop_column("stock_levels", "feed")
    op.drop_column("batches", "feed")
    op.drop_table("feeds")
