"""What can go wrong in the chat.

BotError
├── UserError               its text reaches the chat: one sentence, what is wrong and what to do
│   ├── AttachmentError     a photo or file could not be fetched or used
│   ├── BusyError           too many photos wait already
│   └── ForbiddenError      the sender may not do that
├── SettingsError           the settings do not allow a start; its text reaches the operator
├── DeliveryError           the channel did not take a reply
├── ActivityError           an activity that wants an answer does not say where to, or from whom it is
└── LoginError              Microsoft's login gives no token, or does not say which keys it signs with
"""

from __future__ import annotations


class BotError(Exception):
    """Any fault of this package's domain."""


class UserError(BotError):
    """A fault whose text is one sentence for the person in the chat."""


class AttachmentError(UserError):
    """A photo or file could not be fetched or used."""


class BusyError(UserError):
    """Too many photos wait already."""


class ForbiddenError(UserError):
    """The sender may not do that."""


class SettingsError(BotError):
    """The settings do not allow a start. The text is for the operator."""


class DeliveryError(BotError):
    """The channel did not take a reply."""

    def __init__(
        self,
        text: str,
        *,
        status: int | None = None,
        passes: bool = False,
        retry_after: float | None = None,
    ) -> None:
        """What the channel said of it.

        Args:
            status: its HTTP answer; None where there was none.
            passes: it may take the same reply later, and has surely not taken it now.
            retry_after: how long it asks to wait, in seconds.
        """
        super().__init__(text)
        self.status = status
        self.passes = passes
        self.retry_after = retry_after


class ActivityError(BotError):
    """An activity that wants an answer does not say where to, or from whom it is."""


class LoginError(BotError):
    """Microsoft's login gives no token, or does not say which keys it signs with."""
