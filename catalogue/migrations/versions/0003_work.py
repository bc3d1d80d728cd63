"""Words to search items by, stock work, and notes that outlive a restart."""

from __future__ import annotations

from datetime import datetime

import sqlalchemy as sa
from alembic import op

from catalogue.items import Item
from catalogue.words import words_of

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def _sortable() -> sa.types.TypeEngine[str]:
    """Text that PostgreSQL compares by code points, as SQLite does."""
    return sa.Text().with_variant(sa.Text(collation="C"), "postgresql")


def _time(name: str, *, nullable: bool = False, index: bool = False) -> sa.Column[datetime]:
    return sa.Column(name, sa.DateTime(timezone=True), nullable=nullable, index=index)


def _fill_words(connection: sa.Connection, words: sa.Table) -> None:
    """The words of the items that are there already."""
    names = ("id", "title", "garment_class", "colour", "brand", "description")
    items = sa.table("items", *(sa.column(name, sa.Text()) for name in names))
    for rows in connection.execute(sa.select(items)).partitions(500):
        found = [
            {"word": word, "item_id": row.id, "place": place}
            for row in rows
            for word, place in words_of(Item(**row._mapping)).items()
        ]
        if found:
            connection.execute(sa.insert(words), found)


def upgrade() -> None:
    """Add the tables."""
    words = op.create_table(
        "item_words",
        sa.Column("word", _sortable(), primary_key=True),
        sa.Column("item_id", sa.Text(), sa.ForeignKey("items.id", ondelete="CASCADE"), primary_key=True),
        sa.Column("place", sa.SmallInteger(), nullable=False),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_item_words_item_id", "item_words", ["item_id"])
    _fill_words(op.get_bind(), words)
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
        sa.Column("revision", sa.Integer(), nullable=False, index=True),
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


def downgrade() -> None:
    """Forget them."""
    for table in ("reservations", "movements", "notes", "item_words"):
        op.drop_table(table)
