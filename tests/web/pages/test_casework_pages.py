"""Every page of casework that is led to is there for whom it is, and shows what people read."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

import pytest

from infrastructure.embedded import EmbeddedPostgres
from tests.support.cases_on_pages import (
    appealed,
    at,
    decided,
    form,
    forwarded,
    looks,
    shows_no_code,
    visible,
    walked,
)
from tests.support.town import Town
from tests.support.town_fixtures import own_town
from tests.web.api import test_municipal_appeal
from tests.web.api.inbox import a_refusal, sent
from tests.web.api.test_proceedings import BOARD, DIRECTORATE, DOCTOR, Room
from tests.web.api.test_represented import let_in

municipal = test_municipal_appeal.room
OURS = "(?:do/|cases|inbox|sent|exemptions|establishments)"
"""How the pages of casework begin; those of a doctor's file are another's matter."""
STARTS = {
    "directorate": ("directorate-officer", ["", "/cases", "/inbox", "/exemptions"]),
    "board": ("personnel-board-officer", ["", "/inbox"]),
    "helseklage": ("helseklage-officer", ["", "/inbox"]),
    "leader": ("leader", ["/cases", "/inbox"]),
    "administrator": ("administrator", ["/cases", "/sent"]),
    "governor": ("county-governor-officer", [""]),
    "stranger": ("representative", ["", "/sent"]),
    "auditor": ("auditor", [""]),
}


@pytest.fixture
def room(aasnes: Town) -> Iterator[Room]:
    with a_refusal(aasnes) as found:
        let_in(found, "decisions", "plan")
        yield found


@pytest.fixture(scope="module")
def lived(server: EmbeddedPostgres) -> Iterator[Room]:
    """Give a case in which nearly everything there is has happened, alone in its town."""
    with own_town(server) as made, a_refusal(made.with_new_people()) as found:
        let_in(found, "decisions", "plan")
        yield much_has_happened_in(found)


def much_has_happened_in(room: Room) -> Room:
    room.done("/access", DOCTOR, {"text": "Alt."})
    room.done("/impartiality", DOCTOR, {"reason": "Kjenner søkeren."})
    room.done("/deferrals", DOCTOR, {"until": "appeal-decided", "grounds": "Haster."})
    appeal = forwarded(room)
    told = {"outcome": "changed", "result": "granted", "text": "Klagen fører fram."}
    room.done(f"/appeals/{appeal}/decide", BOARD, told)
    room.done("/costs", DOCTOR, {"amount": 12000, "grounds": "Advokat."})
    sent(room, date(2026, 4, 22))
    return room


def of_the_case(room: Room, role: str) -> list[str]:
    return [at(room, role), at(room, role, "/texts")]


@pytest.mark.parametrize("name", STARTS)
def test_each_page_one_is_led_to_is_there_and_shows_no_code(lived: Room, name: str) -> None:
    role, rests = STARTS[name]
    visitor = looks(lived, name)
    starts = [f"/{role}{rest}" for rest in rests]
    if name in {"directorate", "board", "stranger", "auditor"}:
        starts += of_the_case(lived, role)
    pages = 0
    for path in walked(
        visitor, starts, rf"/{role}/(?:do/|cases|inbox|sent|exemptions|establishments)"
    ):
        shows_no_code(visitor.page)
        assert "style=" not in visitor.page, path
        pages += 1
    assert pages >= len(starts)


def test_the_doctor_is_led_to_nothing_that_is_not_there(lived: Room) -> None:
    doctor = looks(lived, "doctor")
    starts = [f"/doctor/{lived.plan.removeprefix('/plans/')}/cases", *of_the_case(lived, "doctor")]
    paths = list(walked(doctor, starts, "/doctor/cases"))
    assert at(lived, "doctor", "/openings") in paths


def test_the_audit_is_shown_no_form_that_changes_anything(lived: Room) -> None:
    audit = looks(lived, "auditor")
    own = ["/auditor", f"/auditor/{lived.plan.removeprefix('/plans/')}/cases"]
    for path in walked(audit, [*own, *of_the_case(lived, "auditor")], "/auditor/cases"):
        assert "/do/" not in audit.page, path


def test_the_room_tells_what_was_done_by_whom_and_by_which_law(lived: Room) -> None:
    officer = looks(lived, "directorate")
    officer.get(at(lived, "directorate-officer"))
    told = visible(officer.page)
    for part in (
        "Doctor",
        "Åsnes",
        "Vedtaket ble truffet",
        "Directorate (saksbehandler i Helsedirektoratet)",
        "En klage ble sendt klageinstansen",
        "forvaltningsloven (LOV-1967-02-10)",
        "Underretning sendt",
        "Var den i tide?",
        "Krav om sakskostnader",
    ):
        assert part in told, part


def test_a_page_in_english_is_english(lived: Room) -> None:
    officer = looks(lived, "directorate")
    here = at(lived, "directorate-officer")
    officer.get(here)
    officer.send("/language", {"language": "en", "back": here})
    assert 'lang="en"' in officer.page
    told = visible(officer.page)
    for part in ("What you can do", "Specialist approval", "The trail", "Who did what"):
        assert part in told, part
    assert "Dette kan du gjøre" not in told
    assert not re.search(r"[æøåÆØÅ]", told.replace("Åsnes", "").replace("Bokmål", "")), [
        line for line in told.splitlines() if re.search(r"[æøåÆØÅ]", line)
    ]


def test_only_what_the_case_is_ripe_for_comes_first(room: Room) -> None:
    officer = looks(room, "directorate")
    officer.get(at(room, "directorate-officer"))
    first = officer.page.partition("<summary>Mer")[0]
    assert "/do/" not in first
    appeal = appealed(room)
    officer.get(at(room, "directorate-officer"))
    first = officer.page.partition("<summary>Mer")[0]
    assert form(room, "directorate-officer", f"/appeals/{appeal}/review") in first
    assert form(room, "directorate-officer", "/reverse") not in first
    assert form(room, "directorate-officer", "/reverse") in officer.page
    assert form(room, "directorate-officer", "/decide") not in officer.page


def test_a_leader_decides_and_the_municipalitys_own_body_hears(municipal: Room) -> None:
    leader = looks(municipal, "leader")
    leader.get(f"/leader/{municipal.plan.removeprefix('/plans/')}/cases")
    assert at(municipal, "leader") in leader.page
    told = {"outcome": "refused", "text": "Permisjon innvilges ikke."}
    decided(leader, form(municipal, "leader", "/decide"), told)
    decided(leader, form(municipal, "leader", "/notice"), {"channel": "digital"})
    municipal.arrived(("leader", "leader"))
    doctor = looks(municipal, "doctor")
    doctor.get(form(municipal, "doctor", "/appeals"))
    assert "Et menneske avgjør om klagen er i tide" in visible(doctor.page)
    decided(doctor, form(municipal, "doctor", "/appeals"), {"grounds": "Uenig."})
    (line,) = municipal.trail()["appeals"]
    path = f"/appeals/{line['appeal']}"
    ground = {"ground": "no-time-runs", "reason": "Det er et enkeltvedtak."}
    decided(leader, form(municipal, "leader", f"{path}/accept-late"), ground)
    review = {"outcome": "maintained", "text": "Som før."}
    decided(leader, form(municipal, "leader", f"{path}/review"), review)
    decided(leader, form(municipal, "leader", f"{path}/forward"), {"to": "municipal-appeal-body"})
    member = looks(municipal, "member")
    member.get("/appeals-member")
    assert at(municipal, "appeals-member") in member.page
    heard = {"outcome": "upheld", "text": "Klagen tas ikke til følge."}
    decided(member, form(municipal, "appeals-member", f"{path}/decide"), heard)
    assert municipal.trail()["appeals"][0]["outcome"] == "upheld"


def test_an_officer_closes_a_case_that_is_over(room: Room) -> None:
    officer = looks(room, "directorate")
    path = form(room, "directorate-officer", "/close")
    decided(officer, path, {})
    assert room.trail(DIRECTORATE)["closedOn"] is not None
    officer.get(at(room, "directorate-officer"))
    assert "avsluttet" in visible(officer.page)


def test_a_list_of_a_doctors_cases_has_those_one_may_see_alone(municipal: Room) -> None:
    """The Directorate's case of the same doctor is not the leader's to know of."""
    made = municipal.town.done(
        f"{municipal.plan}/proceedings", *DOCTOR, {"kind": "specialist-approval"}
    )["made"]
    plan = municipal.plan.removeprefix("/plans/")
    doctor, leader = looks(municipal, "doctor"), looks(municipal, "leader")
    doctor.get(f"/doctor/{plan}/cases")
    assert f"/doctor/cases/{made}" in doctor.page
    assert at(municipal, "doctor") in doctor.page
    leader.get(f"/leader/{plan}/cases")
    assert at(municipal, "leader") in leader.page
    assert made not in leader.page
    leader.get("/leader/cases")
    assert made not in leader.page
