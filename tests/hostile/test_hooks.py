"""Addresses of hooks that lead where no hook may be, and answers of a hook that is hostile."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from bot.errors import UserError
from bot.hooks.addresses import HookAddresses
from tests.hostile.cases import Case


@dataclass(frozen=True, kw_only=True)
class Address(Case):
    """Where somebody wants a hook."""

    address: str
    must: str = "refused, with a sentence"

    def __str__(self) -> str:
        return self.tries


ADDRESSES = [
    Address(tries=tries, address=address)
    for tries, address in {
        "a hook by http": "http://erp.example.com/",
        "a hook on another port": "https://erp.example.com:8443/",
        "a hook on this machine": "https://127.0.0.1/",
        "a hook on this machine, by name": "https://localhost/",
        "a hook in a private network": "https://10.0.0.5/",
        "a cloud's metadata as a hook": "https://169.254.169.254/latest/meta-data",
        "Azure's platform as a hook": "https://168.63.129.16/",
        "a hook at ::1": "https://[::1]/",
        "a private address within IPv6": "https://[::ffff:10.0.0.5]/",
        "this machine as one number": "https://2130706433/",
        "this machine in hexadecimal": "https://0x7f000001/",
        "a dotless name as a hook": "https://intranet/",
        "a listed host below another": "http://erp.internal.example.com/",
        "a host that ends as a listed one does": "http://evil-erp.internal/",
        "a hook with a password": "https://user:word@erp.example.com/",
        "a listed host as the user of another": "http://erp.internal@10.0.0.1/",
        "a hook with a fragment": "https://erp.example.com/#x",
        "a hook by ftp": "ftp://erp.example.com/",
        "a file as a hook": "file:///etc/passwd",
        "a hook without a scheme": "//erp.example.com/",
        "a hook without a host": "https:///path",
        "no address at all": "",
        "a hook of 3,000 characters": "https://erp.example.com/" + "x" * 3000,
        "a hook with NUL in its host": "https://erp.example\x00.com/",
        "a port that is no number": "https://erp.example.com:port/",
    }.items()
]


@pytest.mark.parametrize("case", ADDRESSES, ids=str)
def test_a_hook_is_on_the_open_internet_by_https(case: Address) -> None:
    with pytest.raises(UserError, match=r"\w+ \w+"):
        HookAddresses(["erp.internal"]).parsed(case.address)
