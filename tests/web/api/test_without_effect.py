"""What a party sends that can change nothing, over HTTP: a receipt that says so, and the docket."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest

from application.ids import new_id
from application.proceedings.trails.told.trail import named_in, told_trail
from domain.shared.ids import Id
from tests.support.town import Town
from tests.web.api.inbox import a_refusal
from tests.web.api.test_aside import CHANGED, claimed
from tests.web.api.test_case_documents import forwarded, listed, sent
from tests.web.api.test_docket import docket
from tests.web.api.test_proceedings import BOARD, DIRECTORATE, DOCTOR, SAYS, Room, applied
from tests.web.api.test_refusals import nothing_recorded, refused

MET = {"outcome": "changed", "text": "Klagen tas til følge."}


@pytest.fixture
def room(aasnes: Town) -> Iterator[Room]:
    with a_refusal(aasnes) as found:
        found.town.clock.day = date(2026, 4, 10)
        yield found


def appealed(room: Room) -> str:
    return str(room.done("/appeals", DOCTOR, {"grounds": "Uenig."})["made"])


def waits(room: Room, who: tuple[str, str]) -> list[str]:
    return [one["waitsFor"] for one in docket(room, who)]


def test_withdrawing_an_appeal_that_is_over_has_a_receipt_that_says_so(room: Room) -> None:
    appeal = appealed(room)
    room.done(f"/appeals/{appeal}/review", DIRECTORATE, MET)
    sending = room.post(f"/appeals/{appeal}/withdraw", DOCTOR, Idempotency_Key="trekk")
    assert sending.status_code == 201
    assert sending.json["says"].startswith("The appeal is already met; nothing was withdrawn.")
    assert sending.json["recordedAt"]
    again = room.post(f"/appeals/{appeal}/withdraw", DOCTOR, Idempotency_Key="trekk")
    assert (again.status_code, again.json["says"]) == (200, sending.json["says"])
    trail = room.trail()
    assert trail["appeals"][0]["stage"] == "changed"
    (line,) = trail["withoutEffect"]
    assert (line["what"], line["because"], line["of"], line["stage"], line["receivedOn"]) == (
        "appeal-withdrawn",
        "over",
        appeal,
        "changed",
        "2026-04-10",
    )
    assert line["says"]["nb"].startswith("Klagen er allerede tatt til følge; ingenting ble trukket")
    assert trail["steps"][-1]["tag"] == "proceeding.sent-without-effect"
    note = f"/without-effect/{line['sending']}/note"
    assert "see-sending" in waits(room, DIRECTORATE)
    with nothing_recorded(room.town):
        refused(room.post(note, DOCTOR), 403, "role-not-permitted")
        refused(room.post(note, BOARD), 403, "other-instance")
        unknown = room.post(f"/without-effect/{new_id()}/note", DIRECTORATE)
        refused(unknown, 404, "unknown-sending")
    room.done(note, DIRECTORATE)
    assert "see-sending" not in waits(room, DIRECTORATE)
    assert room.trail()["withoutEffect"][0]["notedOn"] == "2026-04-10"
    with nothing_recorded(room.town):
        refused(room.post(note, DIRECTORATE), 409, "sending-noted")


def test_a_receipt_of_what_had_its_effect_says_nothing_more(room: Room) -> None:
    appeal = appealed(room)
    assert "says" not in room.done(f"/appeals/{appeal}/withdraw", DOCTOR)


def test_withdrawing_an_appeal_there_never_was_is_kept_in_the_case(room: Room) -> None:
    told = room.done(f"/appeals/{new_id()}/withdraw", DOCTOR)
    assert told["says"].startswith("Saken har ingen slik klage; ingenting ble trukket.")
    assert "see-sending" in waits(room, DIRECTORATE)
    with nothing_recorded(room.town):
        refused(room.post(f"/appeals/{new_id()}/withdraw", DIRECTORATE), 404, "unknown-appeal")


def test_an_answer_nobody_asked_for_is_laid_before_the_one_who_has_the_appeal(room: Room) -> None:
    appeal = appealed(room)
    forwarded(room, appeal)
    told = room.post(f"/appeals/{appeal}/rest", DOCTOR, {"maintained": True})
    assert told.json["says"].startswith("Nobody asked whether the rest is maintained; ")
    assert "see-sending" in waits(room, BOARD)
    assert "see-sending" not in waits(room, DIRECTORATE)
    (line,) = room.trail(BOARD)["withoutEffect"]
    assert line["what"] == "rest-maintained"
    with nothing_recorded(room.town):
        away = room.post(f"/without-effect/{line['sending']}/note", DIRECTORATE)
        refused(away, 403, "other-instance")
    room.done(f"/without-effect/{line['sending']}/note", BOARD)
    assert room.trail()["appeals"][0]["stage"] == "forwarded"


def test_an_appeal_over_access_nobody_asked_for_keeps_its_words(room: Room) -> None:
    body = {"grounds": "Jeg fikk aldri se loggen."}
    told = room.post(f"/access/{new_id()}/appeal", DOCTOR, body)
    assert told.json["says"].startswith("The case has no such request for access; ")
    words = room.town.get(f"{room.path}/words", *DIRECTORATE).json["items"]
    assert body["grounds"] in [one["text"] for one in words]
    with nothing_recorded(room.town):
        entered = room.post(f"/access/{new_id()}/appeal", DIRECTORATE, body)
        refused(entered, 404, "unknown-access-request")


def test_a_document_is_withdrawn_once_and_the_second_time_is_told(room: Room) -> None:
    document, why = sent(room), {"reason": "Feil fil."}
    room.done(f"/documents/{document}/withdraw", DOCTOR, why)
    told = room.post(f"/documents/{document}/withdraw", DOCTOR, why)
    assert told.json["says"].startswith("The document is already withdrawn; ")
    assert room.trail()["withoutEffect"][0]["what"] == "document-withdrawn"
    own = sent(room, DIRECTORATE)
    room.done(f"/documents/{own}/withdraw", DIRECTORATE, why)
    with nothing_recorded(room.town):
        twice = room.post(f"/documents/{own}/withdraw", DIRECTORATE, why)
        refused(twice, 409, "document-withdrawn")


def test_a_document_about_an_appeal_there_never_was_is_of_the_case(room: Room) -> None:
    document = sent(room, appeal=str(new_id()))
    assert listed(room)[document]["appeal"] is None


@pytest.mark.parametrize("body", [{"amount": 0}, {"amount": None}, {}])
def test_a_claim_that_lacks_its_sum_is_taken_in_and_the_sum_comes_later(
    room: Room, body: dict[str, Any]
) -> None:
    made = room.done("/costs", DOCTOR, body)["made"]
    (line,) = room.trail()["aside"]["costs"]
    assert (line["claimed"], line["lacksSum"]) == (None, True)
    assert "ask-for-sum" in waits(room, DIRECTORATE)
    with nothing_recorded(room.town):
        refused(room.post(f"/costs/{made}/sum", DOCTOR, {"amount": -1}), 400, "no-sum")
        refused(room.post("/costs", DOCTOR, {"amount": -1}), 400, "no-sum")
        refused(room.post(f"/costs/{new_id()}/sum", DOCTOR, {"amount": 1}), 404, "unknown-claim")
        ahead = {"amount": 1, "receivedOn": "2026-04-11"}
        refused(room.post(f"/costs/{made}/sum", DIRECTORATE, ahead), 400, "day-in-future")
    room.done(f"/costs/{made}/sum", DOCTOR, {"amount": 12_500, "receivedOn": "2026-04-01"})
    (line,) = room.trail()["aside"]["costs"]
    assert (line["claimed"], line["lacksSum"]) == (12_500, False)
    assert "ask-for-sum" not in waits(room, DIRECTORATE)
    room.done(f"/costs/{made}/sum", DIRECTORATE, {"amount": 13_000, "receivedOn": "2026-04-09"})
    assert room.trail()["aside"]["costs"][0]["claimed"] == 13_000


def test_a_sum_from_one_without_authority_waits_in_the_inbox(room: Room) -> None:
    claim = room.done("/costs", DOCTOR)["made"]
    made = room.done(f"/costs/{claim}/sum", ("stranger", "representative"), {"amount": 900})
    texts = room.town.get(f"/incoming/{made['caseId']}/words", *DIRECTORATE).json["items"]
    assert any("900 kroner" in one["text"] for one in texts)
    assert room.trail()["aside"]["costs"][0]["lacksSum"] is True


def test_a_demand_for_reasons_from_before_the_decision_is_entered_and_judged(
    aasnes: Town,
) -> None:
    """Section 24: no decision was there to explain, so no time is interrupted; a person sees it."""
    room = applied(aasnes)
    room.town.clock.day = date(2026, 3, 31)
    later = {"outcome": "refused", "text": "Avslag.", "reasonsLater": True}
    room.done("/decide", DIRECTORATE, later)
    room.done("/notice", DIRECTORATE, {"channel": "digital", "says": SAYS})
    room.arrived(DIRECTORATE)
    room.town.clock.day = date(2026, 4, 10)
    with nothing_recorded(room.town):
        ahead = room.post("/reasons/demand", DIRECTORATE, {"demandedOn": "2026-04-11"})
        refused(ahead, 400, "day-in-future")
    room.done("/reasons/demand", DIRECTORATE, {"demandedOn": "2026-03-30"})
    trail = room.trail()
    assert trail["lastDay"] == "2026-04-21"
    steps = trail["rulings"][0]["periods"][-1]["steps"]
    assert "before the decision on Tuesday 31 March 2026" in steps[-1]["says"]["en"]
    room.done("/reasons/demand", DIRECTORATE, {"demandedOn": "2026-03-31"})
    assert room.trail()["lastDay"] is None


def test_a_claim_that_is_decided_is_not_asked_about(room: Room) -> None:
    room.done("/reverse", DIRECTORATE, CHANGED)
    claim = claimed(room, amount=0)
    granted = {"outcome": "granted", "amount": 5000, "reason": "Etter regningen."}
    room.done(f"{claim}/decide", DIRECTORATE, granted)
    assert "ask-for-sum" not in waits(room, DIRECTORATE)


def test_what_a_party_says_of_others_or_of_a_ruling_there_never_was_keeps_nothing_out(
    room: Room,
) -> None:
    nobody, ahead = str(new_id()), "2030-01-01"
    room.done("/appeals", DOCTOR, {"appellant": nobody, "sentBy": nobody, "reachedOn": ahead})
    room.done("/costs", DOCTOR, {"amount": 1, "claimant": nobody, "sentBy": nobody, "ruling": 99})
    room.done("/deferrals", DOCTOR, {"sentBy": nobody, "ruling": 99, "receivedOn": ahead})
    room.done("/reasons/demand", DOCTOR, {"ruling": 99, "demandedOn": ahead})
    trail, doctor = room.trail(), room.town.people["doctor"]
    assert [(one["appellant"], one["sentBy"]) for one in trail["appeals"]] == [(doctor, doctor)]
    assert trail["aside"]["costs"][0]["claimant"] == doctor
    assert trail["rulings"][0]["reasonsDemandedOn"] == ["2026-04-10"]
    with nothing_recorded(room.town):
        named = room.post("/reasons/demand", DIRECTORATE, {"ruling": 99})
        refused(named, 400, "unknown-ruling")


def test_the_trail_tells_of_it_in_both_languages(room: Room) -> None:
    appeal, services = appealed(room), room.town.services
    room.done("/costs", DOCTOR, {"amount": 0})
    room.done(f"/appeals/{appeal}/review", DIRECTORATE, MET)
    room.done(f"/appeals/{appeal}/withdraw", DOCTOR)
    found = services.trails.unasked(Id(room.path.removeprefix("/proceedings/")))
    names = services.people.names(named_in(found))
    told = [one.says for part in told_trail(found, names) for one in part.lines]
    who = names[room.town.people["doctor"]]
    (vain,) = [one for one in told if one.nb.startswith("Sendt uten virkning")]
    assert vain.nb.startswith(f"Sendt uten virkning fredag 10. april 2026 av {who} (lege): Klagen")
    assert vain.en.startswith(
        f"Sent without effect on Friday 10 April 2026 by {who} (doctor): The appeal is already met"
    )
    says = {one.en for one in told}
    assert "It lacks its sum." in says
    assert any("the claim for costs lacks its sum" in one for one in says)
    assert any("sent without effect is to be looked at" in one for one in says)
    assert any("A party sent something without effect" in one for one in says)
