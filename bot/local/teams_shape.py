"""What the chat window says, as Teams would say it to a bot. Pure: no network, no state."""

from __future__ import annotations

import html
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import PurePath
from typing import Any

from bot.local.card_actions import Pressed
from bot.local.conversations import Activity, Upload
from bot.teams.activities import CARD_ACTION, FILE_TYPE

TENANT_ID = "4c6f6361-6c00-4000-8000-48616e677461"
USER_OBJECT_ID = "506f6e73-6f6e-4000-8000-48616e677461"
"""The Entra object id of whoever sits at the page; the same in each run, so that roles stay."""

USER: Mapping[str, str] = {"id": "29:local-user", "name": "You", "aadObjectId": USER_OBJECT_ID}
BOT: Mapping[str, str] = {"id": "28:hangtag", "name": "Hangtag"}

INLINE_TYPES = frozenset(
    f"image/{kind}" for kind in ("jpeg", "png", "gif", "webp", "bmp", "tiff", "heic", "heif", "avif")
)
"""What a phone sends as a picture in the message. Anything else arrives as a file."""


@dataclass(frozen=True, slots=True)
class Setting:
    """What every activity of one conversation has in common."""

    service_url: str
    """Where the bot answers; ends with a slash."""
    conversation_id: str
    activity_id: str
    locale: str = "en-GB"
    timezone: str = "UTC"


def envelope(kind: str, setting: Setting) -> Activity:
    """The fields that each activity of Teams has."""
    now = datetime.now(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")
    _, _, country = setting.locale.partition("-")
    client = {"type": "clientInfo", "locale": setting.locale, "platform": "Web", "timezone": setting.timezone}
    return {
        "type": kind,
        "id": setting.activity_id,
        "timestamp": now,
        "localTimestamp": now,
        "localTimezone": setting.timezone,
        "serviceUrl": setting.service_url,
        "channelId": "msteams",
        "from": dict(USER),
        "recipient": dict(BOT),
        "conversation": {
            "conversationType": "personal",
            "tenantId": TENANT_ID,
            "id": setting.conversation_id,
        },
        "channelData": {"tenant": {"id": TENANT_ID}},
        "entities": [{**client, "country": country} if country else client],
        "locale": setting.locale,
    }


def arrivals(settings: tuple[Setting, Setting]) -> tuple[Activity, Activity]:
    """The two activities with which Teams tells a bot that somebody added it to a personal chat."""
    added = envelope("conversationUpdate", settings[0])
    added["membersAdded"] = [{"id": BOT["id"]}, dict(USER)]
    installed = envelope("installationUpdate", settings[1])
    installed["action"] = "add"
    installed["channelData"] |= {"settings": {"selectedChannel": {"id": settings[1].conversation_id}}}
    return added, installed


def message(setting: Setting, text: str, uploads: Sequence[Upload], *, pages_url: str) -> Activity:
    """Words and uploads as one message of Teams.

    A picture is an `image/*` attachment that the bot's bearer token opens, beside the `text/html` of the
    whole message; any other file is a link below `pages_url` that needs no token.
    """
    activity = envelope("message", setting)
    attachments: list[dict[str, Any]] = []
    markup = f"<p>{html.escape(text)}</p>" if text else ""
    for upload in uploads:
        if upload.content_type in INLINE_TYPES:
            url = f"{setting.service_url}v3/attachments/{upload.id}/views/"
            attachments.append({"contentType": "image/*", "contentUrl": f"{url}original"})
            markup += (
                f'<p><img alt="image" src="{url}imgo" itemscope="image" style="vertical-align:bottom"></p>'
            )
        else:
            attachments.append(_file(upload, pages_url))
    if markup:
        attachments.append({"contentType": "text/html", "content": markup})
    if text:
        activity["text"] = text
    activity |= {"textFormat": "plain", "attachments": attachments}
    return activity


def _file(upload: Upload, pages_url: str) -> dict[str, Any]:
    link = f"{pages_url}uploads/{upload.id}"
    return {
        "contentType": FILE_TYPE,
        "contentUrl": link,
        "name": upload.name,
        "content": {
            "downloadUrl": link,
            "uniqueId": upload.id,
            "fileType": PurePath(upload.name).suffix.lstrip(".").lower(),
        },
    }


def pressed(setting: Setting, press: Pressed) -> Activity:
    """A card's button: `Action.Execute` as an invoke, `Action.Submit` as a message with a value."""
    if press.kind == "execute":
        activity = envelope("invoke", setting)
        action = {"type": "Action.Execute", "id": press.id, "verb": press.verb, "data": press.data}
        activity["name"] = CARD_ACTION
        activity["value"] = {
            "action": {name: value for name, value in action.items() if value is not None},
            "trigger": "manual",
        }
    else:
        activity = envelope("message", setting)
        activity["value"] = press.data
        if press.text:
            activity["text"] = press.text
        activity["channelData"] |= {
            "source": {"name": "message"},
            "legacy": {"replyToId": press.card},
        }
    activity["replyToId"] = press.card
    return activity
