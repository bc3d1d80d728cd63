"""What somebody did, from an activity: words, a photo or a file, a pressed button, an installation."""

from __future__ import annotations

import mimetypes
import re
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from typing import Any, Literal

from bot.channel import Attachment, InboundMessage, Lost, Person, Place
from bot.errors import ActivityError
from bot.teams.activities.fields import Activity, name_of, object_of, objects_of, required, string_of
from bot.teams.activities.typed import mentions_bot, quoted_in, text_of, twin_of

FILE_TYPE = "application/vnd.microsoft.teams.file.download.info"
CARD_ACTION = "adaptiveCard/action"

_LOCALE = re.compile(r"[A-Za-z]{2,8}(?:[-_][A-Za-z0-9]{1,8}){0,4}")
_NO_WORDS = re.compile(r"[^\w?]+")
_BARE_PICTURE = re.compile(r"/v3/attachments/[^/?#]+/?$", re.IGNORECASE)
"""The address of a picture without the view of it that is to be fetched."""


def inbound(activity: Activity) -> InboundMessage | None:
    """What somebody did; None for what the bot does not answer (typing, reactions, others joining, …).

    Raises `ActivityError` where an activity that wants an answer does not say where to.
    """
    kind = _kind(activity)
    return None if kind is None else message_of(activity, kind, _data(activity))


def message_of(
    activity: Activity, kind: Literal["message", "action", "installed"], data: Mapping[str, Any]
) -> InboundMessage:
    text, attachments = text_of(activity), tuple(_attachments(activity))
    return InboundMessage(
        id=name_of(activity, "id", "id"),
        kind=kind,
        place=_place(activity),
        sender=person_of(activity),
        text=text,
        attachments=attachments,
        mentions=tuple(_mentions(activity)),
        data=data,
        reply_to=string_of(activity, "replyToId") or None,
        quoted=quoted_in(activity),
        lost="" if attachments or kind != "message" else _lost(activity, text),
        locale=locale_of(activity),
        sent_at=_time(string_of(activity, "timestamp")),
        time_zone=string_of(activity, "localTimezone"),
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
            pressed = isinstance(activity.get("value"), dict)
            return "action" if pressed and (activity["value"] or not text_of(activity)) else "message"
        case "invoke" if activity.get("name") == CARD_ACTION:
            return "action"
        case "installationUpdate" if activity.get("action") in ("add", "add-upgrade"):
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
        # Paths are joined to it, which would take the place of its last part if no slash followed that.
        service_url=required(activity, "serviceUrl", "serviceUrl").rstrip("/") + "/",
        bot=required(object_of(activity, "recipient"), "id", "recipient.id"),
        tenant=tenant_of(activity),
        team=string_of(team, "id"),
        name="" if kind == "personal" else string_of(team, "name") or string_of(conversation, "name"),
        only_for=_only_for(activity),
    )


def _only_for(activity: Activity) -> str:
    """The sender's id, if the message is shown to them and the bot alone.

    https://learn.microsoft.com/microsoftteams/platform/agents-in-teams/targeted-messages
    """
    targeted = object_of(activity, "recipient").get("isTargeted") is True
    return string_of(object_of(activity, "from"), "id") if targeted else ""


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
        name, content = string_of(part, "name"), object_of(part, "content")
        link = string_of(content, "downloadUrl")
        if content_type.startswith("image/"):
            if url := string_of(part, "contentUrl"):
                yield Attachment(name, content_type, _viewed(url), needs_token=True)
            elif link:
                ours = link.startswith(_origin(string_of(activity, "serviceUrl")))
                yield Attachment(name, content_type, _viewed(link) if ours else link, needs_token=ours)
        elif content_type == FILE_TYPE:
            guessed, _ = mimetypes.guess_type(name or f"file.{string_of(content, 'fileType')}")
            if link:
                yield Attachment(name, guessed or "application/octet-stream", link, needs_token=False)


def _viewed(url: str) -> str:
    """The address of a picture itself, where that of its record is given."""
    return f"{url.rstrip('/')}/views/original" if _BARE_PICTURE.search(url) else url


def _origin(service_url: str) -> str:
    """What addresses on that server begin with."""
    return "/".join(service_url.split("/")[:3]) + "/"


def _lost(activity: Activity, text: str) -> Lost:
    """What came in place of words, photos and files; beside words, only what they may be about."""
    twin = twin_of(activity)
    types = [string_of(part, "contentType").lower() for part in objects_of(activity, "attachments")]
    kinds = twin.kinds | {kind for kind in map(_kind_of_part, types) if kind}
    shared = _place(activity).kind != "personal"
    if "forward" in kinds and ("photo" in kinds or not text):
        return "forward"
    if "photo" in kinds:
        return "photo"
    if "file" in kinds or (shared and "part" in kinds and set(types) == {"text/html"}):
        return "file"
    if _NO_WORDS.sub("", text):
        return ""
    others: tuple[Lost, ...] = ("loop", "gif", "voice", "card")
    for kind in others:
        if kind in kinds:
            return kind
    if quoted_in(activity):
        return "mention"
    if text or twin.emoji:
        return "emoji"
    return "mention" if shared or mentions_bot(activity) else "photo"


def _kind_of_part(content_type: str) -> str:
    """What a part is that the bot is given no content of."""
    if content_type == "reference":
        return "file"
    if "fluid" in content_type or "loop" in content_type:
        return "loop"
    if content_type.startswith("image/"):
        return "photo"  # without an address
    if content_type.startswith(("audio/", "video/")) or content_type.endswith((".card.audio", ".card.video")):
        return "voice"
    if content_type.endswith(".card.animation"):
        return "gif"
    return "card" if ".card." in content_type else ""


def _time(written: str) -> datetime | None:
    try:
        when = datetime.fromisoformat(written)
    except ValueError:
        return None
    return when if when.tzinfo else when.replace(tzinfo=UTC)  # so that any two can be compared
