"""What holds of every form: nothing typed is lost, and one sees what came while one wrote."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from application.sessions import FRESH
from tests.support.browser import Browser, browser
from tests.support.town import Town
from tests.web.api.test_journey import GOAL, ready

WRITTEN = "Vist i praksis, med æ, ø og å."


@pytest.fixture
def plan(aasnes: Town) -> str:
    return ready(aasnes).removeprefix("/plans/")


def here(plan: str) -> str:
    return f"/leader/do/plans/{plan}/goals/{GOAL}/return"


def signed_out(aasnes: Town, visitor: Browser, name: str) -> None:
    aasnes.client.application.extensions["alis-sessions"].end_all(aasnes.people[name])


def signs_in(aasnes: Town, visitor: Browser, name: str) -> None:
    visitor.get("/sign-in")
    visitor.send("/sign-in/demo", {"person": aasnes.people[name]})


def test_what_was_typed_when_signed_out_is_there_after_signing_in(aasnes: Town, plan: str) -> None:
    leader = browser(aasnes, "leader")
    leader.get(here(plan))
    signed_out(aasnes, leader, "leader")
    leader.send(here(plan), {"comment": WRITTEN})
    assert leader.path == "/sign-in"
    signs_in(aasnes, leader, "leader")
    assert leader.path == here(plan)
    assert WRITTEN in leader.page
    assert "Ingenting er sendt ennå" in leader.page
    leader.get(here(plan))
    assert WRITTEN not in leader.page


def test_what_one_typed_is_not_shown_to_the_next_at_the_machine(aasnes: Town, plan: str) -> None:
    leader = browser(aasnes, "leader")
    leader.get(here(plan))
    signed_out(aasnes, leader, "leader")
    leader.send(here(plan), {"comment": WRITTEN})
    signs_in(aasnes, leader, "operator")
    assert leader.path == "/", (leader.status, leader.page)
    leader.get(here(plan))
    assert WRITTEN not in leader.page


def test_a_form_of_nobodys_session_is_not_kept(aasnes: Town, plan: str) -> None:
    leader = browser(aasnes, "leader")
    leader.get(here(plan))
    signed_out(aasnes, leader, "leader")
    leader.send(here(plan), {"comment": WRITTEN, "form_key": "invented"})
    signs_in(aasnes, leader, "leader")
    assert leader.path == "/"


def test_one_who_decides_long_after_signing_in_proves_who_they_are_and_loses_nothing(
    aasnes: Town, plan: str
) -> None:
    leader = browser(
        aasnes, "leader", signed_in_at=datetime.now(UTC) - FRESH - timedelta(minutes=1)
    )
    approve = here(plan).replace("/return", "/approve")
    leader.get(approve)
    leader.send(approve, {"statement": WRITTEN, "justification": "Sett."})
    assert leader.path == "/sign-in/anew"
    leader.send("/sign-in/anew", {})
    assert leader.path == approve, leader.page
    assert WRITTEN in leader.page
    leader.send(approve, {"statement": WRITTEN, "justification": "Sett."})
    assert "Se over før du sender" in leader.page
    leader.send(approve, {"confirmed": "1"})
    assert leader.path == f"{approve}/done"


def test_what_came_while_one_wrote_is_told_and_what_was_written_is_kept(
    aasnes: Town, plan: str
) -> None:
    leader = browser(aasnes, "leader")
    leader.get(here(plan))
    aasnes.post(f"/plans/{plan}/goals/{GOAL}/recall", "doctor", "doctor", {})
    leader.send(here(plan), {"comment": WRITTEN})
    assert leader.status == 412
    assert "Endret siden du så på det" in leader.page
    assert f"{GOAL}" in leader.page
    assert WRITTEN in leader.page
