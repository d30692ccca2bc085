"""A trail asked under another law book: of the facts as the decision saw them, and as they are."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

import pytest

from application.law.named import BOOKS, law_proposed
from application.organisations.naming import names_of_establishments
from application.proceedings.trails.as_seen import as_seen
from application.proceedings.trails.told.trail import named_in, told_trail
from domain.law.book import IN_FORCE
from domain.plans.plan import TrainingPlan
from domain.shared.ids import Id
from tests.support.town import Town
from tests.web.api.test_proceedings import DIRECTORATE, DOCTOR, Room, applied

IS_ID = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-")
SHORT = """
name = "short"
[[amendment]]
rule = "service"
in_force_from = 2026-01-01
value = { years = 0 }
basis = { act = "Forslag", section = "31" }
"""
SERVED = {
    "kind": "open-unselected-practice",
    "arena": "ARE-01",
    "employer": "Åsnes kommune",
    "firstDay": "2026-01-05",
    "lastDay": "2026-03-15",
    "percentage": 100,
}


@pytest.fixture
def room(aasnes: Town) -> Room:
    return applied(aasnes)


def found(room: Room, law: str | None = None) -> Any:
    """Return what was found then, and what is of the facts then and now by the law book."""
    asked = f"{room.path}?law={law}" if law else room.path
    answer = room.town.get(asked, *DIRECTORATE)
    assert answer.status_code == 200, answer.json
    return answer.json["found"]


def serve(room: Room) -> str:
    """Have service entered and confirmed; return its id."""
    made: str = room.town.done(f"{room.plan}/service", *DOCTOR, SERVED)["made"]
    room.town.done(f"{room.plan}/service/{made}/confirm", "leader", "leader")
    return made


def test_the_facts_then_are_those_the_decision_saw_whatever_came_later(room: Room) -> None:
    room.town.clock.day = date(2026, 3, 20)
    serve(room)
    room.notified()
    kept, then, now = found(room)
    assert [(one["facts"], one["kept"], one["on"]) for one in (kept, then, now)] == [
        ("then", True, "2026-03-31"),
        ("then", False, "2026-03-31"),
        ("now", False, "2026-03-31"),
    ]
    assert then["findings"] == kept["findings"] == now["findings"]
    assert not then["appeared"] + then["vanished"] + then["changed"]
    # What was confirmed is marked as an error, and more is entered: only today differs.
    room.town.clock.day = date(2026, 5, 4)
    version = room.town.get(room.plan, *DOCTOR).json["version"]
    history = room.town.get(f"{room.plan}/timeline", *DOCTOR).json["items"]
    confirmed = next(one for one in history if one["tag"] == "plan.service-confirmed")["version"]
    body = {"reason": "Feil."}
    correct = f"{room.plan}/facts/{confirmed}/correct"
    room.town.done(correct, "leader", "leader", body)
    assert room.town.get(room.plan, *DOCTOR).json["version"] > version
    before, again, today = found(room)
    assert (before, again) == (kept, then)
    assert "R-SVC-01" in today["changed"]
    assert today["findings"] != kept["findings"]


def test_what_stands_around_the_plan_is_as_the_decision_saw_it_too(room: Room) -> None:
    """The establishment loses an arena after the decision; then is as it was."""
    room.notified()
    kept, then, _ = found(room)
    here = f"/organisations/{room.town.organisation}/arenas/ARE-03/close"
    room.town.done(here, "administrator", "administrator", {"lastDay": "2026-04-01"})
    assert found(room)[:2] == [kept, then]


def test_another_law_book_finds_otherwise_of_the_same_facts(
    room: Room, monkeypatch: pytest.MonkeyPatch
) -> None:
    """By a book that asks for hardly any service that finding falls away, and is named."""
    monkeypatch.setitem(BOOKS, "short", law_proposed(SHORT))
    room.notified()
    room.town.clock.day = date(2026, 5, 4)
    kept, then, now = found(room, "short")
    assert (kept["law"], then["law"]) == (IN_FORCE.version, now["law"])
    assert then["law"].startswith("short")
    rules = [{one["rule"] for one in each["findings"]} for each in (kept, then, now)]
    assert rules[0] - rules[1] == {"R-SVC-01"}
    assert (then["vanished"], then["appeared"]) == (["R-SVC-01"], [])
    assert "R-SVC-01" in now["vanished"]
    assert found(room)[0] == kept


def test_a_law_book_nobody_knows_is_refused_and_says_which_there_are(room: Room) -> None:
    refused = room.town.get(f"{room.path}?law=weather", *DIRECTORATE, Accept_Language="en")
    assert (refused.status_code, refused.json["code"]) == (400, "unknown-law")
    assert "hearing-2024" in refused.json["detail"]


def test_a_decision_no_conditions_are_tried_for_finds_nothing(room: Room) -> None:
    municipal = {"kind": "municipal-decision"}
    made = room.town.done(f"{room.plan}/proceedings", *DOCTOR, municipal)["made"]
    assert room.town.get(f"/proceedings/{made}", *DOCTOR).json["found"] == []


def test_before_the_decision_only_today_is_found(room: Room) -> None:
    (now,) = found(room)
    assert (now["facts"], now["kept"], now["appeared"]) == ("now", False, [])
    assert now["findings"]


def test_the_trail_tells_what_waits_with_the_days_left(room: Room) -> None:
    (waits,) = room.trail()["waits"]
    assert (waits["waitsFor"], waits["legalBy"]) == ("decide", "2026-03-02")
    assert waits["daysLeft"] == (date(2026, 3, 2) - room.town.clock.day).days


def test_each_step_of_an_appeal_says_who_and_by_which_law(room: Room) -> None:
    room.notified()
    room.town.clock.day = date(2026, 4, 20)
    appeal = "/appeals/" + room.done("/appeals", DOCTOR)["made"]
    room.done(f"{appeal}/review", DIRECTORATE, {"outcome": "maintained", "text": "Som før."})
    room.done(f"{appeal}/forward", DIRECTORATE, {"to": "personnel-board"})
    (line,) = room.trail()["appeals"]
    told = [(one["tag"], one["cameTo"], one["by"]) for one in line["happened"]]
    by = str(room.town.people["directorate"])
    assert told == [
        ("proceeding.appeal-reviewed", "maintained", by),
        ("proceeding.appeal-forwarded", "personnel-board", by),
    ]
    assert all(one["basis"] for one in line["happened"])
    ruling = room.trail()["rulings"][0]
    assert (ruling["channel"], ruling["alertedOn"]) == ("digital", "2026-03-31")


def test_what_is_told_of_a_case_that_was_lived_names_people_and_holds_no_codes(room: Room) -> None:
    room.notified()
    room.town.clock.day = date(2026, 4, 8)
    room.done("/alert", DIRECTORATE, {"alertedOn": "2026-04-08"})
    room.town.clock.day = date(2026, 4, 22)
    appeal = "/appeals/" + room.done("/appeals", DOCTOR)["made"]
    ground = {"ground": "not-to-blame", "reason": "Innlagt på sykehus."}
    room.done(f"{appeal}/accept-late", DIRECTORATE, ground)
    serve(room)
    services = room.town.services
    found = services.trails.unasked(Id(room.path.removeprefix("/proceedings/")))
    where = names_of_establishments(services.histories, (found.organisation,))
    sections = told_trail(found, {**services.people.names(named_in(found)), **where})
    told = [said.says.nb for section in sections for said in section.lines]
    assert [one for one in told if IS_ID.search(one)] == [f"Saksnummer: {found.proceeding}"]
    assert "Klage 1, fra Doctor: hos førsteinstansen" in told
    assert (
        "Var den i tide? nei, den kom for sent; den kan behandles hvis det er grunn til det" in told
    )
    taken_on = "Tatt under behandling onsdag 22. april 2026 av Directorate"
    assert any(one.startswith(taken_on) and "kan ikke lastes" in one for one in told)
    assert "Varslet på nytt onsdag 8. april 2026; det starter ingen ny frist." in told
    assert any(one.startswith("Tjeneste (åpen uselektert praksis") for one in told)
    # What is read by people holds no code of one word with hyphens but rules and law books.
    codes = re.compile(r"\b[a-z]+(-[a-z]+)+\b")
    met = {code.group() for one in told for code in codes.finditer(one)}
    assert met <= {"in-force"}


def test_cases_are_loaded_as_they_were_seen_and_others_as_known_then(room: Room) -> None:
    """What was seen ends at its version, also where more was recorded before the decision was."""
    serve(room)
    histories = room.town.services.histories
    plan = Id(room.plan.removeprefix("/plans/"))
    whole = histories.load({plan: TrainingPlan})[plan]
    instant = histories.history(plan)[-1].recorded_at
    assert instant
    before = as_seen(histories, (whole.stored.seen(whole.version - 1),), instant)
    cut = before.load({plan: TrainingPlan})[plan]
    assert (cut.version, cut.case.version) == (whole.version - 1, whole.version - 1)
    assert cut.last_seen() == (whole.stored.seen(whole.version - 1),)
    (period,) = cut.case.service.by_id.values()
    assert (period.confirmed, bool(_only(whole).confirmed)) == (None, True)
    serve(room)
    then = as_seen(histories, (), instant).load({plan: TrainingPlan})[plan]
    assert then.version == whole.version < histories.load({plan: TrainingPlan})[plan].version


def _only(loaded: Any) -> Any:
    (period,) = loaded.case.service.by_id.values()
    return period


def test_what_was_marked_as_an_error_says_what_it_was_and_no_code(room: Room) -> None:
    room.notified()
    serve(room)
    new = room.trail()["new"]
    confirmed = next(one for one in new if one["tag"] == "plan.service-confirmed")
    correct = f"{room.plan}/facts/{confirmed['version']}/correct"
    room.town.done(correct, "leader", "leader", {"reason": "Feil."})
    said = room.trail()["new"][-1]["says"]
    for language in ("nb", "en"):
        assert confirmed["says"][language] in said[language]
        assert "plan." not in said[language]


def test_what_was_taken_back_in_the_case_is_nothing_new_in_the_plan(room: Room) -> None:
    room.notified()
    room.town.clock.day = date(2026, 4, 10)
    appeal = room.done("/appeals", DOCTOR)["made"]
    room.done(f"/appeals/{appeal}/withdraw", DOCTOR)
    room.done(f"/facts/{room.trail()['version']}/correct", DOCTOR, {"reason": "Trykket feil."})
    assert room.trail()["appeals"][0]["stage"] == "first-instance"
    assert room.trail()["new"] == []
    serve(room)
    assert {one["tag"] for one in room.trail()["new"]} == {
        "plan.service-entered",
        "plan.service-confirmed",
    }


def test_what_the_first_instance_saw_when_it_reviewed_is_not_said_to_be_unseen(room: Room) -> None:
    """The appeal body asks what of the new the first instance knew, and what nobody has judged."""
    room.notified()
    room.town.clock.day = date(2026, 4, 10)
    serve(room)
    appeal = f"/appeals/{room.done('/appeals', DOCTOR)['made']}"
    room.done(f"{appeal}/review", DIRECTORATE, {"outcome": "maintained", "text": "Som før."})
    later = {"firstDay": "2026-03-16", "lastDay": "2026-04-05"}
    room.town.done(f"{room.plan}/service", *DOCTOR, SERVED | later)
    assert [(one["tag"], one["seenAtReview"]) for one in room.trail()["new"]] == [
        ("plan.service-entered", True),
        ("plan.service-confirmed", True),
        ("plan.service-entered", False),
    ]
    services = room.town.services
    trail = services.trails.unasked(Id(room.path.removeprefix("/proceedings/")))
    sections = told_trail(trail, services.people.names(named_in(trail)))
    (section,) = (one for one in sections if one.heading.en == "What came after the decision")
    said = [one.says.en for one in section.lines]
    assert said[1::2] == [
        "The first instance had seen it when it looked at the decision anew.",
        "The first instance had seen it when it looked at the decision anew.",
        "The first instance had not seen it.",
    ]
