"""A pick check: `pick MH01-M, BAG1 2`, then photos, each right or wrong, and why.

A barcode decides, else likeness. A size can't be seen without its tag, and is never taken for right unseen;
nor is a colour that only likeness names, until somebody has compared it once for the list.
"""

from __future__ import annotations

import asyncio
import re
from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Any, Literal, TypeAlias

from pydantic import TypeAdapter

from bot.buttons import PickedSize
from bot.cards.elements import PictureLink
from bot.cards.items import Likeness, full_name
from bot.cards.picks import Pick, pick_card
from bot.channel import Attachment, Reply
from bot.errors import UserError
from bot.foreign_text import plain
from bot.handlers.floor.goods import Goods, Line
from bot.handlers.floor.stock_takes import Analyse, tagged_variants, with_amount
from bot.handlers.floor.turns import once_of, person_of
from bot.handlers.floor.words import alternatives, is_phrase
from bot.handlers.photos.photo_search import PhotoResult
from bot.locales.faults import fault_in_words
from bot.questions.vocabulary import Names
from bot.turn import Turn
from catalogue.database.notes import Notes
from catalogue.errors import CatalogueError
from catalogue.items import Item, Verdict
from vision.errors import PhotoError

PICK = rf"(?:{alternatives('pick')})\b\s*:?\s*(.*)"
LIFE = timedelta(hours=8)
"""A shift."""
MAX_PICKS = 30
_KIND = "pick"
_PARTS = re.compile(r"[,;\n]+")
_PICKS = TypeAdapter(tuple[Pick, ...])

Style: TypeAlias = Literal["good", "warning", "attention"]


@dataclass(frozen=True, slots=True)
class Checked:
    """What a photo shows, against the list."""

    code: str
    """The message that says it."""
    values: dict[str, Any]
    style: Style
    sku: str = ""
    """What is picked by it; empty if nothing is."""
    sizes: tuple[str, ...] = ()
    """SKUs of which one may be picked, when somebody has read its tag."""
    seen: Likeness | None = None
    compare: str = ""
    """The SKU that is picked by it, when somebody has compared what is `seen`."""


class PickHandler:
    """Checks what is picked against a list, for each person in each conversation."""

    def __init__(
        self, goods: Goods, names: Names, notes: Notes, *, analyse: Analyse, link: PictureLink
    ) -> None:
        self._goods = goods
        self._names = names
        self._notes = notes
        self._analyse = analyse
        self._link = link

    def command(self, turn: Turn, rest: str) -> Reply:
        """The reply to `pick` and what follows: a list, nothing, or a word to stop. Blocks."""
        if is_phrase(rest, "done") or is_phrase(rest, "leave") or is_phrase(rest, "cancel"):
            if not self._notes.forget(_KIND, person_of(turn)):
                raise UserError("pick-none")
            return Reply(turn.words("pick-stopped"))
        picks = self._list(rest) if rest else self._picks(turn)
        if not picks:
            raise UserError("pick-none")
        if rest:
            value = {"picks": _PICKS.dump_python(picks, mode="json"), "done": {}}
            self._notes.put(_KIND, person_of(turn), value, life=LIFE)
        text = turn.words("pick-list", count=sum(one.left for one in picks))
        return Reply(text, pick_card(text, "", picks, words=turn.words))

    async def answer(self, turn: Turn) -> AsyncIterator[Reply] | None:
        """The replies to photos of somebody who picks; None if they don't."""
        if not turn.message.attachments or not await asyncio.to_thread(self._picks, turn):
            return None
        return self._photos(turn)

    def picked(self, turn: Turn, button: PickedSize) -> Reply:
        """The reply to a size that was read off a tag by a person. Blocks."""
        picks = {one.sku: one for one in self._picks(turn)}
        if button.sku not in picks:
            raise UserError("button-outdated")
        name = plain(picks[button.sku].name, 80)
        code = "pick-right-by-hand" if picks[button.sku].size else "pick-right-compared"
        checked = Checked(code, {"name": name}, "good", button.sku)
        if not picks[button.sku].left:
            checked = Checked("pick-too-many", {"name": name}, "attention")
        card = turn.message.reply_to  # which is pressed for one garment, however often
        return self._done(turn, f"card {card}" if card else once_of(turn), checked)

    async def _photos(self, turn: Turn) -> AsyncIterator[Reply]:
        for number, photo in enumerate(turn.message.attachments):
            yield await self._photo(turn, photo, f"{once_of(turn)}/{number}")

    async def _photo(self, turn: Turn, photo: Attachment, once: str) -> Reply:
        try:
            result = await self._analyse(turn, photo)
        except (UserError, PhotoError, CatalogueError) as fault:
            return Reply(turn.words("pick-fault", fault=fault_in_words(fault, turn.words)))

        def check() -> Reply:
            return self._done(turn, once, self._check(self._picks(turn), result))

        return await asyncio.to_thread(check)

    def _check(self, picks: Sequence[Pick], result: PhotoResult) -> Checked:
        """A photo against the list: by its tag first, else by likeness."""
        best = result.findings.matches[0].item if result.findings.matches else None
        sure = best if result.findings.verdict is Verdict.IN_CATALOGUE else None
        tagged = tagged_variants(result.tags)
        if len(tagged) > 1 or len(result.tags) > 1 or (not result.tags and len(result.analysis.choices) > 1):
            return Checked("pick-several", {}, "warning")
        if tagged:
            item, variant = tagged[0]
            tag = plain(variant.sku, 64)
            other = result.contradicting
            if other is not None:
                return Checked("pick-tag-doubt", {"tag": tag, "title": _title(other)}, "warning")
            wanted = next((one for one in picks if one.sku == variant.sku), None)
            if wanted is not None and not wanted.left:
                return Checked("pick-too-many", {"name": plain(wanted.name, 80)}, "attention")
            if wanted is not None and result.compare_colour and not _compared(picks, item):
                return self._to_compare(item, wanted)
            if wanted is not None:
                return Checked("pick-right", {"name": plain(wanted.name, 80)}, "good", wanted.sku)
            return self._wrong(picks, item, tag, by_looks=result.compare_colour)
        seen = result.tags[0].item if result.tags else sure
        if seen is None:
            return Checked("pick-unsure", {}, "warning")
        of_item = [one for one in picks if one.item == seen.id]
        if not of_item:
            tag = plain(result.tags[0].read, 64) if result.tags else ""
            return self._wrong(picks, seen, tag, by_looks=result.compare_colour)
        open_sizes = [one for one in of_item if one.left]
        if not open_sizes:
            return Checked("pick-too-many", {"name": plain(of_item[0].name, 80)}, "attention")
        compared = not result.compare_colour or _compared(picks, seen)
        if not open_sizes[0].size and not compared:
            return self._to_compare(seen, open_sizes[0])
        if not open_sizes[0].size:
            return Checked("pick-looks-right", {"title": _title(seen)}, "good", open_sizes[0].sku)
        sizes = ", ".join(one.size for one in open_sizes)
        return Checked(
            "pick-size-unseen",
            {"title": _title(seen), "sizes": plain(sizes, 80)},
            "warning",
            sizes=tuple(one.sku for one in open_sizes),
            seen=Likeness(seen, self._link, hint=not compared),
        )

    def _to_compare(self, item: Item, wanted: Pick) -> Checked:
        """Ask whether it's the item that it looks like."""
        seen = Likeness(item, self._link)
        return Checked("pick-compare", {"title": _title(item)}, "warning", seen=seen, compare=wanted.sku)

    def _wrong(self, picks: Sequence[Pick], item: Item, tag: str, *, by_looks: bool) -> Checked:
        """Why it isn't on the list: its size, its colour, or the garment; `tag` is empty if none was read."""
        same = [one for one in picks if one.item == item.id]
        if same:
            wanted = ", ".join(one.size or one.sku for one in same)
            return Checked("pick-wrong-size", {"tag": tag, "wanted": plain(wanted, 80)}, "attention")
        siblings = {one.id for one in self._names.siblings(item.id)}
        related = next((one for one in picks if one.item in siblings), None)
        by = "looks" if by_looks else "tag"
        values = {"by": by, "tag": tag, "title": _title(item)}
        if related is not None:
            colour = plain(item.colour or _title(item), 40)
            values |= {"colour": colour, "wanted": plain(related.name, 80)}
            seen = Likeness(item, self._link) if by_looks else None
            return Checked("pick-wrong-colour", values, "attention", seen=seen)
        return Checked("pick-wrong", values, "attention")

    def _done(self, turn: Turn, once: str, checked: Checked) -> Reply:
        """Note what was picked, once for each photo, and say it."""

        def change(value: Any) -> Any:
            if once in value["done"] or not checked.sku:
                return value
            picks = [
                replace(one, picked=one.picked + 1) if one.sku == checked.sku and one.left else one
                for one in _PICKS.validate_python(value["picks"])
            ]
            done = value["done"] | {once: True}
            return {"picks": _PICKS.dump_python(tuple(picks), mode="json"), "done": done}

        value = self._notes.change(_KIND, person_of(turn), change, life=LIFE)
        if value is None:
            raise UserError("pick-none")
        picks = _PICKS.validate_python(value["picks"])
        text = turn.words(checked.code, **checked.values)
        if not any(one.left for one in picks):
            text += " " + turn.words("pick-complete")
        by_sku = {one.sku: one for one in picks}
        sizes = [by_sku[sku] for sku in checked.sizes]
        card = pick_card(
            text,
            checked.style,
            picks,
            sizes=sizes,
            seen=checked.seen,
            compare=checked.compare,
            words=turn.words,
        )
        if checked.seen is not None and checked.seen.hint:
            text = f"{text} {turn.words('compare-colour')}"
        return Reply(text, card, replaces=turn.message.reply_to if turn.message.kind == "action" else None)

    def _list(self, text: str) -> tuple[Pick, ...]:
        """The list as typed, a SKU and an amount each. Raises `UserError` for what isn’t understood."""
        picks: dict[str, Pick] = {}
        for part in filter(None, (each.strip() for each in _PARTS.split(text))):
            line, quantity = self._counted(part)
            if line.rest:
                raise UserError("work-not-read", text=plain(" ".join(line.rest), 80))
            sku, size = line.sku, line.variant.size if line.variant else ""
            name = f"{line.item.id} {size}" if size else sku
            before = picks.get(sku)
            wanted = (before.wanted if before else 0) + (1 if quantity is None else quantity)
            picks[sku] = Pick(sku, name, line.item.id, size, wanted)
        if len(picks) > MAX_PICKS:
            raise UserError("pick-too-long", count=MAX_PICKS)
        if any(one.wanted < 1 for one in picks.values()):
            raise UserError("pick-none")
        return tuple(picks.values())

    def _counted(self, part: str) -> tuple[Line, int | None]:
        """A SKU and its amount; in `SH05 38` the number is the size."""
        words, quantity = with_amount(part)
        if quantity is not None and part.split()[:1] == words[:1]:
            line = self._goods.line(part.split())
            if line.variant is not None and not line.rest:
                return line, None
        return self._goods.line(words), quantity

    def _picks(self, turn: Turn) -> tuple[Pick, ...]:
        value = self._notes.get(_KIND, person_of(turn))
        return () if value is None else _PICKS.validate_python(value["picks"])


def _compared(picks: Sequence[Pick], item: Item) -> bool:
    """Whether a piece of the item was picked before: by its tag, or by somebody who compared it."""
    return any(one.picked for one in picks if one.item == item.id)


def _title(item: Item) -> str:
    return plain(full_name(item), 80)
