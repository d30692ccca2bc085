"""A few facts for the store's tests, shaped like those of the real subjects."""

from __future__ import annotations

from datetime import date

from application.ids import new_id
from domain.shared.confidential import Confidential
from domain.shared.facts import Fact, Recorded, Seen
from domain.shared.ids import Id


class Opened(Fact, frozen=True, kw_only=True, tag="sample.opened"):
    """A sample case was opened."""

    doctor: Id
    opened_on: date


class Held(Fact, frozen=True, kw_only=True, tag="sample.held"):
    """A session of guidance was held."""

    held_on: date
    minutes: int
    heard: tuple[Seen, ...] = ()


class Reflected(Fact, frozen=True, kw_only=True, tag="sample.reflected"):
    """The doctor wrote down a reflection."""

    text: Confidential
    written_on: date
    note: Confidential | None = None


SampleFact = Opened | Held | Reflected

DAY = date(2026, 5, 4)


def held(minutes: int = 60) -> Held:
    return Held(held_on=DAY, minutes=minutes)


def recorded(fact: Fact, *, case: Id, version: int, command: Id | None = None) -> Recorded:
    """Return a fact in an envelope, as a use case would send it to the store."""
    command = command or new_id()
    return Recorded(
        case_id=case,
        version=version,
        recorded_by="person-1",
        acting_as="supervisor",
        command_id=command,
        correlation_id=command,
        fact=fact,
    )
