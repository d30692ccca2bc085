"""Recorded facts of what a doctor takes part in elsewhere: courses. Made here, never acted out."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from uuid import UUID

from domain.plans.courses import CourseCertified, CourseEntered
from domain.shared.ids import Id
from tests.support.plans import GOAL

COURSE = Id(f"{UUID(int=0xC01)}")
OTHER_COURSE = Id(f"{UUID(int=0xC02)}")
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
