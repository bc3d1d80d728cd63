"""A catalogue whose every word is a trap: on no card of any answer is any of it more than text."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

import pytest

from bot.building.opening import open_catalogue
from bot.questions.answering.as_json import asked_to_json
from bot.questions.query import Query
from bot.settings import Settings
from catalogue.store import Catalogue
from tests.fakes import activities
from tests.hostile.cases import Case, stated
from tests.hostile.files import zip_of
from tests.hostile.links import button
from tests.hostile.live import MARKS, UNSEEN, live_parts
from tests.kit.bots import ShopBot
from tests.kit.photos import jpeg
from tests.kit.shop import phone_photo
from vision.pipeline import PhotoPipeline

HEADER = (
    "item",
    "title",
    "class",
    "colour",
    "brand",
    "sku",
    "size",
    "location",
    "on_hand",
    "price",
    "currency",
    "pictures",
)
NAME = "[Rudb](https://evil.example/b) <at>Rudd</at>.csv"


def rude_rows() -> list[tuple[str, ...]]:
    """An item for each mark, which stands in all of its words."""
    return [
        (
            f"[R{number}](https://evil.example)",
            f"{mark} Trap{number}",
            "trousers",
            mark[:60],
            mark[:60],
            f"R{number}-M",
            UNSEEN.sub("", mark)[:20].strip(),  # which no size or location may hold at all
            UNSEEN.sub("", mark)[:60].strip(),
            "3",
            "19.90",
            "EUR",
            "p.jpg" if number == 0 else "",
        )
        for number, mark in enumerate(MARKS)
    ]


def rude_batch(rows: list[tuple[str, ...]] | None = None) -> bytes:
    table = io.StringIO()
    csv.writer(table).writerows([HEADER, *(rude_rows() if rows is None else rows)])
    return zip_of({"items.csv": table.getvalue().encode(), "p.jpg": jpeg(phone_photo("JEANS", seed=7))})


@pytest.fixture(scope="module")
def catalogue(settings: Settings, pipeline: PhotoPipeline) -> Iterator[Catalogue]:
    """In place of the small shop, for the shop as well."""
    with open_catalogue(settings, pipeline) as opened:
        (settings.home / "rude.zip").write_bytes(rude_batch())
        opened.import_batch(settings.home / "rude.zip", pipeline.embed_pictures)
        yield opened


@dataclass(frozen=True, kw_only=True)
class Asked(Case):
    """A question that has the catalogue's words in its answer."""

    text: str = ""
    data: dict[str, Any] = field(default_factory=dict)
    says: str = "Trap"
    must: str = "shown as plain text: no Markdown, mention, link, date function or element of its own"


IDS = tuple(f"[R{number}](https://evil.example)" for number in range(len(MARKS)))
ASKED = [
    *(
        Asked(tries=f"the stock of an item called {mark}", text=f"stock R{number}-M", says=f"Trap{number}")
        for number, mark in enumerate(MARKS)
    ),
    *(
        Asked(
            tries=f"the item called {mark}, as the admin sees it",
            text=f"catalogue item R{number}-M",
            says=f"Trap{number}",
        )
        for number, mark in enumerate(MARKS)
    ),
    *(
        Asked(
            tries=f"{asked_to_json(asked)[:60]} …",
            data={"do": "ask", "question": asked_to_json(asked)},
            says=says,
        )
        for asked, says in (
            (Query(items=IDS), "Trap"),
            (Query(items=IDS, group="place"), "Trap"),
            (Query(items=IDS, group="size"), "Trap"),
            (Query(items=IDS, group="colour"), "Rud"),
            (Query("price", items=IDS), "Trap"),
            (Query("details", items=IDS), "Trap"),
            (Query("free", items=IDS, needed=2), "Trap"),
            (Query("items", state="in"), "11 items"),
            (Query(state="low", group="item"), "Trap"),
            (Query(words="trap1"), "Trap"),
        )
    ),
    Asked(
        tries="traps that came in",
        data={
            "do": "ask",
            "question": asked_to_json(Query("arrived", since=datetime(2020, 1, 1, tzinfo=UTC))),
        },
        says="",
    ),
    Asked(tries="an unknown number near a trap's", text="stock R1-X", says=""),
    Asked(tries="a press on a trap's row", data={"do": "stock", "item": "[R1](https://evil.example)"}),
    Asked(tries="the history of a catalogue of traps", text="catalogue history", says=""),
    Asked(tries="its state", text="catalogue status", says=""),
    Asked(tries="its audit", text="catalogue audit", says=""),
    Asked(tries="its duplicates", text="catalogue duplicates", says=""),
    Asked(tries="its export", text="catalogue export", says="catalogue.csv"),
    Asked(tries="the people", text="people", says=""),
    Asked(tries="the reservations", text="reservations", says=""),
]


@pytest.mark.parametrize("case", ASKED, ids=str)
async def test_no_word_of_the_catalogue_is_live_on_a_card(shop: ShopBot, case: Asked) -> None:
    """Asked by the admin, whose own name is a trap as well."""
    sender = shop.admin() | {"name": f"{MARKS[0]} {MARKS[3]}"}
    if case.data:
        said = await shop.press(case.data, **{"from": sender})
    else:
        said = await shop.say(case.text, **{"from": sender})
    assert said.outcome in ("ok", "fault")
    assert case.says in said.text
    assert live_parts(said.messages) == []
    assert len(said.text) < 80_000


@stated("a photo of a trap, its Right and its Wrong", "the match is plain text")
async def test_a_match_shows_a_trap_as_text(shop: ShopBot) -> None:
    """The picture in the catalogue is of the same jeans."""
    shop.cloud.files["jeans"] = jpeg(phone_photo("JEANS", seed=7))
    url = shop.cloud.service_url
    place = {"conversation": shop.place()}
    said = await shop.send(activities.photos(url, activities.inline_photo(url, "jeans")), **place)
    assert "Trap0" in said.text
    assert live_parts(said.messages) == []
    for does in ("match-wrong", "match-right"):
        answer = await shop.press(button(said, does), **place)
        assert answer.outcome == "ok"
        assert live_parts(answer.messages) == []


@stated("stock work with places and people that are traps", "the question and its answer are plain text")
async def test_stock_work_shows_a_trap_as_text(shop: ShopBot) -> None:
    """By an admin with a trap for a name; taken back at the end."""
    place = {"conversation": shop.place(), "from": shop.admin() | {"name": MARKS[0]}}
    said = await shop.say("count R2-M at Rudc is 7", **place)
    assert live_parts(said.messages) == []
    said = await shop.say(f"reserve 1 of R0-M for {MARKS[3]} Bob", **place)
    assert live_parts(said.messages) == []
    said = await shop.say("reserve 1 of R6-M at # Rudg for Bob", **place)
    assert live_parts(said.messages) == []
    if "work-confirm" in said.text:
        done = await shop.press(button(said, "work-confirm"), **place)
        assert live_parts(done.messages) == []
        undone = await shop.press(button(done, "work-undo"), **place)
        assert live_parts(undone.messages) == []


@stated("a batch of traps, in a file whose name is one, shown, applied and undone", "each card is plain text")
async def test_a_batch_of_traps_is_text_on_its_cards(shop: ShopBot) -> None:
    """New items, changed ones, and rows that are refused with their words."""
    rows = [(*row[:1], f"{row[1]} again", *row[2:]) for row in rude_rows()]
    shop.cloud.files["rude"] = rude_batch(rows)
    place = {"conversation": shop.place(), "from": shop.admin() | {"name": MARKS[0]}}
    url = shop.cloud.service_url
    link = f"{shop.cloud.url}/sharepoint/rude"
    said = await shop.send(
        activities.photos(url, activities.shared_file(link, NAME.replace(".csv", ".zip"))), **place
    )
    assert "again" in said.text
    assert live_parts(said.messages) == []
    done = await shop.press(button(said, "batch-apply"), **place)
    assert live_parts(done.messages) == []
    undone = await shop.press(button(done, "batch-undo"), **place)
    assert live_parts(undone.messages) == []


@stated("a batch whose refused rows are traps", "the reasons are plain text")
async def test_refused_rows_are_text(shop: ShopBot) -> None:
    """The words of a row stand in the reason for its refusal."""
    rows = [(*row[:8], mark, *row[9:]) for row, mark in zip(rude_rows(), MARKS, strict=True)]
    shop.cloud.files["rude"] = rude_batch(rows)
    link = f"{shop.cloud.url}/sharepoint/rude"
    shared = activities.shared_file(link, NAME.replace(".csv", ".zip"))
    said = await shop.send(activities.photos(shop.cloud.service_url, shared), **{"from": shop.admin()})
    assert "refused" in said.text
    assert live_parts(said.messages) == []
