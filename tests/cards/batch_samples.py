"""Cards of the catalogue's keeping with lifelike content, for the golden files and the drawings."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from bot.cards.batch_diff import diff_card
from bot.cards.batch_done import done_card, over_card
from bot.cards.batch_progress import progress_card
from bot.cards.catalogue_item import item_card
from bot.cards.catalogue_status import audit_card, duplicates_card, export_card, status_card
from bot.cards.columns import columns_card
from bot.cards.elements import PictureLink
from bot.cards.feeds import failing_card, feeds_card
from bot.cards.help import help_card
from bot.cards.history import history_card
from bot.cards.orders import confirm_card
from bot.cards.orders import done_card as work_done_card
from bot.cards.people import people_card
from bot.channel import Card
from bot.links.downloads import Download
from bot.locales import Words
from bot.orders import Order
from bot.state.people import Colleague, Role
from bot.state.sites import Site
from catalogue.adaptation import Adaptation
from catalogue.audit import Audit
from catalogue.batches.applying.staged import StagedBatch
from catalogue.batches.checking.batch_items import BatchItem
from catalogue.batches.checking.check import Batch
from catalogue.batches.planning.changes import Change, ItemChange, changes_of
from catalogue.batches.planning.diff import Plan
from catalogue.batches.planning.lookalikes import LookAlike
from catalogue.batches.reading.column_memory import RememberedColumns
from catalogue.batches.reading.lines import Note
from catalogue.batches.reading.originals import RefusedRow, RefusedRows
from catalogue.database import BatchRecord, Counts, Feed, FeedState, Waiting
from catalogue.errors import ColumnQuestion, Fault
from catalogue.items import Item, Variant
from catalogue.messages import Message, plain_text
from catalogue.modes import Mode, State
from catalogue.movements import Kind, Level, Movement, Reservation, Worker
from catalogue.status import FeedStanding, Status
from catalogue.trials import Calls

SENT = datetime(2026, 11, 23, 14, 5, tzinfo=UTC)
REPORT = "https://hangtag.example/downloads/k3y/batch-12.csv?until=1&sig=x"
RUDE = "**X** [click](https://evil.example) {{DATE(2020-01-01T00:00:00Z)}} _left_ " + "very long " * 30


COLLEAGUES = (
    Colleague("0d1f5c3e-0000-4000-8000-a1b2c3d4e5f6", "Ann Admin", Role.ADMIN, by_settings=True),
    Colleague("11111111-0000-4000-8000-a1b2c3d4e5f6", "", Role.ADMIN, given_by="Ann Admin"),
    Colleague("22222222-0000-4000-8000-a1b2c3d4e5f6", "Bea Becker", Role.SUPERVISOR, given_by="Ann Admin"),
)


LEVELS = {"Hall A": Level(10, 2), "Shop Berlin": Level(4, 0)}
MOVE = Order("move", "MH01-XS-Black", "Hall A", 3, to="Shop Berlin", levels=LEVELS)
COUNT = Order("count", "MH01-XS-Black", "Hall A", 1, levels=LEVELS)
MOVED = Movement(
    7,
    SENT,
    Kind.MOVE,
    Worker("bea", "Bea Becker"),
    "MH01-Black",
    "MH01-XS-Black",
    3,
    before=LEVELS,
    after={"Hall A": Level(7, 2), "Shop Berlin": Level(7, 0)},
    from_location="Hall A",
    to_location="Shop Berlin",
)
RESERVE = Order("reserve", "MH01-XS-Black", "Hall A", 2, "Anna Müller", date(2026, 11, 27), levels=LEVELS)
RECEIVE = Order(
    "receive", "MH01-XS-Black", "Hall A", 12, levels=LEVELS, note="Lee Textiles [x](https://x.example)"
)
ISSUED = replace(
    MOVED,
    kind=Kind.ISSUE,
    after={"Hall A": Level(7, 2)},
    before={"Hall A": LEVELS["Hall A"]},
    to_location=None,
    note="damaged",
)
RELEASE = replace(RESERVE, kind="release", reservation=4)
KEPT = (
    Reservation(4, "MH01-XS-Black", "Hall A", 2, "Anna Müller", date(2026, 11, 27), SENT, "Bea Becker"),
    Reservation(5, "WD01-M-Red", "Shop Berlin", 1, "[click](https://evil.example)", None, SENT, "Bea Becker"),
)


class NoPictures:
    """Holds no picture, as a card needs none."""

    def read(self, _name: str) -> bytes | None:
        return None

    def close(self) -> None:
        """Nothing to let go of."""


def record(**fields: object) -> BatchRecord:
    """A batch of autumn, staged; each argument replaces a field."""
    usual = BatchRecord(
        applied_at=None,
        source="autumn.xlsx, pictures.zip",
        new_items=3,
        changed_items=2,
        unchanged_items=1204,
        id=12,
        state=State.STAGED,
        sent_by="Pat Packer",
        staged_at=SENT,
    )
    return replace(usual, **fields)  # type: ignore[arg-type]


def restocked(hoodie: Item) -> tuple[Item, Item]:
    """The hoodie before and after: dearer, counted anew, with a barcode and a size more."""
    small, medium, large, *others = hoodie.variants
    count, *elsewhere = medium.stock
    new = Variant("HT-1042-3XL", "3XL", stock=(replace(count, on_hand=4, reserved=0),))
    counted = replace(medium, stock=(replace(count, on_hand=26), *elsewhere))
    barred = replace(large, barcode="4012345000028")
    before = replace(hoodie, variants=(small, medium, replace(large, barcode=None), *others))
    after = replace(hoodie, price="64.90 EUR", variants=(small, counted, barred, *others, new))
    return before, after


def planned(items: Mapping[str, Item], **fields: object) -> Plan:
    """What the batch of autumn would change; each argument replaces a field."""
    hoodie, dress, bag = items["hoodie"], items["dress"], items["bag"]
    changed = (
        ItemChange(hoodie, hoodie, changes_of(*restocked(hoodie))),
        ItemChange(
            dress,
            dress,
            changes_of(replace(dress, colour="navy, dotted"), replace(dress, colour="midnight, dotted")),
        ),
    )
    batch = Batch("autumn.xlsx", "own format", SENT, (), {}, NoPictures())
    notes = (Note(None, plain_text("the sheet Autumn was read; passed over: Prices"), "autumn.xlsx"),)
    usual = Plan(batch, 7, (bag,), changed, (dress,) * 4, missing=("HT-1190",) * 37, notes=notes)
    return replace(usual, **fields)  # type: ignore[arg-type]


SITES = (
    Site("19:a@thread.tacv2", "team", "Warehouse Berlin", 41, 3),
    Site("", "personal", "", 12, 1),
    Site("19:5b2c@thread.v2", "group", "**Shop** [x](https://evil.example)", 2, 2),
    Site("19:meeting_NjYzYTg4Zjk@thread.v2", "group", "", 1, 0),
)
MINUTE = timedelta(minutes=1)


def feed(name: str, source: str, *, mode: Mode = Mode.STOCK, every: timedelta, **state: object) -> Feed:
    """A feed that stands so."""
    known = FeedState(**({"as_of": SENT} | state))  # type: ignore[arg-type]
    return Feed(id=1, added_at=SENT, name=name, source=source, mode=mode, every=every, state=known)


EMPTIED = Message("feed-emptied", count=1204, total=1980, most=10)
FEEDS = (
    FeedStanding(
        feed(
            "ERP prices",
            "https://reader:${ERP}@erp.example/export/items.csv?key=${KEY}",
            mode=Mode.UPSERT,
            every=1440 * MINUTE,
            failures=3,
            fault=Message("feed-page"),
        ),
        3100 * MINUTE,
        True,
    ),
    FeedStanding(
        feed(
            "WMS",
            "sftp://pack@wms.example/out/stock-*.csv",
            every=15 * MINUTE,
            waiting=Waiting(12, SENT, 1980, True),
        ),
        4 * MINUTE,
        False,
    ),
    FeedStanding(feed("Shop", "/srv/shop", every=60 * MINUTE, as_of=None), None, False),
)
PAIRS = (
    LookAlike("HT-1044", "hoodie-green", "HT-1042", "hoodie-green", 0.9987),
    LookAlike("HT-1045", "hoodie-grey", "HT-1044", "hoodie-green", 0.962, within_batch=True),
)
FAULTS = tuple(
    Fault(row, plain_text(reason), file)
    for row, reason, file in (
        (7, "the quantity on hand is -3, but cannot be below 0", "autumn.xlsx"),
        (12, "the SKU HT-1042-M stands in row 9 already, with the size L", "autumn.xlsx"),
        (31, "the picture HT-2210-front.jpg is not in the ZIP", "pictures.zip"),
    )
)

REFUSED = RefusedRows(("item", "sku"), (RefusedRow(7, "autumn.xlsx", ("HT-1042", "HT-1042-M"), ()),))
UNREAD = ColumnQuestion(
    ("Artikelnr.", "Nazwa", "Code", "Zahl", "EAN"),
    {"EAN": "barcode"},
    {"Nazwa": "title", "Code": "sku", "Zahl": "on_hand"},
    ("item", "title", "sku"),
)
UNREAD_FAULTS = tuple(
    Fault(1, Message("column-missing", field=field), "autumn.xlsx") for field in ("title", "sku")
)
SAID = (
    RememberedColumns(UNREAD.header, {"Artikelnr.": "item", "Nazwa": "title"}, "Pat Packer", "2026-11-23"),
    RememberedColumns(("**X**",), {"**X** [y](https://evil.example)": "sku"}, "Ann Admin", "2026-11-20"),
)
MANY_ROWS = Batch(
    "autumn.xlsx",
    "own format",
    SENT,
    tuple(BatchItem(row, str(row), "Cap", None, None, None, None, None, (), ()) for row in range(2, 4995)),
    {},
    NoPictures(),
)


def kept_done(kind: Kind) -> Movement:
    """Stock work on the first reservation."""
    fewer, more = {"Hall A": Level(10, 2)}, {"Hall A": Level(10, 4)}
    before, after = (more, fewer) if kind is Kind.RELEASE else (fewer, more)
    place = None if kind is Kind.UNDO else "Hall A"
    return replace(
        MOVED, kind=kind, quantity=2, before=before, after=after, from_location=place, to_location=None
    )


def rude_batch(items: Mapping[str, Item]) -> StagedBatch:
    """A batch whose every word tries to be more than that."""
    changes = (Change(plain_text(RUDE), RUDE, RUDE),) * 30
    item = replace(items["hoodie"], id=RUDE)
    notes = (Note(3, plain_text(RUDE), RUDE),) * 30
    plan = planned(items, changed=(ItemChange(item, item, changes),) * 30, deleted=(item,) * 30, notes=notes)
    pairs = (LookAlike(RUDE, "hoodie-green", RUDE, "hoodie-grey", 0.97),) * 30
    return StagedBatch(record(source=RUDE, mode=Mode.DELETE), plan, pairs)


def batch_cards(
    items: Mapping[str, Item], link: PictureLink, words: Words
) -> Mapping[str, Callable[[], Card]]:
    """Each kind of card by name, not made yet; `items` are `hoodie`, `dress` and `bag`."""
    applied = record(state=State.APPLIED, applied_at=SENT, applied_by="Ann Admin", retired_items=1)
    undone = replace(applied, state=State.UNDONE, undone_at=SENT, undone_by="Ann Admin")
    refused = record(
        id=11, state=State.FAILED, refused_rows=3, new_items=0, changed_items=0, fault=plain_text("A fault.")
    )
    partly = record(refused_rows=7)
    nothing = planned(items, new=(), changed=(), notes=())
    status = Status(Counts(1207, 6035, 1190, 48211), 12, 1190, False, (record(id=13),), applied, FEEDS[:2])
    calls = Calls(0.7, 0.02, 0.0, 0.01)
    learnt = Adaptation(SENT, 1190, 1102, 0.96, calls, replace(calls, wrongly=0.001, either=0.06))
    status = replace(status, adaptation=learnt)
    of_feed = record(
        source="stock-20261123.csv", mode=Mode.STOCK, sent_by="feed WMS", feed="WMS", fault=EMPTIED
    )
    lost = Audit(1190, missing=("a",), unfindable=("b", "c"))

    def diff(staged: StagedBatch) -> Card:
        refused = REPORT.replace("batch-12.csv", "batch-12-refused.xlsx") if staged.refused else ""
        return diff_card(staged, report=REPORT, refused=refused, link=link, words=words)

    return {
        "work-move": lambda: confirm_card(MOVE, name="k3y", words=words),
        "work-receive": lambda: confirm_card(RECEIVE, name="k3y", words=words),
        "work-issued": lambda: work_done_card(ISSUED, reservation=None, words=words),
        "work-count": lambda: confirm_card(COUNT, name="k3y", words=words),
        "work-done": lambda: work_done_card(MOVED, reservation=None, words=words),
        "work-reserve": lambda: confirm_card(RESERVE, name="k3y", words=words),
        "work-reserved": lambda: work_done_card(kept_done(Kind.RESERVE), reservation=KEPT[0], words=words),
        "work-release": lambda: confirm_card(RELEASE, name="k3y", words=words),
        "work-released": lambda: work_done_card(
            kept_done(Kind.RELEASE), reservation=replace(KEPT[0], quantity=0), words=words
        ),
        "work-release-undone": lambda: work_done_card(kept_done(Kind.UNDO), reservation=KEPT[0], words=words),
        "people": lambda: people_card(
            COLLEAGUES, done=words("people-done", name="Bea Becker", role="supervisor"), words=words
        ),
        "batch-diff": lambda: diff(StagedBatch(record(), planned(items), PAIRS)),
        "batch-replace": lambda: diff(
            StagedBatch(record(mode=Mode.REPLACE), planned(items, retired=planned(items).changed[1:]))
        ),
        "batch-feed": lambda: diff(StagedBatch(of_feed, planned(items, new=(), notes=()))),
        "batch-no-news": lambda: diff(StagedBatch(record(), nothing)),
        "batch-refused": lambda: diff(StagedBatch(refused, faults=FAULTS)),
        "batch-rest": lambda: diff(
            StagedBatch(partly, planned(items, batch=MANY_ROWS), faults=FAULTS, refused=REFUSED)
        ),
        "batch-rest-nothing": lambda: diff(StagedBatch(partly, nothing, faults=FAULTS, refused=REFUSED)),
        "batch-columns": lambda: diff(
            StagedBatch(replace(refused, refused_rows=0), faults=UNREAD_FAULTS, question=UNREAD)
        ),
        "catalogue-columns": lambda: columns_card(SAID, words=words),
        "batch-unreadable": lambda: diff(
            StagedBatch(
                replace(refused, refused_rows=0, fault=plain_text("The XLSX file is damaged; save it again."))
            )
        ),
        "batch-rude": lambda: diff(rude_batch(items)),
        "batch-progress": lambda: progress_card(
            words("progress-apply", batch="12"), "embed", 412, 1190, words=words
        ),
        "batch-done": lambda: done_card(applied, undoable=True, words=words),
        "batch-done-rest": lambda: done_card(
            replace(applied, refused_rows=7), undoable=True, refused=REPORT, words=words
        ),
        "batch-done-fault": lambda: done_card(
            applied,
            undoable=False,
            fault=plain_text("A photo may not find all of it yet: run an audit."),
            words=words,
        ),
        "batch-undone": lambda: over_card(undone, words=words),
        "history": lambda: history_card((record(id=13), applied, refused), (12,), words=words),
        "catalogue-status": lambda: status_card(status, SITES, words=words),
        "catalogue-feeds": lambda: feeds_card(FEEDS, words=words),
        "catalogue-feeds-none": lambda: feeds_card((), words=words),
        "feed-failing": lambda: failing_card(FEEDS[0].feed, words=words),
        "catalogue-duplicates": lambda: duplicates_card(PAIRS, link=link, words=words),
        "catalogue-audit": lambda: audit_card(lost, words=words),
        "catalogue-export": lambda: export_card(1207, 1190, Download(REPORT, SENT), words=words),
        "catalogue-item": lambda: item_card(items["hoodie"], link=link, words=words),
        "help-admin": lambda: help_card(words, example="HT-1042-L", admin=True),
    }
