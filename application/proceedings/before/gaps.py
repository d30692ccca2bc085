"""What an application for specialist approval lacks on a day."""

from __future__ import annotations

from datetime import date

from application.plans.standing import Standing
from application.plans.stays import application_of, record_of
from application.proceedings.acting import ProceedingActing
from domain.law.remedies import DecisionKind
from domain.plans.rules.apply_for_approval import wanting
from domain.shared.findings import Finding


def gaps(
    proceedings: ProceedingActing, plan: Standing | None, kind: DecisionKind, on: date
) -> tuple[Finding, ...]:
    """Return what is found wanting; other kinds have no list of what they take."""
    if plan is None or kind is not DecisionKind.SPECIALIST_APPROVAL:
        return ()
    law = proceedings.law
    record = record_of(proceedings.acting.histories, plan, law)
    asked = application_of(record, law, proceedings.catalogue, submitted_on=on, on=on)
    return wanting(asked)
