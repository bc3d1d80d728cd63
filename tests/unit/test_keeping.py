"""What keeping the catalogue through a chat rests on: who may, cards that change, links that expire."""

from __future__ import annotations

import asyncio
import os
import time
from collections.abc import AsyncIterator, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import asynccontextmanager, closing
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest

from bot.channel import Person, Place, Reply
from bot.delivery.card_places import CardPlace, CardPlaces
from bot.delivery.live_card import LiveCard
from bot.errors import DeliveryError, SettingsError, UserError
from bot.fetching.attachments import AttachmentFetcher
from bot.fetching.fetcher import SafeFetcher
from bot.fetching.network import open_session
from bot.handlers.catalogue.batch_cards import BatchCards
from bot.handlers.catalogue.batches import BatchHandler
from bot.handlers.catalogue.jobs import Jobs
from bot.handlers.catalogue.staging import Staging
from bot.links.downloads import Download, Downloads
from bot.settings import Settings, load_settings
from bot.state.people import People
from bot.worker_queue import WorkerQueue
from catalogue.batches.checking.picture_checks import read_with_pillow
from catalogue.errors import StaleBatchError
from catalogue.modes import Mode, State
from catalogue.store import Catalogue
from tests.cards.samples import golden_link
from tests.fakes.channel import PLACE, RecordingChannel
from tests.kit.handlers import turn
from tests.kit.messages import press
from tests.kit.stores import build_catalogue, toy_embed

ANN = "0d1f5c3e-0000-4000-8000-a1b2c3d4e5f6"
PRESS = press({}, Person("29:ann", "Ann Admin", ANN), id="1")
GONE = replace(PLACE, conversation="a:gone")
OURS = "72f988bf-0000-0000-0000-2d7cd011db47"
THEIRS = "11111111-2222-4333-8444-555555555555"


@pytest.fixture
def catalogue(tmp_path: Path) -> Iterator[Catalogue]:
    with closing(build_catalogue(tmp_path)) as opened:
        yield opened


@pytest.mark.parametrize(
    ("changes", "may"),
    [
        ({}, True),
        ({"sender": Person("29:ann", "Ann Admin", ANN.upper())}, True),
        ({"sender": Person("29:eve", "Ann Admin", "11111111-0000-4000-8000-a1b2c3d4e5f6")}, False),
        ({"sender": Person(ANN, ANN, None)}, False),
        ({"place": replace(PLACE, channel="directline")}, False),
        ({"place": replace(PLACE, tenant="another")}, False),
        ({"place": replace(PLACE, tenant=None)}, False),
        ({"sender": Person("29:ann", "Ann Admin", ANN, tenant=PLACE.tenant)}, True),
        ({"sender": Person("29:ann", "Ann Admin", ANN, tenant="another")}, False),
    ],
)
def test_an_admin_is_who_teams_vouches_for_in_our_tenant(
    catalogue: Catalogue, changes: dict[str, Any], may: bool
) -> None:
    people = People(catalogue.database.notes, admins=[(PLACE.tenant or "", ANN)])
    assert people.may(replace(PRESS, **changes)) is may


def test_with_no_admins_named_nobody_is_one_and_in_local_mode_everybody(catalogue: Catalogue) -> None:
    notes = catalogue.database.notes
    assert not People(notes).may(PRESS)
    assert People(notes, everybody=True).may(replace(PRESS, sender=Person("you")))


def test_an_admin_named_by_anything_but_an_object_id_is_refused_at_the_start(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("HANGTAG_ADMINS", f" {ANN} , {ANN.upper()},")
    monkeypatch.setenv("HANGTAG_TENANT_ID", OURS)
    assert load_settings().first_admins() == {(OURS, ANN)}
    for wrong in ("ann@example.com", f"{OURS}/", f"{OURS}/{ANN}/{ANN}", f"example.com/{ANN}"):
        monkeypatch.setenv("HANGTAG_ADMINS", wrong)
        with pytest.raises(SettingsError, match=r"HANGTAG_ADMINS.*object ids"):
            load_settings()


@pytest.mark.parametrize(
    ("given", "tenants", "admins"),
    [
        ({"tenant_id": OURS, "admins": ANN}, {OURS}, {(OURS, ANN)}),
        ({"tenant_id": OURS.upper(), "admins": ANN}, {OURS}, {(OURS, ANN)}),
        ({"tenant_id": OURS, "tenants": f"{OURS}, {THEIRS}", "admins": ANN}, {OURS, THEIRS}, {(OURS, ANN)}),
        (
            {"tenant_id": OURS, "tenants": f"{THEIRS.upper()},{OURS}", "admins": f"{ANN},{THEIRS}/{ANN}"},
            {OURS, THEIRS},
            {(OURS, ANN), (THEIRS, ANN)},
        ),
        ({"app_type": "MultiTenant", "tenants": THEIRS, "admins": ANN}, {THEIRS}, {(THEIRS, ANN)}),
    ],
)
def test_tenants_are_those_of_the_settings_and_an_admin_without_one_is_of_the_bots_own(
    given: dict[str, Any], tenants: set[str], admins: set[tuple[str, str]]
) -> None:
    known = Settings(_env_file=None, **given)  # type: ignore[call-arg]
    assert known.allowed_tenants() == tenants
    assert known.first_admins() == admins


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"app_type": "MultiTenant"}, r"set HANGTAG_TENANTS to the Entra tenant ids"),
        ({"app_type": "MultiTenant", "tenants": " , "}, r"set HANGTAG_TENANTS"),
        (
            {"app_type": "MultiTenant", "tenants": f"{OURS},{THEIRS}", "admins": ANN},
            rf"HANGTAG_ADMINS.*which tenant {ANN}",
        ),
        ({"tenant_id": OURS, "tenants": THEIRS, "admins": ANN}, rf"{ANN} in HANGTAG_ADMINS.*not answered"),
        ({"tenant_id": OURS, "admins": f"{THEIRS}/{ANN}"}, rf"{THEIRS}/{ANN} in HANGTAG_ADMINS"),
    ],
)
def test_a_bot_that_does_not_know_whom_it_serves_says_what_to_set(given: dict[str, Any], said: str) -> None:
    with pytest.raises(SettingsError, match=said):
        Settings(_env_file=None, **given).first_admins()  # type: ignore[call-arg]


def test_a_tenant_by_its_domain_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HANGTAG_TENANTS", f"{OURS},contoso.onmicrosoft.com")
    with pytest.raises(SettingsError, match=r"HANGTAG_TENANTS.*tenant ids as Entra shows them"):
        load_settings()


async def test_a_card_changes_no_faster_than_it_may_and_ends_with_the_last_word() -> None:
    channel, ticks = RecordingChannel(), iter(range(1000))
    live = LiveCard(channel, PLACE, every=0.1)
    began = asyncio.get_running_loop().time()
    assert await live.follow(asyncio.sleep(0.35, "done"), lambda: Reply(str(next(ticks)))) == "done"
    await live.show(Reply("done"))
    taken = asyncio.get_running_loop().time() - began
    assert channel.trail[0] == "send"
    assert set(channel.trail[1:]) == {"update"}
    assert len(channel.trail) <= 1 + taken / 0.1
    assert channel.updated[-1].reply == Reply("done")


async def test_work_that_is_done_soon_shows_no_progress_and_its_fault_goes_through() -> None:
    async def fails() -> None:
        raise UserError("no")

    channel = RecordingChannel()
    with pytest.raises(UserError):
        await LiveCard(channel, PLACE).follow(fails(), lambda: Reply("soon"), after=5.0)
    assert channel.trail == []


async def test_a_card_that_somebody_deleted_is_sent_anew() -> None:
    channel = RecordingChannel()
    live = LiveCard(channel, PLACE, message_id="deleted", every=0.0)
    await live.show(Reply("one"))
    await live.show(Reply("two"))
    assert channel.trail == ["send", "update"]


@pytest.mark.parametrize(
    "fault", [DeliveryError("not now", passes=True), DeliveryError("gone", unheard=True)]
)
async def test_a_card_that_cannot_be_replaced_for_now_gets_no_second_one_beside_it(
    fault: DeliveryError,
) -> None:
    class Away(RecordingChannel):
        async def update(self, place: Place, message_id: str, reply: Reply) -> None:
            raise fault

    channel = Away()
    with pytest.raises(DeliveryError):
        await LiveCard(channel, PLACE, message_id="m1", every=0.0).show(Reply("one"))
    assert channel.trail == []


def test_a_download_is_had_by_its_own_link_alone_and_until_it_expires(tmp_path: Path) -> None:
    downloads = Downloads("https://bot.example.com", b"k" * 32, tmp_path, lifetime=timedelta(hours=1))
    kept = downloads.keep("batch-1.csv", lambda out: out.write(b"all"))
    path = urlsplit(kept.link)
    _, _, token, name = path.path.split("/")
    until, signature = int(parse_qs(path.query)["until"][0]), parse_qs(path.query)["sig"][0]
    file = downloads.file(token, name, until, signature)
    assert file is not None
    assert file.read_bytes() == b"all"
    assert downloads.file(token, "batch-2.csv", until, signature) is None
    assert downloads.file(token, name, until + 1, signature) is None
    other = Downloads("https://bot.example.com", b"x" * 32, tmp_path)
    assert other.file(token, name, until, signature) is None
    os.utime(file, (time.time() - 7200,) * 2)
    downloads.keep("batch-2.csv", lambda out: out.write(b"more"))
    assert downloads.file(token, name, until, signature) is None


def test_two_bots_that_share_a_folder_sweep_it_at_the_same_time(tmp_path: Path) -> None:
    """What one has just deleted is no fault of the other's."""
    for number in range(2000):
        old = tmp_path / f"old-{number}"
        old.touch()
        os.utime(old, (0, 0))

    def keep(name: str) -> Download:
        bot = Downloads("https://bot.example.com", b"k" * 32, tmp_path)
        return bot.keep(name, lambda out: out.write(b"all"))

    with ThreadPoolExecutor(4) as bots:
        kept = list(bots.map(keep, [f"batch-{number}.csv" for number in range(4)]))
    assert len({one.link for one in kept}) == len(list(tmp_path.iterdir())) == 4


def test_a_download_that_cannot_be_written_leaves_nothing_behind(tmp_path: Path) -> None:
    def full(_out: object) -> None:
        raise OSError(28, "No space left on device")

    with pytest.raises(UserError, match="No space left on device"):
        Downloads("https://bot.example.com", b"k" * 32, tmp_path).keep("batch-1.csv", full)
    assert list(tmp_path.iterdir()) == []


def test_the_places_of_cards_outlive_the_process_and_a_broken_note_is_none(catalogue: Catalogue) -> None:
    notes = catalogue.database.notes
    places, card = CardPlaces(notes), CardPlace(3, PLACE, "m1", "de-DE", ANN)
    places.keep(card)
    places.keep(replace(card, batch=4))
    places.drop(4)
    notes.put("card", "5", {"batch": 5})
    assert CardPlaces(notes).all() == [card]


def test_a_file_of_settings_that_cannot_be_read_is_one_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / ".env").write_bytes("HANGTAG_TIME_ZONE=Europe/Zürich".encode("utf-16"))
    with pytest.raises(SettingsError, match=r"\.env .* UTF-8"):
        load_settings()


class Elsewhere(RecordingChannel):
    """Takes nothing in one conversation, for the reason that is given."""

    def __init__(self, fault: DeliveryError) -> None:
        super().__init__()
        self._fault = fault

    async def send(self, place: Place, reply: Reply) -> str:
        if place == GONE:
            raise self._fault
        return await super().send(place, reply)

    async def update(self, place: Place, message_id: str, reply: Reply) -> None:
        if place == GONE:
            raise self._fault
        await super().update(place, message_id, reply)


@asynccontextmanager
async def batch_handler(
    catalogue: Catalogue, places: CardPlaces, folder: Path
) -> AsyncIterator[BatchHandler]:
    """One that keeps its cards' places there."""
    jobs = WorkerQueue()
    async with open_session() as session:
        downloads = Downloads("https://bot.example.com", b"k" * 32, folder / "downloads")
        yield BatchHandler(
            catalogue,
            toy_embed,
            AttachmentFetcher(SafeFetcher(session)),
            staging=Staging(catalogue, toy_embed, picture_reader=read_with_pillow),
            jobs=Jobs(jobs, every=0.01),
            cards=BatchCards(catalogue, downloads, link=golden_link),
            places=places,
        )
    jobs.close()


@pytest.mark.parametrize(
    ("fault", "left"),
    [
        (DeliveryError("it was blocked", status=403), []),
        (DeliveryError("not now", status=503, passes=True), [1]),
        (DeliveryError("nobody there", unheard=True), [1]),
    ],
)
async def test_a_card_that_cannot_be_brought_up_to_date_keeps_no_other_from_it(
    catalogue: Catalogue, tmp_path: Path, fault: DeliveryError, left: list[int]
) -> None:
    """It is tried again as long as it may succeed; one whose batch is not known never does."""
    staged = [
        catalogue.stage([(f"{name}.csv", f"item,title,sku\n{name},x,{name}-1\n".encode())]) for name in "AB"
    ]
    places, channel = CardPlaces(catalogue.database.notes), Elsewhere(fault)
    places.keep(CardPlace(staged[0].id, GONE, "m7", "en", ANN))
    places.keep(CardPlace(77, PLACE, "m8", "en", ANN))
    places.keep(CardPlace(staged[1].id, PLACE, "m9", "en", ANN))
    async with batch_handler(catalogue, places, tmp_path) as batches:
        await batches.recover(lambda _: channel)
    assert [one.place for one in channel.sent] == [PLACE]
    assert "Batch 2" in channel.texts[0]
    assert [card.batch for card in places.all()] == left


async def test_the_card_of_a_batch_that_another_bot_is_applying_is_left_alone(
    catalogue: Catalogue, tmp_path: Path
) -> None:
    staged = catalogue.stage([("caps.csv", b"item,title,sku\nCAP,Cap,CAP-1\n")])
    catalogue.database.ledger.move(staged.id, [State.STAGED], State.APPLYING)
    places, channel = CardPlaces(catalogue.database.notes), RecordingChannel()
    places.keep(CardPlace(staged.id, PLACE, "m1", "en", ANN))
    async with batch_handler(catalogue, places, tmp_path) as batches:
        with catalogue.database.batch_lock(wait=0):
            await batches.recover(lambda _: channel)
        assert (channel.updated, len(places.all())) == ([], 1)


async def test_a_batch_that_would_change_other_things_by_now_is_shown_again_and_not_applied(
    catalogue: Catalogue, tmp_path: Path
) -> None:
    def table(title: str) -> tuple[str, bytes]:
        return "caps.csv", f"item,title,sku\nCAP,{title},CAP-1\n".encode()

    staged = catalogue.stage([table("Cap")])
    other = catalogue.stage([table("Hat")])
    catalogue.apply_staged(other.id, toy_embed)
    channel = RecordingChannel()
    await channel.send(PLACE, Reply("the card"))
    async with batch_handler(catalogue, CardPlaces(catalogue.database.notes), tmp_path) as batches:
        with pytest.raises(StaleBatchError):
            await batches.apply(turn(PRESS, channel=channel), staged.id)
        card = channel.updated[-1].reply.card
        assert card is not None
        assert [one["title"] for one in card["actions"]] == ["Apply", "Discard", "Full list"]
        assert catalogue.item("CAP").title == "Hat"
        await batches.apply(turn(PRESS, channel=channel), staged.id)
    assert catalogue.item("CAP").title == "Cap"
    assert [record.state for record in catalogue.history()] == [State.APPLIED, State.APPLIED]
    assert catalogue.history()[0].mode is Mode.UPSERT
    assert channel.updated[-1].reply.text == "Batch 1 was applied"
