"""One message in, replies out; each once, and never silence."""

from __future__ import annotations

import asyncio
import logging
import sqlite3
import threading
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing
from dataclasses import dataclass, field, replace
from datetime import UTC
from itertools import count
from pathlib import Path
from typing import TypeAlias

import numpy as np
import pytest
from numpy.typing import NDArray

from bot.building.dialogue import build_dialogue
from bot.channel import Attachment, Channel, Lost, Place, Reply
from bot.conversation import Conversation, TurnStart
from bot.errors import AttachmentError
from bot.handlers.help import HelpHandler
from bot.handlers.photos.photo import PhotoHandler
from bot.handlers.questions import QuestionHandler
from bot.handlers.stock import StockHandler
from bot.links.signed_buttons import SignedButtons
from bot.questions.vocabulary import Names
from bot.routing.routes import Routes
from bot.routing.table import BUTTONS, FORM_BUTTONS, OPEN_BUTTONS
from bot.state.memory import Memory
from bot.state.people import People
from bot.state.whereabouts import Whereabouts
from bot.worker_queue import WorkerQueue
from catalogue.database import Database
from catalogue.items import Findings, Item, Variant
from catalogue.stock import StockBook
from tests.cards import samples
from tests.fakes.channel import PLACE, RecordingChannel
from tests.fakes.deliveries import Deliveries
from tests.fakes.photos import analysed
from tests.kit.asking import order_handler
from tests.kit.handlers import handlers
from tests.kit.messages import message, press
from tests.kit.stores import open_database
from vision.errors import PhotoError
from vision.pipeline import PhotoAnalysis

VECTOR = np.array([1.0, 0.0], np.float32)
COMPARE = "A photo can’t tell near shades apart: compare the colour."


class ByteEyes:
    """Sees in a photo what its bytes say: `b"0.5"` becomes the vector (0.5, 0)."""

    def __init__(self) -> None:
        self.threads: set[int] = set()

    def read_again(self, photo: bytes) -> tuple[str, ...]:
        return ()

    def analyse(self, photo: bytes, *, numbers: bool) -> PhotoAnalysis:
        self.threads.add(threading.get_ident())
        if photo == b"bug":
            raise ZeroDivisionError("a bug")
        try:
            return analysed(
                np.array([float(photo), 0.0], np.float32),
                confidence=0.96,
                garment_class="upper",
                class_confidence=0.8,
            )
        except ValueError:
            raise PhotoError("photo-none") from None


class FixedSearch:
    """Finds the same thing whatever is sought, and keeps what was sought."""

    def __init__(self, findings: Findings = samples.SURE) -> None:
        self.findings = findings
        self.sought: list[float] = []
        self.told: list[tuple[str | None, float, float]] = []
        """Class, its chance, and the mask's."""

    def find(
        self,
        vector: NDArray[np.float32],
        *,
        top: int = 5,
        garment_class: str | None = None,
        class_confidence: float = 1.0,
        mask_confidence: float = 1.0,
        recognised: bool = True,
    ) -> Findings:
        self.sought.append(float(vector[0]))
        self.told.append((garment_class, class_confidence, mask_confidence))
        return self.findings


class UrlFetcher:
    """Fetches from each link the last part of it, and keeps count."""

    def __init__(self) -> None:
        self.fetched = 0

    async def fetch(self, attachment: Attachment, place: Place, channel: Channel) -> bytes:
        self.fetched += 1
        content = attachment.url.rpartition("/")[2]
        if content == "gone":
            raise AttachmentError("attachment-failed", what="photo", name="")
        return content.encode()


@dataclass
class Scene:
    """A conversation with everything around it."""

    database: Database
    channel: RecordingChannel = field(default_factory=RecordingChannel)
    pipeline: ByteEyes = field(default_factory=ByteEyes)
    search: FixedSearch = field(default_factory=FixedSearch)
    queue: WorkerQueue = field(default_factory=WorkerQueue)
    fetcher: UrlFetcher = field(default_factory=UrlFetcher)

    def __post_init__(self) -> None:
        book, names, people = StockBook(self.database), Names(self.database), People(self.database.notes)
        stock, memory = StockHandler(book, link=samples.golden_link), Memory(self.database.notes)
        signed = SignedButtons(b"k" * 32, open_names=OPEN_BUTTONS, form_names=FORM_BUTTONS)
        at = handlers(
            help=HelpHandler(people, book.example),
            photos=PhotoHandler(
                self.fetcher,
                self.pipeline,
                self.search,
                self.queue,
                stock=book,
                link=samples.golden_link,
            ),
            stock=stock,
            questions=QuestionHandler(
                build_dialogue(self.database, names, zone=UTC),
                memory,
                book,
                names,
                stock=stock,
                orders=order_handler(self.database, names, memory),
                link=samples.golden_link,
                whereabouts=Whereabouts(self.database.notes, self.database.places),
            ),
        )
        self.conversation = Conversation(
            TurnStart(self.channel, signed), Routes(at, people, signed), Deliveries(), memory
        )


Scenes: TypeAlias = Callable[..., Scene]


@pytest.fixture
def scenes(tmp_path: Path) -> Iterator[Scenes]:
    """Makes a scene around a catalogue of some items."""
    with ExitStack() as stack:
        numbers = count()

        def build(*items: Item) -> Scene:
            file = f"{next(numbers)}.sqlite3"
            return Scene(stack.enter_context(open_database(tmp_path, *items, name=file)))

        yield build


@pytest.fixture
def scene(scenes: Scenes) -> Scene:
    return scenes(samples.hoodie(), samples.dress())


async def test_a_photo_gets_typing_at_once_and_then_its_card(scene: Scene) -> None:
    await scene.conversation.handle(message(photos=("0.5",)))
    assert scene.channel.trail == ["typing", "send"]
    assert scene.search.sought == [0.5]
    assert scene.channel.cards == [samples.cards()["match-very-likely"]]
    assert scene.channel.texts == [f"Hoodie Bergen: Very likely this one · 93%. {COMPARE}"]


async def test_vision_runs_off_the_event_loop(scene: Scene) -> None:
    await scene.conversation.handle(message(photos=("0.5",)))
    assert scene.pipeline.threads
    assert threading.get_ident() not in scene.pipeline.threads


async def test_several_photos_get_a_card_each_in_order(scene: Scene) -> None:
    await scene.conversation.handle(message("what are these?", photos=("0.1", "0.2", "0.3")))
    assert scene.search.sought == pytest.approx([0.1, 0.2, 0.3])
    numbers = [str(card) for card in scene.channel.cards]
    assert ["Photo 1 of 3" in numbers[0], "Photo 2 of 3" in numbers[1], "Photo 3 of 3" in numbers[2]] == [
        True
    ] * 3


async def test_a_file_that_is_no_picture_gets_one_sentence_and_the_others_their_cards(scene: Scene) -> None:
    await scene.conversation.handle(message(photos=("letter", "gone", "0.1")))
    assert scene.channel.texts[:2] == [
        "Photo 1 of 3: This file is no picture: send a JPEG, PNG, WebP or HEIC photo.",
        "Photo 2 of 3: The photo couldn’t be loaded. Please send it again.",
    ]
    assert scene.search.sought == pytest.approx([0.1])


async def test_words_beside_a_photo_are_about_its_item(scene: Scene) -> None:
    await scene.conversation.handle(message("how many in L?", photos=("0.5",)))
    assert scene.channel.texts[0] == f"Hoodie Bergen: Very likely this one · 93%. {COMPARE}"
    assert scene.channel.texts[1].startswith("Hoodie Bergen, moss green, in L:")
    assert len(scene.channel.texts) == 2


async def test_words_beside_a_photo_that_is_not_surely_that_item_say_so_first(scene: Scene) -> None:
    scene.search.findings = samples.UNSURE
    await scene.conversation.handle(message("how many in L?", photos=("0.5",)))
    assert scene.channel.texts[1] == "I’m not sure which garment this is. If it’s Hoodie Bergen:"
    assert scene.channel.texts[2].startswith("Hoodie Bergen, moss green, in L:")


@pytest.mark.parametrize("text", ["what is this?", "hello", "thanks!"])
async def test_words_that_the_photo_answers_need_no_second_answer(scene: Scene, text: str) -> None:
    await scene.conversation.handle(message(text, photos=("0.5",)))
    assert len(scene.channel.texts) == 1


async def test_words_beside_a_photo_that_are_not_used_are_named(scene: Scene) -> None:
    await scene.conversation.handle(message("blorp the frobnicator", photos=("0.5",)))
    assert (
        scene.channel.texts[1] == "I looked at the photo only. I didn’t understand “blorp the frobnicator”."
    )
    scene.search.findings = samples.ABSENT
    await scene.conversation.handle(message("how many in L?", photos=("0.5",), id="2"))
    assert "I didn’t use the words “how many in L?”" in scene.channel.texts[-1]


async def test_a_command_beside_a_photo_is_done_after_it(scene: Scene) -> None:
    await scene.conversation.handle(message("help", photos=("0.5",)))
    assert scene.channel.texts[1:] == ["What I can do"]


@pytest.mark.parametrize("lost", ["photo", "forward", "file"])
async def test_a_caption_without_its_photo_is_not_about_what_was_shown_before(
    scene: Scene, lost: Lost
) -> None:
    await scene.conversation.handle(message(photos=("0.5",)))
    for number, text in (("2", "how many in L?"), ("3", "do we have this in red?")):
        await scene.conversation.handle(replace(message(text, id=number), lost=lost))
    assert len(scene.channel.texts) == 3
    assert "Bergen" not in "".join(scene.channel.texts[1:])


async def test_what_a_caption_names_is_answered_without_its_photo(scene: Scene) -> None:
    await scene.conversation.handle(replace(message("how many of the hoodie in L?"), lost="photo"))
    assert scene.channel.texts[0].startswith("No photo arrived")
    assert scene.channel.texts[1].startswith("Hoodie Bergen, moss green, in L: 3 in stock")


async def test_advice_fits_the_place(scene: Scene) -> None:
    group = replace(PLACE, kind="groupChat")
    await scene.conversation.handle(replace(message(place=group), lost="photo"))
    await scene.conversation.handle(replace(message(id="2", place=group), lost="mention"))
    assert "personal chat" in scene.channel.texts[0]
    assert scene.channel.texts[1] == "What I can do"


@pytest.mark.parametrize(
    "text",
    ["Hi!", "hello there", "Guten Morgen", "Bonjour", "hola", "ciao", "cześć", "menu", "moin zusammen"],
)
async def test_a_greeting_is_answered_with_what_the_bot_can_do(scene: Scene, text: str) -> None:
    await scene.conversation.handle(message(text))
    assert scene.channel.texts == ["What I can do"]


async def test_a_quoted_answer_is_what_it_means(scene: Scene) -> None:
    await scene.conversation.handle(message("stock HT-1042-L"))
    await scene.conversation.handle(message("stock HT-2210-38", id="2"))
    quoted = scene.channel.sent[0].id
    await scene.conversation.handle(message("where is it?", id="3"))
    await scene.conversation.handle(replace(message("where is it?", id="4"), quoted=quoted))
    await scene.conversation.handle(message("stock HT-2210-38", id="5"))
    await scene.conversation.handle(replace(message("where is it?", id="6"), quoted="another's"))
    texts = scene.channel.texts
    assert [texts[place].split(",")[0] for place in (2, 3, 5)] == [
        "Dress Solveig",
        "Hoodie Bergen",
        "Dress Solveig",
    ]


async def test_from_four_photos_on_one_card_answers_all(scene: Scene) -> None:
    await scene.conversation.handle(message(photos=("0.1", "letter", "gone", "0.4")))
    [card] = scene.channel.cards
    assert scene.channel.texts == [
        "4 photos: 1. Hoodie Bergen (moss green), 40 in stock; "
        "2. This file is no picture: send a JPEG, PNG, WebP or HEIC photo.; "
        "3. The photo couldn’t be loaded. Please send it again.; 4. Hoodie Bergen (moss green), 40 in stock. "
        f"{COMPARE}"
    ]
    *lines, hint = card["body"][1:]
    assert [line["columns"][0]["items"][0]["inlines"][0]["text"] for line in lines] == list("1234")
    assert COMPARE in str(hint)
    assert scene.search.sought == pytest.approx([0.1, 0.4])


async def test_more_photos_than_are_answered_are_not_passed_over_in_silence(scene: Scene) -> None:
    await scene.conversation.handle(message(photos=("0.1",) * 11))
    assert len(scene.search.sought) == 10
    assert "first 10 photos" in scene.channel.texts[-1]


async def test_a_message_with_nothing_in_it_is_answered_kindly(scene: Scene) -> None:
    """A gallery pick on a phone can arrive with no attachment at all."""
    await scene.conversation.handle(message("\xa0 "))
    assert "No photo arrived" in scene.channel.texts[0]


async def test_who_waits_is_told_how_many_are_before_and_the_answer_takes_that_place(scene: Scene) -> None:
    hold = threading.Event()
    scene = Scene(scene.database, queue=WorkerQueue(workers=1, usual=5.0))
    running = asyncio.create_task(scene.queue.run(hold.wait))
    await asyncio.sleep(0)
    answering = asyncio.create_task(scene.conversation.handle(message(photos=("0.5",))))
    async with asyncio.timeout(5):
        while not scene.channel.sent:  # noqa: ASYNC110 - the channel tells nobody
            await asyncio.sleep(0.01)
    assert scene.channel.sent[0].reply.text.startswith("1 photo is ahead of yours")
    hold.set()
    await asyncio.gather(running, answering)
    assert len(scene.channel.sent) == 1
    [answer] = scene.channel.updated
    assert (answer.id, answer.reply.replaces) == ("m1", "m1")
    assert "Very likely" in answer.reply.text


async def test_who_was_told_to_wait_before_a_stop_has_the_answer_in_that_place(scene: Scene) -> None:
    """However often it is given: a message that is replaced again with the same is still one."""
    asked = message(photos=("0.5",))
    waiting = await scene.channel.send(asked.place, Reply("1 photo is ahead of yours"))
    for _ in range(2):
        await scene.conversation.answer(asked, passing=waiting)
    assert len(scene.channel.sent) == 1
    assert [one.id for one in scene.channel.updated] == [waiting, waiting]
    await scene.conversation.answer(asked, sent=1, passing=waiting)
    assert len(scene.channel.updated) == 2


async def test_who_would_wait_for_too_long_is_told_to_come_back(scene: Scene) -> None:
    hold = threading.Event()
    scene = Scene(scene.database, queue=WorkerQueue(workers=1, usual=31.0))
    running = asyncio.create_task(scene.queue.run(hold.wait))
    await asyncio.sleep(0)
    await scene.conversation.handle(message(photos=("0.5",)))
    assert "Send yours again in a minute" in scene.channel.sent[0].reply.text
    assert scene.fetcher.fetched == 0
    hold.set()
    await running


async def test_a_full_queue_says_so(scene: Scene) -> None:
    hold = threading.Event()
    scene = Scene(scene.database, queue=WorkerQueue(workers=1, waiting=0))
    running = asyncio.create_task(scene.queue.run(hold.wait))
    await asyncio.sleep(0)
    await scene.conversation.handle(message(photos=("0.5",)))
    hold.set()
    await running
    assert scene.channel.texts == ["Too many photos are waiting. Send yours again in a minute."]
    assert scene.fetcher.fetched == 0
    await scene.conversation.handle(message(photos=("0.5",), id="later"))
    assert scene.channel.texts[-1] == f"Hoodie Bergen: Very likely this one · 93%. {COMPARE}"


async def test_the_same_message_delivered_twice_is_answered_once(scene: Scene) -> None:
    await asyncio.gather(*(scene.conversation.handle(message(photos=("0.5",))) for _ in range(3)))
    await scene.conversation.handle(message(photos=("0.5",)))
    assert len(scene.channel.sent) == 1


async def test_the_same_id_in_another_conversation_is_another_message(scene: Scene) -> None:
    elsewhere = Place("msteams", "a:other", "personal", PLACE.service_url, PLACE.bot)
    await scene.conversation.handle(message("help"))
    await scene.conversation.handle(message("help", place=elsewhere))
    assert len(scene.channel.sent) == 2


@pytest.mark.parametrize(
    "text", ["stock HT-1042-L", "Stock: ht-1042-l ", "/stock HT-1042-L", "ht-1042-l", "4012345000028"]
)
async def test_stock_is_told_for_a_sku_or_barcode_with_or_without_the_word(scene: Scene, text: str) -> None:
    await scene.conversation.handle(message(text))
    assert scene.channel.texts == ["Hoodie Bergen, HT-1042-L: only 3 left"]


@pytest.mark.parametrize("text", ["stock HT-0", "HT-0"])
async def test_an_unknown_sku_gets_one_sentence(scene: Scene, text: str) -> None:
    await scene.conversation.handle(message(text))
    assert scene.channel.texts == [
        "There's no SKU, item or barcode HT-0 in the catalogue; did you mean HT-1042 or HT-2210?"
    ]


async def test_stock_alone_is_asked_back(scene: Scene) -> None:
    await scene.conversation.handle(message("stock"))
    assert scene.channel.texts == ["Which SKU? For example, type: stock HT-1042-L."]


@pytest.mark.parametrize("text", ["help", "Hello!", "HELP", "?"])
async def test_help_is_given_when_asked_for(scene: Scene, text: str) -> None:
    await scene.conversation.handle(message(text))
    assert scene.channel.cards == [samples.cards()["help"]]


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("stok HT-1042-M", "Hoodie Bergen, HT-1042-M: "),
        ("hepl", "What I can do"),
        ("stocks", "Which SKU?"),
    ],
)
async def test_a_slip_of_the_finger_is_understood(scene: Scene, text: str, answer: str) -> None:
    await scene.conversation.handle(message(text))
    assert scene.channel.texts[0].startswith(answer)


@pytest.mark.parametrize("text", ["the gate is open", "Ünïcödé 丈夫"])
async def test_anything_else_gets_a_kind_sentence(scene: Scene, text: str) -> None:
    await scene.conversation.handle(message(text))
    assert scene.channel.texts[0].startswith("I didn’t understand that. Send a photo")


async def test_every_button_on_every_card_has_a_handler(scene: Scene) -> None:
    """Those of the catalogue's cards are pressed in test_keeping.py, of stock work in test_work.py, of
    matches in test_confirm.py.
    """
    buttons = _payloads(list(samples.cards().values()))
    assert {data["do"] for data in buttons} == {row.payload.name for row in BUTTONS}
    elsewhere = {row.payload.name for row in BUTTONS if row.signed}
    for number, data in enumerate(data for data in buttons if data["do"] not in elsewhere):
        await scene.conversation.handle(press(data, id=f"b{number}"))
    assert scene.channel.sent
    assert not [text for text in scene.channel.texts if "no longer works" in text or "Sorry" in text]


def _payloads(node: object) -> list[dict[str, str]]:
    if isinstance(node, list):
        return [found for each in node for found in _payloads(each)]
    if not isinstance(node, dict):
        return []
    own = [node["data"]] if node.get("type") in ("Action.Execute", "Action.Submit") else []
    return own + [found for name, each in node.items() if name != "fallback" for found in _payloads(each)]


async def test_the_stock_of_a_look_alike_is_shown_at_a_press(scene: Scene) -> None:
    await scene.conversation.handle(press({"do": "stock", "item": "HT-2210"}))
    assert scene.channel.texts == ["Dress Solveig: 24 in stock"]


async def test_a_press_shows_the_item_itself_and_not_one_with_a_sku_of_that_name(scenes: Scenes) -> None:
    coat = replace(samples.dress(), id="COAT-1", title="Coat")
    other = replace(samples.bag(), id="BAG-1", variants=(Variant("COAT-1", "L"),))
    scene = scenes(other, coat)
    await scene.conversation.handle(press({"do": "stock", "item": "COAT-1"}))
    assert scene.channel.texts == ["Coat: 24 in stock"]


async def test_a_press_shows_all_of_an_item_whose_only_sku_has_its_name(scenes: Scenes) -> None:
    scene = scenes(samples.bag())
    await scene.conversation.handle(press({"do": "stock", "item": "HT-7001"}))
    assert scene.channel.texts == ["Tote bag: not counted"]


@pytest.mark.parametrize("data", [{"sku": "HT-1042-L"}, {"item": "HT-1042-L"}])
async def test_a_button_with_a_sku_shows_that_size(scene: Scene, data: dict[str, str]) -> None:
    """Hints once carried their SKU as an item; such cards still stand in chats."""
    await scene.conversation.handle(press({"do": "stock", **data}))
    assert scene.channel.texts == ["Hoodie Bergen, HT-1042-L: only 3 left"]


@pytest.mark.parametrize("data", [{"do": "stock"}, {"do": "stock", "item": 7}])
async def test_a_button_that_means_nothing_says_so(scene: Scene, data: dict[str, object]) -> None:
    await scene.conversation.handle(press(data))
    assert "no longer works" in scene.channel.texts[0]


@pytest.mark.parametrize("data", [{}, {"do": "dance"}, {"do": ["x"]}, {"do": "dance", "seal": "1.2.do"}])
async def test_a_button_without_a_true_seal_is_refused(scene: Scene, data: dict[str, object]) -> None:
    await scene.conversation.handle(press(data))
    assert "doesn’t work here" in scene.channel.texts[0]


async def test_being_added_is_answered_with_a_welcome(scene: Scene) -> None:
    team = Place("msteams", "19:x@thread.tacv2", "channel", PLACE.service_url, PLACE.bot)
    await scene.conversation.handle(replace(message(place=team), kind="installed"))
    assert scene.channel.cards == [samples.cards()["welcome-group"]]
    assert scene.channel.trail == ["send"]


async def test_a_catalogue_that_does_not_answer_says_so(scene: Scene, tmp_path: Path) -> None:
    with closing(sqlite3.connect(tmp_path / "0.sqlite3")) as other:
        other.execute("DROP TABLE items")
    await scene.conversation.handle(message("stock HT-1042"))
    assert "doesn't answer" in scene.channel.texts[0]


async def test_what_cannot_be_noted_keeps_no_answer_back(
    scene: Scene, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    """As on a disk that is full: what is there can be read."""
    with closing(sqlite3.connect(tmp_path / "0.sqlite3")) as other:
        other.execute("CREATE TRIGGER full BEFORE INSERT ON notes BEGIN SELECT RAISE(ABORT, 'no room'); END")
    await scene.conversation.handle(message("stock HT-1042"))
    assert len(scene.channel.texts) == 1
    assert "Hoodie" in scene.channel.texts[0]
    assert "could not be noted" in caplog.text


async def test_a_bug_gives_an_apology_with_a_reference_that_the_log_has_too(
    scene: Scene, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.ERROR):
        await scene.conversation.handle(message(photos=("bug",)))
    text = scene.channel.texts[0]
    assert text.startswith("Sorry")
    assert "bug" not in text
    reference = text.rstrip(".").rpartition(" ")[2]
    assert reference in caplog.text
    assert "ZeroDivisionError: a bug" in caplog.text


async def test_a_channel_that_is_down_is_logged_and_does_no_further_harm(
    scene: Scene, caplog: pytest.LogCaptureFixture
) -> None:
    scene.channel.down = True
    await scene.conversation.handle(message("stock nothing"))
    await scene.conversation.handle(message(photos=("0.5",), id="4"))
    assert "not taken" in caplog.text


async def test_the_queue_counts_work_until_it_is_done_even_when_nobody_waits() -> None:
    queue = WorkerQueue(workers=1, waiting=0)
    hold = threading.Event()
    task = asyncio.create_task(queue.run(hold.wait))
    await asyncio.sleep(0.01)
    task.cancel()
    await asyncio.gather(task, return_exceptions=True)
    assert queue.inside == 1
    hold.set()
    assert await _until_empty(queue)
    assert await queue.run(lambda: 7) == 7


async def _until_empty(queue: WorkerQueue) -> bool:
    for _ in range(200):
        if queue.inside == 0:
            return True
        await asyncio.sleep(0.01)
    return False


def test_the_record_of_deliveries_is_bounded() -> None:
    deliveries = Deliveries(limit=2)
    assert [deliveries.first(message(id=number)) for number in "abcab"] == [True] * 5
    assert not deliveries.first(message(id="b"))


def test_a_message_without_an_id_is_never_taken_for_another() -> None:
    deliveries = Deliveries()
    assert deliveries.first(message(id=""))
    assert deliveries.first(message(id=""))
