"""The earlier scheme: who began under it, who left it, and until when one can apply (L-SPF-37)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from application.access import Act
from application.actors import Actor, Order
from application.plans.acting import PlanActing
from application.ports import Receipt
from domain.law.book import LawBook
from domain.plans.old_scheme import OldSchemeLeft, OldSchemeStated
from domain.plans.plan import TrainingPlan
from domain.shared.citation import Citation
from domain.shared.ids import Id


@dataclass(frozen=True, slots=True, kw_only=True)
class StateOldScheme:
    """Enter that the training began under the earlier scheme, and where that is stated."""

    plan: Id
    begun_on: date
    stated_in: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LeaveOldScheme:
    """Enter that doctor and establishment agreed to go over to the new scheme."""

    plan: Id
    agreed_on: date


class OldSchemeService:
    """The acts on the earlier scheme."""

    def __init__(self, plans: PlanActing) -> None:
        self._plans = plans

    def state(self, command: StateOldScheme, actor: Actor, order: Order) -> Receipt:
        return self._plans.on_plan(
            command.plan,
            Act.ENTER_OLD_SCHEME,
            actor,
            order,
            lambda at: self._stated(at.plan.case, command, actor),
        )

    def leave(self, command: LeaveOldScheme, actor: Actor, order: Order) -> Receipt:
        agreed_on = self._plans.acting.legal_day(command.agreed_on, field="agreedOn")
        return self._plans.on_plan(
            command.plan,
            Act.ENTER_OLD_SCHEME,
            actor,
            order,
            lambda at: self._left(at.plan.case, agreed_on, actor),
        )

    def _stated(self, plan: TrainingPlan, command: StateOldScheme, actor: Actor) -> OldSchemeStated:
        return plan.old_scheme.state(
            command.begun_on,
            stated_in=command.stated_in,
            by=actor.person,
            on=self._plans.acting.clock.today(),
        )

    def _left(self, plan: TrainingPlan, agreed_on: date, actor: Actor) -> OldSchemeLeft:
        return plan.old_scheme.leave(
            agreed_on, by=actor.person, on=self._plans.acting.clock.today()
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class OldSchemeView:
    """Whether one can apply under the earlier scheme on a day, and until when.

    Those who go over to the new scheme have their goals assessed by ``goals_assessed_by``, by the
    text in force on the day asked; by the text known on the day they agreed it may be another.
    Those who were away then have ``months_after_return`` from the day they came back.
    """

    begun_on: date | None
    left_on: date | None
    open: bool
    last_day: date
    days_left: int
    citation: Citation
    goals_assessed_by: date | None
    goals_assessed_by_as_known: date | None
    months_after_return: int | None


def old_scheme(plan: TrainingPlan, law: LawBook, day: date) -> OldSchemeView:
    """Return where the plan stands toward the earlier scheme on a day."""
    rule, kept = law.old_scheme.on(day), plan.old_scheme
    agreed_on = kept.left.agreed_on if kept.left else None
    return OldSchemeView(
        begun_on=kept.stated.begun_on if kept.stated else None,
        left_on=agreed_on if agreed_on and agreed_on <= day else None,
        open=kept.may_apply_on(day) and day <= rule.value.last_day,
        last_day=rule.value.last_day,
        days_left=max(0, (rule.value.last_day - day).days),
        citation=rule.citation,
        goals_assessed_by=law.goals_assessed.on(day).value.last_day if agreed_on else None,
        goals_assessed_by_as_known=(
            law.as_announced_by(agreed_on).goals_assessed.on(agreed_on).value.last_day
            if agreed_on
            else None
        ),
        months_after_return=(
            law.goals_assessed.on(day).value.months_after_return if agreed_on else None
        ),
    )
