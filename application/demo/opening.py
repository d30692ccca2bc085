"""How a simulated doctor begins: the plan opened, people appointed, arenas planned."""

from __future__ import annotations

from datetime import datetime, timedelta

from application.actors import Role
from application.demo.anew import anew
from application.demo.career import Career
from application.demo.days import activities, guidance
from application.demo.documents import documents
from application.demo.exemptions import exempt
from application.demo.goals import goals
from application.demo.meetings import meetings
from application.demo.membership import membership
from application.demo.moving import moving
from application.demo.programme import draw_up
from application.demo.records import records
from application.demo.representing import representing
from application.demo.service import service
from application.demo.way import way
from domain.plans.opening import EmploymentModel
from domain.plans.rules.appoint_supervisor import SupervisorAppointment, appoint_supervisor
from domain.plans.rules.open_plan import PlanOpening, open_plan


def begin(career: Career) -> None:
    """Put the first acts of a career on its calendar."""
    authorised_on = career.starts_on - timedelta(days=30 * 20)
    at = career.at(career.starts_on - timedelta(days=20))
    career.world.authorise(career.doctor, authorised_on, at=at)
    career.later(career.starts_on, lambda at: _open(career, at))
    guidance(career)
    activities(career)
    goals(career)
    records(career)
    membership(career)
    documents(career)
    moving(career)
    service(career)
    way(career)
    meetings(career)
    anew(career)
    representing(career)


def _open(career: Career, at: datetime) -> None:
    leader = career.world.leader(at)
    opened = open_plan(
        PlanOpening(
            plan=career.plan,
            doctor=career.doctor,
            organisation=career.world.organisation.case_id,
            employment_model=career.draw.choice(list(EmploymentModel)),
            starts_on=career.starts_on,
            part_one_completed_on=career.starts_on - timedelta(days=1),
            part_one_exception=None,
            by=leader,
            on=at.date(),
            setting=career.world.setting({career.doctor}, at),
            law=career.law,
        )
    )
    career.record(opened, at=at, by=leader, acting_as=Role.LEADER)
    if career.exempted:
        exempt(career, at)
    career.later(at.date() + timedelta(days=1), lambda at: _appoint(career, at))


def _appoint(career: Career, at: datetime) -> None:
    leader, day = career.world.leader(at), at.date()
    appointed = appoint_supervisor(
        SupervisorAppointment(
            plan=career.plan,
            person=career.supervisor,
            first_day=career.starts_on,
            last_day=None,
            by=leader,
            on=day,
            setting=career.world.setting({career.supervisor}, at),
            law=career.law,
        )
    )
    career.record(appointed, at=at, by=leader, acting_as=Role.LEADER)
    for person, area in career.clinical:
        career.record(
            career.plan.roles.appoint_clinical_supervisor(
                person,
                doctor=career.doctor,
                competence_area=area,
                first_day=career.starts_on,
                last_day=None,
                by=leader,
                on=day,
            ),
            at=at,
            by=leader,
            acting_as=Role.LEADER,
        )
    career.later(day + timedelta(days=2), lambda at: _plan_arenas(career, at))


def _plan_arenas(career: Career, at: datetime) -> None:
    offered = frozenset(career.world.organisation.known_at(at).offered(at.date()))
    further = career.draw.sample(sorted(offered - {"ARE-01"}), k=career.draw.choice((2, 3, 4)))
    planned = career.plan.opening.plan_arenas(
        ("ARE-01", *sorted(further)), offered=offered, by=career.doctor, on=at.date()
    )
    career.record(planned, at=at, by=career.doctor, acting_as=Role.DOCTOR)
    draw_up(career, at)
