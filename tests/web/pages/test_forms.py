"""What holds of every form: nothing typed is lost, and one sees what came while one wrote."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta

import pytest

from application.actors import Role
from application.sessions import FRESH
from tests.support.browser import HERE, HIDDEN, OWN_SITE, Browser, browser
from tests.support.town import Town
from tests.web.api.test_journey import GOAL, ready
from web.pages import frame
from web.pages.fields import Kind
from web.pages.forms import FORMS

assert frame.AREAS, "every form is put up by its area"
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


@pytest.mark.usefixtures("at_work")
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


def test_the_last_form_sent_when_signed_out_is_the_one_that_is_kept(
    aasnes: Town, plan: str
) -> None:
    leader = browser(aasnes, "leader")
    leader.get(here(plan))
    key = dict(HIDDEN.findall(leader.page))["form_key"]
    signed_out(aasnes, leader, "leader")
    leader.send(here(plan), {"comment": "Først."})
    approve = here(plan).replace("/return", "/approve")
    told = {"statement": WRITTEN, "form_key": key}
    sent = leader.client.post(approve, base_url=HERE, data=told, headers=OWN_SITE)
    assert sent.status_code == 303
    signs_in(aasnes, leader, "leader")
    assert leader.path == approve
    assert WRITTEN in leader.page


def test_a_receipt_cannot_be_made_by_a_link(aasnes: Town, plan: str) -> None:
    leader = browser(aasnes, "leader")
    approve = here(plan).replace("/return", "/approve")
    for link in (f"{approve}/done?after=1", "/?done=leading.approve&after=1&seal=00"):
        leader.get(link)
        assert "Det er registrert" not in leader.page


@pytest.mark.slow
@pytest.mark.parametrize("name", sorted(FORMS))
def test_a_form_is_neither_shown_to_nor_taken_from_one_without_its_capacity(
    aasnes: Town, name: str
) -> None:
    """One who has nothing to do with anything is told so before anything is looked up."""
    form = FORMS[name]
    path = form.address
    for argument in re.findall(r"<[^>]+>", path):
        path = path.replace(argument, "1" if argument.startswith("<int") else some(argument))
    stranger = browser(aasnes, "stranger")
    stranger.get(path)
    blank = form.role in PARTIES and "plan" not in path
    assert stranger.status in ({200, 403, 404} if blank else {403, 404}), stranger.page
    if "<uuid:proceeding>" not in form.address:
        number = {field.key: "9123456" for field in form.asked if field.kind in PEOPLE}
        stranger.send(path, number)
        assert stranger.status in {400, 403, 404, 409, 422}, stranger.page
        assert "(9123456)" not in stranger.page


PARTIES = {Role.DOCTOR, Role.REPRESENTATIVE, Role.INVITED, Role.COLLEAGUE}
PEOPLE = {Kind.PERSON, Kind.PEOPLE}


def some(argument: str) -> str:
    return "00000000-0000-0000-0000-000000000001" if "uuid" in argument else "ALM-001"


def test_an_english_page_is_english(aasnes: Town) -> None:
    visitor = browser(aasnes)
    found = visitor.client.get("/sign-in", base_url=HERE, headers={"Accept-Language": "en"})
    page = found.get_data(as_text=True)
    assert "Skip to the content" in page
    assert "Hopp til innholdet" not in page
