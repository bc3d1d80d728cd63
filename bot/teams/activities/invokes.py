"""What wants its answer at once, from an invoke: a search, a card's refresh, a page over the chat."""

from __future__ import annotations

from bot.buttons import RefreshStock
from bot.channel import InboundMessage, Lookup, Refresh
from bot.errors import ActivityError
from bot.foreign_text import typed
from bot.teams.activities.fields import Activity, number_of, object_of, objects_of, string_of
from bot.teams.activities.incoming import CARD_ACTION, inbound, locale_of, message_of, person_of

REFRESH = RefreshStock.name
"""The verb of the button that has its card brought up to date."""
DIALOG_WANTED, DIALOG_DONE = "task/fetch", "task/submit"
"""A button that opens a page over the chat was pressed; that page says that it is done."""
LOOKUP = "composeExtension/query"
LOOKUP_COMMAND, LOOKUP_WORDS = "find", "words"
"""The command and its parameter, as the app's manifest names them."""
PAGE = 25
"""At most so many are asked for at once, by what Teams documents."""
DEEPEST = 500
"""Nobody reads on in a list for longer."""


def lookup(activity: Activity) -> Lookup:
    """What is looked up from beside the message box, by an invoke of the name `LOOKUP`.

    A page of a wrong size or kind is taken for the first, or for a whole one. Raises `ActivityError` where it
    does not say by whom or what.

    https://learn.microsoft.com/microsoftteams/platform/messaging-extensions/how-to/search-commands/respond-to-search
    """
    value = object_of(activity, "value")
    if value.get("commandId") != LOOKUP_COMMAND:
        raise ActivityError("value.commandId is no command of this bot")
    # Opened just now, the search has a parameter `initialRun` in place of the words.
    given = [one for one in objects_of(value, "parameters") if one.get("name") == LOOKUP_WORDS]
    if not all(isinstance(one.get("value"), str) for one in given):
        raise ActivityError("value.parameters has words that are no text")
    page = object_of(value, "queryOptions")
    return Lookup(
        sender=person_of(activity),
        text=typed(string_of(given[0], "value")).strip() if given else "",
        skip=number_of(page, "skip", 0, least=0, most=DEEPEST),
        count=number_of(page, "count", PAGE, least=1, most=PAGE),
        locale=locale_of(activity),
        time_zone=string_of(activity, "localTimezone"),
    )


def refresh(activity: Activity) -> Refresh | None:
    """A card to be brought up to date, by an `Action.Execute` of the verb `REFRESH`; None for all else.

    Raises `ActivityError` where it does not say by whom or where.

    https://learn.microsoft.com/adaptive-cards/authoring-cards/universal-action-model#request-format
    """
    if activity.get("type") != "invoke" or activity.get("name") != CARD_ACTION:
        return None
    value = object_of(activity, "value")
    if object_of(value, "action").get("verb") != REFRESH:
        return None
    message = inbound(activity)
    return None if message is None else Refresh(message, value.get("trigger") == "automatic")


def dialog(activity: Activity) -> InboundMessage:
    """The button that wants a page over the chat, by an invoke of the name `DIALOG_WANTED`.

    Raises `ActivityError` where it does not say by whom or where.

    https://learn.microsoft.com/microsoftteams/platform/task-modules-and-cards/task-modules/task-modules-bots
    """
    return message_of(activity, "action", dict(object_of(object_of(activity, "value"), "data")))
