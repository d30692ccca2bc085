"""What a plan shows of its versions: who has agreed, what is in force, what is planned."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from domain.plans.plan import TrainingPlan
from domain.plans.programme import Rotation
from domain.shared.findings import Finding
from domain.shared.ids import Id


@dataclass(frozen=True, slots=True, kw_only=True)
class Agreed:
    party: str
    on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanVersionLine:
    """One version: ``standing`` is proposed, in-force or superseded, as of the day asked."""

    number: int
    standing: str
    first_day: date
    last_day: date
    rotations: tuple[Rotation, ...]
    guidance_hours_a_year: int
    proposed_by: Id
    proposed_on: date
    agreed: tuple[Agreed, ...]
    missing: tuple[str, ...]
    in_force_from: date | None
    findings: tuple[Finding, ...]


def plan_versions(plan: TrainingPlan, day: date) -> tuple[PlanVersionLine, ...]:
    """Return every version there was, the first first."""
    current = plan.programme.in_force(day)
    latest = plan.programme.latest_number
    return tuple(
        PlanVersionLine(
            number=number,
            standing="in-force" if version is current else _other(number, latest),
            first_day=version.proposed.first_day,
            last_day=version.proposed.last_day,
            rotations=version.proposed.rotations,
            guidance_hours_a_year=version.proposed.guidance_hours_a_year,
            proposed_by=version.proposed.proposed_by,
            proposed_on=version.proposed.proposed_on,
            agreed=tuple(Agreed(party=party, on=on) for party, on in version.agreed.items()),
            missing=tuple(version.missing),
            in_force_from=version.in_force_from,
            findings=version.proposed.findings,
        )
        for number, version in sorted(plan.programme.versions.items())
    )


def _other(number: int, latest: int) -> str:
    return "proposed" if number == latest else "superseded"
