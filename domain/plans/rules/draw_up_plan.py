"""May this version of the individual training plan be drawn up?"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from domain.calendar.spans import Span, asked_span
from domain.law.book import LawBook
from domain.law.specialist_training import INDIVIDUAL_PLAN
from domain.plans.plan import TrainingPlan
from domain.plans.programme import Party, PlanVersionProposed, Rotation
from domain.shared.conditions import decide
from domain.shared.confidential import Confidential
from domain.shared.findings import Confidence, Finding, Force
from domain.shared.ids import Id
from domain.shared.refusals import Invalid
from domain.shared.texts import Text

FULL_TIME = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawing:
    """May this version be drawn up? ``open_days`` tells by arena when it is open, and with what."""

    plan: TrainingPlan
    first_day: date
    last_day: date
    rotations: tuple[Rotation, ...]
    guidance_hours_a_year: int
    note: Confidential | None
    by: Id
    party: Party
    on: date
    open_days: Mapping[str, tuple[Span, ...]]
    offers: Mapping[str, Collection[str]]
    law: LawBook


def rotations_are_inside_the_plan(asked: Drawing) -> Finding | None:
    outside = [
        r for r in asked.rotations if r.first_day < asked.first_day or r.last_day > asked.last_day
    ]
    if not outside:
        return None
    told = ", ".join(f"{r.arena} {r.first_day} - {r.last_day}" for r in outside)
    return Finding(
        rule="R-PLN-01",
        force=Force.HARD,
        says=Text(
            nb=f"Disse rotasjonene ligger utenfor planen ({asked.first_day} - {asked.last_day}): "
            f"{told}.",
            en=f"These rotations lie outside the plan ({asked.first_day} - {asked.last_day}): "
            f"{told}.",
        ),
        basis=(INDIVIDUAL_PLAN,),
    )


def arenas_are_open(asked: Drawing) -> Finding | None:
    """An arena that closes while the rotation lasts is not open for it."""
    closed = [r for r in asked.rotations if not _is_open(asked, r)]
    if not closed:
        return None
    told = ", ".join(f"{r.arena} {r.first_day} - {r.last_day}" for r in closed)
    return Finding(
        rule="R-PLN-01",
        force=Force.HARD,
        basis=(INDIVIDUAL_PLAN,),
        says=Text(
            nb=f"Læringsarenaen er ikke åpen hele tiden i: {told}; kjente arenaer er "
            f"{', '.join(sorted(asked.open_days))}.",
            en=f"The arena is not open all the time in: {told}; known arenas are "
            f"{', '.join(sorted(asked.open_days))}.",
        ),
    )


def _is_open(asked: Drawing, rotation: Rotation) -> bool:
    spans = asked.open_days.get(rotation.arena, ())
    return any(rotation.first_day in span and rotation.last_day in span for span in spans)


def goals_are_offered(asked: Drawing) -> Finding | None:
    """The matrix of arenas and goals suggests, it never blocks (section 3.9)."""
    strange = sorted(_not_offered(asked))
    if not strange:
        return None
    told = ", ".join(f"{goal} ({arena})" for arena, goal in strange)
    return Finding(
        rule="R-ARE-01",
        force=Force.INFO,
        confidence=Confidence.C,
        says=Text(
            nb=f"Arenaen er ikke oppført med målet: {told}.",
            en=f"The arena is not listed with the goal: {told}.",
        ),
    )


def _not_offered(asked: Drawing) -> Iterator[tuple[str, str]]:
    for rotation in asked.rotations:
        for goal in set(rotation.goals) - set(asked.offers.get(rotation.arena, ())):
            yield rotation.arena, goal


def no_day_is_more_than_full_time(asked: Drawing) -> Finding | None:
    days = sorted({r.first_day for r in asked.rotations})
    over = [
        day
        for day in days
        if sum(r.percentage for r in asked.rotations if r.first_day <= day <= r.last_day)
        > FULL_TIME
    ]
    if not over:
        return None
    return Finding(
        rule="R-SVC-01",
        force=Force.INFO,
        confidence=Confidence.C,
        says=Text(
            nb=f"Fra {over[0]} er det planlagt mer enn full stilling.",
            en=f"From {over[0]} more than full time is planned.",
        ),
    )


CONDITIONS = (
    rotations_are_inside_the_plan,
    arenas_are_open,
    goals_are_offered,
    no_day_is_more_than_full_time,
)


def draw_up_plan(asked: Drawing) -> PlanVersionProposed:
    """Draw up the next version; raises Invalid, NotAllowed or RuleBroken."""
    _refuse_malformed(asked)
    asked.plan.opening.refuse_before_start(asked.first_day, field="firstDay")
    findings = decide(CONDITIONS, asked)
    return PlanVersionProposed(
        number=asked.plan.next_version,
        first_day=asked.first_day,
        last_day=asked.last_day,
        rotations=asked.rotations,
        guidance_hours_a_year=asked.guidance_hours_a_year,
        note=asked.note,
        proposed_by=asked.by,
        party=asked.party,
        proposed_on=asked.on,
        law=asked.law.version,
        basis=(INDIVIDUAL_PLAN,),
        findings=findings,
    )


def _refuse_malformed(asked: Drawing) -> None:
    if not asked.rotations:
        raise Invalid(
            "no-rotations",
            nb="En plan har minst én rotasjon: arena, dager og stillingsprosent.",
            en="A plan has at least one rotation: arena, days and percentage.",
            rule="R-PLN-01",
            field="rotations",
        )
    asked_span(asked.first_day, asked.last_day)
    for rotation in asked.rotations:
        asked_span(rotation.first_day, rotation.last_day)
    if any(not 1 <= r.percentage <= FULL_TIME for r in asked.rotations):
        raise Invalid(
            "percentage-out-of-range",
            nb="Stillingsprosenten er et helt tall fra 1 til 100.",
            en="The percentage is a whole number from 1 to 100.",
            field="percentage",
        )
    if asked.guidance_hours_a_year < 0:
        raise Invalid(
            "hours-out-of-range",
            nb="Veiledningstimer i året kan ikke være færre enn null.",
            en="Hours of guidance a year cannot be fewer than none.",
            field="guidanceHoursAYear",
        )
