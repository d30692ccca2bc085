"""Service over HTTP: the doctor enters it, the leader confirms it, everybody around sees it."""

from __future__ import annotations

from typing import Any

import pytest

from application.ids import new_id
from application.people.service import EnterPerson
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
    assert line == {
        **SERVED,
        "period": period,
        "confirmedOn": None,
        "confirmedBy": None,
        "letters": [],
    }
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


def test_during_a_stay_elsewhere_a_supervisor_may_have_another_specialty(aasnes: Town) -> None:
    """R-SUP-02: until the doctor has entered the stay, it is refused."""
    plan, internist = aasnes.plan(), new_id()
    aasnes.services.people.enter_unasked(EnterPerson(person=internist, name="Overlege i Øst"))
    approved = {"specialty": "indremedisin", "firstDay": "2015-01-01", "statedIn": "HPR"}
    officer = ("directorate", "directorate-officer")
    aasnes.done(f"/practitioners/{internist}/specialist-approvals", *officer, approved)
    released = f"{plan}/supervisors/{aasnes.people['supervisor']}/release"
    aasnes.done(released, "leader", "leader", {"lastDay": "2026-01-31"})
    days = {"firstDay": "2026-02-01", "lastDay": "2026-04-30"}
    appointed = days | {"person": str(internist), "justification": "Veilederkurs er bestilt."}
    early = aasnes.post(f"{plan}/supervisors", "leader", "leader", appointed)
    assert (early.status_code, early.json["rule"]) == (422, "R-SUP-02")
    stay = {"kind": "institution", "arena": "ARE-06", "employer": "Sykehuset Innlandet"}
    aasnes.done(f"{plan}/service", "doctor", "doctor", stay | days | {"percentage": 100})
    aasnes.done(f"{plan}/supervisors", "leader", "leader", appointed)


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


def test_accounts_can_be_asked_for_under_a_proposal(aasnes: Town) -> None:
    plan = aasnes.plan()
    shown = aasnes.get(f"{plan}/readiness?law=hearing-2024", "doctor", "doctor").json
    assert shown["law"].startswith("hearing-2024/")
    unknown = aasnes.get(f"{plan}/guidance?law=x", "doctor", "doctor")
    assert (unknown.status_code, unknown.json["code"]) == (400, "unknown-law")
    assert "hearing-2024" in unknown.json["detail"]
