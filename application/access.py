"""Who may do and see what: one table, by role and by relation to the case."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from application.actors import ROLE_OF_BODY, Actor, Role
from domain.bodies.body import OFFICER, Body
from domain.organisations.organisation import Office, Organisation
from domain.plans.plan import TrainingPlan
from domain.plans.roles import Capacity
from domain.shared.ids import Id
from domain.shared.refusals import NotFound, NotPermitted


class Act(StrEnum):
    """Everything that can be done or seen."""

    OPEN_PLAN = "open-plan"
    PLAN_ARENAS = "plan-arenas"
    APPOINT_SUPERVISOR = "appoint-supervisor"
    APPOINT_CLINICAL_SUPERVISOR = "appoint-clinical-supervisor"
    ENTER_SESSION = "enter-session"
    FINALISE_SESSION = "finalise-session"
    READ_MINUTES = "read-minutes"
    LOG_ACTIVITY = "log-activity"
    ENTER_COURSE = "enter-course"
    ENTER_VISIT = "enter-visit"
    CONFIRM_VISIT = "confirm-visit"
    SIGN_ACTIVITY = "sign-activity"
    SUBMIT_GOAL = "submit-goal"
    RECOMMEND_GOAL = "recommend-goal"
    DECIDE_GOAL = "decide-goal"
    SEE_PLAN = "see-plan"
    SEE_VISITS = "see-visits"
    SEE_HISTORY = "see-history"
    READ_GROUNDS = "read-grounds"
    READ_ACTIVITY = "read-activity"
    ENTER_SERVICE = "enter-service"
    CONFIRM_SERVICE = "confirm-service"

    RUN_GROUP = "run-group"
    SEE_GROUP = "see-group"

    REGISTER_ORGANISATION = "register-organisation"
    SHAPE_ORGANISATION = "shape-organisation"
    APPOINT_OFFICER = "appoint-officer"
    SEE_REGISTER = "see-register"
    IMPORT_HISTORY = "import-history"
    SEE_OFFICERS = "see-officers"

    RECORD_PUBLIC_ACT = "record-public-act"
    SEE_PRACTITIONER = "see-practitioner"
    ENTER_PERSON = "enter-person"
    SEE_PERSON = "see-person"
    APPOINT_BODY_OFFICER = "appoint-body-officer"
    SEE_OPERATIONS = "see-operations"


_AROUND = {Role.DOCTOR, Role.SUPERVISOR, Role.LEADER}

TABLE: dict[Act, frozenset[Role]] = {
    act: frozenset(roles)
    for act, roles in {
        Act.OPEN_PLAN: {Role.LEADER},
        Act.PLAN_ARENAS: _AROUND,
        Act.APPOINT_SUPERVISOR: {Role.LEADER},
        Act.APPOINT_CLINICAL_SUPERVISOR: {Role.LEADER},
        Act.ENTER_SESSION: {Role.DOCTOR, Role.SUPERVISOR},
        Act.FINALISE_SESSION: {Role.SUPERVISOR},
        Act.READ_MINUTES: {Role.DOCTOR, Role.SUPERVISOR},
        Act.LOG_ACTIVITY: {Role.DOCTOR},
        Act.ENTER_COURSE: {Role.DOCTOR},
        Act.ENTER_VISIT: {Role.DOCTOR},
        Act.CONFIRM_VISIT: {Role.COLLEAGUE},
        Act.SIGN_ACTIVITY: {Role.SUPERVISOR, Role.CLINICAL_SUPERVISOR},
        Act.SUBMIT_GOAL: {Role.DOCTOR},
        Act.RECOMMEND_GOAL: {Role.SUPERVISOR, Role.CLINICAL_SUPERVISOR},
        Act.DECIDE_GOAL: {Role.LEADER},
        Act.SEE_PLAN: {*_AROUND, Role.CLINICAL_SUPERVISOR, Role.AUDITOR},
        Act.SEE_VISITS: {*_AROUND, Role.COLLEAGUE, Role.AUDITOR},
        Act.SEE_HISTORY: {*_AROUND, Role.AUDITOR},
        Act.READ_GROUNDS: {*_AROUND, Role.AUDITOR},
        Act.READ_ACTIVITY: {Role.DOCTOR, Role.SUPERVISOR, Role.CLINICAL_SUPERVISOR},
        Act.RUN_GROUP: {Role.GROUP_ORGANISER},
        Act.SEE_GROUP: {Role.GROUP_ORGANISER, Role.AUDITOR},
        Act.ENTER_SERVICE: {Role.DOCTOR},
        Act.CONFIRM_SERVICE: {Role.LEADER},
        Act.REGISTER_ORGANISATION: {Role.DIRECTORATE_OFFICER},
        Act.SHAPE_ORGANISATION: {Role.LEADER, Role.ADMINISTRATOR},
        Act.APPOINT_OFFICER: {Role.ADMINISTRATOR, Role.DIRECTORATE_OFFICER},
        Act.SEE_REGISTER: {Role.LEADER, Role.ADMINISTRATOR, Role.AUDITOR},
        Act.IMPORT_HISTORY: {Role.LEADER, Role.ADMINISTRATOR},
        Act.SEE_OFFICERS: {
            Role.LEADER,
            Role.ADMINISTRATOR,
            Role.AUDITOR,
            Role.DIRECTORATE_OFFICER,
        },
        Act.RECORD_PUBLIC_ACT: {Role.ADMINISTRATOR, Role.DIRECTORATE_OFFICER},
        Act.SEE_PRACTITIONER: {
            Role.LEADER,
            Role.ADMINISTRATOR,
            Role.DIRECTORATE_OFFICER,
            Role.AUDITOR,
        },
        Act.ENTER_PERSON: {Role.ADMINISTRATOR, Role.SYSTEM_ADMINISTRATOR},
        Act.SEE_PERSON: {Role.ADMINISTRATOR, Role.SYSTEM_ADMINISTRATOR},
        Act.APPOINT_BODY_OFFICER: {Role.SYSTEM_ADMINISTRATOR},
        Act.SEE_OPERATIONS: {Role.SYSTEM_ADMINISTRATOR},
    }.items()
}

RULES = {Act.RUN_GROUP: "R-GRP-03"}
"""The rule behind a row of the table, where there is another than the table itself."""


def held(
    person: Id,
    day: date,
    *,
    plan: TrainingPlan | None = None,
    organisation: Organisation | None = None,
    body: Body | None = None,
) -> frozenset[Role]:
    """Return the roles a person holds on a day toward the given cases, as facts have it."""
    roles: set[Role] = set()
    if plan and plan.opening.opened:
        if plan.doctor == person:
            roles.add(Role.DOCTOR)
        appointed = plan.roles.appointments
        roles.update(Role(c) for c in Capacity if appointed.held(person, c, day))
        if person in plan.visits.colleagues():
            roles.add(Role.COLLEAGUE)
    if organisation:
        officers = organisation.officers
        leads = any(officers.held(person, o, day) for o in (Office.LEADER, Office.DEPUTY))
        # Nobody is leader toward their own training (R-ROL-02).
        if leads and Role.DOCTOR not in roles:
            roles.add(Role.LEADER)
        if officers.held(person, Office.ADMINISTRATOR, day):
            roles.add(Role.ADMINISTRATOR)
    if body and body.kind and body.officers.held(person, OFFICER, day):
        roles.add(ROLE_OF_BODY[body.kind])
    return frozenset(roles)


def took_part(person: Id, plan: TrainingPlan, session: Id) -> frozenset[Role]:
    """Return the role of the one who held a session as supervisor; it lasts for that session."""
    found = plan.guidance.sessions.get(session)
    held_it = found is not None and found.drafted.supervisor == person
    return frozenset({Role.SUPERVISOR}) if held_it else frozenset()


def permit(act: Act, actor: Actor, roles: frozenset[Role]) -> None:
    """Raise NotFound to those without any relation, NotPermitted to those in the wrong role."""
    if not roles:
        raise unknown_case()
    if actor.acting_as not in roles:
        raise NotPermitted(
            "role-not-held",
            nb=f"Du har ikke rollen {actor.acting_as} her i dag; du har "
            f"{', '.join(sorted(roles))}.",
            en=f"You do not hold the role {actor.acting_as} here today; you hold "
            f"{', '.join(sorted(roles))}.",
            rule="R-ROL-01",
            field="Acting-As",
        )
    if actor.acting_as not in TABLE[act]:
        raise NotPermitted(
            "role-not-permitted",
            nb=f"Rollen {actor.acting_as} kan ikke gjøre dette; det kan "
            f"{', '.join(sorted(TABLE[act]))}.",
            en=f"The role {actor.acting_as} may not do this; {', '.join(sorted(TABLE[act]))} may.",
            rule=RULES.get(act, "R-ROL-01"),
            field="Acting-As",
        )


def unknown_case() -> NotFound:
    """Return the refusal for a case that is not there, or must not be known of."""
    return NotFound("unknown-case", nb="Saken finnes ikke.", en="There is no such case.")
