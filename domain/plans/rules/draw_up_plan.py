"""May this version of the individual training plan be drawn up?"""

from __future__ import annotations

from collections.abc import Iterator

from domain.calendar.spans import Span, asked_span
from domain.law.specialist_training import GOALS, INDIVIDUAL_PLAN
from domain.plans.programme import PlanVersionProposed, Rotation
from domain.plans.rules.drawing import Drawing
from domain.plans.rules.planned_time import (
    FULL_TIME,
    no_day_is_more_than_full_time,
    rotations_leave_no_gap,
    time_is_what_the_training_takes,
)
from domain.shared.conditions import decide
from domain.shared.findings import Confidence, Finding, Force
from domain.shared.refusals import Invalid
from domain.shared.texts import Text

MOST_HOURS = 210
"""More guidance in one year than the five years together ask for is a typing error (R-SUP-03)."""


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


def goals_are_in_force(asked: Drawing) -> Finding | None:
    """A goal that falls away while the rotation lasts can still be reached before it does."""
    gone = [
        f"{goal} ({rotation.arena} {rotation.first_day} - {rotation.last_day})"
        for rotation in asked.rotations
        for goal in dict.fromkeys(rotation.goals)
        if not _is_in_force(asked, goal, rotation)
    ]
    if not gone:
        return None
    told = ", ".join(gone)
    return Finding(
        rule="L-LG-02",
        force=Force.HARD,
        basis=(GOALS,),
        says=Text(
            nb=f"Disse gjelder ikke som læringsmål noen dag i rotasjonen: {told}.",
            en=f"These are not learning goals in force on any day of the rotation: {told}.",
        ),
    )


def _is_in_force(asked: Drawing, goal: str, rotation: Rotation) -> bool:
    days = asked.goal_days.get(goal)
    return days is not None and days.overlaps(Span(rotation.first_day, rotation.last_day))


def guidance_is_as_much_as_is_owed(asked: Drawing) -> Finding | None:
    """What is planned settles nothing: it is the hours held that must be enough."""
    law = asked.law.guidance.on(asked.first_day)
    owed = law.value.hours_a_year
    if asked.guidance_hours_a_year >= owed:
        return None
    return Finding(
        rule="R-SUP-03",
        force=Force.INFO,
        basis=(law.citation,),
        says=Text(
            nb=f"Det er planlagt {asked.guidance_hours_a_year} timer veiledning i året; i en "
            f"registrert virksomhet skal det være minst {str(owed).replace('.', ',')}.",
            en=f"{asked.guidance_hours_a_year} hours of guidance a year are planned; in a "
            f"registered establishment there shall be at least {owed}.",
        ),
    )


CONDITIONS = (
    rotations_are_inside_the_plan,
    arenas_are_open,
    goals_are_offered,
    goals_are_in_force,
    guidance_is_as_much_as_is_owed,
    rotations_leave_no_gap,
    no_day_is_more_than_full_time,
    time_is_what_the_training_takes,
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
    if not 0 <= asked.guidance_hours_a_year <= MOST_HOURS:
        raise Invalid(
            "hours-out-of-range",
            nb=f"Veiledningstimer i året er et helt tall fra 0 til {MOST_HOURS}, ikke "
            f"{asked.guidance_hours_a_year}.",
            en=f"Hours of guidance a year are a whole number from 0 to {MOST_HOURS}, not "
            f"{asked.guidance_hours_a_year}.",
            rule="R-SUP-03",
            field="guidanceHoursAYear",
        )
