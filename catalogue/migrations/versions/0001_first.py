"""Items, variants, locations, stock levels, pictures, batches."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def _sortable() -> sa.types.TypeEngine[str]:
    """Text that PostgreSQL compares by code points, as SQLite does."""
    return sa.Text().with_variant(sa.Text(collation="C"), "postgresql")


def upgrade() -> None:
    """Make all tables."""
    op.create_table(
        "items",
        sa.Column("id", sa.Text(), primary_key=True),
        sa.Column("folded", _sortable(), nullable=False, unique=True),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("garment_class", sa.Text()),
        sa.Column("colour", sa.Text()),
        sa.Column("brand", sa.Text()),
        sa.Column("price", sa.Text()),
        sa.Column("description", sa.Text()),
    )
    op.create_table(
        "variants",
        sa.Column("sku", sa.Text(), primary_key=True),
        sa.Column("folded", _sortable(), nullable=False, unique=True),
        sa.Column("item_id", sa.Text(), sa.ForeignKey("items.id", ondelete="CASCADE"), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("size", sa.Text(), nullable=False),
        sa.Column("barcode", sa.Text()),
        sa.Column("barcode_folded", _sortable(), unique=True),
    )
    op.create_index("ix_variants_item_id", "variants", ["item_id"])
    op.create_table(
        "locations",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("folded", _sortable(), nullable=False, unique=True),
    )
    op.create_table(
        "stock_levels",
        sa.Column("sku", sa.Text(), sa.ForeignKey("variants.sku", ondelete="CASCADE"), primary_key=True),
        sa.Column("location_id", sa.Integer(), sa.ForeignKey("locations.id"), primary_key=True),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("on_hand", sa.Integer(), nullable=False),
        sa.Column("reserved", sa.Integer(), nullable=False),
        sa.Column("as_of", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint("on_hand >= 0", name="ck_stock_levels_on_hand"),
        sa.CheckConstraint("reserved >= 0", name="ck_stock_levels_reserved"),
    )
    op.create_table(
        "pictures",
        sa.Column("item_id", sa.Text(), sa.ForeignKey("items.id", ondelete="CASCADE"), primary_key=True),
        sa.Column("position", sa.Integer(), primary_key=True),
        sa.Column("key", _sortable(), nullable=False),
        sa.UniqueConstraint("item_id", "key", name="uq_pictures_item_id_key"),
    )
    op.create_index("ix_pictures_key", "pictures", ["key"])
    op.create_table(
        "batches",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("applied_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("new_items", sa.Integer(), nullable=False),
        sa.Column("changed_items", sa.Integer(), nullable=False),
        sa.Column("unchanged_items", sa.Integer(), nullable=False),
    )
    meta = op.create_table(
        "meta",
        sa.Column("name", sa.Text(), primary_key=True),
        sa.Column("value", sa.Text(), nullable=False),
    )
    op.bulk_insert(meta, [{"name": "revision", "value": "0"}])


def downgrade() -> None:
    """Forget all tables."""
    for table in ("meta", "batches", "pictures", "stock_levels", "locations", "variants", "items"):
        op.drop_table(table)
