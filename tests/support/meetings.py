"""Recorded facts of reviews, concerns and panels. They are made here, never acted out."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from domain.plans.panels import Member, PanelCapacity, PanelConcluded, PanelConvened
from domain.plans.progression import (
    ANSWERED_WITHIN,
    ConcernClosed,
    ConcernOutcome,
    ConcernRaised,
    MeasuresAgreed,
)
from domain.plans.reviews import Attending, Present, ReviewHeld
from domain.shared.confidential import Confidential
from domain.shared.findings import Finding
from domain.shared.ids import Id
from tests.support.plans import DOCTOR, GOAL, LEADER, MIDWIFE, STARTS, SUPERVISOR

REVIEW, OTHER_REVIEW = Id(f"{UUID(int=0x4E1)}"), Id(f"{UUID(int=0x4E2)}")
CONCERN = Id(f"{UUID(int=0xC01)}")
PANEL = Id(f"{UUID(int=0xFA1)}")
REVIEWED_ON = date(2026, 2, 24)
RAISED_ON, FOLLOWED_UP_ON = date(2026, 6, 1), date(2026, 9, 1)
MEETS_ON = date(2026, 6, 15)

THREE = (
    Present(person=DOCTOR, capacities=(Attending.DOCTOR,)),
    Present(person=LEADER, capacities=(Attending.LEADER,)),
    Present(person=SUPERVISOR, capacities=(Attending.SUPERVISOR,)),
)
MEMBERS = (
    Member(person=LEADER, capacity=PanelCapacity.LEADER),
    Member(person=SUPERVISOR, capacity=PanelCapacity.SUPERVISOR),
    Member(person=MIDWIFE, capacity=PanelCapacity.CLINICAL_SUPERVISOR),
)


def review_held(
    review: Id = REVIEW,
    *,
    on: date = REVIEWED_ON,
    present: tuple[Present, ...] = THREE,
    findings: tuple[Finding, ...] = (),
) -> ReviewHeld:
    return ReviewHeld(
        review=review,
        held_on=on,
        present=present,
        minutes=Confidential("referat"),
        measures=Confidential("mer legevakt"),
        entered_by=LEADER,
        entered_on=on,
        findings=findings,
    )


def raised(*, on: date = RAISED_ON) -> ConcernRaised:
    return ConcernRaised(
        concern=CONCERN,
        grounds=Confidential("ingen mål på ni måneder"),
        raised_by=SUPERVISOR,
        raised_on=on,
        due_on=on + ANSWERED_WITHIN,
    )


def measures_agreed() -> MeasuresAgreed:
    return MeasuresAgreed(
        concern=CONCERN,
        measures=Confidential("veiledning hver uke"),
        heard_on=RAISED_ON,
        follow_up_on=FOLLOWED_UP_ON,
        agreed_by=LEADER,
        agreed_on=RAISED_ON,
    )


def closed(outcome: ConcernOutcome = ConcernOutcome.BACK_ON_TRACK) -> ConcernClosed:
    return ConcernClosed(
        concern=CONCERN,
        outcome=outcome,
        words=Confidential("i gang igjen"),
        closed_by=LEADER,
        closed_on=FOLLOWED_UP_ON,
    )


def convened(members: tuple[Member, ...] = MEMBERS) -> PanelConvened:
    return PanelConvened(
        panel=PANEL,
        first_day=STARTS,
        last_day=MEETS_ON,
        meets_on=MEETS_ON,
        members=members,
        goals=(GOAL,),
        convened_by=LEADER,
        convened_on=RAISED_ON,
    )


def concluded() -> PanelConcluded:
    return PanelConcluded(
        panel=PANEL,
        conclusion=Confidential("i rute"),
        concluded_by=LEADER,
        concluded_on=MEETS_ON,
    )


STORY = (review_held(), raised(), measures_agreed(), closed(), convened(), concluded())
