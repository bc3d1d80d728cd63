"""Garments that are to become items."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "intakes",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column(
            "look",
            sa.Text().with_variant(sa.Text(collation="C"), "postgresql"),
            nullable=False,
            unique=True,
        ),
        sa.Column("photo", sa.Text(), nullable=False),
        sa.Column("cut_out", sa.Text(), nullable=False),
        sa.Column("garment_class", sa.Text()),
        sa.Column("by_id", sa.Text(), nullable=False),
        sa.Column("by_name", sa.Text(), nullable=False),
        sa.Column("place", sa.Text(), nullable=False),
        sa.Column("batch", sa.Integer()),
        sa.Column("dismissed_by", sa.Text()),
    )


def downgrade() -> None:
    op.drop_table("intakes")
