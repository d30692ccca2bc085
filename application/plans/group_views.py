"""The account of a doctor's group guidance: by group year, beside what is recommended."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from domain.law.book import LawBook
from domain.plans.groups import DiplomaReceived, YearInGroup
from domain.plans.plan import TrainingPlan
from domain.plans.rules.open_practice_year import a_group_year_in_open_practice, in_open_practice
from domain.shared.citation import Citation
from domain.shared.findings import Finding
from domain.shared.ids import Id


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupYearLine:
    """One group year, beside the hours recommended by the rule on its last day.

    A year from before the training is seen by the rule the training began under.
    """

    group: Id
    name: str
    year: str
    first_day: date
    last_day: date
    gatherings_planned: int
    gatherings_attended: int
    gatherings_in_open_practice: int
    minutes_attended: int
    hours_recommended: int
    citation: Citation


@dataclass(frozen=True, slots=True, kw_only=True)
class DiplomaView:
    """The organiser's diploma as it was sealed: the minutes then, the law, the findings."""

    group: Id
    diploma: str
    issued_on: date
    minutes_attended: int
    law: str
    basis: tuple[Citation, ...]
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupAccount:
    """Group guidance as a plan tells it; it is met by the diploma (R-GRP-01).

    ``findings`` tell if no group year is known to be in open unselected practice (R-GRP-02).
    """

    years: tuple[GroupYearLine, ...]
    minutes_attended: int
    diploma: DiplomaView | None
    met: bool
    findings: tuple[Finding, ...]
    version: int


def group_account(plan: TrainingPlan, law: LawBook) -> GroupAccount:
    """Return the account, its years in the order they were joined."""
    years = sorted(plan.groups.years, key=lambda held: held.span)
    found = a_group_year_in_open_practice(plan, law)
    return GroupAccount(
        years=tuple(_year(plan, held, law) for held in years),
        minutes_attended=plan.groups.minutes,
        diploma=_diploma(plan.groups.diploma) if plan.groups.diploma else None,
        met=plan.groups.diploma is not None,
        findings=(found,) if found else (),
        version=plan.version,
    )


def _diploma(received: DiplomaReceived) -> DiplomaView:
    return DiplomaView(
        group=received.group,
        diploma=received.diploma,
        issued_on=received.issued_on,
        minutes_attended=received.minutes_attended,
        law=received.law,
        basis=received.basis,
        findings=received.findings,
    )


def _year(plan: TrainingPlan, held: YearInGroup, law: LawBook) -> GroupYearLine:
    rule = law.group_hours.on(max(held.joined.last_day, plan.opened.starts_on))
    return GroupYearLine(
        group=held.joined.group,
        name=held.joined.name,
        year=held.joined.year,
        first_day=held.span.first_day,
        last_day=held.span.last_day,
        gatherings_planned=held.joined.gatherings,
        gatherings_attended=len(held.attended),
        gatherings_in_open_practice=in_open_practice(plan, held),
        minutes_attended=held.minutes,
        hours_recommended=rule.value.hours_a_year,
        citation=rule.citation,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class GatheringLine:
    """One gathering the doctor took part in."""

    gathering: Id
    group: Id
    year: str
    held_on: date
    duration_minutes: int


def gatherings(plan: TrainingPlan) -> tuple[GatheringLine, ...]:
    """Return the gatherings attended, in the order they were held."""
    lines = (
        GatheringLine(
            gathering=attended.gathering,
            group=attended.group,
            year=attended.year,
            held_on=attended.held_on,
            duration_minutes=attended.duration_minutes,
        )
        for held in plan.groups.years
        for attended in held.attended
    )
    return tuple(sorted(lines, key=lambda line: (line.held_on, line.gathering)))
