"""What every filling of `bot.conversation.Deliveries` must do."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from bot.channel import InboundMessage
from bot.conversation import Deliveries
from bot.delivery.inbox import KIND, LIFE, MOST_UNHEARD, Inbox, Unanswered, bot_id
from catalogue.database import Database
from tests.fakes import deliveries as in_memory
from tests.fakes.channel import PLACE
from tests.kit.messages import message

MESSAGE = message("stock 1")


@pytest.fixture(params=["in memory", "kept"])
def deliveries(request: pytest.FixtureRequest, database: Database) -> Deliveries:
    return in_memory.Deliveries() if request.param == "in memory" else Inbox(database.notes, bot="a")


def test_a_message_comes_first_once_answered_or_not(deliveries: Deliveries) -> None:
    assert deliveries.first(MESSAGE)
    assert not deliveries.first(MESSAGE)
    deliveries.sent(MESSAGE, 1)
    assert not deliveries.first(MESSAGE)
    deliveries.answered(MESSAGE)
    assert not deliveries.first(MESSAGE)


@pytest.mark.parametrize(
    "other",
    [
        replace(MESSAGE, id="2"),
        replace(MESSAGE, kind="action"),
        replace(MESSAGE, place=replace(PLACE, conversation="a:another")),
        replace(MESSAGE, place=replace(PLACE, channel="directline")),
    ],
)
def test_another_message_is_another(deliveries: Deliveries, other: InboundMessage) -> None:
    assert deliveries.first(MESSAGE)
    assert deliveries.first(other)


def test_a_message_without_an_id_is_always_the_first(deliveries: Deliveries) -> None:
    nameless = replace(MESSAGE, id="")
    assert deliveries.first(nameless)
    deliveries.sent(nameless, 1)
    deliveries.answered(nameless)
    assert deliveries.first(nameless)


def test_what_a_stop_left_is_told_to_the_same_bot_with_what_was_sent(
    database: Database, tmp_path: Path
) -> None:
    before = Inbox(database.notes, bot=bot_id(tmp_path))
    second = replace(MESSAGE, id="2")
    for each in (MESSAGE, second):
        before.first(each)
    before.sent(second, 2)
    after = Inbox(database.notes, bot=bot_id(tmp_path))
    told = {left.message.id: (left.message, left.sent) for left in after.unanswered()}
    assert told == {"1": (MESSAGE, 0), "2": (second, 2)}
    assert Inbox(database.notes, bot="another").unanswered() == []
    for each in (MESSAGE, second):
        after.answered(each)
    assert after.unanswered() == []


def test_the_message_that_told_its_sender_to_wait_is_known_until_a_reply_took_its_place(
    database: Database,
) -> None:
    kept = Inbox(database.notes, bot="a")
    kept.first(MESSAGE)
    kept.waits(MESSAGE, "m1", 0)
    assert kept.unanswered() == [Unanswered(MESSAGE, 0, "m1")]
    kept.sent(MESSAGE, 1)
    assert kept.unanswered() == [Unanswered(MESSAGE, 1)]


def test_what_is_to_be_answered_later_is_told_apart_until_a_reply_went_out(database: Database) -> None:
    kept, another = Inbox(database.notes, bot="a"), Inbox(database.notes, bot="b")
    second = replace(MESSAGE, id="2")
    for each in (MESSAGE, second):
        kept.first(each)
    kept.waits(second, "m1", 1)
    for asked in (kept, another):
        asked.later(second)
        asked.later(replace(MESSAGE, id="never noted"))
    assert kept.unanswered(later=True) == [Unanswered(second, 1, "m1")]
    assert len(kept.unanswered()) == 2
    kept.sent(second, 2)
    assert kept.unanswered(later=True) == []
    kept.answered(second)
    kept.later(second)
    assert kept.unanswered() == [Unanswered(MESSAGE, 0)]


def test_what_no_reply_to_was_taken_for_two_days_is_given_up(database: Database) -> None:
    """Or a place that is gone would be spoken to for ever."""
    kept = Inbox(database.notes, bot="a")
    kept.first(MESSAGE)
    kept.later(MESSAGE)
    [(name, noted)] = database.notes.all(KIND).items()
    for days, owed in ((1, 1), (3, 0)):
        since = datetime.now(UTC) - timedelta(days=days)
        database.notes.put(KIND, name, noted | {"later": since.isoformat()}, life=LIFE)
        kept.later(MESSAGE)
        assert len(kept.unanswered()) == owed
    assert not kept.first(MESSAGE)


def test_a_reply_of_which_nothing_is_heard_is_tried_a_few_times_alone(database: Database) -> None:
    """Its sender may read it each time; what was surely not taken costs none of these."""
    kept = Inbox(database.notes, bot="a")
    kept.first(MESSAGE)
    kept.later(MESSAGE)
    owed = []
    for _ in range(MOST_UNHEARD):
        kept.later(MESSAGE, unheard=True)
        owed.append(len(kept.unanswered(later=True)))
    assert owed == [1] * (MOST_UNHEARD - 1) + [0]
    assert not kept.first(MESSAGE)


def test_a_bot_whose_id_was_cut_off_while_it_was_written_gets_one_of_its_own(tmp_path: Path) -> None:
    """As a full disk leaves it: all bots with an empty one would answer what each other have in work."""
    (tmp_path / "bot.id").touch()
    made = bot_id(tmp_path)
    assert len(made) == 32
    assert bot_id(tmp_path) == made
    assert [file.name for file in tmp_path.iterdir()] == ["bot.id"]
