"""Batches that are staged, applied and undone; items and variants that are retired."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

NUMBERS = ("retired_items", "deleted_items", "refused_rows")
WORDS = (("state", "applied"), ("mode", "upsert"), ("format", ""), ("sent_by", ""))
MAY_BE_ABSENT = ("applied_by", "undone_by", "fault")


def _sortable() -> sa.types.TypeEngine[str]:
    """Text that PostgreSQL compares by code points, as SQLite does."""
    return sa.Text().with_variant(sa.Text(collation="C"), "postgresql")


def _batch() -> sa.Column[int]:
    return sa.Column(
        "batch_id", sa.Integer(), sa.ForeignKey("batches.id", ondelete="CASCADE"), primary_key=True
    )


def upgrade() -> None:
    """Add the columns and tables."""
    for table in ("items", "variants"):
        op.add_column(table, sa.Column("retired", sa.Boolean(), nullable=False, server_default=sa.false()))
    with op.batch_alter_table("batches") as batches:
        batches.alter_column("applied_at", existing_type=sa.DateTime(timezone=True), nullable=True)
        for name, default in WORDS:
            batches.add_column(sa.Column(name, sa.Text(), nullable=False, server_default=default))
        for name in NUMBERS:
            batches.add_column(sa.Column(name, sa.Integer(), nullable=False, server_default="0"))
        for name in MAY_BE_ABSENT:
            batches.add_column(sa.Column(name, sa.Text()))
        batches.add_column(sa.Column("staged_at", sa.DateTime(timezone=True)))
        batches.add_column(sa.Column("undone_at", sa.DateTime(timezone=True)))
        batches.add_column(sa.Column("revision", sa.Integer()))
    op.create_table(
        "batch_contents",
        _batch(),
        sa.Column("kind", sa.Text(), primary_key=True),
        sa.Column("data", sa.LargeBinary(), nullable=False),
    )
    op.create_table(
        "batch_vectors",
        _batch(),
        sa.Column("key", _sortable(), primary_key=True),
        sa.Column("vector", sa.LargeBinary(), nullable=False),
    )
    op.create_table("batch_pictures", _batch(), sa.Column("key", _sortable(), primary_key=True))
    op.create_index("ix_batch_pictures_key", "batch_pictures", ["key"])
    op.create_table("batch_items", _batch(), sa.Column("item", _sortable(), primary_key=True))
    op.create_index("ix_batch_items_item", "batch_items", ["item"])
    op.execute("INSERT INTO meta (name, value) VALUES ('index_unfinished', '0')")


def downgrade() -> None:
    """Forget the columns and tables."""
    op.execute("DELETE FROM meta WHERE name = 'index_unfinished'")
    for table in ("batch_items", "batch_pictures", "batch_vectors", "batch_contents"):
        op.drop_table(table)
    op.execute("DELETE FROM batches WHERE applied_at IS NULL")
    with op.batch_alter_table("batches") as batches:
        for name in (
            *(name for name, _ in WORDS),
            *NUMBERS,
            *MAY_BE_ABSENT,
            "staged_at",
            "undone_at",
            "revision",
        ):
            batches.drop_column(name)
        batches.alter_column("applied_at", existing_type=sa.DateTime(timezone=True), nullable=False)
    for table in ("variants", "items"):
        op.drop_column(table, "retired")
