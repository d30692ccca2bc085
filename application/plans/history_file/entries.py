"""What one line tells, read and understood: entries with days, codes and people's ids."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import TypeVar

import msgspec

from domain.shared.ids import Id


class Entry(msgspec.Struct, frozen=True, kw_only=True, tag_field="record", gc=False):
    """Base of all entries: whose history it belongs to.

    ``id`` is that of what is told of; None until it is known. A goal has none, but its code.
    Ids are made of the fields as they stand here, in their order: another field would make
    others, and every line ever imported would be imported again.
    """

    doctor: Id
    day: date
    id: Id | None = None


class SessionEntry(Entry, frozen=True, kw_only=True, tag="session"):
    """A guidance session that was held and finalised."""

    minutes: int
    supervisor: Id
    goals: tuple[str, ...]
    finalised_on: date
    text: str | None


class ActivityEntry(Entry, frozen=True, kw_only=True, tag="activity"):
    """A learning activity, signed or not."""

    kind: str
    arena: str | None
    goals: tuple[str, ...]
    signed_by: Id | None
    capacity: str | None
    channel: str | None
    signed_on: date | None
    text: str | None


class GoalEntry(Entry, frozen=True, kw_only=True, tag="goal"):
    """A learning goal approved elsewhere."""

    goal: str
    stated_in: str


class CourseEntry(Entry, frozen=True, kw_only=True, tag="course"):
    """A course, with its certificate if there is one."""

    last_day: date
    title: str
    provider: str
    hours: Decimal | None
    goals: tuple[str, ...]
    certificate: str | None
    issued_on: date | None
    issued_by: str | None


class ServiceEntry(Entry, frozen=True, kw_only=True, tag="service"):
    """A period of service, confirmed or not."""

    last_day: date
    kind: str
    percentage: int
    arena: str | None
    employer: str
    confirmed_on: date | None
    confirmed_by: Id | None


AnyEntry = SessionEntry | ActivityEntry | GoalEntry | CourseEntry | ServiceEntry
E = TypeVar("E", bound=Entry)


def text_of(entry: Entry) -> str | None:
    """Return the confidential words of an entry, if it has any."""
    text: str | None = getattr(entry, "text", None)
    return text


def without_text(entry: E) -> E:
    """Return the entry as one may see it who may not read its words."""
    return msgspec.structs.replace(entry, text=None) if text_of(entry) else entry
