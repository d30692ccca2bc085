"""Decisions about the doctor and the appeals against them, as the plan tells them.

The officials work in a proceeding of its own; what concerns the doctor is told here in the same
append, so that a plan read alone tells the whole story.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Any

from domain.shared.case import Effects
from domain.shared.facts import Fact
from domain.shared.ids import Id


class DecisionTold(Fact, frozen=True, kw_only=True, tag="plan.decision-made"):
    """A body decided something about the doctor."""

    proceeding: Id
    kind: str
    outcome: str
    remedy: str
    decided_on: date


class AppealPeriodTold(Fact, frozen=True, kw_only=True, tag="plan.appeal-period-computed"):
    """Until when a decision could be appealed was computed, or computed anew."""

    proceeding: Id
    # None while reasons are waited for.
    last_day: date | None
    computed_on: date


class AppealTold(Fact, frozen=True, kw_only=True, tag="plan.appeal-filed"):
    """An appeal against a decision was received, in time or not."""

    proceeding: Id
    appeal: Id
    received_on: date
    verdict: str


class ForwardingTold(Fact, frozen=True, kw_only=True, tag="plan.appeal-forwarded"):
    """The appeal was sent to the body that hears it."""

    proceeding: Id
    appeal: Id
    to: str
    forwarded_on: date


class AppealConcludedTold(Fact, frozen=True, kw_only=True, tag="plan.appeal-concluded"):
    """The appeal was decided, dismissed, withdrawn, or met by the first instance itself."""

    proceeding: Id
    appeal: Id
    outcome: str
    concluded_on: date


class WithdrawalTold(Fact, frozen=True, kw_only=True, tag="plan.application-withdrawn"):
    """The doctor withdrew an application before it was decided; nothing is decided of it."""

    proceeding: Id
    kind: str
    withdrawn_on: date


PlanDecisionFact = (
    DecisionTold
    | AppealPeriodTold
    | AppealTold
    | ForwardingTold
    | AppealConcludedTold
    | WithdrawalTold
)


@dataclass(slots=True)
class ToldDecision:
    """One decision and how the appeals against it went, by the appeal."""

    # None where an appeal came in before anything was decided.
    made: DecisionTold | None = None
    last_day: date | None = None
    appeals: dict[Id, AppealTold | ForwardingTold | AppealConcludedTold] = field(
        default_factory=dict
    )


@dataclass(slots=True)
class Decisions:
    """The decisions about the doctor, as the facts so far leave them."""

    by_id: dict[Id, ToldDecision] = field(default_factory=dict)
    # The applications of which nothing is decided, by their proceeding.
    withdrawn: dict[Id, WithdrawalTold] = field(default_factory=dict)

    # effects

    def effects(self) -> Effects:
        return {
            DecisionTold: self._made,
            AppealPeriodTold: self._computed,
            AppealTold: self._went_on,
            ForwardingTold: self._went_on,
            AppealConcludedTold: self._went_on,
            WithdrawalTold: self._withdrawn,
        }

    def _made(self, fact: DecisionTold, _: int) -> None:
        # Told again, the body has changed it; the appeals against it stay.
        self._of(fact).made = fact

    def _computed(self, fact: AppealPeriodTold, _: int) -> None:
        self._of(fact).last_day = fact.last_day

    def _went_on(self, fact: AppealTold | ForwardingTold | AppealConcludedTold, _: int) -> None:
        self._of(fact).appeals[fact.appeal] = fact

    def _of(self, fact: Any) -> ToldDecision:
        return self.by_id.setdefault(fact.proceeding, ToldDecision())

    def _withdrawn(self, fact: WithdrawalTold, _: int) -> None:
        self.withdrawn[fact.proceeding] = fact
