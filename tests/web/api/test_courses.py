"""Courses over HTTP: entered, certified, shown for their goals."""

from __future__ import annotations

from typing import Any

import pytest

from application.ids import new_id
from tests.support.forms import attached, pdf
from tests.support.town import Town
from tests.web.api.test_journey import GOAL, ready
from tests.web.api.test_refusals import nothing_recorded, refused

COURSE: dict[str, Any] = {
    "title": "Emnekurs i akuttmedisin",
    "provider": "Legeforeningen",
    "firstDay": "2026-01-19",
    "lastDay": "2026-01-20",
    "hours": "15.50",
    "goals": [GOAL],
}
CERTIFICATE = {"certificate": "O-31245", "issuedOn": "2026-01-27", "issuedBy": "Legeforeningen"}
DOCTOR = ("doctor", "doctor")


def entered(town: Town, plan: str, **changed: Any) -> str:
    """Enter a course and return its path."""
    made = town.done(f"{plan}/courses", *DOCTOR, COURSE | changed)["made"]
    return f"{plan}/courses/{made}"


def test_a_course_is_entered_and_certified_and_seen_by_the_leader(aasnes: Town) -> None:
    plan = aasnes.plan()
    course = entered(aasnes, plan)
    (line,) = aasnes.get(f"{plan}/courses", "leader", "leader").json["items"]
    assert (line["title"], line["hours"], line["certificate"]) == (COURSE["title"], "15.5", None)
    aasnes.done(f"{course}/certificate", *DOCTOR, CERTIFICATE)
    (line,) = aasnes.get(f"{plan}/courses", "supervisor", "supervisor").json["items"]
    assert (line["certificate"], line["issuedOn"]) == ("O-31245", "2026-01-27")
    assert line["beforeTheTraining"] is False


def test_the_certificate_itself_is_attached_to_its_course_and_named(aasnes: Town) -> None:
    plan = aasnes.plan()
    course = entered(aasnes, plan)
    about = {"aboutKind": "course", "about": course.split("/")[-1]}
    scan = attached(aasnes, plan, *DOCTOR, about, content=pdf(), file_name="bevis.pdf")
    elsewhere = attached(aasnes, plan, *DOCTOR).json["made"]
    for file in (elsewhere, new_id()):
        with nothing_recorded(aasnes):
            answer = aasnes.post(f"{course}/certificate", *DOCTOR, CERTIFICATE | {"file": file})
        code = "file-about-something-else" if file == elsewhere else "unknown-file"
        assert answer.json["code"] == code
    aasnes.done(f"{course}/certificate", *DOCTOR, CERTIFICATE | {"file": scan.json["made"]})
    (line,) = aasnes.get(f"{plan}/courses", "leader", "leader").json["items"]
    assert line["file"] == scan.json["made"]


def test_a_certified_course_is_shown_for_its_goal_and_is_evidence(aasnes: Town) -> None:
    plan = ready(aasnes)
    course = entered(aasnes, plan)
    goals = aasnes.get(f"{plan}/goals", *DOCTOR).json["items"]
    assert {line["code"]: line["coursesCertified"] for line in goals}[GOAL] == 0
    certified = aasnes.done(f"{course}/certificate", *DOCTOR, CERTIFICATE)
    goals = aasnes.get(f"{plan}/goals", *DOCTOR).json["items"]
    assert {line["code"]: line["coursesCertified"] for line in goals}[GOAL] == 1
    aasnes.done(f"{plan}/goals/{GOAL}/approve", "leader", "leader", {"statement": "Vist."})
    evidence = aasnes.get(f"{plan}/goals/{GOAL}/outcome", "leader", "leader").json["evidence"]
    assert certified["version"] in {seen["version"] for seen in evidence}


def test_a_course_from_before_the_training_is_marked(aasnes: Town) -> None:
    plan = aasnes.plan()
    entered(aasnes, plan, firstDay="2025-03-03", lastDay="2025-03-04")
    (line,) = aasnes.get(f"{plan}/courses", *DOCTOR).json["items"]
    assert line["beforeTheTraining"] is True


@pytest.mark.parametrize(
    ("changed", "code", "field"),
    [
        ({"lastDay": "2026-01-18"}, "days-reversed", "lastDay"),
        ({"lastDay": "2026-05-05"}, "day-in-future", "lastDay"),
        ({"goals": ["ALM-999"]}, "unknown-goal", "goals"),
        ({"goals": ["FKM-001"]}, "goal-not-in-force", "goals"),
        ({"hours": "0"}, "hours-out-of-range", "hours"),
    ],
)
def test_a_course_that_cannot_be_is_refused(
    aasnes: Town, changed: dict[str, Any], code: str, field: str
) -> None:
    plan = aasnes.plan()
    with nothing_recorded(aasnes):
        told = refused(aasnes.post(f"{plan}/courses", *DOCTOR, COURSE | changed), 400, code)
    assert told["field"] == field


@pytest.mark.parametrize(
    ("changed", "code"),
    [
        ({"issuedOn": "2026-01-19"}, "certified-before-the-end"),
        ({"issuedOn": "2026-05-05"}, "day-in-future"),
    ],
)
def test_a_certificate_that_cannot_be_is_refused(
    aasnes: Town, changed: dict[str, str], code: str
) -> None:
    course = entered(aasnes, aasnes.plan())
    with nothing_recorded(aasnes):
        answer = aasnes.post(f"{course}/certificate", *DOCTOR, CERTIFICATE | changed)
        assert refused(answer, 400, code)["field"] == "issuedOn"


def test_a_certificate_without_a_course_or_a_second_one_is_refused(aasnes: Town) -> None:
    plan = aasnes.plan()
    course = entered(aasnes, plan)
    aasnes.done(f"{course}/certificate", *DOCTOR, CERTIFICATE)
    with nothing_recorded(aasnes):
        again = aasnes.post(f"{course}/certificate", *DOCTOR, CERTIFICATE)
        assert refused(again, 409, "course-certified")["rule"] == "R-ALI-05"
        of_none = aasnes.post(f"{plan}/courses/{new_id()}/certificate", *DOCTOR, CERTIFICATE)
        assert refused(of_none, 404, "unknown-course")["rule"] == "R-ALI-05"


def test_the_story_tells_of_courses(aasnes: Town) -> None:
    plan = aasnes.plan()
    aasnes.done(f"{entered(aasnes, plan)}/certificate", *DOCTOR, CERTIFICATE)
    told = aasnes.get(f"{plan}/timeline", *DOCTOR).json["items"][-2:]
    assert [line["happenedOn"] for line in told] == ["2026-01-20", "2026-01-27"]
    assert "«Emnekurs i akuttmedisin»" in told[0]["says"]["nb"]


def test_a_certificate_entered_in_error_is_corrected_by_the_doctor(aasnes: Town) -> None:
    plan = aasnes.plan()
    course = entered(aasnes, plan)
    version = aasnes.done(f"{course}/certificate", *DOCTOR, CERTIFICATE)["version"]
    reason = {"reason": "Bevis for et annet kurs."}
    with nothing_recorded(aasnes):
        leaning = aasnes.post(f"{plan}/facts/{version - 1}/correct", *DOCTOR, reason)
        refused(leaning, 409, "leant-on")
        leader = aasnes.post(f"{plan}/facts/{version}/correct", "leader", "leader", reason)
        refused(leader, 403, "role-not-permitted")
    aasnes.done(f"{plan}/facts/{version}/correct", *DOCTOR, reason)
    (line,) = aasnes.get(f"{plan}/courses", *DOCTOR).json["items"]
    assert line["certificate"] is None
    aasnes.done(f"{course}/certificate", *DOCTOR, CERTIFICATE)
