"""What views of each item's pictures were taken for, and what a photo can't tell from what."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0012_adaptations"
down_revision = "0011_feeds"
branch_labels = None
depends_on = None

SORTABLE = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")


def upgrade() -> None:
    op.create_table(
        "adaptations",
        sa.Column("model", SORTABLE, primary_key=True),
        sa.Column("item_id", sa.Text(), primary_key=True),
        sa.Column("pictures", sa.Text(), nullable=False),
        sa.Column("trials", sa.Text(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
    )
    op.create_table(
        "confusions",
        sa.Column("model", SORTABLE, primary_key=True),
        sa.Column("item_id", sa.Text(), primary_key=True),
        sa.Column("other_id", sa.Text(), primary_key=True),
        sa.Column("pictures", sa.Text(), nullable=False),
        sa.Column("other_pictures", sa.Text(), nullable=False),
        sa.Column("share", sa.Float(), nullable=False),
    )
    op.create_index("ix_confusions_other", "confusions", ["model", "other_id"])


def downgrade() -> None:
    op.drop_index("ix_confusions_other", "confusions")
    op.drop_table("confusions")
    op.drop_table("adaptations")
