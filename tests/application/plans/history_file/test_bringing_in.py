"""A file is brought in as ordinary facts, once, all of it or nothing."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from hashlib import sha256

import pytest

from application.actors import MACHINE
from application.plans.history_file.problems import HistoryRefused
from application.plans.history_file.service import HistoryFile
from application.ports import Change
from domain.plans.activities import ActivityStage
from domain.plans.corrections import FactCorrected
from domain.plans.goals import Stage
from domain.shared.confidential import Confidential
from domain.shared.facts import tag_of
from tests.support import portal as p
from tests.support.portal import Portal
from tests.support.town import order

BROUGHT = [
    "plan.session-drafted",
    "plan.session-minuted",
    "plan.session-finalised",
    "plan.activity-logged",
    "plan.activity-submitted",
    "plan.activity-signed",
    "plan.goal-carried-over",
    "plan.course-entered",
    "plan.course-certified",
    "plan.service-entered",
    "plan.service-confirmed",
]


def test_a_file_becomes_the_ordinary_facts_of_the_plan(portal: Portal) -> None:
    content = portal.of_the_doctor(*p.ALL)
    before = len(portal.history())
    report = portal.bring_in(content)
    assert (report.lines, report.new, report.known, report.recorded) == (5, 5, 0, True)
    brought = portal.history()[before:]
    assert [tag_of(recorded.fact) for recorded in brought] == BROUGHT
    assert {recorded.source for recorded in brought} == {f"import:{sha256(content).hexdigest()}"}
    assert {(r.recorded_by, r.acting_as) for r in brought} == {("alis", "system-administrator")}
    assert len({recorded.command_id for recorded in brought}) == 1


def test_the_plan_holds_what_the_file_told(portal: Portal) -> None:
    portal.bring_in(portal.of_the_doctor(*p.ALL))
    plan, town = portal.case(), portal.town
    (session,) = plan.guidance.sessions.values()
    assert session.finalised
    assert session.finalised.finalised_by == town.people["supervisor"]
    (activity,) = plan.activities.by_id.values()
    assert activity.stage is ActivityStage.SIGNED
    assert activity.logged.goals == ("ALM-031", "ALM-012")
    assert plan.goals.goal("ALM-012").stage is Stage.APPROVED
    (course,) = plan.courses.by_id.values()
    assert course.certified
    (period,) = plan.service.by_id.values()
    assert period.confirmed
    assert period.confirmed.confirmed_by is None


def test_the_words_are_sealed_and_read_by_those_who_took_part(portal: Portal) -> None:
    portal.bring_in(portal.of_the_doctor(p.SESSION))
    (session,) = portal.case().guidance.sessions.values()
    assert session.minutes
    assert session.minutes.minutes.text is None
    path = f"/plans/{portal.plan}/sessions/{session.drafted.session}/minutes"
    read = portal.town.get(path, "doctor", "doctor").json["items"]
    assert [words["text"] for words in read] == [p.SESSION["text"]]


def test_the_report_tells_before_and_after(portal: Portal) -> None:
    portal.bring_in(portal.of_the_doctor(p.SESSION))
    later = p.SESSION | {"day": "2026-02-16", "confirmed_on": ""}
    content = portal.of_the_doctor(p.SESSION, later, p.GOAL)
    (told,) = portal.bring_in(content).doctors
    assert [(k.record, k.lines, k.new, k.known) for k in told.kinds] == [
        ("goal", 1, 1, 0),
        ("session", 2, 1, 1),
    ]
    assert (told.before.guidance_minutes, told.after.guidance_minutes) == (90, 180)
    assert (told.before.goals_approved, told.after.goals_approved) == (0, 1)


def test_a_dry_run_tells_the_same_and_records_nothing(portal: Portal) -> None:
    portal.bring_in(portal.of_the_doctor(p.SESSION))
    before = portal.history()
    content = portal.of_the_doctor(*p.ALL, p.SESSION | {"day": "2026-02-03"})
    tried = portal.bring_in(content, dry_run=True)
    assert (tried.new, tried.recorded) == (5, False)
    assert portal.history() == before
    (told,) = tried.doctors
    assert (told.before.sessions, told.before.courses) == (1, 0)
    assert (told.after.sessions, told.after.guidance_minutes, told.after.courses) == (2, 180, 1)
    assert portal.bring_in(content).doctors == tried.doctors


def test_the_same_file_again_adds_nothing(portal: Portal) -> None:
    content = portal.of_the_doctor(*p.ALL)
    portal.bring_in(content)
    once = portal.history()
    again = portal.bring_in(content)
    assert (again.new, again.known, again.recorded) == (0, 5, False)
    assert portal.history() == once


def test_the_same_line_in_another_file_is_brought_in_once(portal: Portal) -> None:
    portal.bring_in(portal.of_the_doctor(p.SESSION))
    other = portal.of_the_doctor(p.ACTIVITY, p.SESSION, p.ACTIVITY)
    report = portal.bring_in(other)
    assert (report.new, report.known) == (1, 2)
    assert len(portal.case().guidance.sessions) == 1


def test_lines_that_differ_only_in_words_are_two(portal: Portal) -> None:
    other = p.ACTIVITY | {"text": "En annen kontroll."}
    assert portal.bring_in(portal.of_the_doctor(p.ACTIVITY, other)).new == 2
    assert portal.bring_in(portal.of_the_doctor(other)).known == 1


def test_the_same_command_again_gets_the_first_receipt(portal: Portal) -> None:
    asked, said = HistoryFile(content=portal.of_the_doctor(p.SESSION)), order()
    first = portal.town.services.history_import.bring_in(asked, MACHINE, said)
    assert first.recorded
    assert not portal.town.services.history_import.bring_in(asked, MACHINE, said).recorded


def test_a_line_that_was_corrected_away_stays_away(portal: Portal) -> None:
    content = portal.of_the_doctor(p.ACTIVITY | {"by": "", "confirmed_on": ""})
    portal.bring_in(content)
    plan = portal.case()
    correction = FactCorrected(
        corrects=plan.version,
        corrected_fact="plan.activity-logged",
        corrected_by=plan.doctor,
        corrected_on=p.STARTED,
        reason=Confidential("feil"),
        evidence_in=(),
    )
    _append(portal, correction)
    assert portal.case().activities.by_id == {}
    assert portal.bring_in(content).known == 1


def test_nothing_is_recorded_of_a_file_with_one_bad_line(portal: Portal) -> None:
    before = portal.history()
    with pytest.raises(HistoryRefused) as refused:
        portal.bring_in(portal.of_the_doctor(p.SESSION, p.GOAL | {"goals": "ALM-999"}))
    assert [problem.line for problem in refused.value.problems] == [3]
    assert portal.history() == before


def _append(portal: Portal, fact: FactCorrected) -> None:
    plan = portal.case()
    change = Change(case_id=portal.plan, version=plan.version, facts=(fact,), subject=plan.doctor)
    portal.town.services.histories.append((change,), by=MACHINE, order=order())


def test_the_same_file_brought_in_by_two_at_once_is_brought_in_once(portal: Portal) -> None:
    content = portal.of_the_doctor(*p.ALL)
    before = len(portal.history())
    with ThreadPoolExecutor(max_workers=3) as several:
        reports = list(several.map(lambda _: portal.bring_in(content), range(3)))
    assert sorted(report.new for report in reports) == [0, 0, 5]
    assert len(portal.history()) - before == len(BROUGHT)
