"""People and their roles: who there is, who gets a role, who loses one."""

from __future__ import annotations

from typing import Any

from bot.questions.reader import Reader


def people(reader: Reader) -> dict[str, Any] | None:
    roles = reader.sentence.places("role")
    if not roles and not reader.has("people"):
        return None
    reader.take(roles)
    return {"role": reader.sentence.pieces[roles[0]].value("role")} if roles else {}


def give_role(reader: Reader) -> dict[str, Any] | None:
    roles = reader.sentence.places("role")
    if len(roles) != 1:
        return None
    reader.take(roles)
    person, places = reader.sentence.person(anywhere=True)
    reader.take(places)
    role = reader.sentence.pieces[roles[0]].value("role")
    return {"person": person, "role": role} if person else None


def take_role(reader: Reader) -> dict[str, Any] | None:
    roles = reader.sentence.places("role")
    if not roles and not reader.has("people", "people_list"):
        return None
    reader.take(roles)
    person, places = reader.sentence.person(anywhere=True)
    reader.take(places)
    return {"person": person} if person else None
