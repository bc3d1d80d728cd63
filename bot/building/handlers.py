"""What answers: photos, batches, and all handlers of the table."""

from __future__ import annotations

from dataclasses import dataclass
from zoneinfo import ZoneInfo

from bot.building.dialogue import build_dialogue, build_model_reader, build_order_reader
from bot.building.stores import Links, Stores
from bot.delivery.card_places import CardPlaces
from bot.fetching.attachments import AttachmentFetcher
from bot.handlers.catalogue.batch_cards import BatchCards
from bot.handlers.catalogue.batches import BatchHandler
from bot.handlers.catalogue.columns import ColumnHandler
from bot.handlers.catalogue.commands import CatalogueHandler
from bot.handlers.catalogue.feeds import FeedHandler
from bot.handlers.catalogue.jobs import Jobs
from bot.handlers.catalogue.places import PlacesHandler
from bot.handlers.catalogue.staging import Staging
from bot.handlers.catalogue.upkeep import UpkeepHandler
from bot.handlers.floor.digests import DigestHandler
from bot.handlers.floor.goods import Goods
from bot.handlers.floor.picks import PickHandler
from bot.handlers.floor.receipts import ReceiptHandler
from bot.handlers.floor.stock_takes import StockTakeHandler
from bot.handlers.floor.watches import QuietHours, WatchHandler
from bot.handlers.floor.whereabouts import WhereaboutsHandler
from bot.handlers.help import HelpHandler
from bot.handlers.orders import OrderHandler
from bot.handlers.people import PeopleHandler
from bot.handlers.photos.confirm import ConfirmHandler
from bot.handlers.photos.garments import GarmentHandler
from bot.handlers.photos.intake import IntakeHandler
from bot.handlers.photos.photo import PhotoHandler
from bot.handlers.photos.views import ViewHandler
from bot.handlers.questions import QuestionHandler
from bot.handlers.stock import StockHandler
from bot.locales.faults import picture_reader
from bot.questions.language_model.port import LanguageModel
from bot.questions.vocabulary import Names
from bot.routing.rows import Handlers
from bot.settings import Settings
from bot.telemetry.measured import MeasuredPipeline, MeasuredSearch
from bot.telemetry.metrics import Metrics
from bot.worker_queue import WorkerQueue
from catalogue.store import Catalogue
from vision.pipeline import PhotoPipeline


@dataclass(frozen=True, slots=True)
class Photos:
    """What answers photos."""

    handler: PhotoHandler
    garments: GarmentHandler
    whereabouts: WhereaboutsHandler


def build_photos(
    pipeline: PhotoPipeline,
    catalogue: Catalogue,
    fetcher: AttachmentFetcher,
    queue: WorkerQueue,
    goods: Goods,
    *,
    stores: Stores,
    links: Links,
    metrics: Metrics,
) -> Photos:
    """Pipeline and search are timed and traced."""
    search = MeasuredSearch(catalogue.search, metrics)
    whereabouts = WhereaboutsHandler(goods, stores.whereabouts)
    return Photos(
        PhotoHandler(
            fetcher,
            MeasuredPipeline(pipeline, metrics),
            search,
            queue,
            stock=catalogue.stock,
            labels=catalogue.labels,
            link=links.media.link,
            keep=stores.photos.keep,
            whereabouts=whereabouts.seen,
        ),
        GarmentHandler(
            pipeline.embed,
            search,
            stores.photos,
            queue,
            link=links.media.link,
            page=links.cut_out.address,
        ),
        whereabouts,
    )


@dataclass(frozen=True, slots=True)
class Batches:
    """What keeps the catalogue."""

    handler: BatchHandler
    columns: ColumnHandler
    catalogue: CatalogueHandler
    upkeep: UpkeepHandler
    cards: BatchCards
    staging: Staging
    """What makes batches of files, for the API too."""


def build_batches(
    settings: Settings,
    pipeline: PhotoPipeline,
    catalogue: Catalogue,
    fetcher: AttachmentFetcher,
    queue: WorkerQueue,
    *,
    stores: Stores,
    links: Links,
) -> Batches:
    """Batches and all that takes long, on one queue."""
    embed, link = pipeline.embed_pictures, links.media.link
    jobs = Jobs(queue)
    cards = BatchCards(catalogue, links.downloads, link=link)
    staging = Staging(
        catalogue,
        embed,
        picture_reader=picture_reader(pipeline.check),
        picture_hosts=settings.allowed_picture_hosts,
    )
    places = CardPlaces(catalogue.notes)
    batches = BatchHandler(catalogue, embed, fetcher, staging=staging, jobs=jobs, cards=cards, places=places)
    upkeep = UpkeepHandler(catalogue, embed, jobs=jobs, downloads=links.downloads, link=link)
    columns = ColumnHandler(catalogue, batches)
    return Batches(
        batches,
        columns,
        CatalogueHandler(
            catalogue,
            batches=batches,
            columns=columns,
            cards=cards,
            upkeep=upkeep,
            places=PlacesHandler(catalogue.places, links.downloads),
            link=link,
            feeds=FeedHandler(catalogue),
            sites=lambda: stores.sites.counts(catalogue.confirmations.by_place()),
        ),
        upkeep,
        cards,
        staging,
    )


def build_handlers(
    settings: Settings,
    catalogue: Catalogue,
    names: Names,
    goods: Goods,
    photos: Photos,
    batches: Batches,
    *,
    model: str,
    language_model: LanguageModel | None,
    stores: Stores,
    links: Links,
) -> Handlers:
    """All that answer.

    Args:
        model: names whose vectors are compared.
        language_model: reads what the grammar doesn't understand, if the company has one.
    """
    link = links.media.link
    stock = StockHandler(catalogue.stock, link=link)
    zone = ZoneInfo(settings.time_zone)
    reader = build_order_reader(catalogue.database, names)
    orders = OrderHandler(reader, catalogue.movements, catalogue.notes, stores.memory)
    dialogue = build_dialogue(catalogue.database, names, zone=zone)
    intakes = IntakeHandler(catalogue, stores.photos, batches.handler, link=link)
    views = ViewHandler(catalogue, stores.photos, stores.people, batches.handler, link=link)
    return Handlers(
        help=HelpHandler(stores.people, catalogue.stock.example),
        photos=photos.handler,
        matches=ConfirmHandler(
            catalogue.stock, catalogue.confirmations, stores.photos, model=model, link=link, offer=views.offer
        ),
        garments=photos.garments,
        views=views,
        intakes=intakes,
        stock_takes=StockTakeHandler(
            catalogue.stock_takes,
            goods,
            catalogue.stock,
            catalogue.notes,
            stores.people,
            stores.whereabouts,
            analyse=photos.handler.analysed,
            keep=stores.photos.keep,
            register=intakes.register_session,
            done_for=catalogue.movements.done_for,
            link=link,
        ),
        stock=stock,
        questions=QuestionHandler(
            dialogue,
            stores.memory,
            catalogue.stock,
            names,
            stock=stock,
            orders=orders,
            link=link,
            whereabouts=stores.whereabouts,
            zone=zone,
            model=build_model_reader(language_model, names),
        ),
        orders=orders,
        receipts=ReceiptHandler(goods, orders, stores.whereabouts),
        picks=PickHandler(goods, names, catalogue.notes, analyse=photos.handler.analysed, link=link),
        digests=DigestHandler(
            catalogue.database.digests,
            catalogue.notes,
            stores.people,
            quiet=_quiet_hours(settings),
            chart_link=links.charts.link,
        ),
        watches=WatchHandler(catalogue.watches, goods, names, quiet=_quiet_hours(settings)),
        whereabouts=photos.whereabouts,
        people=PeopleHandler(stores.people),
        language=stores.language,
        catalogue=batches.catalogue,
        batches=batches.handler,
        columns=batches.columns,
        upkeep=batches.upkeep,
    )


def _quiet_hours(settings: Settings) -> QuietHours:
    start, end = map(int, settings.quiet_hours.split("-"))
    return QuietHours(start, end, settings.time_zone)
