"""What the bot can do, said when asked and when it is added; and kind words to what nobody else answers."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from bot.cards.help import help_card, welcome_card
from bot.channel import Reply
from bot.state.people import People
from bot.turn import Turn
from catalogue.errors import CatalogueError

_LOST: Mapping[str, str] = {
    "forward": "lost-forward",
    "gif": "lost-gif",
    "loop": "lost-loop",
    "card": "lost-card",
    "voice": "lost-voice",
    "emoji": "lost-emoji",
}
"""What is said to a message that has nothing but that."""


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
        """The reply to a message whose photo or file didn't come, or that has no words. Blocks."""
        shared = turn.message.place.kind != "personal"
        match turn.message.lost:
            case "mention":
                return self.show(turn)
            case "" | "photo":
                return Reply(turn.words("nothing-came-group" if shared else "nothing-came"))
            case "file":
                return Reply(turn.words("lost-file" if shared else "lost-file-personal"))
            case lost:
                return Reply(turn.words(_LOST[lost]))
