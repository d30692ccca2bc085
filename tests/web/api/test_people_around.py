"""Who stands around a plan: known people only, and each with what is theirs."""

from __future__ import annotations

from datetime import timedelta

import pytest

from application.ids import new_id
from domain.plans.plan import plan_id
from domain.shared.ids import Id, parsed_id
from tests.support.town import Answer, Town
from tests.web.api.test_journey import guided, signed
from tests.web.api.test_refusals import nothing_recorded, refused

LEADER = ("leader", "leader")


def appointing(town: Town, plan: str, person: Id) -> Answer:
    body = {"person": str(person), "firstDay": "2026-02-01", "competenceArea": "kirurgi"}
    return town.post(f"{plan}/clinical-supervisors", *LEADER, body)


def test_only_people_in_the_directory_are_appointed(aasnes: Town) -> None:
    plan = aasnes.plan()
    strangers = (
        aasnes.organisation,
        parsed_id(plan.split("/")[-1]),
        plan_id(aasnes.people["another_doctor"], aasnes.organisation),
        new_id(),
    )
    for stranger in strangers:
        with nothing_recorded(aasnes):
            told = refused(appointing(aasnes, plan, stranger), 400, "unknown-person")
        assert told["field"] == "person"
    assert aasnes.get(plan, "doctor", "doctor").status_code == 200


@pytest.mark.parametrize("office", ["leader", "administrator"])
def test_only_people_in_the_directory_hold_office(aasnes: Town, office: str) -> None:
    body = {"person": str(new_id()), "office": office, "firstDay": "2026-01-01"}
    path, who = f"/organisations/{aasnes.organisation}/officers", "directorate"
    answer = aasnes.post(path, who, "directorate-officer", body)
    refused(answer, 400, "unknown-person")


def test_one_who_supervised_a_session_finishes_it_after_stepping_down(aasnes: Town) -> None:
    plan = aasnes.plan()
    body = {
        "supervisor": aasnes.people["supervisor"],
        "heldOn": "2026-02-02",
        "durationMinutes": 60,
        "minutes": "Om overlevering.",
    }
    made = aasnes.done(f"{plan}/sessions", "doctor", "doctor", body)["made"]
    session, supervisor = f"{plan}/sessions/{made}", ("supervisor", "supervisor")
    path = f"{plan}/supervisors/{aasnes.people['supervisor']}/release"
    aasnes.done(path, *LEADER, {"lastDay": "2026-04-30"})
    assert aasnes.get(f"{session}/minutes", *supervisor).status_code == 200
    aasnes.done(f"{session}/finalise", *supervisor)
    refused(aasnes.get(plan, *supervisor), 404, "unknown-case")


def test_a_supervisor_who_did_not_take_part_reads_no_minutes(aasnes: Town) -> None:
    plan = aasnes.plan()
    session = guided(aasnes, plan)
    path = f"{plan}/supervisors/{aasnes.people['supervisor']}/release"
    aasnes.done(path, *LEADER, {"lastDay": "2026-04-30"})
    directorate = ("directorate", "directorate-officer")
    midwife = aasnes.people["midwife"]
    approval = {"specialty": "allmennmedisin", "firstDay": "2020-01-01", "statedIn": "HPR"}
    records = f"/practitioners/{midwife}/specialist-approvals"
    if aasnes.post(records, *directorate, approval).status_code not in (201, 409):
        pytest.fail("the next supervisor could not be made a specialist")
    body = {"person": str(midwife), "firstDay": "2026-05-01", "justification": "Kurs i høst."}
    aasnes.done(f"{plan}/supervisors", *LEADER, body)
    answer = aasnes.get(f"{session}/minutes", "midwife", "supervisor")
    refused(answer, 403, "did-not-take-part")


def test_who_reads_is_asked_of_today_whatever_day_is_looked_at(aasnes: Town) -> None:
    plan = aasnes.plan()
    body = {"kind": "course", "doneOn": "2026-02-02", "description": "Kurs i Hamar."}
    course = aasnes.done(f"{plan}/activities", "doctor", "doctor", body)["made"]
    words = f"{plan}/activities/{course}/words"
    path = f"{plan}/supervisors/{aasnes.people['supervisor']}/release"
    aasnes.done(path, *LEADER, {"lastDay": "2026-05-03"})
    clinical = {"person": aasnes.people["supervisor"], "firstDay": "2026-05-04"}
    aasnes.done(f"{plan}/clinical-supervisors", *LEADER, clinical | {"competenceArea": "akutt"})
    former = ("supervisor", "clinical-supervisor")
    for day in ("", "?on=2026-05-03", "?on=2026-02-02"):
        refused(aasnes.get(words + day, *former), 404, "unknown-case")


def test_nobody_is_leader_toward_their_own_training(aasnes: Town) -> None:
    plan = aasnes.plan()
    body = {"person": aasnes.people["doctor"], "office": "deputy", "firstDay": "2026-01-01"}
    path = f"/organisations/{aasnes.organisation}/officers"
    aasnes.done(path, "directorate", "directorate-officer", body)
    release = {"lastDay": "2026-05-01"}
    own = f"{plan}/supervisors/{aasnes.people['supervisor']}/release"
    refused(aasnes.post(own, "doctor", "leader", release), 403, "role-not-held")


@pytest.mark.parametrize(
    ("path", "body", "field"),
    [
        ("activities", {"kind": "course", "doneOn": "1970-01-01"}, "doneOn"),
        ("sessions", {"heldOn": "2020-01-01", "durationMinutes": 600}, "heldOn"),
    ],
)
def test_nothing_was_done_before_the_training_began(
    aasnes: Town, path: str, body: dict[str, object], field: str
) -> None:
    plan = aasnes.plan()
    if path == "sessions":
        body = body | {"supervisor": aasnes.people["supervisor"]}
    told = refused(
        aasnes.post(f"{plan}/{path}", "doctor", "doctor", body), 409, "before-the-training"
    )
    assert told["field"] == field


def test_a_plan_that_was_not_yet_recorded_is_told_so(aasnes: Town) -> None:
    plan = aasnes.plan()
    answer = aasnes.get(f"{plan}?knownAt=2020-01-01T00:00:00Z", "doctor", "doctor")
    refused(answer, 404, "not-yet-known")


def test_a_version_seen_counts_for_every_kind_of_case(aasnes: Town) -> None:
    path, body = f"/organisations/{aasnes.organisation}/officers", {"office": "administrator"}
    body |= {"person": aasnes.people["stranger"], "firstDay": "2026-01-01"}
    officer = ("directorate", "directorate-officer")
    refused(aasnes.post(path, *officer, body, If_Match='"1"'), 412, "case-changed")
    refused(aasnes.post(path, *officer, body, If_Match='"99999"'), 400, "unknown-version")
    plan = aasnes.plan()
    arenas = {"arenas": ["ARE-01"]}
    late = aasnes.post(f"{plan}/arenas", "doctor", "doctor", arenas, If_Match='"99"')
    refused(late, 400, "unknown-version")


def test_the_last_system_administrator_cannot_leave(aasnes: Town) -> None:
    operator = ("operator", "system-administrator")
    path = f"/bodies/officers/{aasnes.people['operator']}/release"
    answer = aasnes.post(path, *operator, {"kind": "operations", "lastDay": "2026-12-31"})
    refused(answer, 409, "last-operator")


def test_a_signed_activity_is_read_by_its_addressee(aasnes: Town) -> None:
    plan = aasnes.plan()
    signed(aasnes, plan)
    (line,) = aasnes.get(f"{plan}/activities", "midwife", "clinical-supervisor").json["items"]
    words = f"{plan}/activities/{line['activity']}/words"
    assert aasnes.get(words, "midwife", "clinical-supervisor").status_code == 200
    aasnes.clock.day += timedelta(days=1)
    assert aasnes.get(words, "midwife", "clinical-supervisor").status_code == 200


def test_officers_are_shown_to_those_who_work_with_them(aasnes: Town) -> None:
    path = f"/organisations/{aasnes.organisation}"
    assert aasnes.get(path, "leader", "leader").json["officers"]
    assert aasnes.get(path, "directorate", "directorate-officer").json["officers"]
    assert aasnes.get(path, "stranger", "doctor").json["officers"] == []


def test_why_a_supervisor_was_appointed_all_the_same_can_be_read(aasnes: Town) -> None:
    plan = aasnes.plan()
    path = f"{plan}/supervisors/{aasnes.people['supervisor']}/release"
    aasnes.done(path, *LEADER, {"lastDay": "2026-04-30"})
    again = {"person": aasnes.people["supervisor"], "firstDay": "2026-05-01"}
    aasnes.done(f"{plan}/supervisors", *LEADER, again | {"justification": "Ferievikar."})
    words = aasnes.get(f"{plan}/words", "doctor", "doctor").json["items"]
    assert [(line["field"], line["text"]) for line in words] == [("justification", "Ferievikar.")]


def test_a_plan_uses_at_least_one_arena(aasnes: Town) -> None:
    plan = aasnes.plan()
    told = refused(
        aasnes.post(f"{plan}/arenas", "doctor", "doctor", {"arenas": []}), 400, "no-arenas"
    )
    assert "ARE-01" in told["detail"]


def test_a_goal_named_twice_counts_once(aasnes: Town) -> None:
    plan = aasnes.plan()
    body = {"kind": "course", "doneOn": "2026-02-02", "goals": ["ALM-001", "ALM-001"]}
    aasnes.done(f"{plan}/activities", "doctor", "doctor", body)
    (line,) = aasnes.get(f"{plan}/activities", "doctor", "doctor").json["items"]
    assert line["goals"] == ["ALM-001"]
