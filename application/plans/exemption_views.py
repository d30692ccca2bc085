"""The exemptions a plan leans on, and what in it lacks its basis; pure functions of the plan."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from domain.law.book import LawBook
from domain.plans.plan import TrainingPlan
from domain.plans.qualification import no_qualified_supervisor
from domain.plans.rules.without_basis import WithoutBasis, without_basis
from domain.plans.setting import Setting
from domain.shared.citation import Citation
from domain.shared.findings import Finding
from domain.shared.ids import Id


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanExemptionLine:
    """One exemption that covers the plan; ``ended`` tells how, once somebody noted it."""

    exemption: Id
    kind: str
    supervisor: Id | None
    first_day: date
    last_day: date
    decided_on: date
    ended: str | None
    basis: tuple[Citation, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanExemptions:
    """The plan's exemptions; ``findings`` tell if its supervisor is not qualified on the day.

    ``without_basis`` is all that lacks one, whatever day: hours, appointments, advice, outcomes.
    """

    on: date
    supervisor: Id | None
    exemptions: tuple[PlanExemptionLine, ...]
    findings: tuple[Finding, ...]
    without_basis: WithoutBasis


def exemption_lines(plan: TrainingPlan) -> tuple[PlanExemptionLine, ...]:
    """Return the exemptions by their days, each time one was granted."""
    lines = (
        PlanExemptionLine(
            exemption=exemption,
            kind=one.granted.kind,
            supervisor=one.granted.supervisor,
            first_day=one.granted.first_day,
            last_day=one.last_day,
            decided_on=one.granted.decided_on,
            ended=one.ended.ending if one.ended else None,
            basis=one.granted.basis,
        )
        for exemption, held in plan.exemptions.by_id.items()
        for one in (*held.earlier, held)
    )
    return tuple(sorted(lines, key=lambda line: (line.first_day, line.exemption, line.decided_on)))


def plan_exemptions(
    plan: TrainingPlan, setting: Setting, law: LawBook, day: date
) -> PlanExemptions:
    supervisor = plan.roles.supervisor_on(day)
    found = supervisor and no_qualified_supervisor(plan, setting, law, supervisor, day)
    return PlanExemptions(
        on=day,
        supervisor=supervisor,
        exemptions=exemption_lines(plan),
        findings=(found,) if found else (),
        without_basis=without_basis(plan, setting, law),
    )
