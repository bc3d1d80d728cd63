"""What handlers stand on: links, stores, queues and fetchers."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial

from aiohttp import ClientSession

from bot.building.opening import readable_home
from bot.channel import InboundMessage
from bot.cut_out.routes import CutOutLinks
from bot.delivery.inbox import Inbox, bot_id
from bot.fetching.attachments import AttachmentFetcher
from bot.fetching.fetcher import SafeFetcher
from bot.handlers.language import LanguageHandler
from bot.links.charts import ChartLinks
from bot.links.downloads import Downloads
from bot.links.media import MediaLinks, media_key
from bot.links.signed_buttons import SignedButtons
from bot.routing.table import FORM_BUTTONS, OPEN_BUTTONS
from bot.settings import Settings
from bot.state.memory import Memory
from bot.state.people import People
from bot.state.photos import FOLDER, PhotoSessions
from bot.state.sites import Sites
from bot.state.whereabouts import Whereabouts
from bot.telemetry.metrics import Metrics
from bot.worker_queue import WorkerQueue
from catalogue.pictures import PictureStore
from catalogue.store import Catalogue

BATCH_MAX_BYTES = 256 << 20
FILM_FACTOR = 2
"""A motion photo is fetched up to this many times the limit of a photo; its film is cut off."""
_BATCH_SECONDS = 120.0
_JOBS_WAITING = 8


@dataclass(frozen=True, slots=True)
class Links:
    """What the bot signs: addresses and buttons."""

    media: MediaLinks
    charts: ChartLinks
    downloads: Downloads
    cut_out: CutOutLinks
    buttons: SignedButtons


def build_links(settings: Settings, base_url: str) -> Links:
    """All signed with the key in the bot's home. Raises `SettingsError` where it cannot be read or made."""
    with readable_home():
        key = media_key(settings.home / "media.key")
    return Links(
        MediaLinks(base_url, key),
        ChartLinks(base_url, key),
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
    whereabouts: Whereabouts
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
    notes = catalogue.notes
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
        Whereabouts(notes, catalogue.places),
        {"": catalogue.pictures, FOLDER: photos},
    )


@dataclass(frozen=True, slots=True)
class Queues:
    """Work of the processor, off the event loop."""

    photos: WorkerQueue
    batches: WorkerQueue
    feeds: WorkerQueue

    def close(self) -> None:
        """Wait for what runs. Blocks."""
        self.photos.close()
        self.batches.close()
        self.feeds.close()


def build_queues(settings: Settings, metrics: Metrics) -> Queues:
    """Photos side by side, batches and feeds one at a time."""
    photos = WorkerQueue(workers=settings.vision_workers, waiting=settings.vision_waiting)
    batches = WorkerQueue(workers=1, waiting=_JOBS_WAITING, patience=math.inf)
    feeds = WorkerQueue(workers=1, waiting=_JOBS_WAITING, patience=math.inf)
    metrics.watch_queue("photo", lambda: photos.inside)
    metrics.watch_queue("batch", lambda: batches.inside)
    return Queues(photos, batches, feeds)


@dataclass(frozen=True, slots=True)
class Fetchers:
    """What opens attachments."""

    photos: AttachmentFetcher
    files: AttachmentFetcher


def build_fetchers(settings: Settings, session: ClientSession, *, allow_loopback: bool) -> Fetchers:
    """Photos are small and wanted at once; files of batches may be large."""
    fetcher = partial(SafeFetcher, session, hosts=settings.allowed_file_hosts, allow_loopback=allow_loopback)
    return Fetchers(
        AttachmentFetcher(
            fetcher(max_bytes=FILM_FACTOR * settings.photo_max_bytes),
            max_photo_bytes=settings.photo_max_bytes,
        ),
        AttachmentFetcher(fetcher(max_bytes=BATCH_MAX_BYTES, seconds=_BATCH_SECONDS)),
    )
