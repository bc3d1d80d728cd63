"""Who answers what: messages, commands, what was understood, and buttons."""

from __future__ import annotations

from collections.abc import Mapping

from bot import buttons
from bot.handlers.floor.digests import DIGEST
from bot.handlers.floor.picks import PICK
from bot.handlers.floor.receipts import ISSUE, RECEIVE
from bot.handlers.floor.stock_takes import START
from bot.handlers.floor.watches import WATCH, WATCHES
from bot.handlers.floor.whereabouts import PLACE
from bot.handlers.questions import Heard
from bot.questions.query import Asked, Order, Query, Talk
from bot.routing.rows import Access, Route, awaited, blocking, button, command
from bot.state.people import Role

SUPERVISORS = Access(Role.SUPERVISOR, "work-forbidden")
VIEWS = Access(Role.SUPERVISOR, "view-forbidden")
DIGESTS = Access(Role.SUPERVISOR, "digest-forbidden")
ROLES = Access(Role.ADMIN, "people-forbidden")
INTAKES = Access(Role.ADMIN, "intake-forbidden", personal=True)
CATALOGUE = Access(Role.ADMIN, "catalogue-forbidden", personal=True)


INSTALLED: Route[None] = Route(lambda at, turn, _: blocking(at.help.welcome, turn))
NOTHING: Route[None] = Route(lambda at, turn, _: blocking(at.help.nothing_came, turn))
PHOTOS: Route[None] = Route(lambda at, turn, _: at.photos.answer(turn))
FILES: Route[None] = Route(lambda at, turn, _: awaited(at.batches.upload(turn)), CATALOGUE)

COMMANDS = (
    command(r"/?people\b[\s:]*(.*)", lambda at, turn, rest: blocking(at.people.change, turn, rest), ROLES),
    command(
        r"/?intakes?\s+([0-9]{1,9})[\s.!?]*",
        lambda at, turn, number: blocking(at.intakes.open, turn, int(number)),
        INTAKES,
    ),
    command(r"/?intakes?[\s.!?]*", lambda at, turn, _: blocking(at.intakes.list, turn), INTAKES),
    command(
        r"/?catalog(?:ue)?\b[\s:]*(.*)",
        lambda at, turn, rest: awaited(at.catalogue.command(turn, rest)),
        CATALOGUE,
        attachments=True,
    ),
    command(RECEIVE, lambda at, turn, rest: blocking(at.receipts.receive, turn, rest), SUPERVISORS),
    command(START, lambda at, turn, rest: at.stock_takes.command(turn, rest)),
    command(DIGEST, lambda at, turn, rest: blocking(at.digests.command, turn, rest), DIGESTS),
    command(WATCH, lambda at, turn, text: blocking(at.watches.watch, turn, text)),
    command(WATCHES, lambda at, turn, _: blocking(at.watches.list, turn)),
    command(PICK, lambda at, turn, rest: blocking(at.picks.command, turn, rest)),
    command(PLACE, lambda at, turn, place: blocking(at.whereabouts.typed, turn, place)),
    command(ISSUE, lambda at, turn, rest: blocking(at.receipts.issue, turn, rest), SUPERVISORS),
    command(r"(?:/?help|\?+|/?start|/?menu)[!. ]*", lambda at, turn, _: blocking(at.help.show, turn)),
)

GREETING: Route[None] = Route(lambda at, turn, _: blocking(at.help.show, turn))
TALK: Mapping[str, Route[Talk]] = {
    "help": Route(lambda at, turn, _: blocking(at.help.show, turn)),
    "language": Route(lambda at, turn, talk: blocking(at.language.choose, turn, talk)),
    **dict.fromkeys(
        ("people", "people_add", "people_remove"),
        Route(lambda at, turn, talk: blocking(at.people.ask, turn, talk), ROLES),
    ),
}
"""What is neither a question nor an order and has a handler of its own; the rest gets a few words."""
QUESTIONS: Route[Heard] = Route(lambda at, turn, heard: blocking(at.questions.answer, turn, heard))
WORK: Route[Heard] = Route(lambda at, turn, heard: blocking(at.questions.answer, turn, heard), SUPERVISORS)
UNCLEAR: Route[tuple[Heard, bool]] = Route(
    lambda at, turn, unclear: blocking(at.questions.ask_back, turn, *unclear)
)


def is_work(asked: Asked) -> bool:
    """Whether that takes a supervisor: orders, and for whom what is reserved."""
    if isinstance(asked, Query):
        return asked.measure == "reservations" or bool(asked.people)
    return isinstance(asked, Order)


BUTTONS = (
    button(buttons.ShowStock, lambda at, turn, press: blocking(at.stock.show, turn, press), signed=False),
    button(
        buttons.RefreshStock,
        lambda at, turn, press: blocking(at.stock.refresh, turn, press),
        signed=False,
    ),
    button(
        buttons.AskQuestion,
        lambda at, turn, press: blocking(at.questions.press, turn, press),
        signed=False,
    ),
    button(buttons.ShowHelp, lambda at, turn, _: blocking(at.help.show, turn), signed=False),
    # The answer to a photo
    button(buttons.ConfirmMatch, lambda at, turn, press: blocking(at.matches.confirm, turn, press.photo)),
    button(buttons.RejectMatch, lambda at, turn, press: blocking(at.matches.reject, turn, press.photo)),
    button(buttons.ChooseMatch, lambda at, turn, press: blocking(at.matches.choose, turn, press)),
    button(buttons.NoMatch, lambda at, turn, press: blocking(at.matches.none, turn, press.photo)),
    button(buttons.ChooseGarment, lambda at, turn, press: awaited(at.garments.choose(turn, press))),
    button(buttons.FixOutline, lambda at, turn, press: blocking(at.garments.fix, turn, press.photo)),
    button(buttons.KeepView, lambda at, turn, press: awaited(at.views.keep(turn, press)), VIEWS),
    # Garments that the catalogue does not have
    button(buttons.RegisterGarment, lambda at, turn, press: blocking(at.intakes.register, turn, press.photo)),
    button(
        buttons.OpenIntake,
        lambda at, turn, press: blocking(at.intakes.open, turn, press.intake),
        INTAKES,
    ),
    button(buttons.SaveIntake, lambda at, turn, press: awaited(at.intakes.save(turn, press)), INTAKES),
    button(
        buttons.DismissIntake,
        lambda at, turn, press: blocking(at.intakes.dismiss, turn, press.intake),
        INTAKES,
    ),
    # Stock movements
    button(
        buttons.CompleteOrder,
        lambda at, turn, press: blocking(at.questions.complete, turn, press),
        SUPERVISORS,
    ),
    button(
        buttons.ConfirmOrder,
        lambda at, turn, press: blocking(at.orders.confirm, turn, press.order),
        SUPERVISORS,
    ),
    button(
        buttons.CancelOrder,
        lambda at, turn, press: blocking(at.orders.cancel, turn, press.order),
        SUPERVISORS,
    ),
    button(
        buttons.UndoMovement,
        lambda at, turn, press: blocking(at.orders.undo, turn, press.movement),
        SUPERVISORS,
    ),
    # A stock-take
    button(buttons.SizeOfLine, lambda at, turn, press: at.stock_takes.set_size(turn, press)),
    button(
        buttons.FinishStockTake,
        lambda at, turn, press: awaited(at.stock_takes.finish(turn, press.take)),
    ),
    button(
        buttons.ApplyStockTake,
        lambda at, turn, press: blocking(at.stock_takes.apply, turn, press),
        SUPERVISORS,
    ),
    button(buttons.PickedSize, lambda at, turn, press: blocking(at.picks.picked, turn, press)),
    button(buttons.StopWatch, lambda at, turn, press: blocking(at.watches.stop, turn, press.watch)),
    # The catalogue
    button(
        buttons.ApplyBatch,
        lambda at, turn, press: awaited(at.batches.apply(turn, press.batch)),
        CATALOGUE,
    ),
    button(
        buttons.DiscardBatch,
        lambda at, turn, press: awaited(at.batches.discard(turn, press.batch)),
        CATALOGUE,
    ),
    button(buttons.UndoBatch, lambda at, turn, press: awaited(at.batches.undo(turn, press.batch)), CATALOGUE),
    button(buttons.MapColumns, lambda at, turn, press: awaited(at.columns.read(turn, press)), CATALOGUE),
    button(
        buttons.ForgetColumns,
        lambda at, turn, press: blocking(at.columns.forget, turn, press.key),
        CATALOGUE,
    ),
    button(buttons.RepairIndex, lambda at, turn, _: awaited(at.upkeep.repair(turn)), CATALOGUE),
)

OPEN_BUTTONS = frozenset(row.payload.name for row in BUTTONS if not row.signed)
FORM_BUTTONS = frozenset(row.payload.name for row in BUTTONS if row.payload.form)
