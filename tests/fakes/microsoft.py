"""A small Microsoft cloud on loopback: login with its keys and tokens, the Bot Connector, and a file store.

Real HTTP on 127.0.0.1 and real RSA signatures: what the bot can tell from Microsoft's own, it can tell here.
"""

from __future__ import annotations

import asyncio
import atexit
import os
import shutil
import ssl
import tempfile
import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from functools import cache
from ipaddress import IPv4Address
from pathlib import Path
from typing import Any, Self

import jwt
from aiohttp import web
from aiohttp.test_utils import TestServer
from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from cryptography.x509.oid import NameOID

ISSUER = "https://api.botframework.com"
APP_ID = "6f1c2a34-0000-4000-8000-00000000b07a"
APP_PASSWORD = "correct horse battery staple"
TENANT = "72f988bf-0000-4000-8000-2d7cd011db47"
BOT_ID = f"28:{APP_ID}"
IDENTITY_HEADER = "the machine's own"
PHOTO = b"\xff\xd8\xff\xe0 a photo"


@cache
def rsa_key(name: str) -> rsa.RSAPrivateKey:
    """A private key of that name; making one is slow, so each is made once."""
    return rsa.generate_private_key(public_exponent=65537, key_size=2048)


@cache
def certificate(name: str) -> bytes:
    """A private key and its certificate for 127.0.0.1, in PEM."""
    key, subject = rsa_key(name), x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, f"fake {name}")])
    now, host = datetime.now(UTC), x509.IPAddress(IPv4Address("127.0.0.1"))
    signed = (
        x509.CertificateBuilder(subject, subject, key.public_key(), x509.random_serial_number())
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([host]), critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .sign(key, SHA256())
    )
    private = key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    return private + signed.public_bytes(Encoding.PEM)


@cache
def certified() -> ssl.SSLContext:
    """A server's context for 127.0.0.1; this process and those that it starts trust its certificate."""
    folder = Path(tempfile.mkdtemp(prefix="hangtag-fake-microsoft-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    file = folder / "login.pem"
    file.write_bytes(certificate("login"))
    os.environ["SSL_CERT_FILE"] = str(file)
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    context.load_cert_chain(file)
    return context


@dataclass(frozen=True, slots=True)
class Delivered:
    """A request that the connector took from the bot."""

    method: str
    path: str
    activity: Mapping[str, Any]
    authorization: str
    targeted: bool = False
    """Whether one person alone is to see it."""


@dataclass(slots=True)
class FakeMicrosoft:
    """Start it with `async with`. What it saw stands in its lists; what it refuses is set beforehand."""

    key_names: list[str] = field(default_factory=lambda: ["spring"])
    """The signing keys that the metadata names at the moment."""
    delivered: list[Delivered] = field(default_factory=list)
    messages: dict[str, Mapping[str, Any]] = field(default_factory=dict)
    """What stands in the chat: messages by id, as they are after their updates."""
    token_requests: list[Mapping[str, str]] = field(default_factory=list)
    key_readings: int = 0
    refusals: list[tuple[int, Mapping[str, str]]] = field(default_factory=list)
    """Status and headers with which the next requests to the connector are refused, in order."""
    picture_refusals: list[int] = field(default_factory=list)
    """Statuses with which the next requests for pictures and files are refused, in order."""
    connector_open: asyncio.Event = field(default_factory=asyncio.Event)
    """While it is cleared, the connector takes nothing; who is gone before it is set again was not heard."""
    connector_seconds: float = 0.0
    """How long the connector takes for each request."""
    hangs_up: bool = False
    """The connector takes what comes, and closes the connection with no answer."""
    login_down: bool = False
    downloads: list[tuple[str, str | None]] = field(default_factory=list)
    """Path and Authorization header of each picture and file that was asked for."""
    files: dict[str, bytes] = field(default_factory=lambda: {"photo": PHOTO})
    _good_tokens: set[str] = field(default_factory=set)
    _server: TestServer | None = None
    _login: TestServer | None = None

    async def __aenter__(self) -> Self:
        self.connector_open.set()
        app = web.Application()
        app.add_routes(
            [
                web.get("/v1/.well-known/openidconfiguration", self._metadata),
                web.get("/v1/.well-known/keys", self._keys),
                web.post("/{region:.+}/v3/conversations/{conversation}/activities", self._post),
                web.put("/{region:.+}/v3/conversations/{conversation}/activities/{activity}", self._put),
                web.get("/{region:.+}/v3/attachments/{name}/views/original", self._picture),
                web.get("/{store:sharepoint|sp}/{name}", self._file),
            ]
        )
        self._server = TestServer(app, host="127.0.0.1")
        await self._server.start_server()
        login = web.Application()
        login.router.add_get("/{tenant}/v2.0/.well-known/openid-configuration", self._authority)
        login.router.add_post("/{tenant}/oauth2/v2.0/token", self._token)
        login.router.add_get("/identity", self._identity)
        self._login = TestServer(login, host="127.0.0.1", scheme="https")
        await self._login.start_server(ssl=certified())
        return self

    async def __aexit__(self, *exc_details: object) -> None:
        assert self._server is not None
        assert self._login is not None
        await self._server.close()
        await self._login.close()

    @property
    def login_url(self) -> str:
        """Of the login, which speaks https alone, as Microsoft's does."""
        assert self._login is not None, "start it first"
        return str(self._login.make_url("")).rstrip("/")

    @property
    def url(self) -> str:
        assert self._server is not None, "start it first"
        return str(self._server.make_url("")).rstrip("/")

    @property
    def service_url(self) -> str:
        return f"{self.url}/emea/"

    @property
    def metadata_url(self) -> str:
        return f"{self.url}/v1/.well-known/openidconfiguration"

    def token_for_bot(self, *, key: str = "spring", key_id: str | None = None, **claims: Any) -> str:
        """A token as the Bot Connector shows it to the bot; a claim of None is left out."""
        now = int(time.time())
        whole = {
            "iss": ISSUER,
            "aud": APP_ID,
            "serviceurl": self.service_url,
            "nbf": now - 60,
            "exp": now + 3600,
        } | claims
        payload = {name: value for name, value in whole.items() if value is not None}
        return jwt.encode(payload, rsa_key(key), algorithm="RS256", headers={"kid": key_id or key})

    def revoke_tokens(self) -> None:
        """The bot's tokens are no longer taken; it has to ask for a new one."""
        self._good_tokens.clear()

    async def _metadata(self, request: web.Request) -> web.Response:
        self.key_readings += 1
        if self.login_down:
            raise web.HTTPServiceUnavailable
        return web.json_response({"issuer": ISSUER, "jwks_uri": f"{self.url}/v1/.well-known/keys"})

    async def _keys(self, request: web.Request) -> web.Response:
        keys = []
        for name in self.key_names:
            public = jwt.algorithms.RSAAlgorithm.to_jwk(rsa_key(name).public_key(), as_dict=True)
            keys.append({**public, "kid": name, "use": "sig", "endorsements": ["msteams", "webchat"]})
        return web.json_response({"keys": keys})

    async def _authority(self, request: web.Request) -> web.Response:
        base = f"{self.login_url}/{request.match_info['tenant']}"
        endpoints = {name: f"{base}/oauth2/v2.0/{name}" for name in ("authorize", "token")}
        return web.json_response(
            {
                "issuer": f"{base}/v2.0",
                "authorization_endpoint": endpoints["authorize"],
                "token_endpoint": endpoints["token"],
            }
        )

    async def _token(self, request: web.Request) -> web.Response:
        form = {name: str(value) for name, value in (await request.post()).items()}
        self.token_requests.append({"tenant": request.match_info["tenant"], **form})
        if self.login_down:
            raise web.HTTPServiceUnavailable
        known = form.get("client_secret") == APP_PASSWORD or self._is_asserted(form)
        if form.get("client_id") != APP_ID or not known:
            error = {
                "error": "invalid_client",
                "error_description": "AADSTS7000215: Invalid client secret.\r\n…",
            }
            return web.json_response(error, status=401)
        return web.json_response(
            {"token_type": "Bearer", "expires_in": 3599, "access_token": self._new_token()}
        )

    def _is_asserted(self, form: Mapping[str, str]) -> bool:
        """Whether the bot's certificate, `certificate("bot")`, has signed for its own id."""
        try:
            claims = jwt.decode(
                form.get("client_assertion", ""),
                rsa_key("bot").public_key(),
                algorithms=["PS256"],
                options={"verify_aud": False},
            )
        except jwt.PyJWTError:
            return False
        return bool(claims["iss"] == claims["sub"] == APP_ID)

    async def _identity(self, request: web.Request) -> web.Response:
        """A machine's identity endpoint, as Azure's App Service has it."""
        self.token_requests.append(dict(request.query))
        if (
            request.headers.get("X-IDENTITY-HEADER") != IDENTITY_HEADER
            or request.query["client_id"] != APP_ID
        ):
            return web.json_response({"statusCode": 400, "message": "no such identity"}, status=400)
        expires = int(datetime.now(UTC).timestamp()) + 3599
        answer = {"access_token": self._new_token(), "expires_on": str(expires), "token_type": "Bearer"}
        return web.json_response({**answer, "resource": request.query["resource"]})

    def _new_token(self) -> str:
        token = f"bot-token-{len(self.token_requests)}"
        self._good_tokens.add(token)
        return token

    def _is_open_to(self, request: web.Request) -> bool:
        return request.headers.get("Authorization", "").removeprefix("Bearer ") in self._good_tokens

    async def _refuse_or_note(self, request: web.Request) -> Mapping[str, Any]:
        activity = await request.json()
        await self.connector_open.wait()
        if request.transport is None or request.transport.is_closing():
            raise web.HTTPRequestTimeout
        await asyncio.sleep(self.connector_seconds)
        self.delivered.append(
            Delivered(
                request.method,
                request.path,
                activity,
                request.headers.get("Authorization", ""),
                targeted=request.query.get("isTargetedActivity") == "true",
            )
        )
        error = {"error": {"code": "ServiceError", "message": "not now"}}
        if self.refusals:
            status, headers = self.refusals.pop(0)
            raise _refused(status, error, headers)
        if not self._is_open_to(request):
            raise _refused(401, {"error": {"code": "Unauthorized", "message": "bad token"}}, {})
        return dict(activity)

    async def _post(self, request: web.Request) -> web.Response:
        activity = await self._refuse_or_note(request)
        activity_id = f"1700000000{len(self.delivered):03}"
        if activity["type"] == "message":
            self.messages[activity_id] = activity
        if self.hangs_up and request.transport is not None:
            request.transport.close()
        return web.json_response({"id": activity_id}, status=201)

    async def _put(self, request: web.Request) -> web.Response:
        activity = await self._refuse_or_note(request)
        activity_id = request.match_info["activity"]
        if activity_id not in self.messages:
            raise _refused(404, {"error": {"code": "ActivityNotFoundInConversation", "message": "gone"}}, {})
        self.messages[activity_id] = activity
        return web.json_response({"id": activity_id})

    async def _picture(self, request: web.Request) -> web.Response:
        self.downloads.append((request.path, request.headers.get("Authorization")))
        if not self._is_open_to(request):
            raise web.HTTPUnauthorized
        return self._content(request)

    async def _file(self, request: web.Request) -> web.Response:
        """As SharePoint does, refuses whoever brings a token of another kind to a pre-authorised link."""
        self.downloads.append((request.path, request.headers.get("Authorization")))
        if "Authorization" in request.headers:
            raise web.HTTPUnauthorized
        return self._content(request)

    def _content(self, request: web.Request) -> web.Response:
        if self.picture_refusals:
            raise _refused(self.picture_refusals.pop(0), {"message": "not now"}, {})
        content = self.files.get(request.match_info["name"])
        if content is None:
            raise web.HTTPNotFound
        return web.Response(body=content, content_type="image/jpeg")


def _refused(status: int, error: Mapping[str, Any], headers: Mapping[str, str]) -> web.HTTPException:
    class Refused(web.HTTPException):
        status_code = status

    return Refused(text=web.json_response(error).text, content_type="application/json", headers=dict(headers))
