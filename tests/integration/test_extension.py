"""The search beside the message box, behind Microsoft's doors: only the cloud is fake."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from bot.locales import languages, words_for
from bot.settings import Settings
from catalogue.database import BatchRecord
from catalogue.items import Item, Picture, StockLevel, Variant
from catalogue.store import Catalogue
from tests.fakes import activities
from tests.fakes.microsoft import FakeMicrosoft
from tests.kit.bots import Client, settings_in
from tests.kit.shop import rows, write_batch
from vision.pipeline import PhotoPipeline

ROOT = Path(__file__).parents[2]
COUNTED = datetime(2026, 3, 6, 14, 5, tzinfo=UTC)
RUDE = (
    "**Jeans** [click](https://evil.example) <at>Pat</at> <img src=x onerror=y> &lt;b&gt; {{DATE(2020)}} _x_"
)


def coat(number: int) -> Item:
    """One of thirty that came in long ago."""
    stock = (StockLevel("Hall A", number, 0, COUNTED),)
    return Item(
        f"COAT-{number:02}",
        f"Loden coat {number}",
        "outer",
        variants=(Variant(f"LC-{number:02}", "L", None, stock),),
    )


def large() -> Item:
    """One with more sizes and locations than fit into a message."""
    stock = tuple(StockLevel(f"Aisle {n} of the upper gallery", 3, 1, COUNTED) for n in range(12))
    variants = tuple(Variant(f"GIANT-{n:03}", f"{n}/32", f"99{n:011}", stock) for n in range(40))
    return Item("GIANT", "Giant trousers", "lower", variants=variants)


@pytest.fixture(scope="module")
def settings(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    return settings_in(tmp_path_factory.mktemp("home"), time_zone="Asia/Tokyo")


@pytest.fixture(scope="module")
def catalogue(catalogue: Catalogue, settings: Settings, pipeline: PhotoPipeline) -> Catalogue:
    """The shop, what came in long before it, and what came in again."""
    tagged = Item(
        "HT-1042",
        "Hoodie Bergen",
        "upper",
        "moss green",
        variants=(
            Variant("HT-1042-M", "M", "4006381333931", (StockLevel("Hall A", 14, 2, COUNTED),)),
            Variant("HT-1042-L", "L", None, (StockLevel("Hall A", 3, 0, COUNTED),)),
        ),
        pictures=(Picture("hoodie/back", 1), Picture("hoodie/front", 0)),
    )
    rude = Item("rude", RUDE, "lower", "`blue`", variants=(Variant("*R*-_1_", "<b>S</b>"),))
    long_ago = datetime.now(UTC) - timedelta(days=400)
    made = [*map(coat, range(1, 31)), tagged, rude, large()]
    catalogue.database.write(made, BatchRecord(long_ago, "old.csv", len(made), 0, 0))
    dearer = [[*line[:5], "21.90", *line[6:]] for line in rows() if line[0] == "JEANS"]
    catalogue.import_batch(write_batch(settings.home / "news.zip", dearer), pipeline.embed_pictures)
    return catalogue


def query(
    cloud: FakeMicrosoft, words: object, *, skip: object = 0, count: object = 25, **fields: Any
) -> dict[str, Any]:
    """A search as Teams sends it."""
    value = {
        "commandId": "find",
        "parameters": [{"name": "words", "value": words}],
        "queryOptions": {"skip": skip, "count": count},
    }
    whole = {"name": "composeExtension/query", "value": value, "locale": "en-GB"} | fields
    return activities.activity("invoke", cloud.service_url, **whole)


def opened(cloud: FakeMicrosoft) -> dict[str, Any]:
    """The search when it is opened, before anything is typed."""
    value = {
        "commandId": "find",
        "parameters": [{"name": "initialRun", "value": "true"}],
        "queryOptions": {"skip": 0, "count": 25},
    }
    return query(cloud, "", value=value)


async def asked(bot: Client, cloud: FakeMicrosoft, activity: dict[str, Any] | bytes) -> dict[str, Any]:
    """What answers it, which must be of a kind that Teams takes."""
    body = activity if isinstance(activity, bytes) else json.dumps(activity).encode()
    headers = {"Authorization": f"Bearer {cloud.token_for_bot()}", "Content-Type": "application/json"}
    async with bot.post("/api/messages", data=body, headers=headers) as response:
        assert response.status == 200
        text = await response.text()
    assert len(text.encode()) < 256_000
    answer: dict[str, Any] = json.loads(text)["composeExtension"]
    assert answer["type"] in ("result", "message")
    if answer["type"] == "message":
        assert answer["text"]
        return answer
    assert answer["attachmentLayout"] == "list"
    for each in answer["attachments"]:
        assert each["contentType"] == "application/vnd.microsoft.card.adaptive"
        assert each["content"]["type"] == "AdaptiveCard"
        assert each["preview"]["contentType"] == "application/vnd.microsoft.card.thumbnail"
        assert len(json.dumps(each["content"])) <= 20_000
    return answer


async def found(bot: Client, cloud: FakeMicrosoft, activity: dict[str, Any]) -> list[tuple[str, str]]:
    """Title and text of what is listed."""
    answer = await asked(bot, cloud, activity)
    assert answer["type"] == "result", answer
    listed = [each["preview"]["content"] for each in answer["attachments"]]
    return [(each["title"], each["text"]) for each in listed]


async def test_a_barcode_finds_the_size_that_bears_it(bot: Client, cloud: FakeMicrosoft) -> None:
    answer = await asked(bot, cloud, query(cloud, " 4006381333931 "))
    (one,) = answer["attachments"]
    preview = one["preview"]["content"]
    assert preview["title"] == "Hoodie Bergen · moss green"
    assert preview["text"] == "HT-1042-M · M · 14 in stock · As of 06/03/2026, 15:05"
    card = json.dumps(one["content"])
    assert card.index("HT-1042-M") < card.index("HT-1042-L")
    assert "{{DATE(2026-03-06T14:05:00Z" in card
    assert one["content"]["lang"] == "en-GB"
    assert cloud.delivered == []


async def test_the_preview_shows_the_main_picture_by_a_signed_link(bot: Client, cloud: FakeMicrosoft) -> None:
    answer = await asked(bot, cloud, query(cloud, "HT-1042"))
    (image,) = answer["attachments"][0]["preview"]["content"]["images"]
    assert image["url"].startswith("https://bot.example.com/media/240/hoodie/front?until=")
    assert image["alt"] == "Catalogue picture of Hoodie Bergen · moss green"
    answer = await asked(bot, cloud, query(cloud, "JEANS"))
    (image,) = answer["attachments"][0]["preview"]["content"]["images"]
    async with bot.get(image["url"].removeprefix("https://bot.example.com")) as response:
        assert (response.status, response.content_type) == (200, "image/jpeg")


@pytest.mark.parametrize(
    ("words", "titles"),
    [
        ("ht-10", ["Hoodie Bergen · moss green"]),
        ("HT-1042-L", ["Hoodie Bergen · moss green"]),
        ("green hoodie", ["Hoodie Bergen · moss green"]),
        ("berg", ["Hoodie Bergen · moss green"]),
        ("lc-07", ["Loden coat 7"]),
        ("loden coat 21", ["Loden coat 21"]),
        ("dress", ["dress dress-dots"]),
        ("hood", ["hoodie hoodie-grey", "Hoodie Bergen · moss green"]),
    ],
)
async def test_a_sku_its_beginning_and_words_find_items(
    bot: Client, cloud: FakeMicrosoft, words: str, titles: list[str]
) -> None:
    assert [title for title, _ in await found(bot, cloud, query(cloud, words))] == titles


async def test_an_item_of_several_sizes_tells_their_sum(bot: Client, cloud: FakeMicrosoft) -> None:
    ((_, text),) = await found(bot, cloud, query(cloud, "bergen"))
    assert text == "HT-1042 · 17 in stock · As of 06/03/2026, 15:05"


async def test_what_was_never_counted_gives_no_figure_and_no_time(bot: Client, cloud: FakeMicrosoft) -> None:
    ((_, text),) = await found(bot, cloud, query(cloud, "rude"))
    assert text.endswith(" · not counted")


async def test_a_search_just_opened_shows_what_came_in_lately(bot: Client, cloud: FakeMicrosoft) -> None:
    """The latest first, and each once; the jeans came in twice."""
    first = await found(bot, cloud, opened(cloud))
    numbers = [text.partition(" ·")[0] for _, text in first]
    assert numbers == ["JEANS", "DRESS-DOTS", "HOODIE-GREY", "SKIRT-CHECKS", "TEE-RED", "TEE-STRIPED"]
    assert await found(bot, cloud, query(cloud, "  ")) == first
    assert await found(bot, cloud, query(cloud, "", skip=4, count=2)) == first[4:6]


def test_what_came_in_at_another_time_is_passed_over(catalogue: Catalogue) -> None:
    now = datetime.now(UTC)
    assert len(catalogue.stock.lately(now - timedelta(days=1), now)) == 6
    assert catalogue.stock.lately(now - timedelta(days=3), now - timedelta(days=2)) == ()


async def test_pages_follow_one_another_and_end(bot: Client, cloud: FakeMicrosoft) -> None:
    pages = [await found(bot, cloud, query(cloud, "loden", skip=skip)) for skip in (0, 25, 50)]
    assert [len(page) for page in pages] == [25, 5, 0]
    assert len({title for page in pages for title, _ in page}) == 30
    assert await found(bot, cloud, query(cloud, "loden", skip=3, count=4)) == pages[0][3:7]


@pytest.mark.parametrize(
    ("skip", "count", "listed"),
    [
        (10**30, 25, 0),
        (-5, 25, 25),
        (0, 10**30, 25),
        (0, 0, 1),
        (0, -1, 1),
        ("0", "5", 25),
        (None, None, 25),
        (True, True, 25),
        (0.5, 2.5, 25),
        ([1], {"a": 1}, 25),
    ],
)
async def test_a_page_that_cannot_be_is_brought_within_bounds(
    bot: Client, cloud: FakeMicrosoft, skip: object, count: object, listed: int
) -> None:
    assert len(await found(bot, cloud, query(cloud, "loden", skip=skip, count=count))) == listed


async def test_nothing_found_is_said_in_the_language_of_the_client(bot: Client, cloud: FakeMicrosoft) -> None:
    for language in languages():
        answer = await asked(bot, cloud, query(cloud, "zeppelin", locale=language))
        assert answer == {
            "type": "message",
            "text": words_for(language)("search-nothing", words="zeppelin"),
        }
    assert answer["text"] != words_for("en")("search-nothing", words="zeppelin")


async def test_the_card_and_the_list_are_in_the_language_that_a_person_chose(
    bot: Client, cloud: FakeMicrosoft, catalogue: Catalogue
) -> None:
    person = {"id": "29:linguist", "name": "Lin", "aadObjectId": "0d1f5c3e-0000-4000-8000-000000000009"}
    catalogue.database.notes.put("language", person["aadObjectId"], "fr")
    answer = await asked(bot, cloud, query(cloud, "4006381333931", **{"from": person}))
    words = words_for("fr")
    assert answer["attachments"][0]["content"]["lang"] == "fr"
    assert words("stock-in", count=14) in answer["attachments"][0]["preview"]["content"]["text"]


@pytest.mark.parametrize(
    ("zone", "hour"),
    [("America/New_York", "09:05"), ("../../etc/passwd", "23:05"), ("", "23:05"), (7, "23:05")],
)
async def test_times_are_those_of_the_clients_zone_else_of_the_settings(
    bot: Client, cloud: FakeMicrosoft, zone: object, hour: str
) -> None:
    ((_, text),) = await found(bot, cloud, query(cloud, "bergen", localTimezone=zone))
    assert text.endswith(f"As of 06/03/2026, {hour}")


async def test_no_card_has_a_button(bot: Client, cloud: FakeMicrosoft) -> None:
    """Where the card is read the bot may be unknown, and a pressed button would fail."""
    for words in ("hoodie", "4006381333931", "rude", "giant", ""):
        answer = await asked(bot, cloud, query(cloud, words))
        assert "Action." not in json.dumps(answer)


async def test_text_of_the_catalogue_is_neither_markup_nor_link_nor_mention(
    bot: Client, cloud: FakeMicrosoft
) -> None:
    answer = await asked(bot, cloud, query(cloud, "rude"))
    (one,) = answer["attachments"]
    shown = one["preview"]["content"]
    told = shown["title"] + shown["text"]
    assert not set("<>[]*`~{}") & set(told.replace("{ {", "").replace("}}", ""))
    assert "&lt;" not in told
    assert "_x_" not in told
    assert "click" in told
    blocks = [one["content"]]
    while blocks:
        block = blocks.pop()
        if isinstance(block, dict):
            if block.get("type") == "TextBlock":  # the only ones in which Markdown is read
                assert "evil" not in block["text"]
            assert "msteams" not in block
            blocks += block.values()
        elif isinstance(block, list):
            blocks += block


async def test_words_that_are_no_words_are_repeated_as_plain_text(bot: Client, cloud: FakeMicrosoft) -> None:
    answer = await asked(bot, cloud, query(cloud, "\u202ezep\x00pelin\n{{TIME(7777)}} " + "y" * 400))
    assert answer["type"] == "message"
    assert not set("\u202e\x00\n") & set(answer["text"])
    assert "{{" not in answer["text"]
    assert len(answer["text"]) < 200


@pytest.mark.parametrize(
    "words",
    [
        "'; DROP TABLE items; --",
        "%",
        "_",
        "\\",
        "*",
        "\x00",
        "😀",
        "a " * 5000,
        " ".join(f"w{n}" for n in range(2000)),
        "x" * 100_000,
        "٣٤٥",
        "T" * 130,
    ],
)
async def test_a_hostile_search_is_answered(bot: Client, cloud: FakeMicrosoft, words: str) -> None:
    await asked(bot, cloud, query(cloud, words))
    assert await found(bot, cloud, query(cloud, "bergen"))


async def test_half_a_sign_is_no_fault(bot: Client, cloud: FakeMicrosoft) -> None:
    body = json.dumps(query(cloud, "HALF")).replace("HALF", "berg \\ud83d").encode()
    assert (await asked(bot, cloud, body))["type"] in ("result", "message")


@pytest.mark.parametrize(
    "value",
    [
        None,
        [],
        "find",
        {},
        {"commandId": "other", "parameters": []},
        {"commandId": ["find"]},
        {"commandId": "find", "parameters": [{"name": "words", "value": 4006381333931}]},
        {"commandId": "find", "parameters": [{"name": "words", "value": None}]},
        {"commandId": "find", "parameters": [{"name": "words"}]},
    ],
)
async def test_what_is_no_search_is_refused_in_words(
    bot: Client, cloud: FakeMicrosoft, value: object
) -> None:
    answer = await asked(bot, cloud, query(cloud, "", value=value))
    assert answer["text"].startswith("Bad request: value.")


@pytest.mark.parametrize(
    "parameters",
    [None, {}, "words", [], [None, 7], [{"name": "colour", "value": "red"}], [{"name": ["words"]}]],
)
async def test_a_search_without_words_shows_what_came_in_lately(
    bot: Client, cloud: FakeMicrosoft, parameters: object
) -> None:
    value = {"commandId": "find", "parameters": parameters, "queryOptions": 5}
    assert len(await found(bot, cloud, query(cloud, "", value=value))) == 6


async def test_nobody_is_answered_nothing(bot: Client, cloud: FakeMicrosoft) -> None:
    answer = await asked(bot, cloud, query(cloud, "bergen", **{"from": {"name": "Pat"}}))
    assert answer == {"type": "message", "text": "Bad request: from.id is missing."}


@pytest.mark.parametrize("locale", [None, 7, "", "xx-YY", "../../etc", "d" * 5000])
async def test_an_unknown_language_is_answered_in_english(
    bot: Client, cloud: FakeMicrosoft, locale: object
) -> None:
    answer = await asked(bot, cloud, query(cloud, "zeppelin", locale=locale, entities=[]))
    assert answer["text"] == words_for("en")("search-nothing", words="zeppelin")


async def test_a_search_wants_a_good_token_and_the_right_tenant(bot: Client, cloud: FakeMicrosoft) -> None:
    elsewhere = {"tenant": {"id": "00000000-0000-4000-8000-00000000beef"}}
    for headers, activity, status in (
        ({}, query(cloud, "bergen"), 401),
        ({"Authorization": f"Bearer {cloud.token_for_bot(key='forged')}"}, query(cloud, "bergen"), 401),
        ({"Authorization": f"Bearer {cloud.token_for_bot(aud='another')}"}, query(cloud, "bergen"), 401),
        (
            {"Authorization": f"Bearer {cloud.token_for_bot()}"},
            query(cloud, "bergen", channelData=elsewhere),
            403,
        ),
    ):
        async with bot.post("/api/messages", json=activity, headers=headers) as response:
            assert response.status == status
            assert "Bergen" not in await response.text()


async def test_searches_are_counted(bot: Client, cloud: FakeMicrosoft) -> None:
    await asked(bot, cloud, query(cloud, "bergen"))
    async with bot.get("/metrics") as response:
        assert 'hangtag_messages_total{kind="search",outcome="ok"} 1.0' in await response.text()
