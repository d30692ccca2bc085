"""What the clock needs from the world: a postbox, and secret addresses of calendars."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Protocol

from domain.shared.ids import Id


@dataclass(frozen=True, slots=True, kw_only=True)
class Message:
    """What a person is to be told: of which kind of deadline, in which case, due by when.

    It holds ids alone; names and addresses are looked up when it is sent.
    """

    message: Id
    person: Id
    kind: str
    case_id: Id
    due_on: date
    put_on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Posted:
    """A message and what became of it; one that was begun and not sent is never tried again."""

    message: Message
    begun_at: datetime | None
    sent_at: datetime | None
    failure: str | None


class Postbox(Protocol):
    """Messages to people, each sent at most once."""

    def put(self, messages: Sequence[Message]) -> int:
        """Put the messages that are not there yet; return how many were new."""

    def posted(self, *, person: Id | None = None) -> Sequence[Posted]:
        """Return the messages, of one person or of all, the latest first."""


class Calendars(Protocol):
    """The secret addresses of people's calendars."""

    def make(self, person: Id) -> str:
        """Return a new secret of the person's; the one before it is withdrawn."""

    def withdraw(self, person: Id) -> bool:
        """Withdraw the person's secret; return whether there was one."""

    def whose(self, secret: str) -> Id | None:
        """Return whose secret it is, None if it is nobody's, or withdrawn."""
