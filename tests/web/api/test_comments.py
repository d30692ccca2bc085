"""Comments and minutes over HTTP: who reads what, and what is refused."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlencode

import pytest

from application.ids import new_id
from tests.support.documents import NUMBER
from tests.support.handover import SUCCESSOR, handed_over
from tests.support.town import Town, known_at
from tests.web.api.test_corrections import correct
from tests.web.api.test_journey import GOAL, guided, signed
from tests.web.api.test_refusals import nothing_recorded, refused
from tests.web.api.test_representatives import BY as REPRESENTATIVE
from tests.web.api.test_representatives import let_in

DOCTOR, SUPERVISOR = ("doctor", "doctor"), ("supervisor", "supervisor")
MIDWIFE, LEADER = ("midwife", "clinical-supervisor"), ("leader", "leader")
AUDITOR = ("auditor", "auditor")
NOWHERE = "00000000-0000-0000-0000-00000000dead"
SOMEBODY = {"Reason": "Oppfølging av planen."}
EVERYBODY = (DOCTOR, SUPERVISOR, MIDWIFE, LEADER, AUDITOR)
READERS = {
    "goal": (DOCTOR, SUPERVISOR, LEADER, AUDITOR),
    "plan": (DOCTOR, SUPERVISOR, LEADER, AUDITOR),
    "session": (DOCTOR, SUPERVISOR),
    "activity": (DOCTOR, SUPERVISOR, MIDWIFE),
}


def things(town: Town, plan: str) -> dict[str, str]:
    """Return a thing of each kind that can be commented on."""
    session = guided(town, plan).split("/")[-1]
    signed(town, plan)
    (activity,) = town.get(f"{plan}/activities", *DOCTOR).json["items"]
    own = plan.rsplit("/", maxsplit=1)[-1]
    return {"goal": GOAL, "plan": own, "session": session, "activity": activity["activity"]}


def said(town: Town, plan: str, kind: str, about: str, who: tuple[str, str] = DOCTOR) -> str:
    """Comment on something; return where the words are."""
    body = {"aboutKind": kind, "about": about, "text": f"Om {kind}."}
    made = town.done(f"{plan}/comments", *who, body)["made"]
    return f"{plan}/comments/{made}/words"


def test_a_comment_is_read_by_those_who_read_what_it_is_about(aasnes: Town) -> None:
    plan = aasnes.plan()
    for kind, about in things(aasnes, plan).items():
        words = said(aasnes, plan, kind, about)
        for who in EVERYBODY:
            answer = aasnes.get(words, *who, **SOMEBODY)
            lines = aasnes.get(f"{plan}/comments", *who).json["items"]
            reads = who in READERS[kind]
            assert (kind in [line["aboutKind"] for line in lines]) is reads, (kind, who)
            if reads:
                assert answer.json["items"][0]["text"] == f"Om {kind}."
            else:
                assert answer.status_code in (403, 404), (kind, who)
        refused(aasnes.get(words, "stranger", "doctor"), 404, "unknown-case")


def test_it_is_written_by_those_who_read_it_but_never_by_the_audit(aasnes: Town) -> None:
    plan = aasnes.plan()
    for kind, about in things(aasnes, plan).items():
        body = {"aboutKind": kind, "about": about, "text": "Ord."}
        for who in (*EVERYBODY, ("stranger", "doctor")):
            answer = aasnes.post(f"{plan}/comments", *who, body)
            writes = who in READERS[kind] and who != AUDITOR
            assert (answer.status_code == 201) is writes, (kind, who, answer.json)
            assert writes or answer.status_code in (403, 404), (kind, who, answer.json)


def test_a_comment_on_the_plan_itself_names_nothing_more(aasnes: Town) -> None:
    plan = aasnes.plan()
    aasnes.done(f"{plan}/comments", *LEADER, {"aboutKind": "plan", "text": "Bra."})
    (line,) = aasnes.get(f"{plan}/comments", *DOCTOR).json["items"]
    assert (line["about"], line["writtenBy"]) == (plan.split("/")[-1], aasnes.people["leader"])
    assert "text" not in line
    assert aasnes.get(f"{plan}/timeline", *LEADER).json["items"][-1]["says"]["en"] == (
        "A comment was written"
    )


@pytest.mark.parametrize(
    ("kind", "about", "status", "code"),
    [
        ("goal", "ALM-999", 400, "unknown-goal"),
        ("goal", None, 400, "about-malformed"),
        ("session", "ALM-031", 400, "about-malformed"),
        ("session", NOWHERE, 422, "rule-broken"),
        ("activity", NOWHERE, 422, "rule-broken"),
        ("plan", NOWHERE, 422, "rule-broken"),
    ],
)
def test_nothing_is_said_of_what_is_not_there(
    aasnes: Town, kind: str, about: str | None, status: int, code: str
) -> None:
    plan = aasnes.plan()
    body = {"aboutKind": kind, "about": about, "text": "Ord."}
    with nothing_recorded(aasnes):
        refused(aasnes.post(f"{plan}/comments", *DOCTOR, body), status, code)


def test_a_comment_needs_words_and_a_kind_there_is(aasnes: Town) -> None:
    plan = aasnes.plan()
    for body in ({"aboutKind": "plan", "text": " "}, {"aboutKind": "arena", "text": "Ord."}):
        refused(aasnes.post(f"{plan}/comments", *DOCTOR, body), 400, "malformed")


def test_a_comment_nobody_made_is_not_there(aasnes: Town) -> None:
    plan = aasnes.plan()
    nowhere = f"{plan}/comments/{new_id()}/words"
    refused(aasnes.get(nowhere, *DOCTOR), 404, "unknown-comment")
    refused(aasnes.get(nowhere, "stranger", "doctor"), 404, "unknown-case")


@pytest.mark.parametrize("path", ["/comments", "/sessions", "/sessions/{session}/minutes"])
def test_words_that_seem_to_name_a_patient_are_refused_and_told_where(
    aasnes: Town, path: str
) -> None:
    plan = aasnes.plan()
    held = {"supervisor": aasnes.people["supervisor"], "heldOn": "2026-02-02"}
    session = held | {"durationMinutes": 60}
    made = aasnes.done(f"{plan}/sessions", *DOCTOR, session)["made"]
    words = f"Vi snakket om\n{NUMBER} på mandag."
    bodies: dict[str, dict[str, Any]] = {
        "/comments": {"aboutKind": "plan", "text": words},
        "/sessions": session | {"minutes": words},
        "/sessions/{session}/minutes": {"minutes": words},
    }
    where, body = plan + path.format(session=made), bodies[path]
    with nothing_recorded(aasnes):
        told = refused(aasnes.post(where, *DOCTOR, body, Accept_Language="en"), 422, "rule-broken")
    (finding,) = told["findings"]
    assert finding["rule"] == "R-KP-03"
    assert "line 2, character 1" in finding["says"]
    assert NUMBER not in str(told)
    aasnes.done(where, *DOCTOR, body | {"patientsNotNamed": True})


def test_a_successor_reads_minutes_only_while_the_doctor_shares_them(aasnes: Town) -> None:
    plan = aasnes.plan()
    session = guided(aasnes, plan)
    words = said(aasnes, plan, "session", session.split("/")[-1])
    town = handed_over(aasnes, plan)
    person = {"person": town.people["successor"]}
    for path in (f"{session}/minutes", words):
        refused(town.get(path, *SUCCESSOR), 403, "did-not-take-part")
    shared = town.done(f"{session}/share", *DOCTOR, person)["recordedAt"]
    refused(town.post(f"{session}/share", *DOCTOR, person), 409, "minutes-already-shared")
    assert town.get(f"{session}/minutes", *SUCCESSOR).json["items"][0]["text"]
    assert town.get(words, *SUCCESSOR).json["items"][0]["text"]
    (line,) = town.get(f"{plan}/sessions", *DOCTOR).json["items"]
    assert line["sharedWith"] == [town.people["successor"]]
    town.done(f"{session}/unshare", *DOCTOR, person)
    then = urlencode({"knownAt": known_at(town, shared)})
    for path in (f"{session}/minutes", f"{session}/minutes?{then}", f"{words}?{then}"):
        refused(town.get(path, *SUCCESSOR), 403, "did-not-take-part")
    for path in (f"{session}/minutes", words):
        assert town.get(path, *SUPERVISOR).status_code == 200


def test_only_the_doctor_shares_and_with_supervisors_only(aasnes: Town) -> None:
    plan = aasnes.plan()
    session = guided(aasnes, plan)
    town = handed_over(aasnes, plan)
    body = {"person": town.people["successor"]}
    for act in ("share", "unshare"):
        refused(town.post(f"{session}/{act}", *SUCCESSOR, body), 403, "role-not-permitted")
        refused(town.post(f"{session}/{act}", *LEADER, body), 403, "role-not-permitted")
    for name in ("midwife", "leader", "supervisor", "stranger"):
        body = {"person": town.people[name]}
        told = refused(town.post(f"{session}/share", *DOCTOR, body), 422, "rule-broken")
        assert told["rule"] == "L-KP-01"


def test_a_representative_reads_what_is_said_of_goals_within_the_power_of_attorney(
    aasnes: Town,
) -> None:
    plan = aasnes.plan()
    about = things(aasnes, plan)
    words = said(aasnes, plan, "goal", GOAL, LEADER)
    of_session = said(aasnes, plan, "session", about["session"])
    let_in(aasnes, plan, "plan")
    refused(aasnes.get(words, *REPRESENTATIVE), 403, "out-of-scope")
    assert aasnes.get(f"{plan}/comments", *REPRESENTATIVE).json["items"] == []
    let_in(aasnes, plan, "grounds")
    assert aasnes.get(words, *REPRESENTATIVE).json["items"][0]["text"] == "Om goal."
    refused(aasnes.get(of_session, *REPRESENTATIVE), 403, "role-not-permitted")
    body = {"aboutKind": "goal", "about": GOAL, "text": "Ord."}
    refused(aasnes.post(f"{plan}/comments", *REPRESENTATIVE, body), 403, "role-not-permitted")
    (line,) = aasnes.get(f"{plan}/openings", *DOCTOR).json["items"]
    assert (line["actingAs"], line["reason"]) == ("representative", None)


def test_a_comment_is_taken_back_by_the_one_who_wrote_it(aasnes: Town) -> None:
    plan = aasnes.plan()
    words = said(aasnes, plan, "goal", GOAL, LEADER)
    answer = correct(aasnes, plan, "plan.comment-added", *DOCTOR)
    assert refused(answer, 422, "rule-broken")["rule"] == "R-ROL-01"
    assert correct(aasnes, plan, "plan.comment-added", *LEADER).status_code == 201
    assert aasnes.get(f"{plan}/comments", *DOCTOR).json["items"] == []
    refused(aasnes.get(words, *DOCTOR), 404, "unknown-comment")


def test_what_was_said_of_a_session_entered_in_error_is_left_to_the_doctor(aasnes: Town) -> None:
    plan = aasnes.plan()
    held = {"supervisor": aasnes.people["supervisor"], "heldOn": "2026-02-02"}
    made = aasnes.done(f"{plan}/sessions", *DOCTOR, held | {"durationMinutes": 60})["made"]
    words = said(aasnes, plan, "session", made, SUPERVISOR)
    assert correct(aasnes, plan, "plan.session-drafted", *DOCTOR).status_code == 201
    assert aasnes.get(words, *DOCTOR).json["items"][0]["text"] == "Om session."
    refused(aasnes.get(words, *SUPERVISOR), 403, "did-not-take-part")
