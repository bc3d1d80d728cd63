"""Events and their queue, whether the database is SQLite or PostgreSQL."""

from __future__ import annotations

import json
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from catalogue.database import BatchRecord, Database, NewIntake
from catalogue.database.events import CLAIM
from catalogue.errors import MovementRefusedError
from catalogue.events import Claimed, Event, EventKind, EventState, Subscription
from catalogue.items import Item, StockLevel, Variant
from catalogue.modes import State
from catalogue.movements import Worker
from tests.kit.stores import database_of, open_database

NOW = datetime(2026, 3, 1, 12, 30, tzinfo=UTC)
ANN = Worker("ann", "Ann")
LEVELS = (StockLevel("Hall A", 10, 2, NOW), StockLevel("Hall B", 5, 0, NOW))
TEE = Item("Tee", "Tee", variants=(Variant("T-S", "S", None, LEVELS), Variant("T-M", "M", retired=True)))
CAP = Item("Cap", "Cap", variants=(Variant("C-1", "", None, (StockLevel("Hall A", 9, 0, NOW),)),))


@pytest.fixture(params=["sqlite", "postgresql"])
def database(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Database]:
    """A SKU with 13 free pieces, 8 of them in hall A; another with 9."""
    with database_of(request, tmp_path, TEE, CAP) as opened:
        yield opened


def subscribe(database: Database, *kinds: EventKind, **options: Any) -> Subscription:
    return database.events.subscribe("https://a.example/", "whsec_", kinds or list(EventKind)[:3], **options)


def low_stock(database: Database, below: int, location: str | None = None) -> Subscription:
    return subscribe(database, EventKind.LOW_STOCK, below=below, location=location)


def told(database: Database, subscription: Subscription | None = None) -> list[dict[str, Any]]:
    """The data of all events, oldest first."""
    number = None if subscription is None else subscription.id
    events = reversed(database.events.log(subscription_id=number, limit=1000))
    return [json.loads(event.body)["data"] for event in events]


def move(database: Database, quantity: int = 1) -> None:
    database.movements.move("T-S", "Hall A", "Hall B", quantity, by=ANN)


def claimed(database: Database, subscription: Subscription, *, limit: int = 9) -> list[Claimed]:
    return list(database.events.claim(subscription.id, soon(), limit=limit))


def soon() -> datetime:
    return datetime.now(UTC) + timedelta(seconds=1)


def test_a_movement_is_published_to_each_who_wants_it_and_to_nobody_else(database: Database) -> None:
    first, second = subscribe(database, EventKind.MOVEMENT), subscribe(database, EventKind.MOVEMENT)
    other = subscribe(database, EventKind.BATCH)
    move(database, 3)
    for subscription in (first, second):
        [data] = told(database, subscription)
        assert (data["kind"], data["sku"], data["quantity"], data["by"]) == ("move", "T-S", 3, "Ann")
        assert data["after"]["Hall A"] == {"on_hand": 7, "reserved": 2}
    assert told(database, other) == []
    [event] = database.events.log(subscription_id=first.id)
    assert (event.subject, event.state, event.attempts) == ("t-s", EventState.WAITING, 0)
    assert len({event.message for event in database.events.log()}) == 2


def test_what_is_refused_publishes_nothing(database: Database) -> None:
    subscribe(database)
    with pytest.raises(MovementRefusedError):
        move(database, 99)
    assert database.events.log() == ()


def test_events_of_a_subject_are_claimed_one_after_another(database: Database) -> None:
    hook = subscribe(database, EventKind.MOVEMENT)
    move(database)
    database.movements.count("C-1", "Hall A", 8, by=ANN)
    move(database, 2)
    assert database.events.due(soon()) == (hook.id,)
    tee, cap = claimed(database, hook)
    assert [each.event.subject for each in (tee, cap)] == ["t-s", "c-1"]
    assert claimed(database, hook) == []
    assert database.events.due(soon()) == ()
    database.events.delivered(cap, "HTTP 200", NOW)
    database.events.failed(tee, "HTTP 500", NOW, again=datetime.now(UTC) + timedelta(hours=1))
    assert claimed(database, hook) == []  # the second must not overtake the first
    later = datetime.now(UTC) + timedelta(minutes=61)
    [again] = database.events.claim(hook.id, later, limit=9)
    assert (again.event.message, again.event.attempts) == (tee.event.message, 1)
    database.events.delivered(again, "HTTP 200", NOW)
    [second] = claimed(database, hook)
    assert json.loads(second.event.body)["data"]["quantity"] == 2


def test_what_is_given_up_lets_the_next_of_its_subject_go(database: Database) -> None:
    hook = subscribe(database, EventKind.MOVEMENT)
    move(database)
    move(database, 2)
    [first] = claimed(database, hook)
    database.events.failed(first, "HTTP 500", NOW, again=None)
    [second] = claimed(database, hook)
    assert second.event.id > first.event.id
    assert database.events.log()[1].state is EventState.GIVEN_UP


def test_of_many_senders_each_event_goes_to_one(database: Database) -> None:
    hook = subscribe(database, EventKind.BATCH)
    for number in range(20):
        record = BatchRecord(None, f"{number}.csv", 1, 0, 0, state=State.FAILED)
        database.ledger.add(record, announced=True)
    with ThreadPoolExecutor(6) as threads:
        parts = list(threads.map(lambda _: claimed(database, hook, limit=5), range(12)))
    ids = [each.event.id for part in parts for each in part]
    assert len(ids) == len(set(ids)) == 20


def test_a_claim_ends_by_itself_and_whoever_lost_it_changes_nothing(database: Database) -> None:
    hook = subscribe(database, EventKind.MOVEMENT)
    move(database)
    [lost] = claimed(database, hook)
    later = soon() + CLAIM + timedelta(seconds=1)
    [taken] = database.events.claim(hook.id, later, limit=1)
    database.events.failed(lost, "late", NOW, again=None)
    assert database.events.log()[0].state is EventState.WAITING
    database.events.delivered(taken, "HTTP 204", NOW)
    [event] = database.events.log()
    assert (event.state, event.answer) == (EventState.DELIVERED, "HTTP 204")
    database.events.release(taken)
    assert database.events.log() == (event,)


def test_a_clock_that_was_set_back_holds_nothing_up(database: Database) -> None:
    """Whatever an earlier clock wrote, a day or a year ahead, counts as due."""
    hook = subscribe(database, EventKind.MOVEMENT)
    move(database)
    ahead = datetime.now(UTC) + timedelta(days=400)
    [first] = database.events.claim(hook.id, ahead, limit=1)  # and the sender dies
    [again] = claimed(database, hook)
    assert again.event.id == first.event.id
    database.events.failed(again, "HTTP 500", ahead, again=ahead)
    assert [each.event.id for each in claimed(database, hook)] == [first.event.id]


def test_low_stock_is_told_once_for_each_crossing(database: Database) -> None:
    hook = low_stock(database, 10)
    count = database.movements.count
    count("T-S", "Hall A", 9, by=ANN)  # 12 are free
    assert told(database, hook) == []
    count("T-S", "Hall A", 6, by=ANN)  # 9
    count("T-S", "Hall A", 5, by=ANN)  # 8, as low as before
    [data] = told(database, hook)
    assert (data["sku"], data["item"], data["available"], data["before"], data["below"]) == (
        "T-S",
        "Tee",
        9,
        12,
        10,
    )
    count("T-S", "Hall A", 7, by=ANN)  # 10: up again
    database.movements.reserve("T-S", "Hall B", 1, person="Bob", by=ANN)  # 9: what is reserved is not free
    assert [data["available"] for data in told(database, hook)] == [9, 9]


def test_low_stock_at_a_place_counts_there_alone(database: Database) -> None:
    everywhere, hall = low_stock(database, 13), low_stock(database, 6, "Hall A")
    move(database, 3)
    assert [(data["location"], data["available"]) for data in told(database, hall)] == [("Hall A", 5)]
    assert told(database, everywhere) == []
    database.movements.undo(database.movements.latest()[0].id, by=ANN)
    move(database, 4)
    assert len(told(database, hall)) == 2


def test_a_batch_tells_of_low_stock_too(database: Database) -> None:
    hook = low_stock(database, 5)
    fewer = replace(CAP.variants[0], stock=(StockLevel("Hall A", 2, 0, NOW),))
    few_and_new = Item("New", "New", variants=(Variant("N-1", "", None, (StockLevel("Hall A", 1, 0, NOW),)),))
    record = BatchRecord(NOW, "x.csv", 1, 1, 0)
    database.write([replace(CAP, variants=(fewer,)), few_and_new, TEE], record)
    assert [(data["sku"], data["available"]) for data in told(database, hook)] == [("C-1", 2)]
    database.write([replace(CAP, variants=(replace(fewer, retired=True),))], record)
    assert len(told(database, hook)) == 1


def test_batches_are_told_of_by_state(database: Database) -> None:
    hook = subscribe(database, EventKind.BATCH)
    batch = database.ledger.add(BatchRecord(None, "x.csv", 1, 0, 0, state=State.FAILED))
    moves = [
        ([State.FAILED], State.STAGED),
        ([State.STAGED], State.APPLYING),
        ([State.APPLYING], State.STAGED),  # it could not be applied
        ([State.STAGED], State.APPLYING),
        ([State.APPLYING], State.APPLIED),
        ([State.APPLIED], State.UNDONE),
    ]
    for states, to in moves:
        assert database.ledger.move(batch, states, to)
    assert not database.ledger.move(batch, [State.STAGED], State.DISCARDED)
    assert [data["state"] for data in told(database, hook)] == ["staged", "applied", "undone"]


def test_a_garment_that_is_registered_twice_is_told_of_once(database: Database) -> None:
    hook = subscribe(database, EventKind.UNKNOWN_GARMENT)
    new = NewIntake("look", "photo", "cut-out", "upper", "ann", "Ann", "chat")
    number, _ = database.intakes.add(new)
    database.intakes.add(new)
    assert [(data["intake"], data["class"], data["by"]) for data in told(database, hook)] == [
        (number, "upper", "Ann")
    ]


def test_who_is_removed_gets_nothing_and_leaves_nothing(database: Database) -> None:
    hook, other = subscribe(database, EventKind.MOVEMENT), subscribe(database, EventKind.MOVEMENT)
    move(database)
    [under_way] = claimed(database, hook)
    assert database.events.unsubscribe(hook.id)
    assert not database.events.unsubscribe(hook.id)
    database.events.delivered(under_way, "HTTP 200", NOW)
    assert {event.subscription_id for event in database.events.log()} == {other.id}
    assert database.events.claim(hook.id, soon(), limit=9) == ()


def test_what_is_done_is_forgotten_after_a_while_and_what_waits_is_not(database: Database) -> None:
    hook = subscribe(database, EventKind.MOVEMENT)
    move(database)
    move(database, 2)
    [first] = claimed(database, hook)
    database.events.delivered(first, "HTTP 200", NOW)
    assert database.events.sweep(NOW) == 0
    assert database.events.sweep(NOW + timedelta(seconds=1)) == 1
    remaining: tuple[Event, ...] = database.events.log()
    assert [event.state for event in remaining] == [EventState.WAITING]


def test_a_backup_has_the_subscriptions_and_not_what_is_under_way(database: Database, tmp_path: Path) -> None:
    hook = subscribe(database, EventKind.MOVEMENT)
    move(database)
    rows = list(database.dump.rows())
    assert "events" not in {table for table, _ in rows}
    with_hook = database.events.subscriptions()

    with open_database(tmp_path, name="restored.sqlite3") as restored:
        restored.events.subscribe("https://other.example/", "whsec_", [EventKind.BATCH])
        assert restored.dump.is_empty()
        restored.dump.restore(rows)
        assert restored.events.subscriptions() == with_hook == (hook,)
