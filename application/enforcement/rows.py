"""Rows of deadlines: every day to come, in any case, and the two it concerns most."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from domain.exemptions.deadlines import exemption_deadlines
from domain.exemptions.exemption import Exemption
from domain.law.book import IN_FORCE
from domain.plans.plan import TrainingPlan
from domain.plans.rules.deadlines import plan_deadlines
from domain.proceedings.deadlines import proceeding_deadlines
from domain.proceedings.proceeding import Proceeding
from domain.shared.enforced import Due
from domain.shared.ids import Id


@dataclass(frozen=True, slots=True, kw_only=True)
class DeadlineRow:
    """What is due or over by the end of a day, in a case of an establishment."""

    case_id: Id
    organisation: Id
    person: Id
    other: Id | None
    kind: str
    subject: str
    due_on: date
    lapses: bool


def plan_deadline_rows(
    case_id: Id, plan: TrainingPlan, _: Mapping[Id, Any]
) -> Iterator[DeadlineRow]:
    for due in plan_deadlines(plan, IN_FORCE):
        yield deadline_row(case_id, plan.opened.organisation, due)


def exemption_deadline_rows(
    case_id: Id, exemption: Exemption, _: Mapping[Id, Any]
) -> Iterator[DeadlineRow]:
    for due in exemption_deadlines(exemption):
        yield deadline_row(case_id, exemption.be_applied_for().organisation, due)


def proceeding_deadline_rows(
    case_id: Id, proceeding: Proceeding, _: Mapping[Id, Any]
) -> Iterator[DeadlineRow]:
    for due in proceeding_deadlines(proceeding):
        yield deadline_row(case_id, proceeding.be_open().organisation, due)


def deadline_row(case_id: Id, organisation: Id, due: Due) -> DeadlineRow:
    person, *others = due.concerns
    return DeadlineRow(
        case_id=case_id,
        organisation=organisation,
        person=person,
        other=others[0] if others else None,
        kind=due.kind,
        subject=due.subject,
        due_on=due.due_on,
        lapses=due.lapses,
    )
