"""What a plan that is over knows is known; what is new goes to the open plan, or is refused."""

from __future__ import annotations

import pytest

from application.plans.history_file.columns import COLUMNS
from application.plans.history_file.export import Wanted
from application.plans.history_file.problems import HistoryRefused, Problem
from domain.plans.plan import TrainingPlan
from domain.shared.ids import Id
from tests.support import portal as p
from tests.support.over import LAST_DAY, LATER, moved, withdrawn
from tests.support.portal import Portal

AASNES = "Åsnes kommune"


def refused(portal: Portal, content: bytes) -> list[Problem]:
    before = portal.town.services.histories.position()
    with pytest.raises(HistoryRefused) as told:
        portal.bring_in(content)
    assert portal.town.services.histories.position() == before
    return list(told.value.problems)


def all_of(*portals: Portal) -> bytes:
    """Return what is exported of all plans, but for doctors of other tests."""
    hprs = {portal.hpr for portal in portals}
    head, *lines = portals[0].town.services.history_export.lines(Wanted())
    return "".join([head, *(line for line in lines if line.split(";")[1] in hprs)]).encode()


def case(portal: Portal, plan: Id) -> TrainingPlan:
    found: TrainingPlan = portal.town.services.histories.load({plan: TrainingPlan})[plan].case
    return found


def test_all_that_was_exported_is_known_when_it_is_imported_again(portal: Portal) -> None:
    # given a training that goes on, one that moved and went on there, and one withdrawn
    leaver = p.portal(portal.town.with_new_people())
    stayer = p.portal(portal.town.with_new_people())
    for one in (portal, leaver, stayer):
        one.bring_in(one.of_the_doctor(*p.ALL))
    there = moved(portal)
    portal.bring_in(portal.of_the_doctor(LATER))
    withdrawn(leaver)
    before = portal.town.services.histories.position()
    # when all is exported and the same file imported
    report = portal.bring_in(all_of(portal, leaver, stayer))
    # then nothing is recorded, and the report tells that all was known
    # (three files of five lines, the session after the move, and the goal that came along)
    assert (report.lines, report.new, report.known, report.recorded) == (17, 0, 17, False)
    assert {one.plan for one in report.doctors} == {
        portal.plan,
        there.plan,
        leaver.plan,
        stayer.plan,
    }
    assert portal.town.services.histories.position() == before


def test_the_same_file_after_a_move_is_known_without_ids_or_establishments(portal: Portal) -> None:
    content = portal.of_the_doctor(*p.ALL)
    portal.bring_in(content)
    moved(portal)
    report = portal.bring_in(content)
    assert (report.new, report.known) == (0, 5)


def test_new_lines_that_name_no_establishment_go_to_the_open_plan(portal: Portal) -> None:
    portal.bring_in(portal.of_the_doctor(p.SESSION))
    there = moved(portal)
    goal = p.GOAL | {"goals": "ALM-013"}
    report = portal.bring_in(portal.of_the_doctor(p.SESSION, LATER, p.COURSE, goal))
    assert (report.new, report.known) == (3, 1)
    told = {one.plan: {kind.record: kind.new for kind in one.kinds} for one in report.doctors}
    assert told == {
        portal.plan: {"session": 0},
        there.plan: {"session": 1, "course": 1, "goal": 1},
    }
    assert set(case(portal, there.plan).goals.by_code) == {"ALM-013"}
    assert len(portal.case().guidance.sessions) == 1


def test_a_new_line_for_the_plan_that_is_over_is_told_since_when(portal: Portal) -> None:
    moved(portal)
    content = portal.of_the_doctor(p.SESSION, organisation=portal.town.organisation)
    (told,) = refused(portal, content)
    assert (told.line, told.field) == (2, "organisation")
    assert f"the training at {AASNES} (" in told.says.en
    assert f"is over since {LAST_DAY}; nothing new is brought into that plan" in told.says.en
    assert f"er over siden {LAST_DAY}" in told.says.nb


def test_a_goal_of_the_plan_that_is_over_is_known_by_its_code_if_that_plan_is_meant(
    portal: Portal,
) -> None:
    portal.bring_in(portal.of_the_doctor(p.GOAL))
    withdrawn(portal)
    other = p.GOAL | {"day": "2024-06-07"}
    assert portal.bring_in(portal.of_the_doctor(other)).known == 1
    named = portal.of_the_doctor(other, organisation=portal.town.organisation)
    assert portal.bring_in(named).known == 1


def test_an_id_known_where_it_is_over_cannot_say_something_else(portal: Portal) -> None:
    portal.bring_in(portal.of_the_doctor(p.SESSION))
    (known,) = portal.case().guidance.sessions
    moved(portal)
    (told,) = refused(portal, portal.of_the_doctor(p.SESSION | {"minutes": "95"}, id=known))
    assert "is known already, of other content" in told.says.en


def test_a_doctor_without_an_open_plan_is_told_once(portal: Portal) -> None:
    portal.bring_in(portal.of_the_doctor(p.GOAL))
    withdrawn(portal)
    named = p.SESSION | {"organisation": portal.town.organisation}
    content = portal.of_the_doctor(p.GOAL, p.SESSION, named, p.COURSE, p.ACTIVITY)
    (told,) = refused(portal, content)
    assert (told.line, told.field) == (3, "hpr")
    assert "the doctor has no open training plan here; the training is over at" in told.says.en
    assert f"since {LAST_DAY}. It concerns 4 new lines." in told.says.en
    assert f"siden {LAST_DAY}. Det gjelder 4 nye linjer." in told.says.nb


def test_each_doctor_without_a_plan_is_told_once(portal: Portal) -> None:
    without = p.unopened(portal.town.with_new_people())
    both = [{"hpr": hpr, **p.COURSE} for hpr in (p.MIDWIFE_HPR, without.hpr)]
    content = p.csv_file(both[0], both[1], both[0] | {"name": "Et annet kurs"})
    told = refused(portal, content)
    assert [problem.line for problem in told] == [2, 3]
    assert "open it first. It concerns 2 new lines." in told[0].says.en
    assert "open it first. It concerns 1 new line." in told[1].says.en


def test_an_exported_line_names_the_establishment_it_is_known_at(portal: Portal) -> None:
    portal.bring_in(portal.of_the_doctor(p.SESSION))
    there = moved(portal)
    _, line = all_of(portal).decode().splitlines()
    cells = dict(zip(COLUMNS, line.split(";"), strict=True))
    assert cells["organisation"] != there.organisation
    (told,) = portal.bring_in(all_of(portal)).doctors
    assert told.plan == portal.plan
