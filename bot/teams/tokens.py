"""Tokens of Microsoft's login: the one that the bot shows, and the keys that sign those it is shown."""

from __future__ import annotations

import asyncio
import logging
import math
import ssl
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from http import HTTPStatus
from typing import Any

import aiohttp
import httpx
import jwt
from msal.exceptions import MsalError

from bot.errors import LoginError
from bot.teams.login import Login

log = logging.getLogger(__name__)

_SECONDS = 10.0
_TIMEOUT = aiohttp.ClientTimeout(total=_SECONDS)
_MARGIN = 300.0
"""A token is renewed this many seconds before it expires, as clocks differ and requests take time."""
_LAST_USE = 30.0
"""And used until so many before, where it cannot be renewed."""
_AGAIN = 15.0
"""Seconds after which it is tried again to renew one that is still good."""


class BotToken:
    """The bot's own bearer token, cached until it expires.

    MSAL gets it by the login that is given. Its own cache is not used, as MSAL 1.39 takes no token from it
    in the last 5 minutes, nor where the login answers 5xx when it is time to renew one.
    """

    def __init__(self, login: Login, *, clock: Callable[[], float] = time.monotonic) -> None:
        self._login = login
        self._clock = clock
        self._token = ""
        self._good_until = self._usable_until = self._failed_at = -math.inf
        self._fault = LoginError("Microsoft's login was not asked yet.")
        self._lock = asyncio.Lock()

    async def get(self, *, instead_of: str | None = None) -> str:
        """The token; a new one where the kept one is the one that was just refused. Raises `LoginError`.

        A login that is away for a while is not missed as long as the kept one is good.
        """
        asked_at = self._clock()
        async with self._lock:
            if self._clock() >= self._good_until or self._token == instead_of:
                if self._failed_at > asked_at:  # another has asked meanwhile, and in vain
                    raise LoginError(str(self._fault), passes=self._fault.passes)
                try:
                    token, seconds = await self._fetch()
                except LoginError as fault:
                    now = self._clock()
                    if now < self._usable_until and self._token != instead_of:
                        log.warning("the bot's token cannot be renewed yet: %s", fault)
                        self._good_until = min(now + _AGAIN, self._usable_until)
                        return self._token
                    self._failed_at, self._fault = now, fault
                    raise
                now = self._clock()
                self._token = token
                self._good_until = now + max(seconds - _MARGIN, seconds / 2)
                self._usable_until = max(now + seconds - _LAST_USE, self._good_until)
            return self._token

    async def _fetch(self) -> tuple[str, float]:
        """A new token and its seconds. Raises `LoginError`."""
        try:
            async with asyncio.timeout(_SECONDS):
                return await asyncio.to_thread(self._acquire)
        except TimeoutError as error:
            raise LoginError("Microsoft's login does not answer in time.", passes=True) from error

    def _acquire(self) -> tuple[str, float]:
        """The same. Blocks."""
        statuses = [0]

        def note(response: httpx.Response) -> None:
            statuses.append(response.status_code)

        try:
            # The system's certificates and no proxy of the environment, as for all that the bot connects to.
            with _Http(
                verify=ssl.create_default_context(),
                timeout=_SECONDS,
                trust_env=False,
                event_hooks={"response": [note]},
            ) as http:
                answer = self._login(http)
        except httpx.HTTPError as error:
            text = f"Microsoft's login does not answer: {type(error).__name__}."
            raise LoginError(text, passes=True) from error
        except (MsalError, ValueError, KeyError, RuntimeError) as error:
            answer = {"error_description": str(error)}
        if not answer.get("access_token"):
            status = statuses[-1]
            why = str(answer.get("error_description") or answer.get("error") or "").partition("\n")[0]
            text = f"Microsoft's login gives the bot no token (HTTP {status}). {why[:300]}".strip()
            passes = status == HTTPStatus.TOO_MANY_REQUESTS or status >= HTTPStatus.INTERNAL_SERVER_ERROR
            raise LoginError(text, passes=passes)
        return answer["access_token"], float(answer.get("expires_in", 3600))


class _Http(httpx.Client):
    """A client for MSAL, which is written for another library: it sends a form's bytes as they are."""

    def post(self, url: Any, *, data: Any = None, **options: Any) -> httpx.Response:
        """Send a form; httpx alone would send the bytes of a signed assertion as `b'…'`."""
        if isinstance(data, Mapping):
            data = {
                name: value.decode() if isinstance(value, bytes) else value for name, value in data.items()
            }
        return super().post(url, data=data, **options)


@dataclass(frozen=True, slots=True)
class SigningKey:
    """A public key, and the channels for which it may sign (empty: any)."""

    public_key: Any
    endorsements: tuple[str, ...]


class SigningKeys:
    """The keys that an OpenID metadata document names, read again each day and when an unknown one turns up.

    A forger may name unknown keys at will, so the document is read at most every `min_gap` seconds.
    """

    def __init__(
        self,
        session: aiohttp.ClientSession,
        url: str,
        *,
        max_age: float = 24 * 3600,
        min_gap: float = 30.0,
    ) -> None:
        self._session = session
        self._url = url
        self._max_age = max_age
        self._min_gap = min_gap
        self._keys: dict[str, SigningKey] = {}
        self._read_at = -float("inf")
        self._tried_at = -float("inf")
        self._lock = asyncio.Lock()

    async def get(self, key_id: str | None) -> SigningKey:
        """The key of that id.

        Raises `PermissionError` where there is none, `LoginError` where none can be read at all.
        """
        asked_at = time.monotonic()
        if key_id not in self._keys or asked_at - self._read_at > self._max_age:
            async with self._lock:
                # Whoever waited here for another's reading needs none of its own.
                if self._tried_at < asked_at and asked_at - self._tried_at >= self._min_gap:
                    await self._read()
        if not self._keys:
            raise LoginError("The keys that sign Microsoft's tokens cannot be read.")
        if key_id is None or key_id not in self._keys:
            raise PermissionError("the token is signed with an unknown key")
        return self._keys[key_id]

    async def _read(self) -> None:
        """Read the document and its keys; where that fails, the old ones stay."""
        try:
            self._keys = await self._fetch()
            self._read_at = time.monotonic()
        except (aiohttp.ClientError, TimeoutError, ValueError, KeyError, TypeError) as error:
            what = f"{type(error).__name__}: {error}"
            log.error("the signing keys cannot be read from %s (%s)", self._url, what)
        finally:
            self._tried_at = time.monotonic()

    async def _fetch(self) -> dict[str, SigningKey]:
        keys_url = (await self._json(self._url))["jwks_uri"]
        keys: dict[str, SigningKey] = {}
        for raw in (await self._json(keys_url))["keys"]:
            if not isinstance(raw, dict) or raw.get("kty") != "RSA" or "kid" not in raw:
                continue
            try:
                key = jwt.PyJWK(raw, algorithm="RS256").key
            except jwt.PyJWTError:
                log.warning("the signing key %s cannot be used", raw["kid"])
                continue
            keys[raw["kid"]] = SigningKey(key, tuple(raw.get("endorsements") or ()))
        if not keys:
            raise ValueError("the document names no usable key")
        return keys

    async def _json(self, url: str) -> Any:
        async with self._session.get(url, timeout=_TIMEOUT) as response:
            response.raise_for_status()
            return await response.json(content_type=None)
