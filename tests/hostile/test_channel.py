"""What the channel answers, where it is no answer: a message is given up in its time, and with a reason."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass

import pytest

from bot.channel import Reply
from bot.delivery.outbox import Outbox
from bot.errors import DeliveryError
from tests.fakes.bot import running_bot
from tests.fakes.microsoft import FakeMicrosoft
from tests.hostile.cases import Case


@dataclass(frozen=True, kw_only=True)
class Wait(Case):
    """When to come back, as a channel that takes nothing says it."""

    after: str
    must: str = "given up in its time, after a few tries"


WAITS = [
    Wait(tries="a pause that is no number (NaN)", after="nan"),
    Wait(tries="a pause that is endless", after="inf"),
    Wait(tries="a pause beyond all numbers", after="1e999"),
    Wait(tries="a pause below 0", after="-5"),
    Wait(tries="a pause in words", after="soon"),
    Wait(tries="a pause of no length", after=""),
    Wait(tries="a pause of a thousand years", after="31536000000"),
    Wait(tries="a pause until the end of the calendar", after="Fri, 31 Dec 9999 23:59:59 -2300"),
    Wait(tries="a pause until the year 1", after="Mon, 01 Jan 0001 00:00:00 +2300"),
    Wait(tries="a pause until a day that there is not", after="Fri, 31 Feb 2026 00:00:00 GMT"),
]


@pytest.mark.parametrize("case", WAITS, ids=str)
async def test_a_channel_that_takes_nothing_is_given_up(cloud: FakeMicrosoft, case: Wait) -> None:
    """Neither at once and for ever, nor never again."""
    async with running_bot(cloud) as bot:
        outbox = Outbox(bot.channel, rates=[(1000, 1.0)], patience=1.5, first_pause=0.2)
        cloud.refusals += [(429, {"Retry-After": case.after})] * 500
        async with asyncio.timeout(10):
            with pytest.raises(DeliveryError, match="429"):
                await outbox.send(bot.place, Reply("x"))
    assert 1 <= len(cloud.delivered) <= 40
