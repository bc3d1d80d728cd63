"""What people send to the bot: typed text, photos and pressed buttons."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from bot.channel import Attachment, InboundMessage, Person, Place
from tests.fakes.channel import PLACE
from tests.kit.people import ANN


def photo_attachment(name: str) -> Attachment:
    """A photo pasted into Teams, `name` being its link's last part."""
    return Attachment(f"{name}.jpg", "image/jpeg", f"https://x.example/{name}", True)


def message(
    text: str = "",
    sender: Person = ANN,
    place: Place = PLACE,
    *,
    id: str = "1",  # noqa: A002 - the field's name
    photos: Sequence[str] = (),
    **fields: Any,
) -> InboundMessage:
    """Something typed, with photos or without; `fields` are those of `InboundMessage`."""
    if photos:
        fields["attachments"] = tuple(photo_attachment(name) for name in photos)
    return InboundMessage(id, "message", place, sender, text=text, **fields)


def press(
    data: Mapping[str, Any],
    sender: Person = ANN,
    place: Place = PLACE,
    *,
    id: str = "2",  # noqa: A002 - the field's name
    reply_to: str | None = "m1",
    **fields: Any,
) -> InboundMessage:
    """A pressed button that carries `data`; `fields` are those of `InboundMessage`."""
    return InboundMessage(id, "action", place, sender, data=data, reply_to=reply_to, **fields)
