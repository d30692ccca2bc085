"""The application for specialist approval: what is missing, from when it can be there, the act."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction
from math import ceil

from domain.calendar.spans import Span
from domain.catalogue.group_years import GroupYear
from domain.law.transition import Scheme
from domain.plans.accounts.guidance import MINUTES
from domain.plans.accounts.service import MONTHS, Deduction, last_day_of
from domain.plans.accounts.stretches import INSTITUTION
from domain.plans.guidance import LONGEST
from domain.plans.path import ApplicationSubmitted, PathStage
from domain.plans.rules import application_conditions, old_scheme_conditions
from domain.plans.rules.application import Application
from domain.plans.rules.application_conditions import attended
from domain.plans.rules.end_training import refuse_end
from domain.shared.conditions import ask, decide
from domain.shared.days import day_after
from domain.shared.findings import Confidence, Finding, Force
from domain.shared.refusals import NotAllowed

YEAR = timedelta(days=365)
CONDITIONS = {
    Scheme.NEW: application_conditions.CONDITIONS,
    Scheme.OLD: old_scheme_conditions.CONDITIONS,
}


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
    found = (*_barred(asked), *ask(CONDITIONS[asked.scheme], asked))
    return Readiness(
        on=asked.submitted_on,
        missing=tuple(Gap(finding=one, earliest=_earliest(asked, one)) for one in found),
    )


def wanting(asked: Application) -> tuple[Finding, ...]:
    """Return what an application lacks, whatever bars a new one: for whoever decides it."""
    return ask(CONDITIONS[asked.scheme], asked)


def apply_for_approval(asked: Application) -> ApplicationSubmitted:
    """Tell that the application was submitted; raises NotAllowed or NotJustified."""
    _refuse_unless_open(asked)
    findings = decide(CONDITIONS[asked.scheme], asked, asked.justification)
    return asked.plan.path.apply_for_approval(
        asked.submitted_on,
        scheme=asked.scheme,
        on=asked.on,
        law=asked.law.version,
        findings=findings,
        justification=asked.justification,
    )


def _refuse_unless_open(asked: Application) -> None:
    refuse_end(asked.plan, asked.submitted_on, field="submittedOn")
    asked.plan.path.refuse_unless_running()


def _barred(asked: Application) -> tuple[Finding, ...]:
    """Return why nobody can apply at all on the day, as one more thing that is missing."""
    try:
        _refuse_unless_open(asked)
    except NotAllowed as refused:
        found = Finding(
            rule="R-DEF-02",
            force=Force.HARD,
            says=refused.text,
            basis=refused.basis,
            confidence=Confidence.C,
        )
        return (found,)
    return ()


def _begins(asked: Application) -> date | None:
    """Return the first day on which one can apply; None when it takes a person, not time."""
    path, opened = asked.plan.path, asked.plan.opened
    if path.stage is not PathStage.RUNNING:
        return None
    return path.resumed.first_day if path.resumed else opened.starts_on


def _earliest(asked: Application, found: Finding) -> date | None:
    earliest: date | None = asked.submitted_on
    match found.rule:
        case "R-DEF-02":
            earliest = _begins(asked)
        case "R-SVC-01" | "R-SVC-02" | "R-SVC-05":
            earliest = max(_served(asked, found.rule), _confirmable(asked))
        case "R-CNF-01":
            earliest = _confirmable(asked)
        case "R-GRP-01":
            # A year that was begun may be over soon; one that was not takes a year from now.
            missing = sum(not attended(asked, year) for year in GroupYear)
            earliest = asked.submitted_on + missing * YEAR
        case "R-SUP-03" if any(year.over and not year.met for year in asked.guidance.each):
            earliest = None
        case "R-SUP-03":
            # As if the longest session there can be were held on each day, from today.
            days = ceil(asked.guidance.short_together * MINUTES / LONGEST)
            earliest = asked.submitted_on + timedelta(days=days - 1)
        case "R-GRP-02" | "L-SPF-29" | "L-SPF-02" | "L-SPF-37":
            earliest = None
    return earliest


def _confirmable(asked: Application) -> date:
    """Return the day on which the service begun and not confirmed is over and can be."""
    begun = (period for stay in asked.record for period in stay.plan.service.by_id.values())
    ends = (
        one.entered.last_day
        for one in begun
        if one.confirmed is None and one.entered.first_day <= asked.submitted_on
    )
    return max((asked.submitted_on, *ends))


def _served(asked: Application, rule: str) -> date:
    """Return the day after the missing months, were all that is entered confirmed today.

    It is the earliest there can be: full time from tomorrow, and nothing of it away. As more
    is served, more absence is allowed, so that what was deducted comes back.
    """
    account, on = asked.service_as_if_confirmed, asked.submitted_on
    if rule == "R-SVC-01":
        return _served_after(on, account.missing, account.deduction)
    in_open = _served_after(on, account.open_missing, account.open_deduction)
    if rule == "R-SVC-02":
        return in_open
    # Nobody is in an institution and in open practice at once.
    recommended = Fraction(asked.law.institution.on(on).value.years) * MONTHS
    missing = recommended - account.by_kind[INSTITUTION].served
    from_day = max(in_open, day_after(on))
    return day_after(last_day_of(from_day, missing)) if missing > 0 else in_open


def _served_after(on: date, missing: Fraction, deduction: Deduction) -> date:
    """Return the first day by which the missing months are served, the deduction changing."""
    if not missing:
        return on
    last_day = last_day_of(day_after(on), missing)
    if deduction.months:

        def gained(days: int) -> Fraction:
            then = deduction.after(Span(day_after(on), on + timedelta(days=days)))
            more = then.months_counted - deduction.months_counted
            return more + deduction.months - then.months

        # Each month adds at least a tenth of itself, however much of the service was away.
        days = range(1, 10 * (last_day - on).days)
        last_day = on + timedelta(days=days[bisect_left(days, missing, key=gained)])
    return day_after(last_day)
