"""What a person of each language reads when something is amiss; only the cloud is fake."""

from __future__ import annotations

import asyncio
import csv
import io
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from bot.locales import FALLBACK, languages, words_for
from bot.settings import Settings
from catalogue.database import Notes
from catalogue.store import Catalogue
from tests.fakes import activities
from tests.fakes.microsoft import FakeMicrosoft
from tests.kit.bots import ADDRESS, Client, ShopBot, settings_in
from tests.kit.photos import jpeg, red_on_green

OTHERS = [each for each in languages() if each != FALLBACK]
LOCALES = {"de": "de-DE", "fr": "fr-FR", "es": "es-ES", "it": "it-IT", "pl": "pl-PL"}
ENGLISH = re.compile(
    r"\b(the|which|with|and|send|again|there|this|that|cannot|nothing|than|please|is|of|been|have|has|row|"
    r"batch|was|refused|picture|item|items|changed|rows|found|undo|apply|discard|sure|wrong|right)\b",
    re.IGNORECASE,
)
"""Words of English that are none of another language, but for those in `ALSO`."""
ALSO = {"de": {"was"}}
DATA = re.compile(
    r"catalogue [a-z]+|\bitem(?= X)|„[^“]*“|upload|hangtag audit|undo(?=,| N)|people (add|remove) \w+",
    re.IGNORECASE,
)
"""Words of commands, and what is quoted."""


@dataclass(slots=True)
class Chat:
    """A person's chat with a bot that answers all of it before it says what."""

    bot: Client
    cloud: FakeMicrosoft
    notes: Notes

    async def asked(self, language: str, activity: dict[str, Any]) -> list[str]:
        """Send it as one whose client speaks the language; all that a person reads of the answers to it."""
        before = set(self.cloud.messages)
        headers = {"Authorization": f"Bearer {self.cloud.token_for_bot()}"}
        whole = activity | {"locale": LOCALES[language]}
        async with self.bot.post("/api/messages", json=whole, headers=headers) as response:
            assert response.status == 202
        async with asyncio.timeout(60):
            while await asyncio.to_thread(self._owed):  # noqa: ASYNC110 - the bot tells nobody of its end
                await asyncio.sleep(0.02)
        answers = [message for name, message in self.cloud.messages.items() if name not in before]
        assert answers
        return [text for message in answers for text in read_on(message)]

    def _owed(self) -> bool:
        kept = self.notes.all("delivery").values()
        return not kept or any("answered" not in each for each in kept)

    async def typed(self, language: str, text: str) -> list[str]:
        """The answers to words."""
        return await self.asked(language, activities.words(self.cloud.service_url, text))

    async def sent(self, language: str, name: str, content: bytes | None) -> list[str]:
        """The answers to a file; one without content is gone by the time that it is fetched."""
        if content is not None:
            self.cloud.files[name] = content
        shared = activities.shared_file(f"{self.cloud.url}/sharepoint/{name}", name)
        return await self.asked(language, activities.photos(self.cloud.service_url, shared))

    async def pressed(self, language: str, title: str) -> list[str]:
        """What stands on the chat's last card once its button of that title was pressed."""
        name, message = list(self.cloud.messages.items())[-1]
        [button] = [one for one in message["attachments"][0]["content"]["actions"] if one["title"] == title]
        pressed = activities.executed(self.cloud.service_url, button["data"], button["verb"])
        whole = pressed | {"locale": LOCALES[language], "replyToId": name}
        headers = {"Authorization": f"Bearer {self.cloud.token_for_bot()}"}
        async with self.bot.post("/api/messages", json=whole, headers=headers) as response:
            assert response.status == 200
        async with asyncio.timeout(60):
            while await asyncio.to_thread(self._owed):  # noqa: ASYNC110 - the bot tells nobody of its end
                await asyncio.sleep(0.02)
        return [text for message in self.cloud.messages.values() for text in read_on(message)]

    async def listed(self) -> list[list[str]]:
        """The whole list behind the button of the latest card that has one."""
        said = json.dumps(list(self.cloud.messages.values()), ensure_ascii=False)
        address = said[said.rindex(f"{ADDRESS}/downloads") :].split('"')[0]
        async with self.bot.get(address.removeprefix(ADDRESS)) as response:
            assert response.status == 200
            return list(csv.reader(io.StringIO((await response.read()).decode("utf-8-sig"))))


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return settings_in(tmp_path, admins=activities.USER["aadObjectId"])


@pytest.fixture
def catalogue(empty_catalogue: Catalogue) -> Catalogue:
    return empty_catalogue


@pytest.fixture
def chat(shop: ShopBot) -> Chat:
    return Chat(shop.client, shop.cloud, shop.catalogue.database.notes)


def read_on(part: Any) -> Iterator[str]:
    """All that a message or a card shows: texts, titles and values, and the summary of a notification."""
    if isinstance(part, dict):
        for name, value in part.items():
            if isinstance(value, str) and name in {"text", "title", "value", "summary", "altText", "label"}:
                yield value
            yield from read_on(value)
    elif isinstance(part, list):
        for each in part:
            yield from read_on(each)


def english(texts: list[str], language: str) -> list[str]:
    """Those of the texts that have words of English in them."""
    found = []
    for text in texts:
        words = {word.casefold() for word in ENGLISH.findall(DATA.sub("", text))}
        if words - ALSO.get(language, set()):
            found.append(text)
    return found


PHOTOS = {
    "zero.jpg": b"",
    "letter.jpg": b"Dear Sir or Madam",
    "half.jpg": jpeg(red_on_green()[0])[:400],
    "gone.jpg": None,
}
NO_BATCHES = {
    "empty.zip": b"PK\x05\x06" + bytes(18),
    "broken.xlsx": b"PK\x03\x04 and no more",
    "letter.csv": b"%PDF-1.7",
    "old.xls": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600),
    "header.csv": b"item,title,sku\n",
    "nonsense.csv": bytes(range(256)) * 8,
    "gone.csv": None,
}
TABLE = """\
item;title;class;price;sku;size;location;on_hand;reserved;pictures;status;Farbe;Notiz
A;Hemd;blouson;49,90;A-1;M;Halle;x;0;;;rot;
A;Bluse;upper;4,-;A-2;L;Halle;-3;0;;;blau;
;Hose;;;B-1;;;1;2;;;;
C;;;;C-1;;;1.234;;fehlt.jpg;;;
D;Rock;;5 XYZ;D-1;S;Halle;1;;;alt;;
D;Rock;;;D-1;S;Halle;1;;;;;
E;Jacke;;;A-1;;;3000000000;;;;;
F;Kleid;;;F\u200b-1;;;#REF!;;;;;
"""


@pytest.mark.parametrize("language", OTHERS)
async def test_files_that_cannot_be_used_are_told_of_in_the_persons_language(
    chat: Chat, language: str
) -> None:
    told = {}
    for name, content in (PHOTOS | NO_BATCHES).items():
        texts = await chat.sent(language, name, content)
        assert english(texts, language) == [], name
        told[name] = tuple(texts)
    assert len({told[name] for name in PHOTOS}) == len(PHOTOS)
    texts = await chat.sent(language, "autumn.csv", TABLE.encode())
    assert english(texts, language) == []
    listed = await chat.listed()
    assert len(listed) > 12
    assert english([cell for line in listed for cell in line], language) == []


async def test_a_photo_that_is_none_is_told_of_in_polish_and_in_french(chat: Chat) -> None:
    told = await chat.sent("pl", "letter.jpg", b"Dear Sir or Madam")
    assert "Ten plik nie jest zdjęciem. Wyślij zdjęcie JPEG, PNG, WebP albo HEIC." in told
    told = await chat.sent("fr", "gone.jpg", None)
    assert "Impossible de charger « gone.jpg » : le lien a expiré. Refais l’envoi." in told


@pytest.mark.parametrize("language", OTHERS)
async def test_work_that_stock_does_not_allow_is_told_of_in_the_persons_language(
    chat: Chat, catalogue: Catalogue, language: str
) -> None:
    table = b"item,title,sku,size,location,on_hand\nHT-1,Hose,HT-1-M,M,Halle,5\nHT-2,Rock,HT-2-M,M,Lager,2\n"
    staged = catalogue.stage([("stock.csv", table)])
    catalogue.apply_staged(staged.id, lambda files: [])  # type: ignore[arg-type, return-value]
    for text in (
        "reserve 9 of HT-1-M at Halle for Anna",
        "move 2 of HT-1-M from Lager to Halle",
        "move 2 of HT-1-M from Halle to Halle",
        "count HT-1-M at Halle is 4",
        "release 77",
        "stock HT-9-X",
        "stock HT-1-N",
        "reservations",
        "people",
        "people add Zoe supervisor",
        "catalogue",
        "catalogue status",
        "catalogue history",
        "catalogue undo 77",
        "catalogue undo",
        "catalogue item HT-1",
        "catalogue item HT-9",
        "catalogue duplicates",
        "catalogue audit",
        "catalogue export",
        "catalogue upload",
        "intakes",
    ):
        texts = await chat.typed(language, text)
        assert english(texts, language) == [], text


async def test_a_broken_batch_is_told_of_in_german(chat: Chat) -> None:
    texts = await chat.sent("de", "herbst.csv", TABLE.encode())
    assert "Import 1 wurde abgelehnt, und nichts wurde geändert" in texts
    assert "Liste" in texts
    header, *listed = await chat.listed()
    assert header == ["Art", "Artikel", "Datei", "Zeile", "Was", "vorher", "nachher"]
    assert {line[0] for line in listed} == {"abgelehnt"}
    reasons = {(line[3], line[4]) for line in listed}
    assert {
        ("2", "die Menge in Bestand ist x, das ist keine ganze Zahl"),
        ("3", "Artikel A: Titel ist hier Bluse und in Zeile 2 Hemd"),
        ("3", "die Menge in Bestand ist -3, kann aber nicht unter 0 sein"),
        ("4", "Artikel ist leer"),
        ("5", "Artikel C hat keinen Titel"),
        ("5", "das Bild fehlt.jpg ist angegeben, wurde aber nicht mitgeschickt"),
        ("6", "der Status alt ist weder leer noch retired"),
        ("7", "SKU D-1 steht schon in Zeile 6 an Halle; behalte eine davon"),
        ("8", "SKU A-1 gehört in Zeile 2 zu Artikel A, hier zu E"),
        ("9", "SKU F\ufffd-1 enthält unsichtbar ein Zeichen U+200B; tipp es neu"),
    } <= reasons


@pytest.mark.parametrize("language", OTHERS)
async def test_a_batch_is_shown_applied_and_undone_in_the_persons_language(chat: Chat, language: str) -> None:
    words = words_for(language)
    table = "item,title,sku,size,on_hand\nA,Hemd,A-1,M,1234\nB,Rock,B-1,S,1\n"
    assert words("batch-title", batch="1") in await chat.sent(language, "eins.csv", table.encode())
    await chat.pressed(language, words("batch-apply"))
    changed = table.replace("1234", "7").replace("Rock", "Rok") + "C,Hut,C-1,L,2\n"
    texts = await chat.sent(language, "zwei.csv", changed.encode())
    assert english(texts, language) == []
    assert english([cell for line in await chat.listed() for cell in line], language) == []
    assert english(await chat.pressed(language, words("batch-apply")), language) == []
    assert english(await chat.typed(language, "catalogue undo"), language) == []
    texts = await chat.pressed(language, words("batch-undo"))
    assert words("batch-state", batch="2", state="undone") in texts
    assert english(texts, language) == []
