"""The kept rows of exemptions: each status with its days, what waits, what lapses soon."""

from __future__ import annotations

from datetime import date
from typing import Any, cast
from uuid import UUID

import pytest

from application.exemptions.rows import (
    DIRECTORATE,
    ExemptionRow,
    exemption_rows,
    exemption_tasks,
    lapsing,
    unnoticed,
)
from application.kept import leans_on
from application.plans.tasks.room import TaskKind
from application.ports import Views
from domain.bodies.body import Body, BodyKind
from domain.bodies.facts import BodyEstablished, BodyOfficerAppointed
from domain.exemptions.exemption import Exemption
from domain.shared.facts import Fact
from domain.shared.ids import Id
from tests.support.exemptions import (
    APPLIED_ON,
    DAY,
    DECIDED_ON,
    EXEMPTION,
    FIRST_DAY,
    LAST_DAY,
    applied,
    expired,
    extended,
    granted,
    refused,
    revoked,
    withdrawn,
)
from tests.support.history import folded
from tests.support.plans import ORGANISATION

OFFICER, FORMER = (Id(f"{UUID(int=number)}") for number in (0x0F1, 0x0F3))
BODY = (
    BodyEstablished(kind=BodyKind.DIRECTORATE, name="Helsedirektoratet"),
    BodyOfficerAppointed(person=FORMER, first_day=date(2019, 1, 1), last_day=APPLIED_ON - DAY),
    BodyOfficerAppointed(person=OFFICER, first_day=date(2019, 1, 1), last_day=None),
)


def case(*facts: Fact) -> Exemption:
    return folded(Exemption, EXEMPTION, *facts).case


def rows(*facts: Fact) -> list[ExemptionRow]:
    return list(exemption_rows(EXEMPTION, case(*facts), {}))


def tasks(*facts: Fact) -> list[Any]:
    others = {DIRECTORATE: folded(Body, DIRECTORATE, *BODY).case}
    return list(exemption_tasks(EXEMPTION, case(*facts), others))


class Rows:
    """Views that hold what they are given."""

    def __init__(self, *held: ExemptionRow) -> None:
        self.held = held

    def rows(self, _: str, **having: object) -> list[ExemptionRow]:
        return [row for row in self.held if all(getattr(row, n) == v for n, v in having.items())]


def test_the_rows_hold_every_status_and_never_today() -> None:
    assert [(row.status, row.first_day, row.last_day) for row in rows(applied(), granted())] == [
        ("applied-for", APPLIED_ON, DECIDED_ON - DAY),
        ("granted", DECIDED_ON, FIRST_DAY - DAY),
        ("in-force", FIRST_DAY, LAST_DAY),
        ("expired", LAST_DAY + DAY, date.max),
    ]


def test_noticing_changes_no_days() -> None:
    unseen, seen = rows(applied(), granted()), rows(applied(), granted(), expired())
    assert [(row.status, row.first_day, row.last_day) for row in unseen] == [
        (row.status, row.first_day, row.last_day) for row in seen
    ]
    assert {row.noticed_on for row in seen} == {LAST_DAY + DAY}


def test_what_nobody_applied_for_has_no_rows() -> None:
    assert rows() == []
    assert tasks() == []


def test_an_application_waits_for_those_in_office_since() -> None:
    (task,) = tasks(applied())
    assert (task.person, task.kind, task.subject) == (
        OFFICER,
        TaskKind.DECIDE_EXEMPTION,
        ORGANISATION,
    )
    assert (task.since, task.first_day, task.last_day) == (APPLIED_ON, APPLIED_ON, date.max)


@pytest.mark.parametrize("decided", [granted(), refused(), withdrawn()])
def test_what_is_decided_waits_for_nobody(decided: Fact) -> None:
    assert tasks(applied(), decided) == []


def test_an_exemption_leans_on_the_directorate() -> None:
    assert leans_on(case(applied())) == {DIRECTORATE}


@pytest.mark.parametrize(
    ("facts", "first_day", "last_day", "soon"),
    [
        ((granted(),), LAST_DAY, LAST_DAY, True),
        ((granted(),), LAST_DAY + DAY, LAST_DAY + 90 * DAY, False),
        ((granted(), extended(date(2026, 12, 31))), LAST_DAY, LAST_DAY, False),
        ((granted(), revoked(date(2026, 3, 31))), date(2026, 3, 1), date(2026, 3, 31), True),
        ((refused(),), date(2020, 1, 1), date(2030, 1, 1), False),
    ],
)
def test_what_lapses_soon_is_asked_across_cases(
    facts: tuple[Fact, ...], first_day: date, last_day: date, *, soon: bool
) -> None:
    views = cast("Views", Rows(*rows(applied(), *facts)))
    assert bool(lapsing(views, first_day, last_day)) is soon


@pytest.mark.parametrize(
    ("facts", "day", "due"),
    [
        ((granted(),), LAST_DAY, False),
        ((granted(),), LAST_DAY + DAY, True),
        ((granted(), expired()), LAST_DAY + DAY, False),
        ((granted(), revoked(date(2026, 3, 31))), LAST_DAY + DAY, False),
    ],
)
def test_what_expired_unnoticed_is_found(facts: tuple[Fact, ...], day: date, *, due: bool) -> None:
    views = cast("Views", Rows(*rows(applied(), *facts)))
    assert bool(unnoticed(views, day)) is due
