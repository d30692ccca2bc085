"""The front page: what waits for the one who looks, and which days are near."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import cast

import flask

from application.access import OF_ESTABLISHMENTS
from application.actors import Role
from application.enforcement.lines import DeadlineLine
from application.plans.tasks.room import TaskRow
from application.proceedings.docket import DocketLine
from domain.shared.ids import Id
from web.pages.areas import areas, as_oneself
from web.pages.sheets import Table, part
from web.pages.tasks import of_case, of_task
from web.pages.visit import actor, services

AHEAD = 60
"""How many days to come the front page tells of."""
HANDLING = frozenset(
    {
        Role.LEADER,
        Role.APPEALS_MEMBER,
        Role.DIRECTORATE_OFFICER,
        Role.HELSEKLAGE_OFFICER,
        Role.PERSONNEL_BOARD_OFFICER,
    }
)
"""Those for whom cases wait."""
WITH_PLANS = frozenset({Role.DOCTOR, Role.SUPERVISOR, Role.CLINICAL_SUPERVISOR, Role.LEADER})
"""Those who open the file of a doctor."""
OF_A_CASE = frozenset({"decision-appeal", "appeal-correction"})
"""The deadlines of a party that are of a case, and not of a plan or an exemption."""
Case = tuple[Role, DocketLine]
pages = flask.Blueprint("home", __name__)


@pages.get("/")
def front() -> str:
    use, by = services(), as_oneself()
    today = use.clock.today()
    waiting: list[TaskRow | Case] = [*use.waiting.tasks(by), *_cases()]
    shows = part(Table(head=(), rows=sorted(waiting, key=_since)), 1)
    shown = cast("list[TaskRow | Case]", shows.rows)
    days = use.own_days.deadlines(by, days=AHEAD)
    cases = {one.case_id for one in shown if isinstance(one, TaskRow)}
    doctors = use.waiting.doctors({*cases, *(one.case_id for one in days)})
    parties = {one[1].party for one in shown if isinstance(one, tuple)}
    names = {**use.people.names({*doctors.values(), *parties})}
    if houses := parties - set(names):
        names |= use.establishments.names(houses)
    called = {case: names[who] for case, who in doctors.items() if who in names}
    held = {area.role: area.cases for area in areas()}
    return flask.render_template(
        "home.html",
        shows=shows,
        waits=[
            of_task(one, today, held=held, called=called)
            if isinstance(one, TaskRow)
            else of_case(one[1], one[0], names)
            for one in shown
        ],
        days=days,
        called=called,
        places=dict(_places(days)),
        areas=areas(),
        today=today,
    )


def _cases() -> Iterator[Case]:
    """Yield the cases that wait for the offices of the one who looks."""
    for area in areas():
        if area.role in HANDLING:
            houses = area.cases if area.role in OF_ESTABLISHMENTS else (None,)
            for house in houses:
                for line in services().docket.of(actor(area.role, house)):
                    yield area.role, line


def _places(days: Iterable[DeadlineLine]) -> Iterator[tuple[Id, str]]:
    """Yield where the plan or the case is that a day is of, in a role in which one has it."""
    for area in areas():
        for one in days:
            here = one.organisation if area.role is Role.LEADER else one.case_id
            if one.kind in OF_A_CASE:
                if area.role is Role.DOCTOR:
                    yield one.case_id, f"/{area.role}/cases/{one.case_id}"
            elif area.role in WITH_PLANS and here in area.cases:
                yield one.case_id, f"/{area.role}/{one.case_id}"


def _since(one: TaskRow | Case) -> tuple[object, ...]:
    line = one if isinstance(one, TaskRow) else one[1]
    return (line.since,)
