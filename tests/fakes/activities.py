"""Activities as Teams sends them; each argument replaces what a test is about."""

from __future__ import annotations

from itertools import count
from typing import Any

from tests.fakes.microsoft import BOT_ID, TENANT

CONVERSATION = "a:1pL6i0oY3C0K8oAj8"
USER = {
    "id": "29:1bSnHZ7Js2STWrgk6ScEErLk1Lp2zQuD5H2qQ960rtvst",
    "name": "Pat Packer",
    "aadObjectId": "0d1f5c3e-0000-4000-8000-a1b2c3d4e5f6",
}
_IDS = count(1_700_000_000_001)
"""No two activities have the same one, or the second would be taken for the first delivered again."""
BOT = {"id": BOT_ID, "name": "Hangtag"}


def activity(kind: str, service_url: str, **fields: Any) -> dict[str, Any]:
    """The envelope of every activity in a personal chat."""
    return {
        "type": kind,
        "id": str(next(_IDS)),
        "timestamp": "2026-03-02T08:15:30.1234567Z",
        "localTimestamp": "2026-03-02T09:15:30.1234567+01:00",
        "localTimezone": "Europe/Berlin",
        "serviceUrl": service_url,
        "channelId": "msteams",
        "from": USER,
        "recipient": BOT,
        "conversation": {"conversationType": "personal", "tenantId": TENANT, "id": CONVERSATION},
        "channelData": {"tenant": {"id": TENANT}},
        "entities": [{"type": "clientInfo", "locale": "de-DE", "country": "DE", "platform": "iOS"}],
        "locale": "de-DE",
    } | fields


def words(service_url: str, text: str, **fields: Any) -> dict[str, Any]:
    """Something typed, with its text/html twin."""
    html = {"contentType": "text/html", "content": f"<p>{text}</p>"}
    whole = {"text": text, "textFormat": "plain", "attachments": [html]} | fields
    return activity("message", service_url, **whole)


def inline_photo(service_url: str, name: str = "photo") -> dict[str, Any]:
    """A picture from the camera or the clipboard, as an attachment."""
    return {"contentType": "image/*", "contentUrl": f"{service_url}v3/attachments/{name}/views/original"}


def shared_file(link: str, name: str = "hoodie.jpg") -> dict[str, Any]:
    """A file from the paper clip, as an attachment."""
    return {
        "contentType": "application/vnd.microsoft.teams.file.download.info",
        "contentUrl": "https://contoso-my.sharepoint.com/personal/pat/Documents/hoodie.jpg",
        "name": name,
        "content": {
            "downloadUrl": link,
            "uniqueId": "1150D938-8870-4044-9F2C-5BBDEBA70C9D",
            "fileType": name.rpartition(".")[2],
        },
    }


def photos(service_url: str, *attachments: dict[str, Any], text: str = "") -> dict[str, Any]:
    """Attachments beside the text/html twin, whose <img> must not be followed."""
    picture = f'<p><img src="{service_url}v3/attachments/trap/views/imgo" itemscope="image"></p>'
    html = {"contentType": "text/html", "content": picture}
    fields: dict[str, Any] = {"attachments": [html, *attachments]}
    if text:
        fields["text"] = text
    return activity("message", service_url, **fields)


def executed(service_url: str, data: dict[str, Any], verb: str = "stock") -> dict[str, Any]:
    """A pressed Action.Execute."""
    action = {"type": "Action.Execute", "title": "Stock", "verb": verb, "data": data}
    value = {"action": action, "trigger": "manual"}
    name = "adaptiveCard/action"
    return activity("invoke", service_url, name=name, value=value, replyToId="1700000000000")


def submitted(service_url: str, data: dict[str, Any]) -> dict[str, Any]:
    """A pressed Action.Submit."""
    return activity("message", service_url, value=data, replyToId="1700000000000")
