"""Recorded facts of the notice of a refused exemption. They are made here, never acted out."""

from __future__ import annotations

from datetime import date

from domain.calendar.deadlines import Step
from domain.exemptions.notice import (
    AppealDeadlineComputed,
    AppealDeadlineLapsed,
    ExemptionReminderSent,
    NoticeArrived,
)
from domain.shared.texts import Text
from tests.support.plans import LAW, LEADER

ARRIVED_ON = date(2026, 1, 23)
LAST_DAY = date(2026, 2, 13)
STEP = Step(rule="L-FVL-01", says=Text(nb="Tre uker.", en="Three weeks."))


def arrived(on: date = ARRIVED_ON, last_day: date = LAST_DAY) -> NoticeArrived:
    return NoticeArrived(
        channel="letter",
        arrived_on=on,
        available_on=None,
        alerted_on=None,
        arrival_basis="receipt",
        entered_by=LEADER,
        entered_on=on,
        last_day=last_day,
        steps=(STEP,),
        law=LAW,
    )


def computed(last_day: date, was: date = LAST_DAY) -> AppealDeadlineComputed:
    return AppealDeadlineComputed(
        was=was,
        last_day=last_day,
        because="law",
        computed_on=date(2026, 2, 1),
        steps=(STEP,),
        law=LAW,
    )


def lapsed(last_day: date = LAST_DAY) -> AppealDeadlineLapsed:
    return AppealDeadlineLapsed(
        kind="appeal",
        subject="",
        last_day=last_day,
        lapsed_on=date(2026, 2, 14),
        noticed_on=date(2026, 2, 14),
    )


def reminded() -> ExemptionReminderSent:
    return ExemptionReminderSent(
        kind="appeal",
        subject="",
        due_on=LAST_DAY,
        days_before=7,
        to=(LEADER,),
        reminded_on=date(2026, 2, 6),
    )


STORY = (arrived(), computed(date(2026, 2, 16)), reminded(), lapsed())
