"""Where feeds read: real servers on this machine, as they should be and as they should not."""

from __future__ import annotations

import asyncio
import os
import ssl
from collections.abc import AsyncIterator, Iterator
from contextlib import closing
from datetime import UTC, datetime, timedelta
from ipaddress import ip_address
from pathlib import Path

import asyncssh
import fsspec
import psycopg
import pytest
from aiohttp import web
from aiohttp.test_utils import TestServer
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID
from pydantic import SecretStr

from bot.building.feeds import source_opener
from bot.fetching.feeds import WebSource
from catalogue.database import Mark
from catalogue.errors import FeedError, UnfinishedError
from catalogue.feeds.service import Result
from catalogue.feeds.sources import Fetched, Kind, Source, kind_of, shown
from catalogue.feeds.sources.files import Files
from catalogue.feeds.sources.query import Query
from catalogue.feeds.sources.schemes import has_password, secrets_in
from catalogue.feeds.sources.sftp import Sftp
from catalogue.messages import Message
from catalogue.movements import Worker
from tests.kit.bots import settings_in
from tests.kit.feeds import FedShop
from tests.kit.servers import postgresql_database
from tests.kit.stores import build_catalogue, toy_embed

STOCK = b"sku,on_hand\nS-1,5\n"
MADE = datetime(2026, 3, 1, 12, 30, tzinfo=UTC)
SPELLED = "Sun, 01 Mar 2026 12:30:00 GMT"


async def fetched(source: Source, out: Path, known: Mark | None = None) -> Fetched:
    return await asyncio.to_thread(source.fetch, known, out / "content")


async def refused(source: Source, out: Path, known: Mark | None = None) -> str:
    """The code of why a source gives nothing; its sentence is one."""
    with pytest.raises(FeedError) as raised:
        await fetched(source, out, known)
    sentence = str(raised.value)
    assert sentence.endswith(".")
    assert "\n" not in sentence
    assert "s3cret" not in sentence
    return raised.value.message.code


# HTTPS


@pytest.fixture
def certificate(tmp_path: Path) -> tuple[Path, Path]:
    """A certificate for 127.0.0.1, signed by itself, and its key."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "wms.test")])
    now = datetime.now(UTC)
    made = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(1)
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.IPAddress(ip_address("127.0.0.1"))]), critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .sign(key, hashes.SHA256())
    )
    public, private = tmp_path / "ca.pem", tmp_path / "key.pem"
    public.write_bytes(made.public_bytes(serialization.Encoding.PEM))
    private.write_bytes(
        key.private_bytes(
            serialization.Encoding.PEM,
            serialization.PrivateFormat.PKCS8,
            serialization.NoEncryption(),
        )
    )
    return public, private


class Wms:
    """A web server with stock; remembers what it was asked with."""

    def __init__(self) -> None:
        self.asked: list[web.Request] = []
        self.address = ""

    async def answer(self, request: web.Request) -> web.StreamResponse:
        self.asked.append(request)
        match request.match_info["what"]:
            case "stock.csv":
                headers = {"ETag": '"v1"', "Last-Modified": SPELLED}
                if request.headers.get("If-None-Match") == '"v1"':
                    return web.Response(status=304, headers=headers)
                return web.Response(body=STOCK, headers=headers)
            case "tagged.csv":
                if request.headers.get("If-None-Match") == '"t"':
                    return web.Response(status=304)
                return web.Response(body=STOCK, headers={"ETag": '"t"'})
            case "live.csv":
                return web.Response(body=STOCK)
            case "secret.csv":
                if request.headers.get("Authorization") != "Basic cGFjazpzM2NyZXRAMQ==":
                    raise web.HTTPUnauthorized
                return web.Response(body=STOCK)
            case "keyed.csv":
                if request.headers.get("X-Key") != "s3cret":
                    raise web.HTTPForbidden
                return web.Response(body=STOCK)
            case "login":
                return web.Response(text="<!doctype html>\n<title>Sign in</title>", content_type="text/html")
            case "empty.csv":
                return web.Response(body=b"")
            case "down.csv":
                raise web.HTTPBadGateway
            case "moved.csv":
                raise web.HTTPFound("/stock.csv")
            case "inside.csv":
                raise web.HTTPFound("https://169.254.169.254/latest/meta-data")
            case "round.csv":
                raise web.HTTPFound("/round.csv")
            case "elsewhere.csv":
                raise web.HTTPFound(f"{self.address.replace('127.0.0.1', 'localhost')}/live.csv")
            case "cut.csv":
                response = web.StreamResponse(headers={"Content-Length": "3000"})
                await response.prepare(request)
                await response.write(STOCK)
                assert request.transport is not None
                request.transport.close()
                return response
            case "big.csv":
                return web.Response(body=b"x" * 5000)
            case "slow.csv":
                await asyncio.sleep(5)
        raise web.HTTPNotFound


@pytest.fixture
async def wms() -> AsyncIterator[Wms]:
    """Over plain http, which is for this machine alone."""
    served = Wms()
    app = web.Application()
    app.router.add_get("/{what}", served.answer)
    async with TestServer(app, host="127.0.0.1") as running:
        served.address = str(running.make_url("")).rstrip("/")
        yield served


def web_source(wms: Wms, what: str, **options: object) -> WebSource:
    return WebSource(f"{wms.address}/{what}", **options)  # type: ignore[arg-type]


async def test_a_file_by_https_from_a_server_whose_authority_the_settings_name(
    certificate: tuple[Path, Path], tmp_path: Path
) -> None:
    public, private = certificate
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(public, private)
    app = web.Application()
    app.router.add_get("/{what}", Wms().answer)
    server = TestServer(app, host="127.0.0.1", scheme="https")
    await server.start_server(ssl=context)
    try:
        address = str(server.make_url("/stock.csv"))
        read = await fetched(WebSource(address, authorities=public), tmp_path)
        assert (tmp_path / "content").read_bytes() == STOCK
        assert (read.name, read.as_of) == ("stock.csv", MADE)
        assert await refused(WebSource(address), tmp_path) == "feed-certificate"
        missing = WebSource(address, authorities=tmp_path / "none.pem")
        assert await refused(missing, tmp_path) == "operator-feed-authorities"
    finally:
        await server.close()


async def test_an_unchanged_file_is_not_sent_again(wms: Wms, tmp_path: Path) -> None:
    source = web_source(wms, "stock.csv")
    first = await fetched(source, tmp_path)
    again = await fetched(source, tmp_path, first.mark)
    assert (again.unchanged, again.as_of) == (True, MADE)
    asked = wms.asked[-1].headers
    assert (asked["If-None-Match"], asked["If-Modified-Since"]) == ('"v1"', SPELLED)


async def test_a_server_that_gives_no_date_vouches_for_now(wms: Wms, tmp_path: Path) -> None:
    began = datetime.now(UTC)
    first = await fetched(web_source(wms, "tagged.csv"), tmp_path)
    again = await fetched(web_source(wms, "tagged.csv"), tmp_path, first.mark)
    assert again.unchanged
    assert began <= first.as_of <= again.as_of
    live = await fetched(web_source(wms, "live.csv"), tmp_path, Mark())
    assert not live.unchanged


async def test_a_password_or_a_header_opens_a_file_and_no_other_does(wms: Wms, tmp_path: Path) -> None:
    with_password = f"{wms.address.replace('http://', 'http://pack:s3cret%401@')}/secret.csv"
    await fetched(WebSource(with_password), tmp_path)
    assert await refused(web_source(wms, "secret.csv"), tmp_path) == "feed-login"
    await fetched(web_source(wms, "keyed.csv", headers={"X-Key": "s3cret"}), tmp_path)
    assert await refused(web_source(wms, "keyed.csv", headers={"X-Key": "other"}), tmp_path) == "feed-login"


async def test_secrets_go_to_no_other_host(wms: Wms, tmp_path: Path) -> None:
    await fetched(web_source(wms, "elsewhere.csv", headers={"X-Key": "s3cret"}), tmp_path)
    first, second = wms.asked
    assert first.headers["X-Key"] == "s3cret"
    assert second.headers["Host"].startswith("localhost")
    assert "X-Key" not in second.headers


@pytest.mark.parametrize(
    ("what", "code"),
    [
        ("none.csv", "feed-status"),
        ("down.csv", "feed-status"),
        ("empty.csv", "feed-empty"),
        ("cut.csv", "feed-not-reached"),
        ("big.csv", "feed-too-large"),
        ("slow.csv", "feed-slow"),
        ("inside.csv", "feed-moved"),
        ("round.csv", "feed-moved"),
    ],
)
async def test_what_a_server_does_not_give_is_said_in_a_sentence(
    wms: Wms, tmp_path: Path, what: str, code: str
) -> None:
    assert await refused(web_source(wms, what, max_bytes=4000, seconds=2.0), tmp_path) == code


@pytest.mark.parametrize(
    ("address", "code"),
    [
        ("http://wms.example.com/stock.csv", "feed-no-https"),
        ("https://", "feed-address"),
        ("https://[::1/stock.csv", "feed-address"),
        ("https://127.0.0.1:1/stock.csv", "feed-not-reached"),
        ("https://no-such-host.invalid/stock.csv", "feed-not-reached"),
    ],
)
async def test_an_address_that_leads_nowhere_is_said_so(tmp_path: Path, address: str, code: str) -> None:
    assert await refused(WebSource(address, seconds=5.0), tmp_path) == code


async def test_a_redirect_within_the_host_is_followed(wms: Wms, tmp_path: Path) -> None:
    await fetched(web_source(wms, "moved.csv"), tmp_path)
    assert (tmp_path / "content").read_bytes() == STOCK


# SFTP


class Ftp:
    """An SFTP server with a folder, which knows one key and one password."""

    def __init__(self, folder: Path, home: Path) -> None:
        self.folder = folder
        self.key_file, self.known_hosts = home / "id", home / "known_hosts"
        self.port = 0

    def source(self, path: str, *, user: str = "pack", password: str = "") -> Sftp:
        login = f"{user}:{password}" if password else user
        key = None if password else self.key_file
        return Sftp(f"sftp://{login}@127.0.0.1:{self.port}{path}", key_file=key, known_hosts=self.known_hosts)

    def put(self, name: str, content: bytes = STOCK, *, age: float = 60) -> datetime:
        file = self.folder / name
        file.write_bytes(content)
        made = int(datetime.now(UTC).timestamp() - age)
        os.utime(file, (made, made))
        return datetime.fromtimestamp(made, UTC)


@pytest.fixture
async def ftp(tmp_path: Path) -> AsyncIterator[Ftp]:
    folder, home = tmp_path / "out", tmp_path / "ssh"
    folder.mkdir()
    home.mkdir()
    known = Ftp(folder, home)
    host_key, key = (asyncssh.generate_private_key("ssh-ed25519") for _ in range(2))
    key.write_private_key(str(known.key_file))

    class Server(asyncssh.SSHServer):
        def begin_auth(self, username: str) -> bool:
            return True

        def password_auth_supported(self) -> bool:
            return True

        def validate_password(self, username: str, password: str) -> bool:
            return (username, password) == ("pack", "s3cret@1")

        def public_key_auth_supported(self) -> bool:
            return True

        def validate_public_key(self, username: str, given: asyncssh.SSHKey) -> bool:
            return username == "pack" and given == key.convert_to_public()

    def rooted(channel: asyncssh.SSHServerChannel[bytes]) -> asyncssh.SFTPServer:
        return asyncssh.SFTPServer(channel, chroot=str(folder).encode())

    server = await asyncssh.create_server(
        Server, "127.0.0.1", 0, server_host_keys=[host_key], sftp_factory=rooted
    )
    known.port = server.get_port()
    public = host_key.export_public_key().decode().strip()
    known.known_hosts.write_text(f"[127.0.0.1]:{known.port} {public}\n")
    yield known
    server.close()
    await server.wait_closed()


async def test_the_newest_file_by_sftp(ftp: Ftp, tmp_path: Path) -> None:
    ftp.put("stock-1.csv", b"old\n", age=600)
    made = ftp.put("stock-2.csv")
    ftp.put("prices.csv", b"other\n", age=10)
    ftp.put(".stock-3.csv", b"hidden\n", age=10)
    for path in ("/stock-*.csv", "/stock-2.csv"):
        read = await fetched(ftp.source(path), tmp_path)
        assert (read.name, read.as_of, read.unchanged) == ("stock-2.csv", made, False)
        assert (tmp_path / "content").read_bytes() == STOCK
        again = await fetched(ftp.source(path), tmp_path, read.mark)
        assert (again.unchanged, again.as_of) == (True, made)
    whole = await fetched(ftp.source("/"), tmp_path)
    assert whole.name == "prices.csv"


async def test_a_password_opens_sftp_too(ftp: Ftp, tmp_path: Path) -> None:
    ftp.put("stock.csv")
    await fetched(ftp.source("/stock.csv", password="s3cret%401"), tmp_path)
    assert await refused(ftp.source("/stock.csv", password="s3cret"), tmp_path) == "feed-login"


async def test_a_wrong_key_or_user_is_refused(ftp: Ftp, tmp_path: Path) -> None:
    ftp.put("stock.csv")
    assert await refused(ftp.source("/stock.csv", user="eve"), tmp_path) == "feed-login"
    asyncssh.generate_private_key("ssh-ed25519").write_private_key(str(ftp.key_file))
    assert await refused(ftp.source("/stock.csv"), tmp_path) == "feed-login"
    ftp.key_file.write_text("no key")
    assert await refused(ftp.source("/stock.csv"), tmp_path) == "feed-key"


async def test_a_server_that_is_not_known_gets_no_login(ftp: Ftp, tmp_path: Path) -> None:
    ftp.put("stock.csv")
    other = asyncssh.generate_private_key("ssh-ed25519").export_public_key().decode().strip()
    ftp.known_hosts.write_text(f"[127.0.0.1]:{ftp.port} {other}\n")
    assert await refused(ftp.source("/stock.csv"), tmp_path) == "feed-host-key"
    ftp.known_hosts.write_text("")
    assert await refused(ftp.source("/stock.csv"), tmp_path) == "feed-host-key"


async def test_what_is_not_there_by_sftp_is_said_so(ftp: Ftp, tmp_path: Path) -> None:
    assert await refused(ftp.source("/stock-*.csv"), tmp_path) == "feed-no-file"
    assert await refused(ftp.source("/none/stock.csv"), tmp_path) == "feed-no-file"
    ftp.port = 1
    assert await refused(ftp.source("/stock.csv"), tmp_path) == "feed-not-reached"
    nowhere = Sftp("sftp://pack@127.0.0.1:many/x.csv", key_file=ftp.key_file, known_hosts=ftp.known_hosts)
    assert await refused(nowhere, tmp_path) == "feed-address"


async def test_a_file_that_sftp_is_still_receiving_is_left_for_later(ftp: Ftp, tmp_path: Path) -> None:
    ftp.put("stock.csv", age=0)
    with pytest.raises(UnfinishedError):
        await fetched(ftp.source("/stock.csv"), tmp_path)


# PostgreSQL


@pytest.fixture
def erp(postgresql: str) -> Iterator[str]:
    """The URL of somebody else's database, with stock in it."""
    with postgresql_database(postgresql, "erp") as url:
        with psycopg.connect(url, autocommit=True) as connection:
            connection.execute("CREATE TABLE stock (artikel text, menge numeric, ort text)")
            connection.execute("INSERT INTO stock VALUES ('S-1', 5, 'Halle „A“, vorn'), ('S-2', 0, NULL)")
        yield url


SELECT = """
-- What the warehouse has; times such as 12:30 are no parameters, nor is 100 % one.
SELECT artikel AS sku, menge::int AS on_hand, ort AS location, '12:30 :x 100 %' AS note
FROM stock ORDER BY artikel;
"""


def test_the_rows_of_a_query_are_a_table(erp: str, tmp_path: Path) -> None:
    read = Query(erp, SELECT).fetch(None, tmp_path / "content")
    lines = (tmp_path / "content").read_text("utf-8").splitlines()
    assert lines == [
        "sku,on_hand,location,note",
        'S-1,5,"Halle „A“, vorn",12:30 :x 100 %',
        "S-2,0,,12:30 :x 100 %",
    ]
    assert (read.name, read.unchanged) == ("query.csv", False)


@pytest.mark.parametrize(
    "query",
    [
        "DELETE FROM stock",
        "DELETE FROM stock RETURNING artikel AS sku",
        "WITH gone AS (DELETE FROM stock RETURNING artikel) SELECT artikel AS sku FROM gone",
        "SELECT 1; DELETE FROM stock",
        "COMMIT; DELETE FROM stock",
        "SELECT nothing FROM stock",
        "",
    ],
)
async def test_a_query_reads_and_does_nothing_else(erp: str, tmp_path: Path, query: str) -> None:
    assert await refused(Query(erp, query), tmp_path) in ("feed-query", "feed-query-writes")
    with psycopg.connect(erp) as connection:
        assert connection.execute("SELECT count(*) FROM stock").fetchone() == (2,)


async def test_a_query_that_takes_too_long_is_stopped(erp: str, tmp_path: Path) -> None:
    assert await refused(Query(erp, "SELECT pg_sleep(20)", seconds=0.5), tmp_path) == "feed-slow"


async def test_a_database_that_is_not_there_or_refuses_the_login_is_said_so(erp: str, tmp_path: Path) -> None:
    assert (
        await refused(Query("postgresql://u:s3cret@127.0.0.1:1/erp", "SELECT 1"), tmp_path)
        == "feed-not-reached"
    )
    stranger = erp.replace("hangtag@", "stranger:s3cret@")
    assert await refused(Query(stranger, "SELECT 1"), tmp_path) in ("feed-login", "feed-not-reached")
    assert await refused(Query("postgresql://wms:many/erp", "SELECT 1"), tmp_path) == "feed-address"


# Addresses


@pytest.mark.parametrize(
    ("source", "kind", "seen"),
    [
        ("https://u:${PW}@wms/x.csv?sig=s3cret#f", Kind.WEB, "https://u@wms/x.csv?…"),
        ("sftp://pack@wms:2222/out/s-*.csv", Kind.SFTP, "sftp://pack@wms:2222/out/s-*.csv"),
        ("postgresql://r:s3cret@wms/erp", Kind.DATABASE, "postgresql://r@wms/erp"),
        ("s3://bucket/out/*.csv", Kind.FILES, "s3://bucket/out/*.csv"),
        ("/srv/erp/*.csv", Kind.FILES, "/srv/erp/*.csv"),
        ("https://u:a@b@wms/x.csv", Kind.WEB, "https://u@wms/x.csv"),
    ],
)
def test_an_address_is_shown_without_its_secrets(source: str, kind: Kind, seen: str) -> None:
    assert (kind_of(source), shown(source)) == (kind, seen)


def test_a_password_in_an_address_is_seen_and_its_name_is_none() -> None:
    assert has_password("https://u:s3cret@wms/x.csv")
    assert has_password("sftp://u:a${B}@wms/x.csv")
    assert not has_password("https://u:${PW}@wms/x.csv")
    assert not has_password("https://u@wms:8443/x.csv")
    assert secrets_in("https://u:${PW}@wms/x.csv?k=${KEY}") == ("PW", "KEY")


# An object store, and whole runs


def test_the_newest_file_of_an_object_store(tmp_path: Path) -> None:
    """fsspec's own store in memory stands for S3 and the like, which differ by their driver alone."""
    store = fsspec.filesystem("memory")
    store.pipe_file("/feed-out/stock-1.csv", b"old\n")
    store.pipe_file("/feed-out/stock-2.csv", STOCK)
    store.pipe_file("/feed-out/prices.txt", b"other\n")
    try:
        source = Files("memory://feed-out/stock-*.csv", settled=0)
        read = source.fetch(None, tmp_path / "content")
        assert (read.name, (tmp_path / "content").read_bytes()) == ("stock-2.csv", STOCK)
        assert source.fetch(read.mark, tmp_path / "content").unchanged
        with pytest.raises(UnfinishedError):
            Files("memory://feed-out/stock-*.csv").fetch(None, tmp_path / "content")
    finally:
        store.rm("/feed-out", recursive=True)
    with pytest.raises(FeedError, match="There's no file"):
        Files("memory://feed-out/stock-*.csv").fetch(None, tmp_path / "content")


def test_a_store_whose_driver_is_not_installed_is_said_so(tmp_path: Path) -> None:
    with pytest.raises(FeedError, match="needs a package that isn't installed"):
        Files("adl://bucket/*.csv").fetch(None, tmp_path / "content")
    with pytest.raises(FeedError, match="can't be reached"):
        Files("nosuch://bucket/*.csv").fetch(None, tmp_path / "content")


@pytest.fixture
def shop(tmp_path: Path) -> Iterator[FedShop]:
    """A catalogue, whose feed's source is made of its address as the bot makes it."""
    settings = settings_in(tmp_path / "home", feed_headers={"wms": {"X-Key": SecretStr("s3cret")}})
    with closing(build_catalogue(tmp_path)) as catalogue:
        catalogue.import_batch(b"item,title,sku,on_hand\nTee,Tee,S-1,4\nTee,Tee,S-2,1\n", toy_embed)
        yield FedShop(catalogue, tmp_path / "none", open_source=source_opener(settings))


async def test_a_feed_by_https_runs_and_stays_as_old_as_its_server_says(wms: Wms, shop: FedShop) -> None:
    shop.add(source=f"{wms.address}/stock.csv")
    assert (await asyncio.to_thread(shop.run)).result is Result.APPLIED
    assert shop.on_hand("S-1") == 5
    assert wms.asked[-1].headers["X-Key"] == "s3cret"
    assert (await asyncio.to_thread(shop.run)).result is Result.CONFIRMED
    feed = shop.feed()
    assert feed.state.as_of == MADE  # which is months ago, however often it was looked at
    assert feed.is_late(datetime.now(UTC))
    shop.catalogue.movements.count("S-1", "Main", 9, by=Worker("ada", "Ada"))
    await asyncio.to_thread(shop.run)
    assert shop.on_hand("S-1") == 9  # the server has nothing new to say against that


async def test_a_server_without_dates_makes_figures_newer_each_time(wms: Wms, shop: FedShop) -> None:
    shop.add(source=f"{wms.address}/tagged.csv")
    await asyncio.to_thread(shop.run)
    first = shop.catalogue.stock.find("S-1").variants[0].stock[0].as_of
    assert (await asyncio.to_thread(shop.run)).result is Result.CONFIRMED
    one, other = shop.catalogue.stock.find("S-1").variants
    assert one.stock[0].as_of > first
    assert other.stock[0].origin is None  # the feed has not named it


async def test_a_feed_whose_login_expired_changes_nothing(wms: Wms, shop: FedShop) -> None:
    shop.add(source=f"{wms.address}/login")
    run = await asyncio.to_thread(shop.run)
    assert run.result is Result.FAILED
    assert run.feed.state.fault == Message("feed-page")
    assert shop.on_hand("S-1") == 4


def test_a_feed_of_a_query_runs(erp: str, shop: FedShop) -> None:
    shop.add(source=erp, query="SELECT artikel AS sku, menge AS on_hand FROM stock")
    assert shop.run().result is Result.APPLIED
    assert (shop.on_hand("S-1"), shop.on_hand("S-2")) == (5, 0)
    assert shop.run().result is Result.CONFIRMED
    with psycopg.connect(erp, autocommit=True) as connection:
        connection.execute("DELETE FROM stock")
    assert shop.run().result is Result.FAILED  # a table that was emptied is no news that all is sold
    assert shop.on_hand("S-1") == 5
