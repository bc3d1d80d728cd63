"""Signed links, changed in each way that any link must withstand, and the buttons of an answer."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from yarl import URL

from tests.hostile.cases import Case
from tests.kit.bots import BotResponse, ShopBot

OTHER = {"id": "29:other", "name": "Otto Other", "aadObjectId": "11111111-0000-4000-8000-a1b2c3d4e5f6"}


def button(response: BotResponse, does: str) -> dict[str, Any]:
    """What the first button of that kind carries."""
    executed = [part["data"] for part in walked(response.cards) if part.get("type") == "Action.Execute"]
    carried: dict[str, Any] = next(data for data in executed if data["do"] == does)
    return carried


def walked(node: Any) -> Iterator[dict[str, Any]]:
    """Every object inside a card."""
    if isinstance(node, dict):
        yield node
    for inner in node.values() if isinstance(node, dict) else node if isinstance(node, list) else ():
        yield from walked(inner)


Changed = Callable[[str], str]


@dataclass(frozen=True, kw_only=True)
class Link(Case):
    """A signed link, changed."""

    change: Changed
    must: str = "404, with nothing of the file"


def swapped(old: str, new: str) -> Changed:
    def change(path: str) -> str:
        assert old in path
        return path.replace(old, new, 1)

    return change


def without(name: str) -> Changed:
    return lambda path: "&".join(
        part for part in path.replace("?", "?&").split("&") if not part.startswith(name)
    )


ANY_LINK = [
    Link(tries="no signature", change=without("sig")),
    Link(tries="no end", change=without("until")),
    Link(tries="an empty signature", change=lambda path: path.partition("sig=")[0] + "sig="),
    Link(tries="half a signature", change=lambda path: path[:-20]),
    Link(tries="a signature with a sign more", change=lambda path: path + "A"),
    Link(tries="a signature with padding", change=lambda path: path + "%3D"),
    Link(
        tries="a signature in capitals",
        change=lambda path: path.partition("sig=")[0] + "sig=" + path.partition("sig=")[2].upper(),
    ),
    Link(tries="a later end", change=swapped("until=1", "until=2")),
    Link(tries="an end below 0", change=swapped("until=", "until=-")),
    Link(tries="an end with a plus", change=swapped("until=", "until=%2B1")),
    Link(tries="an end in words", change=swapped("until=", "until=x")),
    Link(tries="an end of 5,000 digits", change=swapped("until=", "until=" + "9" * 5000)),
    Link(tries="an end that is endless", change=swapped("until=", "until=inf&x=")),
    Link(tries="another end before the true one", change=swapped("until=", "until=9999999999&until=")),
]


async def got(shop: ShopBot, path: str) -> tuple[int, bytes]:
    """The path as it is, though clients and proxies would make a shorter one of it."""
    address = URL(str(shop.client.make_url("/")).rstrip("/") + path, encoded=True)
    async with shop.client.session.get(address) as response:
        return response.status, await response.read()
