"""What a plan shows: its card, its goals, its guidance; pure functions of the folded plan."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from domain.catalogue.arenas import Arena, offered, uncovered
from domain.catalogue.catalogue import Catalogue
from domain.plans.goals import Goal, GoalApproved, GoalNotAchieved, Outcome, Stage
from domain.plans.guidance import SessionStage
from domain.plans.outcomes import GoalReassessed, Heard
from domain.plans.plan import TrainingPlan
from domain.shared.citation import Citation
from domain.shared.facts import Seen
from domain.shared.findings import Confidence, Finding
from domain.shared.ids import Id
from domain.shared.texts import Text


@dataclass(frozen=True, slots=True, kw_only=True)
class AppointedCard:
    person: Id
    capacity: str
    competence_area: str | None
    first_day: date
    last_day: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanCard:
    """The front of the file, as of a day."""

    doctor: Id
    organisation: Id
    employment_model: str
    agreement: str | None
    plan_version: int | None
    starts_on: date
    arenas: tuple[str, ...]
    supervisor: Id | None
    appointed: tuple[AppointedCard, ...]
    training: str
    stops_on: date | None
    moved_to: Id | None
    moved_from: Id | None
    goals_in_force: int
    goals_approved: int
    goals_submitted: int
    guidance_minutes: int
    version: int


def plan_card(plan: TrainingPlan, catalogue: Catalogue, day: date) -> PlanCard:
    """Return the card; goals are counted among those in force on the day."""
    in_force = catalogue.codes_in_force(day)
    version, agreement = plan.programme.in_force(day), plan.employment.agreement_on(day)
    stages = Counter(plan.goals.goal(code).stage for code in in_force)
    return PlanCard(
        doctor=plan.doctor,
        organisation=plan.opened.organisation,
        employment_model=plan.employment.model_on(day, plan.opened.employment_model),
        agreement=agreement.template if agreement else None,
        plan_version=version.proposed.number if version else None,
        starts_on=plan.opened.starts_on,
        arenas=plan.arenas_on(day),
        supervisor=plan.roles.supervisor_on(day),
        appointed=tuple(_appointed(plan)),
        training=plan.path.stage,
        stops_on=plan.path.stops_on,
        moved_to=plan.path.away.plan if plan.path.away else None,
        moved_from=plan.path.here.plan if plan.path.here else None,
        goals_in_force=len(in_force),
        goals_approved=stages[Stage.APPROVED],
        goals_submitted=stages[Stage.SUBMITTED],
        guidance_minutes=_minutes(plan, SessionStage.FINALISED),
        version=plan.version,
    )


def _appointed(plan: TrainingPlan) -> list[AppointedCard]:
    return [
        AppointedCard(
            person=held.person,
            capacity=held.office,
            competence_area=held.competence_area,
            first_day=held.span.first_day,
            last_day=held.span.ends_on,
        )
        for held in plan.roles.appointments.all
    ]


def _minutes(plan: TrainingPlan, stage: SessionStage) -> int:
    sessions = plan.guidance.sessions.values()
    return sum(s.drafted.duration_minutes for s in sessions if s.stage is stage)


@dataclass(frozen=True, slots=True, kw_only=True)
class AdviceLine:
    given_by: Id
    capacity: str
    advice: str
    given_on: date
    counts: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class GoalLine:
    """One goal of the matrix: where it stands, and what the plan shows for it."""

    code: str
    title: Text
    theme: Text
    confidence: Confidence
    stage: str
    arenas: tuple[str, ...]
    sessions: int
    activities_signed: int
    courses_certified: int
    visits_shown: int
    advice: tuple[AdviceLine, ...]
    submitted_on: date | None
    decided_on: date | None
    assessed_anew: bool


def goal_matrix(
    plan: TrainingPlan, catalogue: Catalogue, arenas: Mapping[str, Arena], day: date
) -> tuple[GoalLine, ...]:
    """Return every goal in force on the day, and those no longer in force with an outcome."""
    codes = catalogue.codes_in_force(day)
    offers = {code: offered(arena, codes) for code, arena in arenas.items()}
    sessions = Counter(
        goal
        for s in plan.guidance.sessions.values()
        if s.stage is SessionStage.FINALISED
        for goal in s.drafted.goals
    )
    signed = Counter(
        goal for a in plan.activities.by_id.values() if a.signed for goal in a.logged.goals
    )
    certified = Counter(
        goal for c in plan.courses.by_id.values() if c.certified for goal in c.entered.goals
    )
    visited = Counter(
        goal for v in plan.visits.by_id.values() if v.shown for goal in v.entered.goals
    )
    return tuple(
        GoalLine(
            code=goal.code,
            title=goal.title,
            theme=goal.theme,
            confidence=goal.confidence_on(day),
            stage=found.stage,
            arenas=tuple(a for a in plan.arenas_on(day) if goal.code in offers.get(a, ())),
            sessions=sessions[goal.code],
            activities_signed=signed[goal.code],
            courses_certified=certified[goal.code],
            visits_shown=visited[goal.code],
            advice=_advice(found),
            submitted_on=found.submitted.submitted_on if found.submitted else None,
            decided_on=found.decided_on,
            assessed_anew=isinstance(found.outcome, GoalReassessed),
        )
        for goal in catalogue.goals
        for found in (plan.goals.goal(goal.code),)
        if goal.code in codes or found.decided_on
    )


def _advice(goal: Goal) -> tuple[AdviceLine, ...]:
    counting = {given.at for given in goal.counting()}
    return tuple(
        AdviceLine(
            given_by=given.fact.given_by,
            capacity=given.fact.capacity,
            advice=given.fact.advice,
            given_on=given.fact.given_on,
            counts=given.at in counting,
        )
        for given in goal.advice
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Coverage:
    """Which goals in force no arena offers, on a day."""

    on: date
    uncovered: tuple[str, ...]


def plan_coverage(
    plan: TrainingPlan, catalogue: Catalogue, arenas: Mapping[str, Arena], day: date
) -> Coverage:
    """Return the goals in force that none of the plan's arenas offers on the day."""
    planned = tuple(arenas[code] for code in plan.arenas_on(day) if code in arenas)
    return Coverage(on=day, uncovered=uncovered(planned, catalogue.codes_in_force(day)))


@dataclass(frozen=True, slots=True, kw_only=True)
class OutcomeView:
    """A goal's outcome as it was sealed: who was heard, the evidence, the law, the findings.

    Of a new assessment also which it was and who made it; it is recorded by the county governor.
    """

    goal: str
    stage: str
    decided_by: Id
    decided_on: date
    heard: tuple[Heard, ...]
    evidence: tuple[Seen, ...]
    law: str
    basis: tuple[Citation, ...]
    findings: tuple[Finding, ...]
    reassessment: Id | None = None
    assessed_by: tuple[Id, ...] = ()


def outcome_view(outcome: Outcome) -> OutcomeView:
    match outcome:
        case GoalApproved(approved_by=by, approved_on=on):
            stage = Stage.APPROVED
        case GoalNotAchieved(decided_by=by, decided_on=on):
            stage = Stage.NOT_ACHIEVED
        case GoalReassessed(entered_by=by, assessed_on=on):
            stage = Stage.APPROVED if outcome.achieved else Stage.NOT_ACHIEVED
    anew = outcome if isinstance(outcome, GoalReassessed) else None
    return OutcomeView(
        goal=outcome.goal,
        stage=stage,
        decided_by=by,
        decided_on=on,
        heard=outcome.heard,
        evidence=outcome.evidence,
        law=outcome.law,
        basis=outcome.basis,
        findings=outcome.findings,
        reassessment=anew.reassessment if anew else None,
        assessed_by=anew.assessed_by if anew else (),
    )
