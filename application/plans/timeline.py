"""The story of a plan: one line a fact, in words, with both its days."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from application.plans.sentences import legal_day, told
from domain.shared.case import Correction
from domain.shared.facts import Recorded, tag_of
from domain.shared.ids import Id, parsed_id
from domain.shared.texts import Text


@dataclass(frozen=True, slots=True, kw_only=True)
class TimelineEntry:
    """One fact told: when it happened, when it was recorded, by whom in which capacity.

    ``recorded_by`` is a person, or the name of a program; ``corrected_in`` the version that
    marked it as an error.
    """

    version: int
    happened_on: date | None
    recorded_at: datetime
    recorded_by: Id | str
    acting_as: str
    source: str
    tag: str
    says: Text
    corrected_in: int | None


def timeline(history: Sequence[Recorded]) -> tuple[TimelineEntry, ...]:
    """Return the plan's facts told in words, oldest first."""
    facts = (recorded.fact for recorded in history)
    marks = enumerate(facts, start=1)
    corrected = {fact.corrects: at for at, fact in marks if isinstance(fact, Correction)}
    return tuple(_entry(recorded, corrected) for recorded in history)


def _entry(recorded: Recorded, corrected: Mapping[int, int]) -> TimelineEntry:
    assert recorded.recorded_at is not None
    fact = recorded.fact
    return TimelineEntry(
        version=recorded.version,
        happened_on=legal_day(fact),
        recorded_at=recorded.recorded_at,
        recorded_by=recorder(recorded.recorded_by),
        acting_as=recorded.acting_as,
        source=recorded.source,
        tag=tag_of(fact),
        says=told(fact),
        corrected_in=corrected.get(recorded.version),
    )


def recorder(recorded_by: str) -> Id | str:
    """Return the person, or the name of the program that recorded."""
    try:
        return parsed_id(recorded_by)
    except ValueError:
        return recorded_by
