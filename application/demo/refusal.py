"""A specialist approval refused in the demo, appealed in time or a day late, and heard."""

from __future__ import annotations

from datetime import datetime, timedelta
from functools import partial

from application.actors import Role
from application.demo.career import Act, Career
from application.demo.casework import Casework
from application.plans.stays import application_of
from application.proceedings.telling import IN_PLAN
from domain.law.remedies import DecisionKind, Instance
from domain.plans.accounts.stays import Stay
from domain.plans.roles import Capacity
from domain.plans.rules.apply_for_approval import wanting
from domain.proceedings.appeal import Outcome
from domain.proceedings.rules import appeal_body
from domain.proceedings.rules.first_instance import LateGround
from domain.proceedings.rulings import Decided
from domain.shared.confidential import Confidential
from domain.shared.findings import Finding
from domain.shared.ids import derived_id

TO_DECIDE, TO_REVIEW = timedelta(days=75), timedelta(days=40)
TO_HEAR, TO_ENTER = timedelta(days=90), timedelta(days=14)
LATE = (LateGround.NOT_TO_BLAME, "Legen var innlagt på sykehus da fristen gikk ut.")


def of_doctor(career: Career, key: str) -> Casework:
    """Return a case about the doctor, before it is opened."""
    return Casework.begin(
        career.world,
        derived_id(career.book.case_id, key),
        party=career.doctor,
        law=career.law,
        telling=IN_PLAN,
        tell=lambda fact, at, by: career.record(fact, at=at, by=by[0], acting_as=by[1]),
        seen=career.book.last_seen,
    )


def refuse(career: Career, at: datetime, *, then: Act) -> None:
    """Have the application just submitted refused; ``then`` is what follows when it is granted."""
    case, plan = of_doctor(career, "approval"), career.book.case_id
    by = (career.doctor, Role.DOCTOR)
    case.open(DecisionKind.SPECIALIST_APPROVAL, plan=plan, about="", at=at, by=by)
    career.later(at.date() + TO_DECIDE, partial(_decide, career, case, then))


def _decide(career: Career, case: Casework, then: Act, at: datetime) -> None:
    by = (career.world.person("helsedirektoratet"), Role.DIRECTORATE_OFFICER)
    case.refuse(
        "Søknaden avslås: vilkårene er ikke vist oppfylt.",
        findings=_findings(career, at),
        at=at,
        by=by,
    )
    case.notify(at=at, by=by)
    # Every other one appeals a day late, for a reason that is accepted.
    late = timedelta(days=int(career.doctor[-1], 16) % 2)
    career.later(case.last_day + late, partial(_appeal, career, case, then))


def _appeal(career: Career, case: Casework, then: Act, at: datetime) -> None:
    grounds, by = "Det som manglet, er bekreftet siden.", (career.doctor, Role.DOCTOR)
    case.file(grounds, to=Instance.DIRECTORATE, at=at, by=by)
    career.later(at.date() + TO_REVIEW, partial(_maintain, career, case, then))


def _maintain(career: Career, case: Casework, then: Act, at: datetime) -> None:
    case.send_on(
        "Klagen gir ikke grunn til å endre vedtaket.",
        to=Instance.PERSONNEL_BOARD,
        late=LATE,
        at=at,
        by=(career.world.person("helsedirektoratet"), Role.DIRECTORATE_OFFICER),
    )
    career.later(at.date() + TO_HEAR, partial(_hear, career, case, then))


def _hear(career: Career, case: Casework, then: Act, at: datetime) -> None:
    by = (career.world.person("helsepersonellnemnda"), Role.PERSONNEL_BOARD_OFFICER)
    heard = appeal_body.decide(
        case.book.case,
        case.appeal,
        Outcome.CHANGED,
        to_detriment=False,
        result=Decided.GRANTED,
        text=Confidential("Klagen fører fram; legen godkjennes."),
        seen=career.book.last_seen(at),
        by=by[0],
        on=at.date(),
        law=career.law,
    )
    case.record(heard, at=at, by=by)
    case.notify(at=at, by=by)
    career.later(at.date() + TO_ENTER, then)


def _findings(career: Career, at: datetime) -> tuple[Finding, ...]:
    around = {career.doctor, *career.plan.roles.appointments.spans(Capacity.SUPERVISOR)}
    stay = Stay(
        plan_id=career.book.case_id, plan=career.plan, setting=career.world.setting(around, at)
    )
    day = at.date()
    asked = application_of((stay,), career.law, career.catalogue, submitted_on=day, on=day)
    return wanting(asked)
