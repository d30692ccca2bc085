"""What time brings about: noticed once, told once, and changing nobody's position."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import date

import psycopg
import pytest
from icalendar import Calendar

from application.enforcement import sweep as sweeping
from application.enforcement.sources import PLAN, SOURCES
from application.ports import NotYetVisible
from domain.law.book import IN_FORCE, LawBook
from domain.plans.plan import TrainingPlan
from domain.plans.rules.deadlines import plan_deadlines
from domain.shared.enforced import Due
from domain.shared.ids import Id
from domain.shared.refusals import Invalid
from tests.support.clock_town import CLOSES, STATED, begun_before, swept
from tests.support.town import Town
from tests.web.api.test_way import another_municipality

TOLD = ("plan.deadline-lapsed", "plan.reminder-sent")


def told(town: Town, plan: Id) -> list[tuple[str, date]]:
    """Return what the clock told of a plan: the kind of fact and its legal day."""
    lines = town.services.inspection.timeline(plan, known_at=None)
    return [(line.tag, line.happened_on) for line in lines if line.tag in TOLD and line.happened_on]


def test_people_are_reminded_once_at_each_time_and_of_those_missed_the_last_only(
    kept: Town,
) -> None:
    plan = begun_before(kept)
    assert swept(kept, date(2026, 10, 1))["remind"].recorded == 0
    assert swept(kept, date(2026, 10, 2))["remind"].recorded == 1
    assert swept(kept, date(2026, 10, 2))["remind"].recorded == 0
    assert swept(kept, date(2026, 10, 20))["remind"].recorded == 0
    # Nothing ran for two months: thirty and fourteen days are over, seven is what is left.
    assert swept(kept, date(2026, 12, 26))["remind"].recorded == 1
    assert swept(kept, date(2026, 12, 31))["remind"].recorded == 1
    days = [day for tag, day in told(kept, plan) if tag == "plan.reminder-sent"]
    assert days == [date(2026, 10, 2), date(2026, 12, 26), date(2026, 12, 31)]
    for name in ("doctor", "leader"):
        messages = kept.get("/me/messages", name, name).json["items"]
        assert [one["putOn"] for one in messages] == ["2026-12-31", "2026-12-26", "2026-10-02"]
        assert not messages[0]["sent"]
    assert kept.get("/me/messages", "neighbour", "leader").json["items"] == []


@pytest.mark.parametrize("noticed_on", [date(2027, 1, 1), date(2027, 2, 15)])
def test_a_deadline_lapses_on_its_day_whenever_it_is_noticed(kept: Town, noticed_on: date) -> None:
    plan = begun_before(kept)
    assert swept(kept, CLOSES)["lapse"].recorded == 0
    assert swept(kept, noticed_on)["lapse"].recorded == 1
    assert swept(kept, noticed_on)["lapse"].recorded == 0
    (fact,) = (
        one.fact
        for one in kept.services.inspection.history(plan)
        if type(one.fact).__name__ == "DeadlineLapsed"
    )
    assert (fact.last_day, fact.lapsed_on) == (CLOSES, date(2027, 1, 1))  # type: ignore[attr-defined]
    assert fact.noticed_on == noticed_on  # type: ignore[attr-defined]


def test_a_month_without_the_clock_changes_no_status(kept: Town) -> None:
    plan = begun_before(kept)

    def status() -> list[object]:
        days = ("2026-12-01", "2026-12-31", "2027-01-01", "2027-01-15")
        views = ("old-scheme", "guidance", "readiness", "service-account")
        seen = [
            kept.get(f"/plans/{plan}/{view}?on={day}", "doctor", "doctor").json
            for day in days
            for view in views
        ]
        assert all("status" not in one for one in seen)
        return seen

    kept.clock.day = date(2027, 1, 15)
    off = status()
    swept(kept, date(2027, 1, 15))
    assert told(kept, plan) == [("plan.deadline-lapsed", date(2027, 1, 1))]
    assert status() == off


def test_two_sweeps_at_once_record_each_thing_once(kept: Town) -> None:
    plan = begun_before(kept)
    kept.clock.day = date(2027, 1, 5)
    with ThreadPoolExecutor(4) as pool:
        outcomes = list(pool.map(lambda _: kept.services.enforcement.sweep(), range(4)))
    assert sum(one["lapse"].recorded for one in outcomes) == 1
    assert not any(one["lapse"].failed for one in outcomes)
    assert told(kept, plan) == [("plan.deadline-lapsed", date(2027, 1, 1))]


def test_a_case_that_fails_keeps_no_other_from_being_done(
    kept: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    broken, sound = begun_before(kept), begun_before(kept.with_new_people())
    whose = kept.services.inspection.plan(broken, known_at=None).card.doctor

    def failing(plan: TrainingPlan, law: LawBook) -> Iterator[Due]:
        if plan.doctor == whose:
            raise ZeroDivisionError("broken")
        return plan_deadlines(plan, law)

    monkeypatch.setitem(SOURCES, "old-scheme", replace(PLAN, dues=failing))
    outcome = swept(kept, date(2027, 1, 5))["lapse"]
    assert (outcome.recorded, list(outcome.failed)) == (1, [broken])
    assert "ZeroDivisionError" in outcome.failed[broken]
    assert [tag for tag, _ in told(kept, sound)] == ["plan.deadline-lapsed"]
    monkeypatch.undo()
    assert swept(kept, date(2027, 1, 6))["lapse"].recorded == 1


def test_what_the_clock_noticed_is_not_corrected(kept: Town) -> None:
    plan = begun_before(kept)
    swept(kept, date(2027, 1, 5))
    version = kept.get(f"/plans/{plan}", "leader", "leader").json["version"]
    body = {"reason": "Feil."}
    refused = kept.post(f"/plans/{plan}/facts/{version}/correct", "leader", "leader", body)
    assert refused.status_code in {403, 409}
    assert refused.json["code"] in {"noticed-by-the-clock", "role-not-permitted"}


def test_one_sees_what_is_due_for_oneself_and_for_those_one_leads(kept: Town) -> None:
    plan = begun_before(kept)
    kept.clock.day = date(2026, 12, 1)
    for name, role in (("doctor", "doctor"), ("leader", "leader")):
        found = kept.get("/me/deadlines", name, role).json["items"]
        overdue, line = (one for one in found if one["caseId"] == plan)
        assert [overdue["kind"], line["kind"]] == ["review", "old-scheme"]
        assert (overdue["dueOn"], overdue["legal"]) == ("2026-07-05", False)
        assert overdue["daysLeft"] < 0
        assert (line["dueOn"], line["daysLeft"], line["legal"]) == ("2026-12-31", 30, True)
    near = kept.get("/me/deadlines?days=29", "doctor", "doctor").json["items"]
    assert [one["kind"] for one in near if one["caseId"] == plan] == ["review"]
    assert kept.get("/me/deadlines", "midwife", "clinical-supervisor").json["items"] == []
    refused = kept.get("/me/deadlines?days=-1", "doctor", "doctor")
    assert (refused.status_code, refused.json["code"]) == (400, "days-out-of-range")


def test_an_establishment_sees_how_much_is_due_and_the_first_of_it(kept: Town) -> None:
    plan = begun_before(kept)
    kept.clock.day = date(2026, 12, 1)
    path = f"/organisations/{kept.organisation}/deadlines"
    told = kept.get(f"{path}?days=30", "leader", "leader").json
    assert told["count"] == len(told["first"]) >= 1
    assert plan in {one["caseId"] for one in told["first"]}
    assert kept.get(f"{path}?days=29", "leader", "leader").json["count"] == told["count"] - 1
    assert kept.get(path, "doctor", "doctor").status_code in {403, 404}
    assert kept.get(f"{path}?days=9999", "leader", "leader").status_code == 400


def test_a_calendar_is_read_by_whoever_has_its_address_until_it_is_withdrawn(
    kept: Town,
) -> None:
    plan = begun_before(kept)
    headers = kept.headers("doctor", "doctor")
    made = kept.client.put("/api/v1/me/calendar", headers=headers)
    assert made.status_code == 200
    assert made.json
    address = made.json["address"].removeprefix("http://localhost")
    feed = kept.client.get(address)
    assert feed.headers["Content-Type"] == "text/calendar; charset=utf-8"
    events = Calendar.from_ical(feed.data).walk("VEVENT")
    days = {str(one["summary"]): one.decoded("dtstart") for one in events if plan in one["uid"]}
    assert days["Siste dag for å søke spesialistgodkjenning etter den gamle ordningen"] == CLOSES
    assert not any("Doctor" in str(one) for one in events)
    again = (kept.client.put("/api/v1/me/calendar", headers=headers).json or {})["address"]
    assert kept.client.get(address).status_code == 404
    assert kept.client.delete("/api/v1/me/calendar", headers=headers).status_code == 204
    gone = kept.client.get(again.removeprefix("http://localhost"))
    assert (gone.status_code, (gone.json or {})["code"]) == (404, "unknown-calendar")
    assert kept.client.get("/api/v1/calendars/guessed.ics").status_code == 404


def test_no_day_to_come_is_swept(kept: Town) -> None:
    plan = begun_before(kept)
    kept.clock.day = date(2026, 11, 26)
    with pytest.raises(Invalid, match="has not come yet"):
        kept.services.enforcement.sweep(date(2027, 3, 1))
    assert told(kept, plan) == []


def test_a_sweep_over_rows_that_are_behind_says_so(
    aasnes: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sweeping, "SECONDS_FOR_THE_ROWS", 0.05)
    plan = aasnes.plan()
    aasnes.done(f"{plan}/old-scheme", "leader", "leader", STATED)
    with pytest.raises(NotYetVisible, match="alis worker"):
        aasnes.services.enforcement.sweep()


def test_a_case_whose_reminders_cannot_be_put_keeps_no_others_from_theirs(
    kept: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    broken, sound = begun_before(kept), begun_before(kept.with_new_people())
    histories = kept.services.histories
    load = histories.load

    def read(wanted: Mapping[Id, type]) -> Mapping[Id, object]:
        if broken in wanted:
            raise RuntimeError("the case cannot be read")
        return load(wanted)

    monkeypatch.setattr(histories, "load", read)
    outcome = swept(kept, date(2026, 10, 2))["remind"]
    assert outcome.failed == {broken: "RuntimeError: the case cannot be read"}
    assert [tag for tag, _ in told(kept, sound)] == ["plan.reminder-sent"]


def test_the_earlier_scheme_comes_along_when_the_training_moves(aasnes: Town) -> None:
    """L-SPF-37: whoever moves is still in time, and still told when time runs out."""
    plan = aasnes.plan()
    aasnes.done(f"{plan}/old-scheme", "leader", "leader", STATED)
    there = another_municipality(aasnes)
    aasnes.done(f"{plan}/move", "doctor", "doctor", {"to": there, "lastDay": "2026-05-03"})
    receive = {
        "origin": plan.removeprefix("/plans/"),
        "organisation": there,
        "employmentModel": "salaried-gp",
        "startsOn": "2026-05-04",
    }
    new = aasnes.done("/moves", "neighbour", "leader", receive)["caseId"]
    seen = aasnes.get(f"/plans/{new}/old-scheme", "doctor", "doctor").json
    assert (seen["begunOn"], seen["open"]) == (STATED["begunOn"], True)
    case = aasnes.services.histories.load({new: TrainingPlan})[new].case
    assert "old-scheme" in [due.kind for due in plan_deadlines(case, IN_FORCE)]


def test_what_is_no_longer_due_is_not_put_again(kept: Town) -> None:
    """Somebody stopped between recording the reminder and putting it; then it was settled."""
    plan = begun_before(kept)
    swept(kept, date(2026, 10, 2))
    with psycopg.connect(kept.addresses.migrate, autocommit=True) as connection:
        connection.execute("DELETE FROM post.messages")
    kept.done(f"/plans/{plan}/old-scheme/left", "leader", "leader", {"agreedOn": "2026-10-02"})
    release = f"/plans/{plan}/supervisors/{kept.people['supervisor']}/release"
    kept.done(release, "leader", "leader", {"lastDay": "2026-10-31"})
    swept(kept, date(2026, 10, 2))
    (told,) = kept.get("/me/messages", "doctor", "doctor").json["items"]
    assert told["kind"] == "supervisor-ends"


def test_one_applies_under_the_earlier_scheme_and_says_where_it_is_documented(kept: Town) -> None:
    plan = f"/plans/{begun_before(kept)}"
    kept.clock.day = CLOSES
    told = kept.get(f"{plan}/old-scheme/readiness", "doctor", "doctor").json
    assert [gap["finding"]["rule"] for gap in told["missing"]] == ["L-SPF-37"]
    body = {"submittedOn": f"{CLOSES}", "scheme": "old-scheme"}
    bare = kept.post(f"{plan}/application", "doctor", "doctor", body, Accept_Language="en")
    assert (bare.status_code, bare.json["rule"]) == (422, "L-SPF-37")
    assert "say where it is documented" in bare.json["detail"]
    odd = kept.post(f"{plan}/application", "doctor", "doctor", body | {"scheme": "x"})
    assert (odd.status_code, odd.json["code"]) == (400, "malformed")
    done = body | {"justification": "Alt er bekreftet i søknaden."}
    kept.done(f"{plan}/application", "doctor", "doctor", done)
    (line,) = (
        one
        for one in kept.get(f"{plan}/timeline", "doctor", "doctor").json["items"]
        if one["tag"] == "plan.application-submitted"
    )
    assert "gamle ordningen" in line["says"]["nb"]
