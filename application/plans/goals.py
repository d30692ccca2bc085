"""Submitting, recalling, recommending, deciding, returning and correcting learning goals."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from application.access import Act
from application.acting import required_text
from application.actors import Actor, Order
from application.plans.acting import PlanActing
from application.plans.standing import Standing
from application.plans.wording import of_work, required_of_work
from application.ports import Receipt
from domain.plans.corrections import FactCorrected
from domain.plans.goals import Advice, GoalReturned
from domain.plans.roles import Capacity
from domain.plans.rules.correct_goal import Correction, Returning, correct_goal, return_goal
from domain.plans.rules.decide_goal import Outcome, approve_goal, find_goal_not_achieved
from domain.plans.rules.submit_goal import (
    Recommendation,
    Submission,
    recommend_goal,
    submit_goal,
)
from domain.shared.ids import Id


@dataclass(frozen=True, slots=True, kw_only=True)
class SubmitGoal:
    plan: Id
    goal: str
    consulted_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RecallGoal:
    plan: Id
    goal: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RecommendGoal:
    plan: Id
    goal: str
    advice: Advice
    rationale: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DecideGoal:
    """Approve a goal, or find it not achieved; ``on`` is the legal day, today if not given."""

    plan: Id
    goal: str
    statement: str
    on: date | None = None
    justification: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ReturnGoal:
    plan: Id
    goal: str
    comment: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CorrectGoal:
    plan: Id
    goal: str
    reason: str


class GoalService:
    """The acts on learning goals."""

    def __init__(self, plans: PlanActing) -> None:
        self._plans = plans

    def submit(self, command: SubmitGoal, actor: Actor, order: Order) -> Receipt:
        today = self._plans.acting.clock.today()
        goal = self._plans.catalogue.goal(command.goal).code
        self._plans.acting.legal_day(command.consulted_on, field="consultedOn", rule="R-ALI-06")
        return self._plans.on_plan(
            command.plan,
            Act.SUBMIT_GOAL,
            actor,
            order,
            lambda at: submit_goal(
                Submission(
                    plan=at.plan.case,
                    goal=goal,
                    consulted_on=command.consulted_on,
                    on=today,
                    in_force=self._plans.catalogue.codes_in_force(today),
                )
            ),
        )

    def recall(self, command: RecallGoal, actor: Actor, order: Order) -> Receipt:
        goal = self._plans.catalogue.goal(command.goal).code
        today = self._plans.acting.clock.today()
        return self._plans.on_plan(
            command.plan,
            Act.SUBMIT_GOAL,
            actor,
            order,
            lambda at: at.plan.case.goals.recall(goal, on=today),
        )

    def recommend(self, command: RecommendGoal, actor: Actor, order: Order) -> Receipt:
        goal = self._plans.catalogue.goal(command.goal).code
        return self._plans.on_plan(
            command.plan,
            Act.RECOMMEND_GOAL,
            actor,
            order,
            lambda at: recommend_goal(
                Recommendation(
                    plan=at.plan.case,
                    goal=goal,
                    advice=command.advice,
                    rationale=of_work(command.rationale),
                    by=actor.person,
                    capacity=Capacity(actor.acting_as),
                    on=self._plans.acting.clock.today(),
                )
            ),
        )

    def approve(self, command: DecideGoal, actor: Actor, order: Order) -> Receipt:
        return self._plans.on_plan(
            command.plan,
            Act.DECIDE_GOAL,
            actor,
            order,
            lambda at: approve_goal(self._outcome(at, command, actor)),
        )

    def find_not_achieved(self, command: DecideGoal, actor: Actor, order: Order) -> Receipt:
        return self._plans.on_plan(
            command.plan,
            Act.DECIDE_GOAL,
            actor,
            order,
            lambda at: find_goal_not_achieved(self._outcome(at, command, actor)),
        )

    def send_back(self, command: ReturnGoal, actor: Actor, order: Order) -> Receipt:
        comment = required_of_work(command.comment, field="comment")
        goal = self._plans.catalogue.goal(command.goal).code

        def decide(at: Standing) -> GoalReturned:
            return return_goal(
                Returning(
                    plan=at.plan.case,
                    goal=goal,
                    comment=comment,
                    by=actor.person,
                    on=self._plans.acting.clock.today(),
                    setting=at.setting(self._plans.law),
                )
            )

        return self._plans.on_plan(command.plan, Act.DECIDE_GOAL, actor, order, decide)

    def correct(self, command: CorrectGoal, actor: Actor, order: Order) -> Receipt:
        reason = required_text(command.reason, field="reason")
        goal = self._plans.catalogue.goal(command.goal).code

        def decide(at: Standing) -> FactCorrected:
            return correct_goal(
                Correction(
                    plan=at.plan.case,
                    stored=at.plan.stored,
                    goal=goal,
                    reason=reason,
                    by=actor.person,
                    on=self._plans.acting.clock.today(),
                    setting=at.setting(self._plans.law),
                )
            )

        return self._plans.on_plan(command.plan, Act.DECIDE_GOAL, actor, order, decide)

    def _outcome(self, at: Standing, command: DecideGoal, actor: Actor) -> Outcome:
        on = self._plans.acting.legal_day(command.on)
        goal = self._plans.catalogue.goal(command.goal).code
        return Outcome(
            plan=at.plan.case,
            goal=goal,
            by=actor.person,
            on=on,
            today=self._plans.acting.clock.today(),
            in_force=self._plans.catalogue.codes_in_force(on),
            replaced=self._plans.catalogue.replaced_by(goal),
            setting=at.setting(self._plans.law),
            law=self._plans.law,
            stored=at.plan.stored,
            statement=of_work(command.statement),
            justification=of_work(command.justification),
        )
