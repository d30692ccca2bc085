"""The party in a case: the deadline explained, the appeal sent, one who acts for another."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest

from tests.support.cases_on_pages import (
    GROUNDS,
    NOT_FOR_ONE,
    appealed,
    at,
    caught_up,
    decided,
    form,
    kept_and_told,
    looks,
    visible,
)
from tests.support.town import Town
from tests.web.api.inbox import WORDS, a_refusal
from tests.web.api.test_proceedings import DIRECTORATE, DOCTOR, Room
from tests.web.api.test_represented import let_in

BY = ("stranger", "representative")


@pytest.fixture
def room(aasnes: Town) -> Iterator[Room]:
    with a_refusal(aasnes) as found:
        found.town.clock.day = date(2026, 4, 20)
        yield found


def plan_of(room: Room) -> str:
    return room.plan.removeprefix("/plans/")


def test_the_deadline_is_explained_where_one_appeals(room: Room) -> None:
    doctor = looks(room, "doctor")
    doctor.get(f"/doctor/{plan_of(room)}/cases")
    assert at(room, "doctor") in doctor.page
    for path in (at(room, "doctor"), form(room, "doctor", "/appeals")):
        doctor.get(path)
        told = visible(doctor.page)
        assert "Siste dag for å klage: tirsdag 21. april 2026" in told
        assert "1 dag igjen" in told
        assert "Slik er den regnet ut" in told
        assert "forvaltningsloven" in told
        assert "Klagen er i tide når" in told
        assert "Kommer klagen for sent, blir den tatt imot likevel" in told
    room.town.clock.day = date(2026, 4, 24)
    doctor.get(at(room, "doctor"))
    assert "Fristen er ute" in visible(doctor.page)
    assert form(room, "doctor", "/appeals") in doctor.page


def test_the_doctor_appeals_and_is_told_what_happens(room: Room) -> None:
    doctor = looks(room, "doctor")
    path = form(room, "doctor", "/appeals")
    doctor.get(path)
    # A party is not asked what an official enters.
    for name in ("receivedOn", "channel", "appellant", "defects"):
        assert f'name="{name}"' not in doctor.page
    decided(doctor, path, {"grounds": GROUNDS})
    assert "Endres det ikke, sendes klagen til klageinstansen" in doctor.page
    (line,) = room.trail()["appeals"]
    assert (line["verdict"], line["receivedOn"]) == ("in-time", "2026-04-20")
    doctor.get(at(room, "doctor"))
    assert form(room, "doctor", f"/appeals/{line['appeal']}/withdraw") in doctor.page


def test_too_long_grounds_are_told_of_and_kept(room: Room) -> None:
    grounds = "Uenig. " * 4_000
    doctor = looks(room, "doctor")
    kept_and_told(doctor, form(room, "doctor", "/appeals"), {"grounds": grounds.strip()}, "tegn")
    assert room.trail()["appeals"] == []


def test_an_appeal_is_withdrawn_once_it_is_read_over(room: Room) -> None:
    appeal = appealed(room)
    doctor = looks(room, "doctor")
    decided(doctor, form(room, "doctor", f"/appeals/{appeal}/withdraw"), {})
    assert room.trail()["appeals"][0]["stage"] == "withdrawn"


@pytest.mark.parametrize(
    ("rest", "told", "where"),
    [
        ("/comments", {"text": "Se attesten."}, "comments"),
        ("/access", {"text": "Alle dokumentene."}, "access"),
        ("/impartiality", {"reason": "Gift med lederen."}, "impartiality"),
    ],
)
def test_a_party_speaks_in_the_case(
    room: Room, rest: str, told: dict[str, str], where: str
) -> None:
    doctor = looks(room, "doctor")
    path = form(room, "doctor", rest)
    doctor.get(at(room, "doctor"))
    assert path in doctor.page
    doctor.get(path)
    doctor.send(path, told | {"confirmed": "1"})
    assert doctor.status == 200, visible(doctor.page)
    assert len(room.trail()["preparation"][where]) == 1


def test_a_party_asks_for_deferral_and_demands_reasons(room: Room) -> None:
    doctor = looks(room, "doctor")
    told = {"until": "appeal-decided", "grounds": "Ellers mister jeg stillingen."}
    decided(doctor, form(room, "doctor", "/deferrals"), told)
    assert len(room.trail()["aside"]["deferrals"]) == 1
    decided(doctor, form(room, "doctor", "/reasons/demand"), {})
    assert room.trail()["rulings"][0]["reasonsDemandedOn"] == ["2026-04-20"]


def test_costs_can_be_claimed_once_a_decision_is_changed(room: Room) -> None:
    doctor = looks(room, "doctor")
    path = form(room, "doctor", "/costs")
    kept_and_told(doctor, path, {"amount": "tusen", "grounds": "Advokat."}, "heltall")
    told = {"ground": "not-to-detriment", "outcome": "granted", "text": "Innvilget."}
    room.done("/reverse", DIRECTORATE, told)
    decided(doctor, path, {"amount": "12000", "grounds": "Advokat."})
    (claim,) = room.trail()["aside"]["costs"]
    assert claim["claimed"] == 12000


def test_something_is_sent_in_and_its_receipt_is_found(room: Room) -> None:
    doctor = looks(room, "doctor")
    path = "/doctor/do/incoming"
    kept_and_told(doctor, path, {"to": "helseklage", "about": "Avslaget"}, "Fyll ut «")
    decided(doctor, path, {"to": "helseklage", "about": "Avslaget", "words": WORDS})
    caught_up(room)
    doctor.get("/doctor/sent")
    assert "mandag 20. april 2026" in doctor.page
    assert WORDS not in doctor.page


def test_one_may_apply_in_ones_own_plan_alone(room: Room) -> None:
    doctor = looks(room, "doctor")
    path = f"/doctor/do{room.plan}/proceedings"
    decided(doctor, path, {"kind": "points"})
    caught_up(room)
    doctor.get(f"/doctor/{plan_of(room)}/cases")
    assert visible(doctor.page).count("venter på vedtak") == 1
    other = looks(room, "another_doctor")
    other.get(path)
    assert other.status in NOT_FOR_ONE
    other.get(f"/doctor/{plan_of(room)}/cases")
    assert other.status in NOT_FOR_ONE


def test_a_representative_finds_the_cases_and_appeals_for_the_doctor(room: Room) -> None:
    let_in(room, "decisions")
    by = looks(room, "stranger")
    by.get("/representative")
    assert "Doctor" in by.page
    assert f'href="/representative/{plan_of(room)}"' not in by.page
    # One may act for several: of what is sent in it is asked whom it concerns.
    by.get("/representative/do/incoming")
    assert "Hvem det gjelder, og hvilket vedtak" in by.page
    by.get(f"/representative/{plan_of(room)}/cases")
    assert at(room, "representative") in by.page
    decided(by, form(room, "representative", "/appeals"), {"grounds": GROUNDS})
    (line,) = room.trail()["appeals"]
    assert line["sentBy"] == room.town.people["stranger"]
    assert line["appellant"] == room.town.people["doctor"]


def test_a_power_of_attorney_over_the_plan_shows_the_plan_and_no_case(room: Room) -> None:
    let_in(room, "plan")
    by = looks(room, "stranger")
    by.get("/representative")
    assert f'href="/representative/{plan_of(room)}"' in by.page
    by.get(f"/representative/{plan_of(room)}/cases")
    assert at(room, "representative") not in by.page
    by.get(at(room, "representative"))
    assert by.status in NOT_FOR_ONE


def test_without_power_of_attorney_nothing_is_shown(room: Room) -> None:
    by = looks(room, "stranger")
    by.get("/representative")
    assert plan_of(room) not in by.page
    by.get(f"/representative/{plan_of(room)}/cases")
    assert by.status in NOT_FOR_ONE
    assert "Doctor" not in visible(by.page)


def test_a_power_of_attorney_that_is_over_is_over(room: Room) -> None:
    let_in(room, "decisions", lastDay="2026-04-19")
    by = looks(room, "stranger")
    by.get(f"/representative/{plan_of(room)}/cases")
    assert by.status in NOT_FOR_ONE
    by.send(form(room, "representative", "/appeals"), {"grounds": GROUNDS, "confirmed": "1"})
    assert by.status in NOT_FOR_ONE
    assert room.town.get(room.path, *DOCTOR).json["appeals"] == []
