"""What is asked is answered as it was asked or not at all: no word of it is lost, none is widened."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.commands.ask import Chat, Line
from bot.questions.query import Choice, Order, Query
from bot.questions.understanding import Understanding
from bot.state.memory import Context
from tests.questions.conversations.__main__ import chat_about, demo_chat, items_of
from tests.questions.projection import NOW

OTHER_SHOP = Path(__file__).parents[1] / "questions" / "conversations" / "other_shop.csv"
CHINOS = Context(("CHN-TR-NAVY",), query=Query(items=("CHN-TR-NAVY",), sizes=Choice(("34",))))


@pytest.fixture(scope="module")
def demo() -> Iterator[Chat]:
    with demo_chat() as (chat, _):
        yield chat


@pytest.fixture(scope="module")
def outdoor() -> Iterator[Chat]:
    """A chat about a shop with German and English names, three branches and two warehouses with shelves."""
    with chat_about(items_of(OTHER_SHOP)) as chat:
        yield chat


def asked(understanding: Understanding, text: str, context: Context, language: str = "en") -> Query | Order:
    [one] = understanding(text, context, language=language, now=NOW).asked
    assert isinstance(one, Query | Order)
    return one


def say(chat: Chat, *texts: str, locale: str = "en") -> dict[str, object]:
    """The report of the last of these messages, in one conversation."""
    name = " / ".join(texts)
    reports = [chat.say(Line(text, name, None, locale, "supervisor")) for text in texts]
    return reports[-1]


@pytest.mark.parametrize(
    ("text", "locale", "item"),
    [
        ("gelbe Regenjacke Sylt in XL", "de", "RJ2204-GEL"),
        ("yellow Sylt in XL", "en", "RJ2204-GEL"),
        ("navy Föhr in L", "en", "WP6-MAR"),
    ],
)
def test_a_colour_is_found_in_whatever_language_the_catalogue_has_it(
    outdoor: Chat, text: str, locale: str, item: str
) -> None:
    assert say(outdoor, text, locale=locale)["items"] == [item]


@pytest.mark.parametrize(
    ("place", "site"),
    [("Lager Nord", "Lager Nord"), ("Lager Nord B", "Lager Nord B"), ("the shop in Kiel", "Filiale Kiel")],
)
def test_a_site_holds_its_aisles_and_shelves(outdoor: Chat, place: str, site: str) -> None:
    query = say(outdoor, f"how many Bolt jeans blue in {place}")["query"]
    assert query["places"] == {"values": [site]}  # type: ignore[index]


def test_which_shop_has_most_ranks_the_shops_alone(outdoor: Chat) -> None:
    assert say(outdoor, "which shop has the most white basic tees")["winners"] == ["Filiale Kiel"]


@pytest.mark.parametrize("text", ["what is at A 12-15", "what is at hall a 12-15"])
def test_a_shelf_is_known_by_what_tells_it(understanding: Understanding, text: str) -> None:
    query = asked(understanding, text, Context())
    assert isinstance(query, Query)
    assert query.places == Choice(("Hall A 12-15",))


@pytest.mark.parametrize(
    ("text", "locale"),
    [("how many leggings", "en"), ("wie viele Parkas", "de"), ("combien de bombers roses", "fr")],
)
def test_a_narrower_word_is_never_taken_for_its_kind(demo: Chat, text: str, locale: str) -> None:
    report = say(demo, text, locale=locale)
    assert report["refused"] == "answer-none-of-it"
    assert report["figures"] == []


@pytest.mark.parametrize(
    ("text", "locale", "kind"),
    [
        ("Bommelmütze Frost senf", "de", "FRO-HT-MUSTARD"),
        ("zaino", "it", "CMT-BG-GREY"),
        ("maillot de bain", "fr", "LGN-SO-CORAL"),
    ],
)
def test_a_narrower_word_finds_its_garments_by_the_words_of_titles(
    demo: Chat, text: str, locale: str, kind: str
) -> None:
    assert kind in say(demo, text, locale=locale)["items"]  # type: ignore[operator]


def test_another_letter_makes_another_garment(outdoor: Chat) -> None:
    """Italian `calzini` are socks, not the trousers that they nearly spell."""
    query = say(outdoor, "abbiamo i calzini neri 43/46?", locale="it")["query"]
    assert query is None or "trousers" not in str(query)


@pytest.mark.parametrize(
    ("text", "number", "size"),
    [("stock mrl ts navy", "MRL-TS-NAVY", ()), ("how many sol ts rust l", "SOL-TS-RUST", ("SOL-TS-RUST-L",))],
)
def test_a_number_may_be_typed_with_blanks(
    understanding: Understanding, text: str, number: str, size: tuple[str, ...]
) -> None:
    query = asked(understanding, text, Context())
    assert (query.items, query.skus) == ((number,), size)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("reserve 2 for Anna until 10 dec", "en"),
        ("reserve 2 for Anna until 10/12", "en"),
        ("reserviere 2 für Anna bis 10. Dezember", "de"),
        ("réserve 2 pour Anna jusqu’au 10 décembre", "fr"),
        ("reserva 2 para Anna hasta el 10 de diciembre", "es"),
        ("riserva 2 per Anna fino al 10 dicembre", "it"),
        ("zarezerwuj 2 dla Anny do 10 grudnia", "pl"),
    ],
)
def test_a_day_needs_no_year(understanding: Understanding, text: str, language: str) -> None:
    order = asked(understanding, text, CHINOS, language)
    assert isinstance(order, Order)
    assert order.until == f"{NOW.year}-12-10"


@pytest.mark.parametrize(
    ("text", "language", "size"),
    [
        ("and one size bigger", "en", "36"),
        ("next size up", "en", "36"),
        ("a size down", "en", "32"),
        ("eine Nummer größer", "de", "36"),
        ("une taille au-dessus", "fr", "36"),
        ("una talla menos", "es", "32"),
        ("una taglia in più", "it", "36"),
        ("rozmiar większe", "pl", "36"),
    ],
)
def test_the_next_size_is_that_of_the_item(
    understanding: Understanding, text: str, language: str, size: str
) -> None:
    query = asked(understanding, text, CHINOS, language)
    assert isinstance(query, Query)
    assert query.sizes == Choice((size,))


def test_there_is_no_size_above_the_largest(understanding: Understanding) -> None:
    largest = replace(CHINOS, query=Query(items=CHINOS.items, sizes=Choice(("38",))))
    assert understanding("one size bigger", largest, language="en", now=NOW).asked == ()


def test_a_size_and_a_place_stay_until_they_are_replaced(understanding: Understanding) -> None:
    last = Query(items=CHINOS.items, sizes=Choice(("34",)), places=Choice(("Hall B",)))
    context = Context(CHINOS.items, query=last)
    in_36 = asked(understanding, "and in 36?", context)
    in_all = asked(understanding, "36 in all places", context)
    assert isinstance(in_36, Query)
    assert isinstance(in_all, Query)
    assert (in_36.sizes, in_36.places) == (Choice(("36",)), last.places)
    assert (in_all.sizes, in_all.places) == (Choice(("36",)), Choice())


def test_an_order_is_of_the_size_and_the_place_that_were_asked_about(understanding: Understanding) -> None:
    last = Query(items=CHINOS.items, sizes=Choice(("34",)), places=Choice(("Hall B",)))
    order = asked(understanding, "move 2 to Berlin", Context(CHINOS.items, query=last))
    assert isinstance(order, Order)
    assert (order.sizes, order.place, order.to_place) == (("34",), "Hall B", "Shop Berlin")


@pytest.mark.parametrize("text", ["basic tee white L", "is the palma shirt ecru in hall b", "OXF-SH-SKY-M"])
def test_a_question_in_between_changes_no_order_that_waits(understanding: Understanding, text: str) -> None:
    waiting = Order("reserve", items=("SDL-BG-BROWN",), quantity=1, person="Lucy")
    read = understanding(text, Context(("SDL-BG-BROWN",), waiting=waiting), language="en", now=NOW)
    assert read.asked
    assert not any(isinstance(each, Order) for each in read.asked)


def test_a_number_that_is_a_size_replaces_the_size_of_an_order(understanding: Understanding) -> None:
    waiting = Order("reserve", items=("WLK-FW-CAMEL",), sizes=("42",), quantity=2, person="Brandt")
    order = asked(understanding, "doch lieber 44", Context(("WLK-FW-CAMEL",), waiting=waiting), language="de")
    assert isinstance(order, Order)
    assert (order.sizes, order.quantity) == (("44",), 2)


@pytest.mark.parametrize(
    ("text", "origin", "goal"),
    [
        ("transfer 5 MRL-TS-NAVY-M hall a to hall b", "Hall A", "Hall B"),
        ("move 5 MRL-TS-NAVY-M to hall b from hall a", "Hall A", "Hall B"),
    ],
)
def test_a_move_goes_the_way_it_was_said(
    understanding: Understanding, text: str, origin: str, goal: str
) -> None:
    order = asked(understanding, text, Context())
    assert isinstance(order, Order)
    assert (order.place, order.to_place) == (origin, goal)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("how many pairs of shoes are in the whole warehouse n shop", "en"),
        ("how many can I sell for what price in M", "en"),
    ],
)
def test_a_message_of_which_a_place_or_a_figure_would_be_lost_is_not_answered(
    understanding: Understanding, text: str, language: str
) -> None:
    assert understanding(text, Context(("MRL-TS-NAVY",)), language=language, now=NOW).asked == ()


@pytest.mark.parametrize(
    ("text", "language"), [("y en tienda?", "es"), ("a ze sklepu?", "pl"), ("und im laden?", "de")]
)
def test_a_phrase_that_says_little_leaves_the_place_in_it(
    understanding: Understanding, text: str, language: str
) -> None:
    query = asked(understanding, text, CHINOS, language)
    assert isinstance(query, Query)
    assert query.places == Choice(("Shop Berlin",))


def test_who_reserved_in_another_system_is_not_known_here(demo: Chat) -> None:
    report = say(demo, "walker boots in 40", "who reserved them")
    assert report["refused"] == "answer-reserved-elsewhere"
    assert [figure["measure"] for figure in report["figures"]] == ["reserved"]  # type: ignore[attr-defined]


def test_a_negated_order_beside_a_question_leaves_the_question_as_it_is(demo: Chat) -> None:
    report = say(demo, "dont reserve anything yet, just tell me how many navy chinos in 34")
    assert "state" not in report["query"]  # type: ignore[operator]
    assert report["order"] is None


def test_one_size_of_an_item_is_answered_with_its_sku(demo: Chat) -> None:
    assert "CHN-TR-NAVY-34" in str(say(demo, "how many navy chinos in 34")["said"])


def test_a_half_size_is_one_size(outdoor: Chat) -> None:
    query = say(outdoor, "Pulse white 41 and a half")["query"]
    assert query["sizes"] == {"values": ["41.5"]}  # type: ignore[index]


def test_other_garments_are_compared_with_the_one_that_was_shown(demo: Chat) -> None:
    report = say(demo, "price of the palma shirt ecru", "cheaper than the checked shirt?")
    assert report["winners"] == ["PLM-SH-ECRU"]


def test_the_catalogue_of_an_exam_is_imported_with_its_stock() -> None:
    items = items_of(OTHER_SHOP)
    levels = [level for item in items for variant in item.variants for level in variant.stock]
    assert len(levels) == sum(1 for row in OTHER_SHOP.read_text("utf-8-sig").splitlines()[1:] if row)
    assert min(level.as_of for level in levels) <= datetime.now(UTC)


@pytest.mark.parametrize(
    ("text", "sku"),
    [
        ("reserve 1 navy chinos in 34 for Anna", "CHN-TR-NAVY-34"),
        ("reserve 1 navy chinos for Anna", None),
    ],
)
def test_a_waiting_order_says_its_sku_as_soon_as_it_is_known(demo: Chat, text: str, sku: str | None) -> None:
    report = say(demo, text)
    assert not report["order"]["proposed"]  # type: ignore[index]
    assert report["order"]["sku"] == sku  # type: ignore[index]


@pytest.mark.parametrize(
    ("first", "then", "language", "ranking"),
    [
        ("which skirt is the most expensive", "and the cheapest?", "en", "cheapest"),
        ("welcher Rock ist am teuersten", "und am günstigsten?", "de", "cheapest"),
        ("quelle jupe est la plus chère", "et la moins chère ?", "fr", "cheapest"),
        ("qué falda es la más cara", "y la más barata?", "es", "cheapest"),
        ("qual è la gonna più cara", "e la meno cara?", "it", "cheapest"),
        ("która spódnica jest najdroższa", "a najtańsza?", "pl", "cheapest"),
    ],
)
def test_a_superlative_after_another_ranks_the_same_again(
    demo: Chat, first: str, then: str, language: str, ranking: str
) -> None:
    query = say(demo, first, then, locale=language)["query"]
    assert query["kinds"] == {"values": ["skirt"]}  # type: ignore[index]
    assert query["ranking"] == ranking  # type: ignore[index]
    assert "items" not in query  # type: ignore[operator]


def test_a_superlative_of_those_that_were_shown_ranks_these_alone(demo: Chat) -> None:
    report = say(demo, "which two skirts are the most expensive", "which of them is the cheapest?")
    assert set(report["winners"]) < {"KLT-SK-BURGUNDY", "KLT-SK-FOREST", "PCL-SK-CHARCOAL"}  # type: ignore[call-overload]
    assert "kinds" not in report["query"]  # type: ignore[operator]
    size = say(demo, "which skirt is the cheapest", "which size do we have the most of?")["query"]
    assert size["items"] == ["PCL-SK-CHARCOAL"]  # type: ignore[index]
    assert size["group"] == "size"  # type: ignore[index]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("which trousers do we have except chinos", "en"),
        ("alle Hosen außer Chinos", "de"),
        ("tous les pantalons sauf les chinos", "fr"),
        ("todos los pantalones menos los chinos", "es"),
        ("tutti i pantaloni tranne i chinos", "it"),
        ("wszystkie spodnie oprócz chinosów", "pl"),
    ],
)
def test_a_narrower_word_that_is_excluded_leaves_the_rest_of_the_kind(
    demo: Chat, text: str, language: str
) -> None:
    items = say(demo, text, locale=language)["items"]
    assert any("DLT-TR" in item for item in items)  # type: ignore[attr-defined]
    assert not any("CHN-TR" in item for item in items)  # type: ignore[attr-defined]


@pytest.mark.parametrize("text", ["all shoes except pumps", "everything except pumps"])
def test_a_whole_kind_is_not_left_out_for_a_narrower_word_of_it(demo: Chat, text: str) -> None:
    """What is excluded are those whose title says so, of which there are none."""
    query = say(demo, text)["query"]
    assert query["title_without"] == ["pumps"]  # type: ignore[index]
    assert "excluded" not in query.get("kinds", {})  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("which size of the pencil skirt has the most stock", "en"),
        ("welche Größe vom Bleistiftrock hat am meisten bestand", "de"),
        ("quelle taille de la jupe crayon a le plus de stock", "fr"),
        ("qué talla de la falda lápiz tiene más stock", "es"),
        ("quale taglia della gonna a matita ha più scorte", "it"),
        ("którego rozmiaru spódnicy ołówkowej jest najwięcej", "pl"),
    ],
)
def test_which_size_has_most_is_answered_by_size(demo: Chat, text: str, language: str) -> None:
    report = say(demo, text, locale=language)
    assert report["query"]["group"] == "size"  # type: ignore[index]
    assert report["winners"] == ["XXL"]


@pytest.mark.parametrize(
    ("text", "language", "item"),
    [
        ("shirt dress", "en", "RVR-DR-SKY"),
        ("shirt dresses in XS", "en", "RVR-DR-SKY"),
        ("Hemdblusenkleid in XS", "de", "RVR-DR-SKY"),
        ("robes chemise bleu ciel en XS", "fr", "RVR-DR-SKY"),
        ("vestido camisero", "es", "RVR-DR-SKY"),
        ("abito chemisier in XS", "it", "RVR-DR-SKY"),
        ("szmizjerka w XS", "pl", "RVR-DR-SKY"),
        ("combien de jupes crayon", "fr", "PCL-SK-CHARCOAL"),
    ],
)
def test_two_kinds_that_name_one_garment_are_this_and_not_both(
    demo: Chat, text: str, language: str, item: str
) -> None:
    items = say(demo, text, locale=language)["items"]
    assert item in items  # type: ignore[operator]
    assert {each.split("-")[1] for each in items} == {item.split("-")[1]}  # type: ignore[attr-defined]
    assert "OXF-SH-SKY" not in items  # type: ignore[operator]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("enough navy chinos in 32 for 40?", "en"),
        ("enough navy chinos for 40 in 32?", "en"),
        ("reichen die navy Chinos in 32 für 40?", "de"),
        ("assez de chinos marine en 32 pour 40 ?", "fr"),
        ("hay suficientes chinos azul marino en 32 para 40?", "es"),
        ("bastano i chino blu navy in 32 per 40?", "it"),
        ("czy wystarczy granatowych chinosów w 32 dla 40?", "pl"),
    ],
)
def test_a_size_stands_after_in_and_what_is_needed_after_for(demo: Chat, text: str, language: str) -> None:
    query = say(demo, text, locale=language)["query"]
    assert query["sizes"] == {"values": ["32"]}  # type: ignore[index]
    assert query["needed"] == 40  # type: ignore[index]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("who reserved them?", "en"),
        ("wer hat die reserviert?", "de"),
        ("qui les a réservés ?", "fr"),
        ("quién los tiene reservados", "es"),
        ("chi li ha prenotati?", "it"),
        ("kto je ma zarezerwowane?", "pl"),
    ],
)
def test_who_reserved_them_is_of_what_was_shown_or_asks_of_which(
    demo: Chat, text: str, language: str
) -> None:
    assert say(demo, text, locale=language)["refused"] == "answer-which-item"
    query = say(demo, "CHN-TR-NAVY", text, locale=language)["query"]
    assert (query["measure"], query["items"]) == ("reservations", ["CHN-TR-NAVY"])  # type: ignore[index]
    for everything in ("who reserved something", "wer hat etwas reserviert"):
        assert say(demo, everything)["query"] == {"measure": "reservations"}


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("wo liegen die Turnschuhe weiß in 42, Laden mal außen vor?", "de"),
        ("Pace trainers bianche 42 dove sono, negozio escluso?", "it"),
    ],
)
def test_a_place_may_be_left_out_by_words_after_it(demo: Chat, text: str, language: str) -> None:
    assert say(demo, text, locale=language)["query"]["places"] == {"excluded": ["Shop Berlin"]}  # type: ignore[index]


def test_what_follows_a_word_that_excludes_is_never_what_stands_before_it(demo: Chat) -> None:
    assert say(demo, "Giacenza di tutti i pantaloni, esclusi quelli corti", locale="it")["query"] is None


@pytest.mark.parametrize(
    ("text", "language", "ranking"),
    [
        ("Sortier die Taschen nach Bestand, kleinster zuerst", "de", "least"),
        ("Reih mir bitte alle Jacken nach Preis, teuerste zuerst", "de", "dearest"),
        ("sortiere die Pullover nach Preis", "de", "cheapest"),
        ("ordina le borse per giacenza, dalla meno fornita", "it", "least"),
        ("gonne in ordine di giacenza", "it", "most"),
        ("ordina le giacche per prezzo", "it", "cheapest"),
    ],
)
def test_all_are_ranked_in_the_order_that_is_said(demo: Chat, text: str, language: str, ranking: str) -> None:
    query = say(demo, text, locale=language)["query"]
    assert query["ranking"] == ranking  # type: ignore[index]
    assert query["limit"] > 10  # type: ignore[index]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Haben Sie Damenschuhe in 38?", "de"),
        ("Wie viele Kinder T-Shirts haben wir", "de"),
        ("sind die Campus Hoodies für Kinder?", "de"),
        ("scarpe da donna in 38?", "it"),
        ("quante camicie da uomo abbiamo?", "it"),
        ("Wie viele Pumps haben wir?", "de"),
    ],
)
def test_whom_or_what_it_is_for_is_never_passed_over(demo: Chat, text: str, language: str) -> None:
    assert not say(demo, text, locale=language)["items"]


def test_children_may_be_counted(demo: Chat) -> None:
    query = say(demo, "reicht der Hoodie Campus grau in M für 20 Kinder?", locale="de")["query"]
    assert query["needed"] == 20  # type: ignore[index]


@pytest.mark.parametrize("text", ["pfiat di, schönen Feierabend", "das war's, ich mach Feierabend, tschüss"])
def test_goodbyes_are_talk(demo: Chat, text: str) -> None:
    assert say(demo, text, locale="de")["talk"] == "thanks"


def test_of_a_list_a_colour_picks_one_and_an_order_without_a_name_picks_none(demo: Chat) -> None:
    red = say(demo, "what jackets do we have", "how many of the red one in M")
    assert red["query"]["items"] == ["SNW-JK-RED"]  # type: ignore[index]
    order = say(demo, "what jackets do we have", "reserve two for Anna until Friday")
    assert order["order"]["items"] == []  # type: ignore[index]
    assert "item" in order["asks_back"]["missing"]  # type: ignore[index]
    picked = say(demo, "what jackets do we have", "reserve two for Anna until Friday", "the red one in M")
    assert picked["order"]["sku"] == "SNW-JK-RED-M"  # type: ignore[index]
    lacking = say(demo, "what jackets do we have", "reserve two for Anna until Friday", "the pink one in M")
    assert lacking.get("order") is None


@pytest.mark.parametrize(
    ("text", "locale"),
    [
        ("take 20 % off the shop", "en"),
        ("put 10% aside for Anna till Friday", "en"),
        ("hazles un descuento del 20%", "es"),
        ("leg 10% zurück für Anna", "de"),
        ("mets 10 % de côté pour Anna", "fr"),
    ],
)
def test_a_share_in_percent_is_no_amount_of_an_order(demo: Chat, text: str, locale: str) -> None:
    assert say(demo, "LGN-SO-CORAL", text, locale=locale).get("order") is None
    share = say(demo, "LGN-SO-CORAL", "what % of it is in hall b")["query"]
    assert share["comparison"] == "share"  # type: ignore[index]


@pytest.mark.parametrize("text", ["not in hall a, in hall b", "not hall a, hall b i meant", "not in M, in L"])
def test_after_an_exclusion_another_name_may_be_meant_instead(demo: Chat, text: str) -> None:
    report = say(demo, "FLR-DR-NAVY", "how many in hall a", text)
    query = report.get("query")
    assert query is None or "excluded" not in str(query)
