"""What the kept rows tell of groups: the organiser's list, and what waits for whom."""

from __future__ import annotations

from tests.support.projecting import projecting
from tests.support.town import Town
from tests.web.api.group_meetings import DOCTOR, FIRST, ORGANISER, SECOND, meet
from tests.web.api.test_refusals import refused
from tests.web.api.test_way import another_municipality


def test_the_organiser_lists_groups_and_is_told_of_diplomas_due(aasnes: Town) -> None:
    plan = aasnes.plan()
    group = aasnes.done("/groups", *ORGANISER, {"name": "Solør"})["made"]
    over = SECOND | {"lastDay": "2026-04-30"}
    for planned in (FIRST, over):
        aasnes.done(f"/groups/{group}/years", *ORGANISER, planned)
    with projecting(aasnes.addresses.application):
        for year in ("first", "second"):
            body = {"year": year, "plan": plan.split("/")[-1]}
            admitted = aasnes.done(f"/groups/{group}/members", *ORGANISER, body)
        after = {"Read_After": str(admitted["position"]), "Prefer": "wait=20"}
        listed = aasnes.get("/groups", *ORGANISER, **after).json["items"]
        tasks = aasnes.get("/me/tasks", *ORGANISER, **after).json["items"]
        seen = aasnes.get("/groups", "auditor", "auditor", **after).json["items"]
    (row,) = (row for row in listed if row["caseId"] == group)
    assert (row["name"], row["members"], row["lastDay"]) == ("Solør", 1, "2026-04-30")
    assert listed == seen
    waiting = [(task["kind"], task["subject"]) for task in tasks if task["caseId"] == group]
    assert waiting == [("issue-diploma", str(aasnes.people["doctor"]))]


def test_only_the_organiser_and_the_audit_list_groups(aasnes: Town) -> None:
    refused(aasnes.get("/groups", *DOCTOR), 403, "role-not-permitted")
    acting_for = {"Acting_For": str(aasnes.organisation)}
    leader = aasnes.get("/groups", "leader", "leader", **acting_for)
    refused(leader, 403, "role-not-permitted")


def test_a_course_without_certificate_and_a_visit_wait_in_the_tasks(aasnes: Town) -> None:
    plan = aasnes.plan()
    day = "2026-02-02"
    course = {"title": "Kurs", "provider": "Kurshuset", "firstDay": day, "lastDay": day}
    colleague = aasnes.people["another_doctor"]
    visit = {
        "direction": "made",
        "setting": "gp-practice",
        "days": [day],
        "colleague": colleague,
    }
    with projecting(aasnes.addresses.application):
        aasnes.done(f"{plan}/courses", *DOCTOR, course)
        entered = aasnes.done(f"{plan}/visits", *DOCTOR, visit)
        after = {"Read_After": str(entered["position"]), "Prefer": "wait=20"}
        doctors = aasnes.get("/me/tasks", *DOCTOR, **after).json["items"]
        theirs = aasnes.get("/me/tasks", "another_doctor", "colleague", **after).json["items"]
        roles = aasnes.get("/me/roles", "another_doctor", "colleague", **after).json["items"]
    assert {"certify-course", "join-group"} <= {task["kind"] for task in doctors}
    assert [task["kind"] for task in theirs] == ["confirm-visit"]
    assert [role["role"] for role in roles] == ["colleague"]


def test_a_doctor_who_moved_goes_on_with_the_second_year_in_the_plan_there(aasnes: Town) -> None:
    met = meet(aasnes)
    met.admit("first")
    met.hold("first", "2024-10-02")
    there = another_municipality(aasnes)
    aasnes.done(f"{met.plan}/move", *DOCTOR, {"to": there, "lastDay": "2026-05-03"})
    receive = {
        "origin": met.plan.rsplit("/", 1)[-1],
        "organisation": there,
        "employmentModel": "salaried-gp",
        "startsOn": "2026-05-04",
    }
    plan = aasnes.done("/moves", "neighbour", "leader", receive)["caseId"]
    met.done("/members", {"year": "second", "plan": plan})
    met.hold("second", "2025-10-01")
    met.done(f"/members/{met.doctor}/diploma", {"diploma": "GV-2026-009"})
    account = aasnes.get(f"/plans/{plan}/group-guidance", *DOCTOR).json
    assert [line["year"] for line in account["years"]] == ["second"]
    assert (account["met"], account["diploma"]["minutesAttended"]) == (True, 720)
