"""What can be seen of a plan, by whom, as known at any instant."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from application.access import Act
from application.actors import Actor
from application.plans import standing, timeline, views
from application.plans.acting import PlanActing
from application.plans.standing import Standing
from domain.catalogue.goals import Goal
from domain.plans.rules.decide_goal import Outcome, gaps
from domain.plans.rules.hold_session import TakingPart, refuse_outsider
from domain.shared.confidential import Confidential
from domain.shared.facts import Recorded, tag_of
from domain.shared.findings import Finding
from domain.shared.refusals import NotFound


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """Which plan is asked about, as known at which instant, and seen from which day.

    No instant means now; no day means the day of the instant.
    """

    plan: UUID
    known_at: datetime | None = None
    on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class GoalGaps:
    """What is missing before a leader can decide on a goal; empty when nothing is."""

    goal: Goal
    stage: str
    missing: tuple[Finding, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenedText:
    field: str
    text: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Grounds:
    """The confidential words of one fact, opened; None where the key was shredded."""

    version: int
    tag: str
    texts: tuple[OpenedText, ...]


class PlanReading:
    """Every view of one plan; each is refused like an act."""

    def __init__(self, plans: PlanActing) -> None:
        self._plans = plans
        self._histories = plans.acting.histories

    def card(self, asked: Asked, actor: Actor) -> views.PlanCard:
        at, day = self._at(asked, Act.SEE_PLAN, actor)
        return views.plan_card(at.plan.case, self._plans.catalogue, day)

    def goals(self, asked: Asked, actor: Actor) -> tuple[views.GoalLine, ...]:
        at, day = self._at(asked, Act.SEE_PLAN, actor)
        arenas = at.organisation.case.offered(day)
        return views.goal_matrix(at.plan.case, self._plans.catalogue, arenas, day)

    def coverage(self, asked: Asked, actor: Actor) -> views.Coverage:
        at, day = self._at(asked, Act.SEE_PLAN, actor)
        arenas = at.organisation.case.offered(day)
        return views.plan_coverage(at.plan.case, self._plans.catalogue, arenas, day)

    def guidance(self, asked: Asked, actor: Actor) -> tuple[views.GuidanceYear, ...]:
        at, _ = self._at(asked, Act.SEE_PLAN, actor)
        return views.guidance_account(at.plan.case, self._plans.law)

    def gaps(self, asked: Asked, goal: str, actor: Actor) -> GoalGaps:
        """Return what the leader's decision on a goal still lacks on the day."""
        at, day = self._at(asked, Act.SEE_PLAN, actor)
        found = self._plans.catalogue.goal(goal)
        question = Outcome(
            plan=at.plan.case,
            goal=found.code,
            by=actor.person,
            on=day,
            today=day,
            in_force=self._plans.catalogue.codes_in_force(day),
            setting=at.setting(),
            law=self._plans.law,
            stored=at.plan.stored,
        )
        stage = at.plan.case.goals.goal(found.code).stage
        return GoalGaps(goal=found, stage=stage, missing=gaps(question))

    def timeline(self, asked: Asked, actor: Actor) -> tuple[timeline.TimelineEntry, ...]:
        return timeline.timeline(self.history(asked, actor))

    def history(self, asked: Asked, actor: Actor) -> Sequence[Recorded]:
        """Return the plan's facts in their envelopes, texts sealed."""
        self._at(asked, Act.SEE_HISTORY, actor)
        return self._histories.history(asked.plan, upto=self._upto(asked))

    def minutes(self, asked: Asked, session: UUID, actor: Actor) -> Grounds:
        """Return the minutes of a session, for the two who took part (L-KP-01)."""
        at, _ = self._at(asked, Act.READ_MINUTES, actor)
        refuse_outsider(TakingPart(plan=at.plan.case, session=session, by=actor.person))
        found = at.plan.case.guidance.session(session)
        if found.minutes is None or found.minuted_at is None:
            raise NotFound(
                "no-minutes", nb="Samtalen har ikke referat.", en="The session has no minutes."
            )
        return self._opened(at, found.minuted_at)

    def grounds(self, asked: Asked, goal: str, actor: Actor) -> Grounds:
        """Return the leader's words on a goal's outcome."""
        at, _ = self._at(asked, Act.READ_GROUNDS, actor)
        found = at.plan.case.goals.goal(self._plans.catalogue.goal(goal).code)
        if found.outcome_at is None:
            raise NotFound(
                "no-outcome", nb=f"{goal} er ikke avgjort.", en=f"{goal} is not decided."
            )
        return self._opened(at, found.outcome_at)

    def outcome(self, asked: Asked, goal: str, actor: Actor) -> views.OutcomeView:
        """Return the recorded outcome: who was heard, the evidence, the law, the findings."""
        at, _ = self._at(asked, Act.SEE_HISTORY, actor)
        found = at.plan.case.goals.goal(self._plans.catalogue.goal(goal).code)
        if found.outcome is None:
            raise NotFound(
                "no-outcome", nb=f"{goal} er ikke avgjort.", en=f"{goal} is not decided."
            )
        return views.outcome_view(found.outcome)

    def _at(self, asked: Asked, act: Act, actor: Actor) -> tuple[Standing, date]:
        """Return the plan as it was known, read by one who may see it today."""
        today = self._plans.acting.clock.today()
        now = standing.of_plan(self._histories, asked.plan, actor)
        now.permit(act, actor, today)
        upto = self._upto(asked)
        if upto is None:
            return now, asked.on or today
        assert asked.known_at is not None
        then = standing.of_plan(self._histories, asked.plan, actor, upto=upto)
        return then, asked.on or self._plans.acting.clock.day_of(asked.known_at)

    def _upto(self, asked: Asked) -> int | None:
        return self._histories.position_at(asked.known_at) if asked.known_at else None

    def _opened(self, at: Standing, version: int) -> Grounds:
        fact = at.plan.stored.facts()[version - 1]
        tag = tag_of(fact)
        texts = tuple(
            OpenedText(
                field=name,
                text=self._histories.open_text(
                    sealed,
                    subject=at.plan.case.doctor,
                    context=f"{at.plan.case_id}|{version}|{tag}|{name}",
                ),
            )
            for name in fact.__struct_fields__
            if isinstance(sealed := getattr(fact, name), Confidential)
        )
        return Grounds(version=version, tag=tag, texts=texts)
