"""What the bot can do, said when asked and when it is added; and kind words to what nobody else answers."""

from __future__ import annotations

from collections.abc import Callable

from bot.cards.help import help_card, welcome_card
from bot.channel import Reply
from bot.state.people import People
from bot.turn import Turn
from catalogue.errors import CatalogueError


class HelpHandler:
    """Explains the bot."""

    def __init__(self, people: People, example: Callable[[], str | None]) -> None:
        """`example` gives a SKU of the catalogue. Called on a worker thread."""
        self._people = people
        self._example = example

    def show(self, turn: Turn) -> Reply:
        """The reply to `help`; in a personal chat it tells admins of the catalogue too. Blocks."""
        group = turn.message.place.kind != "personal"
        admin = not group and self._people.may(turn.message)
        try:
            sku = self._example()
        except CatalogueError:  # help is needed most when something is broken
            sku = None
        card = help_card(turn.words, example=sku, group=group, admin=admin)
        return Reply(turn.words("help-title"), card)

    def welcome(self, turn: Turn) -> Reply:
        """The first words in a new place."""
        group = turn.message.place.kind != "personal"
        return Reply(turn.words("welcome-title"), welcome_card(turn.words, group=group))

    def nothing_came(self, turn: Turn) -> Reply:
        """The reply to a message with neither words nor attachments: a gallery pick that lost its photo."""
        return Reply(turn.words("nothing-came"))
