"""Over HTTP: invited and appointed, moved to another municipality, gone over to the new goals."""

from __future__ import annotations

from typing import Any

from application.organisations.service import organisation_id
from tests.support.town import TODAY, Town
from tests.web.api.test_courses import COURSE
from tests.web.api.test_journey import GOAL, guided, ready
from tests.web.api.test_service import SERVED
from tests.web.api.test_visits import entered

DIRECTORATE = ("directorate", "directorate-officer")


def test_one_is_invited_accepts_and_is_appointed(aasnes: Town) -> None:
    plan = aasnes.plan()
    stranger = aasnes.people["stranger"]
    body = {"person": stranger, "invitedAs": "clinical-supervisor"}
    made = aasnes.done(f"{plan}/invitations", "doctor", "doctor", body)["made"]
    assert aasnes.get(plan, "stranger", "invited").status_code == 403
    other = aasnes.post(f"{plan}/invitations/{made}/accept", "midwife", "invited")
    assert other.status_code == 403
    (line,) = aasnes.get(f"{plan}/invitations", "doctor", "doctor").json["items"]
    assert (line["invitation"], line["stage"], line["answeredOn"]) == (made, "sent", None)
    aasnes.done(f"{plan}/invitations/{made}/accept", "stranger", "invited")
    (line,) = aasnes.get(f"{plan}/invitations", "leader", "leader").json["items"]
    assert (line["stage"], line["person"]) == ("accepted", aasnes.people["stranger"])
    assert line["answeredOn"] is not None
    assert aasnes.get(plan, "stranger", "invited").status_code == 404
    appointed = {"person": stranger, "firstDay": "2026-05-04", "competenceArea": "psykiatri"}
    aasnes.done(f"{plan}/clinical-supervisors", "leader", "leader", appointed)
    assert aasnes.get(plan, "stranger", "clinical-supervisor").status_code == 200
    body = {"person": aasnes.people["midwife"], "invitedAs": "leader"}
    refused = aasnes.post(f"{plan}/invitations", "doctor", "doctor", body)
    assert (refused.json["code"], refused.json["rule"]) == ("rule-broken", "R-KP-01")


def another_municipality(town: Town) -> str:
    """Return an establishment registered beside Åsnes, led by the neighbour."""
    body = {
        "name": "Fjellvik kommune",
        "organisationNumber": None,
        "registeredFrom": "2020-01-01",
        "decidedOn": "2020-02-01",
        "statedIn": "vedtak",
    }
    told = town.post("/organisations", *DIRECTORATE, body)
    organisation = organisation_id("Fjellvik kommune", None)
    if told.status_code == 201:
        officer = {"person": town.people["neighbour"], "office": "leader", "firstDay": "2020-02-01"}
        town.done(f"/organisations/{organisation}/officers", *DIRECTORATE, officer)
    return str(organisation)


def test_a_training_moves_and_goals_come_along_but_no_minutes(aasnes: Town) -> None:
    plan = ready(aasnes)
    session = guided(aasnes, plan)
    aasnes.done(f"{plan}/goals/{GOAL}/approve", "leader", "leader", {"statement": "Vist."})
    for path, body in (("courses", COURSE), ("service", SERVED)):
        aasnes.done(f"{plan}/{path}", "doctor", "doctor", body)
    entered(aasnes, plan)
    there = another_municipality(aasnes)
    origin = plan.rsplit("/", 1)[-1]
    receive = {
        "origin": origin,
        "organisation": there,
        "employmentModel": "salaried-gp",
        "startsOn": "2026-05-04",
    }
    early = aasnes.post("/moves", "neighbour", "leader", receive)
    assert (early.status_code, early.json["code"]) == (409, "move-not-requested")
    ask = {"to": there, "lastDay": "2026-05-03"}
    aasnes.done(f"{plan}/move", "doctor", "doctor", ask)
    overlapping = aasnes.post("/moves", "neighbour", "leader", receive | {"startsOn": "2026-05-03"})
    assert overlapping.json["code"] == "starts-before-the-move"
    assert aasnes.post("/moves", "leader", "leader", receive).status_code == 404
    new = f"/plans/{aasnes.done('/moves', 'neighbour', 'leader', receive)['caseId']}"

    card = aasnes.get(new, "neighbour", "leader").json
    assert (card["goalsApproved"], card["movedFrom"]) == (1, origin)
    (earlier,) = aasnes.get(f"{new}/earlier", "neighbour", "leader").json["items"]
    assert [outcome["goal"] for outcome in earlier["outcomes"]] == [GOAL]
    assert earlier["guidance"][-1]["held"] == "4.00"
    assert [course["title"] for course in earlier["courses"]] == [COURSE["title"]]
    assert [period["employer"] for period in earlier["service"]] == [SERVED["employer"]]
    assert [len(visit["days"]) for visit in earlier["visits"]] == [1]
    assert aasnes.get(f"{plan}/earlier", "leader", "leader").json["items"] == []
    assert aasnes.get(f"{session}/minutes", "neighbour", "leader").status_code == 404
    assert aasnes.get(plan, "neighbour", "leader").status_code == 404
    assert aasnes.get(new, "leader", "leader").status_code == 404

    old = aasnes.get(plan, "leader", "leader").json
    assert (old["training"], old["stopsOn"], old["movedTo"]) == (
        "moved",
        "2026-05-03",
        new.rsplit("/", 1)[-1],
    )
    over = aasnes.post(
        f"{plan}/activities", "doctor", "doctor", {"kind": "course", "doneOn": "2026-05-01"}
    )
    assert (over.status_code, over.json["code"]) == (409, "training-over")
    # What was recorded in error can still be corrected, as what came after stands on it.
    told = aasnes.get(f"{plan}/timeline", "leader", "leader").json["items"]
    approved = next(item for item in told if item["tag"] == "plan.goal-approved")
    path = f"{plan}/facts/{approved['version']}/correct"
    aasnes.done(path, "leader", "leader", {"reason": "Feil mål."})
    again = aasnes.post("/moves", "neighbour", "leader", receive)
    assert again.json["code"] in ("move-not-requested", "already-open")


def test_one_who_moved_comes_back_to_the_plan_that_stands_there(aasnes: Town) -> None:
    plan = aasnes.plan()
    there, origin = another_municipality(aasnes), plan.rsplit("/", 1)[-1]
    aasnes.done(f"{plan}/move", "doctor", "doctor", {"to": there, "lastDay": "2026-04-15"})
    receive = {"organisation": there, "employmentModel": "salaried-gp", "startsOn": "2026-04-16"}
    away = aasnes.done("/moves", "neighbour", "leader", receive | {"origin": origin})["caseId"]
    (moved,) = (
        item["version"]
        for item in aasnes.get(f"{plan}/timeline", "leader", "leader").json["items"]
        if item["tag"] == "plan.moved-away"
    )
    correct = f"{plan}/facts/{moved}/correct"
    stands = aasnes.post(correct, "leader", "leader", {"reason": "Angret."})
    assert stands.json["code"] == "move-stands"
    here = aasnes.post(f"{plan}/resume", "leader", "leader", {"firstDay": "2026-05-04"})
    assert here.json["code"] == "training-elsewhere"

    back = {"to": aasnes.organisation, "lastDay": "2026-05-03"}
    aasnes.done(f"/plans/{away}/move", "doctor", "doctor", back)
    again = receive | {"organisation": aasnes.organisation, "origin": away}
    early = aasnes.post("/moves", "leader", "leader", again | {"startsOn": "2026-04-15"})
    assert early.json["code"] in ("starts-before-the-move", "resumed-before-the-end")
    received = aasnes.done("/moves", "leader", "leader", again | {"startsOn": "2026-05-04"})
    assert received["caseId"] == origin
    card = aasnes.get(plan, "leader", "leader").json
    assert (card["training"], card["stopsOn"], card["movedFrom"]) == ("running", None, away)
    earlier = aasnes.get(f"{plan}/earlier", "leader", "leader").json["items"]
    assert [one["plan"] for one in earlier] == [away]
    aasnes.done(f"{plan}/activities", *("doctor",) * 2, {"kind": "course", "doneOn": "2026-05-04"})


def test_one_who_left_is_taken_up_again(aasnes: Town) -> None:
    plan = aasnes.plan()
    aasnes.done(f"{plan}/withdraw", "doctor", "doctor", {"lastDay": "2026-05-01"})
    course = {"kind": "course", "doneOn": "2026-05-04"}
    over = aasnes.post(f"{plan}/activities", "doctor", "doctor", course)
    assert over.json["code"] == "training-over"
    aasnes.done(f"{plan}/resume", "leader", "leader", {"firstDay": "2026-05-04"})
    aasnes.done(f"{plan}/activities", "doctor", "doctor", course)


def test_a_goal_that_is_not_decided_has_no_outcome(aasnes: Town) -> None:
    told = aasnes.get(f"{aasnes.plan()}/goals/{GOAL}/outcome", "leader", "leader")
    assert (told.status_code, told.json["code"]) == (404, "no-outcome")


def test_nobody_moves_to_a_municipality_that_is_not_registered(aasnes: Town) -> None:
    plan = aasnes.plan()
    nowhere = {"to": aasnes.people["stranger"], "lastDay": "2026-06-30"}
    refused = aasnes.post(f"{plan}/move", "doctor", "doctor", nowhere)
    assert (refused.status_code, refused.json["rule"]) == (422, "R-ORG-01")
    assert aasnes.get(plan, "doctor", "doctor").json["training"] == "running"


def test_the_training_stops_on_the_day_of_submission_if_approved(aasnes: Town) -> None:
    plan = aasnes.plan()
    early = {"submittedOn": "2026-03-10"}
    refused = aasnes.post(f"{plan}/application", "doctor", "doctor", early)
    assert (refused.status_code, refused.json["code"]) == (422, "justification-missing")
    because = {"justification": "Resten ettersendes."}
    aasnes.done(f"{plan}/application", "doctor", "doctor", early | because)
    card = aasnes.get(plan, "doctor", "doctor").json
    assert (card["training"], card["stopsOn"]) == ("applied", "2026-03-10")
    decision = {"decidedOn": "2026-05-03", "statedIn": "vedtak 1"}
    aasnes.done(f"{plan}/application/refused", *DIRECTORATE, decision)
    assert aasnes.get(plan, "doctor", "doctor").json["stopsOn"] is None
    aasnes.done(f"{plan}/application", "doctor", "doctor", {"submittedOn": "2026-05-04"} | because)
    decision = {"decidedOn": "2026-05-04", "statedIn": "vedtak 2"}
    aasnes.done(f"{plan}/application/approved", "leader", "leader", decision)
    card = aasnes.get(plan, "doctor", "doctor").json
    assert (card["training"], card["stopsOn"]) == ("completed", "2026-05-04")
    early = {"decidedOn": "2026-05-05", "statedIn": "vedtak 3"}
    told = aasnes.post(f"{plan}/application/approved", "leader", "leader", early)
    assert told.json["code"] == "day-in-future"


def test_a_plan_goes_over_to_the_new_common_goals(aasnes: Town) -> None:
    plan = aasnes.plan()
    aasnes.clock.day = TODAY.replace(month=2, day=10)
    early = aasnes.post(f"{plan}/common-goals/change", "leader", "leader")
    assert (early.status_code, early.json["rule"]) == (422, "L-LG-02")
    consulted: dict[str, Any] = {"consultedOn": "2026-02-02"}
    aasnes.done(f"{plan}/goals/LM-04/submit", "doctor", "doctor", consulted)
    aasnes.clock.day = TODAY
    preview = aasnes.get(f"{plan}/common-goals", "doctor", "doctor").json
    assert (preview["newFrom"], preview["fallen"]) == ("2026-03-01", ["LM-04"])
    assert len(preview["new"]) == 14
    aasnes.done(f"{plan}/common-goals/change", "leader", "leader")
    preview = aasnes.get(f"{plan}/common-goals", "doctor", "doctor").json
    assert preview["changedOn"] == "2026-05-04"
    again = aasnes.post(f"{plan}/common-goals/change", "leader", "leader")
    assert again.json["code"] == "common-goals-changed"


def test_the_doctor_evaluates_and_the_three_prepare_their_review(aasnes: Town) -> None:
    plan = aasnes.plan()
    guided(aasnes, plan)
    scores = [{"aspect": "guidance", "points": 5}, {"aspect": "arenas", "points": 2}]
    evaluation = {"scores": scores, "words": "For lite tid til læring på legevakt."}
    aasnes.done(f"{plan}/evaluations", "doctor", "doctor", evaluation)
    words = aasnes.get(f"{plan}/evaluations/words", "leader", "leader").json["items"]
    assert words[0]["text"] == evaluation["words"]
    material = aasnes.get(f"{plan}/review-material", "leader", "leader").json
    assert (material["firstDay"], material["guidanceMinutes"]) == ("2025-11-04", 120)
    assert material["evaluations"][0]["hasWords"] is True
    for wrong in (
        [],
        [{"aspect": "guidance", "points": 6}],
        [{"aspect": "food", "points": 3}],
        [{"aspect": "guidance", "points": 3}, {"aspect": "guidance", "points": 4}],
    ):
        told = aasnes.post(f"{plan}/evaluations", "doctor", "doctor", {"scores": wrong})
        assert told.json["code"] == "scores-malformed"
