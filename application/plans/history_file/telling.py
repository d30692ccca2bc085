"""Entries told as facts of a plan, and a plan's facts told as entries again."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from application.plans.history_file import entries as e
from domain.law.specialist_training import SERVICE_CONFIRMED
from domain.plans import activities, courses, goals, guidance, service
from domain.plans.outcomes import GoalReassessed
from domain.plans.plan import TrainingPlan
from domain.shared.confidential import Confidential
from domain.shared.facts import Fact
from domain.shared.ids import Id


def facts_of(entry: e.AnyEntry) -> tuple[Fact, ...]:
    """Return the facts of an entry whose id is known: those the acts would have recorded."""
    match entry:
        case e.SessionEntry():
            return tuple(_session(entry, _named(entry)))
        case e.ActivityEntry():
            return tuple(_activity(entry, _named(entry)))
        case e.CourseEntry():
            return tuple(_course(entry, _named(entry)))
        case e.ServiceEntry():
            return tuple(_service(entry, _named(entry)))
        case e.GoalEntry():
            return (
                goals.GoalCarriedOver(
                    goal=entry.goal, approved_on=entry.day, stated_in=entry.stated_in, seen=()
                ),
            )


def _named(entry: e.Entry) -> Id:
    assert entry.id is not None
    return entry.id


def _session(entry: e.SessionEntry, key: Id) -> Iterator[Fact]:
    yield guidance.SessionDrafted(
        session=key,
        supervisor=entry.supervisor,
        held_on=entry.day,
        duration_minutes=entry.minutes,
        goals=entry.goals,
        drafted_by=entry.doctor,
    )
    if entry.text:
        yield guidance.SessionMinuted(
            session=key,
            minutes=Confidential(entry.text),
            written_by=entry.doctor,
            written_on=entry.day,
        )
    yield guidance.SessionFinalised(
        session=key, finalised_by=entry.supervisor, finalised_on=entry.finalised_on
    )


def _activity(entry: e.ActivityEntry, key: Id) -> Iterator[Fact]:
    yield activities.ActivityLogged(
        activity=key,
        kind=entry.kind,
        presence=activities.PRESENCE[activities.ActivityKind(entry.kind)],
        done_on=entry.day,
        arena=entry.arena,
        goals=entry.goals,
        description=Confidential(entry.text) if entry.text else None,
    )
    if entry.signed_by and entry.capacity and entry.channel and entry.signed_on:
        yield activities.ActivitySubmitted(activity=key, to=entry.signed_by, submitted_on=entry.day)
        yield activities.ActivitySigned(
            activity=key,
            signed_by=entry.signed_by,
            capacity=entry.capacity,
            channel=entry.channel,
            signed_on=entry.signed_on,
        )


def _course(entry: e.CourseEntry, key: Id) -> Iterator[Fact]:
    yield courses.CourseEntered(
        course=key,
        title=entry.title,
        provider=entry.provider,
        first_day=entry.day,
        last_day=entry.last_day,
        hours=entry.hours,
        goals=entry.goals,
    )
    if entry.certificate and entry.issued_on and entry.issued_by:
        yield courses.CourseCertified(
            course=key,
            certificate=entry.certificate,
            issued_on=entry.issued_on,
            issued_by=entry.issued_by,
        )


def _service(entry: e.ServiceEntry, key: Id) -> Iterator[Fact]:
    yield service.ServiceEntered(
        period=key,
        kind=entry.kind,
        arena=entry.arena,
        employer=entry.employer,
        first_day=entry.day,
        last_day=entry.last_day,
        percentage=entry.percentage,
    )
    if entry.confirmed_on:
        yield service.ServiceConfirmed(
            period=key,
            confirmed_by=entry.confirmed_by,
            confirmed_on=entry.confirmed_on,
            basis=(SERVICE_CONFIRMED,),
        )


def entries_of(plan: TrainingPlan, establishment: str) -> Iterator[e.AnyEntry]:
    """Yield what a plan holds that a file can tell, without the words.

    ``establishment`` is where a goal that was approved here is stated to be approved.
    """
    yield from (_told_session(plan, s) for s in plan.guidance.sessions.values() if s.finalised)
    yield from (_told_activity(plan, found) for found in plan.activities.by_id.values())
    for code, goal in plan.goals.by_code.items():
        if goal.stage is goals.Stage.APPROVED and (approved := _approved(goal, establishment)):
            day, stated_in = approved
            yield e.GoalEntry(doctor=plan.doctor, day=day, goal=code, stated_in=stated_in)
    yield from (_told_course(plan, found) for found in plan.courses.by_id.values())
    yield from (_told_service(plan, found) for found in plan.service.by_id.values())


def _told_session(plan: TrainingPlan, found: guidance.Session) -> e.SessionEntry:
    assert found.finalised is not None
    return e.SessionEntry(
        doctor=plan.doctor,
        id=found.drafted.session,
        day=found.drafted.held_on,
        minutes=found.drafted.duration_minutes,
        supervisor=found.drafted.supervisor,
        goals=found.drafted.goals,
        finalised_on=found.finalised.finalised_on,
        text=None,
    )


def _told_activity(plan: TrainingPlan, found: activities.Activity) -> e.ActivityEntry:
    signed = found.signed
    return e.ActivityEntry(
        doctor=plan.doctor,
        id=found.logged.activity,
        day=found.logged.done_on,
        kind=found.logged.kind,
        arena=found.logged.arena,
        goals=found.logged.goals,
        signed_by=signed.signed_by if signed else None,
        capacity=signed.capacity if signed else None,
        channel=signed.channel if signed else None,
        signed_on=signed.signed_on if signed else None,
        text=None,
    )


def _approved(goal: goals.Goal, establishment: str) -> tuple[date, str] | None:
    """Return when a goal was last approved and where that is stated."""
    carried, outcome = goal.carried, goal.outcome
    if isinstance(outcome, goals.GoalApproved):
        return outcome.approved_on, establishment
    if isinstance(outcome, GoalReassessed):
        return outcome.assessed_on, establishment
    return (carried.approved_on, carried.stated_in) if carried else None


def _told_course(plan: TrainingPlan, found: courses.Course) -> e.CourseEntry:
    entered, certified = found.entered, found.certified
    return e.CourseEntry(
        doctor=plan.doctor,
        id=entered.course,
        day=entered.first_day,
        last_day=entered.last_day,
        title=entered.title,
        provider=entered.provider,
        hours=entered.hours,
        goals=entered.goals,
        certificate=certified.certificate if certified else None,
        issued_on=certified.issued_on if certified else None,
        issued_by=certified.issued_by if certified else None,
    )


def _told_service(plan: TrainingPlan, found: service.Period) -> e.ServiceEntry:
    entered, confirmed = found.entered, found.confirmed
    return e.ServiceEntry(
        doctor=plan.doctor,
        id=entered.period,
        day=entered.first_day,
        last_day=entered.last_day,
        kind=entered.kind,
        percentage=entered.percentage,
        arena=entered.arena,
        employer=entered.employer,
        confirmed_on=confirmed.confirmed_on if confirmed else None,
        confirmed_by=confirmed.confirmed_by if confirmed else None,
    )
