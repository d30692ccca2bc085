"""New assessments over HTTP: the doctor asks, the county governor arranges and records."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from tests.support.town import Answer, Town
from tests.web.api.test_journey import GOAL, ready

GOVERNOR = ("governor", "county-governor-officer")
RATIONALE = "Vist i tre observerte konsultasjoner."


def refused(town: Town) -> str:
    """Return a plan in which the leader has found the goal not achieved."""
    plan = ready(town)
    town.done(f"{plan}/goals/{GOAL}/not-achieved", "leader", "leader", {"statement": "Ikke vist."})
    return plan


def asked(town: Town, plan: str) -> str:
    made = town.done(f"{plan}/reassessments", "doctor", "doctor", {"goal": GOAL})["made"]
    return f"{plan}/reassessments/{made}"


def arrange(town: Town, anew: str, assessor: str = "stranger", **more: Any) -> Answer:
    body = {"assessors": [town.people[assessor]], "place": "Elverum", "takesPlaceOn": "2026-05-11"}
    return town.post(f"{anew}/arrange", *GOVERNOR, body | more)


def test_a_goal_is_approved_by_a_new_assessment(aasnes: Town) -> None:
    plan = refused(aasnes)
    anew = asked(aasnes, plan)
    assert arrange(aasnes, anew).status_code == 201
    aasnes.clock.day = date(2026, 5, 11)
    body = {"outcome": "achieved", "rationale": RATIONALE}
    aasnes.done(f"{anew}/outcome", *GOVERNOR, body)
    (goal,) = [
        line
        for line in aasnes.get(f"{plan}/goals", "doctor", "doctor").json["items"]
        if line["code"] == GOAL
    ]
    assert (goal["stage"], goal["decidedOn"], goal["assessedAnew"]) == (
        "approved",
        "2026-05-11",
        True,
    )
    outcome = aasnes.get(f"{plan}/goals/{GOAL}/outcome", "supervisor", "supervisor").json
    assert outcome["assessedBy"] == [aasnes.people["stranger"]]
    (line,) = aasnes.get(f"{plan}/reassessments", *GOVERNOR).json["items"]
    assert (line["stage"], line["outcome"], line["round"]) == ("assessed", "achieved", 1)
    again = aasnes.post(f"{plan}/reassessments", "doctor", "doctor", {"goal": GOAL})
    assert (again.status_code, again.json["rule"]) == (422, "R-ASM-06")


def test_the_rationale_is_read_by_those_it_concerns(aasnes: Town) -> None:
    plan = refused(aasnes)
    anew = asked(aasnes, plan)
    arrange(aasnes, anew, takesPlaceOn="2026-05-04")
    recorded = aasnes.done(
        f"{anew}/outcome", *GOVERNOR, {"outcome": "not-achieved", "rationale": RATIONALE}
    )
    words = f"{plan}/facts/{recorded['version']}/words"
    for path in (f"{anew}/words", words):
        for who in (("doctor", "doctor"), ("leader", "leader"), GOVERNOR):
            assert [one["text"] for one in aasnes.get(path, *who).json["items"]] == [RATIONALE]
        unsaid = aasnes.get(path, "auditor", "auditor")
        assert unsaid.json["code"] == "reason-missing"
        assert aasnes.get(path, "auditor", "auditor", Reason="Tilsyn.").status_code == 200
        assert aasnes.get(path, "supervisor", "supervisor").status_code == 403
    of_goal = aasnes.get(f"{plan}/goals/{GOAL}/words", "supervisor", "supervisor", Reason="Råd.")
    assert RATIONALE not in str(of_goal.json)
    (line,) = aasnes.get(f"{plan}/reassessments", "doctor", "doctor").json["items"]
    assert line["againFrom"] == "2026-11-04"


def test_a_further_one_waits_for_its_day(aasnes: Town) -> None:
    plan = refused(aasnes)
    anew = asked(aasnes, plan)
    arrange(aasnes, anew, takesPlaceOn="2026-05-04")
    aasnes.done(f"{anew}/outcome", *GOVERNOR, {"outcome": "not-achieved", "rationale": RATIONALE})
    aasnes.clock.day = date(2026, 11, 3)
    again = aasnes.post(
        f"{plan}/reassessments", "doctor", "doctor", {"goal": GOAL}, Accept_Language="en"
    )
    rules = {finding["rule"] for finding in again.json["findings"]}
    assert (again.status_code, rules) == (422, {"R-ASM-06", "AMB-49"})
    assert "2026-11-04" in again.json["detail"]


def test_the_county_governor_knows_of_no_plan_without_a_request(aasnes: Town) -> None:
    plan = refused(aasnes)
    for path in (plan, f"{plan}/reassessments"):
        assert aasnes.get(path, *GOVERNOR).status_code == 404
    anew = asked(aasnes, plan)
    assert aasnes.get(f"{plan}/reassessments", *GOVERNOR).status_code == 200
    for path in (plan, f"{plan}/sessions", f"{plan}/absences"):
        assert aasnes.get(path, *GOVERNOR).status_code == 403
    aasnes.done(f"{anew}/withdraw", "doctor", "doctor")
    assert arrange(aasnes, anew).json["code"] == "new-assessment-in-wrong-state"


def test_those_who_assessed_first_assess_again_only_with_a_reason(aasnes: Town) -> None:
    anew = asked(aasnes, refused(aasnes))
    answer = arrange(aasnes, anew, "leader")
    assert (answer.status_code, answer.json["code"]) == (422, "justification-missing")
    assert arrange(aasnes, anew, "leader", justification="Ingen andre.").status_code == 201


def test_the_county_governor_takes_back_its_outcome_and_the_leader_cannot(aasnes: Town) -> None:
    plan = refused(aasnes)
    anew = asked(aasnes, plan)
    arrange(aasnes, anew, takesPlaceOn="2026-05-04")
    recorded = aasnes.done(
        f"{anew}/outcome", *GOVERNOR, {"outcome": "achieved", "rationale": RATIONALE}
    )
    reason = {"reason": "Feil mål."}
    by_leader = aasnes.post(f"{plan}/goals/{GOAL}/correct", "leader", "leader", reason)
    assert by_leader.json["code"] == "assessed-anew"
    correct = f"{plan}/facts/{recorded['version']}/correct"
    assert aasnes.post(correct, "leader", "leader", reason).status_code == 403
    aasnes.done(correct, *GOVERNOR, reason)
    (line,) = aasnes.get(f"{plan}/reassessments", *GOVERNOR).json["items"]
    assert (line["stage"], line["outcome"]) == ("arranged", None)


@pytest.mark.parametrize(
    ("changed", "code", "field"),
    [
        ({"assessors": []}, "assessors-missing", "assessors"),
        (
            {"assessors": ["00000000-0000-0000-0000-0000000000ff"]},
            "unknown-person",
            "assessors",
        ),
        ({"takesPlaceOn": "2026-01-01"}, "assessment-day-out-of-range", "takesPlaceOn"),
        ({"place": "  "}, "malformed", None),
        ({"outcome": "achieved"}, "malformed", None),
    ],
)
def test_what_cannot_be_arranged_is_refused(
    aasnes: Town, changed: dict[str, Any], code: str, field: str | None
) -> None:
    answer = arrange(aasnes, asked(aasnes, refused(aasnes)), **changed)
    assert answer.json["code"] == code, answer.json
    assert answer.json.get("field") == (field or answer.json.get("field"))
