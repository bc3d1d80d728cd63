"""Who may speak to the bot: tokens signed by a test key, against a metadata server on loopback."""

from __future__ import annotations

import base64
import time
from collections.abc import AsyncIterator, Callable

import aiohttp
import jwt
import pytest

from bot.errors import SettingsError
from bot.settings import load_settings
from bot.teams.adapter import build_local
from bot.teams.credentials import credentials
from tests.fakes.activities import CONVERSATION, activity, words
from tests.fakes.bot import RunningBot, running_bot, running_local_bot
from tests.fakes.microsoft import APP_ID, ISSUER, TENANT, FakeMicrosoft

Forge = Callable[[FakeMicrosoft], str]


@pytest.fixture
async def bot(cloud: FakeMicrosoft) -> AsyncIterator[RunningBot]:
    async with running_bot(cloud) as bot:
        yield bot


async def test_a_service_address_is_the_same_without_its_slash(bot: RunningBot) -> None:
    """As Microsoft's own SDK has it; in the token or in the activity."""
    url = bot.cloud.service_url
    claim = bot.cloud.token_for_bot(serviceurl=url.rstrip("/"))
    assert (await bot.post(words(url, "stock"), token=claim)).status == 202
    assert (await bot.post(words(url.rstrip("/"), "stock"))).status == 202
    for other in (f"{url}x", url.replace("emea", "amer"), "", None):
        forged = bot.cloud.token_for_bot(serviceurl=other)
        assert (await bot.post(words(url, "stock"), token=forged)).status == 401


def unsigned(cloud: FakeMicrosoft) -> str:
    claims = jwt.decode(cloud.token_for_bot(), options={"verify_signature": False})
    return jwt.encode(claims, "", algorithm="none", headers={"kid": "spring"})


def signed_with_the_public_key(cloud: FakeMicrosoft) -> str:
    """The key confusion of old: HS256 with what everybody can read as the secret."""
    head, body, _ = cloud.token_for_bot().split(".")
    header = base64.urlsafe_b64encode(b'{"alg":"HS256","typ":"JWT","kid":"spring"}').rstrip(b"=").decode()
    return f"{header}.{body}.{head}"


def tampered(cloud: FakeMicrosoft) -> str:
    head, _, signature = cloud.token_for_bot(aud="another").split(".")
    body = cloud.token_for_bot().split(".")[1]
    return f"{head}.{body}.{signature}"


FORGED: dict[str, Forge] = {
    "absent": lambda cloud: "",
    "garbage": lambda cloud: "garbage",
    "garbage in three parts": lambda cloud: "a.b.c",
    "no JSON inside": lambda cloud: "AAAA.AAAA.AAAA",
    "wrong key": lambda cloud: cloud.token_for_bot(key="forger", key_id="spring"),
    "unknown key": lambda cloud: cloud.token_for_bot(key="forger"),
    "alg none": unsigned,
    "public key as a secret": signed_with_the_public_key,
    "tampered": tampered,
    "expired": lambda cloud: cloud.token_for_bot(exp=int(time.time()) - 3600),
    "not valid yet": lambda cloud: cloud.token_for_bot(nbf=int(time.time()) + 3600),
    "no exp": lambda cloud: cloud.token_for_bot(exp=None),
    "wrong audience": lambda cloud: cloud.token_for_bot(aud="6f1c2a34-0000-4000-8000-0000000fffff"),
    "several audiences": lambda cloud: cloud.token_for_bot(aud=[APP_ID, "other"]),
    "no audience": lambda cloud: cloud.token_for_bot(aud=None),
    "wrong issuer": lambda cloud: cloud.token_for_bot(iss="https://sts.windows.net/forger/"),
    "no issuer": lambda cloud: cloud.token_for_bot(iss=None),
    "the Emulator's issuer": lambda cloud: cloud.token_for_bot(
        iss="https://sts.windows.net/d6d49420-f39b-4df7-a1dc-d59a935871db/", appid=APP_ID, ver="1.0"
    ),
    "wrong serviceUrl": lambda cloud: cloud.token_for_bot(serviceurl="https://smba.trafficmanager.net/amer/"),
    "no serviceUrl": lambda cloud: cloud.token_for_bot(serviceurl=None),
    "a skill's": lambda cloud: cloud.token_for_bot(ver="2.0", azp="another-bot"),
}


@pytest.mark.parametrize("forge", FORGED.values(), ids=FORGED.keys())
async def test_answers_401_to_any_bad_token(bot: RunningBot, forge: Forge) -> None:
    response = await bot.post(words(bot.cloud.service_url, "stock"), token=forge(bot.cloud))
    assert response.status == 401
    assert bot.accepted == []


async def test_takes_a_message_with_a_valid_token(bot: RunningBot) -> None:
    response = await bot.post(words(bot.cloud.service_url, "stock"))
    assert response.status == 202
    assert [message.text for message in bot.accepted] == ["stock"]


@pytest.mark.parametrize("scheme", ["Basic", "bearer", ""])
async def test_takes_a_token_as_bearer_only(bot: RunningBot, scheme: str) -> None:
    header = f"{scheme} {bot.cloud.token_for_bot()}"
    response = await bot.post(
        words(bot.cloud.service_url, "stock"), token="", headers={"Authorization": header}
    )
    assert response.status == 401


async def test_refuses_a_key_that_may_not_sign_for_the_channel(bot: RunningBot) -> None:
    """The metadata endorses its keys for Teams; a token for another channel is no good there."""
    response = await bot.post(words(bot.cloud.service_url, "stock", channelId="slack"))
    assert response.status == 401


async def test_a_rotated_key_is_read_at_once(bot: RunningBot) -> None:
    """Regression: the library raised IndexError and locked the bot out for up to a day."""
    assert (await bot.post(words(bot.cloud.service_url, "before"))).status == 202
    bot.cloud.key_names = ["summer"]
    after = await bot.post(words(bot.cloud.service_url, "after"), token=bot.cloud.token_for_bot(key="summer"))
    assert after.status == 202
    old = await bot.post(words(bot.cloud.service_url, "old"), token=bot.cloud.token_for_bot(key="spring"))
    assert old.status == 401


async def test_forged_key_ids_do_not_hammer_the_metadata(cloud: FakeMicrosoft) -> None:
    async with running_bot(cloud, key_gap=60.0) as bot:
        for number in range(5):
            token = cloud.token_for_bot(key="forger", key_id=f"made up {number}")
            assert (await bot.post(words(cloud.service_url, "stock"), token=token)).status == 401
    assert cloud.key_readings == 1


async def test_says_503_while_the_keys_cannot_be_read_and_recovers(bot: RunningBot) -> None:
    bot.cloud.login_down = True
    assert (await bot.post(words(bot.cloud.service_url, "stock"))).status == 503
    bot.cloud.login_down = False
    assert (await bot.post(words(bot.cloud.service_url, "stock"))).status == 202


async def test_a_known_key_stays_good_while_the_metadata_is_down(bot: RunningBot) -> None:
    assert (await bot.post(words(bot.cloud.service_url, "stock"))).status == 202
    bot.cloud.login_down = True
    assert (await bot.post(words(bot.cloud.service_url, "stock"))).status == 202


@pytest.mark.parametrize(
    "content_type", ["text/plain", "application/x-www-form-urlencoded", "image/jpeg", ""]
)
async def test_answers_415_to_anything_but_json(bot: RunningBot, content_type: str) -> None:
    response = await bot.post(b"{}", headers={"Content-Type": content_type})
    assert response.status == 415


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"{",
        b"\xff\xfe",
        b"[]",
        b"null",
        b'"message"',
        b"{}",
        b'{"type": 7}',
        b'{"type": "message"}',
        b'{"type": "message", "channelId": "msteams"}',
        b"[" * 100_000,
    ],
)
async def test_answers_400_to_what_is_no_activity(bot: RunningBot, body: bytes) -> None:
    response = await bot.post(body)
    assert response.status == 400
    assert bot.accepted == []


@pytest.mark.parametrize("field", ["from", "conversation", "recipient"])
async def test_answers_400_to_a_message_that_says_not_where_to_answer(bot: RunningBot, field: str) -> None:
    message = words(bot.cloud.service_url, "stock")
    del message[field]
    assert (await bot.post(message)).status == 400


@pytest.mark.parametrize(
    "fields", [{"entities": 7}, {"channelData": []}, {"conversation": "a"}, {"timestamp": 5}, {"text": []}]
)
async def test_fields_of_a_wrong_type_are_no_fault_of_the_server(
    bot: RunningBot, fields: dict[str, object]
) -> None:
    response = await bot.post(activity("message", bot.cloud.service_url, **fields))
    assert response.status in (202, 400)


async def test_answers_413_to_a_body_that_is_too_large(bot: RunningBot) -> None:
    response = await bot.post(words(bot.cloud.service_url, "x" * (300 << 10)))
    assert response.status == 413


async def test_answers_413_to_a_large_body_that_does_not_tell_its_length(bot: RunningBot) -> None:
    async def chunks() -> AsyncIterator[bytes]:
        for _ in range(20):
            yield b" " * (32 << 10)

    response = await bot.client.post(
        "/api/messages", data=chunks(), headers={"Content-Type": "application/json"}
    )
    assert response.status == 413


async def test_refuses_another_tenant_than_the_allowed_and_none(cloud: FakeMicrosoft) -> None:
    async with running_bot(cloud, tenants=[TENANT]) as bot:
        assert (await bot.post(words(cloud.service_url, "stock"))).status == 202
        other = words(cloud.service_url, "stock", channelData={"tenant": {"id": "another"}})
        assert (await bot.post(other)).status == 403
        none = words(cloud.service_url, "stock", channelData={}, conversation={"id": CONVERSATION})
        assert (await bot.post(none)).status == 403
    assert len(bot.accepted) == 1


async def test_the_tenant_may_be_written_in_capitals(cloud: FakeMicrosoft) -> None:
    async with running_bot(cloud, tenants=[TENANT.upper()]) as bot:
        assert (await bot.post(words(cloud.service_url, "stock"))).status == 202


@pytest.mark.parametrize("missing", ["app_id", "app_password", "tenant_id"])
@pytest.mark.parametrize("value", ["", "  "])
def test_refuses_to_start_without_its_credentials(missing: str, value: str) -> None:
    known = {"app_id": APP_ID, "app_password": "secret", "tenant_id": TENANT} | {missing: value}
    with pytest.raises(SettingsError, match=f"HANGTAG_{missing.upper()}"):
        credentials(load_settings(**known))


def test_a_bot_of_many_tenants_needs_no_tenant() -> None:
    known = credentials(load_settings(app_id=APP_ID, app_password="secret", app_type="MultiTenant"))
    assert known.authority == "https://login.microsoftonline.com/botframework.com"


def test_credentials_do_not_show_their_password() -> None:
    known = credentials(load_settings(app_id=APP_ID, app_password="hunter2", tenant_id=TENANT))
    assert "hunter2" not in f"{known} {known!r}"


async def test_local_mode_wants_no_token_but_stays_on_this_machine(cloud: FakeMicrosoft) -> None:
    async with running_local_bot(cloud) as bot:
        assert (await bot.post(words(cloud.service_url, "stock"), token="")).status == 202
        away = words("https://smba.trafficmanager.net/emea/", "stock")
        assert (await bot.post(away, token="")).status == 401
    assert len(bot.accepted) == 1


async def test_local_mode_shows_the_connector_the_token_it_was_given() -> None:
    async with aiohttp.ClientSession() as session:
        teams = build_local(session, token="page")
        assert await teams.channel.token(None) == "page"  # type: ignore[arg-type]  # any place will do


async def test_the_fake_token_is_what_the_connector_sends(cloud: FakeMicrosoft) -> None:
    """So that the matrix above forges one thing at a time."""
    claims = jwt.decode(cloud.token_for_bot(), options={"verify_signature": False})
    assert sorted(claims) == ["aud", "exp", "iss", "nbf", "serviceurl"]
    assert (claims["iss"], claims["aud"], claims["serviceurl"]) == (ISSUER, APP_ID, cloud.service_url)
