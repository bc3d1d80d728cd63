"""What somebody did, from an activity: words, a photo or a file, a pressed button, an installation."""

from __future__ import annotations

import mimetypes
import re
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from typing import Any, Literal

from bot.channel import Attachment, InboundMessage, Person, Place
from bot.errors import ActivityError
from bot.teams.activities.fields import Activity, name_of, object_of, objects_of, required, string_of

FILE_TYPE = "application/vnd.microsoft.teams.file.download.info"
CARD_ACTION = "adaptiveCard/action"

_AT_TAG = re.compile(r"</?at\b[^<>]*>", re.IGNORECASE)
_LOCALE = re.compile(r"[A-Za-z]{2,8}(?:[-_][A-Za-z0-9]{1,8}){0,4}")
_BLANKS = re.compile(r"[ \t]+")


def inbound(activity: Activity) -> InboundMessage | None:
    """What somebody did; None for what the bot does not answer (typing, reactions, others joining, …).

    Raises `ActivityError` where an activity that wants an answer does not say where to.
    """
    kind = _kind(activity)
    return None if kind is None else message_of(activity, kind, _data(activity))


def message_of(
    activity: Activity, kind: Literal["message", "action", "installed"], data: Mapping[str, Any]
) -> InboundMessage:
    return InboundMessage(
        id=name_of(activity, "id", "id"),
        kind=kind,
        place=_place(activity),
        sender=person_of(activity),
        text=_typed(activity),
        attachments=tuple(_attachments(activity)),
        mentions=tuple(_mentions(activity)),
        data=data,
        reply_to=string_of(activity, "replyToId") or None,
        locale=locale_of(activity),
        sent_at=_time(string_of(activity, "timestamp")),
    )


def person_of(activity: Activity) -> Person:
    sender = object_of(activity, "from")
    return Person(
        id=required(sender, "id", "from.id"),
        name=string_of(sender, "name"),
        object_id=string_of(sender, "aadObjectId") or None,
        tenant=string_of(sender, "tenantId") or None,
    )


def locale_of(activity: Activity) -> str:
    clients = (string_of(client, "locale") for client in objects_of(activity, "entities"))
    named = string_of(activity, "locale") or next(filter(None, clients), "en")
    return named if _LOCALE.fullmatch(named) else "en"


def tenant_of(activity: Activity) -> str | None:
    """The Entra tenant in which the conversation is held."""
    return (
        string_of(object_of(object_of(activity, "channelData"), "tenant"), "id")
        or string_of(object_of(activity, "conversation"), "tenantId")
        or None
    )


def tenants_of(activity: Activity) -> tuple[str, ...]:
    """Every Entra tenant that the activity names, with that of the sender, who may come from another one.

    In a channel that tenants share, a member keeps the own tenant:
    https://learn.microsoft.com/microsoftteams/platform/build-apps-for-shared-private-channels
    """
    named = (
        string_of(object_of(object_of(activity, "channelData"), "tenant"), "id"),
        string_of(object_of(activity, "conversation"), "tenantId"),
        string_of(object_of(activity, "from"), "tenantId"),
    )
    return tuple(dict.fromkeys(filter(None, named)))


def _kind(activity: Activity) -> Literal["message", "action", "installed"] | None:
    match string_of(activity, "type"):
        case "message":
            # A message with a value and no words is a pressed Action.Submit; messageBack has both.
            return "action" if isinstance(activity.get("value"), dict) else "message"
        case "invoke" if activity.get("name") == CARD_ACTION:
            return "action"
        case "installationUpdate" if activity.get("action") == "add":
            return "installed"
        case "conversationUpdate":
            bot = string_of(object_of(activity, "recipient"), "id")
            added = any(string_of(member, "id") == bot for member in objects_of(activity, "membersAdded"))
            return "installed" if bot and added else None
    return None


def _place(activity: Activity) -> Place:
    conversation = object_of(activity, "conversation")
    kind: Literal["personal", "groupChat", "channel"] = "personal"
    match conversation.get("conversationType"):
        case "channel":
            kind = "channel"
        case "groupChat":
            kind = "groupChat"
        case None if conversation.get("isGroup") is True:
            kind = "groupChat"
    team = object_of(object_of(activity, "channelData"), "team") if kind == "channel" else {}
    return Place(
        channel=required(activity, "channelId", "channelId"),
        conversation=required(conversation, "id", "conversation.id"),
        kind=kind,
        service_url=required(activity, "serviceUrl", "serviceUrl"),
        bot=required(object_of(activity, "recipient"), "id", "recipient.id"),
        tenant=tenant_of(activity),
        team=string_of(team, "id"),
        name="" if kind == "personal" else string_of(team, "name") or string_of(conversation, "name"),
    )


def _typed(activity: Activity) -> str:
    """The text without the mention of the bot; mentions of others keep their name."""
    text = string_of(activity, "text")
    bot = string_of(object_of(activity, "recipient"), "id")
    for entity in objects_of(activity, "entities"):
        mention, mentioned = string_of(entity, "text"), object_of(entity, "mentioned")
        if mention and entity.get("type") == "mention" and string_of(mentioned, "id") == bot:
            text = text.replace(mention, " ")
    text = _AT_TAG.sub("", text).replace("&nbsp;", " ").replace("\xa0", " ")
    return _BLANKS.sub(" ", text).strip()


def _mentions(activity: Activity) -> Iterator[Person]:
    """Whom the message mentions, but for the bot."""
    bot = string_of(object_of(activity, "recipient"), "id")
    for entity in objects_of(activity, "entities"):
        mentioned = object_of(entity, "mentioned")
        if entity.get("type") == "mention" and (person := string_of(mentioned, "id")) and person != bot:
            yield Person(person, string_of(mentioned, "name"))


def _data(activity: Activity) -> dict[str, Any]:
    """What the pressed button carries: an `Action.Submit` has it as the value, an `Action.Execute` within."""
    value = object_of(activity, "value")
    if activity.get("type") != "invoke":
        return dict(value)
    action = object_of(value, "action")
    if action.get("type") != "Action.Execute":
        raise ActivityError("value.action is no Action.Execute")
    return dict(object_of(action, "data"))


def _attachments(activity: Activity) -> Iterator[Attachment]:
    """Photos and files. The text/html twin of a message, cards and quotes are no attachments to us."""
    for part in objects_of(activity, "attachments"):
        content_type = string_of(part, "contentType").lower()
        name = string_of(part, "name")
        if content_type.startswith("image/"):
            if url := string_of(part, "contentUrl"):
                yield Attachment(name, content_type, url, needs_token=True)
        elif content_type == FILE_TYPE:
            content = object_of(part, "content")
            guessed, _ = mimetypes.guess_type(name or f"file.{string_of(content, 'fileType')}")
            if url := string_of(content, "downloadUrl"):
                yield Attachment(name, guessed or "application/octet-stream", url, needs_token=False)


def _time(written: str) -> datetime | None:
    try:
        when = datetime.fromisoformat(written)
    except ValueError:
        return None
    return when if when.tzinfo else when.replace(tzinfo=UTC)  # so that any two can be compared
