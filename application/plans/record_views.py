"""What a plan shows of what the doctor took part in elsewhere: courses, practice visits."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from domain.plans.courses import Course
from domain.plans.plan import TrainingPlan
from domain.plans.visits import Visit, VisitConfirmed, VisitDocumented
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


@dataclass(frozen=True, slots=True, kw_only=True)
class VisitLine:
    """One practice visit; the name of a colleague outside the directory is read apart."""

    visit: Id
    direction: str
    setting: str
    country: str
    days: tuple[date, ...]
    colleague: Id | None
    goals: tuple[str, ...]
    confirmed_by: Id | None
    shown_on: date | None
    file: Id | None


def visits(plan: TrainingPlan, *, colleague: Id | None = None) -> tuple[VisitLine, ...]:
    """Return the plan's practice visits as they took place, or only those with a colleague."""
    lines = (_visit(found) for found in plan.visits.by_id.values())
    shown = (line for line in lines if colleague in (None, line.colleague))
    return tuple(sorted(shown, key=lambda line: (line.days, line.visit)))


def _visit(found: Visit) -> VisitLine:
    entered, shown = found.entered, found.shown
    return VisitLine(
        visit=entered.visit,
        direction=entered.direction,
        setting=entered.setting,
        country=entered.country,
        days=entered.days,
        colleague=entered.colleague,
        goals=entered.goals,
        confirmed_by=shown.confirmed_by if isinstance(shown, VisitConfirmed) else None,
        shown_on=found.shown_on,
        file=shown.file if isinstance(shown, VisitDocumented) else None,
    )
