"""Judging what a provider says of a person: the ID token, and the logout token."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

from application.ports import Clock
from application.signing_in import Begun, Identity, LoggedOut
from infrastructure.oidc import refusing
from infrastructure.oidc.hashes import half_hash
from infrastructure.oidc.profiles import HIGHEST
from infrastructure.oidc.provider import Provider, PublicKey
from infrastructure.oidc.refusing import NotBelieved
from infrastructure.oidc.settings import ProviderSettings
from infrastructure.oidc.tokens import SKEW, Told, same, told

LOGGED_OUT = "http://schemas.openid.net/event/backchannel-logout"
LONGEST_SUBJECT = 255


@dataclass(frozen=True, slots=True, kw_only=True)
class Issued:
    """What came for a code."""

    id_token: str = field(repr=False)
    access_token: str = field(repr=False)
    code: str = field(repr=False)


class IdTokens:
    """Reads the tokens one provider signs for one client."""

    def __init__(self, settings: ProviderSettings, provider: Provider, clock: Clock) -> None:
        self._settings = settings
        self._provider = provider
        self._clock = clock

    def identity(self, begun: Begun, issued: Issued) -> Identity:
        """Return whom the ID token is about; raises NotBelieved, or NotSignedIn with words."""
        read = told(issued.id_token, self._key, types=("", "jwt"))
        self._for_us(read)
        read.timely(self._clock.now())
        read.only("nonce", begun.nonce)
        began = datetime.fromtimestamp(begun.begun_at, UTC)
        if read.instant("iat") < began - SKEW:
            raise NotBelieved("issued before this sign-in")
        _check_hash(read, "at_hash", issued.access_token)
        _check_hash(read, "c_hash", issued.code)
        subject = read.text("sub")
        if len(subject) > LONGEST_SUBJECT:
            raise NotBelieved("sub")
        signed_in_at = read.instant("auth_time")
        if signed_in_at > self._clock.now() + SKEW:
            raise NotBelieved("auth_time in the future")
        if begun.subject is not None:
            _check_again(begun.subject, subject, anew=signed_in_at >= began - SKEW)
        return Identity(
            issuer=self._settings.issuer,
            subject=subject,
            identity_number=self._identity_number(read),
            hpr_number=self._hpr_number(read),
            session=read.maybe("sid"),
            security_level=self._level(read),
            signed_in_at=signed_in_at,
            id_token=issued.id_token,
        )

    def logged_out(self, token: str) -> LoggedOut:
        """Return which session ended; raises NotBelieved."""
        read = told(token, self._key, types=("logout+jwt",))
        self._for_us(read)
        read.timely(self._clock.now())
        if "nonce" in read.claims:
            raise NotBelieved("nonce in a logout token")
        events = read.claims.get("events")
        if not isinstance(events, dict) or not isinstance(events.get(LOGGED_OUT), dict):
            raise NotBelieved("no logout event")
        session, subject = read.maybe("sid"), read.maybe("sub")
        if session is None and subject is None:
            raise NotBelieved("neither sid nor sub")
        return LoggedOut(
            issuer=self._settings.issuer,
            session=session,
            subject=subject,
            token_id=read.text("jti"),
            issued_at=read.instant("iat"),
            expires_at=read.instant("exp") + SKEW,
        )

    def _key(self, header: Mapping[str, Any]) -> PublicKey:
        return self._provider.key(header.get("kid"), header["alg"])

    def _for_us(self, read: Told) -> None:
        read.only("iss", self._settings.issuer)
        client, audience = self._settings.client_id, read.claims.get("aud")
        # One that others may use as well is not believed either.
        if not same(_alone(audience), client):
            raise NotBelieved("wrong aud")
        if "azp" in read.claims:
            read.only("azp", client)

    def _level(self, read: Told) -> int:
        profile = self._settings.profile
        if not same(read.claims.get(profile.level_claim), profile.highest):
            raise refusing.level_too_low()
        return HIGHEST

    def _identity_number(self, read: Told) -> str:
        number = read.claims.get(self._settings.profile.pid_claim)
        if not isinstance(number, str) or not re.fullmatch(r"[0-9]{11}", number):
            raise refusing.no_identity_number()
        return number

    def _hpr_number(self, read: Told) -> str | None:
        """Not all who sign in are health personnel; a number that is none is not passed on."""
        claim = self._settings.profile.hpr_claim
        number = read.claims.get(claim) if claim else None
        if number in (None, ""):
            return None
        if not isinstance(number, str) or not re.fullmatch(r"0*[1-9][0-9]{0,8}", number):
            raise NotBelieved("hpr number")
        return number.lstrip("0")


def _alone(audience: object) -> object:
    """Return the one audience, however it is written; several are none."""
    if isinstance(audience, list):
        return audience[0] if len(audience) == 1 else None
    return audience


def _check_hash(read: Told, name: str, of: str) -> None:
    if name in read.claims:
        read.only(name, half_hash(of, read.header["alg"]))


def _check_again(expected: str, subject: str, *, anew: bool) -> None:
    if not same(subject, expected):
        raise refusing.another_person()
    if not anew:
        raise refusing.not_fresh()
