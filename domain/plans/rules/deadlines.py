"""The days to come in a plan: what is due or over by when, and whom it concerns."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from enum import StrEnum
from itertools import chain

from domain.calendar.months import months_after
from domain.law.book import LawBook
from domain.law.transition import Scheme
from domain.plans.plan import TrainingPlan
from domain.plans.roles import Capacity
from domain.plans.rules.review_account import next_due
from domain.shared.days import day_after
from domain.shared.enforced import Due


class PlanDeadline(StrEnum):
    """What can be due in a plan."""

    OLD_SCHEME = "old-scheme"
    INVITATIONS = "invitations"
    INDIVIDUAL_PLAN = "individual-plan"
    SUPERVISOR_ENDS = "supervisor-ends"
    REVIEW = "review"
    CONCERN = "concern"
    FOLLOW_UP = "follow-up"


def plan_deadlines(plan: TrainingPlan, law: LawBook) -> Iterator[Due]:
    """Yield every day to come, or past and not yet noticed, while the training goes on.

    One who has applied is through with it, unless the application is refused.
    """
    ended_on = plan.path.stops_on
    found = chain(
        _beginning(plan, law),
        _old_scheme(plan, law),
        _supervisors(plan),
        _reviews(plan, law),
        _concerns(plan),
    )
    for due in found:
        if (ended_on is None or due.due_on <= ended_on) and not plan.enforced.has_lapsed(due):
            yield due


def _beginning(plan: TrainingPlan, law: LawBook) -> Iterator[Due]:
    """What a training begins with: a supervisor, and a plan (R-ALI-02, R-ALI-03, R-PLN-01)."""
    starts_on, concerns = plan.opened.starts_on, (plan.doctor,)
    rule = law.beginning.find(starts_on)
    if rule is None:
        return
    supervised = plan.roles.appointments.spans(Capacity.SUPERVISOR)
    invited = any(i.sent.invited_as == Capacity.SUPERVISOR for i in plan.invitations.by_id.values())
    if not supervised and not invited:
        yield Due(
            kind=PlanDeadline.INVITATIONS,
            subject="",
            due_on=months_after(starts_on, rule.value.months_to_invite),
            concerns=concerns,
            lapses=False,
        )
    if not any(version.in_force_from for version in plan.programme.versions.values()):
        yield Due(
            kind=PlanDeadline.INDIVIDUAL_PLAN,
            subject="",
            due_on=starts_on + timedelta(days=rule.value.days_to_plan),
            concerns=concerns,
            lapses=False,
        )


def _old_scheme(plan: TrainingPlan, law: LawBook) -> Iterator[Due]:
    """The last day to apply under the earlier scheme, by the latest wording (L-SPF-37).

    One who applied under it was in time, whatever becomes of the application.
    """
    applied = any(one.scheme == Scheme.OLD for one in plan.path.submitted)
    if plan.old_scheme.may_apply and not applied:
        yield Due(
            kind=PlanDeadline.OLD_SCHEME,
            subject="",
            due_on=law.old_scheme.wordings[-1].value.last_day,
            concerns=(plan.doctor,),
            lapses=True,
        )


def _supervisors(plan: TrainingPlan) -> Iterator[Due]:
    """The last day of the last supervisor there is, unless another comes after (R-SUP-01)."""
    held = [one for one in plan.roles.appointments.all if one.office == Capacity.SUPERVISOR]
    for one in held:
        ends_on = one.span.ends_on
        if ends_on and not any(day_after(ends_on) in other.span for other in held):
            yield Due(
                kind=PlanDeadline.SUPERVISOR_ENDS,
                subject=one.person,
                due_on=ends_on,
                concerns=(plan.doctor, one.person),
                lapses=False,
            )


def _reviews(plan: TrainingPlan, law: LawBook) -> Iterator[Due]:
    """The day by which the next half-yearly review is held (R-MTG-01)."""
    yield Due(
        kind=PlanDeadline.REVIEW,
        subject="",
        due_on=next_due(plan, law),
        concerns=(plan.doctor,),
        lapses=False,
    )


def _concerns(plan: TrainingPlan) -> Iterator[Due]:
    """A concern is answered by a day, and its measures followed up on another (R-SUP-05)."""
    for concern in plan.progression.by_id.values():
        raised, agreed = concern.raised, concern.agreed
        if concern.closed is None:
            yield Due(
                kind=PlanDeadline.FOLLOW_UP if agreed else PlanDeadline.CONCERN,
                subject=raised.concern,
                due_on=agreed.follow_up_on if agreed else raised.due_on,
                concerns=(plan.doctor, raised.raised_by),
                lapses=False,
            )
