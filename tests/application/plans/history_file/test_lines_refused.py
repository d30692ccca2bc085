"""Every bad line is told: its number, its column, what was written, what would be right."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from application.plans.history_file.problems import HistoryRefused, Problem
from tests.support import portal as p
from tests.support.portal import Portal

Row = Mapping[str, str]


def problems(portal: Portal, content: bytes) -> list[Problem]:
    before = portal.history()
    with pytest.raises(HistoryRefused) as refused:
        portal.bring_in(content)
    assert portal.history() == before
    assert all(problem.says.nb for problem in refused.value.problems)
    return list(refused.value.problems)


@pytest.mark.parametrize(
    ("row", "changed", "field", "saying"),
    [
        (p.SESSION, {"record": "lecture"}, "record", '"lecture" is none of session'),
        (p.SESSION, {"record": ""}, "record", "is missing"),
        (p.SESSION, {"hpr": "12a"}, "hpr", '"12a" is not an HPR number'),
        (p.SESSION, {"hpr": "999999999"}, "hpr", "is not in the directory"),
        (p.SESSION, {"day": ""}, "day", "is missing"),
        (p.SESSION, {"day": "2.2.2026"}, "day", "write 2026-02-02"),
        (p.SESSION, {"day": "02/03/2026"}, "day", "year-month-day; write 2024-05-03"),
        (p.SESSION, {"day": "2026-02-30"}, "day", '"2026-02-30" is not a day'),
        (p.SESSION, {"day": "0026-02-02"}, "day", '"0026-02-02" is not a day'),
        (p.SESSION, {"day": "2026-W05-1"}, "day", "is not a day"),
        (p.SESSION, {"day": "2026-05-05"}, "day", "has not come yet; today is 2026-05-04"),
        (p.SESSION, {"day": "2026-01-04"}, "day", "before the training started on 2026-01-05"),
        (p.SESSION, {"minutes": "90 min"}, "minutes", "whole number from 1 to 600"),
        (p.SESSION, {"minutes": "0"}, "minutes", "whole number from 1 to 600"),
        (p.SESSION, {"minutes": "601"}, "minutes", "whole number from 1 to 600"),
        (p.SESSION, {"minutes": ""}, "minutes", "is missing"),
        (p.SESSION, {"by": ""}, "by", "is missing"),
        (p.SESSION, {"by": "7777777"}, "by", '"7777777" is not in the directory'),
        (p.SESSION, {"goals": "ALM-999"}, "goals", 'no learning goal "ALM-999"'),
        (p.SESSION, {"goals": "FKM-001"}, "goals", "in force from 2026-03-01, not on 2026-02-02"),
        (p.SESSION, {"confirmed_on": "2026-02-01"}, "confirmed_on", "is before 2026-02-02"),
        (p.SESSION, {"percentage": "50"}, "percentage", "in a column that is not used for session"),
        (p.SESSION, {"text": "x" * 20_001}, "text", "at most 20000"),
        (p.SESSION, {"text": "a\x07b"}, "text", "control characters"),
        (p.SESSION, {"id": "nr-1"}, "id", "is no id of an export"),
        (p.SESSION, {"organisation": "999999999"}, "organisation", "has no open plan there"),
        (p.ACTIVITY, {"kind": "chat"}, "kind", '"chat" is none of procedure'),
        (p.ACTIVITY, {"arena": "ARE-99"}, "arena", "is no arena of the establishment"),
        (p.ACTIVITY, {"role": "leader"}, "role", "is none of supervisor"),
        (p.ACTIVITY, {"channel": "letter"}, "channel", "is none of on-site"),
        (p.ACTIVITY, {"confirmed_on": ""}, "confirmed_on", "is missing"),
        (p.ACTIVITY, {"by": ""}, "confirmed_on", "needs by as well"),
        (p.GOAL, {"goals": ""}, "goals", "is missing"),
        (p.GOAL, {"goals": "ALM-012, ALM-013"}, "goals", "write a line for each"),
        (p.GOAL, {"goals": "LM-04", "day": "2026-03-01"}, "goals", "to 2026-02-28, not on"),
        (p.GOAL, {"id": "1"}, "id", "in a column that is not used for goal"),
        (p.GOAL, {"stated_in": ""}, "stated_in", "is missing"),
        (p.COURSE, {"name": ""}, "name", "is missing"),
        (p.COURSE, {"last_day": "2025-03-10"}, "last_day", "is before 2025-03-11"),
        (p.COURSE, {"hours": "15.001"}, "hours", "at most two decimals"),
        (p.COURSE, {"hours": "mange"}, "hours", '"mange" is not a number above 0'),
        (p.COURSE, {"hours": "NaN"}, "hours", "is not a number above 0"),
        (p.COURSE, {"confirmed_on": "2025-03-11"}, "confirmed_on", "is before 2025-03-12"),
        (p.COURSE, {"certificate": ""}, "confirmed_on", "needs certificate as well"),
        (p.SERVICE, {"percentage": "101"}, "percentage", "whole number from 1 to 100"),
        (p.SERVICE, {"last_day": "2024-12-31"}, "last_day", "is before 2025-01-01"),
        (p.SERVICE, {"day": "1925-01-01"}, "last_day", "more than 50 years after 1925-01-01"),
        (p.SERVICE, {"last_day": "2036-06-01"}, "last_day", "10 years ahead; today is 2026-05-04"),
        (p.SERVICE, {"confirmed_on": "2025-06-01"}, "confirmed_on", "is before 2025-12-31"),
        (p.SERVICE, {"by": "8000001", "confirmed_on": ""}, "by", "needs confirmed_on as well"),
        (p.SERVICE, {"place": ""}, "place", "is missing"),
        (p.SERVICE, {"arena": "ARE-99"}, "arena", "is no arena"),
    ],
)
def test_a_bad_cell_is_told(
    portal: Portal, row: Row, changed: Row, field: str, saying: str
) -> None:
    told = problems(portal, portal.of_the_doctor({**row, **changed}))
    found = [problem for problem in told if problem.field == field]
    assert found, told
    assert found[0].line == 2
    assert saying in found[0].says.en


def test_every_problem_is_told_not_only_the_first(portal: Portal) -> None:
    content = portal.of_the_doctor(
        {**p.SESSION, "day": "2.2.2026", "minutes": "lenge"},
        p.GOAL,
        {**p.ACTIVITY, "by": "1"},
        {**p.SESSION, "day": "20260202"},
        {**p.SESSION, "day": "Feb 2, 2026"},
    )
    told = [(problem.line, problem.field) for problem in problems(portal, content)]
    assert told == [(2, "day"), (2, "minutes"), (4, "by"), (5, "day"), (6, "day")]


def test_a_cell_under_no_heading_is_told(portal: Portal) -> None:
    file = portal.of_the_doctor(p.GOAL).decode().splitlines()
    content = f"{file[0]};\n{file[1]};for mye\n".encode()
    (told,) = problems(portal, content)
    assert told.says.en.startswith('"for mye" is in a column that is not used for goal')


def test_nobody_guides_themselves(portal: Portal) -> None:
    (told,) = problems(portal, portal.of_the_doctor(p.SESSION, by=portal.hpr))
    assert "R-ROL-02" in told.says.en


def test_a_doctor_without_a_plan_is_told(portal: Portal) -> None:
    (told,) = problems(portal, portal.of_the_doctor(p.SESSION, hpr=p.MIDWIFE_HPR, by="8000001"))
    assert "no open training plan here; open it first" in told.says.en


def test_a_goal_approved_on_two_days_is_told(portal: Portal) -> None:
    other = p.GOAL | {"day": "2024-06-07"}
    (told,) = problems(portal, portal.of_the_doctor(p.GOAL, p.GOAL, other))
    assert (told.line, told.field) == (4, "goals")
    assert "approved on 2024-05-06 by another line" in told.says.en


def test_an_id_that_is_known_of_something_else_is_told(portal: Portal) -> None:
    portal.bring_in(portal.of_the_doctor(p.SESSION))
    (known,) = portal.case().guidance.sessions
    (told,) = problems(portal, portal.of_the_doctor(p.SESSION | {"minutes": "95"}, id=known))
    assert "is known already, of other content" in told.says.en


def test_thousands_of_problems_are_counted_and_some_hundred_told(portal: Portal) -> None:
    bad = [p.SESSION | {"minutes": "lenge", "text": str(number)} for number in range(1000)]
    with pytest.raises(HistoryRefused) as refused:
        portal.bring_in(portal.of_the_doctor(*bad))
    assert len(refused.value.problems) == 1000
    assert str(refused.value).startswith("1000 problems in the file; nothing was recorded.")
    assert len(str(refused.value).splitlines()) == 201
