"""The parts of the bot, each built by one function; `bot.app` puts them together."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from aiohttp import ClientSession

from bot.channel import InboundMessage
from bot.cut_out.routes import CutOutLinks
from bot.delivery.card_places import CardPlaces
from bot.delivery.inbox import Inbox, bot_id
from bot.fetching.attachments import AttachmentFetcher
from bot.handlers.batch_cards import BatchCards
from bot.handlers.batches import BatchHandler
from bot.handlers.catalogue import CatalogueHandler
from bot.handlers.confirm import ConfirmHandler
from bot.handlers.garments import GarmentHandler, Search
from bot.handlers.help import HelpHandler
from bot.handlers.intake import IntakeHandler
from bot.handlers.jobs import Jobs
from bot.handlers.language import LanguageHandler
from bot.handlers.orders import OrderHandler
from bot.handlers.people import PeopleHandler
from bot.handlers.photo import PhotoHandler
from bot.handlers.questions import QuestionHandler
from bot.handlers.staging import Staging
from bot.handlers.stock import StockHandler
from bot.handlers.upkeep import UpkeepHandler
from bot.handlers.views import ViewHandler
from bot.links.downloads import Downloads
from bot.links.media import MediaLinks, media_key
from bot.links.signed_buttons import SignedButtons
from bot.locales.faults import picture_reader
from bot.opening import readable_home
from bot.questions.answers import Answers
from bot.questions.understanding import Understanding
from bot.questions.vocabulary import Names
from bot.routing import FORM_BUTTONS, OPEN_BUTTONS, Handlers
from bot.settings import Settings
from bot.state.memory import Memory
from bot.state.people import People
from bot.state.photos import FOLDER, PhotoSessions
from bot.state.sites import Sites
from bot.telemetry.metrics import MeasuredPipeline, MeasuredSearch, Metrics
from bot.telemetry.traces import Tracing
from bot.worker_queue import WorkerQueue
from catalogue.pictures import PictureStore
from catalogue.store import Catalogue
from vision.pipeline import PhotoPipeline

_BATCH_MAX_BYTES = 256 << 20
_BATCH_SECONDS = 120.0
_JOBS_WAITING = 8


@dataclass(frozen=True, slots=True)
class Links:
    """What the bot signs: addresses and buttons."""

    media: MediaLinks
    downloads: Downloads
    cut_out: CutOutLinks
    buttons: SignedButtons


def build_links(settings: Settings, base_url: str) -> Links:
    """All signed with the key in the bot's home. Raises `SettingsError` where it cannot be read or made."""
    with readable_home():
        key = media_key(settings.home / "media.key")
    return Links(
        MediaLinks(base_url, key),
        Downloads(base_url, key, settings.home / "downloads"),
        CutOutLinks(base_url, key),
        SignedButtons(key, open_names=OPEN_BUTTONS, form_names=FORM_BUTTONS),
    )


@dataclass(frozen=True, slots=True)
class Stores:
    """What the bot remembers of people and their messages."""

    people: People
    sites: Sites
    language: LanguageHandler
    memory: Memory
    inbox: Inbox
    photos: PhotoSessions
    pictures: Mapping[str, PictureStore]
    """By what picture links call them: of the catalogue, and of the photos."""

    def meet(self, message: InboundMessage) -> None:
        """Remember who wrote, and where. Blocks."""
        self.people.meet(message)
        self.sites.meet(message)


def build_stores(settings: Settings, catalogue: Catalogue, *, local: bool) -> Stores:
    """All in the catalogue's database; `local` makes everybody an admin.

    Raises `SettingsError` where the bot's home cannot be read or written.
    """
    notes = catalogue.database.notes
    with readable_home():
        inbox = Inbox(notes, bot=bot_id(settings.home))
    photos = catalogue.pictures.below(FOLDER)
    return Stores(
        People(notes, admins=() if local else settings.first_admins(), everybody=local),
        Sites(notes),
        LanguageHandler(notes),
        Memory(notes),
        inbox,
        PhotoSessions(notes, photos),
        {"": catalogue.pictures, FOLDER: photos},
    )


@dataclass(frozen=True, slots=True)
class Queues:
    """Work of the processor, off the event loop."""

    photos: WorkerQueue
    batches: WorkerQueue

    def close(self) -> None:
        """Wait for what runs. Blocks."""
        self.photos.close()
        self.batches.close()


def build_queues(settings: Settings, metrics: Metrics, traces: Tracing) -> Queues:
    """Photos side by side, batches one at a time."""
    photos = WorkerQueue(
        workers=settings.vision_workers, waiting=settings.vision_waiting, entering=traces.entering
    )
    batches = WorkerQueue(workers=1, waiting=_JOBS_WAITING, patience=math.inf)
    metrics.watch_queue("photo", lambda: photos.inside)
    metrics.watch_queue("batch", lambda: batches.inside)
    return Queues(photos, batches)


@dataclass(frozen=True, slots=True)
class Fetchers:
    """What opens attachments."""

    photos: AttachmentFetcher
    files: AttachmentFetcher


def build_fetchers(settings: Settings, session: ClientSession, *, allow_loopback: bool) -> Fetchers:
    """Photos are small and wanted at once; files of batches may be large."""
    hosts = settings.allowed_file_hosts
    return Fetchers(
        AttachmentFetcher(
            session,
            max_bytes=settings.photo_max_bytes,
            file_hosts=hosts,
            allow_loopback=allow_loopback,
        ),
        AttachmentFetcher(
            session,
            max_bytes=_BATCH_MAX_BYTES,
            seconds=_BATCH_SECONDS,
            file_hosts=hosts,
            allow_loopback=allow_loopback,
        ),
    )


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
    watch: tuple[Metrics, Tracing],
) -> Photos:
    """Pipeline, search and fetcher are timed and traced."""
    metrics, traces = watch
    search: Search = traces.search(MeasuredSearch(catalogue.search, metrics))
    return Photos(
        PhotoHandler(
            traces.fetcher(fetcher),
            traces.pipeline(MeasuredPipeline(pipeline, metrics)),
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
    places = CardPlaces(settings.home / "cards.json")
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
            sites=lambda: stores.sites.counts(catalogue.database.confirmations.by_place()),
        ),
        upkeep,
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
        help=HelpHandler(stores.people),
        photos=photos.handler,
        matches=ConfirmHandler(catalogue.database, stores.photos, model=model, link=link, offer=views.offer),
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
        orders=OrderHandler(catalogue.database, names),
        people=PeopleHandler(stores.people),
        language=stores.language,
        catalogue=batches.catalogue,
        batches=batches.handler,
        upkeep=batches.upkeep,
    )
