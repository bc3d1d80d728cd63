"""A system that uses the API of a bot: keys of each role, and requests with them."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import count
from typing import Any

from bot.api.application import PREFIX
from bot.state.keys import Keys
from bot.state.people import Role
from tests.kit.bots import ShopBot

_NUMBERS = count(1)


@dataclass(slots=True)
class ApiReply:
    """What the API answered."""

    status: int
    body: Any
    headers: dict[str, str]

    @property
    def code(self) -> str:
        """The code of an error; empty where it is none."""
        return str(self.body["error"]["code"]) if isinstance(self.body, dict) and "error" in self.body else ""


@dataclass(slots=True)
class ApiClient:
    """Asks the API of a shop's bot."""

    shop: ShopBot
    keys: Keys = field(init=False)
    made: dict[Role, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.keys = Keys(self.shop.catalogue.notes)

    def key(self, role: Role) -> str:
        """A key of that role, made once."""
        if role not in self.made:
            self.made[role] = self.keys.add(f"{role.word}-{next(_NUMBERS)}", role)
        return self.made[role]

    async def ask(
        self,
        method: str,
        path: str,
        *,
        role: Role | None = Role.ADMIN,
        headers: dict[str, str] | None = None,
        **options: Any,
    ) -> ApiReply:
        """Send a request with a key of that role, or with none; the path is below `/api/v1`."""
        sent = {} if role is None else {"Authorization": f"Bearer {self.key(role)}"}
        sent |= headers or {}
        async with self.shop.client.request(method, PREFIX + path, headers=sent, **options) as response:
            is_json = response.content_type == "application/json"
            body = await response.json() if is_json else await response.text()
            return ApiReply(response.status, body, dict(response.headers))

    async def order(self, once: str = "", *, role: Role = Role.SUPERVISOR, **fields: Any) -> ApiReply:
        """Order a stock movement, under a key of its own unless one is given."""
        headers = {"Idempotency-Key": once or f"order-{next(_NUMBERS):08}"}
        return await self.ask("POST", "/orders", role=role, headers=headers, json=fields)
