"""The Bot Framework's end of the chat: authentication, the way in, and the way out.

The sole import of botbuilder (4.17.1, out of support since 2025-12-31). Where its own ways fail, this module
goes round them through its hooks: `CloudAdapter.process` answers 500 to forged tokens, so authentication is
called here; an unknown signing key makes it raise IndexError, so `bot.teams.tokens.SigningKeys` stands in its
metadata cache; its connector blocks the event loop and retries nothing, so `bot.teams.connector` carries it.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Collection
from dataclasses import dataclass
from typing import Any, Protocol

import aiohttp
import jwt
from aiohttp import web
from botbuilder.core import TurnContext
from botbuilder.integration.aiohttp import CloudAdapter, ConfigurationBotFrameworkAuthentication
from botbuilder.schema import Activity as BotbuilderActivity
from botbuilder.schema import ChannelAccount, ConversationAccount, ConversationReference
from botframework.connector.aio import ConnectorClient
from botframework.connector.auth import (
    AuthenticateRequestResult,
    ClaimsIdentity,
    ConnectorFactory,
)
from botframework.connector.auth.jwt_token_extractor import JwtTokenExtractor
from botframework.connector.auth.user_token_client import UserTokenClient
from msrest.authentication import Authentication
from msrest.exceptions import ClientException
from msrest.pipeline.async_abc import AsyncPipeline
from yarl import URL

from bot.channel import Place, Reply
from bot.errors import DeliveryError, LoginError
from bot.fetching.network import is_loopback
from bot.teams import activities
from bot.teams.activities import Activity
from bot.teams.connector import (
    TARGETED,
    TRY_AGAIN,
    GetToken,
    PlainSerializer,
    Sender,
    may_be_taken,
    pipeline,
    retry_after,
)
from bot.teams.credentials import TeamsCredentials, bot_token
from bot.teams.endpoint import NOTHING_AT_ONCE, Accept, AtOnce, MessagesEndpoint
from bot.teams.tokens import SigningKeys


class _Configuration:
    """The names by which the library asks for its settings; any other spelling is silently ignored."""

    def __init__(self, credentials: TeamsCredentials | None) -> None:
        self.APP_ID = ""
        self.APP_PASSWORD = ""
        if credentials is None:
            return
        self.APP_ID = credentials.app_id
        # The library compares the app id alone; tokens are ours to get. It wants some password all the same.
        self.APP_PASSWORD = credentials.app_password or "unused"
        self.APP_TYPE = "MultiTenant" if credentials.app_type == "MultiTenant" else "SingleTenant"
        self.APP_TENANTID = credentials.tenant_id
        self.TO_CHANNEL_FROM_BOT_LOGIN_URL = f"{credentials.login_url.rstrip('/')}/"
        self.TO_CHANNEL_FROM_BOT_OAUTH_SCOPE = credentials.oauth_scope
        self.TO_BOT_FROM_CHANNEL_TOKEN_ISSUER = credentials.token_issuer
        self.TO_BOT_FROM_CHANNEL_OPENID_METADATA_URL = credentials.openid_metadata_url
        # Tokens of the Emulator and of skills are turned away before this address could matter.
        self.TO_BOT_FROM_EMULATOR_OPENID_METADATA_URL = credentials.openid_metadata_url
        self.OAUTH_URL = credentials.oauth_scope


class _Authentication(ConfigurationBotFrameworkAuthentication):  # type: ignore[misc]  # untyped library
    """The library's checks, with those that it leaves out, and every refusal a `PermissionError`."""

    def __init__(self, credentials: TeamsCredentials | None, connectors: ConnectorFactory) -> None:
        super().__init__(_Configuration(credentials))
        self._credentials = credentials
        self._connectors = connectors
        self._user_tokens: UserTokenClient | None = None

    async def authenticate_request(
        self, activity: BotbuilderActivity, auth_header: str
    ) -> AuthenticateRequestResult:
        if self._credentials is None:
            raise PermissionError("no credentials to check a token against")
        scheme, _, token = auth_header.partition(" ")
        if scheme != "Bearer" or not token:
            raise PermissionError("no bearer token")
        if not activity.service_url:
            raise PermissionError("no serviceUrl for the token to vouch for")
        try:
            unchecked = jwt.decode(token, options={"verify_signature": False})
            if unchecked.get("iss") != self._credentials.token_issuer:
                raise PermissionError("another issuer")
            claim = unchecked.get("serviceurl")
            if isinstance(claim, str) and claim.rstrip("/") == activity.service_url.rstrip("/"):
                activity.service_url = claim  # the library would refuse one without the slash at its end
            result = await super().authenticate_request(activity, auth_header)
        except (PermissionError, LoginError):
            raise
        except (jwt.ExpiredSignatureError, jwt.ImmatureSignatureError) as error:
            text = f"{error}; where all are refused so, the clock of this machine is wrong"
            raise PermissionError(text) from error
        except Exception as error:  # the library raises bare Exception, and whatever a forged token trips
            raise PermissionError(f"{type(error).__name__}: {error}") from error
        # The library takes a token that never expires.
        if not isinstance(result.claims_identity.claims.get("exp"), int | float):
            raise PermissionError("the token does not expire")
        return result

    def create_connector_factory(self, claims_identity: ClaimsIdentity) -> ConnectorFactory:
        return self._connectors

    async def create_user_token_client(self, claims_identity: ClaimsIdentity) -> UserTokenClient:
        # Every turn asks for one, for sign-in prompts; the bot has one identity, so one serves all turns.
        if self._user_tokens is None:
            self._user_tokens = await super().create_user_token_client(claims_identity)
        return self._user_tokens


class _Connectors(ConnectorFactory):  # type: ignore[misc]  # untyped library
    """Makes connector clients that speak over our session, with the bot's token.

    One for each service address is kept, as making one takes 4 ms; there are a handful in the world.
    """

    def __init__(self, sender: Sender, get_token: GetToken, *, limit: int = 64) -> None:
        self._sender = sender
        self._get_token = get_token
        self._limit = limit
        self._clients: dict[str, ConnectorClient] = {}

    async def create(self, service_url: str, audience: str = "") -> ConnectorClient:
        client = self._clients.get(service_url)
        if client is None:
            if len(self._clients) >= self._limit:
                self._clients.clear()
            # The library must be given credentials, and uses them only in the pipeline that ours replaces.
            client = ConnectorClient(Authentication(), base_url=service_url, pipeline_type=self._pipeline)
            client.conversations._serialize = PlainSerializer()  # type: ignore[no-untyped-call]  # msrest's
            self._clients[service_url] = client
        return client

    def _pipeline(self, configuration: Any) -> AsyncPipeline[Any, Any]:
        return pipeline(configuration, self._sender, self._get_token)


class TeamsChannel:
    """Fills `Channel`: speaks unasked, at any place that the bot has heard from."""

    def __init__(
        self,
        adapter: CloudAdapter,
        *,
        app_id: str,
        token: Callable[[], Awaitable[str | None]],
    ) -> None:
        self._adapter = adapter
        self._app_id = app_id
        self._token = token

    async def typing(self, place: Place) -> None:
        if not place.only_for:  # everybody would see it
            await self._send(place, activities.typing(place))

    async def send(self, place: Place, reply: Reply) -> str:
        if not reply.text and reply.card is None:
            raise DeliveryError("An empty message cannot be sent.")
        return await self._send(place, activities.message(place, reply))

    async def update(self, place: Place, message_id: str, reply: Reply) -> None:
        activity = activities.message(place, reply, replaces=message_id)

        async def put(connector: ConnectorClient) -> None:
            await connector.conversations.update_activity(
                place.conversation, message_id, activity, custom_headers=_marks(place)
            )

        await self._with_connector(place, put)

    async def token(self, place: Place) -> str | None:
        try:
            return await self._token()
        except LoginError as error:
            raise DeliveryError(str(error), passes=error.passes, unasked=True) from error

    async def _send(self, place: Place, activity: Activity) -> str:
        sent: list[str] = []

        async def post(connector: ConnectorClient) -> None:
            answer = await connector.conversations.send_to_conversation(
                place.conversation, activity, custom_headers=_marks(place)
            )
            sent.append((answer and answer.id) or "")

        await self._with_connector(place, post)
        return sent[0]

    async def _with_connector(
        self, place: Place, speak: Callable[[ConnectorClient], Awaitable[None]]
    ) -> None:
        async def turn(context: TurnContext) -> None:
            await speak(context.turn_state[CloudAdapter.BOT_CONNECTOR_CLIENT_KEY])

        try:
            await self._adapter.continue_conversation(_reference(place), turn, self._app_id)
        except (ClientException, aiohttp.ClientError, TimeoutError, LoginError) as error:
            answer = getattr(error, "response", None)
            status = getattr(answer, "status", None)
            headers = getattr(answer, "headers", {})
            pause = headers.get("Retry-After") if status else None
            taken = may_be_taken(getattr(answer, "method", "POST"), status, headers)
            what = f"HTTP {status}: {error}" if status else f"{type(error).__name__}: {error}"
            raise DeliveryError(
                f"The channel did not take the message ({what}).",
                status=status,
                # Of an answer that did not come in time nobody knows what became of the message.
                passes=(status in TRY_AGAIN and not taken)
                or isinstance(error, aiohttp.ClientConnectorError)
                or (isinstance(error, LoginError) and error.passes),
                unheard=taken or isinstance(error, (aiohttp.ClientConnectionError, TimeoutError)),
                unasked=isinstance(error, LoginError),
                retry_after=retry_after(pause) if pause else None,
            ) from error


def _marks(place: Place) -> dict[str, str]:
    """What tells the way out that only one person may see the message."""
    return {TARGETED: "true"} if place.only_for else {}


def _reference(place: Place) -> ConversationReference:
    return ConversationReference(
        channel_id=place.channel,
        service_url=place.service_url,
        bot=ChannelAccount(id=place.bot),
        conversation=ConversationAccount(
            id=place.conversation,
            conversation_type=place.kind,
            is_group=place.kind != "personal",
            tenant_id=place.tenant,
        ),
    )


class MakeEndpoint(Protocol):
    """Makes the way in."""

    def __call__(self, accept: Accept, at_once: AtOnce = ...) -> MessagesEndpoint:
        """For messages, and for what something answers at once."""


@dataclass(frozen=True, slots=True)
class Teams:
    """Both ends of the chat: what the bot speaks through, and what makes the way in for its messages."""

    channel: TeamsChannel
    endpoint: MakeEndpoint


def build_teams(
    credentials: TeamsCredentials,
    session: aiohttp.ClientSession,
    *,
    tenants: Collection[str],
    longest_wait: float = 5.0,
    key_gap: float = 30.0,
) -> Teams:
    """The bot in Teams. The session is the caller's to close; build within the running event loop.

    Activities of other tenants than `tenants` are refused, and so are those of none. `longest_wait` seconds
    is how long a message waits at most where the channel asks for a pause; `key_gap` seconds at least pass
    between two readings of the keys that sign its tokens.
    """
    token = bot_token(credentials)
    # The library looks its keys up here, by address, and would read them with a blocking call.
    JwtTokenExtractor.metadataCache[credentials.openid_metadata_url] = SigningKeys(
        session, credentials.openid_metadata_url, min_gap=key_gap
    )
    sender = Sender(session, longest_wait=longest_wait)
    connectors = _Connectors(sender, lambda refused: token.get(instead_of=refused))
    authentication = _Authentication(credentials, connectors)

    async def authenticate(request: web.Request, activity: Activity) -> None:
        # These two are all that the library's checks read of an activity; they are known to be strings.
        claimed = BotbuilderActivity(channel_id=activity["channelId"], service_url=activity["serviceUrl"])
        credentials_sent = request.headers.getall("Authorization", [])
        if len(credentials_sent) > 1:  # of which a proxy before us may have checked another
            raise PermissionError("several tokens")
        await authentication.authenticate_request(claimed, credentials_sent[0] if credentials_sent else "")

    return Teams(
        TeamsChannel(CloudAdapter(authentication), app_id=credentials.app_id, token=token.get),
        lambda accept, at_once=NOTHING_AT_ONCE: MessagesEndpoint(
            authenticate, accept, at_once, tenants=tenants
        ),
    )


def build_local(
    session: aiohttp.ClientSession, *, token: str | None = None, longest_wait: float = 5.0
) -> Teams:
    """The bot beside its own chat page, with no authentication: both ends must be this very machine.

    `token` is the bearer that the page's connector wants, if any.
    """

    async def get_token(_refused: str | None = None) -> str | None:
        return token

    async def authenticate(request: web.Request, activity: Activity) -> None:
        if not is_loopback(request.remote):
            raise PermissionError("local mode answers this machine only")
        try:
            here = is_loopback(URL(activity["serviceUrl"]).host)
        except ValueError as error:
            raise PermissionError("a serviceUrl that is no address") from error
        if not here:
            raise PermissionError("local mode speaks to this machine only")

    sender = Sender(session, longest_wait=longest_wait)
    adapter = CloudAdapter(_Authentication(None, _Connectors(sender, get_token)))
    return Teams(
        TeamsChannel(adapter, app_id="", token=get_token),
        lambda accept, at_once=NOTHING_AT_ONCE: MessagesEndpoint(authenticate, accept, at_once, tenants=None),
    )
