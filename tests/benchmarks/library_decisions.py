"""The events of decisions, as a user of the library writes them."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import UUID

from eventsourcing.domain import event

from tests.benchmarks.library_exemptions import ExemptionEvents


def decide(case: Any, proceeding: UUID, outcome: str) -> None:
    case.decisions[proceeding] = (outcome, None)


def compute(case: Any, proceeding: UUID, last_day: date | None) -> None:
    outcome, _ = case.decisions[proceeding]
    case.decisions[proceeding] = (outcome, last_day)


def go_on(case: Any, appeal: UUID, proceeding: UUID) -> None:
    case.appeals[appeal] = proceeding


def withdraw(case: Any, proceeding: UUID, withdrawn_on: date) -> None:
    case.withdrawn_applications[proceeding] = withdrawn_on


class DecisionEvents(ExemptionEvents):
    class DecisionTold(ExemptionEvents.Event):
        proceeding: UUID
        kind: str
        outcome: str
        remedy: str
        decided_on: date

    class AppealPeriodTold(ExemptionEvents.Event):
        proceeding: UUID
        last_day: date | None
        computed_on: date

    class AppealTold(ExemptionEvents.Event):
        proceeding: UUID
        appeal: UUID
        received_on: date
        verdict: str

    class ForwardingTold(ExemptionEvents.Event):
        proceeding: UUID
        appeal: UUID
        to: str
        forwarded_on: date

    class AppealConcludedTold(ExemptionEvents.Event):
        proceeding: UUID
        appeal: UUID
        outcome: str
        concluded_on: date

    class WithdrawalTold(ExemptionEvents.Event):
        proceeding: UUID
        kind: str
        withdrawn_on: date

    _decide = event(DecisionTold)(decide)
    _compute = event(AppealPeriodTold)(compute)
    _appeal = event(AppealTold)(go_on)
    _forward = event(ForwardingTold)(go_on)
    _conclude = event(AppealConcludedTold)(go_on)
    _withdraw_application = event(WithdrawalTold)(withdraw)
