"""Recorded facts of what a doctor takes part in elsewhere. Made here, never acted out."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from uuid import UUID

from domain.plans.courses import CourseCertified, CourseEntered
from domain.plans.visits import (
    Direction,
    VisitConfirmed,
    VisitDocumented,
    VisitEntered,
    VisitSetting,
)
from domain.shared.ids import Id
from tests.support.plans import GOAL, text

COURSE = Id(f"{UUID(int=0xC01)}")
OTHER_COURSE = Id(f"{UUID(int=0xC02)}")
VISIT = Id(f"{UUID(int=0xF01)}")
OTHER_VISIT = Id(f"{UUID(int=0xF02)}")
COLLEAGUE = Id(f"{UUID(int=0xC0E)}")
VISITED_ON = date(2026, 1, 12)
SHOWN_ON = date(2026, 1, 15)
TITLE = "Emnekurs i akuttmedisin"
PROVIDER = "Legeforeningen"
BEGAN_ON = date(2026, 1, 19)
ENDED_ON = date(2026, 1, 20)
ISSUED_ON = date(2026, 1, 27)


def course_entered(
    course: Id = COURSE,
    *goals: str,
    first_day: date = BEGAN_ON,
    last_day: date = ENDED_ON,
    hours: Decimal | None = Decimal(15),
) -> CourseEntered:
    return CourseEntered(
        course=course,
        title=TITLE,
        provider=PROVIDER,
        first_day=first_day,
        last_day=last_day,
        hours=hours,
        goals=goals or (GOAL,),
    )


def course_certified(course: Id = COURSE, *, on: date = ISSUED_ON) -> CourseCertified:
    return CourseCertified(
        course=course, certificate="O-31245", issued_on=on, issued_by=PROVIDER, file=None
    )


def visit_entered(
    visit: Id = VISIT,
    *goals: str,
    direction: Direction = Direction.MADE,
    days: tuple[date, ...] = (VISITED_ON,),
    colleague: Id | None = COLLEAGUE,
) -> VisitEntered:
    return VisitEntered(
        visit=visit,
        direction=direction,
        setting=VisitSetting.NURSING_HOME,
        country="NO",
        days=days,
        colleague=colleague,
        colleague_name=None if colleague else text("Kari Nordmann"),
        goals=goals or (GOAL,),
    )


def visit_confirmed(visit: Id = VISIT, *, by: Id = COLLEAGUE) -> VisitConfirmed:
    return VisitConfirmed(visit=visit, confirmed_by=by, confirmed_on=SHOWN_ON)


def visit_documented(visit: Id = VISIT) -> VisitDocumented:
    return VisitDocumented(
        visit=visit, document=text("skjema fra Helsedirektoratet"), issued_on=SHOWN_ON
    )
