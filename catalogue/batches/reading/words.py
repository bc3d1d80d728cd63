"""The words of shops: categories into garment classes, HTML into text."""

from __future__ import annotations

import html
import re

from rapidfuzz import fuzz, process

from catalogue.batches.reading.spelling import simplified
from catalogue.items import GARMENT_CLASSES

TELLING = {
    # The order matters: a hooded jacket is outer, a tote bag for shoes is a bag.
    "bag": "bag bags backpack backpacks tote totes duffle duffles handbag handbags purse purses",
    "footwear": "shoe shoes boot boots sneaker sneakers sandal sandals footwear slippers heels",
    "headwear": "hat hats cap caps beanie beanies headwear",
    "outer": "jacket jackets coat coats outerwear parka parkas blazer blazers vest vests anorak",
    "full-body": "dress dresses jumpsuit jumpsuits overall overalls romper rompers gown gowns",
    "lower": "pant pants short shorts trouser trousers jean jeans skirt skirts leggings tights bottom "
    "bottoms joggers capris",
    "upper": "top tops tee tees tshirt tshirts shirt shirts blouse blouses hoodie hoodies sweater sweaters "
    "sweatshirt sweatshirts pullover pullovers tank tanks bra bras polo polos cardigan longsleeve",
}
WORDS = {garment_class: frozenset(telling.split()) for garment_class, telling in TELLING.items()}
GERMAN = {
    "bag": "Tasche Taschen Rucksack Rucksäcke Beutel Handtasche Handtaschen Sporttasche Sporttaschen",
    "footwear": "Schuh Schuhe Stiefel Stiefelette Stiefeletten Sandale Sandalen Turnschuh Turnschuhe "
    "Hausschuhe Halbschuhe Pumps Schuhwerk",
    "headwear": "Mütze Mützen Hut Hüte Kappe Kappen Kopfbedeckung Kopfbedeckungen",
    "outer": "Jacke Jacken Mantel Mäntel Weste Westen Sakko Sakkos Überjacke Oberbekleidung",
    "full-body": "Kleid Kleider Einteiler Ganzkörper Latzhose Latzhosen",
    "lower": "Hose Hosen Rock Röcke Unterteil Unterteile",
    "upper": "Oberteil Oberteile Hemd Hemden Bluse Blusen Pulli Pullis T-Shirt T-Shirts Strickjacke "
    "Strickjacken Kapuzenpullover",
}
CALLED = {simplified(word): kind for kind, words in WORDS.items() for word in words}
CALLED |= {simplified(word): kind for kind, words in GERMAN.items() for word in words.split()}
CALLED |= {simplified(kind): kind for kind in GARMENT_CLASSES}
"""What a cell of the column `class` may say, in English or German."""


def class_called(text: str) -> str | None:
    """The class that a cell names as a whole: `upper`, `Oberteil`, `Hosen`; None where it names none."""
    return CALLED.get(simplified(text))


def class_like(text: str) -> str | None:
    """The class whose name comes close, to ask about; None where none does."""
    near = process.extractOne(simplified(text), CALLED.keys(), scorer=fuzz.ratio, score_cutoff=75)
    return CALLED[near[0]] if near else None


def class_from_words(text: str) -> str | None:
    """The class that the last telling part of a category path names; None where none does.

    `Men/Tops/Jackets` is outer, `Women/Tops/Tees` is upper, `Gear/Bags` is bag.
    """
    for part in reversed(re.split(r"[/>,|]", text)):
        words = set(re.findall(r"[a-z]+", part.lower().replace("t-shirt", "tshirt")))
        for garment_class, telling in WORDS.items():
            if words & telling:
                return garment_class
    return None


def plain_text(markup: str) -> str:
    """Text out of HTML, a line for each paragraph."""
    lines = re.sub(r"(?i)<br\s*/?>|</p>|</li>|</div>|</h\d>", "\n", markup)
    bare = html.unescape(re.sub(r"<[^>]*>", "", lines))
    return "\n".join(line for line in (" ".join(line.split()) for line in bare.splitlines()) if line)
