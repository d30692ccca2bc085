"""Pages tell what counts, what is lacking and where a day leads, as it is."""

from __future__ import annotations

from datetime import date

import pytest

from tests.support.browser import browser
from tests.support.cases_on_pages import caught_up, visible
from tests.support.town import Town
from tests.web.api.inbox import a_refusal
from tests.web.api.test_journey import GOAL, guided, ready

LEADER = ("leader", "leader")


def plain(page: str) -> str:
    return " ".join(visible(page).split())


def test_a_half_yearly_review_without_the_supervisor_is_told_not_to_count(aasnes: Town) -> None:
    plan = aasnes.plan()
    people = [aasnes.people["doctor"], aasnes.people["leader"]]
    three = [*people, aasnes.people["supervisor"]]
    for day, present in (("2026-05-01", people), ("2026-05-04", three)):
        body = {"heldOn": day, "present": present, "minutes": "Drøftet framdriften."}
        aasnes.done(f"{plan}/reviews", *LEADER, body)
    leader = browser(aasnes, "leader")
    leader.get(f"/leader/{plan.removeprefix('/plans/')}/reviews")
    told = plain(leader.page)
    assert told.count("Halvårsmøtet er ikke oppfylt: veileder var ikke til stede.") == 1
    leader.get(f"/leader/do{plan}/reviews")
    assert "når legen, leder og veileder alle var til stede" in leader.page


def test_an_approved_goal_lacks_nothing_and_sessions_are_counted_alike(aasnes: Town) -> None:
    plan = ready(aasnes)
    guided(aasnes, plan)
    draft = {
        "supervisor": aasnes.people["supervisor"],
        "heldOn": "2026-03-02",
        "durationMinutes": 60,
        "goals": [GOAL],
    }
    aasnes.done(f"{plan}/sessions", "doctor", "doctor", draft)
    leader = browser(aasnes, "leader")
    path = f"/leader/do{plan}/goals/{GOAL}/approve"
    leader.get(path)
    assert "2 samtaler, sist 2. feb. 2026" in plain(leader.page)
    aasnes.done(f"{plan}/goals/{GOAL}/approve", *LEADER, {"statement": "Vist over tid."})
    leader.get(path)
    assert "Mangler" not in plain(leader.page)


@pytest.mark.usefixtures("at_work")
def test_the_last_day_to_appeal_leads_to_the_case(aasnes: Town) -> None:
    with a_refusal(aasnes) as room:
        room.town.clock.day = date(2026, 5, 4)
        caught_up(room)
        doctor = browser(room.town, "doctor")
        doctor.get("/")

        assert "Siste dag for å klage på et vedtak" in doctor.page
        assert f'href="/doctor{room.path.replace("/proceedings", "/cases")}"' in doctor.page


def test_one_reads_what_one_signs_and_approves_no_session_without_minutes(aasnes: Town) -> None:
    plan = aasnes.plan()
    draft = {
        "supervisor": aasnes.people["supervisor"],
        "heldOn": "2026-03-02",
        "durationMinutes": 60,
        "goals": [GOAL],
    }
    made = aasnes.done(f"{plan}/sessions", "doctor", "doctor", draft)["made"]
    own, session = plan.removeprefix("/plans/"), f"{plan}/sessions/{made}"
    supervisor = browser(aasnes, "supervisor")
    supervisor.get(f"/supervisor/{own}/guidance")
    assert "Godkjenn samtalen" not in supervisor.page
    aasnes.done(f"{session}/minutes", "doctor", "doctor", {"minutes": "Om prioritering."})
    supervisor.get(f"/supervisor/{own}/guidance")
    assert "Godkjenn samtalen" in supervisor.page
    supervisor.get(f"/supervisor/do{session}/finalise")
    opens = f"/supervisor/{own}/words/session/{made}"
    assert f'action="{opens}" target="_blank"' in supervisor.page
    supervisor.send(opens)
    assert "Om prioritering." in supervisor.page


@pytest.mark.usefixtures("at_work")
def test_nothing_is_demanded_of_a_decision_there_is_not(aasnes: Town) -> None:
    demands = ("Krev begrunnelse", "Krev sakskostnader")
    with a_refusal(aasnes) as room:
        doctor = browser(room.town, "doctor")
        applied = room.town.done(f"{room.plan}/proceedings", "doctor", "doctor", {"kind": "points"})
        for made, offered in ((room.path.split("/")[-1], True), (applied["made"], False)):
            doctor.get(f"/doctor/cases/{made}")
            assert [one in doctor.page for one in demands] == [offered, offered], made
