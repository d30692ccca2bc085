"""Every opening of a confidential text is noted; strangers to it say why."""

from __future__ import annotations

from urllib.parse import urlencode

import pytest

from tests.support.forms import attached
from tests.support.town import Town, known_at
from tests.web.api.test_comments import AUDITOR, DOCTOR, LEADER, MIDWIFE, SUPERVISOR, said, things
from tests.web.api.test_journey import GOAL, guided, ready
from tests.web.api.test_refusals import refused


def reason(text: str) -> str:
    """Return a header as a client sends it: UTF-8, byte by byte."""
    return text.encode().decode("latin-1")


def decided(town: Town) -> str:
    plan = ready(town)
    town.done(f"{plan}/goals/{GOAL}/approve", *LEADER, {"statement": "Vist over tid."})
    return plan


def test_a_stranger_to_a_text_says_why_and_the_doctor_sees_it(aasnes: Town) -> None:
    plan = decided(aasnes)
    path = f"{plan}/goals/{GOAL}/words"
    told = refused(aasnes.get(path, *AUDITOR), 400, "reason-missing")
    assert told["field"] == "Reason"
    refused(aasnes.get(path, *AUDITOR, Reason="   "), 400, "reason-missing")
    why = "Tilsyn etter klage på vurderingen, sak 2026/17: æøå"
    assert aasnes.get(path, *AUDITOR, Reason=reason(why)).json["items"]
    (line,) = aasnes.get(f"{plan}/openings", *DOCTOR).json["items"]
    assert (line["openedBy"], line["actingAs"]) == (aasnes.people["auditor"], "auditor")
    assert (line["tag"], line["field"]) == ("plan.goal-approved", "statement")
    assert line["reason"] == why
    seen = aasnes.get(f"{plan}/openings", *AUDITOR).json
    assert seen["items"] == [line]
    assert seen["people"][aasnes.people["auditor"]] == "Auditor"


def test_latin_letters_of_an_older_client_are_understood(aasnes: Town) -> None:
    plan = decided(aasnes)
    aasnes.get(f"{plan}/goals/{GOAL}/words", *AUDITOR, Reason="på grunn av klage")
    (line,) = aasnes.get(f"{plan}/openings", *DOCTOR).json["items"]
    assert line["reason"] == "på grunn av klage"


def test_a_reason_of_endless_length_is_refused(aasnes: Town) -> None:
    plan = decided(aasnes)
    answer = aasnes.get(f"{plan}/goals/{GOAL}/words", *AUDITOR, Reason="x" * 501)
    refused(answer, 400, "reason-too-long")


def test_nobody_says_why_of_their_own_matter_but_it_is_noted(aasnes: Town) -> None:
    plan = decided(aasnes)
    session = aasnes.get(f"{plan}/sessions", *DOCTOR).json["items"][0]["session"]
    for who in (DOCTOR, SUPERVISOR):
        assert aasnes.get(f"{plan}/sessions/{session}/minutes", *who).status_code == 200
    for who in (DOCTOR, LEADER):
        assert aasnes.get(f"{plan}/goals/{GOAL}/words", *who).status_code == 200
    lines = aasnes.get(f"{plan}/openings", *DOCTOR).json["items"]
    assert [(line["actingAs"], line["field"], line["reason"]) for line in lines] == [
        ("doctor", "minutes", None),
        ("supervisor", "minutes", None),
        ("doctor", "statement", None),
        ("leader", "statement", None),
    ]


def test_a_leader_says_why_of_grounds_they_did_not_write(aasnes: Town) -> None:
    plan = aasnes.plan()
    words = said(aasnes, plan, "goal", GOAL)
    refused(aasnes.get(words, *LEADER), 400, "reason-missing")
    refused(aasnes.get(words, *SUPERVISOR), 400, "reason-missing")
    own = said(aasnes, plan, "goal", GOAL, LEADER)
    assert aasnes.get(own, *LEADER).status_code == 200


def test_those_who_answer_an_activity_are_party_to_it(aasnes: Town) -> None:
    plan = aasnes.plan()
    about = things(aasnes, plan)
    words = said(aasnes, plan, "activity", about["activity"])
    for who in (DOCTOR, SUPERVISOR, MIDWIFE):
        assert aasnes.get(words, *who).status_code == 200, who


def test_what_was_refused_is_not_noted_as_opened(aasnes: Town) -> None:
    plan = aasnes.plan()
    session = guided(aasnes, plan)
    refused(
        aasnes.get(f"{session}/minutes", *LEADER, Reason="Nysgjerrig."), 403, "role-not-permitted"
    )
    refused(aasnes.get(f"{session}/minutes", "stranger", "doctor"), 404, "unknown-case")
    assert aasnes.get(f"{plan}/openings", *DOCTOR).json["items"] == []


def test_a_file_is_opened_by_name_and_by_content(aasnes: Town) -> None:
    plan = aasnes.plan()
    file = attached(aasnes, plan, *DOCTOR).json["made"]
    path = f"{plan}/files/{file}/content"
    refused(aasnes.get(path, *LEADER), 400, "reason-missing")
    aasnes.client.get(f"/api/v1{path}", headers=aasnes.headers(*LEADER, Reason="Vurdering."))
    lines = aasnes.get(f"{plan}/openings", *DOCTOR).json["items"]
    assert [(line["field"], line["reason"]) for line in lines] == [
        ("name", "Vurdering."),
        ("content", "Vurdering."),
    ]


@pytest.mark.parametrize("who", [SUPERVISOR, MIDWIFE, LEADER])
def test_the_log_is_for_the_doctor_and_the_audit(aasnes: Town, who: tuple[str, str]) -> None:
    plan = aasnes.plan()
    refused(aasnes.get(f"{plan}/openings", *who), 403, "role-not-permitted")


def test_the_log_is_shown_as_it_was_at_an_instant(aasnes: Town) -> None:
    plan = decided(aasnes)
    aasnes.get(f"{plan}/goals/{GOAL}/words", *DOCTOR)
    (first,) = aasnes.get(f"{plan}/openings", *DOCTOR).json["items"]
    aasnes.get(f"{plan}/goals/{GOAL}/words", *LEADER)
    then = urlencode({"knownAt": known_at(aasnes, first["openedAt"])})
    assert aasnes.get(f"{plan}/openings?{then}", *DOCTOR).json["items"] == [first]
    assert len(aasnes.get(f"{plan}/openings", *DOCTOR).json["items"]) == 2
