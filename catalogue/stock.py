"""Stock questions answered: by SKU, item or barcode."""

from __future__ import annotations

from rapidfuzz import fuzz, process

from catalogue.database import Database
from catalogue.errors import UnknownItem
from catalogue.items import Item, folded

SUGGESTIONS = 3
LIKE_ENOUGH = 65.0
"""Of 100; below it a suggestion would be a guess."""
SHOWN = 60
"""Signs of the question that its answer repeats."""


class StockBook:
    """Answers by the numbers that people read off a tag."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def find(self, text: str) -> Item:
        """The item of that SKU, item id or barcode; capitals and outer blanks do not matter.

        Raises `UnknownItem`, with the nearest numbers that exist.
        """
        asked = text.strip()
        if not asked:
            raise UnknownItem("Which SKU, item or barcode? Give one, as it stands on the tag.")
        item = (
            self._database.item_of_sku(asked)
            or self._database.item(asked)
            or self._database.item_of_barcode(asked)
        )
        if item is None:
            raise UnknownItem(self._unknown(asked))
        return item

    def item(self, item_id: str) -> Item:
        """The item of that id, even where another item has a SKU that is spelled the same.

        Where there is none, whatever `find` makes of it; raises `UnknownItem` as that does.
        """
        return self._database.item(item_id) or self.find(item_id)

    def _unknown(self, asked: str) -> str:
        near = process.extract(
            asked,
            self._database.names(),
            scorer=fuzz.ratio,
            processor=folded,
            limit=SUGGESTIONS,
            score_cutoff=LIKE_ENOUGH,
        )
        shown = asked if len(asked) <= SHOWN else f"{asked[:SHOWN]}…"
        if not near:
            return f"There is no SKU, item or barcode {shown} in the catalogue."
        *others, last = dict.fromkeys(name for name, _, _ in near)
        meant = f"{', '.join(others)} or {last}" if others else last
        return f"There is no SKU, item or barcode {shown} in the catalogue; did you mean {meant}?"
