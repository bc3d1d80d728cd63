"""A language model behind an OpenAI-compatible chat endpoint, such as the tenant's own Azure OpenAI.

Requests and answers as in https://learn.microsoft.com/azure/ai-foundry/openai/reference#chat-completions. No
redirect is followed, since it would carry message and key to another server.
"""

from __future__ import annotations

import asyncio
import json
import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from http import HTTPStatus
from typing import Any

import aiohttp
from yarl import URL

from bot.errors import LanguageModelError
from bot.fetching.network import open_session
from bot.questions.language_model.port import Prompt
from bot.settings import Settings

log = logging.getLogger(__name__)

MAX_BYTES = 64 << 10
"""Of an answer; a reading has a few hundred."""
_CHUNK = 8 << 10
_PATH = "chat/completions"
_AZURE = (".openai.azure.com", ".cognitiveservices.azure.com", ".services.ai.azure.com", ".openai.azure.us")
_UNKNOWN_FIELD = frozenset({HTTPStatus.BAD_REQUEST, HTTPStatus.UNPROCESSABLE_ENTITY})
"""What servers answer that don't know `response_format`, or a model that takes no `temperature`."""


class ChatEndpoint:
    """Completes prompts over a session of its own, within `seconds` for all of it."""

    def __init__(
        self,
        session: aiohttp.ClientSession,
        address: str,
        *,
        key: str = "",
        model: str = "",
        seconds: float = 3.0,
    ) -> None:
        """`address` is that of the deployment or of the API: `…/chat/completions` is added where it lacks."""
        self._session = session
        self._url = endpoint_of(address)
        self._headers = {"Accept": "application/json", "Accept-Encoding": "identity"}
        if key:
            self._headers |= {"api-key": key} if is_azure(self._url) else {"Authorization": f"Bearer {key}"}
        self._model = model
        self._seconds = seconds
        self._plain = False  # whether the server refused the fields that not all know

    @property
    def host(self) -> str:
        """Where it is."""
        return self._url.host or ""

    async def complete(self, prompt: Prompt) -> str:
        """The text of the answer. Raises `LanguageModelError`."""
        try:
            async with asyncio.timeout(self._seconds):
                return _text(await self._answer(prompt))
        except TimeoutError as error:
            raise LanguageModelError(f"{self.host} didn't answer within {self._seconds:g} s") from error
        except (aiohttp.ClientError, OSError, ValueError) as error:
            raise LanguageModelError(f"{self.host} isn't reached ({type(error).__name__})") from error

    async def _answer(self, prompt: Prompt) -> bytes:
        status, body = await self._post(prompt, plain=self._plain)
        if status in _UNKNOWN_FIELD and not self._plain:
            status, body = await self._post(prompt, plain=True)
            self._plain = status == HTTPStatus.OK
        if status != HTTPStatus.OK:
            raise LanguageModelError(f"{self.host} answers {status}")
        return body

    async def _post(self, prompt: Prompt, *, plain: bool) -> tuple[int, bytes]:
        request = body_of(prompt, model=self._model, plain=plain)
        async with self._session.post(
            self._url, json=request, headers=self._headers, allow_redirects=False
        ) as response:
            if response.status != HTTPStatus.OK:
                return response.status, b""
            body = bytearray()
            async for chunk in response.content.iter_chunked(_CHUNK):
                body += chunk
                if len(body) > MAX_BYTES:
                    raise LanguageModelError(f"{self.host} answers more than {MAX_BYTES >> 10} KiB")
            return response.status, bytes(body)


@asynccontextmanager
async def open_language_model(settings: Settings) -> AsyncIterator[ChatEndpoint | None]:
    """The company's language model, with a session of its own; None where the settings name none."""
    if not settings.language_model_url:
        yield None
        return
    # The operator names it, not somebody in a chat: it may lie in the company's own network.
    host = (endpoint_of(settings.language_model_url).host or "").casefold()
    async with open_session(allow_loopback=True, inner_hosts=(host,)) as session:
        yield ChatEndpoint(
            session,
            settings.language_model_url,
            key=settings.language_model_key.get_secret_value(),
            model=settings.language_model_name,
            seconds=settings.language_model_seconds,
        )


def endpoint_of(address: str) -> URL:
    """The address that prompts are posted to. Raises `ValueError` where it can't be read."""
    url = URL(address)
    if url.path.rstrip("/").endswith(_PATH):
        return url
    return url.with_path(f"{url.path.rstrip('/')}/{_PATH}", keep_query=True)


def is_azure(url: URL) -> bool:
    """Whether the key goes into the header `api-key`, as Azure OpenAI and gateways before it want it."""
    return (url.host or "").endswith(_AZURE) or "/openai/deployments/" in url.path


def body_of(prompt: Prompt, *, model: str, plain: bool) -> dict[str, Any]:
    """The request for a prompt; `plain`: with the schema as words, for servers that know no other way."""
    schema = f"\nThe JSON schema of the answer:\n{json.dumps(prompt.schema)}\nAnswer with that JSON alone."
    body: dict[str, Any] = {
        "messages": [
            {"role": "system", "content": prompt.instructions + (schema if plain else "")},
            {"role": "user", "content": prompt.content},
        ],
    }
    if model:
        body["model"] = model
    if not plain:
        answer = {"name": "reading", "schema": prompt.schema, "strict": False}
        body |= {"temperature": 0, "response_format": {"type": "json_schema", "json_schema": answer}}
    return body


def _text(body: bytes) -> str:
    """The text of a completion. Raises `LanguageModelError` where it is none."""
    try:
        whole = json.loads(body)
        text = whole["choices"][0]["message"]["content"]
    except (ValueError, LookupError, TypeError, RecursionError) as error:
        raise LanguageModelError("the answer is no chat completion") from error
    if not isinstance(text, str):
        raise LanguageModelError("the answer has no text")
    return text
