"""The words of shops: categories into garment classes, HTML into text."""

from __future__ import annotations

import html
import re

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
