"""The story of a plan: one line a fact, in words, with both its days."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

import msgspec

from application.plans.sentences import LEGAL_DAYS, SENTENCES
from domain.shared.facts import Recorded, tag_of
from domain.shared.ids import Id, parsed_id
from domain.shared.texts import Text


@dataclass(frozen=True, slots=True, kw_only=True)
class TimelineEntry:
    """One fact told: when it happened, when it was recorded, by whom in which capacity.

    ``recorded_by`` is a person, or the name of a program.
    """

    version: int
    happened_on: date | None
    recorded_at: datetime
    recorded_by: Id | str
    acting_as: str
    source: str
    tag: str
    says: Text


def timeline(history: Sequence[Recorded]) -> tuple[TimelineEntry, ...]:
    """Return the plan's facts told in words, oldest first."""
    return tuple(_entry(recorded) for recorded in history)


def _entry(recorded: Recorded) -> TimelineEntry:
    assert recorded.recorded_at is not None
    fact = recorded.fact
    fields = msgspec.structs.asdict(fact)
    shown = {name: _shown(value) for name, value in fields.items()}
    sentence = SENTENCES[type(fact)]
    return TimelineEntry(
        version=recorded.version,
        happened_on=next((_day(fields[n]) for n in LEGAL_DAYS if n in fields), None),
        recorded_at=recorded.recorded_at,
        recorded_by=_recorder(recorded.recorded_by),
        acting_as=recorded.acting_as,
        source=recorded.source,
        tag=tag_of(fact),
        says=Text(nb=sentence.nb.format(**shown), en=sentence.en.format(**shown)),
    )


def _day(said: date | tuple[date, ...]) -> date:
    """Return the day, of several the last."""
    return said[-1] if isinstance(said, tuple) else said


def _recorder(recorded_by: str) -> Id | str:
    """Return the person, or the name of the program that recorded."""
    try:
        return parsed_id(recorded_by)
    except ValueError:
        return recorded_by


def _shown(value: object) -> object:
    return ", ".join(map(str, value)) if isinstance(value, tuple) else value
