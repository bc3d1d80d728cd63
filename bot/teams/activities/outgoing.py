"""What the bot says, as activities; and the bodies that answer invokes."""

from __future__ import annotations

from typing import Any

from bot.channel import Card, Dialog, Hit, Hits, Place, Refusal, Reply

CARD_TYPE = "application/vnd.microsoft.card.adaptive"
PREVIEW_TYPE = "application/vnd.microsoft.card.thumbnail"
ERROR_TYPE = "application/vnd.microsoft.error"
AI_LABEL = {
    "type": "https://schema.org/Message",
    "@type": "Message",
    "@context": "https://schema.org",
    "@id": "",
    "additionalType": ["AIGeneratedContent"],
}
"""https://learn.microsoft.com/microsoftteams/platform/bots/how-to/format-ai-bot-messages#ai-label"""


def message(place: Place, reply: Reply, *, replaces: str = "") -> dict[str, Any]:
    """A reply as an activity, in place of the one of the id `replaces` if that is given.

    Beside a card, the words are what the notification shows.
    """
    activity = _outbound("message", place)
    if replaces:
        activity["id"] = replaces
    elif place.only_for:  # Teams refuses a recipient where a message is replaced
        activity["recipient"] = {"id": place.only_for, "isTargeted": True}
    if reply.card is not None:
        activity["attachments"] = [{"contentType": CARD_TYPE, "content": dict(reply.card)}]
        if reply.text:
            activity["summary"] = reply.text
    else:
        activity |= {"text": reply.text, "textFormat": "plain"}
    if reply.by_model:
        activity["entities"] = [dict(AI_LABEL)]
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
    attachments = [_attachment(hit) for hit in hits.found]
    return {"composeExtension": {"type": "result", "attachmentLayout": "list", "attachments": attachments}}


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
