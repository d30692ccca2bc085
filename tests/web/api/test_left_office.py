"""One who led an establishment, left, and sends as its leader: taken in, to wait for authority."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from application.ids import new_id
from application.people.service import EnterPerson
from tests.support.projecting import projecting
from tests.support.town import Town
from tests.web.api.inbox import listed, placing
from tests.web.api.of_establishment import LEADER, Case, applied, with_helseklage
from tests.web.api.test_case_documents import send
from tests.web.api.test_proceedings import DIRECTORATE
from tests.web.api.test_refusals import nothing_recorded, refused

LEFT = ("left", "leader")


@pytest.fixture
def case(aasnes: Town) -> Iterator[Case]:
    """Give a case of an establishment that was led by somebody else until the end of March."""
    person, town = new_id(), with_helseklage(aasnes)
    town.services.people.enter_unasked(EnterPerson(person=person, name="Gikk av"))
    there = replace(town, people={**town.people, "left": person})
    led = {"person": person, "office": "deputy", "firstDay": "2026-01-01"}
    with projecting(there.addresses.application):
        found = applied(there)
        there.done(f"{found.plan}/officers", *DIRECTORATE, led | {"lastDay": "2026-03-31"})
        found.notified()
        there.clock.day = date(2026, 4, 10)
        yield found


def waiting(case: Case) -> dict[str, Any]:
    return {one["incoming"]: one for one in listed(case, "/incoming", DIRECTORATE)}


@pytest.mark.parametrize(
    ("path", "body", "says"),
    [
        ("/appeals", {"grounds": "Arenaene er åpne."}, "Arenaene er åpne."),
        ("/comments", {"text": "Se her."}, "Se her."),
        ("/access", {}, "Krever innsyn"),
        ("/costs", {"amount": 0}, "sakskostnader"),
    ],
)
def test_what_they_say_waits_and_the_case_is_as_it_was(
    case: Case, path: str, body: dict[str, Any], says: str
) -> None:
    before = case.trail(LEADER)["version"]
    receipt = case.done(path, LEFT, body)
    assert case.trail(LEADER)["version"] == before
    found = waiting(case)[receipt["caseId"]]
    assert (found["because"], found["receivedOn"]) == ("unknown-decision", "2026-04-10")
    texts = case.town.get(f"/incoming/{receipt['caseId']}/words", *DIRECTORATE).json["items"]
    assert any(says in one["text"] for one in texts)
    # They read what they sent, and nothing of the case.
    own = case.town.get(f"/incoming/{receipt['caseId']}", *LEFT)
    assert (own.status_code, own.json["stage"]) == (200, "waiting")
    assert case.town.get(case.path, *LEFT).status_code == 404


def test_placed_it_waits_for_authority_and_keeps_its_day(case: Case) -> None:
    made = case.done("/appeals", LEFT, {"grounds": "Arenaene er åpne."})["caseId"]
    case.town.clock.day = date(2026, 4, 24)
    case.town.done(f"/incoming/{made}/place", *DIRECTORATE, placing(case))
    (line,) = case.trail(LEADER)["appeals"]
    assert (line["stage"], line["receivedOn"], line["verdict"]) == (
        "awaiting-authority",
        "2026-04-10",
        "in-time",
    )


def test_a_document_of_theirs_is_kept_and_taken_in(case: Case) -> None:
    receipt = send(case, LEFT).json
    found = waiting(case)[receipt["caseId"]]
    assert (found["document"], found["authorityOn"]) == (receipt["made"], None)
    days = {"firstDay": "2026-04-13", "lastDay": "2026-04-13"}
    back = {"person": case.town.people["left"], "office": "deputy"} | days
    case.town.clock.day = date(2026, 4, 13)
    case.town.done(f"{case.plan}/officers", *DIRECTORATE, back)
    assert waiting(case)[receipt["caseId"]]["authorityOn"] == "2026-04-13"
    case.town.done(f"/incoming/{receipt['caseId']}/take-in", *DIRECTORATE, placing(case))
    (taken,) = case.trail(LEADER)["documents"]
    assert (taken["document"], taken["receivedOn"]) == (receipt["made"], "2026-04-10")


def test_what_they_send_of_no_case_is_taken_in_as_theirs(case: Case) -> None:
    there = {"Acting_For": str(case.town.organisation)}
    body = {"words": "Jeg vil klage.", "to": "directorate"}
    made = case.town.done("/incoming", *LEFT, body, **there)["caseId"]
    assert waiting(case)[made]["sender"] == case.town.people["left"]
    with nothing_recorded(case.town):
        never = case.town.post("/incoming", "supervisor", "leader", body, **there)
        refused(never, 403, "role-not-held")


def test_one_who_leads_another_or_names_no_case_is_told_that_there_is_none(case: Case) -> None:
    with nothing_recorded(case.town):
        never = case.post("/appeals", ("supervisor", "leader"), {"grounds": "Ikke vår."})
        refused(never, 404, "unknown-case")
        elsewhere = case.town.post(f"/proceedings/{new_id()}/appeals", *LEFT, {})
        refused(elsewhere, 404, "unknown-case")
        refused(
            case.post("/decide", LEFT, {"outcome": "granted", "text": "Ja."}), 404, "unknown-case"
        )
