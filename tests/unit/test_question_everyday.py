"""Everyday spellings, places, garments and verbs, above all in French, Spanish and Italian."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.commands.ask import Line
from bot.questions.answering.answering import Answering
from bot.questions.lexicon import LANGUAGES, _file, lexicon
from bot.questions.query import Bounds, Choice, Order, Query, Talk
from bot.questions.understanding import Understanding
from bot.questions.vocabulary import Names
from bot.state.memory import Context
from catalogue.database import Database
from catalogue.items import Item, StockLevel, Variant
from catalogue.words import words_in
from tests.kit.stores import open_database
from tests.questions.conversations.__main__ import demo_chat

HOODIE = Context(("CMP-HD-GREY",))
NOW = datetime(2026, 3, 2, 8, 15, tzinfo=UTC)
FOREIGN = {
    "RAIN": ("Regenjacke Sylt", "outer", "M"),
    "WELLY": ("Gummistiefel Deich", "footwear", "38"),
    "GLOVE": ("Handschuhe Frost", "", "M"),
    "RUN": ("Running shoe Pulse", "footwear", "41.5"),
    "BELT": ("Bauchtasche Mini", "bag", "one size"),
    "SWIM": ("Badehose Ostsee", "lower", "M"),
}
"""Titles in German and English: id to title, class and size."""


@pytest.fixture
def shop(tmp_path: Path) -> Iterator[Database]:
    def item(name: str, title: str, garment: str, size: str) -> Item:
        sites = ("Lager Nord A-01-02", "Filiale Kiel", "Filiale Lübeck")
        levels = tuple(StockLevel(site, 4, 0, NOW) for site in sites)
        variants = (
            Variant(f"{name}-{size}", size, None, levels),
            Variant(f"{name}-XL", "XL", None, levels),
        )
        return Item(name, title, garment or None, "schwarz", None, variants=variants)

    with open_database(tmp_path, *(item(name, *told) for name, told in FOREIGN.items())) as database:
        yield database


@pytest.fixture
def elsewhere(shop: Database) -> Understanding:
    return Understanding(Names(shop))


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("it", "nn riservare 2 M per Anna"),
        ("fr", "réserve pa 2 M pour Anna"),
        ("es", "xfa no reserves 2 M pa Anna"),
    ],
)
def test_a_negation_in_short_is_one(understanding: Understanding, language: str, text: str) -> None:
    assert understanding(text, HOODIE, language=language).asked == (Talk("negated_order"),)


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_spelled_in_short_means_what_it_is_short_for(language: str) -> None:
    """Also the words that stand in phrases: none of them says nothing where the whole word says something."""
    known, tables = lexicon(language), _file(language)
    for whole, ways in tables.get("spelled", {}).items():
        for brief in ways:
            assert known.spelled_out("".join(words_in(brief)) or brief), brief
            assert brief not in tables["filler"] or whole in tables["filler"], brief
        assert not known.spelled_out(whole), whole


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "ya cb de M"),
        ("es", "cuantas M ai"),
        ("es", "kuantas hay en M"),
        ("it", "qnte ce ne sono in M"),
        ("it", "cmq quante M ci sn"),
    ],
)
def test_short_messages_are_read_as_whole_ones(
    understanding: Understanding, language: str, text: str
) -> None:
    [query] = understanding(text, HOODIE, language=language).asked
    assert isinstance(query, Query)
    assert (query.items, query.sizes) == (HOODIE.items, Choice(("M",)))


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "t'aurais pas le blazer Stanton en M ?"),
        ("es", "no tendrás el blazer Stanton en la M?"),
        ("it", "non avresti il blazer Stanton in M?"),
    ],
)
def test_a_polite_negation_asks(understanding: Understanding, language: str, text: str) -> None:
    [query] = understanding(text, Context(), language=language).asked
    assert query == Query(items=("STN-JK-NAVY",), sizes=Choice(("M",)))


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "move 2 M from warehouse B to Berlin"),
        ("fr", "déplace 2 M du dépôt B à Berlin"),
        ("es", "pásame 2 M del almacén B a Berlín"),
        ("it", "spostami 2 M dal magazzino B a Berlino"),
    ],
)
def test_a_hall_may_be_called_a_warehouse(understanding: Understanding, language: str, text: str) -> None:
    [order] = understanding(text, HOODIE, language=language).asked
    assert isinstance(order, Order)
    assert (order.place, order.to_place) == ("Hall B", "Shop Berlin")


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "how many M in warehouse A"),
        ("fr", "combien de M dans le dépôt A"),
        ("es", "cuántas M en el almacén A"),
        ("it", "quante M nel magazzino A"),
        ("it", "sposta 2 M dal magazzino A a Kiel"),
    ],
)
def test_a_place_that_is_not_there_is_never_passed_over(
    elsewhere: Understanding, language: str, text: str
) -> None:
    assert not elsewhere(text, Context(("RAIN",)), language=language).understood


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("es", "pasa 2 M de la tienda de Kiel a la tienda de Lübeck"),
        ("fr", "transfère 2 M du magasin de Kiel au magasin de Lübeck"),
        ("it", "manda 2 M dal negozio di Kiel al negozio di Lubecca"),
    ],
)
def test_the_shop_of_a_town_is_one_place(elsewhere: Understanding, language: str, text: str) -> None:
    [order] = elsewhere(text, Context(("RAIN",)), language=language).asked
    assert isinstance(order, Order)
    assert (order.place, order.to_place) == ("Filiale Kiel", "Filiale Lübeck")


def test_outside_a_place_is_not_in_it(understanding: Understanding) -> None:
    for language, text in (
        ("it", "quante M fuori dal negozio"),
        ("es", "cuántas M fuera de la tienda"),
        ("fr", "combien de M en dehors du magasin"),
    ):
        [query] = understanding(text, HOODIE, language=language).asked
        assert isinstance(query, Query)
        assert query.places == Choice(excluded=("Shop Berlin",)), text


GARMENTS = {
    "fr": (
        "imperméables",
        "bottes de pluie",
        "gants",
        "chaussures de course",
        "sac banane",
        "maillots de bain",
    ),
    "es": ("chubasqueros", "katiuskas", "guantes", "zapatillas de correr", "riñonera", "bañadores"),
    "it": ("giacche da pioggia", "stivali di gomma", "guanti", "scarpe da corsa", "marsupio", "costumi"),
}


@pytest.mark.parametrize("language", GARMENTS)
def test_a_garment_is_found_by_its_word_in_another_language(
    elsewhere: Understanding, shop: Database, language: str
) -> None:
    many = {"fr": "combien de {}", "es": "cuántos {} hay", "it": "quanti {} ci sono"}[language]
    for word, item in zip(GARMENTS[language], FOREIGN, strict=True):
        [query] = elsewhere(many.format(word), Context(), language=language).asked
        assert isinstance(query, Query)
        assert Answering(shop, Names(shop))(query).items == (item,), word


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "what costs more, the wool coat or the blazer"),
        ("fr", "qu'est-ce qui coûte plus cher, le manteau en laine ou le blazer"),
        ("es", "qué cuesta más, el abrigo de lana o el blazer"),
        ("it", "cosa costa di più, il cappotto di lana o il blazer"),
        ("en", "the price difference between the wool coat and the blazer"),
        ("fr", "quelle différence de prix entre le manteau et le blazer"),
        ("it", "che differenza di prezzo c'è tra il cappotto e il blazer"),
    ],
)
def test_prices_of_two_that_are_described_are_compared(
    understanding: Understanding, language: str, text: str
) -> None:
    [query] = understanding(text, Context(), language=language).asked
    assert isinstance(query, Query)
    assert (query.measure, query.items) == ("price", ("WMR-JK-CAMEL", "STN-JK-NAVY"))
    assert query.comparison or query.ranking == "dearest"


@pytest.mark.parametrize(
    ("language", "first", "then"),
    [
        ("en", "where is most of the forest polo in L", "and the least?"),
        ("fr", "où y en a le plus, du polo vert sapin en L", "et le moins ?"),
        ("es", "dónde hay más del polo verde botella en L", "y menos?"),
        ("it", "dove ce n'è di più della polo verde bottiglia in L", "e di meno?"),
    ],
)
def test_what_was_ranked_is_ranked_the_other_way(
    understanding: Understanding, language: str, first: str, then: str
) -> None:
    [most] = understanding(first, Context(), language=language).asked
    assert isinstance(most, Query)
    assert (most.group, most.ranking) == ("place", "most")
    [least] = understanding(then, Context(most.items, query=most), language=language).asked
    assert isinstance(least, Query)
    assert (least.items, least.sizes) == (most.items, most.sizes)
    assert (least.group, least.ranking) == ("place", "least")


@pytest.mark.parametrize(
    ("language", "first", "then"),
    [
        ("en", "everything in navy", "except jackets"),
        ("fr", "tout ce qui est marine", "sauf les vestes"),
        ("es", "dime todo lo que sea azul marino", "menos las chaquetas"),
    ],
)
def test_what_is_excluded_afterwards_is_left_out_of_what_was_listed(
    language: str, first: str, then: str
) -> None:
    with demo_chat() as (chat, _):
        chat.say(Line(first, "one", locale=language))
        left = chat.say(Line(then, "one", locale=language))
    listed = left["query"].get("items") or left["query"]["colours"]["values"]
    assert listed == ["navy"] or all(item.endswith("NAVY") and "-JK-" not in item for item in listed)


@pytest.mark.parametrize(
    ("language", "first", "then"),
    [
        ("fr", "vestes de plus de 100 euros", "et moins de 80 ?"),
        ("es", "chaquetas de más de 100 euros", "y menos de 80?"),
    ],
)
def test_a_bound_after_one_of_prices_is_a_price(language: str, first: str, then: str) -> None:
    with demo_chat() as (chat, _):
        chat.say(Line(first, "one", locale=language))
        assert chat.say(Line(then, "one", locale=language))["query"]["prices"] == {"most": 79.99}


@pytest.mark.parametrize(
    ("language", "text", "found"),
    [
        ("fr", "la jupe la - chère", {"ranking": "cheapest"}),
        ("fr", "les jupes à - de 62 balles", {"prices": Bounds(most=61.99)}),
        ("es", "cargo corto arena o oliva d cual hay + en la 34", {"comparison": "more"}),
        ("es", "stock + precio de la CMP-HD-GREY", {}),
    ],
)
def test_a_plus_or_minus_that_stands_alone_is_a_word_where_it_makes_a_phrase(
    understanding: Understanding, language: str, text: str, found: dict[str, object]
) -> None:
    asked = understanding(text, Context(), language=language).asked
    assert asked
    query = asked[0]
    assert isinstance(query, Query)
    assert {name: getattr(query, name) for name in found} == found
    assert found or query.comparison is None


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "laquelle des deux vestes Snowline est la mieux fournie"),
        ("es", "cuál de las dos chaquetas Snowline tiene más stock"),
    ],
)
def test_which_of_the_two_is_one(understanding: Understanding, language: str, text: str) -> None:
    (query,) = understanding(text, Context(), language=language).asked
    assert isinstance(query, Query)
    assert (query.comparison, query.limit) == ("more", None)


@pytest.mark.parametrize(
    ("language", "text", "word"),
    [
        ("en", "men's shirts", "men's"),
        ("fr", "pantalon homme", "homme"),
        ("es", "vestidos de mujer", "de mujer"),
        ("fr", "un foulard en cachemire", "en cachemire"),
    ],
)
def test_what_no_title_says_of_a_garment_is_named(
    understanding: Understanding, language: str, text: str, word: str
) -> None:
    read = understanding(text, Context(), language=language)
    assert not read.asked
    assert word in read.unknown


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "shoes for kids"),
        ("fr", "chaussures pour enfant"),
        ("es", "zapatos de niño"),
        ("fr", "baskets enfants"),
    ],
)
def test_for_whom_a_garment_is_narrows_it(tmp_path: Path, language: str, text: str) -> None:
    def item(name: str, title: str) -> Item:
        variants = (Variant(f"{name}-30", "30", None, (StockLevel("Lyon", 4, 0, NOW),)),)
        return Item(name, title, "footwear", "white", None, variants=variants)

    items = (
        item("KIDS", "Kids' sneakers Zoom"),
        item("SNEAK", "Sneakers Rue"),
        item("ROBE", "Sandales enfant Lilou"),
    )
    with open_database(tmp_path, *items) as database:
        read = Understanding(Names(database))(text, Context(), language=language)
    (query,) = read.asked
    assert isinstance(query, Query)
    assert "SNEAK" not in query.items
    assert "KIDS" in query.items
