"""Logging, submitting, signing and returning learning activities."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from application.access import Act
from application.actors import Actor, Order
from application.plans.acting import PlanActing
from application.plans.standing import Standing
from application.plans.wording import of_work, required_of_work
from application.ports import Receipt
from domain.plans.activities import (
    ActivityKind,
    ActivityLogged,
    ActivityReturned,
    ActivitySubmitted,
    Channel,
)
from domain.plans.roles import Capacity
from domain.plans.rules.sign_activity import (
    SendingBack,
    Signing,
    Submitting,
    send_activity_back,
    sign_activity,
    submit_activity,
)
from domain.shared.ids import Id


@dataclass(frozen=True, slots=True, kw_only=True)
class LogActivity:
    plan: Id
    activity: Id
    kind: ActivityKind
    done_on: date
    arena: str | None = None
    goals: tuple[str, ...] = ()
    description: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SubmitActivity:
    plan: Id
    activity: Id
    to: Id


@dataclass(frozen=True, slots=True, kw_only=True)
class SignActivity:
    plan: Id
    activity: Id
    channel: Channel


@dataclass(frozen=True, slots=True, kw_only=True)
class ReturnActivity:
    plan: Id
    activity: Id
    comment: str


class ActivityService:
    """The acts on learning activities."""

    def __init__(self, plans: PlanActing) -> None:
        self._plans = plans

    def log(self, command: LogActivity, actor: Actor, order: Order) -> Receipt:
        done_on = self._plans.acting.legal_day(command.done_on, field="doneOn")
        goals = self._plans.goals(command.goals, on=done_on)

        def decide(at: Standing) -> ActivityLogged:
            at.plan.case.opening.refuse_before_start(done_on, field="doneOn")
            if command.arena:
                at.organisation.case.refuse_unless_open(command.arena, done_on)
            return at.plan.case.activities.log(
                command.activity,
                kind=command.kind,
                done_on=done_on,
                arena=command.arena,
                goals=goals,
                description=of_work(command.description),
            )

        return self._plans.on_plan(command.plan, Act.LOG_ACTIVITY, actor, order, decide)

    def submit(self, command: SubmitActivity, actor: Actor, order: Order) -> Receipt:
        def decide(at: Standing) -> ActivitySubmitted:
            return submit_activity(
                Submitting(
                    plan=at.plan.case,
                    activity=command.activity,
                    to=command.to,
                    on=self._plans.acting.clock.today(),
                )
            )

        return self._plans.on_plan(command.plan, Act.LOG_ACTIVITY, actor, order, decide)

    def sign(self, command: SignActivity, actor: Actor, order: Order) -> Receipt:
        return self._plans.on_plan(
            command.plan,
            Act.SIGN_ACTIVITY,
            actor,
            order,
            lambda at: sign_activity(
                Signing(
                    plan=at.plan.case,
                    activity=command.activity,
                    channel=command.channel,
                    by=actor.person,
                    capacity=Capacity(actor.acting_as),
                    on=self._plans.acting.clock.today(),
                )
            ),
        )

    def send_back(self, command: ReturnActivity, actor: Actor, order: Order) -> Receipt:
        comment = required_of_work(command.comment, field="comment")

        def decide(at: Standing) -> ActivityReturned:
            return send_activity_back(
                SendingBack(
                    plan=at.plan.case,
                    activity=command.activity,
                    comment=comment,
                    by=actor.person,
                    capacity=Capacity(actor.acting_as),
                    on=self._plans.acting.clock.today(),
                )
            )

        return self._plans.on_plan(command.plan, Act.SIGN_ACTIVITY, actor, order, decide)
