"""Who reads what is written about something in a plan, and who of them need not say why.

What is written about a session follows its minutes, about an activity those who answer it, and
about a goal or the plan itself the grounds.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from application.access import Act
from application.actors import Actor, Role
from application.permitting import unknown_case
from application.plans.standing import Standing
from domain.plans.plan import TrainingPlan
from domain.plans.reviews import ReviewHeld
from domain.plans.rules.about import AboutKind
from domain.shared.facts import Fact
from domain.shared.ids import Id
from domain.shared.refusals import NotPermitted, Refused

READING: Mapping[AboutKind, Act] = {
    AboutKind.GOAL: Act.READ_GROUNDS,
    AboutKind.PLAN: Act.READ_GROUNDS,
    AboutKind.COURSE: Act.READ_GROUNDS,
    AboutKind.VISIT: Act.READ_GROUNDS,
    AboutKind.SERVICE: Act.READ_GROUNDS,
    AboutKind.SESSION: Act.READ_MINUTES,
    AboutKind.ACTIVITY: Act.READ_ACTIVITY,
}


def permit_reading(at: Standing, kind: AboutKind, about: str, actor: Actor, today: date) -> None:
    """Raise NotFound or NotPermitted unless the actor reads what is written about it today."""
    at.permit(READING[kind], actor, today, session=session_of(kind, about))
    if kind is AboutKind.SESSION:
        refuse_outsider(at.plan.case, Id(about), actor.person, today)
    if kind is AboutKind.ACTIVITY and actor.person not in parties(at.plan.case, kind, about, today):
        raise unknown_case()


def may_read(at: Standing, kind: AboutKind, about: str, actor: Actor, today: date) -> bool:
    try:
        permit_reading(at, kind, about, actor, today)
    except Refused:
        return False
    return True


def session_of(kind: AboutKind, about: str) -> Id | None:
    """Return the session something is about: the one who held it counts as its supervisor."""
    return Id(about) if kind is AboutKind.SESSION else None


def refuse_outsider(plan: TrainingPlan, session: Id, person: Id, today: date) -> None:
    """Raise NotPermitted to those who neither took part nor were let in by the doctor."""
    if person not in parties(plan, AboutKind.SESSION, session, today):
        raise NotPermitted(
            "did-not-take-part",
            nb="Referatet leses av legen og veilederen som deltok, og av en veileder legen deler "
            "det med.",
            en="The minutes are read by the doctor and the supervisor who took part, and by a "
            "supervisor the doctor shares them with.",
            rule="L-KP-01",
        )


def parties(plan: TrainingPlan, kind: AboutKind, about: str, today: date) -> frozenset[Id]:
    """Return those to whom what is written about it is their own matter: they need not say why.

    The doctor always; of a session the supervisor who took part and those it is shared with; of
    an activity the one it was sent to, and the supervisor, who may answer it too. Whoever wrote
    a text is party to that text besides.
    """
    found: set[Id | None] = {plan.doctor}
    if kind is AboutKind.SESSION and (session := plan.guidance.sessions.get(Id(about))):
        found |= {session.drafted.supervisor, *plan.sharing.with_whom(Id(about))}
    if kind is AboutKind.ACTIVITY and (activity := plan.activities.by_id.get(Id(about))):
        found |= {plan.roles.supervisor_on(today)}
        found |= {activity.submitted.to} if activity.submitted else set()
    return frozenset(person for person in found if person)


def refuse_not_confided(plan: TrainingPlan, fact: Fact, actor: Actor) -> None:
    """Raise NotPermitted to those a text was not written for, whatever their role.

    Minutes of a review are for the doctor and those who were present; of the supervisors only
    the one who raised a concern reads what is written of it.
    """
    among = {plan.doctor}
    if isinstance(fact, ReviewHeld):
        among |= {one.person for one in fact.present}
    elif (key := getattr(fact, "concern", None)) and actor.acting_as is Role.SUPERVISOR:
        among |= {plan.progression.concern(key).raised.raised_by}
    else:
        return
    if actor.person not in {plan.same.get(person, person) for person in among}:
        raise NotPermitted(
            "not-confided",
            nb="Dette leses av dem det ble skrevet for: de som var til stede, eller meldte det.",
            en="This is read by those it was written for: who was present, or raised it.",
            rule="R-KP-03",
        )


def addressed(actor: Actor, fact: Fact | None = None) -> frozenset[Id]:
    """Return who reads what is written to them, where that is the leaders or the officers.

    Those who were present at a review, and who raised a concern, need not say why either.
    """
    to = (Role.LEADER, Role.COUNTY_GOVERNOR_OFFICER)
    let_in = isinstance(fact, ReviewHeld) or hasattr(fact, "concern")
    return frozenset({actor.person}) if let_in or actor.acting_as in to else frozenset()
