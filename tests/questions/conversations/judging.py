"""Whether the report of a message, as `hangtag ask --chat` prints it, is what was expected.

An exam's line has what a careful colleague would answer in `expect`, with a `kind`:

- `figures`: each with `measure` (on_hand, free, reserved, price, count), `value`, and of what: `item` or
  `sku`, `items` (the total of several), `size`, `sizes` (their sum), `location` (a site means all its
  shelves), `except` or `not_location` (left out). All of them must be shown, of exactly that. Beside them
  `answer` or `yes`, `winner` (an item or a place), `places`.
- `items`: exactly these, in that order if `ordered`; `places`: exactly these.
- `order`: `do`, `sku` (which says the size, too), `quantity`, `location` or `from`, `to`, `person`, `until`,
  `reservation`, `reason`.
- `asks_back`: `asks` or `missing` name what must be asked; `order` what must be kept.
- `refusal`, `smalltalk`, `command`.

`also`, in `expect` or beside it, lists further answers that are as good.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Literal

from catalogue.items import Item

Outcome = Literal["right", "not understood", "another question"]
Report = Mapping[str, Any]

_COUNTS = frozenset({"items", "sizes", "places", "colours", "reservations"})
_ZERO = frozenset({"not_held", "no_such_size", "no_such_place", "no_such_colour"})
"""Reasons why there is no figure that come to nought."""
_CLOSE = 0.005


@dataclass(frozen=True, slots=True)
class Shop:
    """What the judge knows of the catalogue: sizes and SKUs of the items."""

    sizes: Mapping[str, tuple[str, ...]]
    skus: Mapping[str, tuple[str, str]]
    """Item and size by SKU."""
    colours: Mapping[str, str] = field(default_factory=dict)
    """By item, in small letters."""

    @classmethod
    def of(cls, items: Iterable[Item]) -> Shop:
        every = list(items)
        return cls(
            {item.id: tuple(each.size for each in item.variants) for item in every},
            {each.sku: (item.id, each.size) for item in every for each in item.variants},
            {item.id: (item.colour or "").casefold() for item in every},
        )


def judged(line: Mapping[str, Any], report: Report, shop: Shop) -> Outcome:
    """The outcome of a message."""
    expect = line["expect"]
    wanted = [expect, *_list(line.get("also")), *_list(expect.get("also"))]
    if any(_fits(each, report, shop) for each in wanted):
        return "right"
    shows = report["figures"] or report["order"] or report["items"]
    return (
        "another question" if report["understood"] and (shows or not report["refused"]) else "not understood"
    )


def _fits(expect: Mapping[str, Any], report: Report, shop: Shop) -> bool:
    match _kind(expect):
        case "figures":
            return _answers(report) and _figures_fit(expect, report, shop)
        case "items":
            return _answers(report) and _items_fit(expect, report) and _figures_fit(expect, report, shop)
        case "places":
            return _answers(report) and _places_fit(expect, report) and _figures_fit(expect, report, shop)
        case "order":
            return (
                bool(report["order"]) and report["order"]["proposed"] and _order_fits(expect["order"], report)
            )
        case "asks_back":
            return _asks_fit(expect, report)
        case "refusal":
            some = any(figure["value"] is not None for figure in report["figures"])
            return not report["order"] and not (some and not report["refused"]) and _no_talk(report)
        case "smalltalk":
            return bool(report["talk"]) and not report["figures"] and not report["order"]
        case "command":
            return _command_fits(expect, report)
    raise ValueError(f"{expect.get('kind')!r} is no kind of answer")


def _kind(expect: Mapping[str, Any]) -> str:
    if "kind" in expect:
        return str(expect["kind"])
    kinds = ("order", "items", "figures", "places")
    return next((kind for kind in kinds if kind in expect), "asks_back" if "missing" in expect else "")


def _answers(report: Report) -> bool:
    return bool(report["understood"] and report["query"] and not report["refused"] and not report["order"])


def _no_talk(report: Report) -> bool:
    return report["talk"] in (None, "negated_order")


# Figures


def _figures_fit(expect: Mapping[str, Any], report: Report, shop: Shop) -> bool:
    said = expect.get("yes", expect.get("answer"))
    said = {True: "yes", False: "no"}.get(said, said)
    if said and report["answer"] and report["answer"] != said:
        return False
    if (winner := expect.get("winner")) and not _wins(str(winner), report, shop):
        return False
    if expect.get("places") and _kind(expect) != "places":
        shown = [str(figure["location"]) for figure in report["figures"] if figure.get("location")]
        if not all(any(_at(place, each) for each in shown) for place in expect["places"]):
            return False
    return all(_is_shown(wanted, report, shop) for wanted in expect.get("figures", ()))


def _wins(winner: str, report: Report, shop: Shop) -> bool:
    winners = [str(each) for each in report["winners"]]
    if len(winners) != 1:
        return False
    return _at(winner, winners[0]) or _only(winners[0], report, shop) == winner


def _only(colour: str, report: Report, shop: Shop) -> str | None:
    """The one of the items that were asked about that has the colour."""
    asked = [str(each) for each in report["query"].get("items", ())]
    items = [each for each in asked if shop.colours.get(each) == colour.casefold()]
    return items[0] if len(items) == 1 else None


def _is_shown(wanted: Mapping[str, Any], report: Report, shop: Shop) -> bool:
    fitting = [
        figure
        for figure in report["figures"]
        if _measures(wanted, figure)
        and _of_items(wanted, figure, report, shop)
        and _of_sizes(wanted, figure, report, shop)
        and _of_places(wanted, figure, report)
    ]
    if any(_equal(wanted["value"], _value(figure)) for figure in fitting):
        return True
    shelves = {figure.get("location"): _value(figure) for figure in fitting if _is_shelf(wanted, figure)}
    numbers = [value for value in shelves.values() if isinstance(value, int | float)]
    return len(numbers) > 1 and _equal(wanted["value"], sum(numbers))


def _measures(wanted: Mapping[str, Any], figure: Mapping[str, Any]) -> bool:
    measure = wanted.get("measure", "on_hand")
    return figure["measure"] in _COUNTS if measure == "count" else figure["measure"] == measure


def _value(figure: Mapping[str, Any]) -> Any:
    return 0 if figure["value"] is None and figure.get("lack") in _ZERO else figure["value"]


def _equal(wanted: Any, shown: Any) -> bool:
    if isinstance(wanted, int | float) and isinstance(shown, int | float):
        return abs(wanted - shown) < _CLOSE
    return bool(wanted == shown)


def _of_items(wanted: Mapping[str, Any], figure: Mapping[str, Any], report: Report, shop: Shop) -> bool:
    asked = [str(each) for each in report["query"].get("items", ())]
    sku = str(figure.get("sku") or "")
    item = figure.get("item") or (shop.skus[sku][0] if sku in shop.skus else None)
    item = item or _only(str(figure.get("colour") or ""), report, shop)
    wanted_item = wanted.get("item") or shop.skus.get(wanted.get("sku", ""), (None,))[0]
    if wanted_item:
        alone = [item] if item else asked or list(report["items"])
        return alone == [wanted_item]
    if "items" in wanted:
        if item or figure["measure"] == "price":
            return [str(each) for each in wanted["items"]] == [item]
        return not asked or set(asked) == set(wanted["items"])
    return True


def _of_sizes(wanted: Mapping[str, Any], figure: Mapping[str, Any], report: Report, shop: Shop) -> bool:
    if wanted.get("measure") in ("price", "count"):
        return True
    query = report["query"]
    item = wanted.get("item") or shop.skus.get(wanted.get("sku", ""), ("",))[0] or figure.get("item") or ""
    every = set(shop.sizes.get(item, ()))
    named = {shop.skus[sku][1] for sku in _skus(figure, query) if sku in shop.skus}
    if figure.get("size"):
        shown = {figure["size"]}
    elif named:
        shown = named
    else:
        choice = query.get("sizes", {})
        shown = set(choice.get("values", ())) or every
        shown -= set(choice.get("excluded", ()))
    if "sku" in wanted:
        return shown == {shop.skus.get(wanted["sku"], ("", None))[1]}
    if "size" in wanted:
        return {_close(each) for each in shown} == {_close(wanted["size"])}
    if "sizes" in wanted:
        return {_close(each) for each in shown} == {_close(each) for each in wanted["sizes"]}
    return shown == every or (not every and not figure.get("size") and not query.get("sizes"))


def _skus(figure: Mapping[str, Any], query: Mapping[str, Any]) -> list[str]:
    if figure.get("sku"):
        return [each.strip() for each in str(figure["sku"]).split(",")]
    return [str(each) for each in query.get("skus", ())]


def _of_places(wanted: Mapping[str, Any], figure: Mapping[str, Any], report: Report) -> bool:
    if wanted.get("measure") == "price":
        return True
    choice = report["query"].get("places", {})
    asked, excluded = choice.get("values", ()), choice.get("excluded", ())
    shown = [figure["location"]] if figure.get("location") else list(asked)
    left_out = _list(wanted.get("except")) + _list(wanted.get("not_location"))
    if left_out:
        here = not figure.get("location") or not any(_at(place, figure["location"]) for place in left_out)
        ruled_out = all(any(_at(place, each) for each in excluded) for place in left_out)
        others = bool(asked) and not any(_at(place, each) for place in left_out for each in asked)
        return here and (ruled_out or others)
    if "location" in wanted:
        return len(shown) == 1 and _at(wanted["location"], shown[0]) and not excluded
    if wanted.get("measure") == "count":
        return True
    return not shown and not excluded


def _is_shelf(wanted: Mapping[str, Any], figure: Mapping[str, Any]) -> bool:
    """Whether a figure is of one place of those that are wanted together."""
    return bool(figure.get("location")) and any(
        name in wanted for name in ("location", "except", "not_location")
    )


def _at(wanted: str, shown: str) -> bool:
    """Whether two places are the same, or one is a shelf of the other."""
    one, two = _close(wanted), _close(shown)
    return one == two or two.startswith(one + " ") or one.startswith(two + " ")


# The rest


def _items_fit(expect: Mapping[str, Any], report: Report) -> bool:
    wanted, shown = [str(each) for each in expect["items"]], [str(each) for each in report["items"]]
    if report["winners"] and set(report["winners"]) <= set(shown):
        shown = list(report["winners"])
    if expect.get("ordered"):
        return shown == wanted
    if set(shown) == set(wanted):
        return True
    counts = {figure["value"] for figure in report["figures"] if figure["measure"] == "items"}
    return set(shown) < set(wanted) and len(wanted) in counts  # the first of a long list


def _places_fit(expect: Mapping[str, Any], report: Report) -> bool:
    without = report["query"].get("state") == "out"  # it was asked where there is none
    shown = [
        str(each["location"])
        for each in report["figures"]
        if each.get("location") and bool(_value(each)) is not without
    ]
    shown = [str(each) for each in report["winners"]] or shown
    wanted = [str(each) for each in expect["places"]]
    return all(any(_at(each, place) for place in wanted) for each in shown) and all(
        any(_at(place, each) for each in shown) for place in wanted
    )


def _order_fits(wanted: Mapping[str, Any], report: Report, *, whole: bool = True) -> bool:
    """All slots that are wanted and, of a `whole` order, none that was not said."""
    shown = report["order"]
    names = {
        "do": "do", "verb": "do", "sku": "sku", "item": "items", "size": "size", "quantity": "quantity",
        "location": "location", "place": "location", "from": "location", "to": "to", "to_place": "to",
        "person": "person", "until": "until", "reservation": "reservation", "reason": "reason",
    }  # fmt: skip
    if wanted.get("sku") and wanted["sku"] == shown.get("sku"):
        wanted = {name: value for name, value in wanted.items() if name not in ("size", "item")}
    for name, value in wanted.items():
        if name in names and value is not None and not _slot_fits(names[name], value, shown):
            return False
    kept = {names[name] for name, value in wanted.items() if name in names and value is not None}
    return not whole or all(not shown.get(name) or name in kept for name in ("person", "until", "to"))


def _slot_fits(name: str, wanted: Any, shown: Mapping[str, Any]) -> bool:
    value = shown.get(name)
    match name:
        case "location" | "to":
            return bool(value) and _at(str(wanted), str(value))
        case "person":  # `Frau Hansen` is Hansen
            one, two = _close(str(wanted)), _close(str(value or ""))
            return one == two or two.endswith(f" {one}") or one.endswith(f" {two}")
        case "do" | "reason":
            return _close(str(wanted)) == _close(str(value or ""))
        case "items":
            return value == _list(wanted)
        case "until":
            return str(wanted).casefold() in _days(shown)
    return bool(value == wanted)


def _days(shown: Mapping[str, Any]) -> set[str]:
    """The last day as it was said, as a date, and as a weekday."""
    days = {str(shown.get("until") or "").casefold()}
    if shown.get("until_day"):
        day = date.fromisoformat(shown["until_day"])
        days |= {day.isoformat(), day.strftime("%A").casefold()}
    return days - {""}


def _asks_fit(expect: Mapping[str, Any], report: Report) -> bool:
    asked = report["asks_back"]
    if not asked:
        return False
    wanted = [str(each) for each in _list(expect.get("missing")) + _list(expect.get("asks"))]
    missing = [str(each) for each in asked.get("missing", ())] or [str(asked.get("as", ""))]
    if wanted and missing[0] not in wanted:
        return False
    if report["figures"]:
        return False
    kept = expect.get("order")
    return not kept or bool(report["order"] and _order_fits(kept, report, whole=False))


def _command_fits(expect: Mapping[str, Any], report: Report) -> bool:
    if report["talk"]:
        return True
    wanted = str(expect.get("command") or expect.get("do") or "").casefold()
    done = report["order"]["do"] if report["order"] else (report["query"] or {}).get("measure", "")
    return done == wanted if wanted else done in ("undo", "reservations")


def _list(value: Any) -> list[Any]:
    return [] if value is None else list(value) if isinstance(value, list | tuple) else [value]


def _close(text: str) -> str:
    return " ".join(str(text).casefold().split())
