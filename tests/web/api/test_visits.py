"""Practice visits over HTTP: entered by the doctor, confirmed by the colleague alone."""

from __future__ import annotations

from typing import Any

import pytest

from application.ids import new_id
from tests.support.forms import attached, pdf
from tests.support.town import Town
from tests.web.api.test_refusals import nothing_recorded, refused

DOCTOR = ("doctor", "doctor")
VISIT: dict[str, Any] = {
    "direction": "made",
    "setting": "nursing-home",
    "days": ["2026-01-12"],
    "goals": ["ALM-031"],
}
DOCUMENT = {"document": "Skjema IS-1234, signert.", "issuedOn": "2026-01-15"}


def entered(town: Town, plan: str, **changed: Any) -> str:
    """Enter a visit with another doctor of the town and return its path."""
    with_colleague = VISIT | {"colleague": town.people["another_doctor"]}
    made = town.done(f"{plan}/visits", *DOCTOR, with_colleague | changed)["made"]
    return f"{plan}/visits/{made}"


def test_the_colleague_sees_and_confirms_the_visit_and_sees_nothing_else(aasnes: Town) -> None:
    plan, colleague = aasnes.plan(), ("another_doctor", "colleague")
    visit = entered(aasnes, plan)
    entered(aasnes, plan, colleague=aasnes.people["midwife"], days=["2026-01-13"])
    (seen,) = aasnes.get(f"{plan}/visits", *colleague).json["items"]
    assert seen["days"] == ["2026-01-12"]
    for path in (plan, f"{plan}/courses", f"{visit}/words", f"{plan}/timeline"):
        refused(aasnes.get(path, *colleague), 403, "role-not-permitted")
    aasnes.done(f"{visit}/confirm", *colleague)
    line, _ = aasnes.get(f"{plan}/visits", "leader", "leader").json["items"]
    assert line["confirmedBy"] == aasnes.people["another_doctor"]
    assert line["shownOn"] == "2026-05-04"
    goals = aasnes.get(f"{plan}/goals", *DOCTOR).json["items"]
    assert {line["code"]: line["visitsShown"] for line in goals}["ALM-031"] == 1


def test_nobody_but_the_colleague_of_this_visit_confirms_it(aasnes: Town) -> None:
    plan = aasnes.plan()
    visit = entered(aasnes, plan)
    other = entered(aasnes, plan, colleague=aasnes.people["midwife"], days=["2026-01-13"])
    with nothing_recorded(aasnes):
        refused(aasnes.post(f"{visit}/confirm", *DOCTOR), 403, "role-not-permitted")
        refused(aasnes.post(f"{visit}/confirm", "stranger", "colleague"), 404, "unknown-case")
        told = aasnes.post(f"{other}/confirm", "another_doctor", "colleague")
        assert refused(told, 422, "rule-broken")["rule"] == "R-VIS-08"


def test_the_document_itself_is_attached_to_its_visit_and_named(aasnes: Town) -> None:
    plan = aasnes.plan()
    visit = entered(aasnes, plan, colleague=None, colleagueName="Kari Vik")
    about = {"aboutKind": "visit", "about": visit.split("/")[-1]}
    form = attached(aasnes, plan, *DOCTOR, about, content=pdf("Skjema"), file_name="skjema.pdf")
    elsewhere = attached(aasnes, plan, *DOCTOR).json["made"]
    with nothing_recorded(aasnes):
        wrong = aasnes.post(f"{visit}/document", *DOCTOR, DOCUMENT | {"file": elsewhere})
    assert wrong.json["code"] == "file-about-something-else"
    aasnes.done(f"{visit}/document", *DOCTOR, DOCUMENT | {"file": form.json["made"]})
    (line,) = aasnes.get(f"{plan}/visits", *DOCTOR).json["items"]
    assert line["file"] == form.json["made"]


def test_a_named_colleague_and_the_document_are_opened_for_those_around(aasnes: Town) -> None:
    plan = aasnes.plan()
    visit = entered(aasnes, plan, colleague=None, colleagueName="Kari Nordmann")
    aasnes.done(f"{visit}/document", *DOCTOR, DOCUMENT)
    words = aasnes.get(f"{visit}/words", "supervisor", "supervisor", Reason="samtale").json["items"]
    assert [(w["field"], w["text"]) for w in words] == [
        ("colleague_name", "Kari Nordmann"),
        ("document", DOCUMENT["document"]),
    ]
    (line,) = aasnes.get(f"{plan}/visits", *DOCTOR).json["items"]
    assert (line["colleague"], line["shownOn"]) == (None, "2026-01-15")
    midwife = aasnes.get(f"{visit}/words", "midwife", "clinical-supervisor")
    refused(midwife, 403, "role-not-permitted")


@pytest.mark.parametrize(
    ("changed", "status", "code"),
    [
        ({"days": ["2026-05-05"]}, 400, "day-in-future"),
        ({"days": ["2026-01-02"]}, 409, "before-the-training"),
        ({"days": []}, 400, "days-out-of-range"),
        ({"country": "Sverige"}, 400, "country-malformed"),
        ({"colleague": None}, 400, "colleague-missing"),
        ({"colleagueName": "Kari"}, 400, "colleague-missing"),
        ({"goals": ["ALM-999"]}, 400, "unknown-goal"),
        ({"setting": "hospital"}, 400, "malformed"),
    ],
)
def test_a_visit_that_cannot_be_is_refused(
    aasnes: Town, changed: dict[str, Any], status: int, code: str
) -> None:
    plan = aasnes.plan()
    body = VISIT | {"colleague": aasnes.people["another_doctor"]} | changed
    with nothing_recorded(aasnes):
        refused(aasnes.post(f"{plan}/visits", *DOCTOR, body), status, code)


def test_a_colleague_nobody_knows_and_oneself_are_refused(aasnes: Town) -> None:
    plan = aasnes.plan()
    with nothing_recorded(aasnes):
        unknown = aasnes.post(f"{plan}/visits", *DOCTOR, VISIT | {"colleague": str(new_id())})
        assert refused(unknown, 400, "unknown-person")["field"] == "colleague"
        oneself = VISIT | {"colleague": aasnes.people["doctor"]}
        refused(aasnes.post(f"{plan}/visits", *DOCTOR, oneself), 422, "rule-broken")


def test_a_visit_is_shown_once_and_not_before_it_ended(aasnes: Town) -> None:
    visit = entered(aasnes, aasnes.plan())
    with nothing_recorded(aasnes):
        early = aasnes.post(f"{visit}/document", *DOCTOR, DOCUMENT | {"issuedOn": "2026-01-11"})
        refused(early, 400, "before-the-visit")
        blank = aasnes.post(f"{visit}/document", *DOCTOR, DOCUMENT | {"issuedOn": "2026-05-05"})
        refused(blank, 400, "day-in-future")
    aasnes.done(f"{visit}/document", *DOCTOR, DOCUMENT)
    with nothing_recorded(aasnes):
        again = aasnes.post(f"{visit}/confirm", "another_doctor", "colleague")
        refused(again, 409, "visit-shown")


def test_a_confirmation_is_taken_back_by_the_colleague_who_gave_it(aasnes: Town) -> None:
    plan = aasnes.plan()
    visit = entered(aasnes, plan)
    entered(aasnes, plan, colleague=aasnes.people["midwife"], days=["2026-01-13"])
    version = aasnes.done(f"{visit}/confirm", "another_doctor", "colleague")["version"]
    path, reason = f"{plan}/facts/{version}/correct", {"reason": "Feil dag."}
    with nothing_recorded(aasnes):
        refused(aasnes.post(path, *DOCTOR, reason), 403, "role-not-permitted")
        other = aasnes.post(path, "midwife", "colleague", reason)
        assert refused(other, 422, "rule-broken")["rule"] == "R-ROL-01"
    aasnes.done(path, "another_doctor", "colleague", reason)
    assert aasnes.get(f"{plan}/visits", *DOCTOR).json["items"][0]["shownOn"] is None
