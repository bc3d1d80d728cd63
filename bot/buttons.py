"""The buttons of cards, a dataclass each: what a button carries, and how that comes back.

On the wire a button is a flat object of strings, and `do` names it. What comes back may be anything, as a
client sends it: `parse` takes what fits the dataclass, passes over names that are not its own, and refuses
everything else. Who may press a button, and who answers it, stands in `bot.routing`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated, Any, ClassVar, Literal, Self, TypeAlias

from pydantic import BeforeValidator, Field, PlainSerializer, TypeAdapter, ValidationError

from bot.errors import UserError
from bot.questions.query import Missing

MAX_TEXT = 200
"""Characters of a text: as many as a SKU may have."""
MAX_QUESTION = 100_000
"""Characters of a question, which may name 100 items."""
MAX_FIELD = 120
"""Characters of a form's field; what is beyond is cut off."""

_DIGITS = re.compile(r"[0-9]{1,9}")


def _number(value: object) -> int:
    if not isinstance(value, str) or not _DIGITS.fullmatch(value):
        raise ValueError("not a number in up to nine digits")
    return int(value)


def _typed_in(value: object) -> str:
    """What a person wrote into a field of the card, in one line."""
    if not isinstance(value, str | None):
        raise ValueError("not text")
    return " ".join((value or "").split())[:MAX_FIELD]


Text: TypeAlias = Annotated[str, Field(max_length=MAX_TEXT)]
Required: TypeAlias = Annotated[str, Field(min_length=1, max_length=MAX_TEXT)]
Number: TypeAlias = Annotated[int, BeforeValidator(_number), PlainSerializer(str)]
FormText: TypeAlias = Annotated[str, BeforeValidator(_typed_in)]
PhotoName: TypeAlias = Annotated[str, Field(max_length=MAX_TEXT, alias="look")]
"""The name of a photo session; see `bot.state.photos`."""
Head: TypeAlias = Literal["", "tag", "label", "style", "noted"]
"""What heads a stock card: nothing, that a tag was read (in print: the item or only its style), or thanks for
saying which item it is."""


@dataclass(frozen=True, slots=True)
class Button:
    """What a button of a card carries."""

    name: ClassVar[str] = ""
    """Its name on the wire."""
    form: ClassVar[bool] = False
    """Whether it brings what was written into the card's fields."""

    def data(self) -> dict[str, str]:
        """The data of a card's action; what has its default is left out."""
        carried = _adapter(type(self)).dump_python(self, by_alias=True, exclude_defaults=True)
        return {"do": self.name, **carried}

    @classmethod
    def parse(cls, data: Mapping[str, Any]) -> Self:
        """The button that a client sent. Raises `UserError` for wrong types and lengths."""
        try:
            button: Self = _adapter(cls).validate_python(dict(data))
        except ValidationError as error:
            raise UserError("button-outdated") from error
        return button


_ADAPTERS: dict[str, TypeAdapter[Any]] = {}
"""By the names of buttons, each made when it is first needed."""


def _adapter(button: type[Button]) -> TypeAdapter[Any]:
    if button.name not in _ADAPTERS:
        _ADAPTERS[button.name] = TypeAdapter(button)
    return _ADAPTERS[button.name]


# Stock and questions


@dataclass(frozen=True, slots=True)
class ShowStock(Button):
    """Show the stock of an item, or of one SKU, as former cards ask for it."""

    name: ClassVar[str] = "stock"
    item: Text = ""
    sku: Text = ""


@dataclass(frozen=True, slots=True)
class RefreshStock(Button):
    """Bring a stock card up to date; it carries what the card shows."""

    name: ClassVar[str] = "refresh"
    item: Required
    asked: Text = ""
    """The SKU or barcode of one size; empty where the item as a whole was asked for."""
    head: Head = ""
    like: Text = ""
    """The item that the photo looks like, where its tag says another."""


@dataclass(frozen=True, slots=True)
class AskQuestion(Button):
    """Ask a reading of what was not understood."""

    name: ClassVar[str] = "ask"
    question: Annotated[str, Field(max_length=MAX_QUESTION)]
    """A `bot.questions.query.Query` in JSON."""


@dataclass(frozen=True, slots=True)
class ShowHelp(Button):
    """Show what the bot can do."""

    name: ClassVar[str] = "help"


# A stock-take


@dataclass(frozen=True, slots=True)
class SizeOfLine(Button):
    """The size of a line whose item alone is known."""

    name: ClassVar[str] = "take-size"
    line: Number
    sku: Required


@dataclass(frozen=True, slots=True)
class FinishStockTake(Button):
    """Show the differences."""

    name: ClassVar[str] = "take-done"
    take: Number


@dataclass(frozen=True, slots=True)
class ApplyStockTake(Button):
    """Set the stock to what was counted."""

    name: ClassVar[str] = "take-apply"
    differences: Required
    """The name of the differences as they were shown."""
    rest: Literal["", "zero"] = ""
    """Whether what nobody counted is set to zero."""


@dataclass(frozen=True, slots=True)
class PickedSize(Button):
    """A person has read this size off the tag of what they picked."""

    name: ClassVar[str] = "pick-size"
    sku: Required


@dataclass(frozen=True, slots=True)
class StopWatch(Button):
    """End a watch."""

    name: ClassVar[str] = "watch-stop"
    watch: Number


# The answer to a photo


@dataclass(frozen=True, slots=True)
class ConfirmMatch(Button):
    """The best match is right."""

    name: ClassVar[str] = "match-right"
    photo: PhotoName


@dataclass(frozen=True, slots=True)
class RejectMatch(Button):
    """The best match is wrong."""

    name: ClassVar[str] = "match-wrong"
    photo: PhotoName


@dataclass(frozen=True, slots=True)
class ChooseMatch(Button):
    """It is this one of the runners-up."""

    name: ClassVar[str] = "match-really"
    photo: PhotoName
    item: Text


@dataclass(frozen=True, slots=True)
class NoMatch(Button):
    """It is none of the runners-up."""

    name: ClassVar[str] = "match-none"
    photo: PhotoName


@dataclass(frozen=True, slots=True)
class ChooseGarment(Button):
    """Another garment of the photo is meant."""

    name: ClassVar[str] = "garment"
    photo: PhotoName
    number: Number


@dataclass(frozen=True, slots=True)
class FixOutline(Button):
    """Open the page on which the garment's outline is drawn by hand."""

    name: ClassVar[str] = "fix"
    photo: PhotoName


@dataclass(frozen=True, slots=True)
class KeepView(Button):
    """Keep the photo as another view of its item."""

    name: ClassVar[str] = "view-keep"
    photo: PhotoName
    item: Text


# Garments that the catalogue does not have


@dataclass(frozen=True, slots=True)
class RegisterGarment(Button):
    """Register the garment of a photo as new."""

    name: ClassVar[str] = "intake-new"
    photo: PhotoName


@dataclass(frozen=True, slots=True)
class OpenIntake(Button):
    """Show a registered garment with the fields that complete it."""

    name: ClassVar[str] = "intake-open"
    intake: Number


@dataclass(frozen=True, slots=True)
class SaveIntake(Button):
    """Complete a registered garment by what was written into the card's fields."""

    name: ClassVar[str] = "intake-save"
    form: ClassVar[bool] = True
    intake: Number
    item: FormText = ""
    title: FormText = ""
    brand: FormText = ""
    colour: FormText = ""
    sizes: FormText = ""
    garment_class: Annotated[FormText, Field(alias="class")] = ""


@dataclass(frozen=True, slots=True)
class DismissIntake(Button):
    """Forget a registered garment."""

    name: ClassVar[str] = "intake-dismiss"
    intake: Number


# Stock movements


@dataclass(frozen=True, slots=True)
class CompleteOrder(Button):
    """Add what an order lacks: a size, a place, a person."""

    name: ClassVar[str] = "work-complete"
    order: Annotated[Required, Field(alias="work")]
    """The name under which the order waits; another one since the order was changed."""
    slot: Missing
    value: Required


@dataclass(frozen=True, slots=True)
class ConfirmOrder(Button):
    """Do what was asked for."""

    name: ClassVar[str] = "work-confirm"
    order: Annotated[Required, Field(alias="work")]
    """The name under which the order waits."""


@dataclass(frozen=True, slots=True)
class CancelOrder(Button):
    """Forget what was asked for."""

    name: ClassVar[str] = "work-cancel"
    order: Annotated[Required, Field(alias="work")]


@dataclass(frozen=True, slots=True)
class UndoMovement(Button):
    """Take a stock movement back."""

    name: ClassVar[str] = "work-undo"
    movement: Annotated[Number, Field(alias="work")]


# The catalogue


@dataclass(frozen=True, slots=True)
class ApplyBatch(Button):
    """Apply a staged batch."""

    name: ClassVar[str] = "batch-apply"
    batch: Number


@dataclass(frozen=True, slots=True)
class DiscardBatch(Button):
    """Forget a staged batch."""

    name: ClassVar[str] = "batch-discard"
    batch: Number


@dataclass(frozen=True, slots=True)
class MapColumns(Button):
    """Read a refused batch with the columns that were chosen in the card's fields.

    Each field has the place of a column in the batch's question, or nothing.
    """

    name: ClassVar[str] = "columns-read"
    form: ClassVar[bool] = True
    batch: Number
    item: FormText = ""
    title: FormText = ""
    sku: FormText = ""
    size: FormText = ""
    colour: FormText = ""
    barcode: FormText = ""
    location: FormText = ""
    on_hand: FormText = ""
    price: FormText = ""


@dataclass(frozen=True, slots=True)
class ForgetColumns(Button):
    """Forget what the columns of a header mean."""

    name: ClassVar[str] = "columns-forget"
    key: Required


@dataclass(frozen=True, slots=True)
class UndoBatch(Button):
    """Undo an applied batch."""

    name: ClassVar[str] = "batch-undo"
    batch: Number


@dataclass(frozen=True, slots=True)
class RepairIndex(Button):
    """Repair what an audit of the catalogue found."""

    name: ClassVar[str] = "catalogue-repair"
