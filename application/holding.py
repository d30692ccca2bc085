"""Which roles a person holds toward a case on a day, as its facts have it."""

from __future__ import annotations

from datetime import date

from application.actors import ROLE_OF_BODY, Role
from domain.bodies.body import OFFICER, Body
from domain.organisations.organisation import Office, Organisation
from domain.plans.plan import TrainingPlan
from domain.plans.roles import Capacity
from domain.shared.ids import Id


def held(
    person: Id,
    day: date,
    *,
    plan: TrainingPlan | None = None,
    organisation: Organisation | None = None,
    body: Body | None = None,
) -> frozenset[Role]:
    """Return the roles a person holds on a day toward the given cases, as facts have it."""
    roles = _toward(person, day, plan) if plan and plan.opening.opened else set()
    if organisation:
        officers = organisation.officers
        leads = any(officers.held(person, o, day) for o in (Office.LEADER, Office.DEPUTY))
        # Nobody is leader toward their own training (R-ROL-02).
        if leads and Role.DOCTOR not in roles:
            roles.add(Role.LEADER)
        if officers.held(person, Office.ADMINISTRATOR, day):
            roles.add(Role.ADMINISTRATOR)
        if officers.held(person, Office.APPEALS_MEMBER, day):
            roles.add(Role.APPEALS_MEMBER)
    if body and body.kind and body.officers.held(person, OFFICER, day):
        roles.add(ROLE_OF_BODY[body.kind])
    # The county governor has to do with a plan once a new assessment is asked for.
    if plan and not plan.reassessments.by_id:
        roles.discard(Role.COUNTY_GOVERNOR_OFFICER)
    return frozenset(roles)


def _toward(person: Id, day: date, plan: TrainingPlan) -> set[Role]:
    """Return the roles a person holds on a day by what the plan says."""
    roles: set[Role] = {Role(c) for c in Capacity if plan.roles.holds(person, c, day)}
    if plan.doctor == person:
        roles.add(Role.DOCTOR)
    if plan.invitations.invited(person):
        roles.add(Role.INVITED)
    if plan.representatives.scopes(person, day):
        roles.add(Role.REPRESENTATIVE)
    if person in plan.visits.colleagues():
        roles.add(Role.COLLEAGUE)
    return roles


def took_part(person: Id, plan: TrainingPlan, session: Id) -> frozenset[Role]:
    """Return the role of the one who held a session as supervisor; it lasts for that session."""
    found = plan.guidance.sessions.get(session)
    held_it = found is not None and found.drafted.supervisor == person
    return frozenset({Role.SUPERVISOR}) if held_it else frozenset()
