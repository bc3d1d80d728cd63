"""Who the bot is to Microsoft: what its registration says, and the token that the login gives for it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from bot.errors import SettingsError
from bot.settings import Settings
from bot.teams.login import ClientCredential, Login, ManagedIdentity, certificate
from bot.teams.tokens import BotToken


@dataclass(frozen=True, slots=True, kw_only=True)
class TeamsCredentials:
    """The bot's registration and its cloud's addresses. Raises `SettingsError` for what cannot work.

    `credentials` builds it from the settings, which have the public cloud's addresses as their defaults.
    """

    app_id: str
    app_password: str
    tenant_id: str
    app_type: Literal["SingleTenant", "MultiTenant", "UserAssignedMSI"]
    openid_metadata_url: str
    token_issuer: str
    login_url: str
    oauth_scope: str
    app_certificate: Path | None = None
    """A PEM or PFX file that is shown in place of the password; `app_password` then opens its private key."""

    def __post_init__(self) -> None:
        # An empty app id would silently switch the library's authentication off.
        wanted = {"app id": self.app_id}
        if self.app_type != "UserAssignedMSI" and self.app_certificate is None:
            wanted["app password"] = self.app_password
        if self.app_type != "MultiTenant":
            wanted["tenant id"] = self.tenant_id
        for name, value in wanted.items():
            if not value.strip():
                raise SettingsError(
                    f"The bot has no {name}: set HANGTAG_{name.upper().replace(' ', '_')} to what its "
                    "registration in Azure shows, or start in local mode with --local."
                )

    def __repr__(self) -> str:
        """Without the password, as this may be logged."""
        return f"TeamsCredentials(app_id={self.app_id!r}, tenant_id={self.tenant_id!r})"

    @property
    def authority(self) -> str:
        """Where the bot's tenant logs in."""
        tenant = "botframework.com" if self.app_type == "MultiTenant" else self.tenant_id
        return f"{self.login_url.rstrip('/')}/{tenant}"


def credentials(settings: Settings) -> TeamsCredentials:
    """Who the bot is. Raises `SettingsError` where the settings do not say."""
    return TeamsCredentials(
        app_id=settings.app_id,
        app_password=settings.app_password.get_secret_value(),
        tenant_id=settings.tenant_id,
        app_type=settings.app_type,
        openid_metadata_url=settings.openid_metadata_url,
        token_issuer=settings.token_issuer,
        login_url=settings.login_url,
        oauth_scope=settings.oauth_scope,
        app_certificate=settings.app_certificate,
    )


def bot_token(credentials: TeamsCredentials) -> BotToken:
    """The bot's own token, which opens the connector; nothing is asked of Microsoft yet.

    Raises `SettingsError` if the certificate can't be read.
    """
    return BotToken(_login(credentials))


def _login(credentials: TeamsCredentials) -> Login:
    scope = credentials.oauth_scope.rstrip("/")
    if credentials.app_type == "UserAssignedMSI":
        return ManagedIdentity(credentials.app_id, scope)
    shown = (
        certificate(credentials.app_certificate, credentials.app_password)
        if credentials.app_certificate is not None
        else credentials.app_password
    )
    return ClientCredential(credentials.app_id, credentials.authority, f"{scope}/.default", shown)
