"""Lists and days of casework: what a body has had, who opened what, and in which order it was."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest

from tests.support.cases_on_pages import at, caught_up, forwarded, looks, visible
from tests.support.town import Town
from tests.web.api import test_municipal_appeal
from tests.web.api.inbox import a_refusal
from tests.web.api.test_proceedings import BOARD, DIRECTORATE, DOCTOR, Room
from web.pages.casework import docket

OFFICER, THE_BOARD = "directorate-officer", "personnel-board-officer"
municipal = test_municipal_appeal.room


@pytest.fixture
def room(aasnes: Town) -> Iterator[Room]:
    with a_refusal(aasnes) as found:
        found.town.clock.day = date(2026, 4, 20)
        yield found


def another_of(room: Room) -> Room:
    """Return another case of the same doctor, which nobody has decided."""
    applies = {"kind": "specialist-approval"}
    made = room.town.done(f"{room.plan}/proceedings", *DOCTOR, applies)["made"]
    return replace(room, path=f"/proceedings/{made}")


def heard(room: Room) -> None:
    appeal = forwarded(room)
    told = {"outcome": "upheld", "text": "Klagen fører ikke fram."}
    room.done(f"/appeals/{appeal}/decide", BOARD, told)
    room.done("/notice", BOARD, {"channel": "digital", "says": ["lawsuit"]})
    room.arrived(BOARD)
    room.done("/close", DIRECTORATE)
    caught_up(room)


def table_of_days(page: str) -> str:
    return visible(page.partition("Dagene i saken")[2].partition("</figure>")[0])


def test_an_appeal_body_finds_the_cases_it_has_had(room: Room) -> None:
    heard(room)
    another = another_of(room)
    board, helseklage = looks(room, "board"), looks(room, "helseklage")
    board.get(f"/{THE_BOARD}")
    assert "Saker dere har hatt" in board.page
    assert at(room, THE_BOARD) in board.page
    # What never came to it, and what another body heard, is not its to know of.
    assert at(another, THE_BOARD) not in board.page
    helseklage.get("/helseklage-officer")
    assert at(room, "helseklage-officer") not in helseklage.page


def test_cases_that_do_not_fit_are_on_further_pages(
    room: Room, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(docket, "MOST", 1)
    another_of(room)
    caught_up(room)
    officer = looks(room, "directorate")
    pages = []
    for number in ("", "?page=2"):
        officer.get(f"/{OFFICER}/cases{number}")
        pages.append(officer.page.partition("Saker dere avgjør")[2])
    (first,), (second,) = (re.findall(rf"/{OFFICER}/cases/[0-9a-f-]+", one) for one in pages)
    assert first != second
    assert 'cases?page=2">Eldre saker' in pages[0]
    assert "Nyere saker" not in pages[0]
    assert 'cases?page=1">Nyere saker' in pages[1]
    for odd in ("-1", "x", "9" * 30):
        officer.get(f"/{OFFICER}/cases?page={odd}")
        assert officer.status == 200


def test_the_municipalitys_own_body_finds_its_cases(municipal: Room) -> None:
    member = looks(municipal, "member")
    member.get("/appeals-member")
    assert at(municipal, "appeals-member") not in member.page
    municipal.town.done(
        f"{municipal.path}/decide", "leader", "leader", {"outcome": "refused", "text": "Nei."}
    )
    appeal = municipal.done("/appeals", DOCTOR, {"grounds": "Uenig."})["made"]
    leader = ("leader", "leader")
    ground = {"ground": "no-time-runs", "reason": "Det er et enkeltvedtak."}
    municipal.done(f"/appeals/{appeal}/accept-late", leader, ground)
    review = {"outcome": "maintained", "text": "Som før."}
    municipal.done(f"/appeals/{appeal}/review", leader, review)
    municipal.done(f"/appeals/{appeal}/forward", leader, {"to": "municipal-appeal-body"})
    upheld = {"outcome": "upheld", "text": "Nei."}
    municipal.done(f"/appeals/{appeal}/decide", ("member", "appeals-member"), upheld)
    caught_up(municipal)
    member.get("/appeals-member")
    had = member.page.partition("Saker dere har hatt")[2]
    assert at(municipal, "appeals-member") in had


def test_what_was_opened_at_once_is_one_row_that_says_which_texts(room: Room) -> None:
    forwarded(room)
    officer, audit = looks(room, "directorate"), looks(room, "auditor")
    officer.send(at(room, OFFICER, "/texts"), {"reason": "Behandler klagen."})
    audit.get(at(room, "auditor", "/openings"))
    rows = re.findall(r"<tr><td>.*?</tr>", audit.page)
    of_officer = [visible(one) for one in rows if "Behandler klagen." in one]
    assert len(of_officer) == 1
    assert "Vedtaket ble truffet" in of_officer[0]
    assert "En klage kom inn" in of_officer[0]


def test_the_audit_is_told_of_the_doctor_and_not_of_itself(room: Room) -> None:
    plan = room.plan.removeprefix("/plans/")
    audit, doctor = looks(room, "auditor"), looks(room, "doctor")
    audit.get(f"/auditor/{plan}/openings")
    assert "en fortrolig tekst om legen" in audit.page
    assert "om deg" not in visible(audit.page)
    audit.get(f"/auditor/{plan}/cases")
    assert "hva du kan gjøre" not in visible(audit.page)
    doctor.get(f"/doctor/{plan}/openings")
    assert "en fortrolig tekst om deg" in doctor.page
    doctor.get(f"/doctor/{plan}/cases")
    assert "hva du kan gjøre" in visible(doctor.page)


def test_nothing_is_new_since_a_decision_there_is_not(room: Room) -> None:
    undecided, officer = another_of(room), looks(room, "directorate")
    caught_up(room)
    officer.get(at(undecided, OFFICER))
    assert "Hva som er kommet til etter vedtaket" not in officer.page
    officer.get(at(room, OFFICER))
    assert "Hva som er kommet til etter vedtaket" in officer.page


def test_what_was_recorded_first_stands_first_on_a_day(room: Room) -> None:
    heard(room)
    board = looks(room, "board")
    board.get(at(room, THE_BOARD))
    told = table_of_days(board.page)
    places = [
        told.index(one)
        for one in (
            "En klage kom inn",
            "Førsteinstansen vurderte en klage",
            "En klage ble sendt klageinstansen",
            "Klageinstansens avgjørelse",
            "Saken ble avsluttet",
        )
    ]
    assert places == sorted(places), told


def test_the_day_to_comment_stands_once_and_is_not_counted_to_once_it_is_decided(
    room: Room,
) -> None:
    undecided = another_of(room)
    notice = {"text": "Vi vurderer å avslå.", "commentBy": "2026-05-04"}
    undecided.done("/advance-notice", DIRECTORATE, notice)
    officer = looks(room, "directorate")
    caught_up(room)
    officer.get(at(undecided, OFFICER))
    told = table_of_days(officer.page)
    assert told.count("4. mai 2026") == 1
    assert "Frist for å uttale seg" in told
    assert "Parten kan uttale seg" not in told
    assert "14 dager" in told
    undecided.done("/comments", DOCTOR, {"text": "Jeg har sagt mitt."})
    undecided.done("/decide", DIRECTORATE, {"outcome": "refused", "text": "Avslås."})
    officer.get(at(undecided, OFFICER))
    told = table_of_days(officer.page)
    assert told.count("4. mai 2026") == 1
    assert "14 dager" not in told


def test_a_case_without_days_has_no_timeline(room: Room) -> None:
    opened = {"kind": "specialist-approval"}
    made = room.town.done(f"{room.plan}/proceedings", *DIRECTORATE, opened)["made"]
    officer = looks(room, "directorate")
    officer.get(f"/{OFFICER}/cases/{made}")
    assert "Tidslinje" not in officer.page
    officer.get(at(room, OFFICER))
    assert "Tidslinje" in officer.page
