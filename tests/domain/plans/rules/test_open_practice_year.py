"""R-GRP-02: one of the group years is in open unselected practice, as half its gatherings are."""

from __future__ import annotations

from datetime import date

import msgspec
import pytest

from domain.law.book import IN_FORCE
from domain.plans.rules.open_practice_year import a_group_year_in_open_practice
from domain.plans.service import ServiceKind
from domain.shared.facts import Fact
from domain.shared.findings import Confidence, Force
from tests.support.groups import (
    BOTH_YEARS,
    FIRST,
    GATHERING,
    MET,
    NEXT_GATHERING,
    SECOND,
    attended,
    joined,
)
from tests.support.history import given
from tests.support.plans import APPOINTED
from tests.support.services import service_confirmed, service_entered
from tests.support.way import moved_here

BEFORE, AFTER = date(2023, 1, 1), date(2026, 12, 31)
ALL_THROUGH = service_entered(first_day=BEFORE, last_day=AFTER)
SECOND_YEAR = service_entered(first_day=MET[SECOND], last_day=AFTER)
ELSEWHERE = msgspec.structs.replace(ALL_THROUGH, kind=ServiceKind.INSTITUTION)
THREE_GATHERINGS = (
    joined(SECOND),
    attended(SECOND, gathering=GATHERING, on=date(2024, 9, 4)),
    attended(SECOND, gathering=NEXT_GATHERING, on=date(2024, 11, 6)),
    attended(SECOND),
)

TABLE = {
    "half of a year's gatherings in it": (
        (joined(FIRST), *THREE_GATHERINGS[:3], SECOND_YEAR, service_confirmed()),
        None,
    ),
    "R-GRP-02 example: the second year": ((*BOTH_YEARS, SECOND_YEAR, service_confirmed()), None),
    "all through": ((*BOTH_YEARS, ALL_THROUGH, service_confirmed()), None),
    "one of three": (
        (
            *THREE_GATHERINGS,
            service_entered(first_day=date(2024, 11, 1), last_day=AFTER),
            service_confirmed(),
        ),
        "at most 1 of 3",
    ),
    "not confirmed": ((*BOTH_YEARS, ALL_THROUGH), "at most 0 of 1"),
    "another kind of service": ((*BOTH_YEARS, ELSEWHERE, service_confirmed()), "at most 0 of 1"),
    "nothing attended": ((joined(FIRST), ALL_THROUGH, service_confirmed()), None),
    "goes on from elsewhere": ((moved_here(), *BOTH_YEARS), None),
}


@pytest.mark.parametrize(("told", "said"), TABLE.values(), ids=TABLE)
def test_a_group_year_in_open_practice(told: tuple[Fact, ...], said: str | None) -> None:
    found = a_group_year_in_open_practice(given(*APPOINTED, *told).case, IN_FORCE)
    if said is None:
        assert found is None
    else:
        assert found
        assert said in found.says.en
        assert (found.rule, found.force, found.confidence) == (
            "R-GRP-02",
            Force.SOFT,
            Confidence.C,
        )
