"""Feeds: their sources by the settings, and the watch that runs them when it is time."""

from __future__ import annotations

import asyncio
import logging
import re
from collections.abc import Callable
from functools import partial
from urllib.parse import quote

from bot.errors import BotError
from bot.fetching.feeds import WebSource
from bot.fetching.picture_links import allowed_links
from bot.handlers.catalogue.feeds import FeedReports
from bot.locales.faults import picture_reader
from bot.settings import Settings
from bot.telemetry.metrics import Metrics
from bot.worker_queue import WorkerQueue
from catalogue.database import Feed
from catalogue.errors import CatalogueError, FeedError
from catalogue.feeds.service import FeedService
from catalogue.feeds.sources import Kind, Source, kind_of
from catalogue.feeds.sources.files import Files
from catalogue.feeds.sources.query import Query
from catalogue.feeds.sources.schemes import SECRET
from catalogue.feeds.sources.sftp import Sftp
from catalogue.messages import Message
from catalogue.status import feed_standings
from catalogue.store import Catalogue
from vision.pipeline import PhotoPipeline

log = logging.getLogger(__name__)

FEED_SECONDS = 5.0
"""Between two looks whether it is time for a feed."""


def build_feeds(settings: Settings, pipeline: PhotoPipeline, catalogue: Catalogue) -> FeedService:
    """The feeds of a catalogue, with sources by these settings."""
    return FeedService(
        catalogue,
        pipeline.embed_pictures,
        source_opener(settings),
        picture_reader=picture_reader(pipeline.check),
        pictures=partial(allowed_links, settings.allowed_picture_hosts),
    )


def source_opener(settings: Settings) -> Callable[[Feed], Source]:
    """What makes a feed's source; it raises `FeedError` if a secret is missing."""

    def opened(feed: Feed) -> Source:
        address = with_secrets(feed.source, settings)
        match kind_of(feed.source):
            case Kind.WEB:
                return WebSource(address, headers=_headers(feed, settings), authorities=settings.feed_ca)
            case Kind.SFTP:
                key, hosts = settings.feed_ssh_key, settings.feed_known_hosts
                return Sftp(address, key_file=key, known_hosts=hosts)
            case Kind.DATABASE:
                return Query(address, feed.query)
            case Kind.FILES:
                return Files(address)

    return opened


def with_secrets(source: str, settings: Settings) -> str:
    """An address with its secrets in place of their names. Raises `FeedError` if one is missing."""

    def secret(name: re.Match[str]) -> str:
        known = settings.feed_secrets.get(name[1])
        if known is None:
            raise FeedError(Message("operator-feed-secret", name=name[1]))
        return quote(known.get_secret_value(), safe="")

    return SECRET.sub(secret, source)


def _headers(feed: Feed, settings: Settings) -> dict[str, str]:
    return {
        header: value.get_secret_value()
        for name, headers in settings.feed_headers.items()
        if name.casefold() == feed.name.casefold()
        for header, value in headers.items()
    }


async def watch_feeds(
    service: FeedService,
    queue: WorkerQueue,
    reports: FeedReports,
    catalogue: Catalogue,
    metrics: Metrics,
    *,
    seconds: float = FEED_SECONDS,
) -> None:
    """Run each feed when it is time, one after another, and tell admins what needs them.

    Other bots on the same database do the same: whoever is first runs a feed, and the others find it done.
    """
    while True:
        try:
            for feed in await asyncio.to_thread(service.due):
                await _run(service, queue, feed)
            standings = await asyncio.to_thread(feed_standings, catalogue.database)
            metrics.watch_feeds(standings)
            await reports.report(one.feed for one in standings)
        except (CatalogueError, BotError) as fault:
            log.warning("feeds could not be looked after: %s", fault)
        except Exception:  # a bug must not end the feeds of a bot that goes on for months
            log.exception("feeds could not be looked after; the next try is in %.0f s", seconds)
        await asyncio.sleep(seconds)


async def _run(service: FeedService, queue: WorkerQueue, feed: Feed) -> None:
    """A feed that cannot be run keeps no other from it."""
    try:
        await queue.run(partial(service.run, feed.name, if_due=True))
    except (CatalogueError, BotError) as fault:
        log.warning("the feed %s could not be run: %s", feed.name, fault)
    except Exception:
        log.exception("the feed %s could not be run", feed.name)
