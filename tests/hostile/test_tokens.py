"""Tokens that somebody forged, bent or stole: none of them opens the door, and none breaks it.

A real bot behind real HTTP, with a metadata server and RSA keys of the test's own. The plain matrix stands
in `tests.integration.test_teams_authentication`; here is what goes beyond it.
"""

from __future__ import annotations

import base64
import hashlib
import hmac
import inspect
import json
import logging
import time
from collections.abc import AsyncIterator, Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

import aiohttp
import jwt
import pytest
from aiohttp import web
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat
from multidict import CIMultiDict

from bot.teams.tokens import SigningKeys
from bot.telemetry.logs import set_up
from tests.fakes.activities import CONVERSATION, words
from tests.fakes.bot import RunningBot, running_bot
from tests.fakes.microsoft import APP_ID, ISSUER, TENANT, FakeMicrosoft, rsa_key
from tests.hostile.cases import Case, stated

Headers = list[tuple[str, str]]


@pytest.fixture
async def bot(cloud: FakeMicrosoft) -> AsyncIterator[RunningBot]:
    async with running_bot(cloud, tenants=[TENANT]) as bot:
        yield bot


@pytest.fixture
def kept_log() -> Iterator[None]:
    """The log is as it was, afterwards."""
    root = logging.getLogger()
    handlers, level = list(root.handlers), root.level
    yield
    root.handlers[:], root.level = handlers, level


def encoded(data: bytes) -> str:
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()


def claims_of(cloud: FakeMicrosoft, **changed: Any) -> dict[str, Any]:
    whole: dict[str, Any] = jwt.decode(cloud.token_for_bot(), options={"verify_signature": False})
    return whole | changed


def signed(
    cloud: FakeMicrosoft, head: Mapping[str, Any] | None = None, body: bytes | None = None, **claims: Any
) -> str:
    """A token with a true RS256 signature over whatever stands before it."""
    header = {"alg": "RS256", "typ": "JWT", "kid": "spring"} | dict(head or {})
    payload = json.dumps(claims_of(cloud, **claims)).encode() if body is None else body
    before = f"{encoded(json.dumps(header).encode())}.{encoded(payload)}"
    algorithm = jwt.get_algorithm_by_name("RS256")
    return f"{before}.{encoded(algorithm.sign(before.encode(), rsa_key('spring')))}"


def with_secret(secret: bytes) -> Callable[[FakeMicrosoft], str]:
    """HS256, with something that everybody can read as the secret."""

    def forge(cloud: FakeMicrosoft) -> str:
        head = encoded(b'{"alg":"HS256","typ":"JWT","kid":"spring"}')
        before = f"{head}.{encoded(json.dumps(claims_of(cloud)).encode())}"
        return f"{before}.{encoded(hmac.digest(secret, before.encode(), hashlib.sha256))}"

    return forge


def public_pem() -> bytes:
    return rsa_key("spring").public_key().public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo)


def public_der() -> bytes:
    return rsa_key("spring").public_key().public_bytes(Encoding.DER, PublicFormat.SubjectPublicKeyInfo)


def renamed(algorithm: str, *, keep: bool = False) -> Callable[[FakeMicrosoft], str]:
    """The token with another algorithm in its head, and its signature or none."""

    def forge(cloud: FakeMicrosoft) -> str:
        _, body, signature = cloud.token_for_bot().split(".")
        head = encoded(json.dumps({"alg": algorithm, "typ": "JWT", "kid": "spring"}).encode())
        return f"{head}.{body}.{signature if keep else ''}"

    return forge


def by_another_algorithm(cloud: FakeMicrosoft) -> str:
    return jwt.encode(claims_of(cloud), rsa_key("spring"), algorithm="PS256", headers={"kid": "spring"})


def by_a_curve(cloud: FakeMicrosoft) -> str:
    key = ec.generate_private_key(ec.SECP256R1())
    return jwt.encode(claims_of(cloud), key, algorithm="ES256", headers={"kid": "spring"})


def by_an_enclosed_key(cloud: FakeMicrosoft) -> str:
    public = jwt.algorithms.RSAAlgorithm.to_jwk(rsa_key("forger").public_key(), as_dict=True)
    head = {"kid": "forger", "jwk": public | {"kid": "forger"}}
    return jwt.encode(claims_of(cloud), rsa_key("forger"), algorithm="RS256", headers=head)


def by_a_key_elsewhere(name: str) -> Callable[[FakeMicrosoft], str]:
    def forge(cloud: FakeMicrosoft) -> str:
        head = {"kid": "forger", name: f"{cloud.url}/sharepoint/keys"}
        return jwt.encode(claims_of(cloud), rsa_key("forger"), algorithm="RS256", headers=head)

    return forge


def in_seconds(**claims: float) -> Callable[[FakeMicrosoft], str]:
    """A token whose times are so many seconds from now."""

    def make(cloud: FakeMicrosoft) -> str:
        times: dict[str, Any] = {name: int(time.time() + by) for name, by in claims.items()}
        return cloud.token_for_bot(**times)

    return make


def claiming(**claims: Any) -> Callable[[FakeMicrosoft], str]:
    return lambda cloud: signed(cloud, **claims)


def headed(**head: Any) -> Callable[[FakeMicrosoft], str]:
    return lambda cloud: signed(cloud, head)


def holding(body: bytes) -> Callable[[FakeMicrosoft], str]:
    return lambda cloud: signed(cloud, body=body)


@dataclass(frozen=True, kw_only=True)
class Forged(Case):
    """One token in an otherwise good request."""

    make: Callable[[FakeMicrosoft], str]
    must: str = "401, and nobody is answered"
    status: int = 401


TOKENS = [
    Forged(tries="alg `None`, with no signature", make=renamed("None")),
    Forged(tries="alg `nOnE`, with no signature", make=renamed("nOnE")),
    Forged(tries="alg none over a true signature", make=renamed("none", keep=True)),
    Forged(tries="alg that is empty", make=renamed("", keep=True)),
    Forged(tries="alg RS512 over an RS256 signature", make=renamed("RS512", keep=True)),
    Forged(tries="HS256 with the public key in PEM as its secret", make=with_secret(public_pem())),
    Forged(tries="HS256 with the public key in DER as its secret", make=with_secret(public_der())),
    Forged(tries="HS256 with an empty secret", make=with_secret(b"")),
    Forged(tries="HS256 with the app id as its secret", make=with_secret(APP_ID.encode())),
    Forged(tries="PS256 with the true key", make=by_another_algorithm),
    Forged(tries="ES256 with a key of the forger's", make=by_a_curve),
    Forged(tries="a key of the forger's in the head (jwk)", make=by_an_enclosed_key),
    Forged(tries="a key at the forger's address (jku)", make=by_a_key_elsewhere("jku")),
    Forged(tries="a certificate at the forger's address (x5u)", make=by_a_key_elsewhere("x5u")),
    Forged(tries="a demand that nobody understands (crit)", make=headed(crit=["exp", "evil"], evil=True)),
    Forged(tries="a body that is not encoded (b64 false)", make=headed(b64=False, crit=["b64"])),
    Forged(tries="a key id that is a path", make=headed(kid="../../../dev/null")),
    Forged(tries="a key id that is SQL", make=headed(kid="' OR 1=1; --")),
    Forged(tries="a key id that is a number", make=headed(kid=7)),
    Forged(tries="a key id that is a list", make=headed(kid=["spring"])),
    Forged(tries="a key id that is an object", make=headed(kid={"spring": 1})),
    Forged(tries="no key id (null)", make=headed(kid=None)),
    Forged(tries="a key id with a blank after it", make=headed(kid="spring ")),
    Forged(tries="a body that is a list", make=holding(b"[1, 2]")),
    Forged(tries="a body that is null", make=holding(b"null")),
    Forged(tries="a body that is no JSON", make=holding(b"{iss:")),
    Forged(tries="a body that is no UTF-8", make=holding(b'{"iss": "\xff\xfe"}')),
    Forged(tries="a body nested to 2,000 levels", make=holding(b'{"a":' * 600 + b"[" * 2000)),
    Forged(
        tries="two issuers, the true one last",
        make=lambda cloud: signed(
            cloud,
            body=json.dumps(claims_of(cloud, aud="another"))[:-1].encode()
            + b', "iss": "'
            + ISSUER.encode()
            + b'"}',
        ),
    ),
    Forged(tries="an issuer in a list", make=claiming(iss=[ISSUER])),
    Forged(tries="an issuer with a slash after it", make=claiming(iss=f"{ISSUER}/")),
    Forged(tries="an issuer in capitals", make=claiming(iss=ISSUER.upper())),
    Forged(tries="the issuer of the US government's cloud", make=claiming(iss="https://api.botframework.us")),
    Forged(tries="an audience that merely begins with the app id", make=claiming(aud=f"{APP_ID}-evil")),
    Forged(tries="an audience that is a number", make=claiming(aud=7)),
    Forged(tries="an audience that is an object", make=claiming(aud={"id": APP_ID})),
    Forged(tries="an audience that is empty", make=claiming(aud="")),
    Forged(tries="an end in words", make=claiming(exp="tomorrow")),
    Forged(tries="an end that is endless (1e999)", make=holding(b'{"iss": "x", "exp": 1e999}')),
    Forged(tries="an end that is Infinity", make=lambda cloud: signed(cloud, exp=float("inf"))),
    Forged(tries="an end that is NaN", make=lambda cloud: signed(cloud, exp=float("nan"))),
    Forged(tries="an end that is true", make=claiming(exp=True)),
    Forged(tries="an end that is a list", make=claiming(exp=[9999999999])),
    Forged(tries="an end that is null", make=claiming(exp=None)),
    Forged(tries="an end before 1970", make=claiming(exp=-1)),
    Forged(tries="an end six minutes ago", make=in_seconds(exp=-360)),
    Forged(tries="a beginning in six minutes", make=in_seconds(nbf=360)),
    Forged(
        tries="an end four minutes ago",
        make=in_seconds(exp=-240),
        must="202: clocks may differ by five minutes",
        status=202,
    ),
    Forged(
        tries="a beginning in four minutes",
        make=in_seconds(nbf=240),
        must="202: clocks may differ by five minutes",
        status=202,
    ),
    Forged(tries="a beginning that is a list", make=claiming(nbf=[0])),
    Forged(tries="the service address of somebody else", make=claiming(serviceurl="https://evil.example/")),
    Forged(
        tries="a service address that the true one merely begins with",
        make=lambda cloud: signed(cloud, serviceurl=cloud.service_url.rstrip("/")[:-1]),
    ),
    Forged(
        tries="a service address in a list", make=lambda cloud: signed(cloud, serviceurl=[cloud.service_url])
    ),
    Forged(tries="a service address that is empty", make=claiming(serviceurl="")),
    Forged(
        tries="a good token with a dot and more after it", make=lambda cloud: f"{cloud.token_for_bot()}.more"
    ),
    Forged(tries="five parts, as an encrypted token has", make=lambda cloud: "a.b.c.d.e"),
    Forged(tries="dots only", make=lambda cloud: ".."),
    Forged(tries="a good token behind a blank", make=lambda cloud: f" {cloud.token_for_bot()}"),
    Forged(
        tries="two good tokens with a comma between",
        make=lambda c: f"{c.token_for_bot()}, {c.token_for_bot()}",
    ),
    Forged(tries="7,000 signs of nothing", make=lambda cloud: "a" * 7000),
    Forged(tries="7,000 dots", make=lambda cloud: "." * 7000),
    Forged(
        tries="a token of 100,000 signs",
        make=lambda cloud: "a" * 100_000,
        must="400: no header is that long",
        status=400,
    ),
    Forged(tries="signs that are no Latin", make=lambda cloud: "größe.✓.ключ"),
    Forged(tries="a signature that is cut off", make=lambda cloud: cloud.token_for_bot()[:-20]),
    Forged(
        tries="a signature of no length", make=lambda cloud: cloud.token_for_bot().rpartition(".")[0] + "."
    ),
    Forged(
        tries="the bot's own token, which opens the connector",
        make=lambda cloud: cloud.token_for_bot(
            aud="https://api.botframework.com", iss=f"https://sts.windows.net/{TENANT}/"
        ),
    ),
]


@pytest.mark.parametrize("case", TOKENS, ids=str)
async def test_a_forged_token_opens_nothing(bot: RunningBot, case: Forged) -> None:
    """The activity beside it is a good one."""
    response = await bot.post(words(bot.cloud.service_url, "stock"), token=case.make(bot.cloud))
    assert response.status == case.status
    assert len(bot.accepted) == (1 if case.status == 202 else 0)
    assert bot.cloud.downloads == []  # no key is ever fetched from where a token says
    again = await bot.post(words(bot.cloud.service_url, "stock"))
    assert again.status == 202, "the bot is still there for whoever may speak"


@dataclass(frozen=True, kw_only=True)
class Request(Case):
    """A request whose token is good, but stands elsewhere or beside others."""

    headers: Callable[[str], Headers]
    query: Callable[[str], str] = lambda token: ""
    more: Mapping[str, Any] = field(default_factory=dict)
    status: int = 401


REQUESTS = [
    Request(
        tries="a good token in the query",
        must="401",
        headers=lambda token: [],
        query=lambda token: f"?access_token={token}&token={token}",
    ),
    Request(
        tries="a good token in a cookie",
        must="401",
        headers=lambda t: [("Cookie", f"Authorization=Bearer {t}")],
    ),
    Request(
        tries="a good token in X-Authorization",
        must="401",
        headers=lambda t: [("X-Authorization", f"Bearer {t}")],
    ),
    Request(
        tries="a good token in Proxy-Authorization",
        must="401",
        headers=lambda t: [("Proxy-Authorization", f"Bearer {t}")],
    ),
    Request(
        tries="a header that says who the user is",
        must="401",
        headers=lambda t: [("X-MS-CLIENT-PRINCIPAL-NAME", "admin"), ("X-Forwarded-For", "127.0.0.1")],
    ),
    Request(
        tries="two tokens, the good one first",
        must="401, as a proxy may have checked the other",
        headers=lambda t: [("Authorization", f"Bearer {t}"), ("Authorization", "Bearer evil")],
    ),
    Request(
        tries="two tokens, the good one last",
        must="401",
        headers=lambda t: [("Authorization", "Bearer evil"), ("Authorization", f"Bearer {t}")],
    ),
    Request(
        tries="the same good token twice",
        must="401",
        headers=lambda t: [("Authorization", f"Bearer {t}")] * 2,
    ),
    Request(
        tries="a good token for a body with another service address",
        must="401, so that no answer is sent there",
        headers=lambda t: [("Authorization", f"Bearer {t}")],
        more={"serviceUrl": "https://evil.example/"},
    ),
    Request(
        tries="a good token in another tenant's conversation",
        must="403",
        headers=lambda t: [("Authorization", f"Bearer {t}")],
        more={"channelData": {"tenant": {"id": "11111111-2222-4333-8444-555555555555"}}},
        status=403,
    ),
    Request(
        tries="a tenant in a list beside the true one in the conversation",
        must="202: what is no tenant is none, and the conversation's is true",
        headers=lambda t: [("Authorization", f"Bearer {t}")],
        more={"channelData": {"tenant": {"id": [TENANT]}}},
        status=202,
    ),
    Request(
        tries="a tenant that is empty",
        must="403",
        headers=lambda t: [("Authorization", f"Bearer {t}")],
        more={"channelData": {"tenant": {"id": ""}}, "conversation": {"id": CONVERSATION}},
        status=403,
    ),
    Request(
        tries="a tenant with a blank after it",
        must="403",
        headers=lambda t: [("Authorization", f"Bearer {t}")],
        more={"channelData": {"tenant": {"id": f"{TENANT} "}}},
        status=403,
    ),
    Request(
        tries="a good token for Direct Line, where clients write their own ids",
        must="401, as no key is endorsed for it",
        headers=lambda t: [("Authorization", f"Bearer {t}")],
        more={"channelId": "directline"},
    ),
    Request(
        tries="a channel of many names",
        must="401",
        headers=lambda t: [("Authorization", f"Bearer {t}")],
        more={"channelId": "msteams,webchat"},
    ),
]


@pytest.mark.parametrize("case", REQUESTS, ids=str)
async def test_a_token_counts_in_one_place_and_for_one_address(bot: RunningBot, case: Request) -> None:
    """Everything else of the request is good."""
    token = bot.cloud.token_for_bot()
    headers = CIMultiDict([("Content-Type", "application/json"), *case.headers(token)])
    body = json.dumps(words(bot.cloud.service_url, "stock", **case.more))
    response = await bot.client.post(f"/api/messages{case.query(token)}", data=body, headers=headers)
    assert response.status == case.status
    assert len(bot.accepted) == (1 if case.status == 202 else 0)


class Spoiled(FakeMicrosoft):
    """A cloud whose metadata is not what it should be."""

    document: Any = None
    """In place of the document that names the keys."""
    keys: Any = None
    """In place of the keys."""

    async def _metadata(self, request: web.Request) -> web.Response:
        whole = await super()._metadata(request)
        return whole if self.document is None else answered(self.document)

    async def _keys(self, request: web.Request) -> web.Response:
        return await super()._keys(request) if self.keys is None else answered(self.keys)


def answered(what: Any) -> web.Response:
    if isinstance(what, bytes):
        return web.Response(body=what, content_type="text/html")
    if isinstance(what, int):
        return web.Response(status=what)
    return web.json_response(what)


def public_key(**fields: Any) -> dict[str, Any]:
    whole: dict[str, Any] = jwt.algorithms.RSAAlgorithm.to_jwk(rsa_key("spring").public_key(), as_dict=True)
    return whole | {"kid": "spring", "use": "sig", "endorsements": ["msteams"]} | fields


@dataclass(frozen=True, kw_only=True)
class Metadata(Case):
    """A login whose documents are broken; the token is good."""

    document: Any = None
    keys: Any = None
    must: str = "503: Teams delivers it again, and nobody is let in"
    status: int = 503


METADATA = [
    Metadata(tries="metadata that answers 500", document=500),
    Metadata(tries="metadata that answers 404", document=404),
    Metadata(tries="metadata that is a web page", document=b"<html>Sign in to the Wi-Fi</html>"),
    Metadata(tries="metadata that is empty", document=b""),
    Metadata(tries="metadata that is a list", document=[]),
    Metadata(tries="metadata that names no keys", document={"issuer": ISSUER}),
    Metadata(tries="metadata whose keys are at no address", document={"jwks_uri": 7}),
    Metadata(tries="metadata whose keys are a file", document={"jwks_uri": "file:///etc/passwd"}),
    Metadata(tries="metadata whose keys are nowhere", document={"jwks_uri": "http://127.0.0.1:1/"}),
    Metadata(tries="keys that answer 503", keys=503),
    Metadata(tries="keys that are a web page", keys=b"<html>"),
    Metadata(tries="keys that are null", keys={"keys": None}),
    Metadata(tries="no keys at all", keys={"keys": []}),
    Metadata(tries="keys that are strings", keys={"keys": ["spring"]}),
    Metadata(tries="a key of no number", keys={"keys": [{"kty": "RSA", "kid": "spring", "n": "", "e": ""}]}),
    Metadata(
        tries="a key that is a shared secret",
        keys={"keys": [{"kty": "oct", "kid": "spring", "k": "c2VjcmV0"}]},
    ),
    Metadata(
        tries="a key that is endorsed for the web chat alone",
        keys={"keys": [public_key(endorsements=["webchat"])]},
        must="401: it may not sign for Teams",
        status=401,
    ),
    Metadata(
        tries="a key with no endorsements",
        keys={"keys": [public_key(endorsements=[])]},
        must="202: it may sign for any channel, as in Microsoft's own libraries",
        status=202,
    ),
    Metadata(
        tries="a broken key beside the true one",
        keys={"keys": [{"kty": "RSA", "kid": "broken", "n": "!", "e": "!"}, public_key()]},
        must="202: the true one is found",
        status=202,
    ),
]


@pytest.mark.parametrize("case", METADATA, ids=str)
async def test_a_broken_login_lets_nobody_in_and_repairs_itself(case: Metadata) -> None:
    """Once the login is whole again, the same bot answers, without a restart."""
    async with Spoiled() as cloud, running_bot(cloud) as bot:
        cloud.document, cloud.keys = case.document, case.keys
        assert (await bot.post(words(cloud.service_url, "stock"))).status == case.status
        assert len(bot.accepted) == (1 if case.status == 202 else 0)
        cloud.document = cloud.keys = None
        cloud.key_names = ["spring", "autumn"]
        again = await bot.post(words(cloud.service_url, "stock"), token=cloud.token_for_bot(key="autumn"))
        assert again.status == 202


@stated("two key rotations, and a forged token between them", "the new keys are read each time, at once")
async def test_keys_rotate_twice_without_a_restart(bot: RunningBot) -> None:
    """The forged key id has the keys read too, and yet keeps nobody out."""
    for key in ("spring", "summer", "autumn"):
        bot.cloud.key_names = [key]
        forged = bot.cloud.token_for_bot(key="forger", key_id=f"not {key}")
        assert (await bot.post(words(bot.cloud.service_url, "stock"), token=forged)).status == 401
        token = bot.cloud.token_for_bot(key=key)
        assert (await bot.post(words(bot.cloud.service_url, "stock"), token=token)).status == 202
    assert len(bot.accepted) == 3


@stated("the login goes down and the known key's id is forged", "401 for the forger, 202 for Microsoft")
async def test_a_forger_gains_nothing_while_the_login_is_down(bot: RunningBot) -> None:
    """The keys that were read before stay good."""
    assert (await bot.post(words(bot.cloud.service_url, "stock"))).status == 202
    bot.cloud.login_down = True
    forged = bot.cloud.token_for_bot(key="forger", key_id="spring")
    assert (await bot.post(words(bot.cloud.service_url, "stock"), token=forged)).status == 401
    assert (await bot.post(words(bot.cloud.service_url, "stock"))).status == 202


@stated("what a refused request is told", "one sentence, with nothing of the token, the keys or the fault")
async def test_a_refusal_gives_nothing_away(bot: RunningBot) -> None:
    """A forger learns not what was wrong."""
    said = set()
    for case in TOKENS[:20]:
        response = await bot.post(words(bot.cloud.service_url, "stock"), token=case.make(bot.cloud))
        said.add(await response.text())
    assert said == {"The token is missing or not valid."}


@stated(
    "line ends and a terminal's orders in a forged token's head", "no line of the log that is not the bot's"
)
async def test_a_forger_writes_no_line_of_the_log(
    bot: RunningBot, capsys: pytest.CaptureFixture[str], kept_log: None
) -> None:
    """What was wrong with a token is logged, in words that the forger may have chosen."""
    set_up("INFO", "text")
    forged = "x\r\n2026-01-01 00:00:00,000 INFO bot.handlers.batches [-]: batch 1 is undone\x1b[2J\u2028"
    for head in ({"crit": [forged], forged: 1}, {"alg": forged}, {"kid": forged}, {"typ": forged}):
        token = signed(bot.cloud, head)
        assert (await bot.post(words(bot.cloud.service_url, "stock"), token=token)).status in (401, 202)
    for claim in ("iss", "aud", "serviceurl", "nbf", "exp"):
        changed: dict[str, Any] = {claim: forged}
        token = signed(bot.cloud, **changed)
        assert (await bot.post(words(bot.cloud.service_url, "stock"), token=token)).status == 401
    elsewhere = words(bot.cloud.service_url, "stock") | {"channelData": {"tenant": {"id": forged}}}
    assert (await bot.post(elsewhere)).status == 403
    logging.getLogger("bot").error("a bug", exc_info=RuntimeError(forged))
    written = capsys.readouterr().err
    assert "batch 1 is undone" in written, "nothing of it was logged, so that nothing was tried"
    lines = [line for line in written.splitlines() if not line.startswith(" ")]
    assert all(" [-]: " in line.partition("batch 1")[0] for line in lines)
    assert not [line for line in lines if line.startswith("2026-01-01")]
    assert all(line.isprintable() for line in written.split("\n"))


@stated("a key that the metadata names no longer", "refused from the next reading on, a day later at most")
async def test_a_withdrawn_key_does_not_stay_good(cloud: FakeMicrosoft) -> None:
    """Though no token with an unknown key has come in, and the bot was not restarted."""
    async with aiohttp.ClientSession() as session:
        keys = SigningKeys(session, cloud.metadata_url, max_age=0.0, min_gap=0.0)
        assert await keys.get("spring")
        cloud.key_names = ["summer"]
        with pytest.raises(PermissionError):
            await keys.get("spring")
        assert await keys.get("summer")
    day = inspect.signature(SigningKeys).parameters["max_age"].default
    assert day <= timedelta(days=1).total_seconds()
