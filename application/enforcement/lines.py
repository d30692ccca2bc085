"""A day to come, as people are shown it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from application.enforcement.reminders import REMINDERS
from application.enforcement.rows import DeadlineRow
from domain.shared.ids import Id
from domain.shared.refusals import Invalid
from domain.shared.texts import Text

MOST_DAYS = 3660


@dataclass(frozen=True, slots=True, kw_only=True)
class DeadlineLine:
    """One day, to come or past; ``legal`` tells whether the law sets it, or the house does."""

    case_id: Id
    organisation: Id
    kind: str
    subject: str
    due_on: date
    days_left: int
    legal: bool
    says: Text


def deadline_line(row: DeadlineRow, today: date) -> DeadlineLine:
    kind = REMINDERS[row.kind]
    return DeadlineLine(
        case_id=row.case_id,
        organisation=row.organisation,
        kind=row.kind,
        subject=row.subject,
        due_on=row.due_on,
        days_left=(row.due_on - today).days,
        legal=kind.legal,
        says=kind.says,
    )


def refuse_out_of_range(days: int) -> None:
    """Raise Invalid for a number of days ahead that nobody means."""
    if not 0 <= days <= MOST_DAYS:
        raise Invalid(
            "days-out-of-range",
            nb=f"Antall dager fram er fra 0 til {MOST_DAYS}, ikke {days}.",
            en=f"The number of days ahead is from 0 to {MOST_DAYS}, not {days}.",
            field="days",
        )
