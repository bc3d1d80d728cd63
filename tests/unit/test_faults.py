"""Sentences of catalogue and vision in the words of a language."""

from __future__ import annotations

import copy
import pickle
from datetime import UTC, datetime
from pathlib import Path

import pytest
import sqlalchemy as sa
from pydantic import TypeAdapter

from bot.cards.items import price_in_words
from bot.errors import AttachmentError, BusyError, UserError
from bot.locales import words_for
from bot.locales.faults import fault_in_words, in_words, picture_reader
from catalogue.batches.reading.faults import refusal
from catalogue.database import BatchRecord, Database, sqlite_url
from catalogue.errors import BatchError, Fault, UnknownItemError
from catalogue.messages import Message, loaded, plain_text
from catalogue.migrations.schema import BATCHES
from catalogue.modes import State
from vision.decoding.conversion import storable
from vision.decoding.decoder import InProcessDecoder
from vision.decoding.photos import decode
from vision.errors import PhotoError

FEW = Message("too-few-free", free=12345, sku="A-1", place="Hall A")


def test_a_sentence_is_its_english_text_for_those_who_read_english() -> None:
    assert str(FEW) == "Hall A has only 12,345 A-1 free."
    assert in_words(FEW, words_for("en-GB")) == str(FEW)


@pytest.mark.parametrize(
    ("locale", "told"),
    [
        ("de-AT", "Von A-1 sind an Hall A nur 12.345 frei."),
        ("fr", "A-1 : seulement 12\u202f345 de libre à Hall A."),
        ("pl", "A-1: w miejscu Hall A wolnych tylko 12\xa0345."),
    ],
)
def test_a_sentence_is_said_with_its_values_as_the_language_writes_them(locale: str, told: str) -> None:
    assert in_words(FEW, words_for(locale)) == told


def test_several_names_are_a_choice_in_every_language() -> None:
    near = Message("no-item-like", asked="HT", near=("A", "B", "C"))
    assert str(near).endswith("HT in the catalogue; did you mean A, B or C?")
    assert in_words(near, words_for("de")).endswith("Meintest du A, B oder C?")
    assert in_words(near, words_for("es")).endswith("¿Te refieres a A, B o C?")


def test_a_sentence_within_another_is_said_in_the_same_language() -> None:
    fault = Fault(3, Message("no-rows"), "autumn.csv")
    told = refusal([fault, Fault(None, plain_text("x"))]).message
    assert str(told) == "Nothing was changed, because the batch has a fault: x (and 1 more)."
    told = refusal([fault]).message
    assert in_words(told, words_for("it")) == (
        "Non è cambiato niente, perché il lotto ha un errore (riga 3 di autumn.csv): "
        "sotto l’intestazione non c’è nessuna riga."
    )


def test_a_whole_sentence_within_another_loses_its_capital_but_no_name_does() -> None:
    within = Message("inside", name="Mai.zip", told=Message("zip-in-zip"))
    assert (
        in_words(within, words_for("fr")) == "Dans Mai.zip : c’est un fichier ZIP ; décompresse-le d’abord."
    )
    assert in_words(within, words_for("de")) == "In Mai.zip: es ist ein ZIP; entpack es zuerst."
    gone = Message("files-gone", items=Message("items", items="Tee"))
    assert "(Tee)" in in_words(gone, words_for("es"))


def test_what_has_no_code_or_no_words_any_more_is_said_in_english() -> None:
    words = words_for("de")
    assert in_words(Message("operator-sqlite-file"), words).startswith("A SQLite database needs a file")
    of_yore = loaded({"code": "of-yore", "text": "Of yore.", "values": {"n": 1}})
    assert in_words(of_yore, words) == "Of yore."
    assert in_words("Hoodie", words) == "Hoodie"


@pytest.mark.parametrize(
    ("fault", "told"),
    [
        (BusyError("busy"), "Es warten zu viele Fotos. Schick deins in einer Minute noch einmal."),
        (
            AttachmentError("attachment-too-large", what="named", name="a.jpg", allowed=2.5),
            "„a.jpg“ ist größer als 2,5 MB. Bitte kleiner schicken.",
        ),
        (
            UnknownItemError(Message("no-item", asked="X")),
            "Im Katalog gibt es keine SKU, keinen Artikel und keinen Barcode X.",
        ),
    ],
)
def test_every_kind_of_fault_is_said(fault: UserError | UnknownItemError, told: str) -> None:
    assert fault_in_words(fault, words_for("de")) == told


def test_a_photo_is_refused_with_its_size_as_the_language_writes_it() -> None:
    with pytest.raises(PhotoError) as caught:
        decode(bytes(3 << 20), max_bytes=2 << 20)
    assert str(caught.value) == "The photo has 3 MB, more than the 2 MB allowed: send it in a smaller size."
    assert fault_in_words(caught.value, words_for("fr")) == (
        "La photo fait 3 Mo, le maximum est 2 Mo. Envoie-la plus petite."
    )


def test_a_picture_of_a_batch_is_refused_in_words_that_the_catalogue_can_tell_on() -> None:
    with pytest.raises(BatchError) as caught:
        picture_reader(lambda data: storable(data, InProcessDecoder(), at_least=0))(b"no picture")
    assert in_words(caught.value.message, words_for("pl")).startswith("Ten plik nie jest zdjęciem")


def test_a_sentence_outlives_copies_and_json() -> None:
    whole = Message("inside", name="a.csv", told=FEW)
    kept = TypeAdapter(Fault).validate_json(TypeAdapter(Fault).dump_json(Fault(3, whole))).reason
    for same in (copy.deepcopy(whole), pickle.loads(pickle.dumps(whole)), kept):
        assert isinstance(same, Message)
        assert same == whole
        assert in_words(same, words_for("de")) == in_words(whole, words_for("de"))


def test_a_fault_of_a_batch_is_kept_with_its_words_and_one_of_old_is_read(
    database: Database, tmp_path: Path
) -> None:
    refused = BatchRecord(None, "a.csv", 0, 0, 0, state=State.FAILED, fault=FEW)
    number = database.ledger.add(refused)
    kept = database.ledger.record(number).fault
    assert kept is not None
    assert in_words(kept, words_for("de")) == "Von A-1 sind an Hall A nur 12.345 frei."
    with sa.create_engine(sqlite_url(tmp_path / "h.sqlite3")).begin() as connection:
        connection.execute(sa.update(BATCHES).values(fault="It was cut off."))
    old = database.ledger.record(number).fault
    assert old == plain_text("It was cut off.")
    database.ledger.move(number, [State.FAILED], State.DISCARDED, fault=FEW, undone_at=datetime.now(UTC))
    again = database.ledger.record(number).fault
    assert (again, again and again.code) == (FEW, "too-few-free")


@pytest.mark.parametrize(
    ("price", "locale", "told"),
    [
        ("59.90 EUR", "en", "59.90 EUR"),
        ("59.90 EUR", "de-DE", "59,90 EUR"),
        ("12590.50 PLN", "pl", "12\xa0590,50 PLN"),
        ("12590", "de", "12.590"),
        ("0.125 EUR", "it", "0,125 EUR"),
        ("on request", "fr", "on request"),
        (None, "de", ""),
    ],
)
def test_a_price_is_written_as_the_reader_writes_it(price: str | None, locale: str, told: str) -> None:
    assert price_in_words(price, words_for(locale)) == told
