"""The simulated doctor's service, year by year: entered when it is over, then confirmed."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from functools import partial

from application.actors import Role
from application.demo.career import FULL_PATH, Career
from domain.plans.rules.confirm_service import Confirmation, confirm_service
from domain.plans.service import ServiceKind
from domain.shared.ids import Id

YEARS = FULL_PATH.days // 365
ARENA = "ARE-01"
FULL, REDUCED = 100, 80


def service(career: Career) -> None:
    """Put each year's service on the calendar, some days after the year is over."""
    for year in range(YEARS):
        first_day = career.starts_on.replace(year=career.starts_on.year + year)
        next_first = career.starts_on.replace(year=career.starts_on.year + year + 1)
        last_day = next_first - timedelta(days=1)
        wait = timedelta(days=career.draw.randint(3, 30))
        career.later(last_day + wait, partial(_enter, career, first_day, last_day))


def _enter(career: Career, first_day: date, last_day: date, at: datetime) -> None:
    period, registered = career.new_id("service"), career.world.organisation.case.registered
    assert registered is not None
    entered = career.plan.service.enter(
        period,
        kind=ServiceKind.OPEN_UNSELECTED_PRACTICE,
        arena=ARENA,
        employer=registered.name,
        first_day=first_day,
        last_day=last_day,
        percentage=career.draw.choice((FULL, FULL, FULL, REDUCED)),
        on=at.date(),
    )
    career.record(entered, at=at, by=career.doctor, acting_as=Role.DOCTOR)
    wait = timedelta(days=career.draw.randint(2, 40))
    career.later(at.date() + wait, lambda at: _confirm(career, period, at))


def _confirm(career: Career, period: Id, at: datetime) -> None:
    leader = career.world.leader(at)
    confirmed = confirm_service(
        Confirmation(
            plan=career.plan,
            period=period,
            by=leader,
            on=at.date(),
            setting=career.world.setting(career.around(), at),
        )
    )
    career.record(confirmed, at=at, by=leader, acting_as=Role.LEADER)
