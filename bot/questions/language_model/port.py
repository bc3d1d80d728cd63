"""The language model as a port: what it's sent, and the text that it answers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Protocol


@dataclass(frozen=True, slots=True)
class Prompt:
    """All that leaves the house for one message."""

    instructions: str
    """The same for every message."""
    content: str
    """The message and the names that may be meant, as JSON."""
    schema: Mapping[str, Any]
    """JSON schema of the answer."""


class LanguageModel(Protocol):
    """What completes prompts; `bot.language_model.ChatEndpoint` is one."""

    async def complete(self, prompt: Prompt) -> str:
        """The text of the answer, from outside. Raises `LanguageModelError` where none comes in time."""
