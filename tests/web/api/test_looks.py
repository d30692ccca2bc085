"""Whoever reads of a person is noted, at every address that tells of one; the person sees it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

import psycopg
import pytest

from application.people.access_log import HISTORY_FILE, IDENTITY, INCOMING, TRAIL
from application.plans.history_file.export import Wanted
from domain.shared.ids import parsed_id
from infrastructure import openings
from tests.support.browser import browser
from tests.support.town import Town
from tests.web.api.inbox import HELSEKLAGE, a_refusal
from tests.web.api.inbox import sent as sent_to_helseklage
from tests.web.api.test_case_documents import opened
from tests.web.api.test_case_documents import sent as sent_document
from tests.web.api.test_incoming_documents import kept
from tests.web.api.test_incoming_documents import opened as opened_of_incoming
from tests.web.api.test_journey import GOAL
from tests.web.api.test_meetings import GROUNDS, REVIEW, people, sitting
from tests.web.api.test_proceedings import DIRECTORATE, Room
from tests.web.api.test_who_may import ROLES, Met, met
from tests.web.api.who_may import BODIES, VIEWS

DOCTOR, AUDITOR = ("doctor", "doctor"), ("auditor", "auditor")
ADMINISTRATOR = ("administrator", "administrator")
PLAN = "/api/v1/plans/<uuid:plan>"
NOTHING_TO_OPEN = {
    "/reassessments/{reassessment}/words",
    "/evaluations/words",
    "/service/letters/{letter}",
    "/words",
}
"""Where the plan of this test holds no text; each is opened where the others are."""
TELL_OF_SOMEBODY = {
    "/proceedings/<uuid:proceeding>",
    "/proceedings/<uuid:proceeding>/words",
    "/proceedings/<uuid:proceeding>/documents/<uuid:document>",
    "/proceedings/<uuid:proceeding>/letters/<uuid:letter>",
    "/incoming/<uuid:incoming>",
    "/incoming/<uuid:incoming>/words",
    "/incoming/<uuid:incoming>/document",
    "/people/<uuid:person>",
    "/people/<uuid:person>/names",
}
TELL_OF_NOBODY = {
    "/calendars/<string:secret>.ics": "one's own, to who has its secret",
    "/me/access-log": "one's own",
    "/me/deadlines": "one's own",
    "/me/incoming": "one's own",
    "/me/messages": "one's own",
    "/me/roles": "one's own",
    "/me/tasks": "one's own",
    "/docket": "a list by which officials find their work",
    "/incoming": "a list by which officials find their work",
    "/organisations/<uuid:organisation>/plans": "a list by which leaders find their work",
    "/organisations/<uuid:organisation>/deadlines": "a list by which leaders find their work",
    "/organisations/<uuid:organisation>/coverage": "counts",
    "/statistics/appeals": "counts",
    "/organisations/<uuid:organisation>": "an establishment, and who holds office in it",
    "/organisations/<uuid:organisation>/exemptions": "an establishment's",
    "/exemptions/<uuid:exemption>": "an establishment's",
    "/exemptions/<uuid:exemption>/preview": "an establishment's",
    "/groups": "a list by which organisers find their work",
    "/groups/<uuid:group>": "attendance, to who keeps it",
    "/practitioners/<uuid:person>": "public acts",
    "/proceedings/<uuid:proceeding>/openings": "who read, without what",
    "/incoming/<uuid:incoming>/openings": "who read, without what",
    "/catalogue/goals": "no person",
    "/deadlines/appeal": "no person",
    "/deadlines/periods/<string:name>": "no person",
    "/remedies/<string:kind>": "no person",
    "/history-imports/template": "no person",
    "/health": "no person",
    "/operations/views": "no person",
}


@pytest.fixture(autouse=True)
def every_look_counts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(openings, "ONE_LOOK", 0)


@pytest.fixture
def whole(met: Met) -> Met:
    """A plan that also holds a review, a concern and a panel."""
    town, plan = met.town, met.plan
    present = people(town, "doctor", "leader", "supervisor")
    made = {
        "review": town.done(f"{plan}/reviews", "leader", "leader", REVIEW | {"present": present}),
        "concern": town.done(f"{plan}/concerns", "supervisor", "supervisor", GROUNDS),
    }
    members = sitting(town, leader="leader", supervisor="supervisor", midwife="clinical-supervisor")
    days = {"firstDay": "2026-01-05", "lastDay": "2026-05-04", "meetsOn": "2026-05-04"}
    body = days | {"members": members, "goals": ["ALM-031"]}
    made["panel"] = town.done(f"{plan}/panels", "leader", "leader", body)
    conclusion = {"conclusion": "I rute."}
    town.done(f"{plan}/panels/{made['panel']['made']}/conclude", "leader", "leader", conclusion)
    told = BODIES["activities"] | {"description": "Hjemmebesøk."}
    made["activity"] = town.done(f"{plan}/activities", *DOCTOR, told)
    to = {"to": str(town.people["midwife"])}
    town.done(f"{plan}/activities/{made['activity']['made']}/submit", *DOCTOR, to)
    written = {"minutes": "Gikk gjennom målene."}
    made["session"] = {"made": met.session}
    town.done(f"{plan}/sessions/{met.session}/minutes", *DOCTOR, written)
    found = Found(**{name: getattr(met, name) for name in met.__slots__})
    found.made.update({name: receipt["made"] for name, receipt in made.items()})
    found.made["version"] = str(made["review"]["version"])
    return found


class Found(Met):
    """The same, that knows its meetings too."""

    made: dict[str, str] = {}  # noqa: RUF012 - one a test, filled anew

    def path(self, written: str) -> str:
        for name, made in self.made.items():
            written = written.replace(f"{{{name}}}", made)
        return super().path(written)


def noted(town: Town) -> int:
    with psycopg.connect(town.addresses.application) as connection:
        found = connection.execute(
            "SELECT (SELECT count(*) FROM openings.log) + (SELECT count(*) FROM openings.looks)"
        ).fetchone()
    assert found
    return int(found[0])


def looks(town: Town, name: str = "doctor") -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = town.get("/me/access-log", name, "doctor").json["items"]
    return found


def test_every_view_of_a_plan_notes_who_looks(whole: Met) -> None:
    silent = set()
    for written, row in VIEWS.items():
        marks = dict(zip(ROLES, row.replace(" ", ""), strict=True))
        readers = [name for name, mark in marks.items() if mark == "y" and name != "doctor"]
        before = noted(whole.town)
        answers = [whole.get(written, name).status_code for name in readers]
        if noted(whole.town) < before + answers.count(200) or 200 not in answers:
            silent.add(written)
    assert silent == NOTHING_TO_OPEN
    assert len(looks(whole.town)) > len(VIEWS)


def test_no_address_is_forgotten(aasnes: Town) -> None:
    rules = {
        one.rule.removeprefix("/api/v1")
        for one in aasnes.client.application.url_map.iter_rules()
        if one.rule.startswith("/api/v1") and "GET" in (one.methods or ())
    }
    of_plans = {rule for rule in rules if rule.startswith("/plans/")}
    assert rules - of_plans == TELL_OF_SOMEBODY | set(TELL_OF_NOBODY)


def test_the_doctor_does_not_note_the_own_looks(whole: Met) -> None:
    before = len(looks(whole.town))
    for written in ("", "/goals", "/timeline", "/guidance"):
        assert whole.get(written, "doctor").status_code == 200
    assert len(looks(whole.town)) == before


def test_a_refused_look_is_none(whole: Met) -> None:
    before = noted(whole.town)
    for written in ("", "/goals", "/timeline", "/sessions/{session}/minutes"):
        assert whole.get(written, "stranger").status_code == 404
    assert whole.town.get(whole.path("/goals/{goal}/words"), *AUDITOR).status_code == 400
    assert noted(whole.town) == before


def test_the_log_says_who_in_which_capacity_what_and_why_latest_first(whole: Met) -> None:
    own = whole.plan.rsplit("/", maxsplit=1)[-1]
    whole.town.get(f"{whole.plan}/timeline", *AUDITOR)
    whole.town.get(f"{whole.plan}/goals/{GOAL}/words", *AUDITOR, Reason="Sak 26/17")
    text, history = looks(whole.town)[:2]
    auditor = str(whole.town.people["auditor"])
    assert (history["what"], history["caseId"], history["reason"]) == ("see-history", own, None)
    assert {text["lookedBy"], history["lookedBy"]} == {auditor}
    assert {text["actingAs"], history["actingAs"]} == {"auditor"}
    assert (text["what"], text["field"], text["reason"]) == ("text", "statement", "Sak 26/17")
    assert text["says"]["en"] == "Opened a confidential text"


def test_it_is_nobody_elses(whole: Met) -> None:
    whole.town.get(f"{whole.plan}/timeline", *AUDITOR)
    assert looks(whole.town)
    assert looks(whole.town, "another_doctor") == []


def test_who_looks_a_person_up_is_noted(aasnes: Town) -> None:
    person, at = aasnes.people["doctor"], {"Acting_For": str(aasnes.organisation)}
    for path in (f"/people/{person}", f"/people/{person}/names"):
        assert aasnes.get(path, *ADMINISTRATOR, **at).status_code == 200
        assert aasnes.get(path, *DOCTOR).status_code == 200
        assert aasnes.get(path, "stranger", "doctor").status_code == 403
    assert [(one["what"], one["actingAs"]) for one in looks(aasnes)] == [
        (IDENTITY, "administrator")
    ] * 2


def test_who_sees_a_case_its_words_and_its_documents_is_noted(aasnes: Town) -> None:
    with a_refusal(aasnes) as room:
        document = sent_document(room)
        before = len(looks(room.town))
        assert room.town.get(room.path, *DIRECTORATE).status_code == 200
        assert room.town.get(f"{room.path}/words", *DIRECTORATE).status_code == 200
        assert opened(room, document, DIRECTORATE).status_code == 200
        found = looks(room.town)
    new = found[: len(found) - before]
    assert {(one["what"], one["field"]) for one in new} >= {
        (TRAIL, None),
        ("text", "text"),
        ("text", "content"),
    }
    assert {one["actingAs"] for one in new} == {"directorate-officer"}


@pytest.fixture
def refused(aasnes: Town) -> Iterator[Room]:
    with a_refusal(aasnes) as found:
        yield found


def test_who_sees_what_came_in_is_noted(refused: Room) -> None:
    here, town = sent_to_helseklage(refused, date(2026, 4, 20)), refused.town
    for path in (here, f"{here}/words"):
        assert town.get(path, *HELSEKLAGE).status_code == 200
    found = {(one["what"], one["actingAs"]) for one in looks(town)}
    assert {(INCOMING, "helseklage-officer"), ("text", "helseklage-officer")} <= found


def test_a_document_that_came_in_is_opened_on_record(refused: Room) -> None:
    receipt = kept(refused)
    before = noted(refused.town)
    assert opened_of_incoming(refused, receipt, DIRECTORATE).status_code == 200
    assert noted(refused.town) == before + 2


def test_a_history_written_to_a_file_is_noted_without_its_words_too(whole: Met) -> None:
    plan = parsed_id(whole.plan.rsplit("/", maxsplit=1)[-1])
    assert list(whole.town.services.history_export.lines(Wanted(plan=plan)))
    (latest, *_) = before = looks(whole.town)
    assert (latest["what"], latest["lookedBy"]) == (HISTORY_FILE, "alis")
    assert browser(whole.town, "doctor").get(f"/doctor/{plan}/export").status_code == 200
    assert looks(whole.town) == before, "one's own is one's own"


def test_every_page_that_shows_a_plan_notes_who_looks(whole: Met) -> None:
    """Pages read by the same use cases; one that found another way would show here."""
    plan = whole.plan.rsplit("/", maxsplit=1)[-1]
    rules = [
        one.rule.replace("<uuid:plan>", plan).replace("<code>", GOAL)
        for one in whole.town.client.application.url_map.iter_rules()
        if not one.rule.startswith("/api") and "plan" in one.arguments
        # Forms and receipts: they tell of an act, which the facts keep.
        if "/do/" not in one.rule
        if "GET" in (one.methods or ())
    ]
    shown = 0
    for name in ("leader", "supervisor", "auditor"):
        visitor = browser(whole.town, name)
        for path in rules:
            before = noted(whole.town)
            visitor.get(path)
            if "<" not in path and (visitor.status, visitor.path) == (200, path):
                assert noted(whole.town) > before, (name, path)
                shown += 1
    assert shown > 0


def test_looking_again_within_a_minute_is_one_look(
    whole: Met, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(openings, "ONE_LOOK", 60)
    before = noted(whole.town)
    for written in ("", "/goals", "/coverage"):
        whole.town.get(f"{whole.plan}{written}", *AUDITOR)
    assert noted(whole.town) == before + 1
    whole.town.get(f"{whole.plan}/timeline", *AUDITOR)
    assert noted(whole.town) == before + 2


__all__ = ["met"]
