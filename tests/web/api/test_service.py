"""Service over HTTP: the doctor enters it, the leader confirms it, everybody around sees it."""

from __future__ import annotations

from typing import Any

import pytest

from tests.support.town import Town

SERVED: dict[str, Any] = {
    "kind": "open-unselected-practice",
    "arena": "ARE-01",
    "employer": "Åsnes kommune",
    "firstDay": "2026-01-05",
    "lastDay": "2026-03-31",
    "percentage": 80,
}


def test_service_is_entered_and_confirmed(aasnes: Town) -> None:
    service = aasnes.plan() + "/service"
    period = aasnes.done(service, "doctor", "doctor", SERVED)["made"]
    (line,) = aasnes.get(service, "supervisor", "supervisor").json["items"]
    assert line == {**SERVED, "period": period, "confirmedOn": None, "confirmedBy": None}
    aasnes.done(f"{service}/{period}/confirm", "leader", "leader")
    (line,) = aasnes.get(service, "doctor", "doctor").json["items"]
    assert line["confirmedOn"] == "2026-05-04"
    assert line["confirmedBy"] == aasnes.people["leader"]
    again = aasnes.post(f"{service}/{period}/confirm", "leader", "leader")
    assert (again.status_code, again.json["rule"]) == (409, "R-CNF-01")


def test_the_last_service_is_confirmed_when_the_training_is_over(aasnes: Town) -> None:
    plan = aasnes.plan()
    last = {"lastDay": "2026-05-03"}
    period = aasnes.done(f"{plan}/service", "doctor", "doctor", SERVED | last)["made"]
    aasnes.done(f"{plan}/withdraw", "doctor", "doctor", last)
    more = aasnes.post(f"{plan}/service", "doctor", "doctor", SERVED)
    assert more.json["code"] == "training-over"
    aasnes.done(f"{plan}/service/{period}/confirm", "leader", "leader")


@pytest.mark.parametrize(
    ("changed", "code", "field"),
    [
        ({"percentage": 0}, "percentage-out-of-range", "percentage"),
        ({"lastDay": "2026-01-01"}, "days-reversed", "lastDay"),
        ({"lastDay": "2126-03-31"}, "service-too-long", "firstDay"),
        ({"lastDay": "2046-03-31"}, "service-too-far-ahead", "lastDay"),
        ({"arena": "ARE-99"}, "arena-not-open", None),
    ],
)
def test_service_that_cannot_be_is_refused(
    aasnes: Town, changed: dict[str, Any], code: str, field: str | None
) -> None:
    answer = aasnes.post(aasnes.plan() + "/service", "doctor", "doctor", SERVED | changed)
    assert answer.json["code"] == code, answer.json
    assert answer.json.get("field") == (field or answer.json.get("field"))


def test_service_that_is_not_over_is_not_confirmed(aasnes: Town) -> None:
    service = aasnes.plan() + "/service"
    period = aasnes.done(service, "doctor", "doctor", SERVED | {"lastDay": "2026-12-31"})["made"]
    answer = aasnes.post(f"{service}/{period}/confirm", "leader", "leader", Accept_Language="en")
    assert (answer.status_code, answer.json["rule"]) == (422, "R-CNF-01")
    assert "2026-12-31" in answer.json["detail"]
    (line,) = aasnes.get(service, "doctor", "doctor").json["items"]
    assert line["confirmedOn"] is None
