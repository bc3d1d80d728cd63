"""What somebody typed: without quotes, the mention of the bot, Markdown and marks that nobody sees."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape

from bot.foreign_text import typed
from bot.teams.activities.fields import Activity, object_of, objects_of, string_of
from bot.teams.activities.twin import Twin, read_twin

_AT = re.compile(r"<at\b[^<>]*>([^<>]{0,200})</at>", re.IGNORECASE)
_AT_TAG = re.compile(r"</?at\b[^<>]*>", re.IGNORECASE)
_QUOTED = re.compile(r"<quoted\b[^<>]*/?>(?:</quoted>)?", re.IGNORECASE)
_QUOTED_ID = re.compile(r"<quoted\b[^<>]*\bmessageId\s*=\s*[\"']?([\w.:-]{1,200})", re.IGNORECASE)
_CHARACTER = re.compile(r"&(?:#\d{1,7}|#x[0-9a-f]{1,6}|[a-z][a-z0-9]{1,30});", re.IGNORECASE)
_LINK = re.compile(r"\[([^\[\]]{1,200})\]\(https?://[^()\s]{1,2000}\)")
_CODE = re.compile(r"(`{1,3}|\*\*)(?=\S)([^`*\n]{1,200})(?<=\S)\1")
_BLANKS = re.compile(r"[^\S\n]+")
_LINES = re.compile(r" *\n[\s]*")


def text_of(activity: Activity) -> str:
    """The text without the mention of the bot; mentions of others keep their name.

    Where the text is empty, the words are those of the HTML beside it.
    """
    return _cleaned(activity, string_of(activity, "text")) or _cleaned(activity, twin_of(activity).text)


def twin_of(activity: Activity) -> Twin:
    """The HTML beside the text; an empty one where there is none."""
    for part in objects_of(activity, "attachments"):
        if string_of(part, "contentType").lower() == "text/html":
            return read_twin(string_of(part, "content"))
    return Twin()


def quoted_in(activity: Activity) -> str:
    """The id of the message that is quoted; empty where none is."""
    for entity in objects_of(activity, "entities"):
        if string_of(entity, "type").lower() == "quotedreply":
            quoted = string_of(object_of(entity, "quotedReply"), "messageId")
            return quoted if quoted.isprintable() else ""
    for part in objects_of(activity, "attachments"):
        if string_of(part, "contentType") == "messageReference" and string_of(part, "id").isprintable():
            return string_of(part, "id")
    match = _QUOTED_ID.search(string_of(activity, "text"))
    return match[1] if match else ""


def mentions_bot(activity: Activity) -> bool:
    """Whether the text mentions the bot."""
    return any(_is_bot(activity, entity) for entity in objects_of(activity, "entities")) or any(
        _as_name(match[1]) in set(_names(activity)) for match in _AT.finditer(string_of(activity, "text"))
    )


def _cleaned(activity: Activity, text: str) -> str:
    text = _without_mention(activity, _QUOTED.sub(" ", text))
    text = typed(_CHARACTER.sub(lambda match: unescape(match[0]), _AT_TAG.sub("", text)))
    text = _CODE.sub(r"\2", _LINK.sub(r"\1", text))
    return _LINES.sub("\n", _BLANKS.sub(" ", text)).strip()


def _without_mention(activity: Activity, text: str) -> str:
    names = set(_names(activity))
    text = _AT.sub(lambda match: " " if _as_name(match[1]) in names else match[0], text)
    bots = (entity for entity in objects_of(activity, "entities") if _is_bot(activity, entity))
    for mention in {string_of(entity, "text") for entity in bots} - {""}:
        text = re.sub(re.escape(mention), " ", text, flags=re.IGNORECASE)
    for name in names:  # typed, and not chosen from the list
        text = re.sub(rf"^\s*@{re.escape(name)}(?!\w)[:,]?", " ", text, flags=re.IGNORECASE)
    return text


def _names(activity: Activity) -> Iterator[str]:
    """What the bot is called, as `_as_name` writes it; a name of two words may come as two mentions."""
    accounts = [object_of(activity, "recipient")]
    for entity in objects_of(activity, "entities"):
        if _is_bot(activity, entity):
            accounts.append(object_of(entity, "mentioned"))
            yield _as_name(string_of(entity, "text"))
    yield from filter(None, (_as_name(string_of(account, "name")) for account in accounts))


def _is_bot(activity: Activity, entity: Activity) -> bool:
    bot = string_of(object_of(activity, "recipient"), "id").casefold()
    mentioned = string_of(object_of(entity, "mentioned"), "id").casefold()
    return entity.get("type") == "mention" and bool(bot) and mentioned == bot


def _as_name(written: str) -> str:
    return " ".join(typed(unescape(_AT_TAG.sub("", written))).split()).casefold()
