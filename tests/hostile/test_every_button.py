"""Every kind of button that there is, and what must happen when it is forwarded, replayed, altered or old.

The cases are those of the bot's own table: a button that stands there and not here fails the first test.
A button is obtained as people obtain it, from a whole bot; then each misuse of it must be refused and change
nothing, the true press must do its work, and a second one must not do it twice.
"""

from __future__ import annotations

import ast
import asyncio
import json
import re
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path
from typing import Any

import pytest
from yarl import URL

import bot
from bot.buttons import Button
from bot.channel import Place
from bot.cut_out.routes import LIFETIME, PURPOSE
from bot.links.media import media_key
from bot.links.signatures import Signatures
from bot.links.signed_buttons import LIFE, SIGNATURE, SignedButtons
from bot.routing.table import BUTTONS
from bot.settings import Settings
from catalogue.store import Catalogue
from tests.fakes import activities
from tests.fakes.microsoft import TENANT
from tests.hostile.cases import Case, stated
from tests.hostile.links import ANY_LINK, OTHER, Link, button, got, walked
from tests.kit.bots import ADDRESS, BotResponse, ShopBot
from tests.kit.photos import jpeg
from tests.kit.shop import GARMENTS, phone_photo

FRESH = count(1)
REFUSED = "work here. It was made for another person"


@dataclass(slots=True)
class Chat:
    """One person in one conversation, and the bot's own seals."""

    shop: ShopBot
    key: bytes
    seals: SignedButtons
    person: dict[str, Any]
    place: dict[str, Any]

    async def say(self, text: str) -> BotResponse:
        return await self.shop.say(text, **self._here)

    async def press(self, data: dict[str, Any], **fields: Any) -> BotResponse:
        return await self.shop.press(data, **(self._here | fields))

    async def photo(self, seed: int = 4) -> dict[str, Any]:
        """Send one; what the Right on its answer carries."""
        name = f"photo{next(FRESH)}"
        self.shop.cloud.files[name] = jpeg(phone_photo("JEANS", seed=seed))
        url = self.shop.cloud.service_url
        said = await self.shop.send(activities.photos(url, activities.inline_photo(url, name)), **self._here)
        return button(said, "match-right")

    async def batch(self) -> BotResponse:
        """Send one that brings an item of its own."""
        name = f"new{next(FRESH)}"
        self.shop.cloud.files[name] = f"item,title,sku\n{name},A new one,{name}-M\n".encode()
        link = f"{self.shop.cloud.url}/sharepoint/{name}"
        sent = activities.photos(self.shop.cloud.service_url, activities.shared_file(link, f"{name}.csv"))
        return await self.shop.send(sent, **self._here)

    async def unread_batch(self) -> BotResponse:
        """Send one whose columns nobody knows."""
        name = f"unread{next(FRESH)}"
        self.shop.cloud.files[name] = f"Alpha,Beta,{name}\n{name},A new one,{name}-M\n".encode()
        link = f"{self.shop.cloud.url}/sharepoint/{name}"
        sent = activities.photos(self.shop.cloud.service_url, activities.shared_file(link, f"{name}.csv"))
        return await self.shop.send(sent, **self._here)

    async def intake(self) -> BotResponse:
        """Register a garment and open it."""
        await self.press(await self.seen_as("intake-new"))
        return await self.press(button(await self.say("intakes"), "intake-open"))

    async def seen_as(self, does: str, **more: str) -> dict[str, Any]:
        """A button about a new photo of ours, such as its card has where its answer is another one."""
        return self.sign({"do": does, "look": (await self.photo())["look"], **more})

    def sign(self, data: dict[str, Any], *, seals: SignedButtons | None = None) -> dict[str, Any]:
        """As the bot seals it, for this person here."""
        place = Place("msteams", self.place["id"], "personal", "", "", TENANT)
        return (seals or self.seals).sign(data, place, self.person["aadObjectId"])

    @property
    def _here(self) -> dict[str, Any]:
        return {"conversation": self.place, "from": self.person}


Obtain = Callable[[Chat], Awaitable[dict[str, Any]]]


async def work(chat: Chat, does: str) -> dict[str, Any]:
    return button(await chat.say("reserve 1 of JEANS-M at Hall A for Bob"), does)


async def begun(chat: Chat) -> dict[str, Any]:
    """A size of an order that names none."""
    return button(await chat.say("reserve 1 of JEANS for Bob"), "work-complete")


async def done_work(chat: Chat) -> dict[str, Any]:
    return button(await chat.press(await work(chat, "work-confirm")), "work-undo")


async def applied(chat: Chat) -> dict[str, Any]:
    return button(await chat.press(button(await chat.batch(), "batch-apply")), "batch-undo")


async def forgotten(chat: Chat) -> dict[str, Any]:
    read = button(await chat.unread_batch(), "columns-read")
    await chat.press(read | {"item": "0", "title": "1", "sku": "2"})
    return button(await chat.say("catalogue columns"), "columns-forget")


async def wrong(chat: Chat, does: str) -> dict[str, Any]:
    right = await chat.photo()
    said = await chat.press(chat.sign({"do": "match-wrong", "look": right["look"]}))
    return button(said, does)


async def right(chat: Chat, seed: int = 4) -> dict[str, Any]:
    return button(await chat.press(await chat.photo(seed)), "view-keep")


async def counting(chat: Chat, line: str, does: str) -> dict[str, Any]:
    await chat.say("stock-take Hall A")
    return button(await chat.say(line), does)


async def picking(chat: Chat) -> dict[str, Any]:
    """As the card of a photo has it, whose size can't be seen."""
    await chat.say("pick JEANS-M")
    return chat.sign({"do": "pick-size", "sku": "JEANS-M"})


async def watched(chat: Chat) -> dict[str, Any]:
    await chat.say("watch JEANS-M below 5")
    return button(await chat.say("watches"), "watch-stop")


async def counted(chat: Chat) -> dict[str, Any]:
    await counting(chat, "JEANS-M 9", "take-done")
    return button(await chat.say("done"), "take-apply")


async def repair(chat: Chat) -> dict[str, Any]:
    """Seen where an audit finds fault, which this index has not."""
    return chat.sign({"do": "catalogue-repair"})


@dataclass(frozen=True, kw_only=True)
class Sealed(Case):
    """A button that is for one person in one conversation, for a while."""

    does: str
    who: str
    """Who may press it; the handler looks at the role when it is pressed."""
    obtain: Obtain
    fields: dict[str, Any] = field(default_factory=dict)
    """What is written into the card's fields."""
    again: str
    """Words of the answer to a second press, which must change nothing."""
    only_shows: bool = False

    def __str__(self) -> str:
        return self.does


def one(does: str, who: str, again: str, obtain: Obtain, **more: Any) -> Sealed:
    misuse = "forwarded, altered or old: refused; pressed again: changes nothing"
    return Sealed(
        tries=f"“{does}”, of {who}", must=misuse, does=does, who=who, again=again, obtain=obtain, **more
    )


SENDER, SUPERVISOR, ADMINS = "the photo's sender", "a supervisor", "an admin"
SIGNED = [
    one("match-right", SENDER, "already", lambda chat: chat.photo()),
    one("match-wrong", SENDER, "Which", lambda chat: chat.seen_as("match-wrong")),
    one("match-really", SENDER, "noted", lambda chat: wrong(chat, "match-really")),
    one("match-none", SENDER, "", lambda chat: wrong(chat, "match-none"), only_shows=True),
    one("garment", SENDER, "JEANS", lambda chat: chat.seen_as("garment", number="1")),
    one("fix", SENDER, "cut-out", lambda chat: chat.seen_as("fix"), only_shows=True),
    one("intake-new", SENDER, "Already", lambda chat: chat.seen_as("intake-new")),
    one("view-keep", SUPERVISOR, "view", right),
    one("work-confirm", SUPERVISOR, "too old", lambda chat: work(chat, "work-confirm")),
    one("work-complete", SUPERVISOR, "too old", begun, only_shows=True),
    one("work-cancel", SUPERVISOR, "too old", lambda chat: work(chat, "work-cancel")),
    one("work-undo", SUPERVISOR, "already", done_work),
    one("take-size", "whoever counts", "JEANS", lambda chat: counting(chat, "JEANS", "take-size")),
    one(
        "take-done",
        "whoever counts",
        "",
        lambda chat: counting(chat, "JEANS-M", "take-done"),
        only_shows=True,
    ),
    one("pick-size", "whoever picks", "JEANS", lambda chat: picking(chat)),
    one("watch-stop", "whoever asked", "any more", lambda chat: watched(chat)),
    one("take-apply", SUPERVISOR, "is over", lambda chat: counted(chat)),
    one("batch-apply", ADMINS, "Batch", lambda chat: _of(chat.batch(), "batch-apply")),
    one("batch-discard", ADMINS, "staged", lambda chat: _of(chat.batch(), "batch-discard")),
    one("batch-undo", ADMINS, "Batch", applied),
    one(
        "columns-read",
        ADMINS,
        "were already said",
        lambda chat: _of(chat.unread_batch(), "columns-read"),
        fields={"item": "0", "title": "1", "sku": "2"},
    ),
    one("columns-forget", ADMINS, "", forgotten),
    one("catalogue-repair", ADMINS, "", repair, only_shows=True),
    one("intake-open", ADMINS, "", lambda chat: _opened(chat), only_shows=True),
    one(
        "intake-save",
        ADMINS,
        "isn't waiting",
        lambda chat: _of(chat.intake(), "intake-save"),
        fields={"item": "HT-NEW", "title": "New", "sizes": "M"},
    ),
    one("intake-dismiss", ADMINS, "isn't waiting", lambda chat: _of(chat.intake(), "intake-dismiss")),
]


async def _of(said: Awaitable[BotResponse], does: str) -> dict[str, Any]:
    return button(await said, does)


async def _opened(chat: Chat) -> dict[str, Any]:
    await chat.press(await chat.seen_as("intake-new"))
    return button(await chat.say("intakes"), "intake-open")


@dataclass(frozen=True, kw_only=True)
class Shown(Case):
    """A button that shows what anyone in the tenant may see by typing; it needs no seal."""

    does: str
    data: dict[str, Any]
    says: str

    def __str__(self) -> str:
        return self.does


SHOWN = [
    Shown(
        tries="“stock” by anybody, anywhere in the tenant",
        must="the stock, and nothing is changed",
        does="stock",
        data={"do": "stock", "item": "JEANS"},
        says="JEANS",
    ),
    Shown(
        tries="“refresh” of a stock card by anybody, anywhere in the tenant",
        must="the present stock, and nothing is changed",
        does="refresh",
        data={"do": "refresh", "item": "JEANS"},
        says="JEANS",
    ),
    Shown(
        tries="“ask” by anybody, anywhere in the tenant",
        must="the answer to that question, which is one that only asks",
        does="ask",
        data={"do": "ask", "question": json.dumps({"query": {"measure": "on_hand", "items": ["JEANS"]}})},
        says="trousers jeans",
    ),
    Shown(
        tries="“help” by anybody, anywhere in the tenant",
        must="the help, and nothing is changed",
        does="help",
        data={"do": "help"},
        says="photo",
    ),
]


def makers() -> set[str]:
    """Files that write a button that the bot answers as a dictionary of their own."""
    kinds = {"Action.Execute", "Action.Submit"}
    return {
        file.name
        for file in Path(bot.__file__).parent.rglob("*.py")
        if file.parent.name != "local"  # which plays the client
        for node in ast.walk(ast.parse(file.read_text("utf-8")))
        if isinstance(node, ast.Dict)
        and any(isinstance(one, ast.Constant) and one.value in kinds for one in node.values)
    }


def test_every_button_of_the_table_has_a_case() -> None:
    """Whoever adds a button says here what must happen when it is misused."""
    assert {row.payload.name for row in BUTTONS} == {each.name for each in Button.__subclasses__()}
    assert {row.payload.name for row in BUTTONS if row.signed} == {case.does for case in SIGNED}
    assert {row.payload.name for row in BUTTONS if not row.signed} == {case.does for case in SHOWN}
    assert {row.payload.name for row in BUTTONS if row.payload.form} == {
        case.does for case in SIGNED if case.fields
    }
    assert makers() == {"elements.py"}  # where `press` is, which takes nothing but a button of the table


@pytest.fixture
def chat(settings: Settings, shop: ShopBot) -> Chat:
    key = media_key(settings.home / "media.key")
    return Chat(shop, key, SignedButtons(key), shop.admin(), shop.place())


def state(catalogue: Catalogue, *, looks: bool = True) -> tuple[object, ...]:
    """All that a button may change."""
    database = catalogue.database
    notes, said = database.notes, database.confirmations.says
    return (
        database.movements.levels("JEANS-M"),
        database.movements.reservations(),
        database.movements.latest(limit=1),
        [(one.id, one.state) for one in catalogue.history()],
        database.confirmations.by_place(),
        [(look, item) for look in notes.all("look") for item in GARMENTS if said(look, item)],
        [(one.id, one.batch) for one in database.intakes.waiting()],
        len(catalogue.item("JEANS").pictures),
        [catalogue.stock_takes.counts(number) for number in range(1, 30)],
        [(one.id, one.crossed) for one in catalogue.watches.all()],
        notes.all("pick"),
        notes.all("role"),
        notes.all("columns"),
        notes.all("work"),
        notes.all("look") if looks else None,
    )


def altered(data: dict[str, Any]) -> dict[str, dict[str, Any]]:
    """Each value and the seal changed, one at a time."""
    until, sig, names = data[SIGNATURE].split(".")
    other = "catalogue-repair" if data["do"] != "catalogue-repair" else "batch-undo"
    forged = {
        "no seal": {name: value for name, value in data.items() if name != SIGNATURE},
        "another purpose": data | {"do": other},
        "a later end": data | {SIGNATURE: f"{int(until) + 3600}.{sig}.{names}"},
        "another signature": data | {SIGNATURE: f"{until}.{sig[:-2]}AA.{names}"},
        "a name less": data | {SIGNATURE: f"{until}.{sig}.do"},
        "a name more": data | {SIGNATURE: f"{until}.{sig}.{names},x", "x": "1"},
        "a seal in a list": data | {SIGNATURE: [data[SIGNATURE]]},
        "a seal of 100 kB": data | {SIGNATURE: "9" * 100_000},
    }
    if names == "do":
        del forged["a name less"]
    for name in names.split(","):
        if name != "do":
            forged[f"another {name}"] = data | {name: f"{data[name]}1"}
    return forged


@pytest.mark.parametrize("case", SIGNED, ids=str)
async def test_a_button_does_its_work_once_for_whom_it_was_made(chat: Chat, case: Sealed) -> None:
    catalogue = chat.shop.catalogue
    data = await case.obtain(chat)
    assert data["do"] == case.does
    plain = {name: value for name, value in data.items() if name != SIGNATURE}
    past = SignedButtons(chat.key, clock=lambda: datetime.now(UTC) - LIFE - timedelta(seconds=1))
    colleague = chat.person | {"id": "29:second", "aadObjectId": OTHER["aadObjectId"]}
    await chat.say(f"people add {OTHER['aadObjectId']} admin")
    before = state(catalogue)
    misuses: dict[str, tuple[dict[str, Any], dict[str, Any]]] = {
        "by another, of the same role and name": (data, {"from": colleague}),
        "in another conversation": (data, {"conversation": chat.shop.place()}),
        "after its time": (chat.sign(plain, seals=past), {}),
        "sealed for another": (
            Chat(chat.shop, chat.key, chat.seals, OTHER, chat.place).sign(plain),
            {},
        ),
        "sealed with another key": (chat.sign(plain, seals=SignedButtons(b"x" * 32)), {}),
        **{what: (forged, {}) for what, forged in altered(data).items()},
    }
    for what, (sent, fields) in misuses.items():
        said = await chat.press(sent | case.fields, **fields)
        assert REFUSED in said.text, what
        assert "/media/" not in said.text, what
        assert state(catalogue) == before, what
    done = await chat.press(data | case.fields)
    assert REFUSED not in done.text
    assert done.outcome == "ok", done.text
    after = state(catalogue)
    assert (after == before) is case.only_shows
    replayed = await chat.press(data | case.fields)
    assert replayed.outcome in ("ok", "fault")
    assert case.again in replayed.text
    assert state(catalogue, looks=False) == (*after[:-1], None)


@dataclass(frozen=True, kw_only=True)
class Raced(Case):
    """A button that is pressed several times at once."""

    does: str
    count: Callable[[Catalogue], int]
    by: int
    """What the count changes by, however often it is pressed."""
    obtain: Obtain | None = None
    """How it is obtained, where not as in the table above."""
    must: str = "its work is done once"

    def __str__(self) -> str:
        return self.does


def raced(does: str, count: Callable[[Catalogue], int], by: int = 1, obtain: Obtain | None = None) -> Raced:
    tries = f"“{does}” pressed five times at once"
    return Raced(tries=tries, does=does, count=count, by=by, obtain=obtain)


def _reserved(catalogue: Catalogue) -> int:
    levels = catalogue.database.movements.levels("JEANS-M")
    return len(catalogue.database.movements.reservations()) + sum(level.reserved for level in levels.values())


def _items(catalogue: Catalogue) -> int:
    return len(catalogue.database.item_ids(retired=True))


RACED = [
    raced("work-confirm", _reserved, by=2),
    raced("work-undo", _reserved, by=-2),
    raced("take-apply", lambda catalogue: len(catalogue.database.movements.latest(limit=100))),
    raced("batch-apply", _items),
    raced("batch-undo", _items, by=-1),
    raced("intake-new", lambda catalogue: len(catalogue.database.intakes.waiting())),
    raced("intake-save", lambda catalogue: len(catalogue.history())),
    # Of a photo that is no view of it already.
    raced(
        "view-keep", lambda catalogue: len(catalogue.item("JEANS").pictures), 1, lambda chat: right(chat, 7)
    ),
]


@pytest.mark.parametrize("case", RACED, ids=str)
async def test_a_button_that_is_pressed_at_once_does_its_work_once(chat: Chat, case: Raced) -> None:
    """Each press is a message of its own, and none waits for the others."""
    [known] = [one for one in SIGNED if one.does == case.does]
    data, shop = await (case.obtain or known.obtain)(chat), chat.shop
    before, so_far = case.count(shop.catalogue), await shop.outcomes()
    pressed = activities.submitted(shop.cloud.service_url, data | known.fields)
    pressed |= {"conversation": chat.place, "from": chat.person, "locale": "en-US", "replyToId": None}
    headers = {"Authorization": f"Bearer {shop.cloud.token_for_bot()}"}
    times = 5
    sent = [
        shop.client.post("/api/messages", json=pressed | {"id": f"race-{next(FRESH)}"}, headers=headers)
        for _ in range(times)
    ]
    assert {response.status for response in await asyncio.gather(*sent)} == {202}
    async with asyncio.timeout(60):
        expected = sum(so_far.values()) + times
        while sum((after := await shop.outcomes()).values()) < expected:  # noqa: ASYNC110
            await asyncio.sleep(0.05)
    assert {one for one in after if after[one] != so_far.get(one)} <= {"ok", "fault"}
    assert case.count(shop.catalogue) == before + case.by


async def page(chat: Chat) -> str:
    """The path of the page that Fix opens, as its card has it."""
    said = await chat.press(await chat.seen_as("fix"))
    [address] = {part["url"] for part in walked(said.cards) if part.get("type") == "Action.OpenUrl"}
    return str(address).removeprefix(ADDRESS)


PAGE_LINKS = [
    *ANY_LINK,
    Link(tries="another photo's page", change=lambda path: re.sub(r"cut-out/[\w-]+", "cut-out/AAAA", path)),
    Link(tries="a page's link at another door", change=lambda path: path.replace("cut-out", "downloads/x")),
]


@pytest.mark.parametrize("case", PAGE_LINKS, ids=str)
async def test_an_altered_link_to_the_cut_out_page_opens_nothing(chat: Chat, case: Link) -> None:
    """Neither the photo nor a new answer; beside it the true one opens."""
    path = await page(chat)
    before = state(chat.shop.catalogue)
    for part in ("", "/photo", "/outline", "/done"):
        status, body = await got(chat.shop, case.change(path.replace("?", f"{part}?")))
        assert status in (404, 405)
        assert b"JFIF" not in body
    assert state(chat.shop.catalogue) == before
    assert (await got(chat.shop, path))[0] == 200


@stated("a link to the cut-out page that has brought its answer, used again", "404")
async def test_a_link_to_the_cut_out_page_brings_one_answer(chat: Chat) -> None:
    """Replayed or forwarded afterwards, it shows no photo and changes no card; Fix gives a new one."""
    path = await page(chat)
    done = chat.shop.client.make_url("/").join(URL(path.replace("?", "/done?"), encoded=True))
    drawn = {"strokes": [], "box": [60, 60, 400, 600]}
    async with chat.shop.client.session.post(done, json=drawn) as response:
        assert response.status == 200, await response.text()
    before = state(chat.shop.catalogue)
    async with chat.shop.client.session.post(done, json=drawn) as response:
        assert response.status == 404
    for part in ("", "/photo"):
        assert (await got(chat.shop, path.replace("?", f"{part}?")))[0] == 404
    assert state(chat.shop.catalogue) == before
    assert (await got(chat.shop, await page(chat)))[0] == 200


@stated(
    "a link to the cut-out page that five browsers send back at once", "one answer, and 404 for the others"
)
async def test_a_link_to_the_cut_out_page_brings_one_answer_to_many(chat: Chat) -> None:
    """While the first is worked at, the others are told that it is over."""
    path = await page(chat)
    done = chat.shop.client.make_url("/").join(URL(path.replace("?", "/done?"), encoded=True))
    looks = len(chat.shop.catalogue.database.notes.all("look"))

    async def brought(right: int) -> int:
        drawn = {"strokes": [], "box": [60, 60, right, 600]}
        async with chat.shop.client.session.post(done, json=drawn) as response:
            return response.status

    assert sorted(await asyncio.gather(*(brought(380 + n) for n in range(5)))) == [200, 404, 404, 404, 404]
    assert len(chat.shop.catalogue.database.notes.all("look")) == looks + 1


@stated(
    "a link to the cut-out page whose answer the channel did not take, used again", "200: it brought none"
)
async def test_a_link_whose_answer_was_not_taken_stays_good(chat: Chat) -> None:
    path = await page(chat)
    done = chat.shop.client.make_url("/").join(URL(path.replace("?", "/done?"), encoded=True))
    drawn = {"strokes": [], "box": [60, 60, 400, 600]}
    chat.shop.cloud.refusals += [(403, {})]
    for status in (502, 200, 404):
        async with chat.shop.client.session.post(done, json=drawn) as response:
            assert response.status == status


@stated("a link to the cut-out page after its half hour", "404")
async def test_an_old_link_to_the_cut_out_page_opens_nothing(chat: Chat) -> None:
    look = (await chat.photo())["look"]
    past = Signatures(chat.key, PURPOSE, lifetime=timedelta(seconds=-1))
    assert (await got(chat.shop, f"/cut-out/{look}?{past.query(look)}"))[0] == 404
    fresh = Signatures(chat.key, PURPOSE, lifetime=LIFETIME)
    assert (await got(chat.shop, f"/cut-out/{look}?{fresh.query(look)}"))[0] == 200


@pytest.mark.parametrize("case", SHOWN, ids=str)
async def test_a_button_that_only_shows_may_be_pressed_by_any_member(chat: Chat, case: Shown) -> None:
    """It carries nothing that is secret, and no picture of a person."""
    before = state(chat.shop.catalogue)
    for fields in ({}, {"from": OTHER}, {"conversation": chat.shop.place()}):
        said = await chat.press(case.data, **fields)
        assert (said.outcome, case.says in said.text) == ("ok", True), said.text
        assert "/media/300/looks/" not in said.text
    assert state(chat.shop.catalogue) == before


async def test_what_is_not_sealed_is_taken_from_a_form_alone(chat: Chat) -> None:
    """A press with more than its button was made with is answered without it."""
    right = await chat.photo()
    sealed = chat.sign({"do": "match-none", "look": right["look"]})
    said = await chat.press(sealed | {"item": "JEANS", "batch": "1", "admin": True})
    assert said.outcome == "ok"
    assert "JEANS" not in said.text
