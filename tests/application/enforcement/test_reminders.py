"""When people are reminded: data, a line a kind; of several missed the closest only."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from application.enforcement.letters import letter
from application.enforcement.post import Message
from application.enforcement.reminders import REMINDERS, reminder_due
from domain.plans.rules.deadlines import PlanDeadline
from domain.shared.enforced import Due
from domain.shared.ids import Id

DUE = Due(
    kind="old-scheme", subject="", due_on=date(2026, 12, 31), concerns=(Id("x"),), lapses=True
)


@pytest.mark.parametrize(
    ("left", "reminded", "sent"),
    [
        pytest.param(91, None, None, id="T-91-not-yet"),
        pytest.param(90, None, 90, id="T-90"),
        pytest.param(31, 90, None, id="T-31-reminded-at-90"),
        pytest.param(30, 90, 30, id="T-30"),
        pytest.param(14, 30, 14, id="T-14"),
        pytest.param(7, 14, 7, id="T-7"),
        pytest.param(1, 7, 1, id="T-1"),
        pytest.param(0, 7, 1, id="T-0-the-day-itself-if-it-was-missed"),
        pytest.param(0, 1, None, id="T-0-reminded-the-day-before"),
        pytest.param(5, 90, 7, id="thirty-and-fourteen-were-missed"),
        pytest.param(5, None, 7, id="all-were-missed"),
        pytest.param(-1, 7, None, id="the-day-is-past"),
    ],
)
def test_when_a_reminder_is_due(left: int, reminded: int | None, sent: int | None) -> None:
    day = DUE.due_on - timedelta(days=left)
    assert reminder_due(DUE, day, reminded=reminded) == sent


def test_there_are_reminders_of_every_kind() -> None:
    assert set(PlanDeadline) <= set(REMINDERS)
    for kind in REMINDERS.values():
        assert list(kind.days_before) == sorted(set(kind.days_before), reverse=True)


@pytest.mark.parametrize("kind", sorted(REMINDERS))
def test_a_letter_names_the_day_and_nobody(kind: str) -> None:
    told = letter(
        Message(
            message=Id("m"),
            person=Id("the-person"),
            kind=kind,
            case_id=Id("the-case"),
            due_on=date(2026, 12, 31),
            put_on=date(2026, 12, 24),
        )
    )
    assert ": 31.12.2026. " in told.body
    assert ": 2026-12-31. " in told.body
    assert ("Fristen følger av loven." in told.body) is REMINDERS[kind].legal
    assert "the-person" not in told.body
