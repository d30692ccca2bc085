"""Recorded facts of the earlier scheme and of what the clock brought about."""

from __future__ import annotations

from datetime import UTC, date, datetime

from domain.bodies.facts import OutageNoticed
from domain.plans.enforced import DeadlineLapsed, ReminderSent
from domain.plans.old_scheme import OldSchemeLeft, OldSchemeStated
from tests.support.plans import DOCTOR, LEADER

BEGAN = date(2018, 9, 1)
CLOSES = date(2026, 12, 31)


def old_scheme_stated(begun_on: date = BEGAN) -> OldSchemeStated:
    return OldSchemeStated(
        begun_on=begun_on,
        stated_in="bekreftelse 2019/17",
        entered_by=LEADER,
        entered_on=date(2026, 1, 5),
    )


def old_scheme_left(agreed_on: date = date(2026, 2, 2)) -> OldSchemeLeft:
    return OldSchemeLeft(agreed_on=agreed_on, entered_by=LEADER, entered_on=agreed_on)


def lapsed(last_day: date = CLOSES, *, noticed_on: date = date(2027, 1, 1)) -> DeadlineLapsed:
    return DeadlineLapsed(
        kind="old-scheme",
        subject="",
        last_day=last_day,
        lapsed_on=date(2027, 1, 1),
        noticed_on=noticed_on,
    )


def reminded(days_before: int = 90, *, on: date = date(2026, 10, 2)) -> ReminderSent:
    return ReminderSent(
        kind="old-scheme",
        subject="",
        due_on=CLOSES,
        days_before=days_before,
        to=(DOCTOR, LEADER),
        reminded_on=on,
    )


STORY = (old_scheme_stated(), old_scheme_left(), reminded(), lapsed())

OUTAGE = OutageNoticed(
    last_beat_at=datetime(2026, 3, 2, 1, 15, tzinfo=UTC),
    noticed_at=datetime(2026, 3, 2, 6, 30, tzinfo=UTC),
    worker="arbeider-1",
)
