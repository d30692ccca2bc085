"""The events of exemptions, as a user of the library writes them."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import UUID

from eventsourcing.domain import event

from tests.benchmarks.library_documents import DocumentEvents


def exempt(case: Any, exemption: UUID, first_day: date, last_day: date) -> None:
    case.exemptions[exemption] = (first_day, last_day)


def end_exemption(case: Any, exemption: UUID, last_day: date) -> None:
    first_day, _ = case.exemptions[exemption]
    case.exemptions[exemption] = (first_day, last_day)


class ExemptionEvents(DocumentEvents):
    class PlanExemptionGranted(DocumentEvents.Event):
        exemption: UUID
        kind: str
        supervisor: UUID | None
        first_day: date
        last_day: date
        decided_on: date
        basis: list[dict[str, Any]]

    class PlanExemptionExtended(DocumentEvents.Event):
        exemption: UUID
        last_day: date
        decided_on: date
        basis: list[dict[str, Any]]

    class PlanExemptionEnded(DocumentEvents.Event):
        exemption: UUID
        ending: str
        last_day: date
        ended_on: date
        noted_on: date

    _exempt = event(PlanExemptionGranted)(exempt)
    _extend_exemption = event(PlanExemptionExtended)(end_exemption)
    _end_exemption = event(PlanExemptionEnded)(end_exemption)
