"""Each instance strikes what was done in its own room, and nothing of the other's."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from application.actors import Actor, Role
from application.bodies.service import AppointBodyOfficer
from application.ids import new_id
from application.people.service import EnterPerson
from domain.bodies.body import BodyKind
from tests.support.town import Town, order
from tests.web.api.of_establishment import HELSEKLAGE, with_helseklage
from tests.web.api.of_establishment import applied as of_establishment
from tests.web.api.test_preparing import COLLEAGUE, WHY, with_colleague
from tests.web.api.test_proceedings import BOARD, DIRECTORATE, DOCTOR, Room, applied
from tests.web.api.test_refusals import nothing_recorded, refused

MEMBER = ("member", "personnel-board-officer")
REASON = {"reason": "Ført på feil sak."}
UPHELD = {"outcome": "upheld", "text": "Klagen tas ikke til følge."}


def with_member(town: Town) -> Town:
    """Return the town with one who sits in the board, and in the Directorate as well."""
    member = new_id()
    town.services.people.enter_unasked(EnterPerson(person=member, name="Nemndsmedlem"))
    operator = Actor(person=town.people["operator"], acting_as=Role.SYSTEM_ADMINISTRATOR)
    for kind in (BodyKind.PERSONNEL_BOARD, BodyKind.DIRECTORATE):
        officer = AppointBodyOfficer(kind=kind, person=member, first_day=date(2019, 1, 1))
        town.services.bodies.appoint(officer, operator, order())
    return replace(town, people={**town.people, "member": member})


@pytest.fixture
def room(aasnes: Town) -> Room:
    return applied(with_member(with_colleague(aasnes)))


def forwarded(room: Room, by: tuple[str, str] = DIRECTORATE) -> str:
    """Return the path of an appeal that the board has."""
    room.notified()
    room.town.clock.day = date(2026, 4, 10)
    appeal = "/appeals/" + str(room.done("/appeals", DOCTOR)["made"])
    room.done(f"{appeal}/review", by, {"outcome": "maintained", "text": "Som før."})
    room.done(f"{appeal}/forward", by, {"to": "personnel-board"})
    return appeal


def last(room: Room) -> str:
    return f"/facts/{room.trail()['version']}/correct"


def test_what_the_board_found_of_its_own_member_is_the_boards_to_strike(room: Room) -> None:
    """L-FVL-15: struck by the other instance, the disqualified member could decide."""
    appeal = forwarded(room)
    asked = {**WHY, "official": str(room.town.people["board"])}
    question = "/impartiality/" + room.done("/impartiality", DOCTOR, asked)["made"]
    answer = {"disqualified": True, "ground": "related-to-a-party", "reason": "Søster."}
    room.done(f"{question}/decide", MEMBER, answer)
    with nothing_recorded(room.town):
        refused(room.post(last(room), COLLEAGUE, REASON), 403, "role-not-permitted")
        refused(room.post(last(room), BOARD, REASON), 422, "rule-broken")
        refused(room.post(f"{appeal}/decide", BOARD, UPHELD), 422, "rule-broken")
    room.done(last(room), MEMBER, REASON)


def test_what_the_board_noted_is_the_boards_to_strike(room: Room) -> None:
    appeal = forwarded(room)
    room.done(f"{appeal}/rest", DOCTOR, {"maintained": True})
    (line,) = room.trail(BOARD)["withoutEffect"]
    room.done(f"/without-effect/{line['sending']}/note", BOARD)
    with nothing_recorded(room.town):
        refused(room.post(last(room), DIRECTORATE, REASON), 403, "role-not-permitted")
    room.done(last(room), BOARD, REASON)


@pytest.mark.parametrize("asks", [DIRECTORATE, MEMBER], ids=["first-instance", "board"])
def test_a_question_of_impartiality_is_taken_back_by_who_asked_it(
    room: Room, asks: tuple[str, str]
) -> None:
    forwarded(room)
    asked = {**WHY, "official": str(room.town.people["board"]), "instance": "personnel-board"}
    room.done("/impartiality", asks, asked)
    struck = last(room)
    with nothing_recorded(room.town):
        for other in {COLLEAGUE, BOARD} - {asks}:
            assert room.post(struck, other, REASON).status_code == 403
    room.done(struck, asks, REASON)


def test_the_disqualified_do_not_ask_another_instance_to_find_them_impartial(room: Room) -> None:
    """Of one instance's official another answers nothing, whatever the question says."""
    appeal = forwarded(room)
    asked = {**WHY, "official": str(room.town.people["board"])}
    question = "/impartiality/" + room.done("/impartiality", DOCTOR, asked)["made"]
    answer = {"disqualified": True, "ground": "related-to-a-party", "reason": "Søster."}
    room.done(f"{question}/decide", MEMBER, answer)
    anew = room.done("/impartiality", BOARD, asked | {"instance": "directorate"})["made"]
    free = {"disqualified": False, "reason": "Ser ingen grunn."}
    with nothing_recorded(room.town):
        told = room.post(f"/impartiality/{anew}/decide", COLLEAGUE, free)
        refused(told, 403, "other-instance")
        refused(room.post(f"{appeal}/decide", BOARD, UPHELD), 422, "rule-broken")


def test_costs_are_not_decided_at_the_appeal_body_by_one_who_decided_below(room: Room) -> None:
    """L-FVL-15: what the costs were for was their own decision being wrong."""
    appeal = forwarded(room, ("member", "directorate-officer"))
    changed = {"outcome": "changed", "result": "granted", "text": "Medhold."}
    room.done(f"{appeal}/decide", BOARD, changed)
    room.done("/notice", BOARD, {"channel": "digital", "says": ["lawsuit", "costs"]})
    room.arrived(BOARD)
    claim = room.done("/costs", DOCTOR, {"amount": 5000})["made"]
    refusal = {"outcome": "refused", "amount": 0, "reason": "Ikke nødvendig."}
    with nothing_recorded(room.town):
        told = room.post(f"/costs/{claim}/decide", MEMBER, refusal)
        assert refused(told, 422, "rule-broken")["rule"] == "L-FVL-15"
    room.done(f"/costs/{claim}/decide", BOARD, refusal)


def test_an_appeal_is_decided_by_the_body_it_was_sent_to_alone(aasnes: Town) -> None:
    """Where the law names no body a person does, and two appeals may go to two (AMB-43)."""
    room = of_establishment(with_helseklage(aasnes), "half-time-exemption")
    room.town.clock.day = date(2026, 3, 31)
    room.done("/decide", DIRECTORATE, {"outcome": "refused", "text": "Nei."})
    appeal = room.appealed()
    another = {"appellant": str(room.town.people["doctor"]), "knewOn": "2026-03-31"}
    other = "/appeals/" + room.done("/appeals", DIRECTORATE, another)["made"]
    for one, to in ((appeal, "helseklage"), (other, "personnel-board")):
        ground = {"ground": "no-time-runs", "reason": "Veien er ikke klar."}
        room.done(f"{one}/accept-late", DIRECTORATE, ground)
        room.done(f"{one}/review", DIRECTORATE, {"outcome": "maintained", "text": "Som før."})
        room.done(f"{one}/forward", DIRECTORATE, {"to": to})
    with nothing_recorded(room.town):
        refused(room.post(f"{other}/decide", HELSEKLAGE, UPHELD), 403, "other-instance")
        refused(room.post(f"{other}/detriment", HELSEKLAGE), 403, "other-instance")
    room.done(f"{appeal}/decide", HELSEKLAGE, UPHELD)
    room.done(f"{other}/decide", BOARD, UPHELD)
