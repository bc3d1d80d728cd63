"""Stock work, answers on matches, intakes, and notes that outlive a restart."""

from __future__ import annotations

from datetime import datetime

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def _sortable() -> sa.types.TypeEngine[str]:
    """Text that PostgreSQL compares by code points, as SQLite does."""
    return sa.Text().with_variant(sa.Text(collation="C"), "postgresql")


def _time(name: str, *, nullable: bool = False, index: bool = False) -> sa.Column[datetime]:
    return sa.Column(name, sa.DateTime(timezone=True), nullable=nullable, index=index)


def upgrade() -> None:
    """Add the tables."""
    op.create_table(
        "notes",
        sa.Column("kind", _sortable(), primary_key=True),
        sa.Column("name", _sortable(), primary_key=True),
        sa.Column("value", sa.Text(), nullable=False),
        _time("kept_at"),
        _time("expires_at", nullable=True, index=True),
    )
    op.create_table(
        "movements",
        sa.Column("id", sa.Integer(), primary_key=True),
        _time("at", index=True),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("by_id", _sortable(), nullable=False),
        sa.Column("by_name", sa.Text(), nullable=False),
        sa.Column("item_id", _sortable(), nullable=False, index=True),
        sa.Column("sku", _sortable(), nullable=False, index=True),
        sa.Column("from_location", sa.Text()),
        sa.Column("to_location", sa.Text()),
        sa.Column("quantity", sa.Integer(), nullable=False),
        sa.Column("before", sa.Text(), nullable=False),
        sa.Column("after", sa.Text(), nullable=False),
        sa.Column("reservation_id", sa.Integer()),
        sa.Column("undoes", sa.Integer(), unique=True),
    )
    op.create_table(
        "reservations",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("sku", _sortable(), nullable=False, index=True),
        sa.Column("location", sa.Text(), nullable=False),
        sa.Column("quantity", sa.Integer(), nullable=False),
        sa.Column("person", sa.Text(), nullable=False),
        sa.Column("until", sa.Date()),
        _time("made_at"),
        sa.Column("made_by", sa.Text(), nullable=False),
        sa.CheckConstraint("quantity >= 0", name="ck_reservations_quantity"),
    )
    op.create_table(
        "answers",
        sa.Column("id", sa.Integer(), primary_key=True),
        _time("at"),
        sa.Column("search", _sortable(), nullable=False),
        sa.Column("item_id", _sortable(), nullable=False),
        sa.Column("right", sa.Boolean(), nullable=False),
        sa.Column("by_id", _sortable(), nullable=False),
        sa.Column("by_name", sa.Text(), nullable=False),
        sa.Column("site", sa.Text(), nullable=False),
        sa.Column("model_id", sa.Text(), nullable=False),
        sa.Column("evidence", sa.Text(), nullable=False),
        sa.UniqueConstraint("search", "item_id", "by_id", name="uq_answers_search_item_id_by_id"),
    )
    op.create_table(
        "intakes",
        sa.Column("id", sa.Integer(), primary_key=True),
        _time("at"),
        sa.Column("state", _sortable(), nullable=False, index=True),
        sa.Column("by_id", _sortable(), nullable=False),
        sa.Column("by_name", sa.Text(), nullable=False),
        sa.Column("location", sa.Text(), nullable=False),
        sa.Column("garment_class", sa.Text()),
        sa.Column("photo", sa.Text(), nullable=False),
        sa.Column("cut_out", sa.Text(), nullable=False),
        sa.Column("nearest", sa.Text(), nullable=False),
        sa.Column("item_id", sa.Text()),
        _time("closed_at", nullable=True),
        sa.Column("closed_by", sa.Text()),
    )


def downgrade() -> None:
    """Forget them."""
    for table in ("intakes", "answers", "reservations", "movements", "notes"):
        op.drop_table(table)
