"""What an application for specialist approval lacks, shown with the earliest possible day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from domain.law.transition import Scheme
from domain.plans.rules.application import Application
from domain.plans.rules.application_conditions import missing_goals
from domain.plans.rules.apply_for_approval import readiness
from domain.shared.findings import Finding


@dataclass(frozen=True, slots=True, kw_only=True)
class GapLine:
    """One thing that is missing, and the first day it can be there; None if a person decides."""

    finding: Finding
    earliest: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadinessView:
    """Empty of gaps exactly when the application would be accepted without a reason."""

    on: date
    scheme: str
    law: str
    ready: bool
    earliest: date | None
    missing: tuple[GapLine, ...]
    missing_goals: tuple[str, ...]


def readiness_view(asked: Application) -> ReadinessView:
    found = readiness(asked)
    return ReadinessView(
        on=found.on,
        scheme=asked.scheme,
        law=asked.law.version,
        ready=found.ready,
        earliest=found.earliest,
        missing=tuple(GapLine(finding=gap.finding, earliest=gap.earliest) for gap in found.missing),
        missing_goals=missing_goals(asked) if asked.scheme is Scheme.NEW else (),
    )
