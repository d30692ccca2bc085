"""Letters of a case on its pages: written, seen, and sent as the notice."""

from __future__ import annotations

from datetime import date

import pytest

from tests.support.browser import HERE, OWN_SITE, browser
from tests.support.cases_on_pages import NOT_FOR_ONE, at, decided, form, visible
from tests.support.printing import printer
from tests.support.town import Town
from tests.web.api.test_proceedings import DECISION, DIRECTORATE, DOCTOR, Room, applied

OFFICER = "directorate-officer"


@pytest.fixture
def room(aasnes: Town) -> Room:
    printer()
    found = applied(aasnes)
    aasnes.clock.day = date(2026, 3, 31)
    found.done("/decide", DIRECTORATE, DECISION)
    return found


@pytest.mark.usefixtures("at_work")
def test_a_letter_is_written_seen_and_sent_as_the_notice(room: Room) -> None:
    officer = browser(room.town, "directorate")
    writes = form(room, OFFICER, "/letters")
    officer.get(at(room, OFFICER))
    assert writes in officer.page
    officer.get(writes)
    officer.send(writes, {"kind": "decision-notice"})
    assert officer.status == 200, visible(officer.page)
    (letter,) = room.trail()["letters"]
    assert "Underretning om vedtak" in officer.page
    there = at(room, OFFICER, f"/letters/{letter['letter']}")
    key = officer.page.partition('name="form_key" value="')[2].partition('"')[0]
    before = len(room.town.get(f"{room.path}/openings", *DOCTOR).json["items"])
    found = officer.client.post(there, base_url=HERE, data={"form_key": key}, headers=OWN_SITE)
    assert found.mimetype == "application/pdf"
    assert found.data.startswith(b"%PDF")
    assert "attachment" in found.headers["Content-Disposition"]
    after = len(room.town.get(f"{room.path}/openings", *DOCTOR).json["items"])
    assert after == before + 1
    officer.get(at(room, OFFICER))
    assert "Send som underretning" in officer.page
    decided(
        officer,
        form(room, OFFICER, "/notice"),
        {"channel": "digital", "letter": letter["letter"]},
    )
    assert room.trail()["rulings"][0]["says"] == letter["says"]


def test_a_letter_is_not_handed_to_others(room: Room) -> None:
    made = room.done("/letters", DIRECTORATE, {"kind": "decision-notice"})["made"]
    for name, role in (
        ("board", "personnel-board-officer"),
        ("another_doctor", "doctor"),
        ("stranger", OFFICER),
    ):
        visitor = browser(room.town, name)
        path = at(room, role, f"/letters/{made}")
        visitor.get(path)
        assert visitor.status in NOT_FOR_ONE
        visitor.send(path)
        assert visitor.status in NOT_FOR_ONE
        assert "%PDF" not in visitor.page


def test_the_audit_says_why_it_opens_a_letter(room: Room) -> None:
    made = room.done("/letters", DIRECTORATE, {"kind": "decision-notice"})["made"]
    audit = browser(room.town, "auditor")
    path = at(room, "auditor", f"/letters/{made}")
    audit.get(at(room, "auditor"))
    assert path in audit.page
    audit.get(path)
    audit.send(path)
    assert audit.status == 400
    assert "Dette må rettes" in audit.page
