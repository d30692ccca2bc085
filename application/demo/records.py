"""The simulated doctor elsewhere: courses with their certificates, and practice visits."""

from __future__ import annotations

from datetime import datetime, timedelta
from decimal import Decimal
from functools import partial

from application.actors import Role
from application.demo.career import Career
from domain.plans.rules.visit_colleague import Confirming, Visiting, confirm_visit, enter_visit
from domain.plans.visits import Direction, VisitSetting
from domain.shared.confidential import Confidential
from domain.shared.ids import Id

ORGANISER = "Legeforeningen"
COURSES = (
    "Grunnkurs A i allmennmedisin",
    "Grunnkurs B i allmennmedisin",
    "Grunnkurs C i allmennmedisin",
    "Grunnkurs D i allmennmedisin",
    "Emnekurs i akuttmedisin",
    "Emnekurs i psykiatri for allmennleger",
    "Emnekurs i barnesykdommer",
    "Emnekurs i geriatri",
    "Emnekurs i hudsykdommer",
)
BETWEEN_COURSES = timedelta(days=183)
HOURS = ("15", "22.5", "30")
CERTIFIED = 0.95
MONTH = timedelta(days=30)
DOCUMENT = "Helsedirektoratets skjema for praksisbesøk, underskrevet."
NAMED = "Kollega ved et legesenter i nabokommunen"


def records(career: Career) -> None:
    """Put a course in each half year on the calendar, and three practice visits."""
    first = career.starts_on + timedelta(days=100)
    for place, title in enumerate(COURSES):
        career.later(first + BETWEEN_COURSES * place, partial(_take_course, career, title))
    for month, direction in ((14, Direction.MADE), (20, Direction.RECEIVED)):
        day = career.starts_on + MONTH * month
        career.later(day, partial(_visit_known, career, direction))
    career.later(career.starts_on + MONTH * 30, partial(_visit_named, career))


def _goals(career: Career, at: datetime) -> tuple[str, ...]:
    codes = [goal.code for goal in career.catalogue.in_force(at.date())]
    return tuple(sorted(career.draw.sample(codes, k=career.draw.randint(1, 4))))


def _take_course(career: Career, title: str, at: datetime) -> None:
    course, day = career.new_id("course"), at.date()
    entered = career.plan.courses.enter(
        course,
        title=title,
        provider=ORGANISER,
        first_day=day - timedelta(days=1),
        last_day=day,
        hours=Decimal(career.draw.choice(HOURS)),
        goals=_goals(career, at),
    )
    career.record(entered, at=at, by=career.doctor, acting_as=Role.DOCTOR)
    if career.draw.random() < CERTIFIED:
        sent_on = day + timedelta(days=career.draw.randint(3, 20))
        career.later(sent_on, partial(_certify, career, course))


def _certify(career: Career, course: Id, at: datetime) -> None:
    certified = career.plan.courses.certify(
        course,
        certificate=f"O-{career.draw.randrange(20_000, 40_000)}",
        issued_on=at.date(),
        issued_by=ORGANISER,
    )
    career.record(certified, at=at, by=career.doctor, acting_as=Role.DOCTOR)


def _enter(career: Career, at: datetime, direction: Direction, colleague: Id | None) -> Id:
    visit = career.new_id("visit")
    entered = enter_visit(
        Visiting(
            plan=career.plan,
            visit=visit,
            direction=direction,
            setting=career.draw.choice(list(VisitSetting)),
            country="NO",
            days=(at.date(),),
            colleague=colleague,
            colleague_name=None if colleague else Confidential(NAMED),
            goals=_goals(career, at),
        )
    )
    career.record(entered, at=at, by=career.doctor, acting_as=Role.DOCTOR)
    return visit


def _visit_known(career: Career, direction: Direction, at: datetime) -> None:
    """Have a visit with one of the supervisors of others, who confirms it some days later."""
    colleague = career.world.supervisor(career.number + 3)
    visit = _enter(career, at, direction, colleague)
    day = at.date() + timedelta(days=career.draw.randint(1, 14))
    career.later(day, partial(_confirm, career, visit, colleague))


def _confirm(career: Career, visit: Id, by: Id, at: datetime) -> None:
    confirmed = confirm_visit(Confirming(plan=career.plan, visit=visit, by=by, on=at.date()))
    career.record(confirmed, at=at, by=by, acting_as=Role.COLLEAGUE)


def _visit_named(career: Career, at: datetime) -> None:
    visit = _enter(career, at, Direction.MADE, None)
    day = at.date() + timedelta(days=career.draw.randint(1, 14))
    career.later(day, partial(_document, career, visit))


def _document(career: Career, visit: Id, at: datetime) -> None:
    document = Confidential(DOCUMENT)
    documented = career.plan.visits.document(visit, document, issued_on=at.date())
    career.record(documented, at=at, by=career.doctor, acting_as=Role.DOCTOR)
