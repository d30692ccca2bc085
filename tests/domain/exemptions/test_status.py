"""The status of an exemption on any day, whoever has noticed what."""

from __future__ import annotations

from datetime import date

import pytest

from domain.exemptions.status import Status, status_on, statuses
from domain.shared.facts import Fact
from tests.domain.exemptions.asking import exemption
from tests.support.exemptions import (
    APPLIED_ON,
    DAY,
    DECIDED_ON,
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

GRANTED = (applied(), granted())
EVER = [date(2025, 12, 1) + DAY * n for n in range(600)]


@pytest.mark.parametrize(
    ("facts", "day", "status"),
    [
        pytest.param(GRANTED, APPLIED_ON - DAY, None, id="before-the-application"),
        pytest.param(GRANTED, APPLIED_ON, Status.APPLIED_FOR, id="applied-for"),
        pytest.param(GRANTED, DECIDED_ON - DAY, Status.APPLIED_FOR, id="the-day-before"),
        pytest.param(GRANTED, DECIDED_ON, Status.GRANTED, id="granted"),
        pytest.param(GRANTED, FIRST_DAY - DAY, Status.GRANTED, id="not-begun"),
        pytest.param(GRANTED, FIRST_DAY, Status.IN_FORCE, id="R-EXM-01-first-day"),
        pytest.param(GRANTED, LAST_DAY, Status.IN_FORCE, id="AMB-53-last-day-included"),
        pytest.param(GRANTED, LAST_DAY + DAY, Status.EXPIRED, id="R-EXM-01-expired"),
        pytest.param(
            (*GRANTED, extended(date(2026, 12, 31))),
            LAST_DAY + DAY,
            Status.IN_FORCE,
            id="R-EXM-01-extended",
        ),
        pytest.param(
            (*GRANTED, revoked(date(2026, 3, 31))),
            date(2026, 3, 31),
            Status.IN_FORCE,
            id="R-EXM-01-last-day-after-revoking",
        ),
        pytest.param(
            (*GRANTED, revoked(date(2026, 3, 31))),
            date(2026, 4, 1),
            Status.REVOKED,
            id="R-EXM-01-revoked",
        ),
        pytest.param(
            (*GRANTED, revoked(date(2026, 1, 25), on=date(2026, 1, 25))),
            FIRST_DAY,
            Status.REVOKED,
            id="revoked-before-it-began",
        ),
        pytest.param((applied(), refused()), DECIDED_ON, Status.REFUSED, id="refused"),
        pytest.param((applied(), withdrawn()), DECIDED_ON, Status.WITHDRAWN, id="withdrawn"),
        pytest.param(
            (applied(), granted(date(2025, 12, 1))),
            date(2025, 12, 15),
            Status.IN_FORCE,
            id="granted-for-days-before",
        ),
    ],
)
def test_the_status_is_that_of_the_day(
    facts: tuple[Fact, ...], day: date, status: Status | None
) -> None:
    assert status_on(exemption(*facts).case, day) is status


@pytest.mark.parametrize("noticed_after", [1, 40, 400])
def test_whether_anybody_noticed_the_expiry_makes_no_difference(noticed_after: int) -> None:
    unnoticed = exemption(*GRANTED).case
    noticed = exemption(*GRANTED, expired(noticed_on=LAST_DAY + noticed_after * DAY)).case
    assert statuses(unnoticed) == statuses(noticed)
    assert [status_on(unnoticed, d) for d in EVER] == [status_on(noticed, d) for d in EVER]


def test_an_extension_recorded_late_undoes_what_was_noticed() -> None:
    facts = (*GRANTED, expired(), extended(date(2026, 12, 31)))
    case = exemption(*facts).case
    assert status_on(case, LAST_DAY + DAY) is Status.IN_FORCE
    assert case.is_due(date(2027, 1, 1))
