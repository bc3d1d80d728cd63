"""The catalogue's commands are understood in each language, and nothing else becomes one."""

from __future__ import annotations

import pytest

from bot.routing.command_words import in_english


@pytest.mark.parametrize(
    ("typed", "english"),
    [
        ("Katalog hochladen", "catalogue upload"),
        ("katalog hochladen Bestand alle Orte", "catalogue upload stock all places"),
        ("catálogo subir existencias", "catalogue upload stock"),
        ("catalogo subir existencias", "catalogue upload stock"),  # without the accent
        ("catalogue importer remplacer", "catalogue upload replace"),
        ("Catalogo: annulla 12", "catalogue undo 12"),
        ("katalog cofnij 3", "catalogue undo 3"),
        ("katalog stan", "catalogue status"),
        ("/katalog", "catalogue"),
        ("katalog artikel MH01, M", "catalogue item MH01, M"),
        ("katalog orte A-01 = Halle A", "catalogue places A-01 = Halle A"),
        ("catalogue upload stock all places", "catalogue upload stock all places"),
        ("catalogue: item MH01", "catalogue item MH01"),
    ],
)
def test_its_words_become_english_and_the_rest_stays(typed: str, english: str) -> None:
    assert in_english(typed) == english


@pytest.mark.parametrize(
    "typed", ["stock MH01", "Wo ist der Katalog?", "hochladen Katalog", "", "  ", "¿catálogos?"]
)
def test_what_is_no_command_stays_as_it_is(typed: str) -> None:
    assert in_english(typed) == typed


def test_a_mode_belongs_to_an_upload_alone() -> None:
    assert in_english("katalog artikel bestand") == "catalogue item bestand"
