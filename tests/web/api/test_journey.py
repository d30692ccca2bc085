"""A plan opened, guided, assessed and approved over HTTP, each by the one who may."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any
from urllib.parse import urlencode

from tests.support.town import Town

GOAL = "ALM-031"


def guided(town: Town, plan: str) -> str:
    """Hold a session with minutes and have it finalised; return its path."""
    drafted = town.done(
        f"{plan}/sessions",
        "doctor",
        "doctor",
        {
            "supervisor": town.people["supervisor"],
            "heldOn": "2026-02-02",
            "durationMinutes": 120,
            "goals": [GOAL],
            "minutes": "Snakket om å yte tjenester gjennom hele livsløpet.",
        },
    )
    session = f"{plan}/sessions/{drafted['made']}"
    town.done(f"{session}/finalise", "supervisor", "supervisor")
    return session


def signed(town: Town, plan: str) -> None:
    """Have an activity signed by the midwife."""
    logged = town.done(
        f"{plan}/activities",
        "doctor",
        "doctor",
        {"kind": "procedure", "doneOn": "2026-02-09", "arena": "ARE-04", "goals": [GOAL]},
    )
    activity = f"{plan}/activities/{logged['made']}"
    town.done(f"{activity}/submit", "doctor", "doctor", {"to": town.people["midwife"]})
    town.done(f"{activity}/sign", "midwife", "clinical-supervisor", {"channel": "on-site"})


def advised(town: Town, plan: str) -> None:
    for name, role in (("supervisor", "supervisor"), ("midwife", "clinical-supervisor")):
        town.done(f"{plan}/goals/{GOAL}/recommend", name, role, {"advice": "achieved"})


def submitted(town: Town, plan: str) -> Any:
    body = {"consultedOn": "2026-02-02"}
    return town.done(f"{plan}/goals/{GOAL}/submit", "doctor", "doctor", body)


def ready(town: Town) -> str:
    """Return a plan with a goal that only waits for the leader."""
    plan = town.plan()
    guided(town, plan)
    signed(town, plan)
    submitted(town, plan)
    advised(town, plan)
    return plan


def test_a_plan_is_opened_guided_assessed_and_approved(aasnes: Town) -> None:
    plan = ready(aasnes)
    gaps = aasnes.get(f"{plan}/goals/{GOAL}/gaps", "leader", "leader").json
    assert (gaps["stage"], gaps["missing"]) == ("submitted", [])
    statement = {"statement": "Vist over tid, også med syke barn og eldre."}
    aasnes.done(f"{plan}/goals/{GOAL}/approve", "leader", "leader", statement)
    card = aasnes.get(plan, "doctor", "doctor").json
    assert (card["goalsApproved"], card["goalsInForce"], card["guidanceMinutes"]) == (1, 102, 120)
    assert card["people"][aasnes.people["supervisor"]] == "Supervisor"


def test_an_outcome_tells_who_was_heard_on_what_evidence_and_law(aasnes: Town) -> None:
    plan = ready(aasnes)
    aasnes.done(f"{plan}/goals/{GOAL}/approve", "leader", "leader", {"statement": "Vist."})
    outcome = aasnes.get(f"{plan}/goals/{GOAL}/outcome", "auditor", "auditor").json
    assert [heard["capacity"] for heard in outcome["heard"]] == [
        "supervisor",
        "clinical-supervisor",
    ]
    assert outcome["law"] == "in-force/2026-07-02"
    assert outcome["basis"][0]["section"] == "26"
    evidence = {seen["case"] for seen in outcome["evidence"]}
    assert {plan.split("/")[-1], aasnes.organisation} <= evidence
    assert all(len(seen["sha256"]) == 64 for seen in outcome["evidence"])


def test_the_gap_list_tells_everything_that_is_missing_with_the_law(aasnes: Town) -> None:
    plan = aasnes.plan()
    gaps = aasnes.get(f"{plan}/goals/{GOAL}/gaps", "doctor", "doctor", Accept_Language="en").json
    rules = [finding["rule"] for finding in gaps["missing"]]
    assert rules == ["R-ASM-05", "R-ASM-02", "R-ASM-02"]
    assert "section 26" in gaps["missing"][1]["basis"][0]["en"]


def test_the_timeline_tells_the_story_in_both_languages(aasnes: Town) -> None:
    plan = ready(aasnes)
    items = aasnes.get(f"{plan}/timeline", "doctor", "doctor").json["items"]
    assert items[0]["says"]["nb"] == "Utdanningsplanen ble åpnet"
    assert items[-1]["says"]["en"] == f"Advice was given on {GOAL}: achieved"
    assert [item["version"] for item in items] == list(range(1, len(items) + 1))


def test_minutes_are_for_the_doctor_and_the_supervisor_who_took_part(aasnes: Town) -> None:
    plan = aasnes.plan()
    session = guided(aasnes, plan)
    minutes = aasnes.get(f"{session}/minutes", "doctor", "doctor").json
    assert "livsløpet" in minutes["items"][0]["text"]
    for name, role in (("leader", "leader"), ("auditor", "auditor")):
        assert aasnes.get(f"{session}/minutes", name, role).status_code == 403
    assert aasnes.get(f"{session}/minutes", "stranger", "doctor").status_code == 404


def test_the_leaders_words_are_opened_for_the_doctor(aasnes: Town) -> None:
    plan = ready(aasnes)
    body = {"statement": "Mangler erfaring med eldre."}
    aasnes.done(f"{plan}/goals/{GOAL}/not-achieved", "leader", "leader", body)
    words = aasnes.get(f"{plan}/goals/{GOAL}/words", "doctor", "doctor").json["items"]
    assert ("reasons", "Mangler erfaring med eldre.") in [(w["field"], w["text"]) for w in words]


def test_a_clinical_supervisor_sees_the_activities_sent_to_them(aasnes: Town) -> None:
    plan = aasnes.plan()
    signed(aasnes, plan)
    body = {"kind": "course", "doneOn": "2026-02-02", "description": "Kurs i Hamar."}
    course = aasnes.done(f"{plan}/activities", "doctor", "doctor", body)["made"]
    path, midwife = f"{plan}/activities", ("midwife", "clinical-supervisor")
    stages = [line["stage"] for line in aasnes.get(path, *midwife).json["items"]]
    assert stages == ["signed"]
    assert len(aasnes.get(path, "doctor", "doctor").json["items"]) == 2
    words = aasnes.get(f"{path}/{course}/words", "supervisor", "supervisor").json["items"]
    assert [w["text"] for w in words] == ["Kurs i Hamar."]
    assert aasnes.get(f"{path}/{course}/words", *midwife).status_code == 404


def test_sessions_are_listed_without_their_minutes(aasnes: Town) -> None:
    plan = aasnes.plan()
    guided(aasnes, plan)
    (line,) = aasnes.get(f"{plan}/sessions", "leader", "leader").json["items"]
    assert (line["stage"], line["hasMinutes"], line["durationMinutes"]) == ("finalised", True, 120)
    assert "minutes" not in line


def test_coverage_tells_which_goals_no_arena_of_the_plan_offers(aasnes: Town) -> None:
    plan = aasnes.plan()
    aasnes.done(f"{plan}/arenas", "doctor", "doctor", {"arenas": ["ARE-01"]})
    uncovered = aasnes.get(f"{plan}/coverage", "doctor", "doctor").json["uncovered"]
    assert uncovered == ["ALM-055", "ALM-067", "ALM-068", "ALM-070", "ALM-085"]


def test_a_plan_is_shown_as_it_was_known(aasnes: Town) -> None:
    plan = ready(aasnes)
    before = aasnes.get(f"{plan}/timeline", "doctor", "doctor").json["items"][-1]["recordedAt"]
    aasnes.done(f"{plan}/goals/{GOAL}/approve", "leader", "leader", {"statement": "Vist."})
    aasnes.clock.day = datetime.fromisoformat(before).date() + timedelta(days=1)
    then = aasnes.get(f"{plan}?{urlencode({'knownAt': before})}", "doctor", "doctor").json
    assert then["goalsApproved"] == 0
    assert aasnes.get(plan, "doctor", "doctor").json["goalsApproved"] == 1


def test_a_refused_goal_is_submitted_anew_and_only_later_advice_counts(aasnes: Town) -> None:
    plan = ready(aasnes)
    body = {"statement": "Ikke ennå."}
    aasnes.done(f"{plan}/goals/{GOAL}/not-achieved", "leader", "leader", body)
    submitted(aasnes, plan)
    refused = aasnes.post(f"{plan}/goals/{GOAL}/approve", "leader", "leader", {"statement": "Ja."})
    assert [finding["rule"] for finding in refused.json["findings"]] == ["R-ASM-02", "R-ASM-02"]
    advised(aasnes, plan)
    aasnes.done(
        f"{plan}/goals/{GOAL}/approve", "leader", "leader", {"statement": "Nå er det vist."}
    )


def test_a_corrected_outcome_waits_for_assessment_again(aasnes: Town) -> None:
    plan = ready(aasnes)
    aasnes.done(f"{plan}/goals/{GOAL}/approve", "leader", "leader", {"statement": "Vist."})
    body = {"reason": "Ført på feil mål."}
    aasnes.done(f"{plan}/goals/{GOAL}/correct", "leader", "leader", body)
    gaps = aasnes.get(f"{plan}/goals/{GOAL}/gaps", "doctor", "doctor").json
    assert (gaps["stage"], gaps["missing"]) == ("submitted", [])
