"""The simulated doctor away, in half-yearly reviews, and what was said of progression."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from functools import partial
from random import Random

from application.actors import Role
from application.demo.career import FULL_PATH, Career
from domain.plans.absences import AbsenceKind
from domain.plans.panels import Member, PanelCapacity
from domain.plans.progression import ConcernOutcome
from domain.plans.rules.convene_panel import Concluding, Convening, conclude_panel, convene_panel
from domain.plans.rules.hold_review import Review, hold_review
from domain.plans.rules.raise_concern import (
    AnsweringConcern,
    Concerning,
    agree_on_measures,
    close_concern,
    raise_concern,
)
from domain.shared.confidential import Confidential
from domain.shared.ids import Id, derived_id

HALF_YEAR, MONTH = timedelta(days=178), timedelta(days=30)
ALONE = 0.1
"""How many reviews are held without the supervisor, and fulfil nothing."""
WITH_MEASURES = 0.3
MINUTES = (
    "Planen følges. Neste halvår: legevakt og helsestasjon.",
    "Gjennomgang av mål og kurs. To mål sendes inn før sommeren.",
    "Lite tid til veiledning i vinter; det tas igjen i vår.",
)
MEASURES = "Fast fagdag annenhver torsdag."
GROUNDS = "Få mål er sendt inn siden forrige møte, og veiledningen er utsatt flere ganger."
AGREED = "Veiledning hver uke ut halvåret, og lista avlastes med to timer i uka."
CLOSED = "Tre mål er sendt inn; progresjonen er som forventet."
CONCLUSION = "Kollegiet mener utviklingen er god; akuttmedisin bør vektlegges neste år."


def meetings(career: Career) -> None:
    """Put the reviews on the calendar; for some an absence, a concern or a panel."""
    draw = Random(f"meetings/{career.number}")  # noqa: S311 - the same demo for the same number
    for half in range(1, FULL_PATH // HALF_YEAR + 1):
        day = career.starts_on + HALF_YEAR * half - timedelta(days=draw.randint(0, 14))
        career.later(day, partial(_review, career, draw), draw=draw)
    begins = career.starts_on + MONTH * draw.randint(5, 20)
    if career.number % 3 == 0:
        away = partial(_away, career, AbsenceKind.SICK_LEAVE, 100, timedelta(days=13))
        career.later(begins, away, draw=draw)
    if not (career.number + 3) % 4:
        away = partial(_away, career, AbsenceKind.PARENTAL_LEAVE, 50, timedelta(days=89))
        career.later(begins + MONTH, away, draw=draw)
    if not (career.number + 3) % 5:
        career.later(career.starts_on + MONTH * 13, partial(_worry, career, draw), draw=draw)
    if not (career.number + 2) % 6:
        career.later(career.starts_on + MONTH * 24, partial(_panel, career, draw), draw=draw)


def made(career: Career, kind: str, day: date) -> Id:
    return derived_id(career.book.case_id, f"{kind}/{day}")


def over(career: Career, at: datetime) -> bool:
    ended_on = career.plan.path.ended_on
    return ended_on is not None and at.date() > ended_on


def _away(
    career: Career, kind: AbsenceKind, percentage: int, length: timedelta, at: datetime
) -> None:
    if over(career, at):
        return
    day = at.date()
    entered = career.plan.absences.enter(
        made(career, "absence", day),
        kind=kind,
        first_day=day,
        last_day=day + length,
        percentage=percentage,
        on=day,
    )
    career.record(entered, at=at, by=career.doctor, acting_as=Role.DOCTOR)


def _review(career: Career, draw: Random, at: datetime) -> None:
    day, leader = at.date(), career.world.leader(at)
    supervisor = career.plan.roles.supervisor_on(day)
    if over(career, at) or any(r.held_on == day for r in career.plan.reviews.by_id.values()):
        return
    people: tuple[Id, ...] = (career.doctor, leader)
    if supervisor and draw.random() >= ALONE:
        people = (*people, supervisor)
    held = hold_review(
        Review(
            plan=career.plan,
            review=made(career, "review", day),
            held_on=day,
            people=people,
            minutes=Confidential(draw.choice(MINUTES)),
            measures=Confidential(MEASURES) if draw.random() < WITH_MEASURES else None,
            by=leader,
            on=day,
            setting=career.world.setting(career.around(), at),
        )
    )
    career.record(held, at=at, by=leader, acting_as=Role.LEADER)


def _worry(career: Career, draw: Random, at: datetime) -> None:
    day, supervisor = at.date(), career.plan.roles.supervisor_on(at.date())
    if over(career, at) or supervisor is None:
        return
    concern = made(career, "concern", day)
    raised = raise_concern(
        Concerning(
            plan=career.plan,
            concern=concern,
            grounds=Confidential(GROUNDS),
            by=supervisor,
            on=day,
        )
    )
    career.record(raised, at=at, by=supervisor, acting_as=Role.SUPERVISOR)
    soon = day + timedelta(days=draw.randint(4, 12))
    career.later(soon, partial(_agree, career, draw, concern), draw=draw)


def _answering(career: Career, concern: Id, at: datetime) -> AnsweringConcern:
    return AnsweringConcern(
        plan=career.plan,
        concern=concern,
        by=career.world.leader(at),
        on=at.date(),
        setting=career.world.setting(career.around(), at),
    )


def _agree(career: Career, draw: Random, concern: Id, at: datetime) -> None:
    asked, follow_up_on = _answering(career, concern, at), at.date() + MONTH * 3
    agreed = agree_on_measures(
        asked, Confidential(AGREED), heard_on=at.date(), follow_up_on=follow_up_on
    )
    career.record(agreed, at=at, by=asked.by, acting_as=Role.LEADER)
    career.later(follow_up_on, partial(_close, career, concern), draw=draw)


def _close(career: Career, concern: Id, at: datetime) -> None:
    asked = _answering(career, concern, at)
    closed = close_concern(asked, ConcernOutcome.BACK_ON_TRACK, Confidential(CLOSED))
    career.record(closed, at=at, by=asked.by, acting_as=Role.LEADER)


def _panel(career: Career, draw: Random, at: datetime) -> None:
    day, leader = at.date(), career.world.leader(at)
    supervisor, clinical = career.plan.roles.supervisor_on(day), career.clinical_who_signed()
    if over(career, at) or supervisor is None or not clinical:
        return
    panel = made(career, "panel", day)
    convened = convene_panel(
        Convening(
            plan=career.plan,
            panel=panel,
            first_day=day - MONTH * 12,
            last_day=day,
            meets_on=day,
            members=(
                Member(person=leader, capacity=PanelCapacity.LEADER),
                Member(person=supervisor, capacity=PanelCapacity.SUPERVISOR),
                Member(person=clinical[0], capacity=PanelCapacity.CLINICAL_SUPERVISOR),
                Member(person=career.doctor, capacity=PanelCapacity.DOCTOR),
            ),
            goals=(),
            by=leader,
            on=day,
            setting=career.world.setting(career.around(), at),
        )
    )
    career.record(convened, at=at, by=leader, acting_as=Role.LEADER)
    career.later(day + timedelta(days=2), partial(_conclude, career, panel), draw=draw)


def _conclude(career: Career, panel: Id, at: datetime) -> None:
    leader = career.world.leader(at)
    concluded = conclude_panel(
        Concluding(
            plan=career.plan,
            panel=panel,
            conclusion=Confidential(CONCLUSION),
            by=leader,
            on=at.date(),
            setting=career.world.setting(career.around(), at),
        )
    )
    career.record(concluded, at=at, by=leader, acting_as=Role.LEADER)
