"""Activity JSON, as the Bot Framework speaks it, to and from our own words. Pure: no network, no state.

The wire format is the Bot Framework's activity schema:
https://github.com/microsoft/botframework-sdk/blob/main/specs/botframework-activity/botframework-activity.md
"""

from __future__ import annotations

import mimetypes
import re
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from typing import Any, Literal, TypeAlias

from bot.channel import (
    Attachment,
    Card,
    Dialog,
    Hit,
    Hits,
    InboundMessage,
    Lookup,
    Person,
    Place,
    Refresh,
    Refusal,
    Reply,
)
from bot.errors import ActivityError

Activity: TypeAlias = Mapping[str, Any]
"""A parsed activity; only its outermost shape, an object, is certain."""

CARD_TYPE = "application/vnd.microsoft.card.adaptive"
FILE_TYPE = "application/vnd.microsoft.teams.file.download.info"
PREVIEW_TYPE = "application/vnd.microsoft.card.thumbnail"
CARD_ACTION = "adaptiveCard/action"
REFRESH = "refresh"
"""The verb of the button that has its card brought up to date."""
DIALOG_WANTED, DIALOG_DONE = "task/fetch", "task/submit"
"""A button that opens a page over the chat was pressed; that page says that it is done."""
ERROR_TYPE = "application/vnd.microsoft.error"
LOOKUP = "composeExtension/query"
LOOKUP_COMMAND, LOOKUP_WORDS = "find", "words"
"""The command and its parameter, as the app's manifest names them."""
PAGE = 25
"""At most so many are asked for at once, by what Teams documents."""
DEEPEST = 500
"""Nobody reads on in a list for longer."""

MOST_LEVELS = 64
"""Of lists and objects within one another; Teams' own activities have fewer than ten."""

_AT_TAG = re.compile(r"</?at\b[^<>]*>", re.IGNORECASE)
_LOCALE = re.compile(r"[A-Za-z]{2,8}(?:[-_][A-Za-z0-9]{1,8}){0,4}")
_NO_TEXT = re.compile(r"[\x00\ud800-\udfff]")
"""What JSON can write and a database cannot keep: NUL, and halves of characters."""
_BLANKS = re.compile(r"[ \t]+")


def sound(value: Any, *, levels: int = MOST_LEVELS) -> Any:
    """Parsed JSON with what no database can keep put right. Raises `ActivityError` where it is too deep."""
    if isinstance(value, str):
        return _NO_TEXT.sub("\ufffd", value)
    if not isinstance(value, dict | list):
        return value
    if levels == 0:
        raise ActivityError("it is nested too deeply")
    if isinstance(value, list):
        return [sound(one, levels=levels - 1) for one in value]
    return {sound(name): sound(one, levels=levels - 1) for name, one in value.items()}


def inbound(activity: Activity) -> InboundMessage | None:
    """What somebody did; None for what the bot does not answer (typing, reactions, others joining, …).

    Raises `ActivityError` where an activity that wants an answer does not say where to.
    """
    kind = _kind(activity)
    return None if kind is None else _message(activity, kind, _data(activity))


def dialog(activity: Activity) -> InboundMessage:
    """The button that wants a page over the chat, by an invoke of the name `DIALOG_WANTED`.

    Raises `ActivityError` where it does not say by whom or where.

    https://learn.microsoft.com/microsoftteams/platform/task-modules-and-cards/task-modules/task-modules-bots
    """
    return _message(activity, "action", dict(_object(_object(activity, "value"), "data")))


def _message(
    activity: Activity, kind: Literal["message", "action", "installed"], data: Mapping[str, Any]
) -> InboundMessage:
    return InboundMessage(
        id=_name(activity, "id", "id"),
        kind=kind,
        place=_place(activity),
        sender=_person(activity),
        text=_typed(activity),
        attachments=tuple(_attachments(activity)),
        mentions=tuple(_mentions(activity)),
        data=data,
        reply_to=_string(activity, "replyToId") or None,
        locale=_locale(activity),
        sent_at=_time(_string(activity, "timestamp")),
    )


def lookup(activity: Activity) -> Lookup:
    """What is looked up from beside the message box, by an invoke of the name `LOOKUP`.

    A page of a wrong size or kind is taken for the first, or for a whole one. Raises `ActivityError` where it
    does not say by whom or what.

    https://learn.microsoft.com/microsoftteams/platform/messaging-extensions/how-to/search-commands/respond-to-search
    """
    value = _object(activity, "value")
    if value.get("commandId") != LOOKUP_COMMAND:
        raise ActivityError("value.commandId is no command of this bot")
    # Opened just now, the search has a parameter `initialRun` in place of the words.
    given = [one for one in _objects(value, "parameters") if one.get("name") == LOOKUP_WORDS]
    if not all(isinstance(one.get("value"), str) for one in given):
        raise ActivityError("value.parameters has words that are no text")
    page = _object(value, "queryOptions")
    return Lookup(
        sender=_person(activity),
        text=_string(given[0], "value").strip() if given else "",
        skip=_number(page, "skip", 0, least=0, most=DEEPEST),
        count=_number(page, "count", PAGE, least=1, most=PAGE),
        locale=_locale(activity),
        time_zone=_string(activity, "localTimezone"),
    )


def refresh(activity: Activity) -> Refresh | None:
    """A card to be brought up to date, by an `Action.Execute` of the verb `REFRESH`; None for all else.

    Raises `ActivityError` where it does not say by whom or where.

    https://learn.microsoft.com/adaptive-cards/authoring-cards/universal-action-model#request-format
    """
    if activity.get("type") != "invoke" or activity.get("name") != CARD_ACTION:
        return None
    value = _object(activity, "value")
    if _object(value, "action").get("verb") != REFRESH:
        return None
    message = inbound(activity)
    return None if message is None else Refresh(message, value.get("trigger") == "automatic")


def tenant_of(activity: Activity) -> str | None:
    """The Entra tenant in which the conversation is held."""
    return (
        _string(_object(_object(activity, "channelData"), "tenant"), "id")
        or _string(_object(activity, "conversation"), "tenantId")
        or None
    )


def tenants_of(activity: Activity) -> tuple[str, ...]:
    """Every Entra tenant that the activity names, with that of the sender, who may come from another one.

    In a channel that tenants share, a member keeps the own tenant:
    https://learn.microsoft.com/microsoftteams/platform/build-apps-for-shared-private-channels
    """
    named = (
        _string(_object(_object(activity, "channelData"), "tenant"), "id"),
        _string(_object(activity, "conversation"), "tenantId"),
        _string(_object(activity, "from"), "tenantId"),
    )
    return tuple(dict.fromkeys(filter(None, named)))


def message(place: Place, reply: Reply) -> dict[str, Any]:
    """A reply as an activity. Beside a card, the words are what the notification shows."""
    activity = _outbound("message", place)
    if reply.card is not None:
        activity["attachments"] = [{"contentType": CARD_TYPE, "content": dict(reply.card)}]
        if reply.text:
            activity["summary"] = reply.text
    else:
        activity |= {"text": reply.text, "textFormat": "plain"}
    return activity


def typing(place: Place) -> dict[str, Any]:
    """The sign that an answer is on its way."""
    return _outbound("typing", place)


def card_action_answer(text: str) -> dict[str, Any]:
    """The body that answers an `Action.Execute` whose card stays as it is.

    The words must not be empty: Teams then takes the bot for unreachable and delivers the press again.
    """
    return {"statusCode": 200, "type": "application/vnd.microsoft.activity.message", "value": text}


def card_action_card(card: Card) -> dict[str, Any]:
    """The body that answers an `Action.Execute` with a card in the place of the one that was pressed."""
    return {"statusCode": 200, "type": CARD_TYPE, "value": dict(card)}


def card_action_refusal(refusal: Refusal) -> dict[str, Any]:
    """The body that answers an `Action.Execute` which cannot be understood, or failed.

    https://learn.microsoft.com/adaptive-cards/authoring-cards/universal-action-model#response-format
    """
    status, code = (500, "InternalServerError") if refusal.ours else (400, "BadRequest")
    return {"statusCode": status, "type": ERROR_TYPE, "value": {"code": code, "message": refusal.text}}


def dialog_page(dialog: Dialog) -> dict[str, Any]:
    """The body that opens a page over the chat."""
    page = {
        "title": dialog.title,
        "url": dialog.address,
        "fallbackUrl": dialog.elsewhere,
        "height": "large",
        "width": "medium",
    }
    return {"task": {"type": "continue", "value": page}}


def dialog_words(text: str) -> dict[str, Any]:
    """The body that shows words where a page was to be."""
    return {"task": {"type": "message", "value": text}}


def looked_up(hits: Hits) -> dict[str, Any]:
    """The body that answers a lookup: a list, or words in its place."""
    if hits.text:
        return {"composeExtension": {"type": "message", "text": hits.text}}
    found = [_attachment(hit) for hit in hits.found]
    return {"composeExtension": {"type": "result", "attachmentLayout": "list", "attachments": found}}


def _attachment(hit: Hit) -> dict[str, Any]:
    preview: dict[str, Any] = {"title": hit.title, "text": hit.text}
    if hit.picture is not None:
        preview["images"] = [{"url": hit.picture, "alt": hit.alt}]
    return {
        "contentType": CARD_TYPE,
        "content": dict(hit.card),
        "preview": {"contentType": PREVIEW_TYPE, "content": preview},
    }


def _outbound(kind: str, place: Place) -> dict[str, Any]:
    return {"type": kind, "from": {"id": place.bot}, "conversation": {"id": place.conversation}}


def _kind(activity: Activity) -> Literal["message", "action", "installed"] | None:
    match _string(activity, "type"):
        case "message":
            # A message with a value and no words is a pressed Action.Submit; messageBack has both.
            return "action" if isinstance(activity.get("value"), dict) else "message"
        case "invoke" if activity.get("name") == CARD_ACTION:
            return "action"
        case "installationUpdate" if activity.get("action") == "add":
            return "installed"
        case "conversationUpdate":
            bot = _string(_object(activity, "recipient"), "id")
            added = any(_string(member, "id") == bot for member in _objects(activity, "membersAdded"))
            return "installed" if bot and added else None
    return None


def _place(activity: Activity) -> Place:
    conversation = _object(activity, "conversation")
    kind: Literal["personal", "groupChat", "channel"] = "personal"
    match conversation.get("conversationType"):
        case "channel":
            kind = "channel"
        case "groupChat":
            kind = "groupChat"
        case None if conversation.get("isGroup") is True:
            kind = "groupChat"
    team = _object(_object(activity, "channelData"), "team") if kind == "channel" else {}
    return Place(
        channel=_required(activity, "channelId", "channelId"),
        conversation=_required(conversation, "id", "conversation.id"),
        kind=kind,
        service_url=_required(activity, "serviceUrl", "serviceUrl"),
        bot=_required(_object(activity, "recipient"), "id", "recipient.id"),
        tenant=tenant_of(activity),
        team=_string(team, "id"),
        name="" if kind == "personal" else _string(team, "name") or _string(conversation, "name"),
    )


def _person(activity: Activity) -> Person:
    sender = _object(activity, "from")
    return Person(
        id=_required(sender, "id", "from.id"),
        name=_string(sender, "name"),
        object_id=_string(sender, "aadObjectId") or None,
        tenant=_string(sender, "tenantId") or None,
    )


def _typed(activity: Activity) -> str:
    """The text without the mention of the bot; mentions of others keep their name."""
    text = _string(activity, "text")
    bot = _string(_object(activity, "recipient"), "id")
    for entity in _objects(activity, "entities"):
        mention = _string(entity, "text")
        if mention and entity.get("type") == "mention" and _string(_object(entity, "mentioned"), "id") == bot:
            text = text.replace(mention, " ")
    text = _AT_TAG.sub("", text).replace("&nbsp;", " ").replace("\xa0", " ")
    return _BLANKS.sub(" ", text).strip()


def _mentions(activity: Activity) -> Iterator[Person]:
    """Whom the message mentions, but for the bot."""
    bot = _string(_object(activity, "recipient"), "id")
    for entity in _objects(activity, "entities"):
        mentioned = _object(entity, "mentioned")
        if entity.get("type") == "mention" and (known := _string(mentioned, "id")) and known != bot:
            yield Person(known, _string(mentioned, "name"))


def _data(activity: Activity) -> dict[str, Any]:
    """What the pressed button carries: an `Action.Submit` has it as the value, an `Action.Execute` within."""
    value = _object(activity, "value")
    if activity.get("type") != "invoke":
        return dict(value)
    action = _object(value, "action")
    if action.get("type") != "Action.Execute":
        raise ActivityError("value.action is no Action.Execute")
    return dict(_object(action, "data"))


def _attachments(activity: Activity) -> Iterator[Attachment]:
    """Photos and files. The text/html twin of a message, cards and quotes are no attachments to us."""
    for part in _objects(activity, "attachments"):
        content_type = _string(part, "contentType").lower()
        name = _string(part, "name")
        if content_type.startswith("image/"):
            if url := _string(part, "contentUrl"):
                yield Attachment(name, content_type, url, needs_token=True)
        elif content_type == FILE_TYPE:
            content = _object(part, "content")
            guessed, _ = mimetypes.guess_type(name or f"file.{_string(content, 'fileType')}")
            if url := _string(content, "downloadUrl"):
                yield Attachment(name, guessed or "application/octet-stream", url, needs_token=False)


def _locale(activity: Activity) -> str:
    clients = (_string(one, "locale") for one in _objects(activity, "entities"))
    named = _string(activity, "locale") or next(filter(None, clients), "en")
    return named if _LOCALE.fullmatch(named) else "en"


def _time(written: str) -> datetime | None:
    try:
        when = datetime.fromisoformat(written)
    except ValueError:
        return None
    return when if when.tzinfo else when.replace(tzinfo=UTC)  # so that any two can be compared


def _required(whole: Activity, name: str, path: str) -> str:
    value = _name(whole, name, path)
    if not value:
        raise ActivityError(f"{path} is missing")
    return value


def _name(whole: Activity, name: str, path: str) -> str:
    """An id or address, which goes into keys and paths: of one line. Raises `ActivityError`."""
    value = _string(whole, name)
    if not value.isprintable():
        raise ActivityError(f"{path} has a character that cannot be printed")
    return value


def _number(whole: Activity, name: str, otherwise: int, *, least: int, most: int) -> int:
    """A whole number, brought within the bounds."""
    value = whole.get(name)
    if not isinstance(value, int) or isinstance(value, bool):
        return otherwise
    return min(max(value, least), most)


def _string(whole: Activity, name: str) -> str:
    value = whole.get(name)
    return value if isinstance(value, str) else ""


def _object(whole: Activity, name: str) -> Activity:
    value = whole.get(name)
    return value if isinstance(value, dict) else {}


def _objects(whole: Activity, name: str) -> list[Activity]:
    value = whole.get(name)
    return [one for one in value if isinstance(one, dict)] if isinstance(value, list) else []
