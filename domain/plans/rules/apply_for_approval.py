"""The application for specialist approval: what is missing, from when it can be there, the act."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction

from domain.catalogue.group_years import GroupYear
from domain.plans.accounts.service import MONTHS, last_day_of
from domain.plans.accounts.stretches import INSTITUTION
from domain.plans.path import ApplicationSubmitted
from domain.plans.rules.application import Application
from domain.plans.rules.application_conditions import CONDITIONS, attended
from domain.plans.rules.end_training import refuse_end
from domain.shared.conditions import ask, decide
from domain.shared.days import day_after
from domain.shared.findings import Finding

YEAR = timedelta(days=365)


@dataclass(frozen=True, slots=True, kw_only=True)
class Gap:
    """One thing that is missing, and the first day on which it can be there.

    No day means that time alone cannot mend it: a person decides whether it is set aside.
    """

    finding: Finding
    earliest: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Readiness:
    """Everything an application lacks on a day; nothing when it would be accepted as it is."""

    on: date
    missing: tuple[Gap, ...]

    @property
    def ready(self) -> bool:
        return not self.missing

    @property
    def earliest(self) -> date | None:
        """Return the first day on which nothing need be missing, None if a person decides."""
        days = [gap.earliest for gap in self.missing]
        return None if None in days else max((day for day in days if day), default=self.on)


def readiness(asked: Application) -> Readiness:
    """Return the gap list, asked of the same conditions as the act."""
    return Readiness(
        on=asked.submitted_on,
        missing=tuple(
            Gap(finding=found, earliest=_earliest(asked, found)) for found in ask(CONDITIONS, asked)
        ),
    )


def apply_for_approval(asked: Application) -> ApplicationSubmitted:
    """Tell that the application was submitted; raises NotAllowed or NotJustified."""
    refuse_end(asked.plan, asked.submitted_on, field="submittedOn")
    asked.plan.path.refuse_unless_running()
    findings = decide(CONDITIONS, asked, asked.justification)
    return asked.plan.path.apply_for_approval(
        asked.submitted_on,
        on=asked.on,
        law=asked.law.version,
        findings=findings,
        justification=asked.justification,
    )


def _earliest(asked: Application, found: Finding) -> date | None:
    match found.rule:
        case "R-SVC-01" | "R-SVC-02" | "R-SVC-05":
            return _served(asked, found.rule)
        case "R-GRP-01":
            # A year that was begun may be over soon; one that was not takes a year from now.
            missing = sum(not attended(asked, year) for year in GroupYear)
            return asked.submitted_on + missing * YEAR
        case "R-SUP-03" if any(year.over and not year.met for year in asked.guidance.each):
            return None
        case "L-SPF-29":
            return None
    return asked.submitted_on


def _served(asked: Application, rule: str) -> date:
    """Return the day after the missing months, were all that is entered confirmed today.

    It is the earliest there can be: full time from tomorrow, and nothing of it away.
    """
    account = asked.service_as_if_confirmed
    recommended = asked.law.institution.on(asked.submitted_on).value.years
    institution = max(
        Fraction(0), Fraction(recommended) * MONTHS - account.by_kind[INSTITUTION].served
    )
    months = {
        "R-SVC-01": account.missing,
        "R-SVC-02": account.open_missing,
        # Nobody is in an institution and in open practice at once.
        "R-SVC-05": account.open_missing + institution,
    }[rule]
    if not months:
        return asked.submitted_on
    return day_after(last_day_of(day_after(asked.submitted_on), months))
