"""An exemption decided in a case, as the Directorate and the body that hears the appeal see it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.support.browser import browser
from tests.support.cases_on_pages import at, caught_up, decided, form, looks, shows_no_code, visible
from tests.support.projecting import projecting
from tests.support.town import Town
from tests.web.api import test_exemptions_in_proceedings
from tests.web.api.exempting import applied
from tests.web.api.of_establishment import HELSEKLAGE
from tests.web.api.test_exemptions_in_proceedings import GRANTED, Taken
from tests.web.api.test_proceedings import DIRECTORATE

taken = test_exemptions_in_proceedings.taken
HEARS = HELSEKLAGE[1]


@pytest.fixture(autouse=True)
def _projected(aasnes: Town) -> Iterator[None]:
    with projecting(aasnes.addresses.application):
        yield


def test_where_it_was_decided_is_told_in_words(taken: Taken) -> None:
    taken.case.done("/decide", DIRECTORATE, GRANTED)
    for name, role in (("directorate", "directorate-officer"), ("leader", "leader")):
        officer = looks(taken.case, name)
        officer.get(f"/{role}{taken.exempting.exemption}")
        assert "vedtaket i saken her" in visible(officer.page)
        shows_no_code(officer.page)


def test_the_body_that_hears_the_appeal_decides_for_whom_it_is(taken: Taken) -> None:
    """It reads no exemption but by the case, and must say which doctors it changes it for."""
    refused = {"outcome": "refused", "text": "Avslås."}
    taken.case.done("/decide", DIRECTORATE, refused)
    appeal = taken.forwarded()
    officer = looks(taken.case, HELSEKLAGE[0])
    officer.get(form(taken.case, HEARS, "/superior/reverse"))
    assert officer.status == 200, visible(officer.page)
    path = form(taken.case, HEARS, f"{appeal}/decide")
    told = {
        "outcome": "changed",
        "result": "granted",
        "text": "Klagen tas til følge.",
        "exemption-firstDay": "2026-02-01",
        "exemption-lastDay": "2026-12-31",
        "exemption-plans": taken.exempting.plan.removeprefix("/plans/"),
    }
    officer.get(path)
    assert "Doctor" in visible(officer.page)
    officer.send(path, {name: says for name, says in told.items() if "-" not in name})
    assert "oppgi første og siste dag («Fritaket»)" in visible(officer.page)
    decided(officer, path, told)
    assert taken.status("2026-05-04") == "in-force"
    caught_up(taken.case)
    officer.get(at(taken.case, HEARS))
    shows_no_code(officer.page)


def test_what_the_arrival_of_a_refusal_lacks_is_told_beside_its_day(aasnes: Town) -> None:
    exempting = applied(aasnes)
    exempting.done("/refuse", {"statedIn": "vedtak 26/2", "decidedOn": "2026-01-20"})
    officer = browser(aasnes, "directorate")
    path = f"/directorate-officer/do{exempting.exemption}/notice"
    officer.get(path)
    assert "kunne åpne og lese den" in visible(officer.page)
    officer.send(path, {"channel": "digital", "confirmed": "1"})
    assert officer.status == 400
    assert 'id="wrong-alertedOn"' in officer.page
