"""What answers: photos, batches, and all handlers of the table."""

from __future__ import annotations

from dataclasses import dataclass
from zoneinfo import ZoneInfo

from bot.building.stores import Links, Stores
from bot.delivery.card_places import CardPlaces
from bot.fetching.attachments import AttachmentFetcher
from bot.handlers.catalogue.batch_cards import BatchCards
from bot.handlers.catalogue.batches import BatchHandler
from bot.handlers.catalogue.commands import CatalogueHandler
from bot.handlers.catalogue.jobs import Jobs
from bot.handlers.catalogue.staging import Staging
from bot.handlers.catalogue.upkeep import UpkeepHandler
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
from bot.questions.answers import Answers
from bot.questions.understanding import Understanding
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


def build_photos(
    pipeline: PhotoPipeline,
    catalogue: Catalogue,
    fetcher: AttachmentFetcher,
    queue: WorkerQueue,
    *,
    stores: Stores,
    links: Links,
    metrics: Metrics,
) -> Photos:
    """Pipeline and search are timed and traced."""
    search = MeasuredSearch(catalogue.search, metrics)
    return Photos(
        PhotoHandler(
            fetcher,
            MeasuredPipeline(pipeline, metrics),
            search,
            queue,
            stock=catalogue.stock,
            link=links.media.link,
            keep=stores.photos.keep,
        ),
        GarmentHandler(
            pipeline.embed,
            search,
            stores.photos,
            queue,
            link=links.media.link,
            page=links.cut_out.address,
        ),
    )


@dataclass(frozen=True, slots=True)
class Batches:
    """What keeps the catalogue."""

    handler: BatchHandler
    catalogue: CatalogueHandler
    upkeep: UpkeepHandler
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
    return Batches(
        batches,
        CatalogueHandler(
            catalogue,
            batches=batches,
            cards=cards,
            upkeep=upkeep,
            link=link,
            sites=lambda: stores.sites.counts(catalogue.confirmations.by_place()),
        ),
        upkeep,
        staging,
    )


def build_handlers(
    settings: Settings,
    catalogue: Catalogue,
    photos: Photos,
    batches: Batches,
    *,
    model: str,
    stores: Stores,
    links: Links,
) -> Handlers:
    """All that answer; `model` names whose vectors are compared."""
    link, names = links.media.link, Names(catalogue.database)
    stock = StockHandler(catalogue.stock, link=link)
    views = ViewHandler(catalogue, stores.photos, stores.people, batches.handler)
    return Handlers(
        help=HelpHandler(stores.people, catalogue.stock.example),
        photos=photos.handler,
        matches=ConfirmHandler(
            catalogue.stock, catalogue.confirmations, stores.photos, model=model, link=link, offer=views.offer
        ),
        garments=photos.garments,
        views=views,
        intakes=IntakeHandler(catalogue, stores.photos, batches.handler, link=link),
        stock=stock,
        questions=QuestionHandler(
            Understanding(names),
            Answers(catalogue.stock, names, zone=ZoneInfo(settings.time_zone)),
            stores.memory,
            catalogue.stock,
            stock=stock,
            link=link,
        ),
        orders=OrderHandler(catalogue.stock, catalogue.movements, catalogue.notes, names),
        people=PeopleHandler(stores.people),
        language=stores.language,
        catalogue=batches.catalogue,
        batches=batches.handler,
        upkeep=batches.upkeep,
    )
