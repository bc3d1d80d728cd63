"""Short codes of locations."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0008_place_codes"
down_revision = "0007_receipts"
branch_labels = None
depends_on = None


def _sortable() -> sa.types.TypeEngine[str]:
    """Text that PostgreSQL compares by code points, as SQLite does."""
    return sa.Text().with_variant(sa.Text(collation="C"), "postgresql")


def upgrade() -> None:
    op.add_column("locations", sa.Column("code", sa.Text()))
    op.add_column("locations", sa.Column("code_folded", _sortable()))
    op.create_index("ix_locations_code_folded", "locations", ["code_folded"], unique=True)


def downgrade() -> None:
    op.drop_index("ix_locations_code_folded", "locations")
    op.drop_column("locations", "code_folded")
    op.drop_column("locations", "code")
