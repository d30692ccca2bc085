"""The letter that confirms a period of service, written by the leader and kept."""

from __future__ import annotations

import pytest

from tests.support.printing import printer, words
from tests.support.town import Town

DOCTOR, LEADER = ("doctor", "doctor"), ("leader", "leader")
SERVED = {
    "kind": "open-unselected-practice",
    "arena": "ARE-01",
    "employer": "Åsnes kommune",
    "firstDay": "2026-01-05",
    "lastDay": "2026-04-30",
    "percentage": 80,
}


@pytest.fixture
def plan(aasnes: Town) -> str:
    printer()
    return aasnes.plan()


def test_a_confirmed_period_has_a_letter_that_says_so(aasnes: Town, plan: str) -> None:
    """R-CNF-01."""
    period = aasnes.done(f"{plan}/service", *DOCTOR, SERVED)["made"]
    path = f"{plan}/service/{period}"
    early = aasnes.post(f"{path}/letters", *LEADER)
    assert (early.status_code, early.json["code"]) == (409, "service-unconfirmed")
    aasnes.done(f"{path}/confirm", *LEADER)
    letter = aasnes.done(f"{path}/letters", *LEADER)["made"]
    refused = aasnes.post(f"{path}/letters", *DOCTOR)
    assert (refused.status_code, refused.json["code"]) == (403, "role-not-permitted")
    (line,) = aasnes.get(f"{plan}/service", *DOCTOR).json["items"]
    assert line["letters"] == [letter]
    found = aasnes.client.get(
        f"/api/v1{plan}/service/letters/{letter}", headers=aasnes.headers(*DOCTOR)
    )
    assert (found.status_code, found.mimetype) == (200, "application/pdf")
    told = words(found.data)
    for part in ("Tjenestebekreftelse: Doctor", "Åsnes kommune", "80", "05.01.2026", "Leader"):
        assert part in told, told
    noted = aasnes.get(f"{plan}/openings", *DOCTOR).json["items"]
    assert noted[-1]["tag"] == "plan.service-certified"


def test_a_letter_that_is_not_there_is_not_found(aasnes: Town, plan: str) -> None:
    missing = aasnes.get(f"{plan}/service/letters/{plan.rsplit('/', maxsplit=1)[-1]}", *DOCTOR)
    assert (missing.status_code, missing.json["code"]) == (404, "unknown-letter")
