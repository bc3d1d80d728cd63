"""The cards of stock work: what is asked, what was done, and what is kept for whom."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from bot.cards.elements import (
    Element,
    band,
    card,
    column,
    date_in_words,
    heading,
    local_time,
    paragraph,
    plain,
    press,
    row,
    run,
    runs,
)
from bot.channel import Card
from bot.locales import Words
from catalogue.movements import Kind, Level, Movement, Reservation


@dataclass(frozen=True, slots=True)
class Asked:
    """Stock work that waits for its Confirm."""

    kind: str
    sku: str
    location: str
    quantity: int
    person: str = ""
    until: date | None = None
    """The last day on which it is to be kept, or was."""
    to: str = ""
    reservation: int | None = None
    levels: Mapping[str, Level] = field(default_factory=dict)
    """As they are."""

    @property
    def here(self) -> Level:
        """At the location."""
        return self.levels.get(self.location, Level(0, 0))


def work_summary(asked: Asked, words: Words) -> str:
    """What is asked, in one line."""
    return words(
        "work-asked",
        kind=asked.kind,
        count=asked.quantity,
        sku=plain(asked.sku, 64),
        place=plain(asked.location, 64),
        to=plain(asked.to, 64),
        **_for(asked.person, words),
    )


def confirm_card(asked: Asked, *, name: str, words: Words) -> Card:
    """The question, from what to what, with Confirm and Cancel; `name` is what the buttons carry."""
    # Names and places are people's own words, which a heading would take for Markdown.
    body: list[Element] = [runs(run(work_summary(asked, words), limit=300, bold=True))]
    if day := _until(asked.kind, asked.until, words):
        body.append(paragraph(day, subtle=True))
    body += [_change(place, before, after, words) for place, before, after in _changes(asked)]
    if asked.kind == Kind.COUNT and asked.quantity < asked.here.reserved:
        body.append(band(paragraph(words("work-below-reserved", count=asked.here.reserved)), style="warning"))
    actions = [
        press(words("work-confirm"), "work-confirm", work=name),
        press(words("work-cancel"), "work-cancel", work=name),
    ]
    return card(body, actions=actions, fallback_text=work_summary(asked, words), language=words.locale)


def done_card(done: Movement, *, kept: Reservation | None, words: Words) -> Card:
    """What was done, by whom and when, with Undo where it can be taken back.

    `kept` is the reservation that it is about, also where nothing of it is left.
    """
    undone = done.kind is Kind.UNDO
    title = words("work-undone" if undone else "work-done")
    what = words(
        "work-asked",
        kind=done.kind.value,
        count=done.quantity,
        sku=plain(done.sku, 64),
        place=plain(done.from_location or done.to_location or "", 64),
        to=plain(done.to_location or "", 64),
        **_for(kept.person if kept else "", words),
    )
    told = [runs(run(what, limit=300), spacing="None")]
    fallback = f"{title}: {what}"
    day = _until(done.kind.value, kept.until, words) if kept else ""
    if undone and kept and kept.quantity:  # a release that was taken back keeps for somebody again
        told.append(_kept_again(kept, day, words))
    elif day and not undone:
        told.append(paragraph(day, spacing="None"))
        fallback += f" ({day})"
    body: list[Element] = [band(heading("✓ " + title), *told, style="good")]
    body += [
        _change(place, done.before.get(place, Level(0, 0)), after, words)
        for place, after in done.after.items()
    ]
    who = words("batch-by", name=plain(done.by.name, 64))
    body.append(runs(run(who, subtle=True, small=True), spacing="Medium"))
    body.append(paragraph(local_time(done.at), subtle=True, small=True, spacing="None"))
    actions = [] if undone else [press(words("batch-undo"), "work-undo", work=str(done.id))]
    return card(body, actions=actions, fallback_text=fallback, language=words.locale)


def reservations_card(kept: Sequence[Reservation], *, words: Words) -> Card:
    """What is kept for whom, the oldest first."""
    title = words("reservations-title", count=len(kept))
    body: list[Element] = [heading(title)]
    for one in kept:
        until = words("work-until", day=date_in_words(one.until, words)) if one.until else ""
        where = " · ".join(part for part in (one.location, until, f"#{one.id}") if part)
        body.append(
            row(
                column(
                    runs(run(one.person, limit=60, bold=True), spacing="None"),
                    runs(run(one.sku, limit=64), spacing="None"),
                    runs(run(where, limit=120, subtle=True, small=True), spacing="None"),
                ),
                column(heading(words("number", count=one.quantity)), width="auto", middle=True),
                separator=True,
            )
        )
    if kept:
        body.append(paragraph(words("reservations-hint"), subtle=True, small=True, spacing="Medium"))
    return card(body, fallback_text=title, language=words.locale)


def _until(kind: str, day: date | None, words: Words) -> str:
    """Until when it is to be kept; of what is let go of, until when it was."""
    if day is None:
        return ""
    return words("work-kept-until" if kind == Kind.RELEASE else "work-until", day=date_in_words(day, words))


def _kept_again(kept: Reservation, day: str, words: Words) -> Element:
    """What a reservation keeps, once its release was taken back."""
    what = words(
        "work-asked",
        kind=Kind.RESERVE.value,
        count=kept.quantity,
        sku=plain(kept.sku, 64),
        place=plain(kept.location, 64),
        to="",
        **_for(kept.person, words),
    )
    return runs(run(" · ".join(part for part in (what, day) if part), limit=300), spacing="None")


def _for(person: str, words: Words) -> dict[str, str]:
    return {"for": words("work-for", person=plain(person, 64)) if person else ""}


def _changes(asked: Asked) -> list[tuple[str, Level, Level]]:
    here = asked.here
    match asked.kind:
        case "reserve":
            return [(asked.location, here, Level(here.on_hand, here.reserved + asked.quantity))]
        case "release":
            return [(asked.location, here, Level(here.on_hand, here.reserved - asked.quantity))]
        case "move":
            there = asked.levels.get(asked.to, Level(0, 0))
            return [
                (asked.location, here, Level(here.on_hand - asked.quantity, here.reserved)),
                (asked.to, there, Level(there.on_hand + asked.quantity, there.reserved)),
            ]
        case _:
            return [(asked.location, here, Level(asked.quantity, here.reserved))]


def _change(place: str, before: Level, after: Level, words: Words) -> Element:
    def told(level: Level) -> str:
        return words("work-level", count=level.on_hand, reserved=level.reserved)

    return row(
        column(runs(run(place, limit=60, bold=True), spacing="None"), middle=True),
        column(paragraph(f"{told(before)} → {told(after)}", spacing="None"), width="auto", middle=True),
        separator=True,
    )
