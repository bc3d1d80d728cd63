"""Stock-takes, and movements that belong together."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0009_stock_takes"
down_revision = "0008_place_codes"
branch_labels = None
depends_on = None


def _sortable() -> sa.types.TypeEngine[str]:
    """Text that PostgreSQL compares by code points, as SQLite does."""
    return sa.Text().with_variant(sa.Text(collation="C"), "postgresql")


def _take() -> sa.Column[int]:
    return sa.Column(
        "take_id", sa.Integer(), sa.ForeignKey("stock_takes.id", ondelete="CASCADE"), nullable=False
    )


def upgrade() -> None:
    op.add_column("movements", sa.Column("group_id", sa.Integer()))
    op.create_index("ix_movements_group_id", "movements", ["group_id"])
    op.create_table(
        "stock_takes",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("location", sa.Text(), nullable=False),
        sa.Column("open_as", _sortable(), unique=True),
        sa.Column("started_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("last_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("by_id", sa.Text(), nullable=False),
        sa.Column("by_name", sa.Text(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
    )
    op.create_table(
        "stock_take_seats",
        sa.Column("person", _sortable(), primary_key=True),
        _take(),
        sa.Column("place", sa.Text(), nullable=False),
        sa.Column("locale", sa.Text(), nullable=False),
        sa.Column("card", sa.Text()),
    )
    op.create_table(
        "stock_take_lines",
        sa.Column("id", sa.Integer(), primary_key=True),
        _take(),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("by_id", sa.Text(), nullable=False),
        sa.Column("by_name", sa.Text(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("quantity", sa.Integer(), nullable=False),
        sa.Column("item_id", sa.Text()),
        sa.Column("sku", sa.Text()),
        sa.Column("look", sa.Text()),
    )
    op.create_index("ix_stock_take_lines_take_id", "stock_take_lines", ["take_id"])
    op.create_table(
        "stock_take_messages",
        sa.Column("once", _sortable(), primary_key=True),
        _take(),
        sa.Column("line_id", sa.Integer(), nullable=False),
    )


def downgrade() -> None:
    for table in ("stock_take_messages", "stock_take_lines", "stock_take_seats", "stock_takes"):
        op.drop_table(table)
    op.drop_index("ix_movements_group_id", "movements")
    op.drop_column("movements", "group_id")
