"""The organiser's groups: what is offered can be done, and where nothing can, it is said why."""

from __future__ import annotations

import pytest

from tests.support.browser import Browser, browser
from tests.support.cases_on_pages import AN_ID, visible
from tests.support.town import Town
from tests.web.api.group_meetings import FIRST, ORGANISER, Met, meet

DIPLOMA = "Utsted kursbevis"


def caught_up(town: Town) -> None:
    services = town.services
    assert services.views.wait_for(services.histories.position(), seconds=20)


def organiser(met: Met) -> Browser:
    caught_up(met.town)
    return browser(met.town, "organiser")


@pytest.mark.usefixtures("at_work")
def test_a_diploma_is_offered_in_the_second_year_to_one_who_was_there_in_both(aasnes: Town) -> None:
    met = meet(aasnes)
    met.admit("first")
    visitor = organiser(met)
    visitor.get(f"/group-organiser{met.group.removeprefix('/groups')}")
    assert "Doctor" in visitor.page
    assert DIPLOMA not in visitor.page
    met.admit("second")
    met.hold("second", "2025-10-01")
    visitor.get(visitor.path)
    assert DIPLOMA not in visitor.page
    met.hold("first", "2024-10-02")
    visitor.get(visitor.path)
    assert visitor.page.count(DIPLOMA) == 1


@pytest.mark.usefixtures("at_work")
def test_a_diploma_that_cannot_be_issued_is_refused_with_why_and_no_id(aasnes: Town) -> None:
    met = meet(aasnes)
    met.admit("first")
    visitor = organiser(met)
    address = f"/group-organiser/do{met.group}/members/{met.doctor}/diploma"
    visitor.get(address)
    told = {"diploma": "GV-1", "issuedOn": "2026-05-04"}
    visitor.send(address, told)
    visitor.send(address, told | {"confirmed": "1"})
    assert visitor.status == 409
    assert "Legen er ikke tatt inn i gruppens andre år" in visitor.page
    assert not AN_ID.search(visible(visitor.page))


@pytest.mark.usefixtures("at_work")
def test_the_doctor_and_the_group_are_named_where_a_diploma_is_read_over_and_issued(
    aasnes: Town,
) -> None:
    met = meet(aasnes)
    met.admit("first", "second")
    met.hold("first", "2024-10-02")
    met.hold("second", "2025-10-01")
    visitor = organiser(met)
    address = f"/group-organiser/do{met.group}/members/{met.doctor}/diploma"
    visitor.get(address)
    told = {"diploma": "GV-1", "issuedOn": "2026-05-04"}
    visitor.send(address, told)
    assert "Se over før du sender" in visitor.page
    read_over = " ".join(visible(visitor.page).split())
    assert "Veiledningsgruppe Hamar Lege Doctor" in read_over
    visitor.send(address, {"confirmed": "1"})
    assert visitor.path == f"{address}/done", " ".join(visible(visitor.page).split())
    assert "Veiledningsgruppe Hamar Lege Doctor" in " ".join(visible(visitor.page).split())


@pytest.mark.usefixtures("at_work")
def test_one_who_lacks_the_second_year_can_be_chosen_for_it(aasnes: Town) -> None:
    met = meet(aasnes)
    address = f"/group-organiser/do{met.group}/members"
    visitor = organiser(met)
    visitor.get(address)
    assert "Doctor, venter siden" in visitor.page
    met.admit("first")
    caught_up(aasnes)
    visitor.get(address)
    assert "Doctor, første år i Hamar til" in visitor.page
    plan = met.plan.removeprefix("/plans/")
    visitor.send(address, {"year": "second", "plan": plan})
    assert "Det er registrert" in visitor.page
    caught_up(aasnes)
    visitor.get(address)
    assert plan not in visitor.page


@pytest.mark.usefixtures("at_work")
def test_one_whose_training_is_over_is_not_chosen_for_a_group(aasnes: Town) -> None:
    met = meet(aasnes)
    met.admit("first")
    aasnes.done(f"{met.plan}/withdraw", "doctor", "doctor", {"lastDay": "2026-05-03"})
    visitor = organiser(met)
    visitor.get(f"/group-organiser/do{met.group}/members")
    assert met.plan.removeprefix("/plans/") not in visitor.page


@pytest.mark.usefixtures("at_work")
def test_a_group_without_members_says_so_and_has_no_button_to_send(aasnes: Town) -> None:
    formed = aasnes.done("/groups", *ORGANISER, {"name": "Kongsvinger", "formedOn": "2024-05-02"})
    group = f"/groups/{formed['made']}"
    aasnes.done(f"{group}/years", *ORGANISER, FIRST)
    visitor = browser(aasnes, "organiser")
    visitor.get(f"/group-organiser/do{group}/gatherings")
    assert "Gruppen har ingen medlemmer ennå" in visitor.page
    assert "Skjemaet kan ikke sendes" in visitor.page
    assert '<button class="ds-button">' not in visitor.page


@pytest.mark.usefixtures("at_work")
def test_a_new_assessment_of_no_goal_says_why_and_has_no_button(aasnes: Town) -> None:
    plan = aasnes.plan()
    doctor = browser(aasnes, "doctor")
    doctor.get(f"/doctor/do{plan}/reassessments")
    assert "Ingen læringsmål er avgjort som ikke oppnådd" in doctor.page
    assert '<button class="ds-button">' not in doctor.page
    doctor.get(f"/doctor/do{plan}/absences")
    assert '<button class="ds-button">' in doctor.page
