"""Corrections over HTTP: previewed, made by who may do the act, and shown in the timeline."""

from __future__ import annotations

from typing import Any

from tests.support.town import Answer, Town
from tests.web.api.test_journey import GOAL, guided, ready, signed

WHY = {"reason": "Ført på feil lege."}


def version_of(town: Town, plan: str, tag: str) -> int:
    """Return the last version of a kind of fact that still stands."""
    items = town.get(f"{plan}/timeline", "doctor", "doctor").json["items"]
    found = [item for item in items if item["tag"] == tag and item["correctedIn"] is None]
    return int(found[-1]["version"])


def correct(town: Town, plan: str, tag: str, name: str, role: str) -> Answer:
    version = version_of(town, plan, tag)
    return town.post(f"{plan}/facts/{version}/correct", name, role, WHY)


def test_a_session_is_taken_back_step_by_step_and_entered_anew(aasnes: Town) -> None:
    plan = aasnes.plan()
    guided(aasnes, plan)
    drafted = version_of(aasnes, plan, "plan.session-drafted")
    preview = aasnes.get(f"{plan}/facts/{drafted}/correction", "doctor", "doctor").json
    assert (preview["first"], preview["evidenceIn"]) == ([drafted + 2, drafted + 1], [])
    assert preview["hindrance"]["nb"].startswith("Senere hendelser bygger på versjon")
    assert correct(aasnes, plan, "plan.session-drafted", "doctor", "doctor").status_code == 409
    for tag, name in (
        ("plan.session-finalised", "supervisor"),
        ("plan.session-minuted", "doctor"),
        ("plan.session-drafted", "doctor"),
    ):
        assert correct(aasnes, plan, tag, name, name).status_code == 201
    assert aasnes.get(f"{plan}/sessions", "doctor", "doctor").json["items"] == []
    assert aasnes.get(plan, "doctor", "doctor").json["guidanceMinutes"] == 0
    guided(aasnes, plan)
    assert aasnes.get(plan, "doctor", "doctor").json["guidanceMinutes"] == 120


def test_what_was_corrected_stays_in_the_timeline_with_its_correction(aasnes: Town) -> None:
    plan = aasnes.plan()
    guided(aasnes, plan)
    correct(aasnes, plan, "plan.session-finalised", "supervisor", "supervisor")
    *_, finalised, correction = aasnes.get(f"{plan}/timeline", "doctor", "doctor").json["items"]
    assert finalised["correctedIn"] == correction["version"]
    assert correction["tag"] == "plan.fact-corrected"
    assert f"Versjon {finalised['version']}" in correction["says"]["nb"]
    (line,) = aasnes.get(f"{plan}/corrections", "auditor", "auditor").json["items"]
    assert line["says"]["nb"] == "Veiledningen ble ferdigstilt"


def test_an_outcome_that_leant_on_it_is_told_and_stands(aasnes: Town) -> None:
    plan = ready(aasnes)
    aasnes.done(f"{plan}/goals/{GOAL}/approve", "leader", "leader", {"statement": "Vist."})
    approved = version_of(aasnes, plan, "plan.goal-approved")
    done = correct(aasnes, plan, "plan.activity-signed", "midwife", "clinical-supervisor")
    assert done.status_code == 201
    (line,) = aasnes.get(f"{plan}/corrections", "leader", "leader").json["items"]
    assert line["evidenceIn"] == [approved]
    assert aasnes.get(plan, "doctor", "doctor").json["goalsApproved"] == 1


def test_a_correction_is_by_the_one_who_may_do_the_act(aasnes: Town) -> None:
    plan = aasnes.plan()
    guided(aasnes, plan)
    signed(aasnes, plan)
    for tag, name, role, status in (
        ("plan.session-finalised", "doctor", "doctor", 403),
        ("plan.session-finalised", "leader", "leader", 403),
        ("plan.session-finalised", "stranger", "doctor", 404),
        ("plan.activity-signed", "supervisor", "supervisor", 422),
        ("plan.activity-signed", "doctor", "doctor", 403),
        ("plan.supervisor-appointed", "doctor", "doctor", 403),
        ("plan.session-finalised", "auditor", "auditor", 403),
    ):
        assert correct(aasnes, plan, tag, name, role).status_code == status, (tag, name)


def test_no_version_no_reason_and_a_correction_are_refused(aasnes: Town) -> None:
    plan = aasnes.plan()
    guided(aasnes, plan)
    correct(aasnes, plan, "plan.session-finalised", "supervisor", "supervisor")
    correction = version_of(aasnes, plan, "plan.fact-corrected")
    before = aasnes.get(plan, "doctor", "doctor").json["version"]
    for version, body, code in (
        (99, WHY, "unknown-version"),
        (correction, WHY, "correction-of-a-correction"),
        (correction - 1, WHY, "already-corrected"),
        (1, WHY, "opening-needs-another"),
        (2, {"reason": " "}, "malformed"),
    ):
        name = "leader" if version < 5 else "supervisor"
        refused = aasnes.post(f"{plan}/facts/{version}/correct", name, name, body)
        assert refused.json["code"] == code
    assert aasnes.get(plan, "doctor", "doctor").json["version"] == before


def opening(**changed: Any) -> dict[str, Any]:
    right = {"employmentModel": "salaried-gp", "startsOn": "2025-10-01"}
    return {**WHY, **right, "partOneCompletedOn": "2025-08-31", **changed}


def test_the_opening_is_corrected_by_another_and_all_else_stands(aasnes: Town) -> None:
    plan = aasnes.plan()
    guided(aasnes, plan)
    aasnes.done(f"{plan}/opening/correct", "leader", "leader", opening())
    card = aasnes.get(plan, "doctor", "doctor").json
    assert (card["startsOn"], card["guidanceMinutes"]) == ("2025-10-01", 120)
    late = aasnes.post(
        f"{plan}/opening/correct", "leader", "leader", opening(startsOn="2026-03-01")
    )
    assert (late.json["code"], late.json["rule"]) == ("work-before-the-start", "R-DEF-02")


def test_the_reason_of_a_correction_is_read_with_what_it_corrects(aasnes: Town) -> None:
    plan = ready(aasnes)
    aasnes.done(f"{plan}/goals/{GOAL}/approve", "leader", "leader", {"statement": "Vist."})
    aasnes.done(f"{plan}/goals/{GOAL}/correct", "leader", "leader", WHY)
    words = aasnes.get(f"{plan}/goals/{GOAL}/words", "doctor", "doctor").json["items"]
    assert words[-1]["text"] == WHY["reason"]


def test_facts_of_an_establishment_a_practitioner_and_a_body_are_corrected(aasnes: Town) -> None:
    officers = {"person": aasnes.people["stranger"], "office": "deputy", "firstDay": "2026-05-01"}
    organisation = f"/organisations/{aasnes.organisation}"
    at = aasnes.done(f"{organisation}/officers", "administrator", "administrator", officers)
    path = f"{organisation}/facts/{at['version']}/correct"
    assert aasnes.post(path, "leader", "leader", WHY).status_code == 403
    aasnes.done(path, "administrator", "administrator", WHY)
    again = aasnes.done(f"{organisation}/officers", "administrator", "administrator", officers)
    aasnes.done(
        f"{organisation}/facts/{again['version']}/correct", "administrator", "administrator", WHY
    )

    practitioner = f"/practitioners/{aasnes.people['another_doctor']}"
    act = {"specialty": "allmennmedisin", "firstDay": "2020-01-01", "statedIn": "HPR"}
    by = ("directorate", "directorate-officer")
    at = aasnes.done(f"{practitioner}/specialist-approvals", *by, act)
    aasnes.done(f"{practitioner}/facts/{at['version']}/correct", *by, WHY)
    assert aasnes.get(practitioner, *by).json["specialistApprovals"] == []

    by = ("operator", "system-administrator")
    officer = {"kind": "audit", "person": aasnes.people["stranger"], "firstDay": "2026-05-01"}
    at = aasnes.done("/bodies/officers", *by, officer)
    body = {**WHY, "kind": "audit"}
    assert aasnes.post("/bodies/facts/1/correct", *by, body).json["code"] == "established-for-good"
    aasnes.done(f"/bodies/facts/{at['version']}/correct", *by, body)
    last = aasnes.post("/bodies/facts/2/correct", *by, {**WHY, "kind": "operations"})
    assert last.json["code"] == "last-operator"


def test_a_registration_is_corrected_by_another(aasnes: Town) -> None:
    organisation = f"/organisations/{aasnes.organisation}"
    by = ("directorate", "directorate-officer")
    before = aasnes.get(organisation, *by).json
    right = {
        "name": before["name"],
        "organisationNumber": before["organisationNumber"],
        "registeredFrom": "2019-02-15",
        "decidedOn": "2019-03-01",
        "statedIn": "vedtak",
    }
    refused = aasnes.post(f"{organisation}/facts/1/correct", *by, WHY)
    assert refused.json["code"] == "registration-needs-another"
    aasnes.done(f"{organisation}/registration/correct", *by, {**WHY, **right})
    after = aasnes.get(organisation, *by).json
    assert after["registeredFrom"] == "2019-02-15"
    assert len(after["arenas"]) == len(before["arenas"])
    back = {**right, "registeredFrom": before["registeredFrom"]}
    aasnes.done(f"{organisation}/registration/correct", *by, {**WHY, **back})


def test_a_signature_is_taken_back_by_the_one_who_gave_it_also_after_stepping_down(
    aasnes: Town,
) -> None:
    plan = aasnes.plan()
    signed(aasnes, plan)
    release = {"lastDay": "2026-05-01"}
    own = f"{plan}/clinical-supervisors/{aasnes.people['midwife']}/release"
    aasnes.done(own, "leader", "leader", release)
    version = version_of(aasnes, plan, "plan.activity-signed")
    preview = aasnes.get(f"{plan}/facts/{version}/correction", "leader", "leader").json
    assert preview["hindrance"]["nb"].endswith("rettes av den som ga det.")
    tag = "plan.activity-signed"
    assert correct(aasnes, plan, tag, "leader", "leader").status_code == 403
    assert correct(aasnes, plan, tag, "stranger", "clinical-supervisor").status_code == 404
    assert correct(aasnes, plan, tag, "midwife", "leader").status_code in (403, 404)
    assert correct(aasnes, plan, tag, "midwife", "clinical-supervisor").status_code == 201
