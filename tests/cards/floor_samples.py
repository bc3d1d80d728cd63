"""Cards of the floor with lifelike content, for the golden files and the drawings."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import UTC, datetime, timedelta
from hashlib import sha256

from bot.cards.digest import digest_card
from bot.cards.elements import PictureLink
from bot.cards.items import Likeness, full_name
from bot.cards.picks import Pick, pick_card
from bot.cards.places import places_card, sheet_card
from bot.cards.stock_takes import (
    Difference,
    Differences,
    applied_card,
    differences_card,
    running_card,
    size_card,
)
from bot.cards.watches import crossed_card, watches_card
from bot.channel import Card
from bot.charts import Chart
from bot.links.downloads import Download
from bot.locales import Words
from catalogue.database.digests import Digest, RanLow
from catalogue.database.places import Location
from catalogue.database.stock_takes import LineState, StockTake, TakeLine
from catalogue.items import Item, Variant
from catalogue.movements import Level

AT = datetime(2026, 11, 23, 14, 5, tzinfo=UTC)
TAKE = StockTake(3, "Hall A 03-12", AT, "Anna Kowalska", "open")
LINES = tuple(
    TakeLine(number, 3, AT, "anna", name, LineState.COUNTED, quantity, "MH01", sku)
    for number, (sku, quantity, name) in enumerate(
        (("MH01-XS-Black", 7, "Anna Kowalska"), ("WD01-M-Red", 1, "[Ben](https://x.example)"))
    )
)
FOUND = Differences(
    TAKE,
    (
        Difference("MH01-XS-Black", Level(7, 2), 4, moved=True),
        Difference("WD01-M-Red", Level(0, 0), 12),
        Difference("MB01", Level(3, 0), 3),
    ),
    (Difference("MJ08-L-Green", Level(5, 0), 0), Difference("MJ08-XL-Green", Level(1, 0), 0)),
    kept=2,
)
DIGEST = Digest(
    AT - timedelta(days=6),
    AT,
    (RanLow("MH01-M", "Hall A", 0), RanLow("**X** [x](https://x.example)", "Hall B", 3)),
    tuple((f"WD01-{size}", size**2) for size in range(49, 35, -1)),
    7,
    (4, 5),
    61,
    5,
)
PICKS = (
    Pick("MH01-M", "MH01 M", "MH01", "M", 2, 1),
    Pick("MH01-XL", "MH01 XL", "MH01", "XL", 1),
    Pick("BAG", "[Bag](https://x.example)", "BAG", "", 3, 3),
)
SHELVES = (
    Location("Hall A 03-12", "A-0312"),
    Location("Hall B"),
    Location("**Shop** [x](https://x.example)"),
)

CHARTS: dict[str, Chart] = {}
"""The charts that the cards show, by what their links call them."""


def golden_chart_link(chart: Chart) -> str:
    """A link that is the same every day."""
    name = f"chart-{sha256(repr(chart).encode()).hexdigest()[:8]}"
    CHARTS[name] = chart
    return f"https://hangtag.example/media/960/{name}"


def floor_cards(
    items: Mapping[str, Item], link: PictureLink, words: Words
) -> Mapping[str, Callable[[], Card]]:
    """Each kind of card by name, not made yet."""
    sizes = tuple(Variant(f"MH01-{size}", size) for size in ("XS", "S", "M", "L", "XL", "XXL", "3XL"))
    hoodie, bag = items["hoodie"], items["bag"]
    question = words("take-which-size", item=full_name(hoodie), count=1)
    compare = words("take-compare", item=full_name(bag), count=1)
    sheet = Download("https://bot.example.com/downloads/t/places.html?until=1&sig=x", AT)
    return {
        "places": lambda: places_card(SHELVES, words=words),
        "places-sheet": lambda: sheet_card(words("places-sheet", count=12), sheet, words=words),
        "pick-right": lambda: pick_card(words("pick-right", name="MH01 M"), "good", PICKS, words=words),
        "pick-size": lambda: pick_card(
            words("pick-size-unseen", title=full_name(hoodie), sizes="M, XL"),
            "warning",
            PICKS,
            sizes=PICKS[:2],
            seen=Likeness(hoodie, link),
            words=words,
        ),
        "pick-compare": lambda: pick_card(
            words("pick-compare", title=full_name(bag)),
            "warning",
            PICKS,
            seen=Likeness(bag, link),
            compare="BAG",
            words=words,
        ),
        "pick-wrong": lambda: pick_card(
            words("pick-wrong-size", tag="MH01-L", wanted="M"), "attention", PICKS, words=words
        ),
        "watches": lambda: watches_card(
            [
                (4, words("watch-what-below", name="MH01-M", threshold=5)),
                (5, words("watch-what-back", name="**DR07** [x](https://x.example)")),
            ],
            words=words,
        ),
        "watch-below": lambda: crossed_card(
            words("watch-below", name="MH01-M", threshold=5, count=4), 4, words=words
        ),
        "digest": lambda: digest_card(DIGEST, words=words, link=golden_chart_link),
        "take-running": lambda: running_card(TAKE, 8, 2, LINES, 1, words=words),
        "take-size": lambda: size_card(question, 7, sizes, seen=Likeness(hoodie, link), words=words),
        "take-size-typed": lambda: size_card(question, 7, sizes, words=words),
        "take-compare": lambda: size_card(
            compare, 7, bag.variants, seen=Likeness(bag, link), compare=True, words=words
        ),
        "take-differences": lambda: differences_card(FOUND, name="k3y", may_apply=True, words=words),
        "take-differences-worker": lambda: differences_card(FOUND, name="k3y", may_apply=False, words=words),
        "take-applied": lambda: applied_card(TAKE, 3, 41, (4, 5), words=words),
    }
