"""The letters of an establishment's case over HTTP: to the establishment, and by its name."""

from __future__ import annotations

import os
import re
from datetime import date
from pathlib import Path

import pytest

from application.ids import new_id
from application.people.service import EnterPerson
from tests.support.printing import printer, words
from tests.support.town import Town
from tests.web.api.of_establishment import HELSEKLAGE, Case, applied, with_helseklage
from tests.web.api.test_proceeding_letters import bytes_of, written
from tests.web.api.test_proceedings import DECISION, DIRECTORATE, DOCTOR

TO_A_PERSON = re.compile(r"\b(du|deg|din|ditt|dine)\b", re.IGNORECASE)
LEADER = ("leader", "leader")
REASONS = {"text": "Planen sier ikke hvordan legene blir vurdert (§ 23 bokstav d)."}


@pytest.fixture
def case(aasnes: Town) -> Case:
    printer()
    return applied(with_helseklage(aasnes))


def name_of(case: Case) -> str:
    name: str = case.town.get(case.plan, *LEADER).json["name"]
    return name


def told(case: Case, who: tuple[str, str], kind: str, reader: tuple[str, str], **more: str) -> str:
    letter = written(case, who, kind, **more)
    content = bytes_of(case, letter, reader)
    if kept := os.environ.get("KEEP_LETTERS"):
        Path(kept, f"{kind}-{letter}.pdf").write_bytes(content)
    return words(content)


def test_from_the_refusal_to_the_answer_every_letter_speaks_to_the_establishment(
    case: Case,
) -> None:
    name = name_of(case)
    case.town.clock.day = date(2026, 3, 31)
    case.done("/decide", DIRECTORATE, DECISION | REASONS)
    letters = [told(case, DIRECTORATE, "decision-notice", LEADER)]
    assert "Søknaden om registrering som utdanningsvirksomhet er avslått." in letters[0]
    assert "Virksomheten kan klage på vedtaket" in letters[0]
    assert "Helseklage" in letters[0]
    assert "spesialistforskriften § 21 første ledd" in letters[0]
    case.done("/notice", DIRECTORATE, {"channel": "digital", "letter": _last(case)})
    case.arrived(DIRECTORATE)
    case.town.clock.day = date(2026, 4, 22)
    appeal = str(case.done("/appeals", LEADER, {"grounds": "Planen er god nok."})["made"])
    letters.append(told(case, DIRECTORATE, "appeal-receipt", LEADER, appeal=appeal))
    ground = {"ground": "special-reasons", "reason": "Dette er viktig."}
    case.done(f"/appeals/{appeal}/accept-late", DIRECTORATE, ground)
    review = {"outcome": "maintained", "text": "Det er ikke vist noe nytt."}
    case.done(f"/appeals/{appeal}/review", DIRECTORATE, review)
    case.done(f"/appeals/{appeal}/forward", DIRECTORATE, {"to": "helseklage"})
    letters.append(told(case, DIRECTORATE, "appeal-forwarded", LEADER, appeal=appeal))
    heard = {"outcome": "changed", "result": "granted", "text": "Klagen fører fram."}
    case.done(f"/appeals/{appeal}/decide", HELSEKLAGE, heard)
    letters.append(told(case, HELSEKLAGE, "decision-notice", LEADER))
    for one in letters:
        assert name in one
        assert TO_A_PERSON.findall(one) == []


def test_what_nobody_applied_for_is_told_as_it_concerns_the_establishment(case: Case) -> None:
    made = case.town.done(f"{case.plan}/proceedings", *DIRECTORATE, {"kind": "registration"})
    there = Case(town=case.town, plan=case.plan, path=f"/proceedings/{made['made']}")
    there.done("/decide", DIRECTORATE, DECISION | {"outcome": "granted"})
    letter = told(there, DIRECTORATE, "decision-notice", LEADER)
    assert "om registrering som utdanningsvirksomhet til gunst for virksomheten." in letter


def test_the_receipt_and_the_dismissal_of_anothers_appeal_are_to_that_other(case: Case) -> None:
    case.notified()
    person = new_id()
    case.town.services.people.enter_unasked(EnterPerson(person=person, name="Nabo Naboesen"))
    case.town.clock.day = date(2026, 4, 20)
    body = {"appellant": str(person), "sentBy": str(person), "receivedOn": "2026-04-20"}
    appeal = str(case.done("/appeals", DIRECTORATE, body)["made"])
    receipt = told(case, DIRECTORATE, "appeal-receipt", LEADER, appeal=appeal)
    assert "Vi har mottatt klagen din" in receipt
    case.done(f"/appeals/{appeal}/dismiss", DIRECTORATE, {"reason": "Ingen klagerett."})
    letter = told(case, DIRECTORATE, "decision-notice", LEADER)
    assert "Nabo Naboesen" in letter
    assert "Du kan klage" in letter


def test_a_doctors_letter_that_goes_to_the_appeal_body_names_the_doctor(aasnes: Town) -> None:
    """What was decided of nobody's application is to the good of somebody, who has a name."""
    printer()
    plan = aasnes.plan()
    made = aasnes.done(f"{plan}/proceedings", *DIRECTORATE, {"kind": "specialist-approval"})
    case = Case(town=aasnes, plan=plan, path=f"/proceedings/{made['made']}")
    case.done("/decide", DIRECTORATE, DECISION | {"outcome": "granted"})
    notice = told(case, DIRECTORATE, "decision-notice", DOCTOR)
    assert "til gunst for deg." in notice
    letter = case.trail(DOCTOR)["letters"][-1]["letter"]
    case.done("/notice", DIRECTORATE, {"channel": "digital", "letter": letter})
    case.arrived(DIRECTORATE)
    appeal = str(case.done("/appeals", DOCTOR, {"grounds": "Feil dag."})["made"])
    review = {"outcome": "maintained", "text": "Som før."}
    case.done(f"/appeals/{appeal}/review", DIRECTORATE, review)
    case.done(f"/appeals/{appeal}/forward", DIRECTORATE, {"to": "personnel-board"})
    onward = told(case, DIRECTORATE, "appeal-forwarded", DOCTOR, appeal=appeal)
    assert "til gunst for Doctor." in onward
    assert TO_A_PERSON.findall(onward) == []


def _last(case: Case) -> str:
    letter: str = case.trail(LEADER)["letters"][-1]["letter"]
    return letter


def test_another_establishment_appeals_and_is_spoken_to_as_one(case: Case) -> None:
    other = with_helseklage(case.town).organisation
    case.notified()
    case.town.clock.day = date(2026, 4, 20)
    unknown = {"appellant": str(new_id()), "receivedOn": "2026-04-20"}
    refused = case.post("/appeals", DIRECTORATE, unknown)
    assert (refused.status_code, refused.json["code"]) == (400, "unknown-person")
    body = {"appellant": str(other), "receivedOn": "2026-04-20"}
    appeal = str(case.done("/appeals", DIRECTORATE, body)["made"])
    (line,) = case.trail(LEADER)["appeals"]
    assert (line["appellant"], line["verdict"]) == (str(other), "a-person-decides")
    name = case.town.get(f"/organisations/{other}", *LEADER).json["name"]
    receipt = told(case, DIRECTORATE, "appeal-receipt", LEADER, appeal=appeal)
    assert f"Vi har mottatt klagen fra {name}" in receipt
    assert TO_A_PERSON.findall(receipt) == []
    # It is not the party's to withdraw.
    assert case.done(f"/appeals/{appeal}/withdraw", LEADER)["says"]
    (line,) = case.trail(LEADER)["appeals"]
    assert line["stage"] != "withdrawn"
