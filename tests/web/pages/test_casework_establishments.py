"""A case about an establishment on pages: those who act for it are the party, in that one alone."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest

from tests.support.cases_on_pages import (
    NOT_FOR_ONE,
    at,
    form,
    looks,
    shows_no_code,
    visible,
    walked,
)
from tests.support.projecting import projecting
from tests.support.town import ORGANISATION, Town
from tests.web.api.of_establishment import LEADER, Case, applied, with_helseklage

HERE = "/administrator/cases"


@pytest.fixture
def case(aasnes: Town) -> Iterator[Case]:
    with projecting(aasnes.addresses.application):
        found = applied(with_helseklage(aasnes))
        found.notified()
        found.town.clock.day = date(2026, 4, 20)
        yield found


def of(case: Case) -> str:
    return f"?for={case.town.organisation}"


def test_the_administrator_appeals_for_the_establishment_chosen(case: Case) -> None:
    """One who serves more than one is led on in the one chosen, through every form."""
    by = looks(case, "administrator")
    by.get(HERE)
    assert of(case) in by.page
    by.get(f"{HERE}?for={ORGANISATION}")
    assert at(case, "administrator") not in by.page
    by.get(HERE + of(case))
    assert at(case, "administrator") + of(case) in by.page
    by.get(at(case, "administrator") + of(case))
    assert "Siste dag for å klage: tirsdag 21. april 2026" in visible(by.page)
    path = form(case, "administrator", "/appeals")
    assert path + of(case) in by.page
    by.get(path + of(case))
    assert 'name="appellant"' not in by.page
    by.send(path, {"grounds": "Vi har arenaene som kreves."})
    by.send(path, {"confirmed": "1"})
    assert by.path == f"{path}/done", visible(by.page)
    assert f"{at(case, 'administrator')}{of(case)}" in by.page
    (line,) = case.trail(LEADER)["appeals"]
    assert line["appellant"] == str(case.town.organisation)


def test_a_leader_is_the_party_and_enters_nothing_as_an_official(case: Case) -> None:
    leader = looks(case, "leader")
    leader.get(f"/leader/cases{of(case)}")
    assert at(case, "leader") + of(case) in leader.page
    leader.get(at(case, "leader") + of(case))
    shows_no_code(leader.page)
    assert form(case, "leader", "/appeals") in leader.page
    for rest in ("/decide", "/reverse", "/close", "/facts/"):
        assert form(case, "leader", rest) not in leader.page
    leader.get(form(case, "leader", "/appeals") + of(case))
    assert 'name="receivedOn"' not in leader.page


def test_every_page_of_it_is_there_for_the_administrator(case: Case) -> None:
    by = looks(case, "administrator")
    starts = [HERE + of(case), at(case, "administrator") + of(case)]
    for _ in walked(by, starts, "/administrator/(?:cases|sent|do/proceedings)"):
        shows_no_code(by.page)


def test_others_than_its_own_see_nothing_of_it(case: Case) -> None:
    for name, role in (("stranger", "administrator"), ("doctor", "leader"), ("deputy", "leader")):
        visitor = looks(case, name)
        for rest in ("", "/texts"):
            visitor.get(at(case, role, rest) + of(case))
            assert visitor.status in NOT_FOR_ONE, (name, rest)
