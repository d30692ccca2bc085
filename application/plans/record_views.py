"""What a plan shows of what the doctor took part in elsewhere: courses."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from domain.plans.courses import Course
from domain.plans.plan import TrainingPlan
from domain.shared.ids import Id


@dataclass(frozen=True, slots=True, kw_only=True)
class CourseTaken:
    """One course; it counts as shown for its goals when it is certified."""

    course: Id
    title: str
    provider: str
    first_day: date
    last_day: date
    hours: Decimal | None
    goals: tuple[str, ...]
    before_the_training: bool
    certificate: str | None
    issued_on: date | None
    issued_by: str | None
    file: Id | None


def courses(plan: TrainingPlan) -> tuple[CourseTaken, ...]:
    """Return the plan's courses in the order they were taken."""
    lines = (_course(plan, found) for found in plan.courses.by_id.values())
    return tuple(sorted(lines, key=lambda line: (line.first_day, line.course)))


def _course(plan: TrainingPlan, found: Course) -> CourseTaken:
    entered, certified = found.entered, found.certified
    return CourseTaken(
        course=entered.course,
        title=entered.title,
        provider=entered.provider,
        first_day=entered.first_day,
        last_day=entered.last_day,
        hours=entered.hours,
        goals=entered.goals,
        before_the_training=entered.first_day < plan.opened.starts_on,
        certificate=certified.certificate if certified else None,
        issued_on=certified.issued_on if certified else None,
        issued_by=certified.issued_by if certified else None,
        file=certified.file if certified else None,
    )
