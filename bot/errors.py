"""What can go wrong in the chat.

BotError
├── UserError               reaches the chat: a message's code and values, put into words at the edge
│   ├── ForbiddenError      the sender may not do that
│   ├── AttachmentError     a photo or file could not be fetched or used
│   ├── BusyError           too much waits already
│   └── DownloadError       a file could not be made
├── FetchError              a file could not be fetched; put into words by who wanted it
├── ProblemError            a request to the API is not done; in `bot.api.problems`, with its HTTP status
├── SettingsError           the settings do not allow a start; its text reaches the operator
├── DeliveryError           the channel did not take a reply
├── ActivityError           an activity that wants an answer does not say where to, or from whom it is
├── LanguageModelError      a language model gave no answer in time
└── LoginError              Microsoft's login gives no token, or does not say which keys it signs with
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, TypeAlias

if TYPE_CHECKING:
    from yarl import URL

    from bot.locales import Value

FetchReason: TypeAlias = Literal[
    "address",  # it cannot be read
    "scheme",  # it is not https on port 443, or names a user
    "host",  # its host is not listed
    "inner",  # it is not on the open internet
    "untrusted",  # it wants the bot's token and is not on the channel's host
    "moved",  # it redirects the bot's token to another server
    "circles",  # it redirects too often
    "slow",
    "failed",
    "certificate",  # it is not trusted
    "status",
    "too-large",
    "empty",
]
"""Why a file could not be fetched."""


class BotError(Exception):
    """Any fault of this package's domain."""


class UserError(BotError):
    """A fault whose text is one sentence for the person in the chat.

    It names a message of `bot.locales` with its values, or carries what the catalogue reports. Its own text
    is the English one, for logs and command lines.
    """

    def __init__(self, code: str, /, **values: Value) -> None:
        super().__init__(code)
        self.code = code
        self.values = values

    def __str__(self) -> str:
        from bot.locales import FALLBACK, words_for  # Fluent and Babel take a while to import

        return words_for(FALLBACK)(self.code, **self.values)


class ForbiddenError(UserError):
    """The sender may not do that."""


class AttachmentError(UserError):
    """A photo or file could not be fetched or used."""


class BusyError(UserError):
    """Too much waits already."""


class DownloadError(UserError):
    """A file could not be made for somebody to download."""


class FetchError(BotError):
    """A file could not be fetched."""

    def __init__(
        self, reason: FetchReason, url: URL | None = None, *, status: int = 0, allowed: float = 0.0
    ) -> None:
        """`url` is None where no address can be read; `status` is the server's, `allowed` in megabytes."""
        super().__init__(reason)
        self.reason = reason
        self.url = url
        self.status = status
        self.allowed = allowed


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
        unheard: bool = False,
        unasked: bool = False,
        retry_after: float | None = None,
    ) -> None:
        """What the channel said of it.

        Args:
            status: its HTTP answer; None where there was none.
            passes: it may take the same reply later, and has surely not taken it now.
            unheard: no answer came; it may have taken the reply all the same.
            unasked: Microsoft's login kept the bot from asking, so that it has surely not taken it.
            retry_after: how long it asks to wait, in seconds.
        """
        super().__init__(text)
        self.status = status
        self.passes = passes
        self.unheard = unheard
        self.unasked = unasked
        self.retry_after = retry_after

    @property
    def for_now(self) -> bool:
        """Whether the same reply may be taken later."""
        return self.passes or self.unheard or self.unasked


class ActivityError(BotError):
    """An activity that wants an answer does not say where to, or from whom it is."""


class LanguageModelError(BotError):
    """A language model gave no answer in time, or none that can be read. Its text is for the operator."""


class LoginError(BotError):
    """Microsoft's login gives no token, or does not say which keys it signs with."""

    def __init__(self, text: str, *, passes: bool = False) -> None:
        """`passes`: it may give one to the same question later."""
        super().__init__(text)
        self.passes = passes
