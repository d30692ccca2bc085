"""Who is told which role they hold in a plan."""

from __future__ import annotations

from datetime import date, timedelta

from application.actors import Role
from application.plans.register import plan_offices
from tests.support.history import given
from tests.support.plans import APPOINTED, ORGANISATION
from tests.support.records import COLLEAGUE, OTHER_VISIT, VISITED_ON, visit_entered


def test_the_colleague_of_two_visits_holds_one_role_from_the_first_of_them() -> None:
    later = visit_entered(OTHER_VISIT, days=(VISITED_ON + timedelta(days=7),))
    plan = given(*APPOINTED, later, visit_entered()).case
    rows = [row for row in plan_offices(ORGANISATION, plan, {}) if row.role == Role.COLLEAGUE]
    assert [(row.person, row.first_day, row.last_day) for row in rows] == [
        (COLLEAGUE, VISITED_ON, date.max)
    ]
