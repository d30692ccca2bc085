"""What of a plan lacks its basis: nobody qualified supervised it, or half time was required."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from domain.calendar.span_sets import union, without
from domain.calendar.spans import Span
from domain.law.book import LawBook
from domain.plans.accounts.stretches import stretches
from domain.plans.exemptions import Endings
from domain.plans.goals import GoalApproved, GoalNotAchieved, GoalRecommended
from domain.plans.guidance import SessionStage
from domain.plans.plan import TrainingPlan
from domain.plans.qualification import qualified_spans
from domain.plans.roles import Capacity
from domain.plans.setting import Setting
from domain.shared.ids import Id


@dataclass(frozen=True, slots=True, kw_only=True)
class AppointmentWithoutBasis:
    """Days of an appointment as supervisor on which the supervisor is not qualified."""

    person: Id
    first_day: date
    last_day: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionWithoutBasis:
    """A session by a supervisor who was not qualified; it stays recorded."""

    session: Id
    supervisor: Id
    held_on: date
    duration_minutes: int


@dataclass(frozen=True, slots=True, kw_only=True)
class AdviceWithoutBasis:
    """A recommendation as supervisor by one who was not qualified."""

    goal: str
    given_by: Id
    given_on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class OutcomeWithoutBasis:
    """A goal decided after hearing a supervisor who was not qualified."""

    goal: str
    approved: bool
    decided_on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class ServiceWithoutBasis:
    """Days in open practice at less than the half time then required (R-SVC-03, AMB-30)."""

    period: Id
    first_day: date
    last_day: date | None
    percentage: int


@dataclass(frozen=True, slots=True, kw_only=True)
class WithoutBasis:
    """All of a plan that lacks its basis; nothing of it is erased."""

    appointments: tuple[AppointmentWithoutBasis, ...]
    sessions: tuple[SessionWithoutBasis, ...]
    advice: tuple[AdviceWithoutBasis, ...]
    outcomes: tuple[OutcomeWithoutBasis, ...]
    service: tuple[ServiceWithoutBasis, ...]

    @property
    def minutes(self) -> int:
        return sum(session.duration_minutes for session in self.sessions)


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A plan as it stands, or as it would were exemptions to end on other days."""

    plan: TrainingPlan
    setting: Setting
    law: LawBook
    ending: Endings

    def lacks(self, person: Id, span: Span) -> tuple[Span, ...]:
        """Return the days of the span on which the person is not a qualified supervisor."""
        qualified = qualified_spans(self.plan, self.setting, self.law, person, self.ending)
        return without((span,), qualified)


def without_basis(
    plan: TrainingPlan, setting: Setting, law: LawBook, ending: Endings | None = None
) -> WithoutBasis:
    """Return everything that lacks its basis; ``ending``: were exemptions to end on those days."""
    asked = Asked(plan=plan, setting=setting, law=law, ending=ending or {})
    return WithoutBasis(
        appointments=tuple(_appointments(asked)),
        sessions=tuple(_sessions(asked)),
        advice=tuple(_advice(asked)),
        outcomes=tuple(_outcomes(asked)),
        service=tuple(_service(asked)),
    )


def _appointments(asked: Asked) -> Iterator[AppointmentWithoutBasis]:
    for held in asked.plan.roles.appointments.all:
        if held.office == Capacity.SUPERVISOR:
            for span in asked.lacks(held.person, held.span):
                yield AppointmentWithoutBasis(
                    person=held.person, first_day=span.first_day, last_day=span.ends_on
                )


def _sessions(asked: Asked) -> Iterator[SessionWithoutBasis]:
    for session in asked.plan.guidance.sessions.values():
        drafted = session.drafted
        counts = session.stage is not SessionStage.DISCARDED
        if counts and asked.lacks(drafted.supervisor, Span(drafted.held_on, drafted.held_on)):
            yield SessionWithoutBasis(
                session=drafted.session,
                supervisor=drafted.supervisor,
                held_on=drafted.held_on,
                duration_minutes=drafted.duration_minutes,
            )


def _is_unqualified(asked: Asked, fact: GoalRecommended) -> bool:
    as_supervisor = fact.capacity == Capacity.SUPERVISOR
    return as_supervisor and bool(asked.lacks(fact.given_by, Span(fact.given_on, fact.given_on)))


def _advice(asked: Asked) -> Iterator[AdviceWithoutBasis]:
    for goal in asked.plan.goals.by_code.values():
        for given in goal.advice:
            fact = given.fact
            if _is_unqualified(asked, fact):
                yield AdviceWithoutBasis(
                    goal=fact.goal, given_by=fact.given_by, given_on=fact.given_on
                )


def _outcomes(asked: Asked) -> Iterator[OutcomeWithoutBasis]:
    """Yield the outcomes that heard such advice, by the versions they keep of it."""
    for goal in asked.plan.goals.by_code.values():
        outcome, on = goal.outcome, goal.decided_on
        if not isinstance(outcome, GoalApproved | GoalNotAchieved) or on is None:
            continue
        given = {one.at: one.fact for one in goal.advice}
        heard = (given.get(one.seen.version) for one in outcome.heard)
        if any(fact and _is_unqualified(asked, fact) for fact in heard):
            approved = isinstance(outcome, GoalApproved)
            yield OutcomeWithoutBasis(goal=outcome.goal, approved=approved, decided_on=on)


def _service(asked: Asked) -> Iterator[ServiceWithoutBasis]:
    """Yield the days the account of service credits as other practice for the post's size."""
    exempted = asked.plan.exemptions.from_half_time(asked.ending)
    periods = asked.plan.service.by_id
    small: dict[Id, list[Span]] = {}
    for stretch in stretches(((one, exempted) for one in periods.values()), asked.law, date.max):
        if stretch.below_floor:
            for period in stretch.open_periods:
                small.setdefault(period, []).append(stretch.span)
    for period, spans in small.items():
        for span in union(spans):
            yield ServiceWithoutBasis(
                period=period,
                first_day=span.first_day,
                last_day=span.ends_on,
                percentage=periods[period].entered.percentage,
            )
