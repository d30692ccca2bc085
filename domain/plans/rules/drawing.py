"""What is asked when a version of the individual training plan is drawn up."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

import msgspec

from domain.calendar.spans import Span
from domain.law.book import LawBook
from domain.plans.plan import TrainingPlan
from domain.plans.programme import Party, Rotation
from domain.shared.confidential import Confidential
from domain.shared.days import day_before
from domain.shared.ids import Id


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawing:
    """May this version be drawn up?

    ``open_days`` tells by arena when it is open, and ``offers`` with what; ``goal_days`` tells
    by goal when it is in force.
    """

    plan: TrainingPlan
    first_day: date
    last_day: date
    rotations: tuple[Rotation, ...]
    guidance_hours_a_year: int
    note: Confidential | None
    by: Id
    party: Party
    on: date
    open_days: Mapping[str, tuple[Span, ...]]
    offers: Mapping[str, Collection[str]]
    goal_days: Mapping[str, Span]
    law: LawBook

    def planned(self) -> tuple[Rotation, ...]:
        """Return all that would be planned, with what agreed versions say of earlier days."""
        planned: tuple[Rotation, ...] = ()
        for version in self.plan.programme.versions.values():
            if version.in_force_from:
                before = _until(version.proposed.first_day, planned)
                planned = (*before, *version.proposed.rotations)
        return (*_until(self.first_day, planned), *self.rotations)


def _until(day: date, rotations: tuple[Rotation, ...]) -> Iterator[Rotation]:
    """Yield what is planned before the day from which another version takes over."""
    for rotation in rotations:
        if rotation.first_day < day:
            last_day = min(rotation.last_day, day_before(day))
            yield msgspec.structs.replace(rotation, last_day=last_day)
