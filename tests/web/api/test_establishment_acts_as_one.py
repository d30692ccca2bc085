"""The party is the establishment: who may act for it now takes up what another sent for it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from application.ids import new_id
from application.people.service import EnterPerson
from tests.support.town import Town
from tests.web.api.inbox import placing
from tests.web.api.of_establishment import ADMINISTRATOR, LEADER, Case, applied, with_helseklage
from tests.web.api.test_proceedings import BOARD, DECISION, DIRECTORATE, DOCTOR

Who = tuple[str, str]
REASON = {"reason": "Sendt ved en feil."}
SUCCESSOR = ("successor", "administrator")


@pytest.fixture
def case(aasnes: Town) -> Case:
    return applied(with_helseklage(aasnes))


def succeeded(case: Case) -> Case:
    """Return the case after its administrator left office, and another came."""
    town, today = case.town, case.town.clock.day
    person = new_id()
    town.services.people.enter_unasked(EnterPerson(person=person, name="Etterfølger"))
    office = {"person": str(person), "office": "administrator", "firstDay": today.isoformat()}
    town.done(f"{case.plan}/officers", *DIRECTORATE, office)
    former = f"{case.plan}/officers/{town.people['administrator']}/release"
    leaves = {"office": "administrator", "lastDay": "2026-04-20"}
    town.done(former, *DIRECTORATE, leaves)
    return replace(case, town=replace(town, people={**town.people, "successor": person}))


@pytest.mark.parametrize(("sender", "other"), [(LEADER, ADMINISTRATOR), (ADMINISTRATOR, LEADER)])
def test_what_one_sent_the_other_corrects_and_the_trail_tells_who(
    case: Case, sender: Who, other: Who
) -> None:
    case.done("/comments", sender, {"text": "Arenaene er åpne."})
    sent = case.trail(LEADER)["version"]
    case.done(f"/facts/{sent}/correct", other, REASON)
    trail = case.trail(LEADER)
    assert trail["preparation"]["comments"] == []
    by = {step["version"]: (step["recordedBy"], step["actingAs"]) for step in trail["steps"]}
    people = case.town.people
    assert by[sent] == (str(people[sender[0]]), sender[1])
    assert by[sent + 1] == (str(people[other[0]]), other[1])


def test_an_appeal_is_withdrawn_by_one_who_came_into_office_later(case: Case) -> None:
    case.notified()
    case.town.clock.day = date(2026, 4, 20)
    appeal = case.appealed()
    case.town.clock.day = date(2026, 4, 21)
    case = succeeded(case)
    # Whoever left office acts for it no longer: what they send is taken in, and changes nothing.
    case.post(f"{appeal}/withdraw", ADMINISTRATOR)
    assert case.trail(LEADER)["appeals"][0]["stage"] == "first-instance"
    case.done(f"{appeal}/withdraw", SUCCESSOR)
    (line,) = case.trail(LEADER)["appeals"]
    assert (line["stage"], line["sentBy"]) == (
        "withdrawn",
        str(case.town.people["administrator"]),
    )


def test_what_was_sent_by_one_in_office_is_the_establishments_also_when_placed_later(
    case: Case,
) -> None:
    """R-APP-03: authority is asked of the day it was sent."""
    case.notified()
    case.town.clock.day = date(2026, 4, 20)
    astray = {"words": "Vi klager.", "to": "directorate", "because": "unknown-decision"}
    sent_in = case.town.done("/incoming", *ADMINISTRATOR, astray)["made"]
    case.town.clock.day = date(2026, 4, 21)
    case = succeeded(case)
    case.town.done(f"/incoming/{sent_in}/place", *DIRECTORATE, placing(case))
    (line,) = case.trail(LEADER)["appeals"]
    assert (line["stage"], line["appeal"]) == ("first-instance", sent_in)


def test_what_was_sent_after_leaving_office_waits_for_authority(case: Case) -> None:
    case.notified()
    case.town.clock.day = date(2026, 4, 21)
    case = succeeded(case)
    astray = {"words": "Vi klager.", "to": "directorate", "because": "unknown-decision"}
    sent_in = case.town.done("/incoming", *ADMINISTRATOR, astray)["made"]
    case.town.done(f"/incoming/{sent_in}/place", *DIRECTORATE, placing(case))
    (line,) = case.trail(LEADER)["appeals"]
    assert line["stage"] == "awaiting-authority"


def test_an_application_is_withdrawn_by_another_than_sent_it(case: Case) -> None:
    case.done("/withdraw", LEADER)
    assert case.told() == ["organisation.application-withdrawn"]
    assert case.post("/decide", DIRECTORATE, DECISION).status_code == 409


def test_nobody_outside_corrects_what_the_establishment_sent(case: Case) -> None:
    case.done("/comments", ADMINISTRATOR, {"text": "Arenaene er åpne."})
    version = case.trail(LEADER)["version"]
    theirs = case.post(f"/facts/{version}/correct", DIRECTORATE, REASON)
    assert (theirs.status_code, theirs.json["code"]) == (403, "sent-by-a-party")
    for stranger in (DOCTOR, ("stranger", "leader"), BOARD):
        assert case.post(f"/facts/{version}/correct", stranger, REASON).status_code in (403, 404)
    assert case.trail(LEADER)["version"] == version


def test_what_the_directorate_entered_the_establishment_does_not_correct(case: Case) -> None:
    comments = {"text": "Kom i brev.", "receivedOn": "2026-05-04"}
    case.done("/comments", DIRECTORATE, comments)
    version = case.trail(LEADER)["version"]
    refused = case.post(f"/facts/{version}/correct", LEADER, REASON)
    assert (refused.status_code, refused.json["code"]) == (403, "sent-by-a-party")
    case.done(f"/facts/{version}/correct", DIRECTORATE, REASON)


def test_what_one_entered_for_the_directorate_is_its_own_though_they_once_led_the_establishment(
    case: Case,
) -> None:
    """R-ROL-01: it is asked of the role it was sent in, not of what one ever was."""
    led = {"person": str(case.town.people["directorate"]), "office": "deputy"}
    days = {"firstDay": "2020-01-01", "lastDay": "2021-12-31"}
    case.town.done(f"{case.plan}/officers", *ADMINISTRATOR, led | days)
    case.done("/comments", DIRECTORATE, {"text": "Kom i brev.", "receivedOn": "2026-05-04"})
    version = case.trail(LEADER)["version"]
    refused = case.post(f"/facts/{version}/correct", LEADER, REASON)
    assert (refused.status_code, refused.json["code"]) == (403, "sent-by-a-party")
    case.done(f"/facts/{version}/correct", DIRECTORATE, REASON)
