"""The bot logs in with a secret, a certificate or a managed identity; each opens the connector."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.serialization import BestAvailableEncryption, load_pem_private_key
from cryptography.hazmat.primitives.serialization.pkcs12 import serialize_key_and_certificates
from cryptography.x509 import load_pem_x509_certificate

from bot.errors import LoginError, SettingsError
from bot.settings import Settings
from bot.teams.credentials import TeamsCredentials, bot_token
from tests.fakes.microsoft import APP_ID, APP_PASSWORD, IDENTITY_HEADER, TENANT, FakeMicrosoft, certificate


def registration(cloud: FakeMicrosoft) -> TeamsCredentials:
    """A registration that has no secret."""
    defaults = Settings()
    return TeamsCredentials(
        app_id=APP_ID,
        app_password="",
        tenant_id=TENANT,
        app_type="UserAssignedMSI",
        openid_metadata_url=defaults.openid_metadata_url,
        token_issuer=defaults.token_issuer,
        login_url=cloud.login_url,
        oauth_scope="https://api.botframework.com",
    )


def with_certificate(cloud: FakeMicrosoft, file: Path, password: str = "") -> TeamsCredentials:
    """The same with a certificate."""
    own = registration(cloud)
    return replace(own, app_type="SingleTenant", app_certificate=file, app_password=password)


async def test_a_certificate_in_pem_is_shown_in_place_of_a_secret(
    cloud: FakeMicrosoft, tmp_path: Path
) -> None:
    file = tmp_path / "bot.pem"
    file.write_bytes(certificate("bot"))
    assert await bot_token(with_certificate(cloud, file)).get()
    assert "client_secret" not in cloud.token_requests[-1]


async def test_a_certificate_in_a_pfx_file_opens_with_its_password(
    cloud: FakeMicrosoft, tmp_path: Path
) -> None:
    pem, file = certificate("bot"), tmp_path / "bot.pfx"
    key, signed = load_pem_private_key(pem, None), load_pem_x509_certificate(pem)
    locked = BestAvailableEncryption(b"open")
    file.write_bytes(serialize_key_and_certificates(b"bot", key, signed, None, locked))  # type: ignore[arg-type]  # an RSA key
    assert await bot_token(with_certificate(cloud, file, "open")).get()
    with pytest.raises(LoginError, match="password"):
        await bot_token(with_certificate(cloud, file, "wrong")).get()


async def test_another_certificate_is_refused(cloud: FakeMicrosoft, tmp_path: Path) -> None:
    file = tmp_path / "other.pem"
    file.write_bytes(certificate("somebody else"))
    with pytest.raises(LoginError, match="HTTP 401"):
        await bot_token(with_certificate(cloud, file)).get()


@pytest.mark.parametrize(
    "content", [b"", b"no certificate", certificate("bot").partition(b"-----BEGIN CERT")[0]]
)
def test_half_a_certificate_is_named_with_its_setting(
    cloud: FakeMicrosoft, tmp_path: Path, content: bytes
) -> None:
    file = tmp_path / "half.pem"
    file.write_bytes(content)
    with pytest.raises(SettingsError, match=r"half\.pem of HANGTAG_APP_CERTIFICATE needs a private key"):
        bot_token(with_certificate(cloud, file))
    with pytest.raises(SettingsError, match="can't be read"):
        bot_token(with_certificate(cloud, tmp_path / "missing.pem"))


async def test_a_managed_identity_needs_no_secret(
    cloud: FakeMicrosoft, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("IDENTITY_ENDPOINT", f"{cloud.login_url}/identity")
    monkeypatch.setenv("IDENTITY_HEADER", IDENTITY_HEADER)
    assert await bot_token(registration(cloud)).get()
    assert cloud.token_requests[-1]["resource"] == "https://api.botframework.com"
    with pytest.raises(LoginError):
        await bot_token(replace(registration(cloud), app_id="another")).get()


def test_a_secret_is_wanted_where_nothing_stands_for_it(cloud: FakeMicrosoft) -> None:
    with pytest.raises(SettingsError, match="no app password"):
        replace(registration(cloud), app_type="SingleTenant")
    assert replace(registration(cloud), app_type="SingleTenant", app_password=APP_PASSWORD)
