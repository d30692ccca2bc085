"""Somebody without an HPR number, such as a leader, is named by their identity number."""

from __future__ import annotations

import logging

import pytest

from application.actors import Actor, Role
from domain.shared.ids import Id
from tests.infrastructure.oidc.running import LEADER as NUMBER
from tests.support.browser import browser
from tests.support.cases_on_pages import decided, visible
from tests.support.town import Town
from tests.web.sign_in.house import entered

UNKNOWN = "13817199158"


def actor_of(town: Town, person: Id, role: Role = Role.DOCTOR) -> Actor:
    return Actor(person=person, acting_as=role, acting_for=town.organisation)


def offices(town: Town) -> str:
    return f"/administrator/do/organisations/{town.organisation}/officers"


@pytest.mark.usefixtures("at_work")
def test_a_leader_without_an_hpr_number_is_appointed_and_the_number_shown_no_more(
    aasnes: Town,
) -> None:
    person = entered(aasnes, "Lars Holm", NUMBER)
    before = len(aasnes.services.people.looks(actor_of(aasnes, person)))
    administrator = browser(aasnes, "administrator")
    told = {"office": "deputy", "firstDay": "2026-05-04", "person": NUMBER}
    administrator.get(offices(aasnes))
    assert "fødselsnummeret til den som ikke har det" in administrator.page
    administrator.send(offices(aasnes), told)
    assert "Se over før du sender" in administrator.page
    assert "Lars Holm" in visible(administrator.page)
    assert NUMBER not in visible(administrator.page)
    decided(administrator, offices(aasnes), told)
    assert NUMBER not in administrator.page
    assert NUMBER not in administrator.path
    card = aasnes.services.establishments.card(
        aasnes.organisation, actor_of(aasnes, aasnes.people["administrator"], Role.ADMINISTRATOR)
    )
    assert any(one.person == person and one.office == "deputy" for one in card.officers)
    # Whoever was named by their number sees that they were.
    assert len(aasnes.services.people.looks(actor_of(aasnes, person))) > before


def test_a_number_that_nobody_has_is_told_beside_its_field_and_noted_nowhere(
    aasnes: Town, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    administrator = browser(aasnes, "administrator")
    administrator.get(offices(aasnes))
    told = {"office": "deputy", "firstDay": "2026-05-04", "person": UNKNOWN}
    administrator.send(offices(aasnes), told)
    assert administrator.status == 400
    assert "Ingen med dette fødselsnummeret er lagt inn" in visible(administrator.page)
    assert UNKNOWN not in caplog.text
