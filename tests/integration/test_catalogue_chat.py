"""Batches through the chat, from the file to the undoing; only the cloud is fake."""

from __future__ import annotations

import asyncio
import csv
import io
import json
from itertools import count
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from bot.app import application
from bot.channel import Place
from bot.delivery.card_places import CardPlace, CardPlaces
from bot.delivery.inbox import Inbox, bot_id
from bot.links.media import media_key
from bot.links.signed_buttons import SignedButtons
from bot.settings import Settings
from bot.teams.activities import inbound
from catalogue.modes import State
from catalogue.store import Catalogue
from tests.fakes import activities
from tests.fakes.bot import personal_place, registered
from tests.fakes.microsoft import TENANT, FakeMicrosoft
from tests.kit.bots import ADDRESS, Client, settings_in
from tests.kit.cards import parts
from tests.kit.photos import jpeg
from tests.kit.shop import phone_photo, write_batch
from vision.pipeline import PhotoPipeline

ADMIN = activities.USER["aadObjectId"]
OTHER = "9d3f2a10-0000-4000-8000-0000000000aa"
HEADER = "item,title,sku,size,location,on_hand"
NUMBERS = count(1)


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return settings_in(tmp_path, admins=ADMIN)


@pytest.fixture
def catalogue(empty_catalogue: Catalogue) -> Catalogue:
    return empty_catalogue


async def post(bot: Client, cloud: FakeMicrosoft, activity: dict[str, Any], **fields: Any) -> int:
    headers = {"Authorization": f"Bearer {cloud.token_for_bot()}"}
    whole = activity | {"id": f"18000{next(NUMBERS):05}", "locale": "en-US"} | fields
    async with bot.post("/api/messages", json=whole, headers=headers) as response:
        return response.status


def sent_file(cloud: FakeMicrosoft, name: str, content: bytes, text: str = "") -> dict[str, Any]:
    cloud.files[name] = content
    return activities.photos(
        cloud.service_url, activities.shared_file(f"{cloud.url}/sharepoint/{name}", name), text=text
    )


async def heard(cloud: FakeMicrosoft, words: str) -> tuple[str, str]:
    """The id and the JSON of the message that says so, once one does."""
    async with asyncio.timeout(60):
        while True:
            for name, message in cloud.messages.items():
                said = json.dumps(message, ensure_ascii=False)
                if words in said:
                    return name, said
            await asyncio.sleep(0.02)


def linked(said: str) -> str:
    """The path that the first link of a message leads to."""
    return said[said.index(ADDRESS) :].split('"')[0].removeprefix(ADDRESS)


async def replies(cloud: FakeMicrosoft, count: int) -> None:
    """Wait until so many messages stand there."""
    async with asyncio.timeout(60):
        while len(cloud.messages) < count:  # noqa: ASYNC110 - the fake cloud tells nobody what it took
            await asyncio.sleep(0.02)


async def press(bot: Client, cloud: FakeMicrosoft, card: str, title: str, **fields: Any) -> None:
    """Press the button of that title on the card that stands there."""
    content = cloud.messages[card]["attachments"][0]["content"]
    (button,) = [one for part in parts(content) for one in part.get("actions", ()) if one["title"] == title]
    pressed = activities.executed(cloud.service_url, button["data"], button["verb"])
    assert await post(bot, cloud, pressed, replyToId=card, **fields) == 200


def sealed(settings: Settings, data: dict[str, Any]) -> dict[str, Any]:
    """A button of a card that the bot has made for the admin in the personal chat."""
    place = Place("msteams", activities.CONVERSATION, "personal", "", "", TENANT)
    return SignedButtons(media_key(settings.home / "media.key")).sign(data, place, ADMIN)


def buttons(cloud: FakeMicrosoft, card: str) -> list[str]:
    content = cloud.messages[card]["attachments"][0]["content"]
    return [action["title"] for part in parts(content) for action in part.get("actions", ())]


async def test_a_batch_is_shown_applied_with_progress_on_one_card_and_undone(
    bot: Client, cloud: FakeMicrosoft, catalogue: Catalogue, tmp_path: Path
) -> None:
    shop = write_batch(tmp_path / "shop.zip").read_bytes()
    assert await post(bot, cloud, sent_file(cloud, "shop.zip", shop, "catalogue upload")) == 202
    card, said = await heard(cloud, "Batch 1 would make these changes")
    assert '"title": "New items", "value": "6"' in said
    assert buttons(cloud, card) == ["Apply", "Discard", "Full list"]
    assert catalogue.counts().items == 0

    began = len(cloud.delivered)
    await press(bot, cloud, card, "Apply")
    done, said = await heard(cloud, "Batch 1 was applied")
    assert done == card
    assert "by Pat Packer" in said
    assert catalogue.counts().items == 6
    changes = [one.activity for one in cloud.delivered[began:] if one.method == "PUT"]
    assert changes[0]["summary"] == "Applying batch 1"
    assert len(changes) >= 2

    await press(bot, cloud, card, "Undo")
    undone, said = await heard(cloud, "Batch 1 was undone")
    assert undone == card
    assert "Undone: 6 new." in said
    assert buttons(cloud, card) == []
    assert catalogue.counts().items == 0
    assert len(cloud.messages) == 1


async def test_undo_with_no_number_shows_the_latest_batch_and_waits_for_the_button(
    bot: Client, cloud: FakeMicrosoft, catalogue: Catalogue, tmp_path: Path
) -> None:
    shop = write_batch(tmp_path / "shop.zip").read_bytes()
    await post(bot, cloud, sent_file(cloud, "shop.zip", shop))
    card, _ = await heard(cloud, "Batch 1 would make these changes")
    await press(bot, cloud, card, "Apply")
    await heard(cloud, "Batch 1 was applied")
    await post(bot, cloud, activities.words(cloud.service_url, "catalogue undo"))
    await replies(cloud, 2)
    shown = list(cloud.messages)[-1]
    assert catalogue.counts().items == 6
    await press(bot, cloud, shown, "Undo")
    await heard(cloud, "Batch 1 was undone")
    assert catalogue.counts().items == 0


async def test_a_file_with_no_word_is_a_batch_and_a_photo_is_none(
    bot: Client, cloud: FakeMicrosoft, catalogue: Catalogue
) -> None:
    table = f"{HEADER}\nCAP,Cap,CAP-1,,Main,3\n".encode()
    await post(bot, cloud, sent_file(cloud, "caps.csv", table))
    await heard(cloud, "Batch 1 would make these changes")
    assert catalogue.history()[0].sent_by == "Pat Packer"


async def test_nobody_but_an_admin_is_answered_in_one_sentence(
    bot: Client, cloud: FakeMicrosoft, catalogue: Catalogue
) -> None:
    stranger = {"from": activities.USER | {"aadObjectId": "11111111-0000-4000-8000-a1b2c3d4e5f6"}}
    table = f"{HEADER}\nCAP,Cap,CAP-1,,Main,3\n".encode()
    await post(bot, cloud, sent_file(cloud, "caps.csv", table, "catalogue upload") | stranger)
    await heard(cloud, "Only an admin")
    await post(bot, cloud, activities.words(cloud.service_url, "catalogue export") | stranger)
    await replies(cloud, 2)
    assert not catalogue.history()
    assert not cloud.downloads


async def test_a_press_counts_by_who_presses_and_not_by_what_the_card_says(
    bot: Client, cloud: FakeMicrosoft, settings: Settings, catalogue: Catalogue
) -> None:
    table = f"{HEADER}\nCAP,Cap,CAP-1,,Main,3\n".encode()
    await post(bot, cloud, sent_file(cloud, "caps.csv", table))
    await heard(cloud, "Batch 1 would make these changes")
    stranger = activities.USER | {"aadObjectId": "11111111-0000-4000-8000-a1b2c3d4e5f6"}
    true = sealed(settings, {"do": "batch-apply", "batch": "1"})
    for forged in (true, true | {"admin": ADMIN, "from": {"aadObjectId": ADMIN}}):
        await post(bot, cloud, activities.submitted(cloud.service_url, forged) | {"from": stranger})
    await replies(cloud, 3)
    elsewhere = activities.submitted(cloud.service_url, true) | {"channelId": "webchat"}
    await post(bot, cloud, elsewhere)
    await replies(cloud, 4)
    refused = [
        one
        for one in cloud.messages.values()
        if "work here. It was made for another person" in json.dumps(one)
    ]
    assert len(refused) == 3
    assert catalogue.history()[0].state is State.STAGED
    assert catalogue.counts().items == 0


async def test_a_button_pressed_again_says_that_it_was(
    bot: Client, cloud: FakeMicrosoft, settings: Settings, catalogue: Catalogue
) -> None:
    table = f"{HEADER}\nCAP,Cap,CAP-1,,Main,3\n".encode()
    await post(bot, cloud, sent_file(cloud, "caps.csv", table))
    card, _ = await heard(cloud, "Batch 1 would make these changes")
    await press(bot, cloud, card, "Discard")
    assert (await heard(cloud, "Batch 1 was discarded"))[0] == card
    late = activities.submitted(cloud.service_url, sealed(settings, {"do": "batch-apply", "batch": "1"}))
    await post(bot, cloud, late, replyToId=card)
    await heard(cloud, "Batch 1 was discarded. Send the file again.")
    assert catalogue.counts().items == 0


async def test_refused_rows_are_named_and_listed_whole_behind_a_link(
    bot: Client, cloud: FakeMicrosoft
) -> None:
    lines = "\n".join(f"CAP-{n},Cap,CAP-{n},,Main,many" for n in range(12))
    await post(bot, cloud, sent_file(cloud, "caps.csv", f"{HEADER}\n{lines}\n".encode()))
    card, said = await heard(cloud, "Batch 1 was refused")
    assert "12 rows were refused" in said
    assert "Row 2" in said
    assert buttons(cloud, card) == ["Full list"]
    link = linked(said)
    async with bot.get(link) as response:
        assert response.status == 200
        assert response.headers["Content-Disposition"] == 'attachment; filename="batch-1.csv"'
        listed = list(csv.DictReader(io.StringIO(await response.text("utf-8-sig"))))
    assert [row["row"] for row in listed] == [str(n) for n in range(2, 14)]
    for forged in (link.replace("sig=", "sig=x"), link.replace("until=", "until=9"), link.split("?")[0]):
        async with bot.get(forged) as response:
            assert response.status == 404


async def test_the_rows_that_are_not_refused_can_be_applied_and_the_others_downloaded(
    bot: Client, cloud: FakeMicrosoft, catalogue: Catalogue
) -> None:
    lines = ["CAP,Cap,CAP-1,,Main,3", "HAT,Hat,HAT-1,,Main,many", "HAT,Hat,HAT-2,,Main,4"]
    table = "\n".join([HEADER, *lines]).encode()
    await post(bot, cloud, sent_file(cloud, "caps.csv", table))
    card, said = await heard(cloud, "Batch 1 was refused")
    assert "2 rows were refused" in said
    assert buttons(cloud, card) == ["Discard", "Full list", "Refused rows", "Apply the other row"]
    assert catalogue.counts().items == 0
    async with bot.get(linked(said)) as response:
        assert response.headers["Content-Disposition"] == 'attachment; filename="batch-1-refused.xlsx"'
        refused = await response.read()
    await press(bot, cloud, card, "Apply the other row")
    _, said = await heard(cloud, "Batch 1 was applied")
    assert "2 rows left out" in said
    assert "batch-1-refused.xlsx" in said
    assert catalogue.database.item_ids() == ("CAP",)
    sheet = openpyxl.load_workbook(io.BytesIO(refused))
    page = sheet.active
    assert page is not None
    page["F2"] = 5
    corrected = io.BytesIO()
    sheet.save(corrected)
    await post(bot, cloud, sent_file(cloud, "refused.xlsx", corrected.getvalue()))
    card, _ = await heard(cloud, "Batch 2 would make these changes")
    await press(bot, cloud, card, "Apply")
    await heard(cloud, "Batch 2 was applied")
    assert catalogue.counts().variants == 3


async def test_columns_said_in_the_chat_are_read_at_once_and_remembered_until_forgotten(
    bot: Client, cloud: FakeMicrosoft, settings: Settings, catalogue: Catalogue
) -> None:
    table = b"Alpha;Beta;Gamma;Zahl\nCAP;Cap;CAP-1;3\nHAT;Hat;HAT-1;4\n"
    await post(bot, cloud, sent_file(cloud, "caps.csv", table))
    card, _ = await heard(cloud, "Batch 1 was refused")
    content = cloud.messages[card]["attachments"][0]["content"]
    carried = next(one["data"] for one in parts(content) if one.get("data", {}).get("do") == "columns-read")
    twice = carried | {"item": "0", "title": "0", "sku": "2"}
    await post(bot, cloud, activities.executed(cloud.service_url, twice, "columns-read"), replyToId=card)
    await heard(cloud, "Choose each column only once")
    chosen = carried | {"item": "0", "title": "1", "sku": "2", "on_hand": "3"}
    await post(bot, cloud, activities.executed(cloud.service_url, chosen, "columns-read"), replyToId=card)
    _, said = await heard(cloud, "Batch 2 would make these changes")
    assert "Alpha = item" in said

    await post(bot, cloud, sent_file(cloud, "more.csv", b"Zahl;Beta;Gamma;Alpha\n7;Cap;CAP-2;CAP\n"))
    _, said = await heard(cloud, "Batch 3 would make these changes")
    assert "the columns were read as mapped on" in said

    await post(bot, cloud, activities.words(cloud.service_url, "catalogue columns"))
    listed, _ = await heard(cloud, "Remembered columns")
    await press(bot, cloud, listed, "Forget")
    await heard(cloud, "remember any columns")
    await post(bot, cloud, sent_file(cloud, "caps.csv", table))
    await heard(cloud, "Batch 4 was refused")


async def test_a_stock_batch_of_all_places_is_said_beside_the_file(
    bot: Client, cloud: FakeMicrosoft, pipeline: PhotoPipeline, catalogue: Catalogue
) -> None:
    table = f"{HEADER}\nCAP,Cap,CAP-1,,Main,3\nCAP,Cap,CAP-1,,Hall,4\n"
    catalogue.import_batch(table.encode(), pipeline.embed_pictures)
    counts = b"sku,location,on_hand\nCAP-1,Main,2\n"
    await post(bot, cloud, sent_file(cloud, "counts.csv", counts, text="catalogue upload stock all places"))
    _, said = await heard(cloud, "Batch 2 would make these changes")
    assert "what they have elsewhere becomes 0 (1)" in said


async def test_the_rest_of_a_batch_is_applied_by_its_sender_alone(
    bot: Client, cloud: FakeMicrosoft, settings: Settings, catalogue: Catalogue
) -> None:
    table = f"{HEADER}\nCAP,Cap,CAP-1,,Main,3\nHAT,Hat,HAT-1,,Main,many\n".encode()
    await post(bot, cloud, sent_file(cloud, "caps.csv", table))
    card, _ = await heard(cloud, "Batch 1 was refused")
    unsigned = activities.submitted(cloud.service_url, {"do": "batch-apply", "batch": "1"})
    await post(bot, cloud, unsigned, replyToId=card)
    await asyncio.sleep(0.5)
    assert catalogue.counts().items == 0


async def test_a_bad_file_is_told_in_one_sentence(bot: Client, cloud: FakeMicrosoft) -> None:
    await post(bot, cloud, sent_file(cloud, "caps.xlsx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)))
    card, said = await heard(cloud, "Batch 1 was refused")
    assert "save it as XLSX" in said
    assert buttons(cloud, card) == ["Full list"]


async def test_the_same_file_again_changes_nothing_and_says_so(
    bot: Client, cloud: FakeMicrosoft, pipeline: PhotoPipeline, catalogue: Catalogue, tmp_path: Path
) -> None:
    shop = write_batch(tmp_path / "shop.zip")
    catalogue.import_batch(shop, pipeline.embed_pictures)
    await post(bot, cloud, sent_file(cloud, "shop.zip", shop.read_bytes()))
    card, _ = await heard(cloud, "Nothing would change")
    assert buttons(cloud, card) == ["Full list"]
    assert catalogue.history()[0].state is State.DISCARDED


async def test_words_about_the_catalogue_are_answered(
    bot: Client, cloud: FakeMicrosoft, pipeline: PhotoPipeline, catalogue: Catalogue, tmp_path: Path
) -> None:
    catalogue.import_batch(write_batch(tmp_path / "shop.zip"), pipeline.embed_pictures)
    for asked, said in {
        "catalogue status": '"title": "Items", "value": "6"',
        "catalogue history": "Undo batch 1",
        "catalogue item jeans": "JEANS-M",
        "Catalog audit": "Search finds all 6 pictures",
        "catalogue duplicates": "No two items look the same",
        "catalogue": "You can type: catalogue upload",
        "catalogue upload": "Attach a CSV",
        "catalogue undo 99": "no batch 99",
        "help": "Manage the catalogue",
    }.items():
        await post(bot, cloud, activities.words(cloud.service_url, asked))
        await heard(cloud, said)
    assert catalogue.counts().items == 6


async def test_an_export_is_had_by_its_link_and_imports_again(
    bot: Client, cloud: FakeMicrosoft, pipeline: PhotoPipeline, catalogue: Catalogue, tmp_path: Path
) -> None:
    catalogue.import_batch(write_batch(tmp_path / "shop.zip"), pipeline.embed_pictures)
    await post(bot, cloud, activities.words(cloud.service_url, "catalogue export zip"))
    _, said = await heard(cloud, "6 items, 6 pictures")
    link = linked(said)
    async with bot.get(link) as response:
        assert response.content_type == "application/zip"
        exported = await response.read()
    assert not catalogue.stage([("catalogue.zip", exported)], embed=pipeline.embed_pictures).plan.news  # type: ignore[union-attr]


async def test_a_batch_that_a_stop_cut_off_is_finished_on_its_card_by_the_next_start(
    cloud: FakeMicrosoft, settings: Settings, pipeline: PhotoPipeline, catalogue: Catalogue
) -> None:
    """As a killed process leaves it: the batch is `applying`, its card says so, and nobody is at it.

    The press waits for its answer, which is that card and no second one.
    """
    table = f"{HEADER}\nCAP,Cap,CAP-1,,Main,3\n".encode()
    staged = catalogue.stage([("caps.csv", table)], by="Pat Packer", embed=pipeline.embed_pictures)
    catalogue.database.ledger.move(staged.id, [State.STAGED], State.APPLYING, applied_by="Pat Packer")
    cloud.messages["1699"] = {"type": "message", "summary": "Applying batch 1"}
    places = CardPlaces(catalogue.database.notes)
    places.keep(CardPlace(staged.id, personal_place(cloud), "1699", "en", activities.USER["aadObjectId"]))
    apply = sealed(settings, {"do": "batch-apply", "batch": "1"})
    pressed = inbound(activities.executed(cloud.service_url, apply, "batch-apply") | {"replyToId": "1699"})
    assert pressed is not None
    deliveries = Inbox(catalogue.database.notes, bot=bot_id(settings.home))
    deliveries.first(pressed)
    async with application(registered(settings, cloud), pipeline, catalogue, base_url=ADDRESS):
        card, _ = await heard(cloud, "Batch 1 was applied")
        async with asyncio.timeout(60):  # its place is forgotten after the cloud has taken it
            while places.all():  # noqa: ASYNC110 - SQL tells nobody
                await asyncio.sleep(0.02)
    assert card == "1699"
    assert list(cloud.messages) == ["1699"]
    assert deliveries.unanswered() == []
    assert catalogue.counts().items == 1


async def test_a_garment_that_nobody_knows_is_registered_completed_and_found_ever_after(
    bot: Client, cloud: FakeMicrosoft, settings: Settings, catalogue: Catalogue
) -> None:
    cloud.files["photo"] = jpeg(phone_photo("TEE-STRIPED"))
    photo = activities.photos(cloud.service_url, activities.inline_photo(cloud.service_url))
    worker = {"from": {**activities.USER, "id": "29:worker", "aadObjectId": OTHER}}
    await post(bot, cloud, photo, **worker)
    card, _ = await heard(cloud, "Not in our catalogue")
    await press(bot, cloud, card, "Register as new")
    await heard(cloud, "made for another person")
    await press(bot, cloud, card, "Register as new", **worker)
    await heard(cloud, "Registered as new, number 1")
    await press(bot, cloud, card, "Register as new", **worker)
    await heard(cloud, "Already registered, number 1")
    await post(bot, cloud, activities.words(cloud.service_url, "intakes"), **worker)
    await heard(cloud, "Only an admin can complete")

    await post(bot, cloud, activities.words(cloud.service_url, "intakes"))
    listed, said = await heard(cloud, "1 garment is waiting to become an item")
    assert len(catalogue.database.intakes.pictures()) == 2
    chosen = sealed(settings, {"do": "intake-open", "intake": "1"})
    await post(bot, cloud, activities.executed(cloud.service_url, chosen, "intake-open"), replyToId=listed)
    form, said = await heard(cloud, "New garment, number 1")
    assert "Pat Packer" in said
    fields = {"title": "Striped tee", "sizes": "S, M;S", "class": "upper"}
    given = sealed(settings, {"do": "intake-save", "intake": "1"}) | fields
    saved = activities.executed(cloud.service_url, given, "intake-save")
    await post(bot, cloud, saved, replyToId=form)
    await heard(cloud, '"fallbackText": "Enter the item number')  # the form says the words too
    saved = activities.executed(cloud.service_url, given | {"item": "HT-77", "colour": "=1+1"}, "intake-save")
    await post(bot, cloud, saved, replyToId=form)
    await heard(cloud, "Number 1 is below")
    change, said = await heard(cloud, "Batch 1 would make these changes")
    await press(bot, cloud, change, "Apply")
    await heard(cloud, "Batch 1 was applied")
    item = catalogue.item("HT-77")
    assert [variant.sku for variant in item.variants] == ["HT-77-S", "HT-77-M"]
    assert (item.title, item.garment_class, len(item.pictures)) == ("Striped tee", "upper", 1)

    await post(bot, cloud, photo, **worker)
    await heard(cloud, "Striped tee")
    cloud.files["photo"] = jpeg(phone_photo("TEE-STRIPED", seed=1))
    await post(bot, cloud, photo)
    mine = await last_card(cloud, "Right")
    right = body_button(cloud, mine, "✓ Right")
    keep = sealed(settings, {"do": "view-keep", "look": right["look"], "item": "HT-77"})
    await post(bot, cloud, activities.executed(cloud.service_url, keep, "view-keep"), replyToId=mine)
    await heard(cloud, "That button no longer works")  # nobody has said that it is right
    await post(bot, cloud, activities.executed(cloud.service_url, right, "match-right"), replyToId=mine)
    offer, _ = await heard(cloud, "Thanks, noted.")
    await press(bot, cloud, offer, "Add as another view")
    await heard(cloud, "The photo is now a view of Striped tee (batch 2")
    assert len(catalogue.item("HT-77").pictures) == 2
    assert catalogue.audit().ok
    before = len(cloud.messages)
    await press(bot, cloud, offer, "Add as another view", **worker)
    await replies(cloud, before + 1)
    assert len(catalogue.item("HT-77").pictures) == 2
    await post(bot, cloud, activities.words(cloud.service_url, "catalogue undo 2"))
    await heard(cloud, "Batch 2 was undone")
    assert len(catalogue.item("HT-77").pictures) == 1
    await post(bot, cloud, activities.words(cloud.service_url, "intakes"))
    await heard(cloud, "No garments are waiting")
    await press(bot, cloud, change, "Undo")
    await heard(cloud, "Batch 1 was undone")
    [waiting] = catalogue.database.intakes.waiting()  # it waits again
    assert waiting.id == 1
    assert catalogue.pictures.exists(waiting.photo)
    assert catalogue.pictures.exists(waiting.cut_out)
    dismiss = sealed(settings, {"do": "intake-dismiss", "intake": "1"})
    dismissed = activities.executed(cloud.service_url, dismiss, "intake-dismiss")
    await post(bot, cloud, dismissed, replyToId=form)
    await heard(cloud, "Number 1 was dismissed")
    await post(bot, cloud, dismissed, replyToId=form)
    await heard(cloud, "Number 1 isn't waiting any more")
    assert catalogue.database.intakes.waiting() == ()


async def last_card(cloud: FakeMicrosoft, title: str) -> str:
    """The latest message with a button of that title in its body, once another one came after the first."""
    async with asyncio.timeout(60):
        while True:
            found = [name for name, said in cloud.messages.items() if title in json.dumps(said)]
            if len(found) > 1:
                return found[-1]
            await asyncio.sleep(0.02)


def body_button(cloud: FakeMicrosoft, card: str, title: str) -> dict[str, Any]:
    """What a button in the body of a card carries."""
    body = cloud.messages[card]["attachments"][0]["content"]["body"]
    rows = [one["actions"] for one in body if one["type"] == "ActionSet"]
    (data,) = [button["data"] for row in rows for button in row if button["title"] == title]
    return dict(data)
