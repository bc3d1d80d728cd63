"""The second parts of vectors, in what people said of best matches."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0013_evidence_of_parts"
down_revision = "0012_adaptations"
branch_labels = None
depends_on = None

COLUMNS = ("part", "part_margin")


def upgrade() -> None:
    for name in COLUMNS:
        op.add_column("confirmations", sa.Column(name, sa.Float()))


def downgrade() -> None:
    for name in COLUMNS:
        op.drop_column("confirmations", name)
