"""Comparisons, shares, and whether there is enough."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import ROUND_HALF_UP, Decimal

from bot.questions.answering.answer import Answer, Figure, FigureMeasure, Part
from bot.questions.answering.entries import (
    Entry,
    amounts_of,
    bounded,
    entries,
    entries_of_brands,
    entries_of_items,
    entries_of_kinds,
    joined_names,
    lack_of,
    pieces_of,
)
from bot.questions.answering.figure_words import figure_in_words
from bot.questions.answering.pieces import (
    LISTED,
    ROWS,
    breakdown,
    count_figure,
    figures_of,
    measure_of,
    part_of,
    subject,
    whole_of,
)
from bot.questions.answering.scope import Scope
from bot.questions.query import Choice, Grouping
from catalogue.database import Amounts, Database, Pieces
from catalogue.messages import Message

SLOTS: tuple[Grouping, ...] = ("item", "size", "place", "colour")


def compared(scope: Scope, database: Database) -> Answer:
    """Which has more or less, by how many, or what share each has; with all figures that were compared."""
    query, measure = scope.query, measure_of(scope)
    groups = several(scope)
    if query.comparison == "share":
        return _shares(scope, database, groups)
    found = _groups(scope, groups, measure, database)
    if found is None:
        return refusal(scope, Message("answer-cannot-compare"))
    numbers = [(each, number) for each in found if (number := each.number(measure)) is not None]
    if len(numbers) < 2:
        reason = Message("answer-not-comparable") if len(found) > 1 else Message("answer-cannot-compare")
        parts = _parts(found, measure, ())
        return replace(refusal(scope, reason, scope.notes), parts=parts, more=max(0, len(found) - ROWS))
    most, least = max(number for _, number in numbers), min(number for _, number in numbers)
    wanted = least if query.comparison == "less" else most
    leaders = [each for each, number in numbers if number == wanted]
    difference = Figure("difference", most - least)
    parts = _parts(found, measure, leaders if most != least else ())
    headline = _compared(scope, numbers, leaders, most, least, measure)
    main = (difference,) if "difference" in headline.values else ()
    verdict = leaders == found[:1] if query.claim and len(numbers) == len(found) == 2 else None
    if verdict is not None:
        headline = Message("answer-verdict", verdict="yes" if verdict else "no", said=headline)
    return Answer(
        query,
        subject(scope),
        headline,
        main,
        parts,
        scope.notes,
        verdict=verdict,
        more=max(0, len(found) - ROWS),
        shown=scope.items,
    )


def _groups(
    scope: Scope, groups: Sequence[Grouping], measure: Pieces, database: Database
) -> list[Entry] | None:
    """What is to be compared; None where the query does not say, or names several sets."""
    query = scope.query
    group = query.group
    if group is None:
        kinds, brands = len(query.kinds.values) > 1, len(query.brands.values) > 1
        if len(groups) + kinds + brands != 1 or (not groups and bounded(scope)):
            return None
        if kinds:
            return entries_of_kinds(scope, measure, database)
        if brands:
            return entries_of_brands(scope, measure, database)
        group = groups[0]
    if group == "item" and not scope.named:
        return None
    return entries(scope, group, amounts_of(scope, measure), database)


def several(scope: Scope) -> list[Grouping]:
    """The slots in which several are named."""
    query = scope.query
    counts = {
        "item": len(scope.items) if scope.named else 0,
        "size": len(query.sizes.values),
        "place": len(query.places.values),
        "colour": len(query.colours.values),
    }
    return [slot for slot in SLOTS if counts[slot] > 1]


def enough(scope: Scope, database: Database) -> Answer:
    """Whether so many free pieces are there: a yes or a no with the figure, for each that was named."""
    query = scope.query
    needed = query.needed or 0
    groups = [] if query.total else several(scope)
    pair = scope.named and "item" in groups and "size" in groups
    if query.group is not None and not query.total and (query.group != "item" or scope.named):
        groups, pair = [query.group], False
    wanted = Figure("needed", needed)
    if not groups:
        return _enough_in_all(scope, database, wanted)
    amounts = Amounts("free")
    if pair:
        by_item = entries_of_items(scope, "size", amounts, database)
        found = [each for own in by_item.values() for each in own]
    elif groups[0] == "size" and len(scope.items) == 1:
        found = entries_of_items(scope, "size", amounts, database)[scope.items[0].id]
    else:
        found = entries(scope, groups[0], amounts, database)
    named = pair or groups[0] == "item"
    parts = tuple(
        Part(figures_of(each, "free"), each.item if named else None, enough=_enough(each, needed))
        for each in found[:ROWS]
    )
    answers = [_enough(each, needed) for each in found]
    yes = sum(each is True for each in answers)
    if all(answers) and answers:
        headline, verdict = Message("answer-enough-each", needed=needed), True
    elif None in answers and False not in answers:
        headline, verdict = Message("answer-enough-unknown", needed=needed), None
    elif not yes:
        headline, verdict = Message("answer-enough-none", needed=needed), False
    else:
        headline, verdict = Message("answer-enough-some", yes=yes, count=len(found), needed=needed), False
    return Answer(
        query,
        subject(scope),
        headline,
        (wanted,),
        parts,
        scope.notes,
        verdict=verdict,
        more=max(0, len(found) - ROWS),
        shown=scope.items,
    )


def refusal(scope: Scope, reason: Message, notes: Sequence[Message] = ()) -> Answer:
    """No figures, but why there are none."""
    return Answer(scope.query, subject(scope), reason, notes=tuple(notes), refused=True, shown=scope.items)


def _enough(entry: Entry, needed: int) -> bool | None:
    number = entry.number("free")
    return None if number is None else number >= needed


def _enough_in_all(scope: Scope, database: Database, wanted: Figure) -> Answer:
    needed = int(wanted.value) if isinstance(wanted.value, int) else 0
    item = scope.items[0] if len(scope.items) == 1 else None
    whole = whole_of(scope, database, "free", item=item)
    notes = scope.notes
    if isinstance(whole.value, int):
        verdict: bool | None = whole.value >= needed
        code = "answer-enough" if verdict else "answer-too-few"
        headline = (
            Message("answer-enough", count=whole.value, needed=needed)
            if code == "answer-enough"
            else Message("answer-too-few", count=whole.value, needed=needed)
        )
    elif whole.lack == "never_counted" and (scope.items or database.figures.priced(scope.filter)):
        verdict, headline = None, Message("answer-enough-unknown", needed=needed)
    else:
        verdict, headline = False, Message("answer-enough-not", why=figure_in_words(whole))
    parts: tuple[Part, ...] = ()
    if item is not None and isinstance(whole.value, int):
        found = entries_of_items(scope, breakdown(scope), Amounts("free"), database)[item.id]
        if len(found) > 1:
            parts = tuple(part_of(each, "free") for each in found[:ROWS])
    elif len(scope.items) > 1:
        found = entries(scope, "item", Amounts("free"), database)
        parts = tuple(part_of(each, "free", named=True) for each in found[:LISTED])
    return Answer(
        scope.query,
        subject(scope),
        headline,
        (whole, wanted),
        parts,
        notes,
        verdict=verdict,
        shown=scope.items,
    )


def _parts(found: Sequence[Entry], measure: Pieces, leaders: Sequence[Entry]) -> tuple[Part, ...]:
    named = len({each.item.id for each in found if each.item is not None}) > 1
    return tuple(part_of(each, measure, named=named, leads=each in leaders) for each in found[:ROWS])


def _compared(
    scope: Scope,
    numbers: Sequence[tuple[Entry, int]],
    leaders: Sequence[Entry],
    most: int,
    least: int,
    measure: Pieces,
) -> Message:
    top = figure_in_words(Figure(measure, most))
    bottom = figure_in_words(Figure(measure, least))
    if most == least:
        return Message("answer-same", count=len(numbers), figure=top)
    name = joined_names(leaders)
    if len(numbers) == 2:
        difference = most - least
        if scope.query.comparison == "less":
            return Message("answer-has-less", name=name, difference=difference, least=bottom, most=most)
        return Message("answer-has-more", name=name, difference=difference, most=top, least=least)
    if scope.query.comparison == "difference":
        other = joined_names([each for each, number in numbers if number == least])
        return Message(
            "answer-spread", name=name, other=other, difference=most - least, most=top, least=least
        )
    if scope.query.comparison == "less":
        return Message("answer-has-least", name=name, figure=bottom)
    return Message("answer-has-most", name=name, figure=top)


def _shares(scope: Scope, database: Database, groups: Sequence[Grouping]) -> Answer:
    query, measure = scope.query, measure_of(scope)
    group = query.group or (groups[0] if groups else None)
    several_kinds = len(query.kinds.values) > 1 or len(query.brands.values) > 1
    base_measure: FigureMeasure = measure
    if group is not None or several_kinds:
        compared_groups = _groups(scope, groups, measure, database)
        if compared_groups is None:
            return refusal(scope, Message("answer-cannot-compare"))
        found = compared_groups
        base = _base(scope, found, measure, database)
    else:
        one = _one_of_all(scope)
        if one is None and measure == "on_hand":
            return refusal(scope, Message("answer-cannot-compare"))
        if one is None:  # which share of what is there is free or reserved
            wider, base_measure = scope, "on_hand"
        else:
            wider = one
        whole = whole_of(scope, database, measure, item=scope.items[0] if len(scope.items) == 1 else None)
        found = []
        [line] = database.figures.lines(wider.filter, (), Amounts("on_hand")).lines
        base = pieces_of(line, base_measure) or 0
        lack = lack_of(scope, scope.items) if scope.items else ""
        if not isinstance(whole.value, int) and lack != "not_held":
            return refusal(scope, figure_in_words(whole))
        value = whole.value if isinstance(whole.value, int) else 0
        share = replace(whole, measure="share", value=_percent(value, base), lack="", as_of=None)
        total = Figure(base_measure, base)
        if not base:
            return replace(refusal(scope, Message("answer-share-of-nothing")), main=(whole, total))
        headline = Message(
            "answer-share",
            share=figure_in_words(share),
            part=value if base_measure == measure else figure_in_words(whole),
            whole=figure_in_words(total),
        )
        return Answer(
            query, subject(scope), headline, (share, whole, total), (), scope.notes, shown=scope.items
        )
    total = Figure(measure, base)
    if not base:
        answer = replace(refusal(scope, Message("answer-share-of-nothing"), scope.notes), main=(total,))
        return replace(answer, parts=_parts(found, measure, ()))
    parts = tuple(
        Part(
            (
                each.figure(measure),
                *(
                    (
                        replace(
                            each.figure(measure),
                            measure="share",
                            value=_percent(number, base),
                            lack="",
                            as_of=None,
                        ),
                    )
                    if (number := each.number(measure)) is not None
                    else ()
                ),
            ),
            each.item if group == "item" else None,
        )
        for each in found[:ROWS]
    )
    headline = Message("answer-shares", whole=figure_in_words(total))
    more = max(0, len(found) - ROWS)
    return Answer(query, subject(scope), headline, (total,), parts, scope.notes, more=more, shown=scope.items)


def _base(scope: Scope, found: Sequence[Entry], measure: Pieces, database: Database) -> int:
    """All of which shares are taken; what is of two groups counts once."""
    if bounded(scope):
        return sum(each.number(measure) or 0 for each in found)
    lines = database.figures.lines(scope.filter, (), Amounts(measure)).lines
    return pieces_of(lines[0], measure) or 0 if lines else 0


def _one_of_all(scope: Scope) -> Scope | None:
    """The same without the one place, size or colour whose share is asked for."""
    query = scope.query
    if len(query.places.values) == 1:
        wider = replace(scope.filter, locations=())
        return replace(scope, filter=wider, query=replace(query, places=Choice()))
    if len(query.sizes.values) == 1 and not query.skus:
        wider = replace(scope.filter, sizes=())
        return replace(scope, filter=wider, query=replace(query, sizes=Choice()))
    if len(query.colours.values) == 1 and not scope.named:
        wider = replace(scope.filter, colours=())
        return replace(scope, filter=wider, query=replace(query, colours=Choice()))
    return None


def _percent(part: int, whole: int) -> Decimal | None:
    if not whole:
        return None
    return (Decimal(100 * part) / Decimal(whole)).quantize(Decimal("0.1"), ROUND_HALF_UP)


def enough_count(scope: Scope, count: int) -> Answer:
    """Whether there are so many different items."""
    needed = scope.query.needed or 0
    verdict = count >= needed
    figure = count_figure("items", count)
    headline = (
        Message("answer-items-enough", figure=figure_in_words(figure), needed=needed)
        if verdict
        else Message("answer-items-too-few", figure=figure_in_words(figure), needed=needed)
    )
    main = (figure, Figure("needed", needed))
    return Answer(
        scope.query, subject(scope), headline, main, (), scope.notes, verdict=verdict, shown=scope.items
    )
