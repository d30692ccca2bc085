"""The story of a plan: one line a fact, in words, with both its days."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import overload

from application.plans.sentences import legal_day, told_in
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


class Timeline(Sequence[TimelineEntry]):
    """The plan's facts told in words, oldest first: each when it is asked for."""

    def __init__(self, history: Sequence[Recorded]) -> None:
        self._history = history
        marks = enumerate((recorded.fact for recorded in history), start=1)
        self._corrected = {one.corrects: at for at, one in marks if isinstance(one, Correction)}

    def __len__(self) -> int:
        return len(self._history)

    @overload
    def __getitem__(self, at: int) -> TimelineEntry: ...

    @overload
    def __getitem__(self, at: slice) -> list[TimelineEntry]: ...

    def __getitem__(self, at: int | slice) -> TimelineEntry | list[TimelineEntry]:
        if isinstance(at, slice):
            return [self[one] for one in range(*at.indices(len(self)))]
        return self._entry(self._history[at])

    def _entry(self, recorded: Recorded) -> TimelineEntry:
        assert recorded.recorded_at is not None
        return TimelineEntry(
            version=recorded.version,
            happened_on=legal_day(recorded.fact),
            recorded_at=recorded.recorded_at,
            recorded_by=recorder(recorded.recorded_by),
            acting_as=recorded.acting_as,
            source=recorded.source,
            tag=tag_of(recorded.fact),
            says=told_in(self._history, recorded),
            corrected_in=self._corrected.get(recorded.version),
        )


def timeline(history: Sequence[Recorded]) -> tuple[TimelineEntry, ...]:
    """Return the whole of it."""
    return tuple(Timeline(history))


def recorder(recorded_by: str) -> Id | str:
    """Return the person, or the name of the program that recorded."""
    try:
        return parsed_id(recorded_by)
    except ValueError:
        return recorded_by
