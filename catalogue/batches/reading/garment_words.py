"""The vocabulary of shops: categories to garment classes, HTML to text."""

from __future__ import annotations

import html
import re

from rapidfuzz import fuzz, process

from catalogue.batches.reading.normalization import simplified
from catalogue.items import GARMENT_CLASSES

ENGLISH = {
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
WORDS = {garment_class: frozenset(class_words.split()) for garment_class, class_words in ENGLISH.items()}
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
OTHERS = {
    "bag": "sac sacs bolso bolsos mochila mochilas borsa borse zaino zaini torba torby torebka "
    "torebki plecak plecaki",
    "footwear": "chaussure chaussures botte bottes bottine bottines baskets zapato zapatos zapatilla "
    "zapatillas bota botas sandalia sandalias scarpa scarpe stivale stivali sandali buty "
    "kozaki botki sandały",
    "headwear": "bonnet bonnets casquette casquettes chapeau chapeaux gorra gorras gorro gorros "
    "sombrero sombreros cappello cappelli berretto berretti czapka czapki kapelusz "
    "kapelusze",
    "outer": "veste vestes manteau manteaux blouson blousons chaqueta chaquetas abrigo abrigos "
    "chaleco chalecos giacca giacche cappotto cappotti kurtka kurtki płaszcz płaszcze "
    "kamizelka kamizelki",
    "full-body": "robe robes combinaison combinaisons vestido vestidos vestito vestiti abito abiti "
    "sukienka sukienki kombinezon kombinezony",
    "lower": "pantalon pantalons jupe jupes pantalón pantalones falda faldas vaqueros pantalone "
    "pantaloni gonna gonne spodnie spódnica spódnice szorty dżinsy",
    "upper": "chemise chemises chemisier chemisiers pull pulls camisa camisas camiseta camisetas "
    "blusa blusas sudadera sudaderas camicia camicie maglia maglie maglione maglioni felpa "
    "felpe koszula koszule koszulka koszulki bluza bluzy bluzka bluzki sweter swetry",
}
"""French, Spanish, Italian and Polish."""
CLASS_OF_WORD = {simplified(word): kind for kind, words in WORDS.items() for word in words}
CLASS_OF_WORD |= {simplified(word): kind for kind, words in GERMAN.items() for word in words.split()}
CLASS_OF_WORD |= {simplified(word): kind for kind, words in OTHERS.items() for word in words.split()}
CLASS_OF_WORD |= {simplified(kind): kind for kind in GARMENT_CLASSES}
"""The garment class of a word in the six languages, for cells of the column `class`."""


def class_named(text: str) -> str | None:
    """Return the class that a whole cell names (`upper`, `Oberteil`, `Hosen`), if any."""
    return CLASS_OF_WORD.get(simplified(text))


def class_within(text: str) -> str | None:
    """Return the class that a category names (`Women > Tops > Tees`, `Running Shoes`), by its last part that
    names any; None if there is none, or that part names several (`Dress shirts`).
    """
    for part in reversed(re.split(r"[/>,|]", text)):
        classes = {class_named(part), *map(class_named, re.findall(r"\w+", part))} - {None}
        if classes:
            return classes.pop() if len(classes) == 1 else None
    return None


def closest_class(text: str) -> str | None:
    """Return the class with a similar name, to suggest it; None if there is none."""
    closest = process.extractOne(simplified(text), CLASS_OF_WORD.keys(), scorer=fuzz.ratio, score_cutoff=75)
    return CLASS_OF_WORD[closest[0]] if closest else None


def class_in_category(text: str) -> str | None:
    """Return the class that the last part of a category path names that names one; None if none does.

    `Men/Tops/Jackets` is outer, `Women/Tops/Tees` is upper, `Gear/Bags` is bag.
    """
    for part in reversed(re.split(r"[/>,|]", text)):
        words = set(re.findall(r"[a-z]+", part.lower().replace("t-shirt", "tshirt")))
        for garment_class, class_words in WORDS.items():
            if words & class_words:
                return garment_class
    return None


def html_to_text(markup: str) -> str:
    """Return the text of HTML, with a line for each paragraph."""
    lines = re.sub(r"(?i)<br\s*/?>|</p>|</li>|</div>|</h\d>", "\n", markup)
    text = html.unescape(re.sub(r"<[^>]*>", "", lines))
    return "\n".join(line for line in (" ".join(line.split()) for line in text.splitlines()) if line)
