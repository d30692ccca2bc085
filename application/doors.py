"""What coming in and going out needs: the providers, what is on its way, and the log."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Protocol

from application.signing_in import Begun, IdentityProvider
from domain.shared.ids import Id


@dataclass(frozen=True, slots=True, kw_only=True)
class SignInLine:
    """One sign-in, attempt or sign-out, as it is told to the person."""

    noted_at: datetime
    provider: str
    outcome: str


class SignInLog(Protocol):
    """Every sign-in and every failure; it only grows."""

    def note(self, provider: str, outcome: str, *, person: Id | None) -> None:
        """Note what came of it; without a person where it is not known who it was."""

    def of(self, person: Id, *, most: int) -> Sequence[SignInLine]:
        """Return the latest of a person, latest first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Taken:
    begun: Begun
    back_to: str


class OnTheWay(Protocol):
    """Sign-ins that were begun, each kept for the browser that began it."""

    def keep(self, begun: Begun, *, back_to: str) -> str:
        """Keep one and return the secret by which the browser is known."""

    def take(self, secret: str) -> Taken | None:
        """Return it and forget it; None if it was taken, or too much time has passed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Door:
    """A provider people may sign in by, with the name its addresses and the log have for it."""

    name: str
    title: str
    issuer: str
    provider: IdentityProvider


@dataclass(frozen=True, slots=True, kw_only=True)
class Going:
    """Where the browser is sent, and the secret it comes back with."""

    url: str = field(repr=False)
    secret: str = field(repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Entered:
    """The secret of the session that holds now, and where the browser was on its way to."""

    secret: str = field(repr=False)
    person: Id
    back_to: str
