"""`catalogue places`: the locations, their codes, and a sheet of QR codes to print."""

from __future__ import annotations

import re
from html import escape

from bot.cards.places import places_card, sheet_card
from bot.channel import Reply
from bot.foreign_text import plain
from bot.links.downloads import Downloads
from bot.locales import Words
from bot.state.whereabouts import PREFIX
from bot.turn import Turn
from catalogue.database.places import Location, Places
from vision.barcodes import qr_code

_SET = re.compile(r"(?P<code>\S+)\s*=\s*(?P<place>.+)|(?P<bare>[^=]+?)\s*=", re.DOTALL)
_PAGE = """<!doctype html><html lang="{language}"><meta charset="utf-8"><title>{title}</title><style>
body {{ font: 14pt sans-serif; margin: 1cm }}
figure {{ display: inline-block; width: 6cm; margin: 0 .5cm 1cm 0; text-align: center; break-inside: avoid }}
svg {{ width: 5cm; height: 5cm }} figcaption {{ overflow-wrap: anywhere }}
</style>{codes}</html>
"""


class PlacesHandler:
    """Lists places and changes their codes. Everything blocks."""

    def __init__(self, places: Places, downloads: Downloads) -> None:
        self._places = places
        self._downloads = downloads

    def command(self, turn: Turn, rest: str) -> Reply:
        """The reply to what follows `catalogue places`: nothing, `sheet`, `CODE = PLACE`, or `PLACE =`."""
        if rest.casefold() == "sheet":
            return self._sheet(turn)
        change = _SET.fullmatch(rest)
        if change is None:
            card = places_card(self._places.all(), words=turn.words)
            return Reply(turn.words("places-title"), card)
        location, code = (change["bare"], "") if change["bare"] else (change["place"], change["code"])
        done = self._places.set_code(location.strip(), code)
        name = plain(done.name, 64)
        if not done.code:
            return Reply(turn.words("place-code-gone", place=name))
        return Reply(turn.words("place-code-set", place=name, code=plain(done.code, 40)))

    def _sheet(self, turn: Turn) -> Reply:
        coded = [place for place in self._places.all() if place.code]
        if not coded:
            return Reply(turn.words("places-no-codes"))
        page = sheet(coded, turn.words)
        download = self._downloads.keep("places.html", lambda out: out.write(page.encode()))
        text = turn.words("places-sheet", count=len(coded))
        return Reply(text, sheet_card(text, download, words=turn.words))


def sheet(places: list[Location], words: Words) -> str:
    """A page to print: a QR code for each place, with its code and its name."""
    codes = "\n".join(
        f"<figure>{qr_code(PREFIX + place.code)}<figcaption><b>{escape(place.code)}</b><br>"
        f"{escape(plain(place.name, 80))}</figcaption></figure>"
        for place in places
    )
    return _PAGE.format(language=words.locale, title=escape(words("places-title")), codes=codes)
