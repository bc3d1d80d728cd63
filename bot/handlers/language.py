"""The language that a person wants to be answered in: their client's, or what they set with `language`."""

from __future__ import annotations

from babel import Locale

from bot.channel import InboundMessage, Lookup, Reply
from bot.locales import languages, words_for
from bot.questions.query import Talk
from bot.turn import Turn
from catalogue.database import Notes

_KIND = "language"


class LanguageHandler:
    """Kept for a person, in all conversations. Called on worker threads."""

    def __init__(self, notes: Notes) -> None:
        self._notes = notes

    def of(self, message: InboundMessage | Lookup) -> str:
        """The locale to answer in."""
        return self.of_person(message.sender.key, message.locale)

    def of_person(self, person: str, locale: str) -> str:
        """The same for a `Person.key` and the locale of their client."""
        chosen = self._notes.get(_KIND, person)
        if chosen is None or locale.replace("_", "-").partition("-")[0] == chosen:
            return locale
        return str(chosen)

    def choose(self, turn: Turn, talk: Talk) -> Reply:
        """Set it, and say so in that language."""
        wanted = dict(talk.values)["language"]
        if wanted not in languages():
            names = (Locale(each).get_display_name(turn.words.region) or each for each in languages())
            return Reply(turn.words("language-which", languages=", ".join(names)))
        self._notes.put(_KIND, turn.person.key, wanted)
        return Reply(words_for(wanted)("language-set"))
