"""The cards of stock work: what is asked, what was done, and what is kept for whom."""

from __future__ import annotations

from datetime import date

from bot.buttons import CancelOrder, ConfirmOrder, UndoMovement
from bot.cards.elements import (
    Element,
    band,
    card,
    column,
    date_in_words,
    heading,
    local_time,
    paragraph,
    press,
    row,
    run,
    runs,
)
from bot.channel import Card
from bot.foreign_text import plain
from bot.locales import Words
from bot.orders import Order
from catalogue.movements import Kind, Level, Movement, Reservation


def order_summary(order: Order, words: Words) -> str:
    """What is asked, in one line."""
    return words(
        "work-asked",
        kind=order.kind,
        count=order.quantity,
        sku=plain(order.sku, 64),
        place=plain(order.location, 64),
        to=plain(order.to, 64),
        **_for(order.person, words),
        **_note(order.note, words),
    )


def confirm_card(order: Order, *, name: str, words: Words) -> Card:
    """The question, from what to what, with Confirm and Cancel; `name` is what the buttons carry."""
    # Names and places are people's own words, which a heading would take for Markdown.
    body: list[Element] = [runs(run(order_summary(order, words), limit=300, bold=True))]
    if day := _until(order.kind, order.until, words):
        body.append(paragraph(day, subtle=True))
    body += [_change(place, before, after, words) for place, before, after in _changes(order)]
    if order.kind == Kind.COUNT and order.quantity < order.here.reserved:
        body.append(band(paragraph(words("work-below-reserved", count=order.here.reserved)), style="warning"))
    actions = [
        press(words("work-confirm"), ConfirmOrder(name)),
        press(words("work-cancel"), CancelOrder(name)),
    ]
    return card(body, actions=actions, fallback_text=order_summary(order, words), language=words.locale)


def done_card(done: Movement, *, reservation: Reservation | None, words: Words, others: int = 0) -> Card:
    """What was done, by whom and when, with Undo where it can be taken back.

    `reservation` is what it is about, also where nothing of it is left; `others` were made together with it.
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
        **_for(reservation.person if reservation else "", words),
        **_note(done.note, words),
    )
    lines = [runs(run(what, limit=300), spacing="None")]
    fallback = f"{title}: {what}"
    if others:
        lines.append(paragraph(words("work-others", count=others), spacing="None"))
    day = _until(done.kind.value, reservation.until, words) if reservation else ""
    if undone and reservation and reservation.quantity:  # a release that was taken back
        lines.append(_kept_again(reservation, day, words))
    elif day and not undone:
        lines.append(paragraph(day, spacing="None"))
        fallback += f" ({day})"
    body: list[Element] = [band(heading("✓ " + title), *lines, style="good")]
    body += [
        _change(place, done.before.get(place, Level(0, 0)), after, words)
        for place, after in done.after.items()
    ]
    who = words("batch-by", name=plain(done.by.name, 64))
    body.append(runs(run(who, subtle=True, small=True), spacing="Medium"))
    body.append(paragraph(local_time(done.at), subtle=True, small=True, spacing="None"))
    actions = [] if undone else [press(words("batch-undo"), UndoMovement(done.id))]
    return card(body, actions=actions, fallback_text=fallback, language=words.locale)


def _until(kind: str, day: date | None, words: Words) -> str:
    """Until when it is to be kept; of what is let go of, until when it was."""
    if day is None:
        return ""
    return words("work-kept-until" if kind == Kind.RELEASE else "work-until", day=date_in_words(day, words))


def _kept_again(reservation: Reservation, day: str, words: Words) -> Element:
    """What a reservation keeps, once its release was taken back."""
    what = words(
        "work-asked",
        kind=Kind.RESERVE.value,
        count=reservation.quantity,
        sku=plain(reservation.sku, 64),
        place=plain(reservation.location, 64),
        to="",
        **_for(reservation.person, words),
    )
    return runs(run(" · ".join(part for part in (what, day) if part), limit=300), spacing="None")


def _for(person: str, words: Words) -> dict[str, str]:
    return {"for": words("work-for", person=plain(person, 64)) if person else ""}


def _note(note: str, words: Words) -> dict[str, str]:
    return {"note": words("work-note", note=plain(note, 80)) if note else ""}


def _changes(order: Order) -> list[tuple[str, Level, Level]]:
    here = order.here
    match order.kind:
        case "receive":
            return [(order.location, here, Level(here.on_hand + order.quantity, here.reserved))]
        case "issue":
            return [(order.location, here, Level(here.on_hand - order.quantity, here.reserved))]
        case "reserve":
            return [(order.location, here, Level(here.on_hand, here.reserved + order.quantity))]
        case "release":
            return [(order.location, here, Level(here.on_hand, here.reserved - order.quantity))]
        case "move":
            there = order.levels.get(order.to, Level(0, 0))
            return [
                (order.location, here, Level(here.on_hand - order.quantity, here.reserved)),
                (order.to, there, Level(there.on_hand + order.quantity, there.reserved)),
            ]
        case _:
            return [(order.location, here, Level(order.quantity, here.reserved))]


def _change(place: str, before: Level, after: Level, words: Words) -> Element:
    def count_text(level: Level) -> str:
        return words("work-level", count=level.on_hand, reserved=level.reserved)

    return row(
        column(runs(run(place, limit=60, bold=True), spacing="None"), middle=True),
        column(
            paragraph(f"{count_text(before)} → {count_text(after)}", spacing="None"),
            width="auto",
            middle=True,
        ),
        separator=True,
    )
