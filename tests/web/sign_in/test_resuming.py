"""What was typed when one had to sign in first is there again, by whichever way one signs in."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from application.actors import Actor, Role
from application.bodies.service import AppointBodyOfficer
from domain.bodies.body import BodyKind
from tests.infrastructure.oidc.running import LEADER
from tests.support.browser import Browser
from tests.support.town import order
from tests.web.sign_in.house import House, come_back

FORM = "/system-administrator/do/bodies/officers"
AS_LARS = {"sub": "leader", "helseid://claims/identity/pid": LEADER}
WRITTEN = "2027-03-09"
ONCE = replace(order(), keyed=True)
"""Asked for again it has been done: the town is the same in every test."""


@pytest.fixture
def lars(home: House) -> Browser:
    """A system administrator who has begun to appoint somebody."""
    operator = Actor(person=home.town.people["operator"], acting_as=Role.SYSTEM_ADMINISTRATOR)
    officer = AppointBodyOfficer(
        kind=BodyKind.OPERATIONS, person=home.lars, first_day=date(2020, 1, 1)
    )
    home.town.services.bodies.appoint(officer, operator, ONCE)
    home.liar.lies.claims = AS_LARS
    visitor = home.signed_in()
    visitor.get(FORM)
    assert visitor.status == 200, visitor.page
    return visitor


def test_it_is_there_after_signing_in_at_the_provider(home: House, lars: Browser) -> None:
    home.entrance.sessions.end_all(home.lars)
    lars.send(FORM, {"firstDay": WRITTEN})
    assert lars.path == "/sign-in"
    home.sign_in(lars)
    assert lars.path == FORM
    assert WRITTEN in lars.page
    assert "Ingenting er sendt ennå" in lars.page


def test_another_who_signs_in_there_does_not_see_it(home: House, lars: Browser) -> None:
    home.entrance.sessions.end_all(home.lars)
    lars.send(FORM, {"firstDay": WRITTEN})
    home.liar.lies.claims = {}
    lars.send("/sign-in/helseid", {"next": "/"})
    come_back(lars, home.answer())
    assert lars.path == "/"
    lars.get(FORM)
    assert WRITTEN not in lars.page
