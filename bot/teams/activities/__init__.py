"""Activity JSON, as the Bot Framework speaks it, to and from our own words. Pure: no network, no state.

The wire format is the Bot Framework's activity schema:
https://github.com/microsoft/botframework-sdk/blob/main/specs/botframework-activity/botframework-activity.md
"""

from bot.teams.activities.fields import Activity, refuse_constant, sound
from bot.teams.activities.incoming import CARD_ACTION, FILE_TYPE, inbound, tenant_of, tenants_of
from bot.teams.activities.invokes import (
    DIALOG_DONE,
    DIALOG_WANTED,
    LOOKUP,
    LOOKUP_COMMAND,
    LOOKUP_WORDS,
    REFRESH,
    dialog,
    lookup,
    refresh,
)
from bot.teams.activities.outgoing import (
    CARD_TYPE,
    card_action_answer,
    card_action_card,
    card_action_refusal,
    dialog_page,
    dialog_words,
    looked_up,
    message,
    typing,
)

__all__ = [
    "CARD_ACTION",
    "CARD_TYPE",
    "DIALOG_DONE",
    "DIALOG_WANTED",
    "FILE_TYPE",
    "LOOKUP",
    "LOOKUP_COMMAND",
    "LOOKUP_WORDS",
    "REFRESH",
    "Activity",
    "card_action_answer",
    "card_action_card",
    "card_action_refusal",
    "dialog",
    "dialog_page",
    "dialog_words",
    "inbound",
    "looked_up",
    "lookup",
    "message",
    "refresh",
    "refuse_constant",
    "sound",
    "tenant_of",
    "tenants_of",
    "typing",
]
