"""Impartiality over HTTP: asked about, answered where the official sits, and what follows of it."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from tests.support.town import TODAY, Town
from tests.web.api.test_preparing import COLLEAGUE, WHY, before, refused, with_colleague
from tests.web.api.test_proceedings import DECISION, DIRECTORATE, DOCTOR, SAYS, Room, applied


@pytest.fixture
def room(aasnes: Town) -> Room:
    return applied(with_colleague(aasnes))


@pytest.fixture
def disqualified(room: Room) -> tuple[Room, str]:
    """Return the room in which the case handler was found to be disqualified, and the question."""
    official = str(room.town.people["directorate"])
    asked = {**WHY, "official": official, "demandsSuperior": True}
    question = "/impartiality/" + room.done("/impartiality", DOCTOR, asked)["made"]
    answer = {"disqualified": True, "ground": "related-to-a-party", "reason": "Søster."}
    own = refused(room, f"{question}/decide", DIRECTORATE, answer)
    assert (own["rule"], "section 8" in str(own)) == ("L-FVL-15", True)
    room.done(f"{question}/decide", COLLEAGUE, answer)
    return room, question


def test_a_disqualified_official_does_nothing_more_in_the_case(
    disqualified: tuple[Room, str],
) -> None:
    room, question = disqualified
    acts: dict[str, Any] = {
        "/decide": DECISION,
        "/reply": {"expectedOn": "2026-09-01", "reason": "Kø."},
        "/advance-notice": {"text": "A.", "commentBy": "2026-05-18"},
        "/comments": {"text": "Et brev."},
        "/withdraw": {},
        "/close": {},
        f"{question}/substitute": {"substitute": str(room.town.people["colleague"])},
    }
    for path, body in acts.items():
        found = refused(room, path, DIRECTORATE, body)
        assert (found["rule"], "section 6" in str(found)) == ("L-FVL-15", True)
    (line,) = before(room)["impartiality"]
    assert (line["byParty"], line["disqualified"], line["ground"]) == (
        True,
        True,
        "related-to-a-party",
    )
    room.done("/comments", DOCTOR, {"text": "Takk."})
    room.done("/decide", COLLEAGUE, DECISION)


def test_what_cannot_wait_is_done_and_nothing_is_decided_so(
    disqualified: tuple[Room, str],
) -> None:
    room, _ = disqualified
    assert refused(room, "/urgency", DOCTOR, WHY)["code"] == "not-disqualified"
    room.done("/urgency", DIRECTORATE, {"reason": "Ingen andre er på jobb."})
    room.done("/reply", DIRECTORATE, {"expectedOn": "2026-09-01", "reason": "Kø."})
    assert refused(room, "/decide", DIRECTORATE, DECISION)["rule"] == "L-FVL-15"
    room.town.clock.day = date(2026, 5, 5)
    late = {"expectedOn": "2026-09-02", "reason": "Kø."}
    assert refused(room, "/reply", DIRECTORATE, late)["rule"] == "L-FVL-15"


def test_what_only_seemed_urgent_is_not_decided_on_an_appeal_either(
    disqualified: tuple[Room, str],
) -> None:
    room, _ = disqualified
    room.done("/decide", COLLEAGUE, DECISION)
    room.done("/notice", COLLEAGUE, {"channel": "digital", "says": SAYS})
    day = TODAY.isoformat()
    room.done("/arrival", COLLEAGUE, {"channel": "digital", "availableOn": day, "alertedOn": day})
    appeal = "/appeals/" + room.done("/appeals", DOCTOR)["made"]
    room.done("/urgency", DIRECTORATE, {"reason": "Haster."})
    review = {"outcome": "maintained", "text": "Som før."}
    found = refused(room, f"{appeal}/review", DIRECTORATE, review)
    assert (found["rule"], "section 6" in str(found)) == ("L-FVL-15", True)
    room.done(f"{appeal}/review", COLLEAGUE, review)


def test_a_substitute_holds_the_office(disqualified: tuple[Room, str]) -> None:
    room, question = disqualified
    people = room.town.people
    outside = {"substitute": str(people["stranger"])}
    found = refused(room, f"{question}/substitute", COLLEAGUE, outside)
    assert (found["code"], found["field"]) == ("not-in-the-office", "substitute")
    same = {"substitute": str(people["directorate"])}
    assert refused(room, f"{question}/substitute", COLLEAGUE, same)["rule"] == "L-FVL-15"
    inside = {"substitute": str(people["colleague"])}
    room.done(f"{question}/substitute", COLLEAGUE, inside)
    assert before(room)["impartiality"][0]["substitute"] == inside["substitute"]


def test_a_question_is_answered_where_the_official_sits(room: Room) -> None:
    leader = room.post("/impartiality", ("leader", "leader"), WHY)
    assert (leader.status_code, leader.json["code"]) == (403, "other-instance")
    question = "/impartiality/" + room.done("/impartiality", DOCTOR, WHY)["made"]
    stranger = {
        "disqualified": True,
        "ground": "special-circumstances",
        "reason": "Uvenn.",
        "official": str(room.town.people["leader"]),
    }
    found = refused(room, f"{question}/decide", DIRECTORATE, stranger)
    assert (found["code"], found["field"]) == ("not-in-the-office", "official")


def test_one_directly_under_the_disqualified_prepares_the_case_and_does_not_decide_it(
    room: Room,
) -> None:
    """Section 6, third paragraph: who is under whom is told where the question is answered."""
    official, colleague = (str(room.town.people[one]) for one in ("directorate", "colleague"))
    asked = {**WHY, "official": official}
    question = "/impartiality/" + room.done("/impartiality", DOCTOR, asked)["made"]
    answer = {"disqualified": True, "ground": "related-to-a-party", "reason": "Søster."}
    doctor = str(room.town.people["doctor"])
    astray = refused(room, f"{question}/decide", COLLEAGUE, answer | {"subordinates": [doctor]})
    assert (astray["code"], astray["field"]) == ("not-in-the-office", "subordinates")
    room.done(f"{question}/decide", COLLEAGUE, answer | {"subordinates": [colleague]})
    room.done("/reply", COLLEAGUE, {"expectedOn": "2026-09-01", "reason": "Kø."})
    found = refused(room, "/decide", COLLEAGUE, DECISION)
    assert (found["rule"], "third paragraph" in str(found) or "section 6" in str(found)) == (
        "L-FVL-15",
        True,
    )
    assert before(room)["impartiality"][0]["subordinates"] == [colleague]


def test_a_decision_is_not_undone_by_one_who_may_not_make_it(
    disqualified: tuple[Room, str],
) -> None:
    """Marked as recorded in error it would be gone: urgent or not, that is for another."""
    room, _ = disqualified
    room.done("/urgency", DIRECTORATE, {"reason": "Haster."})
    room.done("/decide", COLLEAGUE, DECISION)
    undo = f"/facts/{room.trail()['version']}/correct"
    found = refused(room, undo, DIRECTORATE, {"reason": "Feil."})
    assert (found["rule"], "section 6" in str(found)) == ("L-FVL-15", True)
    assert room.trail()["outcome"] == "refused"


def test_one_with_the_doctors_power_of_attorney_does_not_handle_the_case(room: Room) -> None:
    """Section 6, first paragraph d: nor one who had it after the case began."""
    colleague = str(room.town.people["colleague"])
    for day, last in (("2026-02-02", "2026-02-20"), ("2026-04-01", None)):
        given = {"person": colleague, "scopes": ["decisions"], "firstDay": day}
        room.town.done(
            f"{room.plan}/representatives", *DOCTOR, given | ({"lastDay": last} if last else {})
        )
        found = refused(room, "/decide", COLLEAGUE, DECISION)
        assert (found["code"], found["basis"][0]["letter"]) == ("represents-the-party", "d")
    room.done("/decide", DIRECTORATE, DECISION)


def test_one_whose_power_of_attorney_was_over_before_the_case_began_handles_it(room: Room) -> None:
    given = {
        "person": str(room.town.people["colleague"]),
        "scopes": ["decisions"],
        "firstDay": "2026-01-05",
        "lastDay": "2026-02-01",
    }
    room.town.done(f"{room.plan}/representatives", *DOCTOR, given)
    room.done("/decide", COLLEAGUE, DECISION)
