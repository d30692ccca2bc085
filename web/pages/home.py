"""The front page: what waits for the one who looks, and which days are near."""

from __future__ import annotations

from typing import cast

import flask

from application.plans.tasks.room import TaskRow
from web.pages.areas import areas, as_oneself
from web.pages.sheets import Table, part
from web.pages.tasks import waits
from web.pages.visit import services

AHEAD = 60
"""How many days to come the front page tells of."""
pages = flask.Blueprint("home", __name__)


@pages.get("/")
def front() -> str:
    use, by = services(), as_oneself()
    today, all_tasks = use.clock.today(), use.waiting.tasks(by)
    shows = part(Table(head=(), rows=all_tasks), 1)
    tasks = cast("list[TaskRow]", shows.rows)
    doctors = use.waiting.doctors(tasks)
    names = use.people.names(set(doctors.values()))
    called = {case: names[who] for case, who in doctors.items() if who in names}
    held = {area.role: area.cases for area in areas()}
    return flask.render_template(
        "home.html",
        shows=shows,
        waits=list(waits(tasks, today, held=held, called=called)),
        days=use.own_days.deadlines(by, days=AHEAD),
        messages=use.own_days.messages(by)[:10],
        areas=areas(),
        today=today,
    )
