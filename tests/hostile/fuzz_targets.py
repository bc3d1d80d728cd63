"""What is fuzzed: each takes bytes, and raises what is documented nowhere."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from types import MappingProxyType

from bot.building.dialogue import build_dialogue
from bot.errors import ActivityError, UserError
from bot.links.media import squared
from bot.questions.answering.as_json import asked_from_json
from bot.questions.vocabulary import Names
from bot.routing.table import BUTTONS
from bot.state.memory import Context
from bot.teams.activities import inbound, sound
from catalogue.batches.read import read_batch
from catalogue.errors import BatchError
from tests.questions.exam import demo_database
from vision.barcodes import numbers_on
from vision.decoding.decoder import InProcessDecoder
from vision.decoding.photos import decode
from vision.errors import PhotoError

Look = Callable[[bytes], None]


def look_at_photo(data: bytes) -> None:
    """All that opens a photo; they agree on whether it is one. Raises what is undocumented."""
    try:
        pixels = decode(data, max_pixels=4_000_000)
    except PhotoError as fault:
        _must_be_a_sentence(fault)
        return
    assert pixels.ndim == 3
    assert pixels.shape[2] == 3
    numbers_on(pixels)
    squared(data, 64, InProcessDecoder())


def look_at_batch(data: bytes) -> None:
    """A batch, or a sentence. Raises what is undocumented."""
    try:
        read_batch(data).close()
    except BatchError as fault:
        _must_be_a_sentence(fault)


def _must_be_a_sentence(fault: Exception) -> None:
    assert str(fault).isprintable(), repr(str(fault))
    assert len(str(fault)) < 600


def look_at_activity(data: bytes) -> None:
    """A message, or a refusal. Raises what is undocumented."""
    try:
        parsed = json.loads(data)
    except (ValueError, RecursionError):
        return
    if not isinstance(parsed, dict):
        return
    try:
        message = inbound(sound(parsed))
    except ActivityError:
        return
    if message is not None:
        str(message).encode()
        for row in BUTTONS:
            with suppress(UserError):
                row.payload.parse(message.data)


def look_at_questions(folder: Path) -> Look:
    """What reads questions about the demo catalogue, kept in that folder, and the JSON of buttons."""
    database = demo_database(folder).__enter__()  # for as long as the process lives
    names = Names(database)
    dialogue = build_dialogue(database, names, zone=UTC)

    def look(data: bytes) -> None:
        text = data.decode("utf-8", "replace")
        read = dialogue.read(text, Context(), language="en", now=datetime.now(UTC))
        assert len(read.asked) <= 2
        with suppress(UserError):
            asked_from_json(text, names)

    return look


TARGETS: Mapping[str, Callable[[Path], Look]] = MappingProxyType(
    {
        "photos": lambda folder: look_at_photo,
        "batches": lambda folder: look_at_batch,
        "questions": look_at_questions,
        "activities": lambda folder: look_at_activity,
    }
)
"""What can be fuzzed, and what makes it ready, in a folder of its own."""
