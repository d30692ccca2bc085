"""Documents of a case on its pages: sent as a file, opened by a button, taken back."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from typing import Any

import pytest

from tests.support.browser import HERE, OWN_SITE, Browser
from tests.support.cases_on_pages import NOT_FOR_ONE, at, decided, form, looks, visible
from tests.support.forms import PLAIN
from tests.support.town import Town
from tests.web.api.inbox import a_refusal
from tests.web.api.test_proceedings import DOCTOR, Room

OFFICER = "directorate-officer"


@pytest.fixture
def room(aasnes: Town) -> Iterator[Room]:
    with a_refusal(aasnes) as found:
        yield found


def sends(visitor: Browser, path: str, content: bytes, name: str, **told: str) -> Any:
    visitor.get(path)
    file: dict[str, Any] = {"file": (BytesIO(content), name)}
    return visitor.send(path, {**told, **file})


def test_a_party_sends_a_document_and_an_official_opens_it(room: Room) -> None:
    doctor = looks(room, "doctor")
    path = form(room, "doctor", "/documents")
    doctor.get(at(room, "doctor"))
    assert path in doctor.page
    doctor.get(path)
    assert 'name="internal"' not in doctor.page
    sends(doctor, path, PLAIN, "attest.txt", patientsNotNamed="1")
    assert doctor.status == 200, visible(doctor.page)
    (line,) = room.trail()["documents"]
    officer = looks(room, "directorate")
    officer.get(at(room, OFFICER))
    there = at(room, OFFICER, f"/documents/{line['document']}")
    assert f'action="{there}"' in officer.page
    assert f"/documents/{line['document']}/note" in officer.page
    key = officer.page.partition('name="form_key" value="')[2].partition('"')[0]
    found = officer.client.post(there, base_url=HERE, data={"form_key": key}, headers=OWN_SITE)
    assert found.data == PLAIN
    assert "attest.txt" in found.headers["Content-Disposition"]
    openings = room.town.get(f"{room.path}/openings", *DOCTOR).json["items"]
    assert openings[-1]["openedBy"] == room.town.people["directorate"]


def test_what_is_no_document_is_refused_in_words(room: Room) -> None:
    doctor = looks(room, "doctor")
    path = form(room, "doctor", "/documents")
    sends(doctor, path, b"MZ\x90\x00\x03", "attest.pdf", patientsNotNamed="1")
    assert doctor.status in {400, 415, 422}
    assert "Dette må rettes" in doctor.page
    doctor.get(path)
    doctor.send(path, {"patientsNotNamed": "1"})
    assert doctor.status == 400
    assert "Fyll ut «" in doctor.page
    assert room.trail()["documents"] == []


def test_it_is_taken_back_by_whoever_sent_it(room: Room) -> None:
    doctor = looks(room, "doctor")
    sends(doctor, form(room, "doctor", "/documents"), PLAIN, "a.txt", patientsNotNamed="1")
    (line,) = room.trail()["documents"]
    path = form(room, "doctor", f"/documents/{line['document']}/withdraw")
    doctor.get(at(room, "doctor"))
    assert path in doctor.page
    decided(doctor, path, {"reason": "Feil vedlegg."})
    assert room.trail()["documents"][0]["withdrawnOn"] is not None


def test_others_neither_send_nor_open(room: Room) -> None:
    doctor = looks(room, "doctor")
    sends(doctor, form(room, "doctor", "/documents"), PLAIN, "a.txt", patientsNotNamed="1")
    (line,) = room.trail()["documents"]
    for name, role in (("another_doctor", "doctor"), ("board", "personnel-board-officer")):
        other = looks(room, name)
        sends(other, form(room, role, "/documents"), PLAIN, "b.txt", patientsNotNamed="1")
        assert other.status in NOT_FOR_ONE
        other.send(at(room, role, f"/documents/{line['document']}"))
        assert other.status in NOT_FOR_ONE
    assert len(room.trail()["documents"]) == 1
