"""Signing in: what is asked of an identity provider, and what it vouches for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Protocol
from urllib.parse import urlencode

from domain.shared.refusals import NotPermitted


@dataclass(frozen=True, slots=True, kw_only=True)
class Begun:
    """One sign-in on its way; kept on the server, bound to the browser, and used once.

    ``dataclasses.asdict`` gives plain JSON, and ``Begun(**that)`` the same again. It holds a
    private key and two secrets, so it is never sent to the browser.
    """

    issuer: str
    redirect_uri: str
    begun_at: int
    state: str = field(repr=False)
    nonce: str = field(repr=False)
    verifier: str = field(repr=False)
    proof_key: Mapping[str, str] = field(repr=False)
    """The private JWK that what is issued for this sign-in is bound to (DPoP)."""
    subject: str | None = field(default=None, repr=False)
    """Who must sign in again; None for a first sign-in."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Identity:
    """Whom the provider vouches for. ``(issuer, subject)`` is who; the numbers find the person."""

    issuer: str
    subject: str = field(repr=False)
    identity_number: str = field(repr=False)
    """Eleven digits; whether they are a number in use, the directory judges."""
    hpr_number: str | None = field(default=None, repr=False)
    session: str | None = field(default=None, repr=False)
    """The provider's own session (``sid``); what a back-channel logout names."""
    security_level: int
    signed_in_at: datetime
    """When the person proved who they are (``auth_time``); may be before this sign-in."""
    id_token: str = field(repr=False)
    """Only for signing out at the provider."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LoggedOut:
    """The provider says that a session, or every session of a subject, has ended.

    With ``session`` only that session ends, otherwise all of ``subject``. The caller keeps
    ``token_id`` until ``expires_at`` and does nothing the second time.
    """

    issuer: str
    session: str | None = field(default=None, repr=False)
    subject: str | None = field(default=None, repr=False)
    token_id: str
    issued_at: datetime
    expires_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Leaving:
    """Where the browser ends the provider's session, and what it brings.

    The fields name the person, so a form that is posted is better than ``url``, which stays in
    histories and logs; a posted form needs the address in the pages' ``form-action``.
    """

    address: str
    fields: Mapping[str, str] = field(repr=False)

    @property
    def url(self) -> str:
        """Return the same as an address to be sent to."""
        return f"{self.address}{'&' if '?' in self.address else '?'}{urlencode(self.fields)}"


class IdentityProvider(Protocol):
    """One provider of sign-in. Raises Unavailable where it cannot be reached."""

    def begin(self, redirect_uri: str) -> tuple[Begun, str]:
        """Return what to keep, and where to send the browser."""

    def begin_again(self, redirect_uri: str, *, subject: str) -> tuple[Begun, str]:
        """Ask that the same person proves anew who they are, whatever session there is."""

    def complete(self, begun: Begun, answer: Mapping[str, str]) -> Identity:
        """Return who signed in, from the query the browser came back with; raises NotSignedIn.

        The caller has taken ``begun`` away first: it is good for one answer, whatever comes of it.
        """

    def leave(self, id_token: str, *, back_to: str, state: str) -> Leaving | None:
        """Return how the browser ends the provider's session; None if it offers no way."""

    def logged_out(self, logout_token: str) -> LoggedOut:
        """Return which session ended; raises NotSignedIn if the token cannot be believed."""


class UsedOnce(Protocol):
    """Remembers what may be used once only, for every process of this installation."""

    def first(self, key: str, *, until: datetime) -> bool:
        """Return whether nobody has come with this key before; forgotten after ``until``."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MachineClient:
    """A program that calls, and the organisation it calls for."""

    issuer: str
    client_id: str
    scopes: frozenset[str]
    consumer: str
    """The organisation number the access was given to."""
    supplier: str | None = None
    """The organisation number of who runs the program for the consumer, if another."""
    expires_at: datetime

    def require(self, scope: str) -> None:
        """Refuse a client that was not given the scope."""
        if scope not in self.scopes:
            raise NotPermitted(
                "scope-missing",
                nb=f"Adgangstegnet mangler tilgangen «{scope}»; be om den hos utstederen.",
                en=f"The token lacks the scope '{scope}'; ask the issuer for it.",
            )


class MachineAccess(Protocol):
    """Reads the access tokens of machine clients. Raises Unavailable without the issuer's keys."""

    def client(
        self, authorization: str, *, proof: str | None, method: str, url: str
    ) -> MachineClient:
        """Return who calls; raises NotSignedIn.

        ``authorization`` and ``proof`` are the headers Authorization and DPoP as they came;
        ``url`` is the address as the client sees it, from the configured public address.
        """

    def challenge(self, error: str | None, *, scope: str | None = None) -> str:
        """Return the header WWW-Authenticate that tells which tokens are taken, and what failed."""
