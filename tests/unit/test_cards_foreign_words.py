"""Whatever stands in the catalogue, a batch or a name: on every card it is text, and never obeyed.

An Adaptive Card reads Markdown in a TextBlock, in a FactSet and in the fallback text, and reads none in a
TextRun; so no foreign word may stand in the former, but for the fallback, where its signs are replaced.
"""

from __future__ import annotations

import inspect
import pkgutil
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from importlib import import_module
from typing import Any, get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import bot.cards
from bot.buttons import AskQuestion
from bot.cards import (
    answered,
    batch_diff,
    batch_done,
    batch_progress,
    catalogue_item,
    catalogue_status,
    columns,
    confirm,
    cut_out,
    dialogue,
    digest,
    elements,
    feeds,
    found,
    history,
    intake,
    matches,
    notice,
    people,
    photos,
    picks,
    places,
    read_as,
    stock,
    stock_takes,
    watches,
)
from bot.cards import orders as work
from bot.cards.help import help_card, welcome_card
from bot.cards.items import Likeness
from bot.channel import Card, Place, Reply
from bot.links.downloads import Download
from bot.locales import languages, words_for
from bot.orders import Order
from bot.questions.answering.answer import Answer as FoundAnswer
from bot.questions.answering.answer import Figure as FoundFigure
from bot.questions.answering.answer import Part as AnswerPart
from bot.questions.answering.figure_words import figure_in_words
from bot.questions.answering.wording import subject_of
from bot.questions.orders import Lacking, Option
from bot.questions.query import Choice, Missing, Query
from bot.state.people import Colleague, Role
from bot.teams.activities import message
from catalogue.audit import Audit
from catalogue.batches.applying.staged import StagedBatch
from catalogue.batches.planning.changes import Change, ItemChange
from catalogue.batches.planning.lookalikes import LookAlike
from catalogue.batches.reading.column_memory import RememberedColumns
from catalogue.batches.reading.lines import Note
from catalogue.database import Counts, Feed, Intake
from catalogue.database.digests import Digest, RanLow
from catalogue.database.places import Location
from catalogue.database.stock_takes import LineState, StockTake, TakeLine
from catalogue.errors import ColumnQuestion, Fault
from catalogue.items import Findings, Item, Match, Picture, StockLevel, Variant, Verdict
from catalogue.messages import plain_text
from catalogue.modes import Mode, State
from catalogue.movements import Kind, Level, Movement, Reservation, Worker
from catalogue.status import FeedStanding, Status
from tests.cards.batch_samples import feed, planned, record
from tests.cards.samples import golden_link

AT = datetime(2026, 11, 23, 14, 5, tzinfo=UTC)
FOREIGN = "Zqzq"
"""Stands in each foreign word, so that it is found again; no language of ours has it."""
SIGNS = (
    *("**", "_", "~~", "`", "[", "](https://evil.example)", "![", "<at>", "</at>", "<b>", "&lt;", "&#60;"),
    *("{{DATE(2020-01-01T00:00:00Z)}}", "{{", "}}", "\n# ", "\n- ", "\r\n", "\t", "\\", "|", '"', "{ $x }"),
    *("\x00", "\x1b[31m", "\u202e", "\u2066", "\u200b", "\u2028", " ", "a", "é", "鞋", "👟"),
)
rude = st.lists(st.sampled_from(SIGNS), max_size=12).map(lambda parts: FOREIGN + "".join(parts) + FOREIGN)

Make = Callable[[str, Any], Sequence[Card]]
"""Cards in which every foreign word is the one given, in a language."""


def item(text: str) -> Item:
    levels = (StockLevel(text, 3, 1, AT), StockLevel(f"{text}2", 0, 0, AT))
    variants = (Variant(text, text, text, levels), Variant(f"{text}2", f"{text}2"))
    return Item(text, text, "lower", text, text, text, variants, (Picture("p", 0),))


def answered_queries(text: str, words: Any) -> Iterator[Card]:
    one = item(text)
    some = Choice((text, f"{text}2"), (f"{text}3",))
    figures = (
        FoundFigure("on_hand", 3, item=text, sku=text, size=text, location=text, colour=text, as_of=AT),
        FoundFigure("price", None, "no_price", item=text),
        FoundFigure("arrived", None, "not_recorded", item=text, source=text, as_of=AT),
        FoundFigure("moved", 2, from_location=text, location=text, source=text, as_of=AT),
        FoundFigure("reservations", 2, person=text, until=AT.date(), reservation=7),
        FoundFigure("price", 5, currency=text),
    )
    query = Query(
        items=(text,),
        skus=(text,),
        kinds=some,
        title_words=(text,),
        colours=some,
        brands=some,
        sizes=some,
        places=some,
        people=some,
        words=text,
    )
    for asked_query in (query, replace(query, items=(), skus=()), replace(query, measure="details")):
        asked_for = subject_of(asked_query, {text: one})
        rows = tuple(AnswerPart((figure,)) for figure in figures)
        parts = tuple(AnswerPart((figure, figures[0]), one, rows) for figure in figures)
        for shown in ((one,), ()):
            for lines in ((), rows, parts):
                headline, notes = figure_in_words(figures[2]), (asked_for,)
                found = FoundAnswer(asked_query, asked_for, headline, figures, lines, notes, shown=shown)
                yield answered.answer_card(found, link=golden_link, words=words)


def staged(text: str) -> StagedBatch:
    one = item(text)
    change = ItemChange(one, one, (Change(plain_text(text), text, text),))
    three = replace(one, variants=(*reversed(one.variants), Variant(f"{text}3", f"{text}3")))
    plan = planned(
        {"hoodie": three, "dress": one, "bag": one},
        new=(one,),
        changed=(change,),
        retired=(change,),
        deleted=(one,),
        missing=(text,),
        notes=(Note(3, plain_text(text), text),),
    )
    return StagedBatch(batch(text, mode=Mode.DELETE), plan, pairs(text))


def pairs(text: str) -> tuple[LookAlike, ...]:
    return (
        LookAlike(text, "a", f"{text}2", "b", 0.97),
        LookAlike(text, "a", text, "b", 0.9, within_batch=True),
    )


def batch(text: str, **fields: Any) -> Any:
    names = {"source": text, "sent_by": text, "applied_by": text, "undone_by": text, "fault": text}
    return record(**(names | {"applied_at": AT, "undone_at": AT} | fields))


def refused(text: str) -> StagedBatch:
    failed = batch(text, state=State.FAILED, refused_rows=1)
    return StagedBatch(failed, faults=(Fault(7, plain_text(text), text),))


def unread(text: str) -> StagedBatch:
    question = ColumnQuestion((text, f"{text}2"), {}, {text: "item"}, ("item", "sku"))
    return replace(refused(text), question=question)


def found_matches(text: str) -> Findings:
    return Findings(Verdict.IN_CATALOGUE, 0.9, (Match(item(text), 0.9), Match(item(f"{text}3"), 0.8)))


def one_of(text: str) -> Findings:
    several = tuple(Match(item(f"{text}{number}"), 0.8) for number in range(4))
    return Findings(Verdict.ONE_OF_THESE, 0.9, several, one_of=several)


def all_matches(text: str, words: Any) -> Iterator[Card]:
    for verdict in Verdict:
        one = verdict is Verdict.ONE_OF_THESE
        found = one_of(text) if one else replace(found_matches(text), verdict=verdict)
        for choice in (None, matches.Choice("two", 1, ("upper", None))):
            cut = matches.CutOut("tiramisu", 0.9)
            yield matches.matches_card(found, cut, link=golden_link, words=words, session=text, choice=choice)


def asked(text: str) -> Order:
    levels = {text: Level(3, 1), f"{text}2": Level(0, 0)}
    return Order("move", text, text, 2, person=text, to=f"{text}2", until=AT.date(), levels=levels)


def movement(text: str) -> Movement:
    levels = {text: Level(3, 1)}
    by = Worker(text, text)
    return Movement(
        7, AT, Kind.MOVE, by, text, text, 3, before=levels, after=levels, from_location=text, to_location=text
    )


def reservation(text: str) -> Reservation:
    return Reservation(4, text, text, 2, text, AT.date(), AT, text)


def foreign_feed(text: str) -> Feed:
    """A feed that others have named, which failed for a reason of theirs."""
    return feed(
        text, f"sftp://erp.example/{text}", every=timedelta(hours=1), failures=3, fault=plain_text(text)
    )


def take(text: str) -> StockTake:
    return StockTake(3, text, AT, text, "open")


def take_line(text: str) -> TakeLine:
    return TakeLine(1, 3, AT, text, text, LineState.COUNTED, 7, text, text)


def differences(text: str) -> stock_takes.Differences:
    one = stock_takes.Difference(text, Level(7, 2), 4, moved=True)
    return stock_takes.Differences(take(text), (one,), (replace(one, counted=0),), kept=1)


CARDS: dict[Callable[..., Card], Make] = {
    answered.answer_card: lambda text, words: [*answered_queries(text, words)],
    dialogue.readings_card: lambda text, words: [
        dialogue.readings_card("Ours.", [(text, AskQuestion(text))], words=words)
    ],
    batch_diff.diff_card: lambda text, words: [
        batch_diff.diff_card(each, report="https://x/y", link=golden_link, words=words)
        for each in (
            staged(text),
            refused(text),
            unread(text),
            replace(staged(text), faults=refused(text).faults),
            StagedBatch(batch(text, state=State.FAILED)),
        )
    ],
    columns.columns_card: lambda text, words: [
        columns.columns_card([RememberedColumns((text,), {text: "item"}, text, text)], words=words)
    ],
    batch_done.done_card: lambda text, words: [
        batch_done.done_card(
            batch(text, state=State.APPLIED), undoable=True, fault=plain_text(text), words=words
        )
    ],
    batch_done.over_card: lambda text, words: [
        batch_done.over_card(batch(text, state=state), words=words)
        for state in (State.UNDONE, State.DISCARDED, State.FAILED)
    ],
    batch_progress.progress_card: lambda text, words: [
        batch_progress.progress_card("Ours", "embed", 3, 9, words=words)
    ],
    catalogue_item.item_card: lambda text, words: [
        catalogue_item.item_card(item(text), link=golden_link, words=words)
    ],
    catalogue_status.status_card: lambda text, words: [
        catalogue_status.status_card(
            Status(
                Counts(1, 1, 1, 1),
                12,
                1,
                True,
                (batch(text, state=State.STAGED),),
                batch(text, state=State.APPLIED),
            ),
            words=words,
        )
    ],
    catalogue_status.duplicates_card: lambda text, words: [
        catalogue_status.duplicates_card(pairs(text), link=golden_link, words=words)
    ],
    catalogue_status.audit_card: lambda text, words: [
        catalogue_status.audit_card(Audit(3, missing=(text,), unfindable=(text,)), words=words)
    ],
    catalogue_status.export_card: lambda text, words: [
        catalogue_status.export_card(1, 1, Download("https://x/y", AT), words=words)
    ],
    confirm.offer_view_card: lambda text, words: [
        confirm.offer_view_card("Ours.", text, Likeness(item(text), golden_link), words=words)
    ],
    confirm.runners_up_card: lambda text, words: [
        confirm.runners_up_card([item(text)] * 2, session=text, link=golden_link, words=words)
    ],
    cut_out.fix_card: lambda text, words: [cut_out.fix_card("https://x/y", words=words)],
    dialogue.lacking_card: lambda text, words: [
        dialogue.lacking_card(
            Lacking((slot,), plain_text(text), (Option(text, text), Option(text[:3], text[:3]))),
            name=text,
            words=words,
        )
        for slot in get_args(Missing)
    ],
    dialogue.joined_card: lambda text, words: [
        dialogue.joined_card([text, text], [notice.fault_card(text, words=words), None], words=words)
    ],
    help_card: lambda text, words: [help_card(words, example=text, group=True, admin=True)],
    welcome_card: lambda text, words: [welcome_card(words, group=True)],
    history.history_card: lambda text, words: [
        history.history_card([batch(text, state=state) for state in State], (12,), words=words)
    ],
    intake.offer_card: lambda text, words: [intake.offer_card("Ours.", text, words=words)],
    intake.intakes_card: lambda text, words: [
        intake.intakes_card([Intake(7, AT, "a", "a", text, text, None)] * 2, link=golden_link, words=words)
    ],
    intake.intake_card: lambda text, words: [
        intake.intake_card(Intake(7, AT, "a", "a", None, text, None), link=golden_link, words=words)
    ],
    matches.matches_card: lambda text, words: [*all_matches(text, words)],
    notice.fault_card: lambda text, words: [notice.fault_card(text, words=words)],
    notice.hint_card: lambda text, words: [notice.hint_card(text, words=words)],
    people.people_card: lambda text, words: [
        people.people_card([Colleague(text, text, Role.ADMIN, given_by=text)], done=text, words=words)
    ],
    photos.photos_card: lambda text, words: [
        photos.photos_card(
            [
                photos.PhotoAnswer(found_matches(text)),
                photos.PhotoAnswer(one_of(text)),
                photos.PhotoAnswer(tagged=item(text)),
                photos.PhotoAnswer(fault=text),
            ],
            link=golden_link,
            words=words,
        )
    ],
    picks.pick_card: lambda text, words: [
        picks.pick_card(
            text,
            "good",
            [one],
            sizes=[one],
            seen=Likeness(item(text), golden_link),
            compare=text,
            words=words,
        )
        for one in (picks.Pick(text, text, text, text, 2, 1), picks.Pick(text, text, text, "", 2, 2))
    ],
    watches.watches_card: lambda text, words: [watches.watches_card([(4, text)], words=words)],
    feeds.feeds_card: lambda text, words: [
        feeds.feeds_card([FeedStanding(foreign_feed(text), timedelta(minutes=4), late=True)], words=words)
    ],
    feeds.failing_card: lambda text, words: [feeds.failing_card(foreign_feed(text), words=words)],
    read_as.read_as_card: lambda text, words: [
        read_as.read_as_card(text, notice.hint_card(text, words=words), text)
    ],
    watches.crossed_card: lambda text, words: [watches.crossed_card(text, 4, words=words)],
    digest.digest_card: lambda text, words: [
        digest.digest_card(
            Digest(AT, AT, (RanLow(text, text, 2),), ((text, 3),), 1, (4,), 1, 1),
            words=words,
            link=lambda chart: "https://x/y",
        )
    ],
    places.places_card: lambda text, words: [places.places_card([Location(text, text)], words=words)],
    places.sheet_card: lambda text, words: [
        places.sheet_card("Ours", Download("https://x/y", AT), words=words)
    ],
    stock_takes.running_card: lambda text, words: [
        stock_takes.running_card(take(text), 3, 1, [take_line(text)], 1, words=words)
    ],
    stock_takes.size_card: lambda text, words: [
        stock_takes.size_card(text, 7, item(text).variants, seen=seen, words=words)
        for seen in (None, Likeness(item(text), golden_link))
    ],
    stock_takes.differences_card: lambda text, words: [
        stock_takes.differences_card(differences(text), name=text, may_apply=may, words=words)
        for may in (True, False)
    ],
    stock_takes.applied_card: lambda text, words: [
        stock_takes.applied_card(take(text), 3, 41, (4,), words=words)
    ],
    stock.stock_card: lambda text, words: [
        stock.stock_card(item(text), query=each, link=golden_link, words=words) for each in ("", text)
    ],
    stock.noted_card: lambda text, words: [
        stock.noted_card(item(text), viewer=text, at=AT, link=golden_link, words=words)
    ],
    stock.gone_card: lambda text, words: [
        stock.gone_card(text, each, at=AT, words=words) for each in ("", text)
    ],
    stock.tags_card: lambda text, words: [
        stock.tags_card((item(text), item(f"{text}3")), link=golden_link, words=words)
    ],
    stock.tag_card: lambda text, words: [
        stock.tag_card(
            item(text),
            read=text,
            printed=by_likeness,
            by_likeness=by_likeness,
            looks_like=item(f"{text}3"),
            link=golden_link,
            words=words,
        )
        for by_likeness in (False, True)
    ],
    work.confirm_card: lambda text, words: [work.confirm_card(asked(text), name=text, words=words)],
    work.done_card: lambda text, words: [
        work.done_card(replace(movement(text), kind=kind), reservation=reservation(text), words=words)
        for kind in (Kind.MOVE, Kind.RESERVE, Kind.RELEASE, Kind.UNDO)
    ],
}
"""Every card that there is. Where no foreign word comes in, our own words are looked at."""
MARKS = re.compile(r"[<>\[\]*`~\\]|\{\{|&#?\w+;|(?<![^\W_])_|_(?![^\W_])")
UNSEEN = re.compile(
    r"[\x00-\x1f\x7f-\x9f\xad\u034f\u061c\u115f\u1160\u180b-\u180f\u200b-\u200f\u2028-\u202e\u2060-\u206f"
    r"\u3164\ufeff\uffa0\ufff9-\ufffb\U000e0000-\U000e0fff]"
)


def test_every_card_stands_in_the_table() -> None:
    """Whoever adds a card says here which foreign words it shows."""
    modules = [import_module(f"bot.cards.{one.name}") for one in pkgutil.iter_modules(bot.cards.__path__)]
    made = {
        function
        for module in modules
        if module is not elements
        for name, function in inspect.getmembers(module, inspect.isfunction)
        if function.__module__ == module.__name__ and not name.startswith("_")
        if inspect.get_annotations(function).get("return") == "Card"
    }
    assert made == set(CARDS)


@pytest.mark.parametrize(
    "make", CARDS.values(), ids=[f"{one.__module__[10:]}.{one.__name__}" for one in CARDS]
)
@settings(max_examples=25)
@given(text=rude, language=st.sampled_from(sorted(languages())))
def test_foreign_words_are_text_on_every_card(make: Make, text: str, language: str) -> None:
    for card in make(text, words_for(language)):
        place = Place("msteams", "a:1", "personal", "https://x/", "28:b")
        assert "entities" not in message(place, Reply("words", card))  # which alone makes a mention
        assert not MARKS.search(card["fallbackText"].replace(FOREIGN, "Z"))
        for node in walked(card):
            check(node)


@given(text=rude, language=st.sampled_from(sorted(languages())))
def test_foreign_words_are_text_in_the_list_of_a_search(text: str, language: str) -> None:
    [hit] = found.hits([item(text)], query=text, link=golden_link, words=words_for(language), zone=UTC)
    for shown in (hit.title, hit.text, hit.alt):
        assert not MARKS.search(shown)
        assert not UNSEEN.search(shown)
    for node in walked(hit.card):
        check(node)


@given(text=rude)
def test_foreign_words_are_text_in_a_message_without_a_card(text: str) -> None:
    """Teams reads Markdown in a message's text unless it is told not to."""
    sent = message(Place("msteams", "a:1", "personal", "https://x/", "28:b"), Reply(text))
    assert sent["textFormat"] == "plain"
    assert "entities" not in sent


def check(node: dict[str, Any]) -> None:
    """That no part of a card would obey a foreign word."""
    kind = node.get("type")
    if kind == "TextBlock":
        assert FOREIGN not in node["text"], node
    for fact in node.get("facts", ()):
        assert FOREIGN not in f"{fact['title']} {fact['value']}"
    if kind == "TextRun":
        assert "{{" not in node["text"] or FOREIGN not in node["text"]
    for name in ("text", "title", "altText", "placeholder", "label", "value"):
        shown = node.get(name)
        if isinstance(shown, str) and FOREIGN in shown:
            assert not UNSEEN.search(shown), (name, node)
            assert "{{" not in shown, (name, node)


def walked(node: Any) -> Iterator[dict[str, Any]]:
    if isinstance(node, dict):
        yield node
    inner = node.items() if isinstance(node, dict) else enumerate(node) if isinstance(node, list) else ()
    for name, one in inner:
        if name != "data":  # goes back to the bot and nowhere else
            yield from walked(one)
