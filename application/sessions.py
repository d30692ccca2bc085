"""Who is signed in at which browser; what they may do is never kept here, only in the facts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Protocol

from domain.shared.ids import Id

IDLE = timedelta(minutes=30)
LONGEST = timedelta(hours=10)
FRESH = timedelta(minutes=15)
"""How long one may do nothing, be signed in at all, and decide after having signed in."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SignedIn:
    """How somebody signed in: by which provider, as whom there, and when."""

    issuer: str
    subject: str = field(repr=False)
    # What the provider calls its session; a sign-out there names it.
    provider_session: str | None = None
    authenticated_at: datetime
    # Only for signing out at the provider.
    id_token: str | None = field(default=None, repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class AtProvider:
    """As whom somebody is known at their provider; only the browser's secret opens it."""

    subject: str = field(repr=False)
    id_token: str | None = field(default=None, repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Session:
    """One browser of a person."""

    person: Id
    # Goes into every form, and comes back with it.
    form_key: str
    language: str
    issuer: str
    authenticated_at: datetime
    opened_at: datetime
    # Signed in so short a while ago that one who decides need not sign in once more.
    fresh: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionLine:
    """One of a person's sessions, to be told of and ended."""

    number: int
    opened_at: datetime
    seen_at: datetime
    issuer: str
    this_one: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Unsent:
    """A form that came from a session that was over: where it was, and what was typed."""

    path: str
    typed: bytes


class UnsentForms(Protocol):
    """What was typed and not done, kept for its writer alone and for a short while."""

    def keep(self, secret: str, form_key: str, unsent: Unsent) -> bool:
        """Keep it if the form was one of that session's; return whether it was."""

    def hand_over(self, before: str, now: str, person: Id) -> str | None:
        """Give it to the browser's next session, of the same person; return where it was."""

    def take(self, secret: str, path: str) -> bytes | None:
        """Return what was typed there, once."""


class Sessions(Protocol):
    """The sessions; whoever holds a secret is that browser, and only its hash is kept."""

    @property
    def unsent(self) -> UnsentForms: ...

    def open(self, person: Id, signed_in: SignedIn, *, language: str) -> str:
        """Open one and return its secret, a new one at each sign-in."""

    def find(self, secret: str) -> Session | None:
        """Return it if it is neither ended, idle too long nor too old; it is seen now.

        One whose entry turned out to be another's double has no sessions any more.
        """

    def at_provider(self, secret: str) -> AtProvider | None:
        """Return what the provider knows the one who holds the secret by; None if it ended."""

    def speak(self, secret: str, language: str) -> None: ...

    def again(self, secret: str, signed_in: SignedIn) -> str | None:
        """Note that the same person signed in once more; return the secret that holds now.

        Forms that are open in the browser can still be sent.
        """

    def end(self, secret: str) -> None: ...

    def end_all(self, person: Id) -> int:
        """End every session of a person, and return how many there were."""

    def end_of_provider(
        self,
        issuer: str,
        *,
        subject: str | None,
        session: str | None,
        before: datetime | None = None,
    ) -> Sequence[Id]:
        """End those a provider says are over, and return whose they were.

        With ``before``, only those that were opened before that instant.
        """

    def of(self, person: Id, secret: str) -> Sequence[SessionLine]: ...
