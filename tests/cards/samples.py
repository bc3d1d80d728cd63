"""Cards of every kind with lifelike content, for the golden files and the drawings."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from bot.cards.confirm import offer_view_card
from bot.cards.cut_out import fix_card
from bot.cards.elements import PictureLink
from bot.cards.help import help_card, welcome_card
from bot.cards.intake import intake_card, intakes_card, offer_card
from bot.cards.items import Likeness
from bot.cards.matches import Choice, CutOut, PhotoNumber, matches_card
from bot.cards.notice import fault_card, hint_card
from bot.cards.stock import Renewal, gone_card, noted_card, stock_card, tags_card
from bot.channel import Card
from bot.locales import words_for
from catalogue.database import Intake
from catalogue.items import Findings, Item, Match, Origin, Picture, StockLevel, Variant, Verdict
from tests.cards.answer_samples import answer_cards
from tests.cards.batch_samples import batch_cards
from tests.cards.dialogue_samples import dialogue_cards
from tests.cards.figure_samples import figure_cards
from tests.cards.floor_samples import floor_cards

COUNTED = datetime(2026, 11, 23, 14, 5, 42, tzinfo=UTC)
INTAKES = (
    Intake(7, COUNTED, "hoodie-grey", "hoodie-grey", "upper", "Anna Kowalska", None),
    Intake(8, COUNTED, "bag", "bag", None, "[Ben](https://x.example) <b>", None),
)


def levels(*counts: tuple[str, int, int], every: timedelta = timedelta()) -> tuple[StockLevel, ...]:
    """Stock by location as (location, on hand, reserved); each counted `every` before the one in front."""
    return tuple(
        StockLevel(place, on_hand, reserved, COUNTED - number * every)
        for number, (place, on_hand, reserved) in enumerate(counts)
    )


def hoodie() -> Item:
    """An item with five sizes at two locations, all counted at once."""
    stock = {
        "S": levels(("Hall A", 8, 0), ("Hall B", 4, 1)),
        "M": levels(("Hall A", 14, 2), ("Hall B", 9, 0)),
        "L": levels(("Hall A", 3, 1), ("Hall B", 0, 0)),
        "XL": levels(("Hall A", 0, 0), ("Hall B", 0, 0)),
        "XXL": levels(("Hall B", 2, 2)),
    }
    variants = tuple(
        Variant(f"HT-1042-{size}", size, barcode=f"40123450{number:04d}8", stock=each)
        for number, (size, each) in enumerate(stock.items())
    )
    return Item(
        "HT-1042",
        "Hoodie Bergen",
        "upper",
        "moss green",
        "Nordlage",
        "59.90 EUR",
        variants,
        (Picture("hoodie-green", 0), Picture("hoodie-green-back", 1)),
    )


def dress() -> Item:
    """Two locations, each counted at its own time."""
    variants = tuple(
        Variant(
            f"HT-2210-{size}",
            size,
            stock=levels(("Hall A", 5 + number, 1), ("Shop", 2, 0), every=timedelta(hours=19, minutes=7)),
        )
        for number, size in enumerate(("36", "38", "40"))
    )
    return Item(
        "HT-2210",
        "Dress Solveig",
        "full-body",
        "navy, dotted",
        None,
        "79.00 EUR",
        variants,
        (Picture("dress", 0),),
    )


def bag() -> Item:
    """One size, no brand, no price, never counted."""
    return Item(
        "HT-7001",
        "Tote bag",
        "bag",
        "natural",
        variants=(Variant("HT-7001", ""),),
        pictures=(Picture("bag", 0),),
    )


def rude() -> Item:
    """A row that tries to be more than words, with more sizes and locations than a card should show."""
    variants = tuple(
        Variant(
            f"*X*-[{number}](https://evil.example)",
            f"{28 + number}/32",
            stock=levels(*((f"Aisle {aisle} _left_", 3 * aisle, 0) for aisle in range(1, 13))),
        )
        for number in range(30)
    )
    title = (
        "**Jeans** [click](https://evil.example) <img src=x> {{DATE(2020-01-01T00:00:00Z)}} "
        + "very long " * 30
    )
    return Item("J#1", title, "lower", "`blue`\n# big", "_B_", "| 49 |", variants, (Picture("j/e ans", 0),))


def others(*similarities: float) -> tuple[Match, ...]:
    """Runners-up."""
    items = (
        Item(
            "HT-1043",
            "Hoodie Bergen",
            "upper",
            "charcoal",
            "Nordlage",
            "59.90 EUR",
            hoodie().variants,
            (Picture("hoodie-grey", 0),),
        ),
        dress(),
        Item(
            "HT-1190",
            "Sweatshirt Voss",
            "upper",
            "pine",
            "Nordlage",
            None,
            hoodie().variants[3:4],
            (Picture("sweatshirt", 0),),
        ),
        bag(),
    )
    return tuple(Match(item, similarity) for item, similarity in zip(items, similarities, strict=False))


SURE = Findings(Verdict.IN_CATALOGUE, 0.934, (Match(hoodie(), 0.912), *others(0.81, 0.64, 0.61, 0.4)))
SECOND = Findings(Verdict.IN_CATALOGUE, 0.96, (Match(dress(), 0.88), *others(0.7)))
UNSURE = Findings(Verdict.UNSURE, 0.52, (Match(hoodie(), 0.74), *others(0.72, 0.69)))
NAVY = replace(hoodie(), id="HT-1044", colour="navy", pictures=(Picture("hoodie-grey", 0),))
EITHER = (Match(hoodie(), 0.84), Match(NAVY, 0.82))
ONE_OF = Findings(Verdict.ONE_OF_THESE, 0.97, (*EITHER, *others(0.5, 0.4)), one_of=EITHER)
SEVERAL = (*EITHER, *others(0.81, 0.8, 0.79))
ONE_OF_FIVE = Findings(Verdict.ONE_OF_THESE, 0.97, SEVERAL, one_of=SEVERAL)
ABSENT = Findings(Verdict.NOT_IN_CATALOGUE, 0.06, others(0.58, 0.51, 0.47))
NO_GARMENT = Findings(Verdict.NO_GARMENT, 0.02, others(0.31, 0.28))
EMPTY = Findings(Verdict.NOT_IN_CATALOGUE, 0.0, ())
RUDE = Findings(Verdict.IN_CATALOGUE, 0.97, (Match(rude(), 0.97), Match(rude(), 0.8)))


def fed(item: Item, *origins: Origin | None) -> Item:
    """An item whose locations were counted by these feeds, by their order; the last for all further ones."""

    def of(place: int) -> Origin | None:
        return origins[min(place, len(origins) - 1)]

    variants = tuple(
        replace(
            variant,
            stock=tuple(replace(level, origin=of(place)) for place, level in enumerate(variant.stock)),
        )
        for variant in item.variants
    )
    return replace(item, variants=variants)


FRESH, LATE = Origin("WMS", timedelta(minutes=4)), Origin("WMS", timedelta(hours=5), late=True)


def golden_link(key: str, size: int) -> str:
    """An address that never changes."""
    return f"https://hangtag.example/media/{size}/{key.replace(' ', '%20')}"


def cards(link: PictureLink = golden_link, *, locale: str = "en") -> Mapping[str, Card]:
    """Each kind of card by name."""
    words = words_for(locale)
    network, refined = CutOut("tiramisu", 0.961), CutOut("tiramisu+grabcut", 0.78)
    make: dict[str, Callable[[], Card]] = {
        "match-very-likely": lambda: matches_card(SURE, network, link=link, words=words),
        "match-asked": lambda: matches_card(SURE, network, link=link, words=words, session="k3y"),
        "match-several": lambda: matches_card(
            SURE,
            network,
            link=link,
            words=words,
            session="k3y",
            choice=Choice("two", 1, ("upper", "lower", None)),
        ),
        "match-none-register": lambda: matches_card(ABSENT, network, link=link, words=words, session="k3y"),
        "intake-offer": lambda: offer_card(words("confirm-none"), "k3y", words=words),
        "view-offer": lambda: offer_view_card(
            words("confirm-thanks"), "k3y", Likeness(hoodie(), link), words=words
        ),
        "intakes": lambda: intakes_card(INTAKES, link=link, words=words),
        "intake": lambda: intake_card(INTAKES[0], link=link, words=words),
        "cut-out": lambda: fix_card("https://bot.example.com/cut-out/k3y?until=1&sig=x", words=words),
        "match-size-read": lambda: matches_card(
            SURE, network, link=link, words=words, session="k3y", size=hoodie().variants[2]
        ),
        "match-second-photo": lambda: matches_card(
            SECOND, refined, link=link, words=words, photo=PhotoNumber(2, 3)
        ),
        "match-unsure": lambda: matches_card(UNSURE, CutOut("grabcut", 0.44), link=link, words=words),
        "match-one-of": lambda: matches_card(ONE_OF, network, link=link, words=words, session="k3y"),
        "match-one-of-five": lambda: matches_card(ONE_OF_FIVE, network, link=link, words=words),
        "match-none": lambda: matches_card(ABSENT, CutOut("whole photo", 0.0), link=link, words=words),
        "match-no-garment": lambda: matches_card(
            NO_GARMENT, CutOut("whole photo", 0.0), link=link, words=words, session="k3y"
        ),
        "match-empty-catalogue": lambda: matches_card(EMPTY, network, link=link, words=words),
        "match-rude-rows": lambda: matches_card(RUDE, network, link=link, words=words),
        "tags-several": lambda: tags_card((hoodie(), dress()), link=link, words=words),
        "stock-item": lambda: stock_card(
            dress(), query="HT-2210", renewal=Renewal("29:anna"), link=link, words=words
        ),
        "stock-sku": lambda: stock_card(hoodie(), query="ht-1042-l", link=link, words=words),
        "stock-feed": lambda: stock_card(fed(hoodie(), FRESH), link=link, words=words),
        "stock-feed-late": lambda: stock_card(fed(hoodie(), LATE), link=link, words=words),
        "stock-feeds": lambda: stock_card(fed(dress(), FRESH, LATE), link=link, words=words),
        "stock-uncounted": lambda: stock_card(
            bag(), query="HT-7001", renewal=Renewal("29:anna"), link=link, words=words
        ),
        "stock-refreshed": lambda: stock_card(
            hoodie(),
            query="ht-1042-l",
            renewal=Renewal("29:anna", at=COUNTED + timedelta(minutes=90)),
            link=link,
            words=words,
        ),
        "stock-noted": lambda: noted_card(bag(), viewer="29:anna", link=link, words=words),
        "stock-gone": lambda: gone_card(
            "*X*-[1](https://evil.example)", "", at=COUNTED + timedelta(minutes=90), words=words
        ),
        "help": lambda: help_card(words, example="HT-1042-L"),
        "welcome-group": lambda: welcome_card(words, group=True),
        "fault": lambda: fault_card(
            "There is no SKU, item or barcode “HT-99999”; check it and try again.", words=words
        ),
        "hint": lambda: hint_card(words("not-understood"), words=words),
    }
    items = {"hoodie": hoodie(), "dress": dress(), "bag": bag()}
    make |= batch_cards(items, link, words)
    make |= answer_cards(items, link, words)
    make |= floor_cards(items, link, words)
    make |= figure_cards(items, link, words)
    make |= dialogue_cards(items, link, words)
    return {name: card() for name, card in make.items()}
