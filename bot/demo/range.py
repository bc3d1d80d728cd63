"""What the demo catalogue sells: designs, and the colours that each comes in."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from vision.drawing.colours import COLOURS
from vision.drawing.garment import Colour, Garment


@dataclass(frozen=True, slots=True)
class Line:
    """One design in some colours."""

    code: str
    """Three letters of the item's id."""
    name: str
    brand: str
    price: str
    sizes: str
    """A key of `bot.demo.catalogue.SIZES`."""
    garment: Garment
    """In no particular colours."""
    colours: tuple[tuple[str, ...], ...]
    """Ground, pattern and trim by name; the first names the colourway."""

    def colourways(self) -> Iterator[tuple[str, Garment]]:
        """Each colour's name and the garment in it."""
        for names in self.colours:
            yield names[0], replace(self.garment, colours=tuple(_colour(name) for name in names))


_DENIM: dict[str, Colour] = {
    "indigo": (44, 62, 104),
    "stone blue": (104, 132, 168),
    "light blue": (142, 168, 196),
    "washed black": (54, 55, 60),
    "brass": (206, 146, 74),
}


def _colour(name: str) -> Colour:
    return _DENIM.get(name) or COLOURS[name]


RANGE: tuple[Line, ...] = (
    Line(
        "MRL",
        "Marlow striped T-shirt",
        "Marlow",
        "29.90",
        "letters",
        Garment("T-shirt", "stripes", style="crew", seed=11),
        (("navy", "white", "red"), ("white", "navy", "red"), ("burgundy", "ecru", "navy")),
    ),
    Line(
        "BSC",
        "Basic V-neck T-shirt",
        "Northbay",
        "19.90",
        "letters",
        Garment("T-shirt", "plain", style="v-neck", seed=5),
        (("white", "white", "grey"), ("black", "black", "grey"), ("olive", "olive", "ecru")),
    ),
    Line(
        "SOL",
        "Solstice print T-shirt",
        "Northbay",
        "34.90",
        "letters",
        Garment("T-shirt", "plain", style="crew", graphic=True, seed=25),
        (("rust", "ecru", "navy"), ("sky", "white", "navy")),
    ),
    Line(
        "HBR",
        "Harbour polo shirt",
        "Marlow",
        "39.90",
        "letters",
        Garment("T-shirt", "plain", style="polo", fit=0.3, seed=6),
        (("forest", "ecru", "white"), ("coral", "white", "white")),
    ),
    Line(
        "FJD",
        "Fjord roll-neck jumper",
        "Atelier Linde",
        "79.00",
        "letters",
        Garment("longsleeve", "knit", style="turtleneck", seed=2),
        (("ecru", "camel", "brown"), ("charcoal", "grey", "white")),
    ),
    Line(
        "BRT",
        "Breton longsleeve",
        "Marlow",
        "44.90",
        "letters",
        Garment("longsleeve", "stripes", style="crew", seed=8),
        (("white", "blue", "navy"), ("mustard", "navy", "white")),
    ),
    Line(
        "HNL",
        "Mill henley",
        "Northbay",
        "42.50",
        "letters",
        Garment("longsleeve", "plain", style="henley", seed=13),
        (("teal", "teal", "white"),),
    ),
    Line(
        "LUM",
        "Lumber checked shirt",
        "Northbay",
        "59.90",
        "letters",
        Garment("shirt", "checks", style="long", pocket=True, seed=9),
        (("red", "black", "white"), ("forest", "navy", "yellow")),
    ),
    Line(
        "OXF",
        "Oxford shirt",
        "Atelier Linde",
        "69.90",
        "letters",
        Garment("shirt", "plain", style="long", seed=4),
        (("sky", "white", "white"), ("white", "white", "grey")),
    ),
    Line(
        "PLM",
        "Palma print shirt",
        "Marlow",
        "49.90",
        "letters",
        Garment("shirt", "print", style="short", fit=0.5, seed=10),
        (("navy", "coral", "ecru"), ("ecru", "forest", "rust")),
    ),
    Line(
        "CMP",
        "Campus hoodie",
        "Northbay",
        "64.90",
        "letters",
        Garment("hoodie", "plain", style="pullover", graphic=True, pocket=True, seed=3),
        (("grey", "navy", "red"), ("purple", "yellow", "white")),
    ),
    Line(
        "TRL",
        "Trail zip hoodie",
        "Northbay",
        "74.90",
        "letters",
        Garment("hoodie", "plain", style="zip", pocket=True, seed=12),
        (("burgundy", "burgundy", "ecru"), ("olive", "olive", "ecru")),
    ),
    Line(
        "FLR",
        "Flora summer dress",
        "Atelier Linde",
        "89.00",
        "letters",
        Garment("dress", "print", style="a-line", pocket=True, seed=28),
        (("navy", "coral", "white"), ("yellow", "white", "green")),
    ),
    Line(
        "DOT",
        "Dotty strap dress",
        "Marlow",
        "69.90",
        "letters",
        Garment("dress", "dots", style="strappy", seed=4),
        (("red", "white", "black"), ("black", "white", "grey")),
    ),
    Line(
        "ASH",
        "Asher sheath dress",
        "Atelier Linde",
        "99.00",
        "letters",
        Garment("dress", "plain", style="sheath", seed=9),
        (("black", "black", "grey"), ("teal", "teal", "grey")),
    ),
    Line(
        "RVR",
        "River shirt dress",
        "Marlow",
        "84.90",
        "letters",
        Garment("dress", "stripes", style="shirt-dress", pocket=True, seed=21),
        (("sky", "white", "brown"),),
    ),
    Line(
        "DLT",
        "Delta straight jeans",
        "Northbay",
        "79.90",
        "waist",
        Garment("trousers", "denim", style="jeans", seed=7),
        (("indigo", "brass", "white"), ("light blue", "brass", "white"), ("washed black", "grey", "white")),
    ),
    Line(
        "CHN",
        "Quay chinos",
        "Marlow",
        "64.90",
        "waist",
        Garment("trousers", "plain", style="chino", seed=31),
        (("sand", "sand", "brown"), ("navy", "navy", "brown")),
    ),
    Line(
        "JOG",
        "Sunday joggers",
        "Northbay",
        "49.90",
        "letters",
        Garment("trousers", "plain", style="jogger", seed=15),
        (("grey", "grey", "white"),),
    ),
    Line(
        "TWD",
        "Tweed wide trousers",
        "Atelier Linde",
        "94.50",
        "waist",
        Garment("trousers", "checks", style="wide", seed=18),
        (("brown", "ecru", "rust"),),
    ),
    Line(
        "BAY",
        "Bay denim shorts",
        "Northbay",
        "44.90",
        "waist",
        Garment("shorts", "denim", style="jeans", length=-0.4, seed=10),
        (("stone blue", "brass", "white"),),
    ),
    Line(
        "CRG",
        "Ridge cargo shorts",
        "Northbay",
        "49.90",
        "waist",
        Garment("shorts", "plain", style="cargo", length=0.6, seed=22),
        (("olive", "olive", "ecru"), ("sand", "sand", "brown")),
    ),
    Line(
        "LGN",
        "Lagoon swim shorts",
        "Marlow",
        "39.90",
        "letters",
        Garment("shorts", "print", style="jogger", length=-0.3, seed=27),
        (("coral", "white", "teal"),),
    ),
    Line(
        "KLT",
        "Kilda pleated skirt",
        "Atelier Linde",
        "74.90",
        "letters",
        Garment("skirt", "checks", style="pleated", seed=20),
        (("forest", "navy", "red"), ("burgundy", "black", "mustard")),
    ),
    Line(
        "PCL",
        "Office pencil skirt",
        "Atelier Linde",
        "59.90",
        "letters",
        Garment("skirt", "plain", style="pencil", seed=8),
        (("charcoal", "charcoal", "grey"),),
    ),
    Line(
        "GYP",
        "Meadow tiered skirt",
        "Marlow",
        "64.90",
        "letters",
        Garment("skirt", "dots", style="tiered", seed=33),
        (("rose", "white", "brown"),),
    ),
    Line(
        "TRK",
        "Trucker denim jacket",
        "Northbay",
        "99.90",
        "letters",
        Garment("jacket", "denim", style="denim", seed=3),
        (("indigo", "brass", "white"), ("light blue", "brass", "white")),
    ),
    Line(
        "AVT",
        "Aviator bomber jacket",
        "Northbay",
        "119.00",
        "letters",
        Garment("jacket", "plain", style="bomber", seed=5),
        (("olive", "orange", "orange"),),
    ),
    Line(
        "SNW",
        "Snowline puffer jacket",
        "Northbay",
        "149.00",
        "letters",
        Garment("jacket", "plain", style="puffer", fit=0.5, seed=16),
        (("red", "black", "black"), ("black", "grey", "grey")),
    ),
    Line(
        "STN",
        "Stanton blazer",
        "Atelier Linde",
        "159.00",
        "letters",
        Garment("jacket", "plain", style="blazer", seed=19),
        (("navy", "white", "silver"),),
    ),
    Line(
        "WMR",
        "Wimmer wool coat",
        "Atelier Linde",
        "219.00",
        "letters",
        Garment("jacket", "plain", style="coat", seed=23),
        (("camel", "brown", "brown"),),
    ),
    Line(
        "DGT",
        "Dugout cap",
        "Northbay",
        "24.90",
        "one",
        Garment("hat", "plain", style="cap", graphic=True, seed=3),
        (("navy", "red", "white"), ("black", "mustard", "white")),
    ),
    Line(
        "FRO",
        "Frost bobble hat",
        "Marlow",
        "22.90",
        "one",
        Garment("hat", "knit", style="beanie", graphic=True, seed=4),
        (("mustard", "ecru", "navy"), ("burgundy", "ecru", "navy")),
    ),
    Line(
        "BKT",
        "Festival bucket hat",
        "Northbay",
        "27.90",
        "one",
        Garment("hat", "plain", style="bucket", seed=14),
        (("sand", "white", "brown"),),
    ),
    Line(
        "RIV",
        "Riviera sun hat",
        "Atelier Linde",
        "34.90",
        "one",
        Garment("hat", "plain", style="sun hat", seed=25),
        (("ecru", "black", "brown"),),
    ),
    Line(
        "PCE",
        "Pace trainers",
        "Northbay",
        "89.90",
        "shoe",
        Garment("shoe", "plain", style="sneaker", seed=4),
        (("white", "navy", "red"), ("charcoal", "orange", "silver")),
    ),
    Line(
        "CRT",
        "Court canvas high-tops",
        "Northbay",
        "69.90",
        "shoe",
        Garment("shoe", "plain", style="high-top", seed=8),
        (("red", "white", "black"), ("teal", "white", "navy")),
    ),
    Line(
        "WLK",
        "Walker leather boots",
        "Marlow",
        "139.00",
        "shoe",
        Garment("shoe", "plain", style="boot", seed=9),
        (("camel", "brown", "brown"),),
    ),
    Line(
        "PNY",
        "Penny loafers",
        "Atelier Linde",
        "109.00",
        "shoe",
        Garment("shoe", "plain", style="loafer", seed=6),
        (("burgundy", "black", "camel"),),
    ),
    Line(
        "MKT",
        "Market canvas tote",
        "Marlow",
        "29.90",
        "one",
        Garment("bag", "plain", style="tote", graphic=True, seed=3),
        (("ecru", "navy", "red"), ("black", "mustard", "white")),
    ),
    Line(
        "SDL",
        "Saddle shoulder bag",
        "Atelier Linde",
        "119.00",
        "one",
        Garment("bag", "plain", style="shoulder", seed=4),
        (("brown", "black", "camel"),),
    ),
    Line(
        "CMT",
        "Commuter backpack",
        "Northbay",
        "79.90",
        "one",
        Garment("bag", "plain", style="backpack", seed=5),
        (("teal", "brown", "camel"), ("grey", "black", "red")),
    ),
)
"""All lines, in the catalogue's order."""
