"""The page of those who keep the system running: who acts for the bodies, and until when."""

from __future__ import annotations

from application.ids import new_id
from application.people.service import EnterPerson
from domain.shared.ids import Id
from tests.support.browser import Browser, browser
from tests.support.cases_on_pages import NOT_FOR_ONE, decided, kept_and_told, shows_no_code
from tests.support.town import Town

HERE, OFFICERS = "/system-administrator", "/system-administrator/do/bodies/officers"


def somebody(town: Town) -> tuple[Id, str]:
    """Return one entered just now, by id and HPR number."""
    hpr = str(8_000_000 + int(new_id()[-5:], 16) % 900_000)
    entered = EnterPerson(person=new_id(), name="Siv Organ", hpr=hpr)
    return town.services.people.enter_unasked(entered).person, hpr


def operator(town: Town) -> Browser:
    found = browser(town, "operator")
    found.get(HERE)
    return found


def test_one_is_appointed_in_a_body_listed_there_and_released(aasnes: Town) -> None:
    person, hpr = somebody(aasnes)
    visitor = operator(aasnes)
    told = {"kind": "county-governor", "firstDay": "2026-05-04"}
    kept_and_told(visitor, OFFICERS, told | {"person": "x"}, "HPR")
    decided(visitor, OFFICERS, told | {"person": hpr})
    visitor.get(HERE)
    ends = f"{OFFICERS}/{person}/release"
    assert f"{ends}?kind=county-governor" in visitor.page
    assert "Siv Organ" in visitor.page
    shows_no_code(visitor.page)
    decided(visitor, ends, {"kind": "county-governor", "lastDay": "2026-05-31"})
    visitor.get(HERE)
    assert ends not in visitor.page
    assert "31. mai 2026" in visitor.page


def test_nobody_else_sees_who_acts_for_the_bodies(aasnes: Town) -> None:
    for name in ("leader", "directorate", "stranger"):
        visitor = browser(aasnes, name)
        visitor.get(HERE)
        assert visitor.status in NOT_FOR_ONE


def test_one_without_the_office_anywhere_is_told_so_and_who_can_help(aasnes: Town) -> None:
    visitor = browser(aasnes, "board")
    visitor.get("/appeals-member")
    assert visitor.status == 403
    assert "Du har ikke denne rollen i noen virksomhet i dag." in visitor.page
    assert "kan den som oppnevner der hjelpe deg" in visitor.page
    assert "Acting-For" not in visitor.page
