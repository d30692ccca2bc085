"""A leader decides goals on pages: the evidence, the text as the doctor gets it, and only then."""

from __future__ import annotations

import pytest

from tests.support.browser import Browser, browser
from tests.support.town import Town
from tests.web.api.test_journey import GOAL, ready


@pytest.fixture
def plan(aasnes: Town) -> str:
    return ready(aasnes).removeprefix("/plans/")


@pytest.fixture
def leader(aasnes: Town) -> Browser:
    return browser(aasnes, "leader")


def here(plan: str) -> str:
    return f"/leader/do/plans/{plan}/goals/{GOAL}"


def stage(town: Town, plan: str) -> str:
    goals = town.get(f"/plans/{plan}/goals", "doctor", "doctor").json["items"]
    return str(next(one["stage"] for one in goals if one["code"] == GOAL))


def test_what_is_lacking_is_told_beside_its_field_and_what_was_typed_is_kept(
    aasnes: Town, plan: str, leader: Browser
) -> None:
    leader.get(f"{here(plan)}/approve")
    for statement, wrong in (("", "Fyll ut «"), ("Vist. " * 4_000, "tegn")):
        leader.send(f"{here(plan)}/approve", {"statement": statement})
        assert leader.status == 400
        assert "Dette må rettes" in leader.page
        assert wrong in leader.page
        assert "<title>Feil" in leader.page
        assert statement.strip() in leader.page
    assert stage(aasnes, plan) == "submitted"


@pytest.mark.usefixtures("at_work")
def test_it_is_read_over_and_then_decided_once(aasnes: Town, plan: str, leader: Browser) -> None:
    leader.get(f"{here(plan)}/approve")
    told = {"statement": "Vist i praksis.", "justification": "Jeg har sett det selv."}
    leader.send(f"{here(plan)}/approve", told)
    assert "Se over før du sender" in leader.page
    assert "Vist i praksis." in leader.page
    assert stage(aasnes, plan) == "submitted"
    before = leader.page
    leader.send(f"{here(plan)}/approve", {"confirmed": "1"})
    assert leader.path == f"{here(plan)}/approve/done", leader.page
    assert "Hva skjer nå?" in leader.page
    assert stage(aasnes, plan) == "approved"
    version = aasnes.get(f"/plans/{plan}", "doctor", "doctor").json["version"]
    leader.page = before
    leader.send(f"{here(plan)}/approve", {"confirmed": "1"})
    assert aasnes.get(f"/plans/{plan}", "doctor", "doctor").json["version"] == version


def test_one_who_does_not_lead_sees_and_decides_nothing(aasnes: Town, plan: str) -> None:
    for name in ("doctor", "stranger", "supervisor"):
        visitor = browser(aasnes, name)
        visitor.get(f"{here(plan)}/approve")
        assert visitor.status in {403, 404}
        assert "Begrunnelse" not in visitor.page
        visitor.send(f"{here(plan)}/approve", {"statement": "Ja.", "confirmed": "1"})
        assert visitor.status in {403, 404}
    assert stage(aasnes, plan) == "submitted"


def test_a_page_in_english_is_english(aasnes: Town, plan: str, leader: Browser) -> None:
    leader.send("/language", {"language": "en", "back": f"{here(plan)}/approve"})
    assert leader.path == f"{here(plan)}/approve"
    assert 'lang="en"' in leader.page
    leader.send("/language", {"language": "nb", "back": "https://elsewhere.example/"})
    assert leader.path == "/"


@pytest.mark.usefixtures("at_work")
def test_the_doctor_sees_first_what_others_decided_and_not_what_they_did_themselves(
    aasnes: Town, plan: str
) -> None:
    doctor = browser(aasnes, "doctor")
    doctor.get(f"/doctor/{plan}")
    assert f"{GOAL} ble sendt inn" not in doctor.page
    approved = {"statement": "Vist i praksis.", "justification": "Sett."}
    aasnes.done(f"/plans/{plan}/goals/{GOAL}/approve", "leader", "leader", approved)
    doctor.get(f"/doctor/{plan}")
    news = doctor.page.partition("Nytt fra andre")[2].partition("Krav og hva som er gjort")[0]
    assert news.count("<tr>") > 1
    assert f"{GOAL}" in news.partition("<tbody>")[2].partition("</tr>")[0]
    leader = browser(aasnes, "leader")
    leader.get(f"/leader/{plan}")
    assert "Nytt fra andre" not in leader.page
