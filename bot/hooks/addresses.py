"""Where hooks may be: on the open internet by https, and at hosts of the own network that are listed."""

from __future__ import annotations

from collections.abc import Collection

from yarl import URL

from bot.errors import UserError
from bot.fetching.network import is_loopback, may_be_public

LONGEST = 2000
"""Characters of an address."""


class HookAddresses:
    """Checks addresses, when a hook is added and again before each attempt.

    A name is checked once more when it is resolved, by the session that connects.
    """

    def __init__(self, inner_hosts: Collection[str] = (), *, allow_loopback: bool = False) -> None:
        """`inner_hosts` may be in the own network, by http too; `allow_loopback` is for tests."""
        self._inner_hosts = inner_hosts
        self._allow_loopback = allow_loopback

    def parsed(self, address: str) -> URL:
        """The address of a hook. Raises `UserError` for one that is not used."""
        try:
            url = URL(address)
            host = url.host
        except ValueError as error:
            raise UserError("operator-hook-address") from error
        if (
            not host
            or not address.isprintable()
            or " " in address
            or len(address) > LONGEST
            or url.scheme not in ("http", "https")
            or url.fragment
        ):
            raise UserError("operator-hook-address")
        if url.user is not None or url.password is not None:
            raise UserError("operator-hook-password")
        if host in self._inner_hosts or (self._allow_loopback and is_loopback(host)):
            return url
        if url.scheme != "https" or url.port != 443:
            raise UserError("operator-hook-https", host=host[:100])
        if not may_be_public(host):
            raise UserError("operator-hook-inner", host=host[:100])
        return url
