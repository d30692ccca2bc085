"""An exemption from application to expiry over HTTP, and what the plan tells of it."""

from __future__ import annotations

from datetime import date

import pytest

from application.exemptions.rows import lapsing
from application.ids import new_id
from application.people.service import EnterPerson
from tests.support.projecting import projecting
from tests.support.town import Town, known_at
from tests.web.api.exempting import (
    APPLIED,
    DIRECTORATE,
    DOCTOR,
    GRANT,
    LEADER,
    Exempting,
    applied,
)
from tests.web.api.test_refusals import nothing_recorded, refused


@pytest.fixture
def asked(aasnes: Town) -> Exempting:
    return applied(aasnes)


def test_an_exemption_is_applied_for_granted_and_told_in_the_plan(asked: Exempting) -> None:
    assert asked.card()["status"] == "applied-for"
    asked.grant()
    card = asked.card()
    assert (card["status"], card["firstDay"], card["lastDay"]) == (
        "in-force",
        "2026-02-01",
        "2026-07-31",
    )
    (decision,) = card["decisions"]
    assert decision["basis"][0]["paragraph"] == 4
    assert card["people"][str(asked.supervisor)] == "Erfaren Fastlege"
    (told,) = asked.timeline()
    assert told["tag"] == "plan.exemption-granted"
    assert told["says"]["nb"] == (
        "Det ble gitt fritak (veileder uten spesialiteten) fra 2026-02-01 til og med 2026-07-31"
    )


def test_with_an_exemption_one_without_the_specialty_supervises(asked: Exempting) -> None:
    asked.release_the_other()
    with nothing_recorded(asked.town):
        body = {
            "person": str(asked.supervisor),
            "firstDay": "2026-02-01",
            "justification": "Betydelig erfaring.",
        }
        told = refused(
            asked.town.post(f"{asked.plan}/supervisors", *LEADER, body), 422, "rule-broken"
        )
    assert told["rule"] == "R-SUP-02"
    asked.grant()
    asked.supervise()
    asked.hold("2026-02-04")
    today = asked.of_plan()
    assert today["findings"] == []
    assert today["supervisor"] == str(asked.supervisor)
    after = asked.of_plan("?on=2026-08-01")
    (found,) = after["findings"]
    assert (found["rule"], found["force"]) == ("R-EXM-01", "soft")


def test_the_preview_is_what_then_happens(asked: Exempting) -> None:
    asked.grant()
    asked.release_the_other()
    asked.supervise()
    for day in ("2026-02-04", "2026-03-04", "2026-04-08"):
        asked.hold(day)
    asked.town.clock.day = date(2026, 3, 4)
    previewed = asked.preview("?lastDay=2026-03-04")
    (in_plan,) = previewed["plans"]
    assert previewed["fallsFrom"] == "2026-03-05"
    assert in_plan["falls"]["minutes"] == 60
    assert in_plan["falls"]["appointments"][0]["firstDay"] == "2026-03-05"
    asked.done("/revoke", {"lastDay": "2026-03-04", "statedIn": "vedtak 26/2"})
    asked.town.clock.day = date(2026, 5, 4)
    assert asked.card()["status"] == "revoked"
    assert asked.preview()["plans"] == previewed["plans"]
    lacking = asked.of_plan()["withoutBasis"]
    assert lacking["sessions"] == in_plan["falls"]["sessions"]
    assert asked.timeline()[-1]["says"]["en"] == (
        "An exemption was revoked and ends after 2026-03-04"
    )


def test_an_exemption_expires_whoever_notices(asked: Exempting) -> None:
    asked.grant()
    asked.release_the_other()
    asked.supervise()
    services, clock = asked.town.services, asked.town.clock
    clock.day = date(2026, 9, 10)
    asked.hold("2026-09-09")
    before = [asked.card(f"?on={day}")["status"] for day in ("2026-07-31", "2026-08-01")]
    with projecting(asked.town.addresses.application):
        position = services.histories.position()
        assert services.views.wait_for(position, seconds=20)
        noted = services.expiry.expire(clock.day)
        assert asked.exemption_id in noted.noted
        assert services.views.wait_for(services.histories.position(), seconds=20)
        again = services.expiry.expire(clock.day)
    assert (again.noted, again.failed) == ((), ())
    after = [asked.card(f"?on={day}")["status"] for day in ("2026-07-31", "2026-08-01")]
    assert before == after == ["in-force", "expired"]
    told = asked.timeline()[-1]
    assert (told["tag"], told["happenedOn"]) == ("plan.exemption-ended", "2026-08-01")
    assert told["recordedBy"] == "alis"
    assert asked.card()["noticedOn"] == "2026-09-10"
    lacking = asked.of_plan()["withoutBasis"]
    assert [held["heldOn"] for held in lacking["sessions"]] == ["2026-09-09"]
    (session,) = asked.town.get(f"{asked.plan}/sessions", *DOCTOR).json["items"]
    assert [found["rule"] for found in session["findings"]] == ["R-EXM-01"]


def test_an_extension_moves_the_last_day(asked: Exempting) -> None:
    asked.grant()
    extension = {"lastDay": "2026-12-31", "statedIn": "vedtak 26/3"}
    asked.done("/extend", extension)
    assert asked.card("?on=2026-08-01")["status"] == "in-force"
    (line,) = asked.of_plan()["exemptions"]
    assert line["lastDay"] == "2026-12-31"
    asked.town.clock.day = date(2027, 1, 1)
    with nothing_recorded(asked.town):
        late = asked.post("/extend", extension | {"lastDay": "2027-06-30"})
        told = refused(late, 422, "rule-broken")
    assert told["rule"] == "R-EXM-01"
    assert told["findings"][0]["basis"][0]["paragraph"] == 4


def test_a_refusal_names_the_body_that_hears_appeals(asked: Exempting) -> None:
    asked.done("/refuse", {"statedIn": "vedtak 26/4"})
    (decision,) = asked.card()["decisions"]
    assert (decision["decision"], decision["appealBody"]) == ("refused", "helseklage")
    assert asked.timeline() == []


def test_the_establishment_lists_its_exemptions_and_the_directorate_is_told(
    asked: Exempting,
) -> None:
    town = asked.town
    path = f"/organisations/{town.organisation}/exemptions"
    with projecting(town.addresses.application):
        position = town.services.histories.position()
        after = {"Read_After": str(position), "Prefer": "wait=20"}
        tasks = town.get("/me/tasks", *DIRECTORATE, **after).json["items"]
        listed = town.get(path, "administrator", "administrator", **after).json["items"]
        granted = asked.grant()
        after["Read_After"] = str(granted["position"])
        then = town.get("/me/tasks", *DIRECTORATE, **after).json["items"]
        now = town.get(path, *LEADER, **after).json["items"]
        soon = lapsing(town.services.views, date(2026, 7, 1), date(2026, 7, 31))
    waiting = [task for task in tasks if task["caseId"] == asked.exemption_id]
    assert [(task["kind"], task["since"]) for task in waiting] == [
        ("decide-exemption", "2026-01-07")
    ]
    assert not [task for task in then if task["caseId"] == asked.exemption_id]
    of_ours = [(row["status"]) for row in listed if row["caseId"] == asked.exemption_id]
    assert of_ours == ["applied-for"]
    (row,) = (row for row in now if row["caseId"] == asked.exemption_id)
    assert (row["status"], row["lastDay"]) == ("in-force", "2026-07-31")
    assert asked.exemption_id in [row.case_id for row in soon]


def test_an_exemption_is_seen_as_it_was_known(asked: Exempting) -> None:
    before = asked.card()
    granted = asked.grant()
    asked.done("/revoke", {"lastDay": "2026-05-31", "statedIn": "vedtak 26/5"})
    then = known_at(asked.town, granted["recordedAt"])
    assert before["version"] == 1
    assert asked.card(f"?knownAt={then.replace('+', '%2B')}")["lastDay"] == "2026-07-31"
    assert asked.card()["lastDay"] == "2026-05-31"


def test_a_correction_reaches_the_plan(asked: Exempting) -> None:
    asked.grant()
    at, wrong = asked.timeline()[-1]["version"], {"reason": "Feil."}
    with nothing_recorded(asked.town):
        there = f"{asked.plan}/facts/{at}/correct"
        refused(asked.town.post(there, *LEADER, wrong), 403, "role-not-permitted")
        told = asked.town.post(there, *DIRECTORATE, wrong)
        refused(told, 409, "corrected-in-the-exemption")
        ours = asked.town.post(f"{asked.exemption}/facts/2/correct", *LEADER, wrong)
        refused(ours, 403, "role-not-permitted")
    asked.done("/facts/2/correct", {"reason": "Feil plan."})
    assert asked.card()["status"] == "applied-for"
    assert asked.of_plan()["exemptions"] == []
    asked.grant(lastDay="2026-06-30")
    (line,) = asked.of_plan()["exemptions"]
    assert line["lastDay"] == "2026-06-30"


def test_the_same_request_twice_is_one_decision(asked: Exempting) -> None:
    key = {"Idempotency_Key": "f0f0f0f0-0000-4000-8000-000000000001"}
    body = {
        "firstDay": "2026-02-01",
        "lastDay": "2026-07-31",
        "statedIn": "vedtak 26/1",
    }
    first = asked.post("/grant", body, **key)
    second = asked.post("/grant", body, **key)
    assert (first.status_code, second.status_code) == (201, 200)
    assert second.json["repeated"]
    assert len(asked.timeline()) == 1


def test_a_revocation_that_was_an_error_is_taken_back_in_the_plan_as_well(
    asked: Exempting,
) -> None:
    asked.grant()
    asked.done("/revoke", {"lastDay": "2026-05-31", "statedIn": "vedtak 26/5"})
    asked.done("/facts/3/correct", {"reason": "Feil sak."})
    assert (asked.card()["status"], asked.card()["lastDay"]) == ("in-force", "2026-07-31")
    (line,) = asked.of_plan()["exemptions"]
    assert (line["lastDay"], line["ended"]) == ("2026-07-31", None)


def test_an_establishment_corrects_its_own_application(asked: Exempting) -> None:
    wrong = {"reason": "Feil veileder."}
    asked.town.done(f"{asked.exemption}/facts/1/correct", *LEADER, wrong)
    gone = asked.town.get(asked.exemption, *DIRECTORATE)
    refused(gone, 404, "unknown-case")


def test_two_entries_of_the_supervisor_are_one_person_in_the_exemption(asked: Exempting) -> None:
    asked.grant()
    town, known = asked.town, new_id()
    town.services.people.enter_unasked(EnterPerson(person=known, name="Erfaren Igjen"))
    merge = {"double": str(asked.supervisor), "into": str(known)}
    town.done("/people/merge", "operator", "system-administrator", merge)
    assert asked.card()["supervisor"] == str(known)
    (line,) = asked.of_plan()["exemptions"]
    assert line["supervisor"] == str(known)


def test_the_directorates_officer_decides_nothing_about_themselves(asked: Exempting) -> None:
    town = asked.town
    body = APPLIED | {
        "supervisor": str(town.people["directorate"]),
        "plans": [asked.plan_id],
    }
    path = f"/organisations/{town.organisation}/exemptions"
    made = town.done(path, *LEADER, body)["made"]
    with nothing_recorded(town):
        told = town.post(f"/exemptions/{made}/grant", *DIRECTORATE, GRANT)
        assert refused(told, 403, "oneself")["rule"] == "R-ROL-02"
