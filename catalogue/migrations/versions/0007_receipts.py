"""Why pieces were issued, and from whom they came."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0007_receipts"
down_revision = "0006_events"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("movements", sa.Column("note", sa.Text(), nullable=False, server_default=""))


def downgrade() -> None:
    op.drop_column("movements", "note")
