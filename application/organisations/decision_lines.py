"""What an establishment's own history tells of a decision about it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from domain.calendar.spans import Span
from domain.organisations.decisions import (
    DecisionOfOrganisation,
    OrganisationAppealConcludedTold,
    OrganisationDecisions,
    OrganisationDecisionTold,
    OrganisationForwardingTold,
)
from domain.shared.ids import Id


@dataclass(frozen=True, slots=True, kw_only=True)
class AppealOfDecision:
    """An appeal as far as it came: to whom it was forwarded last, or how it ended."""

    appeal: Id
    forwarded_to: str | None
    outcome: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class OrganisationDecisionLine:
    """A decision as it stands; the last day to appeal is none while reasons are waited for."""

    proceeding: Id
    kind: str
    outcome: str
    remedy: str
    decided_on: date
    last_day: date | None
    appeals: tuple[AppealOfDecision, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class RegisterDays:
    """Days without a break; the last one is none where no end is known."""

    first_day: date
    last_day: date | None


def register_days(spans: tuple[Span, ...]) -> tuple[RegisterDays, ...]:
    return tuple(RegisterDays(first_day=one.first_day, last_day=one.ends_on) for one in spans)


def decision_lines(told: OrganisationDecisions) -> Iterator[OrganisationDecisionLine]:
    for found in told.by_id.values():
        if found.made:
            yield _line(found.made, found)


def _line(
    made: OrganisationDecisionTold, found: DecisionOfOrganisation
) -> OrganisationDecisionLine:
    return OrganisationDecisionLine(
        proceeding=made.proceeding,
        kind=made.kind,
        outcome=made.outcome,
        remedy=made.remedy,
        decided_on=made.decided_on,
        last_day=found.last_day,
        appeals=tuple(
            AppealOfDecision(
                appeal=one.appeal,
                forwarded_to=one.to if isinstance(one, OrganisationForwardingTold) else None,
                outcome=one.outcome if isinstance(one, OrganisationAppealConcludedTold) else None,
            )
            for one in found.appeals.values()
        ),
    )
