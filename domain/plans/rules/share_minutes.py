"""May the minutes of this session be shared with this person (L-KP-01)?"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from domain.plans.plan import TrainingPlan
from domain.plans.roles import Capacity
from domain.plans.sharing import MinutesShared, MinutesUnshared
from domain.shared.conditions import decide
from domain.shared.findings import Confidence, Finding, Force
from domain.shared.ids import Id
from domain.shared.texts import Text


@dataclass(frozen=True, slots=True, kw_only=True)
class ShareOfMinutes:
    """May the doctor let this person read the minutes of this session, or no longer?"""

    plan: TrainingPlan
    session: Id
    person: Id
    by: Id
    on: date


def is_shared_by_the_doctor(asked: ShareOfMinutes) -> Finding | None:
    if asked.by == asked.plan.doctor:
        return None
    return Finding(
        rule="L-KP-01",
        force=Force.HARD,
        confidence=Confidence.B,
        says=Text(nb="Bare legen deler referatene.", en="Only the doctor shares the minutes."),
    )


def did_not_take_part(asked: ShareOfMinutes) -> Finding | None:
    held_by = asked.plan.guidance.session(asked.session).drafted.supervisor
    if asked.person not in (asked.plan.doctor, held_by):
        return None
    return Finding(
        rule="L-KP-01",
        force=Force.HARD,
        confidence=Confidence.B,
        says=Text(
            nb="De som deltok, leser referatet uten at det deles.",
            en="Those who took part read the minutes without any sharing.",
        ),
    )


def is_a_supervisor_of_the_doctor(asked: ShareOfMinutes) -> Finding | None:
    """Also one whose first day is to come; who has left reads nothing until appointed again."""
    appointed = asked.plan.roles.appointments.spans(Capacity.SUPERVISOR)
    if any(span.last_day >= asked.on for span in appointed.get(asked.person, ())):
        return None
    return Finding(
        rule="L-KP-01",
        force=Force.HARD,
        confidence=Confidence.B,
        says=Text(
            nb="Referater deles bare med en som er oppnevnt som legens veileder.",
            en="Minutes are shared only with one who is appointed as the doctor's supervisor.",
        ),
    )


CONDITIONS = (is_shared_by_the_doctor, did_not_take_part, is_a_supervisor_of_the_doctor)


def share_minutes(asked: ShareOfMinutes) -> MinutesShared:
    """Share the minutes; raises NotFound, NotAllowed or RuleBroken."""
    asked.plan.guidance.session(asked.session)
    shared = asked.plan.sharing.share(asked.session, asked.person, by=asked.by, on=asked.on)
    decide(CONDITIONS, asked)
    return shared


def unshare_minutes(asked: ShareOfMinutes) -> MinutesUnshared:
    """Take the sharing back; raises NotFound, NotAllowed or RuleBroken."""
    asked.plan.guidance.session(asked.session)
    unshared = asked.plan.sharing.unshare(asked.session, asked.person, by=asked.by, on=asked.on)
    decide((is_shared_by_the_doctor,), asked)
    return unshared
