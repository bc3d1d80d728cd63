"""Buttons and signed links that were forged, forwarded, replayed or altered: refused, and nothing is done."""

from __future__ import annotations

import json
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any
from urllib.parse import parse_qs, quote, urlsplit

import pytest
from yarl import URL

from bot.channel import Place
from bot.links.downloads import Downloads
from bot.links.media import MediaLinks, media_key
from bot.links.signed_buttons import SignedButtons
from bot.settings import Settings
from catalogue.movements import Level
from catalogue.store import Catalogue
from tests.fakes import activities
from tests.fakes.microsoft import TENANT
from tests.hostile.cases import Case, stated
from tests.hostile.links import ANY_LINK, OTHER, Link, button, got, swapped
from tests.hostile.live import live_parts
from tests.kit.bots import ADDRESS, ShopBot
from tests.kit.photos import jpeg
from tests.kit.shop import phone_photo

NOTHING = "nothing is done, and no apology is needed"
QUESTION = {"query": {"measure": "on_hand", "items": ["JEANS"]}}


@dataclass(frozen=True, kw_only=True)
class Forged(Case):
    """What a button is said to carry."""

    data: dict[str, Any]
    must: str = NOTHING
    says: str = ""
    admin: bool = False


def asking(
    tries: str, must: str = "told to be out of date", says: str = "", *, order: bool = False, **changed: Any
) -> Forged:
    """A query or an order, as a button offers it."""
    carried = {"order": changed} if order else {"query": QUESTION["query"] | changed}
    return Forged(tries=tries, must=must, data={"do": "ask", "question": json.dumps(carried)}, says=says)


FORGED = [
    Forged(tries="no word for what to do", data={"item": "JEANS"}),
    Forged(tries="a word that there is not", data={"do": "drop"}),
    Forged(tries="a word in capitals", data={"do": "STOCK", "item": "JEANS"}),
    Forged(tries="a word in a list", data={"do": ["stock"], "item": "JEANS"}),
    Forged(tries="a word that is a number", data={"do": 7}),
    Forged(tries="a word that is a name of Python's", data={"do": "__class__"}),
    Forged(
        tries="extra keys",
        must="answered without them",
        data={"do": "stock", "item": "JEANS", "role": "admin", "x": [1]},
        says="JEANS",
    ),
    Forged(tries="an item in a list", data={"do": "stock", "item": ["JEANS"]}),
    Forged(tries="an item that is an object", data={"do": "stock", "item": {"$ne": ""}}),
    Forged(tries="an item that is empty", data={"do": "stock", "item": ""}),
    Forged(tries="an item that is SQL", data={"do": "stock", "item": "' OR 1=1; --"}),
    Forged(tries="an item that is a path", data={"do": "stock", "item": "../../etc/passwd"}),
    Forged(tries="an item that is a link", data={"do": "stock", "item": "[x](https://evil.example)"}),
    Forged(tries="an item of 100 kB", data={"do": "stock", "item": "x" * 100_000}),
    Forged(tries="a SKU that is NUL", data={"do": "stock", "sku": "\0"}),
    # Batches
    *(
        Forged(tries=f"{does} by a worker", must="refused", data={"do": does, "batch": "1"}, says="Only")
        for does in ("batch-apply", "batch-discard", "batch-undo", "catalogue-repair")
    ),
    *(
        Forged(tries=f"a batch {what}, by the admin", data={"do": "batch-undo", "batch": number}, admin=True)
        for what, number in (
            ("of no number", ""),
            ("that there is not", "999999999"),
            ("of number 0", "0"),
            ("below 0", "-1"),
            ("of 5,000 digits", "9" * 5000),
            ("in digits of another script", "١"),
            ("of half a number", "1.5"),
            ("in a list", ["1"]),
            ("that is SQL", "1; DROP TABLE batch"),
            ("with a line end after it", "1\n"),
            ("that is true", True),
            ("that is null", None),
        )
    ),
    # Stock work
    *(
        Forged(
            tries=f"stock work {what} by a worker",
            must="refused",
            data={"do": "work-undo", "work": number},
            says="Only",
        )
        for what, number in (("undone", "1"), ("of 5,000 digits undone", "9" * 5000))
    ),
    *(
        Forged(tries=f"stock work {what}, by the admin", data={"do": "work-undo", "work": number}, admin=True)
        for what, number in (
            ("that there is not", "999999"),
            ("of 5,000 digits", "9" * 5000),
            ("of 20 digits", "9" * 20),
            ("in digits of another script", "٣"),
            ("that is a number", 1),
            ("that is SQL", "1 OR 1=1"),
            ("of no name", ""),
        )
    ),
    Forged(
        tries="a Confirm of a name that was never given",
        data={"do": "work-confirm", "work": "AAAAAAAAAAAAAAAA"},
        admin=True,
    ),
    Forged(
        tries="a Confirm of another kind of note's name",
        data={"do": "work-confirm", "work": "role"},
        admin=True,
    ),
    # Right and wrong
    Forged(
        tries="right, of a photo that was never sent", data={"do": "match-right", "look": "AAAAAAAAAAAAAAAA"}
    ),
    Forged(tries="right, of a look in a list", data={"do": "match-right", "look": ["x"]}),
    Forged(tries="right, of a look of 100 kB", data={"do": "match-right", "look": "x" * 100_000}),
    # Questions
    asking("an order", order=True, verb="reserve", items=["JEANS"], skus=["JEANS-M"], quantity=1),
    asking("an order that undoes", order=True, verb="undo"),
    Forged(
        tries="talk that gives a role",
        must="told to be out of date",
        data={"do": "ask", "question": json.dumps({"talk": {"about": "people_add"}})},
    ),
    asking("a query of no measure", measure=None),
    asking("a query of a measure that there is not", measure="drop"),
    asking("a query for reservations, which takes a role", measure="reservations"),
    asking("a query for whom it is reserved, which takes a role", people={"values": ["Anna"]}),
    asking("a query with items in a string", items="JEANS"),
    asking("a query with items that are numbers", items=[1, 2]),
    asking("a query with 10,000 items", items=["JEANS"] * 10_000),
    asking("a search for full text's own words", "answered", items=[], words='a" OR b* NEAR('),
    asking("a query with a slot that there is not", admin=True),
    asking("a query with an amount beyond the database", pieces={"least": 10**30}),
    asking("a query with an amount in words", pieces={"least": "many"}),
    asking("a query with an endless amount", pieces={"most": float("inf")}),
    asking("a query with a state that there is not", state="stolen"),
    asking("a query of a day that there is not", measure="arrived", since="2026-02-30T00:00:00Z"),
    asking("a query of a day in the year 1", measure="arrived", since="0001-01-01T00:00:00Z"),
    asking("a query with a size that is a link", sizes={"values": ["[x](https://evil.example)"]}),
    asking("a query with a colour that is bold", "answered in plain text", colours={"values": ["**Rudc**"]}),
    asking("a query with a place that is a mention", group="place", places={"values": ["<at>x</at>"]}),
    asking("a query with a kind that is SQL", items=[], kinds={"values": ["' OR 1=1"]}),
    asking("a query with a size of 10,000 signs", sizes={"values": ["x" * 10_000]}),
    Forged(
        tries="the reading of a card of an earlier version",
        must="told to be out of date",
        data={"do": "ask", "question": '{"intent": "stock", "slots": {"items": ["JEANS"]}}'},
    ),
    *(
        Forged(
            tries=f"a {what} for an order that never began", data=data | {"do": "work-complete"}, admin=True
        )
        for what, data in (
            ("size", {"work": "AAAAAAAAAAAAAAAA", "slot": "size", "value": "M"}),
            ("slot that there is not", {"work": "AAAAAAAAAAAAAAAA", "slot": "role", "value": "admin"}),
            ("value in a list", {"work": "AAAAAAAAAAAAAAAA", "slot": "size", "value": ["M"]}),
        )
    ),
    Forged(tries="a reading that is no JSON", data={"do": "ask", "question": "{"}),
    Forged(tries="a reading that is an object and no string", data={"do": "ask", "question": QUESTION}),
    Forged(tries="a reading nested to 10,000 levels", data={"do": "ask", "question": "[" * 10_000}),
    Forged(tries="a reading that is a list", data={"do": "ask", "question": "[]"}),
]


def unchanged(catalogue: Catalogue) -> tuple[object, ...]:
    """What no forged button may change."""
    database = catalogue.database
    return (
        database.movements.levels("JEANS-M"),
        database.movements.reservations(),
        catalogue.history(),
        database.notes.all("role"),
        database.confirmations.by_place(),
    )


@pytest.mark.parametrize("case", FORGED, ids=str)
@pytest.mark.parametrize("wrapped", [False, True], ids=["submitted", "executed"])
@pytest.mark.parametrize("sealed", [False, True], ids=["", "sealed"])
async def test_a_forged_button_does_nothing(
    shop: ShopBot, seals: SignedButtons, case: Forged, wrapped: bool, sealed: bool
) -> None:
    """Data of a card come back from the client, which may send anything.

    Behind the seal each handler still trusts nothing, as it may have been made for another version's card.
    """
    before = unchanged(shop.catalogue)
    person = shop.admin() if case.admin else activities.USER
    fields: dict[str, Any] = {"from": person, "conversation": shop.place()}
    data = case.data
    if sealed:
        place = Place("msteams", fields["conversation"]["id"], "personal", "", "", TENANT)
        data = seals.sign(data, place, person["aadObjectId"])
    if wrapped:
        verb = str(data.get("do"))
        said = await shop.send(activities.executed(shop.cloud.service_url, data, verb), **fields)
    else:
        said = await shop.press(data, **fields)
    assert said.status == (200 if wrapped else 202)
    assert said.outcome in ("ok", "fault"), said.text
    assert said.messages, "somebody waits for an answer"
    assert case.says in said.text or (not sealed and "work here. It was made for another person" in said.text)
    assert len(said.text) < 80_000
    assert live_parts(said.messages) == []
    assert unchanged(shop.catalogue) == before


@pytest.fixture
def seals(settings: Settings, shop: ShopBot) -> SignedButtons:
    """What seals as the running bot does."""
    return SignedButtons(media_key(settings.home / "media.key"))


@dataclass(frozen=True, kw_only=True)
class Stolen(Case):
    """A true button, pressed by another, elsewhere, or as something else."""

    changed: Callable[[ShopBot], dict[str, Any]] = lambda shop: {}
    data: dict[str, Any] = field(default_factory=dict)


def by_another(shop: ShopBot) -> dict[str, Any]:
    return {"from": OTHER}


STOLEN = [
    Stolen(tries="a Confirm that was forwarded to another person", must="refused", changed=by_another),
    Stolen(
        tries="a Confirm that was forwarded to another conversation",
        must="refused",
        changed=lambda shop: {"conversation": shop.place()},
    ),
    Stolen(
        tries="a Confirm pressed by somebody of the same name",
        must="refused",
        changed=lambda shop: {"from": shop.admin() | {"aadObjectId": OTHER["aadObjectId"]}},
    ),
    Stolen(
        tries="a Confirm pressed with the asker's id in the data",
        must="refused",
        changed=by_another,
        data={"who": "0d1f5c3e-0000-4000-8000-00000000ad01"},
    ),
    Stolen(
        tries="a Confirm pressed as a batch's Apply",
        must="refused or told to be none",
        data={"do": "batch-apply"},
    ),
    Stolen(
        tries="a Confirm pressed as a photo's Right",
        must="refused or told to be none",
        data={"do": "match-right"},
    ),
    Stolen(tries="a Confirm with one sign changed", must="told to be over", data={"work": "A"}),
]


async def asked(shop: ShopBot) -> tuple[dict[str, Any], dict[str, Any]]:
    """Where stock work was asked for by the admin, and what its Confirm carries."""
    place = {"conversation": shop.place(), "from": shop.admin()}
    said = await shop.say("reserve 1 of JEANS-M at Hall A for Bob", **place)
    return place, button(said, "work-confirm")


@pytest.mark.parametrize("case", STOLEN, ids=str)
async def test_a_stolen_confirm_does_nothing_and_stays_the_askers(shop: ShopBot, case: Stolen) -> None:
    """Afterwards the asker can still press it, once."""
    place, data = await asked(shop)
    before = unchanged(shop.catalogue)
    changed = data | case.data
    if case.data.get("work"):
        changed["work"] = data["work"][:-1] + ("A" if data["work"][-1] != "A" else "B")
    said = await shop.press(changed, **(place | case.changed(shop)))
    assert said.outcome in ("ok", "fault")
    assert unchanged(shop.catalogue) == before
    done = await shop.press(data, **place)
    assert "Done" in said.text + done.text
    assert unchanged(shop.catalogue) != before
    await shop.press(button(done, "work-undo"), **place)
    assert unchanged(shop.catalogue)[0] == before[0]


@stated("a Confirm pressed three times", "done once; the others are told that it is over")
async def test_a_replayed_confirm_is_done_once(shop: ShopBot) -> None:
    """Each press is an activity of its own, as a replay would be."""
    place, data = await asked(shop)
    before = shop.catalogue.database.movements.levels("JEANS-M")["Hall A"]
    said = [await shop.press(data, **place) for _ in range(3)]
    assert [one.outcome for one in said] == ["ok", "fault", "fault"]
    after = shop.catalogue.database.movements.levels("JEANS-M")["Hall A"]
    assert after == Level(before.on_hand, before.reserved + 1)
    undo = button(said[0], "work-undo")
    again = [await shop.press(undo, **place) for _ in range(2)]
    assert [one.outcome for one in again] == ["ok", "fault"]
    assert shop.catalogue.database.movements.levels("JEANS-M")["Hall A"] == before


@stated("a Confirm by somebody who has lost the role since", "refused")
async def test_a_confirm_counts_by_the_role_at_the_press(shop: ShopBot) -> None:
    """Asked as a supervisor, pressed as a worker."""
    admin = {"from": shop.admin()}
    await shop.say(f"people add {OTHER['aadObjectId']} supervisor", **admin)
    place = {"conversation": shop.place(), "from": OTHER}
    data = button(await shop.say("reserve 1 of JEANS-M at Hall A for Bob", **place), "work-confirm")
    await shop.say(f"people remove {OTHER['aadObjectId']}", **admin)
    before = unchanged(shop.catalogue)
    said = await shop.press(data, **place)
    assert said.outcome == "fault"
    assert unchanged(shop.catalogue) == before


@stated(
    "Right on a photo of another person's, or in another conversation",
    "refused, and nothing is learnt from it",
)
async def test_only_the_sender_of_a_photo_says_what_it_is(shop: ShopBot) -> None:
    """What is said teaches the verdict, so that nobody may say it for others."""
    shop.cloud.files["mine"] = jpeg(phone_photo("JEANS", seed=4))
    url = shop.cloud.service_url
    place = {"conversation": shop.place()}
    said = await shop.send(activities.photos(url, activities.inline_photo(url, "mine")), **place)
    data = button(said, "match-right")
    before = unchanged(shop.catalogue)
    for elsewhere in (place | {"from": OTHER}, {"conversation": shop.place()}):
        assert (await shop.press(data, **elsewhere)).outcome == "fault"
    forged = data | {"do": "match-really", "item": "TEE-RED' --"}
    assert "TEE-RED" not in (await shop.press(forged, **place)).text
    assert unchanged(shop.catalogue) == before


# Signed links


@pytest.fixture
def media(settings: Settings, shop: ShopBot) -> MediaLinks:
    """What signs as the running bot does."""
    return MediaLinks(ADDRESS, media_key(settings.home / "media.key"))


@pytest.fixture
def kept(settings: Settings, shop: ShopBot) -> Downloads:
    """What keeps files where the running bot serves them."""
    return Downloads(ADDRESS, media_key(settings.home / "media.key"), settings.home / "downloads")


PICTURE_LINKS = [
    Link(tries="another size", change=swapped("/media/300/", "/media/301/")),
    Link(tries="a size of 10^9", change=swapped("/media/300/", "/media/1000000000/")),
    Link(tries="a size with a zero before it", change=swapped("/media/300/", "/media/0300/")),
    Link(tries="a size in other digits", change=swapped("/media/300/", f"/media/{quote('٣٠٠')}/")),
    Link(tries="a picture further up", change=swapped("/media/300/", "/media/300/../../")),
    Link(
        tries="a picture that is a file of this machine",
        change=lambda path: "/media/300//etc/passwd?" + path.partition("?")[2],
    ),
    Link(
        tries="a picture that is a percent-coded path",
        change=lambda path: "/media/300/%2e%2e%2f%2e%2e%2fmedia.key?" + path.partition("?")[2],
    ),
    Link(tries="a picture with NUL after it", change=swapped("?", "%00?")),
    Link(tries="a picture link at the files' door", change=swapped("/media/300/", "/downloads/300/")),
]
FILE_LINKS = [
    Link(tries="another name", change=swapped("catalogue.csv", "catalogue.zip")),
    Link(tries="a name that is a path", change=swapped("catalogue.csv", "..%2F..%2Fmedia.key")),
    Link(
        tries="another file's token",
        change=lambda path: "/downloads/AAAAAAAAAAAAAAAAAAAAAA/" + path.rpartition("/")[2],
    ),
    Link(
        tries="a token that is a path",
        change=lambda path: "/downloads/..%2Fmedia.key/" + path.rpartition("/")[2],
    ),
    Link(
        tries="a token that is the folder itself",
        change=lambda path: "/downloads/./" + path.rpartition("/")[2],
    ),
    Link(tries="a file link at the pictures' door", change=swapped("/downloads/", "/media/300/")),
]


@pytest.mark.parametrize("case", ANY_LINK + PICTURE_LINKS, ids=str)
async def test_an_altered_picture_link_opens_nothing(shop: ShopBot, media: MediaLinks, case: Link) -> None:
    """Beside it the true one opens."""
    key = shop.catalogue.stock.find("JEANS-M").pictures[0].key
    path = media.link(key, 300).removeprefix(ADDRESS)
    status, body = await got(shop, case.change(path))
    assert status == 404
    assert b"JFIF" not in body
    assert (await got(shop, path))[0] == 200


@pytest.mark.parametrize("case", ANY_LINK + FILE_LINKS, ids=str)
async def test_an_altered_file_link_opens_nothing(shop: ShopBot, kept: Downloads, case: Link) -> None:
    """Beside it the true one opens."""
    link = kept.keep("catalogue.csv", lambda out: out.write(b"secret figures")).link
    path = link.removeprefix(ADDRESS)
    status, body = await got(shop, case.change(path))
    assert status == 404
    assert b"secret" not in body
    assert await got(shop, path) == (200, b"secret figures")


@stated("a link whose time is over", "404")
async def test_an_old_link_opens_nothing(shop: ShopBot, settings: Settings, media: MediaLinks) -> None:
    """A picture's after its days, a file's after its hours."""
    key = media_key(settings.home / "media.key")
    past = Downloads(ADDRESS, key, settings.home / "downloads", lifetime=timedelta(seconds=-1))
    old = past.keep("catalogue.csv", lambda out: out.write(b"secret figures")).link
    assert (await got(shop, old.removeprefix(ADDRESS)))[0] == 404
    picture = media.link(shop.catalogue.stock.find("JEANS-M").pictures[0].key, 300)
    until = int(parse_qs(urlsplit(picture).query)["until"][0])
    assert until - time.time() < timedelta(days=32).total_seconds()


@stated("one kind of link signed as the other with the same key", "404: a signature is for one purpose")
async def test_a_signature_of_one_kind_is_none_of_the_other(
    shop: ShopBot, media: MediaLinks, kept: Downloads
) -> None:
    """A picture's key is made to look like what a file's signature is made of."""
    link = kept.keep("catalogue.csv", lambda out: out.write(b"secret figures")).link
    parts = urlsplit(link)
    query = parse_qs(parts.query)
    _, token, name = parts.path.strip("/").split("/")
    until, signature = int(query["until"][0]), query["sig"][0]
    assert media.seconds_left(f"{token}\n{name}", 300, until, signature) <= 0
    forged = quote(f"{token}\n{name}", safe="")
    assert (await got(shop, f"/media/300/{forged}?until={until}&sig={signature}"))[0] == 404


@stated(
    "other ways of asking (POST, PUT, DELETE, HEAD) at the links' doors", "405 or 404, and nothing is changed"
)
async def test_links_are_for_reading_only(shop: ShopBot, media: MediaLinks) -> None:
    """The picture is there afterwards."""
    path = media.link(shop.catalogue.stock.find("JEANS-M").pictures[0].key, 300).removeprefix(ADDRESS)
    where = URL(str(shop.client.make_url("/")).rstrip("/") + path, encoded=True)
    for method in ("POST", "PUT", "DELETE", "PATCH", "TRACE"):
        async with shop.client.session.request(method, where, data=b"x") as response:
            assert response.status in (404, 405)
    assert (await got(shop, path))[0] == 200
