"""Connections to the open internet alone: no name and no address may lead into the bot's own network."""

from __future__ import annotations

import ipaddress
import socket
from collections.abc import Collection

import aiohttp
from aiohttp.abc import AbstractResolver, ResolveResult
from aiohttp.resolver import DefaultResolver

_CARRIERS = tuple(ipaddress.IPv6Network(each) for each in ("::/96", "::ffff:0:0:0/96", "64:ff9b::/96"))
"""Of IPv6 addresses whose last 32 bits are an IPv4 address."""
_INNER = tuple(
    ipaddress.ip_network(each)
    for each in ("192.0.0.0/24", "192.88.99.0/24", "64:ff9b:1::/48", "fec0::/10", "168.63.129.16/32")
)
"""What is not the open internet, though Python 3.11 takes it for that.

The last is every Azure machine's own platform, which tells it its secrets:
https://learn.microsoft.com/azure/virtual-network/what-is-ip-address-168-63-129-16
"""


def open_session(
    *, allow_loopback: bool = False, inner_hosts: Collection[str] = (), limit: int = 20
) -> aiohttp.ClientSession:
    """A session that connects to addresses of the open internet only; the caller closes it.

    Names in `inner_hosts` may lead into the bot's own network. `limit`: connections at once.

    Checked where names are resolved, so that no name can lead into the bot's own network. It takes no proxy
    from the environment and keeps no cookies.
    """
    resolver = PublicResolver(allow_loopback=allow_loopback, inner_hosts=inner_hosts)
    connector = aiohttp.TCPConnector(resolver=resolver, limit=limit)
    return aiohttp.ClientSession(connector=connector, cookie_jar=aiohttp.DummyCookieJar())


class PublicResolver(AbstractResolver):
    """Resolves names to addresses of the open internet, and to loopback where that is allowed.

    Names in `inner_hosts` may have any address.
    """

    def __init__(
        self,
        inner: AbstractResolver | None = None,
        *,
        allow_loopback: bool = False,
        inner_hosts: Collection[str] = (),
    ) -> None:
        self._inner = inner or DefaultResolver()
        self._inner_hosts = inner_hosts
        self._allow_loopback = allow_loopback

    async def resolve(
        self, host: str, port: int = 0, family: socket.AddressFamily = socket.AF_INET
    ) -> list[ResolveResult]:
        results = await self._inner.resolve(host, port, family)
        inner = host.casefold() in self._inner_hosts
        allowed = [result for result in results if inner or self._may(result["host"])]
        if not allowed:
            raise OSError(f"{host} has no public address")
        return allowed

    async def close(self) -> None:
        await self._inner.close()

    def _may(self, address: str) -> bool:
        return may_be_public(address) or (self._allow_loopback and is_loopback(address))


def is_loopback(host: str | None) -> bool:
    """Whether a host name or an address is this machine and no other."""
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address((host or "").partition("%")[0]).is_loopback
    except ValueError:
        return False


def may_be_public(host: str) -> bool:
    """False for an address outside the open internet; a name is True, as it is checked when resolved."""
    try:
        address = ipaddress.ip_address(host.partition("%")[0])
    except ValueError:
        # A dotless or numeric name could be read as an address by the system's resolver: 127.1, 0x7f000001.
        last = host.rstrip(".").rpartition(".")
        return bool(last[0]) and not last[2][:1].isdigit() and "%" not in host
    if isinstance(address, ipaddress.IPv6Address):
        address = _carried(address)
    inner = any(address in network for network in _INNER if network.version == address.version)
    return address.is_global and not address.is_multicast and not inner


def _carried(address: ipaddress.IPv6Address) -> ipaddress.IPv4Address | ipaddress.IPv6Address:
    """The IPv4 address that an IPv6 one leads to, through this machine, a relay or a translator; else itself.

    RFC 4291, section 2.5.5; RFC 3056; RFC 6052; RFC 2765.
    """
    if (carried := address.ipv4_mapped or address.sixtofour) is not None:
        return carried
    if any(address in network for network in _CARRIERS):
        return ipaddress.IPv4Address(int(address) & 0xFFFF_FFFF)
    return address
