"""What views show: names behind ids, instants as Oslo reads them, and no days that are not days."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from urllib.parse import urlencode

from msgspec.structs import replace

from application.ids import new_id
from application.organisations.rows import OfficeRow
from application.plans.timeline import timeline
from domain.shared.days import OSLO
from domain.shared.ids import parsed_id
from tests.support.town import Town
from tests.web.api.test_journey import GOAL, ready
from web.api.shapes import shape


def test_the_timeline_names_those_who_recorded(aasnes: Town) -> None:
    plan = ready(aasnes)
    told = aasnes.get(f"{plan}/timeline", "doctor", "doctor").json
    who = [told["people"][entry["recordedBy"]] for entry in told["items"]]
    assert (who[0], set(who)) == ("Leader", {"Leader", "Supervisor", "Midwife", "Doctor"})


def test_what_a_program_recorded_is_told_with_its_name(aasnes: Town) -> None:
    plan = parsed_id(aasnes.plan().rsplit("/", 1)[-1])
    history = aasnes.services.inspection.history(plan)
    told = timeline([replace(recorded, recorded_by="import") for recorded in history])
    assert {entry.recorded_by for entry in told} == {"import"}


def test_a_text_that_looks_like_an_id_names_nobody(aasnes: Town) -> None:
    plan, stranger = aasnes.plan(), aasnes.people["stranger"]
    logged = {"kind": "course", "doneOn": "2026-02-09", "goals": [GOAL], "description": stranger}
    course = aasnes.done(f"{plan}/activities", "doctor", "doctor", logged)["made"]
    told = aasnes.get(f"{plan}/activities/{course}/words", "doctor", "doctor").json
    assert [line["text"] for line in told["items"]] == [stranger]
    assert stranger not in told["people"]


def test_an_outcome_names_those_who_were_heard(aasnes: Town) -> None:
    plan = ready(aasnes)
    aasnes.done(f"{plan}/goals/{GOAL}/approve", "leader", "leader", {"statement": "Vist."})
    told = aasnes.get(f"{plan}/goals/{GOAL}/outcome", "auditor", "auditor").json
    heard = [told["people"][heard["person"]] for heard in told["heard"]]
    assert heard == ["Supervisor", "Midwife"]


def test_an_instant_without_a_zone_is_oslos_and_a_day_is_its_end(aasnes: Town) -> None:
    plan = aasnes.plan()
    opened = aasnes.get(f"{plan}/timeline", "doctor", "doctor").json["items"][0]["recordedAt"]
    instant = datetime.fromisoformat(opened)
    local = instant.astimezone(OSLO)
    aasnes.clock.day = local.date() + timedelta(days=2)
    for known_at, there in (
        (local + timedelta(minutes=1), True),
        (local - timedelta(minutes=1), False),
    ):
        written = known_at.replace(tzinfo=None).isoformat()
        assert known(aasnes, plan, written) is there
    assert known(aasnes, plan, local.date().isoformat())
    assert known(aasnes, plan, aasnes.clock.day.isoformat())
    assert not known(aasnes, plan, (local.date() - timedelta(days=1)).isoformat())


def known(town: Town, plan: str, instant: str) -> bool:
    """Return whether the plan was known at an instant, written so."""
    answer = town.get(f"{plan}?{urlencode({'knownAt': instant})}", "doctor", "doctor")
    assert answer.status_code in (200, 404), answer.json
    return answer.status_code == 200


def test_the_first_and_last_days_there_are_are_not_shown(aasnes: Town) -> None:
    row = OfficeRow(
        case_id=new_id(), person=new_id(), role="doctor", first_day=date.min, last_day=date.max
    )
    shown = shape(OfficeRow)().dump(row)
    assert (shown["firstDay"], shown["lastDay"]) == (None, None)
