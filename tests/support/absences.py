"""Recorded facts of a doctor's absences. They are made here, never acted out."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from domain.plans.absences import AbsenceEntered, AbsenceKind, AbsenceWithdrawn
from domain.shared.ids import Id

ABSENCE = Id(f"{UUID(int=0xAB1)}")
OTHER_ABSENCE = Id(f"{UUID(int=0xAB2)}")
AWAY_FROM, AWAY_TO = date(2026, 1, 12), date(2026, 4, 12)
WITHDRAWN_ON = date(2026, 1, 9)


def absence_entered(
    absence: Id = ABSENCE,
    *,
    kind: AbsenceKind = AbsenceKind.PARENTAL_LEAVE,
    first_day: date = AWAY_FROM,
    last_day: date = AWAY_TO,
    percentage: int = 100,
) -> AbsenceEntered:
    return AbsenceEntered(
        absence=absence,
        kind=kind,
        first_day=first_day,
        last_day=last_day,
        percentage=percentage,
    )


def absence_withdrawn(absence: Id = ABSENCE) -> AbsenceWithdrawn:
    return AbsenceWithdrawn(absence=absence, withdrawn_on=WITHDRAWN_ON)


STORY = (absence_entered(), absence_withdrawn())
